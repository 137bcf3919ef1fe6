"""The notes that are printed: as values, how they are made, and which of them an order takes."""

import datetime
from collections.abc import Iterable, Mapping
from typing import Protocol

from msgspec import Struct

from fmm_desktop.dossier.model import Dossier
from fmm_desktop.notes.anchoring import words_at
from fmm_desktop.notes.hanging import Hung
from fmm_desktop.notes.note import Anchor, Note, NoteKind, Status, Traits
from fmm_desktop.sheets.order import NoteChoice, Where


class SheetNote(Struct, frozen=True):
    """A note to print: on the passage with id `passage`, or on the topic when that is empty. `text` is Markdown.

    `wording` is the one that an amendment proposes and `words` are those of the passage that the note hangs on, if it
    does not hang on the whole: words, no Markdown. `written_on` is set when it is not sure where it hangs now: the
    passage that it was written on, as `session/topic#passage`; `words` are what stood there then, and `markings` those
    of it, None when nobody knows them any more.
    """

    passage: str
    text: str
    author: str = ""
    changed: datetime.datetime | None = None
    kind: NoteKind = NoteKind.REMARK
    status: Status = Status.OPEN
    wording: str = ""
    words: str = ""
    written_on: str = ""
    markings: tuple[str, ...] | None = None


class Said(Protocol):
    """What is printed of a note: one that is stored, or one that is being typed."""

    @property
    def anchor(self) -> Anchor:
        """Where it hung when it was written."""

    @property
    def text(self) -> str:
        """What it says, in Markdown."""

    @property
    def traits(self) -> Traits:
        """What it is beside its text."""


Notes = Mapping[str, Iterable[SheetNote]]
"""Notes by the path of their topic."""


def sheet_note(said: Said, note: Note | None, hung: Hung, dossier: Dossier, reader: str) -> SheetNote:
    """Return a note as it is printed; `note` is it as it is stored, if it is, `hung` where it hangs in `dossier`.

    Only notes that `reader` did not write say who did, and when.
    """
    anchor, traits = said.anchor, said.traits
    by_other = note if note and note.author != reader else None
    return SheetNote(
        passage=hung.passage,
        text=said.text,
        author=by_other.author if by_other else "",
        changed=by_other.changed if by_other else None,
        kind=traits.kind,
        status=traits.status,
        wording=traits.wording,
        words=_words(anchor, hung, dossier),
        written_on=f"{anchor.topic}#{anchor.passage}" if hung.doubt is not None else "",
        markings=hung.markings,
    )


def _words(anchor: Anchor, hung: Hung, dossier: Dossier) -> str:
    if hung.doubt is not None:
        return anchor.words.exact if anchor.words else anchor.quote
    return words_at(dossier, hung.topic, hung.passage)[hung.start : hung.end]


def chosen(notes: Iterable[SheetNote], choice: NoteChoice) -> tuple[SheetNote, ...]:
    """Return the notes that `choice` takes, in the order given."""
    if choice.where is Where.NONE:
        return ()
    return tuple(note for note in notes if note.kind in choice.kinds and note.status in choice.statuses)
