"""A draft becomes the shape of a data file: everything gets an id, passages go to the lists of their kinds."""

import datetime
import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from msgspec.structs import replace

from fmm_desktop.dossier import format as shapes
from fmm_desktop.dossier.model import Kind
from fmm_desktop.dossier.text import plain as words_of
from fmm_desktop.importing import trouble
from fmm_desktop.importing.agenda.draft import (
    Doubt,
    Draft,
    DraftMeeting,
    DraftPassage,
    DraftSession,
    DraftTopic,
    words_at,
)
from fmm_desktop.importing.agenda.kinds import value_in
from fmm_desktop.importing.agenda.slugs import Slugs
from fmm_desktop.importing.timelines import events_of
from fmm_desktop.importing.trouble import ImportingError
from fmm_desktop.search.folding import even

SOURCE = "ga"
NO_WORDS = "onderwerp"
"""The id of a topic whose title has no letter for one."""
LETTERS = {
    Kind.AIM: "a",
    Kind.DISCUSSION: "d",
    Kind.POSITION: "p",
    Kind.POINT: "s",
    Kind.IF_RAISED: "r",
    Kind.OTHER: "o",
    Kind.FIGURE: "f",
    Kind.BACKGROUND: "b",
}
_LONGEST_TITLE = 1000
_NOTE = {"nl": "noot"}
_NUMBER = re.compile(
    r"^(?:\(?(?:\d{1,2}(?:\.\d{1,2})*|[A-Za-z]|[IVXivx]{1,5})[.)]+ )?(?:\w+ (?:\d{1,2}|[IVX]+)\s*[:–—-]\s*)?"
)
_BRACKETS = re.compile(r"\s*\([^()]*\)\s*$")
_SMALL = frozenset(
    [
        "de",
        "het",
        "een",
        "van",
        "en",
        "in",
        "op",
        "te",
        "voor",
        "aan",
        "met",
        "bij",
        "the",
        "a",
        "an",
        "of",
        "and",
        "in",
        "on",
        "to",
        "for",
        "at",
        "with",
    ]
)
_SPECIAL = re.compile(r"([*_`\\]|\[(?=\[)|(?<=\[)\[)")
_LIST = re.compile(r"^([-+]|\d{1,9}(?=[.)]))(?=[.)]?(?:\s|$))([.)]?)")

Where = tuple[int, ...]
"""Session; session and topic; session, topic, kind's place and passage: all counted from 0."""


class Shaped(NamedTuple):
    """The shape, what is unsure by where it stands (() is the whole dossier), and the words of formulas, folded."""

    shape: shapes.DossierShape
    doubts: dict[Where, tuple[Doubt, ...]]
    formulas: frozenset[str] = frozenset()


def shaped(draft: Draft, otherwise: datetime.date | None = None) -> Shaped:
    """Return the shape of a draft. `otherwise` is the day of a meeting that the document gives no date for at all.

    Raises ImportingError when there is no day: none is made up.
    """
    start = first_day(draft) or otherwise
    if start is None:
        raise ImportingError(trouble.NO_DATE, file=draft.plain.name)
    doubts: dict[Where, tuple[Doubt, ...]] = {(): draft.doubts} if draft.doubts else {}
    ids = Slugs(small=_SMALL)
    sessions = tuple(_session(session, place, draft, ids, doubts) for place, session in enumerate(draft.sessions))
    shape = shapes.DossierShape(
        format="fmm-dossier/1",
        id=_dossier_id(draft),
        edition=1,
        issued=draft.issued,
        language=draft.language,
        title=_title(draft.heading.title),
        marking=draft.marking,
        meeting=_meeting(draft.meeting, start),
        own=draft.own or None,
        timeline=tuple(events_of(draft)),
        actors=tuple(_actors(draft)),
        terms=tuple(_terms(draft)),
        sources=tuple(_sources(draft)),
        sessions=sessions,
    )
    return Shaped(shape, doubts, draft.formulas)


def first_day(draft: Draft) -> datetime.date | None:
    """Return the first day of the meeting, or the date of the document where it tells none; None for neither."""
    return draft.meeting.start or draft.issued


def _title(text: str) -> str:
    return text if len(text) <= _LONGEST_TITLE else f"{text[: _LONGEST_TITLE - 1]}…"


def _dossier_id(draft: Draft) -> str:
    """Return the id: the abbreviation or the name of who meets, and the whole date: a month may have two meetings."""
    meeting = draft.meeting
    name = meeting.short or _BRACKETS.sub("", meeting.council) or draft.heading.title
    return Slugs(small=_SMALL).of(name, "agenda", meeting.start.isoformat() if meeting.start else "")


def _meeting(meeting: DraftMeeting, start: datetime.date) -> shapes.MeetingShape:
    return shapes.MeetingShape(start=start, end=meeting.end, place=meeting.place, country=meeting.country or None)


def _actors(draft: Draft) -> Iterator[shapes.ActorShape]:
    known = {actor.id for actor in draft.actors}
    for actor in draft.actors:
        of = actor.of if actor.of in known else None
        yield shapes.ActorShape(id=actor.id, kind=actor.kind, name=_title(actor.name), role=actor.role, of=of)


def _terms(draft: Draft) -> Iterator[shapes.TermShape]:
    ids = Slugs()
    for term in draft.terms:
        yield shapes.TermShape(id=ids.of(term.short, "begrip"), short=term.short, long=term.long)


def _sources(draft: Draft) -> Iterator[shapes.SourceShape]:
    """Yield the document, and its footnotes, for those name other documents."""
    yield shapes.SourceShape(id=SOURCE, title=_title(draft.heading.title), date=draft.issued, file=draft.plain.name)
    ids = Slugs([SOURCE])
    for note in draft.footnotes:
        for start in range(0, len(note.text), _LONGEST_TITLE):
            part = note.text[start : start + _LONGEST_TITLE].strip()
            if part:
                yield shapes.SourceShape(id=ids.of(f"{_note_word(draft)} {note.number}"), title=part)


def _note_word(draft: Draft) -> str:
    return _NOTE.get(draft.language, "note")


def _session(
    session: DraftSession, place: int, draft: Draft, ids: Slugs, doubts: dict[Where, tuple[Doubt, ...]]
) -> shapes.SessionShape:
    unsure = (*session.doubts, *(doubt for passage in session.introduction for doubt in passage.doubts))
    if unsure:  # an introduction is one text, so that what is unsure of it stands at its session
        doubts[place,] = tuple(dict.fromkeys(unsure))
    own = Slugs(small=_SMALL)
    return shapes.SessionShape(
        id=ids.of(_short(session.heading.title, draft), "sessie"),
        title=_title(session.heading.title),
        introduction="\n\n".join(as_markdown(_introducing(passage, draft)) for passage in session.introduction),
        topics=tuple(_topic(topic, (place, number), draft, own, doubts) for number, topic in enumerate(session.topics)),
    )


def _introducing(passage: DraftPassage, draft: Draft) -> str:
    """Return the words of a passage behind those of its label, for an introduction has no other place for a label."""
    label = words_at(draft.plain, passage.label_spans)
    return f"{label.rstrip(' :')}: {passage.text}" if label else passage.text


def _short(title: str, draft: Draft) -> str:
    """Return the words of an id: the abbreviation of a title that is explained, else the title without its number."""
    bare = _NUMBER.sub("", title)
    long = even(_BRACKETS.sub("", bare))
    ending = re.search(r"\(([A-Z][\w&-]+)\)$", bare)
    for term in draft.terms:
        if even(term.long) == long or (ending and ending[1] == term.short and long.endswith(even(term.long))):
            return term.short
    return _BRACKETS.sub("", bare) or bare


def _topic(
    topic: DraftTopic, where: Where, draft: Draft, ids: Slugs, doubts: dict[Where, tuple[Doubt, ...]]
) -> shapes.TopicShape:
    if topic.doubts:
        doubts[where] = topic.doubts
    passages = [_with_holder(one, draft) for one in topic.passages]
    groups = {kind: [one for one in passages if one.kind is kind] for kind in Kind}
    for order, kind in enumerate(Kind):
        for place, passage in enumerate(groups[kind]):
            if passage.doubts:
                doubts[*where, order, place] = passage.doubts
    return shapes.TopicShape(
        id=ids.of(_short(topic.heading.title, draft), NO_WORDS),
        title=_title(topic.heading.title),
        certainty=topic.certainty,
        aim=_plain(groups[Kind.AIM], draft),
        discussion=_plain(groups[Kind.DISCUSSION], draft),
        position=_plain(groups[Kind.POSITION], draft),
        points=_plain(groups[Kind.POINT], draft),
        if_raised=_plain(groups[Kind.IF_RAISED], draft),
        others=tuple(_other(one, _id(one, place), draft) for place, one in enumerate(groups[Kind.OTHER], 1)),
        figures=tuple(_figure(one, _id(one, place), draft) for place, one in enumerate(groups[Kind.FIGURE], 1)),
        background=_plain(groups[Kind.BACKGROUND], draft),
    )


def _with_holder(passage: DraftPassage, draft: Draft) -> DraftPassage:
    """Return a stance with whose it is; as background where the document names nobody whose it could be."""
    if passage.kind is not Kind.OTHER or passage.actor:
        return passage
    holder = draft.own or next((actor.id for actor in draft.actors), "")
    return replace(passage, actor=holder) if holder else replace(passage, kind=Kind.BACKGROUND, stance="unknown")


def _id(passage: DraftPassage, place: int) -> str:
    return f"{LETTERS[passage.kind]}{place}"


def _plain(passages: Sequence[DraftPassage], draft: Draft) -> tuple[shapes.PassageShape, ...]:
    return tuple(
        shapes.PassageShape(id=_id(one, place), text=as_markdown(one.text), source=_source(one, draft))
        for place, one in enumerate(passages, 1)
    )


def _other(passage: DraftPassage, identifier: str, draft: Draft) -> shapes.OtherShape:
    return shapes.OtherShape(
        id=identifier,
        actor=passage.actor,
        stance=passage.stance,
        text=as_markdown(passage.text),
        source=_source(passage, draft),
    )


def _figure(passage: DraftPassage, identifier: str, draft: Draft) -> shapes.FigureShape:
    return shapes.FigureShape(
        id=identifier,
        value=passage.value or value_in(passage.text),
        text=as_markdown(passage.text),
        source=_source(passage, draft),
    )


def _source(passage: DraftPassage, draft: Draft) -> shapes.SourceRef:
    """Return where a passage stands: its label, its paragraph, its footnotes."""
    places = dict.fromkeys(draft.plain.blocks[span.block].place for span in passage.spans)
    notes = (f"{_note_word(draft)} {number}" for number in passage.footnotes)
    return shapes.SourceRef(id=SOURCE, at=", ".join(filter(None, [passage.label, *places, *notes])))


def as_markdown(text: str) -> str:
    """Return `text` so that a dossier shows just these words: what would be taken for markup is escaped."""
    if words_of(text) == text:
        return text
    return _LIST.sub(_escaped_list, _SPECIAL.sub(r"\\\1", text))


def _escaped_list(match: re.Match[str]) -> str:
    return f"{match[1]}\\{match[2]}" if match[2] else f"\\{match[1]}"
