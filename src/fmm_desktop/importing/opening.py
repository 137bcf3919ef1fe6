"""The bytes of a document, or in words why there are none."""

import os
import stat
from pathlib import Path

from fmm_desktop.importing import trouble
from fmm_desktop.importing.limits import MAX_BYTES
from fmm_desktop.importing.trouble import ImportingError


def content(path: Path) -> bytes:
    """Return the bytes of a document, at most `MAX_BYTES`; what is no ordinary file is not waited for.

    Raises ImportingError when it cannot be read.
    """
    try:
        return _read(path)
    except FileNotFoundError as problem:
        raise ImportingError(trouble.MISSING, file=path) from problem
    except PermissionError as problem:  # what Windows says of a folder, too
        is_folder = os.path.isdir(path)  # noqa: PTH112 - `Path.is_dir` raises in a folder without rights
        raise ImportingError(trouble.FOLDER if is_folder else trouble.FORBIDDEN, file=path) from problem
    except (OSError, ValueError) as problem:
        raise ImportingError(trouble.UNREADABLE, file=path, reason=problem) from problem


def _read(path: Path) -> bytes:
    """Open first and look what it is then, so that nothing can change in between."""
    descriptor = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
    try:
        _refuse_by_status(path, os.fstat(descriptor))
        with open(descriptor, "rb", closefd=False) as file:
            return file.read(MAX_BYTES)
    finally:
        os.close(descriptor)


def _refuse_by_status(path: Path, status: os.stat_result) -> None:
    if stat.S_ISDIR(status.st_mode):
        raise ImportingError(trouble.FOLDER, file=path)
    if not stat.S_ISREG(status.st_mode):
        raise ImportingError(trouble.NOT_A_FILE, file=path)
    refuse_size(str(path), status.st_size, MAX_BYTES)


def refuse_size(name: str, size: int, limit: int) -> None:
    """Raise what is said of a file that is larger than its limit; both in bytes."""
    if size > limit:
        raise ImportingError(trouble.TOO_LARGE, file=name, size=size // 1_000_000, limit=limit // 1_000_000)
