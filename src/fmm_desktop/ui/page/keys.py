"""Letters typed on the page: a reader who chose a passage and types begins a note on it."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent

_NOT_TYPING = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier


class Keys(QObject):
    """Passes on letters, digits and signs; blanks and keys that move go on to the page."""

    def __init__(self, typed: Callable[[str], None], page: QObject) -> None:
        super().__init__(page)
        self._typed = typed

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Take what is typed."""
        if event.type() is QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            text = event.text()
            if text.strip() and text.isprintable() and not event.modifiers() & _NOT_TYPING:
                self._typed(text)
                return True
        return super().eventFilter(watched, event)
