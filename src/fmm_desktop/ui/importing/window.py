"""The window in which an import is looked through: the document beside the draft that was made of it."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QCloseEvent, QPalette
from PySide6.QtWidgets import (
    QCheckBox,
    QFrame,
    QHBoxLayout,
    QLabel,
    QMainWindow,
    QPushButton,
    QSizePolicy,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from fmm_desktop.errors import Language
from fmm_desktop.ui.colours import Colours
from fmm_desktop.ui.importing.commands import Commands
from fmm_desktop.ui.importing.document import DocumentText
from fmm_desktop.ui.importing.model import DraftModel
from fmm_desktop.ui.importing.outline import OutlineView
from fmm_desktop.ui.importing.paper import DocumentView
from fmm_desktop.ui.importing.words import WordsView
from fmm_desktop.ui.message_bar import MessageBar

Looks = Callable[[], tuple[Colours, Language]]
_SIZE = (1180, 800)
_AIR = 6  # pixels below what is told of a row
_SHARE = (46, 54)  # of the width: the document, the draft


class ReviewWindow(QMainWindow):
    """Shows a document and its draft side by side. What its actions do is up to the desk."""

    def __init__(self, text: DocumentText, name: str, looks: Looks, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("importWindow")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._name, self._looks = name, looks
        self.may_close: Callable[[], bool] = lambda: True
        self.on_speaking: Callable[[], None] = lambda: None
        colours, language = looks()
        self.messages = MessageBar(colours, self)
        self.document = DocumentView(text, colours, self)
        self.model = DraftModel(language, colours, self)
        self.outline = OutlineView(self.model, self)
        self.words = WordsView(self)
        self.found = self._label("importFound")
        self.detail = self._label("importDetail")
        self.edition = QCheckBox(self)
        self.edition.setObjectName("importEdition")
        self.edition.hide()
        self.commands = Commands(self, {"document": self.document, "outline": self.outline})
        self._buttons = {name: self._button(name) for name in ("next_unsure", "settle", "save")}
        self._lay_out()
        self.speak()
        room = self.screen().availableGeometry()
        self.resize(min(_SIZE[0], room.width() * 19 // 20), min(_SIZE[1], room.height() * 9 // 10))
        self.outline.setFocus(Qt.FocusReason.OtherFocusReason)

    def _label(self, name: str) -> QLabel:
        label = QLabel(self)
        label.setObjectName(name)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setWordWrap(True)
        label.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        return label

    def _make_room(self) -> None:
        """Let two lines of what is told of a row come and go without the draft above it moving."""
        self.detail.setMinimumHeight(2 * self.detail.fontMetrics().lineSpacing() + _AIR)

    def _button(self, name: str) -> QPushButton:
        button = QPushButton(self)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # a click leaves the reader where the keys count
        action = self.commands[name]
        button.clicked.connect(action.trigger)
        action.enabledChanged.connect(button.setEnabled)
        return button

    def _line(self) -> QFrame:
        line = QFrame(self)
        line.setFrameShape(QFrame.Shape.HLine)
        line.setForegroundRole(QPalette.ColorRole.Mid)
        return line

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(12, 8, 12, 8)
        head.addWidget(self.found, 1)
        for button in self._buttons.values():
            head.addWidget(button)
        side = QWidget(self)
        below = QVBoxLayout(side)
        below.setContentsMargins(0, 0, 0, 0)
        below.addWidget(self.outline, 1)
        below.addWidget(self._line())
        below.addWidget(self.words)
        self.detail.setContentsMargins(8, 0, 8, _AIR)
        self.detail.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._make_room()
        below.addWidget(self.detail)
        splitter = QSplitter(self)
        splitter.setHandleWidth(7)
        splitter.addWidget(self.document)
        splitter.addWidget(side)
        for place, share in enumerate(_SHARE):
            splitter.setCollapsible(place, False)
            splitter.setStretchFactor(place, share)
        splitter.setSizes([share * 10 for share in _SHARE])
        middle = QWidget(self)
        layout = QVBoxLayout(middle)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.messages)
        layout.addLayout(head)
        edition = QHBoxLayout()
        edition.setContentsMargins(12, 0, 12, 6)
        edition.addWidget(self.edition)
        layout.addLayout(edition)
        layout.addWidget(splitter, 1)
        self.setCentralWidget(middle)
        self.statusBar().setSizeGripEnabled(False)

    def speak(self) -> None:
        """Say everything in the language of the interface."""
        _, language = self._looks()
        title = self.tr("Import of %1")
        self.setWindowTitle(f"{title.replace('%1', self._name)}[*]")
        self.document.setAccessibleName(self.tr("The document"))
        self.outline.setAccessibleName(self.tr("The draft of the dossier"))
        self.words.setAccessibleName(self.tr("The words of what is chosen"))
        self.commands.speak(language)
        words = {
            "next_unsure": self.tr("Next unsure place (F8)"),
            "settle": self.tr("Right as it is (Enter)"),
            "save": self.tr("Save as dossier…"),
        }
        for name, button in self._buttons.items():
            button.setText(words[name])
        self.messages.retranslate()
        self.on_speaking()

    def tell_passing(self, words: str) -> None:
        """Say something by the way; a screen reader says it aloud."""
        self.statusBar().showMessage(words)
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self.statusBar(), words))

    def offer_edition(self, words: str, *, checked: bool) -> None:
        """Offer to make it the next edition of a dossier: `checked` when that is done unless the reader says no."""
        if self.edition.isHidden():
            self.edition.setChecked(checked)
        self.edition.setText(words)
        self.edition.show()

    def set_looks(self) -> None:
        """Paint in other colours."""
        colours, language = self._looks()
        self.messages.set_colours(colours)
        self.document.set_colours(colours)
        self.model.set_looks(language, colours)

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Follow the language of the interface."""
        if event.type() is QEvent.Type.FontChange and hasattr(self, "detail"):  # Qt tells it while it is made as well
            self._make_room()
        if event.type() is QEvent.Type.LanguageChange:
            colours, language = self._looks()
            self.model.set_looks(language, colours)
            self.speak()
        super().changeEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802 - Qt's name
        """Close unless the reader stays with what is not saved."""
        if self.may_close():
            super().closeEvent(event)
        else:
            event.ignore()
