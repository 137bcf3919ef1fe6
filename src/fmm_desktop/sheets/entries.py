"""What the kinds of sheet share: a passage and a note as they are printed, and who makes them.

A `Scribe` knows the dossier and its language. What it returns are words and order, nothing about how they look.
"""

import re
from collections.abc import Iterable, Iterator

from msgspec import Struct

from fmm_desktop.dossier import text, vocabulary
from fmm_desktop.dossier.difference import Part, differences
from fmm_desktop.dossier.links import words_in
from fmm_desktop.dossier.model import Dossier, Kind, Passage, Session, Topic
from fmm_desktop.dossier.vocabulary import WORDS
from fmm_desktop.errors import Language
from fmm_desktop.notes.note import Status
from fmm_desktop.notes.vocabulary import TO_REVIEW, note_kind_label, status_name
from fmm_desktop.sheets.links import resolved
from fmm_desktop.sheets.marking import distinct
from fmm_desktop.sheets.notes import SheetNote
from fmm_desktop.sheets.vocabulary import PRINTED

Body = str | tuple[text.Block, ...]
"""A text as printed: a string when it is one paragraph of plain words, as most are, for a book has many."""
Change = tuple[tuple[Part, str], ...]

_LONGEST = 60  # letters of the words that a note hangs on, where they are said


class NoteEntry(Struct, frozen=True, omit_defaults=True):
    """A note as printed: `label` is the word for its kind, `about` who and when, `body` what it says.

    `on` are the words that it hangs on, shortened, when it does not hang on the whole; `change` is what an amendment
    would change in the passage: pieces that are kept, out or in, so that it says both wordings. `number` is that of its
    passage, when the two stand apart.
    """

    label: str
    about: str
    body: Body
    on: str = ""
    change: Change = ()
    number: str = ""


class Entry(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A passage as printed. `actor` and `stance` are words, for others only; `value` is for figures only."""

    number: str
    body: Body
    actor: str = ""
    stance: str = ""
    value: str = ""
    source: str = ""
    marking: str = ""
    notes: tuple[NoteEntry, ...] = ()


class Group(Struct, frozen=True, omit_defaults=True):
    """The passages of one kind under their heading; `columns` heads the three columns of figures."""

    kind: Kind
    heading: str
    entries: tuple[Entry, ...]
    columns: tuple[str, ...] = ()


class Aside(Struct, frozen=True):
    """A short list at the end of a sheet: where to read on, or which documents the sources are."""

    heading: str
    lines: tuple[tuple[str, str], ...]


class Scribe:
    """Writes down passages and notes of a dossier as they are printed, in the language of the dossier.

    `sources` are the ids of the documents that a sheet of several topics names at its end; else each topic names its
    own. `since` is the edition before, when the sheet may quote from it.
    """

    def __init__(self, dossier: Dossier, sources: frozenset[str] | None = None, since: Dossier | None = None) -> None:
        self.dossier = dossier
        self._documents = sources
        self._editions = (dossier,) if since is None else (dossier, since)
        self.language: Language = vocabulary.headings_language(dossier.language)

    def body(self, markdown: str, near: str = "") -> Body:
        """Return a text with its links in words; `near` is the path of the topic that it stands in."""
        match blocks := text.parse(markdown):
            case (text.Paragraph((text.Plain(words),)),):
                return words
            case _:
                return resolved(blocks, self.dossier, near)

    def groups(self, topic: Topic, notes: Iterable[SheetNote] = (), kinds: Iterable[Kind] = Kind) -> tuple[Group, ...]:
        """Return the passages of a topic by kind, in the order of `kinds`, with their notes."""
        waiting, of_kind = tuple(notes), dict[Kind, list[Passage]]()
        for passage in topic.passages:
            of_kind.setdefault(passage.kind, []).append(passage)
        return tuple(self._group(topic, kind, of_kind[kind], waiting) for kind in kinds if kind in of_kind)

    def _group(self, topic: Topic, kind: Kind, passages: list[Passage], notes: tuple[SheetNote, ...]) -> Group:
        columns = (PRINTED.number, PRINTED.value, PRINTED.counts) if kind is Kind.FIGURE else ()
        return Group(
            kind,
            vocabulary.kind_name(kind, self.language),
            tuple(self.entry(passage, topic, notes) for passage in passages),
            tuple(words.say(self.language) for words in columns),
        )

    def entry(self, passage: Passage, topic: Topic, notes: Iterable[SheetNote] = ()) -> Entry:
        """Return a passage of a topic as printed, with those of `notes` that hang on it."""
        actor = self.dossier.actor(passage.actor)
        return Entry(
            number=passage.number,
            body=self.body(passage.text, topic.path),
            actor=actor.name if actor else passage.actor,
            stance="" if passage.stance == "unknown" else vocabulary.stance_name(passage.stance, self.language),
            value=passage.value,
            source=self._reference(passage, topic),
            marking=passage.marking,
            notes=tuple(self.note(note, topic) for note in notes if note.passage == passage.id),
        )

    def _reference(self, passage: Passage, topic: Topic) -> str:
        """Return the place alone when all passages come from one document, which the sheet names at its end."""
        if passage.source is None:
            return ""
        sources = self._documents or {one.source.id for one in topic.passages if one.source}
        place = passage.source.at
        return place if place and len(sources) == 1 else ", ".join(distinct((passage.source.id, place)))

    def note(self, note: SheetNote, topic: Topic, *, apart: bool = False) -> NoteEntry:
        """Return a note on a topic as printed, `apart` from its passage or with it."""
        passage = topic.passage(note.passage)
        about = (
            PRINTED.gone.say(self.language, id=note.passage) if note.passage and passage is None else "",
            TO_REVIEW.say(self.language) if note.written_on else "",
            status_name(note.status, self.language) if note.status is not Status.OPEN else "",
            note.author,
            vocabulary.date_in_words(note.changed.date(), self.language) if note.changed else "",
        )
        return NoteEntry(
            label=note_kind_label(note.kind, self.language),
            about=", ".join(part for part in about if part),
            body=self.body(_with_line_ends_kept(note.text), topic.path),
            on="" if note.wording.strip() else shortened(self._words(note)),
            change=self._change(note, passage, topic),
            number=passage.number if passage and apart else "",
        )

    def _change(self, note: SheetNote, passage: Passage | None, topic: Topic) -> Change:
        """Return what an amendment changes in the words that it hangs on, or else in the whole passage."""
        wording = note.wording.strip()
        if not wording:
            return ()
        before = self._words(note) or (words_in(passage.text, self.dossier, topic.path) if passage else "")
        return tuple((piece.part, piece.text) for piece in differences(before.strip(), wording))

    def _words(self, note: SheetNote) -> str:
        """Return the words that a note hangs on; none where nobody knows any more how those were marked."""
        is_known = not note.written_on or note.markings is not None or any(True for _ in self._written_on(note))
        return note.words if is_known else ""

    def _written_on(self, note: SheetNote) -> Iterator[tuple[Topic, Passage | None]]:
        """Yield what a note in doubt was written on, as it is in each edition that has it."""
        path, _, key = note.written_on.partition("#")
        topics = (topic for one in self._editions if path and (topic := one.topic(path)))
        yield from ((topic, passage) for topic in topics if (passage := topic.passage(key)) or not key)

    def quoted_markings(self, notes: Iterable[SheetNote], topic: Topic) -> Iterator[str]:
        """Yield the markings of what notes on a topic may quote, or speak of."""
        for note in notes:
            yield from note.markings or ()
            for home, passage in ((topic, topic.passage(note.passage)), *self._written_on(note)):
                yield from (home.marking, passage.marking if passage else "")

    def sources(self, passages: Iterable[Passage]) -> Aside:
        """Return the documents that passages come from, by their ids when there are several."""
        used = distinct(passage.source.id for passage in passages if passage.source)
        lines = tuple((one if len(used) > 1 else "", self._source(one)) for one in used)
        return Aside(WORDS.source.say(self.language), lines)

    def named_sources(self, keys: Iterable[str]) -> tuple[tuple[str, str], ...]:
        """Return documents, each by its id when there are several and what it is; else what it is, and nothing."""
        several = len(keys := tuple(keys)) > 1
        return tuple((one, self._source(one)) if several else (self._source(one), "") for one in keys)

    def _source(self, key: str) -> str:
        source = self.dossier.source(key)
        if source is None:
            return key
        date = vocabulary.date_in_words(source.date, self.language) if source.date else ""
        return ", ".join(distinct((source.title, date)))

    def session(self, session: Session) -> str:
        """Return a session in a line: number, title, form and time."""
        return " · ".join(distinct((f"{session.number}  {session.title}", session.form, session.time)))

    def occasion(self) -> str:
        """Return when and where the meeting is."""
        return vocabulary.when_and_where(self.dossier.meeting, self.language)

    def edition(self) -> str:
        """Return the line that names dossier, edition and date."""
        edition = f"{WORDS.edition.say(self.language)} {self.dossier.edition}"
        issued = vocabulary.date_in_words(self.dossier.issued, self.language) if self.dossier.issued else ""
        said = f"{WORDS.issued.say(self.language)} {issued}" if issued else ""
        return " · ".join(distinct((self.dossier.id, edition, said)))


def _with_line_ends_kept(markdown: str) -> str:
    """Return a note so that each line the reader typed is a line on paper, as it is in the editor."""
    return re.sub(r"(?<!\n)\n(?!\n)", "  \n", markdown)


def shortened(words: str, longest: int = _LONGEST) -> str:
    """Return the first words of a text, as many as fit."""
    whole = " ".join(words.split())
    return whole if len(whole) <= longest else whole[: longest - 1].rsplit(" ", 1)[0] + "…"
