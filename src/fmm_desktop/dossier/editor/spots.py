"""Where words stand in a dossier, in the order in which it is read: what every check looks through."""

from collections.abc import Iterator
from typing import NamedTuple

from fmm_desktop.dossier.links import words_in
from fmm_desktop.dossier.model import Dossier, Kind, Passage, Session, Topic
from fmm_desktop.dossier.references import list_key
from fmm_desktop.dossier.trouble import Steps


class Spot(NamedTuple):
    """Words at a place. `steps` lead to it in the file, `path` (`nar/china#p1`) to what a reader sees it in.

    `text` is plain words, links included; `passage` is None for titles and introductions, `session` for the dossier.
    """

    steps: Steps
    path: str
    text: str
    session: Session | None = None
    topic: Topic | None = None
    passage: Passage | None = None

    @property
    def number(self) -> str:
        """The number of the passage, the topic or the session; empty for the dossier."""
        numbered = self.passage or self.topic or self.session
        return numbered.number if numbered else ""

    @property
    def is_title(self) -> bool:
        """Whether this is a title."""
        return self.steps[-1:] == ("title",)


def spots(dossier: Dossier) -> Iterator[Spot]:
    """Yield all that can be read in a dossier, but for its lists of actors, terms, sources and dates."""
    yield Spot(("title",), "", dossier.title)
    for place, session in enumerate(dossier.sessions):
        steps: Steps = ("sessions", place)
        yield Spot((*steps, "title"), session.id, session.title, session)
        if session.form:
            yield Spot((*steps, "form"), session.id, session.form, session)
        if session.introduction:
            text = words_in(session.introduction, dossier)
            yield Spot((*steps, "introduction"), session.id, text, session)
        for number, topic in enumerate(session.topics):
            yield from _in_topic(topic, session, dossier, (*steps, "topics", number))


def _in_topic(topic: Topic, session: Session, dossier: Dossier, steps: Steps) -> Iterator[Spot]:
    yield Spot((*steps, "title"), topic.path, topic.title, session, topic)
    kind: Kind | None = None
    place = 0
    for passage in topic.passages:
        place = place + 1 if passage.kind is kind else 0
        kind = passage.kind
        text = words_in(passage.text, dossier, topic.path)
        path = f"{topic.path}#{passage.id}"
        yield Spot((*steps, list_key(kind), place), path, text, session, topic, passage)
