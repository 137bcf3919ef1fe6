"""The table that `make bench` ends with: every measurement puts a row into it, whether it keeps to its bar or not."""

from collections.abc import Iterator
from typing import NamedTuple

import pytest


class Row(NamedTuple):
    """One thing measured; `bar` is None for what is told without being judged."""

    what: str
    ours: str
    compared_to: str = ""
    ratio: float | None = None
    bar: float | None = None
    ok: bool | None = None


class Table:
    """The rows measured so far."""

    def __init__(self) -> None:
        self.rows: list[Row] = []

    def tell(self, what: str, ours: str, compared_to: str = "", ratio: float | None = None) -> None:
        """Put in what is told without being judged."""
        self.rows.append(Row(what, ours, compared_to, ratio))

    def judge(self, what: str, ours: str, compared_to: str, *, ratio: float, bar: float) -> bool:
        """Put in a ratio, and return whether it keeps to its bar."""
        self.rows.append(Row(what, ours, compared_to, ratio, bar, ratio <= bar))
        return ratio <= bar

    def lines(self) -> Iterator[str]:
        """Yield the lines of the table."""
        heads = ("what", "ours", "compared to", "ratio", "bar", "ok?")
        cells = [heads, *(_words(row) for row in self.rows)]
        widths = [max(map(len, column)) for column in zip(*cells, strict=True)]
        for place, row in enumerate(cells):
            yield "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip()
            if place == 0:
                yield "  ".join("-" * width for width in widths)


def _words(row: Row) -> tuple[str, ...]:
    ratio = "" if row.ratio is None else f"{row.ratio:.2f}"
    ok = {None: "", True: "yes", False: "MISSES"}[row.ok]
    return row.what, row.ours, row.compared_to, ratio, "" if row.bar is None else f"{row.bar:.2f}", ok


_TABLE = pytest.StashKey[Table]()


def pytest_configure(config: pytest.Config) -> None:
    config.stash[_TABLE] = Table()


@pytest.fixture
def table(request: pytest.FixtureRequest) -> Table:
    """The table of this run."""
    return request.config.stash[_TABLE]


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter, config: pytest.Config) -> None:
    lines = list(config.stash[_TABLE].lines())
    if len(lines) > 2:
        terminalreporter.section("measured")
        for line in lines:
            terminalreporter.write_line(line)
