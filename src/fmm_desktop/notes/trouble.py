"""What can go wrong with the file of the notes, told to the reader in words.

`guard` turns what SQLite and the system report into a `NotesError`; whatever it does not know is a bug and passes.
"""

import errno
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from enum import StrEnum
from pathlib import Path
from typing import Literal

from msgspec import MsgspecError

from fmm_desktop.errors import Sentence, UserError

Doing = Literal["open", "save", "read", "back up"]


class Reason(StrEnum):
    """Why the notes could not be kept or read."""

    FULL = "full"
    READ_ONLY = "read-only"
    LOCKED = "locked"
    DAMAGED = "damaged"
    TOO_LARGE = "too large"
    DEVICE = "device"
    NEWER = "newer"


_DOING: dict[Doing, Sentence] = {
    "open": Sentence("De notities konden niet worden geopend", "The notes could not be opened"),
    "save": Sentence(
        "De notitie is niet opgeslagen; de tekst staat nog in het venster",
        "The note was not saved; the text is still in the window",
    ),
    "read": Sentence("De notities konden niet worden gelezen", "The notes could not be read"),
    "back up": Sentence("Er kon geen reservekopie van de notities worden gemaakt", "The notes could not be backed up"),
}
_REASONS = {
    Reason.FULL: Sentence(
        "de schijf is vol ({file}): maak ruimte vrij en probeer het opnieuw",
        "the disk is full ({file}): make room and try again",
    ),
    Reason.READ_ONLY: Sentence(
        "{file} mag niet worden gelezen of beschreven: geef uzelf dat recht of kies een andere map met --data-dir",
        "{file} may not be read or written: give yourself that right or choose another folder with --data-dir",
    ),
    Reason.LOCKED: Sentence(
        "een ander programma houdt {file} vast: sluit dat en probeer het opnieuw",
        "another program keeps {file} locked: close it and try again",
    ),
    Reason.DAMAGED: Sentence(
        "{file} is beschadigd: sluit alle vensters en start het programma opnieuw, dan wordt de nieuwste goede "
        "reservekopie geopend",
        "{file} is damaged: close all windows and start the program again, and the newest good backup is opened",
    ),
    Reason.TOO_LARGE: Sentence(
        "de tekst is te groot voor {file}: maak hem korter", "the text is too large for {file}: make it shorter"
    ),
    Reason.DEVICE: Sentence(
        "de schijf met {file} geeft een fout ({detail}): controleer de schijf en bewaar de tekst elders",
        "the disk that holds {file} reports an error ({detail}): check the disk and keep the text elsewhere",
    ),
    Reason.NEWER: Sentence(
        "{file} is van een nieuwere versie van het programma (schema {found}, deze versie kent {known}): installeer "
        "die versie; er is niets veranderd",
        "{file} was made by a newer version of the program (schema {found}, this version knows {known}): install "
        "that version; nothing was changed",
    ),
}
_SQLITE = {
    sqlite3.SQLITE_FULL: Reason.FULL,
    sqlite3.SQLITE_READONLY: Reason.READ_ONLY,
    sqlite3.SQLITE_CANTOPEN: Reason.READ_ONLY,
    sqlite3.SQLITE_PERM: Reason.READ_ONLY,
    sqlite3.SQLITE_BUSY: Reason.LOCKED,
    sqlite3.SQLITE_LOCKED: Reason.LOCKED,
    sqlite3.SQLITE_PROTOCOL: Reason.LOCKED,
    sqlite3.SQLITE_CORRUPT: Reason.DAMAGED,
    sqlite3.SQLITE_NOTADB: Reason.DAMAGED,
    sqlite3.SQLITE_TOOBIG: Reason.TOO_LARGE,
    sqlite3.SQLITE_IOERR: Reason.DEVICE,
}
_SYSTEM = {
    errno.ENOSPC: Reason.FULL,
    errno.EDQUOT: Reason.FULL,
    errno.EACCES: Reason.READ_ONLY,
    errno.EPERM: Reason.READ_ONLY,
    errno.EROFS: Reason.READ_ONLY,
    errno.ENOTDIR: Reason.READ_ONLY,
    errno.EEXIST: Reason.READ_ONLY,
    errno.EISDIR: Reason.READ_ONLY,
}


class NotesError(UserError):
    """The notes cannot be kept or read, for a `reason` that the reader can do something about."""

    def __init__(self, doing: Doing, reason: Reason, file: Path, **values: object) -> None:
        """Say what could not be done with which file; `values` fill what else the sentence of `reason` names."""
        what, why = _DOING[doing], _REASONS[reason]
        sentence = Sentence(f"{what.nl}: {why.nl}.", f"{what.en}: {why.en}.")
        super().__init__(sentence, file=file, **({"detail": ""} | values))
        self.reason = reason


class DamagedError(Exception):
    """The file of the notes is not what it should be; caught while opening, where a backup can take its place."""


EXPECTED = (sqlite3.Error, OSError, MsgspecError, DamagedError, UnicodeDecodeError)
"""What SQLite, its driver, the system and the decoder raise when a file or a disk is to blame."""


@contextmanager
def guard(doing: Doing, file: Path) -> Iterator[None]:
    """Turn the failures of the database and the disk into a `NotesError` that says what could not be done."""
    try:
        yield
    except EXPECTED as error:
        reason = reason_of(error)
        if reason is None:
            raise
        raise NotesError(doing, reason, file, detail=error) from error


def reason_of(error: Exception) -> Reason | None:
    """Return why `error` happened, or None for one that only a bug can cause."""
    if isinstance(error, (MsgspecError, DamagedError, UnicodeDecodeError)):
        return Reason.DAMAGED
    if isinstance(error, sqlite3.Error):
        return _reason_of_sqlite(error)
    if isinstance(error, OSError):
        return _SYSTEM.get(error.errno or 0, Reason.DEVICE)
    return None


def _reason_of_sqlite(error: sqlite3.Error) -> Reason | None:
    code = getattr(error, "sqlite_errorcode", None)
    if code is not None:
        return _SQLITE.get(code & 0xFF)  # the low byte is the primary code, what is above it a detail
    # The driver itself, not SQLite, reports bytes in a text column that are no UTF-8.
    return Reason.DAMAGED if isinstance(error, sqlite3.OperationalError) else None
