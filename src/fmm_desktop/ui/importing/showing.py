"""What a review shows of the rows that its reader is at: words in full, places in the document, what is unsure."""

from collections.abc import Sequence

from fmm_desktop.importing.agenda.draft import Draft
from fmm_desktop.ui.importing.meeting_dialog import in_short
from fmm_desktop.ui.importing.rows import Row, nearest
from fmm_desktop.ui.importing.window import ReviewWindow

_MOST = 200  # of the rows that are chosen
_PLACES = 2  # of the document, of one row


def tell_of(window: ReviewWindow, draft: Draft, row: Row) -> None:
    """Say below the draft where a row stands, what it is, and what is unsure of it."""
    places = tuple(dict.fromkeys(draft.plain.blocks[span.block].place for span in row.spans))
    meeting = "" if row.place else in_short(draft.meeting)
    told = (*places[:_PLACES], window.model.kind_of(row), meeting, window.model.unsure_of(row))
    window.detail.setText(" · ".join(filter(None, told)))


def show_chosen(window: ReviewWindow, rows: Sequence[Row]) -> None:
    """Mark all that is chosen of `rows` in the document, and show its words in full; of very many those nearby."""
    at = window.outline.row
    numbers = window.outline.chosen_rows or [at]
    chosen = [rows[number] for number in nearest(numbers, at, _MOST)]
    here = rows[at] if at in numbers else chosen[-1]
    window.words.show_words([f"{row.number}  {row.text}".strip() for row in chosen])
    if len(chosen) > 1:
        others = (span for row in chosen if row is not here for span in row.spans)
        window.document.show_spans((*here.spans, *others), lead=False)
