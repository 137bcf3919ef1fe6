"""The file of the library's index: its tables, and what becomes of a file that cannot be used.

    file      a data file as it was when it was read: what it holds, or why it could not be read
    topic     what is kept of each topic to be shown (`library_text`); no number comes twice
    page      everything on the page of each topic, folded: phrases are looked for in it
    word      every folded text that stands in some field; `letters` finds them by any three letters (FTS5, trigram)
    posting   for a field and a word, the topics in which it stands there, in blocks (`library_sets`)

Looking through the words and then putting sets of topics together takes a tenth of the time that a trigram index of
the whole text takes, and a hundredth of its room: the same words come again and again.
"""

import sqlite3
import time
import unicodedata
from pathlib import Path

from fmm_desktop import __version__
from fmm_desktop.dossier import private
from fmm_desktop.notes.connection import connect, connect_in_memory, transaction, write_ahead

NAME = "library.sqlite3"

_TURNS, _TURN = 100, 0.02  # times, and seconds between them
_PATIENCE = 30_000  # ms: another process writes for a few seconds at most
# The number is raised with every change of these tables or of what `library_text` puts in them. Folding is Unicode's.
_BY = f"{__version__}/2/{unicodedata.unidata_version}"

_TABLES = (
    "CREATE TABLE made (by TEXT NOT NULL, next INTEGER NOT NULL)",
    """CREATE TABLE file (
        path TEXT PRIMARY KEY, size INTEGER NOT NULL, changed INTEGER NOT NULL, sure INTEGER NOT NULL,
        sum BLOB NOT NULL, first INTEGER NOT NULL, topics INTEGER NOT NULL, held BLOB
    ) WITHOUT ROWID""",
    "CREATE TABLE topic (ordinal INTEGER PRIMARY KEY, kept BLOB NOT NULL)",
    "CREATE TABLE page (ordinal INTEGER PRIMARY KEY, text TEXT NOT NULL)",
    "CREATE TABLE word (id INTEGER PRIMARY KEY, text TEXT NOT NULL UNIQUE)",
    """CREATE VIRTUAL TABLE letters USING fts5 (
        text, content='word', content_rowid='id', columnsize=0, tokenize='trigram case_sensitive 1'
    )""",
    "CREATE TABLE posting (key INTEGER PRIMARY KEY, topics BLOB NOT NULL)",
)


class UnusableError(Exception):
    """The index cannot be used as it was: it is empty now and wants an update, here or in another folder."""


DAMAGED = {sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB, sqlite3.SQLITE_ERROR, sqlite3.SQLITE_MISMATCH}
"""What SQLite says of a file that is not what we wrote; a table that is missing is a plain error."""


def open_index(cache: Path) -> sqlite3.Connection:
    """Return the index in a cache folder; empty when there is none, or none that can be used.

    Raises sqlite3.Error or OSError when there can be none in this folder.
    """
    file = cache / NAME
    try:
        return _opened(file)
    except sqlite3.DatabaseError as error:
        if _code(error) not in DAMAGED:
            raise
    throw_away(cache)
    return _opened(file)


def open_in_memory() -> sqlite3.Connection:
    """Return an empty index that is gone when it is closed."""
    database = connect_in_memory()
    _make(database)
    return database


def throw_away(cache: Path) -> None:
    """Remove the index from a cache folder; OSError when that cannot be done."""
    for end in ("-wal", "-shm", ""):
        (cache / f"{NAME}{end}").unlink(missing_ok=True)


def is_damage(error: sqlite3.Error) -> bool:
    """Tell whether the file is not what we wrote, so that it must be made anew."""
    return _code(error) in DAMAGED


def _code(error: sqlite3.Error) -> int:
    return getattr(error, "sqlite_errorcode", 0) & 0xFF


def _opened(file: Path) -> sqlite3.Connection:
    private.make_folder(file.parent)
    database = connect(file, _PATIENCE)
    try:
        database.execute("PRAGMA page_size = 16384")  # of a new file: a topic takes some thousands of bytes
        _write_ahead(database)
        database.execute("PRAGMA synchronous = NORMAL")  # what a power cut takes is read again
        database.execute("PRAGMA fullfsync = OFF")
        if not _is_ours(database):
            _make(database)
    except BaseException:
        database.close()
        raise
    return database


def _write_ahead(database: sqlite3.Connection) -> None:
    """Write ahead as the notes do; SQLite does not wait for another process that begins to at this moment, we do."""
    for _ in range(_TURNS):
        try:
            return write_ahead(database)
        except sqlite3.OperationalError as error:
            if _code(error) != sqlite3.SQLITE_BUSY:
                raise
        time.sleep(_TURN)
    return write_ahead(database)


def _is_ours(database: sqlite3.Connection) -> bool:
    """Return False for an empty file; raises sqlite3.DatabaseError for one that was made by another program."""
    if not database.execute("SELECT count(*) FROM sqlite_schema").fetchone()[0]:
        return False
    if database.execute("SELECT by FROM made").fetchone() != (_BY,):
        foreign = sqlite3.DatabaseError("made by another version")
        foreign.sqlite_errorcode = sqlite3.SQLITE_NOTADB
        raise foreign
    return True


def _make(database: sqlite3.Connection) -> None:
    with transaction(database):
        if database.execute("SELECT count(*) FROM sqlite_schema").fetchone()[0]:
            return  # another process was first
        for table in _TABLES:
            database.execute(table)
        database.execute("INSERT INTO made VALUES (?, 0)", (_BY,))
