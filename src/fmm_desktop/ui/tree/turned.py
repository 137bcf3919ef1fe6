"""The rows of a dossier that is turned: topics under actors, tags, kinds or terms, each under as many as it has."""

from bisect import bisect_right
from collections.abc import Sequence
from itertools import accumulate

from fmm_desktop.dossier.model import Dossier
from fmm_desktop.search.field_names import TurnedBy
from fmm_desktop.search.turning import Heading
from fmm_desktop.ui.location import Location
from fmm_desktop.ui.tree.ordinals import Below, Ordinals
from fmm_desktop.ui.tree.outline import Outline, Row


class Turned(Outline):
    """The headings of a turned dossier and the topics under them by number."""

    def __init__(self, dossier: Dossier, field: TurnedBy, headings: Sequence[Heading]) -> None:
        super().__init__(dossier)
        self.view = field
        self._headings = headings
        self._by_key = {heading.key: place for place, heading in enumerate(headings)}
        self._counted: tuple[Ordinals, tuple[int, ...]] | None = None
        self._planes: list[int] = []

    @property
    def headings(self) -> Sequence[Heading]:
        """What topics stand below, in order."""
        return self._headings

    def below(self, place: int, found: Ordinals) -> Below:
        """Return what stands below a heading of all that was found."""
        return Below(Ordinals(self._bits(place, found), self.total), 0, self.total)

    def next_place(self, place: int, found: Ordinals) -> int:
        """Return the next heading to be shown, the number of headings after the last one."""
        end = len(self._headings)
        return next((at for at in range(place + 1, end) if self._bits(at, found)), end)

    def previous_place(self, place: int, found: Ordinals) -> int:
        """Return the heading to be shown before another one, -1 before the first one."""
        return next((at for at in range(place - 1, -1, -1) if self._bits(at, found)), -1)

    def length(self, found: Ordinals) -> int:
        """Return how many rows of topics there are for what was found."""
        if not self._planes:
            self._planes = _added([heading.topics for heading in self._headings])
        counted = self._planes if found.bits is None else [plane & found.bits for plane in self._planes]
        return sum(plane.bit_count() << power for power, plane in enumerate(counted))

    def rank(self, row: Row, found: Ordinals) -> int:
        """Return how many rows of topics stand above a row."""
        place, ordinal = max(0, row[0]), row[1]
        above = self._starts(found)[place] if place else 0
        return above + (self.below(place, found).topics.rank(ordinal) if ordinal >= 0 else 0)

    def at_rank(self, rank: int, found: Ordinals) -> Row:
        """Return the row of a topic that has `rank` rows of topics above it."""
        starts = self._starts(found)
        place = min(bisect_right(starts, rank), len(self._headings)) - 1
        return place, self.below(place, found).topics.at_rank(rank - starts[place])

    def _bits(self, place: int, found: Ordinals) -> int:
        bits = self._headings[place].topics
        return bits if found.bits is None else bits & found.bits

    def _starts(self, found: Ordinals) -> tuple[int, ...]:
        """Return how many rows of topics stand above each heading; the last one is how many there are."""
        if self._counted is None or self._counted[0] is not found:
            counts = (self._bits(place, found).bit_count() for place in range(len(self._headings)))
            self._counted = found, (0, *accumulate(counts))
        return self._counted[1]

    def _place_of(self, location: Location) -> int | None:
        return self._by_key.get(location.id) if location.page == self.view else None

    def _place_above(self, ordinal: int, near: int) -> int:
        bit = 1 << ordinal
        if 0 <= near < len(self._headings) and self._headings[near].topics & bit:
            return near
        return next(place for place, heading in enumerate(self._headings) if heading.topics & bit)


def _added(sets: Sequence[int]) -> list[int]:
    """Return in how many sets each topic is, as bits: bit n of the first number is the lowest one of topic n.

    So the rows of what was found are counted at each key without counting what is below each of a thousand headings.
    """
    planes: list[int] = []
    for carried in sets:
        carry = carried
        for power, plane in enumerate(planes):
            planes[power], carry = plane ^ carry, plane & carry
            if not carry:
                break
        if carry:
            planes.append(carry)
    return planes
