"""The way to an import: which document, read beside the window, then a window of its own to look it through.

The readers of documents and that window are imported when a document is first wanted.
"""

from collections.abc import Callable
from pathlib import Path

from msgspec import Struct
from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import QWidget

from fmm_desktop.dossier.model import Dossier
from fmm_desktop.errors import Language, Sentence, UserError
from fmm_desktop.ui.colours import Colours
from fmm_desktop.ui.jobs import Job
from fmm_desktop.ui.unread import sources_unread

TYPE_CHECKING = False
if TYPE_CHECKING:
    from fmm_desktop.ui.importing.desk import ReviewDesk
    from fmm_desktop.ui.importing.keyboard import Keyboard
    from fmm_desktop.ui.importing.prepared import Prepared
    from fmm_desktop.ui.importing.saving import Editions

_Places = tuple[Path, Path, Path | None]
"""The folders of the phrases, of the cache, and of the library."""

_BLINK = 500  # ms
_HELP = Sentence("Een document wordt een dossier", "A document becomes a dossier")  # the headings in the help


class Around(Struct, frozen=True):
    """What is around an import: the folder of what agendas are read by, and that of the index of the library.

    `dossier` gives the one that is open, `library` the folder of the others, "" for none, `editions` those of a dossier
    that the reader had; `is_shipped` says whether the one that is open came with the program, and was not chosen.
    """

    phrases: Path
    cache: Path
    dossier: Callable[[], Dossier | None]
    library: Callable[[], str]
    editions: "Editions"
    help_pages: Path
    is_shipped: Callable[[], bool]


class _Read(Struct, frozen=True):
    """A document that was read, and what is said in its review."""

    prepared: "Prepared"
    path: Path
    words: str


class ImportDoor(QObject):
    """Reads documents, and keeps the reviews that are open.

    While the reader types no window opens: the review waits for a word, and takes no letter of what is being written.
    """

    failed = Signal(object)  # the Exception
    waiting = Signal(str, object)  # words, Job
    ready = Signal(str, str, object)  # words, what a button says, what it does: a review that waits
    saved = Signal(object)  # Path of a dossier to open

    def __init__(
        self,
        window: QWidget,
        around: Around,
        looks: Callable[[], tuple[Colours, Language]],
        say: Callable[[UserError], str],
    ) -> None:
        """`say` words an error."""
        super().__init__(window)
        self._window, self._around = window, around
        self._looks, self._say = looks, say
        self._folder = Path.home()
        self._job: Job | None = None
        self._keyboard: Keyboard | None = None
        self._desks: list[ReviewDesk] = []
        self._read: list[_Read] = []  # which wait until the reader has time
        self._is_over = False  # the program ends, and no review opens any more

    def ask(self) -> None:
        """Ask which document to import; when one has been read and waits, that one is shown."""
        if self._read:
            self._open(self._read[-1])
            return
        from PySide6.QtWidgets import QFileDialog  # noqa: PLC0415 - waits for a wish

        kinds = self.tr("Documents (*.docx *.odt *.pdf *.html *.htm *.xml *.md *.txt);;All files (*)")
        chosen, _ = QFileDialog.getOpenFileName(self._window, self.tr("Import a document"), str(self._folder), kinds)
        if chosen:
            self.read(Path(chosen))

    def read(self, path: Path, words: str = "") -> None:
        """Read a document and open it for review; one that cannot be read is told of. A new wish ends the last.

        `words` are said in the review.
        """
        if self._job is not None:
            self._job.let_go()
        self._folder = path.parent
        self._watch_keys()
        around, opened, library = self._around, self._around.dossier(), self._around.library()
        places = (around.phrases, around.cache, Path(library) if library else None)
        chosen = not around.is_shipped()
        self._job = job = Job(lambda report: _read(path, places, opened, report, chosen=chosen), self)
        job.succeeded.connect(lambda prepared: self._open_soon(prepared, path, words))
        job.failed.connect(self._give_up)
        job.stopped.connect(self._forget)
        QTimer.singleShot(_BLINK, job, lambda: self._tell_of(job, path.name))
        job.start()

    def _watch_keys(self) -> None:
        from fmm_desktop.ui.importing.keyboard import Keyboard  # noqa: PLC0415 - waits for a wish

        self._rest_keys()
        self._keyboard = Keyboard(self)

    def _rest_keys(self) -> bool:
        """Watch the keys no longer; return whether the reader is typing."""
        keyboard, self._keyboard = self._keyboard, None
        if keyboard is None:
            return False
        keyboard.deleteLater()
        return keyboard.is_in_use

    def _tell_of(self, job: Job, name: str) -> None:
        """Say that a document is being read, when it takes longer than a blink."""
        if job is self._job:
            self.waiting.emit(self.tr("Reading %1…").replace("%1", name), job)

    def may_leave(self) -> bool:
        """Close the reviews; return False when the reader wants to stay at one that is not saved."""
        self._is_over = all(desk.window.close() for desk in tuple(self._desks))
        return self._is_over

    def set_colours(self) -> None:
        """Paint in the colours that there are now."""
        for desk in self._desks:
            desk.window.set_looks()

    def _open_soon(self, prepared: "Prepared", path: Path, words: str) -> None:
        """Bring in the window of a review, and open it in the next turn: the two together would take too long."""
        self._job = None
        with sources_unread():
            from fmm_desktop.ui.importing import desk, saving  # noqa: F401, PLC0415 - waits for a wish

        QTimer.singleShot(0, self, lambda: self._show(_Read(prepared, path, words)))

    def _show(self, read: _Read) -> None:
        """Open the review of what was read, or let it wait while the reader types."""
        self._read.append(read)
        if self._is_over or not self._rest_keys():
            self._open(read)
            return
        words = self.tr("%1 has been read. Look through it when it suits you: by this button, or by Ctrl+I.")
        self.ready.emit(words.replace("%1", read.path.name), self.tr("Look through"), lambda: self._open(read))

    def _open(self, read: _Read) -> None:
        """Open the review of what was read, unless it was opened already."""
        if self._is_over or not any(one is read for one in self._read):
            return
        self._read = [one for one in self._read if one is not read]
        from fmm_desktop.ui.importing.desk import ReviewDesk  # noqa: PLC0415 - waits for a wish
        from fmm_desktop.ui.importing.saving import Saver  # noqa: PLC0415

        saver = Saver(read.path.parent, self._say, self._around.editions, self)
        desk = ReviewDesk.open(read.prepared, saver, self._looks, self._window)
        desk.saved.connect(self.saved)
        desk.help_wanted.connect(lambda: self._show_help(desk.window))
        # Queued, for the window that asks for it closes with all others.
        desk.quit_wanted.connect(self._window.close, Qt.ConnectionType.QueuedConnection)
        desk.window.destroyed.connect(lambda: self._desks.remove(desk))
        self._desks.append(desk)
        if read.words:
            desk.window.messages.tell_also(read.words)

    def _show_help(self, window: QWidget) -> None:
        from fmm_desktop.ui.dialogs import show_help  # noqa: PLC0415 - waits for a wish

        _, language = self._looks()
        show_help(self._around.help_pages, language, window, _HELP.say(language))

    def _give_up(self, error: Exception) -> None:
        self._forget()
        self.failed.emit(error)

    def _forget(self) -> None:
        self._job = None
        self._rest_keys()


def _read(
    path: Path, places: _Places, opened: Dossier | None, report: Callable[[float], None], *, chosen: bool
) -> "Prepared":
    """Read a document; `chosen` is whether the reader chose to open the dossier that is."""
    with sources_unread():
        from fmm_desktop.ui.importing.earlier import Earlier, earlier_of  # noqa: PLC0415 - lxml, pdfium: for documents
        from fmm_desktop.ui.importing.prepared import prepared  # noqa: PLC0415
        from fmm_desktop.ui.importing.reading import read_document  # noqa: PLC0415

    phrases, cache, library = places
    draft = read_document(path, phrases, report)
    older = earlier_of(draft, opened, library, cache, report)
    if older is not None and older.dossier is opened and not chosen:
        older = Earlier(opened, is_sure=False)
    return prepared(draft, older)
