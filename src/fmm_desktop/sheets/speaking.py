"""What a speaking list holds: the points of all topics in the order of the meeting, and how long they take to say."""

import math

from msgspec import Struct, structs

from fmm_desktop.dossier.links import words_in
from fmm_desktop.dossier.model import Kind, Passage, Session, Topic
from fmm_desktop.errors import Language
from fmm_desktop.sheets.entries import Entry, Scribe
from fmm_desktop.sheets.marking import given_or_own, marking_line
from fmm_desktop.sheets.order import Order
from fmm_desktop.sheets.vocabulary import PRINTED


class SpokenPoint(Struct, frozen=True):
    """A point, and how long it takes."""

    passage: Entry
    time: str


class SpokenTopic(Struct, frozen=True, kw_only=True):
    """The points of a topic, and how long they take together."""

    number: str
    title: str
    time: str
    points: tuple[SpokenPoint, ...]


class SpokenSession(Struct, frozen=True, kw_only=True):
    """The topics of a session that have points, and how long all of them take."""

    number: str
    title: str
    time: str
    topics: tuple[SpokenTopic, ...]


class SpeakingList(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """Everything that is spoken; `rate` says how the times were reckoned."""

    title: str
    total: str
    rate: str
    sessions: tuple[SpokenSession, ...]
    marking: str = ""


def speaking_list(scribe: Scribe, topics: tuple[Topic, ...], order: Order) -> SpeakingList | None:
    """Return the list of the points of `topics`; None when they have none. Times add up to the second."""
    speaker = _Speaker(scribe, order)
    spoken = tuple(topic for topic in topics if topic.of_kind(Kind.POINT))
    if not spoken:
        return None
    chosen = {topic.path for topic in spoken}
    in_sessions = (
        (session, tuple(topic for topic in session.topics if topic.path in chosen))
        for session in scribe.dossier.sessions
    )
    said = (passage.marking for topic in spoken for passage in topic.of_kind(Kind.POINT))
    own = given_or_own(order.marking, scribe.dossier.marking)
    return SpeakingList(
        title=PRINTED.speaking_list.say(scribe.language),
        total=PRINTED.in_all.say(scribe.language, time=speaker.time(*spoken)),
        rate=speaker.rate(),
        sessions=tuple(speaker.session(session, its_topics) for session, its_topics in in_sessions if its_topics),
        marking=marking_line((*own, *(topic.marking for topic in spoken), *said)),
    )


class _Speaker:
    """Knows how fast one speaks."""

    def __init__(self, scribe: Scribe, order: Order) -> None:
        self._scribe = scribe
        self._words_a_minute = max(1, order.words_a_minute)
        self._factor = max(1.0, order.interpretation)

    def rate(self) -> str:
        language = self._scribe.language
        rate = PRINTED.rate.say(language, words=self._words_a_minute)
        if self._factor == 1.0:
            return rate
        factor = f"{self._factor:.2f}".rstrip("0").rstrip(".")
        return f"{rate}, {PRINTED.interpreted.say(language, factor=_localised(factor, language))}"

    def session(self, session: Session, topics: tuple[Topic, ...]) -> SpokenSession:
        return SpokenSession(
            number=session.number,
            title=session.title,
            time=self.time(*topics),
            topics=tuple(self._topic(topic) for topic in topics),
        )

    def _topic(self, topic: Topic) -> SpokenTopic:
        points = tuple(
            SpokenPoint(self._entry(point, topic), time_in_words(self._seconds(point, topic)))
            for point in topic.of_kind(Kind.POINT)
        )
        return SpokenTopic(number=topic.number, title=topic.title, time=self.time(topic), points=points)

    def _entry(self, point: Passage, topic: Topic) -> Entry:
        """Return a point without its source: nobody reads that out."""
        return structs.replace(self._scribe.entry(point, topic), source="")

    def time(self, *topics: Topic) -> str:
        """Return how long the points of topics take, in words."""
        return time_in_words(sum(self._seconds(one, topic) for topic in topics for one in topic.of_kind(Kind.POINT)))

    def _seconds(self, point: Passage, topic: Topic) -> int:
        words = len(words_in(point.text, self._scribe.dossier, topic.path).split())
        return math.ceil(words * 60 / self._words_a_minute * self._factor)


def time_in_words(seconds: int) -> str:
    """Return `45 s`, `2 min` or `1 min 05 s`: the same in both languages."""
    minutes, rest = divmod(seconds, 60)
    if not minutes:
        return f"{rest} s"
    return f"{minutes} min {rest:02} s" if rest else f"{minutes} min"


def _localised(number: str, language: Language) -> str:
    return number.replace(".", ",") if language == "nl" else number
