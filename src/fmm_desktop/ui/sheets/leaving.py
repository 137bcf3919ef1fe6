"""The question before the window closes on sheets that are still being saved or printed."""

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QMessageBox, QWidget

from fmm_desktop.ui.leaving import may_leave


def may_drop(parent: QWidget) -> bool:
    """Ask whether the window may close although sheets are not saved or printed yet."""
    box = QMessageBox(parent)
    box.setObjectName("unfinishedBox")
    box.setText(QCoreApplication.translate("Leaving", "The sheets are not all saved or printed yet."))
    box.setInformativeText(QCoreApplication.translate("Leaving", "Stay until they are, or quit without them."))
    return may_leave(
        box,
        QCoreApplication.translate("Leaving", "Stay"),
        QCoreApplication.translate("Leaving", "Quit without the sheets"),
    )
