"""When and where the meeting of an import is, as its reader gives it."""

import datetime

from msgspec.structs import replace
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QFormLayout, QLabel, QLineEdit, QWidget

from fmm_desktop.importing.agenda.draft import DraftMeeting

_RANGE = "–"


class MeetingDialog(QDialog):
    """Asks for both days and the place of a meeting."""

    def __init__(self, now: DraftMeeting, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("importMeeting")
        self.setWindowTitle(self.tr("Date and place of the meeting"))
        self.meeting = now
        self.first = self._line(now.start.isoformat() if now.start else "")
        self.last = self._line(now.end.isoformat() if now.end else "")
        self.place = self._line(now.place)
        self.wrong = QLabel(self)
        self.wrong.setWordWrap(True)
        self.wrong.hide()
        standard = QDialogButtonBox.StandardButton
        buttons = QDialogButtonBox(standard.Ok | standard.Cancel, self)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        form = QFormLayout(self)
        form.addRow(self.tr("&First day (year-month-day):"), self.first)
        form.addRow(self.tr("&Last day, if there are more:"), self.last)
        form.addRow(self.tr("&Place:"), self.place)
        form.addRow(self.wrong)
        form.addRow(buttons)
        self.first.selectAll()

    def _line(self, text: str) -> QLineEdit:
        line = QLineEdit(text, self)
        line.setMinimumWidth(line.fontMetrics().averageCharWidth() * 26)
        return line

    def accept(self) -> None:
        """Take what was typed as the meeting; say what is wrong with it when it cannot be."""
        days = []
        for line in (self.first, self.last):
            text = line.text().strip()
            day = _day(text)
            if day is None and (text or line is self.first):
                return self._refuse(line, self.tr("“%1” is no date. Write it as 2026-03-31.").replace("%1", text))
            days.append(day)
        first, last = days
        if first and last and last < first:
            return self._refuse(self.last, self.tr("The last day comes before the first."))
        self.meeting = _changed(self.meeting, first, last, self.place.text().strip())
        return super().accept()

    def _refuse(self, line: QLineEdit, words: str) -> None:
        self.wrong.setText(words)
        self.wrong.show()
        line.setFocus()
        line.selectAll()


def _day(text: str) -> datetime.date | None:
    try:
        return datetime.date.fromisoformat(text)
    except ValueError:
        return None


def _changed(
    meeting: DraftMeeting, first: datetime.date | None, last: datetime.date | None, place: str
) -> DraftMeeting:
    """Return the meeting with other days and another place, whose country is not known."""
    country = meeting.country if place == meeting.place else ""
    return replace(meeting, start=first, end=None if last == first else last, place=place, country=country)


def in_short(meeting: DraftMeeting) -> str:
    """Return the days and the place of a meeting, as far as they are known."""
    days = dict.fromkeys(day.isoformat() for day in (meeting.start, meeting.end) if day)
    return " ".join(filter(None, (f" {_RANGE} ".join(days), meeting.place)))
