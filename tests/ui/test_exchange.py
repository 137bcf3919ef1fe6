"""Notes in and out of the window, as the reader does it."""

import stat
import sys
from pathlib import Path

import pytest
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QFileDialog,
    QPushButton,
    QRadioButton,
    QTableWidget,
    QTextBrowser,
    QWidget,
)
from pytestqt.qtbot import QtBot

from fmm_desktop.notes.exchange import annotations
from fmm_desktop.notes.exchange.picking import pick
from fmm_desktop.notes.note import Anchor, NoteKind, Traits
from fmm_desktop.notes.store import NoteStore
from fmm_desktop.ui.notes.exchange import NoteExchange
from fmm_desktop.ui.roles import ACCESSIBLE_TEXT, ITEM

from .conftest import Open, Reader


def shown(reader: Reader, name: str) -> QDialog:
    """Return a dialog once it is there."""
    reader.bot.waitUntil(lambda: any(one.isVisible() for one in reader.window.findChildren(QDialog, name)))
    (dialog,) = [one for one in reader.window.findChildren(QDialog, name) if one.isVisible()]
    return dialog


@pytest.fixture
def colleague(tmp_path: Path) -> Path:
    """Write the notes of a colleague on the small agenda."""
    with NoteStore.open(tmp_path / "anna", author="anna", device="laptop") as store:
        anchor = Anchor("agenda", "raad/steun", "p1", 2, "Nederland draagt bij aan PURL; zie ook Veiligheid op zee.")
        store.settle(store.write(None, anchor, "Wie betaalt dit?", Traits(NoteKind.QUESTION)).id)
        store.settle(store.write(None, Anchor("agenda", "raad/zee"), "Bel Defensie.").id)
        file = tmp_path / "anna.jsonld"
        file.write_bytes(annotations.write(pick(store)))
    return file


def import_notes(reader: Reader, file: Path, monkeypatch: pytest.MonkeyPatch) -> QDialog:
    """Choose a file to import, and return the dialog that tells what that would do."""
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(file), ""))
    reader.do("import_notes")
    return shown(reader, "importDialog")


def cells(dialog: QDialog) -> list[list[str]]:
    """Return what stands in the table, heads first."""
    (table,) = dialog.findChildren(QTableWidget, "importTable")
    columns = range(table.columnCount())
    heads = [table.horizontalHeaderItem(column).text() for column in columns]
    return [heads, *([table.item(row, column).text() for column in columns] for row in range(table.rowCount()))]


def test_a_colleague_s_notes_come_in_after_the_plan_was_seen(
    reader: Reader, colleague: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    reader.go("raad/steun")
    dialog = import_notes(reader, colleague, monkeypatch)
    assert cells(dialog)[1] == ["anna", "2"]
    assert reader.notes == []

    default = [one for one in dialog.findChildren(QPushButton) if one.isDefault()]
    default[0].click()

    reader.bot.waitUntil(lambda: len(reader.notes) == 1)
    reader.bot.waitUntil(lambda: "2" in reader.message)
    assert "Wie betaalt dit?" in reader.notes[0]


def test_one_undo_takes_the_whole_import_back(reader: Reader, colleague: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    reader.go("raad/steun")
    import_notes(reader, colleague, monkeypatch).accept()
    reader.bot.waitUntil(lambda: len(reader.notes) == 1)

    reader.do("undo")
    reader.bot.waitUntil(lambda: reader.notes == [])
    reader.go("raad/zee")
    assert reader.notes == []
    reader.do("redo")
    reader.bot.waitUntil(lambda: len(reader.notes) == 1)


def test_notes_that_were_changed_here_too_are_told_of_with_a_way_to_choose(
    reader: Reader, colleague: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    reader.speak("en")
    reader.go("raad/steun")
    import_notes(reader, colleague, monkeypatch).accept()
    reader.bot.waitUntil(lambda: len(reader.notes) == 1)
    reader.click("Nederland draagt bij")
    reader.write(" En wanneer?")
    reader.go("raad/zee")
    with NoteStore.open(tmp_path / "anna", author="anna", device="laptop") as store:
        (note,) = store.on_topic("agenda", "raad/steun")
        store.settle(store.write(note.id, note.anchor, "Wie betaalt dat?", note.traits).id)
        colleague.write_bytes(annotations.write(pick(store)))

    import_notes(reader, colleague, monkeypatch).accept()
    reader.bot.waitUntil(lambda: "of them changed here" in reader.message)
    (choose,) = [one for one in reader.bar.findChildren(QPushButton) if one.text() == "Choose…"]
    choose.click()

    assert reader.topic == "raad/steun"
    pages = [page.toPlainText() for page in shown(reader, "versionsDialog").findChildren(QTextBrowser)]
    assert sorted(pages) == ["Wie betaalt dat?", "Wie betaalt dit? En wanneer?"]


def test_cancel_does_nothing(reader: Reader, colleague: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    reader.go("raad/steun")
    import_notes(reader, colleague, monkeypatch).reject()
    assert reader.notes == []


def test_the_second_time_there_is_nothing_to_import(
    reader: Reader, colleague: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    reader.go("raad/steun")
    import_notes(reader, colleague, monkeypatch).accept()
    reader.bot.waitUntil(lambda: len(reader.notes) == 1)

    dialog = import_notes(reader, colleague, monkeypatch)

    assert cells(dialog)[1] == ["anna", "2"]
    assert len([one for one in dialog.findChildren(QPushButton) if one.isVisible()]) == 1


def test_what_was_deleted_here_comes_back_when_asked_for(
    reader: Reader, colleague: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    reader.go("raad/steun")
    import_notes(reader, colleague, monkeypatch).accept()
    reader.bot.waitUntil(lambda: len(reader.notes) == 1)
    reader.click("Nederland draagt bij")
    reader.do("delete_note")
    assert reader.notes == []

    dialog = import_notes(reader, colleague, monkeypatch)
    (back,) = dialog.findChildren(QCheckBox, "bringBack")
    assert back.isVisible()
    back.setChecked(True)
    dialog.accept()

    reader.bot.waitUntil(lambda: len(reader.notes) == 1)


def test_a_bad_file_is_told_of(reader: Reader, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "bad.jsonld").write_text("[" * 10_000)
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(tmp_path / "bad.jsonld"), ""))

    reader.click("Een 🚢 van")
    there = reader.target

    reader.do("import_notes")

    reader.bot.waitUntil(lambda: "er is niets overgenomen" in reader.message)
    assert reader.target == there, "the next note is where the reader was"
    assert "1.1.3" in there


def test_notes_go_out_without_what_must_stay(
    reader: Reader, colleague: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    reader.go("raad/steun")
    import_notes(reader, colleague, monkeypatch).accept()
    reader.bot.waitUntil(lambda: len(reader.notes) == 1)
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "uit"), ""))
    reader.do("export_notes")
    dialog = shown(reader, "exportDialog")
    dialog.findChild(QRadioButton, "export_markdown").setChecked(True)
    dialog.findChild(QCheckBox, "export_question").setChecked(False)
    dialog.accept()

    reader.bot.waitUntil(lambda: str(tmp_path / "uit.md") in reader.message)

    said = (tmp_path / "uit.md").read_text("utf-8")
    assert "Bel Defensie." in said
    assert "## 1.2 Veiligheid op zee" in said
    assert "Wie betaalt" not in said


def test_do_not_volunteer_stays_here_unless_ticked(
    reader: Reader, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    reader.go("raad/steun")
    reader.write("nooit zelf zeggen")
    reader.do("note_kind_do-not-volunteer")
    out = tmp_path / "uit.jsonld"
    for tick in (False, True):
        monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(out), ""))
        reader.do("export_notes")
        dialog = shown(reader, "exportDialog")
        box = dialog.findChild(QCheckBox, "export_do-not-volunteer")
        assert not box.isChecked()
        box.setChecked(tick)
        dialog.accept()
        reader.bot.waitUntil(out.exists)
        assert ("nooit zelf zeggen" in out.read_text("utf-8")) is tick
        assert stat.S_IMODE(out.stat().st_mode) == 0o600 or sys.platform == "win32"
        out.unlink()


def test_what_is_being_typed_goes_out_too(reader: Reader, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    reader.go("raad/steun")
    reader.write("net getypt")
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "uit.jsonld"), ""))
    reader.do("export_notes")
    shown(reader, "exportDialog").accept()

    reader.bot.waitUntil((tmp_path / "uit.jsonld").exists)
    assert b"net getypt" in (tmp_path / "uit.jsonld").read_bytes()


def test_what_is_being_typed_counts_in_the_plan(
    reader: Reader, state: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    reader.go("raad/steun")
    reader.write("van mij")
    reader.do("note_on_topic")  # and so the first one is left
    with (
        NoteStore.open(state, author="ik", device="hier") as here,
        NoteStore.open(tmp_path / "anna", author="anna", device="laptop") as anna,
    ):
        (note,) = here.of_dossier("agenda")
        anna.take_in(here.history(note.id))
        anna.write(note.id, note.anchor, "van anna")
        anna.settle(note.id)
        file = tmp_path / "anna.jsonld"
        file.write_bytes(annotations.write(pick(anna)))
    reader.list.setCurrentIndex(reader.list.model().index(0, 0))
    reader.write("van mij, en meer")

    heads, counts = cells(import_notes(reader, file, monkeypatch))[:2]

    assert dict(zip(heads, counts, strict=True)) == {heads[0]: "anna", "Conflict": "1"}, "not newer: both changed it"


def test_nothing_is_replaced_that_was_not_asked_about(
    reader: Reader, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    reader.go("raad/steun")
    (tmp_path / "uit.jsonld").write_text("van mij")
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "uit"), ""))
    reader.do("export_notes")
    shown(reader, "exportDialog").accept()

    reader.bot.waitUntil(lambda: "uit.jsonld" in reader.message)
    assert (tmp_path / "uit.jsonld").read_text() == "van mij"


def test_another_window_sees_what_was_imported(
    open_window: Open, file: Path, colleague: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    one, other = open_window(file), open_window(file)
    for reader in (one, other):
        reader.go("raad/steun")
    import_notes(one, colleague, monkeypatch).accept()

    other.bot.waitUntil(lambda: len(other.notes) == 1, timeout=10_000)


def test_a_colleague_s_note_shows_whose_it_is(reader: Reader, colleague: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    reader.go("raad/steun")
    reader.write("van mij")
    import_notes(reader, colleague, monkeypatch).accept()
    reader.bot.waitUntil(lambda: len(reader.notes) == 2)

    model = reader.list.model()
    said = [model.index(row, 0).data(ACCESSIBLE_TEXT) for row in range(2)]

    assert [one.startswith("anna, ") for one in said] == ["van mij" not in one for one in said]
    assert {model.index(row, 0).data(ITEM).author for row in range(2)} == {"", "anna"}


def test_notes_that_are_in_memory_only_go_out_and_come_in_too(
    qtbot: QtBot, colleague: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    with NoteStore.in_memory(author="bram", device="tablet") as store:
        exchange = NoteExchange(store, lambda: None, lambda: "nl", window)
        exchange.plan(colleague)
        (dialog,) = window.findChildren(QDialog, "importDialog")
        with qtbot.waitSignal(exchange.taken_in):
            dialog.accept()
        monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "uit.csv"), ""))
        with qtbot.waitSignal(exchange.told):
            exchange.export().accept()
        assert "Bel Defensie." in (tmp_path / "uit.csv").read_text("utf-8")
        with qtbot.waitSignal(exchange.failed):
            exchange.plan(tmp_path / "missing")
