"""A document read for the window: on the thread of a job, and without Qt."""

import datetime
from pathlib import Path

from msgspec.structs import replace

from fmm_desktop.dossier.model import Dossier
from fmm_desktop.importing import opening
from fmm_desktop.importing.agenda.draft import Draft
from fmm_desktop.importing.agenda.phrases import load_books
from fmm_desktop.importing.agenda.reading import read_agenda
from fmm_desktop.importing.formats import read_bytes
from fmm_desktop.importing.limits import Watch
from fmm_desktop.importing.plain import Plain
from fmm_desktop.importing.shaping import shaped
from fmm_desktop.ui.pdfium import turn_by_turn

_PDF_WITHIN = 1024  # bytes at the start of a file, in one of which a PDF says what it is
_PLAIN = 0.7  # how much of the time goes into the plain form


def read_document(path: Path, phrases: Path, watch: Watch) -> Draft:
    """Return what a document was read as. Raises ImportingError, and what `watch` raises to stop."""
    data = opening.content(path)
    plain = _plain(data, path.name, lambda fraction: watch(fraction * _PLAIN))
    draft = read_agenda(plain, load_books(phrases), lambda fraction: watch(_PLAIN + fraction * (1 - _PLAIN)))
    watch(1.0)
    return draft


def _plain(data: bytes, name: str, watch: Watch) -> Plain:
    if b"%PDF-" not in data[:_PDF_WITHIN]:
        return read_bytes(data, name, watch)
    with turn_by_turn(watch) as turning:
        return read_bytes(data, name, turning)


def is_of_same_meeting(draft: Draft, dossier: Dossier) -> bool:
    """Return whether a draft seems to be of the meeting that a dossier is of: the same id or the same first day."""
    start = draft.meeting.start
    if draft.language != dossier.language.partition("-")[0]:
        return False  # a translation is another dossier
    if start is not None and start == dossier.meeting.start:
        return True
    return dossier_id(draft) == dossier.id


def dossier_id(draft: Draft) -> str:
    """Return the id that the dossier of a draft gets, which does not hang on its sessions."""
    return shaped(replace(draft, sessions=()), datetime.date.min).shape.id
