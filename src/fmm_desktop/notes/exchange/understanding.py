"""One annotation as a revision of a note. What nobody here knows is kept, and goes out again as it came in."""

import datetime
from typing import Any

import msgspec
from msgspec import Struct
from msgspec.structs import replace

from fmm_desktop.notes.exchange.annotations import KEPT, digest
from fmm_desktop.notes.exchange.bodies import Said, bodies
from fmm_desktop.notes.exchange.checking import MAX_TEXT, Object, Part, check_shape
from fmm_desktop.notes.exchange.swift import swiftly
from fmm_desktop.notes.exchange.targets import target
from fmm_desktop.notes.exchange.trouble import AN_OBJECT, SMALL
from fmm_desktop.notes.exchange.words import note_id, revised_id
from fmm_desktop.notes.note import Content, NoteKind, Revision, Status

FOREIGN = ""
"""The device of a revision that another program made: it says neither what it replaces nor where it was written."""

_KINDS = {"questioning": NoteKind.QUESTION, "editing": NoteKind.AMENDMENT}
_PERSON = {"type", "name"}
_KNOWN = frozenset(
    {
        "@context",
        "id",
        "@id",
        "type",
        "@type",
        "motivation",
        "creator",
        "created",
        "modified",
        "body",
        "bodyValue",
        "target",
        "fmm:note",
        "fmm:kind",
        "fmm:status",
        "fmm:revision",
        "fmm:replaces",
        "fmm:changedBy",
        "fmm:device",
        "fmm:digest",
        KEPT,
    }
)


class Incoming(Struct, frozen=True):
    """A revision that a file holds, whose parents are all revisions before it that the file knows of.

    `dated` tells whether the file says when it was written.
    """

    revision: Revision
    dated: bool = True

    @property
    def is_foreign(self) -> bool:
        """Whether another program made it, so that it does not say what it replaces."""
        return self.revision.device == FOREIGN and not self.revision.parents


def understood(item: Any, number: int, now: datetime.datetime, onto: str) -> Incoming:  # noqa: ANN401 - whatever JSON holds
    """Return what annotation `number` of a file says. Raises ExchangeError."""
    if swift := swiftly(item):
        return _unless_changed(*swift)
    if not isinstance(item, dict):
        Part({}, number).refuse("items", AN_OBJECT)
    annotation = Part(item, number)
    if "target" not in annotation:
        annotation.refuse("target", AN_OBJECT)
    return _ours(annotation, now, onto) if annotation.name_of("fmm:revision") else _foreign(annotation, now, onto)


def _ours(annotation: Part, now: datetime.datetime, onto: str) -> Incoming:
    content = _content(annotation, now, onto)
    revision_id = annotation.name_of("fmm:revision")
    revision = Revision(
        id=revision_id,
        note=note_id(annotation.name_of("fmm:note") or annotation.name_of("id") or revision_id),
        parents=tuple(one for one in annotation.names("fmm:replaces") if one != revision_id),
        time=annotation.time("modified") or content.created,
        author=annotation.name_of("fmm:changedBy", content.creator),
        device=annotation.name_of("fmm:device"),
        content=content,
    )
    return _unless_changed(revision, annotation.name_of("fmm:digest"))


def _unless_changed(revision: Revision, said: str) -> Incoming:
    """Return a revision, or what another program made of it: one that comes after it."""
    found = digest(revision)
    if found == said:
        return Incoming(revision)
    changed = revised_id(revision.id, found)
    return Incoming(replace(revision, id=changed, parents=(revision.id, *revision.parents)))


def _foreign(annotation: Part, now: datetime.datetime, onto: str) -> Incoming:
    check_shape(annotation.values, annotation.number)
    raw = msgspec.json.encode(annotation.unknown({"@context"}), order="sorted").decode()
    iri = annotation.name_of("id") or annotation.name_of("@id")
    content = _content(annotation, now, onto)
    if iri:
        content = replace(content, extra={"canonical": iri} | content.extra)
    said = annotation.time("modified") or annotation.time("created")
    revision = Revision(
        id=revised_id(iri, raw),
        note=note_id(iri or raw),
        parents=(),
        time=said or now,
        author=content.creator,
        device=FOREIGN,
        content=content,
    )
    return Incoming(revision, dated=said is not None)


def _content(annotation: Part, now: datetime.datetime, onto: str) -> Content:
    said = bodies(annotation)
    anchor, kept = target(annotation, onto)
    creator, more = _creator(annotation)
    motivations = annotation.list("motivation")
    kind = next((kind for name, kind in _KINDS.items() if name in motivations), NoteKind.REMARK)
    kind = NoteKind.AMENDMENT if said.wording else kind
    return Content(
        anchor=anchor,
        text=said.text,
        created=annotation.time("created") or annotation.time("modified") or now,
        creator=creator,
        kind=NoteKind(annotation.one_of("fmm:kind", tuple(NoteKind), kind)),
        status=Status(annotation.one_of("fmm:status", tuple(Status), Status.OPEN)),
        labels=said.labels,
        wording=said.wording,
        extra=_extra(annotation, said, kept | more),
    )


def _creator(annotation: Part) -> tuple[str, Object]:
    """Return the name of who wrote a note, and what else is said of them."""
    first, *more = list(annotation.parts("creator")) or [""]
    kept: Object = {"creators": [one if isinstance(one, str) else one.values for one in more]} if more else {}
    if isinstance(first, str):
        return first, kept
    name = first.name_of("name") or first.name_of("nickname") or first.name_of("id")
    unknown = first.unknown(_PERSON if first.values.get("type") == "Person" else {"name"})
    return name, kept | ({"creator": unknown} if unknown else {})


def _extra(annotation: Part, said: Said, kept: Object) -> Object:
    extra = annotation.unknown(_KNOWN)
    if kept or said.kept:
        extra[KEPT] = kept | said.kept
    check_shape(extra, annotation.number)
    if extra and len(msgspec.json.encode(extra)) > MAX_TEXT:
        annotation.refuse(next(iter(extra)), SMALL, limit=MAX_TEXT)
    return extra
