"""Where a note hangs in the edition that a reader has before him: for sure, or in doubt on its topic."""

from collections.abc import Callable, Collection, Iterable
from typing import NamedTuple, Protocol

from fmm_desktop.dossier.links import words_in
from fmm_desktop.dossier.model import Dossier, Topic
from fmm_desktop.notes.anchoring import words_at
from fmm_desktop.notes.note import Anchor
from fmm_desktop.notes.spots import Outcome, Placement, Spot, made_of, proposed

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
    `markings` are then those of what it was written on; None when no edition is at hand that tells.
    """

    topic: str
    passage: str = ""
    start: int = 0
    end: int = 0
    doubt: Placement | None = None
    markings: tuple[str, ...] | None = None


def at_home(dossier: Dossier, anchor: Anchor) -> Hung | None:
    """Return where a note hangs whose passage says what it said, or whose topic is titled as it was: as nearly always.

    None when one has to look. Of a note on another edition only that edition tells for sure, see `is_certain`.
    """
    topic = dossier.topic(anchor.topic) if "/" in anchor.topic else None
    if topic is None or anchor.dossier != dossier.id or anchor.language not in {"", dossier.language}:
        return None
    if not anchor.passage:
        return Hung(topic.path) if anchor.quote in {"", topic.title} else None
    words, text = anchor.words, words_at(dossier, topic.path, anchor.passage)
    if not text or text != anchor.quote:
        return None
    if anchor.edition != dossier.edition and _has_its_like(dossier, topic, anchor):
        return None
    if words is None:
        return Hung(topic.path, anchor.passage)
    is_there = words.exact.strip() and text[words.start : words.end] == words.exact
    return Hung(topic.path, anchor.passage, words.start, words.end) if is_there else None


def is_certain(dossier: Dossier, anchor: Anchor) -> bool:
    """Tell whether where a note is at home is where it hangs, whatever the edition says that it was written on.

    An id that goes by its place may be that of another passage by now, which said the same all along: also in an
    edition of the same number, which may have been given out twice.
    """
    topic = dossier.topic(anchor.topic) if "/" in anchor.topic else None
    if topic is None or not made_of(anchor.passage):
        return True
    return anchor.edition == dossier.edition and not _has_its_like(dossier, topic, anchor)


def _has_its_like(dossier: Dossier, topic: Topic, anchor: Anchor) -> bool:
    """Tell whether another passage may have said what that of a note says: "supports", as another does."""
    passage = topic.passage(anchor.passage)
    if passage is None or not made_of(passage.id):
        return False
    if passage.actor or passage.value:
        return True
    others = (one for one in topic.passages if one is not passage)
    return any(words_in(one.text, dossier, topic.path) == anchor.quote for one in others)


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
    at_once = ((anchor, at_home(dossier, anchor)) for anchor in anchors if is_certain(dossier, anchor))
    placed = {anchor: home for anchor, home in at_once if home is not None}
    elsewhere = [anchor for anchor in anchors if anchor not in placed]
    if not elsewhere:
        return placed
    from fmm_desktop.notes.placing import Placer  # noqa: PLC0415 - needed by notes only that are not at home

    others = tuple(editions(dossier))
    placers: dict[int, Placer] = {}
    for anchor in elsewhere:
        report(len(placed) / len(anchors))
        by_each = []
        written_on = [place for place, one in enumerate(others) if _is_written_on(one, anchor)]
        for which in written_on or [-1]:
            if which not in placers:
                placers[which] = Placer(dossier, others[which] if which >= 0 else None)
            by_each.append(hung(dossier, anchor, placers[which]))
        agreed = _agreed(anchor, by_each)
        if written_on and agreed.doubt is not None:
            agreed = agreed._replace(markings=_markings(anchor, [others[which] for which in written_on]))
        placed[anchor] = agreed
    return placed


def _markings(anchor: Anchor, editions: Iterable[Dossier]) -> tuple[str, ...]:
    """Return the markings of what a note was written on, from the dossier down, in each edition that may be it."""
    found: list[str] = []
    for edition in editions:
        topic = edition.topic(anchor.topic)
        passage = topic.passage(anchor.passage) if topic else None
        found += (edition.marking, *(one.marking for one in (topic, passage) if one))
    return tuple(dict.fromkeys(filter(None, found)))


def _agreed(anchor: Anchor, by_each: list[Hung]) -> Hung:
    """Return where a note hangs by each edition that it may be written on; in doubt where they do not agree."""
    if len(set(by_each)) == 1:
        return by_each[0]
    spots = (Spot(one.topic, one.passage, one.start, one.end) for one in by_each if one.doubt is None)
    others = (spot for one in by_each if one.doubt for spot in (one.doubt.spot, *one.doubt.candidates) if spot)
    return Hung(anchor.topic, doubt=proposed(Outcome.AMBIGUOUS, [*spots, *others]))


def _is_written_on(edition: Dossier, anchor: Anchor) -> bool:
    """Tell whether a note may have been written on an edition: two of the same number need not say the same."""
    if edition.edition != anchor.edition:
        return False
    if not anchor.passage:
        return at_home(edition, anchor) is not None
    return anchor.language in {"", edition.language} and words_at(edition, anchor.topic, anchor.passage) == anchor.quote


def _hung_by(placement: Placement, anchor: Anchor) -> Hung:
    if placement.is_sure and placement.spot is not None:
        return Hung(*placement.spot)
    return Hung(anchor.topic, doubt=placement)
