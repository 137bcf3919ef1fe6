"""The library: a folder of dossiers, and finding words in all of them.

    library = Library.open(cache)
    update = library.update([folder], watch)
    for found in library.search(parse("schaduwvloot"), [folder]): ...

The index in the cache folder is never a source of truth. It follows the files by what they hold, is made anew when it
is damaged or another version made it, and is held in memory when the folder cannot be written. Processes may share
it. A library is used in the thread that opened it; another thread opens its own.
"""

import json
import sqlite3
from collections.abc import Callable, Iterator, Sequence
from itertools import groupby, islice
from operator import itemgetter
from pathlib import Path
from types import TracebackType
from typing import Self, TypeVar

import msgspec

from fmm_desktop.notes.connection import transaction
from fmm_desktop.search.library_asking import Asked
from fmm_desktop.search.library_files import Broken, absolute, list_files
from fmm_desktop.search.library_hits import Found, hit
from fmm_desktop.search.library_listing import DossierRow, Files, Update, files_of, is_in, row_of
from fmm_desktop.search.library_reading import Known, known_files, read_all
from fmm_desktop.search.library_sets import packed, part
from fmm_desktop.search.library_tables import UnusableError, is_damage, open_in_memory, open_index, throw_away
from fmm_desktop.search.library_text import KeptTopic
from fmm_desktop.search.library_writing import Held, forget
from fmm_desktop.search.query import Query
from fmm_desktop.search.topic_sets import Watch, ordinals_of

__all__ = ["Broken", "DossierRow", "Found", "Library", "UnusableError", "Update"]

Answer = TypeVar("Answer")

_AT_A_TIME = 200  # topics whose pages are looked through together
_SHOWN_AT_A_TIME = 50  # topics that are read together
_TOPICS = "SELECT kept FROM json_each(?) CROSS JOIN topic ON ordinal = value"
_KEPT = msgspec.msgpack.Decoder(KeptTopic)
_MOST_GONE = 20_000  # topics of files that changed or went, after which the index is made anew when they are most of it
_BROKEN_INDEX = (sqlite3.Error, msgspec.DecodeError)
_TRIES = 2  # to update an index that is damaged and whose disk turns out to be full


def _let_go_on(_fraction: float) -> None:
    """Watch nothing."""


class Library:
    """Dossiers in folders, and the index of their words."""

    def __init__(self, database: sqlite3.Connection, cache: Path | None, *, mends: bool = True) -> None:
        self._database = database
        self._cache = cache
        """None for an index in memory."""
        self._mends = mends
        self._last = Files()

    @classmethod
    def open(cls, cache: Path, *, mends: bool = True) -> Self:
        """Return the library whose index is in a cache folder, or in memory when there can be none in that folder.

        An index that cannot be used any more is filled anew, in memory when its folder is at fault. Who wants to decide
        on that sets `mends` to False: it is emptied then, and UnusableError is raised: by a question in any case, by an
        update when its folder is at fault.
        """
        try:
            return cls(open_index(cache), cache, mends=mends)
        except (sqlite3.OperationalError, OSError):
            return cls.in_memory()

    @classmethod
    def in_memory(cls) -> Self:
        """Return an empty library whose index is gone when it is closed."""
        return cls(open_in_memory(), None)

    @property
    def is_kept(self) -> bool:
        """Whether the index stays when the library is closed."""
        return self._cache is not None

    def close(self) -> None:
        """Let go of the index."""
        self._database.close()

    def __enter__(self) -> Self:
        """Return the library, which is closed at the end of the block."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Let go of the index."""
        self.close()

    def update(self, places: Sequence[Path], watch: Watch = _let_go_on) -> Update:
        """Bring the index up to date with the dossiers in folders, or in single files.

        `watch` is told how far it is, 0 to 1, and may raise to stop it; what is done by then stays. UserError when
        a place is not there.
        """
        for _ in range(_TRIES):
            try:
                return self._update(places, watch)
            except _BROKEN_INDEX as error:
                self._start_anew(error)
                if not self._mends and not self.is_kept:
                    raise UnusableError from error
        return self._update(places, watch)

    def search(self, query: Query, places: Sequence[Path] = (), watch: Watch = _let_go_on) -> Iterator[Found]:
        """Yield the topics that a query finds in places, as they were at the last update; everywhere for no places.

        Newest meeting first; the first hits come at once, whatever follows. `note:` is left aside: notes are no part
        of a library. A query that asks for nothing else finds nothing. `watch` may raise to stop it, here and below.
        """
        given = 0
        try:
            for found in self._search(query, places, watch):
                given += 1
                yield found
        except _BROKEN_INDEX as error:
            self._mend(error, places, watch)
            yield from islice(self._search(query, places, watch), given, None)

    def count(self, query: Query, places: Sequence[Path] = (), watch: Watch = _let_go_on) -> int:
        """Return how many topics `search` yields; a phrase, or words beside `actor:`, cost a look at each."""
        return self._surely(lambda: self._count(query, places, watch), places, watch)

    def dossiers(self, places: Sequence[Path] = (), watch: Watch = _let_go_on) -> tuple[DossierRow, ...]:
        """Return the dossiers in places, newest meeting first, editions of one together; broken files at the end."""
        return self._surely(lambda: tuple(map(row_of, self._files(places, watch).known)), places, watch)

    # -- finding ---------------------------------------------------------------------------------------------------

    def _search(self, query: Query, places: Sequence[Path], watch: Watch) -> Iterator[Found]:
        asked = Asked(query)
        files = self._files(places, watch)
        for file, topics in groupby(self._found(asked, files, self._among(asked, files), watch), key=itemgetter(0)):
            path, held = Path(file.path), file.held or Held()
            yield from (hit(path, held, topic, asked) for _, topic in topics)

    def _count(self, query: Query, places: Sequence[Path], watch: Watch) -> int:
        asked = Asked(query)
        files = self._files(places, watch)
        topics = self._among(asked, files)
        if asked.is_sure:
            return topics.bit_count()
        if asked.reads_topics:
            return sum(1 for _ in self._found(asked, files, topics, watch))
        return sum(len(ordinals) for _, ordinals in self._on_pages(asked, files, topics, watch))

    def _among(self, asked: Asked, files: Files) -> int:
        return 0 if asked.is_empty else asked.among(self._database, files.topics)

    def _found(self, asked: Asked, files: Files, topics: int, watch: Watch) -> Iterator[tuple[Known, KeptTopic]]:
        for file, ordinals in self._on_pages(asked, files, topics, watch):
            for start in range(0, len(ordinals), _SHOWN_AT_A_TIME):
                watch(0.0)
                for topic in self._topics(ordinals[start : start + _SHOWN_AT_A_TIME]):
                    if asked.finds(topic):
                        yield file, topic

    def _on_pages(self, asked: Asked, files: Files, topics: int, watch: Watch) -> Iterator[tuple[Known, Sequence[int]]]:
        held = packed(topics)
        for file in files.having(topics):
            places = ordinals_of(part(held, file.first, file.topics))
            while some := [file.first + place for place in islice(places, _AT_A_TIME)]:
                watch(0.0)  # how many more there are is not known
                yield file, asked.on_pages(self._database, some)

    def _topics(self, ordinals: Sequence[int]) -> Iterator[KeptTopic]:
        """Yield what is kept of topics, in order; without those that another process took out."""
        rows = self._database.execute(_TOPICS, (json.dumps(ordinals),)).fetchall()
        return (_KEPT.decode(kept) for (kept,) in rows)

    def _files(self, places: Sequence[Path], watch: Watch) -> Files:
        """Return the dossiers in places, and the broken ones; worked out anew when the index has changed."""
        state = (*self._database.execute("PRAGMA data_version").fetchone(), self._database.total_changes)
        wanted = absolute(places)
        if (self._last.state, self._last.places) != (state, wanted):
            known = [file for file in self._known(places, watch) if file.held is not None]
            self._last = files_of(state, wanted, known)
        return self._last

    def _known(self, places: Sequence[Path], watch: Watch) -> Iterator[Known]:
        wanted = absolute(places)
        for file in known_files(self._database):
            watch(0.0)
            if not wanted or any(is_in(file.path, place) for place in wanted):
                yield file

    # -- following the files ---------------------------------------------------------------------------------------

    def _update(self, places: Sequence[Path], watch: Watch) -> Update:
        listing = list_files(places, watch)
        if self._is_mostly_gone():
            self._start_anew(None)
        known = {file.path: file for file in self._known(places, watch)} if places else {}
        gone = known.keys() - {seen.path for seen in listing.files}
        if gone:
            with transaction(self._database):
                forget(self._database, gone)
        wanted = [seen for seen in listing.files if seen.path not in known or not known[seen.path].is_as(seen)]
        read = read_all(self._database, wanted, known, set(absolute(places)), watch)
        watch(1.0)
        rows = [row_of(file) for file in self._files(places, _let_go_on).known]  # all is read: nothing to stop
        left_out = (*listing.closed, *(row.error for row in rows if row.error))
        return Update(sum(row.error is None for row in rows), read, left_out)

    # -- an index that cannot be used ------------------------------------------------------------------------------

    def _is_mostly_gone(self) -> bool:
        following = self._database.execute("SELECT next FROM made").fetchone()[0]
        there = self._database.execute("SELECT coalesce(sum(topics), 0) FROM file").fetchone()[0]
        return bool(following - there > max(there, _MOST_GONE))

    def _surely(self, ask: Callable[[], Answer], places: Sequence[Path], watch: Watch) -> Answer:
        """Return what `ask` returns; when the index is damaged, from one that is made anew."""
        try:
            return ask()
        except _BROKEN_INDEX as error:
            self._mend(error, places, watch)
            return ask()

    def _mend(self, error: Exception, places: Sequence[Path], watch: Watch) -> None:
        """Make an index anew that cannot be asked; to fill it is left to who wants to decide on that."""
        self._start_anew(error)
        if not self._mends:
            raise UnusableError from error
        self._update(places, watch)

    def _start_anew(self, error: Exception | None) -> None:
        """Throw the index away for an empty one, in memory when the disk is at fault; what else happened is raised."""
        if isinstance(error, sqlite3.ProgrammingError) or (error and self._cache is None):
            raise error
        self._last = Files()
        self._database.close()
        cache, self._cache = self._cache, None
        of_the_disk = isinstance(error, sqlite3.Error) and not is_damage(error)
        try:
            if cache and not of_the_disk:
                throw_away(cache)
                self._database, self._cache = open_index(cache), cache
                return
        except (sqlite3.OperationalError, OSError):
            pass  # then in memory
        self._database = open_in_memory()
