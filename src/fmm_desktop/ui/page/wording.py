"""Where the words of a passage stand in the document of a page, and the other way round.

A note counts in code points of what can be read of a passage; Qt counts in UTF-16 units, sets other characters for the
ends of lines, and runs blanks together. So both texts are compared without counting blanks.
"""

from bisect import bisect_left, bisect_right
from typing import NamedTuple


class Span(NamedTuple):
    """From a place up to, not including, another one."""

    start: int
    end: int


class Wording:
    """The words of one passage, as text and in the document.

    `shown` is what stands in the document from position `at` on, `words` what can be read of the passage: a part of
    it, behind a marking or an actor. When it is not there, for whatever reason, nothing is ever found.
    """

    def __init__(self, words: str, shown: str, at: int) -> None:
        self._in_words = _Letters(words, range(len(words)))
        self._in_document = _Letters(shown, _positions(shown, at))
        self._first = self._in_document.text.find(self._in_words.text) if self._in_words.text else -1

    def in_document(self, span: Span) -> Span | None:
        """Return where words of the passage stand in the document; None when there is nothing to be seen of them."""
        return self._across(span, self._in_words, self._in_document, self._first)

    def in_words(self, span: Span) -> Span | None:
        """Return which words of the passage stand in a part of the document; None when there are none."""
        return self._across(span, self._in_document, self._in_words, -self._first)

    def _across(self, span: Span, here: "_Letters", there: "_Letters", moved: int) -> Span | None:
        if self._first < 0:
            return None
        first, last = here.first_from(span.start) + moved, here.last_before(span.end) + moved
        low, high = (self._first, self._first + len(self._in_words.text)) if moved > 0 else (0, len(there.text))
        first, last = max(first, low), min(last, high - 1)
        return Span(there.places[first], there.ends[last]) if first <= last else None


class _Letters:
    """A text without its blanks, and where each letter of it starts and ends."""

    def __init__(self, text: str, places: "range | list[int]") -> None:
        kept = [place for place, letter in enumerate(text) if not _is_blank(letter)]
        self.text = "".join("\ufffd" if text[place] == "\0" else text[place] for place in kept)
        self.places = [places[place] for place in kept]
        self.ends = [place + _width(places, text[kept[one]]) for one, place in enumerate(self.places)]

    def first_from(self, place: int) -> int:
        """Return the first letter that ends after a place."""
        return bisect_right(self.ends, place)

    def last_before(self, place: int) -> int:
        """Return the last letter that starts before a place."""
        return bisect_left(self.places, place) - 1


def _is_blank(letter: str) -> bool:
    return letter.isspace() or letter == "\u200b"


def _width(places: "range | list[int]", letter: str) -> int:
    return 1 if isinstance(places, range) or ord(letter) <= 0xFFFF else 2  # noqa: PLR2004 - the last of one unit


def _positions(text: str, at: int) -> list[int]:
    """Return the position of each letter, counted in UTF-16 units from `at` on."""
    positions = []
    for letter in text:
        positions.append(at)
        at += 1 if ord(letter) <= 0xFFFF else 2  # noqa: PLR2004 - see above
    return positions
