"""What a reader orders to be printed: which kind of sheet, of what, with which notes, on which paper."""

from enum import StrEnum
from typing import Literal

from msgspec import Struct

from fmm_desktop.notes.note import NoteKind, Status
from fmm_desktop.sheets.kinds import SheetKind

WORDS_A_MINUTE = 120
"""Interpreters follow 100 to 120 words a minute without loss (C. Li, Journal of Specialised Translation 13, 2010)."""

Paper = Literal["a4", "a5"]
TextSize = Literal["small", "normal", "large"]


class Where(StrEnum):
    """Where notes are printed: below their passage, in the margin beside it, together at the end, or not at all."""

    IN_PLACE = "in-place"
    BESIDE = "beside"
    END = "end"
    NONE = "none"


class NoteChoice(Struct, frozen=True):
    """Which notes are printed, and where. What one does not volunteer is printed only when it is asked for by kind."""

    kinds: frozenset[NoteKind] = frozenset(NoteKind) - {NoteKind.DO_NOT_VOLUNTEER}
    statuses: frozenset[Status] = frozenset(Status) - {Status.DROPPED}
    where: Where = Where.IN_PLACE


class Order(Struct, frozen=True, kw_only=True):
    """What is to be printed; msgspec can write it down and read it back.

    `topics` are paths in any order (they are printed in the order of the dossier); None means every topic. `copies` is
    0 when copies are not numbered. `marking` is put at the head and the foot of each page in place of that of the
    dossier, unless it is lower; that of a topic or a passage always stays. `words_a_minute` and `interpretation` (how
    many times as long it takes with an interpreter) are for speaking times, `actor` (an id) for the actor sheet.
    """

    kind: SheetKind = SheetKind.TOPIC
    topics: tuple[str, ...] | None = None
    notes: NoteChoice = NoteChoice()
    paper: Paper = "a4"
    two_sided: bool = False
    size: TextSize = "normal"
    copies: int = 0
    marking: str = ""
    words_a_minute: int = WORDS_A_MINUTE
    interpretation: float = 1.0
    actor: str = ""
