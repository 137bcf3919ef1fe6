"""The print window: what is ticked and chosen on the left stands on the pages on the right."""

import threading

import msgspec
import pytest
import synthetic
from pypdfium2 import PdfDocument
from PySide6.QtCore import QCoreApplication, QEvent, QPoint, Qt
from PySide6.QtPrintSupport import QPrintDialog
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
    QSplitter,
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
from fmm_desktop.ui.sheets.choice import Ticks
from fmm_desktop.ui.sheets.choices import Choices
from fmm_desktop.ui.sheets.editions_before import _likeliest_first
from fmm_desktop.ui.sheets.remembered import Habits, Own
from fmm_desktop.ui.sheets.ticks import CERTAINTY, TickModel
from fmm_desktop.ui.sheets.window import PrintWindow

from . import agenda
from .conftest import Open, Reader, type_text, write
from .print_hands import begin, button, choose, closed, labels, opened, opened_later, pick, said, settled, ticks
from .test_colours import contrast

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


def test_whom_the_field_names_is_whom_the_pages_are_about(reader: Reader):
    reader.window.navigator.go(Location("actor", "be"))
    window = opened(reader)
    settled(reader, window)
    field = window.findChild(QComboBox, "actorBox").lineEdit()
    reader.focus(field)
    field.selectAll()
    type_text(field, "xyz")
    assert settled(reader, window) == ""
    assert len(said(window)) > 10
    assert not any(one.isEnabled() for one in window._uses), "nothing is printed of another"
    field.selectAll()
    type_text(field, "BELGIE")
    assert "België deelt de zorg" in settled(reader, window)
    window.findChild(QComboBox, "kindBox").setFocus()
    assert field.text() == "België"


def test_notes_are_asked_for_chosen_by_kind_and_left_out(reader: Reader):
    reader.write("Vraag welke vlag")
    window = opened(reader)
    assert "Vraag welke vlag" not in settled(reader, window), "a sheet lies on the table"
    window.findChildren(QCheckBox)[0].click()
    assert reader.action("with_notes").isChecked(), "one switch in two places"
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
    reader.do("with_notes")
    window = opened(reader)
    pick(window, "all")
    words = settled(reader, window)
    assert [path for path in agenda.TOPICS if f"Over {path}" in words] == list(agenda.TOPICS)


def test_a_menu_of_kinds_stays_open_while_ticks_are_set(reader: Reader):
    reader.do("with_notes")
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


def test_kind_marking_actor_and_ticks_are_there_again_on_the_same_page(reader: Reader):
    window = opened(reader)
    pick(window, "session")
    type_text(window.findChild(QLineEdit, "markingEdit"), "Vertrouwelijk")
    choose(window, SheetKind.ACTOR)
    window.findChild(QComboBox, "actorBox").setEditText("België")
    closed(reader, window)
    again = opened(reader)
    assert again.findChild(QComboBox, "kindBox").currentData() == SheetKind.ACTOR
    assert again.findChild(QComboBox, "actorBox").currentText() == "België"
    assert again.findChild(QLineEdit, "markingEdit").text() == "Vertrouwelijk"
    assert ticks(again) == "+1 +1.1 +1.2 -2 -2.1"
    choose(again, SheetKind.CARD)
    closed(reader, again)
    reader.go("middag/handel")
    other = opened(reader)
    assert "Vertrouwelijk" in settled(reader, other)
    assert ticks(other) == "-1 -1.1 -1.2 +2 +2.1", "what is printed there is another topic"
    pick(other, "last")
    assert ticks(other) == "+1 +1.1 +1.2 -2 -2.1"


def test_ticks_and_actor_come_back_per_kind_after_a_restart_as_far_as_they_are_in_the_edition(
    open_window: Open, file, tmp_path
):
    reader = open_window(file)
    window = opened(reader)
    choose(window, SheetKind.CARD)
    pick(window, "all")
    choose(window, SheetKind.ACTOR)
    pick(window, "session")
    window.findChild(QComboBox, "actorBox").setEditText("België")
    closed(reader, window)
    reader.close()

    without = (
        agenda.TEXT.replace("[[zee]]", "de zee").replace("id: zee", "id: kust").replace("edition: 2", "edition: 3")
    )
    reader = open_window(write(tmp_path / "next.yaml", without))
    window = opened(reader)
    assert window.findChild(QComboBox, "actorBox").currentText() == "België"
    assert ticks(window) == "~1 +1.1 -1.2 -2 -2.1", "the second of that session is another topic now"
    choose(window, SheetKind.CARD)
    assert ticks(window) == "+1 +1.1 +1.2 +2 +2.1", "all stays all"
    choose(window, SheetKind.BOOK)
    assert ticks(window) == "+1 +1.1 +1.2 +2 +2.1", "of a kind that was not ticked, what it begins with"
    closed(reader, window)
    reader.go("middag/handel")
    window = opened(reader)
    choose(window, SheetKind.CARD)
    assert ticks(window) == "-1 -1.1 -1.2 +2 +2.1", "a card is about the page that is open"
    choose(window, SheetKind.ACTOR)
    assert ticks(window) == "~1 +1.1 -1.2 -2 -2.1", "the sheet of an actor is not"


def test_very_many_ticks_are_not_remembered(tmp_path):
    few, many = (Ticks("topic raad/steun", ("raad/zee",) * number) for number in (1, 10_000))
    own = Own("be", "INTERN").with_ticks({SheetKind.CARD: few, SheetKind.TOPIC: many})
    remembered.save(Habits().with_own("agenda", own), tmp_path)
    assert remembered.load(tmp_path).own_of("agenda") == Own("be", "INTERN", {SheetKind.CARD: few})


def test_topics_without_a_card_are_told_of(open_window: Open, tmp_path):
    bare = agenda.TEXT.replace("        aim: [Geen nieuwe tarieven.]\n", "")
    reader = open_window(write(tmp_path / "bare.yaml", bare))
    window = opened(reader)
    pick(window, "all")
    choose(window, SheetKind.CARD)
    settled(reader, window)
    assert len(window.pages) == 2
    assert "2.1" in said(window)


def test_the_change_sheet_comes_back_as_what_was_printed_last(reader: Reader):
    window = opened(reader)
    choose(window, SheetKind.CHANGES)
    settled(reader, window)
    closed(reader, window)
    again = opened(reader)
    settled(reader, again)
    assert again.findChild(QComboBox, "kindBox").currentData() == SheetKind.CHANGES
    assert "edit" in said(again)


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
    reader.do("with_notes")
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
    older = write(tmp_path / "older.yaml", agenda.TEXT.replace("edition: 2", "edition: 1"))
    for chosen in (older, file):  # the latter is on offer already
        monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_, chosen=chosen: (str(chosen), ""))
        choose_file(window)
        reader.bot.waitUntil(lambda: since.count() == 3, timeout=10_000)
    assert "Lagere" in settled(reader, window)


def test_without_an_edition_before_the_reader_is_asked_for_one(reader: Reader):
    window = opened(reader)
    choose(window, SheetKind.CHANGES)
    assert settled(reader, window) == ""
    assert "edit" in said(window)
    assert not any(button(window, words).isEnabled() for words in ("Af&drukken…", "&Opslaan als pdf…"))


def choose_file(window: PrintWindow) -> QComboBox:
    """Choose an edition from a file, and return the box with the editions."""
    since = window.findChild(QComboBox, "sinceBox")
    since.activated.emit(since.count() - 1)
    return since


def test_while_editions_are_looked_for_nobody_is_told_that_there_are_none(reader: Reader, tmp_path, monkeypatch):
    looking = threading.Event()
    older = read(write(tmp_path / "1.yaml", agenda.TEXT.replace("edition: 2", "edition: 1")))
    newer = write(tmp_path / "3.yaml", agenda.TEXT.replace("edition: 2", "edition: 3"))
    sheets = reader.window.controls._sheets
    monkeypatch.setattr(sheets, "_editions", lambda _: [older] if looking.wait(10) else [])
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(newer), ""))
    window = opened(reader)
    choose(window, SheetKind.CHANGES)
    pick(window, "all")
    assert window._waiting
    since = choose_file(window)
    reader.bot.waitUntil(lambda: since.count() == 2, timeout=10_000)
    settled(reader, window)
    assert "ieuwer" in said(window) or "newer" in said(window)
    looking.set()
    reader.bot.waitUntil(lambda: since.count() == 3, timeout=10_000)
    assert since.currentIndex() == 0, "what was chosen stays so"
    since.activated.emit(1)
    settled(reader, window)
    assert "ieuwer" not in said(window)


@pytest.mark.parametrize(("before", "after"), [("id: agenda", "id: anders"), ("language: nl", "language: en")])
def test_a_file_that_is_no_edition_before_is_told_of(reader: Reader, tmp_path, monkeypatch, before, after):
    assert before in agenda.TEXT
    other = write(tmp_path / "other.yaml", agenda.TEXT.replace(before, after, 1))
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(other), ""))
    window = opened(reader)
    choose(window, SheetKind.CHANGES)
    settled(reader, window)
    choose_file(window)
    reader.bot.waitUntil(lambda: "Compared with" in said(window) or "Vergeleken met" in said(window), timeout=10_000)


def test_editions_that_are_newer_are_offered_last(file, tmp_path):
    older, newer = (
        read(write(tmp_path / f"{number}.yaml", agenda.TEXT.replace("edition: 2", f"edition: {number}")))
        for number in (1, 3)
    )
    assert [one.edition for one in _likeliest_first([newer, read(file), older], read(file))] == [1, 3]


@pytest.mark.parametrize("asking", [(QFileDialog, "getOpenFileName"), (QPrintDialog, "exec")])
def test_the_window_may_be_closed_while_a_dialog_of_it_is_open(reader: Reader, file, monkeypatch, asking):
    window = opened(reader)
    settled(reader, window)

    def close(*_arguments: object) -> tuple[str, str]:
        window.close()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        return str(file), ""

    monkeypatch.setattr(*asking, close)
    if asking[0] is QPrintDialog:
        window.print_wanted.emit()
    else:
        choose(window, SheetKind.CHANGES)
        settled(reader, window)
        window.findChild(Choices).file_wanted.emit()
    assert not reader.window.findChildren(PrintWindow)


def test_there_is_one_print_window(reader: Reader):
    window = begin(reader)
    assert begin(reader) is window
    window.close()
    reader.bot.waitUntil(lambda: not reader.window.findChildren(PrintWindow))
    assert begin(reader).isVisible()


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


def test_the_rows_say_how_sure_a_topic_is(reader: Reader):
    model = opened(reader).findChild(QTreeView, "tickTree").model()
    rows = [model.index(row, 0, model.index(0, 0)) for row in range(2)]
    certainties = [row.data(CERTAINTY) for row in rows]
    assert certainties in (["", "mogelijk"], ["", "possible"])
    assert rows[1].data(Qt.ItemDataRole.AccessibleTextRole).endswith(certainties[1])


def test_letters_typed_while_it_opens_choose_a_kind(reader: Reader):
    window = begin(reader)
    type_text(window.focusWidget(), "ta")
    assert opened_later(reader, window).findChild(QComboBox, "kindBox").currentData() == SheetKind.CARD


def test_tab_goes_through_it_as_it_is_read_and_stops_nowhere_without_a_name(reader: Reader):
    window = opened(reader)
    choose(window, SheetKind.BOOK)
    window.findChild(QComboBox, "kindBox").setFocus()
    stops: list[QWidget] = []
    while window.focusWidget() not in stops:
        stops.append(window.focusWidget())
        QTest.keyClick(window.focusWidget(), Qt.Key.Key_Tab)
    assert [one.objectName() for one in stops[:3]] == ["kindBox", "tickButton", "tickTree"]
    assert stops[-1] is window.findChild(QWidget, "pagesView")
    for side in (window._left, window.findChild(QSplitter).widget(1)):
        places = [one.mapTo(window, QPoint()) for one in stops[:-1] if side.isAncestorOf(one)]
        assert places == sorted(places, key=lambda place: (round(place.y(), -1), place.x()))
    assert all(one.accessibleName() or one.text() for one in stops), stops


def test_it_begins_at_the_choices_and_needs_no_more_room_for_what_it_tells(reader: Reader):
    window = opened(reader)
    assert window.focusWidget() is window.findChild(QComboBox, "kindBox")
    settled(reader, window)
    before = window.minimumSizeHint().width()
    font = window.font()
    font.setPointSize(2 * font.pointSize())
    window.setFont(font)
    window.tell("Saved: /" + 40 * "long-name/")
    assert window.minimumSizeHint().width() < max(900, before)
    window.resize(900, 650)
    assert window.width() == 900


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_empty_boxes_can_be_seen(reader: Reader, theme):
    reader.do(f"theme_{theme}")
    window = opened(reader)
    tree, check = window.findChild(QTreeView, "tickTree"), window.findChild(QCheckBox, "twoSided")
    row = tree.visualRect(tree.model().index(1, 0, tree.model().index(0, 0)))
    for widget, left, ground in ((tree.viewport(), row, "base"), (check, check.rect(), "window")):
        picture = widget.grab(left).toImage()
        inks = {picture.pixelColor(x, y).name() for x in range(14) for y in range(picture.height())}
        colour = getattr(window.palette(), ground)().color().name()
        assert max(contrast(ink, colour) for ink in inks) >= 3, (theme, ground)


def test_the_ticks_keep_the_rules_of_qt(file):
    dossier = read(file)
    model = TickModel(dossier, ["raad/zee"], "nl")
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    model.tick(topic.path for topic in dossier.topics())
    assert model.ticked == agenda.TOPICS
    assert tester.model() is model
