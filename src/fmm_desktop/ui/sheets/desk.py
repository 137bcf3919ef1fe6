"""Where the window hands in a topic and gets sheets: shown, printed or saved. Typesetting is done beside the window."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEventLoop, QObject, QTimer, Signal, SignalInstance
from PySide6.QtWidgets import QWidget

from fmm_desktop.errors import UserError
from fmm_desktop.ui.colours import Colours
from fmm_desktop.ui.jobs import Job, Report
from fmm_desktop.ui.sheets.choice import Choice, Chooser, What

if TYPE_CHECKING:
    from fmm_desktop.ui.sheets.pages import Pages
    from fmm_desktop.ui.sheets.preview import PreviewDialog
    from fmm_desktop.ui.sheets.printing import PrintRun

_SUFFIX = ".pdf"
_PATIENCE = 4000  # ms that a window which is closed waits for what is being saved or printed, before it asks


class SheetDesk(QObject):
    """Makes sheets and brings them where they are wanted. Typst and pdfium are loaded at the first sheet."""

    told = Signal(str)
    failed = Signal(object)  # the Exception
    waiting = Signal(str, object)  # words, Job or PrintRun
    _finished = Signal()  # nothing is being saved or printed any more

    def __init__(self, chooser: Chooser, templates: Path, say: Callable[[UserError], str], window: QWidget) -> None:
        super().__init__(window)
        self._chooser = chooser
        self._templates = templates
        self._say = say
        self._window = window
        self._previewed: Job | None = None  # what is being set for the preview
        self._jobs: set[Job | PrintRun] = set()  # what is being saved or printed
        self._went_wrong = False
        self._folder = Path.home()

    def preview(self, colours: Colours, *, with_notes: bool) -> "PreviewDialog":
        """Open the preview of the open topic; in it the reader may choose more."""
        from fmm_desktop.ui.sheets.preview import PreviewDialog  # noqa: PLC0415 - paid for by the first preview

        dialog = PreviewDialog(colours, with_notes=with_notes, parent=self._window)
        dialog.choice_changed.connect(lambda what, notes: self._show_choice(dialog, what, notes))
        dialog.print_wanted.connect(lambda: self._print_pages(dialog.pages, dialog))
        dialog.save_wanted.connect(lambda: self._save_pages(dialog.pages, dialog))
        dialog.finished.connect(self._drop_previewed)
        self.told.connect(dialog.tell)
        self._show_choice(dialog, "topic", with_notes)
        dialog.open()
        return dialog

    def print(self, what: What, *, with_notes: bool) -> None:
        """Print with the system's print dialog."""
        if choice := self._chooser.choose(what, with_notes=with_notes):
            job = Job(lambda report: self._typeset(choice, report), self)
            job.succeeded.connect(lambda pdf: self._print_pages(_pages(pdf, choice), self._window))
            job.failed.connect(self.failed)
            self.waiting.emit(self.tr("Setting the sheets…"), job)
            job.start()

    def save(self, what: What, *, with_notes: bool) -> None:
        """Ask for a file and save the sheets in it, as one PDF."""
        if choice := self._chooser.choose(what, with_notes=with_notes):
            self._save(lambda report: self._typeset(choice, report), _name(choice), self._window)

    def may_leave(self) -> bool:
        """Finish what is being saved or printed; return whether the window may close.

        The reader is asked when it takes long. False also when it went wrong, so that the reader can see that.
        """
        self._went_wrong = False
        if self._jobs:
            loop = QEventLoop()
            self._finished.connect(loop.quit)
            QTimer.singleShot(_PATIENCE, loop, loop.quit)
            loop.exec(QEventLoop.ProcessEventsFlag.ExcludeUserInputEvents)
        return not self._went_wrong and (not self._jobs or self._may_drop())

    # -- the preview -----------------------------------------------------------------------------------------------

    def _show_choice(self, dialog: "PreviewDialog", what: What, notes: bool) -> None:
        """Set the pages of a choice; nothing comes any more of the choice before it."""
        self._drop_previewed()
        choice = self._chooser.choose(what, with_notes=notes)
        if choice is None:
            dialog.close()
            return
        self._previewed = job = Job(lambda report: self._typeset(choice, report), self)
        job.succeeded.connect(lambda pdf: self._show_pages(dialog, pdf, choice))
        job.failed.connect(lambda error: self._show_trouble(dialog, error))
        job.start()

    def _show_pages(self, dialog: "PreviewDialog", pdf: bytes, choice: Choice) -> None:
        self._previewed = None
        dialog.show_pages(_pages(pdf, choice))

    def _show_trouble(self, dialog: "PreviewDialog", error: Exception) -> None:
        self._previewed = None
        if isinstance(error, UserError):
            dialog.show_trouble(self._say(error))
        else:
            dialog.show_trouble(self.tr("The sheets could not be set."))
            self.failed.emit(error)

    def _drop_previewed(self) -> None:
        job, self._previewed = self._previewed, None
        if job is not None:
            job.let_go()

    # -- saving ----------------------------------------------------------------------------------------------------

    def _save_pages(self, pages: "Pages | None", parent: QWidget) -> None:
        if pages is not None:
            self._save(lambda _report: pages.pdf, pages.name, parent)

    def _save(self, make: Callable[[Report], bytes], name: str, parent: QWidget) -> None:
        from PySide6.QtWidgets import QFileDialog  # noqa: PLC0415 - see above

        chosen, _ = QFileDialog.getSaveFileName(
            parent, self.tr("Save as PDF"), str(self._folder / name), self.tr("PDF files (*.pdf)")
        )
        if not chosen:
            return
        path = Path(chosen)
        path = path if path.suffix.lower() == _SUFFIX else path.with_name(path.name + _SUFFIX)
        self._folder = path.parent

        def work(report: Report) -> None:
            from fmm_desktop.dossier.outgoing import write_whole  # noqa: PLC0415 - see above

            pdf = make(report)
            report(0.0)  # the last moment to stop
            # The dialog asked before it let a file be overwritten, but not for the name with the suffix added.
            write_whole(pdf, path, overwrite=str(path) == chosen)

        job = Job(work, self)
        job.succeeded.connect(lambda: self.told.emit(self.tr("Saved: %1").replace("%1", str(path))))
        self._must_finish(job, job.failed)
        job.failed.connect(self.failed)
        self.waiting.emit(self.tr("Setting the sheets…"), job)
        job.start()

    def _typeset(self, choice: Choice, report: Report) -> bytes:
        """Return the PDF of a choice. Called on the thread of a job; nearly all the time goes into one step."""
        from fmm_desktop.sheets.documents import document  # noqa: PLC0415 - see above
        from fmm_desktop.sheets.order import Order  # noqa: PLC0415
        from fmm_desktop.sheets.typesetting import House, typeset  # noqa: PLC0415

        report(0.0)
        order = Order(topics=tuple(topic.path for topic in choice.topics))
        printed = document(choice.dossier, order, choice.notes)
        report(0.0)
        return typeset(printed, House(self._templates))

    # -- printing --------------------------------------------------------------------------------------------------

    def _print_pages(self, pages: "Pages | None", parent: QWidget) -> None:
        if pages is None:
            return
        from PySide6.QtPrintSupport import QPrintDialog, QPrinter  # noqa: PLC0415 - see above

        from fmm_desktop.ui.sheets.printing import PrintRun  # noqa: PLC0415

        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setPageSize(printer.pageLayout().pageSize().PageSizeId.A4)
        dialog = QPrintDialog(printer, parent)
        dialog.setMinMax(1, len(pages))
        dialog.setOption(QPrintDialog.PrintDialogOption.PrintPageRange)
        accepted = dialog.exec() == QPrintDialog.DialogCode.Accepted
        dialog.deleteLater()
        if not accepted:
            return
        run = PrintRun(pages, printer, self)
        run.refused.connect(
            lambda: self.told.emit(self.tr("The printer did not take the pages. Check the printer, or save as PDF."))
        )
        self._must_finish(run, run.refused)
        self.waiting.emit(self.tr("Printing…"), run)
        run.start()

    # -- before the window closes ----------------------------------------------------------------------------------

    def _must_finish(self, work: "Job | PrintRun", wrong: SignalInstance) -> None:
        """Let the window not close before `work` has told its outcome, of which `wrong` must be seen."""
        self._jobs.add(work)
        wrong.connect(self._note_trouble)
        for done in (work.succeeded, work.stopped, wrong):
            done.connect(lambda *_: self._end(work))

    def _note_trouble(self) -> None:
        self._went_wrong = True

    def _end(self, work: "Job | PrintRun") -> None:
        self._jobs.discard(work)
        if not self._jobs:
            self._finished.emit()

    def _may_drop(self) -> bool:
        from fmm_desktop.ui.sheets.leaving import may_drop  # noqa: PLC0415 - seldom asked

        if not may_drop(self._window):
            return False
        for work in tuple(self._jobs):
            work.stop()
        return True


def _name(choice: Choice) -> str:
    """Return the name of the file for the sheets of a choice."""
    from fmm_desktop.sheets.file_names import file_name  # noqa: PLC0415 - see above

    return file_name(choice.dossier, choice.topics[0]) if len(choice.topics) == 1 else f"{choice.dossier.id}.pdf"


def _pages(pdf: bytes, choice: Choice) -> "Pages":
    from fmm_desktop.ui.sheets.pages import Pages  # noqa: PLC0415 - pdfium is loaded at the first page

    return Pages(pdf, _name(choice))
