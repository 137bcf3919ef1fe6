"""The pages of a PDF as pictures: what the preview shows and what the printer gets is that very PDF."""

from collections.abc import Sequence
from io import BytesIO
from math import ceil

import pypdfium2
from PySide6.QtCore import QSizeF
from PySide6.QtGui import QImage

from fmm_desktop.ui.pdfium import my_turn

_POINTS_PER_INCH = 72
_COLOURS = {"rev_byteorder": True, "prefer_bgrx": True}  # as Qt wants them
_WHITE = b"\xff"


class Pages:
    """The pages of one PDF, kept open for as long as they live, and the name of the file that it would go in."""

    def __init__(self, pdf: bytes, name: str = "", *, two_sided: bool = False) -> None:
        self.pdf = pdf
        self.name = name
        self.two_sided = two_sided
        with my_turn():
            self._document = pypdfium2.PdfDocument(pdf)
            self._count = len(self._document)
            size = QSizeF(*self._document.get_page_size(0))
        self.sizes = (size,) * self._count
        """The sizes of the pages in points. An order has but one paper, and to ask each page takes time in a book."""

    def __len__(self) -> int:
        """How many pages there are."""
        return self._count

    def __del__(self) -> None:
        """Close the document when PDFium is free: who is done with the pages may be so while a job reads another."""
        if hasattr(self, "_document"):
            with my_turn():
                self._document.close()

    def size(self, page: int) -> QSizeF:
        """Return the size of a page (counted from 0) in points."""
        with my_turn():
            return QSizeF(*self._document.get_page_size(page))

    def part(self, numbers: Sequence[int]) -> bytes:
        """Return a PDF of some pages (counted from 0) in this order: this very PDF when those are all of them."""
        if list(numbers) == list(range(len(self))):
            return self.pdf
        with my_turn():
            part, file = pypdfium2.PdfDocument.new(), BytesIO()
            part.import_pages(self._document, list(numbers))
            part.save(file)
            part.close()
        return file.getvalue()

    def image(self, page: int, dots_per_inch: float) -> QImage:
        """Return a picture of a page (counted from 0)."""
        with my_turn():  # what it makes is gone before the turn is over
            return self._drawn(page, dots_per_inch / _POINTS_PER_INCH)

    def height(self, page: int, dots_per_inch: float) -> int:
        """Return how many rows of dots the picture of a page (counted from 0) has."""
        return ceil(self.size(page).height() * dots_per_inch / _POINTS_PER_INCH)

    def band(self, page: int, dots_per_inch: float, rows: range) -> QImage | None:
        """Return some rows of dots of the picture of a page (counted from 0); None when they are white all over."""
        scale = dots_per_inch / _POINTS_PER_INCH
        below = self.height(page, dots_per_inch) - rows.stop
        # pypdfium2 takes points, and rounds up to dots: half a dot less makes sure of the number.
        crop = (0, max(0, below - 0.5) / scale, 0, max(0, rows.start - 0.5) / scale)
        with my_turn():
            return self._band(page, scale, crop)

    def _drawn(self, page: int, scale: float) -> QImage:
        return _image(self._document[page].render(scale=scale, **_COLOURS))

    def _band(self, page: int, scale: float, crop: tuple[float, float, float, float]) -> QImage | None:
        bitmap = self._document[page].render(scale=scale, crop=crop, **_COLOURS)
        data = bytes(bitmap.buffer)
        return None if data == _WHITE * len(data) else _image(bitmap)


def _image(bitmap: pypdfium2.PdfBitmap) -> QImage:
    view = memoryview(bitmap.buffer)
    return QImage(view, bitmap.width, bitmap.height, bitmap.stride, QImage.Format.Format_RGBX8888).copy()
