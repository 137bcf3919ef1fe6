"""Undo and redo: typing first, then everything that changes notes, also what was done before the window was opened."""

import datetime
import threading
from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPlainTextEdit

from fmm_desktop.notes import connection
from fmm_desktop.notes.note import Anchor, Content, Revision, Status, Traits
from fmm_desktop.notes.store import NoteStore
from fmm_desktop.ui.jobs import Job
from fmm_desktop.ui.notes.many import ManyChanges

from .conftest import Open, Reader, type_text

CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def reader(reader: Reader) -> Reader:
    reader.speak("en")
    return reader


def undo(reader: Reader) -> None:
    reader.press(Qt.Key.Key_Z, CTRL)


def redo(reader: Reader) -> None:
    reader.press(Qt.Key.Key_Z, CTRL | SHIFT)


def texts(reader: Reader) -> list[str]:
    return [note.rpartition(": ")[2] for note in reader.notes]


def status_line(reader: Reader) -> str:
    return reader.window.statusBar().currentMessage()


def menu(reader: Reader, name: str) -> str:
    """Return what the menu says, and nothing when it cannot be chosen."""
    return reader.action(name).text() if reader.action(name).isEnabled() else ""


def test_a_deleted_note_comes_back_by_ctrl_z_from_every_pane(reader):
    reader.write("weg ermee")
    for pane in (reader.tree, reader.page, reader.list, reader.editor):
        reader.do("delete_note")
        assert reader.notes == []
        assert menu(reader, "undo") == "&Undo: note deleted"
        reader.focus(pane)
        undo(reader)
        assert texts(reader) == ["weg ermee"], pane.objectName()
        assert reader.editor.toPlainText() == "weg ermee"
        assert status_line(reader) == "Undone: note deleted"
        assert not reader.message, "the offer to bring it back is gone"


def test_in_the_editor_typing_is_undone_first(reader):
    reader.write("een")
    reader.do("note_on_topic")
    reader.write("twee")
    assert menu(reader, "undo") == "&Undo: typing"
    undo(reader)
    assert reader.editor.toPlainText() == ""
    undo(reader)
    assert reader.notes == [], "then the notes"
    redo(reader)
    assert texts(reader) == ["een"]


def test_redo_in_the_editor_is_that_of_the_typing(reader):
    reader.write("een")
    undo(reader)
    assert reader.editor.toPlainText() == ""
    assert menu(reader, "redo") == "&Redo: typing"
    redo(reader)
    assert reader.editor.toPlainText() == "een"
    undo(reader)
    reader.press(Qt.Key.Key_Y, CTRL)
    assert reader.editor.toPlainText() == "een"


def test_kind_and_status_are_undone_and_done_again(reader):
    reader.write("een")
    reader.do("note_kind_question")
    reader.do("note_status_said")
    reader.focus(reader.page)
    undo(reader)
    assert reader.action("note_status_open").isChecked()
    assert menu(reader, "redo") == "&Redo: status of a note"
    undo(reader)
    assert reader.action("note_kind_remark").isChecked()
    redo(reader)
    redo(reader)
    assert reader.action("note_kind_question").isChecked()
    assert reader.action("note_status_said").isChecked()
    assert not menu(reader, "redo")


def test_the_window_goes_to_the_note(reader):
    reader.write("op steun")
    reader.do("note_kind_say")
    reader.do("next_topic")
    assert reader.topic == "raad/zee"
    reader.focus(reader.page)
    undo(reader)
    assert reader.topic == "raad/steun"
    assert reader.editor.toPlainText() == "op steun"


def test_what_was_done_in_an_earlier_window_is_undone(open_window: Open, file):
    reader = open_window(file)
    reader.write("gisteren")
    reader.do("delete_note")
    reader.close()
    reader = open_window(file)
    reader.speak("en")
    assert not reader.action("restore_note").isEnabled()
    reader.focus(reader.page)
    undo(reader)
    assert texts(reader) == ["gisteren"]


def test_a_note_of_another_dossier_is_named(open_window: Open, file, state):
    with NoteStore.open(state, author="r", device="d") as store:
        store.settle(store.write(None, Anchor("another", "a/b"), "elders").id)
    reader = open_window(file)
    reader.speak("en")
    reader.focus(reader.page)
    undo(reader)
    assert status_line(reader) == "Undone: new note. It is in another dossier: another"


def test_what_changed_meanwhile_is_told_and_stays(open_window: Open, file):
    one, other = open_window(file), open_window(file)
    for reader in (one, other):
        reader.speak("en")
    one.write("van mij")
    one.do("note_on_topic")
    other.bot.waitUntil(lambda: len(other.notes) == 1, timeout=10_000)
    store = other.window.controls._keeper._store
    (note,) = store.of_dossier("agenda")
    store._database.execute("DELETE FROM stepped")
    store._database.execute("INSERT INTO stepped SELECT max(number), 0, ?, '[]', '[\"gone\"]' FROM step", (note.id,))
    one.focus(one.page)
    undo(one)
    assert texts(one) == ["van mij"]
    assert one.message == "Left as it is, because it was changed meanwhile: new note"


def test_what_is_typed_and_not_settled_is_named_as_the_next_step(reader):
    reader.write("een")
    reader.do("note_kind_question")
    reader.focus(reader.editor)
    type_text(reader.editor, " twee")
    reader.focus(reader.page)
    reader.bot.waitUntil(lambda: menu(reader, "undo") == "&Undo: text of a note")
    assert not menu(reader, "redo")
    reader.action("undo").trigger()
    assert texts(reader) == ["een"]
    assert status_line(reader) == "Undone: text of a note"
    assert reader.action("note_kind_question").isChecked()
    assert (menu(reader, "undo"), menu(reader, "redo")) == ("&Undo: kind of note", "&Redo: text of a note")


def test_a_note_that_is_only_typed_yet_is_named_too(reader):
    reader.write("een")
    reader.focus(reader.page)
    reader.bot.waitUntil(lambda: menu(reader, "undo") == "&Undo: new note")
    reader.action("undo").trigger()
    assert reader.notes == []


def test_typing_after_an_undo_leaves_nothing_to_do_again(reader):
    reader.write("een")
    reader.do("note_kind_question")
    reader.focus(reader.page)
    undo(reader)
    assert menu(reader, "redo") == "&Redo: kind of note"
    reader.focus(reader.editor)
    type_text(reader.editor, " twee")
    reader.focus(reader.page)
    reader.bot.waitUntil(lambda: menu(reader, "undo") == "&Undo: text of a note")
    assert not menu(reader, "redo")


def test_typing_in_a_proposed_wording_is_undone_there_first(reader):
    reader.click("Nederland draagt bij")
    reader.write("een")
    reader.do("note_kind_amendment")
    wording = reader.find(QPlainTextEdit, "noteWording")
    before = wording.toPlainText()
    reader.focus(wording)
    type_text(wording, "NIEUW ")
    assert menu(reader, "undo") == "&Undo: typing"
    undo(reader)
    assert wording.toPlainText() == before
    undo(reader)
    assert reader.action("note_kind_remark").isChecked(), "then the notes"


def test_nothing_but_what_the_menu_names_is_undone(reader: Reader, state):
    reader.write("van mij")
    reader.do("note_on_topic")
    reader.focus(reader.page)
    assert menu(reader, "undo") == "&Undo: new note"
    with NoteStore.open(state, author="other", device="there") as there:
        (note,) = there.of_dossier("agenda")
        there.write(note.id, note.anchor, "van daar")
        there.settle(note.id)
        there.settle(there.write(None, note.anchor, "ook van daar").id)
    reader.action("undo").trigger()
    assert texts(reader) == ["van daar", "ook van daar"]
    assert (
        status_line(reader) == "Nothing was done: notes were changed elsewhere meanwhile. See what the menu names now."
    )
    reader.action("undo").trigger()
    assert texts(reader) == ["van daar"], "now it is what the menu names"


def test_bring_back_and_undo_are_one_truth(reader):
    reader.write("weg ermee")
    reader.do("delete_note")
    reader.focus(reader.page)
    undo(reader)
    assert not reader.action("restore_note").isEnabled(), "it is back already"
    redo(reader)
    assert reader.notes == []
    reader.do("delete_note")
    undo(reader)
    reader.do("delete_note")
    reader.do("restore_note")
    assert texts(reader) == ["weg ermee"]
    undo(reader)
    assert reader.notes == [], "to bring back is a step as well"


def test_typing_after_an_undo_is_kept(reader):
    reader.write("een")
    reader.do("note_on_topic")
    reader.focus(reader.page)
    undo(reader)
    reader.focus(reader.editor)
    reader.write("twee")
    reader.do("note_on_topic")
    assert texts(reader) == ["twee"]
    QApplication.processEvents()
    type_text(reader.editor, "drie")
    reader.do("next_topic")
    reader.do("previous_topic")
    assert texts(reader) == ["twee", "drie"]


def test_in_the_filter_line_undo_takes_back_typing_first_and_then_the_last_step(reader):
    reader.write("een notitie")
    reader.do("next_topic")
    reader.type_filter("k")
    for expected in ("", ""):
        reader.press(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
        assert reader.filter.text() == expected
    assert reader.topic == "raad/steun"
    assert reader.notes == []


def test_many_notes_are_undone_beside_the_window_and_whole_or_not_at_all(open_window: Open, file, state):
    with NoteStore.open(state, author="anna", device="tablet") as store:
        anchor = Anchor("agenda", "raad/zee")
        store.take_in([_sent(number, anchor) for number in range(450)])
    reader = open_window(file)
    reader.speak("en")
    reader.go("raad/zee")
    stands = texts(reader)
    told = reader.window.findChild(ManyChanges)
    assert len(stands) == 450

    for stop, left in ((True, stands), (False, [])):
        undo(reader)
        assert menu(reader, "undo") == "", "one at a time"
        with reader.bot.waitSignal(told.busy_changed):
            if stop:
                next(job for job in told.findChildren(Job) if job.is_running).stop()
        assert texts(reader) == left
    assert status_line(reader).startswith("Undone: notes imported (450 notes)")
    assert menu(reader, "redo") == "&Redo: notes imported (450 notes)"


@pytest.fixture
def crowd(open_window: Open, file, state) -> Reader:
    """Return a window on a topic with more notes than are changed at once, and the first of them in the editor."""
    with NoteStore.open(state, author="anna", device="tablet") as store:
        store.take_in([_sent(number, Anchor("agenda", "raad/zee")) for number in range(200)])
    reader = open_window(file)
    reader.speak("en")
    reader.go("raad/zee")
    reader.list.setCurrentIndex(reader.list.model().index(0, 0))
    reader.window.controls._keeper._pause.setInterval(60_000)  # what is done beside the window is sooner
    return reader


def say_all(reader: Reader, status: Status) -> ManyChanges:
    """Begin to give all notes a status, beside the window."""
    many = reader.window.findChild(ManyChanges)
    said = {f"n{number}": Traits(status=status) for number in range(200)}
    many.change(len(said), "…", lambda store, report: store.changes.mark(said, report), lambda _done: None)
    return many


def test_what_is_typed_is_settled_before_many_are_changed_and_overwritten_by_nothing_after(crowd: Reader):
    store, note = crowd.window.controls._keeper._store, crowd.window.controls._notes_desk.writing.note
    type_text(crowd.editor, "eerst ")
    many = say_all(crowd, Status.SAID)
    assert [one.text for one in store.history(note.id)] == [note.text, f"eerst {note.text}"]
    type_text(crowd.editor, "dan ")
    with crowd.bot.waitSignal(many.busy_changed):
        pass
    assert not store.changed_elsewhere(), "it was shown already"
    crowd.do("next_topic")
    assert {(head.text, head.status) for head in store.heads(note.id)} == {
        (f"eerst dan {note.text}", Status.OPEN),
        (f"eerst {note.text}", Status.SAID),
    }


def test_a_second_change_to_many_notes_says_why_it_waits(crowd: Reader):
    many = say_all(crowd, Status.SAID)
    say_all(crowd, Status.CLEARED)
    assert crowd.message.startswith("Nothing was changed")
    with crowd.bot.waitSignal(many.busy_changed):
        pass
    notes = crowd.window.controls._keeper._store.of_dossier("agenda")
    assert {note.status for note in notes} == {Status.SAID}


def test_the_window_closes_beside_a_change_to_many_notes_and_keeps_what_is_typed(crowd: Reader, state):
    asked = []
    crowd.window.controls._wishes.may_lose = lambda unsaved: asked.append(unsaved) or True
    holds = threading.Event()
    many = crowd.window.findChild(ManyChanges)
    many.change(200, "…", lambda store, report: _hold(store, report, holds), lambda _done: None)
    assert holds.wait(10)
    type_text(crowd.editor, "getypt ")
    assert crowd.window.close()
    assert not asked
    with NoteStore.open(state, author="anna", device="tablet") as store:
        assert "getypt noot" in " ".join(note.text for note in store.of_dossier("agenda"))


def _hold(store: NoteStore, report: Callable[[float], None], holds: threading.Event) -> None:
    """Hold the file as a change to very many notes does, until it is stopped."""
    with connection.transaction(store._database):
        holds.set()
        while True:
            report(0.5)


def _sent(number: int, anchor: Anchor) -> Revision:
    time = datetime.datetime(2025, 12, 1, 9, 0, tzinfo=datetime.UTC)
    said = Content(anchor=anchor, text=f"noot {number}", created=time, creator="bram")
    return Revision(id=f"r{number}", note=f"n{number}", parents=(), time=time, author="bram", device="d", content=said)
