"""Which topics hold a phrase, or a word in passages of one kind: looks through their texts, as no index tells.

The folded texts of a large dossier would fill the memory, so they are folded again when they are looked through; what
was seen is remembered, so that nothing is looked through twice for the same words.
"""

from collections.abc import Iterable, Iterator

from msgspec import Struct

from fmm_desktop.dossier.links import texts_of_topic, words_of_passage
from fmm_desktop.dossier.model import Dossier, Session, Topic
from fmm_desktop.search.fields import Scope
from fmm_desktop.search.folding import fold, without_line_end_hyphens
from fmm_desktop.search.topic_sets import Watch, ordinals_of, set_of

_REMEMBERED = 64  # answers; each is two sets
_FOLDED_WORDS = 50_000


class _Seen(Struct, frozen=True):
    """The topics that were looked through, and those of them that hold the words."""

    looked: int = 0
    found: int = 0


class _FoldedWords(dict[str, str]):
    """Words as they are written, and folded: a dossier has few that differ."""

    def __missing__(self, word: str) -> str:
        """Fold a word that was not seen of late."""
        if len(self) >= _FOLDED_WORDS:
            self.clear()
        folded = self[word] = fold(word)
        return folded


class Lines:
    """Folds texts to one line each, in which white space is one blank."""

    def __init__(self) -> None:
        self._folded = _FoldedWords()

    def of(self, text: str) -> str:
        """Return `" ".join(fold(text).split())`, each word folded once."""
        line = " ".join(map(self._folded.__getitem__, without_line_end_hyphens(text).split()))
        return " ".join(line.split()) if "  " in line or line[:1] == " " or line[-1:] == " " else line


class Looking:
    """Looks through the topics of a dossier."""

    def __init__(self, dossier: Dossier) -> None:
        self._dossier = dossier
        self._places = tuple((session, topic) for session in dossier.sessions for topic in session.topics)
        self._seen: dict[tuple[str, Scope], _Seen] = {}
        self.lines = Lines()

    def left(self, words: str, scope: Scope, candidates: int) -> int:
        """Return those of `candidates` that must be looked through before `holding` can answer."""
        seen = self._seen.get((words, scope), _Seen())
        shorter = self._seen.get((words[:-1].rstrip(), scope), _Seen())
        return candidates & ~seen.looked & ~(shorter.looked ^ shorter.found)

    def holding(self, words: str, scope: Scope, candidates: int, watch: Watch) -> int:
        """Return those of `candidates` in whose texts within `scope` folded words stand as they are."""
        left = self.left(words, scope, candidates)
        found = set_of(list(self._look(words, scope, left, watch)), len(self._places)) if left else 0
        before = self._seen.get((words, scope), _Seen())
        seen = _Seen(before.looked | candidates, before.found | found)
        if len(self._seen) >= _REMEMBERED:
            self._seen = {}
        self._seen[words, scope] = seen
        return candidates & seen.found

    def _look(self, words: str, scope: Scope, left: int, watch: Watch) -> Iterator[int]:
        count = left.bit_count()
        for place, ordinal in enumerate(ordinals_of(left)):
            watch(place / count)
            if any(words in self.lines.of(text) for text in self._texts(*self._places[ordinal], scope)):
                yield ordinal

    def _texts(self, session: Session, topic: Topic, scope: Scope) -> Iterable[str]:
        if not scope:
            return (session.title, *texts_of_topic(topic, self._dossier))
        passages = (passage for passage in topic.passages if scope.holds(passage))
        return (topic.title, *(words_of_passage(passage, self._dossier, topic.path) for passage in passages))
