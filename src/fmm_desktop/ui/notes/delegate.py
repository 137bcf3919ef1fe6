"""Paints a note in the list: what it hangs on, when it was changed, its first lines."""

from PySide6.QtCore import QDateTime, QLocale, QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QTextLayout, QTextOption
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from fmm_desktop.ui.colours import Colours
from fmm_desktop.ui.notes.model import NoteRow
from fmm_desktop.ui.notes.writing import Writing
from fmm_desktop.ui.roles import ITEM

_AIR = 10
_LINES = 4
_LETTERS = 600  # more than four lines ever show


class NoteDelegate(QStyledItemDelegate):
    """Paints notes as cards in the colours of the window."""

    def __init__(self, colours: Colours) -> None:
        super().__init__()
        self.colours = colours
        self.unsaved_words = ""

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:  # noqa: N802 - Qt's name
        """Return the room for the head and up to four lines."""
        row = index.data(ITEM)
        width = option.rect.width() or 240
        if not isinstance(row, NoteRow):
            return QSize(width, 0)
        metrics: QFontMetrics = option.fontMetrics
        lines = len(_lines(row.writing.text, option.font, width - 2 * _AIR))
        return QSize(width, metrics.lineSpacing() * (lines + 1) + 2 * _AIR)

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
        text_colour = QColor(self.colours.selection_text if selected else self.colours.text)
        self._paint_head(painter, option.font, inner, row, text_colour if selected else None)
        painter.setFont(option.font)
        painter.setPen(text_colour)
        spacing = painter.fontMetrics().lineSpacing()
        for place, line in enumerate(_lines(row.writing.text, option.font, inner.width())):
            at = QRect(inner.left(), inner.top() + spacing * (place + 1), inner.width(), spacing)
            painter.drawText(at, Qt.AlignmentFlag.AlignVCenter, line)
        painter.restore()

    def _paint_head(self, painter: QPainter, font: QFont, inner: QRect, row: NoteRow, colour: QColor | None) -> None:
        small = QFont(font)
        small.setPointSizeF(font.pointSizeF() * 0.85)
        painter.setFont(small)
        head = QRect(inner.left(), inner.top(), inner.width(), painter.fontMetrics().lineSpacing())
        warning = row.version if row.writing.safe else self.unsaved_words
        right = " · ".join(filter(None, (warning, _when(row.writing) if row.writing.safe else "")))
        painter.setPen(colour or QColor(self.colours.alarm if warning else self.colours.muted))
        painter.drawText(head, Qt.AlignmentFlag.AlignRight, right)
        small.setBold(True)
        painter.setFont(small)
        painter.setPen(colour or QColor(self.colours.note))
        room = head.width() - painter.fontMetrics().horizontalAdvance(right) - _AIR
        painter.drawText(head, 0, painter.fontMetrics().elidedText(row.place, Qt.TextElideMode.ElideRight, room))


def _when(writing: Writing) -> str:
    if writing.note is None:
        return ""
    changed = QDateTime.fromSecsSinceEpoch(int(writing.note.changed.timestamp()))
    return QLocale().toString(changed, QLocale.FormatType.ShortFormat)


def _lines(text: str, font: QFont, width: int) -> list[str]:
    """Return the first lines of a note, wrapped to `width` pixels; the last one ends in … when there is more."""
    found: list[str] = []
    shown = text[:_LETTERS]
    for paragraph in shown.splitlines() or [""]:
        layout = QTextLayout(paragraph, font)
        layout.setTextOption(QTextOption())
        layout.beginLayout()
        while len(found) <= _LINES and (line := layout.createLine()).isValid():
            line.setLineWidth(width)
            found.append(paragraph[line.textStart() : line.textStart() + line.textLength()])
        layout.endLayout()
        if len(found) > _LINES:
            break
    if len(found) > _LINES or len(text) > _LETTERS:
        found = found[:_LINES]
        found[-1] = QFontMetrics(font).elidedText(f"{found[-1].rstrip()} …", Qt.TextElideMode.ElideRight, width)
    return found
