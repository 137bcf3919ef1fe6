"""The bin: notes that were deleted, until the reader throws them away for good.

What is thrown away is gone from the file; its id alone is remembered, so that an import does not bring it back unasked.
Each function works within the caller's transaction.
"""

import datetime
import sqlite3
from collections.abc import Iterable, Sequence

from msgspec import Struct

from fmm_desktop.notes import revisions, steps
from fmm_desktop.notes.note import Anchor, Content
from fmm_desktop.notes.progress import Report, silent


class Binned(Struct, frozen=True):
    """A note in the bin: what it said last, when it was deleted (UTC), and by whom."""

    id: str
    content: Content
    deleted: datetime.datetime
    by: str

    @property
    def anchor(self) -> Anchor:
        """Where it hung."""
        return self.content.anchor

    @property
    def text(self) -> str:
        """What it said."""
        return self.content.text


# What somebody types in, in whatever window, is no rubbish.
_IN_BIN = "deleted = 1 AND NOT EXISTS (SELECT 1 FROM draft WHERE draft.note = note.note)"
_BIN = f"""
    SELECT note.note, note.fields, note.changed, revision.author
    FROM note JOIN revision ON revision.id = note.revision WHERE note.{_IN_BIN} ORDER BY note.changed DESC, note.note
"""


def contents(connection: sqlite3.Connection) -> tuple[Binned, ...]:
    """Return the notes in the bin, of all dossiers, the one that was deleted last first."""
    rows = connection.execute(_BIN).fetchall()
    return tuple(Binned(row[0], revisions.decode(row[1]), revisions.moment(row[2]), row[3]) for row in rows)


def throw_away(
    connection: sqlite3.Connection, note_ids: Iterable[str], time: datetime.datetime, report: Report = silent
) -> int:
    """Throw those of these notes that are in the bin away for good, and return how many they are."""
    count = 0
    for some in revisions.in_turn(note_ids, report):
        gone = [
            row[0]
            for row in revisions.asked(
                connection, f"SELECT note FROM note WHERE note IN ({{some}}) AND {_IN_BIN}", some
            )
        ]
        stamped = [(each, revisions.stamp(time)) for each in gone]
        connection.executemany("INSERT OR REPLACE INTO thrown_away VALUES (?, ?)", stamped)
        _remove(connection, gone)
        count += len(gone)
    steps.count_anew(connection)
    return count


def forget(connection: sqlite3.Connection, note_ids: Iterable[str]) -> None:
    """Remove all rows of notes that are remembered as thrown away."""
    for some in revisions.in_turn(note_ids):
        _remove(connection, some)
    steps.count_anew(connection)


def _remove(connection: sqlite3.Connection, note_ids: Sequence[str]) -> None:
    """Remove all rows of as many notes as one statement takes."""
    those = f"note IN ({', '.join('?' * len(note_ids))})"
    connection.execute(f"DELETE FROM parent WHERE revision IN (SELECT id FROM revision WHERE {those})", note_ids)
    for table in ("revision", "note", "stepped"):
        connection.execute(f"DELETE FROM {table} WHERE {those}", note_ids)


def thrown_away(connection: sqlite3.Connection) -> frozenset[str]:
    """Return the ids of the notes that were thrown away."""
    return frozenset(row[0] for row in connection.execute("SELECT note FROM thrown_away").fetchall())


def let_back(connection: sqlite3.Connection, note_ids: Iterable[str]) -> None:
    """Let notes that were thrown away be taken in again."""
    connection.executemany("DELETE FROM thrown_away WHERE note = ?", [(each,) for each in note_ids])
