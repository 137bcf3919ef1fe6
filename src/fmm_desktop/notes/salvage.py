"""What can still be read from a damaged file. Because revisions are only ever added, bringing them back is a union.

A row that cannot be read is passed over, not a failure: the damaged file itself is kept.
"""

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

from msgspec import MsgspecError

from fmm_desktop.notes import bin as rubbish
from fmm_desktop.notes import connection, deriving, revisions
from fmm_desktop.notes.trouble import DamagedError

_Row = tuple[object, ...]

_REVISIONS = "SELECT id, note, author, device, deleted, time, fields FROM revision ORDER BY rowid"
_PARENTS = "SELECT revision, parent FROM parent ORDER BY revision"
_DRAFTS = "SELECT note, session, base, dossier, topic, author, device, time, fields FROM draft ORDER BY rowid"

_THROWN = "SELECT note, time FROM thrown_away ORDER BY note"
_ADD_THROWN = "INSERT OR REPLACE INTO thrown_away VALUES (?, ?)"

_ADD_REVISION = """
    INSERT OR IGNORE INTO revision (id, note, author, device, deleted, time, fields) VALUES (?, ?, ?, ?, ?, ?, ?)
"""
_ADD_PARENT = """
    INSERT OR IGNORE INTO parent SELECT ?1, ?2 WHERE EXISTS (SELECT 1 FROM revision WHERE id = ?1)
"""
_ADD_DRAFT = """
    INSERT OR REPLACE INTO draft (note, session, base, dossier, topic, author, device, time, fields)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
"""


def salvage(damaged: Path, database: sqlite3.Connection) -> int:
    """Add to `database` every revision and draft of `damaged` that can be read; return how many revisions were new.

    Raises sqlite3.Error for failures of `database` only.
    """
    found, _ = _read(damaged, _REVISIONS, _is_sound)
    parents, _ = _read(damaged, _PARENTS, all)
    thrown, _ = _read(damaged, _THROWN, _are_texts)
    typed, all_typed = _read(damaged, _DRAFTS, _is_sound)
    with connection.transaction(database):
        before = _count(database)
        database.executemany(_ADD_REVISION, found)
        database.executemany(_ADD_PARENT, parents)
        if all_typed:  # else those of the backup may be all that is left of what was being typed
            database.execute("DELETE FROM draft")
        database.executemany(_ADD_DRAFT, typed)
        _throw_away(database, thrown)
        deriving.rebuild(database)
        return _count(database) - before


def _read(damaged: Path, query: str, sound: Callable[[_Row], bool]) -> tuple[list[_Row], bool]:
    """Return the sound rows, and whether all rows could be read: from the front, and if need be from the back."""
    rows, complete = _until_failure(damaged, query)
    if not complete:
        more, _ = _until_failure(damaged, f"{query} DESC")
        rows = list(dict.fromkeys([*rows, *reversed(more)]))
    return [row for row in rows if sound(row)], complete


def _until_failure(damaged: Path, query: str) -> tuple[list[_Row], bool]:
    rows: list[_Row] = []
    try:
        with closing(connection.connect_to_salvage(damaged)) as source:
            rows.extend(_each(source, query))
    except (sqlite3.Error, UnicodeDecodeError):
        return rows, False
    return rows, True


def _each(source: sqlite3.Connection, query: str) -> Iterator[_Row]:
    yield from source.execute(query)


def _is_sound(row: _Row) -> bool:
    """Tell whether a row ends in a time and fields that can be read, and has something in every place."""
    *rest, time, fields = row
    try:
        revisions.decode(fields)
        revisions.moment(time)
    except (MsgspecError, DamagedError):
        return False
    return all(isinstance(each, (str, int)) for each in rest)


def _are_texts(row: _Row) -> bool:
    return all(isinstance(each, str) for each in row)


def _throw_away(database: sqlite3.Connection, thrown: list[_Row]) -> None:
    """Throw away what a backup still has of notes that were thrown away since."""
    database.executemany(_ADD_THROWN, thrown)
    notes = database.execute("SELECT note FROM thrown_away WHERE note NOT IN (SELECT note FROM draft)").fetchall()
    rubbish.forget(database, [row[0] for row in notes])


def _count(database: sqlite3.Connection) -> int:
    return int(database.execute("SELECT count(*) FROM revision").fetchone()[0])
