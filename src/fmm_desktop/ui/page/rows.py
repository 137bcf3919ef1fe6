"""Where the numbered rows of a page stand in its document, looked up when somebody asks."""

from PySide6.QtCore import QRectF

TYPE_CHECKING = False
if TYPE_CHECKING:
    from PySide6.QtGui import QTextDocument


class Rows:
    """Finds rows by their key. `numbered` gives (key, number) of each row in order."""

    def __init__(self, document: "QTextDocument", numbered: tuple[tuple[str, str], ...]) -> None:
        self._document = document
        self._numbered = numbered
        self._found: dict[str, tuple[int, int]] | None = None

    @property
    def keys(self) -> tuple[str, ...]:
        """The keys of all rows, from top to bottom."""
        return tuple(self._ranges())

    def __contains__(self, key: str) -> bool:
        """Whether there is a row with this key."""
        return key in self._ranges()

    def span(self, key: str) -> tuple[int, int]:
        """Return where the text of a row starts and ends in the document; KeyError when there is no such row."""
        return self._ranges()[key]

    def rectangle(self, key: str) -> QRectF:
        """Return where the text of a row stands in the document, in pixels; KeyError when there is no such row."""
        start, end = self.span(key)
        layout = self._document.documentLayout()
        first = layout.blockBoundingRect(self._document.findBlock(start))
        return first.united(layout.blockBoundingRect(self._document.findBlock(end)))

    def at(self, height: float, air: float) -> str:
        """Return the key of the row at a height in the document, with `air` pixels around it; "" when there is none."""
        for key in self._ranges():
            rectangle = self.rectangle(key)
            if rectangle.top() - air <= height <= rectangle.bottom() + air:
                return key
        return ""

    def _ranges(self) -> dict[str, tuple[int, int]]:
        """Return the (start, end) of the text of each row: the cell beside the one that holds its number."""
        if self._found is None:
            from PySide6.QtGui import QTextTable  # noqa: PLC0415 - not needed by the first page

            keys = {number: key for key, number in self._numbered}
            self._found = {}
            for table in self._document.rootFrame().childFrames():
                if not isinstance(table, QTextTable):
                    continue
                for row in range(table.rows()):
                    number = table.cellAt(row, 0).firstCursorPosition().block().text().partition(" ")[0]
                    text = table.cellAt(row, 1)
                    if number in keys:
                        self._found[keys[number]] = (text.firstPosition(), text.lastPosition())
        return self._found
