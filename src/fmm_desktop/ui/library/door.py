"""The way into the library and back to the dossier. The library itself is imported and made when it is first wanted."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtWidgets import QApplication, QWidget

from fmm_desktop.ui.actions import SPECS, Actions
from fmm_desktop.ui.location import Destination
from fmm_desktop.ui.main_window import MainWindow
from fmm_desktop.ui.memory import Memory
from fmm_desktop.ui.recent import folders

TYPE_CHECKING = False
if TYPE_CHECKING:
    from fmm_desktop.ui.library.room import LibraryRoom

_HERE = (
    "open",
    "import_document",
    "library",
    "quit",
    "copy",
    "filter",
    "clear_filter",
    "zoom",
    "theme",
    "language",
    "help",
    "about",
)
"""How the names of the actions begin that do something while the library is shown."""


class LibraryDoor(QObject):
    """Shows the library in place of the dossier, which stays as it was, and leads back to it."""

    entering = Signal()  # the dossier is about to be hidden
    wanted = Signal(object)  # Destination to open
    unwanted = Signal()  # the dossier that is being read: the reader went somewhere else
    choosing = Signal()  # which folder to show

    def __init__(self, window: MainWindow, actions: Actions, memory: Memory, make: "Callable[[], LibraryRoom]") -> None:
        super().__init__(window)
        self._window, self._actions, self._memory, self._make = window, actions, memory, make
        self._room: LibraryRoom | None = None
        self._disabled: set[str] = set()  # what can be done again in the dossier
        self._focused: QWidget | None = None
        self._coming: Destination | None = None  # the dossier that is being read
        self._passed: Destination | None = None  # what was being read when the reader came here: it calls nobody back
        self._asked: tuple[Destination, str] | None = None

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
        if destination is not self._passed:
            self._leave_to(self._window.page)
        self._memory.remember(destination.path)
        return asked[1] if asked is not None and asked[0] is destination else None

    def stay(self) -> None:
        """Go on in the library, if the reader is still there, now that another dossier is open behind it."""
        if self.is_open and self._room is not None:
            self._room.enter(self._room.folder, self._window.path)

    def allow(self, name: str, *, able: bool) -> None:
        """Let an action be chosen or not; one that would do nothing here waits until the reader is back."""
        if not self.is_open or name.startswith(_HERE):
            self._actions[name].setEnabled(able)
        elif able:
            self._disabled.add(name)
        else:
            self._disabled.discard(name)

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

    # -- inside ----------------------------------------------------------------------------------------------------

    def _make_room(self) -> "LibraryRoom":
        self._room = room = self._make()
        self._window.middle.addWidget(room.pane, 1)
        room.left.connect(self.leave)
        room.choosing.connect(self.choosing)
        room.folder_wanted.connect(self.show)
        room.opened.connect(self._open)
        room.offer(lambda: folders(self._memory.recent))
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
        self._disabled = {name for name in elsewhere if self._actions[name].isEnabled()}
        for name in self._disabled:
            self._actions[name].setEnabled(False)

    def _enable(self) -> None:
        for name in self._disabled:
            self._actions[name].setEnabled(True)
        self._disabled = set()

    def _open(self, destination: Destination, words: str) -> None:
        """Go to a topic of the dossier that is open, or open another one."""
        dossier, there = self._window.navigator.dossier, destination.location
        is_here = dossier is not None and destination.path == self._window.path
        if is_here and dossier and (there is None or dossier.topic(there.id) is not None):
            self.unwanted.emit()
            self._leave_to(self._window.page)
            if there is not None:
                self._window.tree.set_filter_text(words)
                self._window.navigator.go(there)
                self._window.page.go_to_hit(1)
            return
        self._asked = (destination, words)
        self.wanted.emit(destination)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Look at the folder again when the reader comes back to the window."""
        if event.type() is QEvent.Type.WindowActivate and self.is_open and self._room is not None:
            self._room.look_again()
        return super().eventFilter(watched, event)
