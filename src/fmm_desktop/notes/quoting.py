"""Where words that a note quotes stand in a text, and how far what stands around them is still there."""

from collections.abc import Iterator
from typing import NamedTuple

from fmm_desktop.dossier.closeness import even, even_with_places
from fmm_desktop.notes.note import CONTEXT, Words

SIDE = 12
"""Letters before or after words by which a reader knows the place again."""

DECIDES = 6
"""Letters of context that a place must have more than any other one."""

_EDGE = 4  # letters that a beginning or an end of a passage counts for: too few to decide
_LONG, _LONG_WORDS = 32, 5  # letters and words from which on a quote needs no context: nobody writes it twice by chance
_JOINERS = "-‐‑'’"


class Hit(NamedTuple):
    """A place in a text at which the words stand; `before` and `after` are the letters of context that agree.

    Where the passage begins or ends with them as it did, that counts as a few letters more. `side` tells whether enough
    words agree on one side at least, `edge` whether the passage begins or ends there as it did: that alone is no
    context, as many passages begin or end with the same word.
    """

    start: int
    end: int
    before: int
    after: int
    side: bool
    edge: bool

    @property
    def context(self) -> int:
        """Return how much agrees around the words."""
        return self.before + self.after


class Quote:
    """The words of a note with what stood around them, blanks evened, made ready to be looked for.

    Words that were chosen within a longer one (`vloot` in `schaduwvloot`) are found in that longer word alone, and
    whole words not within one: `EUR 50` is not quoted by `EUR 500`.
    """

    def __init__(self, words: Words) -> None:
        whole, places = even_with_places(words.prefix + words.exact + words.suffix)
        first, last = len(words.prefix), len(words.prefix) + len(words.exact)
        start = next((at for at, place in enumerate(places) if place >= first), len(whole))
        end = next((at for at, place in enumerate(places) if place >= last), len(whole))
        while start < end and whole[start] == " ":
            start += 1
        while end > start and whole[end - 1] == " ":
            end -= 1
        self.exact = whole[start:end]
        self._at_start, self._at_end = len(words.prefix) < CONTEXT, len(words.suffix) < CONTEXT
        head, tail = start, end
        if self.exact:
            while _is_within_a_word(whole, head):
                head -= 1
            while _is_within_a_word(whole, tail):
                tail += 1
        self.core = whole[head:tail]
        self._inner = start - head, end - head
        self._before, self._after = whole[:head], whole[tail:]

    @property
    def is_long(self) -> bool:
        """Whether the words alone tell which sentence is meant."""
        return len(self.core) >= _LONG and len(self.core.split()) >= _LONG_WORDS

    def hits(self, text: str) -> Iterator[Hit]:
        """Yield each place in a text at which the words stand; its start and end are those of the quoted words."""
        if not self.core:
            return
        if self.core not in text and self.core not in even(text):
            return
        evened, places = even_with_places(text)
        at = evened.find(self.core)
        while at >= 0:
            end = at + len(self.core)
            if not _is_within_a_word(evened, at) and not _is_within_a_word(evened, end):
                yield self._hit(evened, at, end)._replace(
                    start=places[at + self._inner[0]], end=places[at + self._inner[1] - 1] + 1
                )
            at = evened.find(self.core, at + 1)

    def count(self, text: str) -> int:
        """Return at how many places in a text the words stand."""
        return sum(1 for _ in self.hits(text))

    def _hit(self, text: str, start: int, end: int) -> Hit:
        before = _shared(self._before[::-1], text[max(0, start - len(self._before)) : start][::-1])
        after = _shared(self._after, text[end : end + len(self._after)])
        left = self._at_start and start == before == len(self._before)
        right = self._at_end and len(text) - end == after == len(self._after)
        side = max(before, after) >= SIDE or (left and before > 0) or (right and after > 0)
        return Hit(start, end, before + _EDGE * left, after + _EDGE * right, side, left or right)


def clearest(hits: list[Hit]) -> int | None:
    """Return which of some places has clearly most of the context, None when that does not decide."""
    order = sorted(range(len(hits)), key=lambda place: -hits[place].context)
    if not order or (len(order) > 1 and hits[order[0]].context - hits[order[1]].context < DECIDES):
        return None
    return order[0]


def _shared(one: str, other: str) -> int:
    """Return how many letters two texts begin with that are the same; `other` is no longer than `one`."""
    if one.startswith(other):
        return len(other)
    return next((place for place, pair in enumerate(zip(one, other, strict=False)) if pair[0] != pair[1]), len(other))


def _is_within_a_word(text: str, place: int) -> bool:
    """Tell whether the letters on both sides of a place belong to one word or one number."""
    if not 0 < place < len(text):
        return False
    one, other = text[place - 1], text[place]
    if _is_of_word(one):
        further = text[place + 1] if place + 1 < len(text) else " "
        return _is_of_word(other) or _joins(other, one, further)
    return _is_of_word(other) and place > 1 and _joins(one, text[place - 2], other)


def _joins(sign: str, one: str, other: str) -> bool:
    """Tell whether a sign makes one word, or one number, of the letters on both sides of it."""
    if sign in _JOINERS:
        return _is_of_word(one) and _is_of_word(other)
    return sign in ".,:/" and one.isdigit() and other.isdigit()


def _is_of_word(letter: str) -> bool:
    return letter.isalnum() or letter == "_"
