"""How deep each heading is, and which of them are sessions, topics and inner headings.

Headings of one look are of one level: the level that the format gives, else the sort of number, else how they are set.
A look that first comes below another is deeper. Where all look the same, one straight above another is higher.
A heading below a topic is a label when it stands so in several topics, else a topic, or it is unsure what it is.
"""

from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from itertools import pairwise, takewhile
from typing import NamedTuple

from fmm_desktop.importing.agenda.draft import Doubt
from fmm_desktop.importing.agenda.lines import Line, Role
from fmm_desktop.importing.agenda.numbering import Sort, settled
from fmm_desktop.importing.agenda.phrases import Book
from fmm_desktop.importing.agenda.phrasing import heard
from fmm_desktop.importing.plain import Weight

SESSION, TOPIC, INNER = 0, 1, 2
_WEIGHTS = {Weight.BOLD: 0, Weight.BOLD_ITALIC: 1, Weight.ITALIC: 2, Weight.PLAIN: 3}


class Rank(NamedTuple):
    """Whether a heading is a session, a topic or inner; with what is unsure of it."""

    depth: int
    doubts: tuple[Doubt, ...] = ()


def ranks(lines: Sequence[Line], book: Book) -> dict[int, Rank]:
    """Return the rank of each heading among `lines`, by its place there. The title is not among them."""
    rows = {place: Rank(TOPIC) for place, line in enumerate(lines) if line.begins_row}
    return rows | _by_looks(lines, book)


def _by_looks(lines: Sequence[Line], book: Book) -> dict[int, Rank]:
    places = [place for place, line in enumerate(lines) if line.role is Role.HEADING and not line.begins_row]
    if not places:
        return {}
    headings = [lines[place] for place in places]
    looks = _looks(headings)
    order = _order(looks)
    depths = [order.index(look) for look in looks]
    if len(order) > 1:
        return dict(zip(places, _ranked(depths, headings, places, lines, book), strict=True))
    bare = {place for place in places if place + 1 < len(lines) and lines[place + 1].role is Role.HEADING}
    return dict(zip(places, _of_one_look(headings, places, bare, book), strict=True))


def _looks(headings: Sequence[Line]) -> list[tuple[object, ...]]:
    sorts = settled([line.sort for line in headings], [line.block.marker for line in headings])
    if _levels_hold(headings):
        sorts = [
            Sort.NONE if sort is Sort.SESSION and line.block.level else sort
            for line, sort in zip(headings, sorts, strict=True)
        ]
    return [_look(line, sort) for line, sort in zip(headings, sorts, strict=True)]


def _levels_hold(headings: Sequence[Line]) -> bool:
    """Whether the format ranks sessions: a deeper level comes straight below one that is numbered by its word."""
    return any(one.sort is Sort.SESSION and _is_deeper(two, one) for one, two in pairwise(headings))


def _is_deeper(line: Line, above: Line) -> bool:
    """Whether the format or the numbering says that a heading is deeper than one; bold without a level is deepest."""
    if line.sort is Sort.DOTTED and above.sort is Sort.ARABIC:
        return True
    level = line.block.level or (_DEEPEST if line.block.weight is Weight.BOLD else 0)
    return 0 < above.block.level < level


_DEEPEST = 10  # below all levels of the formats


def _look(line: Line, sort: Sort) -> tuple[object, ...]:
    if sort is Sort.SESSION:
        return (sort,)
    if line.block.level:
        return ("level", line.block.level)
    if sort is not Sort.NONE:
        return (sort, line.block.marker.strip("().").count(".") if sort is Sort.DOTTED else 0)
    return ("weight", _WEIGHTS[line.block.weight], line.text.isupper())


def _order(looks: Sequence[tuple[object, ...]]) -> list[tuple[object, ...]]:
    """Return the looks from the highest to the deepest."""
    order: list[tuple[object, ...]] = []
    current = -1
    for look in looks:
        if look not in order:
            order.insert(_place_for(look, order, current), look)
        current = order.index(look)
    return order


def _place_for(look: tuple[object, ...], order: Sequence[tuple[object, ...]], current: int) -> int:
    """Return where a look that is new goes: below the one before it, unless the format or the words say otherwise."""
    if look[0] is Sort.SESSION:
        return 0
    if look[0] in {"level", "weight"}:
        alike = [place for place, other in enumerate(order) if other[0] == look[0] and str(other) > str(look)]
        if alike:
            return min(alike)
    return current + 1


def _ranked(
    depths: Sequence[int], headings: Sequence[Line], places: Sequence[int], lines: Sequence[Line], book: Book
) -> Iterator[Rank]:
    """Headings of several looks: the highest are sessions, unless text stands under most of them.

    They are sessions as well when one of them stands straight above headings that can be no labels.
    """
    sessions = _are_sessions(depths, headings, places, lines, book) or _hold_topics(depths, headings, places)
    found = [min(depth + (not sessions), INNER) for depth in depths]
    own = _own(found, headings)
    for at, depth in enumerate(found):
        yield Rank(depth, (Doubt.BELOW,) if at in own else ())


def _hold_topics(depths: Sequence[int], headings: Sequence[Line], places: Sequence[int]) -> bool:
    """Whether a highest heading has several that are ranked straight below it, and none there is a label."""
    own = _own([min(depth + 1, INNER) for depth in depths], headings)
    below = [at for at, depth in enumerate(depths) if depth == 1]
    if not own.issuperset(below):
        return False
    starts = (at for at in below if depths[at - 1] == 0 and places[at] == places[at - 1] + 1)
    return any(_is_deeper(headings[at], headings[at - 1]) and _has_next(depths[at + 1 :]) for at in starts)


def _has_next(depths: Sequence[int]) -> bool:
    """Whether another heading of depth 1 comes before the next one that is highest."""
    return 1 in takewhile(bool, depths)


def _own(ranks: Sequence[int], headings: Sequence[Line]) -> set[int]:
    """Return which inner headings stand so in one topic only; labels stand in several."""
    topics: list[set[str]] = [set()]
    for rank, line in zip(ranks, headings, strict=True):
        if rank == INNER:
            topics[-1].add(heard(line.text))
        else:
            topics.append(set())
    often = Counter(text for topic in topics for text in topic)
    return {at for at, rank in enumerate(ranks) if rank == INNER and often[heard(headings[at].text)] == 1}


def _are_sessions(
    depths: Sequence[int], headings: Sequence[Line], places: Sequence[int], lines: Sequence[Line], book: Book
) -> bool:
    highest = [(line, place) for line, place, depth in zip(headings, places, depths, strict=True) if depth == 0]
    if any(_is_surely_session(line, book) for line, _ in highest):
        return True
    if highest[0][0].sort in {Sort.ROMAN, Sort.UPPER}:
        return True
    own = {places[at] for at in _own([min(depth + 1, INNER) for depth in depths], headings)}
    tops = [place for _, place in highest]
    bare = sum(_is_bare(place, after, lines, own) for place, after in pairwise([*tops, len(lines)]))
    return 2 * bare >= len(highest)


def _is_bare(place: int, after: int, lines: Sequence[Line], own: Collection[int]) -> bool:
    """Whether a heading stands straight above others that are not all labels; the next of its level is at `after`."""
    is_bare = place + 1 < len(lines) and lines[place + 1].role is Role.HEADING
    return is_bare and (place + 1 == after or any(at in own for at in range(place + 1, after)))


def _is_surely_session(line: Line, book: Book) -> bool:
    return line.sort is Sort.SESSION or bool(book.session_surely.search(heard(line.text)))


def _of_one_look(headings: Sequence[Line], places: Sequence[int], bare: Collection[int], book: Book) -> Iterator[Rank]:
    """Headings that all look the same: sessions by their names, or by standing straight above another (`bare`)."""
    if _are_named_sessions(headings, book):
        yield from (Rank(SESSION) for _ in headings)
        return
    if _is_surely_session(headings[0], book):
        yield from (Rank(SESSION, (Doubt.LEVEL,)) if _is_surely_session(one, book) else Rank(TOPIC) for one in headings)
        return
    for line, place in zip(headings, places, strict=True):
        if place in bare and line.sort in {Sort.NONE, Sort.SESSION}:
            yield Rank(SESSION, (Doubt.LEVEL,))
        else:
            yield Rank(TOPIC)


def _are_named_sessions(headings: Sequence[Line], book: Book) -> bool:
    """Sessions part the whole of an agenda, so the first heading must be one, and all others what may be one."""
    surely = [_is_surely_session(line, book) for line in headings]
    perhaps = [bool(book.session_perhaps.search(heard(line.text).partition(" (")[0])) for line in headings]
    each = all(sure or may for sure, may in zip(surely, perhaps, strict=True))
    return (any(surely) and each) or all(perhaps)
