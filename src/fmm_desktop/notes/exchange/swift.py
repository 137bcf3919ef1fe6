"""An annotation in the very shape in which `annotations` writes one: most are, and these are read ten times as fast.

Anything else, be it one property more, is left to `understanding`, which reads it piece by piece and says what is
wrong.
"""

import datetime
from typing import Annotated, Any, Literal

import msgspec
from msgspec import Meta, Struct, field

from fmm_desktop.notes.exchange.checking import MAX_LIST, MAX_NAME, MAX_NUMBER, MAX_WORD
from fmm_desktop.notes.exchange.words import note_id, source_of
from fmm_desktop.notes.note import Anchor, Content, NoteKind, Revision, Status, Words

_Name = Annotated[str, Meta(max_length=MAX_NAME)]
_Id = Annotated[str, Meta(min_length=1, max_length=MAX_NAME)]
_Text = Annotated[str, Meta(max_length=MAX_WORD)]  # a longer one is looked at word by word
_Count = Annotated[int, Meta(ge=0, le=MAX_NUMBER)]
_Time = Annotated[datetime.datetime, Meta(tz=True)]


class _Person(Struct, forbid_unknown_fields=True):
    type: Literal["Person"]
    name: _Name


class _Body(Struct, forbid_unknown_fields=True):
    type: Literal["TextualBody"]
    value: _Text
    format: Literal["text/markdown", "text/plain"]
    purpose: Literal["commenting", "questioning", "editing", "tagging"]


class _Quote(Struct, forbid_unknown_fields=True):
    type: Literal["TextQuoteSelector"]
    exact: _Text
    prefix: _Text
    suffix: _Text


class _Position(Struct, forbid_unknown_fields=True):
    type: Literal["TextPositionSelector"]
    start: _Count
    end: _Count


class _Target(Struct, forbid_unknown_fields=True):
    type: Literal["SpecificResource"]
    source: _Name
    topic: _Name = field(name="fmm:topic")
    passage: _Name = field(name="fmm:passage")
    edition: _Count = field(name="fmm:edition")
    quote: _Text = field(name="fmm:quote")
    language: _Name = field(name="fmm:language", default="")
    selector: tuple[_Quote, _Position] | None = None


class _Annotation(Struct, forbid_unknown_fields=True):
    id: _Name
    type: Literal["Annotation"]
    motivation: Literal["commenting", "questioning", "editing"]
    creator: _Person
    created: _Time
    modified: _Time
    body: Annotated[list[_Body], Meta(min_length=1, max_length=MAX_LIST)]
    target: _Target
    note: _Id = field(name="fmm:note")
    kind: NoteKind = field(name="fmm:kind")
    status: Status = field(name="fmm:status")
    revision: _Id = field(name="fmm:revision")
    replaces: Annotated[list[_Name], Meta(max_length=MAX_LIST)] = field(name="fmm:replaces")
    changed_by: _Name = field(name="fmm:changedBy")
    device: _Name = field(name="fmm:device")
    digest: _Name = field(name="fmm:digest")


def swiftly(item: Any) -> tuple[Revision, str] | None:  # noqa: ANN401 - whatever JSON holds
    """Return the revision that an annotation holds, and the digest that it names; None for another shape."""
    try:
        one = msgspec.convert(item, _Annotation)
    except msgspec.ValidationError:
        return None
    dossier = source_of(one.target.source).dossier
    if not dossier or len(set(one.replaces)) < len(one.replaces) or one.revision in one.replaces:
        return None
    content = _content(one, dossier)
    if content is None:
        return None
    revision = Revision(
        id=one.revision,
        note=note_id(one.note),
        parents=tuple(one.replaces),
        time=one.modified.astimezone(datetime.UTC),
        author=one.changed_by,
        device=one.device,
        content=content,
    )
    return revision, one.digest


def _content(one: _Annotation, dossier: str) -> Content | None:
    """Return what is said; None unless the bodies are a text, at most one wording, and labels, in this order."""
    text, *more = one.body
    wording = more.pop(0).value if more and more[0].purpose == "editing" else ""
    if text.purpose not in {"commenting", "questioning"} or text.format != "text/markdown":
        return None
    if any(body.purpose != "tagging" or len(body.value) > MAX_NAME for body in more):
        return None
    return Content(
        anchor=_anchor(one.target, dossier),
        text=text.value,
        created=one.created.astimezone(datetime.UTC),
        creator=one.creator.name,
        kind=one.kind,
        status=one.status,
        labels=tuple(body.value for body in more),
        wording=wording,
    )


def _anchor(target: _Target, dossier: str) -> Anchor:
    words = None
    if target.selector is not None:
        quote, position = target.selector
        words = Words(quote.exact, quote.prefix, quote.suffix, position.start, position.end)
    return Anchor(dossier, target.topic, target.passage, target.edition, target.quote, words, target.language)
