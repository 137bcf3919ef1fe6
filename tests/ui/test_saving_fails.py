"""Disk full, file locked, file gone: the reader is told in words, the text stays and is saved when that is possible."""

import sqlite3
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QMessageBox

from fmm_desktop.notes.store import NoteStore
from fmm_desktop.ui.notes import state_line

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


def texts(state) -> list[str]:
    """Return the texts of all notes, as another program sees them now."""
    with NoteStore.open(state, author="other", device="other") as store:
        return [note.text for note in store.of_dossier("agenda")]


@contextmanager
def locked(state) -> Iterator[None]:
    """Hold the file as another program does."""
    with closing(sqlite3.connect(state / "notes.sqlite3", isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        yield
        other.execute("ROLLBACK")


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
def test_closing_with_a_text_that_is_not_safe_asks_first(full: Reader, state, answer, closed):
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
        full.write(" en nog meer")
        assert full.window.close() is True
        assert texts(state) == [LONG + " en nog meer"]


def test_closing_saves_what_could_not_be_saved_before_when_it_now_can(full: Reader, state):
    fail_to_write(full, LONG)
    make_room(full)
    assert full.window.close()
    with NoteStore.open(state, author="other", device="other") as store:
        assert [note.text for note in store.of_dossier("agenda")] == [LONG]


def test_a_note_that_could_not_be_deleted_is_still_there_and_can_be_typed_on(reader: Reader, state):
    reader.write("blijft")
    with locked(state):
        reader.do("delete_note")
        assert "houdt" in reader.state
        assert reader.message == "", "it is not said to be deleted"
        assert reader.editor.toPlainText() == "blijft"
    reader.write(" staan")
    assert [note.rpartition(": ")[2] for note in reader.notes] == ["blijft staan"]


def test_another_program_that_holds_the_file_is_told_of(open_window: Open, file, state):
    reader = open_window(file)
    with locked(state):
        fail_to_write(reader, "tijdens een slot")
        assert "houdt" in reader.state
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
    asked = []

    def reply() -> None:
        box = QApplication.activeModalWidget()
        asked.append(box.detailedText())
        box.escapeButton().click()

    QTimer.singleShot(0, reply)
    assert not reader.window.close()
    assert asked == ["vluchtig"]
    assert nowhere.read_text(encoding="utf-8") == "not a folder"


def test_typing_is_hardly_held_up_by_another_program_that_holds_the_file(reader: Reader, state):
    with locked(state):
        type_text(reader.editor, "een")
        begun = time.monotonic()
        assert not reader.window.controls._keeper.flush()
        assert time.monotonic() - begun < 0.5


def test_a_note_that_is_deleted_before_it_could_be_saved_can_be_brought_back(reader: Reader, state):
    with locked(state):
        fail_to_write(reader, "kostbaar")
        reader.do("delete_note")
        assert reader.notes == []
        reader.do("restore_note")
        assert [note.rpartition(": ")[2] for note in reader.notes] == ["kostbaar"]
        assert reader.window.controls._keeper.unsaved() == ("kostbaar",)
    reader.bot.waitUntil(lambda: texts(state) == ["kostbaar"], timeout=10_000)


def test_the_alarm_over_a_note_that_was_left_is_raised_once_and_goes_when_it_is_saved(reader: Reader, state):
    keeper = reader.window.controls._keeper
    with locked(state):
        fail_to_write(reader, "een")
        reader.go("raad/zee")
        reader.bot.waitUntil(lambda: "houdt" in reader.message, timeout=10_000)
        reader.bar.hide()
        with reader.bot.waitSignal(keeper.failed, timeout=10_000):
            pass
        assert reader.message == "", "the reader has read it"
        reader.window.controls.tell("iets anders")
    reader.bot.waitUntil(lambda: texts(state) == ["een"], timeout=10_000)
    assert reader.message == "iets anders"
    assert reader.state == "", "nothing is said of the note that is in the editor now"


def test_an_alarm_that_still_stands_goes_when_the_note_is_saved(reader: Reader, state):
    with locked(state):
        fail_to_write(reader, "een")
        reader.go("raad/zee")
        reader.bot.waitUntil(lambda: "houdt" in reader.message, timeout=10_000)
    reader.bot.waitUntil(lambda: reader.message == "", timeout=10_000)
    assert texts(state) == ["een"]


def test_notes_that_cannot_be_read_are_told_of_once(reader: Reader):
    reader.write("een")
    reader.go("raad/zee")
    reader.go("raad/steun")
    store = reader.window.controls._keeper._store
    desk = reader.window.controls._notes_desk
    for _ in range(2):  # it is told again after it went well for a while
        store._database.execute("UPDATE note SET fields = '{'")
        desk.refresh()
        assert "niet worden gelezen" in reader.message
        reader.bar.hide()
        desk.refresh()
        assert reader.message == ""
        store.rebuild()
        desk.refresh()
    store._database.execute("UPDATE note SET fields = '{'")
    desk.refresh()
    assert reader.message
    store.rebuild()
    desk.refresh()
    assert reader.message == ""
    assert [note.rpartition(": ")[2] for note in reader.notes] == ["een"]


def test_a_screen_reader_says_once_that_the_note_is_not_safe(reader: Reader, state, monkeypatch):
    said = []
    monkeypatch.setattr(state_line, "QAccessibleAnnouncementEvent", lambda _line, words: said.append(words))
    monkeypatch.setattr(state_line.QAccessible, "updateAccessibility", lambda _event: None)
    with locked(state):
        fail_to_write(reader, "een")
        with reader.bot.waitSignal(reader.window.controls._keeper.failed, timeout=10_000):
            pass
    assert said == [reader.state]
    assert "houdt" in reader.state


@pytest.mark.parametrize("language", ["nl", "en"])
def test_notes_that_are_in_memory_only_are_not_said_to_be_saved(open_window: Open, file, tmp_path, language):
    nowhere = tmp_path / "a file"
    nowhere.write_text("not a folder", encoding="utf-8")
    reader = open_window(file, folder=nowhere)
    reader.speak(language)
    reader.write("vluchtig")
    assert (
        reader.state
        == {
            "nl": "Alleen bewaard zolang dit venster open is",
            "en": "Kept only while this window is open",
        }[language]
    )
    reader.go("raad/zee")
    assert reader.window.controls._keeper.unsaved() == ("vluchtig",), "closing asks"
    reader.go("raad/steun")
    reader.focus(reader.list)
    reader.press(Qt.Key.Key_Down)
    reader.do("delete_note")
    assert reader.window.controls._keeper.unsaved() == ()


def test_what_is_typed_before_the_last_text_became_a_revision_goes_on_from_it(reader: Reader, state):
    keeper = reader.window.controls._keeper
    reader.write("een")
    reader.do("next_topic")
    reader.do("previous_topic")
    reader.list.setCurrentIndex(reader.list.model().index(0, 0))
    type_text(reader.editor, "twee ")
    keeper.flush()
    with locked(state):
        reader.do("next_topic")  # it is safe, but no revision yet
    reader.do("previous_topic")
    reader.list.setCurrentIndex(reader.list.model().index(0, 0))
    keeper._pause.setInterval(60_000)
    type_text(reader.editor, "drie ")
    keeper._saver.try_again()
    reader.do("next_topic")
    (note,) = keeper._store.of_dossier("agenda")
    assert not note.conflict
    assert len(keeper._store.history(note.id)) == 3
