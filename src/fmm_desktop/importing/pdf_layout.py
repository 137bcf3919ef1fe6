"""What the lines of a PDF are by where they stand: headers, margins, footnotes or text; and in what order they come."""

import math
import re
import statistics
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

from fmm_desktop.importing.pdf_lines import Line, Pages
from fmm_desktop.importing.pdf_tables import Place, by_cells, placed

_EDGE, _EDGE_POINTS = 0.12, 60.0
"""How near to the edge of a page a line can be a header or footer: a share of its height, or points."""

_REPEATED = 0.4
_APART = 1.4
_HEADING = 1.12
_NUMBER = re.compile(
    r"(?:(?:pagina|page|blad|p\.)\s*)?[-–]?\s*\d{1,4}\s*(?:(?:van|of|/)\s*\d{1,4}\s*)?[-–]?", re.IGNORECASE
)
_KAMERSTUK = re.compile(
    r"kst-[\w-]+|issn \d{4} ?- ?\d{4}|[’']s-gravenhage \d{4}|"
    r"(?:tweede|eerste) kamer(?: der staten-generaal|, vergaderjaar).*",
    re.IGNORECASE,
)
_ASIDE = 5.0
_FAR = 60.0
_MARGIN_SHARE = 0.15
_ROW = 3
"""How many parts make a line a row of a table: text with a margin beside it has two."""

_SMALL = 0.93
_DISORDER = 0.1
_COLUMN_LETTERS = 25
_NOTE = re.compile(r"[\[(]?(?P<number>\d{1,3})[\])]?(?:\s+|(?=[^\d\s.,/-]))(?P<text>.*)")


class Role(NamedTuple):
    """What a line is: `out` says why it is left out ("" for text), `note` the number of the footnote that it is in.

    `place` is the cell of a table of two columns; other tables are not told.
    """

    line: Line
    out: str = ""
    note: str = ""
    place: Place | None = None


class Measures(NamedTuple):
    """What is usual in a document: the height of its text, the distance of lines, and the edges of its column.

    `outer` is where lines begin that run on into the column: what stands to the right of it is in no margin.
    """

    height: float
    leading: float
    left: float
    right: float
    outer: float = math.inf


def laid_out(pages: Pages) -> tuple[list[Role], Measures]:
    """Return the lines of all pages in reading order, each with its role."""
    repeated = _repeated(pages)
    measures = measured([line for lines in pages.lines for line in lines])
    raised = {line.text[start:end] for lines in pages.lines for line in lines for start, end in line.raised}
    notes = {line for lines in pages.lines for line in lines if _is_note(line, raised, measures)}
    edges = [
        _edges([line for line in lines if line not in notes], height, repeated, measures)
        for lines, (_, height) in zip(pages.lines, pages.sizes, strict=True)
    ]
    inner = [[x for x in lines if x not in outs] for lines, outs in zip(pages.lines, edges, strict=True)]
    places, again = placed([[line for line in lines if line not in notes] for lines in inner], measures.leading)
    edges = [outs | {x: "header" for x in own if x in again} for outs, own in zip(edges, inner, strict=True)]
    inner = [[x for x in own if x not in again] for own in inner]
    around = [line for lines in pages.lines for line in lines if line not in places]
    measures = measured(around) if places and around else measures
    measures = measures._replace(outer=_outer([line for own in inner for line in own], measures))
    margins = _margins(around, measures)
    roles: list[Role] = []
    for lines, outs, own, (_, height) in zip(pages.lines, edges, inner, pages.sizes, strict=True):
        parts = Counter(line.bottom for line in lines if line.cell)
        rows = {bottom for bottom, count in parts.items() if count >= _ROW}
        free = (line for line in own if line not in places and line.bottom not in rows)
        aside = {line for line in free if margins and _is_aside(line, measures)}
        body = by_cells(_in_order(_alone([line for line in own if line not in aside], places), places), places)
        out = [Role(line, outs.get(line, "margin")) for line in lines if line in outs or line in aside]
        tops = [role for role in out if role.line.bottom > height / 2]
        feet = [role for role in out if role.line.bottom <= height / 2]
        placed_ = [role._replace(place=places.get(role.line)) for role in _with_notes(body, raised, measures)]
        roles += [*tops, *placed_, *feet]
    return roles, measures


def measured(lines: Sequence[Line]) -> Measures:
    """Return what is usual, by the number of letters that are set so."""
    heights = _weighed((round(line.height, 1), line) for line in lines)
    text = [line for line in lines if abs(line.height - heights) <= heights / 10] or lines
    left = _weighed((round(line.left), line) for line in text)
    column = sorted(line.right for line in text if abs(line.left - left) <= _ASIDE)
    steps = (a.bottom - b.bottom for a, b in pairwise(text) if a.page == b.page)
    gaps = [step for step in steps if heights / 2 < step < heights * 3]
    leading = statistics.mode(round(gap, 1) for gap in gaps) if gaps else heights * 1.3
    return Measures(heights, leading, left, column[int(len(column) * 0.9)] if column else left)


def _weighed(found: Iterable[tuple[float, Line]]) -> float:
    counts: Counter[float] = Counter()
    for value, line in found:
        counts[value] += len(line.text)
    return counts.most_common(1)[0][0]


def _key(line: Line) -> str:
    return re.sub(r"\d+", "#", line.text.lower())


def _repeated(pages: Pages) -> frozenset[str]:
    """The lines at head and foot that come back on many pages, numbers in them left aside."""
    counts = Counter(
        key
        for lines, size in zip(pages.lines, pages.sizes, strict=True)
        for key in {_key(line) for line in lines if _at_edge(line, size[1])}
    )
    least = max(2, _REPEATED * len(pages.lines))
    return frozenset(key for key, count in counts.items() if count >= least)


def _at_edge(line: Line, height: float) -> bool:
    edge = max(_EDGE * height, _EDGE_POINTS)
    return not edge <= line.bottom <= height - edge


def _edges(lines: Sequence[Line], height: float, repeated: frozenset[str], measures: Measures) -> dict[Line, str]:
    """Headers, footers and page numbers of a page; what is repeated stands apart from the text, too."""
    edge = {line for line in lines if _at_edge(line, height)}
    found = {line: "page number" for line in edge if _NUMBER.fullmatch(line.text)}
    from_below = sorted(lines, key=lambda line: line.bottom) if len(edge) > len(found) else []
    for name, ordered in (("header", from_below), ("footer", from_below[::-1])):
        before: Line | None = None
        for line in ordered:
            if line in edge and line not in found and (line.bottom > height / 2) == (name == "header"):
                apart = before is None or before in found or _distance(line, before) > _APART * measures.leading
                again = _key(line) in repeated and line.height < _HEADING * measures.height
                if (again and apart) or _KAMERSTUK.fullmatch(line.text):
                    found[line] = name
            before = line
    return found


def _distance(a: Line, b: Line) -> float:
    return abs(a.bottom - b.bottom)


def _is_aside(line: Line, measures: Measures) -> bool:
    """Whether a line stands beside the column of the text."""
    left_of = line.right < measures.left - _ASIDE and line.left <= min(measures.left - _FAR, measures.outer - _ASIDE)
    return left_of or line.left > measures.right + _ASIDE


def _outer(lines: Sequence[Line], measures: Measures) -> float:
    """Where the second of the lines begins that run from far to the left into the column; infinite for fewer."""
    into = (x.left for x in lines if x.left <= measures.left - _FAR and x.right > measures.left + _FAR and not x.cell)
    return next(iter(sorted(into)[1:]), math.inf)


def _margins(lines: Sequence[Line], measures: Measures) -> bool:
    """Whether what stands beside the column is a margin, and not a second column."""
    aside = sum(len(line.text) for line in lines if _is_aside(line, measures))
    return 0 < aside < _MARGIN_SHARE * sum(len(line.text) for line in lines)


def _in_order(lines: list[Line], places: Mapping[Line, Place]) -> list[Line]:
    """Most files write the text in reading order; in others columns are put in a row, or lines from top to bottom."""
    cells = [line for line in lines if line.cell and line not in places]
    if len(cells) > len(lines) / 2 and sum(len(line.text) for line in cells) > _COLUMN_LETTERS * len(cells):
        middle = (min(line.left for line in lines) + max(line.right for line in lines)) / 2
        return sorted(lines, key=lambda line: (line.left > middle, -line.bottom))
    jumps = sum(b.bottom > a.bottom + a.height and b.left < a.right and a.left < b.right for a, b in pairwise(lines))
    if jumps > max(2, _DISORDER * len(lines)):
        return sorted(lines, key=lambda line: (-round(line.bottom), line.left))
    return lines


def _alone(lines: Sequence[Line], places: Mapping[Line, Place]) -> list[Line]:
    """A line that was parted from the margin beside it alone is a line again."""
    parts = Counter(line.bottom for line in lines if line.cell)
    alone = {line for line in lines if parts[line.bottom] == 1 and line not in places}
    return [line._replace(cell=False) if line in alone else line for line in lines]


def _with_notes(lines: list[Line], raised: set[str], measures: Measures) -> list[Role]:
    """The small lines that end a page are footnotes from the first on that begins with a number of one."""
    start = len(lines)
    while start and lines[start - 1].height < _SMALL * measures.height:
        start -= 1
    roles, note = [Role(line) for line in lines[:start]], ""
    for line in lines[start:]:
        found = _NOTE.fullmatch(line.text) if _is_note(line, raised, measures) else None
        note = found["number"] if found else note
        roles.append(Role(line, note=note))
    return roles


def _is_note(line: Line, raised: set[str], measures: Measures) -> bool:
    """Whether a small line begins with a number that is raised somewhere in the text."""
    found = _NOTE.fullmatch(line.text) if line.height < _SMALL * measures.height else None
    return found is not None and found["number"] in raised


def without_number(text: str, number: str) -> str:
    """Return the text of the first line of a footnote."""
    found = _NOTE.fullmatch(text)
    return found["text"] if found and found["number"] == number else text
