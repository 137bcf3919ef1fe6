"""The reader's notes, as the jobs open them."""

from pathlib import Path

from fmm_desktop import paths
from fmm_desktop.cli.output import complain
from fmm_desktop.errors import Language, Sentence, UserError
from fmm_desktop.notes.store import NoteStore

_NO_FOLDER = Sentence(
    "{folder}: deze map is er niet, dus er zijn geen notities; controleer de naam achter --data-dir",
    "{folder}: there is no such folder, so that there are no notes; check the name behind --data-dir",
)


def open_notes(data_dir: Path | None, language: Language, *, may_be_new: bool = False) -> NoteStore:
    """Return the notes, and tell on stderr what happened to them while they were opened.

    A folder that the reader names is made only when it `may_be_new`: a job that reads would find nothing in a mistyped
    one, and leave it behind. Raises UserError.
    """
    folder = paths.folders(data_dir).state
    if data_dir is not None and not may_be_new and not folder.exists():
        raise UserError(_NO_FOLDER, folder=folder)
    return _told(NoteStore.open(folder, author="", device=""), language)


def notes_to_try_on(data_dir: Path | None, language: Language) -> NoteStore:
    """Return the notes as `open_notes` does, but none, and nothing is made, when there is no folder yet."""
    if not paths.folders(data_dir).state.exists():
        return NoteStore.in_memory(author="", device="")
    return open_notes(data_dir, language)


def _told(store: NoteStore, language: Language) -> NoteStore:
    for event in store.events:
        complain(event.text(language))
    return store
