"""Going from pane to pane by key, and copying from wherever the reader is."""

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QAbstractItemView, QApplication, QLabel, QLineEdit, QPlainTextEdit, QTextEdit, QWidget

from fmm_desktop.ui.roles import COPIED

_THICK = 2  # pixels


class FocusLine(QWidget):
    """A line along the top of the pane that has the focus: where the reader is can be seen."""

    def __init__(self, panes: Iterable[QWidget], colour: str) -> None:
        super().__init__()
        self.setObjectName("focusLine")
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setAutoFillBackground(True)
        self.setBackgroundRole(QPalette.ColorRole.Window)  # a child takes that of its parent otherwise
        self._panes: tuple[QWidget, ...] = ()
        self.set_colour(colour)
        self.watch(panes)

    def watch(self, panes: Iterable[QWidget]) -> None:
        """Lie along these panes as well; those that are known stay so."""
        for pane in panes:
            if pane not in self._panes:
                self._panes += (pane,)
                pane.installEventFilter(self)

    def set_colour(self, colour: str) -> None:
        """Draw the line in another colour."""
        palette = self.palette()
        palette.setColor(QPalette.ColorRole.Window, QColor(colour))
        self.setPalette(palette)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Follow the focus, and the size of the pane that has it."""
        if isinstance(watched, QWidget):
            if event.type() is QEvent.Type.FocusIn:
                self.setParent(watched)
                self._lie_along(watched)
                self.show()
            elif event.type() is QEvent.Type.FocusOut and self.parent() is watched:
                self.hide()
            elif event.type() is QEvent.Type.Resize and self.parent() is watched:
                self._lie_along(watched)
        return super().eventFilter(watched, event)

    def _lie_along(self, pane: QWidget) -> None:
        self.setGeometry(0, 0, pane.width(), _THICK)
        self.raise_()


def next_pane(panes: Sequence[QWidget], step: int) -> None:
    """Go to the pane `step` places on from the one with the focus, leaving out those that are hidden."""
    shown = [pane for pane in panes if pane.isVisible()]
    focused = QApplication.focusWidget()
    here = next(
        (i for i, pane in enumerate(shown) if focused and (pane is focused or pane.isAncestorOf(focused))), -step
    )
    if shown:
        _first_in(shown[(here + step) % len(shown)]).setFocus(Qt.FocusReason.TabFocusReason)


def _first_in(pane: QWidget) -> QWidget:
    """Return what takes the focus in a pane: itself, or the first that lets Tab in."""
    if pane.focusPolicy() & Qt.FocusPolicy.TabFocus:
        return pane
    inside = (one for one in pane.findChildren(QWidget) if one.focusPolicy() & Qt.FocusPolicy.TabFocus)
    return next((one for one in inside if one.isVisible() and one.isEnabled() and one.objectName()), pane)


def copy_from_focus() -> None:
    """Copy what is selected in the text that has the focus, or what the chosen row of a list says."""
    match QApplication.focusWidget():
        case QTextEdit() | QPlainTextEdit() | QLineEdit() as text:
            text.copy()
        case QAbstractItemView() as view if isinstance(words := view.currentIndex().data(COPIED), str):
            QApplication.clipboard().setText(words)
        case QLabel() as label if label.hasSelectedText():
            QApplication.clipboard().setText(label.selectedText())
