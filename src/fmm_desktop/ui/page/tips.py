"""Explains what the mouse rests on. Not by the view itself: it would be asked at every event of its first page."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QPoint
from PySide6.QtGui import QHelpEvent
from PySide6.QtWidgets import QToolTip, QWidget

from fmm_desktop.ui.page.html import escape


class Tips(QObject):
    """Shows explanations in place of Qt, which looks for them in the wrong place when a page has margins."""

    def __init__(self, show: Callable[[QPoint], None], page: QObject) -> None:
        super().__init__(page)
        self._show = show

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Take the events that ask for an explanation."""
        if event.type() is QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            self._show(event.globalPos())
            return True
        return super().eventFilter(watched, event)


def show_tip(at: QPoint, words: str, owner: QWidget) -> None:
    """Show plain words at a point of the screen, wrapped as rich text is, their first line bold."""
    first, *more = (escape(line) for line in words.splitlines() or [""])
    rich = "<br>".join([f"<b>{first}</b>", *more]) if first else ""
    QToolTip.showText(at, f'<div style="margin:4px">{rich}</div>' if rich else "", owner)
