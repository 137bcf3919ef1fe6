"""The small menus above the list of notes: which kind, which status, grouped by what."""

from collections.abc import Iterable

from msgspec.structs import replace
from PySide6.QtCore import Signal
from PySide6.QtGui import QActionGroup
from PySide6.QtWidgets import QMenu, QToolButton, QWidget

from fmm_desktop.errors import Language
from fmm_desktop.notes.note import NoteKind, Status
from fmm_desktop.notes.vocabulary import note_kind_label, status_label
from fmm_desktop.ui.flow import MenuRow
from fmm_desktop.ui.state import NotesShown

_Options = Iterable[tuple[str, NotesShown]]


class NotesBar(MenuRow):
    """Shows which notes are shown, and answers by `chosen`: which the reader wants."""

    chosen = Signal(object)  # NotesShown

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown = NotesShown()
        self._language: Language = "en"
        self._kind = self.add_menu("notesOfKind", lambda menu: self._fill(menu, self._kinds()))
        self._status = self.add_menu("notesOfStatus", lambda menu: self._fill(menu, self._statuses()))
        self._group = self.add_menu("notesGrouped", lambda menu: self._fill(menu, self._groups()))
        self.place(self.buttons)
        self.retranslate()

    @property
    def buttons(self) -> tuple[QToolButton, ...]:
        """The buttons, from left to right."""
        return (self._kind, self._status, self._group)

    def _fill(self, menu: QMenu, options: _Options) -> None:
        group = QActionGroup(menu)
        for words, wanted in options:
            action = menu.addAction(words)
            action.setCheckable(True)
            action.setChecked(wanted == self._shown)
            action.triggered.connect(lambda _checked, wanted=wanted: self.chosen.emit(wanted))
            group.addAction(action)

    def show_choice(self, shown: NotesShown) -> None:
        """Say which notes are shown."""
        self._shown = shown
        self.retranslate()

    def speak(self, language: Language) -> None:
        """Say kinds and statuses in a language."""
        self._language = language
        self.retranslate()

    def retranslate(self) -> None:
        """Say everything in the language of the interface."""
        for button, options, words in (
            (self._kind, self._kinds(), self.tr("Show notes of this kind")),
            (self._status, self._statuses(), self.tr("Show notes with this status")),
            (self._group, self._groups(), self.tr("Order of the notes")),
        ):
            now = next((label for label, wanted in options if wanted == self._shown), "")
            button.setText(now)
            button.setToolTip(words)
            button.setAccessibleName(f"{words}: {now}")
        super().retranslate()

    def _kinds(self) -> _Options:
        yield self.tr("All kinds"), replace(self._shown, kind="")
        for kind in NoteKind:
            yield note_kind_label(kind, self._language), replace(self._shown, kind=kind.value)

    def _statuses(self) -> _Options:
        yield self.tr("Every status"), replace(self._shown, status="")
        for status in Status:
            yield status_label(status, self._language), replace(self._shown, status=status.value)

    def _groups(self) -> _Options:
        yield self.tr("By passage"), replace(self._shown, group="passage")
        yield self.tr("By kind"), replace(self._shown, group="kind")
        yield self.tr("By status"), replace(self._shown, group="status")
