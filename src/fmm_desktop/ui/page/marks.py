"""The marks on what a query finds in a page, and the walk from one to the next."""

from bisect import bisect_left
from collections.abc import Iterator

from PySide6.QtGui import QColor, QTextBlock, QTextCharFormat, QTextCursor, QTextDocument
from PySide6.QtWidgets import QTextEdit

from fmm_desktop.search.marking import Marker
from fmm_desktop.search.query import Query
from fmm_desktop.ui.colours import Colours


class Marks:
    """The places in a document that a query finds, one of them the current one once the reader goes there."""

    def __init__(self, document: QTextDocument, query: Query) -> None:
        self._document = document
        self._places = [] if not query.words else list(_places(document, query))
        self.current: int | None = None

    def __len__(self) -> int:
        """How many places there are."""
        return len(self._places)

    def selections(self, colours: Colours) -> list[QTextEdit.ExtraSelection]:
        """Return a mark for each place, a stronger one for the current place."""
        plain = _format(colours.hit, colours.hit_text)
        strong = _format(colours.current_hit, colours.current_hit_text)
        return [
            _mark(self._cursor(place), strong if place == self.current else plain) for place in range(len(self._places))
        ]

    def step(self, step: int, position: int) -> QTextCursor | None:
        """Go one place on (1) or back (-1), from `position` when there is no current one; None beyond the ends."""
        if self.current is not None:
            return self._go(self.current + step)
        return self._go(bisect_left(self._places, (position, 0)) - (step < 0))

    def go_to_end(self, step: int) -> QTextCursor | None:
        """Go to the first place (1) or to the last one (-1); None when there is none."""
        return self._go(0 if step > 0 else len(self._places) - 1)

    def _go(self, there: int) -> QTextCursor | None:
        if not 0 <= there < len(self._places):
            return None
        self.current = there
        return self._cursor(there)

    def _cursor(self, place: int) -> QTextCursor:
        cursor = QTextCursor(self._document)
        start, end = self._places[place]
        cursor.setPosition(start)
        cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        return cursor


def _format(ground: str, text: str) -> QTextCharFormat:
    form = QTextCharFormat()
    form.setBackground(QColor(ground))
    form.setForeground(QColor(text))
    return form


def _mark(cursor: QTextCursor, form: QTextCharFormat) -> QTextEdit.ExtraSelection:
    mark = QTextEdit.ExtraSelection()
    mark.cursor = cursor
    mark.format = form
    return mark


def _places(document: QTextDocument, query: Query) -> Iterator[tuple[int, int]]:
    """Yield where the words of a query stand in a document, as Qt counts."""
    marker = Marker(query)
    for block in _blocks(document):
        for start, end in _in_utf16(block.text(), marker):
            yield block.position() + start, block.position() + end


def _blocks(document: QTextDocument) -> Iterator[QTextBlock]:
    block = document.begin()
    while block.isValid():
        yield block
        block = block.next()


def _in_utf16(text: str, marker: Marker) -> list[tuple[int, int]]:
    """Return the spans of a query in a text, counted as Qt counts: a letter beyond U+FFFF is two."""
    spans = marker.spans(text)
    if not spans or max(text) <= "\uffff":
        return list(spans)

    def units(letters: str) -> int:
        return len(letters) + sum(letter > "\uffff" for letter in letters)

    return [(units(text[:start]), units(text[:end])) for start, end in spans]
