"""What is different between two texts, word by word: what was kept, what was taken out and what was put in."""

import re
from collections import Counter
from collections.abc import Iterator
from difflib import SequenceMatcher
from enum import StrEnum
from itertools import groupby, takewhile
from typing import NamedTuple

_TOKEN = re.compile(r"(?:\w+(?:[-'’]\w+|[.,](?<=\d.)\d+)*|\S)\s*|\s+")  # with the blanks behind it
_SENTENCE = re.compile(r".+?(?:[.!?:;](?=\s)|\n|$)\s*", re.DOTALL)
_LONG = 750  # tokens of both texts up to which they are compared word by word as a whole: some 20 ms
_ALIKE = 5_000  # pairs of tokens that are the same, twice what prose of that length has: much more takes seconds
_MOST = 10_000_000  # pairs of tokens that are compared at all: some 20 ms


class Part(StrEnum):
    """What became of a piece of text."""

    KEPT = "kept"
    OUT = "out"
    IN = "in"


class Piece(NamedTuple):
    """A piece of a text, or of both."""

    part: Part
    text: str


def differences(old: str, new: str) -> tuple[Piece, ...]:
    """Return the pieces of two texts in order, a piece that was taken out before the one that was put in for it.

    Those that are not `IN` are the old text, and those that are not `OUT` the new one, to the letter.
    """
    return tuple(_pieces(_joined(_changes(old, new))))


def counterpart(old: str, new: str, start: int, end: int) -> tuple[int, int]:
    """Return where in `new` stands what stood from `start` to `end` in `old`: two equal places when it is gone.

    A word that was changed in part counts whole.
    """
    first: int | None = None
    last = 0
    at_old = at_new = 0
    for change in _joined(_changes(old, new)):
        after_old, after_new = at_old + len(change.old), at_new + len(change.new)
        if at_old < end and after_old > start:  # this piece has some of it
            kept = change.old == change.new
            begin = at_new + max(0, start - at_old) if kept else at_new
            first = begin if first is None else first
            last = min(after_new, at_new + end - at_old) if kept else after_new
        at_old, at_new = after_old, after_new
    return _without_blanks(new, first or 0, last)


class _Change(NamedTuple):
    """What stood in the old text, and what stands in the new one: the same for what was kept."""

    old: str
    new: str

    @property
    def kept(self) -> bool:
        return self.old == self.new


def _changes(old: str, new: str) -> Iterator[_Change]:
    """Yield what was kept and what was changed, in order; two of a sort may follow each other."""
    words = _TOKEN.findall(old), _TOKEN.findall(new)
    if sum(map(len, words)) <= _LONG:
        yield from _matched(*words)
        return
    for change in _matched(_SENTENCE.findall(old), _SENTENCE.findall(new)):
        words = _TOKEN.findall(change.old), _TOKEN.findall(change.new)
        if change.kept or sum(map(len, words)) > _LONG:
            yield change
        else:
            yield from _matched(*words)


def _matched(old: list[str], new: list[str]) -> Iterator[_Change]:
    """Yield what was kept and what was changed; blanks behind what was changed are kept where they are the same."""
    for kept, changes in groupby(_slid(list(_aligned(old, new))), lambda change: change.kept):
        both = tuple(changes)
        before, after = "".join(one.old for one in both), "".join(one.new for one in both)
        if kept:
            yield _Change(before, after)
        else:
            blanks = _blanks_behind(before, after)
            yield _Change(before.removesuffix(blanks), after.removesuffix(blanks))
            yield _Change(blanks, blanks)


def _slid(changes: list[_Change]) -> list[_Change]:
    """Let what was only put in or taken out begin behind a sign where it ends with the same: as a sentence does."""
    for place in range(len(changes) - 1):
        change, after = changes[place], changes[place + 1]
        said, sign = change.old or change.new, after.old
        if sign and after.kept and not (change.old and change.new) and not sign[0].isalnum() and said.startswith(sign):
            moved = _Change(*(one and one[len(sign) :] + sign for one in change))
            changes[place : place + 2] = [after, moved]
    return changes


def _blanks_behind(old: str, new: str) -> str:
    """Return the blanks in which both end."""
    both = zip(reversed(old), reversed(new), strict=False)
    return "".join(one for one, _ in takewhile(lambda pair: pair[0] == pair[1] and pair[0].isspace(), both))[::-1]


def _aligned(old: list[str], new: list[str]) -> Iterator[_Change]:
    words = [one.rstrip() for one in old], [one.rstrip() for one in new]  # blanks alone make nothing alike
    for tag, start, end, new_start, new_end in _opcodes(*words):
        if tag == "equal":
            for before, after in zip(old[start:end], new[new_start:new_end], strict=True):
                length = len(before.rstrip())
                yield _Change(before[:length], after[:length])
                yield _Change(before[length:], after[length:])
        else:
            yield _Change("".join(old[start:end]), "".join(new[new_start:new_end]))


def _opcodes(old: list[str], new: list[str]) -> Iterator[tuple[str, int, int, int, int]]:
    """Yield which words are which, in longest runs, as these read best; the work is bound, whatever the texts.

    A list or a table that says the same over and over has too many runs: there the most words that agree are kept.
    """
    counts = Counter(old), Counter(new)
    if sum(count * counts[1][word] for word, count in counts[0].items()) <= _ALIKE:
        yield from SequenceMatcher(None, old, new, autojunk=False).get_opcodes()
    elif len(old) * len(new) <= _MOST:
        from rapidfuzz.distance import Indel  # noqa: PLC0415 - 2 MB, for texts that hardly ever come

        yield from (
            (code.tag, code.src_start, code.src_end, code.dest_start, code.dest_end) for code in Indel.opcodes(old, new)
        )
    else:
        yield ("replace", 0, len(old), 0, len(new))


def _joined(changes: Iterator[_Change]) -> list[_Change]:
    """Join changes that only a blank, a sign or a small word stands between: they read better as one."""
    found: list[_Change] = []
    waiting = list(changes)
    for place, change in enumerate(waiting):
        between = change.kept and 0 < place < len(waiting) - 1 and _is_slight(waiting, place)
        if found and ((between and not found[-1].kept) or (change.kept == found[-1].kept and not between)):
            found[-1] = _Change(found[-1].old + change.old, found[-1].new + change.new)
        else:
            found.append(change)
    return found


def _is_slight(changes: list[_Change], place: int) -> bool:
    """Tell whether what was kept between two changes is too little to be seen as kept."""
    before, kept, after = changes[place - 1 : place + 2]
    if before.kept or after.kept:
        return False
    words = re.findall(r"\w+", kept.old)
    if not words:
        return bool(before.old and before.new) or bool(after.old and after.new)
    smaller = min(max(map(len, before)), max(map(len, after)))
    return len(words) == 1 and len(kept.old.strip()) < smaller / 2


def _pieces(changes: list[_Change]) -> Iterator[Piece]:
    for change in changes:
        if change.kept:
            if change.old:
                yield Piece(Part.KEPT, change.old)
            continue
        if change.old:
            yield Piece(Part.OUT, change.old)
        if change.new:
            yield Piece(Part.IN, change.new)


def _without_blanks(text: str, start: int, end: int) -> tuple[int, int]:
    """Return the stretch without the blanks at its ends."""
    if start >= end:
        return start, start
    inside = text[start:end]
    left = len(inside) - len(inside.lstrip())
    return (start + left, start + len(inside.rstrip())) if left < len(inside) else (start, start)
