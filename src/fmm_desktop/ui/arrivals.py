"""What to open: from the menu of what was opened last, from a dialog, or dropped on the window."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QObject, QUrl, Signal

from fmm_desktop.ui.actions import Actions
from fmm_desktop.ui.files import absolute, is_document, is_folder, is_there
from fmm_desktop.ui.location import Destination
from fmm_desktop.ui.main_window import MainWindow
from fmm_desktop.ui.memory import Memory
from fmm_desktop.ui.recent_menu import RecentMenu
from fmm_desktop.ui.telling import Teller

_NAMED = 5  # files of many


class Arrivals(QObject):
    """Tells of each path whether it is a dossier to open, a document to import or a folder to show."""

    wanted = Signal(object)  # Destination of a dossier
    folder_wanted = Signal(object)  # Path to show as the library
    document_wanted = Signal(object, str)  # Path of a document to import, and what to say in its review

    def __init__(self, window: MainWindow, actions: Actions, memory: Memory, teller: Teller) -> None:
        super().__init__(window)
        self._window, self._memory, self._teller = window, memory, teller
        self._dropped: tuple[Destination, str] | None = None  # and what to say of it once it is open
        self._menu = RecentMenu(window)
        actions.insert_menu(self._menu, before="library")
        self._menu.chosen.connect(self.open_path)
        self._menu.cleared.connect(memory.clear_recent)
        memory.recent_changed.connect(self._menu.show_recent)
        self._menu.show_recent(memory.recent)

    def open_path(self, path: Path) -> None:
        """Open a dossier, or show a folder; one that is not there any more is told of, and forgotten."""
        self._open(absolute(path), "")

    def ask_for_folder(self) -> None:
        """Ask which folder to show."""
        from PySide6.QtWidgets import QFileDialog  # noqa: PLC0415 - waits for a wish

        near = self._memory.library or (str(self._window.path.parent) if self._window.path else "")
        chosen = QFileDialog.getExistingDirectory(self._window, self.tr("Open a folder as library"), near)
        if chosen:
            self.folder_wanted.emit(absolute(Path(chosen)))

    def take(self, urls: Sequence[QUrl]) -> None:
        """Open what was dropped: a folder as the library, else the first dossier and the first document."""
        paths = [absolute(Path(url.toLocalFile())) for url in urls if url.isLocalFile()]
        if not paths:
            self._teller.warn(self.tr("Nothing is fetched from a network. Save the dossier on this computer first."))
            return
        folder = next(filter(is_folder, paths), None)
        documents = [path for path in paths if is_document(path)] if folder is None else []
        dossiers = [path for path in paths if path not in documents]
        if dossiers:
            opened = folder or dossiers[0]
            words = self.tr("Of what you dropped, “%1” was opened. Drop one folder to have all dossiers in it.")
            others = len(urls) - len(documents) > 1
            self._open(opened, words.replace("%1", opened.name) if others else "")
        if documents:
            self._open(documents[0], self._one_at_a_time(documents[1:]))

    def _one_at_a_time(self, others: Sequence[Path]) -> str:
        """Return what to say of the other documents, "" for none; of many the first are named."""
        if not others:
            return ""
        words = self.tr("Documents are imported one at a time. Still to be dropped: %1.")
        names = ", ".join(path.name for path in others[:_NAMED])
        return words.replace("%1", f"{names}, …" if len(others) > _NAMED else names)

    def tell_of(self, destination: Destination) -> None:
        """Say of a dossier that is open now that it was one of the things that were dropped."""
        if self._dropped is not None and self._dropped[0] is destination:
            self._teller.tell_if_quiet(self._dropped[1])

    def _open(self, path: Path, words: str) -> None:
        """Open a path; `words` are said of it once it is open, which a large or broken file is not at once."""
        if is_folder(path):
            self.folder_wanted.emit(path)
            if words:
                self._teller.tell_if_quiet(words)
            return
        if not is_there(path):
            self._memory.forget(path)
        if is_document(path):
            self.document_wanted.emit(path, words)
            return
        destination = Destination(path)
        self._dropped = (destination, words) if words else None
        self.wanted.emit(destination)
