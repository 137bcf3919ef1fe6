"""The words of the passages of a page: those that notes hang on, highlighted, and those that the reader selects."""

from collections.abc import Callable, Iterator
from itertools import pairwise

from PySide6.QtGui import QColor, QTextCharFormat, QTextCursor, QTextDocument
from PySide6.QtWidgets import QTextEdit

from fmm_desktop.notes.note import NoteKind
from fmm_desktop.ui.colours import Colours
from fmm_desktop.ui.note_colours import note_kind_colour
from fmm_desktop.ui.page.noted import Highlight, Selected
from fmm_desktop.ui.page.rows import Rows
from fmm_desktop.ui.page.wording import Span, Wording
from fmm_desktop.ui.typed import selected_by


class PageWords:
    """Knows where the words of passages stand on a page. `words_of` gives what can be read of a passage, by id."""

    def __init__(self, document: QTextDocument, rows: Rows, words_of: Callable[[str], str]) -> None:
        self._document = document
        self._rows = rows
        self._words_of = words_of
        self._wordings: dict[str, Wording] = {}
        self._placed: list[tuple[Span, Highlight]] = []

    def show(self, highlights: tuple[Highlight, ...]) -> None:
        """Highlight other words; those that are not on the page are passed over."""
        self._placed = [(span, one) for one in highlights if (span := self.place_of(one)) is not None]

    def place_of(self, words: Highlight | Selected) -> Span | None:
        """Return where words stand in the document; None when they are not there."""
        if words.passage not in self._rows:
            return None
        return self._wording(words.passage).in_document(Span(words.start, words.end))

    def selected(self, cursor: QTextCursor) -> Selected | None:
        """Return the words that a cursor selects, those of the first passage when it selects more; None for none."""
        if not cursor.hasSelection():
            return None
        chosen = Span(cursor.selectionStart(), cursor.selectionEnd())
        for passage in self._rows.keys:
            start, end = self._rows.span(passage)
            if start < chosen.end and chosen.start < end + 1:
                span = self._wording(passage).in_words(chosen)
                if span is not None:
                    return Selected(passage, *span)
        return None

    def at(self, position: int) -> str | None:
        """Return the key of the note on the words at a position of the document; None when there is none.

        Of several notes it is the one with fewest words; of the open one and others, the next one, so that one click
        after the other leads to each.
        """
        here = [one for span, one in self._placed if span.start <= position <= span.end]
        here.sort(key=lambda one: one.end - one.start)
        place = next((place for place, one in enumerate(here) if one.is_open), -1)
        return here[(place + 1) % len(here)].key if here else None

    def selections(self, colours: Colours) -> Iterator[QTextEdit.ExtraSelection]:
        """Yield what highlights the words: where notes overlap the ground is deeper, the open one has a firm line."""
        for span, over in self._parts():
            form = QTextCharFormat()
            form.setBackground(QColor(colours.note_ground if len(over) == 1 else colours.notes_ground))
            top = next((one for one in over if one.is_open), over[-1])
            form.setUnderlineStyle(
                QTextCharFormat.UnderlineStyle.SingleUnderline
                if top.is_open
                else QTextCharFormat.UnderlineStyle.DotLine
            )
            form.setUnderlineColor(QColor(note_kind_colour(colours, NoteKind(top.kind))))
            yield self._selection(span, form)

    def _parts(self) -> Iterator[tuple[Span, list[Highlight]]]:
        """Yield the parts of the document that the same notes hang on, in order."""
        edges = sorted({edge for span, _ in self._placed for edge in span})
        for start, end in pairwise(edges):
            over = [one for span, one in self._placed if span.start <= start and end <= span.end]
            if over:
                yield Span(start, end), over

    def _selection(self, span: Span, form: QTextCharFormat) -> QTextEdit.ExtraSelection:
        found = QTextEdit.ExtraSelection()
        found.cursor = self.cursor(span)
        found.format = form
        return found

    def cursor(self, span: Span) -> QTextCursor:
        """Return a cursor that selects a part of the document."""
        cursor = QTextCursor(self._document)
        cursor.setPosition(span.start)
        cursor.setPosition(span.end, QTextCursor.MoveMode.KeepAnchor)
        return cursor

    def _wording(self, passage: str) -> Wording:
        if passage not in self._wordings:
            span = Span(*self._rows.span(passage))
            shown = selected_by(self.cursor(span))
            self._wordings[passage] = Wording(self._words_of(passage), shown, span.start)
        return self._wordings[passage]
