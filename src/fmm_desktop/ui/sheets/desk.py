"""Where the window hands in a topic and gets sheets: shown, printed or saved. Typesetting is done beside the window."""

from collections.abc import Callable, Iterable
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from msgspec import structs
from PySide6.QtCore import QEventLoop, QObject, QTimer, Signal, SignalInstance
from PySide6.QtWidgets import QWidget

from fmm_desktop.dossier.model import Dossier
from fmm_desktop.errors import Language, UserError
from fmm_desktop.sheets.kinds import SheetKind
from fmm_desktop.ui.colours import Colours
from fmm_desktop.ui.jobs import Job, Report
from fmm_desktop.ui.sheets.choice import Choice, Chooser, What, Workshop
from fmm_desktop.ui.unread import sources_unread

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

    from fmm_desktop.ui.sheets.ordering import Ordering
    from fmm_desktop.ui.sheets.pages import Pages
    from fmm_desktop.ui.sheets.printing import PrintRun
    from fmm_desktop.ui.sheets.remembered import Habits
    from fmm_desktop.ui.sheets.setting import Printed, Setter
    from fmm_desktop.ui.sheets.window import PrintWindow

_SUFFIX = ".pdf"
_PATIENCE = 4000  # ms that a window which is closed waits for what is being saved or printed, before it asks


class Voice(NamedTuple):
    """How a mistake is said, and in which language the window speaks."""

    say: Callable[[UserError], str]
    language: Callable[[], Language]


class SheetDesk(QObject):
    """Makes sheets and brings them where they are wanted. Typst and pdfium are loaded at the first sheet."""

    told = Signal(str)
    failed = Signal(object)  # the Exception
    waiting = Signal(str, object)  # words, Job or PrintRun
    _finished = Signal()  # nothing is being saved or printed any more

    def __init__(
        self,
        chooser: Chooser,
        workshop: Workshop,
        voice: Voice,
        editions: Callable[[Dossier], Iterable[Dossier]],
        window: QWidget,
    ) -> None:
        """`editions` gives those of a dossier that were open before, from any thread."""
        super().__init__(window)
        self._chooser = chooser
        self._workshop = workshop
        self._own = workshop.state / "sheets"  # what the reader has of their own
        self._voice = voice
        self._editions = editions
        self._window = window
        self._jobs: set[Job | PrintRun] = set()  # what is being saved or printed
        self._went_wrong = False
        self._folder = Path.home()
        self._ordering: Ordering | None = None  # of the print window, while there is one

    def preview(self, colours: Colours, *, with_notes: bool) -> "PrintWindow | None":
        """Open the print window on the page that is open; None when no dossier is, or when there is a print window.

        With notes goes for topic sheets.
        """
        if self._ordering is not None:  # two would have the pages of the other one
            self._ordering.window.raise_()
            self._ordering.window.activateWindow()
            return None
        stock = self._chooser.stock()
        if stock is None:
            return None
        with sources_unread():
            from fmm_desktop.ui.sheets.ordering import Asked, Ordering  # noqa: PLC0415 - paid for by the first preview

        asked = Asked(self._chooser, self._setter, self._voice.say, self._voice.language, self._editions)
        habits = self._habits(with_notes)
        stock = stock.after(habits.own_of(stock.dossier.id).ticks)
        self._ordering = ordering = Ordering(stock, habits, asked, colours, self._window)
        window = ordering.window
        window.print_wanted.connect(lambda: self._print_pages(window.pages, window))
        window.save_wanted.connect(lambda: self._save_pages(window.pages, window))
        window.finished.connect(lambda: self._remember(ordering))
        ordering.failed.connect(self.failed)
        self.told.connect(window.tell)
        self.waiting.connect(window.wait_for)
        window.open()
        return window

    def print(self, what: What, *, with_notes: bool) -> None:
        """Print topic sheets with the system's print dialog."""
        from fmm_desktop.ui.sheets.setting import make  # noqa: PLC0415 - see above

        if choice := self._choice(what, with_notes):
            job = Job(lambda report: make(choice, self._workshop, report), self)
            job.succeeded.connect(self._print)
            job.failed.connect(self.failed)
            self.waiting.emit(self.tr("Setting the sheets…"), job)
            job.start()

    def save(self, what: What, *, with_notes: bool) -> None:
        """Ask for a file and save topic sheets in it, as one PDF."""
        from fmm_desktop.ui.sheets.setting import make, name_of  # noqa: PLC0415 - see above

        if choice := self._choice(what, with_notes):
            self._save(lambda report: make(choice, self._workshop, report).pdf, name_of(choice), self._window)

    @cached_property
    def _setter(self) -> "Setter":
        """What sets sheets for the print window, the next one too: of that which cannot be stopped, there is one."""
        from fmm_desktop.ui.sheets.setting import Setter  # noqa: PLC0415 - see above

        return Setter(self._workshop, self)

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

    # -- what is ordered -------------------------------------------------------------------------------------------

    def _habits(self, with_notes: bool) -> "Habits":
        from fmm_desktop.ui.sheets import remembered  # noqa: PLC0415 - see above

        return remembered.load(self._own).with_notes(SheetKind.TOPIC, wanted=with_notes)

    def _remember(self, ordering: "Ordering") -> None:
        self._ordering = None
        from fmm_desktop.ui.sheets import remembered  # noqa: PLC0415 - see above

        try:
            remembered.save(ordering.habits, self._own)
        except OSError:
            self.told.emit(self.tr("How you print could not be kept for the next time."))

    def _choice(self, what: What, with_notes: bool) -> Choice | None:
        """Return topic sheets as the reader ordered them last; None when there is no such topic."""
        stock = self._chooser.stock()
        if stock is None or not stock.named[what]:
            return None
        habits = self._habits(with_notes)
        own, topics = habits.own_of(stock.dossier.id), stock.ordered(stock.named[what])
        order = structs.replace(habits.wished(SheetKind.TOPIC), topics=topics, marking=own.marking)
        return Choice(stock.dossier, order, self._chooser.notes_of(stock.noted_in(order)))

    def _print(self, printed: "Printed") -> None:
        from fmm_desktop.ui.sheets.setting import pages_of  # noqa: PLC0415 - see above

        if printed.trouble:
            self.told.emit(self._voice.say(printed.trouble))
        self._print_pages(pages_of(printed), self._window)

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

        # The dialog asked before it let a file be overwritten, but not for the name with the suffix added.
        self._put(make, path, overwrite=str(path) == chosen)

    def _put(self, make: Callable[[Report], bytes], path: Path, *, overwrite: bool) -> None:
        """Put a PDF in a file, whole or not at all."""

        def work(report: Report) -> None:
            from fmm_desktop.dossier.outgoing import write_whole  # noqa: PLC0415 - see above

            pdf = make(report)
            report(0.0)  # the last moment to stop
            write_whole(pdf, path, overwrite=overwrite)

        job = Job(work, self)
        job.succeeded.connect(lambda: self.told.emit(self.tr("Saved: %1").replace("%1", str(path))))
        self._must_finish(job, job.failed)
        job.failed.connect(self.failed)
        self.waiting.emit(self.tr("Setting the sheets…"), job)
        job.start()

    # -- printing --------------------------------------------------------------------------------------------------

    def _print_pages(self, pages: "Pages | None", parent: QWidget) -> None:
        if pages is None:
            return
        from fmm_desktop.ui.sheets.printing import ask_for_printer, file_of, numbers  # noqa: PLC0415 - see above

        printer = ask_for_printer(pages, self._folder, parent)
        if printer is None:
            return
        if path := file_of(printer):  # the dialog asked before it let one be overwritten
            pdf = pages.part(numbers(printer, len(pages)))
            self._put(lambda _report: pdf, path, overwrite=True)
        else:
            self._print_on(printer, pages)

    def _print_on(self, printer: "QPrinter", pages: "Pages") -> None:
        from fmm_desktop.ui.sheets.printing import PrintRun  # noqa: PLC0415 - see above

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
