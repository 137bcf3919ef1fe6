"""Tables whose first row names what stands in each column: labels for the cells below, and topics for the rows."""

from collections.abc import Iterator, Sequence
from itertools import groupby, pairwise
from typing import NamedTuple

from msgspec.structs import replace

from fmm_desktop.importing.agenda.draft import Doubt, Span
from fmm_desktop.importing.agenda.lines import Line, Role
from fmm_desktop.importing.agenda.numbering import Sort
from fmm_desktop.importing.agenda.phrases import Book
from fmm_desktop.importing.agenda.phrasing import heard
from fmm_desktop.importing.plain import Block, BlockKind, Cell

_LONGEST_NAME = 60  # characters of what a column is called
_LONGEST_TOPIC = 200
_ENOUGH = 2  # columns with names that are known, where none is of topics
_NUMBERED = {Sort.ARABIC, Sort.ITEM, Sort.DOTTED}


class Columned(NamedTuple):
    """The lines with each cell under the name of its column; `names` is where those names stand."""

    lines: list[Line]
    names: frozenset[Span]


def without_frames(blocks: Sequence[Block]) -> list[Block]:
    """Return the blocks with those as paragraphs that stand in a table for its looks alone: no row has two columns."""
    columns: dict[tuple[int, int], set[int]] = {}
    for block in blocks:
        if block.cell:
            columns.setdefault(block.cell[:2], set()).add(block.cell.column)
    tables = {table for (table, _), own in columns.items() if len(own) > 1}
    return [_as_paragraph(block) if block.cell and block.cell.table not in tables else block for block in blocks]


def _as_paragraph(block: Block) -> Block:
    return replace(block, kind=BlockKind.PARAGRAPH, cell=None)


def by_columns(lines: Sequence[Line], book: Book) -> Columned:
    """Return the lines of a document with its tables read; what stands behind a table of topics may be of none."""
    made: list[Line] = []
    names: set[Span] = set()
    after = False
    for number, group in groupby(lines, key=_table):
        found = list(group)
        heads = _heads(found, book) if number > 0 else {}
        if heads:
            names |= {line.span for line in heads.values()}
            found = list(_rows(found[len(heads) :], heads, book))
        elif number:
            found = _doubted(found) if number > 0 else _unplaced(found)
        elif after and found[0].role is Role.TEXT:
            found[0] = replace(found[0], doubts=(Doubt.SAME_TOPIC,))
        after = bool(heads) and any(line.begins_row for line in found)
        made += found
    return Columned(made, frozenset(names))


def _table(line: Line) -> int:
    """Return the number of the table; 0 outside tables, -1 in one whose cells have no places."""
    unplaced = -1 if line.block.kind is BlockKind.CELL else 0
    return line.block.cell.table if line.block.cell else unplaced


def _cell(line: Line) -> Cell:
    return line.block.cell or Cell(0, 0, 0)


def _first_row(lines: Sequence[Line]) -> list[Line]:
    return [line for line in lines if _cell(line).row == _cell(lines[0]).row]


def _heads(lines: Sequence[Line], book: Book) -> dict[int, Line]:
    """Return what names each column; empty when the first row does not name them, or some column has two names."""
    row = _first_row(lines)
    heads = {_cell(line).column: line for line in row}
    below = lines[len(row) :]
    if not below or len(heads) < len(row) or any(len(line.text) > _LONGEST_NAME for line in row):
        return {}
    if _has_named_rows(below):
        return {}
    known = sum(line.role is Role.LABEL for line in row)
    topics = any(_is_of_topics(line, book) for line in row)
    return heads if known >= _ENOUGH or (known and topics) else {}


def _has_named_rows(lines: Sequence[Line]) -> bool:
    first = min(_cell(line).column for line in lines)
    return any(line.role is Role.LABEL and _cell(line).column == first for line in lines)


def _is_of_topics(head: Line, book: Book) -> bool:
    return heard(head.text).strip(" .:") in book.columns


def _rows(lines: Sequence[Line], heads: dict[int, Line], book: Book) -> Iterator[Line]:
    """Yield the cells below the names: one that says what its row is about is a heading."""
    for _, cell in groupby(lines, key=_cell):
        here = list(cell)
        head = heads.get(_cell(here[0]).column)
        of_topics = head is not None and _is_of_topics(head, book)
        numbered = here[0].sort in _NUMBERED and _cell(here[0]).column == min(heads)
        if (of_topics or numbered) and len(here[0].text) <= _LONGEST_TOPIC:
            yield _as_topic(here[0])
            yield from (_under(line, None) for line in here[1:])
        else:
            yield from (_under(line, head) for line in here)


def _as_topic(line: Line) -> Line:
    return replace(line, role=Role.HEADING, kind=None, in_columns=True, begins_row=True)


def _under(line: Line, head: Line | None) -> Line:
    """A cell below no name is read by what it says, which is unsure, as is a label within a cell."""
    if line.role is Role.PROCEDURE:
        return line
    unsure = line.role is Role.LABEL or head is None or head.role is not Role.LABEL
    return replace(line, role=Role.TEXT, kind=None, in_columns=True, under=head, doubts=(Doubt.KIND,) if unsure else ())


def _doubted(lines: list[Line]) -> list[Line]:
    """A label that ends the first row names what stands below it, or does not: that is unsure of all of the table."""
    row = _first_row(lines)
    below = lines[len(row) :]
    if row[-1].role is not Role.LABEL or row[0].role is Role.LABEL or not below or _has_named_rows(below):
        return lines
    return [replace(line, role=Role.TEXT, kind=None, doubts=(Doubt.KIND,)) for line in lines]


def _unplaced(lines: list[Line]) -> list[Line]:
    """One label straight after another names a column, it seems, but which cells stand in it is not told."""
    row = next((place for place, (one, two) in enumerate(pairwise(lines)) if one.role is two.role is Role.LABEL), None)
    if row is None:
        return lines
    below = (replace(line, doubts=(Doubt.KIND,)) if line.role is Role.TEXT else line for line in lines[row:])
    return [*lines[:row], *below]
