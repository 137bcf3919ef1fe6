"""A dossier opens, or the reader is told why not and what was open stays as it was."""

import os
import subprocess
import sys

import pytest
import synthetic
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QLabel, QProgressBar, QPushButton

from fmm_desktop.dossier import kept
from fmm_desktop.ui.location import Destination

from . import agenda
from .conftest import Open, Reader, click, type_text, write

OTHER = agenda.TEXT.replace("id: agenda", "id: ander").replace("Steun aan Oekraïne", "Iets heel anders")


BAD = ("missing", "broken", "newer", "binary", "empty", "wrong", "brackets")


def drop(reader: Reader, path) -> None:
    """Drop a file on the window."""
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    copy, left, none = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(QPoint(50, 50), copy, data, left, none)
    QApplication.sendEvent(reader.window, enter)
    assert enter.isAccepted()
    QApplication.sendEvent(reader.window, QDropEvent(QPointF(50, 50), copy, data, left, none))


def open_path(reader: Reader, path) -> None:
    """Open a file as by the dialog."""
    reader.window.controls.open(Destination(path))


def test_another_dossier_takes_the_place_of_the_open_one(reader, tmp_path):
    open_path(reader, write(tmp_path / "other.yaml", OTHER))
    assert "Iets heel anders" in reader.text
    assert "Iets heel anders" in reader.rows[1]
    assert reader.message == ""
    assert not reader.action("back").isEnabled()


@pytest.mark.parametrize(
    ("way", "bad"),
    [
        *((open_path, bad) for bad in ("folder", *BAD)),
        *((drop, bad) for bad in BAD),  # a folder becomes the library
    ],
)
def test_a_bad_file_is_told_of_and_nothing_changes(reader, tmp_path, way, bad):
    path = tmp_path / f"{bad}.yaml"
    match bad:
        case "folder":
            path.mkdir()
        case "binary":
            path.write_bytes(bytes(range(256)) * 40)
        case "broken":
            write(path, agenda.TEXT.replace("sessions:", "sessions: ["))
        case "newer":
            write(path, agenda.TEXT.replace("fmm-dossier/1", "fmm-dossier/2"))
        case "wrong":
            write(path, agenda.TEXT.replace("title: Middag", "titel: 5"))
        case "brackets":
            write(path, "[" * 100_000)
        case "empty":
            write(path, "")
    reader.go("raad/zee")
    reader.focus(reader.editor)
    type_text(reader.editor, "blijft staan")
    before = (reader.topic, reader.text, reader.rows, reader.window.windowTitle(), reader.window.path)
    way(reader, path)
    reader.bot.waitUntil(lambda: path.name in reader.message)
    assert "\n" not in reader.message
    assert len(reader.message) < 400
    assert before == (
        reader.topic,
        reader.text.replace(" ●", ""),
        reader.rows,
        reader.window.windowTitle(),
        reader.window.path,
    )
    assert reader.editor.toPlainText() == "blijft staan"
    close = [button for button in reader.bar.findChildren(QPushButton) if button.isVisible()]
    click(close[-1], QPoint(4, 4))
    assert reader.message == ""
    assert reader.topic == "raad/zee"


def test_escape_takes_the_message_away(reader, tmp_path):
    open_path(reader, tmp_path / "nowhere.yaml")
    assert reader.message
    reader.focus(reader.page)
    reader.press(Qt.Key.Key_Escape)
    assert reader.message == ""


def test_a_file_with_warnings_opens_and_tells_them(open_window: Open, tmp_path):
    path = write(tmp_path / "warn.yaml", agenda.TEXT.replace("tags: [", "tagz: [x]\n        tags: ["))
    reader = open_window(path)
    assert reader.topic == "raad/steun"
    assert reader.message.startswith("1 ")
    assert "tagz" in reader.message


def test_a_large_file_is_read_beside_the_window(reader, tmp_path):
    path = write(tmp_path / "large.yaml", synthetic.yaml_text(1500))
    open_path(reader, path)
    assert "large.yaml" in reader.message
    assert reader.topic == "raad/steun", "the open dossier can be read meanwhile"
    reader.go("raad/zee")
    (progress,) = reader.bar.findChildren(QProgressBar)
    shown = []
    progress.valueChanged.connect(shown.append)
    reader.bot.waitUntil(lambda: reader.topic == "sessie-1/onderwerp-1", timeout=30_000)
    assert len(shown) > 5
    assert sorted(shown) == shown
    assert reader.message == ""


def test_reading_can_be_stopped(reader, tmp_path):
    open_path(reader, write(tmp_path / "large.yaml", synthetic.yaml_text(3000)))
    (button,) = [one for one in reader.bar.findChildren(QPushButton) if one.isVisible()]
    assert button.text() == "Stoppen"
    job = reader.window.controls._opener._job
    with reader.bot.waitSignal(job.stopped, timeout=20_000):
        click(button, QPoint(4, 4))
    assert reader.message == ""
    assert reader.topic == "raad/steun"
    assert "Overleg van ministers" in reader.window.windowTitle()


def test_a_large_bad_file_is_told_of_as_well(reader, tmp_path):
    text = synthetic.yaml_text(400).replace("certainty: planned", "certainty: never", 1)
    open_path(reader, write(tmp_path / "large.yaml", text))
    reader.bot.waitUntil(lambda: "certainty" in reader.message, timeout=20_000)
    assert reader.topic == "raad/steun"


def test_without_a_file_the_shipped_dossier_opens(open_window: Open):
    reader = open_window()
    assert reader.window.windowTitle().startswith("NAVO Foreign Ministers Meeting")
    assert len(reader.rows) >= 11
    assert reader.message == ""


def test_a_bad_file_at_the_start_is_told_of_and_the_shipped_dossier_opens(open_window: Open, tmp_path):
    reader = open_window(write(tmp_path / "bad.yaml", "{"))
    assert "bad.yaml" in reader.message
    assert reader.window.windowTitle().startswith("NAVO Foreign Ministers Meeting")


def test_the_last_dossier_that_vanished_is_told_of(reader, open_window: Open, file):
    reader.close()
    file.unlink()
    again = open_window()
    assert "agenda.yaml" in again.message
    assert again.window.windowTitle().startswith("NAVO Foreign Ministers Meeting")


def test_a_message_goes_when_another_language_is_chosen(reader, tmp_path):
    open_path(reader, tmp_path / "nowhere.yaml")
    reader.speak("en")
    assert reader.message == ""


def test_what_is_under_way_stays_when_another_language_is_chosen(reader, tmp_path):
    open_path(reader, write(tmp_path / "large.yaml", synthetic.yaml_text(3000)))
    reader.speak("en")
    assert "large.yaml" in reader.message
    (button,) = [one for one in reader.bar.findChildren(QPushButton) if one.isVisible()]
    assert button.text() == "Stop"
    click(button, QPoint(4, 4))


def test_a_message_at_the_start_outlives_the_first_choice_of_language(open_window: Open, tmp_path):
    reader = open_window(write(tmp_path / "bad.yaml", "{"))
    QApplication.processEvents()
    assert "bad.yaml" in reader.message


def test_a_message_can_be_copied_by_key(reader, tmp_path):
    open_path(reader, tmp_path / "nowhere.yaml")
    (words,) = reader.bar.findChildren(QLabel)
    assert words.focusPolicy() & Qt.FocusPolicy.TabFocus
    reader.focus(words)
    QApplication.clipboard().clear()
    reader.press(Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    reader.press(Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QApplication.clipboard().text() == reader.message


def test_a_file_that_takes_its_time_is_not_read_at_once(reader, tmp_path):
    path = write(tmp_path / "middling.yaml", synthetic.yaml_text(80))
    assert kept.AT_ONCE < path.stat().st_size < 200_000
    open_path(reader, path)
    assert reader.topic == "raad/steun", "the window goes on"
    reader.bot.waitUntil(lambda: reader.window.path == path, timeout=20_000)


def test_a_window_that_is_closed_while_it_reads_hears_no_more_of_it(reader, tmp_path):
    open_path(reader, write(tmp_path / "large.yaml", synthetic.yaml_text(3000)))
    job = reader.window.controls._opener._job
    assert reader.window.close()
    assert not job.is_running, "it was waited for"
    reader.bot.wait(100)
    assert reader.topic == "raad/steun"
    assert reader.window.path.name == "agenda.yaml"


_CLOSE_AT_ONCE = """
import sys
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication
from fmm_desktop import app

window = app.build(["--data-dir", *sys.argv[1:]])
window.show()
QApplication.processEvents()
window.close()
"""


_CLOSE_WHILE_SETTING = _CLOSE_AT_ONCE.replace(
    "window.close()",
    """
while window.navigator.topic is None:
    QApplication.processEvents()
window.controls.back_up_notes()
dialog = window.controls._sheets.preview(window.controls._appearance.colours, with_notes=False)
while not dialog.findChildren(QAction, "tick_all"):
    QApplication.processEvents()
dialog.findChildren(QAction, "tick_all")[0].trigger()
QApplication.processEvents()
window.close()
""",
)


@pytest.mark.parametrize(("script", "topics", "times"), [(_CLOSE_AT_ONCE, 3000, 3), (_CLOSE_WHILE_SETTING, 250, 2)])
def test_a_process_that_ends_with_work_under_way_ends_well(tmp_path, script, topics, times):
    path = write(tmp_path / "large.yaml", synthetic.yaml_text(topics))
    quiet = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "QT_LOGGING_RULES": "qt.qpa.*=false"}
    for number in range(times):
        command = [sys.executable, "-c", script, tmp_path / str(number), path]
        done = subprocess.run(command, env=quiet, capture_output=True, text=True, timeout=60, check=False)
        said = done.stderr.replace("This plugin does not support propagateSizeHints()\n", "")
        assert (done.returncode, said) == (0, "")
