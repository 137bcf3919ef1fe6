"""Labels of a note, and amendments: a wording that is proposed, shown as a change against the passage."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QLineEdit, QPlainTextEdit, QWidget

from fmm_desktop.ui.notes.form import NoteForm
from fmm_desktop.ui.roles import ITEM

from .conftest import Open, Reader, type_text
from .test_review import CABLES, reissued, reopened
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
    return signed(reader, reader.find(QLabel, "noteChange").text())


def signed(reader: Reader, shown: str) -> str:
    """Return rich text in words, with a sign before what was taken out and what was put in."""
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


def test_the_line_along_what_has_the_focus_lies_along_all_that_is_typed_in(reader):
    reader.go("raad/zee")
    amend(reader, "bodem", "zeebodem")
    for place in (labels(reader), wording(reader), reader.editor, reader.list):
        reader.focus(place)
        (line,) = place.findChildren(QWidget, "focusLine")
        assert line.isVisible()
        assert line.width() == place.width()


def test_the_list_shows_the_wording_below_the_remark(reader):
    reader.go("raad/zee")
    amend(reader, "bodem", "zeebodem")
    reader.write("preciezer " * 60)
    cards = reader.list.itemDelegate()._cards
    card = cards.card(reader.list.model().index(0, 0).data(ITEM), reader.list.font(), 240)
    assert len(card.lines) == 4
    assert (card.lines[2][-1], card.lines[3]) == ("…", "→ zeebodem")


def test_a_long_proposal_asks_for_no_room_that_is_not_there(reader):
    reader.go("raad/zee")
    amend(reader, "bodem", "zee " * 300)
    (form,) = reader.window.side.findChildren(NoteForm)
    assert form.minimumSizeHint().height() < 330, "what it changes scrolls"


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
    assert labels(reader).text() == "Marine,  na  het diner, Marine,", "what is being typed stays as it is"
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


@pytest.fixture
def reworded(open_window: Open, file: Path) -> Reader:
    """Propose other words, and come to the review of the edition in which the passage says something else."""
    reader = open_window(file)
    reader.go("raad/zee")
    amend(reader, "op de bodem", "op de hele bodem")
    again = reopened(open_window, reader, reissued(file, (CABLES, "Kabels op de zeebodem beter beschermen.")))
    again.do("review_notes")
    return again


def worded_for(reader: Reader) -> str:
    """Return what the form says of the words that a proposal was made for."""
    label = reader.find(QLabel, "noteWordedFor")
    return label.text() if label.isVisible() else ""


def test_the_review_shows_a_proposal_against_the_old_words_and_against_the_new(reworded: Reader):
    pane = reworded.find(QWidget, "reviewPane")
    said = [signed(reworded, label.text()) for label in pane.findChildren(QLabel) if label.isVisible()]
    assert said[2].endswith("op de +hele bodem"), said
    assert "op de -zeebodem beter+hele bodem" in said, said


@pytest.mark.parametrize(
    ("answer", "shown"), [("A", "op de -zeebodem beter+hele bodem"), ("T", "op de +hele bodem")], ids=["here", "topic"]
)
def test_a_proposal_that_was_made_for_other_words_stays_and_says_so(reworded: Reader, answer, shown):
    reworded.press(Qt.Key(ord(answer)))
    reworded.focus(reworded.list)
    reworded.press(Qt.Key.Key_Down)

    assert wording(reworded).toPlainText() == "op de hele bodem"
    assert change(reworded) == shown
    assert "“op de bodem”" in worded_for(reworded)
    with reworded.bot.waitSignal(reworded.window.controls._keeper.saved):
        wording(reworded).selectAll()
        type_text(wording(reworded), "in de zeebodem")
    assert worded_for(reworded) == "", "it was made for these words now"
