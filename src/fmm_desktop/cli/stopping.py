"""Ctrl+C and the system's request to end: heard at once, but not between a file that is written and its being told."""

import signal
from collections.abc import Callable
from types import FrameType

_Handler = Callable[[int, FrameType | None], object] | int | None
_ASKED = (signal.SIGINT, signal.SIGTERM)


class Stopping:
    """Within its block, who is asked to stop gets a KeyboardInterrupt; what is ignored from outside stays so."""

    def __init__(self) -> None:
        self._is_held = self._is_asked = False
        self._before: dict[signal.Signals, _Handler] = {}

    def __enter__(self) -> "Stopping":
        """Listen from now on."""
        for asked in _ASKED:
            if (before := signal.getsignal(asked)) is not signal.SIG_IGN:
                self._before[asked] = before
                signal.signal(asked, self._hear)
        return self

    def __exit__(self, *_error: object) -> None:
        """Let everything be as it was."""
        for asked, before in self._before.items():
            signal.signal(asked, before)

    def hold(self) -> None:
        """Be interrupted no more until `let_go`."""
        self._is_held = True

    def let_go(self) -> None:
        """Be interrupted again, now if that was asked meanwhile."""
        self._is_held = False
        if self._is_asked:
            raise KeyboardInterrupt

    def _hear(self, _signal: int, _frame: FrameType | None) -> None:
        self._is_asked = True
        if not self._is_held:
            raise KeyboardInterrupt
