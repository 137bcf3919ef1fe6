"""Which notes go out: those of some dossiers or of all, without the kinds that stay here."""

from collections.abc import Collection, Iterable, Sequence

from msgspec import Struct

from fmm_desktop.notes.note import Note, NoteKind, Revision
from fmm_desktop.notes.progress import Report, silent
from fmm_desktop.notes.store import NoteStore

AT_ONCE = 200
"""How many notes are asked for at a time; between two of these the work can be stopped."""


class Picked(Struct, frozen=True):
    """A note that goes out: as it is shown, and its revisions in the order in which they came.

    A note that is only being typed has no revisions yet.
    """

    note: Note
    history: tuple[Revision, ...]

    @property
    def kinds(self) -> frozenset[NoteKind]:
        """What it is for, in any of its versions: another, or what is beneath a draft, may be of another kind."""
        return frozenset((self.note.kind, *(head.kind for head in self.heads())))

    def heads(self) -> tuple[Revision, ...]:
        """Return the revisions that no other replaces, deletions left out; the one that is shown first."""
        replaced = {parent for revision in self.history for parent in revision.parents}
        heads = [one for one in self.history if one.id not in replaced and not one.deleted]
        return tuple(sorted(heads, key=lambda one: one.id != self.note.revision))


def pick(
    store: NoteStore, dossiers: Sequence[str] = (), without: Collection[NoteKind] = (), report: Report = silent
) -> tuple[Picked, ...]:
    """Return the notes of some dossiers, by id, or of all when none is named, without those of some kinds.

    In the order of the dossiers, then that in which they were made; deleted ones are left out. Raises NotesError.
    """
    ids = dossiers or sorted(store.dossier_counts())
    notes = [note for dossier in dict.fromkeys(ids) for note in store.of_dossier(dossier) if note.kind not in without]
    return tuple(_with_history(store, notes, without, report))


def _with_history(
    store: NoteStore, notes: Sequence[Note], without: Collection[NoteKind], report: Report
) -> Iterable[Picked]:
    for done in range(0, len(notes), AT_ONCE):
        report(done / len(notes))
        some = notes[done : done + AT_ONCE]
        histories = store.histories([note.id for note in some])
        for note in some:
            picked = Picked(note, histories.get(note.id, ()))
            if picked.kinds.isdisjoint(without):
                yield picked
