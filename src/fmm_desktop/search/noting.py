"""Which notes a query asks for: by their kind, their status, or words in them.

    note:question note:open

A value that begins the name of a kind or a status asks for notes of that kind or status; any other stands in the words
of a note. Kind and status hold of one note: both parts above find topics with a question that is open.
"""

from collections.abc import Iterable, Iterator
from functools import cache, lru_cache
from typing import NamedTuple, Self

from fmm_desktop.notes.note import NoteKind, Status, Traits
from fmm_desktop.notes.vocabulary import note_kind_name, status_name
from fmm_desktop.search.folding import fold
from fmm_desktop.search.query import Part

_REMEMBERED = 64  # values, as they grow letter by letter


class NoteText(NamedTuple):
    """What is looked for in a note."""

    text: str
    kind: NoteKind = NoteKind.REMARK
    status: Status = Status.OPEN

    @classmethod
    def of(cls, text: str, traits: Traits) -> Self:
        """Return what is looked for in a note: its text, the wording that it proposes, its labels."""
        return cls("\n\n".join(filter(None, (text, traits.wording, *traits.labels))), traits.kind, traits.status)


class Asked(NamedTuple):
    """The kinds and the statuses that a value names: none when it asks for words."""

    kinds: frozenset[NoteKind]
    statuses: frozenset[Status]

    def __bool__(self) -> bool:
        """Whether a kind or a status was named."""
        return bool(self.kinds or self.statuses)


class NoteScope(NamedTuple):
    """What the parts of a query ask of the same note; None for anything."""

    kinds: frozenset[NoteKind] | None = None
    statuses: frozenset[Status] | None = None

    @classmethod
    def of(cls, parts: Iterable[Part]) -> Self:
        """Return what these parts ask for together. One that may be a kind or a status narrows neither."""
        asked = [called(part.words) for part in parts if part.field == "note" and part.words and not part.left_out]
        kinds = [one.kinds for one in asked if one.kinds and not one.statuses]
        statuses = [one.statuses for one in asked if one.statuses and not one.kinds]
        return cls(frozenset().union(*kinds) if kinds else None, frozenset().union(*statuses) if statuses else None)

    def meets(self, part: Part, note: NoteText, line: str) -> bool:
        """Return whether a note is one that `part` asks for; `line` is its text, folded to one line."""
        if part.field != "note":
            return part.words in line
        asked = called(part.words) if part.words else _NOTHING
        if asked:
            return (note.kind in asked.kinds and self._allows(status=note.status)) or (
                note.status in asked.statuses and self._allows(kind=note.kind)
            )
        return part.words in line and self._allows(note.kind, note.status)

    def _allows(self, kind: NoteKind | None = None, status: Status | None = None) -> bool:
        """Return whether a kind and a status, where given, are among those asked for."""
        return (kind is None or self.kinds is None or kind in self.kinds) and (
            status is None or self.statuses is None or status in self.statuses
        )


_NOTHING = Asked(frozenset(), frozenset())


def found(parts: Iterable[Part], notes: Iterable[NoteText]) -> Iterator[NoteText]:
    """Yield the notes of a topic that the note fields of a query ask for."""
    parts = tuple(parts)
    scope = NoteScope.of(parts)
    asked = [part for part in parts if part.field == "note" and not part.left_out]
    for note in notes:
        line = " ".join(fold(note.text).split())
        if any(scope.meets(part, note, line) for part in asked):
            yield note


@lru_cache(_REMEMBERED)
def called(value: str) -> Asked:
    """Return the kinds and statuses whose name in Dutch or in English, or whose id, begins with a folded value."""
    kinds, statuses = _names()
    return Asked(
        frozenset(kind for kind, names in kinds.items() if any(name.startswith(value) for name in names)),
        frozenset(status for status, names in statuses.items() if any(name.startswith(value) for name in names)),
    )


@cache
def _names() -> tuple[dict[NoteKind, tuple[str, ...]], dict[Status, tuple[str, ...]]]:
    return (
        {one: tuple(map(fold, (one, note_kind_name(one, "nl"), note_kind_name(one, "en")))) for one in NoteKind},
        {one: tuple(map(fold, (one, status_name(one, "nl"), status_name(one, "en")))) for one in Status},
    )
