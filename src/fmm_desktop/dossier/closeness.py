"""How close two texts are by their words, and which of many texts are close to one.

Close is what has the same words in the same order: two texts that share none are 0, the same words 1. Letters are
not counted: any two sentences in one language share half of them. Half of the words is where a reader still sees the
old sentence in the new one; two sentences of a dossier that only begin alike stay below it.
"""

import re
import zlib
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Sequence
from itertools import pairwise

CLOSE = 0.5
"""From here on a text is recognisably the same as another one."""
CLOSE_WITH_ID = 0.34
"""The same for a text that bears the id of the other one, which may have been made from its place."""

_WORD = re.compile(r"\w+")
_LINE_END = "\u200b"  # what a line end became in the words of a Markdown text
_KEPT = 8  # pairs of words by which a text is looked up
_COMPARED = 12  # texts, those that share most of these pairs


def even(text: str) -> str:
    """Return `text` with one blank for all white space, and none at its ends."""
    return " ".join((text.replace(_LINE_END, " ") if _LINE_END in text else text).split())


def even_with_places(text: str) -> tuple[str, Sequence[int]]:
    """Return `even(text)` and the place in `text` of each letter of it, with one more for its end."""
    if even(text) == text:  # as nearly every text
        return text, range(len(text) + 1)
    letters: list[str] = []
    places: list[int] = []
    for match in re.finditer(r"[^\s\u200b]+", text):
        if letters:
            letters.append(" ")
            places.append(match.start() - 1)
        letters.append(match.group())
        places.extend(range(match.start(), match.end()))
    return "".join(letters), [*places, places[-1] + 1 if places else 0]


def words_of_text(text: str) -> list[str]:
    """Return the words of a text, without case and signs."""
    return _WORD.findall(text.casefold())


def closeness(one: str, other: str) -> float:
    """Return how close two texts are: 0 for no word in common, 1 for the same words in the same order."""
    return closeness_of_words(words_of_text(one), words_of_text(other))


def closeness_of_words(one: Sequence[str], other: Sequence[str], least: float = 0.0) -> float:
    """Return how close two texts are that were taken apart into words, 0 when it is less than `least`."""
    from rapidfuzz.distance import Indel  # noqa: PLC0415 - 2 MB: most notes hang on words that are the same

    return Indel.normalized_similarity(one, other, score_cutoff=least) if one and other else 0.0


class Nearest:
    """Texts among which those that are close to another one are looked up.

    Each is found by some of its pairs of words, the same some for each text that has them: a text that shares half of
    its words in runs with another one nearly always shares one of those.
    """

    def __init__(self, texts: Iterable[str], words_of: Callable[[str], list[str]] = words_of_text) -> None:
        """`words_of` takes a text apart as `words_of_text` does, for who did that before."""
        self._words = [words_of(text) for text in texts]
        self._codes = _Codes()
        self._with = defaultdict[int, list[int]](list)
        for place, words in enumerate(self._words):
            for pair in self._pairs(words):
                self._with[pair].append(place)

    def near(self, text: str, least: float = CLOSE) -> list[tuple[float, int]]:
        """Return how close, and the place among the texts, of those that are closest to `text`, closest first."""
        words = words_of_text(text)
        shared = Counter(place for pair in self._pairs(words) for place in self._with.get(pair, ()))
        likely = sorted(shared, key=lambda place: (-shared[place], place))[:_COMPARED]
        scored = ((closeness_of_words(words, self._words[place], least), place) for place in likely)
        return sorted(((score, place) for score, place in scored if score >= least), key=lambda one: (-one[0], one[1]))

    def _pairs(self, words: list[str]) -> list[int]:
        """Return a few of the pairs of words, as numbers: the smallest ones, so that texts keep the same of them."""
        codes = [self._codes[word] for word in words]
        pairs = {one ^ (other >> 1) for one, other in pairwise(codes)}
        return sorted(pairs)[:_KEPT] if pairs else codes


class _Codes(dict[str, int]):
    """A number for each word, at random and yet the same one in every run."""

    def __missing__(self, word: str) -> int:
        code = self[word] = zlib.crc32(word.encode(errors="surrogatepass"))
        return code
