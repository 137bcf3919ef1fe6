"""The names that stand in a file of annotations: those of the W3C Web Annotation Data Model, and our own prefix.

What the model has a word for is said in its words. What it has none for stands under `fmm:`.
"""

import uuid
from typing import Any, NamedTuple
from urllib.parse import quote, unquote

from fmm_desktop.notes.note import NoteKind

FORMAT = "fmm-notes/1"
"""The number of the format; one with a higher number is refused."""

CONTEXT: tuple[Any, ...] = ("http://www.w3.org/ns/anno.jsonld", {"fmm": "urn:fmm-desktop:note:"})

NAMESPACE = uuid.UUID("6a1f3b52-5d0c-5e8e-9f57-0d3c7a4b1e90")
"""Of the ids that are made from what a file says, so that they are the same each time."""

_NOTE = "urn:uuid:"
_DOSSIER = "urn:fmm-dossier:"

MOTIVATIONS = {NoteKind.QUESTION: "questioning", NoteKind.AMENDMENT: "editing"}
"""What the model calls a kind of note; any other is `commenting`."""


def note_iri(note_id: str) -> str:
    """Return what a note is called in a file."""
    return f"{_NOTE}{note_id}"


def note_id(iri: str) -> str:
    """Return the id of a note that is called so in a file; one that is no UUID gets one, always the same."""
    try:
        return str(uuid.UUID(iri.removeprefix(_NOTE)))
    except ValueError:
        return str(uuid.uuid5(NAMESPACE, iri))


def source_iri(dossier: str, topic: str, passage: str) -> str:
    """Return what a passage, or a topic, or a dossier is called in a file."""
    inside = "/".join(quote(part, safe="") for part in (*topic.split("/"), passage) if part)
    return f"{_DOSSIER}{quote(dossier, safe='')}" + (f"#{inside}" if inside else "")


class Source(NamedTuple):
    """A dossier, and the path of the topic and the id of the passage in it; empty where nothing is said."""

    dossier: str = ""
    topic: str = ""
    passage: str = ""


def source_of(iri: str) -> Source:
    """Return what `source_iri` was given; nothing for what is called otherwise."""
    dossier, _, inside = iri.partition("#")
    if not dossier.startswith(_DOSSIER):
        return Source()
    session, topic, passage = (*map(unquote, inside.split("/", 2)), "", "")[:3]
    return Source(unquote(dossier.removeprefix(_DOSSIER)), f"{session}/{topic}" if topic else session, passage)


def revised_id(*said: str) -> str:
    """Return the id of a revision that follows from others, always the same."""
    return str(uuid.uuid5(NAMESPACE, " ".join(said)))
