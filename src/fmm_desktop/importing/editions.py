"""A draft as the next edition of a dossier: what is the same keeps its id, so that notes find their place."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any, TypeVar

from msgspec.structs import asdict, replace

from fmm_desktop.dossier import format as shapes
from fmm_desktop.dossier.building import build, by_kind
from fmm_desktop.dossier.matching import match_passages, match_topics
from fmm_desktop.dossier.model import Dossier, Kind, Topic
from fmm_desktop.importing.agenda.slugs import Slugs
from fmm_desktop.importing.shaping import LETTERS, Shaped
from fmm_desktop.search.folding import even

_FIELDS = {Kind.IF_RAISED: "if_raised", Kind.POINT: "points", Kind.OTHER: "others", Kind.FIGURE: "figures"}
_Named = TypeVar("_Named", shapes.ActorShape, shapes.TermShape)


def as_edition_of(new: Shaped, old: Dossier) -> Shaped:
    """Return `new` as the edition after `old`, with its ids; timeline, actors and terms that were there stay."""
    actors = tuple(_actors(old))
    same = _same_actors(actors, new.shape.actors)
    shape = _with_actors(new.shape, same)
    draft = build(shape)
    pairs = {after: before for before, after in match_topics(old, draft).items()}
    shape = replace(
        shape,
        id=old.id,
        edition=old.edition + 1,
        marking=shape.marking or old.marking,
        own=old.own or shape.own,
        checked=old.checked.get("", ()),
        timeline=_timeline(old, shape.timeline),
        actors=_joined(actors, shape.actors, lambda actor: even(actor.name)),
        terms=_joined(tuple(_terms(old)), shape.terms, lambda term: even(term.short)),
        sessions=tuple(_sessions(shape, draft, old, pairs)),
    )
    return new._replace(shape=shape)


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


def _sessions(
    shape: shapes.DossierShape, draft: Dossier, old: Dossier, pairs: Mapping[str, str]
) -> Iterator[shapes.SessionShape]:
    free = Slugs(session.id for session in old.sessions)
    taken = set[str]()
    for session in shape.sessions:
        identifier = next((one for one in _session_before(session, old, pairs) if one not in taken), None)
        identifier = identifier or free.of(session.id)
        taken.add(identifier)
        topics = tuple(_topics(session, identifier, draft, old, pairs))
        yield replace(session, id=identifier, topics=topics, checked=old.checked.get(identifier, ()))


def _session_before(session: shapes.SessionShape, old: Dossier, pairs: Mapping[str, str]) -> Iterator[str]:
    """Yield the sessions that this one may have been: where most of its topics were, then the one with its title."""
    paths = (pairs[path] for topic in session.topics if (path := f"{session.id}/{topic.id}") in pairs)
    yield from (name for name, _ in Counter(path.partition("/")[0] for path in paths).most_common())
    yield from (one.id for one in old.sessions if even(one.title) == even(session.title))


def _topics(
    session: shapes.SessionShape, identifier: str, draft: Dossier, old: Dossier, pairs: Mapping[str, str]
) -> Iterator[shapes.TopicShape]:
    was = old.session(identifier)
    free = Slugs(topic.id for topic in was.topics) if was else Slugs()
    taken = set[str]()
    for topic in session.topics:
        path = f"{session.id}/{topic.id}"
        before = old.topic(pairs[path]) if path in pairs else None
        stays = before and before.path.partition("/")[0] == identifier and before.id not in taken
        name = before.id if before and stays else free.of(before.id if before else topic.id)
        taken.add(name)
        checked = old.checked.get(before.path, ()) if before else ()
        kept = replace(topic, id=name, tags=before.tags if before else (), checked=checked)
        now = draft.topic(path)
        yield _with_ids_of(kept, before, now) if before and now else kept


def _with_ids_of(topic: shapes.TopicShape, old: Topic, new: Topic) -> shapes.TopicShape:
    """Return a topic with the ids that its passages had; new ones get ids that none had."""
    groups = list(by_kind(topic))
    before = {after: place for place, after in match_passages(old.passages, new.passages).items()}
    used = {passage.id for passage in old.passages}
    changed: dict[str, Any] = {}
    count = 0
    for kind, group in groups:
        named = []
        for passage in group:
            identifier = old.passages[before[count]].id if count in before else _free(LETTERS[kind], used)
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
