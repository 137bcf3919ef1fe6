"""Which words are written much like another one: for what was mistyped.

Words are like each other when one letter is wrong, too much or missing or two are swapped, or when they share most of
their letters in the same order. Short words have to be nearly the same, and numbers the same: 2025 is no slip of 2024.
"""

from collections import Counter
from collections.abc import Callable, Iterable
from difflib import SequenceMatcher

_LETTERS = "abcdefghijklmnopqrstuvwxyz-'"
_SHORT = 4  # letters up to which one slip is all that is forgiven
_LONG = 7  # letters from which more is
_LONGEST = 40  # letters: nothing that is longer was mistyped
_LEAST, _LEAST_OF_SHORT = 0.72, 0.8
_MOST = 4
_GRAM = 3
_COMPARED = 60  # words, those that share most: each costs some 40 µs
_AROUND = ".,;:!?()[]{}<>\"'-*_/"

WordsWith = Callable[[str], Iterable[str]]
"""Gives the words in which some letters stand; a line end among these stands for the end of a word."""


def words_like(word: str, known: Callable[[str], bool], words_with: WordsWith) -> list[str]:
    """Return the words most like a folded one, the likest first. `known` tells whether there is such a word."""
    if not 1 < len(word) <= _LONGEST:
        return []
    slips = set(filter(known, _one_slip_from(word)))
    others = slips if len(word) <= _SHORT else slips | _sharing_letters(word, words_with)
    return _likest(word, {other: (other,) for other in others if _digits(other) == _digits(word)}, slips)


def names_like(word: str, names: Iterable[str]) -> list[str]:
    """Return those folded names that are most like folded words, whole or in one of their own words."""
    if not 1 < len(word) <= _LONGEST:
        return []
    return _likest(word, {name: (name, *name.split()) for name in names}, _one_slip_from(word))


def bare(token: str) -> str:
    """Return a word without the signs around it."""
    return token.strip(_AROUND)


def _likest(word: str, names: dict[str, tuple[str, ...]], slips: set[str]) -> list[str]:
    """Return the likest of some names, each compared in several ways; each of `slips` is like enough."""
    least = _LEAST if len(word) >= _LONG else _LEAST_OF_SHORT if len(word) > _SHORT else 1.0
    matcher = SequenceMatcher(None, "", word, autojunk=False)
    scored: list[tuple[float, str]] = []
    for name, ways in names.items():
        score = max(_likeness(matcher, way) for way in ways)
        if name != word and (score >= least or not slips.isdisjoint(ways)):
            scored.append((-score, name))
    return [name for _, name in sorted(scored)[:_MOST]]


def _likeness(matcher: "SequenceMatcher[str]", other: str) -> float:
    """Return how much of two words is the same, in order: 0 when that is little, 1 for all."""
    matcher.set_seq1(other)
    enough = matcher.real_quick_ratio() >= _LEAST and matcher.quick_ratio() >= _LEAST
    return matcher.ratio() if enough else 0.0


def _one_slip_from(word: str) -> set[str]:
    """Return what becomes of a word by one letter that is wrong, missing, too much or swapped with the next one."""
    parts = [(word[:place], word[place:]) for place in range(len(word) + 1)]
    slips = {before + after[1:] for before, after in parts if after}
    slips |= {before + after[1] + after[0] + after[2:] for before, after in parts if len(after) > 1}
    slips |= {before + letter + after[1:] for before, after in parts if after for letter in _LETTERS}
    slips |= {before + letter + after for before, after in parts for letter in _LETTERS}
    return slips - {word, ""}


def _digits(word: str) -> str:
    return "".join(filter(str.isdigit, word))


def _sharing_letters(word: str, words_with: WordsWith) -> set[str]:
    """Return the words that share most groups of three letters with a word, its ends among them."""
    line = f"\n{word}\n"
    shared = Counter[str]()
    for gram in {line[place : place + _GRAM] for place in range(len(line) - _GRAM + 1)}:
        shared.update(words_with(gram))
    shares: dict[str, float] = {}
    for token, count in shared.items():
        if 2 * len(token) > len(word) and (other := bare(token)):
            shares[other] = max(shares.get(other, 0.0), count / (len(word) + len(other)))
    return set(sorted(shares, key=lambda one: (-shares[one], one))[:_COMPARED])
