"""How revisions become notes: writes them and the rows of `note` that they lead to, in the caller's transaction."""

import sqlite3
from collections.abc import Iterable, Sequence

from fmm_desktop.notes import revisions
from fmm_desktop.notes.note import Revision
from fmm_desktop.notes.revisions import Heads

_REVISION = "INSERT INTO revision (id, note, time, author, device, deleted, fields) VALUES (?, ?, ?, ?, ?, ?, ?)"
_PARENT = "INSERT INTO parent VALUES (?, ?)"
_NOTE = """
    INSERT INTO note (note, revision, dossier, topic, changed, conflict, deleted, fields)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?)
    ON CONFLICT (note) DO UPDATE SET
        revision = excluded.revision, dossier = excluded.dossier, topic = excluded.topic, changed = excluded.changed,
        conflict = excluded.conflict, deleted = excluded.deleted, fields = excluded.fields
"""


def add(connection: sqlite3.Connection, *made: Revision) -> None:
    """Write revisions that were made here, and bring their notes up to date; these are thrown away no longer."""
    _write_made(connection, made)
    derive(connection, (one.note for one in made))


def follow(connection: sqlite3.Connection, heads: Heads, made: Sequence[Revision]) -> Heads:
    """Write revisions that were made here of notes that have these heads, and return those that they have then.

    As `add`, but nothing is asked that is known already.
    """
    _write_made(connection, made)
    after = dict(heads)
    for one in made:
        left = [head for head in after.get(one.note, ()) if head.id not in one.parents]
        latest_first = sorted([one, *left], key=lambda head: head.time, reverse=True)
        after[one.note] = tuple(sorted(latest_first, key=lambda head: head.deleted))
    _put(connection, [after[note_id] for note_id in dict.fromkeys(one.note for one in made)])
    return after


def add_all(connection: sqlite3.Connection, made: Iterable[Revision]) -> int:
    """Write those of some revisions that are new here, bring their notes up to date, and return how many these are."""
    first: dict[str, Revision] = {}
    for one in made:
        first.setdefault(one.id, one)
    known = {row[0] for row in revisions.asked(connection, "SELECT id FROM revision WHERE id IN ({some})", first)}
    fresh = [one for one in first.values() if one.id not in known]
    _write(connection, fresh)
    derive(connection, (one.note for one in fresh))
    return len(fresh)


def _write_made(connection: sqlite3.Connection, made: Sequence[Revision]) -> None:
    connection.executemany("DELETE FROM thrown_away WHERE note = ?", [(one.note,) for one in made])
    _write(connection, made)


def _write(connection: sqlite3.Connection, fresh: Sequence[Revision]) -> None:
    connection.executemany(_REVISION, map(_row_of, fresh))
    connection.executemany(_PARENT, [(one.id, each) for one in fresh for each in one.parents])


def _row_of(one: Revision) -> tuple[object, ...]:
    said = revisions.encode(one.content)
    return one.id, one.note, revisions.stamp(one.time), one.author, one.device, one.deleted, said


def derive(connection: sqlite3.Connection, note_ids: Iterable[str]) -> None:
    """Write the rows of `note` that the revisions of some notes lead to."""
    for some in revisions.in_turn(note_ids):
        _put(connection, revisions.heads_of(connection, some).values())


def _put(connection: sqlite3.Connection, heads: Iterable[Sequence[Revision]]) -> None:
    """Write the row of `note` that the heads of each of some notes lead to."""
    connection.executemany(_NOTE, map(_note, heads))


def _note(heads: Sequence[Revision]) -> tuple[object, ...]:
    shown = heads[0]
    time, said = revisions.stamp(shown.time), revisions.encode(shown.content)
    return shown.note, shown.id, shown.anchor.dossier, shown.anchor.topic, time, _differ(heads), shown.deleted, said


def _differ(heads: Sequence[Revision]) -> bool:
    return any((one.deleted, one.content) != (heads[0].deleted, heads[0].content) for one in heads)


def rebuild(connection: sqlite3.Connection) -> None:
    """Make the table `note` anew from the revisions alone."""
    connection.execute("DELETE FROM note")
    derive(connection, [row[0] for row in connection.execute("SELECT DISTINCT note FROM revision").fetchall()])
