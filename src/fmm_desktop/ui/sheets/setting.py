"""Sets sheets beside the window: the newest choice wins, and no more than two are ever at work."""

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject, Signal

from fmm_desktop.errors import UserError
from fmm_desktop.sheets.kinds import SheetKind
from fmm_desktop.ui.jobs import Job, Report
from fmm_desktop.ui.sheets.choice import Choice, Workshop
from fmm_desktop.ui.unread import sources_unread

if TYPE_CHECKING:
    from fmm_desktop.ui.sheets.pages import Pages

_AT_ONCE = 2  # Typst cannot be interrupted: beside a book that nobody waits for any more, one sheet can be set
_LOOK = 4  # ms: the reader waits for the page


class Printed(NamedTuple):
    """What was set, of which choice; `trouble` says why the style of the reader could not be used.

    `without` are the numbers of the topics that were chosen but have no table card.
    """

    pdf: bytes
    choice: Choice
    trouble: UserError | None = None
    without: tuple[str, ...] = ()


def make(choice: Choice, workshop: Workshop, report: Report) -> Printed:
    """Set a choice. Called on the thread of a job; nearly all the time goes into one step. UserError when it fails."""
    with sources_unread():
        from fmm_desktop.sheets.documents import document, left_out  # noqa: PLC0415 - paid for by the first sheet
        from fmm_desktop.sheets.house_style import own_style, typeset_in_style  # noqa: PLC0415
        from fmm_desktop.sheets.typesetting import House  # noqa: PLC0415

    report(0.0)
    printed = document(choice.dossier, choice.order, choice.notes, choice.since)
    report(0.0)
    pdf, trouble = typeset_in_style(printed, House(workshop.templates, own_style(workshop.state)))
    without = left_out(choice.dossier, choice.order, choice.notes)
    return Printed(pdf, choice, trouble, tuple(topic.number for topic in without))


def pages_of(printed: Printed) -> "Pages":
    """Return the pages that were set, with the name of the file that they would go in."""
    from fmm_desktop.ui.sheets.pages import Pages  # noqa: PLC0415 - loads pdfium

    return Pages(printed.pdf, name_of(printed.choice), two_sided=printed.choice.order.two_sided)


def name_of(choice: Choice) -> str:
    """Return the name of the file for the sheets of a choice."""
    from fmm_desktop.sheets.file_names import file_name, file_name_of  # noqa: PLC0415 - see above

    dossier, order = choice.dossier, choice.order
    topics = [dossier.topic(path) for path in order.topics or ()]
    if order.kind is SheetKind.TOPIC and len(topics) == 1 and topics[0] is not None:
        return file_name(dossier, topics[0])
    return _in_words(file_name_of(dossier, order), choice)


def _in_words(name: str, choice: Choice) -> str:
    """Return the name of a file in which the kind of sheet is called as on the sheets, not as a program calls it."""
    from fmm_desktop.dossier.vocabulary import headings_language  # noqa: PLC0415 - see above
    from fmm_desktop.sheets.vocabulary import sheet_kind_name  # noqa: PLC0415 - see above

    dossier, kind = choice.dossier, choice.order.kind
    before, words = f"-ed{dossier.edition}-", sheet_kind_name(kind, headings_language(dossier.language))
    head, found, tail = name.rpartition(f"{before}{kind}")
    return f"{head}{before}{words}{tail}" if found else name


class Setter(QObject):
    """Sets what was asked for last; of what was asked for before it, nothing comes any more."""

    made = Signal(object)  # Printed
    failed = Signal(object)  # the Exception

    def __init__(self, workshop: Workshop, parent: QObject) -> None:
        super().__init__(parent)
        self._workshop = workshop
        self._jobs: list[Job] = []
        self._awaited: Job | None = None  # the one of them that is not given up on
        self._next: Choice | None = None

    def ask(self, choice: Choice) -> None:
        """Set a choice, as soon as there is room for it."""
        self.drop()
        self._next = choice
        self._begin()

    def drop(self) -> None:
        """Give up on what was asked for."""
        self._next = self._awaited = None
        for job in self._jobs:
            job.stop()

    def _begin(self) -> None:
        choice = self._next
        if choice is None or len(self._jobs) >= _AT_ONCE:
            return
        self._next = None
        self._awaited = job = Job(lambda report: make(choice, self._workshop, report), self, look=_LOOK)
        self._jobs.append(job)
        job.succeeded.connect(self.made)  # a job that was stopped does not say so
        job.failed.connect(lambda error: self._tell(job, error))
        for ended in (job.succeeded, job.failed, job.stopped):
            ended.connect(lambda *_: self._end(job))
        job.start()

    def _tell(self, job: Job, error: Exception) -> None:
        if job is self._awaited:
            self.failed.emit(error)

    def _end(self, job: Job) -> None:
        self._jobs.remove(job)
        self._begin()
