"""Abbreviations with their long form: `Meerjarig Financieel Kader (MFK)`, or the other way round."""

import re
from collections.abc import Iterable, Iterator

from fmm_desktop.importing.agenda.draft import DraftTerm
from fmm_desktop.importing.limits import Watch, unwatched, watched
from fmm_desktop.search.folding import fold

_IN_BRACKETS = re.compile(r"\((?P<short>[A-Z][A-Za-z0-9&/-]{1,11})\)")
_BEFORE_BRACKETS = re.compile(r"\b(?P<short>[A-Z][A-Z0-9&-]{1,9}) \((?P<long>[A-ZÀ-Þ][^()]{4,80})\)")
_BOTH_IN_BRACKETS = re.compile(
    r"\((?P<long>[A-ZÀ-Þ][^()]{4,80}?)(?:,| [–-]) (?P<short>[A-Z][A-Za-z0-9&-]{1,9})\)"
    r"|\((?P<first>[A-Z][A-Z0-9&-]{1,9})(?:,| [–-]) (?P<last>[A-ZÀ-Þ][^()]{4,80})\)"
)
_WORD = re.compile(r"[\w’'.-]+")
_MOST_WORDS = 10
_FEWEST_CAPITALS = 2
_FEWEST_INITIALS = 3
_LOOK = 400  # characters before the brackets
_STEP = 500  # brackets between two questions whether to go on


def terms_in(texts: Iterable[str], watch: Watch = unwatched) -> tuple[DraftTerm, ...]:
    """Return each abbreviation that is explained in these texts, once, in order. Raises what `watch` raises to stop."""
    found: dict[str, DraftTerm] = {}
    for text in texts:
        for term in _terms(text, watch):
            found.setdefault(term.short, term)
    return tuple(found.values())


def _terms(text: str, watch: Watch) -> Iterator[DraftTerm]:
    for match in watched(_IN_BRACKETS.finditer(text), watch, 1.0, _STEP):
        before = text[max(0, match.start() - _LOOK) : match.start()]
        short = next((short for short in _shorts(match["short"]) if _long(before, short)), "")
        if short:
            yield DraftTerm(short, _long(before, short))
        elif long := _long_with_last(before, match["short"]):
            yield DraftTerm(match["short"], long)
    for match in watched(_BOTH_IN_BRACKETS.finditer(text), watch, 1.0, _STEP):
        short, long = match["short"] or match["first"], match["long"] or match["last"]
        if sum(map(str.isupper, short)) >= _FEWEST_CAPITALS and _is_made_of(_letters(short), long):
            yield DraftTerm(short, long)
    for match in watched(_BEFORE_BRACKETS.finditer(text), watch, 1.0, _STEP):
        if _long(match["long"] + " ", match["short"]) == match["long"]:
            yield DraftTerm(match["short"], match["long"])


def _shorts(in_brackets: str) -> Iterator[str]:
    """Yield what may be the abbreviation: all of it, or what stands before its own last word (`VTE-Raad`)."""
    for short in (in_brackets, in_brackets.rpartition("-")[0]):
        if sum(map(str.isupper, short)) >= _FEWEST_CAPITALS:
            yield short


def _letters(short: str) -> str:
    return "".join(letter for letter in fold(short) if letter.isalnum())


def _long(before: str, short: str) -> str:
    """Return the fewest words at the end of `before` that `short` is made of the letters of; empty for none."""
    words = list(_WORD.finditer(before))[-_MOST_WORDS:]
    letters = _letters(short)
    for first in range(len(words) - 1, -1, -1):
        long = before[words[first].start() :].rstrip()
        if re.search(r"[.;:!?()] ", long):
            return ""
        if _is_made_of(letters, long) and long[:1].isalnum():
            return long
    return ""


def _long_with_last(before: str, short: str) -> str:
    """Return a long form whose last word gives no letter (`Justice and Home Affairs Council`): initials tell it."""
    words = [word for word in _WORD.finditer(before) if word[0][0].isupper()][-len(short) - 1 : -1]
    if len(short) < _FEWEST_INITIALS or "".join(word[0][0] for word in words) != short:
        return ""
    long = before[words[0].start() :].rstrip()
    return "" if re.search(r"[.;:!?()] ", long) or len(long.split()) > _MOST_WORDS else long


def _is_made_of(letters: str, long: str) -> bool:
    """Whether the letters are those that words begin with, in order; within a word others may follow (`KFOR`)."""
    words = [fold(word) for word in re.findall(r"\w+", long)]
    if not words or words[0][:1] != letters[:1] or len(words) > len(letters) * 2:
        return False
    return _spelled(letters, words)


def _spelled(letters: str, words: list[str]) -> bool:
    """Each word gives its first letters, as many as are left to give, or, when it is small, none."""
    if not words:
        return not letters
    word, rest = words[0], words[1:]
    for count in range(min(len(letters), len(word)), 0, -1):
        if word.startswith(letters[:count]) and _spelled(letters[count:], rest):
            return True
    if len(word) <= _SMALL and _spelled(letters, rest):
        return True
    return bool(letters) and word[:1] == letters[:1] and _inside(letters, word, rest)


_SMALL = 4


def _inside(letters: str, word: str, rest: list[str]) -> bool:
    """A compound gives letters from within (`Koninkrijksbelangen`): as many as stand in it in order."""
    for count in range(2, len(letters) + 1):
        place = 0
        for letter in letters[:count]:
            place = word.find(letter, place) + 1
            if not place:
                return False
        if _spelled(letters[count:], rest):
            return True
    return False
