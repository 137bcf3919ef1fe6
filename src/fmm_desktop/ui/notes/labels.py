"""The labels of a note on one line, parted by commas; those that other notes have are completed."""

from collections.abc import Callable, Iterable
from functools import cached_property

from msgspec.structs import replace
from PySide6.QtCore import QEvent, QStringListModel, Qt, Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QCompleter, QLineEdit, QWidget

from fmm_desktop.notes.note import Traits
from fmm_desktop.ui.notes.writing import Writing

_LONGEST = 500  # letters


class _LastLabel(QCompleter):
    """Completes the label that is being typed, and leaves those before it."""

    def splitPath(self, path: str) -> list[str]:  # noqa: N802 - Qt's name
        """Return what is to be completed."""
        return [path.rpartition(",")[2].lstrip()]

    def pathFromIndex(self, index: object) -> str:  # noqa: N802 - Qt's name
        """Return the whole line with a label completed."""
        line = self.widget()
        before = line.text().rpartition(",")[0] if isinstance(line, QLineEdit) else ""
        label = super().pathFromIndex(index)  # type: ignore[arg-type]
        return f"{before}, {label}" if before else label


class LabelsLine(QLineEdit):
    """Shows the labels of a note and answers by `typed`."""

    typed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("noteLabels")
        self.setMaxLength(_LONGEST)
        self._known: Callable[[], Iterable[str]] = tuple
        self.textEdited.connect(lambda _text: self.typed.emit())
        self.retranslate()

    def show_writing(self, writing: Writing | None) -> None:
        """Show the labels of a note; what is being typed, and means them, stays as it is."""
        self.setEnabled(writing is not None and not writing.version)
        labels = writing.traits.labels if writing is not None else ()
        if labels != self.labels:
            self.setText(", ".join(labels))

    def close_popup(self) -> bool:
        """Take away what could be completed, which would take the next key; return whether it was there."""
        completer = self.completer()
        popup = completer.popup() if completer is not None else None
        if popup is None or not popup.isVisible():
            return False
        popup.hide()
        return True

    def offer(self, known: Callable[[], Iterable[str]]) -> None:
        """Let the labels that `known` returns be completed; it is asked each time that the reader comes here."""
        self._known = known

    def focusInEvent(self, event: QFocusEvent) -> None:  # noqa: N802 - Qt's name
        """Complete what is known by now."""
        super().focusInEvent(event)
        if event.reason() is not Qt.FocusReason.PopupFocusReason:  # back from what could be completed
            self._words.setStringList(sorted(set(self._known()), key=str.casefold))

    @cached_property
    def _words(self) -> QStringListModel:
        """What is completed. Made once: another completer would be put in the place of one that is at work."""
        model = QStringListModel(self)
        completer = _LastLabel(model, self)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.activated.connect(lambda _label: self.typed.emit())
        self.setCompleter(completer)
        return model

    @property
    def labels(self) -> tuple[str, ...]:
        """The labels that stand in the line, each once."""
        return tuple(dict.fromkeys(label for part in self.text().split(",") if (label := " ".join(part.split()))))

    def put_into(self, traits: Traits) -> Traits:
        """Return traits with these labels."""
        return replace(traits, labels=self.labels)

    def retranslate(self) -> None:
        """Say everything in the language of the interface."""
        self.setPlaceholderText(self.tr("Labels, parted by commas"))
        self.setAccessibleName(self.tr("Labels of the note"))

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Follow the language of the interface."""
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)
