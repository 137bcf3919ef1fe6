"""Where a note hangs in the edition that a reader has before him: for sure, or in doubt on its topic."""

from collections.abc import Callable, Collection, Iterable
from typing import NamedTuple, Protocol

from msgspec.structs import replace

from fmm_desktop.dossier.model import Dossier, Topic
from fmm_desktop.notes.anchoring import words_at
from fmm_desktop.notes.note import Anchor
from fmm_desktop.notes.spots import Placement, Spot

Editions = Callable[[Dossier], Iterable[Dossier]]
"""Gives the editions of a dossier that the reader had, the one that was opened last first; asked on any thread."""


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
    words, text = anchor.words, words_at(dossier, topic.path, anchor.passage)
    if not text or text != anchor.quote or _could_be_its_like(dossier, topic, anchor):
        return None
    if words is None:
        return Hung(topic.path, anchor.passage)
    is_there = words.exact.strip() and text[words.start : words.end] == words.exact
    return Hung(topic.path, anchor.passage, words.start, words.end) if is_there else None


def _could_be_its_like(dossier: Dossier, topic: Topic, anchor: Anchor) -> bool:
    """Tell whether the passage with the id of a note could be another one that says the same: "supports", of another.

    In another edition it could, when the id goes by its place, as soon as a passage before it went.
    """
    passage = topic.passage(anchor.passage)
    if passage is None or anchor.edition == dossier.edition or not goes_by_place(passage.id):
        return False
    return bool(passage.actor) or sum(one.text == passage.text for one in topic.passages) > 1


def goes_by_place(passage_id: str) -> bool:
    """Tell whether an id was made of a kind and a place: it goes from passage to passage."""
    kind, _, place = passage_id.rpartition("-")
    return bool(kind) and place.isdecimal()


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


def all_hung(
    dossier: Dossier,
    anchors: Collection[Anchor],
    editions: Editions,
    report: Callable[[float], object] = lambda _done: None,
) -> dict[Anchor, Hung]:
    """Return where notes hang, by what the editions tell that they were written on; `report` gets how much is done."""
    placed = {anchor: home for anchor in anchors if (home := at_home(dossier, anchor)) is not None}
    elsewhere = [anchor for anchor in anchors if anchor not in placed]
    if not elsewhere:
        return placed
    from fmm_desktop.notes.placing import Placer  # noqa: PLC0415 - needed by notes only that are not at home

    others = tuple(editions(dossier))
    placers: dict[int, Placer] = {}
    for anchor in elsewhere:
        report(len(placed) / len(anchors))
        which = next((place for place, one in enumerate(others) if _is_written_on(one, anchor)), -1)
        if which not in placers:
            placers[which] = Placer(dossier, others[which] if which >= 0 else None)
        placed[anchor] = hung(dossier, anchor, placers[which])
    return placed


def _is_written_on(edition: Dossier, anchor: Anchor) -> bool:
    """Tell whether a note was written on an edition: two of the same number need not say the same."""
    return edition.edition == anchor.edition and at_home(edition, replace(anchor, words=None)) is not None


def _hung_by(placement: Placement, anchor: Anchor) -> Hung:
    if placement.is_sure and placement.spot is not None:
        return Hung(*placement.spot)
    return Hung(anchor.topic, doubt=placement)
