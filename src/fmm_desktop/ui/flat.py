"""Scroll bars and a tool bar that take no time: flat, in the colours of the window.

Those of Qt's Fusion style are filled with gradients row by row, each handed to a pool of threads: on a computer with
few cores the bars of one window take longer than the page between them. Other styles have bars of their own system,
which stay.
"""

from PySide6.QtCore import QEvent, QRect, Qt
from PySide6.QtGui import QEnterEvent, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QAbstractScrollArea, QApplication, QScrollBar, QToolBar, QWidget

_SHORTEST = 26  # pixels of a handle, as Fusion takes it for the mouse
_AIR = 4  # pixels beside the handle


class FlatScrollBar(QScrollBar):
    """A handle and two small arrows, where Fusion looks for the mouse."""

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Paint rectangles alone: they are filled at once."""
        upright = self.orientation() is Qt.Orientation.Vertical
        length, width = (self.height(), self.width()) if upright else (self.width(), self.height())
        colours = self.palette()
        painter = QPainter(self)
        painter.fillRect(self.rect(), colours.color(QPalette.ColorRole.Base))
        if self.maximum() > self.minimum():
            strong = self.isSliderDown() or self.underMouse()
            colour = colours.color(QPalette.ColorRole.PlaceholderText if strong else QPalette.ColorRole.Mid)
            start, end = self.handle(length, width)
            for piece in (QRect(_AIR, start, width - 2 * _AIR, end - start), *_arrows(length, width)):
                painter.fillRect(piece if upright else _turned(piece), colour)
        painter.end()

    def handle(self, length: int, width: int) -> tuple[int, int]:
        """Return where the handle begins and ends, in pixels along a bar of this size: as Qt's own styles place it."""
        span = self.maximum() - self.minimum()
        room = length - 2 * width
        handle = min(room, max(_SHORTEST, room * self.pageStep() // (span + self.pageStep())))
        done = self.sliderPosition() - self.minimum()
        start = width + ((room - handle) * done + span // 2) // span
        return start, start + handle

    def enterEvent(self, event: QEnterEvent) -> None:  # noqa: N802 - Qt's name
        """Show that the handle can be taken."""
        super().enterEvent(event)
        self.update()

    def leaveEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Be quiet again."""
        super().leaveEvent(event)
        self.update()


class FlatToolBar(QToolBar):
    """Buttons on the ground of the window."""

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Paint nothing that Fusion would."""
        if not _is_fusion():
            super().paintEvent(event)


def flatten(within: QWidget) -> None:
    """Give everything that scrolls in a part of the window flat bars, where the style is Qt's own."""
    if not _is_fusion():
        return
    areas = [within] if isinstance(within, QAbstractScrollArea) else within.findChildren(QAbstractScrollArea)
    for area in areas:
        area.setVerticalScrollBar(FlatScrollBar(Qt.Orientation.Vertical))
        area.setHorizontalScrollBar(FlatScrollBar(Qt.Orientation.Horizontal))


def _is_fusion() -> bool:
    return QApplication.style().name() == "fusion"


def _arrows(length: int, width: int) -> list[QRect]:
    """Return the rows of two small triangles at the ends, for an upright bar."""
    middle, rows = width // 2, 4
    up = [QRect(middle - row, (width - rows) // 2 + row, 2 * row + 1, 1) for row in range(rows)]
    return up + [QRect(piece.left(), length - 1 - piece.top(), piece.width(), 1) for piece in up]


def _turned(piece: QRect) -> QRect:
    return QRect(piece.top(), piece.left(), piece.height(), piece.width())
