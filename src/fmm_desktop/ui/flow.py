"""Rows that go on below themselves where a pane is too narrow for them, and such a row of menus."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QRect, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QMenu, QSizePolicy, QToolButton, QWidget


class FlowRow(QWidget):
    """Puts widgets side by side from the left, in as many lines as its width asks for."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._placed: Sequence[QWidget] = ()
        self.gap = 0  # pixels between two
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def place(self, widgets: Sequence[QWidget]) -> None:
        """Hold these, its children, in their order."""
        self._placed = widgets

    def places(self, width: int) -> list[QRect]:
        """Return where the widgets stand in a width; one that is wider than that stands alone and is cut."""
        places: list[QRect] = []
        left = top = height = 0
        for widget in self._placed:
            wanted = widget.sizeHint().boundedTo(widget.maximumSize())
            if left and left + wanted.width() > width:
                left, top, height = 0, top + height + self.gap, 0
            places.append(QRect(left, top, min(wanted.width(), max(1, width)), wanted.height()))
            left, height = left + wanted.width() + self.gap, max(height, wanted.height())
        return places

    def heightForWidth(self, width: int) -> int:  # noqa: N802 - Qt's name
        """Return how high it is in a width."""
        return max((place.bottom() + 1 for place in self.places(width)), default=0)

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Return the room for all in one line."""
        hints = [widget.sizeHint() for widget in self._placed]
        return QSize(sum(hint.width() for hint in hints), max((hint.height() for hint in hints), default=0))

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Return the room that it needs for one below the other, as high as it is now."""
        hints = [widget.sizeHint() for widget in self._placed]
        return QSize(max((hint.width() for hint in hints), default=0), self.heightForWidth(max(1, self.width())))

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Place the widgets anew."""
        super().resizeEvent(event)
        self.arrange()

    def arrange(self) -> None:
        """Place the widgets anew, because they need more or less room than before."""
        for widget, place in zip(self._placed, self.places(self.width()), strict=True):
            widget.setGeometry(place)
        self.updateGeometry()


class MenuRow(FlowRow):
    """A row of small menus, each filled when it is opened."""

    def add_menu(self, name: str, fill: Callable[[QMenu], None]) -> QToolButton:
        """Return the button of another menu, to be placed; `fill` is called with the menu, which is empty then."""
        button = QToolButton(self)
        button.setObjectName(name)
        button.setAutoRaise(True)
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextOnly)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        menu = QMenu(button)
        menu.setToolTipsVisible(True)
        menu.aboutToShow.connect(menu.clear)
        menu.aboutToShow.connect(lambda: fill(menu))
        button.setMenu(menu)
        button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        return button

    def retranslate(self) -> None:
        """Say everything in the language of the interface; what it says takes another room then."""
        self.arrange()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Follow the language of the interface and the size of its letters."""
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()
        elif event.type() is QEvent.Type.FontChange:
            self.arrange()
        super().changeEvent(event)
