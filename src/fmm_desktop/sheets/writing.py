"""Sheets on disk: a PDF is there whole or not at all, and nothing is overwritten unasked."""

import errno
import os
import re
import unicodedata
from pathlib import Path
from secrets import token_hex

from fmm_desktop.dossier.model import Dossier, Topic
from fmm_desktop.sheets.errors import (
    EXISTS,
    IS_A_FOLDER,
    NO_FOLDER,
    NO_PERMISSION,
    NO_SPACE,
    NOT_WRITTEN,
    SheetError,
)

_FULL = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}
_LONGEST = 60
_NEW = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)  # the last for Windows


def file_name(dossier: Dossier, topic: Topic) -> str:
    """Return the name of the file with the sheet of `topic`, such as `fmm-2025-12-03-ed1-1.2-rusland.pdf`.

    Made of the ids, so that it is stable within an edition and safe on every system.
    """
    return _safe(f"{dossier.id}-ed{dossier.edition}-{topic.number}-{topic.id[:_LONGEST]}") + ".pdf"


def write_pdf(pdf: bytes, target: Path, overwrite: bool = False, *, private: bool = False) -> None:
    """Write `pdf` to `target` in one step; what is private can be read by its owner alone, also over what is there.

    SheetError, with what stood at `target` untouched and no half file left, when `target` exists and `overwrite` is
    False, and when the folder is missing or full or may not be written.
    """
    try:
        _refuse(target, overwrite)
        _write_whole(pdf, target, overwrite, mode=0o600 if private else 0o666)
    except FileExistsError as error:
        raise SheetError(EXISTS, path=target) from error
    except OSError as error:
        raise _explained(error, target) from error


def make_folder(folder: Path) -> None:
    """Make `folder` and those above it where they are missing; SheetError when that cannot be done."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise _explained(error, folder) from error


def _refuse(target: Path, overwrite: bool) -> None:
    if target.is_dir():
        raise SheetError(IS_A_FOLDER, path=target)
    if not overwrite and target.exists():
        raise SheetError(EXISTS, path=target)
    if not target.parent.is_dir():
        raise SheetError(NO_FOLDER, path=target.parent)


def _write_whole(pdf: bytes, target: Path, overwrite: bool, mode: int) -> None:
    part = target.with_name(f".sheet-{token_hex(8)}.part")
    try:
        with open(os.open(part, _NEW, mode), "wb") as file:  # noqa: PTH123 - a mode
            file.write(pdf)
            file.flush()
            os.fsync(file.fileno())
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


def _explained(error: OSError, path: Path) -> SheetError:
    if error.errno in _FULL:
        return SheetError(NO_SPACE, path=path)
    if error.errno in (errno.EACCES, errno.EPERM, errno.EROFS):
        return SheetError(NO_PERMISSION, path=path.parent)
    return SheetError(NOT_WRITTEN, path=path, reason=error.strerror or error)


def _safe(name: str) -> str:
    letters = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode()
    return re.sub(r"[^A-Za-z0-9._-]+", "-", letters).strip(".-") or "sheet"
