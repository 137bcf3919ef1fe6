"""The pages of a PDF as pictures: what the preview shows and what the printer gets is that very PDF."""

from typing import TYPE_CHECKING

import pypdfium2
from PySide6.QtCore import QRectF, QSizeF
from PySide6.QtGui import QImage, QPainter

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

_POINTS_PER_INCH = 72
_PRINT_DPI = 300


class Pages:
    """The pages of one PDF. Keeps it open for as long as it lives."""

    def __init__(self, pdf: bytes) -> None:
        self._document = pypdfium2.PdfDocument(pdf)

    def __len__(self) -> int:
        """How many pages there are."""
        return len(self._document)

    def size(self, page: int) -> QSizeF:
        """Return the size of a page (counted from 0) in points."""
        return QSizeF(*self._document[page].get_size())

    def image(self, page: int, dots_per_inch: float) -> QImage:
        """Return a picture of a page (counted from 0)."""
        bitmap = self._document[page].render(
            scale=dots_per_inch / _POINTS_PER_INCH, rev_byteorder=True, prefer_bgrx=True
        )
        view = memoryview(bitmap.buffer)
        return QImage(view, bitmap.width, bitmap.height, bitmap.stride, QImage.Format.Format_RGBX8888).copy()


def print_pages(pages: Pages, printer: "QPrinter") -> bool:
    """Print the chosen range of pages, each filling the paper; return whether the printer took them."""
    printer.setFullPage(True)
    first = (printer.fromPage() or 1) - 1
    last = min(printer.toPage() or len(pages), len(pages)) - 1
    numbers = range(first, last + 1)
    painter = QPainter()
    if not painter.begin(printer):
        return False
    try:
        for place, number in enumerate(reversed(numbers) if _last_page_first(printer) else numbers):
            if place and not printer.newPage():
                return False
            painter.drawImage(_on_paper(printer, pages.size(number)), pages.image(number, _PRINT_DPI))
    finally:
        painter.end()
    return True


def _last_page_first(printer: "QPrinter") -> bool:
    return printer.pageOrder() is type(printer).PageOrder.LastPageFirst


def _on_paper(printer: "QPrinter", size: QSizeF) -> QRectF:
    """Return where a page of `size` points goes on the paper, in dots: as large as fits, in the middle."""
    paper = printer.paperRect(type(printer).Unit.DevicePixel)
    scale = min(paper.width() / size.width(), paper.height() / size.height())
    width, height = size.width() * scale, size.height() * scale
    return QRectF((paper.width() - width) / 2, (paper.height() - height) / 2, width, height)
