"""What a review asks: whose stance it is, and whether what is not saved may be lost."""

import datetime

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QInputDialog, QMessageBox, QWidget

from fmm_desktop.importing.agenda.draft import Draft
from fmm_desktop.ui.leaving import may_leave


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


def ask_for_date(now: datetime.date | None, parent: QWidget) -> datetime.date | None:
    """Ask on which day the meeting begins; None when the reader gave no day."""
    title = QCoreApplication.translate("Review", "Date of the meeting")
    words = QCoreApplication.translate("Review", "First day (year-month-day):")
    text, chosen = QInputDialog.getText(parent, title, words, text=now.isoformat() if now else "")
    if not chosen:
        return None
    try:
        return datetime.date.fromisoformat(text.strip())
    except ValueError:
        wrong = QCoreApplication.translate("Review", "“%1” is no date. Write it as 2026-03-31.")
        QMessageBox.information(parent, title, wrong.replace("%1", text))
        return None


def may_drop(parent: QWidget) -> bool:
    """Ask whether what was changed in a review may be lost."""
    box = QMessageBox(parent)
    box.setObjectName("importUnsavedBox")
    box.setText(QCoreApplication.translate("Review", "The import was changed and is not saved as a dossier."))
    return may_leave(
        box,
        QCoreApplication.translate("Review", "Stay"),
        QCoreApplication.translate("Review", "Close and lose the changes"),
    )
