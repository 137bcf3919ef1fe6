"""Which topics hold a word: looks inside the vocabulary of a dossier, which is small, not through its texts.

A word without blanks stands in a text exactly when it stands inside one of the tokens that blanks part the text into.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from itertools import pairwise

from msgspec import Struct

from fmm_desktop.search.folding import fold
from fmm_desktop.search.topic_sets import Gathering, TopicSets, Watch

_BEHIND = ".,;:)?!"
_MOST_GRAMS = 2048  # each costs a bit for each topic
_ONES = tuple(bytes(48 + (byte >> bit & 1) for byte in range(256)) for bit in range(8))  # a bit of a byte as a digit


class Vocabulary(Struct, frozen=True):
    """The tokens of all topics, each between line ends, and which topics hold them.

    `grams` are the topics of single letters and of pairs, which stand in more tokens than could be gone through.
    """

    lines: str
    topics: TopicSets
    grams: dict[str, int]

    def holding(self, word: str) -> int:
        """Return the topics in whose texts a folded word without blanks stands."""
        known = self.grams.get(word)
        return self.topics.of(self.with_letters(word)) if known is None else known

    def __contains__(self, word: object) -> bool:
        """Whether a folded word is one of the tokens, as it stands or with a sign behind it."""
        few, many = self.topics.few, self.topics.many
        return any((token := f"{word}{sign}") in few or token in many for sign in ("", *_BEHIND))

    def with_letters(self, letters: str) -> Iterator[str]:
        """Yield the tokens in which letters stand; a line end among these is the beginning or the end of a token."""
        lines = self.lines
        place = lines.find(letters)
        while place >= 0:
            start = place + 1 if letters[0] == "\n" else lines.rfind("\n", 0, place) + 1
            end = lines.find("\n", start)
            yield lines[start:end]
            place = lines.find(letters, end)


class WordsGathering:
    """Takes in the texts of topics; each word, as it is written, is folded once."""

    def __init__(self) -> None:
        self._gathering = Gathering()
        self._written = _Written(self._gathering)

    def add(self, ordinal: int, pieces: Iterable[str]) -> None:
        """Put a topic under the pieces between blanks of its texts, each once."""
        for word in pieces:
            self._written[word](ordinal)

    def vocabulary(self, size: int, watch: Watch) -> Vocabulary:
        """Return what was taken in, of `size` topics."""
        self._written.clear()
        topics = self._gathering.sets(size, lambda done: watch(done / 2))
        grams = _topics_of_grams(topics, lambda done: watch(0.5 + done / 2))
        return Vocabulary("\n".join(("", *topics, "")), topics, grams)


class _Written(dict[str, Callable[[int], None]]):
    """What puts a topic under the tokens of a word as it is written."""

    def __init__(self, gathering: Gathering) -> None:
        super().__init__()
        self._gathering = gathering

    def __missing__(self, word: str) -> Callable[[int], None]:
        """Fold a word that was not seen before."""
        adds = [self._gathering[token] for token in fold(word).split()]  # some signs fold to a blank, some to nothing

        def add_all(ordinal: int) -> None:
            for add in adds:
                add(ordinal)

        self[word] = adds[0] if len(adds) == 1 else add_all
        return self[word]


def _grams(token: str) -> set[str]:
    """Return the letters of a token and its pairs of letters."""
    return {*token, *map("".join, pairwise(token))}


def _topics_of_grams(topics: TopicSets, watch: Watch) -> dict[str, int]:
    counted = Counter[str]()
    for token in topics:
        watch(0)
        counted.update(_grams(token))
    found = {gram: 0 for gram, _ in counted.most_common(_MOST_GRAMS)}
    for token, bits in topics.many.items():
        watch(0)
        for gram in _grams(token) & found.keys():
            found[gram] |= bits
    for gram, bits in _topics_of_rare(topics, list(found), watch):
        found[gram] |= bits
    return found


def _topics_of_rare(topics: TopicSets, grams: list[str], watch: Watch) -> Iterator[tuple[str, int]]:
    """Yield the topics of grams in tokens that stand in few topics.

    There may be millions of such places. So each topic gets a row of bits, one for each gram, and the columns of all
    rows are what is asked for.
    """
    if not topics.few:
        return
    bit_of = {gram: 1 << place for place, gram in enumerate(grams)}
    rows = [0] * topics.size
    for place, (token, ordinals) in enumerate(topics.few.items()):
        watch(place / len(topics.few) / 2)
        row = sum(bit_of[gram] for gram in _grams(token) & bit_of.keys())
        for ordinal in ordinals:
            rows[ordinal] |= row
    width = (len(grams) + 7) // 8
    table = b"".join(row.to_bytes(width, "little") for row in rows)
    for place, gram in enumerate(grams):
        watch(0.5 + place / len(grams) / 2)
        column = table[place // 8 :: width].translate(_ONES[place % 8])
        yield gram, int(column[::-1], 2)
