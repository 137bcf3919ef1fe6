"""The one place that opens SQLite, so that another driver with the same calls (an encrypted one) can take its place."""

import os
import sqlite3
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

OPENING_MS = 2000
"""How long opening and closing wait for another window before the file counts as locked."""

BUSY_MS = 30
"""How long any other call waits: the window stands still meanwhile, and will try again."""

_PRIVATE = 0o600
_OF_OTHERS = 0o077
_WAL_LIMIT = 4 * 1024 * 1024

# Recursive triggers, so that INSERT OR REPLACE cannot get round the ones that guard the revisions. What is deleted is
# overwritten, so that nobody can read in the file what was thrown away.
_PRAGMAS = (
    "PRAGMA foreign_keys = ON",
    "PRAGMA recursive_triggers = ON",
    "PRAGMA trusted_schema = OFF",
    "PRAGMA cell_size_check = ON",
    "PRAGMA synchronous = FULL",
    "PRAGMA fullfsync = ON",
    "PRAGMA secure_delete = ON",
)


def connect(file: Path, busy_ms: int = OPENING_MS) -> sqlite3.Connection:
    """Open `file` for reading and writing, made readable by the user alone; nothing in it is changed yet.

    Raises sqlite3.Error or OSError.
    """
    create_private(file)
    return _prepared(sqlite3.connect(file, timeout=busy_ms / 1000, isolation_level=None))


def connect_to_read(file: Path) -> sqlite3.Connection:
    """Open an existing `file` that this program will not write. Raises sqlite3.Error."""
    return _prepared(_connect_uri(file, "mode=ro"))


def connect_to_frozen(file: Path) -> sqlite3.Connection:
    """Open an existing `file` in a folder where nothing can be written; what is in its log is left out."""
    return _prepared(_connect_uri(file, "immutable=1"))


def connect_to_salvage(file: Path) -> sqlite3.Connection:
    """Open a damaged `file` to read what can be read of it; bytes that are no UTF-8 become U+FFFD."""
    database = _connect_uri(file, "mode=ro")
    database.execute("PRAGMA writable_schema = ON")  # lets SQLite read a file that is shorter than its header says
    database.text_factory = lambda raw: raw.decode("utf-8", "replace")
    return database


def connect_in_memory() -> sqlite3.Connection:
    """Open an empty database that is gone when it is closed."""
    return _prepared(sqlite3.connect(":memory:", isolation_level=None))


def set_patience(connection: sqlite3.Connection, wait_ms: int) -> None:
    """Let statements wait `wait_ms` for another window from now on."""
    connection.execute(f"PRAGMA busy_timeout = {wait_ms}")


def write_ahead(connection: sqlite3.Connection) -> None:
    """Switch the file to a write-ahead log: a commit is one sync, and readers never wait for a writer."""
    if connection.execute("PRAGMA journal_mode").fetchone()[0] != "wal":
        connection.execute("PRAGMA journal_mode = WAL")
    connection.execute(f"PRAGMA journal_size_limit = {_WAL_LIMIT}")


def empty_log(connection: sqlite3.Connection) -> None:
    """Put what is in the log into the file, and cut it to nothing; what another window reads now stays until later."""
    connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()


def create_private(file: Path) -> None:
    """Make sure that `file` exists and that only the user can read it; SQLite's side files take its mode.

    An existing file is not opened: to close it again would take SQLite's locks away from another store in this process.
    """
    try:
        os.close(os.open(file, os.O_RDWR | os.O_CREAT | os.O_EXCL, _PRIVATE))
    except FileExistsError:
        mode = file.stat().st_mode
        if os.name == "posix" and stat.S_ISREG(mode) and mode & _OF_OTHERS:
            file.chmod(stat.S_IMODE(mode) & ~_OF_OTHERS)


@contextmanager
def transaction(connection: sqlite3.Connection) -> Iterator[None]:
    """Do everything in the block or nothing of it; after a failure the connection can be used again."""
    connection.execute("BEGIN IMMEDIATE")
    try:
        yield
        connection.execute("COMMIT")
    except BaseException:
        if connection.in_transaction:  # SQLite takes some transactions back by itself, such as on a full disk
            connection.execute("ROLLBACK")
        raise


def _prepared(connection: sqlite3.Connection) -> sqlite3.Connection:
    try:
        for pragma in _PRAGMAS:
            connection.execute(pragma)
    except BaseException:
        connection.close()
        raise
    return connection


def _connect_uri(file: Path, how: str) -> sqlite3.Connection:
    return sqlite3.connect(f"{file.absolute().as_uri()}?{how}", uri=True, isolation_level=None)
