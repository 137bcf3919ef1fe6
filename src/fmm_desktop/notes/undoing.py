"""Undoes a step of the reader, or does it again: says anew what the heads before it said, or those after it.

These are revisions like any other, in place of the present ones. A note that says something else now than the step left
is never touched: somebody changed it meanwhile. Each function works within the caller's transaction.
"""

import sqlite3
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from msgspec import Struct
from msgspec.structs import replace

from fmm_desktop.notes import deriving, revisions, steps
from fmm_desktop.notes.note import Anchor, Revision
from fmm_desktop.notes.progress import Report
from fmm_desktop.notes.steps import Hand, Step, What

_AS_THEY_CAME = frozenset((What.TAKEN_IN, What.CHOSEN))
"""Steps with words of others: these keep their writer and their time."""


class Outcome(Struct, frozen=True):
    """What came of undoing a step or doing it again.

    `notes` are the ids of the notes that changed, `anchor` is where the first of them hangs; `left` tells how many were
    left as they are because somebody changed them meanwhile.
    """

    step: Step
    notes: tuple[str, ...]
    left: int
    anchor: Anchor | None


class _Way(NamedTuple):
    """Of a note the revisions to say again, and those that it must say now, by id."""

    note: str
    wanted: tuple[str, ...]
    expected: tuple[str, ...]


def undo(connection: sqlite3.Connection, hand: Hand, only: int | None, report: Report) -> Outcome | None:
    """Undo the last step; None when there is none, or another than `only`.

    One of which every note changed meanwhile is gone from then on.
    """
    last = steps.next_undo(connection)
    return _go(connection, hand, last, report, back=True) if last and only in {None, last.number} else None


def redo(connection: sqlite3.Connection, hand: Hand, only: int | None, report: Report) -> Outcome | None:
    """Do the step again that was undone last; None when there is none, or another than `only`."""
    last = steps.next_redo(connection)
    return _go(connection, hand, last, report, back=False) if last and only in {None, last.number} else None


def _go(connection: sqlite3.Connection, hand: Hand, taken: Step, report: Report, *, back: bool) -> Outcome:
    ways = {one.note: _way(one, back=back) for one in steps.changes_of(connection, taken)}
    done: list[str] = []
    for some in revisions.in_turn(ways, report):
        done += _go_some(connection, hand, [ways[each] for each in some], as_it_came=taken.what in _AS_THEY_CAME)
    left = sorted(ways.keys() - set(done))
    connection.executemany("DELETE FROM stepped WHERE step = ? AND note = ?", [(taken.number, each) for each in left])
    connection.execute("UPDATE step SET undone = ? WHERE number = ?", (back, taken.number))
    if left:
        steps.count_anew(connection)
    first = revisions.heads(connection, (done or left)[0]) if ways else ()
    return Outcome(taken, tuple(done), len(left), first[0].anchor if first else None)


def _way(change: steps.Change, *, back: bool) -> _Way:
    ends = (change.before, change.after) if back else (change.after, change.before)
    return _Way(change.note, *ends)


def _go_some(connection: sqlite3.Connection, hand: Hand, ways: Sequence[_Way], *, as_it_came: bool) -> list[str]:
    """Let notes say again what they said, and return which of them could."""
    now = revisions.heads_of(connection, [way.note for way in ways])
    said = revisions.get_all(connection, [each for way in ways for each in (*way.wanted, *way.expected)])
    again = {way.note: _again(hand, way, now.get(way.note, ()), said, as_it_came=as_it_came) for way in ways}
    deriving.follow(connection, now, [one for made in again.values() for one in made or ()])
    return [note_id for note_id, made in again.items() if made is not None]


def _again(
    hand: Hand, way: _Way, heads: Sequence[Revision], said: Mapping[str, Revision], *, as_it_came: bool
) -> list[Revision] | None:
    """Return what a note is to say again, nothing when it says so; None when it does not say what is expected.

    What an import brought keeps its writer and its time: it was not written now, nor here. So do versions to choose
    from, which the reader tells apart by them.
    """
    aim, parents = _those(said, way.wanted), [head.id for head in heads]
    if aim is None or not heads:
        return None
    if tuple(parents) != way.expected:  # somebody may have said the same since, as an undo does
        there = _those(said, way.expected)
        if there is None or _words(heads) != _words(there):
            return None
    again = [hand.revision(way.note, parents, one.content, deleted=one.deleted) for one in aim]
    if as_it_came or len(aim) > 1:
        again = [
            replace(new, time=one.time, author=one.author, device=one.device)
            for new, one in zip(again, aim, strict=True)
        ]
    if not again:  # it was not there
        again = [hand.revision(way.note, parents, heads[0].content, deleted=True)]
    return again[::-1] if _words(heads) != _words(again) else []  # of the same time the last one is shown


def _those(said: Mapping[str, Revision], ids: Iterable[str]) -> list[Revision] | None:
    """Return some revisions, of those that say the same the first; None when one of them is gone."""
    found = [said.get(each) for each in ids]
    sound = [one for one in found if one is not None]
    return list({_key(one): one for one in reversed(sound)}.values())[::-1] if len(sound) == len(found) else None


def _words(of: Iterable[Revision]) -> frozenset[str]:
    return frozenset(map(_key, of)) or frozenset({""})


def _key(revision: Revision) -> str:
    """Return what a revision says in letters: nothing when it deletes its note."""
    return "" if revision.deleted else revisions.encode(revision.content)
