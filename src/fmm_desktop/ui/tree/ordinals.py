"""Sets of topics to go through one by one, as far as somebody asks."""

import re
from typing import NamedTuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

_SOME_BIT = rb"[^\0]"


class Ordinals:
    """A set of topics to go through: bit n of `bits` is topic n; None stands for all of `total`."""

    def __init__(self, bits: int | None, total: int) -> None:
        self.bits = bits
        self._total = total
        self._bytes = b"" if bits is None else bits.to_bytes(total // 8 + 1, "little")

    def __len__(self) -> int:
        """How many topics are in the set."""
        return self._total if self.bits is None else self.bits.bit_count()

    def next(self, ordinal: int) -> int:
        """Return the first topic from `ordinal` on; the number of all topics when there is none."""
        if self.bits is None or ordinal >= self._total:
            return min(ordinal, self._total)
        byte, bit = divmod(ordinal, 8)
        if rest := self._bytes[byte] >> bit:
            return ordinal + (rest & -rest).bit_length() - 1
        match = re.compile(_SOME_BIT, re.DOTALL).search(self._bytes, byte + 1)  # remembered by `re`
        if match is None:
            return self._total
        found = match[0][0]
        return 8 * match.start() + (found & -found).bit_length() - 1

    def previous(self, ordinal: int) -> int:
        """Return the last topic up to `ordinal`; -1 when there is none."""
        if self.bits is None or ordinal < 0:
            return max(-1, ordinal)
        byte, bit = divmod(ordinal, 8)
        if rest := self._bytes[byte] & ((2 << bit) - 1):
            return 8 * byte + rest.bit_length() - 1
        before = self._bytes[:byte].rstrip(b"\0")
        return 8 * (len(before) - 1) + before[-1].bit_length() - 1 if before else -1

    def rank(self, ordinal: int) -> int:
        """Return how many topics stand before `ordinal`."""
        return ordinal if self.bits is None else (self.bits & ((1 << ordinal) - 1)).bit_count()

    def at_rank(self, rank: int) -> int:
        """Return the topic that has `rank` topics before it."""
        low, high = 0, self._total
        while low < high:
            middle = (low + high) // 2
            if self.rank(middle + 1) <= rank:
                low = middle + 1
            else:
                high = middle
        return low


class Below(NamedTuple):
    """What stands below a heading: those topics of a set that are numbered from `start` to `end`, `end` left out."""

    topics: Ordinals
    start: int
    end: int

    @property
    def size(self) -> int:
        """How many topics stand there."""
        return self.topics.rank(self.end) - self.topics.rank(self.start)

    def downwards(self, ordinal: int) -> "Iterator[int]":
        """Yield the topics from `ordinal` on."""
        found = self.topics.next(max(self.start, ordinal))
        while found < self.end:
            yield found
            found = self.topics.next(found + 1)

    def upwards(self, ordinal: int) -> "Iterator[int]":
        """Yield the topics from `ordinal` up."""
        found = self.topics.previous(min(self.end - 1, ordinal))
        while found >= self.start:
            yield found
            found = self.topics.previous(found - 1)
