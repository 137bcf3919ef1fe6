"""A thousand notes on another edition, half of the passages of which were edited; and two editions compared."""

import random
import time
from collections import Counter
from collections.abc import Callable, Iterator

import pytest
import synthetic
from msgspec.structs import replace

from fmm_desktop.dossier.comparing import compare
from fmm_desktop.dossier.links import words_in
from fmm_desktop.dossier.model import Dossier, Passage, Topic
from fmm_desktop.notes.note import Anchor, Words
from fmm_desktop.notes.placing import Placement, Placer

from .conftest import Table

NOTES = 1_000
BAR = 500.0  # ms
ROUNDS = 5

pytestmark = pytest.mark.benchmark_ratio


@pytest.mark.parametrize("topics", [400, 10_000])
def test_a_thousand_notes_are_placed_on_a_new_edition(topics: int, table: Table) -> None:
    old = synthetic.dossier(topics)
    new, anchors = edited(old), list(notes_on(old))

    first = _milliseconds(lambda: [Placer(new).place(anchor) for anchor in anchors[:1]])
    taken = min(_milliseconds(lambda: _placed(new, anchors)) for _ in range(ROUNDS))
    known = min(_milliseconds(lambda: _placed(new, anchors, old)) for _ in range(ROUNDS))
    same = min(_milliseconds(lambda: _placed(old, anchors)) for _ in range(ROUNDS))

    outcomes = Counter(placed.outcome.value for placed in _placed(new, anchors))
    said = f"{taken:.0f} ms; {', '.join(f'{count} {outcome}' for outcome, count in outcomes.most_common())}"
    what = f"placing: {NOTES:,} notes on {topics:,} topics"
    table.tell(f"{what}, same edition", f"{same:.0f} ms")
    table.tell(f"{what}, the edition before at hand", f"{known:.0f} ms; one note {first:.1f} ms")
    if topics == 400:
        assert table.judge(what, said, f"{BAR:.0f} ms", ratio=taken / BAR, bar=1.0)
        assert known < BAR
    else:
        table.tell(what, said)


@pytest.mark.parametrize("topics", [400, 10_000])
def test_two_editions_are_compared(topics: int, table: Table) -> None:
    old = synthetic.dossier(topics)
    new = edited(old)

    taken = _milliseconds(lambda: compare(old, new))
    same = _milliseconds(lambda: compare(old, synthetic.dossier(topics)) if topics == 400 else compare(old, old))

    table.tell(f"comparing: {topics:,} topics, half of the passages edited", f"{taken:.0f} ms; the same {same:.0f} ms")


def notes_on(dossier: Dossier) -> Iterator[Anchor]:
    """Yield notes on passages all over the dossier, most of them on some words."""
    chance = random.Random(1)
    topics = list(dossier.topics())
    for _ in range(NOTES):
        topic = chance.choice(topics)
        passage = chance.choice(topic.passages)
        text = words_in(passage.text, dossier, topic.path)
        words = text.split()
        if len(words) < 4 or chance.random() < 0.2:
            yield Anchor(dossier.id, topic.path, passage.id, 1, text)
            continue
        first = chance.randrange(len(words) - 3)
        start = len(" ".join(words[:first])) + (first > 0)
        end = start + len(" ".join(words[first : first + chance.randint(1, 8)]))
        yield Anchor(dossier.id, topic.path, passage.id, 1, text, Words.of(text, start, end))


def edited(dossier: Dossier) -> Dossier:
    """Return an edition of which half of the passages were edited: put in, taken out, moved on, reworded."""
    chance = random.Random(2)
    sessions = (
        replace(session, topics=tuple(_edited(topic, chance) for topic in session.topics))
        for session in dossier.sessions
    )
    return replace(dossier, edition=2, sessions=tuple(sessions))


def _edited(topic: Topic, chance: random.Random) -> Topic:
    passages: list[Passage] = []
    for passage in topic.passages:
        what = chance.choice(["same", "same", "same", "same", "new", "gone", "last", "reworded"])
        if what == "new":
            passages.append(replace(passage, text=synthetic._sentence(chance, 15)))
        if what == "reworded":
            words = passage.text.split()
            words[chance.randrange(len(words))] = chance.choice(synthetic._WORDS)
            passages.append(replace(passage, text=" ".join(words)))
        elif what != "gone":
            passages.insert(0 if what == "last" else len(passages), passage)
    return replace(topic, passages=tuple(_numbered(passages)))


def _numbered(passages: list[Passage]) -> Iterator[Passage]:
    """Yield passages with ids made from their places, as those without one get them."""
    for place, passage in enumerate(passages, 1):
        yield replace(passage, id=f"{passage.kind}-{place}" if passage.id.startswith(passage.kind) else passage.id)


def _placed(dossier: Dossier, anchors: list[Anchor], before: Dossier | None = None) -> list[Placement]:
    placer = Placer(dossier, before)
    return [placer.place(anchor) for anchor in anchors]


def _milliseconds(step: Callable[[], object]) -> float:
    start = time.perf_counter()
    step()
    return 1000 * (time.perf_counter() - start)
