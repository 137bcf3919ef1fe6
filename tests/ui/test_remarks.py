"""What an editor would remark on, in a pane below the page: gone through by keyboard, silenced in the file."""

import threading
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QComboBox, QLabel, QListView

from fmm_desktop import paths
from fmm_desktop.dossier.editor import silencing
from fmm_desktop.dossier.editor.checking import editor_remarks
from fmm_desktop.dossier.reading import read
from fmm_desktop.ui.remarks import writing

from . import agenda
from .conftest import Open, Reader, type_text, write

TEXT = agenda.TEXT.replace("Eerste regel", "KFOR en EDIP op dinsdag 3 december 2025, eerste regel")


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return write(tmp_path / "agenda.yaml", TEXT)


class Remarks:
    """The pane of a window."""

    def __init__(self, reader: Reader) -> None:
        self.reader = reader
        self.list = reader.find(QListView, "remarksList")
        self.kinds = reader.find(QComboBox, "remarksKind")
        reader.bot.waitUntil(lambda: not reader.window.controls._remarks._job)

    @property
    def rows(self) -> list[str]:
        return [self.list.model().index(row, 0).data() for row in range(self.list.model().rowCount())]

    def press(self, *keys: str) -> None:
        for key in keys:
            self.reader.press(Qt.Key[f"Key_{key}"])

    def answer(self) -> None:
        """Press the button of what is told."""
        self.reader.bar._action.click()


def open_remarks(reader: Reader) -> Remarks:
    reader.press(Qt.Key.Key_F8)
    return Remarks(reader)


def test_remarks_stand_in_the_order_of_the_dossier_and_lead_to_their_place(reader: Reader) -> None:
    remarks = open_remarks(reader)

    assert [row.partition(":")[0] for row in remarks.rows] == [
        "1.1.5 · Afkorting",
        "1.1.5 · Afkorting",
        "1.1.5 · Datum",
        "1.2 · Geen antwoord",
        "2.1 · Geen antwoord",
    ]
    remarks.press("End", "Return")
    assert reader.topic == "middag/handel"
    remarks.press("Home", "Return")
    assert reader.topic == "raad/steun"
    assert reader.window.page.passage == "background-1"
    assert QApplication.focusWidget() is remarks.list, "to go on from there"


def test_the_remarks_of_one_kind_are_shown(reader: Reader) -> None:
    remarks = open_remarks(reader)

    remarks.kinds.setCurrentIndex(remarks.kinds.findData("dates"))
    remarks.kinds.activated.emit(remarks.kinds.currentIndex())

    assert len(remarks.rows) == 1
    assert "3 december 2025 is een woensdag" in remarks.rows[0]


def test_a_remark_is_silenced_in_the_file_and_that_is_taken_back(reader: Reader, file: Path) -> None:
    remarks = open_remarks(reader)

    remarks.press("Delete")
    reader.bot.waitUntil(lambda: len(remarks.rows) == 4)
    assert not any("KFOR" in row for row in remarks.rows)
    assert read(file).checked == {"raad/steun": ("unexplained/KFOR",)}
    reader.bot.waitUntil(lambda: "27" in reader.message)
    assert file.read_text("utf-8").replace("        checked: [unexplained/KFOR]\n", "") == TEXT

    remarks.answer()
    reader.bot.waitUntil(lambda: len(remarks.rows) == 5)
    assert file.read_text("utf-8") == TEXT


def test_ctrl_z_in_the_pane_takes_back_what_was_silenced_and_never_a_note(reader: Reader, file: Path) -> None:
    reader.do("note_on_topic")
    type_text(reader.editor, "Een notitie")
    of_notes = reader.action("undo").text()
    remarks = open_remarks(reader)
    left = len(remarks.rows)

    for _ in range(left):
        before = len(remarks.rows)
        remarks.press("Delete")
        reader.bot.waitUntil(lambda before=before: len(remarks.rows) < before and bool(reader.message))
        if not remarks.rows:
            break
    assert not remarks.rows
    assert "Ctrl+Z" in reader.message
    assert reader.action("undo").text() != of_notes
    while file.read_text("utf-8") != TEXT:
        before = file.read_bytes()
        reader.press(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
        reader.bot.waitUntil(lambda before=before: file.read_bytes() != before and not remarks_busy(reader))
    reader.bot.waitUntil(lambda: len(remarks.rows) == left)
    assert reader.window.statusBar().currentMessage()
    assert not reader.message

    reader.press(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert len(reader.notes) == 1
    assert not reader.action("undo").isEnabled()
    reader.focus(reader.page)
    assert ": " in reader.action("undo").text()
    reader.press(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert reader.notes == []


def remarks_busy(reader: Reader) -> bool:
    """Whether remarks are looked for, or a file is written."""
    return reader.window.controls._remarks._job is not None


def test_the_file_changed_meanwhile_is_not_written_and_the_line_is_shown(reader: Reader, file: Path) -> None:
    remarks = open_remarks(reader)
    write(file, TEXT.replace("Handel en tarieven", "Handel"))

    remarks.press("Delete")

    reader.bot.waitUntil(lambda: "checked: [unexplained/KFOR]" in reader.message)
    assert read(file).checked == {}
    remarks.answer()
    assert QApplication.clipboard().text() == "checked: [unexplained/KFOR]"

    reader.press(Qt.Key.Key_F5)
    reader.bot.waitUntil(lambda: reader.rows[-1].endswith("Handel"))


@pytest.fixture
def held(monkeypatch: pytest.MonkeyPatch) -> threading.Event:
    """Writing waits for this."""
    held, write_at_once = threading.Event(), writing.write_silenced

    def write_silenced(*given):
        held.wait(10)
        return write_at_once(*given)

    monkeypatch.setattr(writing, "write_silenced", write_silenced)
    return held


def test_what_was_silenced_is_told_after_the_pane_was_hidden(reader: Reader, file: Path, held: threading.Event) -> None:
    remarks = open_remarks(reader)
    remarks.press("Delete")
    reader.press(Qt.Key.Key_F8)
    held.set()

    reader.bot.waitUntil(lambda: "27" in reader.message)
    assert file.name in reader.message
    assert read(file).checked == {"raad/steun": ("unexplained/KFOR",)}
    remarks.answer()
    reader.bot.waitUntil(lambda: file.read_text("utf-8") == TEXT)


def test_what_was_silenced_is_told_after_another_dossier_was_opened(
    reader: Reader, file: Path, tmp_path: Path, held: threading.Event
) -> None:
    other = write(tmp_path / "ander.yaml", agenda.TEXT)
    remarks = open_remarks(reader)
    remarks.press("Delete")
    reader.window.controls._arrivals.open_path(other)
    reader.bot.waitUntil(lambda: reader.window.path == other)
    held.set()

    reader.bot.waitUntil(lambda: file.name in reader.message)
    reader.bot.waitUntil(lambda: len(remarks.rows) == 2)  # those of the other one
    assert read(file).checked == {"raad/steun": ("unexplained/KFOR",)}
    remarks.answer()
    reader.bot.waitUntil(lambda: file.read_text("utf-8") == TEXT)
    assert len(remarks.rows) == 2


def test_what_another_wrote_while_the_line_was_looked_for_stays(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    dossier = read(file)
    remark = next(one for one in editor_remarks(dossier) if "KFOR" in one.silenced_by)

    def silenced_late(*given):
        done = silencing.silenced(*given)
        write(file, f"{TEXT}# van een ander\n")
        return done

    monkeypatch.setattr(writing, "silenced", silenced_late)

    assert writing.write_silenced(file, remark, dossier) is None
    assert file.read_text("utf-8") == f"{TEXT}# van een ander\n"


def test_a_dossier_that_comes_with_the_program_is_never_written(open_window: Open, file: Path) -> None:
    shipped = paths.bundled("data") / "fmm-2025-12-03.nl.yaml"
    reader = open_window(shipped)
    remarks = open_remarks(reader)
    assert reader.find(QLabel, "remarksHint").isVisible()
    assert not reader.window.controls._remarks._is_own

    reader.window.controls._arrivals.open_path(file)
    reader.bot.waitUntil(lambda: len(remarks.rows) == 5)
    assert reader.window.controls._remarks._is_own


def test_the_pane_goes_with_the_library_and_comes_back_at_the_next_start(
    open_window: Open, reader: Reader, file: Path, tmp_path: Path
) -> None:
    remarks = open_remarks(reader)
    reader.window.controls.show_library(tmp_path)
    assert not remarks.list.isVisible()
    reader.do("library")
    assert remarks.list.isVisible()
    reader.bot.waitUntil(lambda: not reader.window.controls._door.room.desk.is_busy)
    reader.close()

    again = open_window(file)
    assert len(Remarks(again).rows) == 5
    again.focus(again.find(QListView, "remarksList"))
    again.press(Qt.Key.Key_F8)
    assert not again.find(QListView, "remarksList").isVisible()
    assert QApplication.focusWidget() is again.page
