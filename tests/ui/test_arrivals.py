"""What is opened: dropped on the window, chosen from what was opened last, or named on the command line."""

import os
from pathlib import Path

import pytest
import synthetic
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QMenu

from fmm_desktop.ui.location import Destination
from fmm_desktop.ui.state import load

from ..search.library_samples import about, write
from .conftest import Open, Reader
from .conftest import write as write_text
from .shown_library import Shown, make_folder, show


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Make a small library."""
    return make_folder(tmp_path / "dossiers")


def drop(reader: Reader, *urls: QUrl) -> None:
    """Drop something on the window."""
    data = QMimeData()
    data.setUrls(urls)
    copy, left, none = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(QPoint(50, 50), copy, data, left, none)
    QApplication.sendEvent(reader.window, enter)
    assert enter.isAccepted()
    QApplication.sendEvent(reader.window, QDropEvent(QPointF(50, 50), copy, data, left, none))


def test_a_folder_that_is_dropped_is_the_library_and_a_file_opens(reader, folder):
    drop(reader, QUrl.fromLocalFile(str(folder)))
    shown = Shown(reader)
    shown.wait()
    assert len(shown.rows) == 4
    drop(reader, QUrl.fromLocalFile(str(folder / "oud" / "top.yaml")))
    assert not shown.pane.isVisible()
    assert reader.window.windowTitle().startswith("Top")
    assert not reader.bar.isVisible()


def test_of_several_things_that_are_dropped_the_folder_wins_and_that_is_told(reader, folder):
    drop(reader, QUrl.fromLocalFile(str(folder / "raad-1.yaml")), QUrl.fromLocalFile(str(folder)))
    assert Shown(reader).pane.isVisible()
    assert "dossiers" in reader.message
    Shown(reader).wait()


def test_what_is_on_a_network_is_not_fetched(reader):
    drop(reader, QUrl("https://example.org/dossier.yaml"))
    assert reader.message
    assert reader.topic == "raad/steun"


def entries(reader: Reader) -> list[str]:
    """Open the menu of what was opened last and return its entries."""
    menu = reader.find(QMenu, "recentMenu")
    menu.aboutToShow.emit()
    return [action.text() for action in menu.actions() if not action.isSeparator()]


def choose(reader: Reader, beginning: str) -> None:
    """Choose an entry of that menu."""
    entries(reader)
    menu = reader.find(QMenu, "recentMenu")
    next(action for action in menu.actions() if action.text().startswith(beginning)).trigger()


def test_what_was_opened_last_can_be_opened_again(reader, folder, file):
    shown = show(reader, folder)
    shown.open("Top")
    assert [one.partition(" – ")[0] for one in entries(reader)[:-1]] == ["top.yaml", f"dossiers{os.sep}", "agenda.yaml"]
    choose(reader, "agenda.yaml")
    assert reader.window.path == file
    assert [one.partition(" – ")[0] for one in entries(reader)[:2]] == ["agenda.yaml", "top.yaml"]
    choose(reader, "dossiers")
    assert shown.pane.isVisible()
    shown.wait()


def test_what_is_not_there_any_more_is_told_of_and_forgotten(reader, folder, file):
    show(reader, folder).open("Top")
    (folder / "oud" / "top.yaml").unlink()
    choose(reader, "agenda.yaml")
    choose(reader, "top.yaml")
    assert "top.yaml" in reader.message
    assert reader.window.path == file
    assert not any(one.startswith("top.yaml") for one in entries(reader))


def test_the_list_holds_ten_and_can_be_cleared(reader, tmp_path):
    for number in range(12):
        path = write(tmp_path / f"d{number}.yaml", about("x", id=f"d{number}"))
        reader.window.controls._arrivals.open_path(path)
    assert [one.partition(".")[0] for one in entries(reader)[:-1]] == [f"d{number}" for number in range(11, 1, -1)]
    menu = reader.find(QMenu, "recentMenu")
    menu.actions()[-1].trigger()
    assert not menu.menuAction().isEnabled()
    assert reader.window.controls._memory.recent == ()


@pytest.mark.skipif(os.name != "posix", reason="names are bytes on POSIX alone")
def test_a_name_that_is_no_text_is_opened_and_not_remembered(reader, tmp_path, state):
    odd = Path(os.fsdecode(os.fsencode(tmp_path) + b"/m\xffp"))
    path = write(odd / "d.yaml", about("x", id="odd", title="Vreemd"))
    shown = show(reader, odd)
    assert len(shown.rows) == 1
    assert shown.rows[0].startswith("d.yaml, "), "it is told of, as a file that is broken is"
    reader.window.controls._arrivals.open_path(path)
    assert reader.window.windowTitle().startswith("Vreemd")
    reader.close()
    left = load(state)
    assert (left.dossier, left.library, len(left.recent)) == ("", "", 1)


# -- several things at once, and what cannot be opened -----------------------------------------------------------------


def test_of_several_files_the_first_opens_and_that_is_told_once_it_is_open(reader, folder, tmp_path):
    large = write_text(tmp_path / "large.yaml", synthetic.yaml_text(600))
    drop(reader, *map(local, (large, folder / "oud" / "top.yaml")))
    assert "large.yaml" in reader.message
    assert reader.bar.matters, "it can be stopped"
    reader.bot.waitUntil(lambda: reader.window.path == large, timeout=20_000)
    assert "large.yaml" in reader.message
    assert not reader.bar.matters


def test_of_several_files_the_first_is_broken_and_nothing_is_said_but_that(reader, folder):
    drop(reader, *map(local, (folder / "stuk.yaml", folder / "oud" / "top.yaml")))
    broken = reader.message
    assert "regel" in broken
    assert reader.bar.matters
    reader.window.controls.open(Destination(folder / "oud" / "top.yaml"))
    assert not reader.bar.isVisible(), "what was dropped before is over"
    drop(reader, local(folder / "stuk.yaml"))
    assert reader.message == broken


def test_a_folder_and_a_file_that_are_dropped_while_a_dossier_is_read_leave_the_button_that_stops_it(
    reader, folder, tmp_path
):
    large = write_text(tmp_path / "large.yaml", synthetic.yaml_text(600))
    reader.window.controls._arrivals.open_path(large)
    drop(reader, *map(local, (folder, folder / "stuk.yaml")))
    assert "large.yaml" in reader.message
    assert reader.bar.matters
    Shown(reader).wait()
    reader.bot.waitUntil(lambda: not reader.message, timeout=20_000)


def local(path: Path) -> QUrl:
    """Return the address of a file."""
    return QUrl.fromLocalFile(str(path))


TOO_LONG = "a" * 300 + ".yaml"


def test_a_name_that_is_too_long_is_told_of(open_window: Open, tmp_path):
    reader = open_window(tmp_path / TOO_LONG)
    assert TOO_LONG in reader.message
    assert reader.window.windowTitle().startswith("NAVO"), "the dossier that comes with the program"
    drop(reader, local(tmp_path / TOO_LONG))
    assert TOO_LONG in reader.message


@pytest.mark.parametrize("name", [TOO_LONG, f"{TOO_LONG}{os.sep}", "\0.yaml"])
def test_the_menu_of_what_was_opened_last_asks_no_disk(reader, name, folder):
    memory = reader.window.controls._memory
    show(reader, folder)
    memory._set_recent((str(folder.parent / name), *memory.recent))
    assert len(entries(reader)) == 4
    room = reader.window.controls._door.room
    menu = QMenu()
    room._offer_folders(menu)
    assert sum("dossiers" in action.text() for action in menu.actions()) == 1
    choose(reader, name[:9])
    assert reader.message or Shown(reader).told


@pytest.mark.skipif(os.name == "nt" or os.getuid() == 0, reason="root may look anywhere")
def test_a_folder_without_rights_is_told_of(reader, folder):
    closed = folder / "oud"
    memory = reader.window.controls._memory
    memory.remember(closed / "top.yaml")
    memory.remember_library(closed / "lager")
    closed.chmod(0o000)
    try:
        assert len(entries(reader)) == 4
        choose(reader, "top.yaml")
        assert "top.yaml" in reader.message
        drop(reader, local(closed / "top.yaml"), local(closed / "lager"))
        assert "top.yaml" in reader.message
    finally:
        closed.chmod(0o700)


def test_a_dossier_has_one_name_however_it_was_asked_for(open_window: Open, folder, monkeypatch):
    monkeypatch.chdir(folder / "oud")
    reader = open_window(Path("..") / "oud" / "top.yaml")
    assert reader.window.path == folder / "oud" / "top.yaml"
    shown = show(reader, folder)
    assert [line.is_open for line in shown.lines] == [False, False, True, False]
    reader.window.controls._arrivals.open_path(folder / "oud" / ".." / "oud" / "top.yaml")
    assert [one.partition(" – ")[0] for one in entries(reader)[:-1]] == ["top.yaml", f"dossiers{os.sep}"]


def test_a_folder_of_the_command_line_has_one_name_as_well(open_window: Open, folder, monkeypatch):
    monkeypatch.chdir(folder / "oud")
    reader = open_window(Path(".."))
    Shown(reader).wait()
    assert reader.window.controls._door.room.folder == folder
