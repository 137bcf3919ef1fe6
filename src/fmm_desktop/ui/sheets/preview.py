"""The print preview: the very pages, with what can be done with them."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QHBoxLayout,
    QLabel,
    QProgressBar,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from fmm_desktop.ui.colours import Colours
from fmm_desktop.ui.sheets.pages import Pages
from fmm_desktop.ui.sheets.pages_view import PagesView


class PreviewDialog(QDialog):
    """Shows the pages of the chosen topics and passes on what the reader wants done with them."""

    choice_changed = Signal(str, bool)  # "topic", "session" or "all"; with notes
    print_wanted = Signal()
    save_wanted = Signal()

    def __init__(self, colours: Colours, *, with_notes: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("previewDialog")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Print preview"))
        self._pages: Pages | None = None
        self._what = QComboBox(self)
        for key, words in (
            ("topic", self.tr("This topic")),
            ("session", self.tr("This session")),
            ("all", self.tr("All topics")),
        ):
            self._what.addItem(words, key)
        self._what.setAccessibleName(self.tr("What to print"))
        self._notes = QCheckBox(self.tr("With my &notes"), self)
        self._notes.setChecked(with_notes)
        self._count = QLabel(self)
        self._busy = QProgressBar(self)
        self._busy.setRange(0, 0)  # how long Typst will take is not known
        self._busy.setFixedWidth(90)
        self._busy.setAccessibleName(self.tr("Setting the sheets…"))
        self._trouble = _trouble_label(self)
        self._view = PagesView(colours.line, self)
        self._view.setAccessibleName(self.tr("Pages"))
        self._buttons: list[QPushButton] = []
        self._lay_out()
        self._set_waiting(True)
        self._what.currentIndexChanged.connect(self._tell_choice)
        self._notes.toggled.connect(self._tell_choice)
        self._view.page_changed.connect(self._tell_page)
        for keys, step in (("Ctrl++", 1), ("Ctrl+=", 1), ("Ctrl+-", -1)):
            QShortcut(QKeySequence(keys), self, self._zoomer(step))
        self._view.setFocus()
        for keys, button in zip(("Ctrl+E", "Ctrl+P"), self._uses, strict=True):
            QShortcut(QKeySequence(keys), self, button.click)
        self.resize(940, min(self.sizeHint().height(), round(self.screen().availableGeometry().height() * 0.9)))

    def _lay_out(self) -> None:
        bar = QHBoxLayout()
        bar.setContentsMargins(10, 8, 10, 8)
        bar.setSpacing(8)
        bar.addWidget(self._what)
        bar.addWidget(self._notes)
        bar.addStretch(1)
        bar.addWidget(self._busy)
        bar.addWidget(self._count)
        bar.addStretch(1)
        for words, do in (("−", self._zoomer(-1)), ("+", self._zoomer(1))):
            bar.addWidget(self._button(words, do, width=34))
        self._buttons[0].setAccessibleName(self.tr("Smaller"))
        self._buttons[1].setAccessibleName(self.tr("Larger"))
        self._uses = (
            self._button(self.tr("&Save as PDF…"), self.save_wanted.emit),
            self._button(self.tr("&Print…"), self.print_wanted.emit),
        )
        for button in self._uses:
            bar.addWidget(button)
        bar.addWidget(self._button(self.tr("&Close"), self.close))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(bar)
        layout.addWidget(self._trouble)
        layout.addWidget(self._view, 1)

    def _button(self, words: str, do: Callable[[], object], width: int = 0) -> QPushButton:
        button = QPushButton(words, self)
        button.setAutoDefault(False)
        button.clicked.connect(lambda _checked=False: do())
        if width:
            button.setFixedWidth(width)
        self._buttons.append(button)
        return button

    def tell(self, words: str) -> None:
        """Say what came of saving or printing, until the reader goes to another page."""
        self._count.setText(words)

    def show_pages(self, pages: Pages) -> None:
        """Show the pages that were set."""
        self._set_waiting(False)
        self._pages = pages
        self._view.show_pages(pages)
        for button in self._uses:
            button.setEnabled(True)

    def show_trouble(self, words: str) -> None:
        """Say why there are no pages."""
        self._set_waiting(False)
        self._pages = None
        self._view.show_pages(None)
        self._count.clear()
        self._trouble.setText(words)
        self._trouble.show()
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, words))

    def _set_waiting(self, waiting: bool) -> None:
        """Say that pages are under way; those that are shown are not of the present choice, so cannot be used."""
        self._waiting = waiting
        self._busy.setVisible(waiting)
        self._trouble.hide()
        self._count.setText(self.tr("Setting the sheets…") if waiting else "")
        for button in self._uses:
            button.setEnabled(False)

    @property
    def pages(self) -> Pages | None:
        """The pages that are shown."""
        return self._pages

    def _zoomer(self, step: int) -> Callable[[], None]:
        return lambda: self._view.zoom_by(step)

    def _tell_choice(self) -> None:
        self._set_waiting(True)
        self.choice_changed.emit(self._what.currentData(), self._notes.isChecked())

    def _tell_page(self, page: int) -> None:
        if self._pages is not None and not self._waiting:
            words = self.tr("Page %1 of %2").replace("%1", str(page)).replace("%2", str(len(self._pages)))
            self._count.setText(words)


def _trouble_label(parent: QWidget) -> QLabel:
    label = QLabel(parent)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    label.setContentsMargins(14, 8, 14, 12)
    by = Qt.TextInteractionFlag
    label.setTextInteractionFlags(by.TextSelectableByMouse | by.TextSelectableByKeyboard)
    label.setFocusPolicy(Qt.FocusPolicy.StrongFocus)  # or no key would bring the reader to it
    return label
