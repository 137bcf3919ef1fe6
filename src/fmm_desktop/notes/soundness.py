"""Whether a file is what it should be: asked when it is opened, before it is backed up, and of every backup."""

import errno
import os
import sqlite3
from pathlib import Path

from fmm_desktop.notes import revisions, schema
from fmm_desktop.notes.trouble import DamagedError, NotesError, Reason


def check(database: sqlite3.Connection, *, deep: bool) -> None:
    """Raise DamagedError or sqlite3.Error unless the file is one of ours and, when `deep`, sound throughout."""
    if not schema.is_ours(database):
        raise DamagedError
    if not deep or schema.number(database) not in range(1, len(schema.MIGRATIONS) + 1):
        return
    found = database.execute("PRAGMA integrity_check(1)").fetchone()[0]
    if found != "ok" or not schema.is_whole(database):
        raise DamagedError(found)
    for table, time in (("revision", "time"), ("draft", "time"), ("note", "changed")):
        for stamped, fields in database.execute(f"SELECT {time}, fields FROM {table}"):
            revisions.moment(stamped)
            revisions.decode(fields)


def refuse_newer(database: sqlite3.Connection, file: Path) -> None:
    """Raise NotesError for a file of a newer program; `file` is its name in the sentence."""
    found, known = schema.number(database), len(schema.MIGRATIONS)
    if found > known:
        raise NotesError("open", Reason.NEWER, file, found=found, known=known)


def refuse_read_only(file: Path) -> None:
    """Raise PermissionError for a file that can only be read, which SQLite would tell at the first note only."""
    if not os.access(file, os.W_OK):
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(file))
