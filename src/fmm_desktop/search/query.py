"""What a reader asks for in the filter line.

    schaduwvloot "steun aan" -china soort:inzet actor:"verenigde staten"

Every part must hold: words in any order and inside other words, phrases in quotation marks, fields by their English
or their Dutch name; a minus sign before a part leaves out what it finds. Nothing that can be typed is an error.
"""

import re
from collections.abc import Iterator
from itertools import islice

from msgspec import Struct

FIELDS = {
    "kind": "kind", "soort": "kind",
    "actor": "actor",
    "tag": "tag", "label": "tag",
    "session": "session", "sessie": "session",
    "note": "note", "notitie": "note",
    "certainty": "certainty", "zekerheid": "certainty",
    "marking": "marking", "rubricering": "marking",
}  # fmt: skip
"""The names of the fields in both languages, folded, and the English one that each stands for."""

# Nobody types more; a pasted page must not cost a search for each of its words.
_MAX_PARTS = 32
_MAX_LENGTH = 1000

# A part of a folded line: a minus sign, the name of a field, and a phrase (to the end when it is left open) or a word.
_PART = r'(?P<minus>-?)(?:(?P<field>[^\W\d_]+):)?(?:"(?P<phrase>[^"]*)"?|(?P<word>[^ ]*))'
_NEAR = 0.74  # how like a field another name must be to be taken for it: "sesie" is, "nato" is not


class Part(Struct, frozen=True):
    """One thing that is asked for: a word, a phrase, or what stands in a field."""

    words: str
    """Folded; blanks stand in a phrase only. Empty in a field: whatever stands there."""
    field: str = ""
    """The English name of the field, empty for words."""
    left_out: bool = False
    """Whether what it finds is left out."""


class Slip(Struct, frozen=True):
    """The name of a field that does not exist, as it was typed, and the nearest one that does."""

    typed: str
    nearest: str


class Query(Struct, frozen=True):
    """The parts that must all hold. What was mistyped asks for nothing and is told in `slips`."""

    parts: tuple[Part, ...] = ()
    slips: tuple[Slip, ...] = ()

    def __bool__(self) -> bool:
        """Whether anything is asked for: an empty query matches everything."""
        return bool(self.parts)

    @property
    def words(self) -> tuple[str, ...]:
        """The words and phrases that are marked where they stand: those that are looked for, longest first."""
        words = dict.fromkeys(part.words for part in self.parts if not part.field and not part.left_out)
        return tuple(sorted(words, key=len, reverse=True))


def parse(typed: str) -> Query:
    """Return the query that a reader typed. No input raises."""
    if not typed:
        return Query()
    from fmm_desktop.search.folding import fold  # noqa: PLC0415 - an empty query folds nothing

    typed = typed[:_MAX_LENGTH]
    parts: dict[Part, None] = {}
    slips: dict[Slip, None] = {}
    distinct = {match.group(): match for match in _matches(fold(typed))}
    for match in islice(distinct.values(), _MAX_PARTS):
        found = _part(match, typed)
        if isinstance(found, Slip):
            slips[found] = None
        elif found is not None:
            parts[found] = None
    return Query(tuple(parts), tuple(slips))


def pieces(typed: str) -> Iterator[str]:
    """Yield the parts of a line as they were typed; a phrase that was left open is closed."""
    from fmm_desktop.search.folding import fold_with_places  # noqa: PLC0415 - see parse()

    folded, places = fold_with_places(typed[:_MAX_LENGTH])
    for match in _matches(folded):
        is_open = match["phrase"] is not None and match.end() == match.end("phrase")
        yield typed[places[match.start()] : places[match.end() - 1] + 1] + '"' * is_open


def _matches(folded: str) -> Iterator[re.Match[str]]:
    """Yield the parts of a folded line as they stand there, one after the other."""
    part = re.compile(_PART)  # at the first question, not at the start of the program; `re` remembers it
    place = 0
    while place < len(folded):
        if folded[place] == " ":
            place += 1
        elif match := part.match(folded, place):
            yield match
            place = match.end()


def _part(match: re.Match[str], typed: str) -> Part | Slip | None:
    """Return what a part asks for; None when that is nothing, as with a minus sign alone."""
    left_out = bool(match["minus"])
    name = match["field"] or ""
    words = " ".join((match["phrase"] or match["word"] or "").split())
    if name in FIELDS:
        return Part(words, FIELDS[name], left_out)
    if name:
        nearest = _nearest(name)
        if nearest:
            return Slip(_as_typed(match, typed), nearest)
        words = f"{name}:{words}"
    return Part(words, left_out=left_out) if words.strip("-") else None


def _nearest(name: str) -> str:
    """Return the field that is written most like `name`; empty when none is."""
    from difflib import get_close_matches  # noqa: PLC0415 - most queries have no slip

    return next(iter(get_close_matches(name, FIELDS, 1, _NEAR)), "")


def _as_typed(match: re.Match[str], typed: str) -> str:
    from fmm_desktop.search.folding import fold_with_places  # noqa: PLC0415 - see parse()

    start, end = match.span("field")
    _, places = fold_with_places(typed)
    return typed[places[start] : places[end - 1] + 1]
