"""A dossier turned: its topics under actors, tags, kinds or terms instead of under sessions.

A topic stands under a heading when the query `actor:`, `tag:` or `kind:` for just that would find it; under a term when
it stands in its title or in a passage. A person stands under their own name, and under the actor that they belong to
as well, because who asks for a country asks for its minister too. What has none of these stands under a last heading.
"""

from collections.abc import Iterable, Mapping
from typing import ClassVar

from msgspec import Struct

from fmm_desktop.dossier.model import Dossier, Kind, Passage, Topic
from fmm_desktop.dossier.vocabulary import headings_language, kind_name
from fmm_desktop.errors import Sentence
from fmm_desktop.search.field_names import TurnedBy
from fmm_desktop.search.finder import Finder
from fmm_desktop.search.folding import fold
from fmm_desktop.search.naming import Naming, members
from fmm_desktop.search.topic_sets import everything

_KINDS: dict[str, Kind] = {kind.value: kind for kind in Kind}

REST = ""
"""The key of the heading over the topics that have no actor, no tag, no kind or no term."""

_REST: dict[TurnedBy, Sentence] = {
    "actor": Sentence("Zonder actor", "No actor"),
    "tag": Sentence("Zonder label", "No tag"),
    "kind": Sentence("Zonder passages", "No passages"),
    "term": Sentence("Zonder begrip", "No term"),
}


class Heading(Struct, frozen=True):
    """A heading and the topics under it, as bits (see `topic_sets`).

    `key` is the id of an actor, of a kind or of a term, or a folded tag; `REST` for the topics that have none.
    """

    field: TurnedBy
    key: str
    title: str
    topics: int
    number: ClassVar[str] = ""


class Turning:
    """The headings of a dossier that is indexed. Those of a field are made when they are first wanted, and kept."""

    def __init__(self, dossier: Dossier, finder: Finder) -> None:
        self._dossier = dossier
        self._finder = finder
        self._headings: dict[TurnedBy, dict[str, Heading]] = {}

    def headings(self, field: TurnedBy) -> tuple[Heading, ...]:
        """Return the headings that have topics, in order."""
        return tuple(self._of(field).values())

    def heading(self, field: TurnedBy, key: str) -> Heading | None:
        """Return one heading, also one that has no topics; None when the dossier does not know of it at all."""
        if found := self._of(field).get(key):
            return found
        return Heading(field, key, title_of(field, key, self._dossier), 0) if self._is_explained(field, key) else None

    def _is_explained(self, field: TurnedBy, key: str) -> bool:
        match field:
            case "actor":
                return self._dossier.actor(key) is not None
            case "term":
                return self._dossier.term(key) is not None
            case "kind":
                return key in _KINDS
            case "tag":
                return False

    def _of(self, field: TurnedBy) -> Mapping[str, Heading]:
        if field not in self._headings:
            self._headings[field] = {heading.key: heading for heading in self._made(field)}
        return self._headings[field]

    def _made(self, field: TurnedBy) -> Iterable[Heading]:
        under = self._finder.under(field)
        own = members(self._dossier) if field == "actor" else {}
        rest = everything(under.size)
        for key, title in self._titles(field):
            if topics := under.of((key, *own.get(key, ()))):
                rest &= ~topics
                yield Heading(field, key, title, topics)
        if rest:
            yield Heading(field, REST, title_of(field, REST, self._dossier), rest)

    def _titles(self, field: TurnedBy) -> Iterable[tuple[str, str]]:
        """Return the key and the title of each heading, in order."""
        if field == "kind":
            return [(kind, title_of(field, kind, self._dossier)) for kind in Kind]
        if field == "tag":
            titles = self._finder.tags
        else:
            known = self._dossier.actors if field == "actor" else self._dossier.terms
            keys = (*(one.id for one in known), *self._finder.under(field))
            titles = {key: title_of(field, key, self._dossier) for key in keys}
        return sorted(titles.items(), key=lambda item: (fold(item[1]), item[0]))


def title_of(field: TurnedBy, key: str, dossier: Dossier) -> str:
    """Return what a heading is called, in the language of the dossier; its key when that is all there is to say.

    That goes for tags as well: how they are written is known when the dossier is indexed (`Turning.heading`).
    """
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
            return key


def passages_under(field: TurnedBy, key: str, topic: Topic, naming: Naming) -> tuple[Passage, ...]:
    """Return the passages of a topic that a heading is about; for a tag, and for the rest, the one that leads it."""
    if key == REST or field == "tag":
        return topic.passages[:1]  # the aim, if it has one: kinds stand in order
    if field == "kind":
        return tuple(passage for passage in topic.passages if passage.kind == key)
    named_in = naming.actors_in if field == "actor" else naming.terms_in
    wanted = {key, *(naming.members.get(key, ()) if field == "actor" else ())}
    return tuple(passage for passage in topic.passages if not wanted.isdisjoint(named_in(passage)))
