"""All notes of the dossier in one table: to sort, to filter, to go to, and to change several at once."""

from collections.abc import Callable, Iterable, Sequence
from functools import partial

from msgspec.structs import replace
from PySide6.QtCore import QPoint, Qt, QTimer, Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QLineEdit, QMenu, QPushButton, QVBoxLayout, QWidget

from fmm_desktop.errors import Language
from fmm_desktop.notes.note import NoteKind, Status, Traits
from fmm_desktop.notes.vocabulary import note_kind_label, status_label
from fmm_desktop.search.note_filter import asks_for
from fmm_desktop.search.noting import NoteScope
from fmm_desktop.search.query import parse
from fmm_desktop.ui.notes.buttons import push_button
from fmm_desktop.ui.notes.rows import Column, RowsView
from fmm_desktop.ui.notes.table_rows import Listed
from fmm_desktop.ui.notes.times import say_time

_PAUSE = 60  # ms after a key, in which the next one comes
_AT_ONCE = 300  # rows, some milliseconds


class NotesTable(QDialog):
    """Shows notes and passes on what the reader wants done with them."""

    gone_to = Signal(object)  # Listed
    mark_wanted = Signal(object)  # by id of the note, the Traits that it is to have
    delete_wanted = Signal(object)  # by id of the note, the revisions that were shown

    def __init__(self, language: Language, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("notesTable")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("All notes of the dossier"))
        self._language = language
        self._all: Sequence[Listed] = ()
        self.line = QLineEdit(self)
        self.line.setObjectName("notesTableFilter")
        self.line.setPlaceholderText(self.tr("Filter notes"))
        self.line.setAccessibleName(self.tr("Filter notes"))
        self.line.setClearButtonEnabled(True)
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE)
        self._pause.timeout.connect(self._filter)
        self.line.textChanged.connect(lambda _text: self._pause.start())
        self.line.returnPressed.connect(self._go_to_rows)
        self._unfolded: list[Listed] = []
        self._folding = QTimer(self, interval=0)
        self._folding.timeout.connect(self._fold_some)
        self._count = QLabel(self)
        self.view = RowsView(self._columns(), lambda one: one.note.id, self)
        self.view.setObjectName("notesTableRows")
        self.view.setAccessibleName(self.tr("All notes of the dossier"))
        self.view.gone_to.connect(self.gone_to)
        self.view.delete_wanted.connect(self._delete)
        self.view.chosen_changed.connect(self._allow)
        self.view.menu_wanted.connect(self._show_menu)
        self._lay_out()
        wanted, room = self.view.wanted_width + 40, self.screen().availableGeometry()
        self.resize(min(wanted, round(room.width() * 0.95)), min(560, round(room.height() * 0.9)))

    def _columns(self) -> tuple[Column, ...]:
        kinds, statuses = tuple(NoteKind), tuple(Status)
        return (
            Column(self.tr("Place"), lambda one: one.place, lambda one: one.order, 26),
            Column(self.tr("Kind"), lambda one: one.kind, lambda one: kinds.index(one.note.kind), 18),
            Column(self.tr("Status"), lambda one: one.status, lambda one: statuses.index(one.note.status), 14),
            Column(self.tr("Labels"), lambda one: one.labels, lambda one: one.labels.casefold(), 14),
            Column(self.tr("Author"), lambda one: one.note.author, lambda one: one.note.author.casefold(), 12),
            Column(self.tr("Changed"), lambda one: say_time(one.note.changed), lambda one: one.note.changed, 17),
            Column(self.tr("Note"), lambda one: one.text, lambda one: one.text.casefold(), 40),
        )

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.addWidget(self.line, 1)
        top.addWidget(self._count)
        self._buttons = (
            self._menu_button(self.tr("&Kind"), self._kinds()),
            self._menu_button(self.tr("&Status"), self._statuses()),
            push_button(self, self.tr("&Delete"), self._delete),
        )
        self._go = push_button(self, self.tr("&Go to the note"), self._go_to_note)
        bar = QHBoxLayout()
        for button in (*self._buttons, self._go):
            bar.addWidget(button)
        bar.addStretch(1)
        bar.addWidget(push_button(self, self.tr("&Close"), self.close))
        layout = QVBoxLayout(self)
        layout.addLayout(top)
        layout.addWidget(self.view, 1)
        layout.addLayout(bar)

    def _menu_button(self, words: str, options: Iterable[tuple[str, Callable[[Traits], Traits]]]) -> QPushButton:
        button = QPushButton(words, self)
        button.setAutoDefault(False)
        menu = QMenu(words, button)
        for label, change in options:
            menu.addAction(label).triggered.connect(lambda _checked=False, change=change: self._mark(change))
        button.setMenu(menu)
        return button

    def _kinds(self) -> Iterable[tuple[str, Callable[[Traits], Traits]]]:
        for kind in NoteKind:
            yield note_kind_label(kind, self._language), partial(_changed, kind=kind)

    def _statuses(self) -> Iterable[tuple[str, Callable[[Traits], Traits]]]:
        for status in Status:
            yield status_label(status, self._language), partial(_changed, status=status)

    # -- what it shows ---------------------------------------------------------------------------------------------

    def show_notes(self, notes: Sequence[Listed]) -> None:
        """Show the notes of a dossier, as far as the line asks for them."""
        if notes != self._all:
            self._all, self._unfolded = notes, list(notes)
            self._folding.start()
            self._filter()

    def _fold_some(self) -> None:
        """Fold some rows while the reader looks at them, so that the first key finds them folded."""
        for one in self._unfolded[-_AT_ONCE:]:
            one.fold()
        del self._unfolded[-_AT_ONCE:]
        if not self._unfolded:
            self._folding.stop()

    def _filter(self) -> None:
        self._pause.stop()
        query = parse(self.line.text())
        scope = NoteScope.of(query.parts)
        found = [one for one in self._all if asks_for(query, scope, one.row)] if query else self._all
        hint = self.tr("No note is asked for by this line.") if self._all else self.tr("This dossier has no notes yet.")
        self.view.show_rows(found, hint)
        words = self.tr("%n note(s)", "", len(self._all))
        if len(found) != len(self._all):
            words = self.tr("%1 of %n note(s)", "", len(self._all)).replace("%1", str(len(found)))
        self._count.setText(words)
        self._allow()

    def _allow(self) -> None:
        for button in (*self._buttons, self._go):
            button.setEnabled(bool(self.view.chosen))

    # -- what is wanted --------------------------------------------------------------------------------------------

    def _go_to_rows(self) -> None:
        self._filter()
        self.view.go_to_first()

    def _go_to_note(self) -> None:
        if chosen := self.view.chosen:
            self.gone_to.emit(chosen[0])

    def _show_menu(self, at: QPoint) -> None:
        """Show what can be done with the rows that are chosen: the same as the buttons do."""
        menu = QMenu(self)
        menu.setObjectName("notesTableMenu")
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(self._go.text()).triggered.connect(lambda _checked=False: self._go_to_note())
        menu.addSeparator()
        for button in self._buttons[:-1]:
            menu.addAction(button.menu().menuAction())
        menu.addSeparator()
        menu.addAction(self._buttons[-1].text()).triggered.connect(lambda _checked=False: self._delete())
        menu.popup(at)

    def _mark(self, change: Callable[[Traits], Traits]) -> None:
        self.mark_wanted.emit({one.note.id: change(one.note.traits) for one in self.view.chosen})

    def _delete(self) -> None:
        if chosen := self.view.chosen:
            self.delete_wanted.emit({one.note.id: one.seen for one in chosen})


def _changed(traits: Traits, **what: NoteKind | Status) -> Traits:
    return replace(traits, **what)
