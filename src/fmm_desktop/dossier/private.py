"""Files of the program itself: for the reader alone, written whole or not at all, with a checksum before the rest.

A letter that a bad disk changed would decode as well as the right one; the checksum tells.
"""

import errno
import os
import sys
import time
import zlib
from _thread import get_ident  # `threading` would take a millisecond before the first page
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import count
from pathlib import Path

_SUM = 4  # bytes
_LOCK = "lock"
_TAKEN = {errno.EAGAIN, errno.EACCES, errno.EDEADLK}
_STEP, _PATIENCE = 0.002, 0.5  # seconds; what is done under a lock takes a few thousandths
_numbers = count(1)

if sys.platform == "win32":

    def _take(handle: int) -> None:
        import msvcrt  # noqa: PLC0415 - the first page does without

        msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)

else:

    def _take(handle: int) -> None:
        import fcntl  # noqa: PLC0415 - see above

        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)


def write(file: Path, data: bytes) -> None:
    """Put `data` into a file, over what is there. OSError when that fails; the file is as it was then."""
    make_folder(file.parent)
    # A name of its own, for another window or thread may be at the same file.
    partial = file.with_suffix(f".{os.getpid()}-{get_ident()}-{next(_numbers)}.part")
    try:
        with open(os.open(partial, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "wb") as opened:  # noqa: PTH123 - a mode
            opened.write(_checksum(data) + data)
        partial.replace(file)
    finally:
        partial.unlink(missing_ok=True)


def read(file: Path) -> bytes | None:
    """Return what `write` put into a file; None when it is damaged. OSError when it cannot be read."""
    content = file.read_bytes()
    return content[_SUM:] if content[:_SUM] == _checksum(content[_SUM:]) else None


@contextmanager
def alone(folder: Path) -> Iterator[None]:
    """Be the only one at the files of a folder, of all windows and threads that ask for it.

    Whoever waits too long, or has a disk without locks, goes on all the same. OSError when a folder cannot be made.
    """
    make_folder(folder)
    handle = os.open(folder / _LOCK, os.O_RDWR | os.O_CREAT, 0o600)
    try:
        _wait_for(handle)
        yield
    finally:
        os.close(handle)  # which lets it go


def _wait_for(handle: int) -> None:
    end = time.monotonic() + _PATIENCE
    while time.monotonic() < end:
        try:
            _take(handle)
        except OSError as error:
            if error.errno not in _TAKEN:
                return
            time.sleep(_STEP)
        else:
            return


def make_folder(wanted: Path) -> None:
    """Make a folder, and those above it that are missing: for the reader alone, as the notes may come beside it."""
    for missing in reversed([one for one in (wanted, *wanted.parents) if not one.exists()]):
        missing.mkdir(mode=0o700, exist_ok=True)


def _checksum(data: bytes) -> bytes:
    return zlib.crc32(data).to_bytes(_SUM, "big")
