"""What stands on a page, in order: a topic, a session, or the overview of a dossier."""

from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QTextDocument

from fmm_desktop.dossier.links import explanation, words_of
from fmm_desktop.dossier.model import Dossier, Kind, Passage, Session, Topic
from fmm_desktop.dossier.text import Link, Paragraph, parse
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
from fmm_desktop.errors import Language
from fmm_desktop.ui.page.style import Style
from fmm_desktop.ui.page.writer import PageWriter, Row

Ranges = dict[str, tuple[int, int]]


class PageContent:
    """Writes the pages of one dossier into a document. `note_counts` maps passage ids to numbers of notes."""

    def __init__(self, dossier: Dossier, style: Style, *, show_sources: bool = False) -> None:
        self._dossier = dossier
        self._style = style
        self._show_sources = show_sources
        self._language: Language = headings_language(dossier.language)

    # -- the three pages -------------------------------------------------------------------------------------------

    def topic(self, document: QTextDocument, topic: Topic, note_counts: Mapping[str, int]) -> Ranges:
        """Write the page of a topic; return the range of each passage by its id."""
        writer = self._writer(document, topic.path)
        session = self._dossier.session_of(topic)
        self._way_to(writer, session)
        writer.line(f"{topic.number}\u2002{topic.title}", size=1.75, bold=True, above=0.1, level=1)
        writer.badges(self._badges(topic))
        for kind in Kind:
            self._passages(writer, kind, topic.of_kind(kind), note_counts)
        related = {
            f"topic:{other.path}": f"{other.number} {other.title}"
            for reference in topic.related
            if (other := self._dossier.topic(reference, topic.path))
        }
        if related:
            writer.line("", size=0.5)
            writer.links(WORDS.related.say(self._language), related)
        writer.finish()
        return writer.ranges

    def session(self, document: QTextDocument, session: Session) -> Ranges:
        """Write the page of a session: what it is, who takes part, its topics as links."""
        writer = self._writer(document, session.id)
        muted = self._style.colours.muted
        writer.line(self._dossier.title, size=0.9, colour=muted)
        writer.line(f"{session.number}\u2002{session.title}", size=1.75, bold=True, above=0.1, level=1)
        facts = " · ".join(part for part in (session.form, session.time) if part)
        if facts:
            writer.line(facts, size=0.95, colour=muted)
        if session.participants:
            names = (self._actor_name(actor) for actor in session.participants)
            writer.line(", ".join(names), size=0.95, colour=muted)
        writer.text(parse(session.introduction))
        self._heading(writer, WORDS.topics.say(self._language))
        writer.rows(tuple(self._topic_row(topic) for topic in session.topics))
        writer.finish()
        return writer.ranges

    def overview(self, document: QTextDocument) -> Ranges:
        """Write the overview: the meeting, the timeline, the sessions with their topics, the actors and terms."""
        dossier, muted = self._dossier, self._style.colours.muted
        writer = self._writer(document, "")
        writer.line(dossier.title, size=1.75, bold=True, level=1)
        writer.line(when_and_where(dossier.meeting, self._language), size=1.05, colour=muted)
        writer.line(self._edition(), size=0.95, colour=muted)
        if dossier.marking:
            writer.badges({dossier.marking: (self._style.colours.alarm, self._style.colours.alarm_ground)})
        for session in dossier.sessions:
            writer.line("", size=0.3)
            writer.links("", {f"session:{session.id}": f"{session.number} {session.title}"})
            writer.rows(tuple(self._topic_row(topic) for topic in session.topics))
        self._timeline(writer)
        self._actors(writer)
        self._terms(writer)
        writer.finish()
        return writer.ranges

    # -- parts -----------------------------------------------------------------------------------------------------

    def _writer(self, document: QTextDocument, near: str) -> PageWriter:
        def link_words(link: Link) -> tuple[str, str]:
            return words_of(link, self._dossier, near), explanation(link, self._dossier)

        return PageWriter(document, self._style, link_words)

    def _way_to(self, writer: PageWriter, session: Session) -> None:
        writer.links("", {f"session:{session.id}": f"{session.number} {session.title}"})

    def _heading(self, writer: PageWriter, words: str) -> None:
        writer.line(words, size=0.92, colour=self._style.colours.accent, bold=True, above=1.2, level=2)

    def _badges(self, topic: Topic) -> dict[str, tuple[str, str]]:
        colours = self._style.colours
        badges: dict[str, tuple[str, str]] = {}
        if topic.certainty == "possible":
            badges[certainty_name("possible", self._language)] = (colours.possible, colours.possible_ground)
        if topic.certainty == "defensive":
            badges[certainty_name("defensive", self._language)] = (colours.muted, colours.window)
        if marking := topic.marking or self._dossier.marking:
            badges[marking] = (colours.alarm, colours.alarm_ground)
        return badges

    def _passages(
        self, writer: PageWriter, kind: Kind, passages: tuple[Passage, ...], note_counts: Mapping[str, int]
    ) -> None:
        if not passages:
            return
        self._heading(writer, kind_name(kind, self._language))
        rows = tuple(self._passage_row(passage, note_counts.get(passage.id, 0)) for passage in passages)
        colours = self._style.colours
        match kind:
            case Kind.POSITION:
                writer.rows(rows, ground=colours.position_ground, rule=colours.accent, size=1.08)
            case Kind.POINT:
                writer.rows(rows, rule=colours.line, ground=colours.page, size=1.08)
            case _:
                writer.rows(rows)

    def _passage_row(self, passage: Passage, notes: int) -> Row:
        flag = QCoreApplication.translate("PageContent", "%n note(s)", "", notes) if notes else ""
        return Row(
            key=passage.id,
            number=passage.number,
            blocks=parse(passage.text),
            tag=passage.marking,
            lead=self._lead(passage),
            aside=self._source(passage) if self._show_sources else "",
            flag=flag,
        )

    def _lead(self, passage: Passage) -> str:
        if passage.kind is Kind.OTHER:
            name = self._actor_name(passage.actor)
            stance = "" if passage.stance == "unknown" else f" ({stance_name(passage.stance, self._language)})"
            return f"{name}{stance}:"
        return f"{passage.value}:" if passage.value else ""

    def _source(self, passage: Passage) -> str:
        if passage.source is None:
            return ""
        source = self._dossier.source(passage.source.id)
        title = source.title if source else passage.source.id
        return f"[{', '.join(part for part in (title, passage.source.at) if part)}]"

    def _topic_row(self, topic: Topic) -> Row:
        certainty = "" if topic.certainty == "planned" else certainty_name(topic.certainty, self._language)
        title = Paragraph((Link("topic", topic.path, topic.title),))
        return Row(number=topic.number, blocks=(title,), aside=certainty)

    def _timeline(self, writer: PageWriter) -> None:
        if self._dossier.timeline:
            self._heading(writer, WORDS.timeline.say(self._language))
            for event in self._dossier.timeline:
                place = f", {event.place}" if event.place else ""
                when = period_in_words(event.start, event.end, self._language)
                writer.line(f"{when}\u2002–\u2002{event.title}{place}", size=0.95, above=0.15)

    def _actors(self, writer: PageWriter) -> None:
        if self._dossier.actors:
            self._heading(writer, WORDS.actors.say(self._language))
            for actor in self._dossier.actors:
                writer.line(explanation(Link("actor", actor.id), self._dossier), size=0.95, above=0.15)

    def _terms(self, writer: PageWriter) -> None:
        if self._dossier.terms:
            self._heading(writer, WORDS.terms.say(self._language))
            for term in self._dossier.terms:
                writer.line(explanation(Link("term", term.id), self._dossier), size=0.95, above=0.3)

    def _actor_name(self, actor_id: str) -> str:
        actor = self._dossier.actor(actor_id)
        return actor.name if actor else actor_id

    def _edition(self) -> str:
        edition = f"{WORDS.edition.say(self._language)} {self._dossier.edition}"
        if self._dossier.issued is None:
            return edition
        issued = date_in_words(self._dossier.issued, self._language)
        return f"{edition}, {WORDS.issued.say(self._language)} {issued}"
