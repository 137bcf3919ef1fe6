"""What the kinds and statuses of notes are called, in both languages."""

from fmm_desktop.errors import Language, Sentence
from fmm_desktop.notes.note import NoteKind, Status

_KINDS = {
    NoteKind.REMARK: Sentence("opmerking", "remark"),
    NoteKind.QUESTION: Sentence("vraag", "question"),
    NoteKind.AMENDMENT: Sentence("tekstvoorstel", "amendment"),
    NoteKind.SAY: Sentence("zeggen", "say"),
    NoteKind.IF_RAISED: Sentence("indien opgebracht", "if raised"),
    NoteKind.DO_NOT_VOLUNTEER: Sentence("niet zelf noemen", "do not volunteer"),
    NoteKind.FOLLOW_UP: Sentence("actiepunt", "follow-up"),
}
_STATUSES = {
    Status.OPEN: Sentence("open", "open"),
    Status.CLEARED: Sentence("afgedaan", "cleared"),
    Status.SAID: Sentence("gezegd", "said"),
    Status.DROPPED: Sentence("vervallen", "dropped"),
}
TO_REVIEW = Sentence("te beoordelen", "to review")
"""Stands where a passage would be named, when it is not sure on which one a note hangs."""
IN_DOUBT = Sentence("{topic} (te beoordelen)", "{topic} (to review)")
CONFLICT = Sentence("te kiezen", "to choose")
"""Stands behind the status of a note that was changed in two places, until the reader chose."""
GONE = Sentence("{topic} (niet in deze editie; te beoordelen)", "{topic} (not in this edition; to review)")


def note_kind_name(kind: NoteKind, language: Language) -> str:
    """Return what a kind is called within a sentence."""
    return _KINDS[kind].say(language)


def status_name(status: Status, language: Language) -> str:
    """Return what a status is called within a sentence."""
    return _STATUSES[status].say(language)


def note_kind_label(kind: NoteKind, language: Language) -> str:
    """Return what a kind is called where it stands alone."""
    name = note_kind_name(kind, language)
    return name[0].upper() + name[1:]


def status_label(status: Status, language: Language) -> str:
    """Return what a status is called where it stands alone."""
    name = status_name(status, language)
    return name[0].upper() + name[1:]
