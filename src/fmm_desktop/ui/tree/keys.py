"""The keys that lead out of the filter line."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent


def leads_down(event: QEvent) -> bool:
    """Return whether a key leads from the filter line to the tree."""
    keys = {Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter}
    return isinstance(event, QKeyEvent) and event.key() in keys


def clears(event: QEvent) -> bool:
    """Return whether a key clears the filter line."""
    return isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape
