"""The library in the window: a folder of dossiers, its list, and finding words in all of them."""

import os
import threading
from pathlib import Path

import pytest
import synthetic
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel

from fmm_desktop.search.library import Library
from fmm_desktop.ui.library.lines import DossierLine, HitLine
from fmm_desktop.ui.location import Location

from ..search.library_samples import about, dossier, write
from .conftest import Open, click, type_text
from .conftest import write as write_text
from .shown_library import FLEET, Shown, make_folder, show

CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Make a small library."""
    return make_folder(tmp_path / "dossiers")


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

    def slow(library, query, places, watch):
        asked.append(query.words)
        if query.words == ("vloot",):
            may_go_on.wait(10)
        return search(library, query, places, watch)

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


def test_what_is_being_written_is_settled_and_dossier_and_note_stay_as_they_were(reader, folder):
    reader.go("raad/zee")
    reader.focus(reader.editor)
    type_text(reader.editor, "half")
    shown = show(reader, folder)
    assert len(reader.notes) == 1
    reader.press(Qt.Key.Key_L, CTRL)
    assert not shown.pane.isVisible()
    assert reader.topic == "raad/zee"
    assert reader.editor.isVisible()
    assert reader.editor.toPlainText() == "half"
    reader.write(" en meer")
    assert [note.rsplit(": ", 1)[1] for note in reader.notes] == ["half en meer"]


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
    reader.window.controls._arrivals.open_path(path)
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


# -- the parts ---------------------------------------------------------------------------------------------------------


def test_the_list_keeps_its_promises(reader, folder):
    shown = show(reader, folder)
    watched = QAbstractItemModelTester(shown.list.model(), QAbstractItemModelTester.FailureReportingMode.Fatal)
    for words in ("vloot", "zeppelin", "", "o"):
        shown.edit.setText(words)
        shown.wait()
    assert watched is not None


def test_nothing_of_the_library_or_the_print_window_is_imported_before_it_is_wanted(tmp_path):
    import subprocess  # noqa: PLC0415 - used once
    import sys  # noqa: PLC0415

    script = (
        "import sys\nfrom fmm_desktop import app\n"
        "window = app.build(['--data-dir', sys.argv[1]])\n"
        "waits = ('search.library', 'ui.library.', 'ui.sheets.', 'sheets.documents', 'typst', 'pypdfium2')\n"
        "print([name for name in sys.modules if any(one in name for one in waits)])\nwindow.close()"
    )
    quiet = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "QT_LOGGING_RULES": "qt.qpa.*=false"}
    command = [sys.executable, "-c", script, str(tmp_path)]
    done = subprocess.run(command, env=quiet, capture_output=True, text=True, timeout=60, check=True)
    there = ("ui.library.door", "ui.sheets.choice", "ui.sheets.desk")
    assert done.stdout.strip() == str([f"fmm_desktop.{name}" for name in there])


def test_a_thousand_dossiers_are_shown_without_a_pause(reader, tmp_path):
    for number in range(1000):
        write(tmp_path / "veel" / f"d{number}.yaml", about(f"Tekst {number}", id=f"d{number}"))
    shown = show(reader, tmp_path / "veel")
    assert len(shown.rows) == 1000
    assert reader.window.navigator.location == Location("topic", "raad/steun")
    shown.find("tekst 99")
    assert shown.rows[1].startswith("1.1.1 ")


def test_a_screen_reader_can_read_which_folder_it_is(reader, folder):
    show(reader, folder)
    said = QAccessible.queryAccessibleInterface(reader.find(QLabel, "libraryFolder"))
    assert said.role() is QAccessible.Role.StaticText
    assert said.text(QAccessible.Text.Name) == str(folder)


def test_enter_on_the_row_of_a_dossier_leads_to_what_was_found_in_it_first(reader, folder):
    shown = show(reader, folder)
    shown.find("schaduwvloot")
    shown.open("Raad")
    reader.bot.waitUntil(lambda: not shown.pane.isVisible())
    assert reader.filter.text() == "schaduwvloot"
    assert "schaduwvloot" in reader.marked()


def test_a_dossier_in_two_languages_is_no_edition_of_itself(reader, tmp_path):
    for edition, language in ((1, "nl"), (1, "en"), (2, "nl")):
        name = f"{language}-{edition}.yaml"
        write(tmp_path / "talen" / name, about("x", id="raad", edition=edition, language=language, title=name))
    shown = show(reader, tmp_path / "talen")
    assert [(line.dossier.title, line.older) for line in shown.lines] == [
        ("en-1.yaml", False), ("nl-2.yaml", False), ("nl-1.yaml", True)
    ]  # fmt: skip
