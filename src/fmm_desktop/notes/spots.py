"""Where a note hangs in an edition, and how sure that is: plain values."""

import re
from enum import StrEnum
from typing import NamedTuple

_MADE = re.compile(r"(.+)-[0-9]+")


class Outcome(StrEnum):
    """How a note stands in another edition."""

    SAME = "same"
    MOVED = "moved"
    CHANGED = "changed"
    AMBIGUOUS = "ambiguous"
    LOST = "lost"


class Spot(NamedTuple):
    """Where a note could hang: a topic by its path, a passage in it or none, and words in that from start to end.

    Start and end count as in `Words`; both are 0 for the whole passage.
    """

    topic: str
    passage: str = ""
    start: int = 0
    end: int = 0


class Placement(NamedTuple):
    """Where a note hangs in an edition.

    `spot` is that place for `SAME` and `MOVED`, what is proposed for `CHANGED`, else None. `candidates` are the places
    to choose from, the likeliest first; `spot` is not among them. A lost note has one only when a passage with other
    words bears the id of its own.
    """

    outcome: Outcome
    spot: Spot | None = None
    candidates: tuple[Spot, ...] = ()

    @property
    def is_sure(self) -> bool:
        """Whether the note is placed without asking."""
        return self.outcome in {Outcome.SAME, Outcome.MOVED}


def made_of(passage_id: str) -> str:
    """Return the kind that an id was made of, with a place: it goes from passage to passage. Empty for a given id."""
    made = _MADE.fullmatch(passage_id)
    return made[1] if made else ""


def proposed(outcome: Outcome, spots: list[Spot], most: int = 9) -> Placement:
    """Return a placement of the likeliest spots, each once; as many of them as there are keys to pick one."""
    found = tuple(dict.fromkeys(spots))[:most]
    if outcome is Outcome.CHANGED and found:
        return Placement(outcome, found[0], found[1:])
    return Placement(outcome, None, found)
