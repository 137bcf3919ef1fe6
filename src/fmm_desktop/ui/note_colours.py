"""The colour of each kind of note: of its name on a card, and of the line under the words that it hangs on."""

from fmm_desktop.notes.note import NoteKind
from fmm_desktop.ui.colours import Colours


def note_kind_colour(colours: Colours, kind: NoteKind) -> str:
    """Return the colour of a kind of note, which can be read on a page."""
    return {
        NoteKind.REMARK: colours.note,
        NoteKind.QUESTION: colours.question,
        NoteKind.AMENDMENT: colours.amendment,
        NoteKind.SAY: colours.say,
        NoteKind.IF_RAISED: colours.if_raised,
        NoteKind.DO_NOT_VOLUNTEER: colours.do_not_volunteer,
        NoteKind.FOLLOW_UP: colours.follow_up,
    }[kind]
