"""Tables of two columns in a PDF: what tells them from text with a margin beside it, and which line is in which cell.

A row begins where a part of the left column and one of the right column begin at one height. In a margin what stands
beside the text does not begin with each of its paragraphs.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

from fmm_desktop.importing.pdf_lines import Line
from fmm_desktop.importing.plain import Cell

_SAME = 2.0
"""How far apart in points parts of one row stand, or begin in one column, at most."""

_FEWEST_ROWS = 3
_APART = 1.25
"""How far from the line above it a line begins anew, in usual distances of lines."""

_LOOSER = 1.08
"""How far from the line above it a line is likely to begin anew."""

_CLOSE = 0.9
"""How far in heights of a line two lines of one column stand apart at least."""

_FAR = 6.0
"""How far below a line of the table the next one stands at most, in usual distances of lines."""

_AGAIN = 0.5
"""Which share of what begins the rows comes back on another page in a margin."""


class Place(NamedTuple):
    """The cell that a line is in, and the right edge of its column in points."""

    cell: Cell
    right: float


class Tables(NamedTuple):
    """The places of lines in tables of two columns, and the lines that say the names of the columns once more."""

    places: dict[Line, Place]
    again: frozenset[Line]


class _Sides(NamedTuple):
    """Where the two columns begin."""

    left: float
    right: float

    def column(self, line: Line) -> int | None:
        """Return the column that a line stands in; None for a line of no column."""
        if line.left >= self.right - _SAME:
            return 1
        return 0 if line.left >= self.left - _SAME and line.right <= self.right else None


_Row = tuple[list[Line], list[Line]]


class _Table(NamedTuple):
    """The lines of each row of a table on one page, column by column; `opens` when its first row begins there.

    `names` are the words of its first row, `again` the lines that say them once more, which are in no row.
    """

    sides: _Sides
    rows: list[_Row]
    opens: bool
    names: tuple[str, ...]
    again: tuple[Line, ...] = ()


def placed(pages: Sequence[Sequence[Line]], leading: float) -> Tables:
    """Return where the lines of tables of two columns stand; `leading` is the usual distance of lines in points."""
    found: dict[Line, Place] = {}
    again: set[Line] = set()
    tables: list[tuple[int, _Table]] = []
    for number, lines in enumerate(pages):
        before = tables[-1][1] if tables and tables[-1][0] == number - 1 else None
        tables += ((number, table) for table in _tables(lines, leading, before))
    margins = _margins(tables)
    count = row = 0
    for place, (_, table) in enumerate(tables):
        if place in margins:
            continue
        again.update(table.again)
        if table.opens or not count:
            count, row = count + 1, -1
        for number, columns in enumerate(table.rows):
            row += table.opens or number > 0 or bool(columns[0]) or row < 0
            for column, lines in enumerate(columns):
                edge = max((line.right for one in table.rows for line in one[column]), default=0.0)
                found |= {line: Place(Cell(count, row, column), edge) for line in lines}
    return Tables(found, frozenset(again))


def by_cells(lines: Sequence[Line], places: Mapping[Line, Place]) -> list[Line]:
    """Return the lines of a page with those of each table together, cell after cell, where the first of them stood."""
    starts: dict[int, int] = {}
    keys: dict[Line, tuple[int, int, int, float]] = {}
    for number, line in enumerate(lines):
        if place := places.get(line):
            table, row, column = place.cell
            keys[line] = (starts.setdefault(table, number), row, column, -line.bottom)
        else:
            keys[line] = (number, 0, 0, 0.0)
    return sorted(lines, key=keys.__getitem__)


def _margins(tables: Sequence[tuple[int, _Table]]) -> set[int]:
    """Which of the tables are none: what stands to the left comes back on other pages."""
    counts = Counter(text for _, table in tables for text in _firsts(table))
    return {
        place
        for place, (_, table) in enumerate(tables)
        if sum(counts[text] > 1 for text in _firsts(table)) > _AGAIN * len(table.rows)
    }


def _firsts(table: _Table) -> set[str]:
    return {left[0].text for left, _ in table.rows if left}


def _tables(lines: Sequence[Line], leading: float, before: _Table | None) -> Iterator[_Table]:
    """Yield the tables of a page, from its top; the first may go on with the last of the page before."""
    bands = _bands(lines)
    start = 0
    if before and (table := _next(bands, before, leading)):
        yield table
        start = len(table.again[:1]) + len({line.bottom for row in table.rows for column in row for line in column})
    while start < len(bands):
        sides = _sides(bands[start])
        rows, end = _rows(bands, start, sides, leading) if sides else ([], start)
        if sides and _is_table(rows):
            yield _Table(sides, rows, opens=True, names=tuple(line.text for line in bands[start]))
            start = end
        else:
            start += 1


def _next(bands: Sequence[Sequence[Line]], before: _Table, leading: float) -> _Table | None:
    """Return what goes on at the top of a page with the table that ended the page before."""
    if not bands or before.sides.column(bands[0][-1]) != 1:
        return None
    again = bands[0] if tuple(line.text for line in bands[0]) == before.names else ()
    rows, _ = _rows(bands, len(again[:1]), before.sides, leading)
    return _Table(before.sides, rows, opens=False, names=before.names, again=tuple(again)) if rows else None


def _is_table(rows: Sequence[_Row]) -> bool:
    """Rows of one line each are no table for us: so are the names and values at the head of a letter set."""
    return len(rows) >= _FEWEST_ROWS and any(len(column) > 1 for row in rows for column in row)


def _bands(lines: Sequence[Line]) -> list[list[Line]]:
    """Return the lines that stand at one height together, from top to bottom, and each from left to right."""
    bands: list[list[Line]] = []
    for line in sorted(lines, key=lambda line: -line.bottom):
        if bands and bands[-1][0].bottom - line.bottom <= _SAME:
            bands[-1].append(line)
        else:
            bands.append([line])
    return [sorted(band, key=lambda line: line.left) for band in bands]


def _sides(band: Sequence[Line]) -> _Sides | None:
    return _Sides(band[0].left, band[1].left) if len(band) == 2 and band[0].right < band[1].left else None  # noqa: PLR2004


def _rows(bands: Sequence[Sequence[Line]], start: int, sides: _Sides, leading: float) -> tuple[list[_Row], int]:
    """Return the rows of the table that begins at `start`, and where it ends; no rows when it is not a table."""
    end = _reach(bands, start, sides, leading)
    columns = [[line for band in bands[start:end] for line in band if sides.column(line) == own] for own in (0, 1)]
    if any(a.bottom - b.bottom < _CLOSE * b.height for column in columns for a, b in pairwise(column)):
        return [], start  # columns beside each other that are not at the same heights: there are more than two
    edges = (sides.right - leading, max((line.right for line in columns[1]), default=0.0))
    apart = [_apart(column, leading) for column in columns]
    begins = [_roomy(column, edge, leading) for column, edge in zip(columns, edges, strict=True)]
    rows: list[_Row] = []
    stray = 0
    for band in bands[start:end]:
        own = [[line for line in band if sides.column(line) == column] for column in (0, 1)]
        anew = [bool(begins[column].intersection(own[column])) for column in (0, 1)]
        stray += anew[0] and not anew[1]
        if apart[0].intersection(own[0]) and not anew[1]:
            return [], start
        if all(anew) or not rows:
            rows.append(([], []))
        for column in (0, 1):
            rows[-1][column].extend(own[column])
    return (rows, end) if stray < len(rows) else ([], start)


def _reach(bands: Sequence[Sequence[Line]], start: int, sides: _Sides, leading: float) -> int:
    """Where the table ends: at a line of no column, at three parts in a row, far below, or at text on the left."""
    left = bands[start]
    for place, band in enumerate(bands[start:], start):
        columns = [sides.column(line) for line in band]
        above = bands[max(place - 1, start)]
        alone = columns == [0] and left[0].bottom - band[0].bottom > _APART * leading
        if columns not in ([0], [1], [0, 1]) or alone or above[0].bottom - band[0].bottom > _FAR * leading:
            return place
        left = band if 0 in columns else left
    return len(bands)


def _apart(column: Sequence[Line], leading: float) -> set[Line]:
    """The lines of a column that stand apart from the one above."""
    return {*column[:1], *(b for a, b in pairwise(column) if a.bottom - b.bottom > _APART * leading)}


def _roomy(column: Sequence[Line], edge: float, leading: float) -> set[Line]:
    """The lines of a column that begin a paragraph: set apart a little, or with a place on the line above."""
    return {
        *column[:1],
        *(
            below
            for above, below in pairwise(column)
            if above.bottom - below.bottom > _LOOSER * leading or above.right + _first_word(below) < edge
        ),
    }


def _first_word(line: Line) -> float:
    """How wide the first word of a line is with the blank before it, in points."""
    letter = (line.right - line.left) / max(len(line.text), 1)
    return letter * (len(line.text.split(maxsplit=1)[0]) + 1)
