"""Notes: opening, showing and saving with 100,000 in the database and 1,000 on the open dossier; the table of all.

What a save costs beside the disk is the time of the call less that of an empty commit to the same disk: the sync.
"""

import sqlite3
import statistics
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from fmm_desktop import app
from fmm_desktop.dossier.model import Topic
from fmm_desktop.dossier.reading import read
from fmm_desktop.notes.note import Anchor
from fmm_desktop.notes.store import NoteStore
from fmm_desktop.ui.notes.rows import RowsView

from .conftest import Table
from .measuring import seconds
from .samples import SHIPPED, take_in_notes
from .starting import Home

EVERYWHERE, HERE = 100_000, 1_000
ROUNDS = 15
SAVES = 300
SHOWN_BAR, SAVED_BAR = 16.0, 10.0  # ms, for 95 of a hundred
OPENED_BAR = 1.05
LARGE = 10_000  # notes in the table
TABLE_BAR = 50.0  # ms for a key in its line, or a click on a heading

pytestmark = pytest.mark.benchmark_ratio


@pytest.fixture(scope="module")
def full(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A home folder with 100,000 notes in it."""
    home = tmp_path_factory.mktemp("full")
    take_in_notes(Home(home).state, SHIPPED, here=HERE, elsewhere=EVERYWHERE - HERE)
    return home


@pytest.fixture
def store(full: Path) -> Iterator[NoteStore]:
    with NoteStore.open(Home(full).state, author="reader", device="laptop") as opened:
        yield opened


def test_opening_the_program(full: Path, tmp_path: Path, table: Table) -> None:
    homes = Home(full), Home(tmp_path)
    for home in homes:
        home.run("ours", "closed")  # keeps the dossier
        with NoteStore.open(home.state, author="reader", device="laptop") as store:
            store.back_up_if_due()  # as the first window of the day does
    runs = [tuple(home.run("ours", "closed") for home in homes) for _ in range(ROUNDS)]

    first, later = (
        statistics.median(many[name] / none[name] for many, none in runs) for name in ("painted_wall", "finished_wall")
    )
    table.tell(f"open, {EVERYWHERE:,} notes: everything in place", *beside(runs, "finished_wall"), later)
    assert table.judge(
        f"open, {EVERYWHERE:,} notes: the first topic", *beside(runs, "painted_wall"), ratio=first, bar=OPENED_BAR
    )


def beside(runs: list[tuple[dict[str, float], ...]], name: str) -> tuple[str, str]:
    """Return what something took with many notes and with none, in words."""
    many, none = (1000 * statistics.median(run[place][name] for run in runs) for place in (0, 1))
    return f"{many:.0f} ms", f"{none:.0f} ms, none"


def test_showing_the_notes_of_a_topic(full: Path, qtbot: QtBot, table: Table) -> None:
    window = app.build(["--data-dir", str(Home(full).state), str(SHIPPED)])
    qtbot.addWidget(window)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    qtbot.waitUntil(lambda: window.navigator.dossier is not None)
    qtbot.waitUntil(lambda: window.controls._notes_desk.placements.is_known)
    dossier, controls = window.navigator.dossier, window.controls
    topics = list(dossier.topics())

    def show(topic: Topic) -> None:
        controls._notes_desk.show(dossier, topic)
        controls._notes._list.viewport().repaint()

    taken = [seconds(lambda topic=topic: show(topic), tidy=False) for _ in range(20) for topic in topics]

    p95 = 1000 * statistics.quantiles(taken, n=20)[-1]
    counts = f"{HERE // len(topics)} on it, {EVERYWHERE:,} in all"
    table.tell(
        "show the notes of a topic for the first time, the slowest", f"{1000 * max(taken[: len(topics)]):.1f} ms"
    )
    assert table.judge(
        f"show the notes of a topic, {counts}, 95 of 100",
        f"{p95:.1f} ms",
        f"{SHOWN_BAR:.0f} ms",
        ratio=p95 / SHOWN_BAR,
        bar=1,
    )
    window.close()


def test_saving(store: NoteStore, full: Path, table: Table) -> None:
    topic = next(iter(read(SHIPPED).topics()))
    anchor = Anchor(read(SHIPPED).id, topic.path)
    note = store.write(None, anchor, "x")
    sync = syncs(Home(full).state)
    typed = [seconds(lambda n=n: store.write(note.id, anchor, "x" * n), tidy=False) for n in range(1, SAVES)]
    settled = []
    for number in range(SAVES):
        store.write(note.id, anchor, f"{number} anders")
        settled.append(seconds(lambda: store.settle(note.id), tidy=False))

    table.tell("save a note: the disk's own sync, median", f"{1000 * sync:.1f} ms")
    kept = []
    for what, times in (("typing", typed), ("leaving", settled)):
        p95 = 1000 * (statistics.quantiles(times, n=20)[-1] - sync)
        kept.append(
            table.judge(
                f"save a note, {what}, off the sync, 95 of 100",
                f"{p95:.1f} ms",
                f"{SAVED_BAR:.0f} ms",
                ratio=p95 / SAVED_BAR,
                bar=1,
            )
        )
    assert all(kept)


def syncs(folder: Path) -> float:
    """Return the median seconds of a commit that holds next to nothing."""
    with closing(sqlite3.connect(folder / "sync.sqlite3", isolation_level=None)) as database:
        database.execute("PRAGMA journal_mode = WAL")
        database.execute("PRAGMA synchronous = FULL")
        database.execute("CREATE TABLE IF NOT EXISTS one (number INTEGER)")
        return statistics.median(
            seconds(lambda: database.execute("INSERT INTO one VALUES (1)"), tidy=False) for _ in range(SAVES)
        )


def test_undoing(store: NoteStore, table: Table) -> None:
    ids = [note.id for note in store.of_dossier(read(SHIPPED).id)]
    store.changes.delete(dict.fromkeys(ids, ()))
    took = seconds(store.changes.undo)
    table.tell(f"undo the deletion of {len(ids):,} notes", f"{1000 * took:.0f} ms")
    assert len(store.of_dossier(read(SHIPPED).id)) == len(ids)


def test_the_table_of_all_notes(tmp_path: Path, qtbot: QtBot, table: Table) -> None:
    state = tmp_path / "state"
    take_in_notes(state, SHIPPED, here=LARGE, elsewhere=0)
    window = app.build(["--data-dir", str(state), str(SHIPPED)])
    qtbot.addWidget(window)
    with qtbot.waitExposed(window):
        window.show()
    doors = window.controls._hands.doors
    opened = seconds(doors.show_table)
    shown = next(one for one in doors._fill)
    (view,) = shown.findChildren(RowsView)
    first = seconds(lambda: ask(shown, "o"))
    asked = max(seconds(lambda typed=typed: ask(shown, typed)) for typed in ("oe", "oek", "wie 7", "note:open", "-7"))
    ask(shown, "")
    sorting = max(seconds(lambda column=column: view.sortByColumn(column, view.horizontalHeader().sortIndicatorOrder()))
                  for column in range(7))  # fmt: skip

    table.tell(f"table: {LARGE:,} notes shown", f"{1000 * opened:.0f} ms")
    table.tell("table: the first key in its line", f"{1000 * first:.0f} ms")
    kept = [
        table.judge(
            f"table: {what} of {LARGE:,} notes",
            f"{1000 * took:.0f} ms",
            f"{TABLE_BAR:.0f} ms",
            ratio=1000 * took / TABLE_BAR,
            bar=1,
        )
        for what, took in (("the slowest filter", asked), ("the slowest sort", sorting))
    ]
    window.close()
    assert all(kept)


def ask(shown: app.MainWindow, typed: str) -> None:
    """Type into the line of the table and have it filtered now."""
    shown.line.setText(typed)
    shown._filter()
