"""What a dossier refers to and does not have: actors, sources, topics and terms. The reader can do without."""

import re
from collections.abc import Collection, Iterable, Iterator
from typing import Any

from fmm_desktop.dossier import check_sentences as say
from fmm_desktop.dossier import format as shapes
from fmm_desktop.dossier.building import PassageShape, by_kind
from fmm_desktop.dossier.editor.names import CHECKS, LINKS, check_of
from fmm_desktop.dossier.format import DossierShape
from fmm_desktop.dossier.model import Kind
from fmm_desktop.dossier.text import Link, links
from fmm_desktop.dossier.trouble import Mistyped, Steps, Trouble, warning
from fmm_desktop.errors import Sentence

_LIST_KEYS = {Kind.POINT: "points", Kind.OTHER: "others", Kind.FIGURE: "figures"}
_MOST_PARSED = 500
_LONGEST_PARSED = 2000
_HIDING = re.compile(r"[`\\]")


def list_key(kind: Kind) -> str:
    """Return the key of a topic under which its passages of this kind stand in a file."""
    return _LIST_KEYS.get(kind, kind.value)


class _Known:
    """The ids that a dossier has, by what they are the id of."""

    def __init__(self, shape: DossierShape) -> None:
        self._parses_left = _MOST_PARSED
        self.actors = {actor.id for actor in shape.actors}
        self.terms = {term.id for term in shape.terms}
        self.sources = {source.id for source in shape.sources}
        self.topics = {topic.id for session in shape.sessions for topic in session.topics}
        self.paths = {f"{session.id}/{topic.id}" for session in shape.sessions for topic in session.topics}

    def actor(self, identifier: str | None, steps: Steps) -> Iterator[Trouble]:
        return _dangling(identifier, self.actors, steps, say.NO_ACTOR)

    def source(self, reference: shapes.SourceRef | None, steps: Steps) -> Iterator[Trouble]:
        return _dangling(reference.id if reference else None, self.sources, (*steps, "source", "id"), say.NO_SOURCE)

    def topic(self, reference: str, steps: Steps) -> Iterator[Trouble]:
        known = self.paths if "/" in reference else self.topics
        return _dangling(reference.strip(), known, steps, say.NO_TOPIC)

    def checks(self, names: Iterable[str], steps: Steps) -> Iterator[Trouble]:
        for place, name in enumerate(names):
            yield from _dangling(check_of(name), CHECKS, (*steps, "checked", place), say.NO_CHECK)

    def _links(self, text: str) -> Iterator[Link]:
        """Code and backslashes may hide a link, which takes a parser to see: much slower, so not for all."""
        hidden = "`" in text or "\\" in text
        if hidden and self._parses_left > 0 and len(text) <= _LONGEST_PARSED:
            self._parses_left -= 1
            yield from links(text)
        else:
            yield from links(_HIDING.sub(" ", text) if hidden else text)

    def links(self, text: str, steps: Steps) -> Iterator[Trouble]:
        if "[[" not in text:
            return
        for link in self._links(text):
            match link.target:
                case "topic":
                    yield from self.topic(link.id, steps)
                case "term":
                    yield from _dangling(link.id, self.terms, steps, say.NO_TERM)
                case "actor":
                    yield from self.actor(link.id, steps)


def _dangling(identifier: str | None, known: Collection[str], steps: Steps, sentence: Sentence) -> Iterator[Trouble]:
    if identifier is not None and identifier not in known:
        yield warning(steps, sentence, id=identifier, near=Mistyped(identifier, known))


def dangling(shape: DossierShape) -> Iterator[Trouble]:
    """Yield a warning for each reference to something that the dossier does not have, and for each empty passage.

    References that the dossier says to be right as they are (`checked: [links]`) are left out.
    """
    for trouble in _in_dossier(shape):
        if trouble.sentence not in _MAY_BE_RIGHT or not _is_silenced(trouble, shape):
            yield trouble


_MAY_BE_RIGHT = {say.NO_ACTOR, say.NO_SOURCE, say.NO_TERM, say.NO_TOPIC}


def _is_silenced(trouble: Trouble, shape: DossierShape) -> bool:
    """Whether something on the way to the trouble has `links` among what was checked, or `links/` with the id."""
    silencing = {LINKS, f"{LINKS}/{trouble.values['id']}"}
    here: Any = shape
    for step in trouble.steps:
        if silencing & set(getattr(here, "checked", ())):
            return True
        here = here[step] if isinstance(step, int) else getattr(here, step.replace("-", "_"), None)
    return False


def _in_dossier(shape: DossierShape) -> Iterator[Trouble]:
    known = _Known(shape)
    yield from known.checks(shape.checked, ())
    yield from known.actor(shape.own, ("own",))
    yield from known.actor(shape.meeting.country, ("meeting", "country"))
    for place, actor in enumerate(shape.actors):
        yield from known.actor(actor.of, ("actors", place, "of"))
        yield from known.links(actor.text, ("actors", place, "text"))
    for place, term in enumerate(shape.terms):
        yield from known.links(term.text, ("terms", place, "text"))
    for place, session in enumerate(shape.sessions):
        yield from _in_session(session, known, ("sessions", place))


def _in_session(session: shapes.SessionShape, known: _Known, steps: Steps) -> Iterator[Trouble]:
    yield from known.checks(session.checked, steps)
    for place, participant in enumerate(session.participants):
        yield from known.actor(participant, (*steps, "participants", place))
    yield from known.links(session.introduction, (*steps, "introduction"))
    for place, topic in enumerate(session.topics):
        yield from _in_topic(topic, known, (*steps, "topics", place))


def _in_topic(topic: shapes.TopicShape, known: _Known, steps: Steps) -> Iterator[Trouble]:
    yield from known.checks(topic.checked, steps)
    for place, related in enumerate(topic.related):
        yield from known.topic(related, (*steps, "related", place))
    for kind, group in by_kind(topic):
        for place, passage in enumerate(group):
            yield from _in_passage(passage, known, (*steps, list_key(kind), place))


def _in_passage(passage: PassageShape, known: _Known, steps: Steps) -> Iterator[Trouble]:
    if isinstance(passage, str):
        yield from _in_text(passage, known, steps)
        return
    yield from _in_text(passage.text, known, (*steps, "text"))
    yield from known.checks(passage.checked, steps)
    yield from known.source(passage.source, steps)
    if isinstance(passage, shapes.OtherShape):
        yield from known.actor(passage.actor, (*steps, "actor"))


def _in_text(text: str, known: _Known, steps: Steps) -> Iterable[Trouble]:
    if not text or text.isspace():
        return (warning(steps, say.EMPTY_PASSAGE),)
    return known.links(text, steps)
