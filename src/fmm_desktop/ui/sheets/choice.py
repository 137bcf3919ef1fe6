"""What may be printed of what is open: values that the print window and the printer are handed."""

from collections.abc import Callable, Iterable, Mapping
from typing import Literal

from msgspec import Struct
from msgspec.structs import replace

from fmm_desktop.dossier.model import Dossier, Kind, Topic
from fmm_desktop.sheets.kinds import SheetKind
from fmm_desktop.sheets.notes import SheetNote
from fmm_desktop.sheets.order import Order, Where
from fmm_desktop.ui.navigation import Navigator
from fmm_desktop.ui.tree.pane import TreePane

What = Literal["topic", "session", "all", "found", "noted", "last", "again", "none"]
Paths = tuple[str, ...]

_OF_ALL = {SheetKind.ACTOR, SheetKind.CHANGES, SheetKind.NOTES, SheetKind.BOOK}  # look for something in the dossier


class Choice(Struct, frozen=True):
    """What is to be printed: an order, the notes by topic path, and the edition before, for the change sheet."""

    dossier: Dossier
    order: Order
    notes: Mapping[str, tuple[SheetNote, ...]] = {}
    since: Dossier | None = None


class Ticked(Struct, frozen=True):
    """The topics that a reader ticked last, in which dossier, and those of the page that was open then."""

    dossier: str = ""
    here: Paths = ()
    paths: frozenset[str] = frozenset()


class Stock(Struct, frozen=True):
    """What there is to choose from: the open dossier, and which topics of it are at hand under which name.

    `here` are those of the page that is open, `actor` is whom that is about, `noted` are those that have notes. A name
    without topics is not on offer. `last` are those that were ticked last, and `again` too while the page is the same.
    """

    dossier: Dossier
    named: Mapping[What, Paths]
    here: Paths
    noted: frozenset[str] = frozenset()
    actor: str = ""

    def at_start(self, kind: SheetKind) -> Paths:
        """Return the topics that a kind is printed of until the reader chooses others."""
        return self.named.get("again") or (self.named["all"] if kind in _OF_ALL else self.here)

    def after(self, ticked: "Ticked") -> "Stock":
        """Return it with what was ticked last, if that was in this dossier."""
        every = self.named["all"]
        last = tuple(path for path in every if path in ticked.paths) if ticked.dossier == self.dossier.id else ()
        again = last if ticked.here == self.here else ()
        return replace(self, named={**self.named, "last": last, "again": again})

    @property
    def likely_actor(self) -> str:
        """Whom the reader may want to know more of: the one of the page, else the first whom it says something of."""
        topics = (self.dossier.topic(path) for path in self.here)
        named = (passage.actor for topic in topics if topic for passage in topic.of_kind(Kind.OTHER))
        return self.actor or next(named, "")

    def noted_in(self, order: Order) -> Paths:
        """Return the topics whose notes an order may want: with all topics also those that are gone."""
        if order.notes.where is Where.NONE:
            return ()
        return tuple(self.noted) if order.topics is None else tuple(path for path in order.topics if path in self.noted)

    def ordered(self, paths: Paths) -> Paths | None:
        """Return topics as an order has them: None for all, with the notes then of those that are gone."""
        return None if paths == self.named["all"] else paths


class Chooser:
    """Knows what is open; `notes_of` gives the notes of a topic, by its path, for print, `counts` how many."""

    def __init__(
        self,
        navigator: Navigator,
        tree: TreePane,
        notes_of: Callable[[str], tuple[SheetNote, ...]],
        counts: Callable[[], Mapping[str, int]],
    ) -> None:
        self._navigator = navigator
        self._tree = tree
        self._notes_of = notes_of
        self._counts = counts

    def stock(self) -> Stock | None:
        """Return what there is to choose from; None when no dossier is open."""
        dossier, location = self._navigator.dossier, self._navigator.location
        if dossier is None:
            return None
        noted = frozenset(path for path, count in self._counts().items() if count)
        named = self._named(dossier, noted)
        below = self._below(dossier)
        here = named["topic"] or below or named["session"] or named["all"]
        return Stock(dossier, named, here, noted, location.id if location.page == "actor" else "")

    def notes_of(self, paths: Iterable[str]) -> dict[str, tuple[SheetNote, ...]]:
        """Return the notes of topics, by their paths."""
        return {path: self._notes_of(path) for path in paths}

    def _named(self, dossier: Dossier, noted: frozenset[str]) -> dict[What, Paths]:
        every = tuple(topic.path for topic in dossier.topics())
        hits, topic = self._tree.hits, self._navigator.topic
        return {
            "topic": (topic.path,) if topic else (),
            "session": self._in_session(dossier, topic),
            "all": every,
            "found": _of(every, hits.bits) if hits is not None else (),
            "noted": tuple(path for path in every if path in noted),
            "none": (),
        }

    def _in_session(self, dossier: Dossier, topic: Topic | None) -> Paths:
        location = self._navigator.location
        on_page = dossier.session(location.id) if location.page == "session" else None
        session = dossier.session_of(topic) if topic else on_page
        return tuple(one.path for one in session.topics) if session else ()

    def _below(self, dossier: Dossier) -> Paths:
        """Return the topics under the heading whose page is open, if it is one of an actor, a tag, a kind or a term."""
        if self._navigator.location.turned_by is None:
            return ()
        heading = self._tree.heading(self._navigator.location)
        return _of([topic.path for topic in dossier.topics()], heading.topics) if heading else ()


def _of(paths: Iterable[str], bits: int) -> Paths:
    return tuple(path for ordinal, path in enumerate(paths) if bits >> ordinal & 1)
