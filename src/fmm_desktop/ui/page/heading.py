"""The page of an actor, a tag, a kind or a term: all that the dossier has on it, in every session."""

from collections.abc import Iterator
from itertools import chain, groupby, islice

from fmm_desktop.dossier.links import explanation
from fmm_desktop.dossier.model import Passage, Session, Topic
from fmm_desktop.dossier.text import Link
from fmm_desktop.dossier.vocabulary import kind_name
from fmm_desktop.errors import Sentence
from fmm_desktop.search.field_names import TurnedBy, field_name
from fmm_desktop.search.naming import Naming
from fmm_desktop.search.topic_sets import ordinals_of
from fmm_desktop.search.turning import Heading, passages_under, title_of
from fmm_desktop.ui.page.content import PageContent
from fmm_desktop.ui.page.html import Pieces

_MOST = 40  # topics: more would take longer than a page may
_NOT_READY = Sentence("Het dossier wordt gereedgemaakt…", "The dossier is getting ready…")
_NOTHING = Sentence("Geen enkel onderwerp gaat hierover.", "No topic is about this.")
_ONE = Sentence("1 onderwerp", "1 topic")
_MANY = Sentence("%1 onderwerpen", "%1 topics")
_MORE = Sentence(
    "En nog %1. Ze staan alle in de boom; een filter maakt er minder van.",
    "And %1 more. All of them are in the tree; a filter makes them fewer.",
)


class HeadingContent(PageContent):
    """Makes the pages of the headings of a turned dossier."""

    def heading(self, field: TurnedBy, key: str, heading: Heading | None) -> str:
        """Return the page of a heading; None when not more than its field and its key is known yet."""
        title = heading.title if heading else title_of(field, key, self._dossier)
        pieces = self._pieces("")
        head = self._head(pieces, field, key, title)
        if heading and heading.topics:
            return pieces.page(chain(head, self._topics_of(pieces, heading)))
        reason = _NOTHING if heading else _NOT_READY
        return pieces.page((*head, pieces.line(reason.say(self._language), above=1.2)))

    def _head(self, pieces: Pieces, field: TurnedBy, key: str, title: str) -> Iterator[str]:
        muted = self._colours.muted
        above = f"{self._dossier.title} · {field_name(field, self._language).capitalize()}"
        yield pieces.line(above, size=0.95, colour=muted, above=0.5)
        yield pieces.heading(title, 1)
        for line in self._explained_lines(field, key, title):
            yield pieces.line(line, size=0.95, colour=muted)
        yield pieces.badges(self._markings(self._dossier.marking))

    def _topics_of(self, pieces: Pieces, heading: Heading) -> Iterator[str]:
        count = heading.topics.bit_count()
        yield pieces.heading(self._count_words(count), 2)
        yield from self._by_session(heading.field, heading.key, list(islice(self._topics(heading.topics), _MOST)))
        if count > _MOST:
            words = _MORE.say(self._language).replace("%1", self._count_words(count - _MOST))
            yield pieces.line(words, colour=self._colours.muted, above=1.4)

    def _explained_lines(self, field: TurnedBy, key: str, title: str) -> Iterator[str]:
        """Yield what an actor or a term is; the title says its name already."""
        if field == "actor" or field == "term":  # noqa: PLR1714 - mypy narrows no set
            first, _, rest = explanation(Link(field, key), self._dossier).partition("\n")
            yield from filter(None, (first.removeprefix(title).removeprefix(" – "), *rest.splitlines()))

    def _topics(self, topics: int) -> Iterator[tuple[Session, Topic]]:
        start, ordinals = 0, ordinals_of(topics)
        ordinal = next(ordinals, None)
        for session in self._dossier.sessions:
            while ordinal is not None and ordinal < start + len(session.topics):
                yield session, session.topics[ordinal - start]
                ordinal = next(ordinals, None)
            start += len(session.topics)

    def _by_session(self, field: TurnedBy, key: str, topics: list[tuple[Session, Topic]]) -> Iterator[str]:
        before, naming = None, Naming(self._dossier)
        for session, topic in topics:
            pieces = self._pieces(topic.path)
            if session is not before:
                title = f"{session.number}\u2002{session.title}"
                yield pieces.links("", {f"session:{session.id}": title}, above=1.2, bold=True)
            before = session
            yield pieces.links("", {f"topic:{topic.path}": f"{topic.number}\u2002{topic.title}"}, above=0.8)
            yield pieces.badges(self._certainty(topic) | self._markings(topic.marking))
            about = passages_under(field, key, topic, naming) or topic.passages[:1]  # only the title names it
            yield from self._about(pieces, field, about)

    def _about(self, pieces: Pieces, field: TurnedBy, passages: tuple[Passage, ...]) -> Iterator[str]:
        for kind, inside in groupby(passages, lambda passage: passage.kind):
            if field != "kind":  # which the title says
                name = kind_name(kind, self._language)
                yield pieces.line(name, size=0.8, colour=self._colours.muted, above=0.3)
            yield self._passages(pieces, kind, tuple(inside), {}, str)

    def _count_words(self, count: int) -> str:
        return (_ONE if count == 1 else _MANY).say(self._language).replace("%1", str(count))
