"""Starts whole programs as a reader does, and takes their times from the start of the process on."""

import json
import os
import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Literal, NamedTuple

PROGRAMS = Path(__file__).parent / "programs"
SOURCE = Path(__file__).parents[2] / "src"
_PATIENCE = 60  # seconds
_SCREEN = {"name": "screen", "x": 0, "y": 0, "width": 1920, "height": 1080, "logicalDpi": 96, "dpr": 1}

Program = Literal["ours", "bare"]
Until = Literal["painted", "idle", "closed"]


class Pairs(NamedTuple):
    """What runs of ours and of the bare program, by turns, took: seconds or bytes, the n-th of one beside the other."""

    ours: tuple[float, ...]
    bare: tuple[float, ...]

    @property
    def ratio(self) -> float:
        """The median of the ratios pair by pair: what slows the machine for a while slows both of a pair."""
        return statistics.median(ours / bare for ours, bare in zip(self.ours, self.bare, strict=True))

    @property
    def ratio_of_least(self) -> float:
        """The ratio of the least of each: what is left when nothing else gets in the way."""
        return min(self.ours) / min(self.bare)

    @property
    def spread(self) -> float:
        """How restless the machine was: how far the middle half of the bare runs lies apart, per median."""
        low, middle, high = statistics.quantiles(self.bare, n=4)
        return (high - low) / middle


class Home:
    """An empty home folder of a reader, in which programs are started without any argument."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        platform = os.environ.get("QT_QPA_PLATFORM", "offscreen")
        if platform == "offscreen":  # by itself it has a screen on which our window would not find room, and be smaller
            (folder / "screen.json").write_text(json.dumps({"screens": [_SCREEN]}), encoding="utf-8")
            platform += f":configfile={folder / 'screen.json'}"
        unset = ("XDG_", "LC_", "LANGUAGE", "QT_", "PYTHON")
        self._environment = {
            **{name: value for name, value in os.environ.items() if not name.startswith(unset)},
            "QT_QPA_PLATFORM": platform,
            "HOME": str(folder),
            "LANG": "nl_NL.UTF-8",
            "PYTHONPATH": str(SOURCE),
        }

    @property
    def state(self) -> Path:
        """Where our program keeps notes and the state of the window when nobody moves them."""
        return self.folder / ".local" / "share" / "fmm-desktop"

    @property
    def cache(self) -> Path:
        """Where our program keeps dossiers that were read."""
        return self.folder / ".cache" / "fmm-desktop"

    def run(self, program: Program, until: Until) -> dict[str, float]:
        """Start a program and return what it tells: seconds since the start (`…_wall`), computed, and bytes."""
        command = [sys.executable, str(PROGRAMS / f"{program}.py"), until]
        start = time.monotonic()
        done = subprocess.run(command, env=self._environment, capture_output=True, timeout=_PATIENCE, check=False)
        assert done.returncode == 0, done.stderr.decode()
        told = {name: float(value) for name, value in map(str.split, done.stdout.decode().splitlines())}
        walls = {name.replace("_clock", "_wall"): at - start for name, at in told.items() if name.endswith("_clock")}
        return told | walls

    def in_turns(
        self, rounds: int, until: Until, *, before_each: Callable[[], object] = lambda: None
    ) -> list[tuple[dict[str, float], dict[str, float]]]:
        """Return what ours and the bare program tell in as many rounds, after two that only warm the machine."""
        found = []
        for _ in range(rounds + 2):
            before_each()
            found.append((self.run("ours", until), self.run("bare", until)))
        return found[2:]


def pairs(runs: list[tuple[dict[str, float], dict[str, float]]], name: str) -> Pairs:
    """Return one of the things that were told, of all runs."""
    return Pairs(tuple(ours[name] for ours, _ in runs), tuple(bare[name] for _, bare in runs))
