"""The buttons of the windows about notes."""

from collections.abc import Callable

from PySide6.QtWidgets import QPushButton, QWidget


def push_button(parent: QWidget, words: str, do: Callable[[], object]) -> QPushButton:
    """Return a button that Enter does not press from elsewhere: in these windows it goes to a note."""
    made = QPushButton(words, parent)
    made.setAutoDefault(False)
    made.clicked.connect(lambda _checked=False: do())
    return made
