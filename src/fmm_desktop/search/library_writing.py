"""Putting files into the library's index: gathered in memory, written many topics at a time."""

import datetime
import sqlite3
import time
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

import msgspec

from fmm_desktop.dossier.model import Dossier
from fmm_desktop.notes.connection import transaction
from fmm_desktop.search.library_files import Seen
from fmm_desktop.search.library_sets import BLOCK, blocks, joined, key
from fmm_desktop.search.library_text import Entry

_ENOUGH = BLOCK // 2  # topics that are written together
_SHORTEST = 3  # letters that `letters` can find
_TICK = 2_000_000_000  # ns: a file that changed so lately may change again without telling

Posting = tuple[int, bytes]


class Held(msgspec.Struct, frozen=True, array_like=True):
    """What a file holds: a dossier, or why it could not be read as one (`nl`, `en`)."""

    id: str = ""
    title: str = ""
    edition: int = 0
    language: str = ""
    start: datetime.date | None = None
    end: datetime.date | None = None
    place: str = ""
    nl: str = ""
    en: str = ""


def held(dossier: Dossier) -> Held:
    """Return what is known of a file with this dossier."""
    meeting = dossier.meeting
    return Held(dossier.id, dossier.title, dossier.edition, dossier.language, meeting.start, meeting.end, meeting.place)


class _File(NamedTuple):
    seen: Seen
    checksum: bytes
    held: Held | None
    first: int
    topics: int


class Batch:
    """Files that were read and are not written yet."""

    def __init__(self) -> None:
        self._files: list[_File] = []
        self._topics: list[bytes] = []
        self._pages: list[str] = []
        self._terms: defaultdict[int, defaultdict[str, list[int]]] = defaultdict(lambda: defaultdict(list))

    @property
    def is_full(self) -> bool:
        """Whether it is time to write."""
        return len(self._topics) >= _ENOUGH

    def add(self, seen: Seen, checksum: bytes, held: Held | None, entries: Iterable[Entry] = ()) -> None:
        """Put in a file: a dossier with its topics, one that is broken, or (None) another kind of file.

        Without a checksum the file will be read anew the next time.
        """
        first = len(self._topics)
        for number, entry in enumerate(entries, first):
            self._topics.append(msgspec.msgpack.encode(entry.topic))
            self._pages.append(entry.page)
            for field, texts in entry.terms.items():
                stands = self._terms[field]
                for text in texts:
                    stands[text].append(number)
        self._files.append(_File(seen, checksum, held, first, len(self._topics) - first))

    def write(self, database: sqlite3.Connection) -> None:
        """Put everything into the index, in place of what it knew of these files; all of it or nothing."""
        if not self._files:
            return
        with transaction(database):
            start = database.execute("SELECT next FROM made").fetchone()[0]
            database.execute("UPDATE made SET next = ?", (start + len(self._topics),))
            forget(database, [file.seen.path for file in self._files])
            database.executemany("INSERT INTO file VALUES (?, ?, ?, ?, ?, ?, ?, ?)", self._file_rows(start))
            database.executemany("INSERT INTO topic VALUES (?, ?)", enumerate(self._topics, start))
            database.executemany("INSERT INTO page VALUES (?, ?)", enumerate(self._pages, start))
            postings = sorted(self._postings(_words(database, self._terms.values()), start))
            database.executemany("INSERT OR REPLACE INTO posting VALUES (?, ?)", _merged(database, postings, start))

    def _file_rows(self, start: int) -> Iterator[tuple[object, ...]]:
        now = time.time_ns()
        for seen, checksum, content, first, topics in self._files:
            sure = bool(checksum) and now - seen.changed > _TICK
            packed = None if content is None else msgspec.msgpack.encode(content)
            yield *seen, sure, checksum, start + first, topics, packed

    def _postings(self, words: dict[str, int], start: int) -> Iterator[Posting]:
        for field, stands in self._terms.items():
            for text, numbers in stands.items():
                word = words[text]
                for block, topics in blocks(numbers, start):
                    yield key(field, word, block), topics


def forget(database: sqlite3.Connection, paths: Iterable[str]) -> None:
    """Take files and their topics out. Their postings stay: they lead to topics that are in no file."""
    for path in paths:
        for first, topics in database.execute("SELECT first, topics FROM file WHERE path = ?", (path,)):
            database.execute("DELETE FROM topic WHERE ordinal BETWEEN ? AND ?", (first, first + topics - 1))
            database.execute("DELETE FROM page WHERE ordinal BETWEEN ? AND ?", (first, first + topics - 1))
        database.execute("DELETE FROM file WHERE path = ?", (path,))


def touch(database: sqlite3.Connection, seen: Seen) -> None:
    """Note that a file still holds what it held, although it was written again."""
    sure = time.time_ns() - seen.changed > _TICK
    database.execute(
        "UPDATE file SET size = ?, changed = ?, sure = ? WHERE path = ?", (seen.size, seen.changed, sure, seen.path)
    )


def _words(database: sqlite3.Connection, terms: Iterable[Mapping[str, list[int]]]) -> dict[str, int]:
    """Return the ids of all texts of a batch; new ones are put in."""
    words: dict[str, int] = {}
    new: list[tuple[int, str]] = []
    following = database.execute("SELECT coalesce(max(id), 0) + 1 FROM word").fetchone()[0]
    for text in sorted(set().union(*terms)):
        known = database.execute("SELECT id FROM word WHERE text = ?", (text,)).fetchone()
        if known is None:
            new.append((following + len(new), text))
        words[text] = known[0] if known else new[-1][0]
    database.executemany("INSERT INTO word VALUES (?, ?)", new)
    long = (row for row in new if len(row[1]) >= _SHORTEST)
    database.executemany("INSERT INTO letters (rowid, text) VALUES (?, ?)", long)
    return words


def _merged(database: sqlite3.Connection, postings: Iterable[Posting], start: int) -> Iterator[Posting]:
    """Yield postings, with what the block that is not full yet held of them before."""
    shared = start // BLOCK if start % BLOCK else -1
    for place, topics in postings:
        before = None
        if place & 0xFFFF == shared:
            before = database.execute("SELECT topics FROM posting WHERE key = ?", (place,)).fetchone()
        yield place, joined(before[0], topics) if before else topics
