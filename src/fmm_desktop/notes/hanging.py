"""Where a note hangs in the edition that a reader has before him: for sure, or in doubt on its topic."""

from typing import NamedTuple, Protocol

from fmm_desktop.dossier.links import words_in
from fmm_desktop.dossier.model import Dossier
from fmm_desktop.notes.note import Anchor
from fmm_desktop.notes.spots import Placement, Spot


class Places(Protocol):
    """What places notes: `placing.Placer`, which takes much with it that is not needed where no note is."""

    def place(self, anchor: Anchor) -> Placement:
        """Return where a note with this anchor hangs."""

    def place_at_once(self, anchor: Anchor) -> Placement | None:
        """Return that as far as its own topic tells."""


class Hung(NamedTuple):
    """Where a note hangs: a topic by its path, a passage or none, and words of it or none. `doubt` when not for sure.

    With doubt it hangs on the topic that it was written on, if that is still there, and never on words of it.
    """

    topic: str
    passage: str = ""
    start: int = 0
    end: int = 0
    doubt: Placement | None = None


def at_home(dossier: Dossier, anchor: Anchor) -> Hung | None:
    """Return where a note hangs whose passage says what it said, or whose topic is titled as it was: as nearly always.

    None when one has to look.
    """
    topic = dossier.topic(anchor.topic) if "/" in anchor.topic else None
    if topic is None or anchor.dossier != dossier.id or anchor.language not in {"", dossier.language}:
        return None
    if not anchor.passage:
        return Hung(topic.path) if anchor.quote in {"", topic.title} else None
    passage, words = topic.passage(anchor.passage), anchor.words
    text = words_in(passage.text, dossier, topic.path) if passage else ""
    if not text or text != anchor.quote:
        return None
    if words is None:
        return Hung(topic.path, anchor.passage)
    is_there = words.exact.strip() and text[words.start : words.end] == words.exact
    return Hung(topic.path, anchor.passage, words.start, words.end) if is_there else None


def hung(dossier: Dossier, anchor: Anchor, places: Places) -> Hung:
    """Return where a note hangs: in another language than it was written on, on the same passage, whatever its words.

    Whoever translates a dossier keeps the ids of its passages, and words of two languages cannot be compared.
    """
    return hung_at_once(dossier, anchor, places) or _hung_by(places.place(anchor), anchor)


def hung_at_once(dossier: Dossier, anchor: Anchor, places: Places) -> Hung | None:
    """Return the same as far as the topic of the note tells; None when one has to look further."""
    if anchor.language not in {"", dossier.language}:
        topic = dossier.topic(anchor.topic) if "/" in anchor.topic else None
        passage = topic.passage(anchor.passage) if topic else None
        return Hung(*Spot(anchor.topic, passage.id if passage else ""))
    placement = places.place_at_once(anchor)
    return _hung_by(placement, anchor) if placement is not None else None


def _hung_by(placement: Placement, anchor: Anchor) -> Hung:
    if placement.is_sure and placement.spot is not None:
        return Hung(*placement.spot)
    return Hung(anchor.topic, doubt=placement)
