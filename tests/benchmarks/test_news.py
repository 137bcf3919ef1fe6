"""An edition that is new all over: how long the page of what is new holds up the window."""

import re
import time
from pathlib import Path

import pytest
import synthetic
from PySide6.QtCore import QCoreApplication
from pytestqt.qtbot import QtBot

from fmm_desktop import app

from .conftest import Table
from .samples import take_in_notes

TOPICS, NOTES = 200, 1000
BAR = 50.0  # ms

pytestmark = pytest.mark.benchmark_ratio


def test_what_is_new_does_not_hold_up_the_window(tmp_path: Path, qtbot: QtBot, table: Table) -> None:
    state, before, after = tmp_path / "state", tmp_path / "1.yaml", tmp_path / "2.yaml"
    text = synthetic.yaml_text(TOPICS)
    before.write_text(text, encoding="utf-8")
    take_in_notes(state, before, here=NOTES, elsewhere=0)
    words = "|".join(sorted(set(re.findall(r"\b[a-z]{6,}\b", text)))[::5])
    other = re.sub(rf'(?<=[ "])({words})(?=[ .,])', "gewijzigd", text)
    other = re.sub(r"^edition: 1$", "edition: 2", other, flags=re.MULTILINE)
    after.write_text(other, encoding="utf-8")
    for file in (before, after):
        window = app.build(["--data-dir", str(state), str(file)])
        qtbot.addWidget(window)
        window.show()
        qtbot.waitUntil(lambda window=window: window.controls._news._known is not None, timeout=20_000)
        if file is before:
            window.close()
    placements = window.controls._notes_desk.placements
    qtbot.waitUntil(lambda: not placements._soon.isActive() and placements._job is None, timeout=20_000)

    start = time.perf_counter()
    window.controls._actions["news"].trigger()
    QCoreApplication.processEvents()
    took = 1000 * (time.perf_counter() - start)

    what = f"what is new: {TOPICS} topics, {NOTES:,} notes"
    assert table.judge(what, f"{took:.0f} ms", f"{BAR:.0f} ms", ratio=took / BAR, bar=1.0)
