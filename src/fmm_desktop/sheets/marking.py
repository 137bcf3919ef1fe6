"""Which marking stands at the head and the foot of a page: never less than what is printed on it asks for."""

import re
from collections.abc import Iterable, Sequence

_LADDERS = (
    (
        "ongerubriceerd",
        "intern",
        "departementaal vertrouwelijk",
        "stg. confidentieel",
        "stg. geheim",
        "stg. zeer geheim",
    ),
    ("nato unclassified", "nato restricted", "nato confidential", "nato secret", "cosmic top secret"),
    ("eu restricted", "eu confidential", "eu secret", "eu top secret"),
    ("unclassified", "restricted", "confidential", "secret", "top secret"),
    ("official", "official-sensitive", "secret", "top secret"),
    ("tlp:clear", "tlp:green", "tlp:amber", "tlp:amber+strict", "tlp:red"),
)
_SHORT = {"dep. ": "departementaal ", "stg ": "stg. ", "staatsgeheim ": "stg. "}
_WRITTEN_OUT = re.compile(r"^(?:dep\. |stg |staatsgeheim )")


def given_or_own(given: str, own: str) -> tuple[str, ...]:
    """Return the marking that the reader gave, and that of the dossier too unless the given one is known to be higher.

    So nobody prints a dossier below its marking: of two that can be compared the higher stands, of others both.
    """
    if not given.strip():
        return _told_apart([own])
    return _told_apart([given] if _covers(given, own) else [own, given])


def marking_line(markings: Iterable[str]) -> str:
    """Return the line for a page that holds what bears these markings.

    Of those of one ladder it is the highest alone, as on any marked page; those that cannot be compared all stand.
    """
    told = _told_apart(markings)
    return " · ".join(one for one in told if not any(_is_below(one, other) for other in told))


def distinct(words: Iterable[str]) -> tuple[str, ...]:
    """Return the words that are not empty, each once, in order."""
    return tuple(dict.fromkeys(word for word in words if word))


def _told_apart(markings: Iterable[str]) -> tuple[str, ...]:
    """Return the markings, each once: capitals and blanks make no other marking."""
    by_key = dict[str, str]()
    for marking in markings:
        if said := marking.strip():
            by_key.setdefault(" ".join(said.casefold().split()), said)
    return tuple(by_key.values())


def _covers(given: str, own: str) -> bool:
    if not own.strip():
        return True
    return any(_level(own, ladder) <= _level(given, ladder) for ladder in _LADDERS if _level(own, ladder) >= 0)


def _is_below(marking: str, other: str) -> bool:
    return any(0 <= _level(marking, ladder) < _level(other, ladder) for ladder in _LADDERS)


def _level(marking: str, ladder: Sequence[str]) -> int:
    said = _WRITTEN_OUT.sub(lambda short: _SHORT[short[0]], " ".join(marking.lower().split()))
    return ladder.index(said) if said in ladder else -1
