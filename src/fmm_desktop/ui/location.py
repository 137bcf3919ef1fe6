"""Where the reader is in a dossier, and how they got there. Pure values."""

from pathlib import Path
from typing import Literal

from msgspec import Struct

from fmm_desktop.search.field_names import TurnedBy

_REMEMBERED = 100

View = Literal["session", TurnedBy]
"""By what the tree is arranged; the dossier is turned when that is not by session."""


class Location(Struct, frozen=True):
    """A page: of a topic (`id` is its path), of a session (its id), or the overview of the dossier (no id).

    Or what is new (`id` is the path of a topic, empty for the whole edition), or all on one actor, tag, kind or term
    (`id` is the key of a `search.turning.Heading`).
    """

    page: Literal["overview", "session", "topic", "news", TurnedBy] = "overview"
    id: str = ""

    @property
    def turned_by(self) -> TurnedBy | None:
        """By what the dossier is turned when this page has a row in its tree; None for the other pages."""
        match self.page:
            case "overview" | "session" | "topic" | "news":
                return None
            case _:
                return self.page


OVERVIEW = Location()


class Destination(Struct, frozen=True):
    """A data file, and where to go in it: a page (None for the first) and how far down, 0 to 1."""

    path: Path
    location: Location | None = None
    place: float = 0.0


class History(Struct, frozen=True):
    """Pages seen before and after the current one, nearest last."""

    back: tuple[Location, ...] = ()
    forward: tuple[Location, ...] = ()

    def left(self, current: Location) -> "History":
        """Return the history after leaving `current` for a new page."""
        return History(back=(*self.back, current)[-_REMEMBERED:])

    def gone_back(self, current: Location) -> "History":
        """Return the history after going back from `current` to `self.back[-1]`."""
        return History(back=self.back[:-1], forward=(*self.forward, current))

    def gone_forward(self, current: Location) -> "History":
        """Return the history after going forward from `current` to `self.forward[-1]`."""
        return History(back=(*self.back, current), forward=self.forward[:-1])
