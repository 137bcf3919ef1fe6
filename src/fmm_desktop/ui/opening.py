"""Opening a data file: small ones at once, large ones beside the window, and a bad one leaves all as it was."""

from pathlib import Path

from PySide6.QtCore import QObject, Signal

from fmm_desktop.dossier import kept
from fmm_desktop.dossier.outcome import Reading
from fmm_desktop.errors import UserError
from fmm_desktop.ui.jobs import Job
from fmm_desktop.ui.location import Destination


class Opener(QObject):
    """Reads data files. One at a time: a new one takes the place of the one that is being read."""

    opened = Signal(object, object)  # Reading, Destination
    failed = Signal(object)  # the Exception
    waiting = Signal(object, object)  # Destination, Job

    def __init__(self, cache: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._cache = cache
        self._job: Job | None = None

    def open(self, destination: Destination) -> None:
        """Read the dossier in a file; `opened` or `failed` tells what came of it."""
        self.stop()
        if _size(destination.path) <= kept.AT_ONCE:
            self._open_at_once(destination)
            return
        self._job = job = Job(lambda report: kept.read(destination.path, self._cache, watch=report), self)
        self.waiting.emit(destination, job)  # first: who waits has ended that when something is said of the outcome
        job.succeeded.connect(lambda reading: self._finish(job, reading, destination))
        job.failed.connect(lambda error: self._give_up(job, error))
        job.stopped.connect(lambda: self._forget(job))
        job.start()

    def stop(self) -> None:
        """Give up on what is being read, as it is not wanted any more; nothing comes of it."""
        if self._job is not None:
            self._job.stop()
            self._job = None

    def _open_at_once(self, destination: Destination) -> None:
        try:
            reading = kept.read(destination.path, self._cache)
        except UserError as error:
            self.failed.emit(error)
        else:
            self.opened.emit(reading, destination)

    def _forget(self, job: Job) -> None:
        if job is self._job:
            self._job = None

    def _give_up(self, job: Job, error: Exception) -> None:
        if job is self._job:
            self._job = None
            self.failed.emit(error)

    def _finish(self, job: Job, reading: Reading, destination: Destination) -> None:
        if job is self._job:
            self._job = None
            self.opened.emit(reading, destination)


def _size(path: Path) -> int:
    """Return the size of a file; 0 for one that cannot be asked, which reading will tell about."""
    try:
        return path.stat().st_size
    except (OSError, ValueError):
        return 0
