"""The pane with what an editor would remark on: the remarks of one kind or of all, and what to do with them."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QModelIndex, QPoint, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QComboBox, QLabel, QListView, QMenu, QPushButton, QStackedLayout, QVBoxLayout, QWidget

from fmm_desktop.dossier.editor.vocabulary import check_name
from fmm_desktop.errors import Language
from fmm_desktop.ui.flat import flatten
from fmm_desktop.ui.flow import FlowRow
from fmm_desktop.ui.remarks.rows import RemarksModel, Row, counts_of

_EDGE = 10  # pixels
_HIGH = 190  # pixels, when it is first shown
_ENTER = {Qt.Key.Key_Return, Qt.Key.Key_Enter}


class RemarksList(QListView):
    """The remarks; each goes on below itself where the pane is narrow."""

    wanted = Signal()  # to go to the place of the current one
    silence_wanted = Signal()

    def __init__(self, model: RemarksModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("remarksList")
        self.setModel(model)
        self.setWordWrap(True)
        self.setSpacing(2)
        self.setViewportMargins(_EDGE // 2, 0, _EDGE // 2, 0)
        self.setFrameShape(QListView.Shape.NoFrame)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setLayoutMode(QListView.LayoutMode.Batched)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.clicked.connect(lambda _index: self.wanted.emit())
        flatten(self)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Go to the place by Enter, silence by Delete."""
        if event.key() in _ENTER:
            self.wanted.emit()
        elif event.key() == Qt.Key.Key_Delete:
            self.silence_wanted.emit()
        else:
            super().keyPressEvent(event)


class RemarksPane(QWidget):
    """Shows remarks and passes on what the reader wants with one."""

    wanted = Signal(object)  # Row to go to
    silence_wanted = Signal(object)  # Row
    copy_wanted = Signal(object)  # Row of which the line that silences it is to be copied
    closed = Signal()
    resized = Signal(int)  # how high it is, in pixels

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("remarksPane")
        self._language: Language = "en"
        self._all: tuple[Row, ...] | None = None
        self._is_own = False
        self._model = RemarksModel(self)
        self.list = RemarksList(self._model, self)
        self._count = QLabel(self)
        self._count.setObjectName("remarksCount")
        self._hint = QLabel(self)
        self._hint.setObjectName("remarksHint")
        self._hint.setWordWrap(True)
        self._hint.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        self._hint.setContentsMargins(_EDGE, 4, _EDGE, 4)
        self._head = FlowRow(self)
        self._head.gap = 8
        self._kinds = QComboBox(self._head)
        self._kinds.setObjectName("remarksKind")
        self._kinds.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self._silence, self._copy, self._close = (self._button() for _ in range(3))
        self._count.setParent(self._head)
        self._head.place((self._count, self._kinds, self._silence, self._copy, self._close))
        self._lay_out()
        self._connect()

    def _button(self) -> QPushButton:
        button = QPushButton(self._head)
        button.setAutoDefault(False)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # a click leaves the reader in the list
        return button

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 6, 0, 0)
        layout.setSpacing(4)
        head = QVBoxLayout()
        head.setContentsMargins(_EDGE, 0, _EDGE, 0)
        head.addWidget(self._head)
        layout.addLayout(head)
        self._pages = QStackedLayout()
        self._pages.addWidget(self.list)
        self._pages.addWidget(self._hint)
        layout.addLayout(self._pages, 1)

    def _connect(self) -> None:
        self._kinds.activated.connect(lambda _at: self._filter())
        self._silence.clicked.connect(lambda _checked=False: self._silence_here())
        self._copy.clicked.connect(lambda _checked=False: self._emit(self.copy_wanted))
        self._close.clicked.connect(lambda _checked=False: self.closed.emit())
        self.list.wanted.connect(lambda: self._emit(self.wanted))
        self.list.silence_wanted.connect(lambda: self._emit(self.silence_wanted))
        self.list.selectionModel().currentChanged.connect(lambda _now, _before: self._allow())
        self.list.customContextMenuRequested.connect(self._show_menu)

    @property
    def row(self) -> Row | None:
        """The remark that the reader is at."""
        at = self.list.currentIndex().row()
        return self._model.rows[at] if 0 <= at < len(self._model.rows) else None

    @property
    def count(self) -> int:
        """How many remarks there are, of all kinds."""
        return len(self._all or ())

    # -- what is shown ---------------------------------------------------------------------------------------------

    def wait(self) -> None:
        """Say that a dossier is being looked through."""
        self._all = None
        self._say()

    def show_remarks(self, rows: Sequence[Row], *, is_own: bool) -> None:
        """Show the remarks on a dossier, the reader about where they were; `is_own` when its file may be written."""
        at = self.list.currentIndex().row()
        self._all, self._is_own = tuple(rows), is_own
        self._fill_kinds()
        self._filter(max(at, 0))

    def _fill_kinds(self) -> None:
        chosen = self._kinds.currentData()
        self._kinds.clear()
        rows = self._all or ()
        self._kinds.addItem(self.tr("All kinds (%1)").replace("%1", str(len(rows))), "")
        for check, count in counts_of(rows).items():
            self._kinds.addItem(f"{check_name(check, self._language)} ({count})", check)
        self._kinds.setCurrentIndex(max(0, self._kinds.findData(chosen)))

    def _filter(self, at: int = 0) -> None:
        check = self._kinds.currentData()
        self._model.show_rows(tuple(row for row in self._all or () if check in {"", row.remark.check}))
        self.list.setCurrentIndex(self._model.index(min(at, len(self._model.rows) - 1)))
        self._say()

    def speak(self, language: Language) -> None:
        """Say everything in the language of the interface."""
        self._language = language
        self._model.speak(language)
        self.setAccessibleName(self.tr("Remarks of an editor"))
        self.list.setAccessibleName(self.tr("Remarks of an editor"))
        self._kinds.setAccessibleName(self.tr("Kind of remark"))
        self._silence.setText(self.tr("Silence in the file"))
        self._copy.setText(self.tr("Copy the line that silences it"))
        self._close.setText(self.tr("Close"))
        self._fill_kinds()
        self._say()

    def _say(self) -> None:
        self._count.setText(self.tr("%n remark(s) of an editor", "", self.count))
        hint = self.tr("Nothing to remark: as far as can be seen, all is well in this dossier.")
        self._hint.setText(self.tr("Looking through the dossier…") if self._all is None else hint)
        self._pages.setCurrentWidget(self.list if self._all else self._hint)
        for widget in (self._kinds, self._silence, self._copy):
            widget.setEnabled(bool(self._all))
        self._allow()
        self._arrange()

    def _arrange(self) -> None:
        """Put the words of the head at the height of those on its buttons."""
        self._count.setContentsMargins(0, 0, 0, 0)
        above = max(0, self._close.sizeHint().height() - self._count.sizeHint().height()) // 2
        self._count.setContentsMargins(0, above, 0, above)
        self._head.arrange()

    def _allow(self) -> None:
        self._copy.setEnabled(self.row is not None)
        self._silence.setEnabled(self.row is not None and self._is_own)

    # -- what is wanted --------------------------------------------------------------------------------------------

    def _emit(self, signal: object) -> None:
        if (row := self.row) is not None:
            signal.emit(row)  # type: ignore[attr-defined]

    def _silence_here(self) -> None:
        """Silence by the button: the keys are for the list then, as Ctrl+Z takes back what was done last."""
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)
        self._emit(self.silence_wanted)

    def _show_menu(self, at: QPoint) -> None:
        index: QModelIndex = self.list.indexAt(at)
        if not index.isValid():
            return
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for words, signal in (
            (self.tr("Go to the place"), self.wanted),
            (self._silence.text(), self.silence_wanted),
            (self._copy.text(), self.copy_wanted),
        ):
            action = menu.addAction(words)
            action.setEnabled(signal is not self.silence_wanted or self._is_own)
            action.triggered.connect(lambda _checked=False, signal=signal: self._emit(signal))
        menu.popup(self.list.viewport().mapToGlobal(at))

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Return the room for some remarks."""
        return QSize(0, _HIGH)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Tell how high it is."""
        super().resizeEvent(event)
        self.resized.emit(self.height())

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Follow the size of the letters."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.FontChange:
            self._arrange()
