"""Notes in and out of the window: asked for in a dialog, done beside the window, told of in the message bar."""

import re
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from fmm_desktop.dossier.model import Dossier
from fmm_desktop.errors import Language
from fmm_desktop.notes.hanging import Editions
from fmm_desktop.notes.store import NoteStore
from fmm_desktop.ui.jobs import Job, Report

TYPE_CHECKING = False
if TYPE_CHECKING:
    from fmm_desktop.notes.exchange.planning import Plan
    from fmm_desktop.notes.note import Revision
    from fmm_desktop.ui.notes.export_dialog import ExportDialog, Wanted
    from fmm_desktop.ui.notes.import_dialog import ImportDialog

_SIGNS = re.compile(r"[^\w.-]+")  # in the id of a dossier, which is no path


class NoteExchange(QObject):
    """Exports and imports notes. All that it needs is loaded when it is first asked for."""

    told = Signal(str)
    choice_wanted = Signal(str)  # words: notes of the open dossier came in that were changed here as well
    failed = Signal(object)  # the Exception
    waiting = Signal(str, object)  # words, Job
    beginning = Signal()  # what is being typed must be settled now
    taken_in = Signal()  # there are notes that were not here before

    def __init__(
        self,
        store: NoteStore,
        dossier: Callable[[], Dossier | None],
        language: Callable[[], Language],
        window: QWidget,
        editions: Editions = lambda _dossier: (),
    ) -> None:
        """`editions` gives those that notes may be written on, to say where they hang now."""
        super().__init__(window)
        self._store = store
        self._dossier = dossier
        self._language = language
        self._window = window
        self._editions = editions
        self._folder = Path.home()

    # -- out -------------------------------------------------------------------------------------------------------

    def export(self) -> "ExportDialog":
        """Ask which notes are to go out, and how; then where to."""
        from fmm_desktop.ui.notes.export_dialog import ExportDialog  # noqa: PLC0415 - paid for when it is asked for

        dialog = ExportDialog(self._dossier(), self._language(), self._window)
        dialog.wanted.connect(self._ask_where)
        dialog.open()
        return dialog

    def _ask_where(self, wanted: "Wanted") -> None:
        from PySide6.QtWidgets import QFileDialog  # noqa: PLC0415 - see above

        dossier = self._dossier() if wanted.this_dossier else None
        name = f"{self.tr('notes')}-{_SIGNS.sub('-', dossier.id)}" if dossier else self.tr("notes")
        chosen, _ = QFileDialog.getSaveFileName(
            self._window, self.tr("Export notes"), str(self._folder / f"{name}{wanted.suffix}"), wanted.filter
        )
        if not chosen:
            return
        path = Path(chosen)
        path = path if path.suffix else path.with_name(path.name + wanted.suffix)
        self._folder = path.parent
        # The dialog asked before it let a file be overwritten, but not for the name with the suffix added.
        self._export(wanted, path, overwrite=str(path) == chosen)

    def _export(self, wanted: "Wanted", path: Path, *, overwrite: bool) -> None:
        self.beginning.emit()
        open_one, language, editions = self._dossier(), self._language(), self._editions

        def work(store: NoteStore, report: Report) -> int:
            from fmm_desktop.dossier.outgoing import write_whole  # noqa: PLC0415 - see above
            from fmm_desktop.notes.exchange.formats import made  # noqa: PLC0415
            from fmm_desktop.notes.exchange.picking import pick  # noqa: PLC0415

            ids = (open_one.id,) if open_one and wanted.this_dossier else ()
            picked = pick(store, ids, wanted.without, report)
            report(0.9)
            data = made(wanted.format, picked, {open_one.id: open_one} if open_one else {}, language, editions)
            report(0.95)  # the last moment to stop
            write_whole(data, path, overwrite=overwrite, private=True)
            return len(picked)

        self._do(self.tr("Exporting notes…"), work, lambda count: self._tell_exported(int(str(count)), path))

    def _tell_exported(self, count: int, path: Path) -> None:
        self.told.emit(self.tr("%n note(s) saved: %1", "", count).replace("%1", str(path)))

    # -- in --------------------------------------------------------------------------------------------------------

    def ask_for_import(self) -> None:
        """Ask for a file, and show what its notes would do here."""
        from PySide6.QtWidgets import QFileDialog  # noqa: PLC0415 - see above

        chosen, _ = QFileDialog.getOpenFileName(
            self._window,
            self.tr("Import notes"),
            str(self._folder),
            self.tr("Notes (*.jsonld *.json);;All files (*)"),
        )
        if chosen:
            self._folder = Path(chosen).parent
            self.plan(Path(chosen))

    def plan(self, path: Path) -> None:
        """Show what importing the notes in a file would do; the reader decides."""
        self.beginning.emit()
        dossier = self._dossier()

        def work(store: NoteStore, report: Report) -> "Plan":
            import datetime  # noqa: PLC0415 - see above

            from fmm_desktop.notes.exchange import file, planning, reading  # noqa: PLC0415

            origin = reading.Origin(datetime.datetime.now(datetime.UTC), dossier.id if dossier else "")
            incoming = reading.read(file.content(path), origin, lambda done: report(done / 2))
            gone = store.bin.thrown_away()
            return planning.plan(incoming, store.histories, gone, lambda done: report(0.5 + done / 2))

        self._do(self.tr("Reading %1…").replace("%1", path.name), work, lambda plan: self._show(plan, path))

    def _show(self, plan: object, path: Path) -> "ImportDialog":
        from fmm_desktop.notes.exchange.planning import Plan  # noqa: PLC0415 - see above
        from fmm_desktop.ui.notes.import_dialog import ImportDialog  # noqa: PLC0415

        if not isinstance(plan, Plan):
            raise TypeError(plan)
        dialog = ImportDialog(plan, path.name, self._language(), self._window)
        dialog.wanted.connect(lambda bring_back: self._take_in(plan.revisions(bring_back=bring_back), bring_back))
        dialog.open()
        return dialog

    def _take_in(self, revisions: "tuple[Revision, ...]", bring_back: bool) -> None:
        notes = {revision.note for revision in revisions}

        def work(store: NoteStore, report: Report) -> dict[str, int]:
            report(0.0)  # the last moment to stop: what is taken in is taken in whole
            with store.patient():
                store.take_in(revisions, thrown_away=bring_back)
            dossiers = {revision.anchor.dossier for revision in revisions}
            return {dossier: len(notes.intersection(store.disputed(dossier))) for dossier in dossiers}

        self._do(self.tr("Importing notes…"), work, lambda waiting: self._tell_imported(len(notes), waiting))

    def _tell_imported(self, count: int, waiting: object) -> None:
        """Say how many notes came in, and how many of them wait for a choice: `waiting` has the numbers by dossier."""
        self.taken_in.emit()
        words = self.tr("%n note(s) imported. Undo takes the whole import back.", "", count)
        waits = waiting if isinstance(waiting, dict) else {}
        if not (in_all := sum(waits.values())):
            self.told.emit(words)
            return
        changed = self.tr("%n of them changed here as well: choose what stays.", "", in_all)
        words = f"{words} {changed}"
        dossier = self._dossier()
        if dossier is not None and waits.get(dossier.id):
            self.choice_wanted.emit(words)
        else:
            first = self.tr("Open their dossier first.")
            self.told.emit(f"{words} {first}")

    # -- both ------------------------------------------------------------------------------------------------------

    def _do(self, words: str, work: Callable[[NoteStore, Report], object], then: Callable[[object], object]) -> None:
        """Do some work beside the window, with the notes opened once more; notes in memory are at hand here alone."""
        if not self._store.durable:
            self._do_here(work, then)
            return

        def beside(report: Report) -> object:
            with self._store.beside() as store:
                return work(store, report)

        job = Job(beside, self)
        job.succeeded.connect(then)
        job.failed.connect(self.failed)
        self.waiting.emit(words, job)
        job.start()

    def _do_here(self, work: Callable[[NoteStore, Report], object], then: Callable[[object], object]) -> None:
        try:
            outcome = work(self._store, lambda _fraction: None)
        except Exception as error:  # noqa: BLE001 - the window decides what to say of it, as of a job
            self.failed.emit(error)
        else:
            then(outcome)
