"""The print window: what is ticked and chosen on the left stands on the pages on the right."""

import msgspec
import pytest
import synthetic
from pypdfium2 import PdfDocument
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSpinBox,
    QCheckBox,
    QComboBox,
    QFileDialog,
    QLabel,
    QLineEdit,
    QPushButton,
    QSpinBox,
    QTreeView,
    QWidget,
)

from fmm_desktop.dossier import private
from fmm_desktop.dossier.reading import read
from fmm_desktop.notes.note import NoteKind, Status
from fmm_desktop.sheets.kinds import SheetKind
from fmm_desktop.sheets.order import NoteChoice, Order
from fmm_desktop.ui.location import Location
from fmm_desktop.ui.sheets import gathering, remembered
from fmm_desktop.ui.sheets.remembered import Habits
from fmm_desktop.ui.sheets.ticks import TickModel

from . import agenda
from .conftest import Open, Reader, type_text, write
from .print_hands import begin, choose, labels, opened, pick, said, settled, ticks

INPUTS = (QAbstractButton, QComboBox, QAbstractSpinBox, QAbstractItemView, QLineEdit)


def test_ticks_decide_which_topics_are_printed(reader: Reader):
    window = opened(reader)
    assert ticks(window) == "~1 +1.1 -1.2 -2 -2.1"
    tree = window.findChild(QTreeView, "tickTree")
    tree.setFocus()
    QTest.keyClicks(tree, "1.2")
    QTest.keyClick(tree, Qt.Key.Key_Space)
    assert ticks(window) == "+1 +1.1 +1.2 -2 -2.1"
    assert "Veiligheid op zee" in settled(reader, window)
    QTest.keyClick(tree, Qt.Key.Key_Home)
    QTest.keyClick(tree, Qt.Key.Key_Space)
    assert ticks(window) == "-1 -1.1 -1.2 -2 -2.1"
    assert settled(reader, window) == ""
    assert "Nothing is ticked" in said(window) or "niets aangevinkt" in said(window).lower()


def test_many_topics_are_ticked_at_once(reader: Reader):
    reader.write("Vraag welke vlag")
    reader.type_filter("tarieven")
    window = opened(reader)
    for what, wanted in {
        "all": "+1 +1.1 +1.2 +2 +2.1",
        "session": "+1 +1.1 +1.2 -2 -2.1",
        "topic": "~1 +1.1 -1.2 -2 -2.1",
        "found": "-1 -1.1 -1.2 +2 +2.1",
        "noted": "~1 +1.1 -1.2 -2 -2.1",
        "none": "-1 -1.1 -1.2 -2 -2.1",
    }.items():
        pick(window, what)
        assert ticks(window) == wanted, what


@pytest.mark.parametrize(
    ("location", "wanted"),
    [
        (Location("session", "raad"), "+1 +1.1 +1.2 -2 -2.1"),
        (Location(), "+1 +1.1 +1.2 +2 +2.1"),
        (Location("term", "purl"), "~1 +1.1 -1.2 -2 -2.1"),
    ],
)
def test_the_page_that_is_open_is_what_is_ticked_first(reader: Reader, location, wanted):
    reader.window.navigator.go(location)
    assert ticks(opened(reader)) == wanted


def test_a_book_is_of_all_topics_until_the_reader_chooses(reader: Reader):
    window = opened(reader)
    choose(window, SheetKind.BOOK)
    assert ticks(window) == "+1 +1.1 +1.2 +2 +2.1"
    choose(window, SheetKind.CARD)
    assert ticks(window) == "~1 +1.1 -1.2 -2 -2.1"
    pick(window, "session")
    choose(window, SheetKind.BOOK)
    assert ticks(window) == "+1 +1.1 +1.2 -2 -2.1"


def test_the_page_of_an_actor_is_printed_as_the_sheet_of_that_actor(reader: Reader):
    reader.window.navigator.go(Location("actor", "be"))
    window = opened(reader)
    assert window.findChild(QComboBox, "kindBox").currentData() == "actor"
    assert window.findChild(QComboBox, "actorBox").currentText() == "België"
    assert "België deelt de zorg" in settled(reader, window)


def test_notes_are_chosen_by_kind_and_left_out(reader: Reader):
    reader.write("Vraag welke vlag")
    window = opened(reader)
    assert "Vraag welke vlag" in settled(reader, window)
    kinds = window.findChild(QPushButton, "noteKinds")
    kinds.menu().actions()[0].trigger()  # remarks
    assert "Vraag welke vlag" not in settled(reader, window)
    kinds.menu().actions()[0].trigger()
    assert "Vraag welke vlag" in settled(reader, window)
    window.findChildren(QCheckBox)[0].click()
    assert "Vraag welke vlag" not in settled(reader, window)
    assert not kinds.isVisible()
    assert not reader.action("with_notes").isChecked(), "one switch in two places"


def test_very_many_notes_are_read_piece_by_piece(reader: Reader, monkeypatch):
    monkeypatch.setattr(gathering, "_AT_ONCE", 1)
    for path in agenda.TOPICS:
        reader.go(path)
        reader.write(f"Over {path}")
    window = opened(reader)
    pick(window, "all")
    words = settled(reader, window)
    assert [path for path in agenda.TOPICS if f"Over {path}" in words] == list(agenda.TOPICS)


def test_a_menu_of_kinds_stays_open_while_ticks_are_set(reader: Reader):
    window = opened(reader)
    menu = window.findChild(QPushButton, "noteKinds").menu()
    menu.popup(window.pos())
    menu.setActiveAction(menu.actions()[1])
    QTest.keyClick(menu, Qt.Key.Key_Space)
    assert menu.isVisible()
    assert not menu.actions()[1].isChecked()
    menu.close()


def test_paper_copies_and_marking_are_those_chosen(reader: Reader):
    window = opened(reader)
    choose(window, "a5")
    window.findChild(QSpinBox, "copiesBox").setValue(2)
    type_text(window.findChild(QLineEdit, "markingEdit"), "Vertrouwelijk")
    words = settled(reader, window)
    assert (window.pages.size(0).width(), window.pages.size(0).height()) == pytest.approx((420, 595), abs=1)
    assert "exemplaar 1 van 2" in words
    assert "exemplaar 2 van 2" in words
    assert words.count("Vertrouwelijk") >= 2 * len(window.pages)


def test_each_kind_has_lines_of_its_own_and_comes_back_as_it_was_left(reader: Reader, state):
    window = opened(reader)
    choose(window, "a5")
    choose(window, SheetKind.SPEAKING)
    assert {"Papier", "Woorden per minuut"} <= labels(window) or {"Paper", "Words a minute"} <= labels(window)
    assert window.findChild(QSpinBox, "speedBox").value() == Order().words_a_minute
    window.findChild(QSpinBox, "speedBox").setValue(100)
    choose(window, SheetKind.TOPIC)
    assert window.findChild(QComboBox, "paperBox").currentData() == "a5"
    assert not window.findChild(QSpinBox, "speedBox").isVisible()
    window.close()
    habits = remembered.load(state / "sheets")
    assert habits.order(SheetKind.TOPIC).paper == "a5"
    assert habits.order(SheetKind.SPEAKING).words_a_minute == 100
    reader.bot.waitUntil(lambda: not reader.window.findChildren(QTreeView, "tickTree"))
    again = opened(reader)
    assert again.findChild(QComboBox, "paperBox").currentData() == "a5"


def test_what_was_remembered_may_be_damaged_or_beyond_bounds(tmp_path):
    order = Order(kind=SheetKind.CARD, copies=10**9, notes=NoteChoice(frozenset(), frozenset()))
    remembered.save(Habits({SheetKind.CARD: order}), tmp_path)
    assert remembered.load(tmp_path).order(SheetKind.CARD) == msgspec.structs.replace(order, copies=99)
    write(tmp_path / "choices", "nothing of the kind")
    assert remembered.load(tmp_path) == Habits()


def test_what_one_does_not_volunteer_is_asked_for_each_time_anew(reader: Reader, state, monkeypatch, tmp_path):
    reader.write("Zeg niets over de vlag")
    reader.do("note_kind_do-not-volunteer")
    window = opened(reader)
    assert "Zeg niets over" not in settled(reader, window)
    window.findChild(QPushButton, "noteKinds").menu().actions()[list(NoteKind).index("do-not-volunteer")].trigger()
    assert "Zeg niets over" in settled(reader, window), said(window)
    window.close()
    file = tmp_path / "later.pdf"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(file), ""))
    reader.do("save_pdf")
    reader.bot.waitUntil(lambda: str(file) in reader.message, timeout=30_000)
    assert "Zeg niets over" not in "".join(page.get_textpage().get_text_range() for page in PdfDocument(file))
    assert remembered.load(state / "sheets").order(SheetKind.TOPIC).notes == NoteChoice()


def test_also_what_an_older_version_remembered_holds_nothing_that_is_to_be_asked_for(tmp_path):
    every = NoteChoice(frozenset(NoteKind), frozenset(Status))
    alone = NoteChoice(frozenset({NoteKind.DO_NOT_VOLUNTEER}), frozenset())
    before = Habits({SheetKind.TOPIC: Order(notes=every), SheetKind.CARD: Order(kind=SheetKind.CARD, notes=alone)})
    private.write(tmp_path / "choices", msgspec.json.encode(before))
    habits = remembered.load(tmp_path)
    assert habits.order(SheetKind.TOPIC).notes == NoteChoice()
    assert habits.order(SheetKind.CARD).notes == NoteChoice(statuses=frozenset()), "the usual ones, not none"


def test_the_change_sheet_is_since_an_edition_that_was_open_before_or_one_in_a_file(
    open_window: Open, file, tmp_path, monkeypatch
):
    reader = open_window(file)
    reader.bot.waitUntil(lambda: reader.window.controls._news._known is not None, timeout=10_000)
    reader.close()
    newer = agenda.TEXT.replace("edition: 2", "edition: 3").replace("Geen nieuwe tarieven.", "Lagere tarieven.")
    reader = open_window(write(tmp_path / "newer.yaml", newer))
    window = opened(reader)
    pick(window, "all")
    choose(window, SheetKind.CHANGES)
    assert "Lagere" in settled(reader, window), said(window)
    since = window.findChild(QComboBox, "sinceBox")
    assert [since.itemText(row)[:8] for row in range(since.count() - 1)] in (["Editie 2"], ["Edition "])
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(file), ""))
    since.activated.emit(since.count() - 1)
    reader.bot.waitUntil(lambda: since.count() == 3, timeout=10_000)
    assert "Lagere" in settled(reader, window)


def test_without_an_edition_before_the_reader_is_asked_for_one(reader: Reader):
    window = opened(reader)
    choose(window, SheetKind.CHANGES)
    assert settled(reader, window) == ""
    assert "edit" in said(window)


def test_a_dossier_without_topics_says_so(open_window: Open, tmp_path):
    reader = open_window(
        write(tmp_path / "empty.yaml", agenda.TEXT[: agenda.TEXT.index("sessions:")] + "sessions: []\n")
    )
    window = opened(reader)
    assert window.pages is None
    assert len(said(window)) > 10


def test_a_style_of_the_reader_is_used_and_a_broken_one_told_of(reader: Reader, state):
    own = state / "sheets" / "style.typ"
    own.parent.mkdir(mode=0o700, exist_ok=True)
    write(own, "#let broken = (")
    window = opened(reader)
    assert "style.typ:1" in said(window)
    assert "Steun aan Oekraïne" in settled(reader, window), "with the style that is shipped"


def test_the_newest_choice_wins_however_many_come_before_it(open_window: Open, tmp_path):
    reader = open_window(write(tmp_path / "many.yaml", synthetic.yaml_text(150)))
    reader.bot.waitUntil(lambda: reader.topic != "", timeout=10_000)
    window = opened(reader)
    for _ in range(3):
        pick(window, "all")
        pick(window, "session")
        pick(window, "topic")
    assert len(reader.window.controls._sheets._setter._jobs) <= 2
    settled(reader, window)
    assert len(window.pages) < 5
    reader.bot.waitUntil(lambda: not reader.window.controls._sheets._setter._jobs, timeout=30_000)
    assert len(window.pages) < 5, "nothing comes of what is not wanted any more"


def test_it_can_be_closed_before_anything_is_there(reader: Reader):
    begin(reader).close()
    reader.bot.waitUntil(lambda: not reader.window.controls._sheets._setter._jobs, timeout=30_000)
    assert reader.message == ""


def test_everything_has_a_name_and_letters_of_its_own(reader: Reader):
    window = opened(reader)
    letters: list[str] = []
    for kind in SheetKind:
        choose(window, kind)
        labelled = {label.buddy() for label in window.findChildren(QLabel)}
        for widget in window.findChildren(QWidget):
            if isinstance(widget, INPUTS) and widget.isVisible() and not isinstance(widget.parent(), INPUTS):
                assert widget.accessibleName() or getattr(widget, "text", str)() or widget in labelled, widget
        shown = [one for one in window.findChildren(QWidget) if isinstance(one, (QAbstractButton, QLabel))]
        shown = [one for one in shown if one.isVisible()]
        letters = [words[words.index("&") + 1].lower() for one in shown if "&" in (words := one.text())]
        assert len(letters) == len(set(letters)), (kind, sorted(letters))


def test_the_ticks_keep_the_rules_of_qt(file):
    dossier = read(file)
    model = TickModel(dossier, ["raad/zee"])
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    model.tick(topic.path for topic in dossier.topics())
    assert model.ticked == agenda.TOPICS
    assert tester.model() is model
