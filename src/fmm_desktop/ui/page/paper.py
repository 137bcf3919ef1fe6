"""The paper that a page is set on: reading width, the place of the reader, zooming by the wheel, and no way out.

The first page is what the reader waits for, so what only later pages and gestures need is imported where it is used:
each class of Qt is built with all its enums when it is first named.
"""

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QTextBrowser, QWidget

from fmm_desktop.ui.colours import Style
from fmm_desktop.ui.ground import lay_ground
from fmm_desktop.ui.nothing import nothing

TYPE_CHECKING = False
if TYPE_CHECKING:
    from PySide6.QtCore import QUrl
    from PySide6.QtGui import QPaintEvent, QResizeEvent, QShowEvent, QTextCursor, QWheelEvent

_READING_WIDTH = 42  # ems: some 75 letters a line beside the numbers
_AIR = 14  # pixels beside the text at the least
_MARGIN = 12  # pixels; room for the bar beside the current passage


class Paper(QTextBrowser):
    """Shows a document to be read. Loads nothing from anywhere."""

    zoom_wanted = Signal(int)  # steps
    first_painted = Signal()

    def __init__(self, style: Style, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._style = style
        self._painted = False
        self._is_written = False
        self._wanted_place: float | None = None
        self.document().documentLayout().setPaintDevice(lay_ground(self))  # which had the old one
        self.setFrameStyle(0)
        self.setOpenLinks(False)
        self.setUndoRedoEnabled(False)
        self.document().setDocumentMargin(_MARGIN)
        self.setBackgroundRole(QPalette.ColorRole.Base)  # beside the text as well as behind it
        self.setAutoFillBackground(True)
        self.verticalScrollBar().setUpdatesEnabled(False)  # painted when `finish` knows how

    def write(self, html: str) -> None:
        """Set another page."""
        self._is_written = True
        self.setHtml(html)

    # -- the place of the reader -----------------------------------------------------------------------------------

    def place(self) -> float:
        """Return how far the reader is down the page, 0 to 1."""
        bar = self.verticalScrollBar()
        return bar.value() / bar.maximum() if bar.maximum() else 0.0

    def go_to_place(self, place: float) -> None:
        """Go to a place that `place` returned; before the window is shown, be there when it is."""
        self._wanted_place = None if self._painted else place
        bar = self.verticalScrollBar()
        bar.setValue(round(place * bar.maximum()))

    def place_wanted(self) -> float:
        """Return where the reader is, or will be when the window is shown."""
        return self.place() if self._painted or self._wanted_place is None else self._wanted_place

    def bring_into_view(self, words: "QTextCursor") -> None:
        """Scroll to where a cursor is, unless it is well in view."""
        bar, height = self.verticalScrollBar(), self.viewport().height()
        rectangle, air = self.cursorRect(words), round(self._style.em * 2)
        if rectangle.top() < air or rectangle.bottom() > height - air:
            bar.setValue(bar.value() + rectangle.top() - height // 3)

    def keep_reading_width(self) -> None:
        """Keep the lines at reading width, the text in the middle."""
        room = self.width() - self.verticalScrollBar().sizeHint().width()
        side = max(_AIR, int((room - _READING_WIDTH * self._style.em - 2 * _MARGIN) / 2))
        self.setViewportMargins(side, _AIR, side, 0)

    # -- events ----------------------------------------------------------------------------------------------------

    def loadResource(self, kind: int, _name: "QUrl | str") -> object:  # noqa: N802 - Qt's name
        """Load nothing: a dossier has no business with files or the network."""
        return nothing(kind)

    def resizeEvent(self, event: "QResizeEvent") -> None:  # noqa: N802 - Qt's name
        """Keep the lines at reading width, the text in the middle."""
        self.keep_reading_width()
        super().resizeEvent(event)
        if self._wanted_place is not None:
            self.go_to_place(self._wanted_place)

    def showEvent(self, event: "QShowEvent") -> None:  # noqa: N802 - Qt's name
        """Be at the place wanted; Qt brings the cursor into view first, which is at the top."""
        super().showEvent(event)
        if self._wanted_place is not None:
            self.go_to_place(self._wanted_place)

    def paintEvent(self, event: "QPaintEvent") -> None:  # noqa: N802 - Qt's name
        """Paint the page."""
        super().paintEvent(event)
        if not self._painted and self._is_written:
            self._painted = True
            self._wanted_place = None
            QTimer.singleShot(0, self, self.first_painted.emit)

    def wheelEvent(self, event: "QWheelEvent") -> None:  # noqa: N802 - Qt's name
        """Zoom with Ctrl, scroll without."""
        if event.modifiers().name == "ControlModifier":
            self.zoom_wanted.emit(1 if event.angleDelta().y() > 0 else -1)
            event.accept()
        else:
            super().wheelEvent(event)
