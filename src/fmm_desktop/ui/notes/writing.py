"""A note as the panes hand it to each other."""

from collections.abc import Iterable
from itertools import count
from typing import Self

from msgspec import Struct, field
from msgspec.structs import replace

from fmm_desktop.notes.hanging import Hung
from fmm_desktop.notes.note import Anchor, Note, NoteKind, Revision, Status, Traits

_keys = count(1)


class Writing(Struct):
    """A note in the editor: the stored note, if there is one yet, and what the reader makes of it.

    `versions` tells how many texts the note has: more than one after two windows changed it at the same time. Each
    further one is a writing of its own, that can be read but not typed in; `version` is the id of its revision.
    While it is not `safe`, `over` are the ids of the revisions that it was typed over: what is shown anew meanwhile was
    not before the reader when he typed.
    """

    anchor: Anchor
    note: Note | None
    text: str
    traits: Traits = Traits()
    safe: bool = True
    over: tuple[str, ...] = ()
    versions: int = 1
    version: str = ""
    hung: Hung | None = None
    """Where it hangs in the edition that is open; None until somebody looked."""
    key: int = field(default_factory=lambda: next(_keys))

    @classmethod
    def of(cls, note: Note, version: str = "") -> Self:
        """Return the writing of a note as it is stored."""
        return cls(note.anchor, note, note.text, note.traits, version=version)

    @property
    def kind(self) -> NoteKind:
        """What it is for."""
        return self.traits.kind

    @property
    def status(self) -> Status:
        """What became of it."""
        return self.traits.status

    @property
    def passage(self) -> str:
        """The id of the passage that it hangs on; empty for the topic."""
        return self.anchor.passage if self.hung is None else self.hung.passage

    @property
    def identity(self) -> str:
        """What tells it from other notes, as long as the window is open."""
        return f"{self.note.id}{self.version}" if self.note is not None else str(self.key)

    @property
    def is_new_and_blank(self) -> bool:
        """Whether there is nothing to keep: nothing is stored yet, and nothing but blanks was typed."""
        return self.note is None and not self.text.strip() and not self.traits.wording

    def stands_for(self, other: "Writing") -> bool:
        """Tell whether both are the same text of the same note."""
        if self.note is None or other.note is None:
            return self is other
        return (self.note.id, self.version) == (other.note.id, other.version)


def other_versions(note: Note, revisions: Iterable[Revision]) -> tuple[Writing, ...]:
    """Return the other texts of a note, from the revisions that hold them."""
    return tuple(
        Writing.of(
            replace(
                note,
                text=one.text,
                traits=one.traits,
                author=one.author,
                changed=one.time,
                revision=one.id,
            ),
            version=one.id,
        )
        for one in revisions
    )
