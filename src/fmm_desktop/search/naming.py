"""Who and what a passage is about: by its actor, by a link, or by a name that stands in its words.

Names stand as whole words, accents and case folded, with an s behind them too: "China's", "NAVO-bondgenoten", but not
"neutraal" for EU. A name in capitals stands in capitals only: the abbreviation OM is no "om".
"""

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from fmm_desktop.dossier.model import Dossier, Passage, Topic
from fmm_desktop.dossier.text import links
from fmm_desktop.search.folding import fold

_WORD = re.compile(r"\w+")
_TARGET = re.compile(r"\[\[[^\]|]*\|?")  # of a link: no word that is read


class _Name(NamedTuple):
    id: str
    pattern: re.Pattern[str] | None
    """What must stand there besides the first word of the name; None for nothing."""
    as_written: bool
    """Whether that is looked for in the text as it was written, not in the folded one."""


class _Names:
    """Finds names in a text, each by its first word."""

    def __init__(self, names: Iterable[tuple[str, str]]) -> None:
        self._by_word: dict[str, list[_Name]] = {}
        for key, name in names:
            words = _WORD.findall(fold(name))
            if words:
                in_capitals = name.isupper()
                is_sure = len(words) == 1 and not in_capitals
                one = _Name(key, None if is_sure else _pattern(name, in_capitals=in_capitals), in_capitals)
                for word in (words[0], f"{words[0]}s"):
                    self._by_word.setdefault(word, []).append(one)

    def __call__(self, text: str) -> set[str]:
        """Return the ids of the names that stand in a text."""
        if not self._by_word:
            return set()
        if "[[" in text:
            text = _TARGET.sub("", text)
        folded = fold(text)
        first = self._by_word.keys() & set(_WORD.findall(folded))
        return {
            one.id
            for word in first
            for one in self._by_word[word]
            if one.pattern is None or one.pattern.search(text if one.as_written else folded)
        }


class Naming:
    """The actors and terms of a dossier, and where they are named."""

    def __init__(self, dossier: Dossier) -> None:
        self._actors = _Names((actor.id, actor.name) for actor in dossier.actors)
        self._terms = _Names((term.id, name) for term in dossier.terms for name in (term.short, term.long) if name)
        self.members: dict[str, list[str]] = {}
        """The ids of the persons who belong to an actor."""
        for actor in dossier.actors:
            if actor.of:
                self.members.setdefault(actor.of, []).append(actor.id)

    def actors_in(self, passage: Passage) -> set[str]:
        """Return the ids of the actors that a passage is about."""
        found = self._actors(passage.text)
        found.update(linked("actor", passage))
        if passage.actor:
            found.add(passage.actor)
        return found

    def terms_in(self, passage: Passage) -> set[str]:
        """Return the ids of the terms that stand in a passage."""
        return self._terms(passage.text) | set(linked("term", passage))

    def actors_of(self, topic: Topic) -> set[str]:
        """Return the ids of the actors that stand in the title of a topic or that a passage of it is about."""
        found = self._actors(_whole(topic))
        for passage in topic.passages:
            found.update(linked("actor", passage))
            if passage.actor:
                found.add(passage.actor)
        return found

    def terms_of(self, topic: Topic) -> set[str]:
        """Return the ids of the terms that stand in the title of a topic or in a passage of it."""
        return self._terms(_whole(topic)).union(*(linked("term", passage) for passage in topic.passages))


def linked(target: str, passage: Passage) -> Iterator[str]:
    """Yield the ids of the actors, or of the terms, that a passage links to."""
    if f"[[{target}:" in passage.text:
        yield from (link.id for link in links(passage.text) if link.target == target)


def _whole(topic: Topic) -> str:
    return "\n\n".join((topic.title, *(passage.text for passage in topic.passages)))


def _pattern(name: str, *, in_capitals: bool) -> re.Pattern[str]:
    words = (name if in_capitals else fold(name)).split()
    written = r"\s+".join(map(re.escape, words))
    return re.compile(rf"(?<!\w){written}s?(?!\w)")
