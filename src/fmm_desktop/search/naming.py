"""Who and what a passage is about: by its actor, by a link, or by a name that stands in its words.

Names stand as whole words, accents and case folded, with an s behind them too: "China's", "NAVO-bondgenoten", but not
"neutraal" for EU. A name in capitals stands in capitals only: the abbreviation OM is no "om".
"""

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from fmm_desktop.dossier.model import Dossier, Passage, Topic
from fmm_desktop.dossier.text import links
from fmm_desktop.search.folding import fold, without_line_end_hyphens

_WORD = re.compile(r"\w+")
_TARGET = re.compile(r"\[\[[^\]|]*\|?")  # of a link: no word that is read
_REMEMBERED = 100_000  # pieces of texts
_BETWEEN = "\x1f"  # texts: a blank over which no hyphen joins two words


class Wording(NamedTuple):
    """A text, words whole that were broken at a line end, and its pieces between blanks."""

    text: str
    pieces: set[str]

    @classmethod
    def of(cls, *texts: str) -> "Wording":
        """Return the wording of texts together; no hyphen joins one to the next."""
        whole = without_line_end_hyphens(_BETWEEN.join(texts))
        return cls(whole, set(whole.split()))


class _Name(NamedTuple):
    id: str
    pattern: re.Pattern[str]
    as_written: bool
    """Whether the pattern is for the text as it was written, not for the folded one."""
    has_blanks: bool

    def stands_in(self, text: str) -> bool:
        return self.pattern.search(text if self.as_written else fold(text)) is not None


class _Names:
    """Finds names in texts. What a piece of a text says is worked out once: dossiers have few that differ."""

    def __init__(self, names: Iterable[tuple[str, str]]) -> None:
        self._by_word: dict[str, list[_Name]] = {}
        for key, name in names:
            words = _WORD.findall(fold(name))
            if words:
                for word in (words[0], f"{words[0]}s"):
                    self._by_word.setdefault(word, []).append(_name(key, name))
        self._seen = set[str]()
        self._naming: dict[str, list[_Name]] = {}

    def __call__(self, wording: Wording) -> set[str]:
        """Return the ids of the names that stand in a text."""
        if not self._by_word:
            return set()
        for piece in wording.pieces - self._seen:
            self._look_at(piece)
        found = set[str]()
        for piece in wording.pieces & self._naming.keys():
            found.update(one.id for one in self._naming[piece] if not one.has_blanks or one.stands_in(wording.text))
        return found

    def _look_at(self, piece: str) -> None:
        """Remember the names that a piece of a text is, and those that may begin in it."""
        if len(self._seen) >= _REMEMBERED:
            self._seen, self._naming = set(), {}
        self._seen.add(piece)
        words = _WORD.findall(fold(piece))
        begun = {one for word in words for one in self._by_word.get(word, ())}
        if naming := [one for one in begun if one.has_blanks or one.stands_in(piece)]:
            self._naming[piece] = naming


class Naming:
    """The actors and terms of a dossier, and where they are named."""

    def __init__(self, dossier: Dossier) -> None:
        self._actors = _Names((actor.id, actor.name) for actor in dossier.actors)
        self._terms = _Names((term.id, name) for term in dossier.terms for name in (term.short, term.long) if name)
        self.members = members(dossier)

    def actors_in(self, passage: Passage, wording: Wording | None = None) -> set[str]:
        """Return the ids of the actors that a passage is about. `wording` is its own, if that is known."""
        found = self._actors(wording or _as_read(passage.text))
        found.update(linked("actor", passage))
        if passage.actor:
            found.add(passage.actor)
        return found

    def terms_in(self, passage: Passage) -> set[str]:
        """Return the ids of the terms that stand in a passage."""
        return self._terms(_as_read(passage.text)) | set(linked("term", passage))

    def actors_of(self, topic: Topic, wording: Wording | None = None) -> set[str]:
        """Return the ids of the actors that stand in the title of a topic or that a passage of it is about.

        `wording` is that of its whole page, if that is known.
        """
        found = self._actors(wording or _whole(topic))
        for passage in topic.passages:
            found.update(linked("actor", passage))
            if passage.actor:
                found.add(passage.actor)
        return found

    def terms_of(self, topic: Topic, wording: Wording | None = None) -> set[str]:
        """Return the ids of the terms that stand in the title of a topic or in a passage of it, likewise."""
        found = self._terms(wording or _whole(topic))
        return found.union(*(linked("term", passage) for passage in topic.passages))


def members(dossier: Dossier) -> dict[str, list[str]]:
    """Return the ids of the persons who belong to each actor."""
    found: dict[str, list[str]] = {}
    for actor in dossier.actors:
        if actor.of:
            found.setdefault(actor.of, []).append(actor.id)
    return found


def linked(target: str, passage: Passage) -> Iterator[str]:
    """Yield the ids of the actors, or of the terms, that a passage links to."""
    if f"[[{target}:" in passage.text:
        yield from (link.id for link in links(passage.text) if link.target == target)


def _whole(topic: Topic) -> Wording:
    return _as_read(topic.title, *topic.tags, *(passage.text for passage in topic.passages))


def _as_read(*texts: str) -> Wording:
    return Wording.of(*(_TARGET.sub("", text) if "[[" in text else text for text in texts))


def _name(key: str, name: str) -> _Name:
    in_capitals = name.isupper()
    parts = (name if in_capitals else fold(name)).split()
    written = r"\s+".join(map(re.escape, parts))
    return _Name(key, re.compile(rf"(?<!\w){written}s?(?!\w)"), in_capitals, len(parts) > 1)
