"""A note is typed in place, saved as it is typed, and hangs where the reader put it."""

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton

from fmm_desktop.notes.store import NoteStore
from fmm_desktop.ui.location import Destination

from .conftest import Open, Reader, click, type_text

CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
ALT = Qt.KeyboardModifier.AltModifier


def stored(state) -> list[tuple[str, str, str]]:
    """Return topic, passage and text of all notes, as another program sees them now."""
    with NoteStore.open(state, author="other", device="other") as store:
        return [(note.anchor.topic, note.anchor.passage, note.text) for note in store.of_dossier("agenda")]


def pixels(reader: Reader, colour: str) -> int:
    """Return how many points of the tree have a colour."""
    picture = reader.tree.viewport().grab().toImage()
    places = ((x, y) for x in range(picture.width()) for y in range(picture.height()))
    return sum(picture.pixelColor(x, y).name() == colour for x, y in places)


def test_what_is_typed_is_saved_as_it_is_typed_and_it_is_said(reader, state):
    reader.focus(reader.editor)
    with reader.bot.waitSignal(reader.window.controls._keeper.saved):
        type_text(reader.editor, "Vraag naar de kosten – één keer")
    assert reader.state == "Opgeslagen"
    assert stored(state) == [("raad/steun", "", "Vraag naar de kosten – één keer")]
    with reader.bot.waitSignal(reader.window.controls._keeper.saved):
        type_text(reader.editor, "?")
    assert stored(state) == [("raad/steun", "", "Vraag naar de kosten – één keer?")]
    assert reader.notes == ["1.1 Steun aan Oekraïne: Vraag naar de kosten – één keer?"]


def test_a_note_on_a_passage_is_begun_by_a_click_and_typing(reader, state):
    reader.click("schaduwvloot")
    assert "1.1.3" in reader.target
    reader.focus(reader.editor)
    with reader.bot.waitSignal(reader.window.controls._keeper.saved):
        type_text(reader.editor, "Welke vlag?")
    assert stored(state) == [("raad/steun", "p2", "Welke vlag?")]
    assert reader.notes == ["1.1.3 Inzet: Welke vlag?"]


def test_by_keyboard_alone_a_note_goes_on_the_passage_or_on_the_topic(reader, state):
    reader.focus(reader.page)
    reader.press(Qt.Key.Key_Down, ALT)
    reader.press(Qt.Key.Key_Down, ALT)
    reader.press(Qt.Key.Key_N, CTRL)
    assert reader.editor.hasFocus()
    reader.write("Op de passage")
    reader.press(Qt.Key.Key_N, CTRL | SHIFT)
    assert reader.editor.toPlainText() == ""
    reader.write("Op het onderwerp")
    assert sorted(stored(state)) == [("raad/steun", "", "Op het onderwerp"), ("raad/steun", "p1", "Op de passage")]


def test_notes_stand_in_the_order_of_the_passages_those_on_the_topic_first(reader):
    for words, note in (("Tweede regel", "derde"), ("schaduwvloot", "tweede"), ("Steun aan", "eerste")):
        reader.click(words)
        reader.write(note)
    assert [note.rpartition(" ")[2] for note in reader.notes] == ["eerste", "tweede", "derde"]


def test_a_note_that_is_chosen_in_the_list_leads_to_its_passage_and_can_be_typed_on(reader, state):
    reader.click("Tweede regel")
    reader.write("achtergrond")
    reader.click("schaduwvloot")
    reader.write("schip")
    reader.press(Qt.Key.Key_3, CTRL)
    assert reader.list.hasFocus()
    reader.press(Qt.Key.Key_Down)
    assert reader.window.page.passage == "background-2"
    assert reader.editor.toPlainText() == "achtergrond"
    reader.press(Qt.Key.Key_4, CTRL)
    reader.write(" en meer")
    assert ("raad/steun", "background-2", "achtergrond en meer") in stored(state)


def test_the_tree_counts_the_notes_and_the_page_has_a_dot_at_the_passage(reader):
    assert "●" not in reader.text
    before = pixels(reader, reader.window.tree._delegate.colours.note_ground)
    reader.click("schaduwvloot")
    reader.write("Welke vlag?")
    assert [line for line in reader.text.splitlines() if "●" in line] == ["1.1.3 ●"]
    assert "1 notitie" in reader.tree.currentIndex().data(Qt.ItemDataRole.AccessibleTextRole)
    assert pixels(reader, reader.window.tree._delegate.colours.note_ground) > before
    reader.press(Qt.Key.Key_N, CTRL)
    reader.write("Nog een")
    assert "2 notities" in reader.tree.currentIndex().data(Qt.ItemDataRole.AccessibleTextRole)
    reader.go("raad/zee")
    assert "●" not in reader.text
    assert reader.notes == []


def test_the_bar_of_the_place_of_the_reader_stays_while_typing(reader):
    reader.window.resize(900, 400)
    reader.click("Tweede regel")
    bar = reader.page.verticalScrollBar()
    bar.setValue(bar.maximum())
    place = bar.value()
    reader.write("een dot komt erbij")
    assert abs(bar.value() - place) <= 2
    assert reader.window.page.passage == "background-2"


def test_a_deleted_note_can_be_brought_back(reader, state):
    reader.click("schaduwvloot")
    reader.write("Welke vlag?")
    reader.press(Qt.Key.Key_Delete, CTRL | SHIFT)
    assert stored(state) == []
    assert reader.notes == []
    assert "●" not in reader.text
    assert reader.message == "De notitie is verwijderd."
    (button,) = [one for one in reader.bar.findChildren(QPushButton) if one.text() == "Terughalen"]
    click(button, QPoint(5, 5))
    assert stored(state) == [("raad/steun", "p2", "Welke vlag?")]
    assert reader.notes == ["1.1.3 Inzet: Welke vlag?"]
    assert reader.message == ""


def test_who_deletes_in_the_list_goes_on_to_the_next_note_and_at_the_end_to_the_last(reader):
    for words in ("een", "twee", "drie"):
        reader.do("note_on_topic")
        reader.write(words)
    reader.list.setCurrentIndex(reader.list.model().index(1, 0))
    reader.focus(reader.list)
    held = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Delete, Qt.KeyboardModifier.NoModifier, "", autorep=True)
    for there in ("drie", "een", ""):
        reader.press(Qt.Key.Key_Delete)
        QApplication.sendEvent(reader.list, held)
        assert reader.editor.toPlainText() == there
        assert reader.list.currentIndex().isValid() == bool(there)
        assert reader.message == "De notitie is verwijderd."
    assert reader.notes == []
    reader.press(Qt.Key.Key_Delete)


def test_the_key_brings_back_what_was_deleted_last(reader, state):
    reader.write("een")
    reader.press(Qt.Key.Key_Delete, CTRL | SHIFT)
    assert reader.action("restore_note").isEnabled()
    reader.press(Qt.Key.Key_T, CTRL | SHIFT)
    assert [text for *_, text in stored(state)] == ["een"]
    assert reader.editor.toPlainText() == "een", "and the reader is at it"
    assert not reader.action("restore_note").isEnabled()


def test_text_is_safe_when_the_topic_is_left_in_the_middle_of_a_word(reader, state):
    """Given letters that no pause was long enough for, when the reader turns the page, then they are saved first."""
    reader.focus(reader.editor)
    type_text(reader.editor, "half een woo")
    reader.go("raad/zee")
    assert reader.editor.toPlainText() == ""
    assert stored(state) == [("raad/steun", "", "half een woo")]
    reader.go("raad/steun")
    reader.focus(reader.list)
    reader.press(Qt.Key.Key_Down)
    assert reader.editor.toPlainText() == "half een woo"


def test_text_is_there_after_the_window_was_closed_in_the_middle_of_a_word(reader, open_window: Open, file):
    reader.focus(reader.editor)
    type_text(reader.editor, "half een woo")
    reader.close()
    again = open_window(file)
    assert again.notes == ["1.1 Steun aan Oekraïne: half een woo"]
    assert again.message == ""


def test_nothing_typed_makes_no_note(reader, state):
    reader.focus(reader.editor)
    type_text(reader.editor, "   ")
    type_text(reader.editor, "\n")
    reader.click("schaduwvloot")
    reader.go("raad/zee")
    reader.go("raad/steun")
    assert stored(state) == []
    assert reader.notes == []
    reader.write("een")
    for _ in range(3):
        reader.press(Qt.Key.Key_Backspace)
    reader.go("raad/zee")
    assert stored(state) == [], "a note of which every letter was taken away is gone"


def test_emoji_long_texts_and_markup_come_back_as_they_were_typed(reader, open_window: Open, file, state):
    text = "🚢 <b>vet</b> & \u201ccitaat\u201d\n\n" + "lang " * 2000
    reader.focus(reader.editor)
    with reader.bot.waitSignal(reader.window.controls._keeper.saved):
        reader.editor.insertPlainText(text)
    reader.list.viewport().repaint()
    reader.close()
    again = open_window(file)
    again.focus(again.list)
    again.press(Qt.Key.Key_Down)
    assert again.editor.toPlainText() == text
    assert stored(state) == [("raad/steun", "", text)]


def test_letters_without_a_blank_are_wrapped_anywhere_so_that_the_window_does_not_stand_still(reader):
    reader.focus(reader.editor)
    QApplication.clipboard().setText("x" * 20_000)
    with reader.bot.waitSignal(reader.window.controls._keeper.saved):
        reader.editor.paste()
    anywhere = reader.editor.wordWrapMode()
    reader.do("note_on_topic")
    assert reader.editor.wordWrapMode() is not anywhere
    reader.focus(reader.list)
    reader.press(Qt.Key.Key_Down)
    assert reader.editor.toPlainText() == "x" * 20_000
    assert reader.editor.wordWrapMode() is anywhere


def test_undo_in_the_editor_never_brings_back_the_text_of_another_note(reader, state):
    reader.write("van het eerste onderwerp")
    reader.go("raad/zee")
    reader.focus(reader.editor)
    reader.write("van het tweede")
    for _ in range(3):
        reader.press(Qt.Key.Key_Z, CTRL)
        assert reader.editor.toPlainText() == ""
    assert reader.topic == "raad/steun", "the step before was there"
    assert stored(state) == []
    reader.press(Qt.Key.Key_Z, CTRL | SHIFT)
    assert [topic for topic, *_ in stored(state)] == ["raad/steun"]


def test_a_page_that_holds_no_notes_takes_none(reader, state):
    reader.do("overview")
    assert not reader.editor.isEnabled()
    assert not reader.action("note_on_topic").isEnabled()
    QTest.keyClicks(reader.editor, "x")
    reader.do("note_on_topic")
    assert stored(state) == []


def choose(reader: Reader, note: str) -> None:
    """Click a note in the list."""
    index = reader.list.model().index(reader.notes.index(note), 0)
    click(reader.list.viewport(), reader.list.visualRect(index).center())


def test_a_dossier_that_is_opened_again_takes_what_is_typed(reader, file, state):
    with reader.bot.waitSignal(reader.window.navigator.arrived):
        reader.window.controls.open(Destination(file))
    reader.write("niet weg")
    assert stored(state) == [("raad/steun", "", "niet weg")]


def test_what_is_typed_into_nothing_is_a_bug_that_shows(reader):
    keeper = reader.window.controls._keeper
    keeper.leave()
    with pytest.raises(LookupError):
        keeper.type("x")


def test_the_second_note_on_a_passage_can_be_chosen(reader):
    reader.click("schaduwvloot")
    reader.write("een")
    reader.press(Qt.Key.Key_N, CTRL)
    reader.write("twee")
    reader.click("Tweede regel")
    choose(reader, "1.1.3 Inzet: twee")
    assert reader.editor.toPlainText() == "twee"
    assert reader.window.page.passage == "p2"


def test_a_note_on_the_topic_can_be_chosen_while_the_reader_is_on_a_passage(reader):
    reader.write("over alles")
    reader.click("schaduwvloot")
    choose(reader, "1.1 Steun aan Oekraïne: over alles")
    assert reader.editor.toPlainText() == "over alles"
    assert reader.window.page.passage == ""
    reader.click("schaduwvloot")
    assert "1.1.3" in reader.target


def test_a_letter_that_is_taken_away_at_once_makes_no_note(reader, state):
    reader.focus(reader.editor)
    with reader.bot.assertNotEmitted(reader.window.controls._keeper.saved):
        type_text(reader.editor, "a")
        reader.press(Qt.Key.Key_Backspace)
        reader.go("raad/zee")
    assert stored(state) == []


def test_hard_blanks_are_kept_and_the_cursor_stays_when_the_notes_are_shown_anew(reader, state):
    reader.focus(reader.editor)
    with reader.bot.waitSignal(reader.window.controls._keeper.saved):
        reader.editor.insertPlainText("EUR 5\u00a0mln.\nen meer")
    assert stored(state) == [("raad/steun", "", "EUR 5\u00a0mln.\nen meer")]
    reader.go("raad/zee")
    reader.go("raad/steun")
    choose(reader, "1.1 Steun aan Oekraïne: EUR 5\u00a0mln.\nen meer")
    reader.window.controls._notes.focus_editor()
    place = reader.editor.textCursor().position()
    reader.window.controls._notes_desk.refresh()
    assert reader.editor.textCursor().position() == place > 0


@pytest.mark.parametrize(
    ("hide", "key", "pane"),
    [
        ("show_notes", Qt.Key.Key_3, "list"),
        ("show_notes", Qt.Key.Key_4, "editor"),
        ("show_tree", Qt.Key.Key_1, "tree"),
    ],
)
def test_the_key_of_a_hidden_pane_shows_it(reader, hide, key, pane):
    reader.do(hide)
    assert not getattr(reader, pane).isVisible()
    reader.press(key, CTRL)
    reader.bot.waitUntil(getattr(reader, pane).hasFocus)
    assert reader.action(hide).isChecked()


def test_the_backup_of_the_day_is_made_while_the_window_stays_open(reader, state):
    """Given a window that was opened yesterday, when the hour strikes, then there is a backup of today."""
    keeper = reader.window.controls._keeper
    reader.window.controls.back_up_notes()
    backups = state / "backups"
    reader.bot.waitUntil(lambda: backups.exists() and len(list(backups.glob("notes-*.sqlite3"))) == 1)
    (first,) = backups.glob("notes-*.sqlite3")
    first.rename(backups / "notes-2025-01-01.sqlite3")
    assert keeper.backup._hour.isActive()
    keeper.backup._hour.timeout.emit()
    reader.bot.waitUntil(first.exists)
