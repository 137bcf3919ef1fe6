"""Paints a row of the tree: number, title with its hits marked, certainty, how many notes."""

from collections.abc import Callable
from typing import NamedTuple

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from fmm_desktop.dossier.model import Session, Topic
from fmm_desktop.dossier.vocabulary import certainty_name
from fmm_desktop.errors import Language
from fmm_desktop.search.query import Query
from fmm_desktop.ui.colours import Colours
from fmm_desktop.ui.roles import ITEM
from fmm_desktop.ui.tree.model import Node

_AIR = 8


class Badge(NamedTuple):
    """A word on a tinted ground."""

    words: str
    colour: str
    ground: str


class TreeDelegate(QStyledItemDelegate):
    """Paints rows in the colours of the window, with the hits of a query marked."""

    def __init__(self, colours: Colours, note_count: Callable[[Session | Topic], int]) -> None:
        super().__init__()
        self.colours = colours
        self.query = Query()
        self.language: Language = "en"
        self._note_count = note_count

    def sizeHint(self, option: QStyleOptionViewItem, _index: QModelIndex | QPersistentModelIndex) -> QSize:  # noqa: N802 - Qt's name
        """Return a row that is easy to hit."""
        return QSize(120, round(option.fontMetrics.height() * 1.75))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Paint a row; the selection keeps its colour when the tree has not the focus."""
        node = index.data(ITEM)
        if not isinstance(node, Node) or node.item is None:
            return
        rect: QRect = option.rect
        state: QStyle.StateFlag = option.state
        selected = bool(state & QStyle.StateFlag.State_Selected)
        painter.save()
        if selected:
            painter.fillRect(rect, QColor(self.colours.selection))
            if state & QStyle.StateFlag.State_HasFocus:
                painter.fillRect(QRect(rect.left(), rect.top(), 3, rect.height()), QColor(self.colours.accent))
        font = QFont(option.font)
        font.setBold(isinstance(node.item, Session))
        painter.setFont(font)
        right = self._paint_badges(painter, rect, node.item)
        self._paint_words(painter, QRect(rect.left() + _AIR, rect.top(), right - rect.left() - _AIR, rect.height()),
                          node.item, selected)  # fmt: skip
        painter.restore()

    def _paint_words(self, painter: QPainter, rect: QRect, item: Session | Topic, selected: bool) -> None:
        metrics = painter.fontMetrics()
        number_width = metrics.horizontalAdvance(f"{item.number}\u2002")
        painter.setPen(QColor(self.colours.selection_text if selected else self.colours.muted))
        painter.drawText(rect, Qt.AlignmentFlag.AlignVCenter, item.number)
        room = rect.adjusted(number_width, 0, -_AIR, 0)
        title = metrics.elidedText(" ".join(item.title.split()), Qt.TextElideMode.ElideRight, room.width())
        for start, end in self.query.spans(title):
            before, hit = metrics.horizontalAdvance(title[:start]), metrics.horizontalAdvance(title[start:end])
            height = metrics.height()
            mark = QRectF(room.left() + before - 1, room.center().y() - height / 2, hit + 2, height + 1)
            painter.fillRect(mark, QColor(self.colours.hit))
        painter.setPen(QColor(self.colours.selection_text if selected else self.colours.text))
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, title)
        self._paint_hit_words(painter, room, title)

    def _paint_hit_words(self, painter: QPainter, room: QRect, title: str) -> None:
        """Paint the words that were hit once more, in the colour that can be read on the mark."""
        metrics = painter.fontMetrics()
        painter.setPen(QColor(self.colours.hit_text))
        for start, end in self.query.spans(title):
            painter.drawText(
                room.adjusted(metrics.horizontalAdvance(title[:start]), 0, 0, 0),
                Qt.AlignmentFlag.AlignVCenter,
                title[start:end],
            )

    def _paint_badges(self, painter: QPainter, rect: QRect, item: Session | Topic) -> int:
        """Paint the badges from the right; return where the words must end."""
        right = rect.right() - _AIR
        if not isinstance(item, Topic):
            return right
        if count := self._note_count(item):
            right = self._paint_badge(
                painter, rect, right, Badge(f"✎ {count}", self.colours.note, self.colours.note_ground)
            )
        if item.certainty != "planned":
            possible = item.certainty == "possible"
            colour = self.colours.possible if possible else self.colours.muted
            ground = self.colours.possible_ground if possible else self.colours.window
            words = certainty_name(item.certainty, self.language)
            right = self._paint_badge(painter, rect, right, Badge(words, colour, ground))
        return right

    @staticmethod
    def _paint_badge(painter: QPainter, row: QRect, right: int, badge: Badge) -> int:
        font = QFont(painter.font())
        metrics = QFontMetrics(_small(font))
        width = metrics.horizontalAdvance(badge.words) + _AIR + 4
        height = metrics.height() + 2
        box = QRect(right - width, row.center().y() - height // 2 + 1, width, height)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(badge.ground))
        painter.drawRoundedRect(box, height / 2, height / 2)
        painter.setFont(_small(font))
        painter.setPen(QColor(badge.colour))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, badge.words)
        painter.restore()
        return box.left() - 4


def _small(font: QFont) -> QFont:
    small = QFont(font)
    small.setPointSizeF(font.pointSizeF() * 0.85)
    small.setBold(False)
    return small
