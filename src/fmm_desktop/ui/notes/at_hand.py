"""What the reader is writing: the note in the editor, and those whose text could not be saved yet."""

from collections.abc import Iterator

from msgspec import Struct

from fmm_desktop.ui.notes.writing import Writing


class AtHand(Struct):
    """The note in the editor, None for none, and the unsaved ones by their key; it may be one of these."""

    writing: Writing | None = None
    unsaved: dict[int, Writing] = {}

    def __iter__(self) -> Iterator[Writing]:
        """Yield them all, the one in the editor first."""
        if self.writing is not None:
            yield self.writing
        yield from self.unsaved.values()

    def new_of(self, dossier_id: str) -> Iterator[Writing]:
        """Yield the unsaved notes of a dossier that the store knows nothing of."""
        return (one for one in self.unsaved.values() if one.note is None and one.anchor.dossier == dossier_id)
