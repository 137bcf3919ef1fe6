"""From a key in the filter line until the tree has been painted, in the real window; the page is marked after it."""

import gc
import statistics
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

import pytest
import synthetic
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QTreeView
from pytestqt.qtbot import QtBot

from fmm_desktop import app
from fmm_desktop.dossier.model import Dossier
from fmm_desktop.ui.location import Destination, Location
from fmm_desktop.ui.main_window import MainWindow

from .conftest import Table
from .measuring import Painted
from .samples import SHIPPED

ROUNDS = 6
WORDS = ("schaduwvloot", "e", "zzz", "vloot drones", "-e")
BARS = {10_000: 8.0, 100_000: 16.0}  # ms, for 95 keys of a hundred
WAIT = 120_000  # ms in which even the largest dossier is ready

pytestmark = pytest.mark.benchmark_ratio


class Taken(NamedTuple):
    """After how many ms the tree had been painted; and the page with its marks, which wait for a pause of 30 ms."""

    tree: float
    page: float


class Typist:
    """A window that is shown, and who types in its filter line."""

    def __init__(self, window: MainWindow, bot: QtBot) -> None:
        self.window = window
        self._line = window.findChild(QLineEdit, "filterEdit")
        self._painted = Painted(window.findChild(QTreeView, "dossierTree").viewport())
        bot.addWidget(window)
        with bot.waitActive(window):
            window.show()
            window.activateWindow()
        bot.wait(300)  # what comes after the first page has come

    def enter(self, dossier: Dossier, bot: QtBot) -> None:
        """Show a dossier that was made without a file, and wait until it can be looked through."""
        self.window.enter(dossier, Destination(SHIPPED))
        bot.waitUntil(lambda: not self.window.tree._search.is_preparing, timeout=WAIT)
        gc.collect()
        gc.freeze()  # as the window itself does a moment after its start
        self._line.setFocus()

    def key(self, press: Callable[[QLineEdit], object]) -> Taken:
        """Press a key, and wait until all is quiet again."""
        painted = self._painted.times
        start = time.perf_counter()
        press(self._line)
        while self._painted.times == painted:
            QCoreApplication.processEvents()
        tree = time.perf_counter()
        while self.window.page._marking.isActive():
            QCoreApplication.processEvents()
        QCoreApplication.processEvents()
        return Taken(1000 * (tree - start), 1000 * (time.perf_counter() - start))

    def type(self, words: str) -> Iterator[Taken]:
        """Type words key by key, and then clear the line."""
        for letter in words:
            if letter not in " -":
                yield self.key(lambda line, letter=letter: QTest.keyClick(line, letter))
            else:
                QTest.keyClick(self._line, letter)  # asks for nothing else yet: nothing to paint
        yield self.key(lambda line: QTest.keyClick(line, Qt.Key.Key_Escape))
        self._line.setFocus()


@pytest.mark.parametrize("where", ["at the top", "in the middle"])
@pytest.mark.parametrize("topics", [10_000, 100_000])
def test_the_tree_follows_each_key(topics: int, where: str, tmp_path: Path, qtbot: QtBot, table: Table) -> None:
    typist = Typist(app.build(["--data-dir", str(tmp_path)]), qtbot)
    dossier = made(topics)
    typist.enter(dossier, qtbot)
    if where == "in the middle":
        typist.window.navigator.go(Location("topic", list(dossier.topics())[topics // 2].path))
    taken = [took for _ in range(ROUNDS) for words in WORDS for took in typist.type(words)]

    tree = [took.tree for took in taken]
    middle, high = statistics.median(tree), statistics.quantiles(tree, n=20)[-1]
    page = statistics.median(took.page for took in taken)
    said = f"p50 {middle:.1f}, p95 {high:.1f}, max {max(tree):.1f} ms, page p50 {page:.0f}"
    bar = BARS[topics]
    what = f"filtering: {topics:,} topics, {where}"
    assert table.judge(what, said, f"{bar:.0f} ms, p95", ratio=high / bar, bar=1.0)


def made(topics: int, kept: dict[int, Dossier] = {}) -> Dossier:  # noqa: B006 - made once for all tests
    if topics not in kept:
        kept.clear()
        kept[topics] = synthetic.dossier(topics)
    return kept[topics]
