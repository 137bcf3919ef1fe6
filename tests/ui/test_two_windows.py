"""Windows on the same notes see each other's, and a killed one loses nothing that it showed as saved."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from fmm_desktop.notes.store import NoteStore

from .conftest import Open, click, type_text

WRITER = """
import sys
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPlainTextEdit
from fmm_desktop import app
window = app.build(sys.argv[1:4])
window.show()
editor = window.findChild(QPlainTextEdit, "noteEditor")
window.controls._keeper.saved.connect(lambda writing: print("saved", writing.text, flush=True))
QTest.keyClicks(editor, sys.argv[4])
QApplication.exec()
"""


@pytest.fixture
def writing(state: Path, file: Path):
    """Start another process with a window in which a text is typed; return once it says that it is saved."""
    started: list[subprocess.Popen[str]] = []

    def write(text: str) -> subprocess.Popen[str]:
        source = Path(__file__).parents[2] / "src"
        environment = {**os.environ, "PYTHONPATH": os.pathsep.join((str(source), *sys.path))}
        command = [sys.executable, "-c", WRITER, "--data-dir", str(state), str(file), text]
        process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=environment)
        started.append(process)
        assert process.stdout
        assert process.stdout.readline() == f"saved {text}\n"
        return process

    yield write
    for process in started:
        process.kill()
        process.communicate()


def test_what_was_shown_as_saved_is_there_after_kill_9(writing, open_window: Open, file):
    process = writing("bewaard voor de stroom uitviel")
    process.send_signal(signal.SIGKILL)
    assert process.wait() == -signal.SIGKILL
    reader = open_window(file)
    assert reader.notes == ["1.1 Steun aan Oekraïne: bewaard voor de stroom uitviel"]
    assert reader.message, "the reader is told that the last time ended badly"


def test_a_window_in_another_process_is_seen_here_and_the_other_way_round(writing, open_window: Open, file):
    reader = open_window(file)
    reader.write("hier")
    writing("daar")
    reader.bot.waitUntil(lambda: len(reader.notes) == 2, timeout=10_000)
    assert sorted(note.rpartition(": ")[2] for note in reader.notes) == ["daar", "hier"]
    assert reader.editor.toPlainText() == "hier", "what is in the editor stays there"


def test_two_windows_on_one_state_never_overwrite_each_other(open_window: Open, file):
    one, other = open_window(file), open_window(file)
    one.write("eerste")
    other.write("tweede")
    for reader in (one, other):
        reader.bot.waitUntil(lambda reader=reader: len(reader.notes) == 2, timeout=10_000)
    assert sorted(one.notes) == sorted(other.notes)
    one.focus(one.editor)
    type_text(one.editor, " en verder")
    one.close()
    other.bot.waitUntil(lambda: any(note.endswith("eerste en verder") for note in other.notes), timeout=10_000)
    assert any(note.endswith("tweede") for note in other.notes)


def test_the_same_note_changed_in_two_windows_keeps_both_texts(open_window: Open, file):
    one = open_window(file)
    one.click("schaduwvloot")
    one.write("samen")
    one.go("raad/zee")  # leaving makes it a revision
    one.go("raad/steun")
    other = open_window(file)
    one.click("schaduwvloot")
    other.click("schaduwvloot")
    assert one.editor.toPlainText() == other.editor.toPlainText() == "samen"
    one.write(" en links")
    other.write(" en rechts")
    assert one.editor.toPlainText() == "samen en links"
    assert other.editor.toPlainText() == "samen en rechts"
    one.go("raad/zee")
    other.go("raad/zee")
    store = one.window.controls._keeper._store
    (note,) = store.of_dossier("agenda")
    assert {head.text for head in store.heads(note.id)} == {"samen en links", "samen en rechts"}


def test_a_note_with_two_versions_says_so_and_shows_both(open_window: Open, file, state):
    """Given a note that another window changed while it was typed in here, when it is left, then both texts show."""
    reader = open_window(file)
    reader.click("schaduwvloot")
    reader.write("samen")
    reader.go("raad/zee")
    reader.go("raad/steun")
    with NoteStore.open(state, author="other", device="other") as store:
        (note,) = store.on_topic("agenda", "raad/steun")
        reader.click("schaduwvloot")
        reader.write(" en links")
        store.write(note.id, note.anchor, "samen en rechts")
    reader.go("raad/zee")
    reader.go("raad/steun")
    assert sorted(reader.notes) == [
        "1.1.3 Inzet, 2 versies: samen en links",
        "1.1.3 Inzet, andere versie: samen en rechts",
    ] or sorted(reader.notes) == [
        "1.1.3 Inzet, 2 versies: samen en rechts",
        "1.1.3 Inzet, andere versie: samen en links",
    ]
    reader.list.viewport().repaint()
    assert [line for line in reader.text.splitlines() if "●" in line] == ["1.1.3 ●"]
    click(reader.list.viewport(), reader.list.visualRect(reader.list.model().index(1, 0)).center())
    other = reader.notes[1].rpartition(": ")[2]
    assert reader.editor.toPlainText() == other
    assert "Andere versie" in reader.target
    type_text(reader.editor, "mag niet")
    reader.do("delete_note")
    assert reader.editor.toPlainText() == other
    assert len(reader.notes) == 2
    click(reader.list.viewport(), reader.list.visualRect(reader.list.model().index(0, 0)).center())
    reader.write(" en verder")
    assert reader.notes[0].endswith(" en verder")
    assert reader.notes[1].endswith(other)
