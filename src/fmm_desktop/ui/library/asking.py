"""Asking beside the window: one question at a time, and only the newest one gets its answer."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, Signal

from fmm_desktop.errors import UserError
from fmm_desktop.ui.jobs import Job, Report

Work = Callable[[Report], object]
Done = Callable[[Any], None]


class Asker(QObject):
    """Asks one question after the other. Of those that come while one is being worked out, the last alone is asked.

    What is wrong with a question that gave way to another is told as well, unless the reader could have mended it.
    """

    failed = Signal(object)  # the Exception

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._job: Job | None = None
        self._next: tuple[Work, Done] | None = None

    @property
    def is_busy(self) -> bool:
        """Whether an answer is still to come."""
        return self._next is not None or self._job is not None

    def ask(self, work: Work, done: Done) -> None:
        """Do `work` beside the window and hand what comes of it to `done`, unless something else is asked before."""
        self._next = (work, done)
        if self._job is None:
            self._begin()
        else:
            self._job.stop()  # if it can

    def forget(self) -> None:
        """Want no answer any more."""
        self._next = None
        if self._job is not None:
            self._job.let_go()
            self._job = None

    def _begin(self) -> None:
        if self._next is None:
            return
        (work, done), self._next = self._next, None
        self._job = job = Job(work, self)
        job.succeeded.connect(lambda answer: self._end(job, lambda: done(answer)))
        job.failed.connect(lambda error: self._end(job, lambda: self.failed.emit(error), error))
        job.stopped.connect(lambda: self._end(job, lambda: None))
        job.start()

    def _end(self, job: Job, tell: Callable[[], None], error: Exception | None = None) -> None:
        if job is not self._job:
            return
        self._job = None
        gave_way = self._next is not None
        self._begin()
        if not gave_way or (error is not None and not isinstance(error, UserError)):
            tell()
