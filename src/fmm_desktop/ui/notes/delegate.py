"""Paints a note in the list: what it hangs on, when it was changed, its first lines."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from fmm_desktop.ui.colours import Colours
from fmm_desktop.ui.notes.cards import Card, Cards, Faces
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
        """Return the room for the head and up to four lines."""
        row = index.data(ITEM)
        width = option.rect.width() or 240
        if not isinstance(row, NoteRow):
            return QSize(width, 0)
        lines = len(self._cards.card(row, option.font, width - 2 * _AIR).lines)
        return QSize(width, self._cards.faces.spacing * (lines + 1) + 2 * _AIR)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Paint a note; one that is not safe yet, or has two versions, says so."""
        row = index.data(ITEM)
        if not isinstance(row, NoteRow):
            return
        rect: QRect = option.rect
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.save()
        painter.fillRect(rect, QColor(self.colours.selection if selected else self.colours.page))
        painter.fillRect(QRect(rect.left(), rect.top(), 3, rect.height() - 1), QColor(self.colours.note))
        painter.fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), QColor(self.colours.line))
        inner = rect.adjusted(_AIR, _AIR, -_AIR, -_AIR)
        card = self._cards.card(row, option.font, inner.width())
        self._paint_words(painter, inner, card, self._cards.faces, selected)
        painter.restore()

    def _paint_words(self, painter: QPainter, inner: QRect, card: Card, faces: Faces, selected: bool) -> None:
        colours = self.colours
        painter.setFont(faces.small)
        aside = colours.alarm if card.alarming else colours.muted
        painter.setPen(QColor(colours.selection_text if selected else aside))
        painter.drawText(inner, Qt.AlignmentFlag.AlignRight, card.aside)
        painter.setFont(faces.bold)
        painter.setPen(QColor(colours.selection_text if selected else colours.note))
        painter.drawText(inner, 0, card.head)
        painter.setFont(faces.body)
        painter.setPen(QColor(colours.selection_text if selected else colours.text))
        painter.drawText(inner.adjusted(0, faces.spacing, 0, 0), 0, "\n".join(card.lines))
