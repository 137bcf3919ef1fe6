"""The library in the window: a folder of dossiers, its list, and finding words in all of them."""

import os
import tempfile
import threading
from pathlib import Path

import pytest
import synthetic
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel, QLineEdit, QListView, QMenu, QPushButton, QWidget

from fmm_desktop.search.library import Library
from fmm_desktop.search.query import parse
from fmm_desktop.ui.library.index import Index
from fmm_desktop.ui.library.lines import DossierLine, HitLine
from fmm_desktop.ui.location import Location
from fmm_desktop.ui.state import load

from ..search.library_samples import about, dossier, write
from .conftest import Open, Reader, click, type_text
from .conftest import write as write_text

CTRL = Qt.KeyboardModifier.ControlModifier
FLEET = "Nederland wil de schaduwvloot aanpakken."


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with a dossier in two editions, an older one, and a file that is broken."""
    made = tmp_path / "dossiers"
    new = {"start": "2026-02-03", "end": "2026-02-04", "place": "Luxemburg"}
    for edition in (1, 2):
        write(made / f"raad-{edition}.yaml", about(FLEET, "Energie.", id="raad", edition=edition, title="Raad",
                                                    meeting=new))  # fmt: skip
    old = {"start": "2024-05-06", "place": "Oslo"}
    write(made / "oud" / "top.yaml", about("De vloot in Oslo.", id="top", title="Top", meeting=old))
    write(made / "stuk.yaml", "format: fmm-dossier/1\ntitle: [")
    return made


class Shown:
    """The library of a window, and the hands of who looks in it."""

    def __init__(self, reader: Reader) -> None:
        self.reader = reader
        self.pane = reader.find(QWidget, "libraryPane")
        self.edit = reader.find(QLineEdit, "libraryEdit")
        self.list = reader.find(QListView, "libraryList")

    @property
    def rows(self) -> list[str]:
        """What the rows say, from top to bottom."""
        model = self.list.model()
        return [model.index(row, 0).data() for row in range(model.rowCount())]

    @property
    def lines(self):
        """The values behind the rows."""
        return self.list.model().lines

    @property
    def told(self) -> str:
        """What is said above the list."""
        return self.reader.find(QLabel, "libraryTold").text()

    @property
    def selected(self) -> str:
        """The row that is selected."""
        chosen = self.list.selectionModel().selectedIndexes()
        return chosen[0].data() if chosen else ""

    def wait(self) -> None:
        """Wait until all is read and answered."""
        desk = self.reader.window.controls._door.room.desk
        self.reader.bot.waitUntil(
            lambda: (
                not (desk.is_reading or desk.is_listing or desk.is_searching or desk._counting.is_busy)
                and not desk._pause.isActive()
            ),
            timeout=20_000,
        )

    def find(self, words: str) -> None:
        """Type into the line and wait for the answer."""
        self.reader.focus(self.edit)
        self.edit.selectAll()
        type_text(self.edit, words)
        self.wait()

    def open(self, beginning: str) -> None:
        """Go to the first row that begins like this, and press Enter."""
        row = next(row for row, words in enumerate(self.rows) if words.startswith(beginning))
        self.reader.focus(self.list)
        self.list.setCurrentIndex(self.list.model().index(row, 0))
        self.reader.press(Qt.Key.Key_Return)


def show(reader: Reader, folder: Path) -> Shown:
    """Show a folder as the library, and wait until it is read."""
    reader.window.controls.show_library(folder)
    shown = Shown(reader)
    shown.wait()
    return shown


def drop(reader: Reader, *urls: QUrl) -> None:
    """Drop something on the window."""
    data = QMimeData()
    data.setUrls(urls)
    copy, left, none = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(QPoint(50, 50), copy, data, left, none)
    QApplication.sendEvent(reader.window, enter)
    assert enter.isAccepted()
    QApplication.sendEvent(reader.window, QDropEvent(QPointF(50, 50), copy, data, left, none))


# -- the list ----------------------------------------------------------------------------------------------------------


def test_each_dossier_is_a_row_with_its_editions_under_it_and_broken_files_at_the_end(reader, folder):
    shown = show(reader, folder)
    newest, older, top, broken = shown.rows
    assert newest.startswith("Raad, 3–4 februari 2026 · Luxemburg · ")
    assert " 2 · 2 " in newest, "the edition, and how many topics"
    assert older.startswith("Raad, ")
    assert top.startswith("Top, 6 mei 2024 · Oslo")
    assert broken.startswith("stuk.yaml, ")
    assert "regel" in broken
    assert [line.older for line in shown.lines] == [False, True, False, False]
    assert shown.told.startswith("3 ")


def test_the_newest_edition_tells_how_many_notes_there_are_and_the_open_dossier_is_marked(reader, folder):
    shown = show(reader, folder)
    shown.open("Raad")
    reader.bot.waitUntil(lambda: not shown.pane.isVisible())
    reader.write("vraag")
    reader.press(Qt.Key.Key_L, CTRL)
    shown.wait()
    assert [(line.notes, line.is_open) for line in shown.lines] == [(1, True), (0, False), (0, False), (0, False)]


def test_without_a_folder_the_reader_is_told_to_choose_one(reader, monkeypatch, folder):
    reader.press(Qt.Key.Key_L, CTRL)
    shown = Shown(reader)
    assert shown.rows == []
    assert shown.told
    assert not shown.edit.isEnabled()
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(folder))
    reader.do("open_folder")
    shown.wait()
    assert len(shown.rows) == 4
    assert shown.edit.hasFocus()


def test_an_empty_folder_says_so(reader, tmp_path):
    (tmp_path / "leeg").mkdir()
    shown = show(reader, tmp_path / "leeg")
    assert shown.rows == []
    assert len(shown.told) > 20


def test_a_dossier_opens_by_double_click_and_the_line_of_a_broken_file_tells_why(reader, folder):
    shown = show(reader, folder)
    shown.open("stuk.yaml")
    assert "stuk.yaml" in reader.message
    assert shown.pane.isVisible(), "the reader stays where they are"
    where = shown.list.visualRect(shown.list.model().index(2, 0)).center()
    click(shown.list.viewport(), where)
    QTest.mouseDClick(shown.list.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, where)
    assert not shown.pane.isVisible()
    assert reader.window.windowTitle().startswith("Top")
    assert reader.filter.text() == ""


# -- finding -----------------------------------------------------------------------------------------------------------


def test_what_is_found_stands_under_its_dossier_and_opens_at_its_topic(reader, folder):
    shown = show(reader, folder)
    shown.find("schaduwvloot")
    kinds = [type(line) for line in shown.lines]
    assert kinds == [DossierLine, HitLine, DossierLine, HitLine]
    assert shown.rows[1] == f"1.1.1 Onderwerp 0, Inzet: {FLEET}"
    assert shown.told.startswith("2 ")
    reader.press(Qt.Key.Key_Down)
    assert shown.list.hasFocus()
    assert shown.selected == shown.rows[1]
    reader.press(Qt.Key.Key_Return)
    assert not shown.pane.isVisible()
    assert reader.window.path.name == "raad-2.yaml"
    assert reader.topic == "ochtend/t0"
    assert reader.filter.text() == "schaduwvloot"
    assert reader.marked()[0] == "schaduwvloot"
    assert reader.page.hasFocus()


def test_a_hit_in_the_dossier_that_is_open_leads_to_its_page_and_back_leads_back(reader, folder):
    shown = show(reader, folder)
    shown.open("Raad")
    reader.press(Qt.Key.Key_L, CTRL)
    shown.find("energie")
    shown.open("1.2")
    assert reader.topic == "ochtend/t1"
    reader.do("back")
    assert reader.topic == "ochtend/t0"


def test_the_first_hits_come_at_once_and_more_as_the_reader_scrolls(reader, folder):
    many = [{"title": f"Onderwerp {number}", "aim": ["De zeppelin."]} for number in range(130)]
    write(folder / "veel.yaml", dossier("Veel", many, id="veel"))
    shown = show(reader, folder)
    shown.find("zeppelin")
    assert len(shown.rows) == 51
    assert shown.told.startswith("130 ")
    for expected in (101, 131):
        reader.window.controls._door.room.look_again()  # whatever else is asked meanwhile
        shown.list.verticalScrollBar().setValue(shown.list.verticalScrollBar().maximum())
        reader.bot.waitUntil(lambda expected=expected: len(shown.rows) == expected)
        shown.wait()
    assert [line.hit.title for line in shown.lines[1:]] == [f"Onderwerp {number}" for number in range(130)]
    shown.list.verticalScrollBar().setValue(0)
    shown.list.verticalScrollBar().setValue(shown.list.verticalScrollBar().maximum())
    shown.wait()
    assert len(shown.rows) == 131


def test_an_older_question_never_takes_the_place_of_a_newer_answer(reader, folder, monkeypatch):
    shown = show(reader, folder)
    may_go_on, asked, told = threading.Event(), [], []
    reader.window.controls._door.room.desk.found.connect(told.append)
    search = Library.search

    def slow(library, query, places):
        asked.append(query.words)
        if query.words == ("vloot",):
            may_go_on.wait(10)
        return search(library, query, places)

    monkeypatch.setattr(Library, "search", slow)
    reader.focus(shown.edit)
    shown.edit.setText("vloot")
    reader.bot.waitUntil(lambda: bool(asked))
    for words in ("e", "en", "energie"):
        shown.edit.setText(words)
    may_go_on.set()
    shown.wait()
    assert [line.hit.title for line in shown.lines if isinstance(line, HitLine)] == ["Onderwerp 1", "Onderwerp 1"]
    assert asked == [("vloot",), ("energie",)], "what was typed meanwhile is not asked"
    assert len(told) == 1, "nor is the older answer told"


def test_slips_and_what_is_not_looked_for_are_told(reader, folder):
    shown = show(reader, folder)
    shown.find("sesie:x vloot")
    assert "sesie:" in shown.told
    assert len(shown.rows) > 2, "the rest still finds"
    shown.find("notitie:x vloot")
    assert shown.told.count("\n") == 1


def test_escape_clears_first_and_then_leads_back(reader, folder):
    before = (reader.topic, reader.text, reader.rows)
    reader.focus(reader.tree)
    shown = show(reader, folder)
    shown.find("vloot")
    reader.press(Qt.Key.Key_Escape)
    assert shown.edit.text() == ""
    assert shown.pane.isVisible()
    assert len(shown.rows) == 4
    reader.press(Qt.Key.Key_Escape)
    assert not shown.pane.isVisible()
    assert reader.tree.hasFocus()
    assert (reader.topic, reader.text, reader.rows) == before


def test_nothing_that_can_be_typed_is_an_error(reader, folder):
    shown = show(reader, folder)
    for typed in ('"', "---", '"" -', "\u202eabc", "🚢", "\ud800", "x" * 10_000, "\0", "notitie:"):
        shown.edit.setText(typed)
        shown.wait()
    assert not any(isinstance(line, HitLine) for line in shown.lines)


# -- in and out --------------------------------------------------------------------------------------------------------


def test_what_is_being_written_is_settled_and_the_dossier_stays_as_it_was(reader, folder):
    reader.go("raad/zee")
    reader.focus(reader.editor)
    type_text(reader.editor, "half")
    shown = show(reader, folder)
    assert len(reader.notes) == 1
    reader.press(Qt.Key.Key_L, CTRL)
    assert not shown.pane.isVisible()
    assert reader.topic == "raad/zee"
    assert reader.editor.isVisible()
    reader.write("meer")
    assert sorted(note.rsplit(": ", 1)[1] for note in reader.notes) == ["half", "meer"]


def test_what_would_do_nothing_in_the_library_cannot_be_chosen(reader, folder):
    able = {action.objectName() for action in reader.window.controls._actions if action.isEnabled()}
    show(reader, folder)
    here = {action.objectName() for action in reader.window.controls._actions if action.isEnabled()}
    assert {"print", "next_topic", "note_on_topic", "show_tree"} <= able - here
    assert {"open", "open_folder", "library", "quit", "help", "zoom_in", "theme_dark"} <= here
    assert reader.action("library").isChecked()
    reader.do("library")
    assert {action.objectName() for action in reader.window.controls._actions if action.isEnabled()} == able
    assert not reader.action("library").isChecked()


def test_ctrl_f_leads_to_the_line_and_up_leads_back_to_it_from_the_list(reader, folder):
    shown = show(reader, folder)
    reader.focus(shown.list)
    reader.press(Qt.Key.Key_F, CTRL)
    assert shown.edit.hasFocus()
    reader.press(Qt.Key.Key_Down)
    reader.press(Qt.Key.Key_Up)
    assert shown.edit.hasFocus()


def test_the_library_and_what_was_opened_come_back_in_the_next_window(reader, open_window: Open, folder):
    reader.window.resize(780, 420)
    panes = reader.window.splitter.sizes()
    show(reader, folder)
    reader.close()
    again = open_window()
    assert again.window.splitter.sizes() == pytest.approx(panes, abs=3)
    again.press(Qt.Key.Key_L, CTRL)
    shown = Shown(again)
    shown.wait()
    assert len(shown.rows) == 4
    assert [Path(path).name for path in again.window.controls._memory.recent] == ["dossiers", "agenda.yaml"]


def test_a_folder_on_the_command_line_is_shown_over_the_dossier_that_was_open_last(open_window: Open, folder):
    reader = open_window(folder)
    shown = Shown(reader)
    shown.wait()
    assert len(shown.rows) == 4
    reader.press(Qt.Key.Key_Escape)
    assert reader.window.windowTitle().startswith("NAVO")


def test_a_dossier_that_was_being_read_does_not_take_the_reader_out_of_the_library(reader, folder, tmp_path):
    path = write_text(tmp_path / "large.yaml", synthetic.yaml_text(600))
    reader.do("next_topic")
    assert reader.action("back").isEnabled()
    reader.window.controls._door.open_path(path)
    shown = show(reader, folder)
    reader.bot.waitUntil(lambda: reader.window.path == path, timeout=20_000)
    assert shown.pane.isVisible()
    assert not reader.action("print").isEnabled()
    reader.do("library")
    assert reader.action("print").isEnabled()
    assert not reader.action("back").isEnabled(), "nothing was left behind in this dossier"


def test_the_library_speaks_another_language_and_takes_other_colours(reader, folder):
    shown = show(reader, folder)
    reader.speak("en")
    assert shown.rows[0].startswith("Raad, 3–4 February 2026 · Luxemburg · edition 2")
    assert "line" in shown.rows[3]
    assert shown.edit.accessibleName() == "Find in the library"
    reader.do("theme_dark")
    QApplication.processEvents()
    drawn = shown.list.viewport().grab().toImage()
    assert drawn.pixelColor(drawn.width() - 20, drawn.height() - 5).lightness() < 80
    for pane in (shown.pane, shown.edit, shown.list):
        assert pane.accessibleName()


# -- what changes and what breaks ----------------------------------------------------------------------------------


def test_what_changed_is_read_when_the_reader_comes_back_to_the_window(reader, folder):
    shown = show(reader, folder)
    write(folder / "nieuw.yaml", about("Nieuw.", id="nieuw", title="Nieuw"), seconds=5)
    write(folder / "raad-2.yaml", about("Zeppelin.", id="raad", title="Raad anders", edition=2), seconds=5)
    (folder / "stuk.yaml").unlink()
    QApplication.sendEvent(reader.window, _activated())
    shown.wait()
    assert {row.partition(",")[0] for row in shown.rows} == {"Raad anders", "Raad", "Nieuw", "Top"}


def _activated():
    from PySide6.QtCore import QEvent  # noqa: PLC0415 - used once

    return QEvent(QEvent.Type.WindowActivate)


def test_a_folder_that_vanished_is_told_of_and_what_is_known_of_it_stays(reader, folder):
    shown = show(reader, folder)
    folder.rename(folder.with_name("elders"))
    QApplication.sendEvent(reader.window, _activated())
    shown.wait()
    assert str(folder) in shown.told
    assert "\n" not in shown.told
    assert len(shown.rows) == 4
    shown.open("Top")
    assert "top.yaml" in reader.message
    folder.with_name("elders").rename(folder)
    QApplication.sendEvent(reader.window, _activated())
    shown.wait()
    assert str(folder) not in shown.told


def test_links_in_a_circle_end(reader, folder):
    (folder / "oud" / "terug").symlink_to(folder)
    assert len(show(reader, folder).rows) == 4


def test_a_cache_that_cannot_be_written_is_done_without(open_window: Open, folder, file, state):
    state.mkdir(mode=0o700)
    (state / "cache").write_text("no folder", encoding="utf-8")
    reader = open_window(file)
    shown = show(reader, folder)
    assert len(shown.rows) == 4
    shown.find("schaduwvloot")
    assert len(shown.rows) == 4
    spare = Path(reader.window.controls._door.room.desk._index._spare.name)
    assert spare.is_dir()
    reader.close()
    assert not spare.exists()


def test_where_nothing_at_all_can_be_kept_each_question_reads_anew(folder, tmp_path, monkeypatch):
    (tmp_path / "no folder").write_text("", encoding="utf-8")
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "no folder"))
    index = Index(tmp_path / "no folder")
    told = []
    assert index.update([folder], told.append).dossiers == 3
    assert len(index.dossiers([folder], told.append)) == 4
    assert len(index.search(parse("vloot"), [folder], (0, 2), told.append).hits) == 2
    assert index.count(parse("vloot"), [folder], told.append) == 3
    index.close()


def test_reading_shows_how_far_it_is_can_be_stopped_and_gone_on_with(reader, tmp_path):
    (tmp_path / "veel").mkdir()
    for number in range(6):
        write_text(
            tmp_path / "veel" / f"d{number}.yaml", synthetic.yaml_text(150).replace("id: ", f"id: d{number}-", 1)
        )
    reader.window.controls.show_library(tmp_path / "veel")
    shown = Shown(reader)
    stop = reader.find(QPushButton, "libraryStop")
    reader.bot.waitUntil(stop.isVisible, timeout=10_000)
    shown.edit.setText("onderwerp")
    click(stop, stop.rect().center())
    shown.wait()
    assert len({line.file for line in shown.lines}) < 6
    assert stop.isVisible()
    QApplication.sendEvent(reader.window, _activated())
    assert not reader.window.controls._door.room.desk.is_reading, "it was stopped"
    click(stop, stop.rect().center())
    shown.wait()
    assert not stop.isVisible()
    shown.edit.clear()
    assert len(shown.rows) == 6


def test_a_window_that_is_closed_while_it_reads_hears_no_more_of_it(reader, tmp_path):
    (tmp_path / "veel").mkdir()
    write_text(tmp_path / "veel" / "veel.yaml", synthetic.yaml_text(800))
    reader.window.controls.show_library(tmp_path / "veel")
    desk = reader.window.controls._door.room.desk
    job = desk._reading
    assert reader.window.close()
    assert not job.is_running
    reader.bot.wait(50)


# -- dropping and the list of what was opened --------------------------------------------------------------------------


def test_a_folder_that_is_dropped_is_the_library_and_a_file_opens(reader, folder):
    drop(reader, QUrl.fromLocalFile(str(folder)))
    shown = Shown(reader)
    shown.wait()
    assert len(shown.rows) == 4
    drop(reader, QUrl.fromLocalFile(str(folder / "oud" / "top.yaml")))
    assert not shown.pane.isVisible()
    assert reader.window.windowTitle().startswith("Top")


def test_of_several_things_that_are_dropped_the_folder_wins_and_that_is_told(reader, folder):
    drop(reader, QUrl.fromLocalFile(str(folder / "raad-1.yaml")), QUrl.fromLocalFile(str(folder)))
    assert Shown(reader).pane.isVisible()
    assert "dossiers" in reader.message
    Shown(reader).wait()


def test_what_is_on_a_network_is_not_fetched(reader):
    drop(reader, QUrl("https://example.org/dossier.yaml"))
    assert reader.message
    assert reader.topic == "raad/steun"


def entries(reader: Reader) -> list[str]:
    """Open the menu of what was opened last and return its entries."""
    menu = reader.find(QMenu, "recentMenu")
    menu.aboutToShow.emit()
    return [action.text() for action in menu.actions() if not action.isSeparator()]


def choose(reader: Reader, beginning: str) -> None:
    """Choose an entry of that menu."""
    entries(reader)
    menu = reader.find(QMenu, "recentMenu")
    next(action for action in menu.actions() if action.text().startswith(beginning)).trigger()


def test_what_was_opened_last_can_be_opened_again(reader, folder, file):
    shown = show(reader, folder)
    shown.open("Top")
    assert [one.partition(" – ")[0] for one in entries(reader)[:-1]] == ["top.yaml", f"dossiers{os.sep}", "agenda.yaml"]
    choose(reader, "agenda.yaml")
    assert reader.window.path == file
    assert [one.partition(" – ")[0] for one in entries(reader)[:2]] == ["agenda.yaml", "top.yaml"]
    choose(reader, "dossiers")
    assert shown.pane.isVisible()
    shown.wait()


def test_what_is_not_there_any_more_is_told_of_and_forgotten(reader, folder, file):
    show(reader, folder).open("Top")
    (folder / "oud" / "top.yaml").unlink()
    choose(reader, "agenda.yaml")
    choose(reader, "top.yaml")
    assert "top.yaml" in reader.message
    assert reader.window.path == file
    assert not any(one.startswith("top.yaml") for one in entries(reader))


def test_the_list_holds_ten_and_can_be_cleared(reader, tmp_path):
    for number in range(12):
        path = write(tmp_path / f"d{number}.yaml", about("x", id=f"d{number}"))
        reader.window.controls._door.open_path(path)
    assert [one.partition(".")[0] for one in entries(reader)[:-1]] == [f"d{number}" for number in range(11, 1, -1)]
    menu = reader.find(QMenu, "recentMenu")
    menu.actions()[-1].trigger()
    assert not menu.menuAction().isEnabled()
    assert reader.window.controls._memory.recent == ()


@pytest.mark.skipif(os.name != "posix", reason="names are bytes on POSIX alone")
def test_a_name_that_is_no_text_is_opened_and_not_remembered(reader, tmp_path, state):
    odd = Path(os.fsdecode(os.fsencode(tmp_path) + b"/m\xffp"))
    path = write(odd / "d.yaml", about("x", id="odd", title="Vreemd"))
    shown = show(reader, odd)
    assert len(shown.rows) == 1
    assert shown.rows[0].startswith("d.yaml, "), "it is told of, as a file that is broken is"
    reader.window.controls._door.open_path(path)
    assert reader.window.windowTitle().startswith("Vreemd")
    reader.close()
    left = load(state)
    assert (left.dossier, left.library, len(left.recent)) == ("", "", 1)


# -- the parts ---------------------------------------------------------------------------------------------------------


def test_the_list_keeps_its_promises(reader, folder):
    shown = show(reader, folder)
    watched = QAbstractItemModelTester(shown.list.model(), QAbstractItemModelTester.FailureReportingMode.Fatal)
    for words in ("vloot", "zeppelin", "", "o"):
        shown.edit.setText(words)
        shown.wait()
    assert watched is not None


def test_nothing_of_the_library_is_imported_before_it_is_wanted(tmp_path):
    import subprocess  # noqa: PLC0415 - used once
    import sys  # noqa: PLC0415

    script = (
        "import sys\nfrom fmm_desktop import app\n"
        "window = app.build(['--data-dir', sys.argv[1]])\n"
        "print([name for name in sys.modules if 'search.library' in name or 'ui.library.' in name])\nwindow.close()"
    )
    quiet = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "QT_LOGGING_RULES": "qt.qpa.*=false"}
    command = [sys.executable, "-c", script, str(tmp_path)]
    done = subprocess.run(command, env=quiet, capture_output=True, text=True, timeout=60, check=True)
    assert done.stdout.strip() == "['fmm_desktop.ui.library.door']"


def test_a_thousand_dossiers_are_shown_without_a_pause(reader, tmp_path):
    for number in range(1000):
        write(tmp_path / "veel" / f"d{number}.yaml", about(f"Tekst {number}", id=f"d{number}"))
    shown = show(reader, tmp_path / "veel")
    assert len(shown.rows) == 1000
    assert reader.window.navigator.location == Location("topic", "raad/steun")
    shown.find("tekst 99")
    assert shown.rows[1].startswith("1.1.1 ")
