"""The body of an agenda by its headings: sessions with topics with paragraphs, not yet read."""

from collections.abc import Sequence

from msgspec import Struct
from msgspec.structs import replace

from fmm_desktop.dossier.model import Kind
from fmm_desktop.importing.agenda.draft import Doubt
from fmm_desktop.importing.agenda.headings import INNER, SESSION, Rank
from fmm_desktop.importing.agenda.lines import Line, Role
from fmm_desktop.importing.plain import BlockKind


class Label(Struct, frozen=True, kw_only=True):
    """A heading within a topic, with the kind that it gives to what stands under it, if it gives one."""

    line: Line
    kind: Kind | None = None


class Paragraph(Struct, frozen=True, kw_only=True):
    """A paragraph under a label, if any; `opens` when it is the first. A label with nothing under it is one."""

    line: Line
    label: Label | None = None
    opens: bool = False


class TopicOutline(Struct, frozen=True, kw_only=True):
    """A topic; without a heading its paragraphs stand under none. One that `introduces` comes before the others."""

    heading: Line | None
    paragraphs: tuple[Paragraph, ...] = ()
    introduces: bool = False
    doubts: tuple[Doubt, ...] = ()


class SessionOutline(Struct, frozen=True, kw_only=True):
    """A session; without a heading its topics stand under none. `subject` is what it is about, where that is told."""

    heading: Line | None
    topics: tuple[TopicOutline, ...] = ()
    subject: str = ""
    doubts: tuple[Doubt, ...] = ()


def outline(lines: Sequence[Line], ranks: dict[int, Rank]) -> tuple[SessionOutline, ...]:
    """Return sessions and topics as the headings make them."""
    builder = _Builder()
    for place, line in enumerate(lines):
        if line.role is Role.HEADING:
            builder.heading(line, ranks[place])
        elif line.role is Role.LABEL:
            builder.label(line, line.kind)
        else:
            builder.paragraph(line)
    return builder.done()


def _row(line: Line) -> tuple[int, ...]:
    """Return the table and the row of a cell, as far as they are known; nothing outside tables."""
    if line.block.kind is not BlockKind.CELL:
        return ()
    return line.block.cell[:2] if line.block.cell else (0,)


class _Builder:
    """The session, the topic and the label that the next paragraph belongs to."""

    def __init__(self) -> None:
        self._sessions: list[SessionOutline] = []
        self._topics: list[TopicOutline] = []
        self._paragraphs: list[Paragraph] = []
        self._session = SessionOutline(heading=None)
        self._topic = TopicOutline(heading=None)
        self._label: Label | None = None
        self._opens = self._in_row = False

    def heading(self, line: Line, rank: Rank) -> None:
        if rank.depth == INNER:
            self._topic = replace(self._topic, doubts=tuple(dict.fromkeys((*self._topic.doubts, *rank.doubts))))
            self.label(line, None)
            return
        self._end_topic()
        if rank.depth == SESSION:
            self._end_session()
            self._session = SessionOutline(heading=line, doubts=rank.doubts)
        else:
            self._topic = TopicOutline(heading=line, doubts=rank.doubts)

    def label(self, line: Line, kind: Kind | None) -> None:
        self._end_label()
        self._label = Label(line=line, kind=kind)
        self._opens = True

    def paragraph(self, line: Line) -> None:
        if Doubt.SAME_TOPIC in line.doubts:
            self._end_topic()
            self._topic = TopicOutline(heading=None, doubts=line.doubts)
            line = replace(line, doubts=())
        if line.role is Role.PROCEDURE or line.in_columns or self._has_ended(line):
            self._end_label()
        if line.under:
            self._label = Label(line=line.under, kind=line.under.kind)
        self._paragraphs.append(Paragraph(line=line, label=self._label, opens=self._opens))
        if self._label and self._opens:
            self._in_row = _row(line) == _row(self._label.line)
        self._opens = False

    def _has_ended(self, line: Line) -> bool:
        """A label in a table ends with it, and with its row when what it is the label of stands there."""
        if self._label is None or self._label.line.block.kind is not BlockKind.CELL:
            return False
        here, there = _row(line), _row(self._label.line)
        return here[:1] != there[:1] or (not self._opens and self._in_row and here != there)

    def done(self) -> tuple[SessionOutline, ...]:
        self._end_topic()
        self._end_session()
        return tuple(self._sessions)

    def _end_label(self) -> None:
        """A label without anything under it is a paragraph itself, so that it is not lost."""
        if self._label and self._opens:
            self._paragraphs.append(Paragraph(line=self._label.line))
        self._label, self._opens = None, False

    def _end_topic(self) -> None:
        self._end_label()
        if self._topic.heading or self._paragraphs:
            self._topics.append(replace(self._topic, paragraphs=tuple(self._paragraphs)))
        self._topic, self._paragraphs = TopicOutline(heading=None), []

    def _end_session(self) -> None:
        if self._session.heading or self._topics:
            self._sessions.append(replace(self._session, topics=tuple(self._topics)))
        self._topics = []
