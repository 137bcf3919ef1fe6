"""Where the window's library keeps its index: in the cache folder, else in a folder that goes with the window.

Each thread opens a library of its own, so that an index in memory would be empty for each.
"""

import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from itertools import islice
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

from fmm_desktop.search.query import Query
from fmm_desktop.search.topic_sets import Watch

TYPE_CHECKING = False
if TYPE_CHECKING:
    from fmm_desktop.search.library import DossierRow, Found, Library
    from fmm_desktop.search.library import Report as Updated


class Hits(NamedTuple):
    """Some of what a query finds, from place `start` on, and whether there is more after them."""

    start: int
    hits: "tuple[Found, ...]"
    has_more: bool


class Index:
    """Asks the index about the dossiers in folders; may be called from any thread. `watch` may raise to stop."""

    def __init__(self, cache: Path) -> None:
        self._cache = cache
        self._spare: TemporaryDirectory[str] | None = None
        self._lock = threading.Lock()

    def close(self) -> None:
        """Let go of what is kept for this window alone."""
        with self._lock:
            if self._spare is not None:
                self._spare.cleanup()
            self._spare = None

    def update(self, places: Sequence[Path], watch: Watch) -> "Updated":
        """Bring the index up to date with the files. UserError when a place is not there."""
        with self._opened() as library:
            return library.update(places, watch)

    def dossiers(self, places: Sequence[Path], watch: Watch) -> "tuple[DossierRow, ...]":
        """Return the dossiers as they were at the last update."""
        with self._filled(places, watch) as library:
            return library.dossiers(places)

    def search(self, query: Query, places: Sequence[Path], span: tuple[int, int], watch: Watch) -> Hits:
        """Return so many of the topics that a query finds: `span` is from which one on, and how many."""
        start, wanted = span
        found: list[Found] = []
        with self._filled(places, watch) as library:
            for hit in islice(library.search(query, places), start, start + wanted + 1):
                watch(0.0)
                found.append(hit)
        return Hits(start, tuple(found[:wanted]), has_more=len(found) > wanted)

    def count(self, query: Query, places: Sequence[Path], watch: Watch) -> int:
        """Return how many topics a query finds."""
        with self._filled(places, watch) as library:
            return library.count(query, places)

    @contextmanager
    def _filled(self, places: Sequence[Path], watch: Watch) -> "Iterator[Library]":
        with self._opened() as library:
            if not library.is_kept:  # nothing can be kept anywhere: all is read for each question, as slow as it is
                library.update(places, watch)
            yield library

    def _opened(self) -> "Library":
        from fmm_desktop.search.library import Library  # noqa: PLC0415 - beside the window, see `lines`

        spare = self._spare  # another thread may make one meanwhile
        library = Library.open(self._cache if spare is None else Path(spare.name))
        if library.is_kept or spare is not None:
            return library
        try:
            folder = self._make_spare()
        except OSError:
            return library
        library.close()
        return Library.open(folder)

    def _make_spare(self) -> Path:
        """Make a folder for the reader alone, which goes when the window is closed."""
        with self._lock:
            if self._spare is None:
                self._spare = TemporaryDirectory(prefix="fmm-desktop-", ignore_cleanup_errors=True)
            return Path(self._spare.name)
