"""Where a cell of a table stands, by what begins and ends: table, row and column, whatever a format calls them."""

from enum import Enum, auto

from fmm_desktop.importing.plain import Cell


class _Part(Enum):
    TABLE = auto()
    ROW = auto()
    CELL = auto()


_PARTS = {
    **dict.fromkeys(("tbl", "table"), _Part.TABLE),
    **dict.fromkeys(("tr", "row", "table-row"), _Part.ROW),
    **dict.fromkeys(("tc", "td", "th", "entry", "table-cell", "covered-table-cell"), _Part.CELL),
}
_WIDEST, _TALLEST = 100, 10_000  # what a hostile file says of a cell is not believed


class _Table:
    """A table that we stand in."""

    def __init__(self, number: int) -> None:
        self.number = number
        self.row = -1
        self.column = self._after = 0
        self._held: dict[int, int] = {}  # columns that cells of rows above take, with for how many rows more

    def begin_row(self) -> None:
        self.row += 1
        self._after = 0
        self._held = {column: rows - 1 for column, rows in self._held.items() if rows > 1}

    def begin_cell(self, wide: int, tall: int) -> None:
        self.column = self._after
        while self.column in self._held:
            self.column += 1
        self._after = self.column + wide
        if tall > 1:
            self._held |= dict.fromkeys(range(self.column, self._after), tall)


class Tables:
    """The tables that we stand in, one within another."""

    def __init__(self) -> None:
        self._open: list[_Table] = []
        self._count = 0

    @property
    def here(self) -> Cell | None:
        """The cell that we stand in; None outside tables."""
        table = self._open[-1] if self._open else None
        return Cell(table.number, table.row, table.column) if table and table.row >= 0 else None

    def begin(self, tag: str, wide: int = 1, tall: int = 1) -> None:
        """An element begins: if it is a cell, so many columns wide and rows tall."""
        part = _PARTS.get(tag)
        if part is _Part.TABLE:
            self._count += 1
            self._open.append(_Table(self._count))
        elif part is _Part.ROW and self._open:
            self._open[-1].begin_row()
        elif part is _Part.CELL and self._open:
            self._open[-1].begin_cell(min(max(wide, 1), _WIDEST), min(max(tall, 1), _TALLEST))

    def end(self, tag: str) -> None:
        """An element ends."""
        if _PARTS.get(tag) is _Part.TABLE and self._open:
            self._open.pop()
