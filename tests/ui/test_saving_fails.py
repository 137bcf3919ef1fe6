"""Disk full, file locked, file gone: the reader is told in words, the text stays and is saved when that is possible."""

import sqlite3
from contextlib import closing

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QMessageBox

from fmm_desktop.notes.store import NoteStore

from .conftest import Open, Reader, type_text


@pytest.fixture
def full(reader: Reader):
    """Return a window whose disk is full: SQLite itself says so, since its file may not grow."""
    database = reader.window.controls._keeper._store._database
    pages = database.execute("PRAGMA page_count").fetchone()[0]
    database.execute(f"PRAGMA max_page_count = {pages}")
    return reader


def make_room(reader: Reader) -> None:
    """Give the disk room again."""
    reader.window.controls._keeper._store._database.execute("PRAGMA max_page_count = 1000000")


def fail_to_write(reader: Reader, text: str) -> None:
    """Write a text that is too much for the disk."""
    reader.focus(reader.editor)
    with reader.bot.waitSignal(reader.window.controls._keeper.failed):
        reader.editor.insertPlainText(text)


LONG = "Te veel voor deze schijf. " * 2000


def test_the_reader_is_told_and_the_text_stays(full: Reader):
    fail_to_write(full, LONG)
    assert "schijf is vol" in full.state
    assert "niet opgeslagen" in full.state
    assert full.editor.toPlainText() == LONG
    assert len(full.notes) == 1
    full.list.viewport().repaint()
    full.go("raad/zee")
    assert full.notes == []
    full.go("raad/steun")
    assert full.notes[0].endswith(LONG), "it is kept in the window, though the reader went elsewhere"


def test_it_is_saved_by_itself_when_there_is_room_again(full: Reader, state):
    fail_to_write(full, LONG)
    make_room(full)
    with full.bot.waitSignal(full.window.controls._keeper.saved, timeout=10_000):
        pass
    assert full.state == "Opgeslagen"
    with NoteStore.open(state, author="other", device="other") as store:
        assert [note.text for note in store.of_dossier("agenda")] == [LONG]


def test_a_note_that_was_left_unsaved_is_saved_later_as_well(full: Reader, state):
    fail_to_write(full, LONG)
    full.go("raad/zee")
    make_room(full)
    with full.bot.waitSignal(full.window.controls._keeper.saved, timeout=10_000):
        pass
    full.go("raad/steun")
    assert len(full.notes) == 1
    with NoteStore.open(state, author="other", device="other") as store:
        assert [(note.anchor.topic, note.text) for note in store.of_dossier("agenda")] == [("raad/steun", LONG)]


@pytest.mark.parametrize(("answer", "closed"), [("Blijven", False), ("Afsluiten en de tekst verliezen", True)])
def test_closing_with_a_text_that_is_not_safe_asks_first(full: Reader, answer, closed):
    fail_to_write(full, LONG)
    asked = []

    def reply() -> None:
        box = QApplication.activeModalWidget()
        assert isinstance(box, QMessageBox)
        asked.append((box.text(), box.detailedText()))
        buttons = {button.text().replace("&", ""): button for button in box.buttons()}
        buttons.get(answer, box.escapeButton()).click()  # never leave it open: the test would wait for ever

    QTimer.singleShot(0, reply)
    assert full.window.close() is closed
    ((words, shown),) = asked
    assert words == "1 notitie kon niet worden opgeslagen."
    assert shown == LONG
    assert full.window.isVisible() is not closed
    if not closed:
        assert full.editor.toPlainText() == LONG
        make_room(full)
        assert full.window.close() is True


def test_closing_saves_what_could_not_be_saved_before_when_it_now_can(full: Reader, state):
    fail_to_write(full, LONG)
    make_room(full)
    assert full.window.close()
    with NoteStore.open(state, author="other", device="other") as store:
        assert [note.text for note in store.of_dossier("agenda")] == [LONG]


def test_a_note_that_could_not_be_deleted_is_still_there_and_can_be_typed_on(reader: Reader, state):
    reader.write("blijft")
    reader.window.controls._keeper._store._database.execute("PRAGMA busy_timeout = 10")
    with closing(sqlite3.connect(state / "notes.sqlite3", isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        reader.do("delete_note")
        assert "houdt" in reader.state
        assert reader.message == "", "it is not said to be deleted"
        assert reader.editor.toPlainText() == "blijft"
        other.execute("ROLLBACK")
    reader.write(" staan")
    assert [note.rpartition(": ")[2] for note in reader.notes] == ["blijft staan"]


def test_another_program_that_holds_the_file_is_told_of(open_window: Open, file, state):
    reader = open_window(file)
    reader.window.controls._keeper._store._database.execute("PRAGMA busy_timeout = 10")
    with closing(sqlite3.connect(state / "notes.sqlite3", isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        fail_to_write(reader, "tijdens een slot")
        assert "houdt" in reader.state
        other.execute("ROLLBACK")
    with reader.bot.waitSignal(reader.window.controls._keeper.saved, timeout=10_000):
        pass
    assert reader.state == "Opgeslagen"


def test_a_state_folder_that_cannot_be_used_is_told_of_and_the_window_opens_all_the_same(
    open_window: Open, file, tmp_path
):
    nowhere = tmp_path / "a file"
    nowhere.write_text("not a folder", encoding="utf-8")
    reader = open_window(file, folder=nowhere)
    assert "notities" in reader.message
    assert str(nowhere) in reader.message
    assert reader.topic == "raad/steun"
    type_text(reader.editor, "vluchtig")
    assert reader.editor.toPlainText() == "vluchtig"
    assert nowhere.read_text(encoding="utf-8") == "not a folder"
