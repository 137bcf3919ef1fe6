"""The words that an amendment changes, and those that it was made for."""

from collections.abc import Sequence
from itertools import takewhile

from fmm_desktop.notes.note import Anchor, Revision


def wording_before(anchor: Anchor) -> str:
    """Return the words that an amendment with this anchor changes."""
    return anchor.words.exact if anchor.words else anchor.quote


def worded_on(history: Sequence[Revision], wording: str, anchor: Anchor) -> Anchor | None:
    """Return where a note hung when its wording was written, if that said other words than `anchor`, where it is now.

    `history` has its revisions in the order in which they came.
    """
    on = None
    for one in takewhile(lambda each: each.content.wording == wording, reversed(history) if wording else ()):
        on = one.anchor
    return on if on is not None and wording_before(on) != wording_before(anchor) else None
