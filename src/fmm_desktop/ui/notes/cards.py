"""What stands on the cards in the list of notes. Worked out once: the list asks for each card many times."""

import math
from typing import NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QFontMetrics, QFontMetricsF, QTextLayout, QTextOption

from fmm_desktop.dossier.text import plain
from fmm_desktop.ui.notes.model import NoteRow
from fmm_desktop.ui.notes.times import say_time
from fmm_desktop.ui.notes.writing import Writing

_LINES = 4
_LETTERS = 600  # more than four lines ever show
_KEPT = 3000  # cards: to make one takes a tenth of a millisecond
_NARROW = 5  # pixels: words of narrower letters are wrapped to find that they fit
_GAP = 10  # pixels between what stands side by side


class Letters:
    """How wide words are in a font. Those that stand on many cards are measured once."""

    def __init__(self, font: QFont) -> None:
        self._metrics = QFontMetrics(font)
        self._widths: dict[str, int] = {}

    def width(self, words: str) -> int:
        """Return how many pixels words take on one line."""
        width = self._widths.get(words)
        if width is None:
            if len(self._widths) >= _KEPT:
                self._widths.clear()
            width = self._widths[words] = self._metrics.horizontalAdvance(words)
        return width

    def cut(self, words: str, width: int) -> str:
        """Return words as far as there is room for them."""
        if self.width(words) <= width:
            return words
        return self._metrics.elidedText(words, Qt.TextElideMode.ElideRight, width)


class Faces:
    """A font and the two smaller ones that go with it."""

    def __init__(self, font: QFont) -> None:
        self.body = QFont(font)
        self.small = QFont(font)
        self.small.setPointSizeF(font.pointSizeF() * 0.85)
        self.bold = QFont(self.small)
        self.bold.setBold(True)
        self.struck = QFont(font)
        self.struck.setStrikeOut(True)
        self.small_letters, self.bold_letters = Letters(self.small), Letters(self.bold)
        self.spacing = math.ceil(QFontMetricsF(self.body).lineSpacing())  # lines are painted as far apart as that


class Card(NamedTuple):
    """The words of a card: kind, what stands aside, place, cut to fit, and the first lines of the note.

    Where there is room they stand on one line: `indent` is how far from the left the place stands then, in pixels.
    Else `indent` is 0 and the place has a line of its own, and so has what stands aside when `aside_below`. The author
    follows the kind, when that is another than the reader.
    """

    kind: str
    place: str
    indent: int
    aside: str
    aside_below: bool
    alarming: bool
    lines: tuple[str, ...]

    @property
    def head(self) -> int:
        """How many lines stand above the note."""
        return 1 + self.aside_below + (not self.indent)


class Cards:
    """Makes cards, and remembers them. `unsaved_words` say that a note is not safe."""

    def __init__(self, font: QFont) -> None:
        self.unsaved_words = ""
        self.faces = Faces(font)
        self._cards: dict[tuple[object, ...], Card] = {}

    def card(self, row: NoteRow, font: QFont, width: int) -> Card:
        """Return the card of a note in some font, of which `faces` are from then on, with room for `width` pixels."""
        if font != self.faces.body:
            self.faces = Faces(font)
            self._cards.clear()
        writing = row.writing
        changed = writing.note.changed if writing.note is not None else None
        words = (row.place, row.version, row.kind, row.status, row.author)
        key = (writing.text, writing.traits.wording, *words, writing.safe or self.unsaved_words, changed, width)
        card = self._cards.get(key)
        if card is None:
            if len(self._cards) >= _KEPT:
                self._cards.clear()
            card = self._cards[key] = self._make(row, self.faces, width)
        return card

    def _make(self, row: NoteRow, faces: Faces, width: int) -> Card:
        writing = row.writing
        warning = row.version if writing.safe else self.unsaved_words
        aside = " · ".join(filter(None, (warning, row.status, _when(writing) if writing.safe else "")))
        bold, small = faces.bold_letters, faces.small_letters
        head = " · ".join(filter(None, (row.kind, row.author)))
        room = width - small.width(aside) - _GAP
        after_kind = bold.width(head) + _GAP
        fits = after_kind + small.width(row.place) <= room
        kind, place, aside = bold.cut(head, width), small.cut(row.place, width), small.cut(aside, width)
        lines = tuple(_said(writing.text, writing.traits.wording, faces.body, width))
        return Card(kind, place, after_kind if fits else 0, aside, after_kind > room, bool(warning), lines)


def _when(writing: Writing) -> str:
    if writing.note is None:
        return ""
    return say_time(writing.note.changed)


def _said(text: str, wording: str, font: QFont, width: int) -> list[str]:
    """Return the first lines of what a note says, and of what it proposes: one line at the least of either."""
    if not (text.strip() and wording):
        return _first_lines(text if text.strip() else wording, font, width, _LINES)
    above = _first_lines(text, font, width, _LINES - 1)
    return above + _first_lines(f"→ {wording}", font, width, _LINES - len(above))


def _first_lines(text: str, font: QFont, width: int, most: int) -> list[str]:
    """Return the first lines of a text, wrapped to `width` pixels; the last one ends in … when there are more."""
    found: list[str] = []
    shown = plain(text[:_LETTERS])  # as it is read, without its markup
    metrics = QFontMetrics(font)
    for paragraph in shown.splitlines() or [""]:
        if len(paragraph) * _NARROW <= width and metrics.horizontalAdvance(paragraph) <= width:
            found.append(paragraph)
            continue
        layout = QTextLayout(paragraph, font)
        layout.setTextOption(QTextOption())
        layout.beginLayout()
        while len(found) <= most and (line := layout.createLine()).isValid():
            line.setLineWidth(width)
            found.append(paragraph[line.textStart() : line.textStart() + line.textLength()])
        layout.endLayout()
        if len(found) > most:
            break
    if len(found) > most or len(text) > _LETTERS:
        found = found[:most]
        found[-1] = metrics.elidedText(f"{found[-1].rstrip()} …", Qt.TextElideMode.ElideRight, width)
    return found
