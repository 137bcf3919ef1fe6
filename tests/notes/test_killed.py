"""What the window has shown as saved is there after the program was killed."""

import random
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

from fmm_desktop.notes.store import NoteStore

if TYPE_CHECKING:
    from tests.notes.conftest import Clock


ENDLESS_WRITER = """
import sys
from pathlib import Path
from fmm_desktop.notes.note import Anchor
from fmm_desktop.notes.store import NoteStore
store = NoteStore.open(Path(sys.argv[1]), author="reader", device="laptop")
anchor = Anchor("fmm", "nar/oekraine")
number = 0
while True:
    note_id = None
    for _ in range(4):
        number += 1
        note_id = store.write(note_id, anchor, f"{number} " + "word " * (number % 50)).id
        print(note_id, number, flush=True)
    if number % 3:
        store.settle(note_id)
    if number % 5 == 0:
        store.back_up_if_due()
"""


ONE_DRAFT = """
import sys
from pathlib import Path
from fmm_desktop.notes.note import Anchor
from fmm_desktop.notes.store import NoteStore
store = NoteStore.open(Path(sys.argv[1]), author="reader", device="laptop")
print(store.write(None, Anchor("fmm", "nar/oekraine"), "half a sen").id, flush=True)
sys.stdin.read()
"""


def test_every_acknowledged_write_outlives_a_kill(folder: Path, open_store: Callable[..., NoteStore]) -> None:
    chance = random.Random(20251203)
    acknowledged: dict[str, int] = {}
    for _round in range(10):
        acknowledged |= _written_until_killed(folder, chance.randint(1, 60))
        with open_store() as store:
            found = {note.id: int(note.text.split()[0]) for note in store.of_dossier("fmm")}
            assert not any(note.draft for note in store.of_dossier("fmm"))
        lost = {note: number for note, number in acknowledged.items() if found.get(note, 0) < number}
        assert not lost
        with closing(sqlite3.connect(folder / "notes.sqlite3")) as database:
            assert database.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    assert len(acknowledged) > 20
    assert not list(folder.glob("session-*")), "dead sessions are cleared away"


def test_the_draft_of_a_killed_program_becomes_a_revision_and_the_reader_is_told(
    folder: Path, open_store: Callable[..., NoteStore], clock: "Clock"
) -> None:
    command = [sys.executable, "-c", ONE_DRAFT, str(folder)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as writer:
        assert writer.stdout
        note_id = writer.stdout.readline().strip()
        writer.kill()

    store = open_store(device="another")
    (note,) = store.of_dossier("fmm")
    (revision,) = store.history(note_id)
    assert (note.id, note.text, note.draft) == (note_id, "half a sen", False)
    assert (revision.device, revision.author) == ("laptop", "reader")
    assert revision.time == note.changed > clock.time
    (event,) = store.events
    assert "gewoon afgesloten" in event.text("nl")
    assert "(notes: 1)" in event.text("en")
    assert not list(folder.glob("session-*"))[1:], "dead sessions are cleared away"


def _written_until_killed(folder: Path, lines: int) -> dict[str, int]:
    command = [sys.executable, "-c", ENDLESS_WRITER, str(folder)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as writer:
        assert writer.stdout
        said = [writer.stdout.readline() for _ in range(lines)]
        writer.kill()
        said += writer.stdout.readlines()
    return {note: int(number) for note, number in (line.split() for line in said if line.endswith("\n"))}
