"""The draft in the window: its rows from top to bottom, of which one or many are chosen."""

from collections.abc import Iterable

from PySide6.QtCore import QEvent, QItemSelection, QItemSelectionModel, QModelIndex, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QTableView, QWidget

from fmm_desktop.importing.editing import Place
from fmm_desktop.ui.flat import flatten
from fmm_desktop.ui.importing.model import KIND, TEXT, DraftModel
from fmm_desktop.ui.importing.rows import Row

_SHARE = 0.4  # of the room that the first column may take
_AIR = 8  # pixels of a row or column beside its letters


class OutlineView(QTableView):
    """Shows the rows of a draft."""

    row_entered = Signal(int)  # the row that the reader is at now
    choice_changed = Signal()  # other rows are chosen, the reader being where they were

    def __init__(self, model: DraftModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("importOutline")
        self._rows = model
        self._leading = False
        self.setModel(model)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setFrameShape(QTableView.Shape.NoFrame)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.horizontalHeader().hide()
        self.horizontalHeader().setStretchLastSection(True)
        self.verticalHeader().hide()
        self._measure()
        flatten(self)
        self.selectionModel().currentChanged.connect(lambda now, _before: self._tell(now.row()))
        self.selectionModel().selectionChanged.connect(self._tell_choice)

    def _measure(self) -> None:
        """Give rows and columns their size by the letters; all rows the same, so that thousands take no time."""
        letters = self.fontMetrics()
        self.verticalHeader().setMinimumSectionSize(letters.height())
        self.verticalHeader().setDefaultSectionSize(letters.height() + _AIR)
        bold = QFont(self.font())
        bold.setBold(True)
        bolder = QFontMetrics(bold, self)
        wanted = max(bolder.horizontalAdvance(words) for words in self._rows.longest_kinds()) + 2 * _AIR
        self.setColumnWidth(KIND, min(wanted, round(self.viewport().width() * _SHARE)))

    @property
    def row(self) -> int:
        """The row that the reader is at, -1 for none."""
        return self.currentIndex().row()

    @property
    def chosen(self) -> tuple[Place, ...]:
        """The places of the rows that are chosen, from top to bottom."""
        return tuple(self._rows.rows[number].place for number in self.chosen_rows)

    @property
    def chosen_rows(self) -> list[int]:
        """The numbers of the rows that are chosen, from top to bottom."""
        return sorted(index.row() for index in self.selectionModel().selectedRows())

    def show_rows(self, rows: tuple[Row, ...], chosen: Iterable[Place]) -> None:
        """Show other rows, with some of them chosen; the view stays where it was as far as that can be seen."""
        top = self.verticalScrollBar().value()
        self._leading = True
        self._rows.show_rows(rows)
        self.verticalScrollBar().setValue(top)
        wanted = set(chosen)
        found = [number for number, row in enumerate(rows) if row.place in wanted]
        self._leading = False
        self.choose(found or [0])

    def choose(self, numbers: list[int]) -> None:
        """Choose rows; the reader is at the last of them."""
        selection = QItemSelection()
        for number in numbers:
            selection.select(self._rows.index(number, KIND), self._rows.index(number, TEXT))
        here = self._rows.index(numbers[-1], TEXT)
        flag = QItemSelectionModel.SelectionFlag
        self.selectionModel().setCurrentIndex(here, flag.NoUpdate)
        self.selectionModel().select(selection, flag.ClearAndSelect | flag.Rows)
        self.scrollTo(here)

    def edit_title(self) -> bool:
        """Let the title of the row be typed that the reader is at; return False when it has none."""
        if self.row < 0 or not self._rows.rows[self.row].has_title:
            return False
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        self.edit(self._rows.index(self.row, TEXT))
        return True

    def keyboardSearch(self, search: str) -> None:  # noqa: N802 - Qt's name
        """Do nothing: letters are no way through sentences, and would lead away from what is chosen."""

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Follow the size of the letters."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.FontChange:
            self._measure()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Leave most of the room to the words."""
        super().resizeEvent(event)
        self._measure()

    def moveCursor(  # noqa: N802 - Qt's name
        self, action: QAbstractItemView.CursorAction, modifiers: Qt.KeyboardModifier
    ) -> QModelIndex:
        """Let Home and End lead to the first and the last row: in a row there is nowhere to go."""
        ends = {QAbstractItemView.CursorAction.MoveHome: 0, QAbstractItemView.CursorAction.MoveEnd: -1}
        if action in ends and self._rows.rows:
            return self._rows.index(ends[action] % len(self._rows.rows), TEXT)
        return super().moveCursor(action, modifiers)

    def _tell(self, row: int) -> None:
        if not self._leading and row >= 0:
            self.row_entered.emit(row)

    def _tell_choice(self) -> None:
        if not self._leading and self.row >= 0:
            self.choice_changed.emit()
