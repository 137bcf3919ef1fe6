"""From the key that leads to the next topic until its page has been painted, in the real window."""

import re
import statistics
import time
from pathlib import Path

import pytest
import synthetic
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from fmm_desktop import app
from fmm_desktop.dossier.reading import read
from fmm_desktop.ui.main_window import MainWindow

from .conftest import Table
from .measuring import Painted
from .samples import SHIPPED, write_notes

SWITCHES = 240
BAR = 16.0  # ms, for 95 of a hundred
WAIT = 60_000  # ms in which even the largest dossier is open

pytestmark = pytest.mark.benchmark_ratio


class Reader:
    """A window that is shown, and who leafs through it."""

    def __init__(self, window: MainWindow, bot: QtBot) -> None:
        self._window = window
        self._painted = Painted(window.page.viewport())
        bot.addWidget(window)
        with bot.waitActive(window):
            window.show()
            window.activateWindow()
        bot.waitUntil(lambda: window.navigator.dossier is not None and self._painted.times > 0, timeout=WAIT)
        bot.wait(300)  # what comes after the first page has come

    def go(self, key: Qt.Key) -> float:
        """Press a key with Ctrl and return after how many ms all is painted that it brought about; 0 at the end."""
        before, painted = self._window.navigator.location, self._painted.times
        start = time.perf_counter()
        QTest.keyClick(self._window, key, Qt.KeyboardModifier.ControlModifier)
        if self._window.navigator.location == before:
            return 0.0
        while self._painted.times == painted:
            QCoreApplication.processEvents()
        QCoreApplication.processEvents()
        return 1000 * (time.perf_counter() - start)

    def leaf(self, switches: int) -> list[float]:
        """Go from topic to topic, down to the last and up again, and return how long each took."""
        taken: list[float] = []
        key = Qt.Key.Key_PageDown
        while len(taken) < switches:
            if took := self.go(key):
                taken.append(took)
            else:
                key = Qt.Key.Key_PageUp if key == Qt.Key.Key_PageDown else Qt.Key.Key_PageDown
                taken.append(self.go(key))
                assert taken[-1], "no key leads anywhere"
        return taken


@pytest.fixture
def state(tmp_path: Path) -> Path:
    return tmp_path / "state"


def opened(file: Path, state: Path, bot: QtBot) -> Reader:
    return Reader(app.build(["--data-dir", str(state), str(file)]), bot)


def in_time(what: str, taken: list[float], table: Table) -> bool:
    """Put a row in the table, and return whether the bar is kept."""
    middle, high = statistics.median(taken), statistics.quantiles(taken, n=20)[-1]
    said = f"p50 {middle:.1f}, p95 {high:.1f}, max {max(taken):.1f} ms"
    return table.judge(f"switching: {what}", said, f"{BAR:.0f} ms, p95", ratio=high / BAR, bar=1.0)


def test_switching_in_the_shipped_dossier(state: Path, qtbot: QtBot, table: Table) -> None:
    reader = opened(SHIPPED, state, qtbot)

    assert in_time("shipped dossier", reader.leaf(SWITCHES), table)


def test_switching_with_sources_shown(state: Path, qtbot: QtBot, table: Table) -> None:
    reader = opened(SHIPPED, state, qtbot)
    reader._window.page.set_show_sources(True)

    assert in_time("sources shown", reader.leaf(SWITCHES), table)


def test_switching_with_twenty_notes_on_each_topic(state: Path, qtbot: QtBot, table: Table) -> None:
    write_notes(state, SHIPPED, 20 * len(list(read(SHIPPED).topics())))
    reader = opened(SHIPPED, state, qtbot)

    assert in_time("20 notes on each topic", reader.leaf(SWITCHES), table)


def test_switching_among_ten_thousand_topics(state: Path, tmp_path: Path, qtbot: QtBot, table: Table) -> None:
    file = tmp_path / "large.yaml"
    file.write_text(synthetic.yaml_text(10_000), encoding="utf-8")
    reader = opened(file, state, qtbot)
    at_the_top = reader.leaf(SWITCHES // 2)
    reader.go(Qt.Key.Key_End)

    assert in_time("10,000 topics", at_the_top + reader.leaf(SWITCHES // 2), table)


def test_switching_to_lists_never_seen_before(state: Path, tmp_path: Path, qtbot: QtBot, table: Table) -> None:
    file = tmp_path / "lists.yaml"
    items = r"\\n\\n- **eerst** dit\\n- dan [[term:purl]] en *nog* iets\\n"
    file.write_text(re.sub(r"(aim:\n +- )(.*)", rf'\1"\2{items}"', synthetic.yaml_text(SWITCHES + 1)), encoding="utf-8")
    reader = opened(file, state, qtbot)

    assert in_time("lists, each new", reader.leaf(SWITCHES), table)
