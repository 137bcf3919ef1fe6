"""Paints a line of the library: its title, and under it where and when, or the words that were found."""

from typing import NamedTuple

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize
from PySide6.QtGui import QColor, QFont, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from fmm_desktop.search.marking import Marker
from fmm_desktop.search.query import Query
from fmm_desktop.ui.colours import Colours
from fmm_desktop.ui.library.lines import DossierLine, HitLine, Line
from fmm_desktop.ui.library.words import LineWords
from fmm_desktop.ui.painting import Face, Ink, Snippet, badge, write
from fmm_desktop.ui.roles import ITEM

_AIR = 10
_INDENT = 26
_BETWEEN = 2  # pixels between the two lines of words


class Inks(NamedTuple):
    """The colours of a line: of its title, and of what stands under it."""

    title: Ink
    about: Ink


class LibraryDelegate(QStyledItemDelegate):
    """Paints lines in the colours of the window, with the hits of a query marked."""

    def __init__(self, colours: Colours, words: LineWords) -> None:
        super().__init__()
        self.mark(Query())
        self._colours = colours
        self._words = words
        self._font = QFont()
        self._find_faces(self._font)

    def mark(self, query: Query) -> None:
        """Mark another query from now on."""
        self.query = query
        self._marker = Marker(query)

    def set_colours(self, colours: Colours) -> None:
        """Paint in other colours."""
        self._colours = colours

    def sizeHint(self, option: QStyleOptionViewItem, _index: QModelIndex | QPersistentModelIndex) -> QSize:  # noqa: N802 - Qt's name
        """Return the room for two lines of words."""
        self._follow(option.font)
        return QSize(120, self._plain.height + _BETWEEN + self._small.height + 2 * _AIR)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Paint a line; the selection keeps its colour when the list has not the focus."""
        line = index.data(ITEM)
        if not isinstance(line, DossierLine | HitLine):
            return
        self._follow(option.font)
        rect: QRect = option.rect
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        if selected:
            painter.fillRect(rect, QColor(self._colours.selection))
            if option.state & QStyle.StateFlag.State_HasFocus:
                painter.fillRect(QRect(rect.left(), rect.top(), 3, rect.height()), QColor(self._colours.accent))
        elif isinstance(line, DossierLine) and not line.older:
            painter.fillRect(QRect(rect.left(), rect.top(), rect.width(), 1), QColor(self._colours.line))
        is_inner = isinstance(line, HitLine) or line.older
        self._paint_words(painter, rect.adjusted(_AIR + _INDENT * is_inner, _AIR, -_AIR, -_AIR), line, selected)

    def _paint_words(self, painter: QPainter, room: QRect, line: Line, selected: bool) -> None:
        inks = self._inks(line, selected)
        left, top, width = room.left(), room.top(), room.width()
        badges = self._paint_badges(painter, room, line)
        face = self._bold if isinstance(line, DossierLine) and not line.older else self._plain
        painter.setFont(face.font)
        if isinstance(line, HitLine):
            number = f"{line.hit.number}\u2002"
            write(painter, (left, top), Snippet(number), face, inks.about)
            indent = round(face.width(number))
            left, width = left + indent, width - indent
        write(painter, (left, top), self._marked(line, self._words.title(line), face, width - badges), face, inks.title)
        about = self._marked(line, self._words.about(line), self._small, width, len(self._words.kind(line)))
        painter.setFont(self._small.font)
        write(painter, (left, top + face.height + _BETWEEN), about, self._small, inks.about)

    def _marked(self, line: Line, text: str, face: Face, room: float, start: int = 0) -> Snippet:
        """Return as much of a text as there is room for, the hits in it marked from letter `start` on."""
        fitted = face.fitted(text, room)
        spans = self._marker.spans(fitted) if isinstance(line, HitLine) else ()
        return Snippet(fitted, tuple(span for span in spans if span[0] >= start))

    def _paint_badges(self, painter: QPainter, room: QRect, line: Line) -> int:
        """Paint how many notes there are, and that the dossier is open, at the right; return how wide that is."""
        colours, right = self._colours, room.right() + 1
        ratio = painter.device().devicePixelRatioF()
        notes = f"✎ {line.notes}" if isinstance(line, DossierLine) and line.notes else ""
        for words, tint in (
            (notes, (colours.note, colours.note_ground)),
            (self._words.is_open(line), (colours.accent, colours.position_ground)),
        ):
            if words:
                picture = badge(words, tint, self._small, ratio)
                right -= round(picture.width() / ratio)
                painter.drawPixmap(right, room.top(), picture)
                right -= 6
        return room.right() + 1 - right

    def _inks(self, line: Line, selected: bool) -> Inks:
        colours = self._colours
        if selected:
            return Inks(Ink(colours.selection_text, colours.hit), Ink(colours.selection_text, colours.hit))
        is_broken = isinstance(line, DossierLine) and line.dossier.error is not None
        return Inks(Ink(colours.alarm if is_broken else colours.text, colours.hit), Ink(colours.muted, colours.hit))

    def _follow(self, font: QFont) -> None:
        if font != self._font:
            self._font = QFont(font)
            self._find_faces(font)

    def _find_faces(self, font: QFont) -> None:
        self._plain, self._bold, self._small = Face(font), Face(font, bold=True), Face(font, smaller=True)
