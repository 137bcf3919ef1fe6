"""Which topics hold a phrase, or a word in passages of one kind: looks through their texts, as no index tells.

The folded texts of a large dossier would fill the memory, so they are folded again when they are looked through; what
was seen is remembered, so that nothing is looked through twice for the same words.
"""

import re
from collections.abc import Iterator

from msgspec import Struct

from fmm_desktop.dossier.links import words_of_passage
from fmm_desktop.dossier.model import Dossier, Passage, Session, Topic
from fmm_desktop.search.fields import Scope
from fmm_desktop.search.folding import fold, without_line_end_hyphens
from fmm_desktop.search.topic_sets import Watch, ordinals_of, set_of

_REMEMBERED = 64  # answers; each is two sets
_FOLDED_WORDS = 50_000
_SIGNS = re.compile(r"[*_`\\\[\n\r&]")  # what may be read otherwise than it is written


class _Seen(Struct, frozen=True):
    """The topics of which it is known whether they hold the words, and those of them that do."""

    known: int = 0
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
        if text.isascii() and "`" not in text and "\n" not in text:
            return " ".join(text.lower().split())
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
        return candidates & ~self._before(words, scope).known

    def holding(self, words: str, scope: Scope, candidates: int, watch: Watch) -> int:
        """Return those of `candidates` in whose texts within `scope` folded words stand as they are.

        Another thread may ask and remember meanwhile. So what is known is read once, here, and not asked for again.
        """
        before = self._before(words, scope)
        left = candidates & ~before.known
        if left:
            found = set_of(list(self._look(words, scope, left, watch)), len(self._places))
            before = _Seen(before.known | left, before.found | found)
            self._remember(words, scope, before)
        return candidates & before.found

    def _before(self, words: str, scope: Scope) -> _Seen:
        """Return what is known, also of words of which the last letter was typed just now: where they are not yet."""
        seen = self._seen.get((words, scope), _Seen())
        shorter = self._seen.get((words[:-1].rstrip(), scope), _Seen())
        return _Seen(seen.known | (shorter.known ^ shorter.found), seen.found)

    def _remember(self, words: str, scope: Scope, seen: _Seen) -> None:
        if len(self._seen) >= _REMEMBERED:
            self._seen = {}
        self._seen[words, scope] = seen

    def _look(self, words: str, scope: Scope, left: int, watch: Watch) -> Iterator[int]:
        count = left.bit_count()
        rarest = max(words.split(), key=len)
        for place, ordinal in enumerate(ordinals_of(left)):
            watch(place / count)
            if any(words in self.lines.of(text) for text in self._texts(*self._places[ordinal], scope, rarest)):
                yield ordinal

    def _texts(self, session: Session, topic: Topic, scope: Scope, word: str) -> Iterator[str]:
        """Yield the texts of a topic within `scope`, but for those in which a folded word certainly does not stand."""
        yield topic.title
        if not scope:
            yield session.title
            yield from topic.tags
        for passage in topic.passages:
            if _may_hold(passage, word) and (not scope or scope.holds(passage)):
                yield words_of_passage(passage, self._dossier, topic.path)


def _may_hold(passage: Passage, word: str) -> bool:
    """Return whether a folded word may stand in a passage: for most a look at the text as it is written tells."""
    text = passage.text
    if not text.isascii() or passage.actor or passage.value:
        return True
    return word in text.lower() or _SIGNS.search(text) is not None
