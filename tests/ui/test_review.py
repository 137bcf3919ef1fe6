"""Another edition: notes go along where that is sure, and where it is not the reader is asked, note by note."""

import pytest
from msgspec.structs import replace
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QListWidget, QPushButton, QWidget

from fmm_desktop.notes.note import Anchor, Note, NoteKind, Status
from fmm_desktop.notes.store import NoteStore
from fmm_desktop.ui.location import Location

from . import agenda
from .conftest import Open, Reader, type_text, write
from .test_words import highlighted, note_on

CTRL = Qt.KeyboardModifier.ControlModifier
CABLES = "Kabels op de bodem beschermen."
TWICE = "De kabels worden bewaakt."
SAME_WORDS = "Wij letten op de haven."


@pytest.fixture
def file(tmp_path):
    """Write the small agenda with one more passage."""
    return write(tmp_path / "agenda.yaml", agenda.TEXT.replace(f"[{CABLES}]", f"[{CABLES}, {SAME_WORDS}]"))


def reissued(file, *changes: tuple[str, str]):
    """Write the next edition of a file, with changes, beside it."""
    text = file.read_text(encoding="utf-8").replace("edition: 2", "edition: 3")
    for old, new in changes:
        assert old in text
        text = text.replace(old, new)
    return write(file.parent / "agenda-3.yaml", text)


def reopened(open_window: Open, reader: Reader, file) -> Reader:
    """Close the window and open another edition in a new one, when all notes have been placed."""
    reader.close()
    again = open_window(file)
    placements = again.window.controls._notes_desk.placements
    again.bot.waitUntil(lambda: not placements._soon.isActive() and placements._job is None)
    return again


def heading(reader: Reader) -> str:
    """Return what the review says first."""
    pane = reader.find(QWidget, "reviewPane")
    return pane.findChildren(QLabel)[0].text() if pane.isVisible() else ""


def doubtful(reader: Reader) -> int:
    """Return how many notes are in doubt."""
    return len(reader.window.controls._notes_desk.placements.doubtful)


def hung(reader: Reader) -> list[tuple[str, str, str]]:
    """Return where the notes of the dossier hang by their anchors: topic, passage, words."""
    store = reader.window.controls._given.store
    notes = store.of_dossier(reader.window.navigator.dossier.id)
    return [(one.anchor.topic, one.anchor.passage, one.anchor.words.exact if one.anchor.words else "") for one in notes]


def test_a_note_whose_words_stand_elsewhere_goes_along_without_asking(open_window: Open, file):
    reader = open_window(file)
    reader.go("raad/zee")
    note_on(reader, "op de bodem", "x")
    moved = reissued(file, (f"[{CABLES}, {SAME_WORDS}]", f"[Eerst iets nieuws., {SAME_WORDS}, {CABLES}]"))

    reader = reopened(open_window, reader, moved)
    reader.go("raad/zee")
    assert highlighted(reader) == [("op de bodem", False)]
    assert "1.2.3" in reader.notes[0]
    assert reader.message == ""
    assert doubtful(reader) == 0


def test_a_note_goes_along_to_another_topic_and_is_counted_there(open_window: Open, file):
    reader = open_window(file)
    reader.go("raad/zee")
    note_on(reader, "letten op", "x")
    old = f"[{CABLES}, {SAME_WORDS}]"
    moved = reissued(file, (old, f"[{CABLES}]"), ("[Geen nieuwe tarieven.]", f"[Geen nieuwe tarieven., {SAME_WORDS}]"))

    reader = reopened(open_window, reader, moved)
    assert reader.window.controls._notes_desk._on_topics == {"middag/handel": 1}
    reader.go("middag/handel")
    assert len(reader.notes) == 1
    assert highlighted(reader) == [("letten op", False)]
    reader.go("raad/zee")
    assert reader.notes == []


def test_a_changed_passage_is_shown_beside_the_old_one_and_accepted_by_one_key(open_window: Open, file):
    reader = open_window(file)
    reader.go("raad/zee")
    note_on(reader, "op de bodem", "welke?")
    changed = reissued(file, (CABLES, "Kabels op de zeebodem beter beschermen."))

    reader = reopened(open_window, reader, changed)
    assert reader.message
    reader.press(Qt.Key.Key_R, CTRL | Qt.KeyboardModifier.ShiftModifier)
    assert "1" in heading(reader)
    assert reader.topic == "raad/zee"
    pane = reader.find(QWidget, "reviewPane")
    said = " ".join(label.text() for label in pane.findChildren(QLabel) if label.isVisible())
    assert "line-through" in said
    assert "zeebodem" in said
    reader.press(Qt.Key.Key_A)

    assert heading(reader) == ""
    assert reader.list.isVisible()
    ((topic, passage, words),) = hung(reader)
    assert (topic, passage) == ("raad/zee", "aim-1")
    assert words in "Kabels op de zeebodem beter beschermen."
    assert "zeebodem" in words
    reader.bot.waitUntil(lambda: doubtful(reader) == 0)


def test_of_two_places_one_is_picked_by_its_number(open_window: Open, file):
    text = file.read_text(encoding="utf-8")
    write(file, text.replace(SAME_WORDS, TWICE))
    reader = open_window(file)
    reader.go("raad/zee")
    reader.click("bewaakt")
    reader.write("door wie?")
    old = f"[{CABLES}, {TWICE}]"
    twice = reissued(file, (old, f"[{CABLES}]"), ("[Geen nieuwe tarieven.]", f"[{TWICE}, Iets anders., {TWICE}]"))

    reader = reopened(open_window, reader, twice)
    reader.do("review_notes")
    spots = reader.find(QListWidget, "reviewSpots")
    assert spots.count() == 2
    reader.press(Qt.Key.Key_2)
    ((topic, passage, _),) = hung(reader)
    assert topic == "middag/handel"
    assert passage.endswith("-3")


def test_what_is_gone_is_kept_on_the_topic_with_what_it_was_about(open_window: Open, file):
    reader = open_window(file)
    reader.go("raad/zee")
    note_on(reader, "letten op", "Wie precies?")
    gone = reissued(file, (f"[{CABLES}, {SAME_WORDS}]", f"[{CABLES}]"))

    reader = reopened(open_window, reader, gone)
    reader.do("review_notes")
    assert not reader.find(QPushButton, "reviewAccept").isEnabled()
    assert reader.topic == "raad/zee", "its topic at the least"
    reader.press(Qt.Key.Key_A)
    assert "(T)" in reader.window.statusBar().currentMessage(), "why the key does nothing"
    reader.press(Qt.Key.Key_T)
    assert hung(reader) == [("raad/zee", "", "")]
    reader.go("raad/zee")
    assert "Wie precies?\n\n> letten op" in reader.notes[0]


def test_later_loses_nothing_and_asks_again(open_window: Open, file):
    reader = open_window(file)
    reader.go("raad/zee")
    note_on(reader, "letten op", "een")
    note_on(reader, "op de bodem", "twee")
    changes = ((f"[{CABLES}, {SAME_WORDS}]", "[Kabels op de zeebodem beter beschermen.]"),)
    gone = reissued(file, *changes)

    reader = reopened(open_window, reader, gone)
    before = hung(reader)
    reader.do("review_notes")
    assert "2" in heading(reader)
    reader.press(Qt.Key.Key_L)
    reader.press(Qt.Key.Key_L)
    assert heading(reader) == ""
    assert hung(reader) == before
    assert doubtful(reader) == 2
    reader.go("raad/zee")
    assert len(reader.notes) == 2, "they stay on their topic, in doubt"
    reader.speak("en")
    reader.do("review_notes")
    reader.press(Qt.Key.Key_L)
    reader.press(Qt.Key.Key_Escape)
    assert hung(reader) == before
    assert reader.window.statusBar().currentMessage() == "2 notes left in doubt"


def test_what_was_accepted_is_taken_back_by_one_undo(open_window: Open, file):
    reader = open_window(file)
    reader.go("raad/zee")
    note_on(reader, "op de bodem", "welke?")
    before = hung(reader)
    changed = reissued(file, (CABLES, "Kabels op de zeebodem beter beschermen."))
    reader = reopened(open_window, reader, changed)
    reader.do("review_notes")
    reader.press(Qt.Key.Key_A)
    assert hung(reader) != before
    reader.do("undo")
    assert hung(reader) == before


# -- what happens to a note while the reader is asked about it ---------------------------------------------------------

ZEEBODEM = (CABLES, "Kabels op de zeebodem beter beschermen.")


@pytest.fixture
def asked(open_window: Open, file) -> Reader:
    """Write a note on words that the next edition changed, and open that."""
    reader = open_window(file)
    reader.go("raad/zee")
    note_on(reader, "op de bodem", "welke?")
    return reopened(open_window, reader, reissued(file, ZEEBODEM))


def stored(reader: Reader) -> list[Note]:
    """Return the notes of the dossier."""
    return list(reader.window.controls._given.store.of_dossier(reader.window.navigator.dossier.id))


def test_what_is_typed_after_an_answer_leaves_the_note_where_it_was_hung(asked: Reader):
    asked.go("raad/zee")
    asked.window.controls._notes._list.step(1)
    asked.do("review_notes")
    asked.press(Qt.Key.Key_A)
    after = hung(asked)
    asked.write(" en meer")
    asked.window.controls._keeper.leave()
    assert hung(asked) == after
    assert stored(asked)[0].text == "welke? en meer"
    assert "zeebodem" in asked.target


def test_an_answer_that_was_undone_stays_undone_while_the_reader_types_on(asked: Reader):
    before = hung(asked)
    asked.do("review_notes")
    asked.press(Qt.Key.Key_A)
    asked.go("raad/zee")
    asked.window.controls._notes._list.step(1)
    asked.do("undo")
    asked.write(" en meer")
    asked.window.controls._keeper.leave()
    assert hung(asked) == before


def test_an_answer_keeps_what_another_window_made_of_the_note(asked: Reader, state):
    asked.do("review_notes")
    before = stored(asked)[0]
    with NoteStore.open(state, author="o", device="o") as other:
        traits = replace(before.traits, kind=NoteKind.QUESTION, status=Status.CLEARED)
        other.write(before.id, before.anchor, "Van een ander venster.", traits)
    asked.press(Qt.Key.Key_A)
    (note,) = stored(asked)
    assert (note.text, note.kind, note.status) == ("Van een ander venster.", NoteKind.QUESTION, Status.CLEARED)
    assert note.anchor.edition == 3


def test_a_review_shows_what_another_window_writes_and_drops_what_is_deleted_there(asked: Reader, state):
    asked.do("review_notes")
    (note,) = stored(asked)
    elsewhere = asked.window.controls._keeper._look_elsewhere
    with NoteStore.open(state, author="o", device="o") as other:
        other.write(note.id, note.anchor, "Van een ander venster.", note.traits)
        other.settle(note.id)
        elsewhere()
        pane = asked.find(QWidget, "reviewPane")
        assert any("Van een ander venster." in label.text() for label in pane.findChildren(QLabel))
        other.delete(note.id)
    elsewhere()
    assert heading(asked) == ""
    assert "elders gewijzigd" in asked.window.statusBar().currentMessage()
    assert asked.list.isVisible()


@pytest.mark.parametrize("key", [Qt.Key.Key_A, Qt.Key.Key_T])
def test_a_note_that_was_deleted_meanwhile_does_not_come_back_by_an_answer(asked: Reader, state, key):
    asked.do("review_notes")
    (note,) = stored(asked)
    with NoteStore.open(state, author="o", device="o") as other:
        other.delete(note.id)
    asked.press(key)
    assert stored(asked) == []
    assert heading(asked) == ""
    assert asked.window.statusBar().currentMessage()


def test_what_was_typed_just_before_the_review_is_in_the_note_that_is_hung(asked: Reader):
    asked.go("raad/zee")
    asked.window.controls._notes._list.step(1)
    asked.do("go_editor")
    type_text(asked.editor, " HEEL BELANGRIJK")
    asked.do("review_notes")
    asked.press(Qt.Key.Key_A)
    assert stored(asked)[0].text == "welke? HEEL BELANGRIJK"


def test_a_note_that_another_window_hangs_on_another_topic_is_typed_in_and_stays_there(asked: Reader, state):
    asked.go("raad/zee")
    asked.window.controls._notes._list.step(1)
    (note,) = stored(asked)
    there = Anchor(note.anchor.dossier, "raad/steun", edition=3)
    with NoteStore.open(state, author="o", device="o") as other:
        other.write(note.id, there, note.text, note.traits)
        other.settle(note.id)
    asked.window.controls._keeper._look_elsewhere()
    asked.write(" en meer")
    asked.window.controls._keeper.leave()
    (note,) = stored(asked)
    assert (note.anchor.topic, note.text) == ("raad/steun", "welke? en meer")


# -- what the reader does beside answering -----------------------------------------------------------------------------


def test_letters_typed_on_the_page_write_in_no_note_that_cannot_be_seen(asked: Reader):
    asked.go("raad/zee")
    asked.window.controls._notes._list.step(1)
    asked.do("review_notes")
    asked.focus(asked.page)
    QTest.keyClicks(asked.page, "ax")
    assert asked.editor.toPlainText() == "welke?"
    asked.window.controls._keeper.flush()
    assert [note.text for note in stored(asked)] == ["welke?"]
    assert heading(asked)


def test_the_way_from_pane_to_pane_leads_back_to_the_review(asked: Reader):
    asked.do("review_notes")
    asked.do("previous_pane")
    assert asked.page.hasFocus()
    asked.do("next_pane")
    assert asked.find(QWidget, "reviewPane").isAncestorOf(QApplication.focusWidget())
    asked.press(Qt.Key.Key_A)
    asked.do("next_pane")
    asked.do("previous_pane")
    assert asked.window.controls._notes.isAncestorOf(QApplication.focusWidget())


@pytest.mark.parametrize("modifier", [CTRL, Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ShiftModifier])
def test_keys_of_the_menu_are_no_answers(asked: Reader, modifier):
    before = hung(asked)
    asked.do("review_notes")
    asked.press(Qt.Key.Key_A, modifier)
    assert hung(asked) == before
    assert heading(asked)


def test_a_key_that_is_held_down_answers_once(open_window: Open, file):
    reader = open_window(file)
    reader.go("raad/zee")
    for words in ("op de", "bodem", "Kabels"):
        note_on(reader, words, words)
    reader = reopened(open_window, reader, reissued(file, (CABLES, "Kabeltjes bij een zeebedding beter beschermen.")))
    reader.do("review_notes")
    count = doubtful(reader)
    assert count > 1
    for again in (False, True, True):
        key = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_L, Qt.KeyboardModifier.NoModifier, "l", again)
        QApplication.sendEvent(QApplication.focusWidget(), key)
    review = reader.window.controls._hands._reviewer._review
    assert (review._later, len(review._waiting)) == (1, count - 1)


def test_who_begins_a_note_leaves_the_review_first(asked: Reader):
    before = hung(asked)
    asked.do("review_notes")
    asked.do("note_on_topic")
    assert heading(asked) == ""
    assert asked.editor.hasFocus()
    asked.write("een andere")
    asked.window.controls._keeper.leave()
    assert sorted(note.text for note in stored(asked)) == ["een andere", "welke?"]
    assert set(before) < set(hung(asked))


def test_a_note_begun_in_a_review_is_on_the_passage_that_is_shown(asked: Reader):
    asked.do("review_notes")
    asked.go("raad/steun")
    asked.click("Tweede regel")
    asked.do("note_on_passage")
    asked.write("hier")
    asked.window.controls._keeper.leave()
    assert [topic for topic, passage, _ in hung(asked) if passage] == ["raad/zee", "raad/steun"]


def test_what_is_done_with_a_note_is_done_with_the_one_that_is_looked_at(asked: Reader):
    asked.do("note_on_topic")
    asked.write("een andere")
    asked.do("review_notes")
    asked.do("delete_note")
    assert heading(asked) == ""
    assert [note.text for note in stored(asked)] == ["een andere"]


def test_a_click_on_a_note_in_the_page_leaves_the_review_and_one_beside_does_not(asked: Reader):
    asked.go("raad/zee")
    note_on(asked, "letten op", "een andere")
    asked.do("review_notes")
    asked.click("beter")
    assert heading(asked)
    asked.click("letten op")
    assert heading(asked) == ""
    assert asked.editor.toPlainText() == "een andere"
    assert doubtful(asked) == 1


def test_a_note_whose_topic_is_gone_is_kept_on_the_topic_that_is_open(open_window: Open, file):
    reader = open_window(file)
    reader.go("raad/zee")
    note_on(reader, "letten op", "x")
    title = ("title: Veiligheid op zee", "title: Iets")
    changes = (("id: zee", "id: vis"), title, (SAME_WORDS, "Zo."), (CABLES, "Nu."))
    reader = reopened(open_window, reader, reissued(file, *changes))
    reader.go_to(Location("session", "middag"))
    reader.do("review_notes")
    keep = reader.find(QPushButton, "reviewKeep")
    assert not keep.isEnabled()
    assert "open eerst een onderwerp" in keep.text() or "open a topic first" in keep.text()
    reader.go("middag/handel")
    assert keep.isEnabled()
    assert "Handel" in keep.text()
    reader.find(QPushButton, "reviewLater").setFocus()
    reader.press(Qt.Key.Key_T)
    assert hung(reader) == [("middag/handel", "", "")]
    assert heading(reader) == ""


def test_without_doubt_the_reader_is_told_that_all_is_well(reader):
    reader.press(Qt.Key.Key_R, CTRL | Qt.KeyboardModifier.ShiftModifier)
    assert reader.window.statusBar().currentMessage()
    assert reader.list.isVisible()


def test_a_translation_shows_the_notes_on_the_same_passages_and_doubts_nothing(open_window: Open, file):
    reader = open_window(file)
    reader.go("raad/zee")
    note_on(reader, "op de bodem", "x")
    text = file.read_text(encoding="utf-8").replace("language: nl", "language: en").replace(CABLES, "Protect cables.")
    english = write(file.parent / "agenda-en.yaml", text)

    reader = reopened(open_window, reader, english)
    reader.go("raad/zee")
    assert len(reader.notes) == 1
    assert highlighted(reader) == []
    assert doubtful(reader) == 0
