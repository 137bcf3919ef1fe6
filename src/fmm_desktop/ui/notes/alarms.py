"""What is wrong with the notes now: told once for each cause, and taken back when it is over."""

from collections.abc import Hashable

from PySide6.QtCore import QObject, Signal


class Alarms(QObject):
    """The alarms that stand, by cause."""

    raised = Signal(str)  # the words of an alarm that was not there yet
    cleared = Signal(str)  # the words of one that holds no more

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._standing: dict[Hashable, str] = {}

    def alarm(self, cause: Hashable, words: str) -> None:
        """Say `words`, unless they have been said of this cause."""
        if self._standing.get(cause) != words:
            self._standing[cause] = words
            self.raised.emit(words)

    def clear(self, cause: Hashable) -> None:
        """What `cause` was the cause of is over."""
        words = self._standing.pop(cause, "")
        if words and words not in self._standing.values():
            self.cleared.emit(words)
