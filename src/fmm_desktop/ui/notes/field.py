"""Where the text of a note is typed, and how what has no blanks is wrapped."""

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QTextOption
from PySide6.QtWidgets import QPlainTextEdit, QWidget

_LONG = 2000  # letters without a blank: no word, but what was copied from elsewhere

_LOWEST = 48  # pixels: Qt asks for more, which a low window has not when letters are large


def wrap_for(text: str) -> QTextOption.WrapMode:
    """Return how to wrap a text: at its blanks, or anywhere when Qt would look for one that is not there.

    It looks for it anew for each line, so that 100,000 letters without a blank take seconds, and one second more for
    each letter that is typed.
    """
    if any(len(word) > _LONG for word in text.split()):
        return QTextOption.WrapMode.WrapAnywhere
    return QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere


class NoteField(QPlainTextEdit):
    """Takes plain text; Tab goes on to the next field."""

    def __init__(self, name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setTabChangesFocus(True)
        self.setMinimumHeight(_LOWEST)

    def write(self, text: str) -> None:
        """Hold another text."""
        if (wrap := wrap_for(text)) is not self.wordWrapMode():
            self.clear()  # or what was there would be wrapped in the new way first
            self.setWordWrapMode(wrap)
        self.setPlainText(text)

    def insertFromMimeData(self, source: QMimeData) -> None:  # noqa: N802 - Qt's name
        """Take what is pasted or dropped, wrapped so that it is there at once."""
        if wrap_for(source.text()) is QTextOption.WrapMode.WrapAnywhere:
            self.setWordWrapMode(QTextOption.WrapMode.WrapAnywhere)
        super().insertFromMimeData(source)
