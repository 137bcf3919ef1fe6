"""The way into the library and back to the dossier. The library itself is imported and made when it is first wanted."""

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, Qt, QUrl, Signal
from PySide6.QtWidgets import QApplication, QWidget

from fmm_desktop.ui.actions import SPECS, Actions
from fmm_desktop.ui.location import Destination
from fmm_desktop.ui.main_window import MainWindow
from fmm_desktop.ui.memory import Memory
from fmm_desktop.ui.recent import RecentMenu
from fmm_desktop.ui.telling import Teller

TYPE_CHECKING = False
if TYPE_CHECKING:
    from fmm_desktop.ui.library.room import LibraryRoom

_HERE = ("open", "library", "quit", "copy", "filter", "clear_filter", "zoom", "theme", "language", "help", "about")
"""How the names of the actions begin that do something while the library is shown."""


class LibraryDoor(QObject):
    """Shows the library in place of the dossier, which stays as it was, and leads back to it."""

    entering = Signal()  # the dossier is about to be hidden
    wanted = Signal(object)  # Destination to open

    def __init__(
        self, window: MainWindow, actions: Actions, memory: Memory, teller: Teller, make: "Callable[[], LibraryRoom]"
    ) -> None:
        super().__init__(window)
        self._window, self._actions, self._memory, self._teller, self._make = window, actions, memory, teller, make
        self._room: LibraryRoom | None = None
        self._disabled: list[str] = []
        self._focused: QWidget | None = None
        self._coming: Destination | None = None  # the dossier that is being read
        self._passed: Destination | None = None  # what was being read when the reader came here: it calls nobody back
        self._asked: tuple[Destination, str] | None = None
        self._menu = RecentMenu(window)
        actions.insert_menu(self._menu, before="library")
        self._menu.chosen.connect(self.open_path)
        self._menu.cleared.connect(memory.clear_recent)
        memory.recent_changed.connect(self._menu.show_recent)
        self._menu.show_recent(memory.recent)

    @property
    def is_open(self) -> bool:
        """Whether the library is shown."""
        return self._room is not None and self._window.splitter.isHidden()

    @property
    def room(self) -> "LibraryRoom | None":
        """The library, once it was wanted."""
        return self._room

    # -- in and out ------------------------------------------------------------------------------------------------

    def toggle(self) -> None:
        """Show the library that was shown last, or lead back to the dossier."""
        if self.is_open:
            self.leave()
        else:
            self.show(Path(self._memory.library) if self._memory.library else None)

    def show(self, folder: Path | None) -> None:
        """Show a folder as the library; None asks the reader for one."""
        room = self._room or self._make_room()
        if not self.is_open:
            self._enter(room)
        if folder is not None:
            self._memory.remember_library(folder)
        room.enter(folder, self._window.path)
        room.pane.focus_line()

    def leave(self) -> None:
        """Lead back to the dossier, to where the reader was in it."""
        self._leave_to(self._focused or self._window.page)

    def _leave_to(self, place: QWidget) -> None:
        if not self.is_open or self._room is None:
            return
        self._room.pane.hide()
        self._window.splitter.show()
        self._enable()
        self._actions["library"].setChecked(False)
        place.setFocus(Qt.FocusReason.OtherFocusReason)

    def make_way(self, destination: Destination) -> str | None:
        """Lead back for a dossier that was read; return what to filter it by when it was chosen in the library."""
        asked, self._asked = self._asked, None
        if destination is self._passed:
            self._enable()  # until it is there: see `stay`
        else:
            self._leave_to(self._window.page)
        self._memory.remember(destination.path)
        return asked[1] if asked is not None and asked[0] is destination else None

    def stay(self) -> None:
        """Go on in the library, if the reader is still there, now that another dossier is open behind it."""
        if self.is_open and self._room is not None:
            self._disable()
            self._room.enter(self._room.folder, self._window.path)

    def escape(self) -> None:
        """Clear what is looked for; when there is nothing, lead back."""
        if self._room is not None and self._room.pane.typed:
            self._room.pane.clear()
        else:
            self.leave()

    def find(self) -> None:
        """Go to the line of the library."""
        if self._room is not None:
            self._room.pane.focus_line()

    def wait_for(self, destination: Destination, _job: object) -> None:
        """Note that a dossier is being read."""
        self._coming = destination

    def close(self) -> None:
        """Let go of the index."""
        if self._room is not None:
            self._room.desk.close()

    # -- what to open ----------------------------------------------------------------------------------------------

    def open_path(self, path: Path) -> None:
        """Open a dossier, or show a folder; one that is not there any more is told of, and forgotten."""
        if path.is_dir():
            self.show(path)
            return
        if not path.exists():
            self._memory.forget(path)
        self.wanted.emit(Destination(path))

    def ask_for_folder(self) -> None:
        """Ask which folder to show."""
        from PySide6.QtWidgets import QFileDialog  # noqa: PLC0415 - waits for a wish

        near = self._memory.library or (str(self._window.path.parent) if self._window.path else "")
        chosen = QFileDialog.getExistingDirectory(self._window, self.tr("Open a folder as library"), near)
        if chosen:
            self.show(Path(chosen))

    def take(self, urls: Sequence[QUrl]) -> None:
        """Open what was dropped: a folder as the library, else the first file."""
        paths = [Path(url.toLocalFile()) for url in urls if url.isLocalFile()]
        if not paths:
            self._teller.warn(self.tr("Nothing is fetched from a network. Save the dossier on this computer first."))
            return
        folders = [path for path in paths if path.is_dir()]
        opened = (folders or paths)[0]
        self.open_path(opened)
        if len(urls) > 1:
            words = self.tr("Of what you dropped, “%1” was opened. Drop one folder to have all dossiers in it.")
            self._teller.tell(words.replace("%1", opened.name))

    # -- inside ----------------------------------------------------------------------------------------------------

    def _make_room(self) -> "LibraryRoom":
        self._room = room = self._make()
        self._window.middle.addWidget(room.pane, 1)
        room.left.connect(self.leave)
        room.choosing.connect(self.ask_for_folder)
        room.folder_wanted.connect(self.show)
        room.opened.connect(self._open)
        room.offer(self._folders)
        self._window.installEventFilter(self)
        return room

    def _enter(self, room: "LibraryRoom") -> None:
        self.entering.emit()
        focused = QApplication.focusWidget()
        self._focused = focused if focused is not None and self._window.splitter.isAncestorOf(focused) else None
        self._passed = self._coming
        self._disable()
        self._actions["library"].setChecked(True)
        self._window.splitter.hide()
        room.pane.show()

    def _disable(self) -> None:
        """Take away what would do nothing here."""
        elsewhere = (spec.name for spec in SPECS if not spec.name.startswith(_HERE))
        self._disabled = [name for name in elsewhere if self._actions[name].isEnabled()]
        for name in self._disabled:
            self._actions[name].setEnabled(False)

    def _enable(self) -> None:
        for name in self._disabled:
            self._actions[name].setEnabled(True)
        self._disabled = []

    def _open(self, destination: Destination, words: str) -> None:
        """Go to a topic of the dossier that is open, or open another one."""
        dossier, there = self._window.navigator.dossier, destination.location
        is_here = dossier is not None and destination.path == self._window.path
        if is_here and dossier and (there is None or dossier.topic(there.id) is not None):
            self._leave_to(self._window.page)
            if there is not None:
                self._window.tree.set_filter_text(words)
                self._window.navigator.go(there)
                self._window.page.go_to_hit(1)
            return
        self._asked = (destination, words)
        self.wanted.emit(destination)

    def _folders(self) -> Iterator[Path]:
        return (path for path in map(Path, self._memory.recent) if path.is_dir())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Look at the folder again when the reader comes back to the window."""
        if event.type() is QEvent.Type.WindowActivate and self.is_open and self._room is not None:
            self._room.look_again()
        return super().eventFilter(watched, event)
