"""The pages of a PDF, one under the other."""

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QImage, QPainter, QPaintEvent, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QWidget

from fmm_desktop.ui.flat import flatten
from fmm_desktop.ui.sheets.pages import Pages

_GAP = 18  # pixels between pages
_DPI = 96.0
_ZOOMS = (0.5, 0.67, 0.8, 1.0, 1.25, 1.5, 2.0, 3.0)
_KEPT = 12  # pictures of pages


class PagesView(QAbstractScrollArea):
    """Shows the pages of a PDF; only those in view are drawn."""

    page_changed = Signal(int)  # the page in view, from 1

    def __init__(self, ground: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("pagesView")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self._ground = ground
        self._pages: Pages | None = None
        self._zoom = 1.0
        self._images: dict[int, QImage] = {}
        flatten(self)
        self.verticalScrollBar().valueChanged.connect(self._scrolled)

    def show_pages(self, pages: Pages | None) -> None:
        """Show other pages, from the first."""
        self._pages = pages
        self._images.clear()
        self._measure()
        self.verticalScrollBar().setValue(0)
        self.viewport().update()

    def zoom_by(self, step: int) -> None:
        """Show the pages larger or smaller."""
        nearest = min(range(len(_ZOOMS)), key=lambda place: abs(_ZOOMS[place] - self._zoom))
        self._zoom = _ZOOMS[max(0, min(len(_ZOOMS) - 1, nearest + step))]
        self._images.clear()
        place = self._place()
        self._measure()
        self.verticalScrollBar().setValue(round(place * self.verticalScrollBar().maximum()))
        self.viewport().update()

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Return room for a page."""
        return QSize(880, 900)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Paint the pages in view on a darker ground."""
        painter = QPainter(self.viewport())
        painter.fillRect(event.rect(), QColor(self._ground))
        for page, rectangle in self._rectangles():
            if rectangle.intersects(QRectF(event.rect())):
                painter.drawImage(rectangle, self._image(page))
                painter.setPen(QColor("#9aa3ad"))
                painter.drawRect(rectangle)
        painter.end()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Keep the pages in the middle."""
        self._measure()
        super().resizeEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: N802 - Qt's name
        """Zoom with Ctrl, scroll without."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.zoom_by(1 if event.angleDelta().y() > 0 else -1)
        else:
            super().wheelEvent(event)

    def _scale(self) -> float:
        return _DPI / 72 * self._zoom

    def _rectangles(self) -> list[tuple[int, QRectF]]:
        if self._pages is None:
            return []
        top = _GAP - self.verticalScrollBar().value()
        left = -self.horizontalScrollBar().value()
        found = []
        for page in range(len(self._pages)):
            size = self._pages.size(page) * self._scale()
            middle = max(_GAP, (self.viewport().width() - size.width()) / 2)
            found.append((page, QRectF(left + middle, top, size.width(), size.height())))
            top += round(size.height()) + _GAP
        return found

    def _image(self, page: int) -> QImage:
        if page not in self._images and self._pages is not None:
            if len(self._images) >= _KEPT:
                self._images.pop(next(iter(self._images)))
            ratio = self.devicePixelRatioF()
            self._images[page] = self._pages.image(page, _DPI * self._zoom * ratio)
        return self._images[page]

    def _measure(self) -> None:
        rectangles = self._rectangles()
        height = sum(rectangle.height() + _GAP for _, rectangle in rectangles) + _GAP
        width = max((rectangle.width() for _, rectangle in rectangles), default=0.0) + 2 * _GAP
        self.verticalScrollBar().setRange(0, max(0, round(height - self.viewport().height())))
        self.verticalScrollBar().setPageStep(self.viewport().height())
        self.verticalScrollBar().setSingleStep(48)
        self.horizontalScrollBar().setRange(0, max(0, round(width - self.viewport().width())))
        self._scrolled()

    def _place(self) -> float:
        bar = self.verticalScrollBar()
        return bar.value() / bar.maximum() if bar.maximum() else 0.0

    def _scrolled(self) -> None:
        self.viewport().update()
        middle = self.viewport().height() / 2
        for page, rectangle in self._rectangles():
            if rectangle.bottom() + _GAP >= middle:
                self.page_changed.emit(page + 1)
                return
