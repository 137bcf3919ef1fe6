"""Stores on real files, with a clock that the test moves."""

import datetime
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from fmm_desktop.notes.note import Anchor
from fmm_desktop.notes.store import NoteStore

OpenStore = Callable[..., NoteStore]


class Clock:
    """A clock that goes on a second each time it is read, and that a test can set."""

    def __init__(self) -> None:
        self.time = datetime.datetime(2025, 12, 1, 9, 0, tzinfo=datetime.UTC)

    def __call__(self) -> datetime.datetime:
        self.time += datetime.timedelta(seconds=1)
        return self.time

    def go(self, **by: int) -> None:
        """Move the clock, such as `go(days=-1)`."""
        self.time += datetime.timedelta(**by)


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Where the notes are; not made yet."""
    return tmp_path / "notes"


@pytest.fixture
def anchor() -> Anchor:
    return Anchor("fmm", "nar/oekraine", "p1", 1, "Nederland blijft Oekraïne steunen.")


@pytest.fixture
def open_store(folder: Path, clock: Clock) -> Iterator[OpenStore]:
    """Open stores on `folder` that are closed when the test ends."""
    opened: list[NoteStore] = []

    def open_one(device: str = "laptop", **options: object) -> NoteStore:
        store = NoteStore.open(folder, author="reader", device=device, now=clock, **options)  # type: ignore[arg-type]
        opened.append(store)
        return store

    yield open_one
    for store in opened:
        if store.is_open:
            store.close()


@pytest.fixture
def store(open_store: OpenStore) -> NoteStore:
    return open_store()
