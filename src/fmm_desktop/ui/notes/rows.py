"""A table of values: sorted by a click on a heading, several rows chosen at a time. For all notes, and for the bin."""

from collections.abc import Callable, Iterable, Sequence
from typing import Any, NamedTuple

from PySide6.QtCore import (
    QAbstractTableModel,
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPoint,
    Qt,
    Signal,
)
from PySide6.QtGui import QContextMenuEvent, QFont, QKeyEvent, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QTableView, QWidget

from fmm_desktop.ui.flat import flatten
from fmm_desktop.ui.roles import DISPLAY, ITEM, TOOL_TIP

_Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()
_SHOWN, _TIP = 300, 1000  # letters in a cell, and in what explains it


class Column(NamedTuple):
    """A column: its heading, what it says of a row, by what it sorts, and how many letters wide it is."""

    heading: str
    words: Callable[[Any], str]
    key: Callable[[Any], Any]
    width: int


class RowsModel(QAbstractTableModel):
    """Rows in the order of a column; changed by one reset."""

    def __init__(self, columns: Sequence[Column], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._columns = columns
        self._rows: list[Any] = []
        self._by, self._backwards = 0, False

    @property
    def rows(self) -> Sequence[Any]:
        """The rows as they stand."""
        return self._rows

    def show(self, rows: Iterable[Any]) -> None:
        """Show other rows, in the order that was chosen."""
        self.beginResetModel()
        self._rows = list(rows)
        self._arrange()
        self.endResetModel()

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Sort by a column; rows that are the same there stay in order."""
        self._by, self._backwards = max(column, 0), order == Qt.SortOrder.DescendingOrder
        self.show(self._rows)

    def _arrange(self) -> None:
        self._rows.sort(key=self._columns[self._by].key, reverse=self._backwards)

    def rowCount(self, parent: _Index = _NOWHERE) -> int:  # noqa: N802 - Qt's name
        """Return the number of rows."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: _Index = _NOWHERE) -> int:  # noqa: N802 - Qt's name
        """Return the number of columns."""
        return 0 if parent.isValid() else len(self._columns)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = DISPLAY) -> Any:  # noqa: ANN401, N802
        """Return the heading of a column."""
        return self._columns[section].heading if role == DISPLAY and orientation == Qt.Orientation.Horizontal else None

    def data(self, index: _Index, role: int = DISPLAY) -> Any:  # noqa: ANN401 - Qt's type
        """Return the words of a cell on one line, all of them as what explains it, or the row itself."""
        if not index.isValid() or index.row() >= len(self._rows):
            return None
        row = self._rows[index.row()]
        if role == ITEM:
            return row
        if role == DISPLAY:
            return " ".join(self._columns[index.column()].words(row)[:_SHOWN].split())
        if role == TOOL_TIP:
            words = self._columns[index.column()].words(row)
            return words[:_TIP].replace("&", "&amp;").replace("<", "&lt;").replace("\n", "<br>") if words else None
        return None


class RowsView(QTableView):
    """Shows rows; Enter and a double click go to one, Delete deletes those that are chosen."""

    gone_to = Signal(object)  # the row
    delete_wanted = Signal()
    chosen_changed = Signal()
    menu_wanted = Signal(QPoint)  # on the screen: the chosen rows are to be done something with

    def __init__(self, columns: Sequence[Column], key: Callable[[Any], object], parent: QWidget | None = None) -> None:
        """`key` tells a row from others, also after they are shown anew."""
        super().__init__(parent)
        self._key = key
        self._hint = ""
        self._rows = RowsModel(columns, self)
        self.setModel(self._rows)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setAlternatingRowColors(True)
        self.verticalHeader().hide()
        self._lay_columns(columns)
        flatten(self)
        self.doubleClicked.connect(self._go_to)
        self.selectionModel().selectionChanged.connect(lambda *_: self.chosen_changed.emit())

    def _lay_columns(self, columns: Sequence[Column]) -> None:
        letter, line = self.fontMetrics().averageCharWidth(), self.fontMetrics().height()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setDefaultSectionSize(line + 10)
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setStretchLastSection(True)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        for place, column in enumerate(columns):
            header.resizeSection(place, letter * column.width + 16)
        self.sortByColumn(0, Qt.SortOrder.AscendingOrder)
        self.setSortingEnabled(True)

    @property
    def wanted_width(self) -> int:
        """How many pixels all columns take."""
        return self.horizontalHeader().length() + self.verticalScrollBar().sizeHint().width()

    def show_rows(self, rows: Iterable[Any], hint: str = "") -> None:
        """Show other rows; those that were chosen and are still there stay so. `hint` stands where there is none."""
        kept = {self._key(row) for row in self.chosen}
        current = self.currentIndex().data(ITEM)
        self._hint = hint
        self._rows.show(rows)
        if kept or current is not None:
            self._choose(kept, None if current is None else self._key(current))
        self.viewport().update()

    def _choose(self, kept: set[object], current: object) -> None:
        selection = QItemSelection()
        place = -1
        for row, each in enumerate(self._rows.rows):
            key = self._key(each)
            if key in kept:
                selection.select(self._rows.index(row, 0), self._rows.index(row, self._rows.columnCount() - 1))
            if current is not None and key == current:
                place = row
        flags = QItemSelectionModel.SelectionFlag
        if place >= 0:
            self.selectionModel().setCurrentIndex(self._rows.index(place, 0), flags.NoUpdate)
            self.scrollTo(self._rows.index(place, 0))
        self.selectionModel().select(selection, flags.ClearAndSelect)

    @property
    def chosen(self) -> tuple[Any, ...]:
        """The rows that are chosen, from top to bottom."""
        places = sorted(index.row() for index in self.selectionModel().selectedRows())
        return tuple(self._rows.rows[place] for place in places if place < len(self._rows.rows))

    def go_to_first(self) -> None:
        """Go to the first row, unless the reader is on one."""
        if not self.currentIndex().isValid() and self._rows.rowCount():
            self.selectRow(0)
        self.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _go_to(self, index: QModelIndex) -> None:
        if index.isValid():
            self.gone_to.emit(index.data(ITEM))

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Enter goes to a row, Delete deletes those chosen."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._go_to(self.currentIndex())
        elif event.key() == Qt.Key.Key_Delete and self.chosen:
            self.delete_wanted.emit()
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:  # noqa: N802 - Qt's name
        """Ask for the menu of the rows that are chosen; the press of the mouse chose the one under it."""
        by_keyboard = event.reason() is QContextMenuEvent.Reason.Keyboard
        index = self.currentIndex() if by_keyboard else self.indexAt(event.pos())
        if self.chosen and index.isValid():
            at = self.visualRect(index).center() if by_keyboard else event.pos()
            self.menu_wanted.emit(self.viewport().mapToGlobal(at))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Paint the rows, or the hint."""
        super().paintEvent(event)
        if self._hint and not self._rows.rowCount():
            painter = QPainter(self.viewport())
            painter.setFont(QFont(self.font()))
            painter.setPen(self.palette().color(QPalette.ColorRole.PlaceholderText))
            room = self.viewport().rect().adjusted(12, 12, -12, -12)
            painter.drawText(room, Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap, self._hint)
            painter.end()
