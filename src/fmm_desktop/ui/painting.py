"""What rows of words are painted with. Each row of the tree is painted at each key: every call counts.

Qt shapes a text anew each time that it is measured, shortened or drawn in a rectangle. So widths are kept by letter,
and a text is drawn where its base line begins, each part of it once.
"""

import re
from bisect import bisect_left, bisect_right
from itertools import accumulate
from typing import NamedTuple

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QFontMetricsF, QPainter, QPixmap

_SMALLER = 0.85
_BEFORE = 1 / 3  # of the room, before a hit that would not be seen
_NARROW = 3  # pixels: few letters are narrower
_FROM_THE_RIGHT = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff]")


class Snippet(NamedTuple):
    """Words, and where in them the hits stand."""

    text: str = ""
    spans: tuple[tuple[int, int], ...] = ()


class Face(dict[str, float]):
    """A font and the width of each letter in it, in pixels."""

    def __init__(self, font: QFont, *, bold: bool = False, smaller: bool = False) -> None:
        super().__init__()
        self.font = QFont(font)
        self.font.setBold(bold)
        if smaller:
            self.font.setPointSizeF(font.pointSizeF() * _SMALLER)
        self._exact = QFontMetricsF(self.font)
        self._whole = QFontMetrics(self.font)
        self.height = self._whole.height()
        self.ascent = self._whole.ascent()

    def __missing__(self, letter: str) -> float:
        """Measure a letter at its first use."""
        self[letter] = width = self._exact.horizontalAdvance(letter)
        return width

    def width(self, text: str) -> float:
        """Return the width of a text, letter by letter: right but for the pairs that a font draws closer."""
        return sum(map(self.__getitem__, text))

    def fitted(self, text: str, room: float) -> str:
        """Return a text that is no wider than `room`."""
        ends = self._ends(text[: int(room / _NARROW) + 1])  # of a long text enough to see that it is too long
        if ends[-1] <= room and len(ends) <= len(text):
            ends = self._ends(text)
        return text if ends[-1] <= room else text[: bisect_right(ends, room - self["…"], 1) - 1].rstrip() + "…"

    def window(self, words: Snippet, room: float) -> Snippet:
        """Return as much of words as there is room for, their first hit in it: what stands before it gives way."""
        text = self.fitted(words.text, room)
        if text == words.text:
            return words
        if words.spans and words.spans[0][1] >= len(text):
            start, end = words.spans[0]
            ends = self._ends(words.text[:end])
            words = _without_beginning(words, bisect_left(ends, ends[start] - room * _BEFORE))
            text = self.fitted(words.text, room)
        return Snippet(text, tuple(span for span in words.spans if span[1] < len(text) or text == words.text))

    def _ends(self, text: str) -> list[float]:
        """Return where each letter begins, and where the last one ends."""
        return list(accumulate(map(self.__getitem__, text), initial=0.0))

    def drawn_width(self, text: str) -> int:
        """Return the width of a text as it is drawn."""
        return self._whole.horizontalAdvance(text)

    def places(self, words: Snippet) -> list[tuple[int, int]]:
        """Return where the hits in words begin and end, in pixels from their left."""
        if not words.spans or _FROM_THE_RIGHT.search(words.text):
            return []
        ends = self._ends(words.text)
        return [(round(ends[start]), round(ends[end])) for start, end in words.spans]


def _without_beginning(words: Snippet, start: int) -> Snippet:
    """Return words from a letter on, or from the next word on if that is not yet the first hit."""
    hit = words.spans[0][0]
    start = words.text.find(" ", start, hit) + 1 or min(start, hit)
    return Snippet("…" + words.text[start:], tuple((from_ - start + 1, to - start + 1) for from_, to in words.spans))


class Ink:
    """The colours of a text, and of the ground under its hits, on which it can be read as well."""

    def __init__(self, text: str, hit: str) -> None:
        self.text, self.hit = QColor(text), QColor(hit)


def write(painter: QPainter, at: tuple[int, int], words: Snippet, face: Face, ink: Ink) -> None:
    """Draw words from (left, top) on, in the font that the painter has, with the hits marked."""
    left, top = at
    for start, end in face.places(words):
        painter.fillRect(left + start, top, end - start, face.height, ink.hit)
    painter.setPen(ink.text)
    painter.drawText(left, top + face.ascent, words.text)


def badge(words: str, colours: tuple[str, str], face: Face, ratio: float) -> QPixmap:
    """Return words on a round ground, in `colours` (words, ground), for a screen with `ratio` dots to a pixel."""
    width, height = face.drawn_width(words) + 12, face.height + 2
    picture = QPixmap(round(width * ratio), round(height * ratio))
    picture.setDevicePixelRatio(ratio)
    picture.fill(QColor(0, 0, 0, 0))
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(colours[1]))
    painter.drawRoundedRect(0, 0, width, height, height / 2, height / 2)
    painter.setFont(face.font)
    painter.setPen(QColor(colours[0]))
    painter.drawText(QRect(0, 0, width, height), Qt.AlignmentFlag.AlignCenter, words)
    painter.end()
    return picture
