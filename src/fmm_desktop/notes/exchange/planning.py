"""What taking notes in would do, worked out before it is done: a pure function of what comes and what is here."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence, Set
from enum import StrEnum

from msgspec import Struct
from msgspec.structs import replace

from fmm_desktop.notes.exchange.picking import AT_ONCE
from fmm_desktop.notes.exchange.understanding import FOREIGN, Incoming
from fmm_desktop.notes.exchange.words import revised_id
from fmm_desktop.notes.lineage import nearest
from fmm_desktop.notes.note import Revision
from fmm_desktop.notes.progress import Report, silent


class Fate(StrEnum):
    """What becomes of a revision that comes in. The values are what the command line prints for programs."""

    NEW = "new"
    NEWER = "newer"
    CONFLICT = "conflict"
    SAME = "same"
    OLDER = "older"
    GONE = "gone"
    UNPLACED = "unplaced"


_TAKEN = {Fate.NEW, Fate.NEWER, Fate.CONFLICT}
TO_LOOK_AT = (Fate.CONFLICT, Fate.GONE, Fate.UNPLACED)
"""What the reader has to see to afterwards."""


class Planned(Struct, frozen=True):
    """A revision that comes in, and what becomes of it; `back` is the one that would undo a deletion after it."""

    fate: Fate
    revision: Revision
    back: Revision | None = None


class Plan(Struct, frozen=True):
    """What would be done with all that comes in."""

    planned: tuple[Planned, ...]

    def revisions(self, *, bring_back: bool = False) -> tuple[Revision, ...]:
        """Return what there is to take in; with `bring_back`, notes that were deleted here as well."""
        return tuple(self._taken(bring_back))

    def _taken(self, bring_back: bool) -> Iterator[Revision]:
        for one in self.planned:
            if one.fate in _TAKEN:
                yield one.revision
            elif bring_back and one.fate is Fate.GONE:
                yield from filter(None, (one.revision, one.back))

    def count(self, fate: Fate) -> int:
        """Return how many have this fate."""
        return sum(one.fate is fate for one in self.planned)

    def by_author(self) -> dict[str, Counter[Fate]]:
        """Return how many of each fate there are, by who wrote them."""
        found: dict[str, Counter[Fate]] = {}
        for one in self.planned:
            found.setdefault(one.revision.author, Counter())[one.fate] += 1
        return dict(sorted(found.items()))


def plan(
    incoming: Sequence[Incoming],
    histories_of: Callable[[Sequence[str]], Mapping[str, Sequence[Revision]]],
    thrown_away: Set[str] = frozenset(),
    report: Report = silent,
) -> Plan:
    """Return what taking `incoming` in would do.

    `histories_of` gives the revisions of notes that are here; notes that were `thrown_away` have none any more.
    """
    notes: dict[str, _Here] = {}
    planned: list[Planned] = []
    for done in range(0, len(incoming), AT_ONCE):
        report(done / len(incoming))
        some = incoming[done : done + AT_ONCE]
        asked = {one.revision.note for one in some} - notes.keys()
        histories = histories_of(tuple(asked))
        notes |= {note: _Here(histories.get(note, ())) for note in asked}
        planned += [_planned(one, notes[one.revision.note], thrown_away) for one in some]
    return Plan(tuple(planned))


def _planned(one: Incoming, here: "_Here", thrown_away: Set[str]) -> Planned:
    return Planned(Fate.GONE, one.revision) if one.revision.note in thrown_away else here.judge(one)


class _Here:
    """What is known of one note: its revisions, and of each what it replaces. Grows with what would be taken in."""

    def __init__(self, history: Iterable[Revision]) -> None:
        self._revisions: dict[str, Revision] = {}
        self._replaced: set[str] = set()
        for revision in history:
            self._add(revision)

    def _add(self, revision: Revision) -> None:
        self._revisions[revision.id] = revision
        self._replaced.update(revision.parents)

    def judge(self, incoming: Incoming) -> Planned:
        """Return what becomes of a revision, and count it in if it would be taken in."""
        revision = self._after_what_says_the_same(self._placed_as_here(self._after_its_like(incoming)))
        fate = self._fate(revision)
        if fate in _TAKEN:
            self._add(revision)
        return Planned(fate, revision, self._brought_back(revision) if fate is Fate.GONE else None)

    def _fate(self, revision: Revision) -> Fate:
        heads = self._heads()
        known = revision.id in self._revisions or revision.id in self._replaced
        if heads and all(head.deleted for head in heads) and not _replaces(revision, heads):
            return Fate.GONE
        if not revision.anchor.dossier:
            return Fate.UNPLACED
        if not heads:
            return Fate.NEW
        if any(revision.id == head.id or _says_the_same(revision, head) for head in heads):
            return Fate.SAME
        if known:
            return Fate.OLDER
        return Fate.NEWER if _replaces(revision, heads) else Fate.CONFLICT

    def _heads(self) -> list[Revision]:
        return [one for one in self._revisions.values() if one.id not in self._replaced]

    def _after_its_like(self, incoming: Incoming) -> Revision:
        """Return a revision of another program as one that replaces what came of it before: it does not say so itself.

        The other way round when it is the older one.
        """
        revision = incoming.revision
        if not incoming.is_foreign or revision.id in self._revisions:
            return revision
        before = [one for one in self._revisions.values() if one.device == FOREIGN and not one.deleted]
        if any(incoming.dated and one.time > revision.time for one in before):
            self._replaced.add(revision.id)
        return replace(revision, parents=tuple(one.id for one in before))

    def _after_what_says_the_same(self, revision: Revision) -> Revision:
        """Return a revision as one that replaces also what says here, in other revisions, what it was written over.

        So does what was taken in, undone and done again.
        """
        over = [self._revisions[each] for each in nearest(revision.parents, self._revisions)]
        alike = [head.id for head in self._heads() if any(_says_the_same(head, one) for one in over)]
        return replace(revision, parents=tuple(dict.fromkeys((*revision.parents, *alike)))) if alike else revision

    def _placed_as_here(self, revision: Revision) -> Revision:
        """Return a revision that does not say where its note hangs as one that leaves it where it is."""
        heads = self._heads()
        if revision.anchor.topic or not heads:
            return revision
        return replace(revision, content=replace(revision.content, anchor=heads[0].anchor))

    def _brought_back(self, revision: Revision) -> Revision:
        """Return the revision that says again what a deleted note said, with an id that is always the same."""
        parents = (revision.id, *(head.id for head in self._heads()))
        return replace(revision, id=revised_id(*parents), parents=parents)


def _replaces(revision: Revision, heads: Sequence[Revision]) -> bool:
    return {head.id for head in heads} <= set(revision.parents)


def _says_the_same(revision: Revision, head: Revision) -> bool:
    return not head.deleted and not revision.deleted and revision.content == head.content
