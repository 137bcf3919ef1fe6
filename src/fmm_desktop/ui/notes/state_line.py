"""The line under the editor that says whether the text is safe."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QPalette
from PySide6.QtWidgets import QLabel, QWidget

from fmm_desktop.ui.colours import Colours


class StateLine(QLabel):
    """Says how it stands with the note; an alarm is said aloud by a screen reader, once."""

    def __init__(self, colours: Colours, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._colours = colours
        self._alarming = False
        self.setWordWrap(True)
        self.setTextFormat(Qt.TextFormat.PlainText)

    def tell(self, words: str) -> None:
        """Say that all is well, or nothing."""
        self._show(words, alarming=False)

    def alarm(self, words: str) -> None:
        """Say that the text is not safe, and why."""
        is_news = words != self.text()
        self._show(words, alarming=True)
        if is_news:
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, words))

    def set_colours(self, colours: Colours) -> None:
        """Paint in other colours."""
        self._colours = colours
        self._show(self.text(), alarming=self._alarming)

    def _show(self, words: str, *, alarming: bool) -> None:
        self._alarming = alarming
        palette = self.palette()
        palette.setColor(QPalette.ColorRole.WindowText, self._colours.alarm if alarming else self._colours.muted)
        self.setPalette(palette)
        self.setText(words)
        self.setAccessibleName(words)
