"""A document read for the window: on the thread of a job, and without Qt."""

from pathlib import Path

from fmm_desktop.importing import opening
from fmm_desktop.importing.agenda.draft import Draft
from fmm_desktop.importing.agenda.phrases import load_books
from fmm_desktop.importing.agenda.reading import read_agenda
from fmm_desktop.importing.formats import read_bytes
from fmm_desktop.importing.limits import Watch
from fmm_desktop.importing.plain import Plain
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
