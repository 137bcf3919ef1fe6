"""What of the revisions of a note comes after what: pure functions of the revisions that are here.

A revision that was imported names all that lead to it as its parents, one that was made here only the last of them.
Parents that are not here are passed over; parents that go round in a circle, as a damaged file may have them, are taken
as they come.
"""

from collections.abc import Iterable, Mapping, Sequence

from fmm_desktop.notes.note import Revision


def nearest(parents: Iterable[str], known: Mapping[str, Revision]) -> tuple[str, ...]:
    """Return those of some parents that are known and that no other one of them comes after."""
    here = [each for each in dict.fromkeys(parents) if each in known]
    before: set[str] = set()
    ahead = [each for one in here for each in known[one].parents]
    while ahead:
        one = ahead.pop()
        if one in known and one not in before:
            before.add(one)
            ahead += known[one].parents
    return tuple(each for each in here if each not in before)


def in_order(revisions: Sequence[Revision]) -> tuple[Revision, ...]:
    """Return revisions by their time, but none before what it replaces, whatever the clocks said."""
    known = {one.id: one for one in revisions}
    found: dict[str, Revision] = {}
    for one in sorted(revisions, key=lambda each: each.time):
        _add(one, known, found)
    return tuple(found.values())


def _add(last: Revision, known: Mapping[str, Revision], found: dict[str, Revision]) -> None:
    """Add a revision, after those that lead to it."""
    entered: set[str] = set()
    ahead = [last]
    while ahead:
        one = ahead[-1]
        waits = () if one.id in entered else _not_yet(one, known, found)
        entered.add(one.id)
        ahead += waits
        if not waits:
            found.setdefault(ahead.pop().id, one)


def _not_yet(one: Revision, known: Mapping[str, Revision], found: Mapping[str, Revision]) -> list[Revision]:
    before = [known[each] for each in one.parents if each in known and each not in found]
    return sorted(before, key=lambda each: each.time, reverse=True)
