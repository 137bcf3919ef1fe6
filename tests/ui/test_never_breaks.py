"""Whatever is typed, and whatever goes wrong inside: the window goes on."""

import sys

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QMessageBox

from fmm_desktop.ui.bug_report import report_bugs

from .conftest import Reader


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(typed=st.text(max_size=60) | st.text("ſßıİŒæ🚢é\u0301\u00ad-\\[](*+?", max_size=12))
def test_nothing_that_is_typed_into_the_filter_breaks_it(reader, typed):
    reader.filter.setText(typed.replace("\x00", ""))
    reader.tree.viewport().grab()
    reader.page.viewport().grab()
    reader.filter.clear()
    assert len(reader.rows) == 5
    assert not reader.marked()


@pytest.mark.qt_no_exception_capture
@pytest.mark.usefixtures("own_excepthook")
def test_a_bug_is_shown_and_kept_and_the_program_goes_on(reader: Reader, state, capsys):
    def broken() -> None:
        raise ZeroDivisionError

    report_bugs(reader.window, state)
    QTimer.singleShot(0, broken)
    reader.bot.waitUntil(lambda: reader.window.findChildren(QMessageBox, "bugBox") != [])
    (box,) = reader.window.findChildren(QMessageBox, "bugBox")
    assert "ZeroDivisionError" in box.detailedText()
    assert "broken" in box.detailedText(), "where it happened"
    assert box.text()
    assert "ZeroDivisionError" in (state / "errors.log").read_text(encoding="utf-8")
    assert (state / "errors.log").stat().st_mode & 0o077 == 0
    assert "ZeroDivisionError" in capsys.readouterr().err
    box.close()
    reader.go("raad/zee")
    reader.write("en verder")
    assert len(reader.notes) == 1
    assert sys.excepthook is not sys.__excepthook__


@pytest.mark.qt_no_exception_capture
@pytest.mark.usefixtures("own_excepthook")
def test_many_bugs_make_one_box_and_a_log_that_ends(reader: Reader, state):
    def broken(number: int) -> None:
        raise ZeroDivisionError(f"number {number} " + 2000 * "x")

    report_bugs(reader.window, state)
    log = state / "errors.log"
    log.write_text("old\n" * 300_000, encoding="utf-8")
    for number in range(300):
        QTimer.singleShot(0, lambda number=number: broken(number))
    reader.bot.waitUntil(lambda: "number 299" in log.read_text(encoding="utf-8"))
    (box,) = reader.window.findChildren(QMessageBox, "bugBox")
    assert "number 0 " in box.detailedText()
    assert "number 1 " in box.detailedText()
    assert len(box.detailedText()) < 200_000
    assert log.stat().st_size < 1_100_000
    assert "old" not in log.read_text(encoding="utf-8")
    box.close()
    QTimer.singleShot(0, lambda: broken(301))
    reader.bot.waitUntil(lambda: "number 301" in log.read_text(encoding="utf-8"))
    (box,) = [one for one in reader.window.findChildren(QMessageBox, "bugBox") if one.isVisible()]
    assert "number 301" in box.detailedText()
    box.close()
