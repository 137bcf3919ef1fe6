"""Work beside the window: it tells how far it is, can be stopped, and nothing of it comes to a window that is gone."""

import threading
import time

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QObject

from fmm_desktop.ui.jobs import Job, end_jobs


def wait_for_another(qtbot):
    """Wait until a job that begins now has told its outcome: those before it would have told theirs by then."""
    later = Job(lambda _report: None)
    with qtbot.waitSignal(later.succeeded):
        later.start()


@pytest.fixture
def owner(qapp):
    """Stand for a window."""
    assert qapp is not None
    return QObject()


def test_a_job_tells_how_far_it_is_and_what_came_of_it(qtbot, owner):
    steps, go_on = [], threading.Event()

    def work(report):
        report(0.25)
        go_on.wait(10)
        report(1.0)
        return "done"

    job = Job(work, owner)
    job.progressed.connect(lambda fraction: (steps.append(fraction), go_on.set()))
    with qtbot.waitSignal(job.succeeded) as told:
        job.start()
    assert told.args == ["done"]
    assert steps == [0.25, 1.0]
    qtbot.waitUntil(lambda: not owner.findChildren(Job))


def test_a_job_tells_of_its_failure(qtbot, owner):
    job = Job(lambda _report: 1 / 0, owner)
    with qtbot.waitSignal(job.failed) as told:
        job.start()
    assert isinstance(told.args[0], ZeroDivisionError)


def test_a_job_that_ends_by_no_ordinary_exception_has_failed_too(qtbot, owner):
    class Panic(BaseException):
        pass

    def work(_report):
        raise Panic("no-room")

    job = Job(work, owner)
    with qtbot.waitSignal(job.failed) as told:
        job.start()
    assert str(told.args[0]) == "Panic: no-room"


def test_ending_stops_the_jobs_of_a_window_and_those_of_nobody_and_leaves_the_others(qtbot, owner):
    def forever(report):
        while True:
            report(0.0)

    other = QObject()
    mine, nobodys, others = Job(forever, QObject(owner)), Job(forever), Job(forever, other)
    told = []
    for job in (mine, nobodys, others):
        for signal in (job.stopped, job.succeeded, job.failed):
            signal.connect(lambda *_, job=job: told.append(job))
        job.start()
    end_jobs(owner, 10)
    assert not mine.is_running
    assert not nobodys.is_running
    assert others.is_running
    wait_for_another(qtbot)
    assert told == []
    with qtbot.waitSignal(others.stopped):
        others.stop()


def test_work_that_cannot_be_stopped_is_waited_for_a_while_and_heard_of_no_more(qtbot, owner):
    go_on, seen = threading.Event(), []
    job = Job(lambda _report: go_on.wait(10), owner)
    job.succeeded.connect(seen.append)
    job.start()
    end_jobs(owner, 0.05)
    assert job.is_running
    owner.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    go_on.set()
    job.join(10)
    assert not job.is_running
    wait_for_another(qtbot)
    assert seen == []
    job.let_go()
    job.stop()


def test_a_job_rests_while_the_window_is_waited_for_and_goes_on_by_itself(qtbot, owner):
    steps = []

    def forever(report):
        while True:
            steps.append(time.monotonic())
            report(0.0)

    job = Job(forever, owner)
    job.start()
    qtbot.waitUntil(lambda: len(steps) > 10)

    job.make_way()
    rested = time.monotonic()
    qtbot.waitUntil(lambda: steps[-1] > rested + 0.03)
    during = [step for step in steps if rested < step < rested + 0.03]
    with qtbot.waitSignal(job.stopped):
        job.make_way()
        job.stop()

    assert len(during) <= 2  # the step that it was at, and one that had passed the gate
