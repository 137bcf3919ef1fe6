"""Where words stand in a dossier, in the order in which it is read: what every check looks through."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import accumulate
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


def spots_with(pattern: re.Pattern[str], spots: Sequence[Spot]) -> Iterator[Spot]:
    """Yield the spots in whose text a pattern is found; it must not match over the end of a line.

    All texts are looked through at once, which for thousands of topics takes a part of the time that each by itself
    would take.
    """
    whole = "\n".join([spot.text for spot in spots])
    ends = list(accumulate(len(spot.text) + 1 for spot in spots))
    match = pattern.search(whole)
    while match is not None:
        place = bisect_right(ends, match.start())
        yield spots[place]
        match = pattern.search(whole, ends[place])


def _in_topic(topic: Topic, session: Session, dossier: Dossier, steps: Steps) -> Iterator[Spot]:
    yield Spot((*steps, "title"), topic.path, topic.title, session, topic)
    kind: Kind | None = None
    key, place = "", 0
    for passage in topic.passages:
        place += 1
        if passage.kind is not kind:
            kind, place = passage.kind, 0
            key = list_key(kind)
        text = words_in(passage.text, dossier, topic.path)
        yield Spot((*steps, key, place), f"{topic.path}#{passage.id}", text, session, topic, passage)
