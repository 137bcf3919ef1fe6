"""The pages of a PDF as pictures: what the preview shows and what the printer gets is that very PDF."""

import pypdfium2
from PySide6.QtCore import QSizeF
from PySide6.QtGui import QImage

_POINTS_PER_INCH = 72


class Pages:
    """The pages of one PDF, kept open for as long as they live, and the name of the file that it would go in."""

    def __init__(self, pdf: bytes, name: str = "", *, two_sided: bool = False) -> None:
        self.pdf = pdf
        self.name = name
        self.two_sided = two_sided
        self._document = pypdfium2.PdfDocument(pdf)
        self.sizes = (self.size(0),) * len(self)
        """The sizes of the pages in points. An order has but one paper, and to ask each page takes time in a book."""

    def __len__(self) -> int:
        """How many pages there are."""
        return len(self._document)

    def size(self, page: int) -> QSizeF:
        """Return the size of a page (counted from 0) in points."""
        return QSizeF(*self._document.get_page_size(page))

    def image(self, page: int, dots_per_inch: float) -> QImage:
        """Return a picture of a page (counted from 0)."""
        bitmap = self._document[page].render(
            scale=dots_per_inch / _POINTS_PER_INCH, rev_byteorder=True, prefer_bgrx=True
        )
        view = memoryview(bitmap.buffer)
        return QImage(view, bitmap.width, bitmap.height, bitmap.stride, QImage.Format.Format_RGBX8888).copy()
