"""What topics have in the fields of a query, and which terms they name: by these a dossier is narrowed and turned."""

from collections.abc import Iterable, Iterator
from functools import cache
from typing import get_args

from msgspec import Struct

from fmm_desktop.dossier.model import Certainty, Dossier, Kind, Passage, Topic
from fmm_desktop.dossier.vocabulary import certainty_name, kind_name
from fmm_desktop.search.folding import even, fold
from fmm_desktop.search.naming import Naming, Wording
from fmm_desktop.search.query import Part
from fmm_desktop.search.topic_sets import Gathering, TopicSets, Watch, everything, set_of


class Scope(Struct, frozen=True):
    """The passages in which words have to stand: of one of these kinds, naming one of these actors; None for any."""

    kinds: frozenset[Kind] | None = None
    actors: frozenset[str] | None = None
    naming: Naming | None = None
    """Tells which actors a passage names; there when `actors` are."""

    def __bool__(self) -> bool:
        """Whether it leaves any passage out."""
        return self.kinds is not None or self.actors is not None

    def holds(self, passage: Passage) -> bool:
        """Return whether words may stand in `passage`."""
        return (self.kinds is None or passage.kind in self.kinds) and (
            self.actors is None or self.naming is None or not self.actors.isdisjoint(self.naming.actors_in(passage))
        )


class _Evened(dict[str, str]):
    """Texts as they are written, in the order in which they came, and folded: few differ."""

    def __missing__(self, text: str) -> str:
        """Fold a text that was not seen before."""
        self[text] = even(text)
        return self[text]

    def of(self, texts: Iterable[str]) -> set[str]:
        """Return the texts folded, without those in which there is nothing to be read."""
        return {self[text] for text in texts} - {""}


class FieldsGathering:
    """Takes in the fields of topics."""

    def __init__(self, dossier: Dossier) -> None:
        self._naming = Naming(dossier)
        self._by_field = {field: Gathering() for field in ("kind", "actor", "tag", "term", "certainty", "marking")}
        self._tags, self._markings = _Evened(), _Evened()

    def add(self, ordinal: int, topic: Topic, wording: Wording) -> None:
        """Put a topic under its fields; `wording` is that of its page."""
        passages = topic.passages
        for field, values in (
            ("kind", {passage.kind for passage in passages}),
            ("actor", self._naming.actors_of(topic, wording)),
            ("tag", self._tags.of(topic.tags)),
            ("term", self._naming.terms_of(topic, wording)),
            ("certainty", {topic.certainty}),
            ("marking", self._markings.of((topic.marking, *(passage.marking for passage in passages)))),
        ):
            for value in values:
                self._by_field[field][value](ordinal)

    def fields(self, dossier: Dossier, size: int, watch: Watch) -> "Fields":
        """Return what was taken in, of `size` topics."""
        sets = {field: kept.sets(size, watch) for field, kept in self._by_field.items()}
        written = {key: tag for tag, key in reversed(self._tags.items()) if key}  # the first one last
        return Fields(dossier, size, sets, self._naming, written)


class Fields:
    """Which topics have what in a field. Values are folded; an empty one asks for anything at all."""

    def __init__(
        self, dossier: Dossier, size: int, topics: dict[str, TopicSets], naming: Naming, tags: dict[str, str]
    ) -> None:
        self._naming = naming
        self.tags = tags
        """How each folded tag was written first."""
        self._dossier = dossier
        self._size = size
        self._topics = topics
        self.under = topics.__getitem__  # the topics under each key of a field, for who turns the dossier
        self._sessions = tuple(_folded_sessions(dossier))
        self._names = {actor.id: fold(actor.name) for actor in dossier.actors}

    def holding(self, field: str, value: str) -> int:
        """Return the topics in which `value` stands in a field, any but `note`."""
        if field == "session":
            return self._in_sessions(value)
        if field == "marking" and (marking := even(self._dossier.marking)) and value in marking:
            return everything(self._size)
        topics = self._topics[field]
        return topics.of(self._keys(field, value, topics) if value else topics)

    def scope(self, parts: Iterable[Part]) -> Scope:
        """Return the passages in which the words of a query have to stand."""
        asked = [part for part in parts if not part.left_out]
        kinds = [kinds_called(part.words) for part in asked if part.field == "kind" and part.words]
        actors = [self._actors_called(part.words) for part in asked if part.field == "actor" and part.words]
        return Scope(
            frozenset().union(*kinds) if kinds else None, frozenset().union(*actors) if actors else None, self._naming
        )

    def _keys(self, field: str, value: str, topics: TopicSets) -> Iterable[str]:
        match field:
            case "kind":
                return kinds_called(value)
            case "certainty":
                return certainties_called(value)
            case "actor":
                return self._actors_called(value)
            case _:
                return (key for key in topics if value in key)

    def _actors_called(self, value: str) -> frozenset[str]:
        """Return the ids of the actors with this in their name, or with this id, and of the persons who are theirs."""
        called = {actor for actor, name in self._names.items() if value in name or value == fold(actor)}
        called |= {key for key in self._topics["actor"] if key not in self._names and value in fold(key)}
        return frozenset(called | {actor.id for actor in self._dossier.actors if actor.of in called})

    def _in_sessions(self, value: str) -> int:
        found: list[int] = []
        for topics, title, session_id, number in self._sessions:
            if value in title or session_id.startswith(value) or value == number:
                found += topics
        return set_of(found, self._size)


def _folded_sessions(dossier: Dossier) -> Iterator[tuple[range, str, str, str]]:
    """Yield the topics of each session, and its title, its id and its number, folded."""
    start = 0
    for session in dossier.sessions:
        topics = range(start, start + len(session.topics))
        start = topics.stop
        yield topics, even(session.title), fold(session.id), fold(session.number)


def kinds_called(value: str) -> frozenset[Kind]:
    """Return the kinds whose name in Dutch or in English, or whose id, begins with a folded value."""
    return frozenset(kind for kind, names in _kind_names().items() if any(name.startswith(value) for name in names))


def certainties_called(value: str) -> frozenset[Certainty]:
    """Return the certainties whose name in Dutch or in English begins with a folded value."""
    return frozenset(one for one, names in _certainty_names().items() if any(name.startswith(value) for name in names))


@cache
def _kind_names() -> dict[Kind, tuple[str, ...]]:
    return {kind: tuple(map(fold, (kind, kind_name(kind, "nl"), kind_name(kind, "en")))) for kind in Kind}


@cache
def _certainty_names() -> dict[Certainty, tuple[str, ...]]:
    known: tuple[Certainty, ...] = get_args(Certainty)
    return {one: (fold(certainty_name(one, "nl")), fold(certainty_name(one, "en"))) for one in known}
