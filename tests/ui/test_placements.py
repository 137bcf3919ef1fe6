"""Where a note is said to hang in another edition, and where one goes to it; and what came while the reader chose."""

import threading

import pytest
from msgspec.structs import replace
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QPushButton, QTextBrowser

from fmm_desktop.dossier.reading import read
from fmm_desktop.notes.anchoring import anchor_at
from fmm_desktop.notes.hanging import Editions
from fmm_desktop.notes.note import Anchor
from fmm_desktop.notes.spots import Spot
from fmm_desktop.notes.store import NoteStore
from fmm_desktop.ui.jobs import Job
from fmm_desktop.ui.notes.placements import Placements
from fmm_desktop.ui.notes.rows import RowsView

from . import agenda
from .conftest import Open, Reader, write
from .test_note_dialogs import dialog, rows, texts
from .test_review import CABLES, SAME_WORDS, doubtful, heading, reissued, reopened
from .test_words import note_on


@pytest.fixture
def file(tmp_path):
    """Write the small agenda with one more passage."""
    return write(tmp_path / "agenda.yaml", agenda.TEXT.replace(f"[{CABLES}]", f"[{CABLES}, {SAME_WORDS}]"))


@pytest.fixture
def reader(open_window: Open, file) -> Reader:
    """Return a window with a note on words of the second passage of a topic."""
    reader = open_window(file)
    reader.speak("en")
    reader.go("raad/zee")
    note_on(reader, "letten op", "x")
    return reader


def moved(open_window: Open, reader: Reader, file) -> Reader:
    """Open the edition in which the passage went to another topic."""
    both = f"[{CABLES}, {SAME_WORDS}]"
    changes = (both, f"[{CABLES}]"), ("[Geen nieuwe tarieven.]", f"[Geen nieuwe tarieven., {SAME_WORDS}]")
    return reopened(open_window, reader, reissued(file, *changes))


def without_topic(open_window: Open, reader: Reader, file) -> Reader:
    """Open the edition in which the topic is gone with all that it said."""
    changes = (
        ("id: zee", "id: lucht"),
        ("title: Veiligheid op zee", "title: Lucht"),
        (SAME_WORDS, "Zo."),
        (CABLES, "Nu."),
    )
    return reopened(open_window, reader, reissued(file, *changes))


def table(reader: Reader) -> RowsView:
    """Open the table of all notes and go to its first row."""
    reader.speak("en")
    reader.do("all_notes")
    view = dialog(reader, "notesTable").findChild(RowsView)
    view.go_to_first()
    return view


def test_the_table_says_where_a_note_hangs_now_and_leads_there(open_window: Open, reader, file):
    reader = moved(open_window, reader, file)
    reader.go("raad/steun")
    view = table(reader)
    (place,) = rows(view, 0)
    assert place.startswith("2.1.")
    assert "letten op" in place
    QTest.keyClick(view, Qt.Key.Key_Return)

    assert reader.topic == "middag/handel"
    assert reader.editor.toPlainText() == "x"


def test_a_note_that_moved_is_found_in_its_topic_of_now(open_window: Open, reader, file):
    reader = moved(open_window, reader, file)
    assert list(reader.window.controls._notes_desk.hung.texts()) == ["middag/handel"]


def test_an_undo_leads_to_where_the_note_hangs_now(open_window: Open, reader, file):
    reader = moved(open_window, reader, file)
    reader.go("middag/handel")
    reader.list.setCurrentIndex(reader.list.model().index(0, 0))
    reader.do("note_kind_question")
    reader.go("raad/steun")
    reader.do("undo")
    assert reader.topic == "middag/handel"


def test_a_note_in_doubt_is_said_to_be_so(open_window: Open, reader, file):
    changed = reissued(file, (SAME_WORDS, "Wij passen op de haven."))
    reader = reopened(open_window, reader, changed)
    assert doubtful(reader) == 1
    (place,) = rows(table(reader), 0)
    assert place == "1.2 Veiligheid op zee (to review)"


def test_a_note_whose_topic_is_gone_leads_to_the_review(open_window: Open, reader, file):
    reader = without_topic(open_window, reader, file)
    view = table(reader)
    (place,) = rows(view, 0)
    assert place == "raad/zee (not in this edition; to review)"
    QTest.keyClick(view, Qt.Key.Key_Return)
    assert heading(reader)


def test_a_passage_that_stood_twice_is_in_doubt_when_one_of_them_is_gone(open_window: Open, tmp_path):
    twice = agenda.TEXT.replace(f"[{CABLES}]", f"[{CABLES}, {SAME_WORDS}, {CABLES}]")
    file = write(tmp_path / "agenda.yaml", twice)
    reader = open_window(file)
    reader.go("raad/zee")
    reader.click("bodem")
    reader.write("over de eerste")
    kept = reader.window.controls._kept_editions
    reader.bot.waitUntil(lambda: len(kept(reader.window.navigator.dossier)) == 1, timeout=10_000)
    old = f"[{CABLES}, {SAME_WORDS}, {CABLES}]"
    reader = reopened(open_window, reader, reissued(file, (old, f"[Vissen mag niet meer in de winter., {CABLES}]")))

    reader.bot.waitUntil(lambda: doubtful(reader) == 1)
    (note,) = reader.window.controls._given.store.of_dossier(reader.window.navigator.dossier.id)
    assert reader.window.controls._notes_desk.placements.of(note.anchor).passage == ""


def test_what_the_topic_alone_tells_is_put_right_by_the_edition_before(tmp_path, qtbot):
    old = agenda.TEXT.replace(f"[{CABLES}]", f"[{CABLES}, {SAME_WORDS}, {CABLES}]")
    new = agenda.TEXT.replace(f"[{CABLES}]", f"[Vissen mag niet meer in de winter., {CABLES}]")
    before = read(write(tmp_path / "agenda.yaml", old))
    after = read(write(tmp_path / "agenda-3.yaml", new.replace("edition: 2", "edition: 3")))
    anchor = anchor_at(before, Spot("raad/zee", "aim-1"))
    with NoteStore.open(tmp_path / "notes", author="a", device="d") as store:
        store.settle(store.write(None, anchor, "over de eerste").id)
        placements = Placements(store.of_dossier, lambda _dossier: (after, before))
        placements.enter(after)
        assert placements.of(anchor).passage == "aim-2"
        with qtbot.waitSignal(placements.known):
            pass
        assert placements.of(anchor).doubt
    del placements  # while the job that it owned has yet to go
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def placed_by(store: NoteStore, anchor: Anchor, editions: Editions) -> Placements:
    """Write a note, and return what places it."""
    store.settle(store.write(None, anchor, "x").id)
    return Placements(store.of_dossier, editions)


def test_where_notes_hang_in_an_edition_that_was_left_is_not_told_of_the_next(tmp_path, qtbot, qapp):
    """Given a job at work on an edition, when the next is opened, then nothing comes of the job any more."""
    first = read(write(tmp_path / "agenda.yaml", agenda.TEXT))
    changed = agenda.TEXT.replace(CABLES, "Kabels op de zeebodem beter beschermen.")
    second = read(write(tmp_path / "agenda-3.yaml", changed.replace("edition: 2", "edition: 3")))
    anchor = anchor_at(first, Spot("raad/zee", "aim-1"))
    go_on = threading.Event()
    with NoteStore.open(tmp_path / "notes", author="a", device="d") as store:
        placements = placed_by(store, anchor, lambda _dossier: (go_on.wait(10), ())[1])
        told = []
        placements.looked.connect(lambda: told.append(placements.of(anchor)))
        placements.enter(second)
        placements._look()
        job = placements._job
        placements.enter(first)
        go_on.set()
        job.join(10)
        qtbot.waitUntil(lambda: bool(told))
        qtbot.waitUntil(lambda: not qapp.findChildren(Job))
        assert [place.doubt for place in told] == [None]
        placements.close()


def test_that_notes_cannot_be_placed_is_told(tmp_path, qtbot):
    dossier = read(write(tmp_path / "agenda.yaml", agenda.TEXT))
    anchor = replace(anchor_at(dossier, Spot("raad/zee", "aim-1")), quote="Iets anders.")

    def broken(_dossier: object) -> tuple[()]:
        raise RuntimeError("broken")

    with NoteStore.open(tmp_path / "notes", author="a", device="d") as store:
        placements = placed_by(store, anchor, broken)
        placements.enter(dossier)
        with qtbot.captureExceptions() as told:
            qtbot.waitUntil(lambda: bool(told))
        assert [str(error) for _, error, _ in told] == ["broken"]
        assert not placements.is_known
        placements.close()


def test_what_is_typed_a_moment_ago_is_on_the_sheet(reader):
    desk = reader.window.controls._notes_desk
    topic = reader.window.navigator.topic
    reader.do("note_on_topic")
    reader.editor.insertPlainText("net getypt")
    assert "net getypt" in [note.text for note in desk.for_sheet(topic.path)]
    stored = reader.window.controls._given.store.of_dossier(reader.window.navigator.dossier.id)
    assert "net getypt" in [note.text for note in stored]


def test_the_table_deletes_what_it_showed_and_no_version_that_came_since(reader, state):
    reader.do("note_on_topic")
    view = table(reader)
    (note,) = reader.window.controls._given.store.of_dossier(reader.window.navigator.dossier.id)
    with NoteStore.open(state, author="colleague", device="d") as other:
        other.get(note.id)
        other.write(note.id, note.anchor, "van een ander")
        other.settle(note.id)
    QTest.keyClick(view, Qt.Key.Key_Delete)

    reader.bot.waitUntil(lambda: rows(view, 6) == ["van een ander"], timeout=10_000)
    assert texts(reader) == ["van een ander"]


def test_a_third_version_comes_into_the_dialog_and_outlives_the_choice(reader, state):
    dossier = reader.window.navigator.dossier
    reader.do("note_on_topic")
    (note,) = reader.window.controls._given.store.of_dossier(dossier.id)
    stores = [NoteStore.open(state, author=name, device="d") for name in ("anna", "bram", "cato", "dirk")]
    for store in stores:
        store.get(note.id)

    def say(number: int, text: str) -> None:
        stores[number].write(note.id, note.anchor, text)
        stores[number].settle(note.id)

    say(0, "van Anna")
    say(1, "van Bram")
    reader.bot.waitUntil(lambda: len(reader.notes) == 2, timeout=10_000)
    reader.list.setCurrentIndex(reader.list.model().index(0, 0))
    reader.do("note_versions")
    shown: QDialog = dialog(reader, "versionsDialog")
    say(2, "van Cato")

    def said() -> list[str]:
        return sorted(one.toPlainText() for one in shown.findChildren(QTextBrowser) if one.isVisible())

    reader.bot.waitUntil(lambda: said() == ["van Anna", "van Bram", "van Cato"], timeout=10_000)
    say(3, "van Dirk")  # nobody saw it before they chose
    next(one for one in shown.findChildren(QPushButton) if one.text() == "Keep version &1" and one.isVisible()).click()
    assert len(stores[0].heads(note.id)) == 2
    assert "van Dirk" in [head.text for head in stores[0].heads(note.id)]
    for store in stores:
        store.close()
