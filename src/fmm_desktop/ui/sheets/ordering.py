"""Between the print window and those who know: what is chosen there is set, and what was set is shown there."""

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from msgspec.structs import replace
from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

from fmm_desktop.dossier.model import Dossier
from fmm_desktop.errors import Language, UserError
from fmm_desktop.sheets.kinds import SheetKind
from fmm_desktop.sheets.order import Order, Where
from fmm_desktop.ui.colours import Colours
from fmm_desktop.ui.jobs import Job
from fmm_desktop.ui.sheets.choice import Choice, Chooser, Stock
from fmm_desktop.ui.sheets.gathering import Gatherer
from fmm_desktop.ui.sheets.remembered import Habits
from fmm_desktop.ui.sheets.setting import Printed, Setter, pages_of
from fmm_desktop.ui.unread import sources_unread

if TYPE_CHECKING:
    from fmm_desktop.ui.sheets.choices import Choices
    from fmm_desktop.ui.sheets.window import PrintWindow

_AT_START = {SheetKind.TOPIC, SheetKind.CARD, SheetKind.SPEAKING, SheetKind.NOTES, SheetKind.BOOK}

_PATIENCE = 300  # ms, after which the choices come before the first page: a book takes longer


class Asked(NamedTuple):
    """Who is asked: for notes, for pages, for words, for the language, for the editions before the open one."""

    chooser: Chooser
    setter: Setter
    say: Callable[[UserError], str]
    language: Callable[[], Language]
    editions: Callable[[Dossier], Iterable[Dossier]]


class Ordering(QObject):
    """Opens a print window, and follows the choices in it as long as that is open."""

    failed = Signal(object)  # an Exception that the reader cannot mend

    def __init__(self, stock: Stock, habits: Habits, asked: Asked, colours: Colours, parent: QWidget) -> None:
        super().__init__(parent)
        self._stock = stock
        self._habits = habits
        self._asked = asked
        self._choices: Choices | None = None
        self._gatherer = Gatherer(asked.chooser, self)
        self._kind: SheetKind | None = None  # of the pages that are shown
        self._has_editions = False
        lack = self._ask(self._first(), None)  # before all else: Typst is at work while the window is made
        self.window = _window(colours, parent)
        self.window.finished.connect(self._end)
        asked.setter.made.connect(self._show)
        asked.setter.failed.connect(self._show_trouble)
        QTimer.singleShot(_PATIENCE, self, self._bring_choices)
        if lack:
            self._say(lack)

    @property
    def habits(self) -> Habits:
        """How the reader prints now."""
        return self._habits if self._choices is None else self._choices.remembered()

    def _end(self) -> None:
        self._drop()
        self.deleteLater()

    def _drop(self) -> None:
        """Give up on what was asked for."""
        self._gatherer.drop()
        self._asked.setter.drop()

    # -- what is chosen --------------------------------------------------------------------------------------------

    def _first(self) -> Order:
        kind = self._habits.kind if self._habits.kind in _AT_START else SheetKind.TOPIC
        kind = SheetKind.ACTOR if self._stock.actor else kind
        return replace(
            self._habits.wished(kind), topics=self._stock.ordered(self._stock.at_start(kind)), actor=self._stock.actor
        )

    def _bring_choices(self) -> None:
        """Put all that can be chosen beside the pages, once these are there: the reader waits for them."""
        if self._choices is not None:
            return
        with sources_unread():
            from fmm_desktop.ui.sheets.choices import Choices  # noqa: PLC0415 - see above

        first = self._first()
        order = replace(first, notes=self._habits.order(first.kind).notes)
        self._choices = Choices(self._stock, order, self._habits, self._asked.language(), self.window)
        self.window.put_beside(self._choices)
        self._choices.changed.connect(self._follow)
        self._choices.file_wanted.connect(self._ask_for_file)

    def _follow(self) -> None:
        if self._choices is None:
            return
        order, since = self._choices.order, self._choices.since
        if order.kind is SheetKind.TOPIC:
            self.window.notes_chosen.emit(order.notes.where is not Where.NONE)
        if order.kind is SheetKind.CHANGES and not self._has_editions:
            self._look_for_editions()
        elif lack := self._ask(order, since):
            self._say(lack)
        else:
            self.window.set_waiting()

    def _ask(self, order: Order, since: Dossier | None) -> str:
        """Have an order set; return what is lacking for that, in words."""
        if not self._stock.named["all"]:
            return self.tr("This dossier has no topics to print.")
        if order.topics == ():
            return self.tr("Nothing is ticked. Tick a topic to see its pages.")
        if order.kind is SheetKind.CHANGES and since is None:
            return self.tr("No other edition of this dossier was open here before. Choose one from a file.")
        self._drop()
        self._gatherer.gather(
            self._stock.noted_in(order),
            lambda notes: self._asked.setter.ask(Choice(self._stock.dossier, order, notes, since)),
        )
        return ""

    # -- what comes of it ------------------------------------------------------------------------------------------

    def _say(self, words: str) -> None:
        self._drop()
        self.window.show_trouble(words)
        QTimer.singleShot(0, self, self._bring_choices)

    def _show(self, printed: Printed) -> None:
        kind = printed.choice.order.kind
        words = self._asked.say(printed.trouble) if printed.trouble else ""
        self.window.show_pages(pages_of(printed), words, at_top=kind is not self._kind)
        self._kind = kind
        QTimer.singleShot(0, self, self._bring_choices)

    def _show_trouble(self, error: Exception) -> None:
        if isinstance(error, UserError):
            self._say(self._asked.say(error))
        else:
            self._say(self.tr("The sheets could not be set."))
            self.failed.emit(error)

    # -- the edition before ----------------------------------------------------------------------------------------

    def _look_for_editions(self) -> None:
        """Look which editions were open before, beside the window: they may be large."""
        self._drop()
        self.window.set_waiting()
        self._has_editions = True
        dossier, editions = self._stock.dossier, self._asked.editions
        job = Job(lambda _report: [one for one in editions(dossier) if one != dossier], self)
        job.succeeded.connect(self._offer)
        job.failed.connect(self._show_trouble)
        job.start()

    def _offer(self, editions: list[Dossier]) -> None:
        if self._choices is not None:
            self._choices.offer_editions(editions)

    def _ask_for_file(self) -> None:
        from PySide6.QtWidgets import QFileDialog  # noqa: PLC0415 - seldom asked

        from fmm_desktop.dossier.reading import read  # noqa: PLC0415

        chosen, _ = QFileDialog.getOpenFileName(
            self.window, self.tr("The edition before"), "", self.tr("Dossiers (*.yaml *.yml);;All files (*)")
        )
        if chosen and self._choices is not None:
            self.window.set_waiting()
            job = Job(lambda _report: read(Path(chosen)), self)
            job.succeeded.connect(self._choices.add_edition)
            job.failed.connect(self._show_trouble)
            job.start()


def _window(colours: Colours, parent: QWidget) -> "PrintWindow":
    """Return the window, and what draws pages loaded."""
    with sources_unread():
        import fmm_desktop.ui.sheets.pages  # noqa: F401, PLC0415 - while the first sheet is being set
        from fmm_desktop.ui.sheets.window import PrintWindow  # noqa: PLC0415 - see above

    return PrintWindow(colours, parent)
