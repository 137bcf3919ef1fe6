"""What is marked on a page: the words that notes hang on, and over them the hits of a query."""

from collections.abc import Callable

from PySide6.QtGui import QTextDocument
from PySide6.QtWidgets import QTextEdit

from fmm_desktop.search.query import Query
from fmm_desktop.ui.colours import Colours
from fmm_desktop.ui.page.marks import Marks
from fmm_desktop.ui.page.noted import Highlight
from fmm_desktop.ui.page.rows import Rows
from fmm_desktop.ui.page.words import PageWords


class Overlay:
    """Lies over one document, from when something is to be marked on it until another page is written."""

    def __init__(self, document: QTextDocument, rows: Rows, words_of: Callable[[str], str]) -> None:
        self._document = document
        self._query = Query()
        self.marks = Marks(document, self._query)
        self.words = PageWords(document, rows, words_of)

    def find(self, query: Query, current: int | None = None) -> None:
        """Mark what a query finds; `current` is the place of the hit that the reader is at."""
        if query != self._query:
            self._query = query
            self.marks = Marks(self._document, query)
        self.marks.current = current

    def show(self, highlights: tuple[Highlight, ...]) -> None:
        """Highlight the words that notes hang on."""
        self.words.show(highlights)

    def selections(self, colours: Colours) -> list[QTextEdit.ExtraSelection]:
        """Return all marks, the hits above the words of notes."""
        return [*self.words.selections(colours), *self.marks.selections(colours)]
