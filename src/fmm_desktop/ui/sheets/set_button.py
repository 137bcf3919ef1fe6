"""A button with a menu of ticks, which stays open while they are set."""

from collections.abc import Iterable, Mapping
from typing import Generic, TypeVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QMenu, QPushButton, QSizePolicy, QWidget

_Value = TypeVar("_Value", bound=str)


class _Menu(QMenu):
    """Stays open when a tick is set, by the mouse and by Space."""

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        action = self.actionAt(event.position().toPoint())
        if not _toggled(action):
            super().mouseReleaseEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        if event.key() != Qt.Key.Key_Space or not _toggled(self.activeAction()):
            super().keyPressEvent(event)


class SetButton(QPushButton, Generic[_Value]):
    """Lets the reader choose any number of values, each shown by its words."""

    changed = Signal()

    def __init__(self, words: Mapping[_Value, str], parent: QWidget) -> None:
        super().__init__(parent)
        self.setAutoDefault(False)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)  # what is chosen may be long
        self._said = ""
        self._actions: dict[_Value, QAction] = {}
        menu = _Menu(self)
        for value, said in words.items():
            self._actions[value] = action = menu.addAction(said)
            action.setCheckable(True)
            action.toggled.connect(self._follow)
        self.setMenu(menu)

    @property
    def chosen(self) -> frozenset[_Value]:
        """The values that are ticked."""
        return frozenset(value for value, action in self._actions.items() if action.isChecked())

    def choose(self, values: Iterable[_Value]) -> None:
        """Tick these values and no others, without a word."""
        wanted = frozenset(values)
        for value, action in self._actions.items():
            action.blockSignals(True)
            action.setChecked(value in wanted)
            action.blockSignals(False)
        self._tell()

    def _follow(self) -> None:
        self._tell()
        self.changed.emit()

    def _tell(self) -> None:
        """Say what is chosen, and all of it where the mouse rests."""
        chosen = [action.text() for action in self._actions.values() if action.isChecked()]
        left = [action.text() for action in self._actions.values() if not action.isChecked()]
        self._said = self._words(chosen, left)
        self.setToolTip(", ".join(chosen))
        self.setAccessibleDescription(self._said)
        self._fit()

    def _fit(self) -> None:
        """Cut what is too long at its end."""
        room = self.width() - self.fontMetrics().height() * 2
        self.setText(self.fontMetrics().elidedText(self._said, Qt.TextElideMode.ElideRight, room))

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Say as much as there is room for."""
        super().resizeEvent(event)
        self._fit()

    def _words(self, chosen: list[str], left: list[str]) -> str:
        if not left:
            return self.tr("All")
        if not chosen:
            return self.tr("None")
        if len(left) == 1:
            return self.tr("All but: %1").replace("%1", left[0].lower())
        counted = self.tr("%1 of %2").replace("%1", str(len(chosen))).replace("%2", str(len(self._actions)))
        return chosen[0] if len(chosen) == 1 else counted


def _toggled(action: QAction | None) -> bool:
    if action is None or not action.isCheckable():
        return False
    action.trigger()
    return True
