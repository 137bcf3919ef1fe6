"""Where the sentences of a paragraph begin and end.

A full stop ends a sentence unless it is of an abbreviation, an initial or a number; the number of a footnote may be
glued to it ("aangeboden.1Het …").
"""

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from fmm_desktop.search.folding import fold

# Begins at the first sign of a run alone and gives none back: a long row of dots is read once, not anew from each dot.
_END = re.compile(
    r"(?<![.!?…])(?P<stop>[.!?…]++[\"'”’»)\]]*+)"
    r"(?:(?P<note>\d{1,3})(?:\s+|(?=[A-ZÀ-ÖØ-Þ]))|\s+|(?=[A-ZÀ-ÖØ-Þ][a-zà-öø-þ]+\s))"
)
_LAST_WORD = re.compile(r"[\w.’'/-]+$")
_BEGINS = re.compile(r"[\"'“‘«(\[]*(?:[A-ZÀ-ÖØ-Þ0-9]|'[a-z] [A-Z]|’[a-z] [A-Z])")
_NEXT = re.compile(r"[A-ZÀ-ÖØ-Þ][a-zà-öø-þ]*(?:[ ,]|$)")
_INITIAL = re.compile(r"(?:\b[A-Z]\.)*\b[A-Z]$")

LONGEST = 20_000
"""Code points of what is taken for a sentence."""

Stretch = tuple[int, int]


class Abbreviations(NamedTuple):
    """Words of which a full stop ends no sentence, folded; after one of `last` a capital begins one all the same."""

    words: frozenset[str]
    last: frozenset[str] = frozenset()


def sentences(text: str, abbreviations: Abbreviations) -> list[Stretch]:
    """Return where each sentence of `text` starts and ends; together they hold every word."""
    starts = [0, *_starts(text, abbreviations)]
    starts = [start for first, last in pairwise([*starts, len(text)]) for start in _cut(text, first, last)]
    ends = [*starts[1:], len(text)]
    return [_trimmed(text, start, end) for start, end in zip(starts, ends, strict=True) if text[start:end].strip()]


def _cut(text: str, start: int, end: int) -> Iterator[int]:
    """Yield where the parts of a sentence start: more than one for what is far too long to be a sentence."""
    while end - start > LONGEST:
        yield start
        blank = text.rfind(" ", start, start + LONGEST)
        start = blank + 1 if blank > start else start + LONGEST
    yield start


def _starts(text: str, abbreviations: Abbreviations) -> Iterator[int]:
    for match in _END.finditer(text):
        if match.end() < len(text) and _ends(text, match, abbreviations):
            yield match.end()


def _ends(text: str, match: re.Match[str], abbreviations: Abbreviations) -> bool:
    if not _BEGINS.match(text, match.end()):
        return False
    before = text[max(0, match.start() - 40) : match.start()]
    if match["note"] and before[-1:].isdigit():  # a number with a point in it
        return False
    word = _LAST_WORD.search(before)
    if word is None or match["stop"].rstrip("\"'”’»)]") != ".":
        return True
    if not match["note"] and _INITIAL.search(word[0]) and len(word[0].replace(".", "")) <= _LONGEST_INITIALS:
        return False
    if word[0].isdigit() and len(word[0]) <= _LONGEST_NUMBER and word.start() == 0 and match.start() <= _LONGEST_NUMBER:
        return False  # "1. Brexit"
    bare = fold(word[0]).removesuffix(".")
    return bare not in abbreviations.words or (bare in abbreviations.last and bool(_NEXT.match(text, match.end())))


_LONGEST_INITIALS = 3
_LONGEST_NUMBER = 2


def _trimmed(text: str, start: int, end: int) -> Stretch:
    piece = text[start:end]
    return start + len(piece) - len(piece.lstrip()), end - len(piece) + len(piece.rstrip())
