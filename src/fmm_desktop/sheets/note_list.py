"""What a note list holds: the notes that are chosen, by session and topic, each with what it hangs on."""

from collections.abc import Iterable, Iterator
from itertools import groupby

from msgspec import Struct, structs

from fmm_desktop.dossier import vocabulary
from fmm_desktop.dossier.links import words_in
from fmm_desktop.dossier.model import Passage, Session, Topic
from fmm_desktop.notes.note import NoteKind, Status
from fmm_desktop.notes.vocabulary import note_kind_name, status_name
from fmm_desktop.sheets.entries import NoteEntry, Scribe, shortened
from fmm_desktop.sheets.errors import NO_NOTES, SheetError
from fmm_desktop.sheets.kinds import SheetKind
from fmm_desktop.sheets.marking import given_or_own, marking_line
from fmm_desktop.sheets.notes import Notes, SheetNote, chosen
from fmm_desktop.sheets.order import NoteChoice, Order, Where
from fmm_desktop.sheets.vocabulary import PRINTED, sheet_kind_label

_LONGEST = 110  # letters of a passage that a note hangs on


class Noted(Struct, frozen=True, omit_defaults=True):
    """A passage that notes hang on: its number, the word for its kind, its first words; all empty for the topic."""

    notes: tuple[NoteEntry, ...]
    number: str = ""
    kind: str = ""
    words: str = ""


class NotedTopic(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """The notes on a topic, in the order of its passages; one that is gone has no number."""

    path: str
    number: str = ""
    title: str
    noted: tuple[Noted, ...]


class NotedSession(Struct, frozen=True):
    """The topics of a session that have notes."""

    title: str
    topics: tuple[NotedTopic, ...]


class NoteList(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """The notes that are chosen. `summary` says how many and which; the last session may be those that lost theirs."""

    title: str
    summary: str
    marking: str = ""
    sessions: tuple[NotedSession, ...]


def note_lists(scribe: Scribe, topics: tuple[Topic, ...], order: Order, notes: Notes) -> tuple[NoteList, ...]:
    """Return the list of the notes on `topics`, and of those whose topic is gone when every topic is ordered.

    Where notes stand on other sheets does not count. SheetError when there are none.
    """
    choice = structs.replace(order.notes, where=Where.IN_PLACE)
    of_topic = {path: taken for path, those in notes.items() if (taken := chosen(those, choice))}
    those = tuple((topic, of_topic[topic.path]) for topic in topics if topic.path in of_topic)
    paths = {topic.path for topic in scribe.dossier.topics()}
    gone = {path: taken for path, taken in of_topic.items() if path not in paths and order.topics is None}
    count = sum(len(taken) for _, taken in those) + sum(map(len, gone.values()))
    if not count:
        raise SheetError(NO_NOTES)
    return (
        NoteList(
            title=sheet_kind_label(SheetKind.NOTES, scribe.language),
            summary=_summary(count, choice, scribe),
            marking=_marking(scribe, order, those, gone),
            sessions=(*_sessions(those, scribe), *_elsewhere(gone, scribe)),
        ),
    )


def _summary(count: int, choice: NoteChoice, scribe: Scribe) -> str:
    """Return how many notes there are, and which kinds and statuses were chosen, if not all that usually are."""
    language, usual = scribe.language, NoteChoice()
    parts = [(PRINTED.one_note if count == 1 else PRINTED.notes).say(language, count=count)]
    if choice.kinds != usual.kinds:
        parts.append(", ".join(note_kind_name(kind, language) for kind in NoteKind if kind in choice.kinds))
    if choice.statuses != usual.statuses:
        parts.append(", ".join(status_name(status, language) for status in Status if status in choice.statuses))
    return " · ".join(parts)


_Those = tuple[tuple[Topic, tuple[SheetNote, ...]], ...]


def _marking(scribe: Scribe, order: Order, those: _Those, gone: Notes) -> str:
    """Return the line for the pages: passages are quoted, so that what they are marked with counts."""
    own = given_or_own(order.marking, scribe.dossier.marking)
    quoted = (marking for topic, notes in those for marking in scribe.quoted_markings(notes, topic))
    of_lost = (marking for path, notes in gone.items() for marking in scribe.quoted_markings(notes, _lost(path)))
    return marking_line((*own, *quoted, *of_lost))


def _sessions(those: _Those, scribe: Scribe) -> Iterator[NotedSession]:
    def session(one: tuple[Topic, tuple[SheetNote, ...]]) -> Session:
        return scribe.dossier.session_of(one[0])

    for one, found in groupby(those, key=session):
        yield NotedSession(scribe.session(one), tuple(_topic(topic, notes, scribe) for topic, notes in found))


def _topic(topic: Topic, notes: tuple[SheetNote, ...], scribe: Scribe) -> NotedTopic:
    noted = tuple(_noted(topic, notes, scribe))
    return NotedTopic(path=topic.path, number=topic.number, title=topic.title, noted=noted)


def _noted(topic: Topic, notes: tuple[SheetNote, ...], scribe: Scribe) -> Iterator[Noted]:
    """Yield the notes on the topic itself, then those on each passage."""
    on_topic = tuple(scribe.note(note, topic) for note in notes if topic.passage(note.passage) is None)
    if on_topic:
        yield Noted(on_topic)
    for passage in topic.passages:
        if hung := tuple(scribe.note(note, topic) for note in notes if note.passage == passage.id):
            kind = vocabulary.kind_name(passage.kind, scribe.language)
            yield Noted(hung, passage.number, kind, _quoted(passage, topic, scribe))


def _quoted(passage: Passage, topic: Topic, scribe: Scribe) -> str:
    actor = scribe.dossier.actor(passage.actor)
    lead = actor.name if actor else passage.actor or passage.value
    return shortened(" ".join((lead, words_in(passage.text, scribe.dossier, topic.path))), _LONGEST)


def _elsewhere(gone: Notes, scribe: Scribe) -> Iterable[NotedSession]:
    """Return the notes on topics that are not in this edition, under the paths that these had."""
    topics = tuple(
        NotedTopic(path=path, title=path, noted=(Noted(tuple(scribe.note(note, _lost(path)) for note in notes)),))
        for path, notes in sorted(gone.items())
    )
    return (NotedSession(PRINTED.elsewhere.say(scribe.language), topics),) if topics else ()


def _lost(path: str) -> Topic:
    return Topic(id=path, path=path, number="", title=path)
