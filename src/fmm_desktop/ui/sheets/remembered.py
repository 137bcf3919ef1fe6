"""How the reader printed each kind of sheet last: one small file, which may be lost or damaged without harm."""

from collections.abc import Mapping
from enum import StrEnum
from pathlib import Path
from typing import TypeVar

import msgspec
from msgspec import Struct
from msgspec.structs import replace

from fmm_desktop.dossier import private
from fmm_desktop.notes.note import NoteKind, Status
from fmm_desktop.sheets.kinds import SheetKind
from fmm_desktop.sheets.order import NoteChoice, Order, Where
from fmm_desktop.ui.sheets.choice import Ticks

COPIES = (0, 99)
WORDS_A_MINUTE = (60, 240)
INTERPRETATION = (1.0, 3.0)
_FILE = "choices"
_DOSSIERS = 50
_TOPICS = 500
_Value = TypeVar("_Value", bound=StrEnum)


class Own(Struct, frozen=True):
    """What was typed and ticked for one dossier: it comes back with that alone. The newest ticks are last."""

    actor: str = ""
    marking: str = ""
    ticks: Mapping[SheetKind, Ticks] = {}

    def with_ticks(self, ticks: Mapping[SheetKind, Ticks]) -> "Own":
        """Return it with other ticks for some kinds; of very many topics they are not kept."""
        kept = {kind: those for kind, those in ticks.items() if len(those.paths or ()) <= _TOPICS}
        others = {kind: those for kind, those in self.ticks.items() if kind not in ticks}
        return replace(self, ticks={**others, **kept})


class Habits(Struct, frozen=True):
    """The order of each kind as it was last, and the kind that was printed last.

    What belongs to one dossier stands in `own`, by its id, the newest last. Not kept are, once they went into a file,
    the notes that one prints only when asking for them: what is not to be volunteered, and what was dropped.
    """

    orders: Mapping[SheetKind, Order] = {}
    bare: frozenset[SheetKind] = frozenset(SheetKind)
    """The kinds that are printed without notes, wherever those would stand: all until the reader asks for notes."""
    kind: SheetKind = SheetKind.TOPIC
    own: Mapping[str, Own] = {}

    def order(self, kind: SheetKind) -> Order:
        """Return how a kind was ordered last."""
        return self.orders.get(kind, Order(kind=kind))

    def has_notes(self, kind: SheetKind) -> bool:
        """Return whether a kind was ordered with notes last."""
        return kind is SheetKind.NOTES or kind not in self.bare

    def wished(self, kind: SheetKind) -> Order:
        """Return how a kind was ordered last, without a place for notes when it was without."""
        order = self.order(kind)
        return order if self.has_notes(kind) else replace(order, notes=replace(order.notes, where=Where.NONE))

    def with_notes(self, kind: SheetKind, wanted: bool) -> "Habits":
        """Return the habits of a reader who wants a kind with notes, or without."""
        return replace(self, bare=self.bare - {kind} if wanted else self.bare | {kind})

    def own_of(self, dossier: str) -> Own:
        """Return what was typed and ticked for a dossier last."""
        return self.own.get(dossier, Own())

    def with_own(self, dossier: str, own: Own) -> "Habits":
        """Return the habits after something was typed or ticked for a dossier; of very many dossiers, the oldest go."""
        others = [(key, value) for key, value in self.own.items() if key != dossier]
        return replace(self, own=dict([*others, (dossier, own)][-_DOSSIERS:]))

    def with_order(self, order: Order, *, with_notes: bool) -> "Habits":
        """Return the habits after something was ordered."""
        own = replace(order, topics=None, actor="", marking="")
        return replace(self, orders={**self.orders, order.kind: own}, kind=order.kind).with_notes(
            order.kind, with_notes
        )


def load(folder: Path) -> Habits:
    """Return the habits that are kept in a folder; none when there is no file, or one that cannot be read."""
    try:
        habits = msgspec.json.decode(private.read(folder / _FILE) or b"{}", type=Habits)
    except (OSError, msgspec.MsgspecError, UnicodeDecodeError):
        return Habits()  # nothing of worth is lost: which paper was taken
    sound = replace(habits, orders={kind: _sound(kind, order) for kind, order in habits.orders.items()})
    return _kept(sound)  # also of a file that an older version of the program wrote


def save(habits: Habits, folder: Path) -> None:
    """Keep the habits in a folder. OSError when that fails."""
    private.write(folder / _FILE, msgspec.json.encode(_kept(habits)))


def _kept(habits: Habits) -> Habits:
    """Return the habits without the notes that are asked for anew each time: nobody would see that they go along."""
    return replace(habits, orders={kind: _discreet(order) for kind, order in habits.orders.items()})


def _discreet(order: Order) -> Order:
    notes, usual = order.notes, NoteChoice()
    kinds = _without(NoteKind.DO_NOT_VOLUNTEER, notes.kinds, usual.kinds)
    statuses = _without(Status.DROPPED, notes.statuses, usual.statuses)
    return replace(order, notes=replace(notes, kinds=kinds, statuses=statuses))


def _without(value: _Value, chosen: frozenset[_Value], usual: frozenset[_Value]) -> frozenset[_Value]:
    """Return what was chosen without `value`; the usual ones for whoever chose that alone, rather than none."""
    return chosen - {value} or usual if value in chosen else chosen


def _sound(kind: SheetKind, order: Order) -> Order:
    """Return an order within the bounds of what can be chosen."""
    return replace(
        order,
        kind=kind,
        copies=round(_within(order.copies, COPIES)),
        words_a_minute=round(_within(order.words_a_minute, WORDS_A_MINUTE)),
        interpretation=_within(order.interpretation, INTERPRETATION),
    )


def _within(number: float, bounds: tuple[float, float]) -> float:
    return max(bounds[0], min(bounds[1], number))
