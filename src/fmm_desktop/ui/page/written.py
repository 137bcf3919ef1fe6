"""Which page is written where: the HTML of a topic, a session, the dossier, what is new, or all under a heading."""

from collections.abc import Callable
from typing import NamedTuple

from fmm_desktop.dossier.model import Dossier, Topic
from fmm_desktop.ui.colours import Style
from fmm_desktop.ui.location import Location
from fmm_desktop.ui.page.content import PageContent

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping

    from fmm_desktop.search.turning import Heading

HeadingOf = Callable[[Location], "Heading | None"]
NewsPage = Callable[[Location, Style], str]


class Words(NamedTuple):
    """What a page says in the language of the interface: of how many notes, and of a topic that is not as it was."""

    notes: Callable[[int], str]
    changed: str


class Written(NamedTuple):
    """A page: its HTML, and the ids and numbers of its passages in order."""

    html: str
    passages: tuple[tuple[str, str], ...] = ()


class PageWriter:
    """Writes the pages of a dossier; `heading` tells what the page of an actor, a tag, a kind or a term is about."""

    def __init__(self, heading: HeadingOf) -> None:
        self._heading = heading
        self._news_page: NewsPage | None = None
        self.is_news: Callable[[str], bool] = lambda _topic_path: False
        self.show_sources = False

    def set_news(self, page: NewsPage, is_news: Callable[[str], bool]) -> None:
        """Let `page` make the pages of what is new; `is_news` tells whether there is one of a topic, by its path."""
        self._news_page, self.is_news = page, is_news

    def depends_on_news(self, location: Location) -> bool:
        """Tell whether a page says something of what is new."""
        return location.page == "news" or (location.page == "topic" and self.is_news(location.id))

    def write(
        self, dossier: Dossier, location: Location, style: Style, counts: "Mapping[str, int]", words: Words
    ) -> Written:
        """Return a page; `counts` are the notes on its passages. What the dossier has not is its first page."""
        content = PageContent(dossier, style, show_sources=self.show_sources)
        if topic := dossier.topic(location.id) if location.page == "topic" else None:
            return self._topic(content, topic, counts, words)
        if session := dossier.session(location.id) if location.page == "session" else None:
            return Written(content.session(session))
        if location.page == "news" and self._news_page is not None:
            return Written(self._news_page(location, style))
        if field := location.turned_by:
            from fmm_desktop.ui.page.heading import HeadingContent  # noqa: PLC0415 - needed by a turned dossier only

            turned = HeadingContent(dossier, style, show_sources=self.show_sources)
            return Written(turned.heading(field, location.id, self._heading(location)))
        return Written(content.overview())

    def _topic(self, content: PageContent, topic: Topic, counts: "Mapping[str, int]", words: Words) -> Written:
        news = words.changed if self.is_news(topic.path) else ""
        passages = tuple((passage.id, passage.number) for passage in topic.passages)
        return Written(content.topic(topic, counts, words.notes, news), passages)
