"""The notes that are printed: as values, and which of them an order takes."""

import datetime
from collections.abc import Iterable, Mapping

from msgspec import Struct

from fmm_desktop.notes.note import NoteKind, Status
from fmm_desktop.sheets.order import NoteChoice, Where


class SheetNote(Struct, frozen=True):
    """A note to print: on the passage with id `passage`, or on the topic when that is empty. `text` is Markdown.

    `wording` is the one that an amendment proposes and `words` are those of the passage that the note hangs on, if it
    does not hang on the whole: words, no Markdown.
    """

    passage: str
    text: str
    author: str = ""
    changed: datetime.datetime | None = None
    kind: NoteKind = NoteKind.REMARK
    status: Status = Status.OPEN
    wording: str = ""
    words: str = ""


Notes = Mapping[str, Iterable[SheetNote]]
"""Notes by the path of their topic."""


def chosen(notes: Iterable[SheetNote], choice: NoteChoice) -> tuple[SheetNote, ...]:
    """Return the notes that `choice` takes, in the order given."""
    if choice.where is Where.NONE:
        return ()
    return tuple(note for note in notes if note.kind in choice.kinds and note.status in choice.statuses)
