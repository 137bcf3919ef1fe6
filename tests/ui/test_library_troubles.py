"""The library in the window when something changes, is stopped, is full or is damaged: what it says stays true."""

import os
import sqlite3
import threading
from pathlib import Path

import pytest
import synthetic
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtWidgets import QApplication, QPushButton

from fmm_desktop.errors import Sentence, UserError
from fmm_desktop.search import library_tables
from fmm_desktop.search.library import Library
from fmm_desktop.search.library_asking import Asked
from fmm_desktop.ui.jobs import Job
from fmm_desktop.ui.library.asking import Asker

from ..search.library_samples import about, dossier, write
from .conftest import Open, Reader, click
from .conftest import write as write_text
from .shown_library import Shown, make_folder, show

CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Make a small library."""
    return make_folder(tmp_path / "dossiers")


# -- what changes and what breaks ----------------------------------------------------------------------------------


def test_what_changed_is_read_when_the_reader_comes_back_to_the_window(reader, folder):
    shown = show(reader, folder)
    write(folder / "nieuw.yaml", about("Nieuw.", id="nieuw", title="Nieuw"), seconds=5)
    write(folder / "raad-2.yaml", about("Zeppelin.", id="raad", title="Raad anders", edition=2), seconds=5)
    (folder / "stuk.yaml").unlink()
    QApplication.sendEvent(reader.window, _activated())
    shown.wait()
    assert {row.partition(",")[0] for row in shown.rows} == {"Raad anders", "Raad", "Nieuw", "Top"}


def _activated():
    from PySide6.QtCore import QEvent  # noqa: PLC0415 - used once

    return QEvent(QEvent.Type.WindowActivate)


def test_a_folder_that_vanished_is_told_of_and_what_is_known_of_it_stays(reader, folder):
    shown = show(reader, folder)
    folder.rename(folder.with_name("elders"))
    QApplication.sendEvent(reader.window, _activated())
    shown.wait()
    assert str(folder) in shown.told
    assert "\n" not in shown.told
    assert len(shown.rows) == 4
    shown.open("Top")
    assert "top.yaml" in reader.message
    folder.with_name("elders").rename(folder)
    QApplication.sendEvent(reader.window, _activated())
    shown.wait()
    assert str(folder) not in shown.told


def test_links_in_a_circle_end(reader, folder):
    (folder / "oud" / "terug").symlink_to(folder)
    assert len(show(reader, folder).rows) == 4


def test_a_cache_that_cannot_be_written_is_done_without(open_window: Open, folder, file, state):
    state.mkdir(mode=0o700)
    (state / "cache").write_text("no folder", encoding="utf-8")
    reader = open_window(file)
    shown = show(reader, folder)
    assert len(shown.rows) == 4
    shown.find("schaduwvloot")
    assert len(shown.rows) == 4
    spare = Path(reader.window.controls._door.room.desk._index._spare.name)
    assert spare.is_dir()
    reader.close()
    assert not spare.exists()


def test_reading_shows_how_far_it_is_can_be_stopped_and_gone_on_with(reader, tmp_path):
    (tmp_path / "veel").mkdir()
    for number in range(6):
        write_text(
            tmp_path / "veel" / f"d{number}.yaml", synthetic.yaml_text(150).replace("id: ", f"id: d{number}-", 1)
        )
    reader.window.controls.show_library(tmp_path / "veel")
    shown = Shown(reader)
    stop = reader.find(QPushButton, "libraryStop")
    reader.bot.waitUntil(stop.isVisible, timeout=10_000)
    shown.edit.setText("onderwerp")
    click(stop, stop.rect().center())
    shown.wait()
    assert len({line.file for line in shown.lines}) < 6
    assert stop.isVisible()
    QApplication.sendEvent(reader.window, _activated())
    assert not reader.window.controls._door.room.desk.is_reading, "it was stopped"
    click(stop, stop.rect().center())
    shown.wait()
    assert not stop.isVisible()
    shown.edit.clear()
    assert len(shown.rows) == 6


def test_a_window_that_is_closed_while_it_reads_hears_no_more_of_it(reader, tmp_path):
    (tmp_path / "veel").mkdir()
    write_text(tmp_path / "veel" / "veel.yaml", synthetic.yaml_text(800))
    reader.window.controls.show_library(tmp_path / "veel")
    desk = reader.window.controls._door.room.desk
    job = desk._reading
    assert reader.window.close()
    assert not job.is_running
    reader.bot.wait(50)


# -- a disk that is full, an index that is damaged --------------------------------------------------------------------


def test_on_a_full_disk_the_list_is_whole_and_words_are_found(reader, folder, state, monkeypatch):
    connect = library_tables.connect

    def connect_to_full(file: Path, wait: int) -> sqlite3.Connection:
        database = connect(file, wait)
        if state in file.parents:
            database.execute("PRAGMA max_page_count = 20")
        return database

    monkeypatch.setattr(library_tables, "connect", connect_to_full)
    write(folder / "veel.yaml", synthetic.yaml_text(60))
    shown = show(reader, folder)
    assert len(shown.rows) == 5
    assert shown.told.startswith("4 ")
    shown.find("schaduwvloot oslo")
    shown.find("oslo")
    assert any("De vloot in Oslo." in row for row in shown.rows)


def test_an_index_that_is_damaged_while_it_is_shown_is_read_anew_and_then_answers(reader, folder, state):
    shown = show(reader, folder)
    damage(state / "cache")
    jobs: list[Job] = []
    reader.window.controls._door.room.desk.reading.connect(jobs.append)
    shown.find("schaduwvloot")
    assert len(jobs) == 1, "beside the question, where the reader sees how far it is and can stop it"
    assert len(shown.rows) == 4
    assert shown.told.startswith("2 ")


def test_an_index_that_is_damaged_while_it_is_read_is_read_once_more(reader, folder, state, monkeypatch):
    shown = show(reader, folder)
    desk = reader.window.controls._door.room.desk
    update, asked = Library.update, []

    def update_later(library, places, watch):
        asked.append(places)
        if len(asked) == 1:
            reader_asked.wait(10)
        return update(library, places, watch)

    reader_asked = threading.Event()
    monkeypatch.setattr(Library, "update", update_later)
    desk.refresh()
    reader.bot.waitUntil(lambda: bool(asked))
    damage(state / "cache")
    reader.focus(shown.edit)
    shown.edit.setText("schaduwvloot")
    reader.bot.waitUntil(lambda: desk._unusable is not None)
    reader_asked.set()
    shown.wait()
    assert len(asked) == 2
    assert len(shown.rows) == 4


def damage(cache: Path) -> None:
    """Make the index one that cannot be asked."""
    database = library_tables.open_index(cache)
    database.execute("DROP TABLE file")
    database.close()


def test_an_index_that_is_damaged_over_and_over_is_told_of(reader, folder, monkeypatch):
    shown = show(reader, folder)

    def refuse(*_: object) -> None:
        error = sqlite3.DatabaseError("as if the disk were worn out")
        error.sqlite_errorcode = sqlite3.SQLITE_CORRUPT
        raise error

    monkeypatch.setattr(Library, "_count", refuse)
    monkeypatch.setattr(Library, "_search", refuse)
    with reader.bot.captureExceptions() as told:
        shown.find("vloot")
    assert {kind.__name__ for kind, *_ in told} == {"UnusableError"}
    assert shown.told.startswith(tr("No answer came. Change the words to ask once more."))


# -- stopping and closing ----------------------------------------------------------------------------------------------


@pytest.fixture
def many_folders(tmp_path: Path) -> Path:
    """Fifty folders inside another."""
    for number in range(50):
        (tmp_path / "veel" / str(number)).mkdir(parents=True)
    return tmp_path / "veel"


def hold_listing(reader: Reader, below: Path, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Make a folder be read for as long as nobody stops it; return where the folders come that are read."""
    scandir, read = os.scandir, []

    def slow(folder: str) -> object:
        if str(folder).startswith(str(below)):
            read.append(folder)
            reader.window.controls._door.room.desk._reading._run.stop.wait(10)
        return scandir(folder)

    monkeypatch.setattr(os, "scandir", slow)
    return read


def test_looking_which_files_there_are_can_be_stopped_and_nothing_untrue_is_said_of_it(reader, many_folders, folder,
                                                                                      monkeypatch):  # fmt: skip
    shown = show(reader, folder)
    read = hold_listing(reader, many_folders, monkeypatch)
    reader.window.controls.show_library(many_folders)
    stop = reader.find(QPushButton, "libraryStop")
    reader.bot.waitUntil(stop.isVisible, timeout=10_000)
    click(stop, stop.rect().center())
    shown.wait()
    assert len(read) == 1
    assert shown.told.splitlines() == [
        tr("Nothing was read yet."),
        tr("Reading was stopped: what was not read is not in the list."),
    ]
    shown.find("vloot")
    assert shown.told.startswith(tr("Nothing found in what was read so far."))


def test_a_window_that_is_closed_while_files_are_looked_for_stops_that(reader, many_folders, folder, monkeypatch):
    show(reader, folder)
    read = hold_listing(reader, many_folders, monkeypatch)
    reader.window.controls.show_library(many_folders)
    job = reader.window.controls._door.room.desk._reading
    reader.bot.waitUntil(lambda: bool(read))
    assert reader.window.close()
    assert not job.is_running
    assert len(read) == 1


def test_a_window_that_is_closed_while_hits_are_counted_stops_that(reader, tmp_path, monkeypatch):
    write(tmp_path / "veel" / "veel.yaml", synthetic.yaml_text(600))
    shown = show(reader, tmp_path / "veel")
    desk, looked = reader.window.controls._door.room.desk, []
    on_pages = Asked.on_pages

    def slow(asked: Asked, database: sqlite3.Connection, ordinals: list[int]) -> object:
        if desk._counting.is_busy:
            looked.append(len(ordinals))
            desk._counting._job._run.stop.wait(10)
        return on_pages(asked, database, ordinals)

    monkeypatch.setattr(Asked, "on_pages", slow)
    reader.focus(shown.edit)
    shown.edit.setText('-"e e e e"')
    reader.bot.waitUntil(lambda: bool(looked), timeout=10_000)
    job = desk._counting._job
    assert reader.window.close()
    assert not job.is_running
    assert len(looked) == 1


def test_a_new_question_does_not_wait_for_the_count_of_the_one_before_nor_show_it(reader, folder, monkeypatch):
    many = [{"title": f"Onderwerp {number}", "aim": ["De zeppelin."]} for number in range(130)]
    write(folder / "veel.yaml", dossier("Veel", many, id="veel"))
    shown = show(reader, folder)
    desk = reader.window.controls._door.room.desk
    counted, may_go_on, count = [], threading.Event(), Library.count

    def slow(library: Library, query: object, *more: object) -> int:
        counted.append(query)
        may_go_on.wait(10)
        return count(library, query, *more)

    monkeypatch.setattr(Library, "count", slow)
    reader.focus(shown.edit)
    shown.edit.setText("zeppelin")
    reader.bot.waitUntil(lambda: bool(counted), timeout=10_000)
    first = desk._counting._job
    shown.edit.setText("oslo")
    reader.bot.waitUntil(lambda: shown.told.startswith("1 "))
    may_go_on.set()
    first.join(10)
    shown.wait()
    reader.bot.wait(50)  # the count would come now
    assert shown.told.startswith("1 ")


def test_reading_that_was_stopped_goes_on_when_the_reader_says_so_and_not_by_itself(reader, many_folders, folder,
                                                                                    monkeypatch):  # fmt: skip
    shown = show(reader, folder)
    read = hold_listing(reader, many_folders, monkeypatch)
    reader.window.controls.show_library(many_folders)
    desk = reader.window.controls._door.room.desk
    reader.bot.waitUntil(lambda: bool(read))
    desk.stop()
    shown.wait()
    reader.press(Qt.Key.Key_L, CTRL)
    reader.press(Qt.Key.Key_L, CTRL)
    assert shown.pane.isVisible()
    assert not desk.is_reading
    assert len(read) == 1
    reader.window.controls._door.stay()
    assert not desk.is_reading


def test_hits_are_counted_anew_when_more_was_read(reader, folder):
    many = [{"title": f"Onderwerp {number}", "aim": ["De zeppelin."]} for number in range(60)]
    write(folder / "veel.yaml", dossier("Veel", many, id="veel"))
    shown = show(reader, folder)
    shown.find("zeppelin")
    assert shown.told.startswith("60 ")
    write(folder / "nieuw.yaml", about("De zeppelin.", id="nieuw"), seconds=5)
    told: list[str] = []
    reader.window.controls._door.room.desk.found.connect(lambda _page: told.append(shown.told))
    QApplication.sendEvent(reader.window, QEvent(QEvent.Type.WindowActivate))
    shown.wait()
    assert told[-1] == tr("More than %1 topics found").replace("%1", "50"), "until they are counted"
    assert shown.told.startswith("61 ")


# -- what goes wrong ---------------------------------------------------------------------------------------------------


def test_a_question_that_goes_wrong_is_reported_and_does_not_search_for_ever(reader, folder, monkeypatch):
    shown = show(reader, folder)

    def break_(*_: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr(Library, "search", break_)
    with reader.bot.captureExceptions() as told:
        shown.find("vloot")
    assert {kind for kind, *_ in told} == {ZeroDivisionError}
    assert shown.told == tr("No answer came. Change the words to ask once more.")
    monkeypatch.undo()
    shown.find("oslo")
    assert shown.told.startswith("1 ")


def test_what_is_wrong_with_a_question_that_gave_way_is_told_unless_the_reader_could_mend_it(qtbot, reader):
    asker, told, answers, may_go_on = Asker(reader.window), [], [], threading.Event()
    asker.failed.connect(told.append)
    for error in (ZeroDivisionError(), UserError(Sentence("weg", "gone"))):

        def fail(_watch: object, error: Exception = error) -> None:
            may_go_on.wait(10)
            raise error

        asker.ask(fail, answers.append)
        asker.ask(lambda _watch: "an answer", answers.append)
        may_go_on.set()
        qtbot.waitUntil(lambda: not asker.is_busy)
    assert [type(error) for error in told] == [ZeroDivisionError]
    assert answers == ["an answer", "an answer"]


def test_a_mistyped_field_is_named_in_the_language_of_the_interface(reader, folder):
    shown = show(reader, folder)
    shown.find("knd:inzet vloot")
    assert "soort:" in shown.told
    reader.speak("en")
    assert "kind:" in shown.told


# -- the dossier behind it ---------------------------------------------------------------------------------------------


def test_a_dossier_that_is_being_read_is_not_wanted_any_more_by_who_went_back_to_another(reader, folder):
    shown = show(reader, folder)
    shown.open("Top")
    write_text(folder / "large.yaml", synthetic.yaml_text(600))
    reader.press(Qt.Key.Key_L, CTRL)
    shown.wait()
    large = next(row for row in shown.rows if row not in {"Raad", "Top"} and "600" in row)
    shown.open(large)
    job = reader.window.controls._opener._job
    assert job is not None
    shown.find("oslo")
    shown.open("1.1.1")
    assert reader.window.path.name == "top.yaml"
    job.join(20)
    reader.bot.waitUntil(lambda: not reader.message, timeout=20_000)
    assert reader.window.path.name == "top.yaml"
    assert reader.filter.text() == "oslo"


def test_a_hit_in_the_dossier_that_is_open_is_filtered_by_what_was_looked_for(reader, folder):
    shown = show(reader, folder)
    shown.open("Top")
    reader.press(Qt.Key.Key_L, CTRL)
    shown.find("oslo")
    shown.open("1.1.1")
    assert reader.filter.text() == "oslo"


def test_what_was_being_written_is_a_revision_before_the_library_is_shown(reader, folder):
    count = "SELECT count(*) FROM revision"
    store = reader.window.controls._keeper._store
    revisions = []
    reader.window.controls._door.entering.connect(
        lambda: revisions.append(store._database.execute(count).fetchone()[0])
    )
    reader.go("raad/zee")
    reader.write("half")
    show(reader, folder)
    reader.press(Qt.Key.Key_L, CTRL)
    reader.focus(reader.list)
    reader.press(Qt.Key.Key_Down)
    reader.write(" en meer")
    reader.press(Qt.Key.Key_L, CTRL)
    assert revisions == [1, 2]


def test_a_note_that_can_be_restored_waits_until_the_reader_is_back(reader, folder):
    reader.write("weg")
    reader.do("delete_note")
    controls = reader.window.controls
    assert reader.action("restore_note").isEnabled()
    show(reader, folder)
    controls._notes_desk.refresh()  # as when another window writes a note
    assert not reader.action("restore_note").isEnabled()
    reader.press(Qt.Key.Key_L, CTRL)
    assert reader.action("restore_note").isEnabled()


def test_the_same_folder_shows_the_notes_and_the_open_dossier_of_now_at_once(reader, folder):
    shown = show(reader, folder)
    shown.open("Top")
    reader.window.controls._door.room.desk.was_stopped = True  # nothing is read that would show them later
    reader.press(Qt.Key.Key_L, CTRL)
    assert [line.is_open for line in shown.lines] == [False, False, True, False]


def tr(words: str) -> str:
    """Return what is said above the list, in the language of the interface."""
    return QCoreApplication.translate("SituationWords", words)
