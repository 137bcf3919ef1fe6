"""Sessions and topics of a draft changed by who reviews it: named, parted, joined, raised, lowered, moved.

Places are those of `editing`. A heading that is one no more becomes the label of what stands under it, so that none of
its words is lost.
"""

from collections.abc import Sequence
from itertools import takewhile
from typing import TypeVar

from msgspec.structs import replace

from fmm_desktop.dossier.model import Kind
from fmm_desktop.importing.agenda.draft import Doubt, Draft, DraftPassage, DraftSession, DraftTopic, Heading, words_at
from fmm_desktop.importing.editing import (
    INTRODUCTION,
    NoSuchChangeError,
    Passages,
    Place,
    passage_at,
    passages_at,
    places_of,
    session_at,
    topic_at,
    with_passages,
    with_session,
    with_topic,
)

_T = TypeVar("_T")
_PROPOSED = 80  # characters of a title that is taken from a passage
_LONGEST = 1000  # characters of a title that a data file takes
_TOPIC_DEPTH = 2
_OF_A_TITLE = {Doubt.TITLE}


def renamed(draft: Draft, place: Place, title: str) -> Draft:
    """Return the draft with another title at a place; what was unsure of the title is settled."""
    if not title.strip() or len(title.strip()) > _LONGEST:
        raise NoSuchChangeError(place)
    if not place:
        return replace(draft, heading=replace(draft.heading, title=title.strip()), doubts=_certain(draft.doubts))
    if len(place) == 1:
        session = session_at(draft, place)
        heading = replace(session.heading, title=title.strip())
        return with_session(draft, place, replace(session, heading=heading, doubts=_certain(session.doubts)))
    topic = topic_at(draft, place)
    heading = replace(topic.heading, title=title.strip())
    return with_topic(draft, place, replace(topic, heading=heading, doubts=_certain(topic.doubts)))


def _certain(doubts: tuple[Doubt, ...]) -> tuple[Doubt, ...]:
    return tuple(doubt for doubt in doubts if doubt not in _OF_A_TITLE)


def begun(draft: Draft, place: Place) -> Draft:
    """Return the draft with a topic that begins at a passage, and takes all that stands behind it in its topic.

    It is called by the label that begins there, or else by the passage. At the first passage of a topic whose
    title is a proposal it is that topic; raises NoSuchChangeError where it is not, for no passage would be left there.
    """
    passage, all_of = passage_at(draft, place), passages_at(draft, place)
    heading, passages = _named_by(draft, passage, all_of[place[2] :])
    topic = DraftTopic(heading=heading, passages=passages, doubts=(Doubt.TITLE,))
    if place[1] == INTRODUCTION or place[2] > 0:
        return _with_topic_after(with_passages(draft, place, all_of[: place[2]]), place, topic)
    here = topic_at(draft, place[:_TOPIC_DEPTH])
    if here.heading.spans or Doubt.TITLE not in here.doubts:
        raise NoSuchChangeError(place)
    return with_topic(draft, place[:_TOPIC_DEPTH], replace(here, heading=heading, passages=passages))


def _named_by(draft: Draft, passage: DraftPassage, passages: Passages) -> tuple[Heading, Passages]:
    """Return the heading of a topic that begins at a passage, and its passages: none has that heading as its label."""
    spans, label = passage.label_spans, passage.label
    title = words_at(draft.plain, spans[:1])
    if len(spans) > 1 and label.startswith(f"{title}: "):  # a heading that became a label, as `_under` makes it
        rest = replace(passage, label=label.removeprefix(f"{title}: "), label_spans=spans[1:])
        return Heading(title=title, spans=spans[:1]), (rest, *passages[1:])
    title = words_at(draft.plain, spans)
    if not title or len(title) > _LONGEST:
        return Heading(title=_as_title(passage.text)), passages
    under = tuple(takewhile(lambda one: one.label == label and one.label_spans in {(), spans}, passages))
    bare = tuple(replace(one, label="", label_spans=()) for one in under)
    return Heading(title=title, spans=spans), (*bare, *passages[len(under) :])


def headed(draft: Draft, place: Place) -> Draft:
    """Return the draft with a passage as the heading of a topic, of all that stands behind it.

    Raises NoSuchChangeError when it is longer than a title may be: the rest of it would be lost.
    """
    passage, all_of = passage_at(draft, place), passages_at(draft, place)
    spans = (*passage.label_spans, *passage.spans)
    heading = Heading(title=words_at(draft.plain, spans), spans=spans)
    if len(heading.title) > _LONGEST:
        raise NoSuchChangeError(place)
    topic = DraftTopic(heading=heading, passages=all_of[place[2] + 1 :])
    return _with_topic_after(with_passages(draft, place, all_of[: place[2]]), place, topic)


def _with_topic_after(draft: Draft, place: Place, topic: DraftTopic) -> Draft:
    session = session_at(draft, place)
    at = place[1] + 1  # behind the introduction, which is -1, comes the first
    return with_session(draft, place, replace(session, topics=(*session.topics[:at], topic, *session.topics[at:])))


def _as_title(text: str) -> str:
    return text if len(text) <= _PROPOSED else f"{text[:_PROPOSED].rpartition(' ')[0] or text[:_PROPOSED]}…"


def united(draft: Draft, place: Place) -> Draft:
    """Return the draft with the topic at a place joined to the one before it in its session."""
    topic, session = topic_at(draft, place), session_at(draft, place)
    if len(place) != _TOPIC_DEPTH or place[1] == 0:
        raise NoSuchChangeError(place)
    before = session.topics[place[1] - 1]
    both = replace(before, passages=(*before.passages, *_under(draft, topic.heading, topic.passages)))
    topics = (*session.topics[: place[1] - 1], both, *session.topics[place[1] + 1 :])
    return with_session(draft, place, replace(session, topics=topics))


def _under(draft: Draft, heading: Heading, passages: Passages) -> Passages:
    """Return passages with a heading as the label of the first, or as a passage itself where there is none."""
    if not heading.spans:
        return passages
    if not passages:
        text = words_at(draft.plain, heading.spans)
        return (DraftPassage(kind=Kind.BACKGROUND, spans=heading.spans, text=text, doubts=(Doubt.LABEL,)),)
    first = passages[0]
    label = ": ".join(filter(None, [words_at(draft.plain, heading.spans), first.label]))
    return (replace(first, label=label, label_spans=(*heading.spans, *first.label_spans)), *passages[1:])


def raised(draft: Draft, place: Place) -> Draft:
    """Return the draft with a topic as a session, which takes the topics behind it; its passages come first in it."""
    topic, session = topic_at(draft, place), session_at(draft, place)
    if len(place) != _TOPIC_DEPTH:
        raise NoSuchChangeError(place)
    own = (replace(topic, heading=Heading(title=topic.heading.title)),) if topic.passages else ()
    risen = DraftSession(heading=topic.heading, topics=(*own, *session.topics[place[1] + 1 :]))
    left = replace(session, topics=session.topics[: place[1]])
    return replace(draft, sessions=(*draft.sessions[: place[0]], left, risen, *draft.sessions[place[0] + 1 :]))


def lowered(draft: Draft, place: Place) -> Draft:
    """Return the draft with a session as a topic of the session before it, which takes its other topics as well."""
    session = session_at(draft, place)
    if len(place) != 1 or place[0] == 0:
        raise NoSuchChangeError(place)
    before = draft.sessions[place[0] - 1]
    longer = replace(before, topics=(*before.topics, *_as_topics(session)))
    return replace(draft, sessions=(*draft.sessions[: place[0] - 1], longer, *draft.sessions[place[0] + 1 :]))


def _as_topics(session: DraftSession) -> tuple[DraftTopic, ...]:
    """Return the topics of a session that is none, the first with its heading: its own, or one of the introduction."""
    title, first = session.heading.title, session.topics[0] if session.topics else None
    if first and not session.introduction and not first.heading.spans and first.heading.title == title:
        return (replace(first, heading=session.heading), *session.topics[1:])  # it was raised out of this one
    own = DraftTopic(heading=session.heading, passages=session.introduction)
    return (own, *session.topics) if own.heading.spans or own.passages else session.topics


def shifted(draft: Draft, place: Place, by: int) -> Draft:
    """Return the draft with a topic or a session `by` places further, or back when it is negative.

    A topic at the end of its session goes on into the next one.
    """
    if len(place) == 1:
        return replace(draft, sessions=_shifted(draft.sessions, place[0], by, place))
    topic, session = topic_at(draft, place), session_at(draft, place)
    if len(place) != _TOPIC_DEPTH:
        raise NoSuchChangeError(place)
    if 0 <= place[1] + by < len(session.topics):
        return with_session(draft, place, replace(session, topics=_shifted(session.topics, place[1], by, place)))
    other = (place[0] + (1 if by > 0 else -1),)
    there = session_at(draft, other)
    topics = (topic, *there.topics) if by > 0 else (*there.topics, topic)
    rest = (*session.topics[: place[1]], *session.topics[place[1] + 1 :])
    return with_session(with_session(draft, place, replace(session, topics=rest)), other, replace(there, topics=topics))


def _shifted(items: tuple[_T, ...], at: int, by: int, place: Place) -> tuple[_T, ...]:
    if not (0 <= at < len(items) and 0 <= at + by < len(items)):
        raise NoSuchChangeError(place)
    rest = [*items[:at], *items[at + 1 :]]
    rest.insert(at + by, items[at])
    return tuple(rest)


def stepped(draft: Draft, places: Sequence[Place], by: int) -> tuple[Draft, tuple[Place, ...]]:
    """Return the draft with passages of one topic one place further, or back when `by` is negative, and where they are.

    Those at an end go on to the near end of the next topic, or of an introduction that has passages.
    """
    ordered = sorted(set(places))
    chosen = [passage_at(draft, place) for place in ordered]
    if not ordered or any(place[:_TOPIC_DEPTH] != ordered[0][:_TOPIC_DEPTH] for place in ordered):
        raise NoSuchChangeError(places)
    there, all_of = ordered[0][:_TOPIC_DEPTH], passages_at(draft, ordered[0])
    rest = [passage for number, passage in enumerate(all_of) if (*there, number) not in ordered]
    at = [place[-1] + by for place in ordered]
    if at[0] < 0 or at[-1] >= len(all_of):
        draft, there = with_passages(draft, ordered[0], tuple(rest)), _beside(draft, ordered[0], by)
        rest = list(passages_at(draft, there))
        start = 0 if by > 0 else len(rest)
        at = list(range(start, start + len(ordered)))
    for number, passage in zip(at, chosen, strict=True):
        rest.insert(number, passage)
    return with_passages(draft, there, tuple(rest)), tuple((*there, number) for number in at)


def _beside(draft: Draft, place: Place, by: int) -> Place:
    """Return the topic, or the introduction that has passages, that comes after or before the one of a place."""
    every = dict.fromkeys(one[:_TOPIC_DEPTH] for one in places_of(draft) if len(one) >= _TOPIC_DEPTH)
    found = [one for one in every if (one > place[:_TOPIC_DEPTH] if by > 0 else one < place[:_TOPIC_DEPTH])]
    if not found:
        raise NoSuchChangeError(place)
    return found[0] if by > 0 else found[-1]


def introduced(draft: Draft, place: Place) -> Draft:
    """Return the draft with the first topic of a session as its introduction."""
    topic, session = topic_at(draft, place), session_at(draft, place)
    if len(place) != _TOPIC_DEPTH or place[1] != 0:
        raise NoSuchChangeError(place)
    introduction = (*session.introduction, *_under(draft, topic.heading, topic.passages))
    return with_session(draft, place, replace(session, introduction=introduction, topics=session.topics[1:]))
