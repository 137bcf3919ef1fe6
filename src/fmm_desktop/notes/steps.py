"""What the reader did to the notes, step by step, so that each step can be undone and done again.

A step names its notes, with their heads before it and after it. To undo it is to say anew what the heads before said:
revisions like any other, in place of the present ones. A note that says something else now than the step left is never
touched: somebody changed it meanwhile. Each function works within the caller's transaction.

The steps are those of the folder: of all its windows and dossiers, also of those that are closed.
"""

import datetime
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from enum import StrEnum
from typing import NamedTuple

import msgspec
from msgspec import Struct

from fmm_desktop.notes import revisions
from fmm_desktop.notes.note import Anchor, Content, Revision

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


class Outcome(Struct, frozen=True):
    """What came of undoing a step or doing it again.

    `notes` are the ids of the notes that changed, `anchor` is where the first of them hangs; `left` tells how many were
    left as they are because somebody changed them meanwhile.
    """

    step: Step
    notes: tuple[str, ...]
    left: int
    anchor: Anchor | None


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


class _Change(NamedTuple):
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
    before = {note_id: revisions.head_ids(connection, note_id) for note_id in note_ids}
    yield
    after = {note_id: revisions.head_ids(connection, note_id) for note_id in before}
    changes = [_Change(each, before[each], after[each]) for each in before if before[each] != after[each]]
    if changes:
        _add(connection, time, what or _kind_of(connection, changes), changes)


def _add(connection: sqlite3.Connection, time: datetime.datetime, what: What, changes: Iterable[_Change]) -> None:
    connection.execute("DELETE FROM step WHERE undone")  # who goes on after an undo leaves the other way
    changes = tuple(changes)
    values = (what, revisions.stamp(time), len(changes))
    added = connection.execute("INSERT INTO step (what, time, notes) VALUES (?, ?, ?)", values)
    connection.executemany(
        "INSERT INTO stepped VALUES (?, ?, ?, ?, ?)",
        [(added.lastrowid, place, one.note, _json(one.before), _json(one.after)) for place, one in enumerate(changes)],
    )
    oldest = "SELECT number FROM step ORDER BY number DESC LIMIT 1 OFFSET ?"
    connection.execute(f"DELETE FROM step WHERE number <= ({oldest})", (KEPT,))


def _json(ids: tuple[str, ...]) -> str:
    return msgspec.json.encode(ids).decode()


def _kind_of(connection: sqlite3.Connection, changes: Iterable[_Change]) -> What:
    kinds = {_kind_of_one(connection, one) for one in changes}
    return kinds.pop() if len(kinds) == 1 else What.SEVERAL


def _kind_of_one(connection: sqlite3.Connection, change: _Change) -> What:
    before, after = _shown(connection, change.before), _shown(connection, change.after)
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


def _shown(connection: sqlite3.Connection, heads: tuple[str, ...]) -> Content | None:
    """Return what the first of some heads says; None when it deletes, or there is none."""
    if not heads or revisions.deletes(connection, heads[0]):
        return None
    return revisions.find(connection, heads[0])


# -- undoing -----------------------------------------------------------------------------------------------------------


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
    before = _shown(connection, (base,)) if base else None
    what = _difference(before, content) if before is not None else What.RESTORED if base else What.MADE
    (last,) = connection.execute("SELECT coalesce(max(seq), 0) FROM sqlite_sequence WHERE name = 'step'").fetchone()
    return Step(last + len(typed), what, time, 1)


def undo(connection: sqlite3.Connection, hand: Hand, only: int | None = None) -> Outcome | None:
    """Undo the last step; None when there is none, or another than `only`.

    One of which every note changed meanwhile is gone from then on.
    """
    last = next_undo(connection)
    return _go(connection, hand, last, back=True) if last and only in {None, last.number} else None


def redo(connection: sqlite3.Connection, hand: Hand, only: int | None = None) -> Outcome | None:
    """Do the step again that was undone last; None when there is none, or another than `only`."""
    last = next_redo(connection)
    return _go(connection, hand, last, back=False) if last and only in {None, last.number} else None


def _step(connection: sqlite3.Connection, which: str) -> Step | None:
    row = connection.execute(f"SELECT number, what, time, notes FROM step WHERE number = ({which})").fetchone()
    return Step(row[0], _what(row[1]), revisions.moment(row[2]), row[3]) if row else None


def _what(value: str) -> What:
    return What(value) if value in set(What) else What.SEVERAL


def _go(connection: sqlite3.Connection, hand: Hand, taken: Step, *, back: bool) -> Outcome:
    done: list[str] = []
    left: list[str] = []
    for change in _changes(connection, taken):
        wanted, expected = (change.before, change.after) if back else (change.after, change.before)
        went = _say(connection, hand, change.note, wanted, expected)
        (done if went else left).append(change.note)
    connection.executemany("DELETE FROM stepped WHERE step = ? AND note = ?", [(taken.number, each) for each in left])
    connection.execute("UPDATE step SET undone = ? WHERE number = ?", (back, taken.number))
    if left:
        count_anew(connection)
    first = revisions.heads(connection, (done or left)[0]) if done or left else ()
    return Outcome(taken, tuple(done), len(left), first[0].anchor if first else None)


def _changes(connection: sqlite3.Connection, taken: Step) -> list[_Change]:
    query = "SELECT note, before, after FROM stepped WHERE step = ? ORDER BY place"
    rows = connection.execute(query, (taken.number,)).fetchall()
    return [_Change(note, _ids.decode(before), _ids.decode(after)) for note, before, after in rows]


def count_anew(connection: sqlite3.Connection) -> None:
    """Count the notes of each step after some are gone, and drop the steps of which none is left."""
    connection.execute("UPDATE step SET notes = (SELECT count(*) FROM stepped WHERE step = number)")
    connection.execute("DELETE FROM step WHERE notes = 0")


def _say(
    connection: sqlite3.Connection, hand: Hand, note_id: str, wanted: tuple[str, ...], expected: tuple[str, ...]
) -> bool:
    """Let a note say again what the revisions `wanted` said; False when it does not say what is `expected`."""
    heads = revisions.heads(connection, note_id)
    parents, aim = tuple(head.id for head in heads), _revisions(connection, wanted)
    if aim is None or not heads:
        return False
    if parents != expected:  # somebody may have said the same since, as an undo does
        said = _revisions(connection, expected)
        if said is None or _words(heads) != _words(said):
            return False
    again = [hand.revision(note_id, parents, one.content, deleted=one.deleted) for one in aim]
    if not again:  # it was not there
        again = [hand.revision(note_id, parents, heads[0].content, deleted=True)]
    if _words(heads) != _words(again):
        for revision in reversed(again):  # of the same time the last one is shown
            revisions.add(connection, revision)
    return True


def _revisions(connection: sqlite3.Connection, ids: Iterable[str]) -> list[Revision] | None:
    """Return some revisions, of those that say the same the first; None when one of them is gone."""
    found = [revisions.get(connection, each) for each in ids]
    sound = [one for one in found if one is not None]
    return list({_key(one): one for one in reversed(sound)}.values())[::-1] if len(sound) == len(found) else None


def _words(of: Iterable[Revision]) -> frozenset[str]:
    return frozenset(map(_key, of)) or frozenset({""})


def _key(revision: Revision) -> str:
    """Return what a revision says in letters: nothing when it deletes its note."""
    return "" if revision.deleted else revisions.encode(revision.content)
