"""Another edition: notes go along where that is sure, and where it is not the reader is asked, note by note."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QListWidget, QPushButton, QWidget

from . import agenda
from .conftest import Open, Reader, write
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
    reader.do("review_notes")
    reader.press(Qt.Key.Key_Escape)
    assert hung(reader) == before


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
