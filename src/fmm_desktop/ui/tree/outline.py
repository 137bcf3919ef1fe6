"""Which rows the tree has, worked out only as far as somebody asks: a dossier may have more topics than anybody sees.

A row is a pair of numbers: the place of its session, and the ordinal of its topic over the whole dossier, -1 for the
session itself. So rows compare as they stand, from top to bottom.
"""

import re
from bisect import bisect_right
from itertools import accumulate

from fmm_desktop.dossier.model import Dossier, Session, Topic
from fmm_desktop.ui.location import Location

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from fmm_desktop.search.finder import Hits

Row = tuple[int, int]
BEFORE_ALL: Row = (-1, -1)
_SOME_BIT = rb"[^\0]"


class Outline:
    """The sessions and topics of a dossier by number."""

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

    def item(self, row: Row) -> Session | Topic:
        """Return what stands in a row."""
        place, ordinal = row
        session = self.sessions[place]
        return session if ordinal < 0 else session.topics[ordinal - self.starts[place]]

    def place_of(self, ordinal: int) -> int:
        """Return the place of the session that a topic belongs to."""
        return bisect_right(self.starts, ordinal) - 1

    def row_of(self, location: Location) -> Row | None:
        """Return the row of a page; None when the dossier has no such page in its tree."""
        if location.page == "overview":
            return None
        if self._places is None:
            self._places = {session.id: place for place, session in enumerate(self.sessions)}
        session_id, _, topic_id = location.id.partition("/")
        place = self._places.get(session_id)
        if place is None or location.page == "session":
            return None if place is None else (place, -1)
        ordinal = self._in_session(place).get(topic_id)
        return None if ordinal is None else (place, ordinal)

    def _in_session(self, place: int) -> dict[str, int]:
        if place not in self._ordinals:
            first = self.starts[place]
            topics = self.sessions[place].topics
            self._ordinals[place] = {topic.id: first + at for at, topic in enumerate(topics)}
        return self._ordinals[place]


class Shown:
    """The rows of an outline that are shown: all, or the way to what was found. `folded` are places of sessions."""

    def __init__(self, outline: Outline, hits: "Hits | None" = None, folded: set[int] | None = None) -> None:
        self.outline = outline
        self.folded = set[int]() if folded is None else folded
        self._all = hits is None
        self._bits = hits.bits if hits is not None else 0
        self._bytes = self._bits.to_bytes(outline.total // 8 + 1, "little")
        self.count = outline.total if hits is None else len(hits)
        """How many topics are shown, those in folded sessions among them."""

    def __contains__(self, row: Row | None) -> bool:
        """Whether a row is shown, in a folded session or not."""
        if row is None or self._all:
            return row is not None
        place, ordinal = row
        if ordinal < 0:
            return self.next(self.outline.starts[place]) < self.outline.starts[place + 1]
        return self.next(ordinal) == ordinal

    def next(self, ordinal: int) -> int:
        """Return the first topic shown from `ordinal` on; the number of all topics when there is none."""
        if self._all or ordinal >= self.outline.total:
            return min(ordinal, self.outline.total)
        byte, bit = divmod(ordinal, 8)
        if rest := self._bytes[byte] >> bit:
            return ordinal + (rest & -rest).bit_length() - 1
        match = re.compile(_SOME_BIT, re.DOTALL).search(self._bytes, byte + 1)  # remembered by `re`
        if match is None:
            return self.outline.total
        found = match[0][0]
        return 8 * match.start() + (found & -found).bit_length() - 1

    def previous(self, ordinal: int) -> int:
        """Return the last topic shown up to `ordinal`; -1 when there is none."""
        if self._all or ordinal < 0:
            return max(-1, ordinal)
        byte, bit = divmod(ordinal, 8)
        if rest := self._bytes[byte] & ((2 << bit) - 1):
            return 8 * byte + rest.bit_length() - 1
        before = self._bytes[:byte].rstrip(b"\0")
        return 8 * (len(before) - 1) + before[-1].bit_length() - 1 if before else -1

    def fold(self, place: int, *, folded: bool) -> None:
        """Remember that a session was folded or unfolded; who gave `folded` sees it too."""
        (self.folded.add if folded else self.folded.discard)(place)

    def rank(self, ordinal: int) -> int:
        """Return how many topics are shown before `ordinal`."""
        return ordinal if self._all else (self._bits & ((1 << ordinal) - 1)).bit_count()

    def at_rank(self, rank: int) -> int:
        """Return the topic that has `rank` topics shown before it."""
        low, high = 0, self.outline.total
        while low < high:
            middle = (low + high) // 2
            if self.rank(middle + 1) <= rank:
                low = middle + 1
            else:
                high = middle
        return low

    def topics(self, place: int) -> "Iterator[Row]":
        """Yield the rows of the topics of a session, folded or not."""
        found, end = self.next(self.outline.starts[place]), self.outline.starts[place + 1]
        while found < end:
            yield place, found
            found = self.next(found + 1)

    def after(self, row: Row) -> "Iterator[Row]":
        """Yield the rows below a row, the topics in folded sessions left out."""
        place, ordinal = row
        if place >= 0:
            yield from self._down(place, ordinal + 1 if ordinal >= 0 else self.outline.starts[place])
        while (place := self._session_after(place)) < len(self.outline.sessions):
            yield place, -1
            yield from self._down(place, self.outline.starts[place])

    def before(self, row: Row) -> "Iterator[Row]":
        """Yield the rows above a row, the nearest first, the topics in folded sessions left out."""
        place, ordinal = row
        if ordinal >= 0:
            yield from self._up(place, ordinal - 1)
        while (place := self._session_before(place)) >= 0:
            yield from self._up(place, self.outline.starts[place + 1] - 1)

    def _down(self, place: int, ordinal: int) -> "Iterator[Row]":
        """Yield the topics of a session from `ordinal` on."""
        end = self.outline.starts[place + 1]
        found = end if place in self.folded else self.next(ordinal)
        while found < end:
            yield place, found
            found = self.next(found + 1)

    def _up(self, place: int, ordinal: int) -> "Iterator[Row]":
        """Yield the topics of a session from `ordinal` up, and then the session."""
        start = self.outline.starts[place]
        found = -1 if place in self.folded else self.previous(ordinal)
        while found >= start:
            yield place, found
            found = self.previous(found - 1)
        yield place, -1

    def _session_after(self, place: int) -> int:
        return place + 1 if self._all else self.outline.place_of(self.next(self.outline.starts[place + 1]))

    def _session_before(self, place: int) -> int:
        found = self.previous(self.outline.starts[place] - 1)
        return place - 1 if self._all else -1 if found < 0 else self.outline.place_of(found)

    def topic_beside(self, row: Row | None, step: int) -> Row | None:
        """Return the topic `step` on (1 or -1; 0 is the row itself) from a row; None beyond the ends.

        From a session the next one is its first topic, and the previous one the last before it. From a row that is
        not shown, and from a session with step 0, it is the first topic of all.
        """
        if row is None or row not in self or (row[1] < 0 and not step):
            return self._topic(self.next(0))
        place, ordinal = row
        if step == 0:
            return row
        if step > 0:
            return self._topic(self.next(ordinal + 1 if ordinal >= 0 else self.outline.starts[place]))
        return self._topic(self.previous((ordinal if ordinal >= 0 else self.outline.starts[place]) - 1))

    def end(self, step: int) -> Row | None:
        """Return the first topic shown (step 1) or the last one (step -1); None when there is none."""
        return self._topic(self.next(0) if step > 0 else self.previous(self.outline.total - 1))

    def _topic(self, ordinal: int) -> Row | None:
        return (self.outline.place_of(ordinal), ordinal) if 0 <= ordinal < self.outline.total else None

    def last(self) -> Row | None:
        """Return the last row."""
        return next(self.before((len(self.outline.sessions), -1)), None)
