"""What each stretch of the body is: a heading, a label, a procedural line or text."""

import re
from collections.abc import Iterable, Iterator, Sequence
from enum import StrEnum
from itertools import pairwise

from msgspec import Struct

from fmm_desktop.dossier.model import Kind
from fmm_desktop.importing.agenda.draft import Doubt, Span
from fmm_desktop.importing.agenda.numbering import Sort, sort_of
from fmm_desktop.importing.agenda.phrases import Book
from fmm_desktop.importing.agenda.phrasing import heard
from fmm_desktop.importing.plain import Block, BlockKind, Weight

_LONGEST = 110  # characters of a plain heading; AGENDAS of ministries stay under 90
_LONGEST_WEIGHTED = 200
_MOST_WORDS = 16
_LONGEST_LABEL = 60
_ENDS_NO_HEADING = (".", ";", ":", ",", "!")
_LIST_SORTS = {Sort.LOWER, Sort.SIGN}


class Role(StrEnum):
    """What a stretch of the body is."""

    HEADING = "heading"
    LABEL = "label"
    PROCEDURE = "procedure"
    TEXT = "text"


class Line(Struct, frozen=True, kw_only=True):
    """A stretch of the body. `sort` is that of its number; `kind` that of a label, or None.

    A cell of a table with names of columns is `in_columns`, `under` the name of its own, if it has one; `begins_row` is
    set for the one that its row is about.
    """

    span: Span
    role: Role
    block: Block
    sort: Sort = Sort.NONE
    kind: Kind | None = None
    under: "Line | None" = None
    in_columns: bool = False
    begins_row: bool = False
    doubts: tuple[Doubt, ...] = ()

    @property
    def text(self) -> str:
        """The words of the stretch."""
        return self.block.text[self.span.start : self.span.end]


def lines_of(blocks: Sequence[Block], body: Iterable[Span], book: Book) -> list[Line]:
    """Return what each stretch of the body is, by what it says and how it is set; see `headings` for what follows."""
    found = [line for span in body for line in _lines(blocks[span.block], span, book)]
    found = _without_lists(found)
    weighted = sum(_is_set_apart(line.block) for line in found if line.role is Role.HEADING) >= _FEWEST_WEIGHTED
    return [_settled(line, place, found, book, weighted=weighted) for place, line in enumerate(found)]


_FEWEST_WEIGHTED = 2


def _lines(block: Block, span: Span, book: Book) -> Iterator[Line]:
    """Yield the parts of a stretch: most are one, a label or a title may stand before the text of its block."""
    whole = span.start == 0 and span.end == len(block.text)
    sort = sort_of(block, book) if span.start == 0 else Sort.NONE
    cut, kind = (_label(block.text, book) if span.start == 0 else (0, None)) if sort is not Sort.SIGN else (0, None)
    run_in = 0 if cut or span.start else _run_in(block.text, book)
    if whole and _is_procedure(block, sort, book):
        yield Line(span=span, role=Role.PROCEDURE, block=block, sort=sort)
    elif cut:
        yield Line(span=span._replace(end=cut), role=Role.LABEL, block=block, kind=kind)
        if rest := _rest(block, cut, span):
            yield Line(span=rest, role=Role.TEXT, block=block)
    elif run_in:
        yield Line(span=span._replace(end=run_in), role=Role.HEADING, block=block, sort=sort)
        if rest := _rest(block, run_in, span):
            yield Line(span=rest, role=Role.TEXT, block=block)
    elif whole and _looks_like_heading(block, sort, book):
        yield Line(span=span, role=Role.HEADING, block=block, sort=sort)
    else:
        yield Line(span=span, role=Role.TEXT, block=block, sort=sort)


def _rest(block: Block, cut: int, span: Span) -> Span | None:
    rest = block.text[cut : span.end]
    start = cut + len(rest) - len(rest.lstrip(" :–-"))
    return Span(span.block, start, span.end) if start < span.end else None


def _label(text: str, book: Book) -> tuple[int, Kind | None]:
    """Return where the label that a text is, or begins with, ends, and its kind; 0 for none."""
    if len(text) <= _LONGEST_LABEL and (whole := heard(text).strip(" :.-")) in book.labels:
        return len(text), book.labels[whole]
    label, colon, rest = text[: _LONGEST_LABEL + 1].partition(":")
    if colon and rest.strip() and (name := heard(label).strip()) in book.labels:
        return len(label) + 1, book.labels[name]
    return 0, None


def _run_in(text: str, book: Book) -> int:
    """Return where a title with its procedure in brackets, glued to the first sentence, ends; 0 for none."""
    match = _RUN_IN.match(text)
    return match.end("title") if match and heard(match["procedure"]) in book.procedures else 0


_RUN_IN = re.compile(r"(?P<title>[^.;:()]{3,90}\((?P<procedure>[^()]{3,60})\)\.?)\s*(?=[A-ZÀ-Þ“\"‘'])")


def _is_procedure(block: Block, sort: Sort, book: Book) -> bool:
    text = heard(block.text).strip(" .")
    in_brackets = text.startswith("(") and text.endswith(")") and text.strip("()") in book.procedures
    return (sort is Sort.SIGN and (block.marker == "=" or text in book.procedures)) or in_brackets


def _is_set_apart(block: Block) -> bool:
    return bool(block.level) or block.weight is not Weight.PLAIN


def _looks_like_heading(block: Block, sort: Sort, book: Book) -> bool:
    text = block.text
    if len(text) > _LONGEST_WEIGHTED or not any(map(str.isalpha, text)):
        return False
    if block.level:
        return True
    if sort in _LIST_SORTS:
        return False
    if block.weight is not Weight.PLAIN:
        return not text.endswith((".", ";"))
    if block.kind is BlockKind.CELL or (block.kind is BlockKind.ITEM and sort is Sort.NONE):
        return False
    return _is_short(text, sort) and not has_verb(text, book)


def has_verb(text: str, book: Book) -> bool:
    """Whether a text holds a verb that no heading has; `28 May` is a date."""
    return bool(book.verbs & set(re.findall(r"\w+", re.sub(r"\b\d{1,2} may\b", " ", heard(text)))))


def _is_short(text: str, sort: Sort) -> bool:
    """Whether a plain line is of the length of a heading, begins as one and ends as one."""
    begins = text.lstrip("\"'“‘«([")[:1]
    short = len(text) <= _LONGEST and len(text.split()) <= _MOST_WORDS
    ends = not text.endswith(_ENDS_NO_HEADING) or sort is Sort.SESSION
    return short and ends and (begins.isupper() or begins.isdigit())


def _without_lists(lines: list[Line]) -> list[Line]:
    """A line that comes again as a heading below is, above, an item of the list of what is on the agenda."""
    headings = [(place, heard(line.text)) for place, line in enumerate(lines) if line.role is Role.HEADING]
    last = {text: place for place, text in headings}
    bare = {text for (place, text), (after, _) in pairwise(headings) if after == place + 1}
    listed = {place for place, text in headings if text in bare and last[text] != place}
    return [_as_text(line) if place in listed else line for place, line in enumerate(lines)]


def _as_text(line: Line) -> Line:
    return Line(span=line.span, role=Role.TEXT, block=line.block, sort=line.sort)


def _settled(line: Line, place: int, lines: Sequence[Line], book: Book, *, weighted: bool) -> Line:
    """Return the line as what it is beside the others: where headings are set in bold, a plain line is none."""
    if line.role is Role.TEXT and place and lines[place - 1].role is Role.HEADING and _names_procedure(line, book):
        return Line(span=line.span, role=Role.PROCEDURE, block=line.block, sort=line.sort)
    if line.role is not Role.HEADING or _is_set_apart(line.block):
        return line
    before, last = (lines[place - 1] if place else None), place == len(lines) - 1
    if before and before.role is Role.HEADING and _names_procedure(line, book):
        return Line(span=line.span, role=Role.PROCEDURE, block=line.block, sort=line.sort)
    after = lines[place + 1].role if place + 1 < len(lines) else None
    if before and before.role is Role.LABEL and (after is Role.LABEL or _names_procedure(line, book)):
        return _as_text(line)
    if (weighted and line.sort is Sort.NONE) or (last and line.sort is Sort.NONE):
        return _as_text(line)
    return line


def _names_procedure(line: Line, book: Book) -> bool:
    return heard(line.text).strip(" ()-.") in book.procedures
