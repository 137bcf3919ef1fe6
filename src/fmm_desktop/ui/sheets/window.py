"""The print window: what the reader can choose, the very pages, and what can be done with them."""

from collections.abc import Callable
from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QKeyEvent,
    QKeySequence,
    QShortcut,
    QShowEvent,
)
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLabel,
    QProgressBar,
    QPushButton,
    QSizePolicy,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from fmm_desktop.ui.colours import Colours
from fmm_desktop.ui.flow import FlowRow
from fmm_desktop.ui.sheets.pages_view import PagesView
from fmm_desktop.ui.sheets.under_way import UnderWay

if TYPE_CHECKING:
    from fmm_desktop.ui.jobs import Job
    from fmm_desktop.ui.sheets.pages import Pages  # loads pdfium, while the first sheet is being set
    from fmm_desktop.ui.sheets.printing import PrintRun

_CHOICES_WIDTH = 340  # pixels, where there is room
_WIDEST = 1240
_PLAIN, _SHIFT = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier


class PrintWindow(QDialog):
    """Shows pages and passes on what the reader wants done with them. The choices come beside them a moment later."""

    print_wanted = Signal()
    save_wanted = Signal()
    notes_chosen = Signal(bool)  # whether topic sheets are to have notes
    painted = Signal()  # the reader sees other pages

    def __init__(self, colours: Colours, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("previewDialog")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Print window"))
        self._pages: Pages | None = None
        self._typed: str | None = ""  # before the choices were there
        self._count = QLabel(self)
        self._busy = QProgressBar(self)
        self._busy.setRange(0, 0)  # how long Typst will take is not known
        self._busy.setFixedWidth(90)
        self._busy.setAccessibleName(self.tr("Setting the sheets…"))
        self._under_way = UnderWay(self)
        self._trouble = _trouble_label(self)
        self._view = PagesView(colours.line, self)
        self._view.setAccessibleName(self.tr("Pages"))
        self._sides = QSplitter(self)
        self._left = QWidget(self)
        QHBoxLayout(self._left).setContentsMargins(0, 0, 0, 0)
        self._lay_out()
        self.set_waiting()
        self._view.page_changed.connect(self._tell_page)
        self._view.painted.connect(self.painted)
        for keys, step in (("Ctrl++", 1), ("Ctrl+=", 1), ("Ctrl+-", -1), ("Ctrl+0", 0)):
            QShortcut(QKeySequence(keys), self, self._zoomer(step))
        for keys, button in zip(("Ctrl+E", "Ctrl+P"), self._uses, strict=True):
            QShortcut(QKeySequence(keys), self, button.click)
        self._view.setFocus()

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 - Qt's name
        """Take what room there is, up to a page beside the choices."""
        room = self.screen().availableGeometry()
        self.resize(min(_WIDEST, round(room.width() * 0.96)), round(room.height() * 0.9))
        self._sides.setSizes([min(_CHOICES_WIDTH, self.width() * 2 // 5), self.width()])
        super().showEvent(event)

    def _lay_out(self) -> None:
        right = QWidget(self)
        rows = QVBoxLayout(right)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        rows.addLayout(self._bar())
        rows.addWidget(self._trouble)
        rows.addWidget(self._view, 1)
        self._sides.setChildrenCollapsible(False)
        self._sides.addWidget(self._left)
        self._sides.addWidget(right)
        self._sides.setStretchFactor(1, 1)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._sides)

    def _bar(self) -> QVBoxLayout:
        """Return the buttons, in more lines where it is narrow, above what is told, which never asks for room."""
        row = FlowRow(self)
        row.gap = 6
        sizes = [
            self._button(row, words, self._zoomer(step), name)
            for words, step, name in (("−", -1, self.tr("Smaller")), ("+", 1, self.tr("Larger")))
        ]
        fit = self._button(row, self.tr("&Fit"), self._zoomer(0))
        self._uses = (
            self._button(row, self.tr("&Save as PDF…"), self.save_wanted.emit),
            self._button(row, self.tr("&Print…"), self.print_wanted.emit),
        )
        self._buttons = (*sizes, fit, *self._uses, self._button(row, self.tr("&Close"), self.close))
        row.place(self._buttons)
        told = QHBoxLayout()
        self._count.setTextFormat(Qt.TextFormat.PlainText)
        self._count.setWordWrap(True)
        self._count.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        told.addWidget(self._count, 1)
        told.addWidget(self._busy)
        bar = QVBoxLayout()
        bar.setContentsMargins(10, 8, 10, 6)
        bar.setSpacing(6)
        bar.addWidget(row)
        bar.addLayout(told)
        bar.addWidget(self._under_way)
        return bar

    def _button(self, row: QWidget, words: str, do: Callable[[], object], name: str = "") -> QPushButton:
        """Return a button in a row; `name` says what it does where its words are but a sign."""
        button = QPushButton(words, row)
        button.setAutoDefault(False)
        button.clicked.connect(lambda _checked=False: do())
        if name:
            button.setFixedWidth(button.sizeHint().height() + 6)
            button.setAccessibleName(name)
            button.setToolTip(name)
        return button

    def put_beside(self, choices: QWidget, last: QWidget) -> None:
        """Put what can be chosen beside the pages, and lead Tab from the last of it to the buttons and the pages."""
        if (layout := self._left.layout()) is not None:
            layout.addWidget(choices)
        for one, following in pairwise((last, *self._buttons, *self._under_way.stops, self._trouble, self._view)):
            self.setTabOrder(one, following)
        if self.focusWidget() in {None, self._view}:  # where the reader begins, unless they went on by now
            choices.setFocus()
            self._type_into(choices.focusProxy() or choices)
        self._typed = None

    def _type_into(self, field: QWidget) -> None:
        for letter in self._typed or "":
            QCoreApplication.sendEvent(field, QKeyEvent(QEvent.Type.KeyPress, 0, _PLAIN, letter))

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Keep what is typed until there is something to choose with it."""
        if (
            self._typed is not None
            and event.text()
            and event.text().isprintable()
            and event.modifiers() in {_PLAIN, _SHIFT}
        ):
            self._typed += event.text()
        else:
            super().keyPressEvent(event)

    def wait_for(self, words: str, work: "Job | PrintRun") -> None:
        """Say how far printing or saving is, and let it be stopped: the button in the window below is not in reach."""
        self._under_way.show_work(words, work)

    def tell(self, words: str) -> None:
        """Say what came of saving or printing, until the reader goes to another page."""
        self._count.setText(words)

    def show_pages(self, pages: "Pages", trouble: str = "", *, at_top: bool = True) -> None:
        """Show the pages that were set, and what is to be said of them."""
        self._end_waiting()
        self._pages = pages
        self._view.show_pages(pages, at_top=at_top)
        for button in self._uses:
            button.setEnabled(True)
        self._say(trouble)

    def show_trouble(self, words: str) -> None:
        """Say why there are no pages, which leaves nothing to be done with them."""
        self._end_waiting()
        self._pages = None
        for button in self._uses:
            button.setEnabled(False)
        self._view.show_pages(None)
        self._count.clear()
        self._say(words)

    def set_waiting(self) -> None:
        """Say that pages are under way; those that are shown are not of the present choice, so cannot be used."""
        self._waiting = True
        self._busy.show()
        self._count.setText(self.tr("Setting the sheets…"))
        for button in self._uses:
            button.setEnabled(False)

    def _end_waiting(self) -> None:
        self._waiting = False
        self._busy.hide()

    def _say(self, words: str) -> None:
        self._trouble.setText(words)
        self._trouble.setVisible(bool(words))
        if words:
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, words))

    @property
    def pages(self) -> "Pages | None":
        """The pages that are shown."""
        return self._pages

    def _zoomer(self, step: int) -> Callable[[], None]:
        return lambda: self._view.zoom_by(step)

    def _tell_page(self, page: int) -> None:
        if self._pages is not None and not self._waiting:
            words = self.tr("Page %1 of %2").replace("%1", str(page)).replace("%2", str(len(self._pages)))
            self._count.setText(words)
            self._view.setAccessibleDescription(words)


def _trouble_label(parent: QWidget) -> QLabel:
    label = QLabel(parent)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    label.setContentsMargins(14, 8, 14, 12)
    by = Qt.TextInteractionFlag
    label.setTextInteractionFlags(by.TextSelectableByMouse | by.TextSelectableByKeyboard)
    label.setFocusPolicy(Qt.FocusPolicy.StrongFocus)  # or no key would bring the reader to it
    return label
