"""Readable ids made of words: lower case, no accents, no small words, and none twice."""

import re
import unicodedata
from collections.abc import Collection, Iterable

_LONGEST = 40


class Slugs:
    """Makes ids, each once."""

    def __init__(self, taken: Iterable[str] = (), small: Collection[str] = ()) -> None:
        self._taken = set(taken)
        self._small = frozenset(small)
        self._turns = dict[str, int]()

    def of(self, words: str, otherwise: str = "x", ending: str = "") -> str:
        """Return an id made of `words` that was not given before; of `otherwise` when there is no letter in them.

        `ending` stands behind it, whole, however long the words are.
        """
        named = _slug(words, self._small) or _slug(words, ()) or otherwise
        wanted = f"{named}-{ending}" if ending else named
        identifier, turn = wanted, self._turns.get(wanted, 1)
        while identifier in self._taken:
            turn += 1
            identifier = f"{wanted}-{turn}"
        self._turns[wanted] = turn  # so that a thousand of a name do not look for a million
        self._taken.add(identifier)
        return identifier


def _slug(words: str, small: Collection[str]) -> str:
    letters = unicodedata.normalize("NFKD", words.replace("ø", "o").replace("ß", "ss").lower())
    parts = re.findall(r"[a-z0-9]+", "".join(letter for letter in letters if not unicodedata.combining(letter)))
    kept: list[str] = []
    for part in parts:
        if part not in small and len("-".join([*kept, part])) <= _LONGEST:
            kept.append(part)
    return "-".join(kept)
