"""Which rows the tree has, worked out only as far as somebody asks: a dossier may have more topics than anybody sees.

A row is a pair of numbers: the place of its heading, and the ordinal of its topic over the whole dossier, -1 for the
heading itself. So rows compare as they stand, from top to bottom. Below a heading stands a set of topics: below a
session those from one ordinal to another, in a turned dossier (`turned`) any set, and a topic stands below several.
"""

from bisect import bisect_right
from itertools import accumulate

from fmm_desktop.dossier.model import Dossier, Session, Topic
from fmm_desktop.ui.location import Location, View
from fmm_desktop.ui.tree.ordinals import Below, Ordinals

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence, Set

    from fmm_desktop.search.finder import Hits
    from fmm_desktop.search.turning import Heading

Row = tuple[int, int]
BEFORE_ALL: Row = (-1, -1)


class Outline:
    """The sessions and topics of a dossier by number."""

    view: View = "session"

    def __init__(self, dossier: Dossier | None) -> None:
        self.sessions = dossier.sessions if dossier else ()
        self.starts = (0, *accumulate(len(session.topics) for session in self.sessions))
        """The ordinal of the first topic of each session; the last one is the number of topics."""
        self._places: dict[str, int] | None = None
        self._ordinals: dict[int, dict[str, int]] = {}

    @property
    def total(self) -> int:
        """The number of topics."""
        return self.starts[-1]

    @property
    def headings(self) -> "Sequence[Session | Heading]":
        """What topics stand below, in order."""
        return self.sessions

    def item(self, row: Row) -> "Session | Topic | Heading":
        """Return what stands in a row."""
        place, ordinal = row
        if ordinal < 0:
            return self.headings[place]
        place = self._session_of(ordinal)
        return self.sessions[place].topics[ordinal - self.starts[place]]

    def row_of(self, location: Location, near: int = -1) -> Row | None:
        """Return the row of a page; None when the dossier has no such page in its tree.

        Of a topic that stands below several headings it is the row below the one in place `near`, else the first.
        """
        if location.page != "topic":
            place = self._place_of(location)
            return None if place is None else (place, -1)
        ordinal = self._ordinal(location.id)
        return None if ordinal is None else (self._place_above(ordinal, near), ordinal)

    def below(self, place: int, found: Ordinals) -> Below:
        """Return what stands below a heading of all that was found."""
        return Below(found, self.starts[place], self.starts[place + 1])

    def next_place(self, place: int, found: Ordinals) -> int:
        """Return the next heading to be shown, the number of headings after the last one."""
        return place + 1 if found.bits is None else self._session_of(found.next(self.starts[place + 1]))

    def previous_place(self, place: int, found: Ordinals) -> int:
        """Return the heading to be shown before another one, -1 before the first one."""
        ordinal = found.previous(self.starts[place] - 1)
        return place - 1 if found.bits is None else -1 if ordinal < 0 else self._session_of(ordinal)

    def length(self, found: Ordinals) -> int:
        """Return how many rows of topics there are for what was found."""
        return len(found)

    def rank(self, row: Row, found: Ordinals) -> int:
        """Return how many rows of topics stand above a row."""
        place, ordinal = row
        return found.rank(ordinal if ordinal >= 0 else self.starts[max(0, place)])

    def at_rank(self, rank: int, found: Ordinals) -> Row:
        """Return the row of a topic that has `rank` rows of topics above it."""
        ordinal = found.at_rank(rank)
        return self._session_of(ordinal), ordinal

    def _place_of(self, location: Location) -> int | None:
        return self._session(location.id) if location.page == "session" else None

    def _place_above(self, ordinal: int, _near: int) -> int:
        return self._session_of(ordinal)

    def _session_of(self, ordinal: int) -> int:
        return bisect_right(self.starts, ordinal) - 1

    def _session(self, session_id: str) -> int | None:
        if self._places is None:
            self._places = {session.id: place for place, session in enumerate(self.sessions)}
        return self._places.get(session_id)

    def _ordinal(self, path: str) -> int | None:
        session_id, _, topic_id = path.partition("/")
        place = self._session(session_id)
        if place is None:
            return None
        if place not in self._ordinals:
            first = self.starts[place]
            topics = self.sessions[place].topics
            self._ordinals[place] = {topic.id: first + at for at, topic in enumerate(topics)}
        return self._ordinals[place].get(topic_id)


class Shown:
    """The rows of an outline that are shown: all, or the way to what was found. `folded` are places of headings."""

    def __init__(self, outline: Outline, hits: "Hits | None" = None, folded: set[int] | None = None) -> None:
        self.outline = outline
        self.folded = set[int]() if folded is None else folded
        self._found = Ordinals(None if hits is None else hits.bits, outline.total)
        self._below: dict[int, Below] = {}

    @property
    def count(self) -> int:
        """How many topics are shown, each counted once, those under folded headings among them."""
        return len(self._found)

    @property
    def length(self) -> int:
        """How many rows of topics are shown, those under folded headings among them."""
        return self.outline.length(self._found)

    def __contains__(self, row: Row | None) -> bool:
        """Whether a row is shown, under a folded heading or not."""
        if row is None:
            return False
        place, ordinal = row
        if ordinal < 0:
            return self._found.bits is None or next(self.topics(place), None) is not None
        return next(self._under(place).downwards(ordinal), -1) == ordinal

    def fold(self, place: int, *, folded: bool) -> None:
        """Remember that a heading was folded or unfolded; who gave `folded` sees it too."""
        (self.folded.add if folded else self.folded.discard)(place)

    def rank(self, row: Row) -> int:
        """Return how many rows of topics are shown above a row."""
        return self.outline.rank(row, self._found)

    def at_rank(self, rank: int) -> Row:
        """Return the row of a topic that has `rank` rows of topics above it."""
        return self.outline.at_rank(rank, self._found)

    def topics(self, place: int) -> "Iterator[Row]":
        """Yield the rows of the topics under a heading, folded or not."""
        return ((place, ordinal) for ordinal in self._under(place).downwards(0))

    def size(self, place: int) -> int:
        """Return how many rows of topics are shown under a heading, folded or not."""
        return self._under(place).size

    def after(self, row: Row) -> "Iterator[Row]":
        """Yield the rows below a row, the topics under folded headings left out."""
        return self._after(row, self.folded)

    def before(self, row: Row) -> "Iterator[Row]":
        """Yield the rows above a row, the nearest first, the topics under folded headings left out."""
        return self._before(row, self.folded)

    def topic_beside(self, row: Row | None, step: int) -> Row | None:
        """Return the topic `step` on (1 or -1; 0 is the row itself) from a row; None beyond the ends.

        From a heading the next one is its first topic, and the previous one the last before it. From a row that is
        not shown, and from a heading with step 0, it is the first topic of all.
        """
        if row is None or row not in self or (row[1] < 0 and not step):
            return self.end(1)
        if step == 0:
            return row
        return _first_topic((self._after if step > 0 else self._before)(row, frozenset()))

    def end(self, step: int) -> Row | None:
        """Return the first topic shown (step 1) or the last one (step -1); None when there is none."""
        return _first_topic(self._after(BEFORE_ALL, frozenset()) if step > 0 else self._before(self._end, frozenset()))

    def first(self) -> Row | None:
        """Return the first row."""
        return next(self.after(BEFORE_ALL), None)

    def last(self) -> Row | None:
        """Return the last row."""
        return next(self.before(self._end), None)

    @property
    def _end(self) -> Row:
        return len(self.outline.headings), -1

    def _under(self, place: int) -> Below:
        if place not in self._below:
            self._below[place] = self.outline.below(place, self._found)
        return self._below[place]

    def _after(self, row: Row, folded: "Set[int]") -> "Iterator[Row]":
        place, ordinal = row
        if place >= 0 and place not in folded:
            yield from ((place, topic) for topic in self._under(place).downwards(ordinal + 1))
        while (place := self.outline.next_place(place, self._found)) < len(self.outline.headings):
            yield place, -1
            if place not in folded:
                yield from self.topics(place)

    def _before(self, row: Row, folded: "Set[int]") -> "Iterator[Row]":
        place, ordinal = row
        if ordinal >= 0:
            yield from self._upwards(place, ordinal - 1, folded)
        while (place := self.outline.previous_place(place, self._found)) >= 0:
            yield from self._upwards(place, self.outline.total, folded)

    def _upwards(self, place: int, ordinal: int, folded: "Set[int]") -> "Iterator[Row]":
        """Yield the topics under a heading from `ordinal` up, and then the heading."""
        if place not in folded:
            yield from ((place, topic) for topic in self._under(place).upwards(ordinal))
        yield place, -1


def _first_topic(rows: "Iterator[Row]") -> Row | None:
    return next((row for row in rows if row[1] >= 0), None)
