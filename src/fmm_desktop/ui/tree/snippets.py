"""The line under the title of a topic that was found: the words around its first hit."""

import re
from collections.abc import Callable, Iterable, Iterator

from fmm_desktop.dossier.links import words_of_passage
from fmm_desktop.dossier.model import Dossier, Passage, Topic
from fmm_desktop.search.answers import Notes
from fmm_desktop.search.marking import Folding, Marker, remembering
from fmm_desktop.search.noting import found
from fmm_desktop.search.query import Query
from fmm_desktop.ui.painting import Snippet

_BEFORE = 28  # letters before the hit
_LENGTH = 240  # letters: no tree is wider
_KEPT = 400  # topics
_REMEMBERED = 2000  # passages
_LINE_ENDS = re.compile(r"\s")  # one for one, as the spans count them


class Snippets:
    """Finds the snippet of a topic when it is painted, for one query after the other."""

    def __init__(self, dossier: Dossier) -> None:
        self._dossier = dossier
        self._query = Query()
        self._notes: Notes = {}
        self._holds: Callable[[Passage], bool] = bool
        self._found: dict[str, Snippet] = {}
        self._folding: Folding = remembering(_REMEMBERED)  # a letter more, and the rows are mostly the same
        self._marker = Marker(self._query, self._folding)

    def ask(self, query: Query, notes: Notes, holds: Callable[[Passage], bool]) -> None:
        """Look for another query from now on, in the passages that `holds` allows.

        `notes` are those of each topic by its path.
        """
        self._query, self._notes, self._holds = query, notes, holds
        self._marker = Marker(query, self._folding)
        self._found.clear()

    def of(self, topic: Topic) -> Snippet:
        """Return the snippet of a topic; how it begins when nothing but its title was hit."""
        if topic.path not in self._found:
            if len(self._found) > _KEPT:
                self._found.clear()
            self._found[topic.path] = self._find(topic)
        return self._found[topic.path]

    def _find(self, topic: Topic) -> Snippet:
        for text in self._texts(topic):
            if not self._query.words:
                return _around(text, ())
            if spans := self._marker.spans(text):
                return _around(text, spans)
        first = next(iter(topic.passages), None)
        return _around(words_of_passage(first, self._dossier, topic.path), ()) if first else Snippet()

    def _texts(self, topic: Topic) -> Iterator[str]:
        """Yield where a hit may stand, what was asked for first, the title left out."""
        fields = {part.field for part in self._query.parts if not part.left_out}
        if "note" in fields:
            yield from (note.text for note in found(self._query.parts, self._notes.get(topic.path, ())))
        if self._query.words or fields & {"kind", "actor"}:
            for passage in self._likeliest_first(passage for passage in topic.passages if self._holds(passage)):
                yield words_of_passage(passage, self._dossier, topic.path)
        if self._query.words:
            yield " · ".join(topic.tags)
            yield from (note.text for note in self._notes.get(topic.path, ()))

    def _likeliest_first(self, passages: Iterable[Passage]) -> Iterator[Passage]:
        """Yield passages, those without a word as they were written last: it may still stand in the words of a link."""
        without = []
        for passage in passages:
            if self._marker.touches(passage.text):
                yield passage
            else:
                without.append(passage)
        yield from without


def _around(text: str, spans: tuple[tuple[int, int], ...]) -> Snippet:
    """Return the words around the first span, on one line."""
    first = spans[0][0] if spans else 0
    start = text.find(" ", first - _BEFORE, first) + 1 if first > _BEFORE else 0
    mark = "…" if start else ""
    moved = ((from_ - start + len(mark), to - start + len(mark)) for from_, to in spans if to < start + _LENGTH)
    cut = text[start : start + _LENGTH]
    return Snippet(mark + _LINE_ENDS.sub(" ", cut), tuple(moved))
