"""Sets of topics in the index: blocks of bits, or of numbers where they are few.

A topic has an ordinal; `BLOCK` ordinals are a block. In memory a set is one whole number, bit n for topic n.
"""

import sys
from array import array
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence

from fmm_desktop.search.topic_sets import set_of

BLOCK = 1 << 14
_BYTES = BLOCK // 8
_FEW = 256  # numbers of two bytes; with more, a quarter of the block's bits, bits are quicker


def key(field: int, word: int, block: int = 0) -> int:
    """Return the key of a posting: all blocks of a word, and all words of a field, stand together."""
    return field << 48 | word << 16 | block


def blocks(numbers: Sequence[int], start: int) -> Iterator[tuple[int, bytes]]:
    """Yield ascending numbers, counted from the ordinal `start`, as (block, its topics)."""
    done = 0
    while done < len(numbers):
        block = (start + numbers[done]) // BLOCK
        first = block * BLOCK - start
        end = bisect_left(numbers, first + BLOCK, done)
        yield block, _packed([number - first for number in numbers[done:end]])
        done = end


def joined(one: bytes, other: bytes) -> bytes:
    """Return the topics of two postings of the same block."""
    if len(one) < _BYTES and len(other) < _BYTES:
        return _packed(sorted({*_numbers(one), *_numbers(other)}))
    return (_bits(one) | _bits(other)).to_bytes(_BYTES, "little")


def union(postings: Iterable[tuple[int, bytes]]) -> int:
    """Return the topics in any of the postings, each with its block."""
    many: dict[int, int] = {}
    few: dict[int, list[bytes]] = {}
    for block, topics in postings:
        if len(topics) == _BYTES:
            many[block] = many.get(block, 0) | int.from_bytes(topics, "little")
        else:
            few.setdefault(block, []).append(topics)
    for block, parts in few.items():
        many[block] = many.get(block, 0) | set_of(_numbers(b"".join(parts)), BLOCK)
    held = (many.get(block, 0).to_bytes(_BYTES, "little") for block in range(max(many, default=-1) + 1))
    return int.from_bytes(b"".join(held), "little")


def span(first: int, count: int) -> int:
    """Return the topics from `first` on."""
    return ((1 << count) - 1) << first


def packed(topics: int) -> bytes:
    """Return a set as `part` wants it."""
    return topics.to_bytes(topics.bit_length() // 8 + 1, "little")


def part(held: bytes, first: int, count: int) -> int:
    """Return which of `count` topics from the ordinal `first` on are in a packed set; bit 0 is the first of them."""
    inside = int.from_bytes(held[first >> 3 : (first + count >> 3) + 1], "little")
    return inside >> (first & 7) & span(0, count)


def _packed(places: list[int]) -> bytes:
    if len(places) < _FEW:
        return _little(array("H", places)).tobytes()
    return set_of(places, BLOCK).to_bytes(_BYTES, "little")


def _bits(topics: bytes) -> int:
    return int.from_bytes(topics, "little") if len(topics) == _BYTES else set_of(_numbers(topics), BLOCK)


def _numbers(topics: bytes) -> "array[int]":
    numbers = array("H")
    numbers.frombytes(topics)
    return _little(numbers)


def _little(numbers: "array[int]") -> "array[int]":
    if sys.byteorder == "big":
        numbers.byteswap()
    return numbers
