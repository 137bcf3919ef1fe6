"""The pages of a PDF as pictures: what the preview shows and what the printer gets is that very PDF."""

import pypdfium2
from PySide6.QtCore import QSizeF
from PySide6.QtGui import QImage

from fmm_desktop.ui.pdfium import my_turn

_POINTS_PER_INCH = 72


class Pages:
    """The pages of one PDF, kept open for as long as they live, and the name of the file that it would go in."""

    def __init__(self, pdf: bytes, name: str = "") -> None:
        self.pdf = pdf
        self.name = name
        with my_turn():
            self._document = pypdfium2.PdfDocument(pdf)
            self._count = len(self._document)

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
            return self._size(page)

    def image(self, page: int, dots_per_inch: float) -> QImage:
        """Return a picture of a page (counted from 0)."""
        with my_turn():
            return self._image(page, dots_per_inch)  # what it made is gone before the turn is over

    def _size(self, page: int) -> QSizeF:
        return QSizeF(*self._document[page].get_size())

    def _image(self, page: int, dots_per_inch: float) -> QImage:
        bitmap = self._document[page].render(
            scale=dots_per_inch / _POINTS_PER_INCH, rev_byteorder=True, prefer_bgrx=True
        )
        view = memoryview(bitmap.buffer)
        return QImage(view, bitmap.width, bitmap.height, bitmap.stride, QImage.Format.Format_RGBX8888).copy()
