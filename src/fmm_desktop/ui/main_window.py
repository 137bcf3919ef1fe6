"""The one window. It opens with the tree and the page; everything else is brought in by `controls`.

The first page is what the reader waits for, so this module and what it imports name as little of Qt as they can:
PySide6 builds each class with all its enums when it is first named. The notes, the menus, the printer come a moment
later.
"""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QMainWindow, QSplitter, QVBoxLayout, QWidget

from fmm_desktop.dossier.model import Dossier
from fmm_desktop.ui.colours import Style
from fmm_desktop.ui.location import Destination, Location
from fmm_desktop.ui.navigation import Navigator
from fmm_desktop.ui.page.noted import NOTHING_NOTED
from fmm_desktop.ui.page.view import TopicView
from fmm_desktop.ui.state import WindowState
from fmm_desktop.ui.tree.pane import TreePane

TYPE_CHECKING = False
if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent

    from fmm_desktop.ui.controls import Controls

_PANES = (340, 660, 330)  # pixels, at the first start
_SIZE = (1330, 860)
_NARROWEST = 320  # pixels of the page


class MainWindow(QMainWindow):
    """Tree, page and, once finished, notes of one dossier."""

    dropped = Signal(object)  # Sequence[QUrl]

    def __init__(self, style: Style, left: WindowState) -> None:
        super().__init__()
        self.setObjectName("mainWindow")
        self.setAcceptDrops(True)
        self.path: Path | None = None
        self.controls: Controls | None = None
        self._places: dict[Location, float] = {}  # how far down the pages that were left
        self.tree = TreePane(self)
        self.navigator = Navigator(self.tree.may_have, self)
        self.page = TopicView(style, self.tree.heading, self)
        self.side = QWidget(self)  # where the notes come
        self.splitter = QSplitter()  # with a parent PySide6 would look at Qt.Orientation and build all of Qt for it
        self.splitter.setHandleWidth(7)
        self.page.setMinimumWidth(_NARROWEST)
        for place, pane in enumerate((self.tree, self.page, self.side)):
            self.splitter.addWidget(pane)
            self.splitter.setCollapsible(place, False)
            self.splitter.setStretchFactor(place, int(pane is self.page))
        middle = QWidget(self)
        self.middle = QVBoxLayout(middle)
        self.middle.setContentsMargins(0, 0, 0, 0)
        self.middle.setSpacing(0)
        self.middle.addWidget(self.splitter, 1)
        self.setCentralWidget(middle)
        self.tree.location_chosen.connect(self.navigator.go)
        self.tree.query_changed.connect(self.page.set_query)
        self.tree.indexed.connect(self.page.refresh)
        self.page.location_requested.connect(self.navigator.go)
        self.navigator.leaving.connect(self.tree.make_way)
        self.navigator.leaving.connect(self._remember_place)
        self.navigator.arrived.connect(self._show_page)
        self._restore(left)  # once the page hears of the filter

    def _restore(self, left: WindowState) -> None:
        self.resize(*_SIZE)
        if left.geometry:
            self.restoreGeometry(left.geometry)
        self.splitter.setSizes(left.panes or _PANES)
        self.tree.setVisible(left.tree_shown)
        self.side.setVisible(left.notes_shown)
        self.page.set_show_sources(left.show_sources)
        self.tree.set_filter_text(left.filter)
        self.tree.arrange(left.view)

    def enter(self, dossier: Dossier, destination: Destination) -> None:
        """Show a dossier that was read, at the page and the place wanted."""
        self.path = destination.path
        self.setWindowTitle(f"{dossier.title} – FMM Desktop")
        self.tree.show_dossier(dossier, {})
        self.navigator.enter(dossier, destination.location)
        self.page.go_to_place(destination.place)

    def _remember_place(self) -> None:
        self._places[self.navigator.location] = self.page.place()

    def _show_page(self, location: Location) -> None:
        if self.navigator.dossier is not None:
            noted = self.controls.arrive() if self.controls is not None else NOTHING_NOTED
            self.page.show_page(self.navigator.dossier, location, noted)
            if self.navigator.returning:
                self.page.go_to_place(self._places.get(location, 0.0))
            self.tree.select(location)

    def closeEvent(self, event: "QCloseEvent") -> None:  # noqa: N802 - Qt's name
        """Leave everything safe; the reader is asked before a text that could not be saved is lost."""
        if self.controls is not None and not self.controls.leave():
            event.ignore()
        else:
            super().closeEvent(event)

    def dragEnterEvent(self, event: "QDragEnterEvent") -> None:  # noqa: N802 - Qt's name
        """Take files and folders; what else has an address is told of when it is dropped."""
        if event.mimeData().hasUrls():
            event.acceptProposedAction()

    def dropEvent(self, event: "QDropEvent") -> None:  # noqa: N802 - Qt's name
        """Pass on what was dropped."""
        event.acceptProposedAction()
        self.dropped.emit(event.mimeData().urls())
