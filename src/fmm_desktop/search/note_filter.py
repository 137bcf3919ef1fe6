"""Which notes of a table a query asks for: the same line as in the filter of a dossier, asked of each note by itself.

    oekraine -vervallen note:question label:purl

Words stand anywhere in the row of a note; `note:` asks for its kind, status or words, `label:` for its labels.
"""

from collections.abc import Iterable
from functools import lru_cache
from typing import NamedTuple

from fmm_desktop.search.folding import fold
from fmm_desktop.search.noting import NoteScope, NoteText
from fmm_desktop.search.query import Part, Query

_REMEMBERED = 2000  # places, authors, labels: each stands in many rows


class NoteRow(NamedTuple):
    """What can be asked of a note: itself, its labels, and all that its row says; labels and row folded."""

    note: NoteText
    text: str
    labels: str
    line: str


def note_row(note: NoteText, labels: Iterable[str], said: Iterable[str]) -> NoteRow:
    """Fold a row once; `said` is what it says beside the text of the note."""
    text, marked = _line(note.text), _often(" ".join(labels))
    return NoteRow(note, text, marked, " ".join((*map(_often, said), marked, text)))


def _line(text: str) -> str:
    return " ".join(fold(text).split())


_often = lru_cache(_REMEMBERED)(_line)


def asks_for(query: Query, scope: NoteScope, row: NoteRow) -> bool:
    """Return whether every part of a query holds of a note; `scope` is that of its parts."""
    return all(_holds(part, scope, row) != part.left_out for part in query.parts)


def _holds(part: Part, scope: NoteScope, row: NoteRow) -> bool:
    match part.field:
        case "note":
            asked = NoteScope() if part.left_out else scope
            return asked.meets(part, row.note, row.text)
        case "tag":
            return part.words in row.labels if part.words else bool(row.labels)
        case _:
            return part.words in row.line
