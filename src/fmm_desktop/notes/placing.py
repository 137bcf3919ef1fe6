"""Places notes on another edition of the dossier that they were written on: a pure function of both.

    Placer(dossier).place(anchor) -> Placement(outcome, spot, candidates)

Only `SAME` and `MOVED` are sure, and a note on words is never placed so on words that it does not quote, blanks
apart. What cannot be told without guessing is left to the reader. Which of two editions is newer makes no difference.
"""

from typing import NamedTuple

from fmm_desktop.dossier.closeness import CLOSE, closeness, even
from fmm_desktop.dossier.difference import counterpart
from fmm_desktop.dossier.model import Dossier
from fmm_desktop.notes.homes import Home, Homes
from fmm_desktop.notes.note import Anchor, Words
from fmm_desktop.notes.passages import Passages, Place
from fmm_desktop.notes.quoting import DECIDES, SIDE, Hit, Quote, clearest
from fmm_desktop.notes.spots import Outcome, Placement, Spot, proposed

__all__ = ["Outcome", "Placement", "Placer", "Spot"]

_NEARLY_THE_SAME = 0.8  # closeness from which on the one place in a passage at which words stand is theirs
_KNOWN_AGAIN = 32  # letters of words and context by which words are known again in another passage
_LOOKED_AT = 60  # passages: words that stand in more are told apart by no reader


class Placer:
    """Places notes on one edition of a dossier; what it needs to look in all of it is made when it is first needed.

    `before` is the edition that the notes were written on, if it is at hand: it tells which of some repeated sentences
    were there all along.
    """

    def __init__(self, dossier: Dossier, before: Dossier | None = None) -> None:
        self._dossier = dossier
        self._passages = Passages(dossier)
        self._before = Passages(before) if before and before.id == dossier.id else None
        self._homes = Homes(self._passages, self._before)

    def place(self, anchor: Anchor) -> Placement:
        """Return where a note with this anchor hangs. Of another dossier's notes nothing is guessed: they are lost."""
        if anchor.dossier != self._dossier.id:
            return Placement(Outcome.LOST)
        if not anchor.passage:
            return self._place_on_topic(anchor)
        return self._place_in(anchor, self._homes.find(anchor))

    def place_at_once(self, anchor: Anchor) -> Placement | None:
        """Return where a note hangs when its own topic alone tells that, else None: looking further can take long.

        In a dossier of 10,000 topics the first look at all of it takes seconds, and a window is better off elsewhere.
        """
        if anchor.dossier != self._dossier.id or not anchor.passage:
            return self.place(anchor)
        home = self._homes.near(anchor)
        placement = self._place_in(anchor, home) if home and _has_words(anchor, home.places[0]) else None
        return placement if placement and placement.is_sure else None

    def _place_in(self, anchor: Anchor, home: Home) -> Placement:
        if anchor.words is None or not even(anchor.words.exact):
            return _placed(home, [Spot(place.topic, place.passage) for place in home.places])
        if home.outcome is Outcome.SAME and _still_there(anchor, anchor.words, home.places[0]):
            return Placement(home.outcome, _spot(home.places[0], anchor.words))
        return _OnWords(anchor, anchor.words, home, self._passages, self._before).placed()

    def _place_on_topic(self, anchor: Anchor) -> Placement:
        topic, title = self._passages.topic(anchor.topic), anchor.quote
        if topic and (not even(title) or even(topic.title) == even(title)):
            return Placement(Outcome.SAME, Spot(topic.path))
        titled = [one.path for one in self._passages.topics_titled(title)] if even(title) else []
        own = topic or self._homes.of_the_same_id(anchor)
        if len(titled) == 1 or (own and own.path in titled):
            return Placement(Outcome.MOVED, Spot(own.path if own and own.path in titled else titled[0]))
        if topic and not titled and closeness(title, topic.title) >= CLOSE:
            return Placement(Outcome.SAME, Spot(topic.path))
        spots = [Spot(path) for path in ([own.path] if own else []) + titled]
        outcome = Outcome.CHANGED if own else Outcome.AMBIGUOUS if titled else Outcome.LOST
        return proposed(outcome, spots)


class _Found(NamedTuple):
    """A place at which the words of a note stand."""

    place: Place
    hit: Hit

    @property
    def spot(self) -> Spot:
        return Spot(self.place.topic, self.place.passage, self.hit.start, self.hit.end)


class _OnWords:
    """Places one note on words, when its passage is known or given up."""

    def __init__(self, anchor: Anchor, words: Words, home: Home, passages: Passages, before: Passages | None) -> None:
        self._anchor, self._words, self._home = anchor, words, home
        self._passages, self._before = passages, before
        self._quote = Quote(words)
        self._then = list(self._quote.hits(anchor.quote))  # at which places the words stood in the passage
        self._rank = self._own_rank()

    def placed(self) -> Placement:
        """Return where the note hangs."""
        at_home = self._found(self._home.places)
        if self._home.outcome in {Outcome.SAME, Outcome.MOVED}:
            if found := self._of_the_same_rank(at_home):
                return Placement(self._home.outcome, found.spot)
        elif self._home.outcome is Outcome.AMBIGUOUS:
            return proposed(Outcome.AMBIGUOUS, _in_order(at_home))
        if at_home and self._home.outcome is not Outcome.LOST:
            return self._placed_at_home(at_home)
        return self._placed_elsewhere()

    def _found(self, places: tuple[Place, ...] | list[Place]) -> list[_Found]:
        return [_Found(place, hit) for place in places for hit in self._quote.hits(place.text)]

    def _placed_at_home(self, found: list[_Found]) -> Placement:
        """Place the note in a passage that has other words than it had, but has those of the note."""
        if self._home.is_kept and found[0].place != self._home.places[0]:
            return self._placed_elsewhere()  # what has them is only like its own
        one = self._sure_at_home(found)
        if one is not None:
            is_same = (one.place.topic, one.place.passage) == (self._anchor.topic, self._anchor.passage)
            return Placement(Outcome.SAME if is_same else Outcome.MOVED, one.spot)
        outcome = Outcome.AMBIGUOUS if len(found) > 1 else Outcome.CHANGED
        return proposed(outcome, _in_order(found))

    def _sure_at_home(self, found: list[_Found]) -> _Found | None:
        """Return the place that is certainly meant, if there is one."""
        likely = self._of_the_same_rank(found) if len(found) > 1 else found[0]
        if likely is None:
            clear = clearest([one.hit for one in found])
            likely = None if clear is None else found[clear]
        if likely is None or self._could_be_another(likely):
            return None
        if likely.hit.side:
            return likely
        is_the_one = len(found) == 1 and len(self._then) <= 1
        return likely if is_the_one and (self._quote.is_long or self._home.closeness >= _NEARLY_THE_SAME) else None

    def _could_be_another(self, one: _Found) -> bool:
        """Tell whether the words at a place could as well be those that stood elsewhere: they say as much around it."""
        if self._home.outcome is Outcome.CHANGED and even(one.place.text) == even(self._anchor.quote):
            return True  # that of the note was changed, and this one repeats what it said
        if self._stood_there(one.place):
            return True
        others = [hit for rank, hit in enumerate(self._then) if rank != self._rank]
        others += self._stood_elsewhere()
        return bool(others) and one.hit.context < max(other.context for other in others) + DECIDES

    def _stood_there(self, place: Place) -> bool:
        """Tell whether another passage than that of the note had the words before, as often as it has them now."""
        then = self._before.at(place.topic, place.passage) if self._before else None
        if then is None or (place.topic, place.passage) == (self._anchor.topic, self._anchor.passage):
            return False
        had, has = (sum(1 for _ in self._quote.hits(text)) for text in (then.text, place.text))
        return 0 < has <= had and closeness(then.text, place.text) >= CLOSE

    def _stood_elsewhere(self) -> list[Hit]:
        """Return where else the words stood in the edition that the note was written on, if that is at hand."""
        own = self._anchor.topic, self._anchor.passage
        places = self._before.holding(self._quote.core, _LOOKED_AT) if self._before else []
        return [one.hit for one in self._found([place for place in places if (place.topic, place.passage) != own])]

    def _of_the_same_rank(self, found: list[_Found]) -> _Found | None:
        """Return the first for the first, the second for the second: when there are as many in the passage as were."""
        if self._rank is None or len(found) != len(self._then) or len({one.place for one in found}) != 1:
            return found[0] if len(found) == 1 and len(self._then) <= 1 else None
        likely = found[self._rank]
        return likely if likely.hit.context == max(one.hit.context for one in found) else None

    def _own_rank(self) -> int | None:
        """Return the how manieth of these places is that of the note; by its context when it has no position."""
        if self._words.end:
            own = (rank for rank, one in enumerate(self._then) if self._words.start <= one.start < self._words.end)
            return next(own, None)
        return clearest(self._then)

    def _placed_elsewhere(self) -> Placement:
        """Place a note whose words are not in its passage any more."""
        places = self._passages.holding(self._quote.core, _LOOKED_AT) if self._quote.core else []
        is_own = self._home.places[:1] if self._home.is_kept else self._home.places
        found = self._found([place for place in places[:_LOOKED_AT] if place not in is_own])
        clear = clearest([one.hit for one in found]) if len(places) <= _LOOKED_AT else None
        if clear is not None and self._is_known_again(found[clear], found):
            return Placement(Outcome.MOVED, found[clear].spot)
        if not self._quote.is_long:  # "the" stands anywhere
            found = [one for one in found if max(one.hit.before, one.hit.after) >= SIDE]
        if self._home.outcome is Outcome.CHANGED:
            return proposed(Outcome.CHANGED, [self._counterpart(self._home.places[0]), *_in_order(found)])
        if found:
            return proposed(Outcome.AMBIGUOUS, _in_order(found))
        return proposed(Outcome.LOST, [Spot(place.topic, place.passage) for place in self._home.places])

    def _is_known_again(self, one: _Found, found: list[_Found]) -> bool:
        """Tell whether words in another passage are certainly those of the note."""
        hit = one.hit
        if self._could_be_another(one) or (self._home.is_kept and not self._quote.is_long):
            return False
        if hit.side and len(self._quote.core) + hit.context >= _KNOWN_AGAIN:
            return True
        if len(found) > 1 or not self._quote.is_long:
            return False
        return self._home.outcome is Outcome.LOST or (hit.edge and one.place.topic == self._anchor.topic)

    def _counterpart(self, place: Place) -> Spot:
        """Return what stands in a passage where the words of the note stood: all of it where only some are left."""
        quote, words = self._anchor.quote, self._words
        if quote[words.start : words.end] != words.exact:
            return Spot(place.topic, place.passage)
        start, end = counterpart(quote, place.text, words.start, words.end)
        left = even(place.text[start:end])
        if left in even(words.exact):
            return Spot(place.topic, place.passage)
        return Spot(place.topic, place.passage, start, end)


def _placed(home: Home, spots: list[Spot]) -> Placement:
    if home.outcome in {Outcome.SAME, Outcome.MOVED}:
        return Placement(home.outcome, spots[0])
    return proposed(home.outcome, spots)


def _has_words(anchor: Anchor, place: Place) -> bool:
    """Tell whether the words of a note, if it is on words, stand in a passage."""
    return anchor.words is None or even(anchor.words.exact) in even(place.text)


def _still_there(anchor: Anchor, words: Words, place: Place) -> bool:
    """Tell whether the words stand in a passage, which says the same as it did, to the letter where they stood."""
    return place.text == anchor.quote and bool(words.end) and place.text[words.start : words.end] == words.exact


def _spot(place: Place, words: Words) -> Spot:
    return Spot(place.topic, place.passage, words.start, words.end)


def _in_order(found: list[_Found]) -> list[Spot]:
    """Return places, those first around which most is as it was."""
    return [one.spot for one in sorted(found, key=lambda one: -one.hit.context)]
