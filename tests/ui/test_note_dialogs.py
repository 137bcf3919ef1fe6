"""The table of all notes, the bin, the history of a note and its versions: by keys, beside the window."""

import pytest
from msgspec.structs import replace
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QLabel,
    QLineEdit,
    QListWidget,
    QMenu,
    QMessageBox,
    QPlainTextEdit,
    QPushButton,
    QTextBrowser,
)

from fmm_desktop.notes.note import Anchor
from fmm_desktop.notes.store import NoteStore
from fmm_desktop.ui.notes.rows import RowsView

from .conftest import Open, Reader, click, type_text
from .test_review import reopened

CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def reader(reader: Reader) -> Reader:
    reader.speak("en")
    return reader


def dialog(reader: Reader, name: str) -> QDialog:
    """Return the dialog with this name that is open."""
    (found,) = (one for one in reader.window.findChildren(QDialog, name) if one.isVisible())
    return found


def button(shown: QDialog, words: str) -> QPushButton:
    (found,) = (one for one in shown.findChildren(QPushButton) if one.text().replace("&", "") == words)
    return found


def rows(view: RowsView, column: int) -> list[str]:
    model = view.model()
    return [model.index(row, column).data() for row in range(model.rowCount())]


def texts(reader: Reader) -> list[str]:
    return [note.rpartition(": ")[2] for note in reader.notes]


def write(reader: Reader, *words: str) -> None:
    """Write notes on the topic, one after the other, and leave the last one."""
    for each in words:
        reader.do("note_on_topic")
        reader.write(each)
    reader.do("note_on_topic")


# -- the table ---------------------------------------------------------------------------------------------------------


@pytest.fixture
def table(reader: Reader) -> QDialog:
    """Return the table of a dossier with notes on two topics."""
    write(reader, "wie betaalt?", "kabels tellen")
    reader.go("raad/zee")
    write(reader, "Oekraïne ook hier")
    reader.do("note_on_topic")
    reader.do("all_notes")
    return dialog(reader, "notesTable")


def view(shown: QDialog) -> RowsView:
    (found,) = shown.findChildren(RowsView)
    return found


def test_the_table_has_all_notes_in_the_order_of_the_dossier(table):
    assert rows(view(table), 6) == ["wie betaalt?", "kabels tellen", "Oekraïne ook hier"]
    assert rows(view(table), 0) == ["1.1 Steun aan Oekraïne", "1.1 Steun aan Oekraïne", "1.2 Veiligheid op zee"]
    assert rows(view(table), 1) == ["Remark"] * 3
    assert rows(view(table), 2) == ["open"] * 3


def test_a_click_on_a_heading_sorts_by_it(table):
    header = view(table).horizontalHeader()
    for expected in (
        ["kabels tellen", "Oekraïne ook hier", "wie betaalt?"],
        ["wie betaalt?", "Oekraïne ook hier", "kabels tellen"],
    ):
        click(header.viewport(), QPoint(header.sectionViewportPosition(6) + 5, 5))
        assert rows(view(table), 6) == expected


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("oekraine ook", ["Oekraïne ook hier"]),
        ("zee", ["Oekraïne ook hier"]),
        ("-zee", ["wie betaalt?", "kabels tellen"]),
        ("note:open", ["wie betaalt?", "kabels tellen", "Oekraïne ook hier"]),
        ("note:question", []),
        ("notitie:kabels", ["kabels tellen"]),
        ("label:iets", []),
    ],
)
def test_the_line_filters_as_that_of_the_dossier_does(reader, table, typed, found):
    line = table.findChild(QLineEdit, "notesTableFilter")
    type_text(line, typed)
    reader.bot.waitUntil(lambda: rows(view(table), 6) == found)


def test_enter_goes_to_the_note(reader, table):
    line = table.findChild(QLineEdit, "notesTableFilter")
    type_text(line, "kabels tellen")
    QTest.keyClick(line, Qt.Key.Key_Return)
    assert view(table).hasFocus()
    QTest.keyClick(view(table), Qt.Key.Key_Return)
    assert reader.topic == "raad/steun"
    assert reader.editor.toPlainText() == "kabels tellen"


def test_the_menu_of_the_right_button_does_what_the_buttons_do(table):
    view(table).selectAll()
    at = view(table).visualRect(view(table).model().index(0, 0)).center()
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, at, view(table).viewport().mapToGlobal(at))
    QApplication.sendEvent(view(table).viewport(), event)
    menu = table.findChild(QMenu, "notesTableMenu")
    said = {one.text().replace("&", ""): one for one in menu.actions() if one.text()}
    assert list(said) == ["Go to the note", "Kind", "Status", "Delete"]
    said["Delete"].trigger()
    menu.close()
    assert rows(view(table), 6) == []


def test_several_are_marked_and_deleted_as_one_step(reader, table):
    view(table).selectAll()
    (kinds,) = (one for one in table.findChildren(QPushButton) if one.text() == "&Kind")
    kinds.menu().actions()[1].trigger()
    assert rows(view(table), 1) == ["Question"] * 3
    assert len(view(table).chosen) == 3, "those that were chosen stay so"
    QTest.keyClick(view(table), Qt.Key.Key_Delete)
    assert rows(view(table), 6) == []
    reader.do("undo")
    assert texts(reader) == ["Oekraïne ook hier"]
    reader.bot.waitUntil(lambda: rows(view(table), 1) == ["Question"] * 3)
    reader.do("undo")
    reader.bot.waitUntil(lambda: rows(view(table), 1) == ["Remark"] * 3)


def test_the_table_follows_what_is_written(reader, table):
    reader.write("nog een")
    reader.bot.waitUntil(lambda: "nog een" in rows(view(table), 6))


# -- the bin -----------------------------------------------------------------------------------------------------------


@pytest.fixture
def shown_bin(reader: Reader) -> QDialog:
    """Return the bin with two notes in it."""
    write(reader, "een", "twee", "blijft")
    reader.do("all_notes")
    table = dialog(reader, "notesTable")
    for row in (0, 0):
        view(table).selectRow(row)
        QTest.keyClick(view(table), Qt.Key.Key_Delete)
    table.close()
    reader.do("note_bin")
    return dialog(reader, "binDialog")


def test_the_bin_tells_what_where_and_by_whom(shown_bin):
    assert rows(view(shown_bin), 3) == ["twee", "een"], "the last one first"
    assert set(rows(view(shown_bin), 2)) == {"1.1 Steun aan Oekraïne"}
    assert all(rows(view(shown_bin), 1))


def test_the_bin_names_the_passage_and_enter_brings_back(reader):
    reader.click("schaduwvloot")
    reader.write("Welke vlag?")
    reader.do("delete_note")
    reader.do("note_bin")
    shown_bin = dialog(reader, "binDialog")
    assert rows(view(shown_bin), 2) == ["1.1.3 Steun aan Oekraïne"]
    QTest.keyClick(view(shown_bin), Qt.Key.Key_Return)
    assert texts(reader) == ["Welke vlag?"]


def test_notes_are_brought_back_from_the_bin(reader, shown_bin):
    view(shown_bin).selectAll()
    button(shown_bin, "Bring back").click()
    assert rows(view(shown_bin), 3) == []
    assert texts(reader) == ["een", "twee", "blijft"]


def test_throwing_away_asks_first(reader, shown_bin):
    view(shown_bin).selectRow(1)
    button(shown_bin, "Throw away…").click()
    box = shown_bin.findChild(QMessageBox, "throwBox")
    assert "1 note" in box.text()
    assert "seven days" in box.informativeText()
    button(box, "Keep").click()
    assert rows(view(shown_bin), 3) == ["twee", "een"]

    button(shown_bin, "Throw away…").click()
    (box,) = (one for one in shown_bin.findChildren(QMessageBox, "throwBox") if one.isVisible())
    button(box, "Throw away").click()
    assert rows(view(shown_bin), 3) == ["twee"]
    assert len(reader.window.controls._keeper._store.bin.thrown_away()) == 1


def test_the_bin_is_emptied(reader, shown_bin):
    button(shown_bin, "Empty the bin…").click()
    box = shown_bin.findChild(QMessageBox, "throwBox")
    assert box.text() == "Throw 2 notes away for good?"
    button(box, "Throw away").click()
    assert rows(view(shown_bin), 3) == []
    assert texts(reader) == ["blijft"]
    assert not button(shown_bin, "Empty the bin…").isEnabled()


# -- history and versions ----------------------------------------------------------------------------------------------


def test_the_history_tells_what_the_note_said_and_it_says_it_again(reader):
    reader.write("maandag")
    reader.do("note_kind_question")
    reader.write(" en dinsdag")
    reader.do("note_history")
    shown = dialog(reader, "historyDialog")
    history = shown.findChild(QListWidget, "historyList")
    assert [history.item(row).text().rpartition(": ")[2] for row in range(3)] == ["text", "kind", "written"]
    page = shown.findChild(QTextBrowser, "historyPage")
    assert page.toPlainText() == "maandag en dinsdag"
    assert "underline" in page.toHtml()
    assert not button(shown, "Make it say this again").isEnabled(), "it says so now"
    history.setCurrentRow(2)
    button(shown, "Make it say this again").click()
    assert reader.editor.toPlainText() == "maandag"
    assert reader.action("note_kind_remark").isChecked()
    assert history.count() == 4
    reader.do("undo")
    assert reader.editor.toPlainText() == "maandag en dinsdag"


def history_of(reader: Reader) -> tuple[QListWidget, QTextBrowser]:
    shown = dialog(reader, "historyDialog")
    return shown.findChild(QListWidget, "historyList"), shown.findChild(QTextBrowser, "historyPage")


def test_the_history_shows_a_proposed_wording_as_a_change(reader):
    reader.click("Nederland draagt bij")
    reader.do("note_kind_amendment")
    wording = reader.find(QPlainTextEdit, "noteWording")
    wording.setPlainText("Nederland betaalt")
    reader.do("note_on_topic")
    reader.list.setCurrentIndex(reader.list.model().index(0, 0))
    wording.setPlainText("Nederland betaalt mee")
    reader.do("note_history")
    history, page = history_of(reader)
    assert history.item(0).text().rpartition(": ")[2] == "proposed wording"
    assert page.toPlainText() == "→ Nederland betaalt mee"
    assert "underline" in page.toHtml()
    history.setCurrentRow(1)
    assert page.toPlainText() == "→ Nederland betaalt"


def test_the_history_says_that_a_deletion_was_undone(reader):
    reader.write("weg ermee")
    reader.do("delete_note")
    reader.do("undo")
    reader.do("note_history")
    history, _ = history_of(reader)
    assert [history.item(row).text().rpartition(": ")[2] for row in range(3)] == ["brought back", "deleted", "written"]
    history.setCurrentRow(2)
    assert not button(dialog(reader, "historyDialog"), "Make it say this again").isEnabled(), "it says so now"


def test_the_history_tells_of_each_what_they_changed_themselves(reader):
    reader.write("maandag")
    reader.do("note_kind_question")
    store = reader.window.controls._keeper._store
    (note,) = store.of_dossier("agenda")
    (first, second) = store.history(note.id)
    content = replace(second.content, text="dinsdag")
    chain = tuple(sorted((first.id, second.id)))
    store.take_in([replace(second, id="a", parents=chain, time=first.time, author="anna", content=content)])
    reader.do("note_history")
    history, _ = history_of(reader)
    assert [history.item(row).text().partition("\n")[2] for row in range(3)] == [
        "anna: text",
        f"{second.author}: kind",
        f"{first.author}: written",
    ]


@pytest.fixture
def disputed(open_window: Open, file, state) -> Reader:
    """Return a window with a note that was changed in two places."""
    reader = open_window(file)
    reader.speak("en")
    reader.write("Nederland steunt")
    reader.do("note_on_topic")
    with NoteStore.open(state, author="colleague", device="d") as other:
        (note,) = other.on_topic(reader.window.navigator.dossier.id, "raad/steun")
        reader.list.setCurrentIndex(reader.list.model().index(0, 0))
        other.write(note.id, note.anchor, "Nederland verwelkomt")
        other.settle(note.id)
        reader.write(" niet")
        reader.do("note_on_topic")
    reader.bot.waitUntil(lambda: len(reader.notes) == 2, timeout=10_000)
    reader.list.setCurrentIndex(reader.list.model().index(0, 0))
    return reader


def test_a_version_is_chosen_side_by_side(disputed):
    disputed.do("note_versions")
    shown = dialog(disputed, "versionsDialog")
    pages = [one.toPlainText() for one in shown.findChildren(QTextBrowser)]
    assert sorted(pages) == ["Nederland steunt niet", "Nederland verwelkomt"]
    disputed.bot.waitUntil(button(shown, "Keep version 1").hasFocus)
    disputed.press(Qt.Key.Key_2, Qt.KeyboardModifier.AltModifier)
    disputed.bot.waitUntil(lambda: texts(disputed) == [pages[1]])
    assert not disputed.action("note_versions").isEnabled()
    disputed.do("note_history")
    told = [one.partition("\n")[2] for one in shown_rows(disputed)]
    assert "version chosen" in told[0]
    assert "colleague: text" in told
    dialog(disputed, "historyDialog").close()
    disputed.do("undo")
    assert len(disputed.notes) == 2


def test_both_versions_are_kept(disputed):
    disputed.do("note_versions")
    button(dialog(disputed, "versionsDialog"), "Keep each as a note of its own").click()
    assert sorted(texts(disputed)) == ["Nederland steunt niet", "Nederland verwelkomt"]
    assert not disputed.action("note_versions").isEnabled()
    notes = disputed.window.controls._keeper._store.of_dossier("agenda")
    assert {note.text: note.author == "colleague" for note in notes} == {
        "Nederland steunt niet": False,
        "Nederland verwelkomt": True,
    }
    disputed.list.setCurrentIndex(disputed.list.model().index(0, 0))
    disputed.do("note_history")
    assert shown_rows(disputed)[0].endswith(": the same again"), "it stays as it was"


def shown_rows(reader: Reader) -> list[str]:
    history, _ = history_of(reader)
    return [history.item(row).text() for row in range(history.count())]


def test_a_note_of_two_versions_is_one_note_and_the_table_says_that_it_waits(disputed):
    assert "1 note" in [label.text() for label in disputed.window.side.findChildren(QLabel)]
    disputed.do("all_notes")
    assert rows(view(dialog(disputed, "notesTable")), 2) == ["open · to choose"]


def test_versions_of_a_note_whose_topic_is_gone_are_shown_all_the_same(disputed, open_window: Open, file):
    file.write_text(file.read_text().replace("id: steun", "id: hulp").replace("Steun aan", "Hulp aan"))
    reader = reopened(open_window, disputed, file)
    reader.do("note_versions")
    assert dialog(reader, "versionsDialog")


def test_a_note_with_versions_is_deleted_whole_in_the_table_that_says_so(disputed):
    disputed.do("all_notes")
    table = dialog(disputed, "notesTable")
    view(table).selectAll()
    QTest.keyClick(view(table), Qt.Key.Key_Delete)
    assert texts(disputed) == []


def test_labels_of_the_other_version_are_to_be_read_only(disputed):
    labels = disputed.find(QLineEdit, "noteLabels")
    assert labels.isEnabled()
    disputed.list.setCurrentIndex(disputed.list.model().index(1, 0))
    assert disputed.editor.isReadOnly()
    assert not labels.isEnabled()


def test_versions_are_led_to_from_another_note_and_not_offered_when_none_waits(disputed):
    disputed.go("raad/zee")
    disputed.do("note_versions")
    assert disputed.topic == "raad/steun"
    button(dialog(disputed, "versionsDialog"), "Keep each as a note of its own").click()
    disputed.go("raad/zee")
    assert not disputed.action("note_versions").isEnabled()


def test_hostile_words_are_shown_as_text(reader):
    words = "<script>alert(1)</script> <img src='file:///etc/passwd'>"
    reader.write(words)
    reader.do("note_history")
    page = dialog(reader, "historyDialog").findChild(QTextBrowser, "historyPage")
    assert page.toPlainText() == words


def test_the_last_of_many_notes_is_brought_into_view(open_window: Open, file, state):
    with NoteStore.open(state, author="reader", device="d") as store:
        for number in range(60):
            store.write(None, Anchor("agenda", "raad/steun"), f"notitie {number}")
    reader = open_window(file)
    reader.do("previous_note")
    reader.do("previous_note")
    assert reader.editor.toPlainText() in {"notitie 59", "notitie 58"}
    seen = reader.list.visualRect(reader.list.currentIndex())
    assert reader.list.viewport().rect().intersects(seen)
    reader.bot.waitUntil(lambda: reader.list.visualRect(reader.list.model().index(59, 0)).isValid())


# -- on the way out ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("names", [("all_notes",), ("note_history", "note_bin")])
def test_what_is_open_closes_with_the_window(reader: Reader, names: tuple[str, ...]) -> None:
    """Filled once more after the notes are closed, it would fail."""
    reader.write("een")
    reader.do("note_kind_question")
    for name in names:
        reader.do("go_editor")
        type_text(reader.editor, " nog")
        reader.do(name)
    shown = [one for one in reader.window.findChildren(QDialog) if one.isVisible()]
    assert len(shown) == len(names)

    assert reader.window.close()

    assert not [one for one in shown if one.isVisible()]
    reader.bot.wait(400)  # longer than what waits to be filled
