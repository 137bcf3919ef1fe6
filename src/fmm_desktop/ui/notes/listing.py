"""The list of notes as a widget."""

from collections.abc import Iterable

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QPersistentModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QPainter, QPaintEvent, QPalette, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QWidget

from fmm_desktop.ui.colours import Colours
from fmm_desktop.ui.ground import lay_ground
from fmm_desktop.ui.notes.delegate import NoteDelegate
from fmm_desktop.ui.notes.model import NoteRow, NotesModel
from fmm_desktop.ui.notes.writing import Writing
from fmm_desktop.ui.roles import ITEM

_Index = QModelIndex | QPersistentModelIndex
_AT_ONCE = 20  # notes: more than are seen at once


class NotesList(QListView):
    """Shows notes as cards, and says what to do while there is none."""

    chosen = Signal(object)  # Writing
    delete_wanted = Signal()
    menu_wanted = Signal(QPoint)  # on the screen: the chosen note is to be done something with

    def __init__(self, colours: Colours, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._hint = ""
        self._moving = False
        self._notes = NotesModel(self)
        self._painter = NoteDelegate(colours)
        self.setObjectName("notesList")
        lay_ground(self)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setLayoutMode(QListView.LayoutMode.Batched)  # what is not seen yet is measured after what is
        self.setBatchSize(_AT_ONCE)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setModel(self._notes)
        self.setItemDelegate(self._painter)
        self.selectionModel().currentChanged.connect(self._choose)

    def show_rows(self, rows: Iterable[NoteRow]) -> None:
        """Show other notes, none of them selected."""
        self._moving = True
        try:
            self._notes.show(tuple(rows))
        finally:
            self._moving = False
        if self.isVisible():
            self.doItemsLayout()  # or it is done within the first painting, which has all painted a second time

    def select(self, writing: Writing) -> None:
        """Select the card of a note; none when it is not shown."""
        self._moving = True
        try:
            self.selectionModel().setCurrentIndex(
                self._notes.index_of(writing), QItemSelectionModel.SelectionFlag.ClearAndSelect
            )
        finally:
            self._moving = False

    def scrollTo(  # noqa: N802 - Qt's name
        self, index: _Index, hint: QAbstractItemView.ScrollHint = QAbstractItemView.ScrollHint.EnsureVisible
    ) -> None:
        """Bring a note into view, also one that was not measured yet."""
        if index.row() >= _AT_ONCE and self.visualRect(index).isEmpty():
            self.setLayoutMode(QListView.LayoutMode.SinglePass)
            self.doItemsLayout()
            self.setLayoutMode(QListView.LayoutMode.Batched)
        super().scrollTo(index, hint)

    def shows(self, writing: Writing) -> bool:
        """Tell whether a note is shown."""
        return self._notes.index_of(writing).isValid()

    def step(self, step: int) -> bool:
        """Choose the note `step` places on, from the ends when none is chosen; False when there is none."""
        count, current = self._notes.rowCount(), self.currentIndex()
        place = current.row() + step if current.isValid() else 0 if step > 0 else count - 1
        if 0 <= place < count:
            self.setCurrentIndex(self._notes.index(place))
        return 0 <= place < count

    @property
    def count(self) -> int:
        """How many notes are shown, whatever the number of their versions."""
        return self._notes.count

    @property
    def row(self) -> int:
        """The row of the chosen note; -1 for none."""
        return self.currentIndex().row()

    def choose_row(self, row: int) -> bool:
        """Choose the note in a row, or the last one when there are not so many; False when there is none."""
        place = min(row, self._notes.rowCount() - 1)
        self.setCurrentIndex(self._notes.index(place))
        return place >= 0

    def paint_anew(self, writing: Writing) -> None:
        """Paint a note anew whose text has changed."""
        self._notes.refresh(writing)

    def set_colours(self, colours: Colours) -> None:
        """Paint in other colours."""
        self._painter.colours = colours
        self.viewport().update()

    def set_unsaved_words(self, words: str) -> None:
        """Say in these words that a note is not safe."""
        self._painter.set_unsaved_words(words)

    def set_hint(self, hint: str) -> None:
        """Say `hint` where the notes would be."""
        self._hint = hint
        self.viewport().update()

    def _choose(self, current: QModelIndex, _previous: QModelIndex) -> None:
        row = current.data(ITEM)
        if isinstance(row, NoteRow) and not self._moving:
            self.chosen.emit(row.writing)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Delete takes the chosen note away: one for each time that it is pressed."""
        if event.key() == Qt.Key.Key_Delete and self.currentIndex().isValid():
            if not event.isAutoRepeat():
                self.delete_wanted.emit()
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:  # noqa: N802 - Qt's name
        """Ask for the menu of the note under the mouse, or by key of the chosen one."""
        by_keyboard = event.reason() is QContextMenuEvent.Reason.Keyboard
        index = self.currentIndex() if by_keyboard else self.indexAt(event.pos())
        if index.isValid():
            self.setCurrentIndex(index)
            self.scrollTo(index)
            at = self.visualRect(index).center() if by_keyboard else event.pos()
            self.menu_wanted.emit(self.viewport().mapToGlobal(at))

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Keep the chosen note in view, when a larger form leaves less room for the list."""
        super().resizeEvent(event)
        if self.currentIndex().isValid() and event.size().height() < event.oldSize().height():
            self.scrollTo(self.currentIndex())

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Paint the notes, or the hint."""
        super().paintEvent(event)
        if self._hint:
            painter = QPainter(self.viewport())
            painter.setPen(self.palette().color(QPalette.ColorRole.PlaceholderText))
            room = self.viewport().rect().adjusted(12, 12, -12, -12)
            painter.drawText(room, Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap, self._hint)
            painter.end()
