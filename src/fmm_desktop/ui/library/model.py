"""The lines of the library for its list. More of what was found is asked for as the reader scrolls."""

from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Signal

from fmm_desktop.ui.library.lines import HitLine, Line
from fmm_desktop.ui.library.words import LineWords
from fmm_desktop.ui.roles import ACCESSIBLE_TEXT, DISPLAY, ITEM, TOOL_TIP

_Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()


class LibraryModel(QAbstractListModel):
    """Owns its lines. Shows others by one reset, more by adding them."""

    more_wanted = Signal()

    def __init__(self, words: LineWords, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self._lines: tuple[Line, ...] = ()
        self._has_more = False

    @property
    def lines(self) -> tuple[Line, ...]:
        """What is shown."""
        return self._lines

    def show(self, lines: tuple[Line, ...], *, has_more: bool = False) -> None:
        """Show other lines."""
        self._has_more = has_more
        if lines == self._lines:
            return  # what is selected stays so
        self.beginResetModel()
        self._lines = lines
        self.endResetModel()

    def add(self, lines: tuple[Line, ...], *, has_more: bool) -> None:
        """Show more lines below those that are there."""
        self._has_more = has_more
        if lines:
            self.beginInsertRows(_NOWHERE, len(self._lines), len(self._lines) + len(lines) - 1)
            self._lines += lines
            self.endInsertRows()

    def line(self, index: _Index) -> Line | None:
        """Return what stands in a row."""
        return self._lines[index.row()] if index.isValid() and index.row() < len(self._lines) else None

    def place_of(self, line: Line | None) -> int:
        """Return the row of a line, or of what has come in its place: the same topic, or the same file; -1 for none."""
        if line is None:
            return -1
        wanted = _key(line)
        return next((row for row, one in enumerate(self._lines) if _key(one) == wanted), -1)

    def hit_under(self, line: Line) -> HitLine | None:
        """Return what was found first in the dossier of a line; None when nothing was looked for."""
        return next((one for one in self._lines if isinstance(one, HitLine) and one.file == line.file), None)

    def first_hit(self) -> int:
        """Return the row that a reader goes to first: what was found first, else the first dossier."""
        return 1 if len(self._lines) > 1 and isinstance(self._lines[1], HitLine) else 0

    def rowCount(self, parent: _Index = _NOWHERE) -> int:  # noqa: N802 - Qt's name
        """Return the number of lines."""
        return 0 if parent.isValid() else len(self._lines)

    def canFetchMore(self, parent: _Index) -> bool:  # noqa: N802 - Qt's name
        """Return whether more was found than is shown."""
        return self._has_more and not parent.isValid()

    def fetchMore(self, parent: _Index) -> None:  # noqa: N802 - Qt's name
        """Ask for more, which comes a moment later."""
        if self.canFetchMore(parent):
            self._has_more = False  # once
            self.more_wanted.emit()

    def data(self, index: _Index, role: int = DISPLAY) -> Any:  # noqa: ANN401 - Qt's type
        """Return the words of a line, or the line."""
        line = self.line(index)
        if line is None:
            return None
        if role == ITEM:
            return line
        if role in {DISPLAY, ACCESSIBLE_TEXT}:
            return self._words.whole(line)
        return self._words.tip(line) if role == TOOL_TIP else None


def _key(line: Line) -> tuple[object, ...]:
    return (line.file, line.hit.path) if isinstance(line, HitLine) else (line.file,)
