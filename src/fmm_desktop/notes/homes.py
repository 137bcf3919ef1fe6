"""What became, in another edition, of the passage that a note hangs on."""

from collections import Counter
from typing import NamedTuple

from fmm_desktop.dossier.closeness import CLOSE, CLOSE_WITH_ID, closeness, even
from fmm_desktop.dossier.model import Topic
from fmm_desktop.notes.note import Anchor
from fmm_desktop.notes.passages import Passages, Place
from fmm_desktop.notes.spots import Outcome, made_of

_SHORT = 4  # words: a passage with fewer is not known again in another topic by them alone
_CLOSE_ELSEWHERE = 0.6  # in another topic more is asked: there are many more passages to be close by chance


class Home(NamedTuple):
    """How the passage of a note stands, its likeliest places, and how close the first of these is.

    `is_kept` tells that the first was changed and is the very one: who wrote the dossier gave it the same id.
    """

    outcome: Outcome
    places: tuple[Place, ...] = ()
    closeness: float = 1.0
    is_kept: bool = False


class Homes:
    """Finds passages again in one edition; `before` are those of the edition that they are from, if it is at hand."""

    def __init__(self, passages: Passages, before: Passages | None = None) -> None:
        self._passages = passages
        self._before = before

    def find(self, anchor: Anchor) -> Home:
        """Return what became of the passage of a note."""
        if home := self.near(anchor):
            return home
        there, own = self._passages.at(anchor.topic, anchor.passage), self.own_topic(anchor)
        if not even(anchor.quote):  # nobody kept what it said
            return Home(Outcome.CHANGED, (there,), 0.0) if there else Home(Outcome.LOST, (), 0.0)
        if same := self._passages.same(anchor.quote):
            return self._among(same, anchor, own)
        close = self._close_in(own, anchor)
        if not close or close[0][0] < CLOSE:
            elsewhere = self._passages.close(anchor.quote, _CLOSE_ELSEWHERE)
            close += [one for one in elsewhere if one[1].topic != own and not self._was_there(one[1], anchor)]
        if close:
            is_kept = self._is_kept(close[0][1], anchor)
            return Home(Outcome.CHANGED, tuple(place for _, place in close), close[0][0], is_kept)
        return Home(Outcome.LOST, (there,) if there else (), 0.0)

    def near(self, anchor: Anchor) -> Home | None:
        """Return the passage of a note where that can be told from its own topic, else None: at once without `before`.

        Words that stand once in the topic now may have stood there twice: that it is the very passage tells `before`,
        and without it the id of the note, when what bears that now is not like what the note was written on.
        """
        there = self._passages.at(anchor.topic, anchor.passage)
        if not even(anchor.quote):
            return None
        if there and (there.text == anchor.quote or even(there.text) == even(anchor.quote)):
            return self._of_its_like(there, anchor)
        here = self._passages.same_in(self.own_topic(anchor), anchor.quote)
        is_sure = len(here) == 1 and self._is_the_very_one(here[0], anchor, there)
        return Home(Outcome.MOVED, (here[0],)) if is_sure else None

    def _of_its_like(self, there: Place, anchor: Anchor) -> Home:
        """Return which passage is that of a note, of those of its topic that say the same: `there` bears its id.

        An id that goes by its place goes to the next of them as soon as one before it went. Without the edition before
        nobody can tell which of several is meant, nor whose words they were. The number of an edition tells nothing
        where that edition is at hand: another text may have been given out under it.
        """
        if not made_of(anchor.passage):
            return Home(Outcome.SAME, (there,))
        if (then := self._then(anchor)) and self._before:
            return self._of_the_same_turn(then, there, self._before)
        if self._passages.is_edition(anchor.edition):
            return Home(Outcome.SAME, (there,))
        alike = self._passages.same_in(anchor.topic, anchor.quote)
        if len(alike) == 1 and not there.of:
            return Home(Outcome.SAME, (there,))
        return Home(Outcome.AMBIGUOUS, tuple(alike))

    def _then(self, anchor: Anchor) -> Place | None:
        """Return the passage of a note in the edition that it was written on, when that is at hand."""
        then = self._before.at(anchor.topic, anchor.passage) if self._before else None
        return then if then and even(then.text) == even(anchor.quote) else None

    def _of_the_same_turn(self, then: Place, there: Place, before: Passages) -> Home:
        """Return the second for the second, when as many are left as there were, in their order among the others.

        Where only the like came, nothing went, and the id tells: as long as the others stand on the side they stood on.
        """
        were, now = before.like(then, then), self._passages.like(then, there)
        turn = were.index(then)
        if len(now) == len(were):
            found, is_sure = now[turn], _keep_their_order(before.turns(were), self._passages.turns(now))
            is_sure = (is_sure or len(now) == 1) and _are_marked_alike(were, now) and _keep_their_own_ids(were, now)
            is_sure = is_sure and not (self._one_came(then, there, before) and self._has_a_new_close_one(then, there))
        else:
            found = there
            is_sure = len(now) > len(were) and there in now
            is_sure = is_sure and _keep_their_side(
                before.turns(were), turn, self._passages.turns(now), now.index(there)
            )
        if is_sure:
            return Home(Outcome.SAME if found == there else Outcome.MOVED, (found,))
        return Home(Outcome.AMBIGUOUS, tuple(now or self._passages.same_in(there.topic, then.text)))

    def _one_came(self, then: Place, there: Place, before: Passages) -> bool:
        """Tell whether another topic has fewer passages that say the same than it had: one may have come from there."""
        now = Counter(place.topic for place in self._passages.same(then.text))
        were = Counter(place.topic for place in before.same(then.text) if place.topic not in (then.topic, there.topic))
        return any(now[topic] < count for topic, count in were.items())

    def _has_a_new_close_one(self, then: Place, there: Place) -> bool:
        """Tell whether a passage of the topic is close to those that say the same, and is what none said before."""
        return any(
            score >= CLOSE and even(place.text) != even(then.text) and not self._was_said(then.topic, place.text)
            for score, place in self._passages.close_in(there.topic, then.text)
        )

    def _was_said(self, topic: str, text: str) -> bool:
        return self._before is not None and bool(self._before.same_in(topic, text))

    def own_topic(self, anchor: Anchor) -> str:
        """Return the path of the topic of a note: when it is gone, of the one that bears its id in another session."""
        if self._passages.topic(anchor.topic):
            return anchor.topic
        found = self.of_the_same_id(anchor)
        return found.path if found else ""

    def of_the_same_id(self, anchor: Anchor) -> Topic | None:
        """Return the topic that bears the id of a note's topic in another session, when it is the only one."""
        found = self._passages.topics_called(anchor.topic.rpartition("/")[2])
        return found[0] if len(found) == 1 and found[0].path != anchor.topic else None

    def _among(self, same: list[Place], anchor: Anchor, own: str) -> Home:
        """Return which of the passages with the same words is meant.

        The passage may have been changed, and its words been written elsewhere all along: what is recognisably it comes
        first then.
        """
        free = [place for place in same if not self._was_there(place, anchor)]
        same = sorted(same, key=lambda place: (place not in free, place.topic != own))
        close = [one for one in self._close_in(own, anchor) if one[1] not in same]
        is_kept = bool(close) and self._is_kept(close[0][1], anchor)
        if close and (is_kept or not self._before or not free):
            here = [place for place in same if place.topic == own]
            if is_kept or len(here) < 2:  # noqa: PLR2004 - of several in its own topic one is likelier
                return Home(Outcome.CHANGED, (close[0][1], *same), close[0][0], is_kept)
        likely = [place for place in free if place.topic == own and place.passage == anchor.passage] or free
        if len(likely) == 1 and self._went_to(likely[0], anchor, own):
            return Home(Outcome.MOVED, tuple(likely))
        return Home(Outcome.AMBIGUOUS, tuple(same))

    def _went_to(self, found: Place, anchor: Anchor, own: str) -> bool:
        """Tell whether the passage of a note is certainly what says, as the only one, what that said."""
        if found.topic != own:
            if len(found.text.split()) < _SHORT:
                return False
            if not self._before:
                return not found.of or (found.passage == anchor.passage and not made_of(found.passage))
        return self._is_the_very_one(found, anchor, self._passages.at(anchor.topic, anchor.passage))

    def _is_kept(self, place: Place | None, anchor: Anchor) -> bool:
        """Tell whether a passage bears the id of that of a note, and is recognisably it: who wrote it says that it is.

        An id that was made of a place says nothing.
        """
        is_own = place is not None and place.passage == anchor.passage and not made_of(anchor.passage)
        return is_own and place is not None and closeness(anchor.quote, place.text) >= CLOSE_WITH_ID

    def _is_the_very_one(self, found: Place, anchor: Anchor, there: Place | None) -> bool:
        """Tell whether the passage that says what that of a note said is that one; `there` is what bears its id now."""
        if self._is_kept(there, anchor):
            return False
        if self._before is not None:
            then = self._then(anchor)
            is_of_another = then is not None and made_of(anchor.passage) and then.of != found.of
            return not (is_of_another or self._was_there(found, anchor) or self._could_be_another(found, anchor))
        if there is not None and closeness(anchor.quote, there.text) >= CLOSE_WITH_ID:
            return False
        made, own = made_of(anchor.passage), made_of(found.passage)
        if not made and not own and found.passage != anchor.passage:
            return False  # whoever wrote the dossier calls it another passage
        if made and found.of:
            return False  # it may be another one's
        kind = there.kind if there else made or found.kind
        return found.kind == kind

    def _could_be_another(self, found: Place, anchor: Anchor) -> bool:
        """Tell whether a passage could as well be another one that said the same before, and went there."""
        if self._before is None:
            return False
        were = Counter(place.topic for place in self._before.same(anchor.quote))
        were[anchor.topic] -= 1
        if not +were:
            return False
        if found.topic != anchor.topic and were[anchor.topic]:
            return True  # one of some went there
        now = Counter(place.topic for place in self._passages.same(anchor.quote))
        return any(now[topic] < count for topic, count in were.items())

    def _was_there(self, place: Place, anchor: Anchor) -> bool:
        """Tell whether a passage said the same in its topic before, beside the one of the note."""
        if self._before is None:
            return False
        now = len(self._passages.same_in(place.topic, place.text))
        was = len(self._before.same_in(place.topic, place.text))
        return now <= was - (place.topic == anchor.topic and even(place.text) == even(anchor.quote))

    def _close_in(self, topic: str, anchor: Anchor) -> list[tuple[float, Place]]:
        """Return the passages of a topic that are recognisably that of a note: what is kept first, then the closest."""
        found = [
            (score + CLOSE - CLOSE_WITH_ID if place.passage == anchor.passage else score, score, place)
            for score, place in self._passages.close_in(topic, anchor.quote)
        ]
        found.sort(key=lambda one: (not self._is_kept(one[2], anchor), -one[0]))
        return [(score, place) for rank, score, place in found if rank >= CLOSE]


def _are_marked_alike(were: list[Place], now: list[Place]) -> bool:
    """Tell whether the same of them bear the same marks: where they do not, they changed places, unless all is new."""
    then, marks = [one.marked for one in were], [one.marked for one in now]
    return then == marks or sorted(then) != sorted(marks)


def _keep_their_own_ids(were: list[Place], now: list[Place]) -> bool:
    """Tell whether each id that an author gave to one of them is that of the same one in the row yet."""
    then, today = (
        {one.passage: turn for turn, one in enumerate(row) if not made_of(one.passage)} for row in (were, now)
    )
    return all(today.get(identifier) == turn for identifier, turn in then.items())


def _keep_their_side(then: dict[str, int], turn: int, now: dict[str, int], turn_now: int) -> bool:
    """Tell whether what stood before one of some passages that say the same does so yet, and what stood behind it."""
    return all((place <= turn) == (now[words] <= turn_now) for words, place in then.items() if words in now)


def _keep_their_order(then: dict[str, int], now: dict[str, int]) -> bool:
    """Tell whether as many of some passages that say the same stand before each other passage as stood before it."""
    return all(now[words] == turn for words, turn in then.items() if words in now)
