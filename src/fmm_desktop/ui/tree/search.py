"""Asks the finder what the filter line wants to know; what takes long is done beside the window."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from fmm_desktop.dossier.model import Dossier
from fmm_desktop.search.query import Query, parse

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from fmm_desktop.search.answers import Notes
    from fmm_desktop.search.finder import Finder, Hits
    from fmm_desktop.search.nearest import Offer
    from fmm_desktop.search.turning import Turning
    from fmm_desktop.ui.jobs import Job

_FOLDED_AT_ONCE = 150  # topics: some 30 ms


class Search(QObject):
    """What a query finds in a dossier, now or a little later."""

    ready = Signal()  # the dossier can be looked through from now on: ask again
    answered = Signal()  # what was asked last has its answer
    guessed = Signal(object)  # tuple[Offer, ...]: lines like the one that found nothing

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.notes: Callable[[], Notes] = dict
        self.finder: Finder | None = None
        self._dossier: Dossier | None = None
        self._preparing: Job | None = None
        self._searching: Job | None = None
        self._guessing: Job | None = None
        self._hits: Hits | None = None
        self._turning: Turning | None = None

    @property
    def has_dossier(self) -> bool:
        """Whether there is a dossier to look in."""
        return self._dossier is not None

    @property
    def is_preparing(self) -> bool:
        """Whether the dossier is being made ready: nothing can be found yet."""
        return self._preparing is not None

    @property
    def is_searching(self) -> bool:
        """Whether the last question has no answer yet."""
        return self._searching is not None

    @property
    def found_nothing(self) -> bool:
        """Whether it is known that the last question finds nothing."""
        return not (self.is_preparing or self.is_searching or self._hits is None or self._hits)

    def enter(self, dossier: Dossier) -> None:
        """Look in another dossier from now on."""
        self._stop_searching()
        self.stop_guessing()
        if self._preparing is not None:
            self._preparing.stop()
        self._dossier, self.finder, self._preparing, self._hits = dossier, None, None, None
        self._turning = None

    def prepare(self) -> None:
        """Fold a large dossier before anybody asks, beside the window, which goes on."""
        if self.finder is None and self._dossier is not None and _is_large(self._dossier):
            self._make_finder(self._dossier)

    def make_way(self) -> None:
        """Another page is wanted: let it be there first."""
        if self._preparing is not None:
            self._preparing.make_way()

    def ask(self, query: Query) -> "Hits | None":
        """Return what a query finds; what was found last until that is known, and None when all is to be shown."""
        self._stop_searching()
        if self._dossier is None or not query:
            self._hits = None
            return None
        finder = self.finder or self._make_finder(self._dossier)
        if self.is_preparing:
            return None  # all is shown until it can be narrowed, and said to be
        if finder.is_slow(query):
            self._search_beside(finder, query)
        else:
            self._hits = finder.find(query, self.notes())
        return self._hits

    def answer(self) -> "Hits | None":
        """Return what was found last."""
        return self._hits

    def count(self, typed: str) -> int | None:
        """Return how many topics a filter line would find; None when that is not known at once."""
        if self._dossier is None or self.is_preparing:
            return None
        query, finder = parse(typed), self.finder or self._make_finder(self._dossier)
        if self.is_preparing or finder.is_slow(query):
            return None
        hits = finder.find(query, self.notes())
        return len(hits) if hits is not None else None

    def guess(self, typed: str) -> None:
        """Look for lines like one that finds nothing, beside the window; `guessed` tells them."""
        from fmm_desktop.search.nearest import nearest  # noqa: PLC0415 - not needed by the first page

        self.stop_guessing()
        dossier, finder, notes = self._dossier, self.indexed(), self.notes()
        if dossier is not None and finder is not None:
            self._guessing = self._job(lambda watch: nearest(typed, dossier, finder, notes, watch), self._end_guessing)

    def stop_guessing(self) -> None:
        """Look for no such lines any more."""
        if self._guessing is not None:
            self._guessing.stop()
            self._guessing = None

    def indexed(self) -> "Finder | None":
        """Return what finds in the dossier; None while that is being made ready."""
        if self._dossier is None:
            return None
        finder = self.finder or self._make_finder(self._dossier)
        return None if self.is_preparing else finder

    def turning(self) -> "Turning | None":
        """Return what turns the dossier; None while that is being made ready."""
        finder = self.indexed()
        if self._turning is None and finder is not None and self._dossier is not None:
            from fmm_desktop.search.turning import Turning  # noqa: PLC0415 - not needed by the first page

            self._turning = Turning(self._dossier, finder)
        return self._turning

    def _make_finder(self, dossier: Dossier) -> "Finder":
        from fmm_desktop.search.finder import Finder  # noqa: PLC0415 - not needed by the first page

        finder = self.finder = Finder(dossier)
        if _is_large(dossier):
            self._preparing = self._job(finder.prepare, self._end_preparing)
        return finder

    def _search_beside(self, finder: "Finder", query: Query) -> None:
        notes = self.notes()
        self._searching = self._job(lambda watch: finder.find(query, notes, watch=watch), self._end_searching)

    def _job(self, work: "Callable[[Callable[[float], None]], object]", done: "Callable[[Job, Any], None]") -> "Job":
        from fmm_desktop.ui.jobs import Job  # noqa: PLC0415 - not needed by the first page

        job = Job(work)
        job.succeeded.connect(lambda outcome: done(job, outcome))
        job.failed.connect(_raise)
        job.start()
        return job

    def _end_preparing(self, job: "Job", _outcome: object) -> None:
        if job is self._preparing:
            self._preparing = None
            self.ready.emit()

    def _end_searching(self, job: "Job", hits: "Hits") -> None:
        if job is self._searching:
            self._searching, self._hits = None, hits
            self.answered.emit()

    def _end_guessing(self, job: "Job", offers: "tuple[Offer, ...]") -> None:
        if job is self._guessing:
            self._guessing = None
            self.guessed.emit(offers)

    def _stop_searching(self) -> None:
        if self._searching is not None:
            self._searching.stop()
            self._searching = None


def _raise(error: Exception) -> None:
    raise error


def _is_large(dossier: Dossier) -> bool:
    return sum(len(session.topics) for session in dossier.sessions) > _FOLDED_AT_ONCE
