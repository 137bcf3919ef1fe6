"""The dossiers of a library as they are listed, their order, and what an update says of them."""

import datetime
import os
from bisect import bisect
from collections.abc import Sequence
from functools import reduce
from operator import or_
from pathlib import Path
from typing import NamedTuple

from msgspec import Struct

from fmm_desktop.search.library_files import Broken
from fmm_desktop.search.library_reading import Known
from fmm_desktop.search.library_sets import span
from fmm_desktop.search.library_writing import Held
from fmm_desktop.search.topic_sets import ordinals_of


class DossierRow(Struct, frozen=True):
    """A dossier of the library; `error` is set when its file is broken, and all else empty."""

    file: Path
    id: str = ""
    title: str = ""
    edition: int = 0
    language: str = ""
    start: datetime.date | None = None
    end: datetime.date | None = None
    place: str = ""
    topics: int = 0
    error: Broken | None = None


class Update(Struct, frozen=True):
    """What an update met: how many dossiers there are, how many files were read, and which are left out."""

    dossiers: int
    read: int
    broken: tuple[Broken, ...] = ()


class Files(NamedTuple):
    """The dossiers in some places, in the order of `Library.dossiers`, and their topics, in a state of the index."""

    state: tuple[int, ...] = ()
    places: tuple[str, ...] = ()
    known: Sequence[Known] = ()
    topics: int = 0
    starts: Sequence[tuple[int, int]] = ()
    """The first ordinal of each file that has topics, ascending, and its place in `known`."""

    def having(self, topics: int) -> Sequence[Known]:
        """Return the files that have any of some topics, in order; for many topics all files, which takes less."""
        if topics.bit_count() > len(self.known):
            return self.known
        last = len(self.known)
        places = {self.starts[bisect(self.starts, (ordinal, last)) - 1][1] for ordinal in ordinals_of(topics)}
        return [self.known[place] for place in sorted(places)]


def files_of(state: tuple[int, ...], places: tuple[str, ...], known: Sequence[Known]) -> Files:
    """Return files for `Library` to look through."""
    files = in_order(known)
    topics = reduce(or_, (span(file.first, file.topics) for file in files), 0)
    starts = sorted((file.first, place) for place, file in enumerate(files) if file.topics)
    return Files(state, places, files, topics, starts)


def is_in(path: str, place: str) -> bool:
    """Return whether a file is a place, or somewhere below it."""
    return path == place or path.startswith(place.rstrip(os.sep) + os.sep)


def in_order(files: Sequence[Known]) -> list[Known]:
    """Return files with the newest meeting first, editions together, each language by itself, broken ones last."""
    newest: dict[str, datetime.date] = {}
    for file in files:
        if file.held and file.held.start:
            newest[file.held.id] = max(file.held.start, newest.get(file.held.id, file.held.start))

    def order(file: Known) -> tuple[object, ...]:
        content = file.held or Held()
        day = newest.get(content.id, datetime.date.min)
        return not content.id, -day.toordinal(), content.id, content.language, -content.edition, file.path

    return sorted(files, key=order)


def row_of(file: Known) -> DossierRow:
    """Return how a file is listed."""
    path, content = Path(file.path), file.held or Held()
    if content.en:
        return DossierRow(path, error=Broken(path, content.nl, content.en))
    about = (content.id, content.title, content.edition, content.language, content.start, content.end, content.place)
    return DossierRow(path, *about, topics=file.topics)
