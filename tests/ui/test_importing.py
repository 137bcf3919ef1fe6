"""A document becomes a dossier in the window: dropped, looked through by keyboard, saved, and open."""

import re
import threading
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QPoint, Qt, QUrl
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QFileDialog,
    QInputDialog,
    QLineEdit,
    QListView,
    QMenu,
    QMessageBox,
    QTextBrowser,
    QWidget,
)
from pytestqt.exceptions import capture_exceptions

from fmm_desktop.dossier.model import Kind
from fmm_desktop.dossier.reading import read
from fmm_desktop.importing.agenda.draft import words_at
from fmm_desktop.importing.editing import Place, passage_at
from fmm_desktop.ui.help_window import HelpWindow
from fmm_desktop.ui.importing import door
from fmm_desktop.ui.importing.commands import SPECS
from fmm_desktop.ui.importing.meeting_dialog import MeetingDialog
from fmm_desktop.ui.importing.model import KIND, TEXT
from fmm_desktop.ui.importing.window import ReviewWindow
from fmm_desktop.ui.pdfium import my_turn, turn_by_turn

from ..search.library_samples import about
from ..search.library_samples import write as library
from .conftest import Open, Reader, type_text
from .test_arrivals import drop

AGENDA = """\
Hierbij bied ik u de geannoteerde agenda aan.

Geannoteerde agenda Waterraad 3 maart 2026

Sessie 1: Rivieren

Hoogwater

De Raad zal spreken over hoogwater 🌊 in de delta. Hierbij is samenhang van belang. Nederland steunt de dienst. \
België (BE) heeft zorgen.

Laagwater

De vaargeul is ondiep.

Sessie 2: Zeeën

Dijken

De Raad zal spreken over dijken.
"""
Modifier = Qt.KeyboardModifier
ALT, CTRL, SHIFT, PLAIN = (Modifier[f"{name}Modifier"] for name in ("Alt", "Control", "Shift", "No"))
FIRST: Place = (0, 0, 0)


class Review:
    """The window of an import, and the hands of who looks it through."""

    def __init__(self, reader: Reader, window: ReviewWindow) -> None:
        self.reader, self.window, self.bot = reader, window, reader.bot
        self.outline, self.document = window.outline, window.document
        (self.desk,) = [one for one in reader.window.controls._imports._desks if one.window is window]
        window.activateWindow()
        self.bot.waitUntil(window.isActiveWindow)

    @property
    def rows(self) -> list[str]:
        """The rows from top to bottom, as they read."""
        return [self.cell(row, TEXT).strip() for row in range(self.window.model.rowCount())]

    @property
    def here(self) -> str:
        """The row that the reader is at: what it is, and how it reads."""
        return f"{self.cell(self.outline.row, KIND)} | {self.cell(self.outline.row, TEXT).strip()}"

    @property
    def marked(self) -> str:
        """What is marked in the document."""
        return " ".join(one.cursor.selectedText() for one in self.document.extraSelections())

    def cell(self, row: int, column: int) -> str:
        return self.window.model.index(row, column).data()

    def go(self, words: str) -> None:
        """Go to the row with these words."""
        self.outline.choose([next(number for number, row in enumerate(self.rows) if words in row)])
        self.outline.setFocus()

    def key(self, key: str, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        """Press a key where the focus is."""
        QTest.keyClick(QApplication.focusWidget(), Qt.Key[f"Key_{key}"], modifier)

    def put_cursor(self, before: str) -> None:
        """Go to a place in the document, as by the arrow keys."""
        found = self.document.document().find(before)
        self.document.setFocus()
        cursor = QTextCursor(self.document.document())
        cursor.setPosition(found.selectionStart())
        self.document.setTextCursor(cursor)


@pytest.fixture
def document(tmp_path: Path) -> Path:
    path = tmp_path / "waterraad.txt"
    path.write_text(AGENDA, encoding="utf-8")
    return path


def open_review(reader: Reader, document: Path) -> Review:
    """Drop a document on the window and wait for its review."""
    before = set(reader.window.findChildren(ReviewWindow))
    drop(reader, QUrl.fromLocalFile(str(document)))
    reader.bot.waitUntil(lambda: bool(set(reader.window.findChildren(ReviewWindow)) - before))
    return Review(reader, (set(reader.window.findChildren(ReviewWindow)) - before).pop())


@pytest.fixture
def review(reader: Reader, document: Path) -> Iterator[Review]:
    """Return the review of the small document; nobody is there to be asked when the test is over."""
    opened = open_review(reader, document)
    yield opened
    opened.window.may_close = lambda: True


def test_each_side_finds_the_other(review: Review) -> None:
    review.go("Hierbij is samenhang")
    assert review.marked == "Hierbij is samenhang van belang."

    review.put_cursor("steunt de dienst")
    assert review.here == "Inzet | Nederland steunt de dienst."
    assert review.marked == "Nederland steunt de dienst."

    review.put_cursor("bied ik u")
    assert review.window.statusBar().currentMessage()  # that it was left out
    assert review.here == "Inzet | Nederland steunt de dienst."


def test_all_that_is_chosen_is_marked_and_can_be_read_in_full(review: Review) -> None:
    review.outline.setFocus()
    review.key("End")
    assert "dijken" in review.here
    review.key("Home")
    assert review.here.startswith("Dossier")
    review.go("De Raad zal spreken over hoogwater")
    review.key("Down", SHIFT)
    review.key("Down", SHIFT)
    review.key("Up", SHIFT)

    texts = ["De Raad zal spreken over hoogwater 🌊 in de delta.", "Hierbij is samenhang van belang."]
    assert all(text in review.marked for text in texts)
    assert len(review.marked) == len(" ".join(texts))
    assert review.window.words.toPlainText().split("\n\n") == texts


def test_a_doubt_and_what_is_less_certain_are_never_cut_off(review: Review) -> None:
    """Given the smallest window, then the first column has room for what rows of every kind may be."""
    review.go("Hoogwater")
    review.key("9")
    assert review.here == "Mogelijk onderwerp | 1.1  Hoogwater"
    review.go("samenhang")
    assert review.here.startswith("? ")

    review.window.resize(900, 650)
    outline = review.outline
    for row in range(review.window.model.rowCount()):
        shown = outline.sizeHintForIndex(review.window.model.index(row, KIND)).width()
        assert shown <= outline.columnWidth(KIND)


@pytest.mark.parametrize("language", ["nl", "en"])
def test_the_help_of_the_review_opens_where_its_keys_stand(review: Review, language: str) -> None:
    review.reader.speak(language)
    review.key("F1")
    (page,) = review.window.findChild(HelpWindow).findChildren(QTextBrowser)

    heading = page.cursorForPosition(page.rect().topLeft() + QPoint(30, 30)).block()
    while not heading.blockFormat().headingLevel():
        heading = heading.previous()
    assert heading.text() in {"Een document wordt een dossier", "A document becomes a dossier"}


def test_a_key_gives_many_passages_another_kind_and_undo_takes_it_back(review: Review) -> None:
    review.go("De Raad zal spreken over hoogwater")
    review.key("Down", SHIFT)
    review.key("3")

    kinds = [passage_at(review.desk.draft, (0, 0, number)).kind for number in range(2)]
    assert kinds == [Kind.POSITION, Kind.POSITION]
    assert len(review.outline.chosen) == 2

    review.key("Z", CTRL)
    assert passage_at(review.desk.draft, FIRST).kind is Kind.DISCUSSION
    review.key("Y", CTRL)
    assert passage_at(review.desk.draft, FIRST).kind is Kind.POSITION


def test_the_stance_of_another_is_asked_for(review: Review, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(QInputDialog, "getItem", lambda *_, **__: ("België", True))
    review.go("België (BE)")
    review.key("6")

    assert "België" in review.here.partition("|")[0]


def test_both_days_and_the_place_of_the_meeting_are_mended(review: Review, monkeypatch: pytest.MonkeyPatch) -> None:
    """Given a last day before the first, then that is said; given days that may be, then the meeting has them."""

    def fill_in(dialog: MeetingDialog) -> int:
        dialog.last.setText("2026-03-02")
        dialog.place.setText("Luxemburg")
        dialog.accept()
        assert not dialog.wrong.isHidden()
        dialog.last.setText("2026-03-04")
        dialog.accept()
        return dialog.result()

    monkeypatch.setattr(MeetingDialog, "exec", fill_in)
    review.outline.choose([0])
    review.key("D", CTRL)

    assert "2026-03-03 – 2026-03-04 Luxemburg" in review.window.detail.text()
    review.key("Z", CTRL)
    assert "Luxemburg" not in review.window.detail.text()


def test_saving_asks_for_the_date_where_the_document_tells_none(
    reader: Reader, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    undated, saved = tmp_path / "a.txt", tmp_path / "a.yaml"
    undated.write_text(AGENDA.replace(" 3 maart 2026", ""), encoding="utf-8")
    answers = iter(["", "2026-03-04"])

    def fill_in(dialog: MeetingDialog) -> int:
        dialog.first.setText(next(answers))
        dialog.accept()
        return dialog.result()

    monkeypatch.setattr(MeetingDialog, "exec", fill_in)
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(saved), ""))
    review = open_review(reader, undated)

    review.key("S", CTRL)
    assert not saved.exists()

    review.key("S", CTRL)
    reader.bot.waitUntil(lambda: reader.window.path == saved)
    assert str(read(saved).meeting.start) == "2026-03-04"


def test_passages_are_split_at_the_cursor_and_joined_by_keys(review: Review) -> None:
    before = review.rows
    review.put_cursor("in de delta")
    review.key("Return")
    assert review.here.endswith("| in de delta.")
    assert any(row.endswith("hoogwater 🌊") for row in review.rows)

    review.outline.setFocus()
    review.key("Backspace")
    assert review.rows == before


def test_levels_and_places_are_changed_by_keys(review: Review) -> None:
    review.go("Laagwater")
    review.key("Left", ALT)
    assert review.here.endswith("2  Laagwater")
    review.key("Right", ALT)
    review.key("Up", ALT)
    assert review.here.endswith("1.1  Laagwater")
    review.go("Nederland steunt")
    review.key("Return", CTRL)
    assert review.here.endswith("1.3  Nederland steunt de dienst.")
    review.go("De Raad zal spreken over hoogwater")
    rows = review.rows
    review.key("Return", CTRL)
    assert review.rows == rows, "no topic is left without a passage"
    assert "F2" in review.window.statusBar().currentMessage()
    while review.window.commands["undo"].isEnabled():
        review.key("Z", CTRL)
    assert review.here.endswith("1.2  Laagwater")


def test_what_was_left_out_is_taken_in_where_it_stands_and_undone(review: Review) -> None:
    def is_grey() -> bool:
        return review.document.document().find("bied ik u").charFormat().fontItalic()

    before = review.rows
    review.put_cursor("bied ik u")
    assert is_grey()
    review.key("T", CTRL)
    assert "Hierbij bied ik" in review.here
    assert not is_grey()
    review.put_cursor("bied ik u")
    assert "bied ik u" in review.here

    review.key("Z", CTRL)
    assert review.rows == before
    assert is_grey()
    review.put_cursor("vaargeul")
    review.key("T", CTRL)
    assert review.rows == before
    assert review.window.statusBar().currentMessage()


def test_what_cannot_be_done_is_said_and_changes_nothing(review: Review) -> None:
    review.go("Sessie 1")
    said = []
    for key, modifier in (("Left", ALT), ("Right", ALT), ("Backspace", PLAIN), ("3", PLAIN), ("9", PLAIN)):
        review.key(key, modifier)
        said.append(review.window.statusBar().currentMessage())

    assert all(said)
    assert len(set(said)) == len(said)
    assert not review.window.commands["undo"].isEnabled()


_KEYS = [
    (key, modifier)
    for key in ("Backspace", "F8", "Return", "Home", "End", "Up", "Down", "Left", "Right", "1", "3", "9", "Z", "Y", "T")
    for modifier in (PLAIN, CTRL, ALT, SHIFT)
]


def letters_of(review: Review) -> Counter[str]:
    """Return the letters of all words of the draft, blanks aside: two that are joined hold the blank between them."""
    draft = review.desk.draft
    return Counter("".join(words_at(draft.plain, [span]) for span in draft.spans()).replace(" ", ""))


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(steps=st.lists(st.tuples(st.sets(st.integers(0, 12), max_size=4), st.sampled_from(_KEYS)), max_size=6))
@example(steps=[({0, 1}, ("Backspace", PLAIN))])
def test_no_key_raises_whatever_is_chosen(review: Review, steps: list[tuple[set[int], tuple[str, Modifier]]]) -> None:
    """Given any rows that are chosen, or none, when any key is pressed, then nothing is raised and no word is lost."""
    while review.window.commands["undo"].isEnabled():
        review.desk._show(review.desk._history.undo())
    letters = letters_of(review)
    for rows, (key, modifier) in steps:
        chosen = sorted(row for row in rows if row < review.window.model.rowCount())
        if chosen:
            review.outline.choose(chosen)
        else:
            review.outline.clearSelection()
        review.outline.setFocus()
        with capture_exceptions() as raised:
            review.key(key, modifier)
        assert not raised
        assert letters_of(review) == letters


def test_a_title_is_typed_in_its_row(review: Review) -> None:
    review.go("Hoogwater")
    review.key("F2")
    line = review.outline.findChild(QLineEdit)
    assert line.text() == "Hoogwater"
    line.selectAll()
    type_text(line, "1 Dijkring")
    QTest.keyClick(line, Qt.Key.Key_Return)

    review.bot.waitUntil(lambda: review.here.endswith("1.1  1 Dijkring"))


def test_unsure_places_are_walked_through_and_settled_by_a_key(review: Review) -> None:
    review.outline.choose([0])
    review.key("F8")
    assert "samenhang" in review.here
    assert "?" in review.here
    for _ in range(20):
        review.key("Return")

    assert not any(row.doubts for row in review.window.model.rows)
    assert not review.window.commands["next_unsure"].isEnabled()
    review.key("F6")
    assert QApplication.focusWidget() is review.document


def test_saving_writes_the_dossier_and_opens_it(
    review: Review, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    proposed = []
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *found: proposed.append(found[2]) or (str(path), ""))
    path = tmp_path / "uit"
    (tmp_path / "uit.yaml").write_text("van mij")

    review.key("S", CTRL)
    review.bot.waitUntil(lambda: review.window.messages.isVisible() and "uit.yaml" in review.window.messages.words)
    assert (tmp_path / "uit.yaml").read_text() == "van mij"  # the dialog was not asked about this name

    path = tmp_path / "nieuw"
    review.key("S", CTRL)
    review.bot.waitUntil(lambda: review.reader.window.path == tmp_path / "nieuw.yaml")
    assert Path(proposed[0]).name == "waterraad-2026-03-03.yaml"
    assert "Hoogwater" in " ".join(review.reader.rows)
    review.bot.waitUntil(review.reader.bar.isVisible)  # an editor would remark on topics without position
    review.reader.bar._action.click()
    remarks = review.reader.find(QListView, "remarksList").model()
    review.bot.waitUntil(lambda: remarks.rowCount() > 0)
    assert "Geen inzet" in remarks.index(0, 0).data()


def test_a_newer_document_becomes_the_next_edition_with_the_same_ids(
    open_window: Open, document: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, file: Path
) -> None:
    reader = open_window(file)
    saves = iter([tmp_path / "een.yaml", tmp_path / "twee.yaml"])
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(next(saves)), ""))
    first = open_review(reader, document)
    assert not first.window.findChild(QCheckBox, "importEdition").isVisible()
    first.key("S", CTRL)
    reader.bot.waitUntil(lambda: reader.window.path == tmp_path / "een.yaml")

    document.write_text(
        AGENDA.replace("Hierbij is samenhang", "De dijk is hoog. Hierbij is samenhang"), encoding="utf-8"
    )
    second = open_review(reader, document)
    assert second.window.findChild(QCheckBox, "importEdition").isVisible()
    second.key("S", CTRL)
    reader.bot.waitUntil(lambda: reader.window.path == tmp_path / "twee.yaml")

    one, two = read(tmp_path / "een.yaml"), read(tmp_path / "twee.yaml")
    assert (two.id, two.edition) == (one.id, one.edition + 1)
    ids = {passage.text: passage.id for topic in one.topics() for passage in topic.passages}
    same = [passage for topic in two.topics() for passage in topic.passages if passage.text in ids]
    assert len(same) == len(ids)
    assert [passage.id for passage in same] == [ids[passage.text] for passage in same]


def test_two_reviews_of_newer_documents_give_two_editions(
    open_window: Open, document: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, file: Path
) -> None:
    """Given two reviews that are each to be the second edition, when both are saved, then the later is the third."""
    reader = open_window(file)
    saves = iter(tmp_path / f"{number}.yaml" for number in (1, 2, 3))
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(next(saves)), ""))
    open_review(reader, document).key("S", CTRL)
    reader.bot.waitUntil(lambda: reader.window.path == tmp_path / "1.yaml")
    document.write_text(AGENDA.replace("Hierbij is samenhang", "De dijk is hoog. Hierbij is samenhang"), "utf-8")
    one, other = open_review(reader, document), open_review(reader, document)

    for number, review in ((2, one), (3, other)):
        review.window.activateWindow()
        review.outline.setFocus()
        review.desk._save()
        reader.bot.waitUntil(lambda number=number: reader.window.path == tmp_path / f"{number}.yaml")
        reader.bot.waitUntil(lambda: reader.window.controls._news._known is not None)

    assert [read(tmp_path / f"{number}.yaml").edition for number in (1, 2, 3)] == [1, 2, 3]


def test_another_council_of_the_same_day_is_offered_and_not_taken(
    open_window: Open, document: Path, tmp_path: Path
) -> None:
    made = about("x", id="energieraad", title="Energieraad", meeting={"start": "2026-03-03"})
    reader = open_window(library(tmp_path / "energie.yaml", made))

    box = open_review(reader, document).window.findChild(QCheckBox, "importEdition")

    assert box.isVisible()
    assert not box.isChecked()


@pytest.mark.parametrize(("named", "sure"), [("waterraad-2026-03-03", True), ("wr-3", False)])
def test_the_next_edition_is_offered_of_a_dossier_in_the_library(
    open_window: Open, document: Path, tmp_path: Path, file: Path, named: str, sure: bool
) -> None:
    """Given another dossier that is open, then that of the same meeting in the library is found; not others of the day.

    It is what the document becomes unless the reader says no when the id is the same, else only on wish.
    """
    day = {"start": "2026-03-03", "place": "Nergens"}
    library(tmp_path / "map" / "b.yaml", about("x", id="ander", title="Energieoverleg", meeting=day))
    for edition in (4, 3):
        made = about("x", id=named, title="Waterraad 2026", meeting=day, edition=edition)
        library(tmp_path / "map" / f"a{edition}.yaml", made)
    reader = open_window(file)
    reader.window.controls._memory.remember_library(tmp_path / "map")

    review = open_review(reader, document)
    box = review.window.findChild(QCheckBox, "importEdition")

    assert box.isVisible()
    assert "Waterraad 2026" in box.text()
    assert review.desk._older.dossier.edition == 4, "the newest of the two"
    assert box.isChecked() == sure


def test_the_dossier_that_comes_with_the_program_is_replaced_on_wish_only_and_quick_reading_shows_no_bar(
    open_window: Open, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(door, "_BLINK", 60_000)
    reader = open_window()
    document = tmp_path / "fmm.txt"
    document.write_text(AGENDA.replace("Waterraad 3 maart 2026", "NAVO Foreign Ministers Meeting 3 december 2025"))

    box = open_review(reader, document).window.findChild(QCheckBox, "importEdition")

    assert box.isVisible()
    assert not box.isChecked()
    assert not reader.bar.isVisible()


def test_of_several_that_are_dropped_a_dossier_and_a_document_open_and_the_others_are_named(
    reader: Reader, document: Path, tmp_path: Path
) -> None:
    dossier = library(tmp_path / "d.yaml", about("x", id="d", title="Dossier"))
    (tmp_path / "later.md").write_text(AGENDA, encoding="utf-8")

    drop(reader, *(QUrl.fromLocalFile(str(path)) for path in (document, dossier, tmp_path / "later.md")))

    reader.bot.waitUntil(lambda: bool(reader.window.findChildren(ReviewWindow)))
    assert reader.window.windowTitle().startswith("Dossier")
    (window,) = reader.window.findChildren(ReviewWindow)
    reader.bot.waitUntil(window.messages.isVisible)
    assert "later.md" in window.messages.words
    assert document.name not in window.messages.words


def test_a_document_is_opened_like_a_dossier_by_key_and_from_the_command_line(
    open_window: Open, document: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    reader = open_window(document)
    reader.bot.waitUntil(lambda: len(reader.window.findChildren(ReviewWindow)) == 1)

    reader.window.activateWindow()
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(document), ""))
    reader.do("open")

    reader.bot.waitUntil(lambda: len(reader.window.findChildren(ReviewWindow)) == 2)


def press(window: QWidget, key: Qt.Key) -> None:
    """Press a key as a keyboard does: it comes to the window, which gives it to the widget with the focus."""
    QTest.keyClick(window.windowHandle(), key)


def test_no_letter_of_a_note_goes_to_a_review_that_is_ready_meanwhile(reader: Reader, document: Path) -> None:
    reader.focus(reader.editor)
    drop(reader, QUrl.fromLocalFile(str(document)))
    press(reader.window, Qt.Key.Key_A)

    reader.bot.waitUntil(lambda: document.name in reader.message)
    for key in (Qt.Key.Key_1, Qt.Key.Key_Backspace, Qt.Key.Key_Return, Qt.Key.Key_B):
        press(reader.window, key)
    assert reader.editor.toPlainText() == "a\nb"
    assert not reader.window.findChildren(ReviewWindow)

    reader.do("import_document")  # which is Ctrl+I
    (window,) = reader.window.findChildren(ReviewWindow)
    assert not Review(reader, window).desk.window.commands["undo"].isEnabled()
    reader.bar._action.click()
    assert reader.window.findChildren(ReviewWindow) == [window], "it is open already"


def test_keys_that_move_about_do_not_go_to_a_review_that_is_ready_meanwhile(reader: Reader, document: Path) -> None:
    reader.focus(reader.page)
    drop(reader, QUrl.fromLocalFile(str(document)))
    press(reader.window, Qt.Key.Key_Down)

    reader.bot.waitUntil(lambda: document.name in reader.message)
    assert reader.page.hasFocus()
    reader.bar._action.click()
    assert len(reader.window.findChildren(ReviewWindow)) == 1


def test_a_bad_document_is_told_of_and_the_dossier_stays(reader: Reader, tmp_path: Path) -> None:
    (tmp_path / "oud.doc").write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600))
    title = reader.window.windowTitle()

    drop(reader, QUrl.fromLocalFile(str(tmp_path / "oud.doc")))

    reader.bot.waitUntil(lambda: "bewaar het als .docx" in reader.message)
    assert reader.window.windowTitle() == title
    assert reader.window.findChildren(ReviewWindow) == []


def answer(role: QMessageBox.ButtonRole) -> Callable[[QMessageBox], int]:
    def choose(box: QMessageBox) -> int:
        next(button for button in box.buttons() if box.buttonRole(button) is role).click()
        return 0

    return choose


def titles(path: Path) -> list[str]:
    return [topic.title for topic in read(path).topics()]


def test_what_is_changed_while_it_is_saved_is_not_taken_for_saved(
    review: Review, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Given a title changed during saving, then the window stays and says so; saved again, the file has it."""
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "x.yaml"), ""))
    review.key("S", CTRL)
    review.desk._rename((0, 0), "Springtij")  # before the job can have told that it is over
    review.bot.waitUntil(lambda: "x.yaml" in review.window.messages.words)

    assert titles(tmp_path / "x.yaml")[0] == "Hoogwater"
    assert review.window.isVisible()
    assert review.window.isWindowModified()
    review.key("S", CTRL)
    review.bot.waitUntil(lambda: review.reader.window.path == tmp_path / "x.yaml")
    assert titles(tmp_path / "x.yaml")[0] == "Springtij"


def test_the_program_quits_after_what_is_being_saved_is_on_disk(
    review: Review, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Given a review whose saving fails, then it stays; given one that the reader says to save, then it is saved."""
    saves = iter([tmp_path / "map" / "x.yaml", tmp_path / "y.yaml"])
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(next(saves)), ""))
    review.key("S", CTRL)  # into a folder that is not there
    assert not review.reader.window.close()
    assert review.window.messages.words

    review.desk._rename((0, 0), "Springtij")
    monkeypatch.setattr(QMessageBox, "exec", answer(QMessageBox.ButtonRole.AcceptRole))
    review.key("Q", CTRL)
    review.bot.waitUntil(lambda: not review.reader.window.isVisible())
    assert titles(tmp_path / "y.yaml")[0] == "Springtij"


def test_closing_asks_before_changes_are_lost(review: Review, monkeypatch: pytest.MonkeyPatch) -> None:
    review.go("De vaargeul")
    review.key("3")
    monkeypatch.setattr(QMessageBox, "exec", answer(QMessageBox.ButtonRole.RejectRole))
    assert not review.reader.window.close()
    assert review.window.isVisible()

    monkeypatch.setattr(QMessageBox, "exec", answer(QMessageBox.ButtonRole.DestructiveRole))
    review.key("W", CTRL)
    review.bot.waitUntil(lambda: review.reader.window.findChildren(ReviewWindow) == [])


def test_the_review_speaks_the_language_of_the_window_and_wears_its_colours(review: Review) -> None:
    review.go("Nederland steunt")
    review.reader.speak("en")
    assert review.here.startswith("Position")
    assert review.window.commands["kind_aim"].text() == "Aim"

    review.go("Hoogwater")
    review.reader.do("theme_dark")
    review.bot.waitUntil(lambda: "Dijken" in review.document.toPlainText())
    assert review.marked == "Hoogwater"
    before = review.outline.rowHeight(0)
    for _ in range(3):
        review.reader.do("zoom_in")
    review.bot.waitUntil(lambda: review.outline.rowHeight(0) > before)


def test_pages_are_drawn_between_the_pages_that_a_job_reads() -> None:
    """Given a job that reads a PDF, when the window wants to draw, then it has its turn before the job is done."""
    order: list[str] = []
    begun, drawn = threading.Event(), threading.Event()

    def work() -> None:
        with turn_by_turn(lambda _: begun.set()) as watch:
            while not drawn.is_set():
                watch(0.5)
            order.append("read")

    job = threading.Thread(target=work)
    job.start()
    assert begun.wait(5)
    with my_turn():
        order.append("drawn")
        drawn.set()
    job.join(5)
    assert order == ["drawn", "read"]


def test_no_two_entries_of_a_menu_of_the_review_have_the_same_letter_or_keys(review: Review) -> None:
    menus = [review.window.menuBar(), *review.window.menuBar().findChildren(QMenu)]
    for language in ("nl", "en"):
        review.reader.speak(language)
        for menu in menus:
            letters = re.findall(r"&(\w)", " ".join(action.text().lower() for action in menu.actions()))
            assert len(letters) == len(set(letters)), letters
    keys = Counter((key, spec.pane) for spec in SPECS for key in spec.keys)
    assert max(keys.values()) == 1
