"""What a key does to what is chosen in a draft: which change it is there, and what is chosen after it. Without Qt.

What cannot be done raises `NoSuchChangeError`, as the changes do.
"""

from collections.abc import Callable, Sequence

from msgspec.structs import replace

from fmm_desktop.dossier.model import Certainty, Kind
from fmm_desktop.importing import editing, rearranging, taking_in
from fmm_desktop.importing.agenda.draft import Draft, DraftMeeting
from fmm_desktop.importing.agenda.meeting import dated
from fmm_desktop.importing.editing import INTRODUCTION, PASSAGE_DEPTH, NoSuchChangeError, Place
from fmm_desktop.ui.importing.history import Step

_TOPIC = 2  # numbers in the place of a topic
_CERTAINTIES: tuple[Certainty, ...] = ("planned", "possible", "defensive")


def with_kind(step: Step, kind: Kind, actor: str = "") -> Step:
    """Give the passages that are chosen another kind."""
    places = passages_in(step.chosen)
    if not places:
        raise NoSuchChangeError(step.chosen)
    return Step(editing.set_kind(step.draft, places, kind, actor), step.chosen)


def passages_in(places: Sequence[Place]) -> tuple[Place, ...]:
    """Return those of the places that are passages of a topic; an introduction has no kinds."""
    return tuple(place for place in places if len(place) == PASSAGE_DEPTH and place[1] != INTRODUCTION)


def with_next_certainty(step: Step) -> Step:
    """Make a topic planned, possible, defensive, planned, in turn."""
    place = _one(step)[:_TOPIC]
    now = editing.topic_at(step.draft, place).certainty
    after = _CERTAINTIES[(_CERTAINTIES.index(now) + 1) % len(_CERTAINTIES)]
    return Step(editing.set_certainty(step.draft, place, after), step.chosen)


def higher(step: Step) -> Step:
    """Make a passage the heading of a topic, or a topic a session."""
    place = _one(step)
    if len(place) == PASSAGE_DEPTH:
        return Step(rearranging.headed(step.draft, place), ((place[0], place[1] + 1),))
    if len(place) == _TOPIC:
        return Step(rearranging.raised(step.draft, place), ((place[0] + 1,),))
    raise NoSuchChangeError(place)


def lower(step: Step) -> Step:
    """Make a session a topic, or the heading of a topic a label in the topic before it or in the introduction."""
    place, draft = _one(step), step.draft
    if len(place) == 1:
        after = rearranging.lowered(draft, place)
        return Step(after, ((place[0] - 1, len(draft.sessions[place[0] - 1].topics)),))
    if len(place) == _TOPIC and place[1] == 0:
        first = len(editing.session_at(draft, place).introduction)
        return _if_there(rearranging.introduced(draft, place), (place[0], INTRODUCTION, first))
    if len(place) == _TOPIC:
        first = len(editing.topic_at(draft, (place[0], place[1] - 1)).passages)
        return _if_there(rearranging.united(draft, place), (place[0], place[1] - 1, first))
    raise NoSuchChangeError(place)


def begun(step: Step) -> Step:
    """Begin a topic at a passage."""
    place = _one(step)
    draft = rearranging.begun(step.draft, place)
    is_another = len(draft.sessions[place[0]].topics) > len(step.draft.sessions[place[0]].topics)
    return Step(draft, ((place[0], place[1] + is_another),))


def joined(step: Step) -> Step:
    """Join a passage or a topic to the one before it; several passages that are chosen become one."""
    places = sorted(step.chosen)
    if len(places) > 1:
        return _all_joined(step.draft, places)
    place = _one(step)
    if len(place) == PASSAGE_DEPTH:
        return Step(editing.joined(step.draft, place), ((*place[:_TOPIC], place[2] - 1),))
    return Step(rearranging.united(step.draft, place), ((place[0], place[1] - 1) if len(place) == _TOPIC else place,))


def _all_joined(draft: Draft, places: Sequence[Place]) -> Step:
    first = places[0]
    if len(first) != PASSAGE_DEPTH or list(places) != [(*first[:_TOPIC], first[2] + at) for at in range(len(places))]:
        raise NoSuchChangeError(places)
    for place in reversed(places[1:]):
        draft = editing.joined(draft, place)
    return Step(draft, (first,))


def split(step: Step, place: Place, offset: int) -> Step:
    """Part a passage at so many code points of its text; the second half is chosen."""
    return Step(editing.split(step.draft, place, offset), ((*place[:_TOPIC], place[2] + 1),))


def moved(step: Step, by: int) -> Step:
    """Move a session or a topic or passages one place further or back; at an end they go on into what comes next."""
    place = _one(step, several=True)
    if len(place) == PASSAGE_DEPTH:
        return _passages_moved(step, by)
    if len(step.chosen) > 1:
        raise NoSuchChangeError(step.chosen)
    draft = rearranging.shifted(step.draft, place, by)
    if len(place) == 1:
        return Step(draft, ((place[0] + by,),))
    if 0 <= place[1] + by < len(editing.session_at(step.draft, place).topics):
        return Step(draft, ((place[0], place[1] + by),))
    there = place[0] + by
    return Step(draft, ((there, 0 if by > 0 else len(draft.sessions[there].topics) - 1),))


def _passages_moved(step: Step, by: int) -> Step:
    if any(len(place) != PASSAGE_DEPTH for place in step.chosen):
        raise NoSuchChangeError(step.chosen)
    return Step(*rearranging.stepped(step.draft, step.chosen, by))


def taken_in(step: Step, blocks: Sequence[int], outside: Sequence[int]) -> Step:
    """Take in what was left out; that is chosen then."""
    return Step(*taking_in.taken_in(step.draft, blocks, outside))


def settled(step: Step) -> Step:
    """Take all that is chosen as right as it is."""
    draft = step.draft
    for place in step.chosen:
        draft = editing.settled(draft, place)
    return Step(draft, step.chosen)


def renamed(step: Step, place: Place, title: str) -> Step:
    """Give the dossier, a session or a topic another title."""
    return Step(rearranging.renamed(step.draft, place, title), (place,))


def with_meeting(step: Step, meeting: DraftMeeting) -> Step:
    """Give the meeting other days, and another place; `meeting.start` is a day."""
    if meeting.start is None:
        raise NoSuchChangeError(step.chosen)
    return Step(replace(dated(step.draft, meeting.start), meeting=meeting), step.chosen)


def _one(step: Step, *, several: bool = False) -> Place:
    if not step.chosen or (len(step.chosen) > 1 and not several):
        raise NoSuchChangeError(step.chosen)
    return min(step.chosen)


def _if_there(draft: Draft, place: Place) -> Step:
    """Choose a passage; what it would stand under when there is none."""
    passages = editing.passages_at(draft, place)
    return Step(draft, (place if place[2] < len(passages) else place[:1] if place[1] < 0 else place[:_TOPIC],))


Change = Callable[[Step], Step]
