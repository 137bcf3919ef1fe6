"""How the notes are opened whatever happened to their file.

A damaged file is never mended in place: it is set aside under a dated name, the newest good backup takes its place, and
every revision that can still be read from the damaged file is added to it (see `salvage`).
"""

import datetime
import sqlite3
from contextlib import closing
from pathlib import Path

from fmm_desktop.errors import Sentence
from fmm_desktop.notes import connection, drafts, locks, salvage, schema
from fmm_desktop.notes.backups import back_up_before, best_backup, copy, dated
from fmm_desktop.notes.notice import Notice
from fmm_desktop.notes.soundness import check, refuse_newer, refuse_read_only
from fmm_desktop.notes.trouble import EXPECTED, DamagedError, NotesError, Reason, reason_of

# Checking this much takes a few milliseconds; a larger file is checked when its last session ended badly, and daily.
_SMALL = 1024 * 1024

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
                refuse_newer(source, file)
                source.backup(target)
        except (*EXPECTED, NotesError):
            continue
        return


def _opened(file: Path, now: datetime.datetime, busy_ms: int, *, suspect: bool) -> sqlite3.Connection:
    database = _checked(file, busy_ms, suspect=suspect)
    try:
        refuse_newer(database, file)
        refuse_read_only(file)
        connection.write_ahead(database)
        schema.upgrade(database, before=lambda present: back_up_before(file, present, now))
    except BaseException:
        database.close()
        raise
    return database


def _checked(file: Path, busy_ms: int, *, suspect: bool) -> sqlite3.Connection:
    try:
        database = connection.connect(file, busy_ms)
        try:
            check(database, deep=suspect or file.stat().st_size < _SMALL)
            _refuse_vanished(database, file)
        except BaseException:
            database.close()
            raise
    except sqlite3.OperationalError as error:
        if reason_of(error) is None:  # our questions are right, so the file is not what it says it is
            raise DamagedError from error
        raise
    return database


def _refuse_vanished(database: sqlite3.Connection, file: Path) -> None:
    """Raise DamagedError for a file that is empty although there were notes in it once."""
    if schema.number(database) == 0 and best_backup(file):
        raise DamagedError


def _in_use(folder: Path) -> bool:
    return any(locks.alive(folder, session) for session in locks.sessions(folder))


def _recover(database: sqlite3.Connection, folder: Path) -> tuple[Notice, ...]:
    """Settle what killed programs left as drafts."""
    orphaned = [each for each in drafts.sessions(database) if not locks.alive(folder, each)]
    if not orphaned:
        return ()
    with connection.transaction(database):
        left = drafts.of_sessions(database, orphaned)
        kept = sum(drafts.settle(database, draft) is not None for draft in left)
    return (Notice(_RECOVERED, {"count": kept}),) if kept else ()


def _replace_damaged(file: Path, now: datetime.datetime) -> tuple[Notice, ...]:
    """Put the best backup, with what can be read of the damaged file, in its place: ready first, then two renames."""
    best = best_backup(file)
    fresh = file.with_suffix(".restored")
    for part in _parts(fresh):
        part.unlink(missing_ok=True)
    if best:
        copy(best, fresh)
    with closing(connection.connect(fresh)) as database:
        schema.upgrade(database)
        salvaged = salvage.salvage(file, database)
    aside = _set_aside(file, now)
    fresh.replace(file)
    told = Notice(_FROM_BACKUP, {"name": best.name, "salvaged": salvaged}) if best else None
    return Notice(_SET_ASIDE, {"name": aside.name}), told or Notice(_NO_BACKUP, {"salvaged": salvaged})


def _set_aside(file: Path, now: datetime.datetime) -> Path:
    aside = _free(file.with_name(f"{file.stem}-damaged-{dated(now)}{file.suffix}"))
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
