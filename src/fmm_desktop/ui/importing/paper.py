"""The document in the window: its words as they were read, what was left out greyed, and what is chosen marked."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QColor, QFont, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QPlainTextEdit, QTextEdit, QWidget

from fmm_desktop.importing.agenda.draft import Span
from fmm_desktop.ui.colours import Colours
from fmm_desktop.ui.flat import flatten
from fmm_desktop.ui.importing.document import DocumentText

_AT_ONCE = 150  # paragraphs, some milliseconds


class DocumentView(QPlainTextEdit):
    """Shows a document to be read and walked through, not changed; long ones are filled while one reads."""

    place_chosen = Signal(int, int)  # block, code points before it in the text of the block; -1 for what was left out

    def __init__(self, text: DocumentText, colours: Colours, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("importDocument")
        self._text, self._colours = text, colours
        self._filled = 0
        self._leading = False  # the cursor is being set, not moved by the reader
        self._spans: Sequence[Span] = ()
        self.setReadOnly(True)
        self.setUndoRedoEnabled(False)
        self.setTabChangesFocus(True)
        by = Qt.TextInteractionFlag
        self.setTextInteractionFlags(by.TextSelectableByMouse | by.TextSelectableByKeyboard)
        self.setFrameShape(QPlainTextEdit.Shape.NoFrame)
        self.document().setDocumentMargin(14)
        self.setCursorWidth(2)
        flatten(self)
        self._filling = QTimer(self, interval=0)
        self._filling.timeout.connect(lambda: self._fill(self._filled + _AT_ONCE))
        self._fill(_AT_ONCE)
        self._filling.start()
        self.moveCursor(QTextCursor.MoveOperation.Start)
        self.cursorPositionChanged.connect(self._tell_place)

    @property
    def place(self) -> tuple[int, int]:
        """Where the cursor is: the block and the code points before it; -1 for what was left out."""
        return self._text.place(self.textCursor().position())

    @property
    def chosen_out(self) -> tuple[tuple[int, ...], tuple[int, ...]]:
        """What was left out where the cursor is, or in what is selected: as `DocumentText.out_between` tells it."""
        cursor = self.textCursor()
        return self._text.out_between(cursor.selectionStart(), cursor.selectionEnd())

    def show_text(self, text: DocumentText) -> None:
        """Show the same document, of which other parts are left out now."""
        before, self._text = self._text, text
        self._leading = True
        for number, (old, new) in enumerate(zip(before.pieces, text.pieces, strict=True)):
            if old.is_out != new.is_out and number < self._filled:
                cursor = QTextCursor(self.document())
                cursor.setPosition(text.start_of(number))
                cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock, QTextCursor.MoveMode.KeepAnchor)
                cursor.setCharFormat(self._form(bold=new.is_bold, out=new.is_out))
        self._leading = False

    def show_spans(self, spans: Sequence[Span], *, lead: bool = True) -> None:
        """Mark the words at some places, and go there unless the reader is there already."""
        self._spans = spans
        if spans:
            self._fill(max(map(self._text.piece_of, spans)) + 2)  # what comes at a mark's end would be marked as well
        self._mark()
        if lead and spans:
            self._go_to(self._text.range(spans[0])[0])

    def set_colours(self, colours: Colours) -> None:
        """Paint in other colours."""
        if colours == self._colours:
            return
        self._colours = colours
        self._filled = 0
        self._leading = True
        self.setExtraSelections([])
        self.clear()
        self._leading = False
        self._filling.start()
        self.show_spans(self._spans)

    def _go_to(self, position: int) -> None:
        self._leading = True
        cursor = self.textCursor()
        cursor.setPosition(position)
        self.setTextCursor(cursor)
        self.centerCursor()
        self._leading = False

    def _mark(self) -> None:
        marks = []
        for start, end in map(self._text.range, self._spans):
            mark = QTextEdit.ExtraSelection()
            cursor = QTextCursor(self.document())
            cursor.setPosition(start)
            cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
            form = QTextCharFormat()
            form.setBackground(QColor(self._colours.hit))
            form.setForeground(QColor(self._colours.hit_text))
            mark.cursor, mark.format = cursor, form
            marks.append(mark)
        self.setExtraSelections(marks)

    def _fill(self, up_to: int) -> None:
        """Put in paragraphs up to a number."""
        pieces = self._text.pieces[self._filled : up_to]
        if not pieces:
            if self._filled >= len(self._text.pieces):
                self._filling.stop()
            return
        self._leading = True
        cursor = QTextCursor(self.document())
        cursor.movePosition(QTextCursor.MoveOperation.End)
        cursor.beginEditBlock()
        for number, piece in enumerate(pieces, self._filled):
            form = self._form(bold=piece.is_bold, out=piece.is_out)
            cursor.insertText(f"\n\n{piece.words}" if number else piece.words, form)
        cursor.endEditBlock()
        self._filled += len(pieces)
        self._leading = False

    def _form(self, *, bold: bool, out: bool) -> QTextCharFormat:
        form = QTextCharFormat()
        form.setForeground(QColor(self._colours.muted if out else self._colours.text))
        form.setFontItalic(out)
        form.setFontWeight(QFont.Weight.Bold if bold else QFont.Weight.Normal)
        return form

    def _tell_place(self) -> None:
        if not self._leading:
            self.place_chosen.emit(*self.place)
