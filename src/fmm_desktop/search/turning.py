"""A dossier turned: its topics under actors, tags, kinds or terms instead of under sessions.

A topic stands under a heading when the query `actor:`, `tag:` or `kind:` for just that would find it; under a term when
it stands in its title or in a passage. A person stands under their own name, and under the actor that they belong to
as well, because who asks for a country asks for its minister too. What has none of these stands under a last heading.
"""

from collections.abc import Iterable, Iterator
from itertools import chain
from typing import ClassVar, Literal

from msgspec import Struct

from fmm_desktop.dossier.model import Dossier, Kind, Passage, Topic
from fmm_desktop.dossier.vocabulary import headings_language, kind_name
from fmm_desktop.errors import Sentence
from fmm_desktop.search.folding import fold
from fmm_desktop.search.naming import Naming, linked
from fmm_desktop.search.topic_sets import TopicSets, everything

Field = Literal["actor", "tag", "kind", "term"]
"""By what a dossier is turned."""

_KINDS: dict[str, Kind] = {kind.value: kind for kind in Kind}

REST = ""
"""The key of the heading over the topics that have no actor, no tag, no kind or no term."""

_REST: dict[Field, Sentence] = {
    "actor": Sentence("Zonder actor", "No actor"),
    "tag": Sentence("Zonder label", "No tag"),
    "kind": Sentence("Zonder passages", "No passages"),
    "term": Sentence("Zonder begrip", "No term"),
}


class Heading(Struct, frozen=True):
    """A heading and the topics under it, as bits (see `topic_sets`).

    `key` is the id of an actor, of a kind or of a term, or a folded tag; `REST` for the topics that have none.
    """

    field: Field
    key: str
    title: str
    topics: int
    number: ClassVar[str] = ""


def headings(field: Field, dossier: Dossier, topics: TopicSets) -> tuple[Heading, ...]:
    """Return the headings that have topics, in order; `topics` are those that the finder has under each key."""
    own = Naming(dossier).members if field == "actor" else {}
    keyed = ((key, title, topics.of((key, *own.get(key, ())))) for key, title in _titles(field, dossier, topics))
    found = [Heading(field, key, title, bits) for key, title, bits in keyed if bits]
    standing = 0
    for heading in found:
        standing |= heading.topics
    if rest := everything(topics.size) & ~standing:
        found.append(Heading(field, REST, title_of(field, REST, dossier), rest))
    return tuple(found)


def topics_under(field: Field, key: str, dossier: Dossier, topics: TopicSets) -> int:
    """Return the topics under one heading, as bits; none when there is no such heading."""
    if key == REST:
        return everything(topics.size) & ~topics.of(topics)
    return topics.of((key, *(Naming(dossier).members.get(key, ()) if field == "actor" else ())))


def title_of(field: Field, key: str, dossier: Dossier) -> str:
    """Return what a heading is called, in the language of the dossier; its key when nothing is known of it."""
    language = headings_language(dossier.language)
    if key == REST:
        return _REST[field].say(language)
    match field:
        case "actor":
            actor = dossier.actor(key)
            return actor.name if actor else key
        case "term":
            term = dossier.term(key)
            return term.short if term else key
        case "kind":
            return kind_name(_KINDS[key], language) if key in _KINDS else key
        case "tag":
            return next(_written(key, dossier), key)


def has_heading(field: Field, key: str, dossier: Dossier) -> bool:
    """Return whether there may be a page for a heading: whether the dossier knows of it at all."""
    match field:
        case _ if key == REST:
            return True
        case "kind":
            return key in _KINDS
        case "tag":
            return any(True for _ in _written(key, dossier))
        case "actor":
            return dossier.actor(key) is not None or _is_named(field, key, dossier)
        case "term":
            return dossier.term(key) is not None or _is_named(field, key, dossier)


def passages_under(field: Field, key: str, topic: Topic, naming: Naming) -> tuple[Passage, ...]:
    """Return the passages of a topic that a heading is about; for a tag, and for the rest, the one that leads it."""
    if key == REST or field == "tag":
        return topic.passages[:1]  # the aim, if it has one: kinds stand in order
    if field == "kind":
        return tuple(passage for passage in topic.passages if passage.kind == key)
    named_in = naming.actors_in if field == "actor" else naming.terms_in
    wanted = {key, *(naming.members.get(key, ()) if field == "actor" else ())}
    return tuple(passage for passage in topic.passages if not wanted.isdisjoint(named_in(passage)))


def _titles(field: Field, dossier: Dossier, keys: Iterable[str]) -> Iterable[tuple[str, str]]:
    """Return the key and the title of each heading, in order."""
    if field == "kind":
        return [(kind, title_of(field, kind, dossier)) for kind in Kind]
    if field == "tag":
        titles: dict[str, str] = {}
        for folded, tag in _tags(dossier):
            titles.setdefault(folded, tag)
    else:
        known = dossier.actors if field == "actor" else dossier.terms
        titles = {key: title_of(field, key, dossier) for key in (*(one.id for one in known), *keys)}
    return sorted(titles.items(), key=lambda item: (fold(item[1]), item[0]))


def _tags(dossier: Dossier) -> Iterator[tuple[str, str]]:
    """Yield what each tag is folded to, and how it was written."""
    seen = set[str]()
    for session in dossier.sessions:
        for tag in dict.fromkeys(chain.from_iterable(topic.tags for topic in session.topics)):
            if tag not in seen:
                seen.add(tag)
                yield fold(tag), tag


def _written(key: str, dossier: Dossier) -> Iterator[str]:
    return (tag for folded, tag in _tags(dossier) if folded == key)


def _is_named(field: Field, key: str, dossier: Dossier) -> bool:
    """Return whether a text names what the dossier does not explain: that opens all the same, with a warning."""
    return any(
        (field == "actor" and key == passage.actor) or key in linked(field, passage)
        for topic in dossier.topics()
        for passage in topic.passages
    )
