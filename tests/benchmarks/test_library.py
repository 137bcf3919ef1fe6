"""A library of 100,000 topics in 1,000 dossiers: searching, checking and indexing it.

Indexing is measured on a tenth of the files, beside what PyYAML's own C loader needs for the same ones.
"""

import statistics
from collections.abc import Callable, Iterator
from itertools import islice
from pathlib import Path

import pytest
import synthetic

from fmm_desktop.search.library import Library
from fmm_desktop.search.library_tables import NAME
from fmm_desktop.search.query import parse

from .conftest import Table
from .measuring import loaded, seconds

DOSSIERS = 1_000
TOPICS = 100  # in a dossier
ROUNDS = 5
PAGE = 50  # hits that a reader is shown at first

WORDS = (
    """
s|sc|sch|scha|schaduw|schaduwvloot|vloot|e|de|van|ver|zz|xyzzy|luchtverdediging|oekraine|steun sancties|bond raad navo
soort:inzet vloot|kind:position steun -sancties|zekerheid:mogelijk vloot|actor:ru|tag:drones oekraine|-de|-xyzzy
sessie:steun tag:drones|soort:krachtenveld drones|west-balkan
""".replace("\n", "|")
    .strip("|")
    .split("|")
)
"""Queries that the index answers alone."""

LOOKED_FOR = [
    '"steun aan"',
    '"de schaduwvloot"',
    "actor:ru vloot",
    "actor:navo soort:krachtenveld de",
    '-"van de" drones',
]
"""Queries for which pages are looked through."""

pytestmark = pytest.mark.benchmark_ratio


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder of dossiers, as many in each of ten folders."""
    made = tmp_path_factory.mktemp("library")
    for number in range(DOSSIERS):
        path = made / str(number % 10) / f"{number}.yaml"
        path.parent.mkdir(exist_ok=True)
        path.write_text(synthetic.yaml_text(TOPICS, number), encoding="utf-8")
    return made


@pytest.fixture(scope="module")
def library(folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    with Library.open(tmp_path_factory.mktemp("cache")) as opened:
        opened.update([folder])
        yield opened


def test_searching(library: Library, folder: Path, table: Table) -> None:
    every = f"of {DOSSIERS * TOPICS:,} topics"
    all_hits = p95(WORDS, lambda typed: library.count(parse(typed), [folder]))
    first = p95(WORDS, lambda typed: list(islice(library.search(parse(typed), [folder]), PAGE)))
    looked = p95(LOOKED_FOR, lambda typed: library.count(parse(typed), [folder]))
    looked_first = p95(LOOKED_FOR, lambda typed: list(islice(library.search(parse(typed), [folder]), PAGE)))

    table.tell(f"library: all hits for a phrase or in an actor's passages {every}, 95 of 100", f"{looked * 1e3:.0f} ms")
    table.tell(f"library: the first {PAGE} of these, 95 of 100", f"{looked_first * 1e3:.0f} ms")
    kept = [
        table.judge(
            f"library: {what} {every}, 95 of 100", f"{took * 1e3:.1f} ms", f"{bar} ms", ratio=took * 1e3 / bar, bar=1
        )
        for what, took, bar in (("all hits", all_hits, 50), (f"the first {PAGE} hits", first, 5))
    ]
    assert all(kept)


def test_checking_what_has_not_changed(library: Library, folder: Path, table: Table) -> None:
    library.update([folder])
    took = statistics.median(seconds(lambda: library.update([folder])) for _ in range(ROUNDS))

    assert library.update([folder]).read == 0
    assert table.judge(f"library: {DOSSIERS:,} unchanged files", f"{took * 1e3:.0f} ms", "1 s", ratio=took, bar=1)


def test_indexing(folder: Path, tmp_path: Path, table: Table) -> None:
    tenth = folder / "0"
    files = sorted(tenth.iterdir())
    with Library.open(tmp_path / "cache") as library:
        ours = seconds(lambda: library.update([tenth]))
    alone = seconds(lambda: [loaded(path) for path in files])
    read = sum(path.stat().st_size for path in files) / 1e6
    made = (tmp_path / "cache" / NAME).stat().st_size

    topics = len(files) * TOPICS
    table.tell(
        "library: the index on disk", f"{made / topics / 1e3:.1f} kB a topic", f"{read / topics * 1e3:.1f} kB, YAML"
    )
    assert table.judge(
        f"library: indexing {topics:,} topics ({read:.0f} MB)",
        f"{ours:.1f} s",
        f"{alone:.1f} s, YAML alone",
        ratio=ours / alone,
        bar=3,
    )


def p95(queries: list[str], ask: Callable[[str], object]) -> float:
    """Return the seconds within which 95 of 100 queries are answered, each of them asked before."""
    for typed in queries:
        ask(typed)
    took = [seconds(lambda: ask(typed)) for typed in queries for _ in range(ROUNDS)]  # noqa: B023 - called at once
    return statistics.quantiles(took, n=20)[-1]
