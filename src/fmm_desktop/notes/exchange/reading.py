"""A file of annotations, ours or of another program, and what it says as revisions. Untrusted from end to end."""

import datetime
import re
from collections.abc import Iterator
from typing import Any

import msgspec
from msgspec import Struct

from fmm_desktop.notes.exchange.checking import MAX_DEPTH
from fmm_desktop.notes.exchange.trouble import (
    ELSEWHERE,
    NEWER,
    NO_ANNOTATIONS,
    NO_JSON,
    NOT_JSON,
    TOO_DEEP,
    TOO_MANY,
    TWICE,
    ExchangeError,
)
from fmm_desktop.notes.exchange.understanding import Incoming, understood
from fmm_desktop.notes.exchange.words import FORMAT
from fmm_desktop.notes.progress import Report

MAX_ANNOTATIONS = 200_000
"""How many annotations a file may hold."""

_HOLDERS = ("first", "items", "@graph", "next")
_SHOWN = 200  # characters
_BOM = b"\xef\xbb\xbf"
_PLACE = re.compile(r"\(byte (\d+)\)")
_NUMBER = re.compile(r"fmm-notes/(\d{1,9})")


class Origin(Struct, frozen=True):
    """What is taken for granted where a file says nothing: when it is, and which dossier notes without one are on."""

    now: datetime.datetime
    onto: str = ""


def read(data: bytes, origin: Origin, report: Report = lambda _: None) -> tuple[Incoming, ...]:
    """Return what a file of annotations says, each annotation once.

    A note of another program is on the dossier `origin.onto`; with none, on no dossier. Raises ExchangeError, with the
    number of the annotation, for anything that cannot be read; nothing is ever loaded from anywhere.
    """
    items = _annotations(_decoded(data))
    found: dict[str, Incoming] = {}
    for number, item in enumerate(items, 1):
        if number % 100 == 0:
            report(number / len(items))
        one = understood(item, number, origin.now, origin.onto)
        if found.setdefault(one.revision.id, one) != one:
            raise ExchangeError(TWICE, number=number)
    return tuple(found.values())


def _decoded(data: bytes) -> Any:  # noqa: ANN401 - whatever JSON holds
    data = data.removeprefix(_BOM)
    if not data.lstrip().startswith((b"{", b"[")):
        raise ExchangeError(NO_JSON)
    try:
        return msgspec.json.decode(data)
    except RecursionError as error:
        raise ExchangeError(TOO_DEEP, limit=MAX_DEPTH) from error
    except (msgspec.MsgspecError, ValueError) as error:  # the latter for bytes that are no UTF-8, and endless numbers
        place = _PLACE.search(str(error))  # at the end when there is none: it was cut off
        raise ExchangeError(NOT_JSON, byte=place[1] if place else len(data), size=len(data)) from error


def _annotations(document: Any) -> list[Any]:  # noqa: ANN401 - as above
    """Return the annotations in a collection, a page, a graph or a list of any of these."""
    if isinstance(document, dict):
        _refuse_newer(document)
    items = list(_within(document, 4))
    if not any(isinstance(item, dict) and "target" in item for item in items):
        raise ExchangeError(NO_ANNOTATIONS)
    if len(items) > MAX_ANNOTATIONS:
        raise ExchangeError(TOO_MANY, count=len(items), limit=MAX_ANNOTATIONS)
    return items


def _within(value: Any, depth: int) -> Iterator[Any]:  # noqa: ANN401 - as above
    """Yield what a collection, a page or a list holds, and anything else as it is: it is taken for an annotation."""
    if isinstance(value, list) and depth:
        for each in value:
            yield from _within(each, depth - 1)
    elif isinstance(value, dict) and depth and (inside := _inside(value)):
        for each in inside:
            yield from _within(each, depth - 1)
    else:
        yield value


def _inside(value: dict[str, Any]) -> list[Any]:
    """Return what holds the annotations of a collection or a page; nothing of an annotation."""
    if "target" in value:
        return []
    inside = [value[name] for name in _HOLDERS if value.get(name) is not None]
    for each in inside:
        if isinstance(each, str):
            raise ExchangeError(ELSEWHERE, iri=each[:_SHOWN])
    return inside


def _refuse_newer(document: dict[str, Any]) -> None:
    found = document.get("fmm:format")
    match = _NUMBER.fullmatch(found) if isinstance(found, str) else None
    if match and int(match[1]) > int(FORMAT.rpartition("/")[2]):
        raise ExchangeError(NEWER, found=found, known=FORMAT)
