"""Imports without reading sources.

Once PySide6 is there, it has the source of every module read that is imported after it, Python's own ones as well, to
see whether "PySide6" stands in it (`shibokensupport.feature`, for switches such as `snake_case` that we do not use).
That is half a millisecond and some ten kilobytes for each. A module of which there is no source counts as one that
does not use PySide6; those of ours that do are known by their own imports before they are looked at.
"""

import inspect
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Lock

_READ = inspect.getsource
_turn = Lock()
_within: list[None] = []  # one for each block that is open: a job imports beside the window


@contextmanager
def sources_unread() -> Iterator[None]:
    """Import without having the sources of modules read, as far as the block goes; on any thread."""
    with _turn:
        _within.append(None)
        vars(inspect)["getsource"] = _no_source
    try:
        yield
    finally:
        with _turn:
            _within.pop()
            if not _within:
                vars(inspect)["getsource"] = _READ


def _no_source(_of: object) -> str:
    raise OSError
