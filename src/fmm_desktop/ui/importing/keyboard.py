"""Whether the reader is typing while a document is read: a window that opens would take the rest of the words."""

import time

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtWidgets import (
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QTextEdit,
    QWidget,
)

_TYPING = 1.0  # seconds after a key
_FIELDS = (QLineEdit, QPlainTextEdit, QTextEdit, QAbstractSpinBox)
_ALONE = {Qt.Key.Key_Shift, Qt.Key.Key_Control, Qt.Key.Key_Alt, Qt.Key.Key_AltGr, Qt.Key.Key_Meta}


class Keyboard(QObject):
    """Watches the keys that come to the windows there are, from when it is made until it is let go."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._last = -_TYPING  # by a clock that never goes below 0: no key was pressed yet
        for window in QGuiApplication.topLevelWindows():
            window.installEventFilter(self)

    @property
    def is_in_use(self) -> bool:
        """Whether the reader is in a field of text, or pressed a key a moment ago."""
        if time.monotonic() - self._last < _TYPING:
            return True
        widget = QApplication.focusWidget()
        if self._last < 0 and isinstance(widget, QLineEdit) and not widget.text():
            return False  # such as the filter line, where the reader is before anything is done
        return _takes_text(widget)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Note when a key is pressed."""
        if event.type() is QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and event.key() not in _ALONE:
            self._last = time.monotonic()
        return False


def _takes_text(widget: QWidget | None) -> bool:
    """Whether what is typed goes into a widget."""
    if isinstance(widget, QComboBox):
        return widget.isEditable()
    return isinstance(widget, _FIELDS) and not widget.isReadOnly()
