"""The library at work: brings its pane and its desk together."""

from collections.abc import Callable, Iterable, Mapping
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QMenu, QWidget

from fmm_desktop.errors import Language, UserError
from fmm_desktop.search.library_index import Page
from fmm_desktop.search.query import Query
from fmm_desktop.ui.colours import Colours
from fmm_desktop.ui.jobs import Job
from fmm_desktop.ui.library.desk import LibraryDesk
from fmm_desktop.ui.library.lines import HitLine, Line, Shelf
from fmm_desktop.ui.library.pane import LibraryPane
from fmm_desktop.ui.library.telling import Situation, SituationWords
from fmm_desktop.ui.location import Destination, Location
from fmm_desktop.ui.recent_menu import entry

TYPE_CHECKING = False
if TYPE_CHECKING:
    from fmm_desktop.search.library import DossierRow

Notes = Callable[[], Mapping[str, int]]
"""Tells how many notes each dossier has, by id."""


class LibraryRoom(QObject):
    """The library in a window. Made when it is first wanted."""

    opened = Signal(object, str)  # Destination, and what to filter by there
    left = Signal()
    choosing = Signal()  # which folder to show
    folder_wanted = Signal(object)  # Path that was shown before

    def __init__(self, cache: Path, notes: Notes, colours: Colours, window: QWidget) -> None:
        super().__init__(window)
        self._notes = notes
        self._note_counts: Mapping[str, int] = {}  # as they were when the reader came here
        self._language: Language = "en"
        self.folder: Path | None = None
        self._open_file: Path | None = None
        self._dossiers: tuple[DossierRow, ...] = ()
        self._found: int | None = None
        self._is_counted = False
        self._error: UserError | None = None
        self._words = SituationWords(self)
        self.pane = pane = LibraryPane(colours, window)
        self.desk = desk = LibraryDesk(cache, self)
        self._recent: Callable[[], Iterable[str]] = tuple
        pane.query_changed.connect(self._ask)
        pane.chosen.connect(self._open)
        pane.left.connect(self.left)
        pane.more_wanted.connect(desk.more)
        pane.stop_wanted.connect(desk.stop)
        pane.reading_wanted.connect(desk.refresh)
        pane.folders_asked.connect(self._offer_folders)
        desk.listed.connect(self._show_listed)
        desk.found.connect(self._show_found)
        desk.counted.connect(self._show_counted)
        desk.reading.connect(self._show_reading)
        desk.read.connect(self._end_reading)
        desk.failed.connect(self._fail)

    def offer(self, folders: Callable[[], Iterable[str]]) -> None:
        """Offer the folders that `folders` returns, of `Recent`, each time that the reader wants another one."""
        self._recent = folders

    def enter(self, folder: Path | None, open_file: Path | None) -> None:
        """Show a folder; what is known of it at once. `open_file` is the dossier that the reader comes from.

        What changed in it is read, but not on and on: reading that the reader stopped goes on when they say so.
        """
        self._open_file, self._note_counts = open_file, self._notes()
        if folder is not None and folder == self.folder:
            self._show_lines()  # with the notes and the dossier of now
            self.look_again()
        else:
            self.folder, self._dossiers, self._error = folder, (), None
            self._found, self._is_counted = None, False
            self.pane.show_folder(folder)
            self.pane.show_lines(())
            if folder is not None:
                self.desk.enter(folder)
        self._tell()

    def look_again(self) -> None:
        """Read what changed meanwhile, unless the reader stopped it."""
        if not self.desk.was_stopped:
            self.desk.refresh()

    def set_colours(self, colours: Colours) -> None:
        """Paint in other colours."""
        self.pane.set_colours(colours)
        self._tell()

    def retranslate(self, language: Language) -> None:
        """Say everything in the language of the interface."""
        self._language = self._words.language = language
        self.pane.retranslate(language)
        self._tell()

    # -- what comes from the desk ----------------------------------------------------------------------------------

    def _show_listed(self, dossiers: "tuple[DossierRow, ...]") -> None:
        self._dossiers = dossiers
        self._show_lines()
        self._tell()

    def _show_lines(self) -> None:
        if not self.pane.query:
            self.pane.show_lines(self._shelf().lines())

    def _shelf(self) -> Shelf:
        return Shelf(self._dossiers, self._note_counts, self._open_file)

    def _show_found(self, page: Page) -> None:
        shown = self.pane.model.lines
        if page.start and shown:
            lines = self._shelf().found(page.hits, after=shown[-1].file)
            self.pane.model.add(lines, has_more=page.has_more)
        else:
            self.pane.show_lines(self._shelf().found(page.hits), has_more=page.has_more)
        if not self._is_counted:
            self._found = page.start + len(page.hits)
        self._tell()

    def _show_counted(self, count: int) -> None:
        self._found, self._is_counted = count, True
        self._tell()

    def _show_reading(self, job: Job) -> None:
        self._error = None
        self.pane.wait_for(job)
        self._tell()

    def _end_reading(self) -> None:
        self.pane.end_reading(stopped=self.desk.was_stopped)
        self._is_counted = False
        self._tell()

    def _fail(self, error: Exception) -> None:
        if isinstance(error, UserError):
            self._error = error
        self._tell()
        if self._error is not error:
            raise error

    def _tell(self) -> None:
        broken = sum(row.error is not None for row in self._dossiers)
        now = Situation(
            has_folder=self.folder is not None,
            query=self.pane.query,
            found=self._found,
            is_counted=self._is_counted,
            dossiers=len(self._dossiers) - broken,
            broken=broken,
            is_searching=self.desk.is_searching,
            is_busy=self.desk.is_reading or self.desk.is_listing,
            was_stopped=self.desk.was_stopped,
            was_read=self.desk.was_read,
        )
        said = self._words.say(now)
        if self._error is not None:
            said = self._error.text(self._language)
        self.pane.tell(said, alarming=self._error is not None, passing=self.desk.is_busy)

    # -- what comes from the reader --------------------------------------------------------------------------------

    def _ask(self, query: Query) -> None:
        self._found, self._is_counted = None, False
        self.desk.ask(query)
        self._show_lines()
        self._tell()

    def _open(self, line: Line) -> None:
        """Open a dossier, at the topic that was found in it; the first one when the line is that of the dossier."""
        hit = line if isinstance(line, HitLine) else self.pane.model.hit_under(line)
        location = Location("topic", hit.hit.path) if hit else None
        self.opened.emit(Destination(line.file, location), self.pane.typed.strip())

    def _offer_folders(self, menu: QMenu) -> None:
        menu.clear()
        menu.addAction(self.tr("&Choose a folder…")).triggered.connect(lambda _checked=False: self.choosing.emit())
        menu.addSeparator()
        for folder in self._recent():
            action = menu.addAction(entry(folder, menu))
            action.triggered.connect(lambda _checked=False, folder=Path(folder): self.folder_wanted.emit(folder))
