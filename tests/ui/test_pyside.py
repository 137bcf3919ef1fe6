"""PySide6 itself: a release that miscounts references ends the process while somebody types."""

import sys

import pytest
from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QApplication, QLabel, QPlainTextEdit

CALLS = 500


class Sender(QObject):
    """Sends a signal to itself."""

    sent = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.sent.connect(self.receive)

    def receive(self, words: str) -> None:
        """Take it."""

    def send(self) -> None:
        """Send it."""
        self.sent.emit("x")


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize(
    "call",
    [
        pytest.param(Sender().send, id="a signal"),
        pytest.param(lambda: QLabel().setText("x"), id="a setter"),
        pytest.param(lambda: QPlainTextEdit().setPlainText("x"), id="a text"),
        pytest.param(lambda: QTimer().start(1000), id="a timer"),
        pytest.param(QApplication.processEvents, id="the event loop"),
    ],
)
def test_no_call_takes_a_reference_that_is_not_its_own(call):
    # PySide6 6.12.0 gives back None and True without counting them: before Python 3.12, where these can die, the
    # program ends with "deallocating None" after some thousand keys.
    call()
    before = [sys.getrefcount(value) for value in (None, True, False)]

    for _ in range(CALLS):
        call()

    after = [sys.getrefcount(value) for value in (None, True, False)]
    assert all(now > then - CALLS // 2 for then, now in zip(before, after, strict=True))
