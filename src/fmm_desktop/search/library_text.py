"""What the library keeps of a topic: its words as they are shown and folded, and the terms under which it is found."""

from collections.abc import Callable, Iterable, Iterator
from enum import IntEnum
from functools import lru_cache
from typing import NamedTuple

from msgspec import Struct

from fmm_desktop.dossier.links import words_of_passage
from fmm_desktop.dossier.model import Dossier, Kind, Passage, Session, Topic
from fmm_desktop.search.folding import fold
from fmm_desktop.search.naming import Naming, Wording

KINDS = tuple(Kind)


class Field(IntEnum):
    """Where a word of the index stands. The numbers are in the file: raise the version when they change."""

    ANY = 0
    """In the topic or in the title of its session."""
    SHORT = 1
    """As `ANY`, for single letters and pairs of them."""
    TITLE = 2
    ACTOR = 3
    """The name of an actor; whole, as what follows is too."""
    ACTOR_ID = 4
    TAG = 5
    SESSION = 6
    SESSION_ID = 7
    SESSION_NUMBER = 8
    CERTAINTY = 9
    MARKING = 10
    KIND = 16
    """In a passage of the first kind; the other kinds follow."""


class KeptActor(Struct, frozen=True, array_like=True, gc=False):
    """An actor that a passage is about: its id and its name, folded."""

    id: str
    name: str


class KeptPassage(Struct, frozen=True, array_like=True, gc=False):
    """A passage: `kind` counts in `KINDS`, `actors` in those of the topic; `folded` has single blanks only."""

    id: str
    number: str
    kind: int
    text: str
    folded: str
    actors: tuple[int, ...] = ()


class KeptTopic(Struct, frozen=True, array_like=True, gc=False):
    """A topic, so that a hit can be shown and a phrase looked for without the file."""

    path: str
    number: str
    title: str
    folded_title: str
    actors: tuple[KeptActor, ...]
    passages: tuple[KeptPassage, ...]


class Entry(NamedTuple):
    """A topic, and how it is found.

    `page` is everything on its page and the title of its session, folded: a line with single blanks for each text.
    `terms` are the folded texts that stand in each field; an empty one says that any does.
    """

    topic: KeptTopic
    page: str
    terms: dict[int, set[str]]


def entries(dossier: Dossier, watch: Callable[[float], None]) -> Iterator[Entry]:
    """Yield what is kept of each topic of a dossier; `watch` is told how far it is, 0 to 1, and may raise."""
    naming = Naming(dossier)
    for place, session in enumerate(dossier.sessions):
        watch(place / len(dossier.sessions))
        for topic in session.topics:
            yield _entry(topic, session, dossier, naming)


def even(text: str) -> str:
    """Return `text` folded, with single blanks for white space."""
    return " ".join(fold(text).split())


def _entry(topic: Topic, session: Session, dossier: Dossier, naming: Naming) -> Entry:
    actors: dict[KeptActor, int] = {}
    passages = tuple(_passage(passage, topic, dossier, naming, actors) for passage in topic.passages)
    whole = Wording.of(topic.title, *topic.tags, *(passage.text for passage in passages))
    for one in _kept_actors(naming.actors_of(topic, whole), dossier):  # those in the title as well
        actors.setdefault(one, len(actors))
    kept = KeptTopic(topic.path, topic.number, topic.title, even(topic.title), tuple(actors), passages)
    page = "\n".join(map(even, (session.title, *topic.tags)))
    page = "\n".join((page, kept.folded_title, *(passage.folded for passage in passages)))
    return Entry(kept, page, _terms(kept, set(page.split()), topic, session, dossier))


def _passage(
    passage: Passage, topic: Topic, dossier: Dossier, naming: Naming, actors: dict[KeptActor, int]
) -> KeptPassage:
    text = words_of_passage(passage, dossier, topic.path)
    about = dict.fromkeys(_kept_actors(naming.actors_in(passage), dossier))
    return KeptPassage(
        passage.id,
        passage.number,
        KINDS.index(passage.kind),
        text,
        even(text),
        tuple(actors.setdefault(one, len(actors)) for one in about),
    )


def _kept_actors(ids: Iterable[str], dossier: Dossier) -> Iterator[KeptActor]:
    """Yield actors by their ids, and whom these people belong to."""
    for actor_id in sorted(ids):
        actor = dossier.actor(actor_id)
        yield KeptActor(even(actor_id), even(actor.name if actor else actor_id))
        home = dossier.actor(actor.of) if actor else None
        if home:
            yield KeptActor(even(home.id), even(home.name))


def _terms(kept: KeptTopic, words: set[str], topic: Topic, session: Session, dossier: Dossier) -> dict[int, set[str]]:
    markings = (dossier.marking, topic.marking, *(passage.marking for passage in topic.passages))
    terms: dict[int, set[str]] = {
        Field.ANY: words,
        Field.SHORT: set().union(*map(_short, words)),
        Field.TITLE: set(kept.folded_title.split()),
        Field.ACTOR: _some(actor.name for actor in kept.actors) | ({""} if kept.actors else set()),
        Field.ACTOR_ID: _some(actor.id for actor in kept.actors),
        Field.TAG: _some(map(even, topic.tags)),
        Field.SESSION: _some([even(session.title)]),
        Field.SESSION_ID: {even(session.id)},
        Field.SESSION_NUMBER: {session.number},
        Field.CERTAINTY: {topic.certainty, ""},
        Field.MARKING: _some(map(even, markings)),
    }
    for passage in kept.passages:
        terms.setdefault(Field.KIND + passage.kind, {""}).update(passage.folded.split())
    return terms


def _some(texts: Iterable[str]) -> set[str]:
    """Return the texts that are not empty, and the empty one when there are any."""
    found = {text for text in texts if text}
    return found | {""} if found else found


@lru_cache(maxsize=1 << 16)
def _short(word: str) -> frozenset[str]:
    """Return the letters of a word, and its pairs of letters."""
    return frozenset({*word, *(word[start : start + 2] for start in range(len(word) - 1))})
