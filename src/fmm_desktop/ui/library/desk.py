"""Follows a folder of dossiers and asks its index, beside the window. What it learns is told by signals."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal

from fmm_desktop.search.library_index import LibraryIndex, Page
from fmm_desktop.search.library_tables import UnusableError
from fmm_desktop.search.query import Query
from fmm_desktop.ui.jobs import Job
from fmm_desktop.ui.library.asking import Asker

TYPE_CHECKING = False
if TYPE_CHECKING:
    from fmm_desktop.search.library import Broken, DossierRow, Update

_AT_ONCE = 50  # hits
_COUNT_AFTER = 250  # ms without a key; counting may cost a look at every topic
_LOOK_AGAIN = 1000  # ms between looks at what was read by then
_MENDINGS = 3  # times that an index is filled anew before it is told that it cannot be used


class LibraryDesk(QObject):
    """Knows the dossiers of a folder as the index does, keeps that up to date, and answers one query at a time."""

    listed = Signal(object)  # the dossiers, as Sequence[DossierRow]
    found = Signal(object)  # Page of what the query asked last finds
    counted = Signal(int)  # how many it finds in all
    reading = Signal(object)  # Job that reads what changed
    read = Signal()  # it is done, or was stopped
    failed = Signal(object)  # the Exception that reading or asking ended with

    def __init__(self, cache: Path, parent: QObject) -> None:
        super().__init__(parent)
        self._index = LibraryIndex(cache)
        self._places: Sequence[Path] = ()
        self._query = Query()
        self._given = 0  # hits
        self._left_out: tuple[Broken, ...] = ()  # at the last reading
        self._reading: Job | None = None
        self._mendings = 0
        self._unusable: UnusableError | None = None  # met while files were being read
        self.was_stopped = False
        self.was_read = False
        """Whether all that is in the folder was read the last time that it was tried."""
        self._listing, self._searching, self._counting = Asker(self), Asker(self), Asker(self)
        for asker in (self._listing, self._searching, self._counting):
            asker.failed.connect(self._fail)
        self._pause = QTimer(self, singleShot=True, interval=_COUNT_AFTER)
        self._pause.timeout.connect(self._count)
        self._looks = QTimer(self, interval=_LOOK_AGAIN)
        self._looks.timeout.connect(self._list)

    @property
    def is_busy(self) -> bool:
        """Whether what is told now may be otherwise in a moment."""
        return self.is_reading or self.is_listing or self.is_searching

    @property
    def is_searching(self) -> bool:
        """Whether the query asked last has no answer yet."""
        return self._searching.is_busy

    @property
    def is_reading(self) -> bool:
        """Whether files are being read."""
        return self._reading is not None

    @property
    def is_listing(self) -> bool:
        """Whether the dossiers are being looked up."""
        return self._listing.is_busy

    def close(self) -> None:
        """Let go of the index, when nothing is under way any more."""
        self._index.close()

    def enter(self, folder: Path) -> None:
        """Go to another folder: what is known of it is told at once, what changed is read."""
        self._stop()
        self._places, self._left_out, self._given = (folder,), (), 0
        self._list()
        self.ask(self._query)
        self.refresh()

    def refresh(self) -> None:
        """Read what changed in the folder since."""
        if self._reading is None and self._places:
            self._mendings = 0
            self._read()

    def stop(self) -> None:
        """Read no further; what was read is known."""
        if self._reading is not None:
            self.was_stopped = True
            self._reading.stop()

    def ask(self, query: Query) -> None:
        """Ask what a query finds; an empty one finds nothing and asks nothing."""
        self._query, self._given = query, 0
        self._pause.stop()
        self._counting.forget()
        if query and self._places:
            self._search(0, _AT_ONCE)
        else:
            self._searching.forget()

    def more(self) -> None:
        """Ask for as many hits again as there are: the index finds those before them anew each time."""
        if self._query and self._places and not self._searching.is_busy:
            self._search(self._given, max(_AT_ONCE, self._given))

    # -- inside ----------------------------------------------------------------------------------------------------

    def _list(self) -> None:
        places, index = self._places, self._index
        self._listing.ask(lambda watch: index.dossiers(places, watch), self._tell_listed)

    def _tell_listed(self, rows: "tuple[DossierRow, ...]") -> None:
        from fmm_desktop.search.library import DossierRow  # noqa: PLC0415 - see `lines`

        known = {row.file for row in rows}
        closed = (DossierRow(one.path, error=one) for one in self._left_out if one.path not in known)  # folders
        self.listed.emit((*rows, *closed))

    def _search(self, start: int, wanted: int) -> None:
        places, index, query = self._places, self._index, self._query
        self._searching.ask(lambda watch: index.search(query, places, (start, wanted), watch), self._tell_found)

    def _tell_found(self, page: Page) -> None:
        self._given = page.start + len(page.hits)
        self.found.emit(page)
        if not page.has_more:
            self.counted.emit(self._given)
        elif not page.start:
            self._pause.start()

    def _count(self) -> None:
        places, index, query = self._places, self._index, self._query
        self._counting.ask(lambda watch: index.count(query, places, watch), self.counted.emit)

    # -- reading ---------------------------------------------------------------------------------------------------

    def _read(self) -> None:
        self.was_stopped = self.was_read = False
        self._unusable = None
        places, index = self._places, self._index
        self._reading = job = Job(lambda watch: index.update(places, watch), self)
        job.succeeded.connect(lambda update: self._end(job, update))
        job.stopped.connect(lambda: self._end(job, None))
        job.failed.connect(lambda error: self._give_up(job, error))
        job.start()
        self._looks.start()
        self.reading.emit(job)

    def _stop(self) -> None:
        """Want nothing any more of what was asked about the folder before."""
        self._looks.stop()
        self._pause.stop()
        for asker in (self._listing, self._searching, self._counting):
            asker.forget()
        if self._reading is not None:
            self._reading.let_go()
            self._reading = None

    def _end(self, job: Job, update: "Update | None") -> None:
        """Tell what is known now, whether all was read or not."""
        if job is not self._reading:
            return
        self._reading = None
        self._looks.stop()
        if update is not None:
            self._left_out, self.was_read = update.broken, True
        self._ask_again()
        self.read.emit()
        if self._unusable is not None and not self.was_stopped:
            self._mend(self._unusable)

    def _ask_again(self) -> None:
        """Ask anew for what is shown, now that other things may be known."""
        self._list()
        if self._query:
            self._search(0, max(_AT_ONCE, self._given))

    def _give_up(self, job: Job, error: Exception) -> None:
        if job is self._reading:
            self._reading = None
            self._looks.stop()
            self.read.emit()
            self.failed.emit(error)

    def _fail(self, error: Exception) -> None:
        """Tell what a question ended with; an index that cannot be used is filled anew."""
        if not isinstance(error, UnusableError):
            self.failed.emit(error)
        elif self._reading is None:
            self._mend(error)
        else:
            self._unusable = error  # what was read by then may be lost: all is read once more

    def _mend(self, error: UnusableError) -> None:
        if self._mendings < _MENDINGS:
            self._mendings += 1
            self._read()
        else:
            self.failed.emit(error)
