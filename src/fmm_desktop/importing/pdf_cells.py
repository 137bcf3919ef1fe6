"""Where a line of a PDF is parted into columns: at wide gaps, and at narrow ones in a table whose columns are known."""

import re
from collections.abc import Sequence
from itertools import pairwise

from fmm_desktop.importing.markers import marked

_GAP = 2.0
"""How wide a gap parts two columns, in heights of a line."""

_GAP_IN_TABLE, _WIDER = 0.5, 1.6
"""How wide a gap in front of a known column is at least: in heights of a line, and beside the narrowest gap in it."""

_SAME_COLUMN = 1.0
"""How far apart in points two cells of one column begin at most."""

_ROWS_APART = 3.0

_FROM_THE_RIGHT = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")

Span = tuple[int, int]
Sides = tuple[float, float]


class Columns:
    """The columns of the table that we may stand in, by where the cells of its first row begin."""

    def __init__(self) -> None:
        self._lefts: list[float] = []
        self._bottom = 0.0

    def reach(self, left: float, bottom: float, height: float) -> bool:
        """Whether a line that begins there may be a row of the table; one that may not ends it."""
        near = 0 <= self._bottom - bottom <= _ROWS_APART * height
        if not (near and self.begins(left)):
            self._lefts = []
        self._bottom = bottom
        return bool(self._lefts)

    def begins(self, left: float) -> bool:
        """Whether a column begins there."""
        return any(abs(left - own) <= _SAME_COLUMN for own in self._lefts)

    def row(self, lefts: Sequence[float]) -> None:
        """Take the places where the cells of a row begin; a line of one part at the first column ends the table."""
        if len(lefts) > 1:
            self._lefts = self._lefts or list(lefts)
        elif self._lefts and abs(lefts[0] - self._lefts[0]) <= _SAME_COLUMN:
            self._lefts = []


def parted(text: str, words: Sequence[Span], sides: Sequence[Sides], height: float, columns: Columns) -> list[Span]:
    """Return where the parts of a line begin and end; it is not parted behind the number of an item.

    `words` say where they begin and end in the text, `sides` where on the page.
    """
    if _FROM_THE_RIGHT.search(text):  # each word of it stands to the left of the one before
        return [(words[0][0], words[-1][1])]
    gaps = [after[0] - before[1] for before, after in pairwise(sides)]
    least = _WIDER * min(gaps) if len(gaps) > 1 else 0.0
    parts = [words[0]]
    for gap, (left, _), (start, end) in zip(gaps, sides[1:], words[1:], strict=True):
        in_table = gap > max(_GAP_IN_TABLE * height, least) and columns.begins(left)
        apart = gap > _GAP * height or gap < -height or in_table
        if apart and not marked(f"{text[slice(*parts[-1])]} x").marker:
            parts.append((start, end))
        parts[-1] = (parts[-1][0], end)
    return parts
