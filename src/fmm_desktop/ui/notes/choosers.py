"""The two small boxes above the editor: what the note is for, and what became of it."""

from msgspec.structs import replace
from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QSizePolicy, QWidget

from fmm_desktop.errors import Language
from fmm_desktop.notes.note import NoteKind, Status, Traits
from fmm_desktop.notes.vocabulary import note_kind_label, status_label
from fmm_desktop.ui.notes.writing import Writing


class _Box(QComboBox):
    """A box that the wheel does not change: a reader who scrolls past it would change the note."""

    def __init__(self, name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(4)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: N802 - Qt's name
        """Leave the wheel to who scrolls."""
        event.ignore()


class Choosers(QWidget):
    """Shows kind and status of the note in the editor. Answers by `chosen`: what the reader makes them."""

    chosen = Signal(object)  # Traits

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._traits = Traits()
        self.kind = _Box("noteKind", self)
        self.status = _Box("noteStatus", self)
        self.kind.addItems([kind.value for kind in NoteKind])
        self.status.addItems([status.value for status in Status])
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addWidget(self.kind, 3)
        layout.addWidget(self.status, 2)
        for box in (self.kind, self.status):
            box.activated.connect(self._choose)
        self.speak("en")

    def show_writing(self, writing: Writing | None) -> None:
        """Show kind and status of a note; they cannot be chosen when there is none, or one to read only."""
        self.setEnabled(writing is not None and not writing.version)
        if writing is not None:
            self._traits = writing.traits
            self.kind.setCurrentIndex(tuple(NoteKind).index(writing.kind))
            self.status.setCurrentIndex(tuple(Status).index(writing.status))

    def speak(self, language: Language) -> None:
        """Say everything in a language."""
        for place, kind in enumerate(NoteKind):
            self.kind.setItemText(place, note_kind_label(kind, language))
        for place, status in enumerate(Status):
            self.status.setItemText(place, status_label(status, language))
        self.retranslate()

    def retranslate(self) -> None:
        """Name the boxes in the language of the interface."""
        for box, words in ((self.kind, self.tr("Kind of the note")), (self.status, self.tr("Status of the note"))):
            box.setAccessibleName(words)
            box.setToolTip(words)

    def _choose(self) -> None:
        kinds, statuses = tuple(NoteKind), tuple(Status)
        kind, status = kinds[self.kind.currentIndex()], statuses[self.status.currentIndex()]
        self.chosen.emit(replace(self._traits, kind=kind, status=status))

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Follow the language of the interface."""
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)
