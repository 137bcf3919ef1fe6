"""A full disk, a folder that cannot be written, a locked file: the reader is told, and nothing is lost."""

import os
import shutil
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest

from fmm_desktop.errors import UserError
from fmm_desktop.notes import connection
from fmm_desktop.notes.note import Anchor
from fmm_desktop.notes.store import NoteStore
from fmm_desktop.notes.trouble import NotesError, Reason

MEGABYTE = "x" * 1_000_000


@contextmanager
def full_disk(store: NoteStore) -> Iterator[None]:
    """Give the file of `store` no page more than it has."""
    database = store._database
    (pages,) = database.execute("PRAGMA page_count").fetchone()
    database.execute(f"PRAGMA max_page_count = {pages}")
    yield
    if store.is_open:
        database.execute("PRAGMA max_page_count = 1000000000")


def test_a_full_disk_is_told_and_the_next_write_works_once_there_is_room(store: NoteStore, anchor: Anchor) -> None:
    old = store.settle(store.write(None, anchor, "old").id)
    with full_disk(store):
        with pytest.raises(NotesError) as failure:
            store.write(old.id, anchor, MEGABYTE)
        assert failure.value.reason is Reason.FULL
        assert store.on_topic("fmm", "nar/oekraine") == (old,)
        with pytest.raises(NotesError):
            store.write(None, anchor, MEGABYTE)
        assert store.on_topic("fmm", "nar/oekraine") == (old,)

    store.write(old.id, anchor, MEGABYTE)
    assert store.settle(old.id).text == MEGABYTE
    assert not store.get(old.id).conflict


def test_the_reader_hears_in_words_that_the_text_is_still_there(store: NoteStore, anchor: Anchor, folder: Path) -> None:
    with full_disk(store), pytest.raises(UserError) as failure:
        store.write(None, anchor, MEGABYTE)

    assert failure.value.text("nl") == (
        "De notitie is niet opgeslagen; de tekst staat nog in het venster: de schijf is vol "
        f"({folder / 'notes.sqlite3'}): maak ruimte vrij en probeer het opnieuw."
    )
    assert failure.value.text("en").startswith("The note was not saved; the text is still in the window: the disk is")


def test_a_draft_that_cannot_be_settled_on_a_full_disk_is_settled_at_the_next_start(
    open_store: Callable[..., NoteStore], anchor: Anchor
) -> None:
    store = open_store()
    note = store.write(None, anchor, MEGABYTE)
    with full_disk(store):
        with pytest.raises(NotesError):
            store.settle(note.id)
        assert store.get(note.id) == note
        with pytest.raises(NotesError):
            store.close()

    store = open_store()
    assert store.get(note.id).text == MEGABYTE
    assert store.get(note.id).revision
    assert len(store.events) == 1


@pytest.mark.skipif(sys.platform != "linux" or os.getuid() != 0, reason="mounting a small disk needs root on Linux")
def test_a_disk_that_is_really_full(tmp_path: Path, anchor: Anchor) -> None:
    disk = tmp_path / "disk"
    disk.mkdir()
    command = ["mount", "-t", "tmpfs", "-o", "size=512k", "tmpfs", str(disk)]
    if subprocess.run(command, check=False, capture_output=True).returncode:
        pytest.skip("this machine does not allow a mount")
    try:
        _write_until_full_and_go_on(disk, anchor)
    finally:
        subprocess.run(["umount", str(disk)], check=True)


def _write_until_full_and_go_on(disk: Path, anchor: Anchor) -> None:
    saved: dict[str, str] = {}
    ballast = disk / "ballast"
    ballast.write_bytes(b"x" * 100_000)
    store = NoteStore.open(disk / "notes", author="r", device="d")
    with pytest.raises(NotesError) as failure:
        _write_on_and_on(store, anchor, saved)
    assert failure.value.reason is Reason.FULL
    assert {note.id: note.text for note in store.of_dossier("fmm")} == saved

    ballast.unlink()
    note = store.write(None, anchor, "room again")
    saved[note.id] = "room again"
    store.close()
    with NoteStore.open(disk / "notes", author="r", device="d") as again:
        assert {note.id: note.text for note in again.of_dossier("fmm")} == saved
        assert again._database.execute("PRAGMA integrity_check").fetchone() == ("ok",)


def _write_on_and_on(store: NoteStore, anchor: Anchor, saved: dict[str, str]) -> None:
    for number in range(1000):
        text = f"{number} " + "word " * 500
        note = store.write(None, anchor, text)
        saved[note.id] = text
        store.settle(note.id)


def test_a_locked_file_is_told_and_the_next_write_works(
    open_store: Callable[..., NoteStore], folder: Path, anchor: Anchor
) -> None:
    store = open_store()
    note = store.write(None, anchor, "x")
    with closing(sqlite3.connect(folder / "notes.sqlite3", isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        begun = time.monotonic()
        with pytest.raises(NotesError) as failure:
            store.write(note.id, anchor, "x y")
        assert failure.value.reason is Reason.LOCKED
        assert time.monotonic() - begun < 0.5, "the window would stand still"
        with store.patient(100), pytest.raises(NotesError):
            store.write(note.id, anchor, "x y")
        assert time.monotonic() - begun > 0.1
        assert store.get(note.id).text == "x", "reading goes on"
        with pytest.raises(NotesError) as failure:
            store.settle_all()
        assert failure.value.reason is Reason.LOCKED

    assert store.write(note.id, anchor, "x y").text == "x y"


def test_a_folder_that_another_process_is_opening_is_told(open_store: Callable[..., NoteStore], folder: Path) -> None:
    open_store().close()
    with closing(sqlite3.connect(folder / "notes.sqlite3", isolation_level=None)) as other:
        other.execute("PRAGMA locking_mode = EXCLUSIVE")
        other.execute("BEGIN EXCLUSIVE")
        with pytest.raises(NotesError) as failure:
            open_store(opening_ms=20)
    assert failure.value.reason is Reason.LOCKED
    assert not list(folder.glob("*damaged*"))


def test_a_file_in_the_place_of_the_folder_is_told(folder: Path, open_store: Callable[..., NoteStore]) -> None:
    folder.write_text("not a folder")
    with pytest.raises(NotesError) as failure:
        open_store()

    assert failure.value.reason is Reason.READ_ONLY
    assert folder.read_text() == "not a folder"


def test_a_folder_in_the_place_of_the_file_is_told(folder: Path, open_store: Callable[..., NoteStore]) -> None:
    (folder / "notes.sqlite3").mkdir(parents=True)
    with pytest.raises(NotesError) as failure:
        open_store()

    assert failure.value.reason is Reason.READ_ONLY


READER_WITHOUT_RIGHTS = """
import os, sys
from pathlib import Path
from fmm_desktop.notes.store import NoteStore
from fmm_desktop.notes.trouble import NotesError
folder = Path(sys.argv[1])
if os.getuid() == 0:
    os.setuid(65534)
try:
    NoteStore.open(folder, author="r", device="d")
except NotesError as error:
    print(error.reason, error.text("en"), sep="|")
with NoteStore.in_memory(author="r", device="d", folder=folder) as store:
    print(*(note.text for note in store.of_dossier("fmm")), store.durable, sep="|")
"""


@pytest.mark.skipif(os.name != "posix", reason="modes are those of POSIX")
@pytest.mark.parametrize("closed", ["folder", "file", "missing"])
def test_a_folder_that_cannot_be_written_can_be_read(anchor: Anchor, closed: str) -> None:
    parent = Path(tempfile.mkdtemp())  # not tmp_path, where nobody else may come
    folder = parent / "notes"
    try:
        if closed != "missing":
            with NoteStore.open(folder, author="r", device="d") as store:
                store.write(None, anchor, "kept")
        _close_to_writing(parent, folder, closed)
        command = [sys.executable, "-c", READER_WITHOUT_RIGHTS, str(folder)]
        done = subprocess.run(command, capture_output=True, text=True, check=True, timeout=60)
    finally:
        for path in (parent, folder):
            if path.exists():
                path.chmod(0o700)
        shutil.rmtree(parent)

    refused, read = done.stdout.splitlines()
    assert refused.startswith("read-only|The notes could not be opened: ")
    assert read == ("False" if closed == "missing" else "kept|False")


def _close_to_writing(parent: Path, folder: Path, closed: str) -> None:
    owner = 65534 if os.getuid() == 0 else os.getuid()
    for path in (parent, folder, *folder.glob("*")):
        if path.exists():
            os.chown(path, owner, -1)
    target = {"folder": folder, "file": folder / "notes.sqlite3", "missing": parent}[closed]
    target.chmod(0o400 if closed == "file" else 0o500)


def test_what_fails_halfway_is_taken_back_whole(tmp_path: Path) -> None:
    with closing(connection.connect(tmp_path / "some.sqlite3")) as database:
        database.execute("CREATE TABLE row (number)")
        with pytest.raises(ZeroDivisionError), connection.transaction(database):
            database.executemany("INSERT INTO row VALUES (?)", ((1 / number,) for number in (1, 0)))
        with connection.transaction(database):
            database.execute("INSERT INTO row VALUES (2)")
        assert database.execute("SELECT number FROM row").fetchall() == [(2,)]


def test_a_bug_is_not_taken_for_trouble_with_the_disk(store: NoteStore) -> None:
    store.close()
    with pytest.raises(sqlite3.ProgrammingError):
        store.on_topic("fmm", "nar/oekraine")
