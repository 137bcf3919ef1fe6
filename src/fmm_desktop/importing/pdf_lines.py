"""The lines of text on the pages of a PDF, with where they stand and how they are set.

PDFium tells the text of a page at once, and each character only on its own; so we ask of few characters in each line,
which keeps us near the time that PDFium itself needs.
"""

import ctypes
import math
import re
import statistics
from collections.abc import Iterator
from typing import NamedTuple

import pypdfium2
import pypdfium2.raw as pdfium

from fmm_desktop.importing import trouble
from fmm_desktop.importing.characters import tidy
from fmm_desktop.importing.limits import MAX_PAGE_CHARACTERS, MAX_PAGES, Watch
from fmm_desktop.importing.markers import marked
from fmm_desktop.importing.trouble import ImportingError

_WHAT = "PDF"
_HYPHEN = "\ufffe"
"""What PDFium gives for a hyphen at the end of a line, in place of the hyphen and the end."""

_BREAK = re.compile(rf"\r?\n|\r|(?<={_HYPHEN})")
_RAISED = re.compile(r"(?<=[^\W\d_]|[.,;:!?)\]”’\"»])\d{1,3}(?!\d|[.,]\d)")
_WORD = re.compile(r"\S+")
_BOLD_WEIGHT = 600
_BOLD = re.compile(r"bold|black|heavy|demi|-bd", re.IGNORECASE)
_ITALIC = re.compile(r"italic|oblique|-it\b|-ital", re.IGNORECASE)
_ITALIC_FLAG = 1 << 6
_WIDE = 1.15
"""How much wider than usual the letters of a line seem when there is a gap in it."""

_GAP = 2.0
"""How wide a gap parts two columns, in heights of a line."""

_RAISE = 0.15
"""How far above the line a number of a footnote stands at least, in heights of a line."""

_LONG = 40
"""Letters in a line that tells how wide letters are; the last `_LOOK` of them do."""

_LOOK = 400


class Line(NamedTuple):
    """A line, or the part of one that stands in one column; positions in points from the lower left of the page.

    `bottom` is where the letters stand on, `height` the size that they are set in.

    `raised` are the places in the text of numbers that are set small: footnotes, it may be. `cell` when the line was
    parted by a gap.
    """

    text: str
    page: int
    left: float
    right: float
    bottom: float
    height: float
    bold: bool
    italic: bool
    raised: tuple[tuple[int, int], ...] = ()
    cell: bool = False


class Pages(NamedTuple):
    """The lines of a document, page by page, and the sizes of those pages in points."""

    lines: list[list[Line]]
    sizes: list[tuple[float, float]]
    title: str


def pages(data: bytes, name: str, watch: Watch) -> Pages:
    """Return the lines of a PDF. Raises ImportingError: encrypted, damaged, too long, or pictures without text."""
    document = _opened(data, name)
    try:
        count = len(document)
        if count > MAX_PAGES:
            raise ImportingError(trouble.TOO_MUCH, file=name, what=f"{count} p.")
        lines, sizes = [], []  # type: list[list[Line]], list[tuple[float, float]]
        reader = _Reader()
        for number in range(count):
            watch(number / count)
            found, size = _page(document, number, reader, name)
            lines.append(found)
            sizes.append(size)
        if not any(lines):
            raise ImportingError(trouble.SCAN if count else trouble.EMPTY, file=name)
        return Pages(lines, sizes, tidy(document.get_metadata_dict().get("Title", "")))
    finally:
        document.close()


def _opened(data: bytes, name: str) -> pypdfium2.PdfDocument:
    try:
        return pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as problem:
        locked = getattr(problem, "err_code", None) in {pdfium.FPDF_ERR_PASSWORD, pdfium.FPDF_ERR_SECURITY}
        raise ImportingError(trouble.ENCRYPTED if locked else trouble.DAMAGED, file=name, what=_WHAT) from problem


def _page(
    document: pypdfium2.PdfDocument, number: int, reader: "_Reader", name: str
) -> tuple[list[Line], tuple[float, float]]:
    try:
        page = document[number]
        text_page = page.get_textpage()
        if text_page.count_chars() > MAX_PAGE_CHARACTERS:
            raise ImportingError(trouble.TOO_MUCH, file=name, what=f"p. {number + 1}")
        lines = list(reader.lines(text_page, number + 1))
        size = page.get_size()
        text_page.close()
        page.close()
    except pypdfium2.PdfiumError as problem:
        raise ImportingError(trouble.DAMAGED, file=name, what=_WHAT) from problem
    return lines, size


class _Text(NamedTuple):
    """Part of the text of a page, from `start` on. `page` is PDFium's handle, `number` counts from 1."""

    page: object
    number: int
    text: str
    start: int


class _Reader:
    """Reads pages; it learns how wide letters usually are, in heights of a line."""

    def __init__(self) -> None:
        self._rect = pdfium.FS_RECTF()
        self._matrix = pdfium.FS_MATRIX()
        self._numbers = [ctypes.c_double() for _ in range(4)]
        self._flags = ctypes.c_int()
        self._font = ctypes.create_string_buffer(128)
        self._widths: list[float] = []
        self._usual = 0.0

    def lines(self, page: pypdfium2.PdfTextPage, number: int) -> Iterator[Line]:
        """Yield the lines of a page in the order in which they were written."""
        text = page.get_text_range()
        at = 0
        for end, after in [*((found.start(), found.end()) for found in _BREAK.finditer(text)), (len(text), len(text))]:
            yield from self._line(_Text(page.raw, number, text[at:end], at))
            at = after
        if self._widths:
            self._usual = statistics.median(self._widths[-_LOOK:])

    def _line(self, line: _Text) -> Iterator[Line]:
        words = [found.span() for found in _WORD.finditer(line.text)]
        if not words:
            return
        whole = self._made(line, words)
        letters = words[-1][1] - words[0][0]
        width = (whole.right - whole.left) / letters / whole.height
        if letters > _LONG:
            self._widths.append(width)
        parts = [words] if 0 < width <= self._usual * _WIDE else self._parts(line, words, whole.height)
        if len(parts) == 1:
            yield whole
        else:
            yield from (self._made(line, part, cell=True) for part in parts)

    def _parts(self, line: _Text, words: list[tuple[int, int]], height: float) -> list[list[tuple[int, int]]]:
        """Part a line where there is a gap; not behind the number of an item."""
        parts = [[words[0]]]
        right = self._sides(line, words[0][1] - 1)[1]
        for word in words[1:]:
            left = self._sides(line, word[0])[0]
            before = line.text[parts[-1][0][0] : parts[-1][-1][1]]
            if (left - right > _GAP * height or left < right - height) and not marked(f"{before} x").marker:
                parts.append([])
            parts[-1].append(word)
            right = self._sides(line, word[1] - 1)[1]
        return parts

    def _made(self, line: _Text, words: list[tuple[int, int]], *, cell: bool = False) -> Line:
        first, last = words[0][0], words[-1][1]
        longest = max(words, key=lambda word: word[1] - word[0])
        base, height = self._set(line, sum(longest) // 2)
        own = _Text(line.page, line.number, line.text[first:last], line.start + first)
        bold, italic = self._weight(own)
        return Line(
            text=_plain(own.text),
            page=line.number,
            left=self._sides(line, first)[0],
            right=self._sides(line, last - 1)[1],
            bottom=base,
            height=height,
            bold=bold,
            italic=italic,
            raised=tuple(self._raised(own, height)),
            cell=cell,
        )

    def _sides(self, line: _Text, place: int) -> tuple[float, float]:
        """Where a character begins and ends, given by its place in the line."""
        index = pdfium.FPDFText_GetCharIndexFromTextIndex(line.page, line.start + place)
        if index < 0 or not pdfium.FPDFText_GetLooseCharBox(line.page, index, self._rect):
            return 0.0, 0.0
        return self._rect.left, self._rect.right

    def _set(self, line: _Text, place: int) -> tuple[float, float]:
        """On which height a character stands, and how large it is set; its box tells neither in every font."""
        index = pdfium.FPDFText_GetCharIndexFromTextIndex(line.page, line.start + place)
        x, y, *_ = self._numbers
        known = pdfium.FPDFText_GetCharOrigin(line.page, index, x, y)
        scaled = pdfium.FPDFText_GetMatrix(line.page, index, self._matrix)
        scale = math.hypot(self._matrix.c, self._matrix.d) if scaled else 1.0
        return (y.value if known else 0.0), max(pdfium.FPDFText_GetFontSize(line.page, index) * scale, 0.1)

    def _raised(self, line: _Text, height: float) -> Iterator[tuple[int, int]]:
        """A number is raised when its lower edge is clearly above the line on which the letter before it stands."""
        left, right, bottom, top = self._numbers
        for found in _RAISED.finditer(line.text):
            before, index = (
                pdfium.FPDFText_GetCharIndexFromTextIndex(line.page, line.start + place)
                for place in (found.start() - 1, found.start())
            )
            pdfium.FPDFText_GetCharOrigin(line.page, before, left, right)
            base = right.value
            known = pdfium.FPDFText_GetCharBox(line.page, index, left, right, bottom, top)
            if known and bottom.value - base > _RAISE * height:
                yield found.span()

    def _weight(self, line: _Text) -> tuple[bool, bool]:
        """Whether the first letter, one in the middle and the last are bold, and italic."""
        text = line.text
        letters = [place for place in (0, len(text) // 2, len(text) - 1) if text[place].isalnum()]
        letters = letters or [place for place, letter in enumerate(text) if letter.isalnum()][:1]
        bold = italic = bool(letters)
        for place in letters:
            if not (bold or italic):
                break
            own = self._font_at(line, place)
            bold, italic = bold and own[0], italic and own[1]
        return bold, italic

    def _font_at(self, line: _Text, place: int) -> tuple[bool, bool]:
        index = pdfium.FPDFText_GetCharIndexFromTextIndex(line.page, line.start + place)
        size = pdfium.FPDFText_GetFontInfo(line.page, index, self._font, len(self._font), self._flags)
        font = self._font.value.decode("utf-8", errors="replace") if 0 < size <= len(self._font) else ""
        bold = _BOLD.search(font) is not None or pdfium.FPDFText_GetFontWeight(line.page, index) >= _BOLD_WEIGHT
        return bold, _ITALIC.search(font) is not None or bool(self._flags.value & _ITALIC_FLAG)


def _plain(text: str) -> str:
    """As long as it was, so that places in it stay: blanks are blanks, a hyphen is a hyphen."""
    return re.sub(r"\s", " ", text).replace(_HYPHEN, "-")
