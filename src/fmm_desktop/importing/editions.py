"""A draft as the next edition of a dossier: what is the same keeps its id, so that notes find their place.

The ids of a draft tell little: those of passages are made of their places. So what is the same goes by its words, of
which set formulas weigh nothing; an id that another thing had, in any edition, is not given again.
"""

import re
from collections import Counter
from collections.abc import Callable, Container, Iterable, Iterator, Mapping
from typing import Any, TypeVar

from msgspec.structs import asdict, replace

from fmm_desktop.dossier import format as shapes
from fmm_desktop.dossier.building import build, by_kind
from fmm_desktop.dossier.closeness import CLOSE, words_of_text
from fmm_desktop.dossier.matching import match_passages, match_topics, pair_by
from fmm_desktop.dossier.model import Dossier, Kind, Passage, Topic
from fmm_desktop.importing.agenda.slugs import Slugs
from fmm_desktop.importing.shaping import LETTERS, NO_WORDS, Shaped
from fmm_desktop.search.folding import even, fold

_ALL_OVER = 3  # topics from which on a word is of formulas, not of a subject
_FEWEST = 2  # words of the subject that stay where others of it were changed
_FIELDS = {Kind.IF_RAISED: "if_raised", Kind.POINT: "points", Kind.OTHER: "others", Kind.FIGURE: "figures"}
_MARK = "?"  # in no id, and no part of a word
_TURN = re.compile(r"-\d+$")
_Named = TypeVar("_Named", shapes.ActorShape, shapes.TermShape)


def as_edition_of(new: Shaped, old: Dossier, known: Iterable[Dossier] = ()) -> Shaped:
    """Return `new` as the edition after `old`, with its ids; timeline, actors and terms that were there stay.

    `known` are other editions of `old`: of these no number and no id is used again.
    """
    editions = (old, *known)
    actors = tuple(_actors(old))
    same = _same_actors(actors, new.shape.actors)
    shape = _with_actors(new.shape, same)
    before = _Before(editions, build(shape), new.formulas)
    shape = replace(
        shape,
        id=old.id,
        edition=next_edition(*editions),
        marking=shape.marking or old.marking,
        own=old.own or shape.own,
        checked=old.checked.get("", ()),
        timeline=_timeline(old, shape.timeline),
        actors=_joined(actors, shape.actors, lambda actor: even(actor.name)),
        terms=_joined(tuple(_terms(old)), shape.terms, lambda term: even(term.short)),
        sessions=tuple(_sessions(shape, before)),
    )
    return new._replace(shape=shape)


def next_edition(*editions: Dossier) -> int:
    """Return the number of the edition after all of these."""
    return max(one.edition for one in editions) + 1


def _timeline(old: Dossier, new: tuple[shapes.EventShape, ...]) -> tuple[shapes.EventShape, ...]:
    """Return what was there, and the events that are new by their name: a date that was mended by hand stays."""
    names = {even(event.title) for event in old.timeline}
    kept = tuple(shapes.EventShape(**asdict(event)) for event in old.timeline)
    return kept + tuple(event for event in new if even(event.title) not in names)


def _actors(old: Dossier) -> Iterator[shapes.ActorShape]:
    return (shapes.ActorShape(**{**asdict(actor), "of": actor.of or None}) for actor in old.actors)


def _terms(old: Dossier) -> Iterator[shapes.TermShape]:
    return (shapes.TermShape(**asdict(term)) for term in old.terms)


def _joined(old: tuple[_Named, ...], new: tuple[_Named, ...], key: Callable[[_Named], str]) -> tuple[_Named, ...]:
    """Return what was there, and what is new by its id and its name."""
    ids = {one.id for one in old}
    names = {key(one) for one in old}
    return old + tuple(one for one in new if one.id not in ids and key(one) not in names)


def _same_actors(old: Iterable[shapes.ActorShape], new: Iterable[shapes.ActorShape]) -> dict[str, str]:
    """Return the id that an actor of the draft has in the dossier, by its id in the draft, where it is another one."""
    by_name = {even(actor.name): actor.id for actor in old}
    return {actor.id: by_name[even(actor.name)] for actor in new if even(actor.name) in by_name}


def _with_actors(shape: shapes.DossierShape, same: Mapping[str, str]) -> shapes.DossierShape:
    country = shape.meeting.country
    return replace(
        shape,
        meeting=replace(shape.meeting, country=same.get(country, country) if country else None),
        actors=tuple(replace(actor, of=same.get(actor.of, actor.of) if actor.of else None) for actor in shape.actors),
        own=same.get(shape.own, shape.own) if shape.own else None,
        sessions=tuple(
            replace(session, topics=tuple(_with_others(topic, same) for topic in session.topics))
            for session in shape.sessions
        ),
    )


def _with_others(topic: shapes.TopicShape, same: Mapping[str, str]) -> shapes.TopicShape:
    return replace(topic, others=tuple(replace(one, actor=same.get(one.actor, one.actor)) for one in topic.others))


class _Before:
    """What was there: the edition before, and the ids of others; what of the draft is what of it."""

    def __init__(self, editions: tuple[Dossier, ...], draft: Dossier, formulas: Container[str]) -> None:
        self._editions, self.draft, self._formulas = editions, draft, formulas
        self.pairs = _same_topics(self.old, draft)
        self._topics_with = Counter(
            word for topic in self.old.topics() for word in {word for one in topic.passages for word in _words(one)}
        )

    @property
    def old(self) -> Dossier:
        """The edition before."""
        return self._editions[0]

    def topic(self, path: str) -> Topic | None:
        """Return what a topic of the draft was, None for a new one."""
        return self.old.topic(self.pairs[path]) if path in self.pairs else None

    def sessions(self) -> Slugs:
        """Return ids for sessions that no edition has."""
        return Slugs(session.id for one in self._editions for session in one.sessions)

    def topics_in(self, session: str) -> Slugs:
        """Return ids for topics in a session that no edition has there."""
        found = (one.session(session) for one in self._editions)
        return Slugs(topic.id for one in found if one for topic in one.topics)

    def passages_in(self, path: str) -> set[str]:
        """Return the ids of the passages that a topic had in any edition."""
        found = (one.topic(path) for one in self._editions)
        return {passage.id for one in found if one for passage in one.passages}

    def passages(self, old: Topic, new: Topic) -> dict[int, Passage]:
        """Return which passage each one of a topic was, by its place; for one about another subject there is none."""
        nameless = [replace(passage, id="") for passage in new.passages]
        pairs = {after: old.passages[place] for place, after in match_passages(old.passages, nameless).items()}
        return {after: was for after, was in pairs.items() if self._is_about_the_same(was, new.passages[after])}

    def _is_about_the_same(self, one: Passage, other: Passage) -> bool:
        """Whether enough of the subject of two passages is the same; of that, long and rare words weigh more.

        One word for another is another subject where there is little more than it; a number is no subject.
        """
        words, others = self._subject(one), self._subject(other)
        same = words & others
        if words - same and others - same and same.total() < _FEWEST:
            return False
        return 2 * self._weight(same) >= CLOSE * (self._weight(words) + self._weight(others))

    def _subject(self, passage: Passage) -> Counter[str]:
        return Counter(word for word in _words(passage) if not (word in self._formulas or self._is_all_over(word)))

    def _is_all_over(self, word: str) -> bool:
        return word.isdecimal() or self._topics_with[word] >= _ALL_OVER

    def _weight(self, words: Counter[str]) -> float:
        return sum(count * len(word) ** 2 / max(1, self._topics_with[word]) for word, count in words.items())


def _words(passage: Passage) -> list[str]:
    return words_of_text(fold(passage.text))


def _same_topics(old: Dossier, draft: Dossier) -> dict[str, str]:
    """Return which topic of the draft is which: path there → path in the dossier.

    An id that was made of the place of its topic is not believed; nor is a title that a session has twice.
    """
    stems = _doubled(old, _stem) | _doubled(draft, _stem) | {NO_WORDS}
    twice = _doubled(old, _name) | _doubled(draft, _name)
    marked = {f"{one.path}{_MARK}": one for one in draft.topics() if _stem(one) in stems}
    sessions = (
        replace(one, topics=tuple(_unnamed(each, twice) if _stem(each) in stems else each for each in one.topics))
        for one in draft.sessions
    )
    pairs = {after: before for before, after in match_topics(old, replace(draft, sessions=tuple(sessions))).items()}
    found = {(marked[path].path if path in marked else path): before for path, before in pairs.items()}
    left = [topic for topic in draft.topics() if topic.path not in found and _name(topic) in twice]
    kept = set(found.values())
    gone = [topic for topic in old.topics() if topic.path not in kept]
    same: dict[int, int] = {}
    pair_by(same, left, gone, _name)  # the same title, and no words to tell it by
    return found | {left[place].path: gone[other].path for place, other in same.items()}


def _unnamed(topic: Topic, twice: Container[str]) -> Topic:
    """Return a topic with an id that no other one has, and a title as well where that tells nothing; all words stay."""
    title = f"{topic.title} {_MARK}" if _name(topic) in twice else topic.title
    return replace(topic, id=f"{topic.id}{_MARK}", path=f"{topic.path}{_MARK}", title=title)


def _name(topic: Topic) -> str:
    return even(topic.title)


def _stem(topic: Topic) -> str:
    """Return an id without the number that tells it from others of its words."""
    return _TURN.sub("", topic.id)


def _doubled(dossier: Dossier, key: Callable[[Topic], str]) -> set[str]:
    counts = (Counter(key(topic) for topic in session.topics) for session in dossier.sessions)
    return {one for counted in counts for one, count in counted.items() if count > 1}


def _sessions(shape: shapes.DossierShape, before: _Before) -> Iterator[shapes.SessionShape]:
    free = before.sessions()
    taken = set[str]()
    for session in shape.sessions:
        identifier = next((one for one in _session_before(session, before) if one not in taken), None)
        identifier = identifier or free.of(session.id)
        taken.add(identifier)
        topics = tuple(_topics(session, identifier, before))
        yield replace(session, id=identifier, topics=topics, checked=before.old.checked.get(identifier, ()))


def _session_before(session: shapes.SessionShape, before: _Before) -> Iterator[str]:
    """Yield the sessions that this one may have been: where most of its topics were, then the one with its title."""
    paths = (before.pairs[path] for topic in session.topics if (path := f"{session.id}/{topic.id}") in before.pairs)
    yield from (name for name, _ in Counter(path.partition("/")[0] for path in paths).most_common())
    yield from (one.id for one in before.old.sessions if even(one.title) == even(session.title))


def _topics(session: shapes.SessionShape, identifier: str, before: _Before) -> Iterator[shapes.TopicShape]:
    free = before.topics_in(identifier)
    taken = set[str]()
    for topic in session.topics:
        path = f"{session.id}/{topic.id}"
        was, now = before.topic(path), before.draft.topic(path)
        stays = was and was.path.partition("/")[0] == identifier and was.id not in taken
        name = was.id if was and stays else free.of(was.id if was else topic.id)
        taken.add(name)
        checked = before.old.checked.get(was.path, ()) if was else ()
        kept = replace(topic, id=name, tags=was.tags if was else (), checked=checked)
        yield _with_ids_of(kept, was, now, before) if was and now else kept


def _with_ids_of(topic: shapes.TopicShape, was: Topic, now: Topic, before: _Before) -> shapes.TopicShape:
    """Return a topic with the ids that its passages had; new ones get ids that none had."""
    same, used = before.passages(was, now), before.passages_in(was.path)
    changed: dict[str, Any] = {}
    count = 0
    for kind, group in by_kind(topic):
        named = []
        for passage in group:
            identifier = same[count].id if count in same else _free(LETTERS[kind], used)
            named.append(replace(passage, id=identifier) if not isinstance(passage, str) else passage)
            count += 1
        changed[_FIELDS.get(kind, kind.value)] = tuple(named)
    return replace(topic, **changed)


def _free(letter: str, used: set[str]) -> str:
    number = 1
    while f"{letter}{number}" in used:
        number += 1
    used.add(f"{letter}{number}")
    return f"{letter}{number}"
