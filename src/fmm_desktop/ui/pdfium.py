"""Whose turn it is with PDFium, which bears one thread at a time: a job that reads, or the window that draws."""

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from threading import Lock

_TURN = Lock()
_PAUSE = 0.0005  # seconds, in which who waits can begin


@contextmanager
def my_turn() -> Iterator[None]:
    """Have PDFium alone, for a moment."""
    with _TURN:
        yield


@contextmanager
def turn_by_turn(watch: Callable[[float], None]) -> Iterator[Callable[[float], None]]:
    """Have PDFium for long work; others get a turn whenever it calls what is yielded, in place of `watch`."""

    def let_others(fraction: float) -> None:
        _TURN.release()
        try:
            watch(fraction)
            time.sleep(_PAUSE)
        finally:
            _TURN.acquire()

    with _TURN:
        yield let_others
