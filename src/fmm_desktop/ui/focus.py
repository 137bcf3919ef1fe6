"""Going from pane to pane by key, and copying from wherever the reader is."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPlainTextEdit, QTextEdit, QWidget


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
    """Copy what is selected in the text that has the focus."""
    match QApplication.focusWidget():
        case QTextEdit() | QPlainTextEdit() | QLineEdit() as text:
            text.copy()
        case QLabel() as label if label.hasSelectedText():
            QApplication.clipboard().setText(label.selectedText())
