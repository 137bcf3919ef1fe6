"""What the reader may have meant, under the words that nothing was found: a button for each line that finds something.

Tab in the filter line takes the first one, the Down key leads to them, Escape still clears the line.
"""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QToolButton, QVBoxLayout, QWidget

_MOST = 4
_AIR = 16  # pixels of a button beside its words

TYPE_CHECKING = False
if TYPE_CHECKING:
    from fmm_desktop.search.nearest import Offer


class NearestOffers(QWidget):
    """Shows lines that could stand in the filter line instead. It is there only while there are any."""

    taken = Signal(str)  # the whole line
    escaped = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("nearestOffers")
        self._offers: Sequence[Offer] = ()
        self._head = QLabel(self)
        self._head.setContentsMargins(4, 0, 4, 0)
        self._head.setWordWrap(True)
        self._buttons = [self._make_button(place) for place in range(_MOST)]
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._head)
        for button in self._buttons:
            layout.addWidget(button)
        self.hide()

    def _make_button(self, place: int) -> QToolButton:
        button = QToolButton(self)
        button.setObjectName(f"nearestOffer{place}")
        button.setAutoRaise(True)
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextOnly)
        button.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        button.setMinimumWidth(1)  # the pane may be narrower than the words
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        button.setCursor(Qt.CursorShape.PointingHandCursor)
        button.clicked.connect(lambda: self._take(place))
        return button

    def offer(self, offers: "Sequence[Offer]") -> None:
        """Show other lines; none shows nothing."""
        if offers == self._offers:
            return
        self._offers = offers
        for button, shown in zip(self._buttons, (True,) * len(offers) + (False,) * _MOST, strict=False):
            button.setVisible(shown)
        self._say()
        self.setVisible(bool(offers))
        if offers:
            said = ", ".join((self._head.text(), *(button.accessibleName() for button in self._shown())))
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, said))

    def take(self) -> bool:
        """Take the first line; return whether there was one."""
        return self._take(0)

    def enter(self) -> bool:
        """Go to the first line; return whether there was one."""
        if self._offers:
            self._buttons[0].setFocus(Qt.FocusReason.TabFocusReason)
        return bool(self._offers)

    def _take(self, place: int) -> bool:
        if place >= len(self._offers):
            return False
        self.taken.emit(self._offers[place].line)
        return True

    def _shown(self) -> Sequence[QToolButton]:
        return self._buttons[: len(self._offers)]

    def _say(self) -> None:
        self._head.setText(self.tr("Perhaps this (Tab takes the first):"))
        for button, offer in zip(self._buttons, self._offers, strict=False):
            words = self.tr("%1 (%2)").replace("%2", str(offer.found)).replace("%1", offer.line)
            fitting = button.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, max(self.width() - _AIR, 40))
            button.setText(fitting.replace("&", "&&"))
            button.setToolTip(words if fitting != words else "")
            found = self.tr("%n topic(s)", "", offer.found)
            button.setAccessibleName(f"{offer.line}, {found}")

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Take the line that has the focus by Enter; Escape clears what was typed."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            for button in self._buttons:
                if button.hasFocus():
                    return button.click()
        if event.key() == Qt.Key.Key_Escape:
            return self.escaped.emit()
        return super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Cut what does not fit."""
        super().resizeEvent(event)
        self._say()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Follow the language of the interface."""
        if event.type() is QEvent.Type.LanguageChange:
            self._say()
        super().changeEvent(event)
