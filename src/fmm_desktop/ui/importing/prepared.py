"""What the review of a long document would take its time for, made before it opens: on the thread of a job."""

from msgspec import Struct

from fmm_desktop.importing.agenda.draft import Draft
from fmm_desktop.ui.importing.document import DocumentText
from fmm_desktop.ui.importing.earlier import Earlier
from fmm_desktop.ui.importing.rows import RowMaker


class Prepared(Struct, frozen=True):
    """A draft, the dossier that it may be the next edition of, its text, and what has made its rows already."""

    draft: Draft
    older: Earlier | None
    text: DocumentText
    maker: RowMaker


def prepared(draft: Draft, older: Earlier | None) -> Prepared:
    """Return what a review is opened with."""
    maker = RowMaker()
    maker.rows(draft)
    return Prepared(draft, older, DocumentText(draft), maker)
