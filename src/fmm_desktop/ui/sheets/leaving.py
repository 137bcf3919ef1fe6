"""The question before the window closes on sheets that are still being saved or printed."""

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QMessageBox, QWidget


def may_drop(parent: QWidget) -> bool:
    """Ask whether the window may close although sheets are not saved or printed yet."""
    box = QMessageBox(parent)
    box.setObjectName("unfinishedBox")
    box.setIcon(QMessageBox.Icon.Warning)
    box.setText(QCoreApplication.translate("Leaving", "The sheets are not all saved or printed yet."))
    box.setInformativeText(QCoreApplication.translate("Leaving", "Stay until they are, or quit without them."))
    stay = box.addButton(QCoreApplication.translate("Leaving", "Stay"), QMessageBox.ButtonRole.RejectRole)
    leave = box.addButton(
        QCoreApplication.translate("Leaving", "Quit without the sheets"), QMessageBox.ButtonRole.DestructiveRole
    )
    box.setDefaultButton(stay)
    box.setEscapeButton(stay)
    box.exec()
    box.deleteLater()
    return box.clickedButton() is leave
