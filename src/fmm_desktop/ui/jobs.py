"""Work that takes longer than a blink, away from the window: it tells how far it is and can be stopped.

A job is a plain function without Qt. What comes of it arrives on the thread of the window, as one of three signals.
"""

import threading
from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

Report = Callable[[float], None]
"""Called by the work with how far it is, 0 to 1; raises `StoppedError` when the reader wants it to stop."""


class StoppedError(Exception):
    """The reader stopped the work."""


class Job(QObject):
    """One piece of work. It belongs to nobody but its thread, so that it outlives the window that began it."""

    progressed = Signal(float)
    succeeded = Signal(object)  # what the work returned
    failed = Signal(object)  # the Exception that it raised
    stopped = Signal()

    def __init__(self, work: Callable[[Report], object]) -> None:
        super().__init__()
        self._work = work
        self._stop = threading.Event()
        self._told = -1.0
        self._thread = threading.Thread(target=self._run, name="job", daemon=True)

    def start(self) -> None:
        """Begin; returns at once."""
        self._thread.start()

    def stop(self) -> None:
        """Ask the work to stop; `stopped` tells when it has."""
        self._stop.set()

    def _report(self, fraction: float) -> None:
        if self._stop.is_set():
            raise StoppedError
        if fraction - self._told >= 0.01:  # noqa: PLR2004 - a hundred steps are as many as can be seen
            self._told = fraction
            self.progressed.emit(fraction)

    def _run(self) -> None:
        try:
            result = self._work(self._report)
        except StoppedError:
            self.stopped.emit()
        except Exception as error:  # noqa: BLE001 - the window decides what to say of it
            self.failed.emit(error)
        else:
            if self._stop.is_set():
                self.stopped.emit()
            else:
                self.succeeded.emit(result)
