"""What is being printed or saved, in the print window: how far it is, and a button that stops it."""

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QLabel, QProgressBar, QPushButton, QSizePolicy, QWidget

if TYPE_CHECKING:
    from fmm_desktop.ui.jobs import Job
    from fmm_desktop.ui.sheets.printing import PrintRun

_WHOLE = 1000


class UnderWay(QWidget):
    """Is seen while there is work under way; of two, the newest is told of."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("underWay")
        self._work: Job | PrintRun | None = None
        self._words, self._bar = QLabel(self), QProgressBar(self)
        self._words.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._bar.setTextVisible(False)
        self._bar.setFixedWidth(120)
        self._stop = QPushButton(self.tr("Stop"), self)
        self._stop.setAutoDefault(False)
        self._stop.clicked.connect(self._end_work)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._words, 1)
        row.addWidget(self._bar)
        row.addWidget(self._stop)
        self.hide()

    @property
    def stops(self) -> tuple[QWidget, ...]:
        """Where Tab stops."""
        return (self._stop,)

    def show_work(self, words: str, work: "Job | PrintRun") -> None:
        """Tell of some work until it is over."""
        self._work = work
        self._words.setText(words)
        self._bar.setAccessibleName(words)
        self._bar.setRange(0, 0)  # busy, until the work tells how far it is
        work.progressed.connect(self._show_progress)
        work.destroyed.connect(self._end)  # it is, whatever came of it
        self.show()

    def _show_progress(self, fraction: float) -> None:
        self._bar.setRange(0, _WHOLE)
        self._bar.setValue(round(fraction * _WHOLE))

    def _end_work(self) -> None:
        if self._work is not None:
            self._work.stop()

    def _end(self) -> None:
        self._work = None
        self.hide()
