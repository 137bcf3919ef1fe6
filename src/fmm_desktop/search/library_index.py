"""The index that a window asks, from any thread: in the cache folder, else in a folder that goes with the window.

Each question opens a library of its own. That costs some 15 ms for 1,000 dossiers, beside the window, and an index that
was thrown away meanwhile is never asked. So an index in memory would be empty for each. A folder that cannot hold the
index, when it is opened or while it is written, is left for the next one for as long as the window is there: what is
half written on a full disk opens well, and would answer that there is nothing.
"""

import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from itertools import islice
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

from fmm_desktop.search.library_tables import UnusableError
from fmm_desktop.search.query import Query
from fmm_desktop.search.topic_sets import Watch

TYPE_CHECKING = False
if TYPE_CHECKING:
    from fmm_desktop.search.library import DossierRow, Found, Library, Update


class Page(NamedTuple):
    """Some of what a query finds, from place `start` on, and whether there is more after them."""

    start: int
    hits: "tuple[Found, ...]"
    has_more: bool


class LibraryIndex:
    """Asks the index about the dossiers in folders. `watch` may raise to stop.

    A question raises UnusableError when the index turns out to be damaged, or its folder to be unusable: it must be
    filled by an update then. What cannot be kept anywhere is read for each question, as slow as that is.
    """

    def __init__(self, cache: Path) -> None:
        self._folder: Path | None = cache
        """None when there is none that can hold the index."""
        self._spare: TemporaryDirectory[str] | None = None
        self._lock = threading.Lock()

    def close(self) -> None:
        """Let go of what is kept for this window alone."""
        with self._lock:
            self._folder = None
            if self._spare is not None:
                self._spare.cleanup()

    def update(self, places: Sequence[Path], watch: Watch) -> "Update":
        """Bring the index up to date with the files. UserError when a place is not there."""
        from fmm_desktop.search.library import Library  # noqa: PLC0415 - beside the window: it comes with much

        while (folder := self._folder) is not None:
            with suppress(UnusableError), Library.open(folder, mends=False) as library:
                update = library.update(places, watch) if library.is_kept else None
                if update is not None and library.is_kept:
                    return update
            self._leave(folder)
        with Library.in_memory() as library:
            return library.update(places, watch)

    def dossiers(self, places: Sequence[Path], watch: Watch) -> "tuple[DossierRow, ...]":
        """Return the dossiers as they were at the last update."""
        with self._filled(places, watch) as library:
            return library.dossiers(places, watch)

    def search(self, query: Query, places: Sequence[Path], span: tuple[int, int], watch: Watch) -> Page:
        """Return so many of the topics that a query finds: `span` is from which one on, and how many."""
        start, wanted = span
        with self._filled(places, watch) as library:
            found = tuple(islice(library.search(query, places, watch), start, start + wanted + 1))
        return Page(start, found[:wanted], has_more=len(found) > wanted)

    def count(self, query: Query, places: Sequence[Path], watch: Watch) -> int:
        """Return how many topics a query finds."""
        with self._filled(places, watch) as library:
            return library.count(query, places, watch)

    @contextmanager
    def _filled(self, places: Sequence[Path], watch: Watch) -> "Iterator[Library]":
        from fmm_desktop.search.library import Library  # noqa: PLC0415 - as above

        folder = self._folder  # another thread may leave it meanwhile
        if folder is None:
            with Library.in_memory() as library:
                library.update(places, watch)
                yield library
            return
        with Library.open(folder, mends=False) as library:
            try:
                if not library.is_kept:
                    raise UnusableError
                yield library
            finally:
                if not library.is_kept:
                    self._leave(folder)

    def _leave(self, folder: Path) -> None:
        """Go on to the next folder: a new one for the reader alone, which goes with the window; after it there is none.

        The one that is left may have been left by another thread already.
        """
        with self._lock:
            if folder != self._folder:
                return
            self._folder = None
            if self._spare is None:
                with suppress(OSError):
                    self._spare = TemporaryDirectory(prefix="fmm-desktop-", ignore_cleanup_errors=True)
                    self._folder = Path(self._spare.name)
