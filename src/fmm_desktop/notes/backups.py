"""The backups of the notes: one a day and one before the tables change, each a sound file that is there whole."""

import datetime
import os
import time
from contextlib import closing, suppress
from pathlib import Path

from fmm_desktop.notes import connection
from fmm_desktop.notes.soundness import check, refuse_newer
from fmm_desktop.notes.trouble import EXPECTED, NotesError, guard

KEPT = 7
"""How many daily backups are kept."""

_LONG_S = 3600  # no copy takes that long


def back_up_if_due(file: Path, today: datetime.date) -> Path | None:
    """Write the backup of today unless it exists, and drop all but the last seven; return it when it was written.

    Opens the file anew, so that it may be called from any thread. Raises NotesError, also when the file turns out to be
    damaged: no backup is made of that, and no older one dropped for it.
    """
    with guard("back up", file):
        target = _backups(file) / f"notes-{today.isoformat()}.sqlite3"
        if target.exists():
            return None
        copy(file, target)
        for old in sorted(set(_backups(file).glob("notes-*.sqlite3")) - {target}, reverse=True)[KEPT - 1 :]:
            old.unlink()
        return target


def back_up_before(file: Path, present: int, now: datetime.datetime) -> None:
    """Back `file` up before its tables change from schema number `present`. Raises as `copy` does."""
    copy(file, _backups(file) / f"before-schema-{present + 1}-{dated(now)}.sqlite3")


def best_backup(file: Path) -> Path | None:
    """Return the sound backup that holds most: the number of the last revision only grows, whatever the clock says."""
    last = {path: _last_revision(path) for path in sorted(_backups(file).glob("*.sqlite3"))}
    sound = [path for path, number in last.items() if number >= 0]
    return max(sound, key=lambda path: (last[path], path.stat().st_mtime), default=None)


def copy(file: Path, target: Path) -> None:
    """Copy a sound database, with what is in its log, to one file that is there whole or not at all.

    Raises sqlite3.Error, OSError or DamagedError.
    """
    target.parent.mkdir(mode=0o700, exist_ok=True)
    _clear_away_killed(target.parent)
    partial = target.with_suffix(f".{os.getpid()}.partial")
    try:
        with closing(connection.connect(file)) as source, closing(connection.connect(partial)) as written:
            check(source, deep=True)
            source.backup(written)
            written.execute("PRAGMA journal_mode = DELETE")
        partial.replace(target)
    finally:
        partial.unlink(missing_ok=True)


def _clear_away_killed(folder: Path) -> None:
    """Remove what copies left that were killed; a copy that another window is writing now is younger."""
    for partial in folder.glob("*.partial*"):
        with suppress(FileNotFoundError):  # another window cleared it away, or its copy is ready
            if time.time() - partial.stat().st_mtime > _LONG_S:
                partial.unlink()


def dated(now: datetime.datetime) -> str:
    """Return a time as it stands in the name of a file."""
    return now.astimezone(datetime.UTC).strftime("%Y-%m-%dT%H%M%SZ")


def _last_revision(backup: Path) -> int:
    """Return the number of the last revision in a backup, or -1 for one that is not sound or of a newer program."""
    try:
        with closing(connection.connect_to_read(backup)) as database:
            check(database, deep=True)
            refuse_newer(database, backup)
            # Not the last one that is there: what was thrown away since must not make an older backup the better one.
            query = "SELECT coalesce(max(seq), 0) FROM sqlite_sequence WHERE name = 'revision'"
            return int(database.execute(query).fetchone()[0])
    except (*EXPECTED, NotesError):
        return -1


def _backups(file: Path) -> Path:
    return file.parent / "backups"
