"""What is done to notes otherwise than by typing: to many at once, to their versions, and step by step back again.

    store.changes.mark({note.id: traits, …})     # one step, whatever the number
    store.changes.undo()                         # that step, or whatever was the last one in this folder
    store.changes.say_again(note.id, revision, shown)   # as it was on Monday, in place of what is shown
    store.bin.contents(), store.bin.throw_away(ids)

Everything may raise `NotesError`; after one, nothing of the call was done. Nor is anything when `report`, which is told
how far a call is with many notes, raises to stop it.
"""

import sqlite3
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, contextmanager
from typing import NamedTuple

from msgspec.structs import replace

from fmm_desktop.notes import bin as rubbish
from fmm_desktop.notes import connection, deriving, revisions, steps, undoing
from fmm_desktop.notes.bin import Binned
from fmm_desktop.notes.note import Revision, Traits
from fmm_desktop.notes.progress import Report, silent
from fmm_desktop.notes.steps import Change, Hand, Step, What
from fmm_desktop.notes.trouble import Doing
from fmm_desktop.notes.undoing import Outcome
from fmm_desktop.notes.writing import Writer

_Revised = Callable[[Hand, str, Sequence[Revision]], Revision | None]
_Way = Callable[[sqlite3.Connection, Hand, int | None, Report], Outcome | None]


class Access(NamedTuple):
    """What a store lends: its database, its writer, its guard, and how to tell it that notes changed."""

    database: sqlite3.Connection
    writer: Writer
    guard: Callable[[Doing], AbstractContextManager[None]]
    forget: Callable[[Iterable[str]], None]


class Changes:
    """Changes beside typing. What this store types in one of the notes is settled first, as a step of its own."""

    def __init__(self, access: Access) -> None:
        """Work with what the store lends."""
        self._access = access
        self._database = access.database

    # -- many notes ------------------------------------------------------------------------------------------------

    def mark(self, traits: Mapping[str, Traits], report: Report = silent) -> int:
        """Give notes, by id, other traits: one step. Return how many changed; one that was deleted does not."""

        def marked(hand: Hand, note_id: str, heads: Sequence[Revision]) -> Revision | None:
            shown = next(iter(heads), None)
            if shown is None or shown.deleted or shown.traits == traits[note_id]:
                return None
            return hand.revision(note_id, [shown.id], shown.content.with_traits(traits[note_id]))

        return self._revise(traits, marked, report)

    def delete(self, seen: Mapping[str, Collection[str]], report: Report = silent) -> int:
        """Delete notes: one step. Return how many there were to delete.

        `seen` has by id the revisions that the reader was shown, also those to choose from; a version that came since
        stays. None at all deletes whatever there is.
        """
        return self._revise(seen, lambda hand, note_id, heads: _deletion(hand, note_id, heads, seen[note_id]), report)

    def restore(self, note_ids: Iterable[str], report: Report = silent) -> int:
        """Bring deleted notes back as they last were: one step. Return how many there were to bring back."""
        return self._revise(tuple(note_ids), _restoral, report)

    def _revise(self, note_ids: Collection[str], revised: _Revised, report: Report) -> int:
        """Add what `revised` makes of each of some notes as one step, and return how many it made something of."""
        changes: dict[Change, What] = {}
        count = 0
        with self._hand(note_ids) as hand:
            for some in revisions.in_turn(note_ids, report):
                heads = revisions.heads_of(self._database, some)
                made = [revised(hand, note_id, heads.get(note_id, ())) for note_id in some]
                added = [one for one in made if one is not None]
                changes |= steps.between(heads, deriving.follow(self._database, heads, added))
                count += len(added)
            steps.take_down(self._database, hand.time, changes)
        return count

    # -- versions of one note --------------------------------------------------------------------------------------

    def say_again(self, note_id: str, revision_id: str, seen: Collection[str]) -> bool:
        """Let a note say what it said in a revision, in place of the versions that the reader was shown, by id.

        A version that came since stays beside it. False when all that there is says so already.
        """
        with self._hand([note_id]) as hand:
            heads = revisions.heads(self._database, note_id)
            said = revisions.get(self._database, revision_id)
            parents = [one.id for one in map(self._revision, seen) if one is not None and one.note == note_id]
            if said is None or said.note != note_id or not parents or _say_alike(heads, said):
                return False
            with steps.step(self._database, hand.time, [note_id]):
                deriving.add(self._database, hand.revision(note_id, parents, said.content))
        return True

    def _revision(self, revision_id: str) -> Revision | None:
        return revisions.get(self._database, revision_id)

    def part(self, note_id: str) -> tuple[str, ...]:
        """Make a note of its own of each further version of a note: one step. Return the ids of the new notes.

        Each keeps who wrote it and when; the note itself stays with its maker, if one of the versions is by them.
        """
        with self._hand([note_id]) as hand:
            heads = [head for head in revisions.heads(self._database, note_id) if not head.deleted]
            stays = next((head for head in heads if head.author == head.content.creator), next(iter(heads), None))
            others = [head for head in heads if stays is not None and not head.says_as(stays.content)]
            fresh = {revisions.new_id(): head for head in others}
            with steps.step(self._database, hand.time, [note_id, *fresh], What.CHOSEN):
                for fresh_id, head in fresh.items():
                    deriving.add(self._database, _as_its_own(head, fresh_id))
                if stays is not None and fresh:
                    together = tuple(head.id for head in heads)
                    deriving.add(self._database, replace(stays, id=revisions.new_id(), parents=together))
        return tuple(fresh)

    # -- step by step ----------------------------------------------------------------------------------------------

    def next_undo(self) -> Step | None:
        """Return the step that `undo` would undo; what this store types in now is one, as it is settled first."""
        with self._access.guard("read"):
            typed = self._access.writer.unsettled(self._database)
            if not typed:
                return steps.next_undo(self._database)
            return steps.to_come(self._database, [(one.base, one.content) for one in typed], typed[-1].time)

    def next_redo(self) -> Step | None:
        """Return the step that `redo` would do again: none while something is being typed, which goes on from here."""
        with self._access.guard("read"):
            return None if self._access.writer.unsettled(self._database) else steps.next_redo(self._database)

    def undo(self, only: Step | None = None, report: Report = silent) -> Outcome | None:
        """Settle what is being typed, and undo the last step of all windows on this folder; None when there is none.

        None as well when it is another one than `only`: the reader was told that this one would be undone.
        """
        return self._go(undoing.undo, only, report)

    def redo(self, only: Step | None = None, report: Report = silent) -> Outcome | None:
        """Do the step again that was undone last; None when there is none, or something else was done since.

        None as well when it is another one than `only`.
        """
        return self._go(undoing.redo, only, report)

    def _go(self, which: _Way, only: Step | None, report: Report) -> Outcome | None:
        writer = self._access.writer
        with self._access.guard("save"), connection.transaction(self._database):
            settled = writer.settle_all(self._database)
            outcome = which(self._database, writer.hand(), only.number if only else None, report)
        self._access.forget([*(one.note for one in settled), *(outcome.notes if outcome else ())])
        return outcome

    @contextmanager
    def _hand(self, note_ids: Collection[str]) -> Iterator[Hand]:
        """Do everything in the block or nothing of it, on notes that are settled."""
        with self._access.guard("save"), connection.transaction(self._database):
            self._access.writer.settle_all(self._database, set(note_ids))
            yield self._access.writer.hand()
        self._access.forget(note_ids)


class Bin:
    """The notes that were deleted."""

    def __init__(self, access: Access) -> None:
        """Work with what the store lends."""
        self._access = access
        self._database = access.database

    def contents(self) -> tuple[Binned, ...]:
        """Return the deleted notes of all dossiers, the one that was deleted last first."""
        with self._access.guard("read"):
            return rubbish.contents(self._database)

    def throw_away(self, note_ids: Iterable[str], report: Report = silent) -> int:
        """Throw deleted notes away for good: no undo brings them back. Return how many they were.

        A note that is not deleted, or that somebody types in, stays. Backups keep what they have of them.
        """
        with self._access.guard("save"), connection.transaction(self._database):
            count = rubbish.throw_away(self._database, note_ids, self._access.writer.hand().time, report)
        with self._access.guard("save"):
            connection.empty_log(self._database)
        return count

    def thrown_away(self) -> frozenset[str]:
        """Return the ids of the notes that were thrown away, which `take_in` passes over unless it is told not to."""
        with self._access.guard("read"):
            return rubbish.thrown_away(self._database)


def _say_alike(heads: Iterable[Revision], said: Revision) -> bool:
    """Tell whether all versions of a note say what a revision says."""
    return all(not head.deleted and head.content == said.content for head in heads)


def _as_its_own(version: Revision, note_id: str) -> Revision:
    """Return what makes a new note of a version, by who wrote it and when."""
    content = replace(version.content, creator=version.author, created=version.time)
    return replace(version, id=revisions.new_id(), note=note_id, parents=(), content=content)


def _deletion(hand: Hand, note_id: str, heads: Sequence[Revision], seen: Collection[str]) -> Revision | None:
    if not heads or heads[0].deleted:
        return None
    shown = [head.content for head in heads if not seen or head.id in seen]
    known = [head for head in heads if head.content in shown]  # of those that say the same, one is shown
    parents = [head.id for head in known]
    return hand.revision(note_id, parents, known[0].content, deleted=True) if known else None


def _restoral(hand: Hand, note_id: str, heads: Sequence[Revision]) -> Revision | None:
    if not heads or not heads[0].deleted:
        return None
    return hand.revision(note_id, [head.id for head in heads], heads[0].content)
