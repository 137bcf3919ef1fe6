"""A draft dossier: what the reader of agendas made of a document, each part with the words that it holds.

Nothing in a draft is invented: its texts are the words at its *spans*, places in the blocks of `Draft.plain`. Every
word of the body is in exactly one span, of a passage, a heading, a label or of what was left out. What the reader of
agendas is unsure of is marked with a `Doubt`.
"""

import datetime
from collections.abc import Iterable, Iterator
from enum import StrEnum
from typing import NamedTuple

from msgspec import Struct

from fmm_desktop.dossier.model import ActorKind, Certainty, Kind, Stance
from fmm_desktop.importing.plain import Plain


class Span(NamedTuple):
    """A place in the document: code points `start` to `end` of the text of `Plain.blocks[block]`."""

    block: int
    start: int
    end: int


class Doubt(StrEnum):
    """What the reader of agendas is unsure of."""

    TITLE = "title"
    """The title was taken from the text, as there is none."""
    KIND = "kind"
    """The kind of the passage."""
    MAYBE_POSITION = "maybe-position"
    """It may be a position, said by nobody."""
    MAYBE_FIGURE = "maybe-figure"
    """There is a number in it that may be a figure."""
    LEVEL = "level"
    """Whether this is a session or a topic."""
    SAME_TOPIC = "same-topic"
    """Whether this passage begins a topic of its own."""
    BELOW = "below"
    """Whether the headings that stand below this topic are topics of their own."""
    ACTOR = "actor"
    """Whose stance it is."""
    LABEL = "label"
    """Nothing stands under the label."""
    LETTER = "letter"
    """It stands in the letter and not in the agenda."""
    DATE = "date"
    """The date of the meeting."""
    DATE_OF_DOCUMENT = "date-of-document"
    """No date of the meeting is told; that of the document itself stands for it."""
    NO_DATE = "no-date"
    """No date of the meeting is told, and none of the document."""
    LANGUAGE = "language"
    """The language of the document."""
    MARKING = "marking"
    """The marking: a line looks like one, or there are several."""


class Seems(StrEnum):
    """What a text is."""

    AGENDA = "agenda"
    REPORT = "report"
    QUESTIONS = "questions"
    DEBATE = "debate"
    UNKNOWN = "unknown"


class Part(StrEnum):
    """What something that was left out is."""

    LETTERHEAD = "letterhead"
    OFFER = "offer"
    SALUTATION = "salutation"
    CLOSING = "closing"
    SIGNATURE = "signature"
    MARKING = "marking"
    COLUMNS = "columns"


class LeftOut(Struct, frozen=True):
    """Words that are not of the agenda."""

    part: Part
    span: Span


class Heading(Struct, frozen=True, kw_only=True):
    """A title; without spans it is proposed, not found."""

    title: str
    spans: tuple[Span, ...] = ()


class DraftPassage(Struct, frozen=True, kw_only=True):
    """One passage. `label` is the label it stands under, and `label_spans` that label, for the first passage under it.

    `actor` and `stance` are set for kind *other*, `value` for kind *figure*; `footnotes` are the numbers in it.
    """

    kind: Kind
    spans: tuple[Span, ...]
    text: str
    label: str = ""
    label_spans: tuple[Span, ...] = ()
    actor: str = ""
    stance: Stance = "unknown"
    value: str = ""
    footnotes: tuple[str, ...] = ()
    doubts: tuple[Doubt, ...] = ()


class DraftTopic(Struct, frozen=True, kw_only=True):
    """A topic with its passages, in the order of the document."""

    heading: Heading
    certainty: Certainty = "planned"
    passages: tuple[DraftPassage, ...] = ()
    doubts: tuple[Doubt, ...] = ()


class DraftSession(Struct, frozen=True, kw_only=True):
    """A session with its topics, in the order of the document; the introduction comes before them."""

    heading: Heading
    introduction: tuple[DraftPassage, ...] = ()
    topics: tuple[DraftTopic, ...] = ()
    doubts: tuple[Doubt, ...] = ()


class DraftMeeting(Struct, frozen=True, kw_only=True):
    """The meeting, as far as the document tells: None and empty for what it does not. `council` is who meets."""

    start: datetime.date | None = None
    end: datetime.date | None = None
    place: str = ""
    country: str = ""
    council: str = ""
    short: str = ""


class DraftTerm(Struct, frozen=True):
    """An abbreviation with its long form."""

    short: str
    long: str


class DraftActor(Struct, frozen=True, kw_only=True):
    """Someone who is named. `kind` is country, organisation or person; `of` is the id of another actor."""

    id: str
    kind: ActorKind
    name: str
    role: str = ""
    of: str = ""


class Footnote(Struct, frozen=True):
    """A footnote of the document."""

    number: str
    text: str
    span: Span


class Draft(Struct, frozen=True, kw_only=True):
    """What an agenda was read as."""

    plain: Plain
    heading: Heading
    language: str
    seems: Seems = Seems.AGENDA
    marking: str = ""
    own: str = ""
    issued: datetime.date | None = None
    meeting: DraftMeeting = DraftMeeting()
    sessions: tuple[DraftSession, ...] = ()
    terms: tuple[DraftTerm, ...] = ()
    actors: tuple[DraftActor, ...] = ()
    footnotes: tuple[Footnote, ...] = ()
    left_out: tuple[LeftOut, ...] = ()
    doubts: tuple[Doubt, ...] = ()
    formulas: frozenset[str] = frozenset()
    """Words that tell nothing about what a passage is about, folded."""

    def topics(self) -> Iterator[DraftTopic]:
        """Yield every topic in order."""
        for session in self.sessions:
            yield from session.topics

    def passages(self) -> Iterator[DraftPassage]:
        """Yield every passage in order, those of introductions with them."""
        for session in self.sessions:
            yield from session.introduction
            for topic in session.topics:
                yield from topic.passages

    def spans(self) -> Iterator[Span]:
        """Yield the place of all words that have one, in the order of the draft; what was left out comes last."""
        yield from self.heading.spans
        for session in self.sessions:
            yield from session.heading.spans
            yield from _spans(session.introduction)
            for topic in session.topics:
                yield from topic.heading.spans
                yield from _spans(topic.passages)
        yield from (note.span for note in self.footnotes)
        yield from (left.span for left in self.left_out)


def _spans(passages: Iterable[DraftPassage]) -> Iterator[Span]:
    for passage in passages:
        yield from passage.label_spans
        yield from passage.spans


def words_at(plain: Plain, spans: Iterable[Span]) -> str:
    """Return the words at places in a document, blanks between them; a number before a block counts, a bullet not."""
    return " ".join(text for span in spans if (text := _words(plain, span)))


def _words(plain: Plain, span: Span) -> str:
    block = plain.blocks[span.block]
    text = block.text[span.start : span.end].strip()
    numbered = span.start == 0 and any(map(str.isalnum, block.marker))
    return f"{block.marker} {text}".strip() if numbered else text
