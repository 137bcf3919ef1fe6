"""The passages of a dossier, looked up by their words: what notes are placed on."""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from functools import cached_property
from itertools import accumulate
from typing import NamedTuple, TypeVar

from fmm_desktop.dossier.closeness import CLOSE, Nearest, closeness_of_words, even, words_of_text
from fmm_desktop.dossier.links import words_in
from fmm_desktop.dossier.model import Dossier, Kind, Passage, Topic

_T = TypeVar("_T")


class Place(NamedTuple):
    """A passage: the path of its topic, its id, its kind, its words as a reader sees them, its actor or its figure.

    `marked` is the text with its Markdown.
    """

    topic: str
    passage: str
    kind: Kind
    text: str
    of: str = ""
    marked: str = ""


class Passages:
    """The passages of a dossier. What is needed to look one up by its words is made at the first such question."""

    def __init__(self, dossier: Dossier) -> None:
        self._dossier = dossier
        self._known: dict[tuple[str, str], Place] = {}
        self._words: dict[str, list[str]] = {}

    def topic(self, path: str) -> Topic | None:
        """Return the topic with this path."""
        return self._dossier.topic(path) if "/" in path else None

    def at(self, path: str, passage_id: str) -> Place | None:
        """Return the passage with this id in the topic with this path."""
        topic = self.topic(path)
        passage = topic.passage(passage_id) if topic else None
        return self._place(topic, passage) if topic and passage else None

    def topics_called(self, identifier: str) -> list[Topic]:
        """Return the topics that have this id, each in its session."""
        return self._by_id.get(identifier, [])

    def topics_titled(self, title: str) -> list[Topic]:
        """Return the topics that have this title, blanks evened."""
        return self._by_title.get(even(title), [])

    def same_in(self, path: str, text: str) -> list[Place]:
        """Return the passages of a topic that say what `text` says, blanks evened."""
        return [place for place in self._of_topic(path) if even(place.text) == even(text)]

    def like(self, place: Place, beside: Place) -> list[Place]:
        """Return those in the topic of one place that say what a place says: of the same kind, actor and figure."""
        return [one for one in self.same_in(beside.topic, place.text) if one.of == place.of and one.kind is place.kind]

    def turns(self, places: list[Place]) -> dict[str, int]:
        """Return how many of these places of one topic come before each other passage of it, by what that says."""
        before, found = 0, dict[str, int]()
        for one in self._of_topic(places[0].topic):
            if one in places:
                before += 1
            else:
                found[even(one.text)] = before
        return found

    def is_edition(self, number: int) -> bool:
        """Tell whether these are the passages of the edition with this number."""
        return self._dossier.edition == number

    def same(self, text: str) -> list[Place]:
        """Return the passages that say what `text` says, blanks evened."""
        return [self._all[place] for place in self._by_text.get(even(text), ())]

    def holding(self, words: str, most: int) -> list[Place]:
        """Return the passages in which some words stand, blanks evened: not many more than `most` of them."""
        starts, joined = self._starts, self._joined
        found: list[Place] = []
        at = joined.find(words)
        while at >= 0 and len(found) <= most:
            place = bisect_right(starts, at) - 1
            found.append(self._all[place])
            following = starts[place + 1] if place + 1 < len(starts) else len(joined)
            at = joined.find(words, following)
        return found

    def close_in(self, path: str, text: str) -> list[tuple[float, Place]]:
        """Return how close each passage of a topic is to `text`, closest first."""
        words = self._words_of(text)
        scored = [(closeness_of_words(words, self._words_of(place.text)), place) for place in self._of_topic(path)]
        return sorted(scored, key=lambda one: -one[0])

    def close(self, text: str, least: float = CLOSE) -> list[tuple[float, Place]]:
        """Return how close the passages of the whole dossier are that are closest to `text`, closest first."""
        return [(score, self._all[place]) for score, place in self._nearest.near(text, least)]

    def _of_topic(self, path: str) -> list[Place]:
        topic = self.topic(path)
        return [self._place(topic, passage) for passage in topic.passages] if topic else []

    def _words_of(self, text: str) -> list[str]:
        words = self._words.get(text)
        if words is None:
            words = self._words[text] = words_of_text(text)
        return words

    def _place(self, topic: Topic, passage: Passage) -> Place:
        key = topic.path, passage.id
        place = self._known.get(key)
        if place is None:
            text = words_in(passage.text, self._dossier, topic.path)
            of = passage.actor or passage.value
            place = self._known[key] = Place(topic.path, passage.id, passage.kind, text, of, passage.text)
        return place

    def _places(self) -> Iterator[Place]:
        for topic in self._dossier.topics():
            for passage in topic.passages:
                yield self._place(topic, passage)

    @cached_property
    def _by_id(self) -> dict[str, list[Topic]]:
        return _grouped(self._dossier.topics(), lambda topic: topic.id)

    @cached_property
    def _by_title(self) -> dict[str, list[Topic]]:
        return _grouped(self._dossier.topics(), lambda topic: even(topic.title))

    @cached_property
    def _all(self) -> list[Place]:
        return list(self._places())

    @cached_property
    def _even(self) -> list[str]:
        return [even(place.text) for place in self._all]

    @cached_property
    def _by_text(self) -> dict[str, list[int]]:
        return _grouped(range(len(self._even)), self._even.__getitem__)

    @cached_property
    def _joined(self) -> str:
        return "\n".join(self._even)

    @cached_property
    def _starts(self) -> list[int]:
        return [0, *accumulate(len(text) + 1 for text in self._even[:-1])]

    @cached_property
    def _nearest(self) -> Nearest:
        return Nearest(self._even, self._words_of)


def _grouped(things: Iterable[_T], key: Callable[[_T], str]) -> dict[str, list[_T]]:
    found = defaultdict[str, list[_T]](list)
    for thing in things:
        found[key(thing)].append(thing)
    return found
