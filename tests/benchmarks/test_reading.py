"""Reading 10,000 topics against what PyYAML's own C loader needs for the same file, in the same run."""

import statistics
from pathlib import Path

import pytest
import synthetic

from fmm_desktop.dossier.reading import read

from .conftest import Table
from .measuring import loaded, seconds

TOPICS = 10_000
ROUNDS = 3
BAR = 1.25


@pytest.mark.benchmark_ratio
def test_reading_costs_at_most_a_quarter_more_than_the_yaml_alone(tmp_path: Path, table: Table) -> None:
    path = tmp_path / "synthetic.yaml"
    path.write_text(synthetic.yaml_text(TOPICS), encoding="utf-8")
    ours, alone = [], []
    for _ in range(ROUNDS):
        ours.append(seconds(lambda: read(path)))
        alone.append(seconds(lambda: loaded(path)))

    ratio = statistics.median(ours) / statistics.median(alone)

    assert table.judge(
        f"reading {TOPICS:,} topics ({path.stat().st_size / 1e6:.1f} MB)",
        f"{statistics.median(ours):.2f} s",
        f"{statistics.median(alone):.2f} s, YAML alone",
        ratio=ratio,
        bar=BAR,
    )
