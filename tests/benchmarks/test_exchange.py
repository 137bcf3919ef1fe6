"""Notes out to annotations and in from them, 5,000 a second or more; and what the JSON alone costs in the same run."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import msgspec
import pytest

from fmm_desktop.dossier.reading import read
from fmm_desktop.notes.exchange import annotations, picking, planning, reading
from fmm_desktop.notes.exchange.file import content
from fmm_desktop.notes.exchange.reading import Origin
from fmm_desktop.notes.note import Anchor, Content, NoteKind, Revision, Words
from fmm_desktop.notes.revisions import new_id
from fmm_desktop.notes.store import NoteStore

from .conftest import Table
from .measuring import seconds
from .samples import SHIPPED

NOTES = 10_000
A_SECOND = 5_000
START = datetime(2025, 12, 1, 9, tzinfo=UTC)

pytestmark = pytest.mark.benchmark_ratio


def _filled(folder: Path) -> NoteStore:
    """Return a store with notes on words in the passages of the shipped dossier, each changed once."""
    dossier = read(SHIPPED)
    passages = [(topic.path, passage) for topic in dossier.topics() for passage in topic.passages]
    store = NoteStore.open(folder, author="reader", device="laptop")
    store.take_in(_revisions(dossier.id, passages))
    return store


def _revisions(dossier_id, passages):
    kinds = tuple(NoteKind)
    for number in range(NOTES):
        path, passage = passages[number % len(passages)]
        words = Words.of(passage.text, 0, min(20, len(passage.text)))
        said = Content(
            anchor=Anchor(dossier_id, path, passage.id, 1, passage.text, words),
            text=f"Vraag {number}: wie betaalt, en vanaf wanneer? Zie ook *alinea 2*.",
            created=START + timedelta(seconds=number),
            creator="reader",
            kind=kinds[number % len(kinds)],
            labels=("geld",),
        )
        note, first, second = new_id(), new_id(), new_id()
        for revision, parents in ((first, ()), (second, (first,))):
            yield Revision(
                id=revision,
                note=note,
                parents=parents,
                time=said.created,
                author="reader",
                device="laptop",
                content=said,
            )


def _judge(what: str, taken: float, alone: float, table: Table) -> bool:
    rate = NOTES / taken
    return table.judge(
        what,
        f"{taken:.2f} s, {rate:,.0f} notes/s",
        f"{NOTES / A_SECOND:.0f} s; JSON alone {alone:.2f} s",
        ratio=taken * A_SECOND / NOTES,
        bar=1.0,
    )


def test_ten_thousand_notes_go_out_and_come_in(tmp_path: Path, table: Table) -> None:
    file = tmp_path / "notes.jsonld"
    with _filled(tmp_path / "one") as store:
        out = seconds(lambda: file.write_bytes(annotations.write(picking.pick(store))))
    with NoteStore.open(tmp_path / "two", author="other", device="tablet") as store:

        def take_in() -> None:
            incoming = reading.read(content(file), Origin(START))
            assert store.take_in(planning.plan(incoming, store.histories).revisions()) == NOTES

        into = seconds(take_in)
        again = seconds(lambda: planning.plan(reading.read(content(file), Origin(START)), store.histories))
        assert sum(store.dossier_counts().values()) == NOTES

    document = msgspec.json.decode(content(file))
    encoded = seconds(lambda: msgspec.json.encode(document))
    decoded = seconds(lambda: msgspec.json.decode(content(file)))
    outcome = [
        _judge(f"notes out ({file.stat().st_size / 1e6:.0f} MB)", out, encoded, table),
        _judge("notes in", into, decoded, table),
        _judge("notes in: the plan, all here", again, decoded, table),
    ]
    assert all(outcome)
