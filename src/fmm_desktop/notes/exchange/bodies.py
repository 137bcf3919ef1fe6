"""What the bodies of an annotation say: a text, labels, a proposed wording; and what is none of these."""

from typing import Any

from msgspec import Struct

from fmm_desktop.notes.exchange.checking import MAX_LIST, MAX_NAME, MAX_TEXT, Object, Part
from fmm_desktop.notes.exchange.trouble import SHORT_TEXT, TEXTS

_TEXT = {"type": "TextualBody", "format": "text/markdown"}


class Said(Struct, frozen=True):
    """What a note says; `kept` is what else its bodies hold."""

    text: str
    labels: tuple[str, ...]
    wording: str
    kept: Object


def bodies(annotation: Part) -> Said:
    """Return what the bodies of an annotation say. Several texts become one, parted by empty lines."""
    texts: list[str] = [annotation.text("bodyValue")] if "bodyValue" in annotation else []
    labels: list[str] = []
    wordings: list[str] = []
    other: list[Any] = []
    kept: Object = {}
    for body in annotation.parts("body"):
        if isinstance(body, str) or not _is_text(body):
            other.append(body if isinstance(body, str) else body.values)
        elif _is_for(body, "tagging"):
            labels.append(body.text("value", limit=MAX_NAME))
        elif _is_for(body, "editing") and not wordings:
            wordings.append(body.text("value"))
        else:
            kept = kept if texts else _unknown(body)
            texts.append(body.text("value"))
    if len(labels) > MAX_LIST:
        annotation.refuse("body", TEXTS, limit=MAX_LIST)
    text = "\n\n".join(texts)
    if len(text) > MAX_TEXT:
        annotation.refuse("body", SHORT_TEXT, limit=MAX_TEXT)
    more = {name: value for name, value in (("body", kept), ("bodies", other)) if value}
    return Said(text, tuple(labels), "".join(wordings), more)


def _is_text(body: Part) -> bool:
    return isinstance(body.values.get("value"), str)


def _is_for(body: Part, purpose: str) -> bool:
    return purpose in body.list("purpose")


def _unknown(body: Part) -> Object:
    """Return what a text says beside itself; what it says as we would is not kept."""
    found = body.unknown({"value", "purpose"})
    return {name: value for name, value in found.items() if _TEXT.get(name) != value}
