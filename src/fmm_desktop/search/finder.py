"""Which topics of an open dossier a query finds."""

from collections.abc import Callable, Iterator

from msgspec import Struct

from fmm_desktop.dossier.links import words_of_topic
from fmm_desktop.dossier.model import Dossier
from fmm_desktop.search.folding import fold
from fmm_desktop.search.query import Query


class Hits(Struct, frozen=True):
    """What a query found: paths of topics. A session whose title holds every word brings all its topics.

    Sessions are found by their topics alone, so that one without topics is never found.
    """

    topics: frozenset[str]

    def __len__(self) -> int:
        """How many topics were found."""
        return len(self.topics)


class Finder:
    """Finds topics by their titles, tags and passages. Folds the dossier at the first question, or when told to."""

    def __init__(self, dossier: Dossier) -> None:
        self._dossier = dossier
        self._folded: tuple[tuple[str, str, str], ...] | None = None

    @property
    def ready(self) -> bool:
        """Whether the dossier is folded: until then the first question takes as long as folding does."""
        return self._folded is not None

    def prepare(self, watch: Callable[[float], None]) -> None:
        """Fold the dossier now; `watch` is told how far it is, 0 to 1, and may raise to stop it."""
        self._folded = tuple(self._fold(watch))

    def find(self, query: Query) -> Hits | None:
        """Return what `query` finds, or None when it asks for nothing."""
        if not query:
            return None
        if self._folded is None:
            self.prepare(lambda _fraction: None)
        return Hits(
            frozenset(
                path for path, text, session in self._folded or () if query.matches(text) or query.matches(session)
            )
        )

    def _fold(self, watch: Callable[[float], None]) -> Iterator[tuple[str, str, str]]:
        """Yield (path, folded words, folded title of the session) of each topic."""
        sessions = self._dossier.sessions
        for place, session in enumerate(sessions):
            title = fold(session.title)
            for topic in session.topics:
                watch(place / len(sessions))
                yield topic.path, fold(words_of_topic(topic, self._dossier)), title
