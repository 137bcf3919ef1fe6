"""Notes on words of a passage: selected by mouse or keyboard, highlighted, and gone to from either side."""

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu

from fmm_desktop.dossier.links import words_in
from fmm_desktop.dossier.reading import read
from fmm_desktop.ui.location import Location
from fmm_desktop.ui.page.wording import Span, Wording

from . import agenda
from .conftest import Reader, click, write

CTRL = Qt.KeyboardModifier.ControlModifier
CABLES = "Kabels op de bodem beschermen."


def select(reader: Reader, words: str) -> None:
    """Drag the mouse over words on the page."""
    cursor = reader.page.document().find(words)
    assert not cursor.isNull(), words
    reader.point_of(words)  # brings them into view
    ends = []
    for position in (cursor.selectionStart(), cursor.selectionEnd()):
        place = QTextCursor(reader.page.document())
        place.setPosition(position)
        ends.append(reader.page.cursorRect(place).center())
    viewport = reader.page.viewport()
    QTest.mousePress(viewport, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, ends[0])
    QTest.mouseMove(viewport, ends[1])
    QTest.mouseRelease(viewport, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, ends[1])


def note_on(reader: Reader, words: str, text: str) -> None:
    """Select words and write a note on them."""
    select(reader, words)
    reader.press(Qt.Key.Key_N, CTRL)
    assert reader.editor.hasFocus()
    reader.write(text)


def highlighted(reader: Reader) -> list[tuple[str, bool]]:
    """Return the parts of the page that are highlighted, and whether the line under each is firm."""
    firm = {
        part.format.underlineStyle().name == "SingleUnderline": part.cursor.selectedText()
        for part in reader.page.extraSelections()
    }
    return sorted((words, is_firm) for is_firm, words in firm.items())


def test_words_that_are_selected_get_a_note_and_stay_highlighted(reader):
    reader.go("raad/zee")
    note_on(reader, "op de bodem", "welke kabels?")

    assert "op de bodem" in reader.target
    assert not reader.page.textCursor().hasSelection()
    assert highlighted(reader) == [("op de bodem", True)]
    reader.go("raad/steun")
    assert highlighted(reader) == []
    reader.go("raad/zee")
    assert highlighted(reader) == [("op de bodem", False)]
    assert "op de bodem" in reader.notes[0]


def test_a_note_on_words_keeps_the_words_with_what_is_around_them_and_their_place(reader):
    reader.go("raad/zee")
    note_on(reader, "bodem", "x")

    (one,) = reader.window.controls._notes._all
    anchor = one.note.anchor
    assert anchor.quote == CABLES
    assert (anchor.words.exact, anchor.words.prefix, anchor.words.suffix) == ("bodem", "Kabels op de ", " beschermen.")
    assert CABLES[anchor.words.start : anchor.words.end] == "bodem"


def test_a_letter_typed_while_words_are_selected_begins_the_note_on_them(reader):
    reader.go("raad/zee")
    select(reader, "Kabels")
    QTest.keyClicks(reader.page, "W")
    assert reader.editor.toPlainText() == "W"
    assert "“Kabels”" in reader.target


def test_words_selected_by_the_mouse_wait_for_what_is_typed_in_the_field(reader):
    reader.go("raad/zee")
    note_on(reader, "Kabels", "eerste")
    select(reader, "bodem")
    assert "“bodem”" in reader.target
    assert reader.page.textCursor().selectedText() == "bodem", "it can be copied as well"
    click(reader.editor.viewport(), reader.editor.viewport().rect().center())
    reader.write("tweede")
    said = [(one.text, one.note.anchor.words.exact) for one in reader.window.controls._notes._all]
    assert said == [("eerste", "Kabels"), ("tweede", "bodem")]
    reader.click("Kabels")
    reader.go("raad/steun")
    reader.go("raad/zee")
    select(reader, "beschermen")
    reader.click("Kabels")
    assert len(reader.notes) == 2, "who selects words only makes no note"


def test_a_click_on_the_words_leads_to_the_note_and_a_click_on_the_note_to_the_words(reader):
    reader.go("raad/zee")
    note_on(reader, "Kabels", "eerste")
    note_on(reader, "beschermen", "tweede")

    reader.click("Kabels")
    assert reader.editor.toPlainText() == "eerste"
    assert ("Kabels", True) in highlighted(reader)
    rectangle = reader.list.visualRect(reader.list.model().index(1, 0))
    QTest.mouseClick(reader.list.viewport(), Qt.MouseButton.LeftButton, pos=rectangle.center())
    assert reader.editor.toPlainText() == "tweede"
    assert ("beschermen", True) in highlighted(reader)
    assert reader.window.page.passage


def test_where_notes_overlap_one_click_after_the_other_leads_to_each(reader):
    reader.go("raad/zee")
    note_on(reader, "Kabels op de", "eerste")
    note_on(reader, "op de bodem", "tweede")
    grounds = {part.cursor.selectedText(): part.format.background().color().name() for part in
               reader.page.extraSelections()}  # fmt: skip
    assert list(grounds) == ["Kabels ", "op de", " bodem"]
    assert grounds["op de"] != grounds["Kabels "] == grounds[" bodem"]

    said = []
    for _ in range(3):
        reader.click("op de")
        said.append(reader.editor.toPlainText())
    assert said[0] != said[1]
    assert said[0] == said[2]


def test_beside_the_words_the_passage_is_chosen(reader):
    reader.go("raad/zee")
    note_on(reader, "Kabels", "eerste")
    reader.click("bodem")
    assert reader.editor.toPlainText() == "eerste", "the first note on the passage"
    assert reader.window.page.passage


def test_a_drag_that_begins_or_ends_on_the_number_beside_the_text_selects_its_words(reader):
    reader.go("raad/zee")
    at = reader.point_of("op de")
    viewport = reader.page.viewport()
    for start, end in ((QPoint(2, at.y()), at), (at, QPoint(2, at.y()))):
        QTest.mousePress(viewport, Qt.MouseButton.LeftButton, pos=start)
        QTest.mouseMove(viewport, end)
        QTest.mouseRelease(viewport, Qt.MouseButton.LeftButton, pos=end)
        assert not reader.page.textCursor().hasComplexSelection()
        selected = reader.window.page.selected
        assert selected.start == 0
        assert CABLES[: selected.end].startswith("Kabels o")
        click(viewport, reader.point_of("beschermen"))


def test_more_than_one_passage_selected_is_a_note_on_the_words_of_the_first(reader):
    reader.go("raad/zee")
    reader.page.selectAll()
    selected = reader.window.page.selected
    topic = reader.window.navigator.topic
    first = topic.passages[0]
    assert selected.passage == first.id
    assert (selected.start, selected.end) == (0, len(first.text))


def test_hits_are_marked_above_the_words_of_notes_and_the_highlight_comes_back(reader):
    reader.go("raad/zee")
    note_on(reader, "Kabels op", "x")
    reader.type_filter("kabels")
    assert "Kabels" in reader.marked()
    assert "Kabels op" in reader.marked()
    reader.press(Qt.Key.Key_Escape)
    assert reader.marked() == ["Kabels op"]


def test_a_note_that_is_deleted_leaves_no_highlight(reader):
    reader.go("raad/zee")
    note_on(reader, "Kabels", "x")
    reader.do("delete_note")
    assert highlighted(reader) == []


def test_words_are_selected_by_keyboard_from_the_passage_on_until_escape(reader):
    reader.go("raad/zee")
    reader.press(Qt.Key.Key_F7)
    assert reader.page.hasFocus()
    reader.press(Qt.Key.Key_Right, CTRL)
    for _ in range(2):
        reader.press(Qt.Key.Key_Right, CTRL | Qt.KeyboardModifier.ShiftModifier)
    reader.press(Qt.Key.Key_N, CTRL)
    assert "“op de”" in reader.target
    reader.write("van waar?")
    assert highlighted(reader) == [("op de", True)]
    assert not reader.action("select_words").isChecked(), "it ends with the note"

    reader.press(Qt.Key.Key_F7)
    assert reader.window.statusBar().currentMessage()
    reader.press(Qt.Key.Key_Escape)
    assert not reader.action("select_words").isChecked()
    reader.press(Qt.Key.Key_F7)
    reader.do("next_topic")
    assert not reader.action("select_words").isChecked(), "and with the page"
    assert not reader.page.textInteractionFlags() & Qt.TextInteractionFlag.TextSelectableByKeyboard


def test_the_menu_of_the_page_begins_a_note_on_words(reader):
    reader.go("raad/zee")
    select(reader, "bodem")
    at = reader.point_of("bodem")
    select(reader, "bodem")
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, at, reader.page.viewport().mapToGlobal(at))
    QApplication.sendEvent(reader.page.viewport(), event)
    menu = reader.find(QMenu, "pageMenu")
    action = next(action for action in menu.actions() if action.objectName() == "noteOnWords")
    action.trigger()
    menu.close()
    assert "“bodem”" in reader.target


MARKED_UP = (
    r"""Eerst *nadruk* en **meer**  met  twee blanken.\n\n- punt één 🚢 van [[term:purl]]\n- punt twee\n\nEinde < & >"""
)


@pytest.fixture
def file(tmp_path):
    """Write the small agenda, one passage of which has everything that a text can have."""
    return write(tmp_path / "agenda.yaml", agenda.TEXT.replace(f"[{CABLES}]", f'["{CABLES}", "{MARKED_UP}"]'))


def test_all_words_of_all_passages_are_found_on_the_page_and_back(reader, file):
    dossier = read(file)
    chance = random.Random(4)
    for topic in dossier.topics():
        reader.window.navigator.go(Location("topic", topic.path))
        words = reader.window.page._over.words
        for passage in topic.passages:
            text = words_in(passage.text, dossier, topic.path)
            wording = words._wording(passage.id)
            for _ in range(30):
                start, end = sorted(chance.sample(range(len(text) + 1), 2))
                span = wording.in_document(Span(start, end))
                if not text[start:end].strip():
                    continue
                shown = words.cursor(span).selectedText()
                assert "".join(shown.split()) == "".join(text[start:end].replace("\u200b", "").split())
                back = wording.in_words(span)
                assert "".join(text[slice(*back)].split()) == "".join(text[start:end].split())


@given(st.text(st.sampled_from("ab \n\t🚢\u2028é"), max_size=12), st.text("ab 🚢", max_size=4), st.data())
@settings(max_examples=200, deadline=None)
def test_words_stand_where_they_stand(words: str, before: str, data: st.DataObject) -> None:
    start, end = sorted(data.draw(st.tuples(st.integers(0, len(words)), st.integers(0, len(words)))))
    shown = f"{before}: {' '.join(words.split())} [aside]"
    span = Wording(words, shown, 0).in_document(Span(start, end))
    if not words[start:end].strip():
        assert span is None or not "".join(words[start:end].split())
    elif span is not None:
        units = shown.encode("utf-16-le")[2 * span.start : 2 * span.end].decode("utf-16-le")
        assert "".join(units.split()) == "".join(words[start:end].split())
