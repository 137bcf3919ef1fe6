"""The shape of a dossier as YAML to be read and changed by hand: block style, folded texts, remarks where it is unsure.

What is written is what `dossier.reading` reads, without a warning.
"""

import datetime
import json
import re
import textwrap
from collections.abc import Iterator, Sequence
from typing import Any

import msgspec

from fmm_desktop.dossier.yaml_scalars import plain_scalar
from fmm_desktop.errors import Language, Sentence
from fmm_desktop.importing.agenda.draft import Doubt, Seems
from fmm_desktop.importing.doubts import DOUBTS, SEEMS
from fmm_desktop.importing.shaping import Shaped, Where

_WIDTH = 118
_LONG = 88  # characters of a text that still stands on one line
_PLAIN = re.compile(r"[^\W\d_](?:[\w ,.;()/’'+%€–-]|:(?=\S))*(?<![ :])")
_KEYS = ("aim", "discussion", "position", "points", "if-raised", "others", "figures", "background")

_MADE_OF = Sentence("Gemaakt van {name}.", "Made of {name}.")
_UNSURE = Sentence("onzeker", "unsure")
_REMARKS = Sentence(
    "Bij '# onzeker' beslist u: verbeter het en haal de opmerking weg.",
    "At '# unsure' you decide: mend it and take the remark away.",
)
_NO_AGENDA = Sentence("Dit lijkt {what}.", "This seems {what}.")


def yaml_text(shaped: Shaped, name: str, seems: Seems, language: Language) -> str:
    """Return the data file. `name` is that of the document; remarks are in `language`."""
    writer = _Writer(shaped.doubts, language)
    values = msgspec.to_builtins(shaped.shape, builtin_types=(datetime.date,))  # a text that is a date stays a text
    lines = [*_head(name, seems, bool(shaped.doubts), language), *writer.dossier(values)]
    return "\n".join(lines) + "\n"


def _head(name: str, seems: Seems, unsure: bool, language: Language) -> Iterator[str]:
    yield f"# {_one_line(_MADE_OF.say(language, name=name))}"
    if seems is not Seems.AGENDA:
        yield f"# {_NO_AGENDA.say(language, what=SEEMS[seems].say(language))}"
    if unsure:
        yield f"# {_REMARKS.say(language)}"
    yield ""


class _Writer:
    """Writes values as lines of YAML, remarks before what they are about."""

    def __init__(self, doubts: dict[Where, tuple[Doubt, ...]], language: Language) -> None:
        self._doubts, self._language = doubts, language

    def dossier(self, value: dict[str, Any]) -> Iterator[str]:
        yield from self._remarks((), "")
        for key in ("format", "id", "edition", "issued", "language", "title", "marking", "meeting", "own", "checked"):
            if value.get(key):
                yield f"{key}: {_flow(value[key])}"
        for key in ("timeline", "actors", "terms", "sources"):
            if value.get(key):
                yield ""
                yield f"{key}:"
                yield from (f"  - {_flow(item)}" for item in value[key])
        yield ""
        yield "sessions:" if value.get("sessions") else "sessions: []"
        for place, session in enumerate(value.get("sessions", ())):
            yield from self._session(session, (place,))

    def _session(self, session: dict[str, Any], where: Where) -> Iterator[str]:
        yield from self._remarks(where, "  ")
        yield from self._fields(
            session, "  ", ("id", "title", "form", "time", "checked", "participants", "introduction")
        )
        if session.get("topics"):
            yield "    topics:"
        for place, topic in enumerate(session.get("topics", ())):
            yield from self._topic(topic, (*where, place))
        yield ""

    def _topic(self, topic: dict[str, Any], where: Where) -> Iterator[str]:
        yield from self._remarks(where, " " * 6)
        yield from self._fields(topic, " " * 6, ("id", "title", "certainty", "marking", "checked", "tags", "related"))
        for order, key in enumerate(_KEYS):
            if topic.get(key):
                yield f"        {key}:"
                for place, passage in enumerate(topic[key]):
                    yield from self._passage(passage, (*where, order, place))

    def _passage(self, passage: dict[str, Any] | str, where: Where) -> Iterator[str]:
        yield from self._remarks(where, " " * 10)
        if isinstance(passage, str):
            yield from _text("          - ", passage, " " * 12)
        else:
            yield from self._fields(
                passage, " " * 10, ("id", "actor", "stance", "value", "text", "source", "marking", "checked")
            )

    def _fields(self, value: dict[str, Any], indent: str, keys: Sequence[str]) -> Iterator[str]:
        lead = f"{indent}- "
        for key in keys:
            found = value.get(key)
            if found is None or (found in ("", [], ()) and key not in {"text", "value"}):
                continue
            if isinstance(found, str):
                yield from _text(f"{lead}{key}: ", found, f"{indent}    ")
            else:
                yield f"{lead}{key}: {_flow(found)}"
            lead = f"{indent}  "

    def _remarks(self, where: Where, indent: str) -> Iterator[str]:
        for doubt in self._doubts.get(where, ()):
            yield f"{indent}# {_UNSURE.say(self._language)}: {DOUBTS[doubt].say(self._language)}"


def _text(lead: str, text: str, indent: str) -> Iterator[str]:
    """Yield a text on the line of its key, or folded below it when it is long."""
    paragraphs = text.split("\n\n")
    foldable = all(part.isprintable() and part == " ".join(part.split()) and part for part in paragraphs)
    if not foldable or (len(paragraphs) == 1 and len(lead) + len(text) <= _LONG):
        yield f"{lead}{_scalar(text)}"
        return
    yield f"{lead}>-"
    for place, part in enumerate(paragraphs):
        if place:
            yield from ("", "")
        yield from _wrapped(part, indent)


def _wrapped(text: str, indent: str) -> list[str]:
    return textwrap.wrap(
        text, _WIDTH, initial_indent=indent, subsequent_indent=indent, break_long_words=False, break_on_hyphens=False
    )


def _flow(value: object) -> str:
    """Return a value on one line."""
    if isinstance(value, dict):
        told = ((_scalar(key, flow=True), item) for key, item in value.items() if item not in (None, "", [], {}))
        pairs = (f"{key}: {_flow(item)}" for key, item in told)
        return f"{{{', '.join(pairs)}}}"
    if isinstance(value, list | tuple):
        return f"[{', '.join(map(_flow, value))}]"
    return str(value) if isinstance(value, int | datetime.date) else _scalar(str(value), flow=True)


def _scalar(text: str, *, flow: bool = False) -> str:
    """Return a text as it may stand behind a key: plain where that is safe, else quoted."""
    safe = _PLAIN.fullmatch(text) and not (flow and "," in text) and isinstance(plain_scalar(text), str)
    return text if safe else _quoted(text)


def _quoted(text: str) -> str:
    quoted = json.dumps(text, ensure_ascii=False)
    return "".join(sign if sign.isprintable() else _escaped(sign) for sign in quoted)


def _escaped(sign: str) -> str:
    return f"\\U{ord(sign):08x}"


def _one_line(text: str) -> str:
    return "".join(sign if sign.isprintable() else " " for sign in text)
