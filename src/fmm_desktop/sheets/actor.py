"""What the sheet of an actor holds: everything on one actor, in every session, as frozen values.

A passage stands on it when it names the actor or a person who belongs to it, when it says where that one stands, or
when a note on it does so. A topic that has the name in its title is about the actor as a whole.
"""

from collections.abc import Iterator
from itertools import groupby

from msgspec import Struct, structs

from fmm_desktop.dossier import vocabulary
from fmm_desktop.dossier.model import Actor, Dossier, Kind, Passage, Topic
from fmm_desktop.dossier.vocabulary import WORDS
from fmm_desktop.search.naming import Naming
from fmm_desktop.sheets.entries import Aside, Body, Group, NoteEntry, Scribe
from fmm_desktop.sheets.errors import NO_ACTOR, NOTHING_ON_ACTOR, SheetError
from fmm_desktop.sheets.marking import given_or_own, marking_line
from fmm_desktop.sheets.notes import Notes, SheetNote, chosen
from fmm_desktop.sheets.order import Order, Where
from fmm_desktop.sheets.vocabulary import PRINTED


class ActorTopic(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """What a topic has on the actor; `certainty` is empty for one that is planned, `notes` are on the topic itself."""

    path: str
    number: str
    title: str
    certainty: str = ""
    notes: tuple[NoteEntry, ...] = ()
    groups: tuple[Group, ...] = ()


class ActorSession(Struct, frozen=True):
    """The topics of a session that have something on the actor."""

    title: str
    topics: tuple[ActorTopic, ...]


class ActorSheet(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """Everything on one actor. `about` says in a line who that is, `body` more of it, `facts` who belongs to it."""

    title: str
    about: str = ""
    body: Body = ()
    facts: tuple[Aside, ...] = ()
    marking: str = ""
    sessions: tuple[ActorSession, ...]
    asides: tuple[Aside, ...] = ()
    notes_heading: str = ""
    notes: tuple[NoteEntry, ...] = ()
    beside: bool = False


class _Found(Struct, frozen=True):
    """A topic with those of its passages that are on the actor, and with those of its notes that go along."""

    topic: Topic
    notes: tuple[SheetNote, ...]


def actor_sheets(scribe: Scribe, topics: tuple[Topic, ...], order: Order, notes: Notes) -> tuple[ActorSheet, ...]:
    """Return the sheet of the actor that is ordered.

    SheetError when the dossier knows no such actor, or has nothing on it in `topics`.
    """
    dossier, actor = scribe.dossier, _actor(scribe.dossier, order.actor)
    search = _Search(dossier, actor.id)
    found = tuple(
        one for topic in topics if (one := search.found(topic, chosen(notes.get(topic.path, ()), order.notes)))
    )
    if not found:
        raise SheetError(NOTHING_ON_ACTOR, actor=actor.name)
    passages = tuple(passage for one in found for passage in one.topic.passages)
    scribe = Scribe(dossier, frozenset(passage.source.id for passage in passages if passage.source))
    at_end = order.notes.where is Where.END
    own = given_or_own(order.marking, dossier.marking)
    gathered = tuple(scribe.note(note, one.topic, apart=True) for one in found for note in one.notes) if at_end else ()
    return (
        ActorSheet(
            title=actor.name,
            about=_about(actor, dossier),
            body=scribe.body(actor.text),
            facts=tuple(fact for fact in _facts(actor, scribe) if fact.lines),
            marking=marking_line((*own, *_markings(found, scribe))),
            sessions=tuple(_sessions(found, scribe, with_notes=not at_end)),
            asides=tuple(aside for aside in (scribe.sources(passages),) if aside.lines),
            notes_heading=WORDS.notes.say(scribe.language) if gathered else "",
            notes=gathered,
            beside=order.notes.where is Where.BESIDE,
        ),
    )


def _actor(dossier: Dossier, key: str) -> Actor:
    """Return the actor with an id; one that the dossier does not explain, but whose stance it tells, goes by its id."""
    if (actor := dossier.actor(key)) is not None:
        return actor
    if key and any(passage.actor == key for topic in dossier.topics() for passage in topic.passages):
        return Actor(id=key, kind="country", name=key)
    raise SheetError(NO_ACTOR, actor=key, known=", ".join(actor.name for actor in dossier.actors))


class _Search:
    """Finds what is on an actor, and on the persons who belong to it."""

    def __init__(self, dossier: Dossier, key: str) -> None:
        self._naming = Naming(dossier)
        self._wanted = {key, *self._naming.members.get(key, ())}

    def found(self, topic: Topic, notes: tuple[SheetNote, ...]) -> _Found | None:
        """Return what a topic has on the actor, the whole of it when its title says so; None for nothing."""
        if self._names(topic.title):
            return _Found(topic, notes)
        naming = tuple(note for note in notes if self._names(f"{note.text}\n{note.wording}"))
        noted = {note.passage for note in naming}
        passages = tuple(one for one in topic.passages if one.id in noted or self._is_on(one))
        hung = {passage.id for passage in passages}
        notes = tuple(note for note in notes if note.passage in hung or note in naming)
        return _Found(structs.replace(topic, passages=passages), notes) if passages or notes else None

    def _is_on(self, passage: Passage) -> bool:
        return not self._wanted.isdisjoint(self._naming.actors_in(passage))

    def _names(self, words: str) -> bool:
        return self._is_on(Passage(id="", kind=Kind.BACKGROUND, number="", text=words))


def _markings(found: tuple[_Found, ...], scribe: Scribe) -> Iterator[str]:
    for one in found:
        yield one.topic.marking
        yield from (passage.marking for passage in one.topic.passages)
        yield from scribe.quoted_markings(one.notes, one.topic)


def _about(actor: Actor, dossier: Dossier) -> str:
    home = dossier.actor(actor.of)
    return ", ".join(part for part in (actor.role, home.name if home else "") if part)


def _facts(actor: Actor, scribe: Scribe) -> Iterator[Aside]:
    """Yield who belongs to the actor, and in which sessions it takes part."""
    dossier, language = scribe.dossier, scribe.language
    persons = (one for one in dossier.actors if one.of == actor.id)
    yield Aside(
        PRINTED.persons.say(language), tuple(("", ", ".join(filter(None, (one.name, one.role)))) for one in persons)
    )
    sessions = (one for one in dossier.sessions if {actor.id, actor.of} & set(one.participants))
    yield Aside(PRINTED.takes_part.say(language), tuple((one.number, one.title) for one in sessions))


def _sessions(found: tuple[_Found, ...], scribe: Scribe, *, with_notes: bool) -> Iterator[ActorSession]:
    for session, those in groupby(found, key=lambda one: scribe.dossier.session_of(one.topic)):
        yield ActorSession(scribe.session(session), tuple(_topic(one, scribe, with_notes=with_notes) for one in those))


def _topic(found: _Found, scribe: Scribe, *, with_notes: bool) -> ActorTopic:
    topic, notes = found.topic, found.notes if with_notes else ()
    planned = topic.certainty == "planned"
    return ActorTopic(
        path=topic.path,
        number=topic.number,
        title=topic.title,
        certainty="" if planned else vocabulary.certainty_name(topic.certainty, scribe.language),
        notes=tuple(scribe.note(note, topic) for note in notes if topic.passage(note.passage) is None),
        groups=scribe.groups(topic, notes),
    )
