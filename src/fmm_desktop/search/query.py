"""What a reader asks for in the filter line, and where it stands in a text."""

import re

from msgspec import Struct

# Nobody types more; a pasted page must not cost a scan for each of its words.
_MAX_WORDS = 32
_MAX_LENGTH = 1000


class Query(Struct, frozen=True):
    """Words that must all occur, in any order, also inside other words. Folded, longest first."""

    words: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        """Whether anything is asked for: an empty query matches everything."""
        return bool(self.words)

    def matches(self, folded: str) -> bool:
        """Return whether every word occurs in a folded text."""
        return all(word in folded for word in self.words)

    def spans(self, text: str) -> tuple[tuple[int, int], ...]:
        """Return where the words occur in a text as it is shown: (start, end) in code points, in order."""
        if not self.words:
            return ()
        from fmm_desktop.search.folding import fold_with_places  # noqa: PLC0415 - an empty query folds nothing

        folded, places = fold_with_places(text)
        pattern = "|".join(re.escape(word) for word in self.words)
        return tuple((places[hit.start()], places[hit.end() - 1] + 1) for hit in re.finditer(pattern, folded))


def parse(typed: str) -> Query:
    """Return the query that a reader typed. No input raises."""
    from fmm_desktop.search.folding import fold  # noqa: PLC0415 - see above

    words = dict.fromkeys(fold(typed[:_MAX_LENGTH]).split())
    return Query(tuple(sorted(words, key=len, reverse=True)[:_MAX_WORDS]))
