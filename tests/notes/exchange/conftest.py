"""Two readers with a state folder each, and what goes from one to the other."""

import datetime
from collections.abc import Iterator
from pathlib import Path

import pytest

from fmm_desktop.notes.exchange import annotations, picking, planning, reading
from fmm_desktop.notes.exchange.planning import Plan
from fmm_desktop.notes.exchange.reading import Origin
from fmm_desktop.notes.note import Anchor, Note, Traits, Words
from fmm_desktop.notes.store import NoteStore

NOON = datetime.datetime(2025, 12, 1, 12, tzinfo=datetime.UTC)
POSITION = Anchor("fmm", "nar/oekraine", "p1", 1, "Nederland blijft Oekraïne steunen.")
STEADFAST = Words.of(POSITION.quote, 10, 16)


class Desk:
    """A reader with notes."""

    def __init__(self, store: NoteStore) -> None:
        self.store = store

    def write(self, text: str, anchor: Anchor = POSITION, traits: Traits | None = None) -> Note:
        """Write a new note and leave it."""
        return self.change(None, text, anchor, traits)

    def change(self, note_id: str | None, text: str, anchor: Anchor = POSITION, traits: Traits | None = None) -> Note:
        """Write something else in a note and leave it."""
        if note_id:
            self.store.get(note_id)
        note = self.store.settle(self.store.write(note_id, anchor, text, traits).id)
        assert note is not None
        return note

    def send(self, *dossiers: str) -> bytes:
        """Return an export."""
        return annotations.write(picking.pick(self.store, dossiers))

    def plan(self, data: bytes, onto: str = "") -> Plan:
        """Return what an import would do."""
        return planning.plan(reading.read(data, Origin(NOON, onto)), self.store.histories, self.store.bin.thrown_away())

    def take(self, data: bytes, onto: str = "", *, bring_back: bool = False) -> list[str]:
        """Import, and return what became of each note."""
        plan = self.plan(data, onto)
        self.store.take_in(plan.revisions(bring_back=bring_back), thrown_away=bring_back)
        return [one.fate.value for one in plan.planned]

    def notes(self, dossier: str = "fmm") -> tuple[Note, ...]:
        """Return the notes of a dossier."""
        return self.store.of_dossier(dossier)


@pytest.fixture
def anna(tmp_path: Path) -> Iterator[Desk]:
    with NoteStore.open(tmp_path / "anna", author="anna", device="laptop") as store:
        yield Desk(store)


@pytest.fixture
def bram(tmp_path: Path) -> Iterator[Desk]:
    with NoteStore.open(tmp_path / "bram", author="bram", device="tablet") as store:
        yield Desk(store)
