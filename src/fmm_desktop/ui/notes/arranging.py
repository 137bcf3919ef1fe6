"""Which notes of a topic the list shows, in which order, under which headings."""

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from fmm_desktop.errors import Language
from fmm_desktop.notes.note import NoteKind, Status
from fmm_desktop.notes.vocabulary import note_kind_label, status_label
from fmm_desktop.ui.notes.writing import Writing
from fmm_desktop.ui.state import NotesShown

_KINDS, _STATUSES = tuple(NoteKind), tuple(Status)


class Placed(NamedTuple):
    """A note in the list, and the heading of the group that it begins."""

    writing: Writing
    heading: str = ""


def known(shown: NotesShown) -> NotesShown:
    """Return `shown` as it can be kept to: what is no kind or status stands for all."""
    kind = shown.kind if shown.kind in _KINDS else ""
    status = shown.status if shown.status in _STATUSES else ""
    return NotesShown(kind, status, shown.group)


def shows(shown: NotesShown, kind: NoteKind, status: Status) -> bool:
    """Return whether a note of this kind and status is among those shown."""
    return shown.kind in {"", kind} and shown.status in {"", status}


def arranged(
    notes: Iterable[Writing], shown: NotesShown, kept: Writing | None, language: Language
) -> tuple[Placed, ...]:
    """Return the notes to show; `kept`, the one in the editor, stays where the reader sees it."""
    found = [one for one in notes if shows(shown, one.kind, one.status) or (kept is not None and one.stands_for(kept))]
    if shown.group == "kind":
        found.sort(key=lambda one: _KINDS.index(one.kind))
    elif shown.group == "status":
        found.sort(key=lambda one: _STATUSES.index(one.status))
    return tuple(_headed(found, shown, language))


def _headed(notes: Sequence[Writing], shown: NotesShown, language: Language) -> Iterator[Placed]:
    before = ""
    for one in notes:
        heading = _heading(one, shown, language)
        yield Placed(one, heading if heading != before else "")
        before = heading


def _heading(writing: Writing, shown: NotesShown, language: Language) -> str:
    match shown.group:
        case "kind":
            return note_kind_label(writing.kind, language)
        case "status":
            return status_label(writing.status, language)
    return ""
