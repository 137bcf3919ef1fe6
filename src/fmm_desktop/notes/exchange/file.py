"""The bytes of a file of notes, or in words why there are none."""

import os
import stat
from pathlib import Path

from fmm_desktop.notes.exchange.trouble import MISSING, NOT_A_FILE, TOO_LARGE, UNREADABLE, ExchangeError

MAX_BYTES = 256 * 1024 * 1024
"""How large a file may be: room for 200,000 notes."""


def content(path: Path) -> bytes:
    """Return what is in a file. Raises ExchangeError, without waiting and without reading what is too large."""
    try:
        # Opened first and looked at then, so that nothing can change in between; a pipe is not waited for.
        descriptor = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
        with os.fdopen(descriptor, "rb") as file:
            _refuse(path, os.fstat(descriptor))
            return file.read(MAX_BYTES + 1)
    except FileNotFoundError as error:
        raise ExchangeError(MISSING, file=path) from error
    except IsADirectoryError as error:
        raise ExchangeError(NOT_A_FILE, file=path) from error
    except (OSError, ValueError) as error:
        reason = error.strerror if isinstance(error, OSError) and error.strerror else error
        raise ExchangeError(UNREADABLE, file=path, reason=reason) from error


def _refuse(path: Path, status: os.stat_result) -> None:
    if not stat.S_ISREG(status.st_mode):
        raise ExchangeError(NOT_A_FILE, file=path)
    if status.st_size > MAX_BYTES:
        raise ExchangeError(TOO_LARGE, file=path, size=status.st_size // 1_000_000, limit=MAX_BYTES // 1_000_000)
