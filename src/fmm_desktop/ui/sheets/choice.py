"""What may be printed of what is open: values that the print window and the printer are handed."""

from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import Literal, NamedTuple

from msgspec import Struct
from msgspec.structs import replace

from fmm_desktop.dossier.model import Dossier, Kind, Topic
from fmm_desktop.sheets.kinds import SheetKind
from fmm_desktop.sheets.notes import SheetNote
from fmm_desktop.sheets.order import Order, Where
from fmm_desktop.ui.navigation import Navigator
from fmm_desktop.ui.tree.pane import TreePane

What = Literal["topic", "session", "all", "found", "noted", "last", "none"]
Paths = tuple[str, ...]

_OF_ALL = {SheetKind.ACTOR, SheetKind.CHANGES, SheetKind.NOTES, SheetKind.BOOK}  # look for something in the dossier


class Choice(Struct, frozen=True):
    """What is to be printed: an order, the notes by topic path, and the edition before, for the change sheet."""

    dossier: Dossier
    order: Order
    notes: Mapping[str, tuple[SheetNote, ...]] = {}
    since: Dossier | None = None


class Workshop(NamedTuple):
    """Where the templates are, and the folder of the reader's state, in which a style of their own may be."""

    templates: Path
    state: Path


class Ticks(Struct, frozen=True):
    """The topics that a reader ticked for a kind of sheet, None for all, and the page that was open then."""

    page: str
    paths: Paths | None


class Stock(Struct, frozen=True):
    """What there is to choose from: the open dossier, and which topics of it are at hand under which name.

    `here` are those of the `page` that is open, `actor` is whom that is about, `noted` are those that have notes. A
    name without topics is not on offer. `last` are those that were ticked last for a kind, the newest last, and `again`
    those of them that are ticked from the start.
    """

    dossier: Dossier
    named: Mapping[What, Paths]
    here: Paths
    noted: frozenset[str] = frozenset()
    actor: str = ""
    page: str = ""
    last: Mapping[SheetKind, Paths] = {}
    again: Mapping[SheetKind, Paths] = {}

    def at_start(self, kind: SheetKind) -> Paths:
        """Return the topics that a kind is printed of until the reader chooses others."""
        return self.again.get(kind) or (self.named["all"] if kind in _OF_ALL else self.here)

    def last_of(self, kind: SheetKind) -> Paths:
        """Return what was ticked last for a kind, else for any other; nothing when nothing was."""
        return self.last.get(kind) or next(reversed(list(self.last.values())), ())

    def after(self, ticked: Mapping[SheetKind, Ticks]) -> "Stock":
        """Return it with what was ticked last, as far as that is in this edition.

        It is ticked again on the same page, and on any page for the kinds that are not about one.
        """
        last = {kind: there for kind, ticks in ticked.items() if (there := self._there(ticks.paths))}
        again = {kind: those for kind, those in last.items() if kind in _OF_ALL or ticked[kind].page == self.page}
        return replace(self, last=last, again=again)

    def _there(self, paths: Paths | None) -> Paths:
        every = self.named["all"]
        wanted = frozenset(every if paths is None else paths)
        return tuple(path for path in every if path in wanted)

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
        actor = location.id if location.page == "actor" else ""
        return Stock(dossier, named, here, noted, actor, f"{location.page} {location.id}")

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
