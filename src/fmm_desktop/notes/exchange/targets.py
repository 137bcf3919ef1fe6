"""What an annotation is about: a place in a dossier, with the words that it quotes; and what is none of these."""

from typing import Any

from fmm_desktop.notes.exchange.checking import MAX_NAME, Object, Part
from fmm_desktop.notes.exchange.words import Source, source_of
from fmm_desktop.notes.note import Anchor, Words

_KNOWN = {"source", "selector", "fmm:topic", "fmm:passage", "fmm:edition", "fmm:language", "fmm:quote"}
_KNOWN_AND_TYPE = _KNOWN | {"type"}
_QUOTE = {"type", "exact", "prefix", "suffix"}
_POSITION = {"type", "start", "end"}
_MAX_IRI = 10 * MAX_NAME  # a letter may take nine, as %E2%82%AC


def target(annotation: Part, onto: str) -> tuple[Anchor, Object]:
    """Return where a note hangs, on the dossier `onto` when what it is about is none, and what else is said of that."""
    first, *more = list(annotation.parts("target")) or [""]
    kept: Object = {"targets": [one if isinstance(one, str) else one.values for one in more]} if more else {}
    if isinstance(first, str):
        first = Part({"source": first}, annotation.number, "target")
    source, unknown = _source(first)
    words, selectors = _words(first)
    anchor = Anchor(
        dossier=source.dossier or onto,
        topic=first.name_of("fmm:topic", source.topic),
        passage=first.name_of("fmm:passage", source.passage),
        edition=first.count("fmm:edition", 1),
        quote=first.text("fmm:quote", words.exact if words else ""),
        words=words,
        language=first.name_of("fmm:language"),
    )
    return anchor, kept | selectors | ({"target": unknown} if unknown else {})


def _source(first: Part) -> tuple[Source, Object]:
    """Return the place in a dossier, and what else is said: what is about something else still says what that is."""
    about = first.values.get("source")
    source = source_of(first.text("source", limit=_MAX_IRI)) if isinstance(about, str) else Source()
    unknown = first.unknown(_KNOWN_AND_TYPE if first.values.get("type") == "SpecificResource" else _KNOWN)
    if about is not None and not source.dossier:
        unknown["fmm:about"] = about
    return source, unknown


def _words(first: Part) -> tuple[Words | None, Object]:
    """Return the words that are quoted; a position alone quotes nothing, and is kept as it is."""
    quote: Part | None = None
    position: Part | None = None
    other: list[Any] = []
    for selector in first.parts("selector"):
        if isinstance(selector, str):
            other.append(selector)
        elif quote is None and _is_a(selector, "TextQuoteSelector") and isinstance(selector.values.get("exact"), str):
            quote = selector
        elif position is None and _is_a(selector, "TextPositionSelector"):
            position = selector
        else:
            other.append(selector.values)
    if quote is None:
        other += [position.values] if position else []
        return None, {"selectors": other} if other else {}
    kept: Object = {
        "quote": quote.unknown(_QUOTE),
        "position": position.unknown(_POSITION) if position else {},
        "selectors": other,
    }
    return _quoted(quote, position), {name: value for name, value in kept.items() if value}


def _is_a(selector: Part, kind: str) -> bool:
    return bool(selector.values.get("type") == kind)


def _quoted(quote: Part, position: Part | None) -> Words:
    return Words(
        exact=quote.text("exact"),
        prefix=quote.text("prefix"),
        suffix=quote.text("suffix"),
        start=position.count("start") if position else 0,
        end=position.count("end") if position else 0,
    )
