"""Paints a note in the list: its kind and status, what it hangs on, when it was changed, its first lines."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from fmm_desktop.notes.note import Status
from fmm_desktop.ui.colours import Colours
from fmm_desktop.ui.note_colours import note_kind_colour
from fmm_desktop.ui.notes.cards import Card, Cards
from fmm_desktop.ui.notes.model import NoteRow
from fmm_desktop.ui.roles import ITEM

_AIR = 10


class NoteDelegate(QStyledItemDelegate):
    """Paints notes as cards in the colours of the window."""

    def __init__(self, colours: Colours) -> None:
        super().__init__()
        self.colours = colours
        self._cards = Cards(QFont())

    def set_unsaved_words(self, words: str) -> None:
        """Say in these words that a note is not safe."""
        self._cards.unsaved_words = words

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:  # noqa: N802 - Qt's name
        """Return the room for a heading where a group begins, the head and up to four lines."""
        row = index.data(ITEM)
        width = option.rect.width() or 240
        if not isinstance(row, NoteRow):
            return QSize(width, 0)
        card = self._cards.card(row, option.font, width - 2 * _AIR)
        lines = card.head + len(card.lines)
        return QSize(width, self._cards.faces.spacing * lines + 2 * _AIR + self._heading_height(row))

    def _heading_height(self, row: NoteRow) -> int:
        return self._cards.faces.spacing + _AIR if row.heading else 0

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Paint a note; one that is not safe yet, or has two versions, says so."""
        row = index.data(ITEM)
        if not isinstance(row, NoteRow):
            return
        inner = option.rect.adjusted(_AIR, _AIR, -_AIR, -_AIR)
        card = self._cards.card(row, option.font, inner.width())
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.save()
        above = self._heading_height(row)
        if above:
            self._paint_heading(painter, QRect(option.rect.left(), option.rect.top(), option.rect.width(), above), row)
        self._paint_ground(painter, option.rect.adjusted(0, above, 0, 0), row, selected=selected)
        self._paint_words(painter, inner.adjusted(0, above, 0, 0), card, row, selected=selected)
        painter.restore()

    def _paint_heading(self, painter: QPainter, rect: QRect, row: NoteRow) -> None:
        painter.fillRect(rect, QColor(self.colours.window))
        painter.setFont(self._cards.faces.bold)
        painter.setPen(QColor(self.colours.text))
        painter.drawText(rect.adjusted(_AIR, 0, -_AIR, 0), Qt.AlignmentFlag.AlignVCenter, row.heading)

    def _paint_ground(self, painter: QPainter, rect: QRect, row: NoteRow, *, selected: bool) -> None:
        colours = self.colours
        painter.fillRect(rect, QColor(colours.selection if selected else colours.page))
        painter.fillRect(QRect(rect.left(), rect.top(), 3, rect.height() - 1), QColor(self._colour_of(row)))
        if row.author:  # a second bar, so that the note of another is known without its colour
            bar = QRect(rect.left() + 5, rect.top(), 3, rect.height() - 1)
            painter.fillRect(bar, QColor(self._colour_of(row)))
        painter.fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), QColor(colours.line))

    def _paint_words(self, painter: QPainter, inner: QRect, card: Card, row: NoteRow, *, selected: bool) -> None:
        colours, faces = self.colours, self._cards.faces
        dropped = row.writing.status is Status.DROPPED

        def paint(font: QFont, colour: str, rect: QRect, words: str) -> None:
            painter.setFont(font)
            painter.setPen(QColor(colours.selection_text if selected else colour))
            painter.drawText(rect, 0, words)

        def line(number: int, left: int = 0) -> QRect:
            return inner.adjusted(left, number * faces.spacing, 0, 0)

        paint(faces.bold, colours.muted if dropped else self._colour_of(row), line(0), card.kind)
        at_right = inner.width() - QFontMetrics(faces.small).horizontalAdvance(card.aside)
        aside = line(1) if card.aside_below else line(0, at_right)
        paint(faces.small, colours.alarm if card.alarming else colours.muted, aside, card.aside)
        paint(faces.small, colours.muted, line(0, card.indent) if card.indent else line(card.head - 1), card.place)
        font, colour = (faces.struck, colours.muted) if dropped else (faces.body, colours.text)
        paint(font, colour, line(card.head), "\n".join(card.lines))

    def _colour_of(self, row: NoteRow) -> str:
        return note_kind_colour(self.colours, row.writing.kind)
