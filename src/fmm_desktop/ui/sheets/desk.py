"""Where the window hands in a topic and gets sheets: shown, printed or saved. Typesetting is done beside the window."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QDialog, QFileDialog, QWidget

from fmm_desktop.ui.colours import Colours
from fmm_desktop.ui.jobs import Job, Report
from fmm_desktop.ui.sheets.choice import Choice, Chooser, What

if TYPE_CHECKING:
    from fmm_desktop.ui.sheets.pages import Pages
    from fmm_desktop.ui.sheets.preview import PreviewDialog

_SUFFIX = ".pdf"


class SheetDesk(QObject):
    """Makes sheets and brings them where they are wanted. Typst and pdfium are loaded at the first sheet."""

    told = Signal(str)
    failed = Signal(object)  # the Exception
    waiting = Signal(str, object)  # words, Job or PrintRun

    def __init__(self, chooser: Chooser, templates: Path, window: QWidget) -> None:
        super().__init__(window)
        self._chooser = chooser
        self._templates = templates
        self._window = window
        self._jobs: set[Job] = set()
        self._folder = Path.home()

    def preview(self, colours: Colours, *, with_notes: bool) -> "PreviewDialog":
        """Open the preview of the open topic; in it the reader may choose more."""
        from fmm_desktop.ui.sheets.preview import PreviewDialog  # noqa: PLC0415 - paid for by the first preview

        dialog = PreviewDialog(colours, with_notes=with_notes, parent=self._window)
        chosen: list[Choice] = []

        def change(what: What, notes: bool) -> None:
            if choice := self._chooser.choose(what, with_notes=notes):
                chosen[:] = [choice]
                self._typeset(choice, lambda pdf: self._show_pages(dialog, pdf), dialog)

        dialog.choice_changed.connect(change)
        dialog.print_wanted.connect(lambda: self._print_pages(dialog.pages, dialog))
        dialog.save_wanted.connect(lambda: self._save(chosen[0], dialog) if chosen else None)
        change("topic", with_notes)
        dialog.open()
        return dialog

    def print(self, what: What, *, with_notes: bool) -> None:
        """Print with the system's print dialog."""
        if choice := self._chooser.choose(what, with_notes=with_notes):
            self._typeset(choice, lambda pdf: self._print_pages(_pages(pdf), self._window), None)

    def save(self, what: What, *, with_notes: bool) -> None:
        """Ask for a file and save the sheets in it, as one PDF."""
        if choice := self._chooser.choose(what, with_notes=with_notes):
            self._save(choice, self._window)

    # -- inside ----------------------------------------------------------------------------------------------------

    def _save(self, choice: Choice, parent: QWidget) -> None:
        from fmm_desktop.sheets.writing import file_name  # noqa: PLC0415 - see above

        name = file_name(choice.dossier, choice.topics[0]) if len(choice.topics) == 1 else f"{choice.dossier.id}.pdf"
        chosen, _ = QFileDialog.getSaveFileName(
            parent, self.tr("Save as PDF"), str(self._folder / name), self.tr("PDF files (*.pdf)")
        )
        if chosen:
            path = Path(chosen)
            path = path if path.suffix.lower() == _SUFFIX else path.with_name(path.name + _SUFFIX)
            self._folder = path.parent
            # The dialog asked before it let a file be overwritten, but not for the name with the suffix added.
            self._typeset(choice, lambda pdf: self._write(pdf, path, overwrite=str(path) == chosen), None)

    def _typeset(self, choice: Choice, then: Callable[[bytes], None], dialog: "PreviewDialog | None") -> None:
        def work(report: Report) -> bytes:
            from fmm_desktop.sheets.content import topic_sheet  # noqa: PLC0415 - see above
            from fmm_desktop.sheets.typesetting import typeset  # noqa: PLC0415

            sheets = []
            for place, topic in enumerate(choice.topics):
                report(place / len(choice.topics) / 2)
                sheets.append(topic_sheet(choice.dossier, topic, choice.notes.get(topic.path, ())))
            report(0.5)
            return typeset(sheets, templates=self._templates)

        job = Job(work)
        self._jobs.add(job)
        for done in (job.succeeded, job.failed, job.stopped):
            done.connect(lambda *_: self._jobs.discard(job))
        job.succeeded.connect(then)
        job.failed.connect(self.failed)
        if dialog is None:
            self.waiting.emit(self.tr("Setting the sheets…"), job)
        job.start()

    def _show_pages(self, dialog: "PreviewDialog", pdf: bytes) -> None:
        from shiboken6 import isValid  # noqa: PLC0415 - the reader may have closed the preview meanwhile

        if isValid(dialog):
            dialog.show_pages(_pages(pdf))

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
        if dialog.exec() != QDialog.DialogCode.Accepted:
            return
        run = PrintRun(pages, printer, self)
        run.refused.connect(
            lambda: self.told.emit(self.tr("The printer did not take the pages. Check the printer, or save as PDF."))
        )
        self.waiting.emit(self.tr("Printing…"), run)
        run.start()

    def _write(self, pdf: bytes, path: Path, *, overwrite: bool) -> None:
        from fmm_desktop.errors import UserError  # noqa: PLC0415
        from fmm_desktop.sheets.writing import write_pdf  # noqa: PLC0415

        try:
            write_pdf(pdf, path, overwrite)
        except UserError as error:
            self.failed.emit(error)
        else:
            self.told.emit(self.tr("Saved: %1").replace("%1", str(path)))


def _pages(pdf: bytes) -> "Pages":
    from fmm_desktop.ui.sheets.pages import Pages  # noqa: PLC0415 - pdfium is loaded at the first page

    return Pages(pdf)
