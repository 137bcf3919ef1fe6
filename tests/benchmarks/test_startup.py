"""From the start of the process to the first painted topic, and the memory of the window, against a bare window.

Both programs are started by turns and run alone; ratios are taken pair by pair.
"""

import shutil
import statistics
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from .conftest import Table
from .samples import SHIPPED, write_notes
from .starting import Home, Pairs, pairs

ROUNDS = 25
TIME_BAR = 1.35
MEMORY_BAR = 1.4

pytestmark = pytest.mark.benchmark_ratio


@pytest.fixture
def place(tmp_path: Path) -> Home:
    return Home(tmp_path)


def test_the_first_topic_is_there_soon(place: Home, table: Table) -> None:
    place.run("ours", "closed")

    assert starts_in_time("start", place, table)


def test_the_first_topic_is_there_soon_with_a_thousand_notes(place: Home, table: Table) -> None:
    write_notes(place.state, SHIPPED, 1000)
    place.run("ours", "closed")

    assert starts_in_time("start, 1,000 notes", place, table)


def test_the_first_topic_is_there_soon_at_the_very_first_start(place: Home, table: Table) -> None:
    def forget() -> None:
        for folder in (place.state, place.cache):
            shutil.rmtree(folder, ignore_errors=True)

    assert starts_in_time("very first start", place, table, before_each=forget)


@pytest.mark.skipif(sys.platform != "linux", reason="the memory of a process is read in /proc")
def test_the_window_is_not_much_heavier_than_a_bare_one(place: Home, table: Table) -> None:
    place.run("ours", "closed")

    runs = place.in_turns(5, "idle")

    painted, finished = (statistics.median(ours[f"{at}_wall"] for ours, _ in runs) for at in ("painted", "finished"))
    memory = pairs(runs, "pss")
    table.tell("everything in place", f"{1000 * (finished - painted):.0f} ms", "after the first topic")
    assert table.judge("memory (PSS)", *in_megabytes(memory), ratio=memory.ratio, bar=MEMORY_BAR)


def starts_in_time(what: str, place: Home, table: Table, *, before_each: Callable[[], object] = lambda: None) -> bool:
    """Measure, put two rows in the table, and return whether the bar is kept."""
    runs = place.in_turns(ROUNDS, "painted", before_each=before_each)
    wall, cpu = pairs(runs, "painted_wall"), pairs(runs, "painted_cpu")
    in_time = table.judge(f"{what}: first topic", *in_milliseconds(wall), ratio=wall.ratio, bar=TIME_BAR)
    table.tell(f"{what}: processor time", *in_milliseconds(cpu), cpu.ratio)
    least = in_milliseconds(Pairs((min(wall.ours),), (min(wall.bare),)))
    table.tell(f"{what}: quickest (bare runs spread {wall.spread:.0%})", *least, wall.ratio_of_least)
    return in_time


def in_milliseconds(times: Pairs) -> tuple[str, str]:
    return f"{1000 * statistics.median(times.ours):.0f} ms", f"{1000 * statistics.median(times.bare):.0f} ms, bare"


def in_megabytes(sizes: Pairs) -> tuple[str, str]:
    return f"{statistics.median(sizes.ours) / 1e6:.1f} MB", f"{statistics.median(sizes.bare) / 1e6:.1f} MB, bare"
