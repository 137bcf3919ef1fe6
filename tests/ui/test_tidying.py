"""Garbage in which there is something of Qt is collected on the thread of the window alone."""

import gc
import threading

from PySide6.QtCore import QObject, QTimer

from fmm_desktop.ui.jobs import Job
from fmm_desktop.ui.tidying import tidy_here


class Closed(QObject):
    """Stands for a dialog that was closed: it refers to itself, as what has its own methods for slots does."""

    def __init__(self, ended: list[int]) -> None:
        super().__init__()
        self._ended = ended
        self._itself = self
        self._timer = QTimer(self)

    def __del__(self) -> None:
        self._ended.append(threading.get_ident())


def test_a_job_that_makes_many_objects_destroys_nothing_of_qt(qtbot, qapp):
    tidy_here(qapp)
    ended: list[int] = []
    go_on = threading.Event()

    def work(_report):
        go_on.wait(10)
        kept = [[each] for each in range(100_000)]  # Python would look for garbage a hundred times meanwhile
        return len(kept)

    job = Job(work)
    with qtbot.waitSignal(job.succeeded):
        job.start()
        for _ in range(20):
            Closed(ended)
        go_on.set()

    qtbot.waitUntil(lambda: len(ended) == 20)
    assert set(ended) == {threading.get_ident()}


def test_there_is_one_who_tidies_and_python_does_it_not_by_itself(qapp):
    assert tidy_here(qapp) is tidy_here(qapp)
    assert not gc.isenabled()
