"""Notes to be printed, read once for a print window, and a few topics with each turn of the event loop."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer

from fmm_desktop.sheets.notes import SheetNote
from fmm_desktop.ui.sheets.choice import Chooser, Paths

Notes = dict[str, tuple[SheetNote, ...]]

_AT_ONCE = 100  # topics: some ten milliseconds


class Gatherer(QObject):
    """Reads the notes of topics. While a print window is open, nobody writes any in this window."""

    def __init__(self, chooser: Chooser, parent: QObject) -> None:
        super().__init__(parent)
        self._chooser = chooser
        self._read: Notes = {}
        self._missing: list[str] = []
        self._then: Callable[[], None] = _nothing
        self._turn = QTimer(self, interval=0)
        self._turn.timeout.connect(self._go_on)

    def gather(self, paths: Paths, then: Callable[[Notes], None]) -> None:
        """Hand the notes of topics to `then`, at once where there are few; what was asked for before is forgotten."""
        self._missing = [path for path in paths if path not in self._read]
        self._then = lambda: then({path: self._read[path] for path in paths})
        self._turn.start()
        self._go_on()

    def drop(self) -> None:
        """Forget what was asked for."""
        self._turn.stop()
        self._then = _nothing

    def _go_on(self) -> None:
        now, self._missing = self._missing[:_AT_ONCE], self._missing[_AT_ONCE:]
        self._read |= self._chooser.notes_of(now)
        if not self._missing:
            then = self._then
            self.drop()
            then()


def _nothing() -> None:
    """Nobody asked."""
