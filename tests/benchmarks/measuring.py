"""What several benchmarks measure with."""

import gc
import time
from collections.abc import Callable
from pathlib import Path

import yaml
from PySide6.QtCore import QEvent, QObject
from yaml.cyaml import CSafeLoader


def loaded(path: Path) -> object:
    """Return what PyYAML makes of a file, without any check."""
    with path.open("rb") as file:
        return yaml.load(file, Loader=CSafeLoader)  # the safe loader, in C


def seconds(work: Callable[[], object], *, tidy: bool = True) -> float:
    """Return how long `work` takes, what is left of earlier work cleared away first unless that is not `tidy`."""
    if tidy:
        gc.collect()
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


class Painted(QObject):
    """Counts how often a widget is painted."""

    def __init__(self, widget: QObject) -> None:
        super().__init__(widget)
        self.times = 0
        widget.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        self.times += event.type() is QEvent.Type.Paint
        return False
