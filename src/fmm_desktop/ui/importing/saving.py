"""A draft saved as a data file: asked where to, made and written beside the window, whole or not at all."""

import re
from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QEventLoop, QObject, QTimer, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from fmm_desktop.dossier.model import Dossier
from fmm_desktop.dossier.outgoing import write_whole
from fmm_desktop.dossier.vocabulary import headings_language
from fmm_desktop.errors import UserError
from fmm_desktop.importing.agenda.draft import Draft
from fmm_desktop.importing.editions import as_edition_of, next_edition
from fmm_desktop.importing.meetings import dossier_id
from fmm_desktop.importing.shaping import shaped
from fmm_desktop.importing.writing import yaml_text
from fmm_desktop.ui.jobs import Job, Report

Editions = Callable[[Dossier], Sequence[Dossier]]
"""Gives the editions of a dossier that the reader had, the one that was opened last first."""

_SUFFIX, _SUFFIXES = ".yaml", {".yaml", ".yml"}
_PATIENCE = 5000  # ms that a window stays for a disk
_SIGNS = re.compile(r"[^\w.-]+")  # in the id of a dossier, which is no path


class Saver(QObject):
    """Saves a draft; `folder` is where the document was, and `editions` gives those of a dossier that are known."""

    saved = Signal(object, object)  # Path, and the Draft that is in it: that of when saving began
    failed = Signal(str)
    waiting = Signal(str, object)  # words, Job

    def __init__(
        self, folder: Path, say: Callable[[UserError], str], editions: Editions, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._folder, self._say, self._editions = folder, say, editions
        self._job: Job | None = None
        self._went_well = False

    def save(self, draft: Draft, older: Dossier | None, window: QWidget) -> None:
        """Ask for a file and write the draft to it, as the edition after `older` when there is one."""
        if self._job is not None:
            return
        editions = _newest_first(older, self._editions(older)) if older is not None else ()
        chosen, _ = QFileDialog.getSaveFileName(
            window,
            self.tr("Save as dossier"),
            str(self._folder / _name(draft, editions)),
            self.tr("Dossiers (*.yaml *.yml)"),
        )
        if chosen:
            path = Path(chosen)
            path = path if path.suffix.lower() in _SUFFIXES else path.with_name(path.name + _SUFFIX)
            # The dialog asked before it let a file be overwritten, but not for the name with the suffix added.
            self._write(draft, editions, path, overwrite=str(path) == chosen)

    def _write(self, draft: Draft, editions: tuple[Dossier, ...], path: Path, *, overwrite: bool) -> None:
        def work(report: Report) -> Path:
            text = data_file(draft, editions)
            report(0.9)  # the last moment to stop
            write_whole(text.encode(), path, overwrite=overwrite)
            return path

        self._job = job = Job(work, self)
        job.succeeded.connect(lambda saved: self._finish(saved, draft))
        job.failed.connect(self._tell)
        job.stopped.connect(self._forget)
        self.waiting.emit(self.tr("Saving the dossier…"), job)
        job.start()

    def wait(self) -> bool:
        """Wait until what is being saved is on disk, if anything is; return False when it does not come there.

        Nothing can be typed or clicked meanwhile.
        """
        if self._job is None:
            return True
        self._went_well = False
        loop = QEventLoop(self)
        for over in (self._job.succeeded, self._job.failed, self._job.stopped):
            over.connect(loop.quit)
        QTimer.singleShot(_PATIENCE, loop, loop.quit)
        loop.exec(QEventLoop.ProcessEventsFlag.ExcludeUserInputEvents)
        loop.deleteLater()
        return self._went_well

    def _finish(self, path: Path, draft: Draft) -> None:
        self._job, self._went_well = None, True
        self.saved.emit(path, draft)

    def _tell(self, error: Exception) -> None:
        self._job = None
        if not isinstance(error, UserError):
            self.failed.emit(self.tr("The dossier could not be saved."))
            raise error
        self.failed.emit(self._say(error))

    def _forget(self) -> None:
        self._job = None


def _newest_first(older: Dossier, known: Sequence[Dossier]) -> tuple[Dossier, ...]:
    """Return the edition to go on from, and the others: the one that was opened last, when that is newer."""
    newer = [one for one in known[:1] if one.edition > older.edition]
    return (*newer, older, *known[len(newer) :])


def data_file(draft: Draft, editions: Sequence[Dossier]) -> str:
    """Return the YAML of a draft, as the edition after the first of `editions` when there are any.

    Raises ImportingError when it has no date.
    """
    shape = shaped(draft)
    if editions:
        shape = as_edition_of(shape, editions[0], editions[1:])
    return yaml_text(shape, draft.plain.name, draft.seems, headings_language(draft.language))


def _name(draft: Draft, editions: Sequence[Dossier]) -> str:
    """Return the name that a file is proposed to have."""
    if editions:
        return f"{_SIGNS.sub('-', editions[0].id)}-ed{next_edition(*editions)}{_SUFFIX}"
    return f"{_SIGNS.sub('-', dossier_id(draft))}{_SUFFIX}"
