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


def leads_to_end(event: QEvent) -> int:
    """Return -1 for the key that leads to the first row of a tree, 1 for the one to the last, 0 for another."""
    if not isinstance(event, QKeyEvent):
        return 0
    return {Qt.Key.Key_Home: -1, Qt.Key.Key_End: 1}.get(Qt.Key(event.key()), 0)
