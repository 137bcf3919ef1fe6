"""What the reader did to the notes, step by step, so that each step can be undone and done again: see `undoing`.

A step names its notes, with their heads before it and after it. Each function works within the caller's transaction.

The steps are those of the folder: of all its windows and dossiers, also of those that are closed.
"""

import datetime
import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from enum import StrEnum
from typing import NamedTuple

import msgspec
from msgspec import Struct

from fmm_desktop.notes import revisions
from fmm_desktop.notes.note import Content, Revision
from fmm_desktop.notes.revisions import Heads

KEPT = 1000
"""How many steps are kept; the oldest go first."""


class What(StrEnum):
    """What a step did. The values stand in the file; the window has the words."""

    MADE = "made"
    TYPED = "typed"
    KIND = "kind"
    STATUS = "status"
    LABELS = "labels"
    WORDING = "wording"
    PLACED = "placed"
    DELETED = "deleted"
    RESTORED = "restored"
    CHOSEN = "chosen"
    TAKEN_IN = "taken in"
    SEVERAL = "several"


class Step(Struct, frozen=True):
    """Something the reader did: what, when (UTC), and to how many notes."""

    number: int
    what: What
    time: datetime.datetime
    count: int


class Hand(NamedTuple):
    """Who writes, on which device, and when (UTC)."""

    author: str
    device: str
    time: datetime.datetime

    def revision(self, note_id: str, parents: Iterable[str], content: Content, *, deleted: bool = False) -> Revision:
        """Return a new revision by this hand."""
        return Revision(
            id=revisions.new_id(),
            note=note_id,
            parents=tuple(parents),
            time=self.time,
            author=self.author,
            device=self.device,
            content=content,
            deleted=deleted,
        )


class Change(NamedTuple):
    """What a step did to a note: its heads before and after, by id, the one that is shown first."""

    note: str
    before: tuple[str, ...]
    after: tuple[str, ...]


_ids = msgspec.json.Decoder(tuple[str, ...])

# -- taking down -------------------------------------------------------------------------------------------------------


@contextmanager
def step(
    connection: sqlite3.Connection, time: datetime.datetime, note_ids: Iterable[str], what: What | None = None
) -> Iterator[None]:
    """Take what the block does to these notes down as one step, `what` or what it turns out to be; nothing is none."""
    before = revisions.head_ids(connection, tuple(note_ids))
    yield
    after = revisions.head_ids(connection, before)
    changes = [Change(each, before[each], after[each]) for each in before if before[each] != after[each]]
    first = [heads[0] for one in changes for heads in (one.before, one.after) if heads and what is None]
    said = revisions.get_all(connection, first)
    take_down(connection, time, {one: what or _kind(one, said) for one in changes})


def between(before: Heads, after: Heads) -> dict[Change, What]:
    """Return what was done to notes that had some heads before, and have others now."""
    changes = (Change(note_id, _ids_of(before.get(note_id, ())), _ids_of(after[note_id])) for note_id in after)
    said = {head.id: head for heads in (*before.values(), *after.values()) for head in heads}
    return {one: _kind(one, said) for one in changes if one.before != one.after}


def take_down(connection: sqlite3.Connection, time: datetime.datetime, changes: Mapping[Change, What]) -> None:
    """Take down as one step what was done to some notes; nothing is none."""
    if not changes:
        return
    connection.execute("DELETE FROM step WHERE undone")  # who goes on after an undo leaves the other way
    what = next(iter(changes.values())) if len(set(changes.values())) == 1 else What.SEVERAL
    values = (what, revisions.stamp(time), len(changes))
    added = connection.execute("INSERT INTO step (what, time, notes) VALUES (?, ?, ?)", values)
    connection.executemany(
        "INSERT INTO stepped VALUES (?, ?, ?, ?, ?)",
        [(added.lastrowid, place, one.note, _json(one.before), _json(one.after)) for place, one in enumerate(changes)],
    )
    oldest = "SELECT number FROM step ORDER BY number DESC LIMIT 1 OFFSET ?"
    connection.execute(f"DELETE FROM step WHERE number <= ({oldest})", (KEPT,))


def _ids_of(heads: Iterable[Revision]) -> tuple[str, ...]:
    return tuple(head.id for head in heads)


def _json(ids: tuple[str, ...]) -> str:
    return msgspec.json.encode(ids).decode()


def _kind(change: Change, said: Mapping[str, Revision]) -> What:
    before, after = _shown(said, change.before), _shown(said, change.after)
    if after is None:
        return What.DELETED
    if before is None:
        return What.RESTORED if change.before else What.MADE
    return What.CHOSEN if len(change.before) > len(change.after) else _difference(before, after)


def _difference(before: Content, after: Content) -> What:
    if before.text != after.text:
        return What.TYPED
    for name, what in (
        ("kind", What.KIND),
        ("status", What.STATUS),
        ("labels", What.LABELS),
        ("wording", What.WORDING),
    ):
        if getattr(before, name) != getattr(after, name):
            return what
    return What.PLACED if before.anchor != after.anchor else What.TYPED


def _shown(said: Mapping[str, Revision], heads: Sequence[str]) -> Content | None:
    """Return what the first of some heads says; None when it deletes, or there is none."""
    first = said.get(heads[0]) if heads else None
    return None if first is None or first.deleted else first.content


# -- looking back ------------------------------------------------------------------------------------------------------


def next_undo(connection: sqlite3.Connection) -> Step | None:
    """Return the step that would be undone now."""
    return _step(connection, "SELECT max(number) FROM step WHERE NOT undone")


def next_redo(connection: sqlite3.Connection) -> Step | None:
    """Return the step that would be done again now."""
    return _step(connection, "SELECT min(number) FROM step WHERE undone")


def to_come(connection: sqlite3.Connection, typed: Sequence[tuple[str, Content]], time: datetime.datetime) -> Step:
    """Return what the last step would be if some were made now, one for each text typed over a revision ("" for none).

    It has the number that the step will have, if nobody else makes one before.
    """
    base, content = typed[-1]
    before = _shown(revisions.get_all(connection, [base]), [base]) if base else None
    what = _difference(before, content) if before is not None else What.RESTORED if base else What.MADE
    (last,) = connection.execute("SELECT coalesce(max(seq), 0) FROM sqlite_sequence WHERE name = 'step'").fetchone()
    return Step(last + len(typed), what, time, 1)


def _step(connection: sqlite3.Connection, which: str) -> Step | None:
    row = connection.execute(f"SELECT number, what, time, notes FROM step WHERE number = ({which})").fetchone()
    return Step(row[0], _what(row[1]), revisions.moment(row[2]), row[3]) if row else None


def _what(value: str) -> What:
    return What(value) if value in set(What) else What.SEVERAL


def changes_of(connection: sqlite3.Connection, taken: Step) -> list[Change]:
    """Return what a step did to each of its notes."""
    query = "SELECT note, before, after FROM stepped WHERE step = ? ORDER BY place"
    rows = connection.execute(query, (taken.number,)).fetchall()
    return [Change(note, _ids.decode(before), _ids.decode(after)) for note, before, after in rows]


def count_anew(connection: sqlite3.Connection) -> None:
    """Count the notes of each step after some are gone, and drop the steps of which none is left."""
    connection.execute("UPDATE step SET notes = (SELECT count(*) FROM stepped WHERE step = number)")
    connection.execute("DELETE FROM step WHERE notes = 0")
