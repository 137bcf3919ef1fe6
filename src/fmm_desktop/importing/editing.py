"""The passages of a draft changed by who reviews it: each function gives another draft, with the same words in it.

A place is a session, a topic or a passage, counted from 0: `(1,)`, `(1, 0)`, `(1, 0, 2)`; the introduction of a session
is its topic -1, and `()` is the whole draft. What cannot be done raises `NoSuchChangeError`. Sessions and topics are
changed by `rearranging`.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence

from msgspec.structs import replace

from fmm_desktop.dossier.model import Certainty, Kind
from fmm_desktop.importing.agenda.draft import Doubt, Draft, DraftPassage, DraftSession, DraftTopic, Span, words_at
from fmm_desktop.importing.agenda.kinds import value_in

Place = tuple[int, ...]
Passages = tuple[DraftPassage, ...]
INTRODUCTION = -1
PASSAGE_DEPTH = 3
"""Numbers in the place of a passage."""

_TOPIC_DEPTH = 2
_OF_A_KIND = {Doubt.KIND, Doubt.MAYBE_POSITION, Doubt.MAYBE_FIGURE, Doubt.LABEL, Doubt.ACTOR}


class NoSuchChangeError(ValueError):
    """A change that cannot be made at this place."""


# -- what stands where -------------------------------------------------------------------------------------------------


def places_of(draft: Draft) -> Iterator[Place]:
    """Yield the place of every session, topic and passage, in order."""
    for number, session in enumerate(draft.sessions):
        yield (number,)
        yield from ((number, INTRODUCTION, place) for place in range(len(session.introduction)))
        for order, topic in enumerate(session.topics):
            yield (number, order)
            yield from ((number, order, place) for place in range(len(topic.passages)))


def session_at(draft: Draft, place: Place) -> DraftSession:
    """Return the session that a place is in. Raises NoSuchChangeError when there is none."""
    if not place or not 0 <= place[0] < len(draft.sessions):
        raise NoSuchChangeError(place)
    return draft.sessions[place[0]]


def topic_at(draft: Draft, place: Place) -> DraftTopic:
    """Return the topic that a place is in. Raises NoSuchChangeError when there is none."""
    topics = session_at(draft, place).topics
    if len(place) < _TOPIC_DEPTH or not 0 <= place[1] < len(topics):
        raise NoSuchChangeError(place)
    return topics[place[1]]


def passages_at(draft: Draft, place: Place) -> Passages:
    """Return the passages of the topic or the introduction that a place is in."""
    if len(place) >= _TOPIC_DEPTH and place[1] == INTRODUCTION:
        return session_at(draft, place).introduction
    return topic_at(draft, place).passages


def passage_at(draft: Draft, place: Place) -> DraftPassage:
    """Return the passage at a place. Raises NoSuchChangeError when there is none."""
    passages = passages_at(draft, place)
    if len(place) != PASSAGE_DEPTH or not 0 <= place[2] < len(passages):
        raise NoSuchChangeError(place)
    return passages[place[2]]


# -- putting back ------------------------------------------------------------------------------------------------------


def with_session(draft: Draft, place: Place, session: DraftSession) -> Draft:
    """Return the draft with another session at a place."""
    session_at(draft, place)
    return replace(draft, sessions=(*draft.sessions[: place[0]], session, *draft.sessions[place[0] + 1 :]))


def with_topic(draft: Draft, place: Place, topic: DraftTopic) -> Draft:
    """Return the draft with another topic at a place."""
    session = session_at(draft, place)
    topic_at(draft, place)
    topics = (*session.topics[: place[1]], topic, *session.topics[place[1] + 1 :])
    return with_session(draft, place, replace(session, topics=topics))


def with_passages(draft: Draft, place: Place, passages: Passages) -> Draft:
    """Return the draft with other passages in the topic or the introduction that a place is in."""
    if place[1] == INTRODUCTION:
        return with_session(draft, place, replace(session_at(draft, place), introduction=passages))
    return with_topic(draft, place, replace(topic_at(draft, place), passages=passages))


def _changed(draft: Draft, places: Iterable[Place], change: Callable[[DraftPassage], DraftPassage]) -> Draft:
    for place in places:
        found, all_of = passage_at(draft, place), passages_at(draft, place)
        draft = with_passages(draft, place, (*all_of[: place[2]], change(found), *all_of[place[2] + 1 :]))
    return draft


# -- changes -----------------------------------------------------------------------------------------------------------


def set_kind(draft: Draft, places: Sequence[Place], kind: Kind, actor: str = "") -> Draft:
    """Return the draft with passages of another kind; what was unsure of their kind is settled.

    `actor` is whose stance it is, for kind *other*; a figure takes its value from its text.
    """
    return _changed(draft, places, lambda passage: _of_kind(passage, kind, actor))


def _of_kind(passage: DraftPassage, kind: Kind, actor: str) -> DraftPassage:
    return replace(
        passage,
        kind=kind,
        actor=(actor or passage.actor) if kind is Kind.OTHER else "",
        stance=passage.stance if kind is Kind.OTHER else "unknown",
        value=(passage.value or value_in(passage.text)) if kind is Kind.FIGURE else "",
        doubts=tuple(doubt for doubt in passage.doubts if doubt not in _OF_A_KIND),
    )


def set_certainty(draft: Draft, place: Place, certainty: Certainty) -> Draft:
    """Return the draft with a topic that is as sure as that."""
    return with_topic(draft, place, replace(topic_at(draft, place), certainty=certainty))


def settled(draft: Draft, place: Place) -> Draft:
    """Return the draft with nothing unsure at a place itself: its reader has looked."""
    if not place:
        return replace(draft, doubts=())
    if len(place) == 1:
        return with_session(draft, place, replace(session_at(draft, place), doubts=()))
    if len(place) == _TOPIC_DEPTH:
        return with_topic(draft, place, replace(topic_at(draft, place), doubts=()))
    return _changed(draft, [place], lambda passage: replace(passage, doubts=()))


def joined(draft: Draft, place: Place) -> Draft:
    """Return the draft with the passage at a place joined to the one before it, of whose kind it becomes.

    A label between the two becomes part of the text, so that no word is lost.
    """
    passage, all_of = passage_at(draft, place), passages_at(draft, place)
    if place[2] == 0:
        raise NoSuchChangeError(place)
    before = all_of[place[2] - 1]
    spans = _closed((*before.spans, *passage.label_spans, *passage.spans))
    both = replace(
        before,
        spans=spans,
        text=words_at(draft.plain, spans),
        footnotes=tuple(dict.fromkeys((*before.footnotes, *passage.footnotes))),
        doubts=tuple(dict.fromkeys((*before.doubts, *passage.doubts))),
    )
    return with_passages(draft, place, (*all_of[: place[2] - 1], both, *all_of[place[2] + 1 :]))


def _closed(spans: Iterable[Span]) -> tuple[Span, ...]:
    """Return the spans with those of one block that follow each other as one: but a blank stands between them."""
    found: list[Span] = []
    for span in spans:
        if found and found[-1].block == span.block and span.start - found[-1].end in {0, 1}:
            found[-1] = found[-1]._replace(end=span.end)
        else:
            found.append(span)
    return tuple(found)


def split(draft: Draft, place: Place, offset: int) -> Draft:
    """Return the draft with the passage at a place parted at `offset` code points of its text.

    Raises NoSuchChangeError when no word would stand on one side.
    """
    passage, all_of = passage_at(draft, place), passages_at(draft, place)
    first, second = _parted(draft, passage.spans, offset)
    texts = words_at(draft.plain, first), words_at(draft.plain, second)
    if not (any(map(str.isalnum, texts[0])) and any(map(str.isalnum, texts[1]))):
        raise NoSuchChangeError(place)
    notes = _notes(draft, passage, first), _notes(draft, passage, second)
    parts = (
        replace(passage, spans=first, text=texts[0], footnotes=notes[0]),
        replace(passage, spans=second, text=texts[1], footnotes=notes[1], label_spans=()),
    )
    return with_passages(draft, place, (*all_of[: place[2]], *parts, *all_of[place[2] + 1 :]))


def _parted(draft: Draft, spans: Sequence[Span], offset: int) -> tuple[tuple[Span, ...], tuple[Span, ...]]:
    """Return the spans before and after so many code points of the text that they are."""
    left = offset
    for number, span in enumerate(spans):
        words = words_at(draft.plain, (span,))
        stripped = draft.plain.blocks[span.block].text[span.start : span.end].strip()
        if left <= len(words):
            within = span.start + max(0, left - (len(words) - len(stripped)))  # behind a number that counts as words
            ends = (span._replace(end=within), span._replace(start=within))
            return _not_empty((*spans[:number], ends[0])), _not_empty((ends[1], *spans[number + 1 :]))
        left -= len(words) + 1 if words else 0
    return tuple(spans), ()


def _not_empty(spans: Iterable[Span]) -> tuple[Span, ...]:
    return tuple(span for span in spans if span.start < span.end)


def _notes(draft: Draft, passage: DraftPassage, spans: Iterable[Span]) -> tuple[str, ...]:
    """Return the footnotes of a passage that hang in these spans."""
    here = {
        mark.number
        for span in spans
        for mark in draft.plain.blocks[span.block].footnotes
        if span.start < mark.place <= span.end
    }
    return tuple(number for number in passage.footnotes if number in here)
