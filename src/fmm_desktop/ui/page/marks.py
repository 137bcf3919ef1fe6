"""The marks on what a query finds in a page."""

from collections.abc import Iterator

from PySide6.QtGui import QColor, QTextBlock, QTextCharFormat, QTextCursor, QTextDocument
from PySide6.QtWidgets import QTextEdit

from fmm_desktop.search.query import Query
from fmm_desktop.ui.colours import Colours


def marks(document: QTextDocument, query: Query, colours: Colours) -> list[QTextEdit.ExtraSelection]:
    """Return a mark for each place in `document` that `query` finds."""
    if not query:
        return []
    form = QTextCharFormat()
    form.setBackground(QColor(colours.hit))
    form.setForeground(QColor(colours.hit_text))
    return [
        _mark(block, start, end, form) for block in _blocks(document) for start, end in _in_utf16(block.text(), query)
    ]


def _blocks(document: QTextDocument) -> Iterator[QTextBlock]:
    block = document.begin()
    while block.isValid():
        yield block
        block = block.next()


def _mark(block: QTextBlock, start: int, end: int, form: QTextCharFormat) -> QTextEdit.ExtraSelection:
    cursor = QTextCursor(block)
    cursor.setPosition(block.position() + start)
    cursor.setPosition(block.position() + end, QTextCursor.MoveMode.KeepAnchor)
    mark = QTextEdit.ExtraSelection()
    mark.cursor = cursor
    mark.format = form
    return mark


def _in_utf16(text: str, query: Query) -> list[tuple[int, int]]:
    """Return the spans of a query in a text, counted as Qt counts: a letter beyond U+FFFF is two."""
    spans = query.spans(text)
    if not spans or max(text) <= "\uffff":
        return list(spans)

    def units(letters: str) -> int:
        return len(letters) + sum(letter > "\uffff" for letter in letters)

    return [(units(text[:start]), units(text[:end])) for start, end in spans]
