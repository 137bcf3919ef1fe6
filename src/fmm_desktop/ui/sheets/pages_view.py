"""The pages of a PDF, one under the other."""

from bisect import bisect_left, bisect_right
from itertools import accumulate
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QImage, QKeyEvent, QPainter, QPaintEvent, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QWidget

from fmm_desktop.ui.flat import flatten
from fmm_desktop.ui.ground import lay_ground

if TYPE_CHECKING:
    from fmm_desktop.ui.sheets.pages import Pages  # loads pdfium

_GAP = 18  # pixels between pages
_DPI = 96.0
_ZOOMS = (0.5, 0.67, 0.8, 1.0, 1.25, 1.5, 2.0, 3.0)
_KEPT = 12  # pictures of pages


class PagesView(QAbstractScrollArea):
    """Shows the pages of a PDF, as wide as there is room; only those in view are drawn."""

    page_changed = Signal(int)  # the page in view, from 1
    painted = Signal()  # the reader sees other pages

    def __init__(self, ground: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("pagesView")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self._ground = ground
        self._pages: Pages | None = None
        self._is_seen = True
        self._zoom: float | None = None  # None as wide as there is room, but not larger than on paper
        self._tops: list[float] = []  # where each page begins, and behind the last one
        self._images: dict[int, QImage] = {}
        flatten(self)
        lay_ground(self)
        self.verticalScrollBar().valueChanged.connect(self._scrolled)

    def show_pages(self, pages: "Pages | None", *, at_top: bool = True) -> None:
        """Show other pages, from the first, or at the place where the reader is."""
        self._pages = pages
        self._is_seen = pages is None
        self._images.clear()
        self._measure()
        if at_top:
            self.verticalScrollBar().setValue(0)
        self.viewport().update()

    def zoom_by(self, step: int) -> None:
        """Show the pages larger or smaller; with 0, as wide as there is room."""
        nearest = min(range(len(_ZOOMS)), key=lambda place: abs(_ZOOMS[place] - self.zoom))
        self._zoom_to(_ZOOMS[max(0, min(len(_ZOOMS) - 1, nearest + step))] if step else None)

    @property
    def zoom(self) -> float:
        """How large the pages are, 1 as on paper."""
        if self._zoom is not None or self._pages is None:
            return self._zoom or 1.0
        widest = max((size.width() for size in self._pages.sizes), default=1.0) * _DPI / 72
        return min(1.0, max(_ZOOMS[0], (self.viewport().width() - 2 * _GAP) / widest))

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Return room for a page."""
        return QSize(840, 900)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Paint the pages in view on a darker ground."""
        painter = QPainter(self.viewport())
        painter.fillRect(event.rect(), QColor(self._ground))
        for page in self._in_view():
            rectangle = self._rectangle(page)
            painter.drawImage(rectangle, self._image(page))
            painter.setPen(QColor("#9aa3ad"))
            painter.drawRect(rectangle)
        painter.end()
        if not self._is_seen:
            self._is_seen = True
            self.painted.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Keep the pages in the middle."""
        if self._zoom is None and event.size().width() != event.oldSize().width():
            self._images.clear()
        self._measure()
        super().resizeEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: N802 - Qt's name
        """Zoom with Ctrl, scroll without."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.zoom_by(1 if event.angleDelta().y() > 0 else -1)
        else:
            super().wheelEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Go to the first page and the last one as well."""
        bar = self.verticalScrollBar()
        if event.key() in {Qt.Key.Key_Home, Qt.Key.Key_End}:
            bar.setValue(bar.minimum() if event.key() == Qt.Key.Key_Home else bar.maximum())
        else:
            super().keyPressEvent(event)

    # -- inside ----------------------------------------------------------------------------------------------------

    def _zoom_to(self, zoom: float | None) -> None:
        bar = self.verticalScrollBar()
        place = bar.value() / bar.maximum() if bar.maximum() else 0.0
        self._zoom = zoom
        self._images.clear()
        self._measure()
        bar.setValue(round(place * bar.maximum()))
        self.viewport().update()

    def _in_view(self) -> range:
        """Return the pages in view, counted from 0."""
        top = self.verticalScrollBar().value()
        first = bisect_right(self._tops, top) - 1
        behind = bisect_left(self._tops, top + self.viewport().height())
        return range(max(0, first), min(len(self._tops) - 1, behind))

    def _rectangle(self, page: int) -> QRectF:
        size = self._pages.sizes[page] * (_DPI / 72 * self.zoom) if self._pages else QSize(0, 0).toSizeF()
        middle = max(_GAP, (self.viewport().width() - size.width()) / 2)
        left, top = middle - self.horizontalScrollBar().value(), self._tops[page] - self.verticalScrollBar().value()
        return QRectF(left, top, size.width(), size.height())

    def _image(self, page: int) -> QImage:
        if page not in self._images and self._pages is not None:
            if len(self._images) >= _KEPT:
                self._images.pop(next(iter(self._images)))
            self._images[page] = self._pages.image(page, _DPI * self.zoom * self.devicePixelRatioF())
        return self._images[page]

    def _measure(self) -> None:
        sizes, scale = self._pages.sizes if self._pages else (), _DPI / 72 * self.zoom
        self._tops = list(accumulate((round(size.height() * scale) + _GAP for size in sizes), initial=_GAP))
        width = max((size.width() for size in sizes), default=0.0) * scale + 2 * _GAP
        self.verticalScrollBar().setRange(0, max(0, round(self._tops[-1] - self.viewport().height())))
        self.verticalScrollBar().setPageStep(self.viewport().height())
        self.verticalScrollBar().setSingleStep(48)
        self.horizontalScrollBar().setRange(0, max(0, round(width - self.viewport().width())))
        self._scrolled()

    def _scrolled(self) -> None:
        self.viewport().update()
        pages = len(self._tops) - 1
        if pages:
            middle = self.verticalScrollBar().value() + self.viewport().height() / 2
            self.page_changed.emit(min(pages, max(1, bisect_right(self._tops, middle))))
