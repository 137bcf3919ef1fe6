"""Finding in an open dossier of 200, 10,000 and 100,000 topics: against a scan of their folded texts."""

import gc
import random
import statistics
import sys
from collections.abc import Iterator
from pathlib import Path
from types import FunctionType, ModuleType

import pytest
import synthetic
from msgspec import structs

from fmm_desktop.dossier.links import words_of_topic
from fmm_desktop.dossier.model import Dossier, Passage, Session, Topic
from fmm_desktop.dossier.reading import read
from fmm_desktop.search.finder import Finder
from fmm_desktop.search.folding import fold
from fmm_desktop.search.nearest import nearest
from fmm_desktop.search.query import parse

from .conftest import Table
from .measuring import seconds

SIZES = [200, 10_000, 100_000]
ROUNDS = 5
BAR = 5.0  # ms, for 95 of a hundred
PREPARING_BAR = 0.5
WORD = "schaduwvloot"
TYPED = [
    *(WORD[:letters] for letters in range(1, len(WORD) + 1)), "e", "en", "de", "zzz", "oekraine steun",
    "vloot -sancties", "soort:inzet", "actor:nl steun", "tag:steun", "sessie:steun", "zekerheid:gepland a b c",
    "e -zzz",
]  # fmt: skip

pytestmark = pytest.mark.benchmark_ratio


@pytest.mark.parametrize("size", SIZES)
def test_a_query_is_answered_between_two_frames(size: int, table: Table) -> None:
    dossier = synthetic.dossier(size)
    finder = Finder(dossier)
    preparing = seconds(lambda: finder.prepare(unwatched))
    taken = sorted(milliseconds(finder, typed) for typed in TYPED * ROUNDS)
    folded = [fold(words_of_topic(topic, dossier)) for topic in dossier.topics()]
    scan = 1000 * min(seconds(lambda: [place for place, text in enumerate(folded) if WORD in text]) for _ in range(3))
    middle, high = statistics.median(taken), statistics.quantiles(taken, n=20)[-1]

    said = f"p50 {middle:.2f}, p95 {high:.2f}, max {taken[-1]:.2f} ms"
    table.tell(
        f"finding: {size:,} topics, ready in", f"{preparing:.2f} s", f"{weight(finder) / size:.0f} bytes a topic"
    )
    table.tell(f"finding: {size:,} topics, against a scan", said, f"{scan:.2f} ms, scan of folded texts", high / scan)
    assert table.judge(f"finding: {size:,} topics", said, f"{BAR:.0f} ms, p95", ratio=high / BAR, bar=1.0)


def test_texts_are_looked_through_beside_the_window(table: Table) -> None:
    finder = Finder(synthetic.dossier(10_000))
    finder.prepare(unwatched)

    for typed in ('"de raad van"', "soort:inzet schaduwvloot"):
        query = parse(typed)
        assert finder.is_slow(query)
        first, again = (1000 * seconds(lambda query=query: finder.find(query)) for _ in range(2))
        table.tell(f"finding: {typed}, 10,000 topics", f"{first:.0f} ms, beside the window", f"{again:.2f} ms, again")


def test_many_different_words_stay_quick(table: Table) -> None:
    dossier = with_words(synthetic.dossier(10_000), 100_000)
    finder = Finder(dossier)
    finder.prepare(unwatched)
    spoken = sorted({topic.passages[0].text.split()[0] for topic in dossier.topics()})
    asked = ["een", "ena", *(word[:end] for word in spoken[::100] for end in range(1, len(word) + 1))]
    taken = [milliseconds(finder, typed) for typed in asked]
    high = statistics.quantiles(taken, n=20)[-1]

    said = f"p95 {high:.2f}, max {max(taken):.2f} ms, {weight(finder) / 10_000:.0f} bytes a topic"
    assert table.judge("finding: 100,000 words, 10,000 topics", said, f"{BAR:.0f} ms, p95", ratio=high / BAR, bar=1.0)


def test_what_was_meant_is_there_before_the_reader_looks_up(table: Table) -> None:
    dossier = with_words(synthetic.dossier(10_000), 100_000)
    finder = Finder(dossier)
    finder.prepare(unwatched)
    words = [word for word in list(finder.vocabulary.topics)[::2000] if len(word) > 5]
    slips = [f"{word[:3]}{word[4:]}" for word in words] + [f"{word[:2]}{word[3]}{word[2]}{word[4:]}" for word in words]
    taken = sorted(1000 * seconds(lambda typed=typed: nearest(typed, dossier, finder), tidy=False) for typed in slips)
    high = statistics.quantiles(taken, n=20)[-1]

    said = f"p50 {statistics.median(taken):.0f}, p95 {high:.0f} ms"
    assert table.judge("finding: what was meant, 100,000 words", said, "50 ms, p95", ratio=high / 50, bar=1.0)


def test_making_ready_costs_a_part_of_reading(tmp_path: Path, table: Table) -> None:
    file = tmp_path / "large.yaml"
    file.write_text(synthetic.yaml_text(10_000), encoding="utf-8")
    reading = seconds(lambda: read(file))
    dossier = read(file)
    preparing = min(seconds(lambda: Finder(dossier).prepare(unwatched)) for _ in range(2))

    assert table.judge(
        "finding: making ready, 10,000 topics",
        f"{preparing:.2f} s",
        f"{reading:.2f} s, reading",
        ratio=preparing / reading,
        bar=PREPARING_BAR,
    )


def milliseconds(finder: Finder, typed: str) -> float:
    """Return how long the first answer to `typed` takes: what was answered before is forgotten."""
    answers = finder._answers
    assert answers is not None
    answers._with_word.cache_clear()
    answers._in_field.cache_clear()
    query = parse(typed)
    return 1000 * seconds(lambda: finder.is_slow(query) or finder.find(query), tidy=False)


def unwatched(_fraction: float) -> None:
    """Nobody waits."""


def with_words(dossier: Dossier, count: int) -> Dossier:
    """Return a dossier whose topics speak of `count` different words, some much, most seldom."""
    chance = random.Random(5)
    letters = "abcdefghijklmnopqrstuvwxyz" + "eeeeennnaatirdos"
    words = ["".join(chance.choices(letters, k=chance.randint(3, 14))) for _ in range(count)]
    weights = [1 / (place + 10) for place in range(count)]
    drawn = iter(chance.choices(words, weights, k=160 * sum(len(session.topics) for session in dossier.sessions)))

    def spoken(topic: Topic) -> Topic:
        text = " ".join(next(drawn) for _ in range(160))
        return structs.replace(topic, passages=(structs.replace(topic.passages[0], text=text),))

    return structs.replace(
        dossier,
        sessions=tuple(
            structs.replace(session, topics=tuple(map(spoken, session.topics))) for session in dossier.sessions
        ),
    )


def weight(finder: Finder) -> int:
    """Return how many bytes a finder keeps, without the dossier that it finds in."""
    return sum(map(sys.getsizeof, kept_by(finder)))


def kept_by(root: object) -> Iterator[object]:
    """Yield what an object refers to, however far away, each once."""
    elsewhere = (Dossier, Session, Topic, Passage, type, ModuleType, FunctionType)
    seen = {id(root)}
    left = [root]
    while left:
        one = left.pop()
        yield one
        for other in gc.get_referents(one):
            if id(other) not in seen and not isinstance(other, elsewhere):
                seen.add(id(other))
                left.append(other)
