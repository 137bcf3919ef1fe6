"""The question whether something may be left that would be lost: staying is what Enter and Escape choose."""

from PySide6.QtWidgets import QMessageBox


def may_leave(box: QMessageBox, stay: str, leave: str) -> bool:
    """Ask in a box that says what would be lost, with buttons of these words; return whether it may be left.

    The box is gone afterwards.
    """
    box.setIcon(QMessageBox.Icon.Warning)
    staying = box.addButton(stay, QMessageBox.ButtonRole.RejectRole)
    leaving = box.addButton(leave, QMessageBox.ButtonRole.DestructiveRole)
    box.setDefaultButton(staying)
    box.setEscapeButton(staying)
    box.exec()
    box.deleteLater()
    return box.clickedButton() is leaving
