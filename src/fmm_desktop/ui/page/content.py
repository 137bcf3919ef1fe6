"""What stands on a page, in order: a topic, a session, or the overview of a dossier. Pure text, without Qt."""

from collections.abc import Callable, Iterator, Mapping

from fmm_desktop.dossier.links import explanation, words_of
from fmm_desktop.dossier.model import Dossier, Kind, Passage, Session, Topic
from fmm_desktop.dossier.text import Link, parse
from fmm_desktop.dossier.vocabulary import (
    WORDS,
    certainty_name,
    date_in_words,
    headings_language,
    kind_name,
    period_in_words,
    stance_name,
    when_and_where,
)
from fmm_desktop.ui.colours import Style
from fmm_desktop.ui.page.html import Pieces, Row

Badges = dict[str, tuple[str, str]]
"""Short words on tinted grounds: words → (colour, ground)."""

CountWords = Callable[[int], str]
"""Says a number of notes in words (`2 notes`)."""


class PageContent:
    """Makes the pages of one dossier."""

    def __init__(self, dossier: Dossier, style: Style, *, show_sources: bool = False) -> None:
        self._dossier = dossier
        self._colours = style.colours
        self._style = style
        self._show_sources = show_sources
        self._language = headings_language(dossier.language)

    # -- the three pages -------------------------------------------------------------------------------------------

    def topic(self, topic: Topic, note_counts: Mapping[str, int], count_words: CountWords, news: str = "") -> str:
        """Return the page of a topic. `note_counts` maps passage ids to numbers of notes; `news` leads to its news."""
        pieces = self._pieces(topic.path)
        return pieces.page(self._topic(pieces, topic, note_counts, count_words, news))

    def session(self, session: Session) -> str:
        """Return the page of a session: what it is, who takes part, its topics as links."""
        pieces = self._pieces(f"{session.id}/")
        return pieces.page(self._session(pieces, session))

    def overview(self) -> str:
        """Return the overview: the meeting, the sessions with their topics, the timeline, the actors and terms."""
        pieces = self._pieces("")
        return pieces.page(self._overview(pieces))

    def _pieces(self, near: str) -> Pieces:
        """Return what makes the pieces of a page, or of a part of it, that is about the topic with path `near`."""
        return Pieces(
            self._style,
            lambda link: (words_of(link, self._dossier, near), explanation(link, self._dossier)),
            lambda link: self._address(link, near),
        )

    def _address(self, link: Link, near: str) -> str:
        topic = self._dossier.topic(link.id, near) if link.target == "topic" else None
        return f"{link.target}:{topic.path if topic else link.id}"

    def _topic(
        self, pieces: Pieces, topic: Topic, note_counts: Mapping[str, int], count_words: CountWords, news: str
    ) -> Iterator[str]:
        session = self._dossier.session_of(topic)
        yield pieces.links("", {f"session:{session.id}": f"{session.number} {session.title}"})
        yield pieces.heading(f"{topic.number}\u2002{topic.title}", 1)
        yield pieces.badges(self._badges(topic))
        if news:
            yield pieces.links("●", {f"news:{topic.path}": news})
        for kind in Kind:
            passages = topic.of_kind(kind)
            if passages:
                yield pieces.heading(kind_name(kind, self._language), 2)
                yield self._passages(pieces, kind, passages, note_counts, count_words)
        related = {
            f"topic:{other.path}": f"{other.number} {other.title}"
            for reference in topic.related
            if (other := self._dossier.topic(reference, topic.path))
        }
        if related:
            yield pieces.links(WORDS.related.say(self._language), related)

    def _session(self, pieces: Pieces, session: Session) -> Iterator[str]:
        muted = self._colours.muted
        yield pieces.line(self._dossier.title, size=0.95, colour=muted, above=0.5)
        yield pieces.heading(f"{session.number}\u2002{session.title}", 1)
        for facts in (
            " · ".join(part for part in (session.form, session.time) if part),
            ", ".join(self._actor_name(actor) for actor in session.participants),
        ):
            if facts:
                yield pieces.line(facts, size=0.95, colour=muted)
        yield pieces.text(parse(session.introduction))
        yield pieces.heading(WORDS.topics.say(self._language), 2)
        yield pieces.contents(self._entry(topic) for topic in session.topics)

    def _overview(self, pieces: Pieces) -> Iterator[str]:
        dossier, muted = self._dossier, self._colours.muted
        yield pieces.heading(dossier.title, 1)
        yield pieces.line(when_and_where(dossier.meeting, self._language), size=1.05, colour=muted)
        yield pieces.line(self._edition(), size=0.95, colour=muted)
        yield pieces.badges(self._markings(dossier.marking))
        for session in dossier.sessions:
            title = f"{session.number}\u2002{session.title}"
            yield pieces.links("", {f"session:{session.id}": title}, above=1.2, bold=True)
            yield pieces.contents(self._entry(topic) for topic in session.topics)
        if dossier.timeline:
            yield pieces.heading(WORDS.timeline.say(self._language), 2)
        for event in dossier.timeline:
            place = f", {event.place}" if event.place else ""
            when = period_in_words(event.start, event.end, self._language)
            yield pieces.line(f"{when}\u2002–\u2002{event.title}{place}", size=0.95, above=0.15)
        yield from self._explained(
            pieces, WORDS.actors.say(self._language), [Link("actor", a.id) for a in dossier.actors]
        )
        yield from self._explained(pieces, WORDS.terms.say(self._language), [Link("term", t.id) for t in dossier.terms])

    # -- parts -----------------------------------------------------------------------------------------------------

    def _explained(self, pieces: Pieces, heading: str, links: list[Link]) -> Iterator[str]:
        if links:
            yield pieces.heading(heading, 2)
        for link in links:
            first, *more = explanation(link, self._dossier).splitlines()
            yield pieces.line(first, size=0.95, above=0.6, bold=True)
            for line in more:
                yield pieces.line(line, size=0.92, colour=self._colours.muted)

    def _badges(self, topic: Topic) -> Badges:
        return self._certainty(topic) | self._markings(self._dossier.marking, topic.marking)

    def _certainty(self, topic: Topic) -> Badges:
        colours = self._colours
        match topic.certainty:
            case "possible":
                return {certainty_name("possible", self._language): (colours.possible, colours.possible_ground)}
            case "defensive":
                return {certainty_name("defensive", self._language): (colours.muted, colours.window)}
            case _:
                return {}

    def _markings(self, *markings: str) -> Badges:
        return {marking: (self._colours.alarm, self._colours.alarm_ground) for marking in markings if marking}

    def _passages(
        self,
        pieces: Pieces,
        kind: Kind,
        passages: tuple[Passage, ...],
        note_counts: Mapping[str, int],
        count_words: CountWords,
    ) -> str:
        counts = (note_counts.get(passage.id, 0) for passage in passages)
        flags = (count_words(count) if count else "" for count in counts)
        rows = tuple(self._passage_row(passage, flag) for passage, flag in zip(passages, flags, strict=True))
        match kind:
            case Kind.POSITION:
                return pieces.rows(rows, ground=self._colours.position_ground, rule=self._colours.accent, size=1.08)
            case Kind.POINT:
                return pieces.rows(rows, ground=self._colours.page, rule=self._colours.line, size=1.08)
            case _:
                return pieces.rows(rows)

    def _passage_row(self, passage: Passage, flag: str) -> Row:
        return Row(
            number=passage.number,
            blocks=parse(passage.text),
            tag=passage.marking,
            actor=Link("actor", passage.actor) if self._dossier.actor(passage.actor) else None,
            lead=self._lead(passage),
            aside=self._source(passage) if self._show_sources else "",
            flag=flag,
        )

    def _lead(self, passage: Passage) -> str:
        if passage.kind is Kind.OTHER:
            stance = "" if passage.stance == "unknown" else f" ({stance_name(passage.stance, self._language)})"
            known = self._dossier.actor(passage.actor)  # whose name is a link before this
            return f"{'' if known else passage.actor}{stance}:"
        return f"{passage.value}:" if passage.value else ""

    def _source(self, passage: Passage) -> str:
        if passage.source is None:
            return ""
        if len(self._dossier.sources) == 1 and passage.source.at:
            return f"[{passage.source.at}]"  # there is no other document that it could be in
        source = self._dossier.source(passage.source.id)
        title = source.title if source else passage.source.id
        return f"[{', '.join(part for part in (title, passage.source.at) if part)}]"

    def _entry(self, topic: Topic) -> tuple[str, str, str, str]:
        certainty = "" if topic.certainty == "planned" else certainty_name(topic.certainty, self._language)
        return topic.number, f"topic:{topic.path}", topic.title, certainty

    def _actor_name(self, actor_id: str) -> str:
        actor = self._dossier.actor(actor_id)
        return actor.name if actor else actor_id

    def _edition(self) -> str:
        edition = f"{WORDS.edition.say(self._language)} {self._dossier.edition}"
        if self._dossier.issued is None:
            return edition
        issued = date_in_words(self._dossier.issued, self._language)
        return f"{edition}, {WORDS.issued.say(self._language)} {issued}"
