"""Files that go out to where the reader wants them: whole or not at all, and nothing is overwritten unasked."""

import errno
import os
import stat
from collections.abc import Iterable
from pathlib import Path
from secrets import token_hex

from fmm_desktop.errors import Sentence, UserError

_FULL = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}
_NEW = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)  # the last for Windows

EXISTS = Sentence(
    "{path} bestaat al en is niet overschreven; kies een andere naam of sta overschrijven toe.",
    "{path} exists already and was not overwritten; choose another name or allow overwriting.",
)
_NO_FOLDER = Sentence(
    "De map {path} bestaat niet; maak haar eerst aan of kies een andere.",
    "The folder {path} does not exist; make it first or choose another.",
)
_IS_A_FOLDER = Sentence(
    "{path} is een map, geen bestand; kies een andere naam.",
    "{path} is a folder, not a file; choose another name.",
)
_NO_PERMISSION = Sentence(
    "In {path} mag u niet schrijven; kies een andere map.",
    "You may not write in {path}; choose another folder.",
)
_NO_SPACE = Sentence(
    "Er is geen ruimte meer om {path} te schrijven; er is niets veranderd. Maak ruimte en probeer het opnieuw.",
    "There is no space left to write {path}; nothing was changed. Make room and try again.",
)
_NOT_WRITTEN = Sentence(
    "{path} kon niet worden geschreven ({reason}); er is niets veranderd. Probeer het opnieuw of kies een andere plek.",
    "{path} could not be written ({reason}); nothing was changed. Try again or choose another place.",
)


class OutgoingError(UserError):
    """A file or a folder could not be written."""


def write_whole(data: bytes, target: Path, overwrite: bool = False, *, private: bool = False) -> None:
    """Write `data` to `target` in one step; what is private can be read by its owner alone, also over what is there.

    OutgoingError, with what stood at `target` untouched and no half file left, when `target` exists and `overwrite` is
    False, and when the folder is missing or full or may not be written.
    """
    try:
        _refuse(target, overwrite)
        _write(data, target, overwrite, private=private)
    except FileExistsError as error:
        raise OutgoingError(EXISTS, path=target) from error
    except OSError as error:
        raise _explained(error, target) from error


def refuse_existing(files: Iterable[Path]) -> None:
    """Raise OutgoingError for the first of `files` that exists."""
    for path in files:
        if path.exists():
            raise OutgoingError(EXISTS, path=path)


def make_folder(folder: Path) -> None:
    """Make `folder` and those above it where they are missing; OutgoingError when that cannot be done."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise _explained(error, folder) from error


def _refuse(target: Path, overwrite: bool) -> None:
    if target.is_dir():
        raise OutgoingError(_IS_A_FOLDER, path=target)
    if not overwrite and target.exists():
        raise OutgoingError(EXISTS, path=target)
    if not target.parent.is_dir():
        raise OutgoingError(_NO_FOLDER, path=target.parent)


def _write(data: bytes, target: Path, overwrite: bool, *, private: bool) -> None:
    """Write to a file beside `target`, and put it there; who may read what was there may read it still."""
    if overwrite:
        target = Path(os.path.realpath(target))  # what a link leads to: the link stays
    kept = stat.S_IMODE(target.stat().st_mode) if target.exists() and not private else None
    mode = 0o600 if private or kept is not None else 0o666
    part = target.with_name(f".fmm-{token_hex(8)}.part")
    try:
        with open(os.open(part, _NEW, mode), "wb") as file:  # noqa: PTH123 - a mode
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        if kept is not None:
            part.chmod(kept)
        _move(part, target, overwrite)
    finally:
        part.unlink(missing_ok=True)


def _move(part: Path, target: Path, overwrite: bool) -> None:
    if overwrite:
        part.replace(target)
        return
    try:
        target.hardlink_to(part)  # fails when someone else has made the target meanwhile, where replace would not
    except FileExistsError:
        raise
    except OSError:  # a file system without hard links
        part.replace(target)


def _explained(error: OSError, path: Path) -> OutgoingError:
    if error.errno in _FULL:
        return OutgoingError(_NO_SPACE, path=path)
    if error.errno in (errno.EACCES, errno.EPERM, errno.EROFS):
        return OutgoingError(_NO_PERMISSION, path=path.parent)
    return OutgoingError(_NOT_WRITTEN, path=path, reason=error.strerror or error)
