"""Lines become paragraphs: which lines of a hard-wrapped text belong together, and which hyphens go."""

import re
from collections import Counter
from collections.abc import Sequence
from functools import cached_property
from itertools import pairwise

from fmm_desktop.importing.markers import marked

_HYPHENS = ("\u2010", "\u2011", "-")
_ANY_HYPHEN = "\u2010\u2011-"
_HALF_WORD = re.compile(rf"(\w+)[{_ANY_HYPHEN}]$")
_NEXT_WORD = re.compile(rf"[\w{_ANY_HYPHEN}]+")
_WORD = re.compile(rf"\w+(?:[{_ANY_HYPHEN}]\w+)*")
_ENUMERATING = frozenset(
    {"en", "of", "tot", "and", "or", "to", "als", "dan", "noch", "nor", "und", "oder", "och", "og", "et"}
)
_PREFIXES = frozenset({"niet", "non", "oud", "ex", "vice", "self"})
"""What keeps its hyphen before a word."""

_LAST_WORD = re.compile(r"\w{2}\)?[.!?]$")
_SENTENCE_END = re.compile(r"[.!?] +[A-ZÀ-Þ]")
_LONGEST_HEADING = 110

_END = 100
"""Characters at the end of a text that tell how the next line is joined to it."""

_ENDS = (".", ":", ";", "!", "?")
_LOOK = 2_000
_FEWEST = 3
_SHARE = 0.1
_LONGER = 3
_WIDEST = 130
_NARROWEST = 40


class Words:
    """The words of a document, to see whether a broken word stands somewhere else, whole or with a hyphen."""

    def __init__(self, lines: Sequence[str]) -> None:
        self._lines = lines

    def join(self, before: str, after: str) -> str:
        """Return two lines as one, the word that is broken over them mended; a hyphen that belongs stays."""
        return self.joined([before, after])[0]

    def joined(self, lines: Sequence[str]) -> tuple[str, list[int]]:
        """Return lines as one text, joined as `join` does, and where in it each of them starts."""
        if len(lines) == 1:
            return lines[0], [0]
        parts, starts, length, end = [], [], 0, ""  # type: list[str], list[int], int, str
        for line in lines:
            hyphen, blank = self._between(end, line)
            if hyphen:
                parts.append(parts.pop()[:-1])
            length += len(blank) - hyphen
            starts.append(length)
            length += len(line)
            parts += filter(None, (blank, line))
            end = f"{end[:-1] if hyphen else end}{blank}{line}"[-_END:]  # no more of it is looked at: it may be long
        return "".join(parts), starts

    def _between(self, before: str, after: str) -> tuple[bool, str]:
        """Whether the hyphen goes that ends the first of two lines, and what comes between them."""
        if not (before and after):
            return False, ""
        half = _HALF_WORD.search(before) if before.endswith(_HYPHENS) else None
        other = _NEXT_WORD.match(after)
        if half is None or other is None or other[0] in _ENUMERATING:
            return False, " "
        return self._is_one(half[1], other[0]), ""

    @cached_property
    def _known(self) -> Counter[str]:
        return Counter(_WORD.findall("\n".join(self._lines).lower()))

    def _is_one(self, first: str, second: str) -> bool:
        whole, hyphened = self._known[f"{first}{second}".lower()], self._known[f"{first}-{second}".lower()]
        if whole or hyphened:
            return whole >= hyphened
        return second[0].islower() and first[-1].islower() and first.lower() not in _PREFIXES


def wrapped_at(lines: Sequence[str]) -> int:
    """Return the width that these lines are wrapped at, in characters; 0 when each line is a paragraph.

    It is the width at which most lines end because the next word had no place, with few lines that are longer.
    """
    looked_at = [(line, after) for line, after in pairwise(lines[:_LOOK]) if line]
    if not looked_at:
        return 0
    lengths = {len(line) for line, _ in looked_at if _NARROWEST <= len(line) <= _WIDEST}
    score, width = max(((_evidence(looked_at, width), width) for width in lengths), default=(0, 0))
    return width if score >= max(1, min(_FEWEST, len(looked_at) // 4)) and score >= _SHARE * len(looked_at) else 0


def _evidence(pairs: Sequence[tuple[str, str]], width: int) -> int:
    full = sum(bool(after) and not line.endswith(_ENDS) and _is_full(line, after, width) for line, after in pairs)
    return full - _LONGER * sum(len(line) > width for line, _ in pairs)


def _is_full(line: str, after: str, width: int) -> bool:
    return len(line) <= width < len(line) + 1 + len(after.split(maxsplit=1)[0])


def paragraphs(lines: Sequence[str], *, wrapped: bool = False) -> list[list[str]]:
    """Return tidy lines in groups that are a paragraph each. An empty line ends one.

    `wrapped` when it is known that a sentence may go on in the next line, though the lines do not show a width.
    """
    width = wrapped_at(lines) or (_WIDEST if wrapped else 0)
    groups: list[list[str]] = [[]]
    for line in lines:
        here = groups[-1]
        if here and (not line or not _goes_on(here[-1], line, width)):
            groups.append([])
        if line:
            groups[-1].append(line)
    return [part for group in groups if group for part in _without_heading(group)]


def _without_heading(lines: list[str]) -> list[list[str]]:
    """Part what ends as no sentence does from the sentence before: a line that was full by chance hides a heading."""
    starts = (at for at in range(len(lines) - 1, 0, -1) if _LAST_WORD.search(lines[at - 1]))
    start = next(starts, 0) if lines[-1][-1].isalnum() or lines[-1].endswith(")") else 0
    heading = " ".join(lines[start:])
    if not start or len(heading) > _LONGEST_HEADING or not heading[0].isupper() or _SENTENCE_END.search(heading):
        return [lines]
    return [lines[:start], lines[start:]]


def _goes_on(line: str, after: str, width: int) -> bool:
    """Whether a paragraph goes on: the next word had no place on this line, or the sentence has not ended."""
    if not width or (marked(after).marker and not after[0].islower()):
        return False
    return _is_full(line, after, width) or len(line) > width or (after[0].islower() and not line.endswith(_ENDS))
