"""Notes have a kind and a status: made by key, by mouse and from the menu, seen on the cards, found, and kept."""

import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QContextMenuEvent, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QMenu, QToolButton

from fmm_desktop.notes.note import Anchor, NoteKind, Status, Traits
from fmm_desktop.notes.store import NoteStore
from fmm_desktop.ui.roles import ACCESSIBLE_TEXT, ITEM

from .conftest import Open, Reader, click, type_text

ALT = Qt.KeyboardModifier.AltModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
KINDS = {f"note_kind_{kind}": kind for kind in NoteKind}
STATUSES = {f"note_status_{status}": status for status in Status}


def stored(state: Path) -> list[tuple[str, str, str]]:
    """Return text, kind and status of all notes, as another program sees them now."""
    with NoteStore.open(state, author="other", device="other") as store:
        return [(note.text, note.kind.value, note.status.value) for note in store.of_dossier("agenda")]


def write_notes(state: Path, *notes: tuple[str, str, NoteKind, Status]) -> None:
    """Put notes where the window will look: topic, text, kind, status."""
    with NoteStore.open(state, author="reader", device="laptop") as store:
        for topic, text, kind, status in notes:
            store.settle(store.write(None, Anchor("agenda", topic), text, Traits(kind, status)).id)


@pytest.fixture
def noted(state: Path, open_window: Open, file: Path) -> Reader:
    """Return a window with notes on two topics."""
    write_notes(
        state,
        ("raad/steun", "wie spreekt?", NoteKind.QUESTION, Status.OPEN),
        ("raad/steun", "dank", NoteKind.SAY, Status.SAID),
        ("raad/steun", "oude vraag", NoteKind.QUESTION, Status.DROPPED),
        ("middag/handel", "nasturen", NoteKind.FOLLOW_UP, Status.OPEN),
    )
    return open_window(file)


def texts(reader: Reader) -> list[str]:
    """Return what the notes in the list say."""
    return [note.rpartition(": ")[2] for note in reader.notes]


def headings(reader: Reader) -> list[str]:
    """Return the headings in the list."""
    model = reader.list.model()
    return [heading for row in range(model.rowCount()) if (heading := model.index(row).data(ITEM).heading)]


def choose_from(reader: Reader, button: str, words: str) -> None:
    """Choose from the menu of a button, as with the mouse."""
    menu = reader.find(QToolButton, button).menu()
    menu.aboutToShow.emit()
    next(action for action in menu.actions() if action.text().partition("\t")[0] == words).trigger()


def choose(reader: Reader, text: str) -> None:
    """Click a note in the list."""
    index = reader.list.model().index(texts(reader).index(text), 0)
    reader.list.scrollTo(index)
    click(reader.list.viewport(), reader.list.visualRect(index).center())


def ticked(reader: Reader) -> list[str]:
    """Return the kind and the status that are ticked in the menu."""
    return [name for name in (*KINDS, *STATUSES) if reader.action(name).isChecked()]


# -- making it what it is --------------------------------------------------------------------------------------------


@pytest.mark.parametrize("number", range(1, 8))
def test_one_key_makes_a_note_each_kind(reader, state, number):
    reader.write("x")
    reader.press(Qt.Key(Qt.Key.Key_0 + number), ALT | SHIFT)
    assert stored(state) == [("x", list(NoteKind)[number - 1].value, "open")]
    assert reader.editor.toPlainText() == "x"
    assert reader.editor.hasFocus(), "who types goes on typing"


@pytest.mark.parametrize("number", range(6, 10))
def test_one_key_says_what_became_of_a_note(reader, state, number):
    reader.write("x")
    reader.press(Qt.Key(Qt.Key.Key_0 + number), ALT)
    assert stored(state) == [("x", "remark", list(Status)[number - 6].value)]


def test_a_change_is_a_revision_at_once(reader):
    reader.write("x")
    reader.press(Qt.Key.Key_4, ALT | SHIFT)
    reader.press(Qt.Key.Key_8, ALT)
    store = reader.window.controls._keeper._store
    (note,) = store.of_dossier("agenda")
    assert not note.draft
    assert [(one.kind, one.status) for one in store.history(note.id)] == [
        (NoteKind.REMARK, Status.OPEN),
        (NoteKind.SAY, Status.OPEN),
        (NoteKind.SAY, Status.SAID),
    ]


def test_who_changes_the_kind_in_the_middle_of_a_word_goes_on_with_it(reader, state):
    reader.focus(reader.editor)
    type_text(reader.editor, "half een ")
    reader.press(Qt.Key.Key_2, ALT | SHIFT)
    reader.write("woord")
    assert stored(state) == [("half een woord", "question", "open")]


def test_a_new_note_takes_the_kind_that_was_chosen_before_typing(reader, state):
    reader.press(Qt.Key.Key_2, ALT | SHIFT)
    assert stored(state) == []
    reader.write("wie?")
    assert stored(state) == [("wie?", "question", "open")]
    reader.do("note_on_topic")
    assert reader.find(QComboBox, "noteKind").currentText() == "Opmerking", "the next one is new"


def test_a_kind_that_is_chosen_before_the_note_stays_with_it(reader, state):
    reader.click("Een 🚢 van")
    reader.press(Qt.Key.Key_4, ALT | SHIFT)
    reader.do("note_on_passage")
    reader.write("welkom")
    assert stored(state) == [("welkom", "say", "open")]


def test_a_kind_with_words_selected_makes_a_note_on_these_and_leaves_the_one_that_is_there(reader, state):
    reader.click("Een 🚢 van")
    reader.write("welke?")
    reader.press(Qt.Key.Key_F7)
    for _ in range(5):
        reader.press(Qt.Key.Key_Right, SHIFT)
    reader.press(Qt.Key.Key_4, ALT | SHIFT)
    assert "“Een 🚢”" in reader.target
    reader.write("een schip")
    assert sorted(stored(state)) == [("een schip", "say", "open"), ("welke?", "remark", "open")]


def test_a_new_amendment_begins_in_its_wording(reader):
    reader.click("Een 🚢 van")
    reader.do("note_on_passage")
    reader.press(Qt.Key.Key_3, ALT | SHIFT)
    assert reader.window.focusWidget().objectName() == "noteWording"
    reader.press(Qt.Key.Key_1, ALT | SHIFT)
    reader.press(Qt.Key.Key_3, ALT | SHIFT)
    reader.do("note_on_passage")
    assert reader.window.focusWidget().objectName() == "noteWording", "the kind came before the note"
    reader.write("waarom")
    reader.press(Qt.Key.Key_3, ALT | SHIFT)
    assert reader.editor.hasFocus(), "who is writing goes on"


def test_kind_and_status_are_chosen_with_the_mouse(reader, state):
    reader.write("x")
    for name, row in (("noteKind", 2), ("noteStatus", 1)):
        box = reader.find(QComboBox, name)
        box.showPopup()
        view = box.view()
        QTest.mouseClick(
            view.viewport(),
            Qt.MouseButton.LeftButton,
            Qt.KeyboardModifier.NoModifier,
            view.visualRect(box.model().index(row, 0)).center(),
        )
        reader.bot.waitUntil(lambda box=box, row=row: box.currentIndex() == row)
    assert stored(state) == [("x", "amendment", "cleared")]


def test_the_wheel_changes_no_note(reader, state):
    reader.write("x")
    box = reader.find(QComboBox, "noteKind")
    wheel = QWheelEvent(
        QPointF(5, 5), QPointF(5, 5), QPoint(0, -120), QPoint(0, -120), Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(box, wheel)
    assert stored(state) == [("x", "remark", "open")]


def test_the_menu_ticks_what_the_note_is(noted):
    choose(noted, "dank")
    assert ticked(noted) == ["note_kind_say", "note_status_said"]
    choose(noted, "oude vraag")
    assert ticked(noted) == ["note_kind_question", "note_status_dropped"]
    assert noted.find(QComboBox, "noteKind").currentText() == "Vraag"
    assert noted.find(QComboBox, "noteStatus").currentText() == "Vervallen"


def test_where_there_is_no_note_nothing_can_be_chosen(noted):
    noted.do("overview")
    assert not any(noted.action(name).isEnabled() for name in (*KINDS, *STATUSES))
    assert not noted.find(QComboBox, "noteKind").isEnabled()
    noted.go("raad/zee")
    assert all(noted.action(name).isEnabled() for name in (*KINDS, *STATUSES))


def test_the_text_is_safe_when_the_kind_could_not_be_saved(reader, state):
    """Given a full disk, when the kind is changed, then the reader is told; with room again it is saved by itself."""
    reader.write("x")
    store = reader.window.controls._keeper._store
    store._database.execute("PRAGMA query_only = ON")
    reader.press(Qt.Key.Key_2, ALT | SHIFT)
    assert "niet opgeslagen" in reader.state
    assert reader.find(QComboBox, "noteKind").currentText() == "Vraag"
    store._database.execute("PRAGMA query_only = OFF")
    reader.bot.waitUntil(lambda: stored(state) == [("x", "question", "open")], timeout=5000)


def test_a_note_that_is_brought_back_is_what_it_was(noted, state):
    choose(noted, "dank")
    noted.do("delete_note")
    assert "dank" not in texts(noted)
    noted.do("restore_note")
    assert ("dank", "say", "said") in stored(state)


# -- on the cards ----------------------------------------------------------------------------------------------------


def test_a_card_is_read_aloud_with_its_kind_and_its_status(noted):
    said = [noted.list.model().index(row).data(ACCESSIBLE_TEXT) for row in range(3)]
    assert said == [
        "reader, Vraag, 1.1 Steun aan Oekraïne: wie spreekt?",
        "reader, Zeggen, gezegd, 1.1 Steun aan Oekraïne: dank",
        "reader, Vraag, vervallen, 1.1 Steun aan Oekraïne: oude vraag",
    ]
    for name in ("noteKind", "noteStatus"):
        assert noted.find(QComboBox, name).accessibleName()
    for name in ("notesOfKind", "notesOfStatus", "notesGrouped"):
        assert noted.find(QToolButton, name).accessibleName()


def test_cards_and_choosers_speak_the_language_of_the_interface(noted):
    noted.speak("en")
    assert noted.list.model().index(0).data(ACCESSIBLE_TEXT).startswith("reader, Question, ")
    assert noted.find(QComboBox, "noteKind").itemText(5) == "Do not volunteer"
    assert noted.find(QComboBox, "noteStatus").itemText(1) == "Cleared"
    noted.speak("nl")
    assert noted.find(QComboBox, "noteKind").itemText(5) == "Niet zelf noemen"


@pytest.mark.parametrize("theme", ["theme_light", "theme_dark"])
def test_each_kind_is_painted_in_its_own_colour(open_window, file, state, theme):
    write_notes(state, *(("raad/zee", "x", kind, Status.OPEN) for kind in NoteKind))
    reader = open_window(file)
    reader.window.resize(1300, 1200)
    reader.do(theme)
    reader.go("raad/zee")
    model = reader.list.model()
    reader.bot.waitUntil(lambda: reader.list.visualRect(model.index(6)).isValid())
    picture = reader.list.viewport().grab().toImage()
    edges = [picture.pixelColor(reader.list.visualRect(model.index(row)).topLeft() + QPoint(1, 9)) for row in range(4)]
    assert len({edge.name() for edge in edges}) == 4


# -- in the list -----------------------------------------------------------------------------------------------------


def test_the_list_shows_one_kind_or_one_status(noted):
    choose_from(noted, "notesOfKind", "Vraag")
    assert texts(noted) == ["wie spreekt?", "oude vraag"]
    choose_from(noted, "notesOfStatus", "Open")
    assert texts(noted) == ["wie spreekt?"]
    assert noted.find(QToolButton, "notesOfKind").text() == "Vraag"
    noted.go("raad/zee")
    noted.go("raad/steun")
    assert texts(noted) == ["wie spreekt?"]


def test_the_list_is_grouped_by_kind_and_by_status(noted):
    assert headings(noted) == []
    button = noted.find(QToolButton, "notesGrouped")
    button.menu().aboutToShow.emit()
    button.menu().actions()[1].trigger()
    assert headings(noted) == ["Vraag", "Zeggen"]
    assert texts(noted) == ["wie spreekt?", "oude vraag", "dank"]
    button.menu().aboutToShow.emit()
    button.menu().actions()[2].trigger()
    assert headings(noted) == ["Open", "Gezegd", "Vervallen"]
    noted.list.viewport().repaint()
    choose(noted, "dank")
    assert noted.editor.toPlainText() == "dank"


def test_the_note_in_the_editor_stays_in_the_list_whatever_is_shown(noted):
    choose(noted, "dank")
    choose_from(noted, "notesOfKind", "Vraag")
    assert "dank" in texts(noted)
    assert noted.editor.toPlainText() == "dank"
    choose(noted, "wie spreekt?")
    assert "dank" not in texts(noted)


def test_a_passage_leads_to_its_note_also_when_the_list_does_not_show_it(reader):
    reader.click("schaduwvloot")
    reader.write("gezien")
    reader.go("raad/zee")
    choose_from(reader, "notesOfKind", "Vraag")
    reader.go("raad/steun")
    assert texts(reader) == []
    reader.click("schaduwvloot")
    assert reader.editor.toPlainText() == "gezien"
    assert texts(reader) == ["gezien"]


def test_what_the_list_shows_is_remembered(noted, open_window, file):
    choose_from(noted, "notesOfStatus", "Gezegd")
    noted.close()
    again = open_window(file)
    assert texts(again) == ["dank"]
    assert again.find(QToolButton, "notesOfStatus").text() == "Gezegd"


@pytest.mark.parametrize("left", [{}, {"notes": {"kind": "of tomorrow", "group": "kind"}}])
def test_a_memory_of_another_version_shows_all(left, noted, open_window, file, state):
    noted.close()
    (state / "window.json").write_text(json.dumps(left))
    assert sorted(texts(open_window(file))) == ["dank", "oude vraag", "wie spreekt?"]


def test_one_key_leads_from_note_to_note_and_on_to_the_next_topic(noted):
    read = []
    for _ in range(5):
        noted.press(Qt.Key.Key_Down, ALT | SHIFT)
        read.append((noted.topic, noted.editor.toPlainText()))
    assert read[:3] == [("raad/steun", "wie spreekt?"), ("raad/steun", "dank"), ("raad/steun", "oude vraag")]
    assert read[3:] == [("middag/handel", "nasturen")] * 2, "it stays at the end"
    noted.press(Qt.Key.Key_Up, ALT | SHIFT)
    assert (noted.topic, noted.editor.toPlainText()) == ("raad/steun", "oude vraag")


def test_from_note_to_note_leads_to_those_shown_only(noted):
    choose_from(noted, "notesOfStatus", "Open")
    for expected in ("wie spreekt?", "nasturen", "nasturen"):
        noted.press(Qt.Key.Key_Down, ALT | SHIFT)
        assert noted.editor.toPlainText() == expected


# -- found -----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("notitie:vraag", ["1.1"]),
        ("note:follow", ["2.1"]),
        ("notitie:open", ["1.1", "2.1"]),
        ("notitie:vraag notitie:gezegd", []),
        ("notitie:spreekt", ["1.1"]),
    ],
)
def test_the_filter_line_finds_notes_by_kind_and_status(noted, typed, found):
    noted.type_filter(typed)
    assert [row.split("\u2002")[0] for row in noted.rows if "." in row.split("\u2002")[0]] == found


def test_the_menu_under_the_line_writes_the_same_and_counts(noted):
    button = noted.find(QToolButton, "facet_note")
    button.menu().aboutToShow.emit()
    assert [action.text() for action in button.menu().actions()] == [
        "een notitie\t2",
        "vraag\t1",
        "zeggen\t1",
        "actiepunt\t1",
        "open\t2",
        "gezegd\t1",
        "vervallen\t1",
    ]
    choose_from(noted, "facet_note", "actiepunt")
    assert noted.filter.text() == "notitie:actiepunt"


def test_the_line_under_the_title_shows_the_note_that_was_found(noted):
    noted.type_filter("notitie:zeggen")
    snippets = noted.window.tree._delegate.snippets
    topic = noted.window.navigator.dossier.topic("raad/steun")
    assert snippets.of(topic).text == "dank"
    noted.filter.clear()
    noted.type_filter("notitie:vraag notitie:vervallen")
    assert noted.window.tree._delegate.snippets.of(topic).text == "oude vraag"


def test_a_note_that_becomes_a_question_is_found_as_one(reader):
    reader.write("x")
    reader.type_filter("notitie:vraag")
    assert "1.1" not in " ".join(reader.rows)
    reader.do("note_kind_question")
    reader.bot.waitUntil(lambda: "1.1" in " ".join(reader.rows))


# -- two windows, and none -------------------------------------------------------------------------------------------


def test_what_another_window_makes_of_a_note_is_seen_here(reader, state):
    reader.write("x")
    reader.go("raad/zee")
    reader.go("raad/steun")
    choose(reader, "x")
    with NoteStore.open(state, author="other", device="other") as store:
        (note,) = store.of_dossier("agenda")
        store.write(note.id, note.anchor, "x", Traits(NoteKind.SAY, Status.CLEARED))
    reader.bot.waitUntil(lambda: ticked(reader) == ["note_kind_say", "note_status_cleared"], timeout=10_000)
    assert reader.find(QComboBox, "noteKind").currentText() == "Zeggen"


def test_two_windows_that_make_it_two_kinds_show_both(reader, state):
    reader.write("x")
    reader.go("raad/zee")
    reader.go("raad/steun")
    choose(reader, "x")
    with NoteStore.open(state, author="other", device="other") as store:
        (note,) = store.on_topic("agenda", "raad/steun")
        reader.press(Qt.Key.Key_2, ALT | SHIFT)
        store.write(note.id, note.anchor, "x", Traits(NoteKind.SAY))
    reader.go("raad/zee")
    reader.go("raad/steun")
    kinds = [reader.list.model().index(row).data(ITEM).kind for row in range(2)]
    assert sorted(kinds) == ["Vraag", "Zeggen"]


MARKER = """
import sys
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPlainTextEdit
from fmm_desktop import app
window = app.build(sys.argv[1:4])
window.show()
keeper = window.controls._keeper
QTest.keyClicks(window.findChild(QPlainTextEdit, "noteEditor"), "x")
keeper.flush()
keeper.saved.connect(lambda writing: print("saved", writing.kind, writing.status, flush=True))
while True:
    for name in sys.argv[4:]:
        window.findChild(QAction, name).trigger()
"""


@pytest.mark.parametrize("lines", [1, 4, 9])
def test_a_kind_that_was_shown_as_saved_is_there_after_kill_9(state, file, open_window, lines):
    names = ["note_kind_question", "note_status_cleared", "note_kind_say", "note_status_open"]
    source = Path(__file__).parents[2] / "src"
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join((str(source), *sys.path))}
    command = [sys.executable, "-c", MARKER, "--data-dir", str(state), str(file), *names]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=environment) as process:
        assert process.stdout
        said = [process.stdout.readline() for _ in range(lines)]
        process.send_signal(signal.SIGKILL)
        said += [line for line in process.stdout.readlines() if line.endswith("\n")]
    order = [["question", "open"], ["question", "cleared"], ["say", "cleared"], ["say", "open"]]
    then = order.index(said[-1].split()[1:])
    reader = open_window(file)
    (found,) = stored(state)
    assert list(found[1:]) in (order[then], order[(then + 1) % 4]), "or one that was not told yet"
    assert reader.notes == ["1.1 Steun aan Oekraïne: x"]


def menu_of(reader: Reader) -> QMenu:
    """Return the menu of a note once it is there."""
    reader.bot.waitUntil(lambda: any(menu.isVisible() for menu in reader.window.findChildren(QMenu, "noteMenu")))
    return reader.find(QMenu, "noteMenu")


@pytest.mark.parametrize("by_key", [False, True], ids=["mouse", "key"])
def test_a_note_in_the_list_has_a_menu(noted: Reader, by_key):
    reader = noted
    reader.go("raad/steun")
    second = reader.list.model().index(1, 0)
    at = reader.list.visualRect(second).center()
    if by_key:
        reader.list.setCurrentIndex(second)
        reader.focus(reader.list)
        event = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, QPoint(1, 1), QPoint(1, 1))
        QApplication.sendEvent(reader.list, event)
    else:
        reader.focus(reader.list)
        event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, at, reader.list.viewport().mapToGlobal(at))
        QApplication.sendEvent(reader.list.viewport(), event)
    menu = menu_of(reader)
    assert reader.editor.toPlainText() == "dank", "it is of the note that was pointed at"
    assert menu.pos().y() >= reader.list.viewport().mapToGlobal(reader.list.visualRect(second).topLeft()).y()
    said = {action.objectName() for action in menu.actions()}
    assert {"go_words", "copy", "note_history", "delete_note"} <= said
    menu.close()
    reader.do("copy")
    assert QApplication.clipboard().text() == "dank"
    reader.do("go_words")
    assert reader.page.hasFocus()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    reader.list.menu_wanted.emit(QPoint(1, 1))
    assert "Soort notitie" in [action.text().replace("&", "") for action in menu_of(reader).actions()], "again"
    menu_of(reader).close()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    reader.speak("en")
    assert reader.action("note_kind_say").text() == "&Say"
