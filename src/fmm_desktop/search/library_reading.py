"""Which files of a library changed, and reading those into its index."""

import sqlite3
from collections.abc import Collection, Iterator, Mapping, Sequence
from hashlib import blake2b
from pathlib import Path
from typing import NamedTuple

import msgspec

from fmm_desktop.dossier.datafile import DossierError, read_bytes
from fmm_desktop.dossier.reading import read_with_warnings
from fmm_desktop.search.library_files import Seen, could_be_dossier
from fmm_desktop.search.library_text import entries
from fmm_desktop.search.library_writing import Batch, Held, held, touch
from fmm_desktop.search.topic_sets import Watch

_FILES = "SELECT path, size, changed, sure, sum, first, topics, held FROM file ORDER BY path"
_SHARE_OF_READING = 0.5  # of the time that a file takes


class Known(NamedTuple):
    """A file as the index knows it; `held` is None for other YAML, and `checksum` empty when it must be read anew."""

    path: str
    size: int
    changed: int
    sure: bool
    checksum: bytes
    first: int
    topics: int
    held: Held | None

    def is_as(self, seen: Seen) -> bool:
        """Return whether nothing tells that the file changed."""
        return self.sure and (self.size, self.changed) == (seen.size, seen.changed)


def known_files(database: sqlite3.Connection) -> Iterator[Known]:
    """Yield all files in the index, in the order of their names."""
    for path, size, changed, sure, checksum, first, topics, content in database.execute(_FILES):
        holds = msgspec.msgpack.decode(content, type=Held) if content else None
        yield Known(path, size, changed, bool(sure), checksum, first, topics, holds)


def read_all(
    database: sqlite3.Connection,
    files: Sequence[Seen],
    known: Mapping[str, Known],
    named: Collection[str],
    watch: Watch,
) -> int:
    """Read files that may have changed into the index; return how many had.

    Files in `named` are taken for dossiers whatever they hold. What is read by the time that `watch` stops it stays.
    """
    total = sum(file.size for file in files) or 1
    done = read = 0
    batch = Batch()
    try:
        for file in files:
            content = _content(file)
            if isinstance(content, bytes) and file.path in known and known[file.path].checksum == _checksum(content):
                touch(database, file)
            else:
                is_dossier = isinstance(content, bytes) and (file.path in named or could_be_dossier(content))
                _put(batch, file, content, is_dossier=is_dossier, watch=_part(watch, done / total, file.size / total))
                read += 1
            done += file.size
            watch(done / total)
            if batch.is_full:
                full, batch = batch, Batch()
                full.write(database)
    finally:
        batch.write(database)
    return read


def _part(watch: Watch, done: float, share: float) -> Watch:
    return lambda part: watch(done + part * share)


def _content(file: Seen) -> bytes | DossierError:
    try:
        return read_bytes(Path(file.path))
    except DossierError as error:
        return error


def _put(batch: Batch, file: Seen, content: bytes | DossierError, *, is_dossier: bool, watch: Watch) -> None:
    if isinstance(content, DossierError):
        batch.add(file, b"", _why(content))
    elif not is_dossier:
        batch.add(file, _checksum(content), None)
    else:
        _put_dossier(batch, file, content, watch)


def _put_dossier(batch: Batch, file: Seen, content: bytes, watch: Watch) -> None:
    try:
        dossier = read_with_warnings(Path(file.path), _part(watch, 0, _SHARE_OF_READING), data=content).dossier
    except DossierError as error:
        batch.add(file, _checksum(content), _why(error))
        return
    kept = list(entries(dossier, _part(watch, _SHARE_OF_READING, 1 - _SHARE_OF_READING)))  # whole, or not at all
    batch.add(file, _checksum(content), held(dossier), kept)


def _why(error: DossierError) -> Held:
    return Held(nl=error.text("nl"), en=error.text("en"))


def _checksum(content: bytes) -> bytes:
    return blake2b(content, digest_size=16).digest()
