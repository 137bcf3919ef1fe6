"""The bin as the reader sees it: what was deleted, to be brought back or thrown away for good."""

from collections.abc import Callable, Iterable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QMessageBox, QVBoxLayout, QWidget

from fmm_desktop.notes.bin import Binned
from fmm_desktop.notes.note import Anchor
from fmm_desktop.ui.notes.buttons import push_button
from fmm_desktop.ui.notes.rows import Column, RowsView
from fmm_desktop.ui.notes.times import say_time


class BinDialog(QDialog):
    """Shows the notes in the bin and passes on what the reader wants done with them."""

    restore_wanted = Signal(object)  # tuple of ids
    throw_wanted = Signal(object)  # tuple of ids; the reader was asked

    def __init__(self, place_of: Callable[[Anchor], str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("binDialog")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Bin"))
        self._all: tuple[Binned, ...] = ()
        columns = (
            Column(self.tr("Deleted"), lambda one: say_time(one.deleted), lambda one: one.deleted, 18),
            Column(self.tr("By"), lambda one: one.by, lambda one: one.by.casefold(), 12),
            Column(self.tr("Was on"), lambda one: place_of(one.anchor), lambda one: place_of(one.anchor), 34),
            Column(self.tr("Note"), lambda one: one.text, lambda one: one.text.casefold(), 40),
        )
        self.view = RowsView(columns, lambda one: one.id, self)
        self.view.setObjectName("binTable")
        self.view.setAccessibleName(self.tr("Deleted notes"))
        self.view.sortByColumn(0, Qt.SortOrder.DescendingOrder)
        self.view.chosen_changed.connect(self._allow)
        self.view.gone_to.connect(lambda one: self.restore_wanted.emit((one.id,)))
        self.view.delete_wanted.connect(lambda: self._ask_to_throw(self.view.chosen))
        self._lay_out()
        self.resize(860, 460)

    def _lay_out(self) -> None:
        words = QLabel(self.tr("Deleted notes stay here until you throw them away."), self)
        words.setWordWrap(True)
        bar = QHBoxLayout()
        self._restore = push_button(
            self, self.tr("&Bring back"), lambda: self.restore_wanted.emit(tuple(one.id for one in self.view.chosen))
        )
        self._throw = push_button(self, self.tr("&Throw away…"), lambda: self._ask_to_throw(self.view.chosen))
        self._empty = push_button(self, self.tr("&Empty the bin…"), lambda: self._ask_to_throw(self._all))
        bar.addWidget(self._restore)
        bar.addStretch(1)
        for button in (self._throw, self._empty, push_button(self, self.tr("&Close"), self.close)):
            bar.addWidget(button)
        layout = QVBoxLayout(self)
        layout.addWidget(words)
        layout.addWidget(self.view, 1)
        layout.addLayout(bar)

    def show_notes(self, notes: Iterable[Binned]) -> None:
        """Show what is in the bin."""
        self._all = tuple(notes)
        self.view.show_rows(self._all, self.tr("The bin is empty."))
        self._allow()

    def _allow(self) -> None:
        for button in (self._restore, self._throw):
            button.setEnabled(bool(self.view.chosen))
        self._empty.setEnabled(bool(self._all))

    def _ask_to_throw(self, notes: tuple[Binned, ...]) -> None:
        if not notes:
            return
        box = ThrowBox(self)
        box.tell_number(len(notes))
        box.accepted.connect(lambda: self.throw_wanted.emit(tuple(one.id for one in notes)))
        box.open()


class ThrowBox(QMessageBox):
    """Asks before notes are gone for good; answers by `accepted`."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("throwBox")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setIcon(QMessageBox.Icon.Warning)
        self.setInformativeText(
            self.tr("They cannot be brought back from here. The daily backups keep them for up to seven days.")
        )
        self.addButton(self.tr("Throw away"), QMessageBox.ButtonRole.AcceptRole)
        keep = self.addButton(self.tr("Keep"), QMessageBox.ButtonRole.RejectRole)
        self.setDefaultButton(keep)
        self.setEscapeButton(keep)

    def tell_number(self, count: int) -> None:
        """Say how many notes would go."""
        self.setText(self.tr("Throw %n note(s) away for good?", "", count))
