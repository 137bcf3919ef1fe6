"""Where the words of a query stand in a text as it is shown."""

import re
from collections.abc import Callable
from functools import cached_property, lru_cache

from fmm_desktop.search.folding import fold, fold_with_places
from fmm_desktop.search.query import Query

Spans = tuple[tuple[int, int], ...]
"""(start, end) in code points, in order."""


class FoldedText:
    """A text folded. Where its letters come from is worked out when it is wanted: most texts have no hit."""

    def __init__(self, text: str) -> None:
        self._text = text
        self.folded = fold(text)

    @cached_property
    def places(self) -> list[int]:
        """The place in the text of each letter of what is folded."""
        return fold_with_places(self._text)[1]


Folding = Callable[[str], FoldedText]


def remembering(texts: int) -> Folding:
    """Return a folding that remembers the last texts: for lists, whose rows are shown again at the next key."""
    return lru_cache(texts)(FoldedText)


class Marker:
    """Finds the words of one query in many texts, the longest first where they overlap."""

    def __init__(self, query: Query, folding: Folding = FoldedText) -> None:
        words = query.words
        self._folding = folding
        self._firsts = [word.partition(" ")[0] for word in words]
        self._pattern = re.compile("|".join(" +".join(map(re.escape, word.split(" "))) for word in words))

    def spans(self, text: str) -> Spans:
        """Return where the words occur in `text`."""
        whole = self._folding(text)
        if not self._touches(whole):
            return ()
        places = whole.places
        return tuple((places[hit.start()], places[hit.end() - 1] + 1) for hit in self._pattern.finditer(whole.folded))

    def touches(self, text: str) -> bool:
        """Return whether a word, or the first one of a phrase, occurs in `text`: a tenth of what `spans` costs."""
        return self._touches(self._folding(text))

    def _touches(self, whole: FoldedText) -> bool:
        return any(word in whole.folded for word in self._firsts)
