"""What is different between two texts, word by word: what was kept, what was taken out and what was put in."""

import re
from collections.abc import Iterator
from difflib import SequenceMatcher
from enum import StrEnum
from typing import NamedTuple

_TOKEN = re.compile(r"\w+(?:[-'’]\w+|[.,](?<=\d.)\d+)*|\s+|.", re.DOTALL)
_SENTENCE = re.compile(r".+?(?:[.!?:;](?=\s)|\n|$)\s*", re.DOTALL)
_LONG = 1_500  # tokens of both texts up to which they are compared word by word as a whole: some 20 ms


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
    matcher = SequenceMatcher(str.isspace, old, new, autojunk=False)  # blanks alone make nothing alike
    for tag, start, end, new_start, new_end in matcher.get_opcodes():
        before = "".join(old[start:end])
        yield _Change(before, before if tag == "equal" else "".join(new[new_start:new_end]))


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
