"""Which windows are alive: each holds the lock of a file, which the system lets go however the process ends.

A process number could be that of another program by now; a lock cannot.
"""

import os
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from fmm_desktop.notes import connection
from fmm_desktop.notes.trouble import NotesError, Reason

_PREFIX, _SUFFIX = "session-", ".lock"
_STEP_S = 0.005

if sys.platform == "win32":
    import msvcrt

    def _take(handle: int) -> bool:
        try:
            msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True

else:
    import fcntl

    def _take(handle: int) -> bool:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        return True


@contextmanager
def opening(folder: Path, wait_ms: int) -> Iterator[None]:
    """Let one process at a time open or mend the notes in `folder`; NotesError after `wait_ms`."""
    file = folder / "opening.lock"
    handle = _open(file)
    try:
        deadline = time.monotonic() + wait_ms / 1000
        while not _take(handle):
            if time.monotonic() > deadline:
                raise NotesError("open", Reason.LOCKED, file)
            time.sleep(_STEP_S)
        yield
    finally:
        os.close(handle)


class SessionLock:
    """The sign of life of one open store; made and looked at within `opening`, left at any time.

    Who looks while it is being left takes the session for alive or for dead, and both are right: what it typed is
    settled, or left as a draft for the next start.
    """

    def __init__(self, folder: Path, session: str) -> None:
        """Take the lock of `session`, an id that nobody has. Raises OSError."""
        self._file = _file(folder, session)
        self._handle = _open(self._file)
        _take(self._handle)

    def leave(self, *, clean: bool) -> None:
        """Let the lock go. A session that did not end clean leaves its file, and the next start looks closer."""
        os.close(self._handle)
        if clean:
            self._file.unlink(missing_ok=True)


def alive(folder: Path, session: str) -> bool:
    """Tell whether a process has this session open."""
    try:
        handle = os.open(_file(folder, session), os.O_RDWR)
    except FileNotFoundError:
        return False
    try:
        return not _take(handle)
    finally:
        os.close(handle)


def sessions(folder: Path) -> tuple[str, ...]:
    """Return the sessions that left a file, the living and the dead."""
    return tuple(file.name[len(_PREFIX) : -len(_SUFFIX)] for file in folder.glob(f"{_PREFIX}*{_SUFFIX}"))


def bury(folder: Path, session: str) -> None:
    """Remove what a dead session left."""
    _file(folder, session).unlink(missing_ok=True)


def _file(folder: Path, session: str) -> Path:
    return folder / f"{_PREFIX}{session}{_SUFFIX}"


def _open(file: Path) -> int:
    connection.create_private(file)
    return os.open(file, os.O_RDWR)
