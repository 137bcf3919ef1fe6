"""The name of the folder that is the library."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget


class PathLabel(QLabel):
    """The name of a folder and its path, their middles left out where there is no room."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("libraryFolder")
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)

    def set_path(self, path: str) -> None:
        """Show another path."""
        self.setText(path)
        self.setToolTip(path)

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Draw as much as there is room for."""
        painter = QPainter(self)
        bold = QFont(self.font())
        bold.setBold(True)
        used = self._draw(painter, bold, Path(self.text()).name, 0, QPalette.ColorRole.WindowText)
        self._draw(painter, self.font(), self.text(), used, QPalette.ColorRole.PlaceholderText)
        painter.end()

    def _draw(self, painter: QPainter, font: QFont, words: str, left: int, role: QPalette.ColorRole) -> int:
        """Draw words from `left` on; return where what comes after them begins."""
        room = self.rect().adjusted(left, 0, 0, 0)
        metrics = QFontMetrics(font)
        shown = metrics.elidedText(words, Qt.TextElideMode.ElideMiddle, room.width())
        painter.setFont(font)
        painter.setPen(self.palette().color(role))
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, shown)
        return left + metrics.horizontalAdvance(shown) + 2 * metrics.averageCharWidth()
