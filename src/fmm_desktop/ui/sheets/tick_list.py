"""The tree with ticks, and the menu that ticks many at once."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QSignalBlocker, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPalette
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QMenu,
    QPushButton,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTreeView,
    QVBoxLayout,
    QWidget,
)

from fmm_desktop.errors import Language
from fmm_desktop.sheets.kinds import SheetKind
from fmm_desktop.ui.ground import lay_ground
from fmm_desktop.ui.sheets.boxes import outline
from fmm_desktop.ui.sheets.choice import Paths, Stock, Ticks, What
from fmm_desktop.ui.sheets.ticks import CERTAINTY, TickModel

_AIR = 6  # pixels
_BOX = 16
_MIDDLE = Qt.AlignmentFlag.AlignVCenter
_Ink = QPalette.ColorRole


class TickList(QWidget):
    """Lets the reader tick the topics to be printed."""

    changed = Signal()

    def __init__(self, stock: Stock, kind: SheetKind, language: Language, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._stock = stock
        self._kind = kind
        self._is_chosen = False  # by the reader
        self._chosen: dict[SheetKind, Ticks] = {}
        self._model = TickModel(stock.dossier, stock.at_start(kind), language, self)
        self._count = QLabel(self)
        self._menu_button = self._button()
        self._tree = _TickTree(self)
        outline(self._tree)
        self._lay_out()
        self._fill_tree()
        self._model.ticked_changed.connect(self._follow)
        self._tell_count()

    def follow(self, kind: SheetKind) -> None:
        """Tick what a kind of sheet is printed of, unless the reader chose by now."""
        self._kind = kind
        if not self._is_chosen:
            with QSignalBlocker(self):
                self._model.tick(self._stock.at_start(kind))
            self._is_chosen = False
            self._chosen.clear()

    @property
    def ticked(self) -> Paths:
        """The paths of the topics that are ticked, in order."""
        return self._model.ticked

    @property
    def chosen(self) -> dict[SheetKind, Ticks]:
        """What the reader ticked, for each kind with which they did and that which is chosen now."""
        if not self._is_chosen or not self.ticked:
            return self._chosen
        others = {kind: ticks for kind, ticks in self._chosen.items() if kind is not self._kind}
        return {**others, self._kind: self._ticks()}  # the newest last

    def focus(self) -> None:
        """Go to the tree."""
        self._tree.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _lay_out(self) -> None:
        label = QLabel(self.tr("T&opics"), self)
        label.setBuddy(self._tree)
        line = QHBoxLayout()
        line.addWidget(label)
        line.addWidget(self._count, 1)
        line.addWidget(self._menu_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addLayout(line)
        layout.addWidget(self._tree, 1)

    def _fill_tree(self) -> None:
        self._tree.setAccessibleName(self.tr("Topics to print"))
        self._tree.setModel(self._model)
        self._tree.expandAll()
        self._tree.setCurrentIndex(self._model.index_of_first())
        QTimer.singleShot(0, self, self._show_first)  # when it is known how much there is room for

    def _button(self) -> QPushButton:
        button = QPushButton(self)
        button.setObjectName("tickButton")
        button.setText(self.tr("&Tick"))
        button.setToolTip(self.tr("Tick many topics at once"))
        button.setAutoDefault(False)
        menu = QMenu(button)
        for what, words in self._picks().items():
            action = menu.addAction(words)
            action.setObjectName(f"tick_{what}")
            action.setEnabled(what == "none" or bool(self._topics(what)))
            action.triggered.connect(lambda _checked=False, what=what: self._pick(what))
        button.setMenu(menu)
        return button

    def _picks(self) -> dict[What, str]:
        return {
            "topic": self.tr("This &topic"),
            "session": self.tr("This &session"),
            "all": self.tr("&All topics"),
            "found": self.tr("What the &filter shows"),
            "noted": self.tr("Those with my &notes"),
            "last": self.tr("As &last time"),
            "none": self.tr("N&othing"),
        }

    def _pick(self, what: What) -> None:
        self._model.tick(self._topics(what))
        self._show_first()

    def _topics(self, what: What) -> Paths:
        return self._stock.last_of(self._kind) if what == "last" else self._stock.named.get(what, ())

    def _ticks(self) -> Ticks:
        return Ticks(self._stock.page, self._stock.ordered(self.ticked))

    def _show_first(self) -> None:
        self._tree.scrollTo(self._model.index_of_first())

    def _follow(self) -> None:
        self._is_chosen = True
        if self.ticked:
            self._chosen[self._kind] = self._ticks()
        self._tell_count()
        self._tree.viewport().update()  # of very many ticks the model tells but once
        self.changed.emit()

    def _tell_count(self) -> None:
        words = self.tr("%1 of %2").replace("%1", str(len(self.ticked))).replace("%2", str(self._model.count))
        self._count.setText(words)


class _Airy(QStyledItemDelegate):
    """Rows with some air between the ticks, at the end of which stands how sure the topic is when it is not."""

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:  # noqa: N802 - Qt's name
        return super().sizeHint(option, index) + QSize(0, _AIR)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        super().paint(painter, option, index)
        if words := index.data(CERTAINTY):
            selected = option.state & QStyle.StateFlag.State_Selected
            painter.setPen(option.palette.color(_Ink.HighlightedText if selected else _Ink.PlaceholderText))
            painter.drawText(option.rect.adjusted(0, 0, -_AIR, 0), Qt.AlignmentFlag.AlignRight | _MIDDLE, words)

    def initStyleOption(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> None:  # noqa: N802 - Qt's name
        """Leave room at the end of the row."""
        super().initStyleOption(option, index)
        if words := index.data(CERTAINTY):
            room = option.rect.width() - option.fontMetrics.horizontalAdvance(words) - 4 * _AIR - _BOX
            option.text = option.fontMetrics.elidedText(option.text, Qt.TextElideMode.ElideRight, room)


class _TickTree(QTreeView):
    """Rows that are ticked by Space, also while letters are typed to find one."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("tickTree")
        lay_ground(self)
        self.setHeaderHidden(True)
        self.setUniformRowHeights(True)
        self.setItemDelegate(_Airy(self))
        self.setIndentation(self.fontMetrics().height())
        self.setTextElideMode(Qt.TextElideMode.ElideRight)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Tick with Space and with Enter, which would print else."""
        if event.key() in {Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            index = self.currentIndex()
            ticked = index.data(Qt.ItemDataRole.CheckStateRole) == Qt.CheckState.Checked
            wanted = Qt.CheckState.Unchecked if ticked else Qt.CheckState.Checked
            self.model().setData(index, wanted, Qt.ItemDataRole.CheckStateRole)
        else:
            super().keyPressEvent(event)
