"""The backup of the day: made beside the window, and seen to every hour."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer

from fmm_desktop.errors import UserError
from fmm_desktop.notes.store import NoteStore
from fmm_desktop.ui.jobs import Job
from fmm_desktop.ui.notes.alarms import Alarms

_HOUR = 3_600_000  # ms


class HourlyBackUp(QObject):
    """Makes the backup when it is due. That it failed is told until one succeeds."""

    def __init__(self, store: NoteStore, alarms: Alarms, say: Callable[[UserError], str], parent: QObject) -> None:
        super().__init__(parent)
        self._store = store
        self._alarms = alarms
        self._say = say
        self._hour = QTimer(self, interval=_HOUR)
        self._hour.timeout.connect(self.make)

    def make(self) -> None:
        """Make the backup of the day if there is none yet, and see to it again every hour."""
        self._hour.start()
        job = Job(lambda _report: self._store.back_up_if_due())
        job.failed.connect(self._tell)
        job.succeeded.connect(self._take_back)
        job.start()

    def stop(self) -> None:
        """See to nothing any more."""
        self._hour.stop()

    def _tell(self, error: Exception) -> None:
        if not isinstance(error, UserError):
            raise error
        self._alarms.alarm("back up", self._say(error))

    def _take_back(self, _file: object) -> None:
        self._alarms.clear("back up")
