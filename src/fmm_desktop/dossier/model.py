"""What a dossier is, once it has been read: frozen values, checked, numbered, without a trace of the file.

A `Dossier` has sessions, a session has topics, a topic has passages. A passage carries the number that is the same
on screen and on paper: `1.2.3` is session 1, topic 2, passage 3. Everything refers to a topic by its *path*
(`nar/oekraine`) and to a passage by path and id (`nar/oekraine#p1`), which are stable over editions; numbers are not.
"""

import datetime
from collections.abc import Iterator
from enum import StrEnum
from functools import cached_property
from typing import Literal

from msgspec import Struct

Certainty = Literal["planned", "possible", "defensive"]
Stance = Literal["supports", "opposes", "mixed", "unknown"]
ActorKind = Literal["country", "organisation", "person"]


class Kind(StrEnum):
    """What a passage is, in the order in which a topic is read and printed."""

    AIM = "aim"
    DISCUSSION = "discussion"
    POSITION = "position"
    POINT = "point"
    IF_RAISED = "if-raised"
    OTHER = "other"
    FIGURE = "figure"
    BACKGROUND = "background"


class SourceRef(Struct, frozen=True):
    """Where a passage comes from: the id of a `Source` and the place in it, in words."""

    id: str
    at: str = ""


class Passage(Struct, frozen=True, kw_only=True):
    """One numbered paragraph of a topic.

    `text` is Markdown (see `text`). `actor` and `stance` are set for kind *other* only, `value` for kind *figure* only.
    """

    id: str
    kind: Kind
    number: str
    text: str
    source: SourceRef | None = None
    marking: str = ""
    actor: str = ""
    stance: Stance = "unknown"
    value: str = ""


class Topic(Struct, frozen=True, kw_only=True):
    """What is discussed in a session. `path` is `session/topic`; `number` is like `1.2`."""

    id: str
    path: str
    number: str
    title: str
    certainty: Certainty = "planned"
    marking: str = ""
    tags: tuple[str, ...] = ()
    related: tuple[str, ...] = ()
    passages: tuple[Passage, ...] = ()

    def of_kind(self, kind: Kind) -> tuple[Passage, ...]:
        """Return the passages of one kind, in order."""
        return tuple(passage for passage in self.passages if passage.kind is kind)

    def passage(self, passage_id: str) -> Passage | None:
        """Return the passage with this id, or None."""
        return next((passage for passage in self.passages if passage.id == passage_id), None)


class Session(Struct, frozen=True, kw_only=True):
    """A part of the meeting. `participants` are ids of actors."""

    id: str
    number: str
    title: str
    form: str = ""
    time: str = ""
    participants: tuple[str, ...] = ()
    introduction: str = ""
    topics: tuple[Topic, ...] = ()


class Meeting(Struct, frozen=True, kw_only=True):
    """When and where the meeting is; `end` is None when it lasts one day."""

    start: datetime.date
    end: datetime.date | None = None
    place: str = ""
    country: str = ""


class Event(Struct, frozen=True, kw_only=True):
    """A date before or after the meeting that matters to it."""

    start: datetime.date
    title: str
    end: datetime.date | None = None
    place: str = ""


class Actor(Struct, frozen=True, kw_only=True):
    """A country, an organisation or a person. `of` is the id of the actor that a person belongs to."""

    id: str
    kind: ActorKind
    name: str
    role: str = ""
    of: str = ""
    text: str = ""


class Term(Struct, frozen=True, kw_only=True):
    """An abbreviation or a name, explained. `translation` maps a language code to words in that language."""

    id: str
    short: str
    long: str = ""
    translation: dict[str, str] = {}
    text: str = ""


class Source(Struct, frozen=True, kw_only=True):
    """A document that passages refer to. `file` is a name to show, never opened."""

    id: str
    title: str
    date: datetime.date | None = None
    file: str = ""


class Dossier(Struct, frozen=True, kw_only=True, dict=True):
    """Everything about one meeting, in one edition.

    `checked` says which remarks of an editor are silenced where: names of checks by path (`nar/china#p1`, empty for
    the whole dossier).
    """

    id: str
    edition: int
    title: str
    language: str
    meeting: Meeting
    issued: datetime.date | None = None
    marking: str = ""
    own: str = ""
    timeline: tuple[Event, ...] = ()
    actors: tuple[Actor, ...] = ()
    terms: tuple[Term, ...] = ()
    sources: tuple[Source, ...] = ()
    sessions: tuple[Session, ...] = ()
    checked: dict[str, tuple[str, ...]] = {}

    def topics(self) -> Iterator[Topic]:
        """Yield every topic in the order of the meeting."""
        for session in self.sessions:
            yield from session.topics

    @cached_property
    def _topics_by_path(self) -> dict[str, Topic]:
        return {topic.path: topic for topic in self.topics()}

    @cached_property
    def _actors_by_id(self) -> dict[str, Actor]:
        return {actor.id: actor for actor in self.actors}

    @cached_property
    def _terms_by_id(self) -> dict[str, Term]:
        return {term.id: term for term in self.terms}

    @cached_property
    def _sources_by_id(self) -> dict[str, Source]:
        return {source.id: source for source in self.sources}

    def topic(self, reference: str, near: str = "") -> Topic | None:
        """Return the topic that `reference` names, or None.

        A reference is a path (`nuc/situatie`) or a bare topic id; a bare id is looked up in the session of the topic
        with path `near` first, then in the order of the meeting.
        """
        if "/" in reference:
            return self._topics_by_path.get(reference)
        beside = self._topics_by_path.get(f"{near.partition('/')[0]}/{reference}")
        return beside or next((topic for topic in self.topics() if topic.id == reference), None)

    def session(self, session_id: str) -> Session | None:
        """Return the session with this id, or None."""
        return next((session for session in self.sessions if session.id == session_id), None)

    def session_of(self, topic: Topic) -> Session:
        """Return the session that `topic` is part of; KeyError for a topic of another dossier."""
        session = self.session(topic.path.partition("/")[0])
        if session is None:
            raise KeyError(topic.path)
        return session

    def actor(self, actor_id: str) -> Actor | None:
        """Return the actor with this id, or None."""
        return self._actors_by_id.get(actor_id)

    def term(self, term_id: str) -> Term | None:
        """Return the term with this id, or None."""
        return self._terms_by_id.get(term_id)

    def source(self, source_id: str) -> Source | None:
        """Return the source with this id, or None."""
        return self._sources_by_id.get(source_id)
