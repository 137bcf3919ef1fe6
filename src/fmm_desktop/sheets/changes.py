"""What a change sheet holds: only what is new, changed or gone since an edition, with the notes that are hit.

What was changed carries both wordings, piece by piece; a topic that is new stands on it whole; one that is gone, and
a passage that was but moved, are named.
"""

from collections.abc import Iterable, Iterator

from msgspec import Struct

from fmm_desktop.dossier import editions, vocabulary
from fmm_desktop.dossier.comparing import compare
from fmm_desktop.dossier.difference import Part, differences
from fmm_desktop.dossier.editions import EditionChanges, EntryChange, Field, PassageChange, SessionChange, TopicChange
from fmm_desktop.dossier.editions_vocabulary import change_name, field_name, group_name, value_in_words
from fmm_desktop.dossier.links import words_in
from fmm_desktop.dossier.model import Dossier, Topic
from fmm_desktop.dossier.vocabulary import WORDS
from fmm_desktop.sheets.entries import Aside, Body, Change, Group, NoteEntry, Scribe, shortened
from fmm_desktop.sheets.errors import NO_CHANGES, NO_SINCE, OTHER_LANGUAGE, SheetError
from fmm_desktop.sheets.hits import Hits
from fmm_desktop.sheets.marking import given_or_own, marking_line
from fmm_desktop.sheets.notes import Notes, SheetNote
from fmm_desktop.sheets.order import Order, Where
from fmm_desktop.sheets.vocabulary import PRINTED

_NEW, _CHANGED, _MOVED, _GONE = editions.Change


class ChangedField(Struct, frozen=True):
    """What differs beside the text, with what it is called."""

    name: str
    change: Change


class ChangedPassage(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """What became of a passage. `fate` says so in words, `lead` is the actor or the value that leads it.

    One that is gone has no number, as another may have it now: its fate tells which it had. A new one has its text in
    `body`, one that was but moved its first words; any other has both wordings in `change`.
    """

    number: str = ""
    kind: str
    fate: tuple[str, ...]
    lead: str = ""
    body: Body = ""
    change: Change = ()
    fields: tuple[ChangedField, ...] = ()
    marking: str = ""
    notes: tuple[NoteEntry, ...] = ()


class ChangedTopic(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """What became of a topic; a new one has all that it holds in `groups`, one that is gone has no number.

    `fate` is empty for one that was changed and nothing else, as what was follows.
    """

    path: str
    number: str = ""
    title: str
    fate: tuple[str, ...] = ()
    fields: tuple[ChangedField, ...] = ()
    notes: tuple[NoteEntry, ...] = ()
    passages: tuple[ChangedPassage, ...] = ()
    groups: tuple[Group, ...] = ()


class ChangedSession(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """What became of a session; `fate` is empty when it is but topics or fields of it that were changed."""

    title: str
    fate: tuple[str, ...] = ()
    body: Body = ""
    fields: tuple[ChangedField, ...] = ()
    topics: tuple[ChangedTopic, ...] = ()


class ChangeSheet(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """What is not as it was. `against` names the editions, `legend` tells how what is out and in is printed."""

    title: str
    against: str
    legend: Change
    marking: str = ""
    about_heading: str = ""
    about: tuple[ChangedField, ...] = ()
    sessions: tuple[ChangedSession, ...] = ()
    notes_heading: str = ""
    notes: tuple[NoteEntry, ...] = ()
    asides: tuple[Aside, ...] = ()
    beside: bool = False


def change_sheets(
    scribe: Scribe, topics: tuple[Topic, ...], order: Order, notes: Notes, since: Dossier | None
) -> tuple[ChangeSheet, ...]:
    """Return what of `topics` is not as it was in `since`; when that is all, what became of all else as well.

    SheetError when there is no such edition, when it is in another language, or when nothing differs.
    """
    if since is None:
        raise SheetError(NO_SINCE)
    new = scribe.dossier
    if _tongue(since) != _tongue(new):
        raise SheetError(OTHER_LANGUAGE, old=since.language, new=new.language)
    chosen = None if len(topics) == sum(1 for _ in new.topics()) else {topic.path for topic in topics}
    sheet = _Writer(compare(since, new), order, Hits(notes, order.notes), chosen).sheet()
    if not (sheet.sessions or sheet.about):
        raise SheetError(NO_CHANGES, new=new.edition, old=since.edition)
    return (sheet,)


def _tongue(dossier: Dossier) -> str:
    return dossier.language.partition("-")[0].lower()


class _Writer:
    """Writes down the differences of two editions in the topics with the paths `chosen`, or in everything."""

    def __init__(self, changes: EditionChanges, order: Order, hits: Hits, chosen: set[str] | None) -> None:
        self._changes, self._order, self._hits, self._chosen = changes, order, hits, chosen
        wanted = (one for session in changes.sessions for one in self._wanted(session) if one.change is _NEW)
        self._of_new = tuple(passage for one in wanted for passage in one.topic.passages)
        sources = frozenset(one.source.id for one in self._of_new if one.source)
        self._scribe = Scribe(changes.new, sources, changes.old)
        self._language = self._scribe.language
        self._at_end = order.notes.where is Where.END
        self._gathered: list[NoteEntry] = []
        self._markings: list[str] = []

    def sheet(self) -> ChangeSheet:
        """Return the sheet."""
        order, language, changes = self._order, self._language, self._changes
        about = tuple(self._about()) if self._chosen is None else ()
        sessions = tuple(one for change in changes.sessions if (one := self._session(change)))
        own = (one for dossier in (changes.new, changes.old) for one in given_or_own(order.marking, dossier.marking))
        return ChangeSheet(
            title=PRINTED.what_is_new.say(language),
            against=self._against(),
            legend=(
                (Part.OUT, PRINTED.struck.say(language)),
                (Part.KEPT, PRINTED.is_gone.say(language)),
                (Part.IN, PRINTED.underlined.say(language)),
                (Part.KEPT, PRINTED.is_new.say(language)),
            ),
            marking=marking_line((*own, *self._markings)),
            about_heading=PRINTED.dossier.say(language) if about else "",
            about=about,
            sessions=sessions,
            notes_heading=WORDS.notes.say(language) if self._gathered else "",
            notes=tuple(self._gathered),
            asides=tuple(aside for aside in (self._scribe.sources(self._of_new),) if aside.lines),
            beside=order.notes.where is Where.BESIDE,
        )

    def _against(self) -> str:
        old, new = self._changes.old, self._changes.new
        words = PRINTED.against.say(self._language, new=new.edition, old=old.edition)
        return f"{words} ({vocabulary.date_in_words(old.issued, self._language)})" if old.issued else words

    # -- the dossier, a session, a topic ---------------------------------------------------------------------------

    def _about(self) -> Iterator[ChangedField]:
        yield from self._fields(self._changes.fields)
        yield from map(self._entry, self._changes.entries)

    def _entry(self, entry: EntryChange) -> ChangedField:
        """Return what became of an actor, a term, a source or a date: its name, then what differs."""
        language = self._language
        name = f"{group_name(entry.group, language)}, {change_name(entry.change, language)}"
        title = self._title(entry)
        if entry.change is _NEW or entry.change is _GONE:
            return ChangedField(name, ((Part.IN if entry.change is _NEW else Part.OUT, title),))
        told: list[tuple[Part, str]] = [(Part.KEPT, title)]
        for field in self._fields(entry.fields):
            told += [(Part.KEPT, f"; {field.name.lower()}: "), *field.change]
        return ChangedField(name, tuple(told))

    def _title(self, entry: EntryChange) -> str:
        dossier = self._changes.old if entry.change is _GONE else self._changes.new
        match entry.group:
            case "actors":
                return actor.name if (actor := dossier.actor(entry.id)) else entry.id
            case "terms":
                return term.short if (term := dossier.term(entry.id)) else entry.id
            case "sources":
                return source.title if (source := dossier.source(entry.id)) else entry.id
            case _:
                date, _, title = entry.id.partition(" ")
                return f"{title} ({date})"

    def _wanted(self, session: SessionChange) -> Iterator[TopicChange]:
        chosen = self._chosen
        yield from (one for one in session.topics if chosen is None or (one.new and one.new.path in chosen))

    def _session(self, change: SessionChange) -> ChangedSession | None:
        topics = tuple(self._topic(one) for one in self._wanted(change))
        if not topics and (self._chosen is not None or change.change is None):
            return None
        return ChangedSession(
            title=self._scribe.session(change.session),
            fate=(change_name(change.change, self._language),) if change.change not in {None, _CHANGED} else (),
            body=self._scribe.body(change.session.introduction) if change.change is _NEW else "",
            fields=tuple(self._fields(change.fields)),
            topics=topics,
        )

    def _topic(self, change: TopicChange) -> ChangedTopic:
        topic = change.topic
        self._markings += [one.marking for one in (change.old, change.new) if one]
        is_new = change.change is _NEW
        if is_new:
            self._markings += [passage.marking for passage in topic.passages]
        on_topic = self._notes(self._hits.of_topic(change), topic)
        return ChangedTopic(
            path=topic.path,
            number=change.new.number if change.new else "",
            title=topic.title,
            fate=() if change.change is _CHANGED and not _is_renumbered(change) else self._fate(change),
            fields=tuple(self._fields(change.fields)),
            notes=on_topic,
            passages=tuple(self._passage(one, topic) for one in change.passages),
            groups=self._groups(topic) if is_new else (),
        )

    def _groups(self, topic: Topic) -> tuple[Group, ...]:
        notes = self._hits.on_passages(topic)
        if self._at_end:
            self._notes(notes, topic)
        return self._scribe.groups(topic, () if self._at_end else notes)

    # -- a passage -------------------------------------------------------------------------------------------------

    def _passage(self, change: PassageChange, topic: Topic) -> ChangedPassage:
        passage = change.new or change.old
        if passage is None:
            raise ValueError(change)
        self._markings += [one.marking for one in (change.old, change.new) if one]
        actor = (self._changes.new.actor if change.new else self._changes.old.actor)(passage.actor)
        whole = change.change not in {_NEW, _MOVED}
        return ChangedPassage(
            number=change.new.number if change.new else "",
            kind=vocabulary.kind_name(passage.kind, self._language),
            fate=self._fate(change),
            lead=actor.name if actor else passage.actor or passage.value,
            body="" if whole else self._body(change),
            change=tuple((one.part, one.text) for one in self._changes.words(change)) if whole else (),
            fields=tuple(self._fields(field for field in change.fields if field.name != "text")),
            marking=passage.marking,
            notes=self._notes(self._hits.of_passage(change), topic),
        )

    def _body(self, change: PassageChange) -> Body:
        """Return a new passage whole, and the first words of one that was but moved."""
        if change.new is None:
            return ""
        if change.change is _NEW:
            return self._scribe.body(change.new.text, change.new_topic)
        return shortened(words_in(change.new.text, self._changes.new, change.new_topic))

    # -- what they share -------------------------------------------------------------------------------------------

    def _fate(self, change: TopicChange | PassageChange) -> tuple[str, ...]:
        """Return what became of a part, and the number that it had when it has another now, or none."""
        moved = change.moved and change.change is not _MOVED
        told = (change.change, _MOVED) if moved else (change.change,)
        was = change.old.number if change.old and _is_renumbered(change) else ""
        number = (PRINTED.was.say(self._language, number=was),) if was else ()
        return (*(change_name(one, self._language) for one in told), *number)

    def _fields(self, fields: Iterable[Field]) -> Iterator[ChangedField]:
        old, new, language = self._changes.old, self._changes.new, self._language
        for field in fields:
            said = value_in_words(field.name, field.old, old, language)
            says = value_in_words(field.name, field.new, new, language)
            pieces = tuple((piece.part, piece.text) for piece in differences(said, says))
            name = field_name(field.name, language)
            yield ChangedField(name[0].upper() + name[1:], pieces)

    def _notes(self, notes: Iterable[SheetNote], topic: Topic) -> tuple[NoteEntry, ...]:
        """Return notes as printed, or gather them for the end."""
        notes = tuple(notes)
        self._markings += self._scribe.quoted_markings(notes, topic)
        written = tuple(self._scribe.note(note, topic, apart=self._at_end) for note in notes)
        if self._at_end:
            self._gathered += written
            return ()
        return written


def _is_renumbered(change: TopicChange | PassageChange) -> bool:
    """Tell whether a part had another number. Passages have when their topic has, which is told of that."""
    if change.old is None or change.new is None or change.moved:
        return True
    old, new = change.old.number, change.new.number
    return old != new if isinstance(change, TopicChange) else old.rpartition(".")[2] != new.rpartition(".")[2]
