"""What a dossier can be narrowed by with the mouse: each choice is a part of a query, written into the filter line."""

import re
from collections.abc import Callable
from typing import NamedTuple, get_args

from fmm_desktop.dossier.model import Certainty, Dossier, Kind
from fmm_desktop.dossier.vocabulary import certainty_name, kind_name
from fmm_desktop.errors import Language, Sentence
from fmm_desktop.notes.note import NoteKind, Status
from fmm_desktop.notes.vocabulary import note_kind_name, status_name
from fmm_desktop.search.field_names import Field, field_name
from fmm_desktop.search.folding import even
from fmm_desktop.search.query import FIELDS, Slip, parse, pieces

FACETS: tuple[Field, ...] = ("kind", "actor", "tag", "certainty", "note")
"""The fields that there is a menu for."""

ALL_FIELDS: tuple[Field, ...] = get_args(Field)
_ANY_NOTE = Sentence("een notitie", "any note")
_CERTAINTIES: tuple[Certainty, ...] = ("planned", "possible", "defensive")


class Choice(NamedTuple):
    """Something to narrow by: its words, the part of a query that it stands for, and whether that was typed.

    `found` is how many topics would be found; None when that is not known yet.
    """

    words: str
    part: str
    chosen: bool
    found: int | None


def choices(
    field: Field, dossier: Dossier, typed: str, language: Language, count: Callable[[str], int | None]
) -> tuple[Choice, ...]:
    """Return what there is to choose of a field while `typed` stands in the filter line.

    `count` tells how many topics a filter line would find. What would find nothing is left out, unless it was chosen.
    """
    asked = {parse(piece) for piece in pieces(typed)}
    found = []
    for words in values(field, dossier, language):
        written = part(field, words, language)
        chosen = parse(written) in asked
        number = count(typed if chosen else f"{typed} {written}")
        if chosen or number != 0:
            found.append(Choice(words or _ANY_NOTE.say(language), written, chosen, number))
    return tuple(found)


def toggled(typed: str, written: str) -> str:
    """Return `typed` with the part `written` behind it, or without it when it was there."""
    wanted = parse(written)
    there = list(pieces(typed))
    left = [piece for piece in there if parse(piece) != wanted]
    return " ".join(left if len(left) < len(there) else [*there, written])


def meant(slip: Slip, language: Language) -> str:
    """Return what the field is called, in a language, that a mistyped name comes nearest to in either language."""
    return next(field_name(field, language) for field in ALL_FIELDS if field == FIELDS[slip.nearest])


def part(field: Field, value: str, language: Language) -> str:
    """Return the part of a query that asks for a value of a field."""
    return f"{field_name(field, language)}:{quoted(value)}"


def values(field: Field, dossier: Dossier, language: Language) -> list[str]:
    """Return the values of a field in the order in which they are shown; an empty one is for any note."""
    match field:
        case "kind":
            return [kind_name(kind, language).lower() for kind in Kind]
        case "certainty":
            return [certainty_name(certainty, language) for certainty in _CERTAINTIES]
        case "session":
            return [session.title for session in dossier.sessions]
        case "note":
            kinds = (note_kind_name(kind, language) for kind in NoteKind)
            return ["", *kinds, *(status_name(status, language) for status in Status)]
    return sorted(filter(even, _names(field, dossier)), key=str.casefold)


def _names(field: Field, dossier: Dossier) -> set[str]:
    if field == "actor":
        return {actor.name for actor in dossier.actors}
    if field == "tag":
        return {tag for topic in dossier.topics() for tag in topic.tags}
    return {dossier.marking, *(topic.marking for topic in dossier.topics())}


def quoted(words: str) -> str:
    """Return words as they are typed to be one thing."""
    words = words.replace('"', " ").strip()
    return f'"{words}"' if re.search(r"\s", words) else words
