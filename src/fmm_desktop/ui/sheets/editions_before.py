"""Editions before the open one, for the change sheet: those that were open here before, and one that is in a file."""

from collections.abc import Callable, Iterable
from pathlib import Path

from PySide6.QtCore import QObject, Signal, SignalInstance
from PySide6.QtWidgets import QWidget

from fmm_desktop.dossier.model import Dossier
from fmm_desktop.ui.jobs import Job


class EditionsBefore(QObject):
    """Looks for editions beside the window, for they may be large, and says what may be wrong with one."""

    found = Signal(object)  # the list of Dossiers that were open here before, the likeliest first
    read = Signal(object)  # the Dossier in the file that the reader chose
    failed = Signal(object)  # the Exception

    def __init__(self, dossier: Dossier, editions: Callable[[Dossier], Iterable[Dossier]], parent: QObject) -> None:
        """`editions` gives those of a dossier that were open before, from any thread."""
        super().__init__(parent)
        self._dossier = dossier
        self._editions = editions
        self._under_way: set[Job] = set()
        self._looked = False
        self._dropped = False
        self.found.connect(self._note_found)

    def expected(self) -> bool:
        """Look which editions were open before, if nobody did; return whether an edition may still come."""
        if not self._looked and not self._under_way:
            dossier, editions = self._dossier, self._editions
            self._begin(lambda: _likeliest_first(editions(dossier), dossier), self.found)
        return bool(self._under_way)

    def ask_for_file(self, window: QWidget) -> bool:
        """Ask for a file; return whether it is being read."""
        from PySide6.QtWidgets import QFileDialog  # noqa: PLC0415 - seldom asked

        from fmm_desktop.dossier.reading import read  # noqa: PLC0415

        chosen, _ = QFileDialog.getOpenFileName(
            window, self.tr("The edition before"), "", self.tr("Dossiers (*.yaml *.yml);;All files (*)")
        )
        if not chosen or self._dropped:  # the window may have been closed meanwhile
            return False
        self._begin(lambda: read(Path(chosen)), self.read)
        return True

    def doubt(self, since: Dossier) -> str:
        """Return what the reader should know of an edition that they compare with; empty for nothing."""
        if since.id != self._dossier.id:
            return self.tr("Compared with another dossier, not with an edition of this one: %1").replace(
                "%1", since.title
            )
        if since.language != self._dossier.language:
            return self.tr("Compared with an edition in another language: all words differ.")
        if since.edition > self._dossier.edition:
            words = self.tr("Edition %1 is newer than the one that is open: new and gone change places here.")
            return words.replace("%1", str(since.edition))
        return ""

    def drop(self) -> None:
        """Do nothing any more, also not with a file that is being asked for."""
        self._dropped = True

    def _note_found(self) -> None:
        self._looked = True

    def _begin(self, work: Callable[[], object], told: SignalInstance) -> None:
        job = Job(lambda _report: work(), self)
        self._under_way.add(job)
        for ended in (job.succeeded, job.failed):
            ended.connect(lambda *_: self._under_way.discard(job))
        job.succeeded.connect(told)
        job.failed.connect(self.failed)
        job.start()


def _likeliest_first(editions: Iterable[Dossier], dossier: Dossier) -> list[Dossier]:
    """Return the other editions as they come, those that are newer than the open one last."""
    others = [one for one in editions if one != dossier]
    return sorted(others, key=lambda one: one.edition > dossier.edition)
