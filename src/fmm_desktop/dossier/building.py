"""From the shape of a data file to a `Dossier`: passages numbered, ids given where there were none, texts stripped."""

from collections.abc import Iterator
from itertools import chain

from fmm_desktop.dossier import format as shapes
from fmm_desktop.dossier import model
from fmm_desktop.dossier.model import Kind

PassageShape = str | shapes.PassageShape | shapes.OtherShape | shapes.FigureShape


def build(shape: shapes.DossierShape) -> model.Dossier:
    """Return the dossier that `shape` describes. The shape has been checked: ids are unique within their group."""
    sessions = tuple(_session(session, str(place)) for place, session in enumerate(shape.sessions, 1))
    return model.Dossier(
        id=shape.id,
        edition=shape.edition,
        title=shape.title.strip(),
        language=shape.language,
        meeting=_meeting(shape.meeting),
        issued=shape.issued,
        marking=shape.marking.strip(),
        own=shape.own or "",
        timeline=tuple(_event(event) for event in shape.timeline),
        actors=tuple(_actor(actor) for actor in shape.actors),
        terms=tuple(_term(term) for term in shape.terms),
        sources=tuple(_source(source) for source in shape.sources),
        sessions=sessions,
        checked={path: names for path, names in _checked(shape, sessions) if names},
    )


def _checked(shape: shapes.DossierShape, sessions: tuple[model.Session, ...]) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Yield the path of everything that may silence checks with what it silences."""
    yield "", shape.checked
    for session, built in zip(shape.sessions, sessions, strict=True):
        yield session.id, session.checked
        for topic, with_ids in zip(session.topics, built.topics, strict=True):
            yield with_ids.path, topic.checked
            for passage, with_id in zip(_in_order(topic), with_ids.passages, strict=True):
                if not isinstance(passage, str) and passage.checked:
                    yield f"{with_ids.path}#{with_id.id}", passage.checked


def _in_order(topic: shapes.TopicShape) -> Iterator[PassageShape]:
    return chain.from_iterable(group for _, group in by_kind(topic))


def _meeting(shape: shapes.MeetingShape) -> model.Meeting:
    return model.Meeting(start=shape.start, end=shape.end, place=shape.place.strip(), country=shape.country or "")


def _event(shape: shapes.EventShape) -> model.Event:
    return model.Event(start=shape.start, title=shape.title.strip(), end=shape.end, place=shape.place.strip())


def _actor(shape: shapes.ActorShape) -> model.Actor:
    return model.Actor(
        id=shape.id,
        kind=shape.kind,
        name=shape.name.strip(),
        role=shape.role.strip(),
        of=shape.of or "",
        text=shape.text.strip(),
    )


def _term(shape: shapes.TermShape) -> model.Term:
    return model.Term(
        id=shape.id,
        short=shape.short.strip(),
        long=shape.long.strip(),
        translation={language: words.strip() for language, words in shape.translation.items()},
        text=shape.text.strip(),
    )


def _source(shape: shapes.SourceShape) -> model.Source:
    return model.Source(id=shape.id, title=shape.title.strip(), date=shape.date, file=shape.file.strip())


def _session(shape: shapes.SessionShape, number: str) -> model.Session:
    return model.Session(
        id=shape.id,
        number=number,
        title=shape.title.strip(),
        form=shape.form.strip(),
        time=shape.time.strip(),
        participants=shape.participants,
        introduction=shape.introduction.strip(),
        topics=tuple(_topic(topic, shape.id, f"{number}.{place}") for place, topic in enumerate(shape.topics, 1)),
    )


def _topic(shape: shapes.TopicShape, session_id: str, number: str) -> model.Topic:
    return model.Topic(
        id=shape.id,
        path=f"{session_id}/{shape.id}",
        number=number,
        title=shape.title.strip(),
        certainty=shape.certainty,
        marking=shape.marking.strip(),
        tags=tuple(tag.strip() for tag in shape.tags),
        related=tuple(path.strip() for path in shape.related),
        passages=tuple(_passages(shape, number)),
    )


def by_kind(shape: shapes.TopicShape) -> Iterator[tuple[Kind, tuple[PassageShape, ...]]]:
    """Yield the passages of a topic for each kind, in the order of `Kind`."""
    yield Kind.AIM, shape.aim
    yield Kind.DISCUSSION, shape.discussion
    yield Kind.POSITION, shape.position
    yield Kind.POINT, shape.points
    yield Kind.IF_RAISED, shape.if_raised
    yield Kind.OTHER, shape.others
    yield Kind.FIGURE, shape.figures
    yield Kind.BACKGROUND, shape.background


def _passages(topic: shapes.TopicShape, number: str) -> Iterator[model.Passage]:
    groups = list(by_kind(topic))
    taken = {shape.id for _, group in groups for shape in group if not isinstance(shape, str)}
    count = 0
    for kind, group in groups:
        for place, shape in enumerate(group, 1):
            count += 1
            identifier = "" if isinstance(shape, str) else shape.id
            yield _passage(shape, kind, f"{number}.{count}", identifier or _free_id(f"{kind}-{place}", taken))


def _free_id(wanted: str, taken: set[str]) -> str:
    """Return `wanted`, or when another passage bears that id `wanted-2`, `wanted-3`, …"""
    identifier, turn = wanted, 1
    while identifier in taken:
        turn += 1
        identifier = f"{wanted}-{turn}"
    taken.add(identifier)
    return identifier


def _passage(shape: PassageShape, kind: Kind, number: str, identifier: str) -> model.Passage:
    if isinstance(shape, str):
        return model.Passage(id=identifier, kind=kind, number=number, text=shape.strip())
    other = shape if isinstance(shape, shapes.OtherShape) else None
    return model.Passage(
        id=identifier,
        kind=kind,
        number=number,
        text=shape.text.strip(),
        source=model.SourceRef(shape.source.id, shape.source.at.strip()) if shape.source else None,
        marking=shape.marking.strip(),
        actor=other.actor if other else "",
        stance=other.stance if other else "unknown",
        value=shape.value.strip() if isinstance(shape, shapes.FigureShape) else "",
    )
