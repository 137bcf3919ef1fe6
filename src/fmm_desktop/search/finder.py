"""Which sessions and topics of an open dossier a query finds."""

from msgspec import Struct

from fmm_desktop.dossier.links import words_of_topic
from fmm_desktop.dossier.model import Dossier
from fmm_desktop.search.folding import fold
from fmm_desktop.search.query import Query


class Hits(Struct, frozen=True):
    """What a query found: paths of topics. A session whose title holds every word brings all its topics."""

    topics: frozenset[str]

    def __len__(self) -> int:
        """How many topics were found."""
        return len(self.topics)


class Finder:
    """Finds topics by their titles, tags and passages. Folds the dossier at the first question, not before."""

    def __init__(self, dossier: Dossier) -> None:
        self._dossier = dossier
        self._folded: tuple[tuple[str, str, str], ...] = ()

    def find(self, query: Query) -> Hits | None:
        """Return what `query` finds, or None when it asks for nothing."""
        if not query:
            return None
        if not self._folded:
            self._folded = tuple(self._fold())
        return Hits(
            frozenset(path for path, text, session in self._folded if query.matches(text) or query.matches(session))
        )

    def _fold(self) -> list[tuple[str, str, str]]:
        """Return (path, folded words, folded title of the session) of each topic."""
        return [
            (topic.path, fold(words_of_topic(topic, self._dossier)), session_title)
            for session in self._dossier.sessions
            for session_title in (fold(session.title),)
            for topic in session.topics
        ]
