"""Explains what the mouse rests on. Not by the view itself: it would be asked at every event of its first page."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QPoint
from PySide6.QtGui import QHelpEvent


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
