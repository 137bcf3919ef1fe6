"""Changes to notes: at once when they are few, beside the window when they are many, with their progress told.

The work beside has the notes opened once more. Who stops it has stopped all of it: nothing was changed then.
"""

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import QObject, Signal

from fmm_desktop.notes.progress import Report, silent
from fmm_desktop.notes.store import NoteStore
from fmm_desktop.ui.jobs import Job
from fmm_desktop.ui.notes.keeper import NoteKeeper

_MANY = 150  # notes from which on a change may take longer than a blink: some 0.15 ms for each

_Done = TypeVar("_Done")


class ManyChanges(QObject):
    """Does changes, one beside the window at a time."""

    waiting = Signal(str, object)  # words, Job
    failed = Signal(object)  # the Exception
    told = Signal(str)  # why nothing is done
    busy_changed = Signal()

    def __init__(self, store: NoteStore, keeper: NoteKeeper) -> None:
        super().__init__(keeper)
        self._store, self._keeper = store, keeper
        self.is_busy = False

    def change(
        self,
        count: int,
        words: str,
        do: Callable[[NoteStore, Report], _Done],
        then: Callable[[_Done], object],
    ) -> None:
        """Settle what is being typed, do something to `count` notes, and hand on what came of it.

        `words` say what takes its time. Nothing is handed on when it failed, which is told, or was stopped; nothing is
        done, as is told, while another one goes on beside.
        """
        if count < _MANY or not self._store.durable:
            done = self._keeper.change(lambda store: (do(store, silent),))
            if done is not None:
                then(done[0])
        elif self.is_busy:
            self.told.emit(
                self.tr("Nothing was changed: the change before this one still goes on. Wait until it is done.")
            )
        elif self._keeper.change(lambda _store: True):
            self._do_beside(words, do, then)

    def stop(self, seconds: float) -> None:
        """Stop what is done beside, and wait for it no longer than `seconds`: it keeps the file from what is typed."""
        for job in self.findChildren(Job):
            job.stop()
            job.join(seconds)

    def _do_beside(self, words: str, do: Callable[[NoteStore, Report], _Done], then: Callable[[_Done], object]) -> None:
        outcome: list[_Done] = []

        def work(report: Report) -> None:
            with self._store.beside() as store, store.patient():
                outcome.append(do(store, report))

        def end(*_: object) -> None:
            self._set_busy(is_busy=False)
            self._keeper.known.ask(lambda store: store.changed_elsewhere())  # it is shown now, not once more later
            self._keeper.changed.emit()
            for done in outcome:  # also of who wanted to stop it too late
                then(done)

        job = Job(work, self)
        job.succeeded.connect(end)
        job.stopped.connect(end)
        job.failed.connect(end)
        job.failed.connect(self.failed)
        self._set_busy(is_busy=True)
        self.waiting.emit(words, job)
        job.start()

    def _set_busy(self, *, is_busy: bool) -> None:
        self.is_busy = is_busy
        self.busy_changed.emit()
