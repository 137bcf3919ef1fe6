"""How the notes outlive their file: a backup a day and before a migration, and a way back from a damaged file.

A damaged file is never mended in place: it is set aside under a dated name, the newest good backup takes its place, and
every revision that can still be read from the damaged file is added to it (see `salvage`).
"""

import datetime
import os
import sqlite3
from contextlib import closing
from pathlib import Path

from fmm_desktop.errors import Sentence
from fmm_desktop.notes import connection, drafts, locks, revisions, salvage, schema
from fmm_desktop.notes.notice import Notice
from fmm_desktop.notes.trouble import EXPECTED, DamagedError, NotesError, Reason, guard, reason_of

KEPT = 7
"""How many daily backups are kept."""

# Checking this much takes a few milliseconds; a larger file is checked when its last session ended badly, and daily.
_SMALL = 2 * 1024 * 1024

_SET_ASIDE = Sentence(
    "Het bestand met de notities was beschadigd en is apart gezet als {name}.",
    "The file of the notes was damaged and has been set aside as {name}.",
)
_FROM_BACKUP = Sentence(
    "De reservekopie {name} is geopend; uit het beschadigde bestand zijn {salvaged} notitieversies teruggehaald.",
    "The backup {name} was opened; {salvaged} versions of notes were brought back from the damaged file.",
)
_NO_BACKUP = Sentence(
    "Er was nog geen goede reservekopie; uit het beschadigde bestand zijn {salvaged} notitieversies teruggehaald.",
    "There was no good backup yet; {salvaged} versions of notes were brought back from the damaged file.",
)

_RECOVERED = Sentence(
    "Het programma was niet gewoon afgesloten; wat u toen typte is bewaard (notities: {count}).",
    "The program had not been closed normally; what you were typing was kept (notes: {count}).",
)


def open_safely(file: Path, now: datetime.datetime, busy_ms: int) -> tuple[sqlite3.Connection, tuple[Notice, ...]]:
    """Open the notes in `file`, new or old, and say what had to be done for it.

    Call it within `locks.opening`. Raises sqlite3.Error, OSError, DamagedError or NotesError.
    """
    dead = [each for each in locks.sessions(file.parent) if not locks.alive(file.parent, each)]
    notices: tuple[Notice, ...] = ()
    try:
        database = _opened(file, now, busy_ms, suspect=bool(dead))
    except EXPECTED as error:
        if reason_of(error) is not Reason.DAMAGED or _in_use(file.parent):
            raise
        notices = _replace_damaged(file, now)
        database = _opened(file, now, busy_ms, suspect=True)
    try:
        notices += _recover(database, file.parent)
    except BaseException:
        database.close()
        raise
    for session in dead:
        locks.bury(file.parent, session)
    return database, notices


def copy_what_can_be_read(file: Path, target: sqlite3.Connection) -> None:
    """Fill the empty `target` with the notes in a file that cannot be written; leave it empty when that fails."""
    for connect in (connection.connect_to_read, connection.connect_to_frozen):
        try:
            with closing(connect(file)) as source:
                check(source, deep=False)
                _refuse_newer(source, file)
                source.backup(target)
        except (*EXPECTED, NotesError):
            continue
        return


def back_up_if_due(file: Path, today: datetime.date) -> Path | None:
    """Write the backup of today unless it exists, and drop all but the last seven; return it when it was written.

    Opens the file anew, so that it may be called from any thread. Raises NotesError, also when the file turns out to be
    damaged: no backup is made of that, and no older one dropped for it.
    """
    with guard("back up", file):
        target = _backups(file) / f"notes-{today.isoformat()}.sqlite3"
        if target.exists():
            return None
        _copy(file, target)
        for old in sorted(set(_backups(file).glob("notes-*.sqlite3")) - {target}, reverse=True)[KEPT - 1 :]:
            old.unlink()
        return target


def check(database: sqlite3.Connection, *, deep: bool) -> None:
    """Raise DamagedError or sqlite3.Error unless the file is one of ours and, when `deep`, sound throughout."""
    if not schema.is_ours(database):
        raise DamagedError
    if deep:
        found = database.execute("PRAGMA quick_check(1)").fetchone()[0]
        if found != "ok":
            raise DamagedError(found)
        for table in ("revision", "draft") if schema.number(database) else ():
            for time, fields in database.execute(f"SELECT time, fields FROM {table}"):
                revisions.moment(time)
                revisions.decode(fields)


def _opened(file: Path, now: datetime.datetime, busy_ms: int, *, suspect: bool) -> sqlite3.Connection:
    database = connection.connect(file, busy_ms)
    try:
        check(database, deep=suspect or file.stat().st_size < _SMALL)
        _refuse_vanished(database, file)
        _refuse_newer(database, file)
        connection.write_ahead(database)
        schema.upgrade(database, before=lambda present: _back_up_before(file, present, now))
    except BaseException:
        database.close()
        raise
    return database


def _refuse_newer(database: sqlite3.Connection, file: Path) -> None:
    found, known = schema.number(database), len(schema.MIGRATIONS)
    if found > known:
        raise NotesError("open", Reason.NEWER, file, found=found, known=known)


def _refuse_vanished(database: sqlite3.Connection, file: Path) -> None:
    """Raise DamagedError for a file that is empty although there were notes in it once."""
    if schema.number(database) == 0 and _best_backup(file):
        raise DamagedError


def _in_use(folder: Path) -> bool:
    return any(locks.alive(folder, session) for session in locks.sessions(folder))


def _backups(file: Path) -> Path:
    return file.parent / "backups"


def _back_up_before(file: Path, present: int, now: datetime.datetime) -> None:
    _copy(file, _backups(file) / f"before-schema-{present + 1}-{_dated(now)}.sqlite3")


def _copy(file: Path, target: Path) -> None:
    """Copy a sound database, with what is in its log, to one file that is there whole or not at all."""
    target.parent.mkdir(mode=0o700, exist_ok=True)
    partial = target.with_suffix(f".{os.getpid()}.partial")
    try:
        with closing(connection.connect(file)) as source, closing(connection.connect(partial)) as copy:
            check(source, deep=True)
            source.backup(copy)
            copy.execute("PRAGMA journal_mode = DELETE")
        partial.replace(target)
    finally:
        partial.unlink(missing_ok=True)


def _replace_damaged(file: Path, now: datetime.datetime) -> tuple[Notice, ...]:
    """Put the best backup, with what can be read of the damaged file, in its place: ready first, then two renames."""
    best = _best_backup(file)
    fresh = file.with_suffix(".restored")
    for part in _parts(fresh):
        part.unlink(missing_ok=True)
    if best:
        _copy(best, fresh)
    with closing(connection.connect(fresh)) as database:
        schema.upgrade(database)
        salvaged = salvage.salvage(file, database)
    aside = _set_aside(file, now)
    fresh.replace(file)
    told = Notice(_FROM_BACKUP, {"name": best.name, "salvaged": salvaged}) if best else None
    return Notice(_SET_ASIDE, {"name": aside.name}), told or Notice(_NO_BACKUP, {"salvaged": salvaged})


def _recover(database: sqlite3.Connection, folder: Path) -> tuple[Notice, ...]:
    """Settle what killed programs left as drafts."""
    orphaned = [each for each in drafts.sessions(database) if not locks.alive(folder, each)]
    if not orphaned:
        return ()
    with connection.transaction(database):
        left = drafts.of_sessions(database, orphaned)
        kept = sum(drafts.settle(database, draft) is not None for draft in left)
    return (Notice(_RECOVERED, {"count": kept}),) if kept else ()


def _set_aside(file: Path, now: datetime.datetime) -> Path:
    aside = _free(file.with_name(f"{file.stem}-damaged-{_dated(now)}{file.suffix}"))
    for part, target in zip(_parts(file), _parts(aside), strict=True):
        if part.exists():
            part.replace(target)
    return aside


def _parts(file: Path) -> tuple[Path, ...]:
    """Return the files of a database, the main one last: while that is there, the next start sees what is wrong."""
    return Path(f"{file}-wal"), Path(f"{file}-shm"), file


def _free(wanted: Path) -> Path:
    others = (wanted.with_stem(f"{wanted.stem}-{count}") for count in range(2, 1000))
    return next(path for path in (wanted, *others) if not path.exists())


def _best_backup(file: Path) -> Path | None:
    """Return the sound backup that holds most: the number of the last revision only grows, whatever the clock says."""
    last = {path: _last_revision(path) for path in sorted(_backups(file).glob("*.sqlite3"))}
    sound = [path for path, number in last.items() if number >= 0]
    return max(sound, key=lambda path: (last[path], path.stat().st_mtime), default=None)


def _last_revision(backup: Path) -> int:
    """Return the number of the last revision in a backup, or -1 for one that is not sound or of a newer program."""
    try:
        with closing(connection.connect_to_read(backup)) as database:
            check(database, deep=True)
            _refuse_newer(database, backup)
            return int(database.execute("SELECT coalesce(max(seq), 0) FROM revision").fetchone()[0])
    except (*EXPECTED, NotesError):
        return -1


def _dated(now: datetime.datetime) -> str:
    return now.astimezone(datetime.UTC).strftime("%Y-%m-%dT%H%M%SZ")
