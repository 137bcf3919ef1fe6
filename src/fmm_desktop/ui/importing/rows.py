"""A draft as rows from top to bottom, each with where its words stand in the document. Plain values."""

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain

from msgspec import Struct

from fmm_desktop.dossier.model import Certainty, Kind
from fmm_desktop.importing.agenda.draft import Doubt, Draft, DraftPassage, DraftSession, DraftTopic, Span
from fmm_desktop.importing.editing import INTRODUCTION, Place


class Row(Struct, frozen=True, kw_only=True):
    """One row. `kind` is None for the dossier, a session, a topic and a passage of an introduction."""

    place: Place
    text: str
    spans: tuple[Span, ...] = ()
    kind: Kind | None = None
    certainty: Certainty = "planned"
    number: str = ""
    actor: str = ""
    doubts: tuple[Doubt, ...] = ()

    @property
    def has_title(self) -> bool:
        """Whether its text is a title, which can be changed."""
        return len(self.place) < 3  # noqa: PLR2004 - numbers in the place of a passage


_Made = dict[Place, tuple[DraftTopic, tuple[Row, ...]]]


class RowMaker:
    """Makes rows of a draft; those of a topic that is as it was, where it was, are made once."""

    def __init__(self) -> None:
        self._made: _Made = {}

    def rows(self, draft: Draft) -> tuple[Row, ...]:
        """Return the rows of a draft, the dossier first. All drafts that are asked about are of one document."""
        names = {actor.id: actor.name for actor in draft.actors}
        before, self._made = self._made, {}
        first = Row(place=(), text=draft.heading.title, spans=draft.heading.spans, doubts=draft.doubts)
        sessions = (self._session(number, session, before, names) for number, session in enumerate(draft.sessions))
        return (first, *chain.from_iterable(sessions))

    def _session(self, number: int, session: DraftSession, before: _Made, names: dict[str, str]) -> Iterator[Row]:
        title = session.heading
        yield Row(place=(number,), text=title.title, spans=title.spans, doubts=session.doubts, number=str(number + 1))
        for order, passage in enumerate(session.introduction):
            yield _passage((number, INTRODUCTION, order), passage, None, names)
        for order, topic in enumerate(session.topics):
            place = (number, order)
            known = before.get(place)
            made = known if known is not None and known[0] is topic else (topic, tuple(_topic(place, topic, names)))
            self._made[place] = made
            yield from made[1]


def _topic(place: Place, topic: DraftTopic, names: dict[str, str]) -> Iterator[Row]:
    yield Row(
        place=place,
        text=topic.heading.title,
        spans=topic.heading.spans or tuple(span for one in topic.passages[:1] for span in one.spans),
        certainty=topic.certainty,
        doubts=topic.doubts,
        number=f"{place[0] + 1}.{place[1] + 1}",
    )
    for at, passage in enumerate(topic.passages):
        yield _passage((*place, at), passage, passage.kind, names)


def _passage(place: Place, passage: DraftPassage, kind: Kind | None, names: dict[str, str]) -> Row:
    return Row(
        place=place,
        text=f"{passage.label}: {passage.text}" if passage.label_spans else passage.text,
        spans=(*passage.label_spans, *passage.spans),
        kind=kind,
        actor=names.get(passage.actor, ""),
        doubts=passage.doubts,
    )


def counts_of(rows: Sequence[Row]) -> tuple[int, int, int, int]:
    """Return how many sessions, topics and passages there are, and how much is unsure."""
    depths = Counter(len(row.place) for row in rows)
    return depths[1], depths[2], depths[3], sum(len(row.doubts) for row in rows if row.doubts)


class WhereRows:
    """Finds the row that words of the document stand in."""

    def __init__(self, rows: Iterable[Row]) -> None:
        found = sorted((span, number) for number, row in enumerate(rows) for span in row.spans)
        self._spans = [span for span, _ in found]
        self._rows = [number for _, number in found]  # of a topic without a title and its first passage, the passage

    def row(self, block: int, offset: int) -> int:
        """Return the number of the row at a place of the document, -1 when nothing of the draft is there."""
        found = bisect_right(self._spans, (block, offset, 1 << 40)) - 1
        if found < 0 or self._spans[found].block != block:
            return -1
        return self._rows[found]


def nearest(numbers: Sequence[int], here: int, most: int) -> Sequence[int]:
    """Return those of ascending numbers that are nearest to one, no more than `most`."""
    first = max(0, min(bisect_right(numbers, here) - most // 2, len(numbers) - most))
    return numbers[first : first + most]


def next_unsure(rows: Sequence[Row], after: int, by: int) -> int:
    """Return the next row that something is unsure of, from a row on, around the end; -1 when there is none."""
    count = len(rows)
    order = (after + by * step for step in range(1, count + 1))
    return next((at % count for at in order if rows[at % count].doubts), -1)
