"""The lines of text on the pages of a PDF, with where they stand and how they are set.

PDFium tells the text of a page at once, and each character only on its own; so we ask of few characters in each line,
which keeps us near the time that PDFium itself needs.
"""

import ctypes
import math
import re
import statistics
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

import pypdfium2
import pypdfium2.raw as pdfium

from fmm_desktop.importing import trouble
from fmm_desktop.importing.characters import tidy
from fmm_desktop.importing.limits import MAX_PAGE_CHARACTERS, MAX_PAGES, Watch
from fmm_desktop.importing.pdf_cells import Columns, Span, parted
from fmm_desktop.importing.pdf_turns import Turn
from fmm_desktop.importing.trouble import ImportingError

_WHAT = "PDF"
_HYPHEN = "\ufffe"
"""What PDFium gives for a hyphen at the end of a line, in place of the hyphen and the end."""

_SOFT_HYPHEN = "\xad"
_BREAK = re.compile(f"[\n{_HYPHEN}]|{_SOFT_HYPHEN}(?= )")
_END_OF_LINE = re.compile(f"{_HYPHEN}|{_SOFT_HYPHEN}$")
_RAISED = re.compile(r"(?<=[^\W\d_]|[.,;:!?)\]”’\"»])\d{1,3}(?!\d|[.,]\d)")
_WORD = re.compile(r"\S+")
_LETTER = re.compile(r"[^\W\d_]")
_ALNUM = re.compile(r"[^\W_]")
_DIGIT = re.compile(r"\d")
_BOLD_WEIGHT = 600
_BOLD = re.compile(r"bold|black|heavy|demi|-bd", re.IGNORECASE)
_ITALIC = re.compile(r"italic|oblique|-it\b|-ital", re.IGNORECASE)
_ITALIC_FLAG = 1 << 6
_WIDE = 1.15
"""How much wider than usual the letters of a line seem when there is a gap in it."""

_TELLING = 3
"""How many lines of a page tell how it is turned."""

_RAISE = 0.15
"""How far above the line a number of a footnote stands at least, in heights of a line."""

_LONG = 40
"""Letters in a line that tells how wide letters are; the last `_LOOK` of them do."""

_LOOK = 400
_FONT_NAME = 128
"""Bytes of the name of a font that are asked for."""


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
        size = page.get_size() if page.get_rotation() in {0, 180} else page.get_size()[::-1]
        text_page = page.get_textpage()
        if text_page.count_chars() > MAX_PAGE_CHARACTERS:
            raise ImportingError(trouble.TOO_MUCH, file=name, what=f"p. {number + 1}")
        texts = list(_texts(text_page, number + 1))
        turn = Turn(reader.quarters(texts), *size)
        if turn.degrees != page.get_rotation():  # PDFium goes through the lines as the page is held
            page.set_rotation(turn.degrees)
            text_page.close()
            text_page = page.get_textpage()
            texts = list(_texts(text_page, number + 1))
        lines = list(reader.lines(texts, turn))
        text_page.close()
        page.close()
    except pypdfium2.PdfiumError as problem:
        raise ImportingError(trouble.DAMAGED, file=name, what=_WHAT) from problem
    return lines, turn.size


class _Text(NamedTuple):
    """Part of the text of a page, from `start` on. `page` is PDFium's handle, `number` counts from 1.

    PDFium counts some characters that are not in the text; `exact` when it does not on this page.
    """

    page: object
    number: int
    text: str
    start: int
    exact: bool

    def part(self, start: int, end: int) -> "_Text":
        """Return the text between two places in this one."""
        return self._replace(text=self.text[start:end], start=self.start + start)

    def named(self, place: int) -> int:
        """Return by which number PDFium knows a character, from its place in this text."""
        at = self.start + place
        return at if self.exact else int(pdfium.FPDFText_GetCharIndexFromTextIndex(self.page, at))


def _texts(page: pypdfium2.PdfTextPage, number: int) -> Iterator[_Text]:
    """Yield the text of each line, without blanks at its ends."""
    text = page.get_text_range()
    exact = len(text) == page.count_chars()
    at = 0
    for end in [*(found.end() for found in _BREAK.finditer(text)), len(text)]:
        own = text[at:end]
        if inside := own.strip():
            yield _Text(page.raw, number, inside, at + own.index(inside[0]), exact)
        at = end


def _width(line: Line) -> float:
    """How wide the letters of a line seem, in heights of it."""
    return (line.right - line.left) / len(line.text) / line.height


class _Reader:
    """Reads pages; it learns how wide letters usually are, in heights of a line."""

    def __init__(self) -> None:
        self._rect = pdfium.FS_RECTF()
        self._matrix = pdfium.FS_MATRIX()
        self._numbers = [ctypes.c_double() for _ in range(4)]
        self._flags = ctypes.c_int()
        self._font = ctypes.create_string_buffer(_FONT_NAME)
        # made once: a pointer for each of the thousands of calls takes as long as the call
        self._rect_at, self._matrix_at, self._flags_at = (
            ctypes.byref(one) for one in (self._rect, self._matrix, self._flags)
        )
        self._fonts: dict[tuple[bytes, int], tuple[bool, bool]] = {}
        self._widths: list[float] = []
        self._turn = Turn(0, 0.0, 0.0)

    def quarters(self, texts: Sequence[_Text]) -> int:
        """How many quarters most of the text is turned to the left, as some of its lines tell."""
        counts: Counter[int] = Counter()
        for text in texts[:: max(1, len(texts) // _TELLING)]:
            if pdfium.FPDFText_GetMatrix(text.page, text.named(len(text.text) // 2), self._matrix):
                angle = math.atan2(self._matrix.b, self._matrix.a)
                counts[round(angle / (math.pi / 2)) % 4] += len(text.text)
        return counts.most_common(1)[0][0] if counts else 0

    def lines(self, texts: Sequence[_Text], turn: Turn) -> Iterator[Line]:
        """Yield the lines of a page that is turned so, in the order in which they were written."""
        self._turn = turn
        whole = [self._made(text) for text in texts]
        widths = [_width(line) for line in whole]
        self._widths += (width for width, line in zip(widths, whole, strict=True) if len(line.text) > _LONG)
        usual = statistics.median(self._widths[-_LOOK:]) if self._widths else 0.0
        columns = Columns()
        for text, line, width in zip(texts, whole, widths, strict=True):
            in_table = columns.reach(line.left, line.bottom, line.height)
            parts = self._parts(text, line.height, columns) if in_table or not 0 < width <= usual * _WIDE else []
            apart = [self._made(text.part(start, end), cell=True) for start, end in parts] if len(parts) > 1 else [line]
            columns.row([part.left for part in apart])
            yield from apart

    def _parts(self, line: _Text, height: float, columns: Columns) -> list[Span]:
        words = [found.span() for found in _WORD.finditer(line.text)]
        sides = [(self._sides(line, start)[0], self._sides(line, end - 1)[1]) for start, end in words]
        return parted(line.text, words, sides, height, columns)

    def _made(self, own: _Text, *, cell: bool = False) -> Line:
        base, height = self._set(own)
        bold, italic = self._weight(own)
        return Line(
            text=_END_OF_LINE.sub("-", own.text),
            page=own.number,
            left=self._sides(own, 0)[0],
            right=self._sides(own, len(own.text) - 1)[1],
            bottom=base,
            height=height,
            bold=bold,
            italic=italic,
            raised=tuple(self._raised(own, height)) if _DIGIT.search(own.text) else (),
            cell=cell,
        )

    def _sides(self, line: _Text, place: int) -> tuple[float, float]:
        """Where a character begins and ends, given by its place in the line."""
        index = line.named(place)
        if index < 0 or not pdfium.FPDFText_GetLooseCharBox(line.page, index, self._rect_at):
            return 0.0, 0.0
        if not self._turn.quarters:  # most pages: this is asked very often
            return self._rect.left, self._rect.right
        box = self._turn.box(self._rect.left, self._rect.bottom, self._rect.right, self._rect.top)
        return box[0], box[2]

    def _set(self, line: _Text) -> tuple[float, float]:
        """On which height a line stands, and how large it is set; the boxes of letters tell neither in every font."""
        letter = _LETTER.search(line.text, len(line.text) // 2) or _LETTER.search(line.text)
        index = line.named(letter.start() if letter else 0)
        if not pdfium.FPDFText_GetMatrix(line.page, index, self._matrix_at):
            return 0.0, 1.0
        scale = math.hypot(self._matrix.c, self._matrix.d)
        base = self._matrix.f
        if self._turn.quarters:
            base = self._turn.box(self._matrix.e, base, self._matrix.e, base)[1]
        return base, max(pdfium.FPDFText_GetFontSize(line.page, index) * scale, 0.1)

    def _raised(self, line: _Text, height: float) -> Iterator[tuple[int, int]]:
        """A number is raised when its lower edge is clearly above the line on which the letter before it stands."""
        left, right, bottom, top = self._numbers
        for found in _RAISED.finditer(line.text):
            before, index = (line.named(place) for place in (found.start() - 1, found.start()))
            pdfium.FPDFText_GetCharOrigin(line.page, before, left, right)
            base = self._turn.box(left.value, right.value, left.value, right.value)[1]
            known = pdfium.FPDFText_GetCharBox(line.page, index, left, right, bottom, top)
            lower = self._turn.box(left.value, bottom.value, right.value, top.value)[1]
            if known and lower - base > _RAISE * height:
                yield found.span()

    def _weight(self, line: _Text) -> tuple[bool, bool]:
        """Whether the first letter, one in the middle and the last are bold, and italic."""
        first = _ALNUM.search(line.text)
        bold, italic = self._font_at(line, first.start()) if first else (False, False)
        for place in (len(line.text) // 2, len(line.text) - 1):
            if (bold or italic) and line.text[place].isalnum():
                own = self._font_at(line, place)
                bold, italic = bold and own[0], italic and own[1]
        return bold, italic

    def _font_at(self, line: _Text, place: int) -> tuple[bool, bool]:
        index = line.named(place)
        size = pdfium.FPDFText_GetFontInfo(line.page, index, self._font, _FONT_NAME, self._flags_at)
        name = self._font.value if 0 < size <= _FONT_NAME else b""
        key = (name, self._flags.value)
        if key not in self._fonts:
            heavy = pdfium.FPDFText_GetFontWeight(line.page, index) >= _BOLD_WEIGHT
            font = name.decode("utf-8", errors="replace")
            slanted = bool(self._flags.value & _ITALIC_FLAG) or _ITALIC.search(font) is not None
            self._fonts[key] = (heavy or _BOLD.search(font) is not None, slanted)
        return self._fonts[key]
