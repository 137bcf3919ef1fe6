"""Which page is open, and the way back and forward."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from fmm_desktop.dossier.model import Dossier, Topic
from fmm_desktop.ui.location import OVERVIEW, History, Location


class Navigator(QObject):
    """Knows the open dossier and the page of it that is shown; `returning` when that was left before."""

    leaving = Signal()  # the page is about to change
    arrived = Signal(object)  # Location

    def __init__(self, may_have: Callable[[Location], bool], parent: QObject | None = None) -> None:
        """`may_have` tells whether there may be a page of an actor, a tag, a kind or a term."""
        super().__init__(parent)
        self._may_have = may_have
        self.dossier: Dossier | None = None
        self.location = OVERVIEW
        self.history = History()
        self.returning = False

    @property
    def topic(self) -> Topic | None:
        """The topic that is shown; None on another page."""
        if self.dossier is None or self.location.page != "topic":
            return None
        return self.dossier.topic(self.location.id)

    def enter(self, dossier: Dossier, wanted: Location | None) -> None:
        """Open a dossier, at the page wanted if it has it, else at its first topic."""
        self.leaving.emit()
        self.dossier, self.returning = dossier, False
        self.history = History()
        self.location = wanted if wanted is not None and self._has(wanted) else self._first()
        self.arrived.emit(self.location)

    def go(self, location: Location) -> None:
        """Go to a page, if the dossier has it; the one left can be gone back to."""
        if self._has(location) and location != self.location:
            self._move(self.history.left(self.location), location)

    def back(self) -> None:
        """Go back to the page before."""
        if self.history.back:
            self._move(self.history.gone_back(self.location), self.history.back[-1], returning=True)

    def forward(self) -> None:
        """Go forward to the page that was gone back from."""
        if self.history.forward:
            self._move(self.history.gone_forward(self.location), self.history.forward[-1], returning=True)

    def _move(self, history: History, location: Location, *, returning: bool = False) -> None:
        self.leaving.emit()
        self.history, self.location, self.returning = history, location, returning
        self.arrived.emit(location)

    def _has(self, location: Location) -> bool:
        if self.dossier is None:
            return False
        match location.page:
            case "topic":
                return "/" in location.id and self.dossier.topic(location.id) is not None
            case "session":
                return self.dossier.session(location.id) is not None
            case "overview" | "news":
                return True
            case _:
                return self._may_have(location)

    def _first(self) -> Location:
        first = next(self.dossier.topics(), None) if self.dossier else None
        return Location("topic", first.path) if first else OVERVIEW
