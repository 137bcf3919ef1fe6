"""Notes as W3C Web Annotations in JSON-LD: complete, so that `reading` gives the same notes again."""

import hashlib
import uuid
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

import msgspec

from fmm_desktop.notes.exchange.picking import Picked
from fmm_desktop.notes.exchange.words import CONTEXT, FORMAT, MOTIVATIONS, NAMESPACE, note_iri, source_iri
from fmm_desktop.notes.note import Anchor, Content, Revision

KEPT = "fmm:kept"
"""In `Content.extra`: what another program said within the target, the body, …, by the name of that part."""


def write(picked: Sequence[Picked]) -> bytes:
    """Return a file with notes, the same for the same notes; one with two versions stands in it twice."""
    items = [annotation for one in picked for annotation in _annotations(one)]
    named = uuid.uuid5(NAMESPACE, "\n".join(item["fmm:revision"] for item in items))
    collection = {
        "@context": CONTEXT,
        "id": f"urn:uuid:{named}",
        "type": "AnnotationCollection",
        "generator": {"type": "Software", "name": "FMM Desktop"},
        "fmm:format": FORMAT,
        "total": len(items),
        "first": {"id": f"urn:uuid:{named}#1", "type": "AnnotationPage", "startIndex": 0, "items": items},
    }
    return msgspec.json.format(msgspec.json.encode(collection), indent=1) + b"\n"


def digest(revision: Revision) -> str:
    """Return what tells whether another program changed what a revision says."""
    said = (revision.note, revision.time, revision.author, revision.device, revision.content)
    return hashlib.sha256(msgspec.json.encode(said, order="sorted")).hexdigest()[:32]


def _annotations(picked: Picked) -> Iterator[dict[str, Any]]:
    parents = {one.id: one.parents for one in picked.history}
    for place, head in enumerate(picked.heads()):
        yield _annotation(head, _before(head, parents), named=head.id if place else head.note)


def _before(revision: Revision, parents: dict[str, tuple[str, ...]]) -> list[str]:
    """Return the ids of all revisions that lead to this one, the nearest first."""
    found: dict[str, None] = {}
    ahead = [*revision.parents]
    for one in ahead:  # grows as it goes
        if one not in found:
            found[one] = None
            ahead += parents.get(one, ())
    return list(found)


def _annotation(head: Revision, before: list[str], named: str) -> dict[str, Any]:
    content = head.content
    extra = dict(content.extra)
    kept = extra.pop(KEPT, {})
    annotation = {
        "id": note_iri(named),
        "type": "Annotation",
        "motivation": MOTIVATIONS.get(content.kind, "commenting"),
        "creator": _several(
            {"type": "Person", "name": content.creator} | kept.get("creator", {}), kept.get("creators", ())
        ),
        "created": content.created,
        "modified": head.time,
        "body": [*_bodies(content, kept.get("body", {})), *kept.get("bodies", ())],
        "target": _several(_target(content.anchor, kept), kept.get("targets", ())),
        "fmm:note": head.note,
        "fmm:kind": content.kind,
        "fmm:status": content.status,
        "fmm:revision": head.id,
        "fmm:replaces": before,
        "fmm:changedBy": head.author,
        "fmm:device": head.device,
        "fmm:digest": digest(head),
    }
    return annotation | extra


def _several(first: dict[str, Any], more: Iterable[Any]) -> Any:  # noqa: ANN401 - as JSON-LD has it: one, or a list
    further = list(more)
    return [first, *further] if further else first


def _bodies(content: Content, kept: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """Yield the text, then the proposed wording, then the labels."""
    purpose = "questioning" if MOTIVATIONS.get(content.kind) == "questioning" else "commenting"
    yield {"type": "TextualBody", "value": content.text, "format": "text/markdown", "purpose": purpose} | kept
    if content.wording:
        yield {"type": "TextualBody", "value": content.wording, "format": "text/plain", "purpose": "editing"}
    for label in content.labels:
        yield {"type": "TextualBody", "value": label, "format": "text/plain", "purpose": "tagging"}


def _target(anchor: Anchor, kept: dict[str, Any]) -> dict[str, Any]:
    target: dict[str, Any] = {
        "type": "SpecificResource",
        "source": source_iri(anchor.dossier, anchor.topic, anchor.passage),
        "fmm:topic": anchor.topic,
        "fmm:passage": anchor.passage,
        "fmm:edition": anchor.edition,
        "fmm:language": anchor.language,
        "fmm:quote": anchor.quote,
    }
    selectors = [*_selectors(anchor, kept), *kept.get("selectors", ())]
    if selectors:
        target["selector"] = selectors
    target |= kept.get("target", {})
    return target


def _selectors(anchor: Anchor, kept: dict[str, Any]) -> Iterator[dict[str, Any]]:
    words = anchor.words
    if words is not None:
        quote = {"type": "TextQuoteSelector", "exact": words.exact, "prefix": words.prefix, "suffix": words.suffix}
        yield quote | kept.get("quote", {})
        yield {"type": "TextPositionSelector", "start": words.start, "end": words.end} | kept.get("position", {})
