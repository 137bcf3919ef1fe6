"""The real window, killed at random moments while notes are written: what it showed as saved is there."""

import os
import random
import signal
import sqlite3
import subprocess
import sys
import time
from contextlib import closing
from pathlib import Path

import pytest

from fmm_desktop.notes.store import NoteStore

ROUNDS = 50  # in each of four tests, which run side by side

# A process that has everything imported, and no application yet, makes a copy of itself for each round.
BREEDER = """
import faulthandler, os, random, sys
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPlainTextEdit, QLabel
from fmm_desktop import app
from fmm_desktop.ui import controls

SHIFT, ALT, CTRL = (getattr(Qt.KeyboardModifier, f"{name}Modifier") for name in ("Shift", "Alt", "Control"))

def write_until_killed(name, seed):
    faulthandler.enable()  # a window that ends by itself must say where
    chance = random.Random(seed)
    window = app.build(sys.argv[1:4])
    window.resize(640, 480)  # less to paint: what is tried is what it writes
    window.show()
    editor = window.findChild(QPlainTextEdit, "noteEditor")
    state = window.findChild(QLabel, "noteState")
    keeper = window.controls._keeper
    keeper._pause.setInterval(8)  # more is written in the time that a round has

    def tell(writing):
        if state.text() and writing is window.controls._notes.writing:  # what the reader is told of it
            print("saved", writing.text.split()[0], len(writing.text), flush=True)

    keeper.saved.connect(tell)
    for note in range(1_000_000):
        window.controls._wishes.begin_note(controls.Selected(window.page.passage))
        QTest.keyClicks(editor, f"{name}-{note} ")
        for _ in range(chance.randint(1, 8)):
            QTest.keyClicks(editor, "abc"[: chance.randint(1, 3)])
            QTest.qWait(chance.choice((0, 5, 12, 20)))
        match chance.randrange(4):
            case 0:
                QTest.keyClick(editor, chance.choice((Qt.Key.Key_2, Qt.Key.Key_4)), ALT | SHIFT)
            case 1:
                QTest.keyClick(editor, Qt.Key.Key_Down, ALT)
            case 2:
                window.controls._actions["next_topic"].trigger()

for line in sys.stdin:
    name, seed = line.split()
    child = os.fork()
    if child == 0:
        write_until_killed(name, int(seed))
    print("child", child, flush=True)
    os.waitpid(child, 0)
    print("gone", child, flush=True)
"""


@pytest.fixture
def breeder(state: Path, file: Path):
    """Start the process that makes windows."""
    source = Path(__file__).parents[2] / "src"
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join((str(source), *sys.path))}
    command = [sys.executable, "-c", BREEDER, "--data-dir", str(state), str(file)]
    process = subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, env=environment, bufsize=1
    )
    yield process
    process.stdin.close()
    process.kill()
    process.wait()
    process.stdout.close()


def write_and_kill(breeder: subprocess.Popen[str], name: str, chance: random.Random) -> dict[str, int]:
    """Let a window write notes and kill it at a random moment; return how much of each note it showed as saved."""
    breeder.stdin.write(f"{name} {chance.randrange(1_000_000)}\n")
    said = [line_of(breeder)]
    child = int(said[0].split()[1])
    for _ in range(chance.randint(1, 8)):
        said.append(line_of(breeder))
        assert not said[-1].startswith("gone"), "the window ended by itself"
    time.sleep(chance.random() * 0.03)  # the moment is random: that is what is tried
    os.kill(child, signal.SIGKILL)
    while not said[-1].startswith("gone"):
        said.append(line_of(breeder))
    saved = (line.split() for line in said if line.startswith("saved") and line.endswith("\n"))
    return {note: int(length) for _, note, length in saved}


def line_of(breeder: subprocess.Popen[str]) -> str:
    """Return what the process says next."""
    line = breeder.stdout.readline()
    assert line, "the process that makes windows ended"
    return line


@pytest.mark.parametrize("seed", range(4))
def test_what_the_window_showed_as_saved_outlives_every_kill(breeder, state: Path, seed: int) -> None:
    chance = random.Random(seed)
    saved: dict[str, int] = {}
    for number in range(ROUNDS):
        saved |= write_and_kill(breeder, f"r{number}", chance)
        if number % 10 == 9:
            assert lost(state, saved) == {}
            with closing(sqlite3.connect(state / "notes.sqlite3")) as database:
                assert database.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    assert len(saved) >= ROUNDS


def lost(state: Path, saved: dict[str, int]) -> dict[str, int]:
    """Return the notes of which less is there than was shown as saved."""
    with NoteStore.open(state, author="other", device="other") as store:
        there = {note.text.split()[0]: len(note.text) for note in store.of_dossier("agenda") if note.text.strip()}
    return {note: length for note, length in saved.items() if there.get(note, 0) < length}
