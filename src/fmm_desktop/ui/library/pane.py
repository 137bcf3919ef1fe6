"""The library as the reader sees it: which folder, a line to find words in it, and the list."""

from pathlib import Path

from PySide6.QtCore import QEvent, QModelIndex, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QKeyEvent, QPalette
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListView,
    QMenu,
    QProgressBar,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from fmm_desktop.errors import Language
from fmm_desktop.search.query import Query, parse
from fmm_desktop.ui.colours import Colours
from fmm_desktop.ui.flat import flatten
from fmm_desktop.ui.ground import lay_ground
from fmm_desktop.ui.jobs import Job
from fmm_desktop.ui.library.delegate import LibraryDelegate
from fmm_desktop.ui.library.head import PathLabel
from fmm_desktop.ui.library.lines import Line
from fmm_desktop.ui.library.model import LibraryModel
from fmm_desktop.ui.library.words import LineWords

_SOON = 300  # ms that reading may take before it is shown


class LibraryPane(QWidget):
    """Shows lines and what is said of them; tells what the reader asks for."""

    query_changed = Signal(object)  # Query
    chosen = Signal(object)  # Line to open
    left = Signal()
    more_wanted = Signal()
    folders_asked = Signal(object)  # QMenu, to be filled
    stop_wanted = Signal()
    reading_wanted = Signal()

    def __init__(self, colours: Colours, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("libraryPane")
        self.query = Query()
        self._words = LineWords(self)
        self.model = LibraryModel(self._words, self)
        self.model.more_wanted.connect(self.more_wanted)
        self._colours = colours
        self._folder = PathLabel(self)
        self._folders = QPushButton(self)
        self._folders.setObjectName("libraryFolders")
        menu = QMenu(self._folders)
        menu.aboutToShow.connect(lambda: self.folders_asked.emit(menu))
        self._folders.setMenu(menu)
        self._back = QPushButton(self)
        self._back.setObjectName("libraryBack")
        self._back.clicked.connect(self.left)
        self._edit = QLineEdit(self)
        self._edit.setObjectName("libraryEdit")
        self._edit.setMaxLength(1000)
        self._edit.setAcceptDrops(False)  # what is dropped here is for the window
        self._edit.setClearButtonEnabled(True)
        self._edit.textChanged.connect(self._ask)
        self._edit.installEventFilter(self)
        self._told = QLabel(self)
        self._told.setObjectName("libraryTold")
        self._told.setTextFormat(Qt.TextFormat.PlainText)
        self._told.setWordWrap(True)
        self._announced = ""
        self._progress = QProgressBar(self)
        self._progress.setMaximumWidth(180)
        self._stop = QPushButton(self)
        self._stop.setObjectName("libraryStop")
        self._stop.clicked.connect(self._stop_or_go_on)
        self._list = self._make_list()
        self._soon = QTimer(self, singleShot=True, interval=_SOON)
        self._soon.timeout.connect(lambda: self._show_reading(shown=True))
        self._is_reading = False
        self._lay_out()
        self.end_reading(stopped=False)
        self.set_colours(colours)

    def _make_list(self) -> QListView:
        made = QListView(self)
        made.setObjectName("libraryList")
        lay_ground(made)
        made.setModel(self.model)
        self._delegate = LibraryDelegate(self._colours, self._words)
        made.setItemDelegate(self._delegate)
        made.setUniformItemSizes(True)
        made.setFrameShape(QFrame.Shape.NoFrame)
        made.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        made.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        made.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        made.activated.connect(self._choose)
        made.installEventFilter(self)
        return made

    def _lay_out(self) -> None:
        head, told = QHBoxLayout(), QHBoxLayout()
        head.addWidget(self._folders)
        head.addWidget(self._folder, 1)
        head.addWidget(self._back)
        told.addWidget(self._told, 1)
        told.addWidget(self._progress)
        told.addWidget(self._stop)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(10, 10, 10, 0)
        rows.setSpacing(8)
        rows.addLayout(head)
        rows.addWidget(self._edit)
        rows.addLayout(told)
        rows.addWidget(self._list, 1)
        flatten(self)
        self._list.verticalScrollBar().valueChanged.connect(self._fetch)  # Qt listens to the bar that was there before

    # -- what it shows ---------------------------------------------------------------------------------------------

    def show_folder(self, folder: Path | None) -> None:
        """Name the folder; None for none."""
        self._folder.set_path(str(folder) if folder else "")
        self._edit.setEnabled(folder is not None)

    def show_lines(self, lines: tuple[Line, ...], *, has_more: bool = False) -> None:
        """Show other lines; what was selected stays so, if it is still there."""
        is_same = self._delegate.query == self.query
        was, top = self.model.line(self._list.currentIndex()) if is_same else None, self._list.verticalScrollBar()
        place = top.value() if is_same else 0
        self._delegate.mark(self.query)
        self.model.show(lines, has_more=has_more)
        self._list.visualRect(self.model.index(0))  # lays the rows out now: the bar knows how many there are
        row = self.model.place_of(was)
        if row < 0 and self._list.hasFocus():
            row = self.model.first_hit()
        if row >= 0:
            self._list.setCurrentIndex(self.model.index(row))
        top.setValue(place)
        self._fetch(place)  # who waits at the end
        self._list.viewport().update()

    def tell(self, words: str, *, alarming: bool = False, passing: bool = False) -> None:
        """Say how much was found, or what is wrong. A screen reader says it as well, but for what is `passing`."""
        role = QPalette.ColorRole.BrightText if alarming else QPalette.ColorRole.WindowText
        self._told.setForegroundRole(role)
        self._told.setText(words)
        if not passing and words != self._announced:
            self._announced = words
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self._told, words))

    def wait_for(self, job: Job) -> None:
        """Show how far reading is, once that takes a while."""
        self._is_reading = True
        self._progress.setRange(0, 0)
        job.progressed.connect(self._show_progress)
        self._soon.start()

    def end_reading(self, *, stopped: bool) -> None:
        """Show no progress any more; when it was stopped, offer to go on."""
        self._is_reading = False
        self._soon.stop()
        self._show_reading(shown=False)
        self._stop.setVisible(stopped)

    def focus_line(self) -> None:
        """Go to the line, its words selected; without a folder to the button that chooses one."""
        (self._edit if self._edit.isEnabled() else self._folders).setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._edit.selectAll()

    @property
    def typed(self) -> str:
        """What stands in the line."""
        return self._edit.text()

    def clear(self) -> None:
        """Show all dossiers again."""
        self._edit.clear()
        self._edit.setFocus(Qt.FocusReason.OtherFocusReason)

    def set_colours(self, colours: Colours) -> None:
        """Paint in other colours."""
        self._colours = colours
        self._delegate.set_colours(colours)
        self._list.viewport().update()

    def retranslate(self, language: Language) -> None:
        """Say everything in the language of the interface."""
        self._words.language = language
        self._folders.setText(self.tr("Fo&lder"))
        self._folders.setToolTip(self.tr("Choose another folder of dossiers"))
        self._folders.setAccessibleName(self.tr("Folder of the library"))
        self._back.setText(self.tr("&Back to the dossier"))
        self._edit.setPlaceholderText(self.tr("Find in all dossiers of this folder"))
        self._edit.setAccessibleName(self.tr("Find in the library"))
        self._list.setAccessibleName(self.tr("Library"))
        self.setAccessibleName(self.tr("Library"))
        self._progress.setAccessibleName(self.tr("Reading the dossiers"))
        self._stop.setText(self.tr("Stop") if self._is_reading else self.tr("Go on"))
        self._list.viewport().update()

    # -- inside ----------------------------------------------------------------------------------------------------

    def _ask(self, typed: str) -> None:
        query = parse(typed)
        if query != self.query:
            self.query = query
            self.query_changed.emit(query)

    def _choose(self, index: QModelIndex) -> None:
        line = self.model.line(index)
        if line is not None:
            self.chosen.emit(line)

    def _fetch(self, value: int) -> None:
        """Ask for more a page before the reader is at the end."""
        bar = self._list.verticalScrollBar()
        if value >= bar.maximum() - bar.pageStep() and self.model.canFetchMore(QModelIndex()):
            self.model.fetchMore(QModelIndex())

    def _show_reading(self, *, shown: bool) -> None:
        self._progress.setVisible(shown)
        self._stop.setVisible(shown)
        self._stop.setText(self.tr("Stop") if shown else self.tr("Go on"))

    def _show_progress(self, fraction: float) -> None:
        self._progress.setRange(0, 100)
        self._progress.setValue(round(fraction * 100))

    def _stop_or_go_on(self) -> None:
        (self.stop_wanted if self._is_reading else self.reading_wanted).emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Let the arrow keys and Enter lead from the line to the list, and Up from its first row back."""
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            key = Qt.Key(event.key())
            if watched is self._edit and key in {Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter}:
                self._lead_to_list()
                return True
            if watched is self._list and key == Qt.Key.Key_Up and self._list.currentIndex().row() <= 0:
                self._edit.setFocus(Qt.FocusReason.BacktabFocusReason)
                return True
        return super().eventFilter(watched, event)

    def _lead_to_list(self) -> None:
        self._list.setFocus(Qt.FocusReason.TabFocusReason)
        if self.model.lines and not self._list.selectionModel().hasSelection():
            self._list.setCurrentIndex(self.model.index(self.model.first_hit()))
