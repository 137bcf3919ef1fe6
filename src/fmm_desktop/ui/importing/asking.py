"""What a review asks: whose stance it is, when and where the meeting is, and whether what is not saved may be lost."""

from enum import Enum

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QDialog, QInputDialog, QMessageBox, QWidget

from fmm_desktop.importing.agenda.draft import Draft, DraftMeeting
from fmm_desktop.ui.importing.meeting_dialog import MeetingDialog


class Answer(Enum):
    """What becomes of a review that was changed: it stays, is saved first, or is lost."""

    STAY = "stay"
    SAVE = "save"
    LEAVE = "leave"


def ask_for_actor(draft: Draft, now: str, parent: QWidget) -> str:
    """Ask which actor of the document holds a stance; return its id, "" when the reader chose none. `now` is its id."""
    names = [actor.name for actor in draft.actors]
    current = next((number for number, actor in enumerate(draft.actors) if actor.id == now), 0)
    title = QCoreApplication.translate("Review", "Others")
    if not names:
        QMessageBox.information(
            parent, title, QCoreApplication.translate("Review", "This document names no country or organisation.")
        )
        return ""
    who = QCoreApplication.translate("Review", "Who holds this?")
    name, chosen = QInputDialog.getItem(parent, title, who, names, current, editable=False)
    return draft.actors[names.index(name)].id if chosen else ""


def ask_for_meeting(now: DraftMeeting, parent: QWidget) -> DraftMeeting | None:
    """Ask when and where the meeting is; None when the reader gave no day."""
    dialog = MeetingDialog(now, parent)
    dialog.exec()
    dialog.deleteLater()
    return dialog.meeting if dialog.result() == QDialog.DialogCode.Accepted else None


def ask_what_to_lose(parent: QWidget) -> Answer:
    """Ask what becomes of what was changed in a review: to stay is what Enter and Escape choose."""
    box = QMessageBox(parent)
    box.setObjectName("importUnsavedBox")
    box.setIcon(QMessageBox.Icon.Warning)
    box.setText(QCoreApplication.translate("Review", "The import was changed and is not saved as a dossier."))
    role = QMessageBox.ButtonRole
    stay = box.addButton(QCoreApplication.translate("Review", "Stay"), role.RejectRole)
    save = box.addButton(QCoreApplication.translate("Review", "Save as dossier…"), role.AcceptRole)
    leave = box.addButton(QCoreApplication.translate("Review", "Close and lose the changes"), role.DestructiveRole)
    box.setDefaultButton(stay)
    box.setEscapeButton(stay)
    box.exec()
    box.deleteLater()
    clicked = box.clickedButton()
    return Answer.SAVE if clicked is save else Answer.LEAVE if clicked is leave else Answer.STAY
