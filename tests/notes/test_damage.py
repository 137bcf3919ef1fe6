"""A damaged file is set aside, the newest good backup opened, and what can still be read is brought back."""

import random
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from fmm_desktop.notes.note import Anchor
from fmm_desktop.notes.store import NoteStore
from fmm_desktop.notes.trouble import NotesError, Reason

if TYPE_CHECKING:
    from tests.notes.conftest import Clock


PAGE = 4096


def filled(open_store: Callable[..., NoteStore], anchor: Anchor, texts: list[str]) -> dict[str, str]:
    """Write a note for each text, close the store, and return the texts by the ids of the notes."""
    with open_store() as store:
        notes = [store.settle(store.write(None, anchor, text).id) for text in texts]
    return {note.id: note.text for note in notes}


def texts(store: NoteStore) -> dict[str, str]:
    return {note.id: note.text for note in store.of_dossier("fmm")}


def long_texts(first: int, last: int) -> list[str]:
    return [f"{number} " + "word " * 100 for number in range(first, last)]


def overwrite(file: Path, start: int, garbage: bytes) -> None:
    with file.open("r+b") as handle:
        handle.seek(start)
        handle.write(garbage)


@pytest.mark.parametrize(
    "garbage",
    [
        b"",
        b"SQLite format 3\0",
        b"this is a text, not a database\n" * 200,
        b"\0" * 8192,
        random.Random(1).randbytes(9000),
    ],
    ids=["empty", "only a header", "text", "zeros", "noise"],
)
def test_a_file_that_is_no_database_gives_way_to_the_backup(
    folder: Path, open_store: Callable[..., NoteStore], anchor: Anchor, garbage: bytes
) -> None:
    notes = filled(open_store, anchor, ["one", "two"])
    with open_store() as store:
        store.back_up_if_due()
    file = folder / "notes.sqlite3"
    file.write_bytes(garbage)

    store = open_store()

    assert texts(store) == notes
    (aside,) = folder.glob("notes-damaged-*")
    assert aside.read_bytes() == garbage
    assert [aside.name in event.text("nl") for event in store.events] == [True, False]
    assert "notes-2025-12-01.sqlite3" in store.events[1].text("en")
    assert store.write(None, anchor, "the store works").text == "the store works"


def test_a_damaged_file_without_a_backup_gives_an_empty_store_and_keeps_the_file(
    folder: Path, open_store: Callable[..., NoteStore]
) -> None:
    folder.mkdir()
    (folder / "notes.sqlite3").write_bytes(b"not a database" * 1000)

    store = open_store()

    assert texts(store) == {}
    assert "no good backup" in store.events[1].text("en")
    assert next(folder.glob("notes-damaged-*")).read_bytes() == b"not a database" * 1000


def test_the_database_of_another_program_is_set_aside_unharmed(
    folder: Path, open_store: Callable[..., NoteStore]
) -> None:
    folder.mkdir()
    with closing(sqlite3.connect(folder / "notes.sqlite3")) as other:
        other.execute("CREATE TABLE revision (x)")
    before = (folder / "notes.sqlite3").read_bytes()

    assert len(open_store().events) == 2
    assert next(folder.glob("notes-damaged-*")).read_bytes() == before


def test_what_was_written_after_the_backup_is_read_back_from_a_truncated_file(
    folder: Path, open_store: Callable[..., NoteStore], anchor: Anchor
) -> None:
    early = filled(open_store, anchor, long_texts(0, 100))
    with open_store() as store:
        store.back_up_if_due()
    late = filled(open_store, anchor, long_texts(100, 200))
    file = folder / "notes.sqlite3"
    size = file.stat().st_size
    with file.open("r+b") as handle:
        handle.truncate(size - 5 * PAGE)

    store = open_store()

    found = texts(store)
    assert found.items() >= early.items()
    assert found.items() <= (early | late).items()
    assert len(found) > len(early) + 50
    salvaged = len(found) - len(early)
    assert f"{salvaged} versions" in store.events[1].text("en")


def test_a_broken_page_costs_at_most_what_stood_on_it(
    folder: Path, open_store: Callable[..., NoteStore], anchor: Anchor
) -> None:
    early = filled(open_store, anchor, long_texts(0, 100))
    with open_store() as store:
        store.back_up_if_due()
    late = filled(open_store, anchor, long_texts(100, 200))
    file = folder / "notes.sqlite3"
    with closing(sqlite3.connect(file)) as database:
        after = max(late.values(), key=lambda text: int(text.split()[0]) == 150)
    place = file.read_bytes().index(after.encode()) // PAGE * PAGE
    overwrite(file, place, b"\xff" * PAGE)
    del database

    store = open_store()

    found = texts(store)
    assert found.items() >= early.items()
    assert found.items() <= (early | late).items()
    assert len(found) > 180
    assert not any(note.conflict for note in store.of_dossier("fmm"))


def test_flipped_bits_never_crash_and_never_lose_what_is_in_the_backup(tmp_path: Path, anchor: Anchor) -> None:
    """Whatever bit flips: the store opens with all that the backup holds, or the reader is told."""
    chance = random.Random(3)
    whole = tmp_path / "whole"
    with NoteStore.open(whole, author="r", device="d") as store:
        ids = [store.settle(store.write(None, anchor, text).id).id for text in long_texts(0, 60)]
        store.write(ids[0], anchor, "changed")
        store.delete(ids[1])
        store.back_up_if_due()
    original = (whole / "notes.sqlite3").read_bytes()
    backup = next((whole / "backups").iterdir())
    outcomes = set()
    for attempt in range(60):
        folder = tmp_path / str(attempt)
        (folder / "backups").mkdir(parents=True)
        (folder / "backups" / backup.name).write_bytes(backup.read_bytes())
        damaged = bytearray(original)
        for _ in range(1 + attempt % 20):
            # The first page holds the header and the schema: one time in three it is hit.
            place = chance.randrange(PAGE if attempt % 3 == 0 else len(damaged))
            damaged[place] ^= 1 << chance.randrange(8)
        (folder / "notes.sqlite3").write_bytes(damaged)
        outcomes.add(_outcome(folder, set(ids) - {ids[1]}))
    assert outcomes >= {"restored", "opened"}
    assert outcomes <= {"restored", "opened", Reason.NEWER, Reason.DAMAGED}


def _outcome(folder: Path, ids: set[str]) -> str:
    try:
        with NoteStore.open(folder, author="r", device="d") as store:
            found = {note.id for note in store.of_dossier("fmm")}
            assert store.events == () or found >= ids
            return "restored" if store.events else "opened"
    except NotesError as error:
        return str(error.reason)


def test_a_backup_that_is_damaged_too_is_passed_over(
    folder: Path, open_store: Callable[..., NoteStore], anchor: Anchor, clock: "Clock"
) -> None:
    notes = filled(open_store, anchor, ["one"])
    with open_store() as store:
        store.back_up_if_due()
    clock.go(days=1)
    filled(open_store, anchor, ["two"])
    with open_store() as store:
        newest = store.back_up_if_due()
    assert newest
    overwrite(newest, 0, b"\xff" * 5000)
    overwrite(folder / "notes.sqlite3", 0, b"\xff" * 5000)

    store = open_store()

    assert texts(store) == notes
    assert "notes-2025-12-01.sqlite3" in store.events[1].text("nl")


def test_the_backup_with_most_in_it_is_opened_whatever_the_clock_said(
    folder: Path, open_store: Callable[..., NoteStore], anchor: Anchor, clock: "Clock"
) -> None:
    clock.go(days=40)
    filled(open_store, anchor, ["one"])
    with open_store() as store:
        store.back_up_if_due()
    clock.go(days=-40)
    filled(open_store, anchor, ["two"])
    with open_store() as store:
        store.back_up_if_due()
    overwrite(folder / "notes.sqlite3", 0, b"\xff" * 5000)

    assert set(texts(open_store()).values()) == {"one", "two"}


def test_a_draft_in_an_old_backup_is_no_second_head(
    folder: Path, open_store: Callable[..., NoteStore], anchor: Anchor
) -> None:
    store = open_store()
    note = store.write(None, anchor, "half a sen")
    store.back_up_if_due()
    store.write(note.id, anchor, "half a sentence")
    store.close()
    file = folder / "notes.sqlite3"
    overwrite(file, file.stat().st_size - PAGE, b"\xff" * PAGE)  # the last page: not that of the revision

    store = open_store()

    assert len(store.events) == 2
    assert store.get(note.id).text == "half a sentence"
    assert len(store.history(note.id)) == 1


def test_a_damaged_file_that_another_window_has_open_is_not_moved(
    folder: Path, open_store: Callable[..., NoteStore], anchor: Anchor
) -> None:
    first = open_store()
    first.write(None, anchor, "x")
    first._database.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    overwrite(folder / "notes.sqlite3", 0, b"\xff" * 100)

    with pytest.raises(NotesError) as failure:
        open_store()

    assert failure.value.reason is Reason.DAMAGED
    assert "sluit alle vensters" in failure.value.text("nl")
    assert not list(folder.glob("*damaged*"))


def test_damage_found_by_the_daily_backup_is_mended_at_the_next_start(
    folder: Path, open_store: Callable[..., NoteStore], anchor: Anchor
) -> None:
    """A large file is not checked at each start, but the backup checks it, and leaves word for the next start."""
    notes = filled(open_store, anchor, [f"{number} " + "x" * 1_000_000 for number in range(4)])
    with open_store() as store:
        store.back_up_if_due()
    file = folder / "notes.sqlite3"
    late = filled(open_store, anchor, ["late"])
    with closing(sqlite3.connect(file)) as database:
        (root,) = database.execute("SELECT rootpage FROM sqlite_schema WHERE name = 'revision_of_note'").fetchone()
    overwrite(file, (root - 1) * PAGE, b"\xff" * PAGE)
    store = open_store()
    assert store.events == ()
    (folder / "backups" / "notes-2025-12-01.sqlite3").rename(folder / "backups" / "notes-2025-11-30.sqlite3")
    with pytest.raises(NotesError) as failure:
        store.back_up_if_due()
    assert failure.value.reason is Reason.DAMAGED
    assert [path.name for path in (folder / "backups").iterdir()] == ["notes-2025-11-30.sqlite3"]
    store.close()

    store = open_store()
    assert texts(store) == notes | late
    assert len(store.events) == 2


def test_a_newer_schema_is_refused_and_left_alone(
    folder: Path, open_store: Callable[..., NoteStore], anchor: Anchor
) -> None:
    filled(open_store, anchor, ["one"])
    file = folder / "notes.sqlite3"
    with closing(sqlite3.connect(file)) as newer:
        newer.execute("PRAGMA user_version = 99")
    before = file.read_bytes()

    with pytest.raises(NotesError) as failure:
        open_store()

    assert failure.value.reason is Reason.NEWER
    assert "schema 99" in failure.value.text("nl")
    assert file.read_bytes() == before
    assert not list(folder.glob("*damaged*"))
