"""What the sheet of a topic holds, as frozen values: words and order, nothing about how they look.

`topic_sheet(dossier, topic, notes)` builds a `TopicSheet`. Every passage of the topic and every note given to it is in
it exactly once, save notes that were dropped and those that one does not volunteer: a sheet is what lies on the table.
Headings, dates and stances are in the language of the dossier; links carry the words of their target.
The template prints what it finds here and decides nothing, so this is where a test looks.
"""

import datetime
import re
from collections.abc import Iterable, Sequence

from msgspec import Struct

from fmm_desktop.dossier import text, vocabulary
from fmm_desktop.dossier.model import Dossier, Kind, Passage, Session, SourceRef, Topic
from fmm_desktop.dossier.vocabulary import WORDS
from fmm_desktop.errors import Language, Sentence
from fmm_desktop.notes.note import NoteKind, Status
from fmm_desktop.notes.vocabulary import note_kind_label
from fmm_desktop.sheets.links import resolved

_NUMBER = Sentence("Nr.", "No.")
_VALUE = Sentence("Waarde", "Value")
_COUNTS = Sentence("Wat het telt", "What it counts")
_GONE = Sentence("bij een passage die er niet meer is ({id})", "on a passage that is no longer there ({id})")

Body = tuple[text.Block, ...]


class SheetNote(Struct, frozen=True):
    """A note to print: on the passage with id `passage`, or on the topic when that is empty. `text` is Markdown.

    `wording` is the one that an amendment proposes: words, no Markdown.
    """

    passage: str
    text: str
    author: str = ""
    changed: datetime.datetime | None = None
    kind: NoteKind = NoteKind.REMARK
    status: Status = Status.OPEN
    wording: str = ""


class NoteEntry(Struct, frozen=True):
    """A note as printed: `label` is the word for its kind, `about` who and when, `body` what it says."""

    label: str
    about: str
    body: Body


class Entry(Struct, frozen=True, kw_only=True):
    """A passage as printed. `actor` and `stance` are words, for others only; `value` is for figures only."""

    number: str
    body: Body
    actor: str = ""
    stance: str = ""
    value: str = ""
    source: str = ""
    marking: str = ""
    notes: tuple[NoteEntry, ...] = ()


class Group(Struct, frozen=True):
    """The passages of one kind under their heading; `columns` heads the three columns of figures."""

    kind: Kind
    heading: str
    entries: tuple[Entry, ...]
    columns: tuple[str, ...] = ()


class Aside(Struct, frozen=True):
    """A short list at the end of a sheet: where to read on, or which documents the sources are."""

    heading: str
    lines: tuple[tuple[str, str], ...]


class TopicSheet(Struct, frozen=True, kw_only=True):
    """Everything on the sheet of one topic.

    `marking` stands at the head and the foot of each page and is empty when there is none; `certainty` is empty for a
    topic that is planned. `occasion` is when and where the meeting is; `edition` names dossier, edition and date.
    """

    path: str
    number: str
    title: str
    language: str
    dossier: str
    occasion: str
    edition: str
    session: str
    marking: str = ""
    certainty: str = ""
    issued: datetime.date | None = None
    groups: tuple[Group, ...] = ()
    asides: tuple[Aside, ...] = ()
    notes_heading: str = ""
    notes: tuple[NoteEntry, ...] = ()


def topic_sheet(dossier: Dossier, topic: Topic, notes: Iterable[SheetNote] = ()) -> TopicSheet:
    """Return what the sheet of `topic` holds, with `notes` beside the passages they hang on.

    Notes on the topic, and notes whose passage this topic does not have, stand at the end in the order given.
    KeyError for a topic that is not in `dossier`.
    """
    return _Writer(dossier, topic, tuple(notes)).sheet()


class _Writer:
    """Knows the dossier and its language while the sheet of one topic is put together."""

    def __init__(self, dossier: Dossier, topic: Topic, notes: tuple[SheetNote, ...]) -> None:
        self.dossier = dossier
        self.topic = topic
        self.notes = tuple(note for note in notes if _may_be_seen(note))
        self.language: Language = vocabulary.headings_language(dossier.language)

    def sheet(self) -> TopicSheet:
        dossier, topic, language = self.dossier, self.topic, self.language
        notes = tuple(self._note(note) for note in self.notes if topic.passage(note.passage) is None)
        return TopicSheet(
            path=topic.path,
            number=topic.number,
            title=topic.title,
            language=dossier.language,
            dossier=dossier.title,
            occasion=vocabulary.when_and_where(dossier.meeting, language),
            edition=_edition(dossier, language),
            session=_session(dossier.session_of(topic)),
            marking=" · ".join(_distinct(dossier.marking, topic.marking)),
            certainty="" if topic.certainty == "planned" else vocabulary.certainty_name(topic.certainty, language),
            issued=dossier.issued,
            groups=tuple(self._groups()),
            asides=tuple(aside for aside in (self._related(), self._sources()) if aside.lines),
            notes_heading=WORDS.notes.say(language) if notes else "",
            notes=notes,
        )

    def _groups(self) -> Iterable[Group]:
        for kind in Kind:
            if passages := self.topic.of_kind(kind):
                heading = vocabulary.kind_name(kind, self.language)
                columns = (_NUMBER, _VALUE, _COUNTS) if kind is Kind.FIGURE else ()
                entries = tuple(self._entry(passage) for passage in passages)
                yield Group(kind, heading, entries, tuple(words.say(self.language) for words in columns))

    def _entry(self, passage: Passage) -> Entry:
        actor = self.dossier.actor(passage.actor)
        return Entry(
            number=passage.number,
            body=self._body(passage.text),
            actor=actor.name if actor else passage.actor,
            stance="" if passage.stance == "unknown" else vocabulary.stance_name(passage.stance, self.language),
            value=passage.value,
            source=self._reference(passage.source) if passage.source else "",
            marking=passage.marking,
            notes=tuple(self._note(note) for note in self.notes if note.passage == passage.id),
        )

    def _reference(self, source: SourceRef) -> str:
        """Return the place alone when all passages come from one document, which the sheet names at its end."""
        sources = {passage.source.id for passage in self.topic.passages if passage.source}
        return source.at if source.at and len(sources) == 1 else ", ".join(_distinct(source.id, source.at))

    def _note(self, note: SheetNote) -> NoteEntry:
        gone = note.passage and self.topic.passage(note.passage) is None
        about = (
            _GONE.say(self.language, id=note.passage) if gone else "",
            note.author,
            vocabulary.date_in_words(note.changed.date(), self.language) if note.changed else "",
        )
        body = self._body(_with_line_ends_kept(note.text))
        if note.wording.strip():
            body = (text.Paragraph((text.Plain(f"“{note.wording.strip()}”"),)), *body)
        return NoteEntry(note_kind_label(note.kind, self.language), ", ".join(part for part in about if part), body)

    def _body(self, markdown: str) -> Body:
        return resolved(text.parse(markdown), self.dossier, self.topic.path)

    def _related(self) -> Aside:
        topics = (self.dossier.topic(path, near=self.topic.path) for path in self.topic.related)
        named = zip(self.topic.related, topics, strict=True)
        lines = tuple((topic.number, topic.title) if topic else ("", path) for path, topic in named)
        return Aside(WORDS.related.say(self.language), lines)

    def _sources(self) -> Aside:
        used = _distinct(*(passage.source.id for passage in self.topic.passages if passage.source))
        keyed = tuple((source if len(used) > 1 else "", self._source(source)) for source in used)
        return Aside(WORDS.source.say(self.language), keyed)

    def _source(self, source_id: str) -> str:
        source = self.dossier.source(source_id)
        if source is None:
            return source_id
        date = vocabulary.date_in_words(source.date, self.language) if source.date else ""
        return ", ".join(_distinct(source.title, date))


def _may_be_seen(note: SheetNote) -> bool:
    return note.status is not Status.DROPPED and note.kind is not NoteKind.DO_NOT_VOLUNTEER


def _session(session: Session) -> str:
    return " · ".join(_distinct(f"{session.number}  {session.title}", session.form, session.time))


def _edition(dossier: Dossier, language: Language) -> str:
    edition = f"{WORDS.edition.say(language)} {dossier.edition}"
    issued = vocabulary.date_in_words(dossier.issued, language) if dossier.issued else ""
    return " · ".join(_distinct(dossier.id, edition, f"{WORDS.issued.say(language)} {issued}" if issued else ""))


def _distinct(*words: str) -> Sequence[str]:
    """Return the words that are not empty, each once, in order."""
    return tuple(dict.fromkeys(word for word in words if word))


def _with_line_ends_kept(markdown: str) -> str:
    """Return a note so that each line the reader typed is a line on paper, as it is in the editor."""
    return re.sub(r"(?<!\n)\n(?!\n)", "  \n", markdown)
