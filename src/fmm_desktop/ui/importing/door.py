"""The way to an import: which document, read beside the window, then a window of its own to look it through.

The readers of documents and that window are imported when a document is first wanted.
"""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from fmm_desktop.dossier.model import Dossier
from fmm_desktop.errors import Language, UserError
from fmm_desktop.ui.colours import Colours
from fmm_desktop.ui.jobs import Job
from fmm_desktop.ui.unread import sources_unread

TYPE_CHECKING = False
if TYPE_CHECKING:
    from fmm_desktop.importing.agenda.draft import Draft
    from fmm_desktop.ui.importing.desk import ReviewDesk


class ImportDoor(QObject):
    """Reads documents, and keeps the reviews that are open."""

    failed = Signal(object)  # the Exception
    waiting = Signal(str, object)  # words, Job
    saved = Signal(object)  # Path of a dossier to open

    def __init__(
        self,
        window: QWidget,
        phrases: Path,
        dossier: Callable[[], Dossier | None],
        looks: Callable[[], tuple[Colours, Language]],
        say: Callable[[UserError], str],
    ) -> None:
        """`phrases` is the folder of what agendas are read by; `dossier` the one that is open; `say` words an error."""
        super().__init__(window)
        self._window, self._phrases, self._dossier = window, phrases, dossier
        self._looks, self._say = looks, say
        self._folder = Path.home()
        self._job: Job | None = None
        self._desks: list[ReviewDesk] = []

    def ask(self) -> None:
        """Ask which document to import."""
        from PySide6.QtWidgets import QFileDialog  # noqa: PLC0415 - waits for a wish

        kinds = self.tr("Documents (*.docx *.odt *.pdf *.html *.htm *.xml *.md *.txt);;All files (*)")
        chosen, _ = QFileDialog.getOpenFileName(self._window, self.tr("Import a document"), str(self._folder), kinds)
        if chosen:
            self.read(Path(chosen))

    def read(self, path: Path) -> None:
        """Read a document and open it for review; one that cannot be read is told of. A new wish ends the last."""
        if self._job is not None:
            self._job.let_go()
        self._folder = path.parent
        self._job = job = Job(lambda report: _read(path, self._phrases, report), self)
        job.succeeded.connect(lambda draft: self._show(draft, path))
        job.failed.connect(self._give_up)
        job.stopped.connect(self._forget)
        self.waiting.emit(self.tr("Reading %1…").replace("%1", path.name), job)
        job.start()

    def may_leave(self) -> bool:
        """Close the reviews; return False when the reader wants to stay at one that is not saved."""
        return all(desk.window.close() for desk in tuple(self._desks))

    def set_colours(self) -> None:
        """Paint in the colours that there are now."""
        for desk in self._desks:
            desk.window.set_looks()

    def _show(self, draft: "Draft", path: Path) -> None:
        self._job = None
        with sources_unread():
            from fmm_desktop.ui.importing.desk import ReviewDesk  # noqa: PLC0415 - waits for a wish
            from fmm_desktop.ui.importing.reading import is_of_same_meeting  # noqa: PLC0415
            from fmm_desktop.ui.importing.saving import Saver  # noqa: PLC0415
        dossier = self._dossier()
        older = dossier if dossier is not None and is_of_same_meeting(draft, dossier) else None
        desk = ReviewDesk.open(draft, older, Saver(path.parent, self._say, self), self._looks, self._window)
        desk.saved.connect(self.saved)
        desk.window.destroyed.connect(lambda: self._desks.remove(desk))
        self._desks.append(desk)

    def _give_up(self, error: Exception) -> None:
        self._job = None
        self.failed.emit(error)

    def _forget(self) -> None:
        self._job = None


def _read(path: Path, phrases: Path, report: Callable[[float], None]) -> "Draft":
    from fmm_desktop.ui.importing.reading import read_document  # noqa: PLC0415 - lxml and pdfium come with documents

    return read_document(path, phrases, report)
