"""A backup a day, the last seven kept, and one before the tables change."""

import os
import sqlite3
import time
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from fmm_desktop.notes import connection, schema
from fmm_desktop.notes.note import Anchor
from fmm_desktop.notes.store import NoteStore

if TYPE_CHECKING:
    from tests.notes.conftest import Clock


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in (folder / "backups").iterdir())


def test_a_backup_is_made_once_a_day(store: NoteStore, anchor: Anchor, folder: Path, clock: "Clock") -> None:
    store.write(None, anchor, "x")
    first = store.back_up_if_due()
    assert first == folder / "backups" / "notes-2025-12-01.sqlite3"
    assert store.back_up_if_due() is None
    clock.go(days=1)
    assert store.back_up_if_due() is not None
    assert names(folder) == ["notes-2025-12-01.sqlite3", "notes-2025-12-02.sqlite3"]


@pytest.mark.skipif(not hasattr(time, "tzset"), reason="the zone of a process can be set on Unix alone")
def test_the_day_is_that_of_the_reader(
    store: NoteStore, folder: Path, clock: "Clock", monkeypatch: pytest.MonkeyPatch
) -> None:
    clock.go(hours=9)  # 18:00 in Greenwich is the next morning in Auckland
    monkeypatch.setenv("TZ", "Pacific/Auckland")
    time.tzset()
    try:
        store.back_up_if_due()
    finally:
        monkeypatch.undo()
        time.tzset()
    assert names(folder) == ["notes-2025-12-02.sqlite3"]


def test_what_a_killed_backup_left_is_cleared_away_but_not_what_another_is_writing(
    store: NoteStore, folder: Path
) -> None:
    (folder / "backups").mkdir()
    for name in ("notes-2025-11-01.7.partial", "notes-2025-11-01.7.partial-journal", "notes-2025-12-01.8.partial"):
        (folder / "backups" / name).write_bytes(b"half")
    for old in (folder / "backups").glob("*.7.*"):
        os.utime(old, (0, 0))
    store.back_up_if_due()
    assert names(folder) == ["notes-2025-12-01.8.partial", "notes-2025-12-01.sqlite3"]


def test_the_last_seven_are_kept(store: NoteStore, folder: Path, clock: "Clock") -> None:
    for _day in range(10):
        store.back_up_if_due()
        clock.go(days=1)

    assert names(folder) == [f"notes-2025-12-{day:02}.sqlite3" for day in range(4, 11)]


def test_a_clock_that_was_set_back_does_not_cost_the_backup_just_made(
    store: NoteStore, folder: Path, clock: "Clock"
) -> None:
    for _day in range(8):
        store.back_up_if_due()
        clock.go(days=1)
    clock.go(days=-100)
    made = store.back_up_if_due()

    assert made
    assert made.name in names(folder)
    assert len(names(folder)) == 7


def test_a_backup_holds_what_was_typed_a_moment_ago_and_is_one_sound_file(
    store: NoteStore, anchor: Anchor, folder: Path
) -> None:
    note = store.write(None, anchor, "half a sen")
    backup = store.back_up_if_due()
    assert backup

    with closing(sqlite3.connect(backup)) as database:
        assert database.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        assert database.execute("SELECT note FROM draft").fetchall() == [(note.id,)]
        assert database.execute("PRAGMA journal_mode").fetchone() == ("delete",)
    assert names(folder) == [backup.name]


def test_writing_goes_on_after_a_backup(store: NoteStore, anchor: Anchor) -> None:
    note = store.write(None, anchor, "x")
    store.back_up_if_due()

    assert store.write(note.id, anchor, "x y").text == "x y"
    assert store.settle(note.id).text == "x y"


def test_a_file_is_backed_up_before_its_tables_change(
    folder: Path, open_store: Callable[..., NoteStore], anchor: Anchor, monkeypatch: pytest.MonkeyPatch
) -> None:
    with open_store() as store:
        note = store.settle(store.write(None, anchor, "x").id)
    now = len(schema.MIGRATIONS)
    monkeypatch.setattr(schema, "MIGRATIONS", (*schema.MIGRATIONS, "CREATE TABLE label (note TEXT, label TEXT)"))

    with open_store() as store:
        assert store.get(note.id) == note

    (backup,) = names(folder)
    assert backup.startswith(f"before-schema-{now + 1}-2025-12-01T")
    with closing(sqlite3.connect(folder / "backups" / backup)) as database:
        assert schema.number(database) == now
    with closing(sqlite3.connect(folder / "notes.sqlite3")) as database:
        assert schema.number(database) == now + 1


def test_a_step_that_fails_leaves_the_file_as_it_was(tmp_path: Path) -> None:
    file = tmp_path / "notes.sqlite3"
    with closing(connection.connect(file)) as database:
        schema.upgrade(database)
    with closing(connection.connect(file)) as database, pytest.raises(sqlite3.OperationalError):
        schema.upgrade(database, (*schema.MIGRATIONS, "CREATE TABLE label (x); INSERT INTO nowhere VALUES (1)"))

    with closing(connection.connect(file)) as database:
        assert schema.number(database) == len(schema.MIGRATIONS)
        assert not database.execute("SELECT 1 FROM sqlite_schema WHERE name = 'label'").fetchall()
