"""Work that takes longer than a blink, away from the window: it tells how far it is and can be stopped.

A job is a plain function without Qt. What comes of it arrives on the thread of the window, as one of three signals.

The thread knows nothing of Qt: the job looks, some dozens of times a second, at what the thread has left for it. So
a thread that cannot be stopped may outlive its job, its window and the application, and does them no harm. It is no
daemon: Python waits for it before it ends, where a daemon would run on in the middle of the ruins.
"""

import sys
import threading
import time
from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QObject, Qt, QTimer, Signal

Report = Callable[[float], None]
"""Called by the work with how far it is, 0 to 1; raises `StoppedError` when the reader wants it to stop."""

_LOOK = 15  # ms
# For as long a thread keeps Python to itself while the window waits for it, and that is each time when the window comes
# back from Qt: by Python's own 5 ms, to show another page would take 50 ms beside a job.
_TURN = 0.0005  # seconds
_WAY = 0.04  # seconds in which another page is there when nothing else computes
_STEP = 0.01  # a hundred steps are as many as can be seen


class StoppedError(Exception):
    """The reader stopped the work."""


class _Run:
    """The work on its thread, and what it leaves for the job."""

    def __init__(self, work: Callable[[Report], object]) -> None:
        self._work = work
        self.stop = threading.Event()
        self.fraction = 0.0
        self.not_before = 0.0  # by the clock of `time.monotonic`
        self.result: object = None
        self.error: Exception | None = None

    def report(self, fraction: float) -> None:
        if (pause := self.not_before - time.monotonic()) > 0:
            self.stop.wait(pause)
        if self.stop.is_set():
            raise StoppedError
        self.fraction = fraction

    def __call__(self) -> None:
        try:
            self.result = self._work(self.report)
        except StoppedError:
            pass  # `stop` says so already
        except Exception as error:  # noqa: BLE001 - the window decides what to say of it
            self.error = error
        except BaseException as end:  # noqa: BLE001 - a library that is no Python may end a thread by any
            self.error = RuntimeError(f"{type(end).__name__}: {end}")


class Job(QObject):
    """One piece of work of `owner`, or of the application when it has none; it is deleted once it told its outcome."""

    progressed = Signal(float)
    succeeded = Signal(object)  # what the work returned
    failed = Signal(object)  # the Exception that it raised
    stopped = Signal()

    def __init__(self, work: Callable[[Report], object], owner: QObject | None = None, look: int = _LOOK) -> None:
        """`look` says how many milliseconds its outcome may wait."""
        super().__init__(owner or QCoreApplication.instance())
        self._run = _Run(work)
        self._told = 0.0
        self._over = False
        self._thread = threading.Thread(target=self._run, name="job", daemon=False)
        self._timer = QTimer(self, interval=look)
        self._timer.timeout.connect(self._look)

    @property
    def is_running(self) -> bool:
        """Whether the thread is at work."""
        return self._thread.is_alive()

    def start(self) -> None:
        """Begin; returns at once."""
        sys.setswitchinterval(_TURN)
        self._thread.start()
        self._timer.start()

    def stop(self) -> None:
        """Ask the work to stop; `stopped` tells when it has."""
        self._run.stop.set()

    def make_way(self) -> None:
        """Let the work rest for a moment: the window has something to do that is waited for."""
        self._run.not_before = time.monotonic() + _WAY

    def let_go(self) -> None:
        """Ask the work to stop, and tell nothing of it any more; may be called of a job that is over as well."""
        self.stop()
        self._end()

    def join(self, seconds: float) -> None:
        """Wait for the thread to end, no longer than `seconds`."""
        if self._thread.ident is not None:
            self._thread.join(seconds)

    def _look(self) -> None:
        ended = not self._thread.is_alive()  # asked first: what the thread leaves before its end is then all there
        if self._run.fraction - self._told >= _STEP:
            self._told = self._run.fraction
            self.progressed.emit(self._told)
        if ended:
            self._end()
            self._tell_outcome()

    def _end(self) -> None:
        if not self._over:
            self._over = True
            self._timer.stop()
            self.deleteLater()

    def _tell_outcome(self) -> None:
        if self._run.error is not None:
            self.failed.emit(self._run.error)
        elif self._run.stop.is_set():
            self.stopped.emit()
        else:
            self.succeeded.emit(self._run.result)


def end_jobs(window: QObject, seconds: float) -> None:
    """Stop the jobs of `window` and those of no window, and wait for them: no longer than `seconds` in all.

    Nothing comes of them any more, also of those that run on.
    """
    application = QCoreApplication.instance()
    jobs = list(window.findChildren(Job))
    if application is not None:
        jobs += application.findChildren(Job, options=Qt.FindChildOption.FindDirectChildrenOnly)
    for job in jobs:
        job.let_go()
    until = time.monotonic() + seconds
    for job in jobs:
        job.join(max(0.0, until - time.monotonic()))
