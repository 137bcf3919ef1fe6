"""Labels of a note, and amendments: a wording that is proposed, shown as a change against the passage."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QLineEdit, QPlainTextEdit

from .conftest import Open, Reader, type_text
from .test_words import note_on, select

CTRL = Qt.KeyboardModifier.ControlModifier


def wording(reader: Reader) -> QPlainTextEdit:
    return reader.find(QPlainTextEdit, "noteWording")


def labels(reader: Reader) -> QLineEdit:
    return reader.find(QLineEdit, "noteLabels")


def amend(reader: Reader, words: str, proposed: str) -> None:
    """Propose other words for some of the page."""
    select(reader, words)
    reader.press(Qt.Key.Key_N, CTRL)
    reader.do("note_kind_amendment")
    with reader.bot.waitSignal(reader.window.controls._keeper.saved):
        wording(reader).selectAll()
        type_text(wording(reader), proposed)


def change(reader: Reader) -> str:
    """Return what the form shows of the change, in words and signs."""
    shown = reader.find(QLabel, "noteChange").text()
    for piece in ("line-through", "underline"):
        shown = shown.replace(f'text-decoration:{piece}">', f'"><{piece}>')
    document = reader.page.document().clone()
    document.setHtml(shown.replace("<line-through>", "-").replace("<underline>", "+"))
    return document.toPlainText()


def test_an_amendment_starts_from_the_words_and_shows_what_it_changes(reader):
    reader.go("raad/zee")
    amend(reader, "op de bodem", "in de bodem")

    assert change(reader) == "-op+in de bodem"
    (one,) = reader.window.controls._notes._all
    assert one.note.traits.wording == "in de bodem"
    assert one.note.anchor.words.exact == "op de bodem"


def test_an_amendment_on_a_passage_starts_from_all_of_it(reader):
    reader.go("raad/zee")
    reader.click("Kabels")
    reader.do("note_kind_amendment")
    assert wording(reader).toPlainText() == "Kabels op de bodem beschermen."
    assert wording(reader).isVisible()
    reader.do("note_kind_remark")
    assert not wording(reader).isVisible()


def test_an_amendment_outlives_the_window(open_window: Open, file):
    reader = open_window(file)
    reader.go("raad/zee")
    amend(reader, "bodem", "zeebodem")
    reader.close()

    reader = open_window(file)
    reader.go("raad/zee")
    reader.click("bodem")
    assert wording(reader).toPlainText() == "zeebodem"
    assert change(reader) == "-bodem+zeebodem"


def test_what_is_as_it_was_proposes_nothing(reader):
    reader.go("raad/zee")
    amend(reader, "bodem", "zeebodem")
    with reader.bot.waitSignal(reader.window.controls._keeper.saved):
        wording(reader).selectAll()
        type_text(wording(reader), "bodem")
    (one,) = reader.window.controls._notes._all
    assert one.traits.wording == ""


def test_labels_are_saved_as_they_are_typed_each_once(reader):
    reader.go("raad/zee")
    note_on(reader, "Kabels", "x")
    with reader.bot.waitSignal(reader.window.controls._keeper.saved):
        QTest.keyClicks(labels(reader), "Marine,  na  het diner, Marine,")
    (one,) = reader.window.controls._notes._all
    assert one.note.traits.labels == ("Marine", "na het diner")
    reader.go("raad/steun")
    assert labels(reader).text() == ""
    reader.go("raad/zee")
    reader.click("Kabels")
    assert labels(reader).text() == "Marine, na het diner"


def test_a_label_that_another_note_has_is_completed_behind_a_comma(reader):
    reader.go("raad/zee")
    note_on(reader, "Kabels", "x")
    with reader.bot.waitSignal(reader.window.controls._keeper.saved):
        QTest.keyClicks(labels(reader), "marine")
    note_on(reader, "bodem", "y")
    reader.focus(labels(reader))
    QTest.keyClicks(labels(reader), "eigen, mar")
    completer = labels(reader).completer()
    assert completer.currentCompletion() == "eigen, marine"


def test_labels_of_a_note_that_has_no_text_yet_wait_for_it(reader):
    reader.go("raad/zee")
    select(reader, "bodem")
    reader.press(Qt.Key.Key_N, CTRL)
    QTest.keyClicks(labels(reader), "marine")
    assert reader.notes == []
    reader.write("nu wel")
    (one,) = reader.window.controls._notes._all
    assert one.note.traits.labels == ("marine",)


def test_a_note_is_found_by_its_label_and_by_the_wording_that_it_proposes(reader):
    reader.go("raad/zee")
    amend(reader, "bodem", "diepzee")
    with reader.bot.waitSignal(reader.window.controls._keeper.saved):
        QTest.keyClicks(labels(reader), "marine")
    for asked in ("notitie:marine", "diepzee"):
        reader.type_filter(asked)
        assert len(reader.rows) == 2, asked


def test_a_completer_that_is_open_takes_no_letter_of_the_next_note(reader):
    reader.go("raad/zee")
    note_on(reader, "Kabels", "x")
    with reader.bot.waitSignal(reader.window.controls._keeper.saved):
        QTest.keyClicks(labels(reader), "marine")
    note_on(reader, "bodem", "y")
    reader.focus(labels(reader))
    QTest.keyClicks(labels(reader), "mar")
    popup = labels(reader).completer().popup()
    reader.bot.waitUntil(popup.isVisible)
    reader.do("note_on_topic")
    assert not popup.isVisible()
    assert reader.editor.hasFocus()
    assert labels(reader).text() == ""
