"""The words of what is chosen in the draft, in full: a row of the draft shows but the first of them."""

from collections.abc import Iterable

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtWidgets import QPlainTextEdit, QSizePolicy, QWidget

from fmm_desktop.ui.flat import flatten

_LINES = 5
_MARGIN = 12  # pixels beside the words, as of the line below


class WordsView(QPlainTextEdit):
    """Shows words to be read, some lines of them at once."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("importWords")
        self.setReadOnly(True)
        self.setUndoRedoEnabled(False)
        self.setTabChangesFocus(True)
        by = Qt.TextInteractionFlag
        self.setTextInteractionFlags(by.TextSelectableByMouse | by.TextSelectableByKeyboard)
        self.setFrameShape(QPlainTextEdit.Shape.NoFrame)
        self.document().setDocumentMargin(_MARGIN - 4)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Maximum)
        flatten(self)

    def show_words(self, texts: Iterable[str]) -> None:
        """Show texts, one below the other."""
        words = "\n\n".join(texts)
        if words != self.toPlainText():
            self.setPlainText(words)

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Take the room of some lines: as much for short words, so that the draft stays where it is."""
        return QSize(super().sizeHint().width(), self.fontMetrics().lineSpacing() * _LINES + 2 * _MARGIN)

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Take two lines at least."""
        return QSize(super().minimumSizeHint().width(), self.fontMetrics().lineSpacing() * 2 + _MARGIN)

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Follow the size of the letters."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.FontChange:
            self.updateGeometry()
