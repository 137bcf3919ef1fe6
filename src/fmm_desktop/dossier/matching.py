"""Which passage and which topic of an edition is which of another one.

An id alone tells little: of a passage it may have been made from its place (`position-2`), and whatever is put in
before it gets its id. So the same words come first, then an id with words that are close, then closeness alone.
"""

from bisect import bisect_left
from collections import defaultdict, deque
from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from typing import TypeVar

from fmm_desktop.dossier.closeness import CLOSE, CLOSE_WITH_ID, Nearest, closeness_of_words, even, words_of_text
from fmm_desktop.dossier.model import Dossier, Passage, Topic

_T = TypeVar("_T")
Pairs = dict[int, int]
"""The place of what is old → the place of what it is now."""

_OF_THE_SAME_KIND = 0.1  # what it adds to closeness that a passage is of the same kind
_MOST = 2_000  # passages or topics looked for by closeness, some 0.3 s; where more is gone, it is another dossier
_AT_LEAST = 4  # words from which on a passage that turns up in another topic is the one that went


def match_passages(old: Sequence[Passage], new: Sequence[Passage]) -> Pairs:
    """Return which passage of a topic is which in another edition of it."""
    if len(old) == len(new) and all(map(_is_same, old, new)):
        return {place: place for place in range(len(old))}
    pairs: Pairs = {}
    pair_by(pairs, old, new, lambda one: (even(one.text), one.value, one.actor, one.kind, one.id))
    pair_by(pairs, old, new, lambda one: (even(one.text), one.value, one.actor, one.kind))
    pair_by(pairs, old, new, lambda one: even(one.text))
    _pair_closest(pairs, old, new)
    return pairs


def _is_same(one: Passage, other: Passage) -> bool:
    return one.text == other.text and one.kind is other.kind and one.value == other.value and one.actor == other.actor


def pair_by(pairs: Pairs, old: Sequence[_T], new: Sequence[_T], key: Callable[[_T], Hashable]) -> None:
    """Pair what has the same key, of what is not paired yet: the first with the first."""
    taken = set(pairs.values())
    waiting = defaultdict[Hashable, deque[int]](deque)
    for place, one in enumerate(new):
        if place not in taken:
            waiting[key(one)].append(place)
    for place, one in enumerate(old):
        if place not in pairs and (same := waiting.get(key(one))):
            pairs[place] = same.popleft()


def _pair_closest(pairs: Pairs, old: Sequence[Passage], new: Sequence[Passage]) -> None:
    """Pair what is close, of what is not paired yet: the closest first."""
    taken = set(pairs.values())
    words = {place: words_of_text(one.text) for place, one in enumerate(new) if place not in taken}
    scored = [
        (-score, place, other)
        for place, one in enumerate(old)
        if place not in pairs
        for score, other in _closest(one, new, words)
    ]
    for _, place, other in sorted(scored):
        if place not in pairs and other not in taken:
            pairs[place] = other
            taken.add(other)


def _closest(one: Passage, new: Sequence[Passage], words: dict[int, list[str]]) -> Iterator[tuple[float, int]]:
    own = words_of_text(one.text)
    for place, others in words.items():
        other = new[place]
        bar = CLOSE_WITH_ID if other.id == one.id and other.kind is one.kind else CLOSE
        if (score := closeness_of_words(own, others)) >= bar or _is_of_the_same(one, other):
            yield score + (CLOSE - bar) + (_OF_THE_SAME_KIND if one.kind is other.kind else 0), place


def _is_of_the_same(one: Passage, other: Passage) -> bool:
    """Tell whether two passages say where the same country stands: its words may well be all new."""
    return bool(one.actor) and one.actor == other.actor


def match_topics(old: Dossier, new: Dossier) -> dict[str, str]:
    """Return which topic is which in another edition: the path of the old one → the path of the new one.

    A path is given by who wrote the dossier, and is believed; what is left goes by its title, then by its words.
    """
    there = {topic.path for topic in new.topics()}
    pairs = {topic.path: topic.path for topic in old.topics() if topic.path in there}
    gone = [topic for topic in old.topics() if topic.path not in pairs]
    came = [topic for topic in new.topics() if topic.path not in pairs]
    if not gone or not came:
        return pairs
    moved: Pairs = {}
    pair_by(moved, gone, came, lambda one: (one.id, even(one.title)))
    pair_by(moved, gone, came, lambda one: even(one.title))
    if len(gone) - len(moved) <= _MOST:
        _pair_by_words(moved, gone, came)
    return pairs | {gone[place].path: came[other].path for place, other in moved.items()}


def _pair_by_words(pairs: Pairs, gone: Sequence[Topic], came: Sequence[Topic]) -> None:
    nearest = Nearest(map(_all_words, came))
    taken = set(pairs.values())
    for place, topic in enumerate(gone):
        if place in pairs:
            continue
        for score, other in nearest.near(_all_words(topic), CLOSE_WITH_ID):
            if other not in taken and score >= (CLOSE_WITH_ID if came[other].id == topic.id else CLOSE):
                pairs[place] = other
                taken.add(other)
                break


def _all_words(topic: Topic) -> str:
    return " ".join((topic.title, *(passage.text for passage in topic.passages)))


def match_strays(old: Sequence[Passage], new: Sequence[Passage]) -> Pairs:
    """Return which passages that are gone from their topics are which of those that turned up in another one."""
    if not old or not new:
        return {}
    pairs: Pairs = {}
    long_old = [place for place, one in enumerate(old) if len(one.text.split()) >= _AT_LEAST]
    pair_by(pairs, [old[place] for place in long_old], new, lambda one: even(one.text))
    found = {long_old[place]: other for place, other in pairs.items()}
    left = [place for place in long_old if place not in found]
    if len(left) <= _MOST:
        _find_closest(found, left, old, new)
    return found


def _find_closest(found: Pairs, left: Sequence[int], old: Sequence[Passage], new: Sequence[Passage]) -> None:
    taken = set(found.values())
    rest = [place for place in range(len(new)) if place not in taken]
    nearest = Nearest(new[place].text for place in rest)
    for place in left:
        close = (rest[other] for _, other in nearest.near(old[place].text) if rest[other] not in taken)
        if (other := next(close, None)) is not None:
            found[place] = other
            taken.add(other)


def out_of_order(places: Iterable[int]) -> set[int]:
    """Return as few numbers as can be that stand out of their order: those left go up (longest rising row)."""
    places = list(places)
    ends: list[int] = []
    lengths: list[int] = []
    for place in places:
        at = bisect_left(ends, place)
        ends[at : at + 1] = [place]
        lengths.append(at)
    row, kept = len(ends) - 1, set[int]()
    for place, length in zip(reversed(places), reversed(lengths), strict=True):
        if length == row:
            kept.add(place)
            row -= 1
    return set(places) - kept
