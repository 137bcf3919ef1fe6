"""The small windows: help, about, and the question before a text is lost."""

from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QMessageBox, QWidget

from fmm_desktop import __version__
from fmm_desktop.errors import Language
from fmm_desktop.ui.help_window import HelpWindow
from fmm_desktop.ui.leaving import may_leave


def show_help(folder: Path, language: Language, parent: QWidget, heading: str = "") -> None:
    """Open the help beside the window, at a heading when one is given."""
    window = HelpWindow(folder, language, parent)
    window.show()
    if heading:
        window.lead_to(heading)


def show_about(state_folder: Path, parent: QWidget) -> None:
    """Say what the program is, its licences, and where the notes are."""
    words = QCoreApplication.translate(
        "Dialogs",
        "FMM Desktop %1\n\nReads the annotated agenda of a ministerial meeting offline, keeps your notes and prints "
        "the sheets.\n\nLicence: EUPL-1.2. Made with Qt and PySide6, used under the LGPL-3.0.\nYour notes are in: %2",
    )
    box = QMessageBox(parent)
    box.setObjectName("aboutBox")
    box.setWindowTitle(QCoreApplication.translate("Dialogs", "About FMM Desktop"))
    box.setText(words.replace("%1", __version__).replace("%2", str(state_folder)))
    box.open()


class UnsavedBox(QMessageBox):
    """Says how many notes are not safe; a class, since only `tr` of one lets the translator's tool see a plural."""

    def tell_number(self, count: int) -> None:
        """Say how many."""
        self.setText(self.tr("%n note(s) could not be saved.", "", count))


def may_lose(texts: tuple[str, ...], parent: QWidget) -> bool:
    """Ask whether the window may close although these texts could not be saved."""
    box = UnsavedBox(parent)
    box.tell_number(len(texts))
    box.setObjectName("unsavedBox")
    box.setInformativeText(
        QCoreApplication.translate("Dialogs", "Stay to try again, or copy the text elsewhere before you quit.")
    )
    box.setDetailedText("\n\n".join(texts))
    return may_leave(
        box,
        QCoreApplication.translate("Dialogs", "Stay"),
        QCoreApplication.translate("Dialogs", "Quit and lose the text"),
    )
