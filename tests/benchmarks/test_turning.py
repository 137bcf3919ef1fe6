"""A dossier of 100,000 topics turned: how long each step of a reader holds up the window."""

import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QTreeView
from pytestqt.qtbot import QtBot

from fmm_desktop import app
from fmm_desktop.ui.location import Location

from .conftest import Table
from .test_filtering import Typist, made

TOPICS = 100_000
BAR = 50.0  # ms

pytestmark = pytest.mark.benchmark_ratio


def test_no_step_through_a_turned_dossier_holds_up_the_window(tmp_path: Path, qtbot: QtBot, table: Table) -> None:
    typist = Typist(app.build(["--data-dir", str(tmp_path)]), qtbot)
    typist.enter(made(TOPICS), qtbot)
    taken = {what: _held_up(step) for what, step in _steps(typist)}

    slowest = max(taken, key=taken.__getitem__)
    table.tell(f"turning: {TOPICS:,} topics", ", ".join(f"{what} {ms:.0f}" for what, ms in taken.items()) + " ms")
    said = f"{slowest}: {taken[slowest]:.0f} ms"
    assert table.judge("turning: the slowest step", said, f"{BAR:.0f} ms", ratio=taken[slowest] / BAR, bar=1.0)


def _steps(typist: Typist) -> Iterator[tuple[str, Callable[[], object]]]:
    """Yield what a reader does one after the other, and how."""
    window = typist.window
    tree = window.findChild(QTreeView, "dossierTree")
    middle = list(made(TOPICS).topics())[TOPICS // 2].path
    for by in ("actor", "tag", "kind", "term", "session", "kind"):
        yield f"by {by}", window.controls._actions[f"by_{by}"].trigger
    yield "heading of a kind", lambda: window.navigator.go(Location("kind", "aim"))
    yield "heading that is not there", lambda: window.navigator.go(Location("actor", "nobody"))
    yield "back", window.navigator.back
    yield "topic in the middle", lambda: window.navigator.go(Location("topic", middle))
    yield "to its heading", lambda: QTest.keyClick(tree, Qt.Key.Key_Left)
    yield "fold", lambda: QTest.keyClick(tree, Qt.Key.Key_Left)
    yield "unfold", lambda: QTest.keyClick(tree, Qt.Key.Key_Right)
    yield "last", lambda: QTest.keyClick(tree, Qt.Key.Key_End)
    yield "first", lambda: QTest.keyClick(tree, Qt.Key.Key_Home)


def _held_up(step: Callable[[], object]) -> float:
    """Return how many ms the window was busy with a step, painting it included."""
    start = time.perf_counter()
    step()
    QCoreApplication.processEvents()
    return 1000 * (time.perf_counter() - start)
