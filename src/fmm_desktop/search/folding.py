"""Folding: two texts that a reader would call the same word become the same letters.

Case, accents, ligatures, the kind of hyphen or apostrophe, soft hyphens and a hyphen at the end of a line do not
count: "OEKRAÏNE" folds to "oekraine" and "schaduw-⏎vloot" to "schaduwvloot". Folding goes letter by letter, so that
a hit in the folded text can be marked in the text that is shown.
"""

import re
import unicodedata

from fmm_desktop.dossier.text import LINE_END

# Letters that Unicode does not take apart but that a keyboard without them is used for.
_ALIKE = {
    "æ": "ae", "œ": "oe", "ø": "o", "đ": "d", "ð": "d", "ħ": "h", "ı": "i", "ł": "l", "þ": "th", "ŋ": "n",
    "‘": "'", "’": "'", "‚": "'", "‛": "'", "ʼ": "'", "´": "'", "`": "'", "′": "'",
    "“": '"', "”": '"', "„": '"', "«": '"', "»": '"', "″": '"',
    "‐": "-", "‑": "-", "‒": "-", "–": "-", "—": "-", "−": "-",
    "\u00ad": "", "\u200b": "", "\u200c": "", "\u200d": "", "\u2060": "", "\ufeff": "",
}  # fmt: skip
# The range: marks on letters. The last: what a line end became in the words of a Markdown text.
_LINE_END_HYPHEN = re.compile(rf"(?<=[\w\u0300-\u036f])[-\u2010\u00ad](?:\r?\n[ \t]*| {LINE_END})(?=\w)")


class _Folds(dict[int, str]):
    """The fold of each code point, worked out at its first use: the table that `str.translate` reads."""

    def __missing__(self, code: int) -> str:
        folded = "".join(self._letters(chr(code)))
        self[code] = folded
        return folded

    @staticmethod
    def _letters(letter: str) -> list[str]:
        if letter in _ALIKE:
            return [_ALIKE[letter]]
        # Apart first, as some signs hold capitals (№, ™); and again, as a small letter may come with a mark (İ).
        apart = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", letter).casefold())
        kept = (part for part in apart if not unicodedata.combining(part))
        return [" " if part.isspace() else _ALIKE.get(part, part) for part in kept]


_FOLDS = _Folds()


def fold(text: str) -> str:
    """Return `text` folded. White space becomes blanks, one for one."""
    return without_line_end_hyphens(text).translate(_FOLDS)


def even(text: str) -> str:
    """Return `text` folded, with single blanks for white space: empty when there is nothing to be read in it."""
    return " ".join(fold(text).split())


def without_line_end_hyphens(text: str) -> str:
    """Return `text` with the words whole that were broken at the end of a line."""
    return _LINE_END_HYPHEN.sub("", text) if "\n" in text or LINE_END in text else text


def fold_with_places(text: str) -> tuple[str, list[int]]:
    """Return `fold(text)` and, for each letter of it, the index in `text` of the letter that it comes from."""
    whole = fold(text)
    if len(whole) == len(text) and all(len(_FOLDS[ord(letter)]) == 1 for letter in set(text)):
        return whole, list(range(len(text)))  # as nearly every text: letter for letter
    skipped = {place for match in _LINE_END_HYPHEN.finditer(text) for place in range(*match.span())}
    letters: list[str] = []
    places: list[int] = []
    for place, letter in enumerate(text):
        if place not in skipped:
            folded = _FOLDS[ord(letter)]
            letters.append(folded)
            places.extend([place] * len(folded))
    return "".join(letters), places
