"""Between the print window and those who know: what is chosen there is set, and what was set is shown there."""

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, NamedTuple

from msgspec.structs import replace
from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

from fmm_desktop.dossier.model import Dossier
from fmm_desktop.errors import Language, UserError
from fmm_desktop.sheets.kinds import SheetKind
from fmm_desktop.sheets.order import Order, Where
from fmm_desktop.ui.colours import Colours
from fmm_desktop.ui.sheets.choice import Choice, Chooser, Stock
from fmm_desktop.ui.sheets.editions_before import EditionsBefore
from fmm_desktop.ui.sheets.gathering import Gatherer
from fmm_desktop.ui.sheets.remembered import Habits
from fmm_desktop.ui.sheets.setting import Printed, Setter, pages_of
from fmm_desktop.ui.unread import sources_unread

if TYPE_CHECKING:
    from fmm_desktop.ui.sheets.choices import Choices
    from fmm_desktop.ui.sheets.window import PrintWindow

_TOLD = 20  # topics
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
        self._before = EditionsBefore(stock.dossier, asked.editions, self)
        self._before.found.connect(self._offer)
        self._before.read.connect(self._add)
        self._before.failed.connect(self._show_trouble)
        first = self._first()
        is_known = first.kind is not SheetKind.CHANGES  # else it is looked first what there is to compare with
        lack = self._ask(first, None) if is_known else ""  # before all else: Typst is at work while the window is made
        self.window = _window(colours, parent)
        self.window.finished.connect(self._end)
        asked.setter.made.connect(self._show)
        asked.setter.failed.connect(self._show_trouble)
        self.window.painted.connect(lambda: QTimer.singleShot(0, self, self._bring_choices))
        QTimer.singleShot(_PATIENCE, self, self._bring_choices)
        if not is_known:
            self._bring_choices()
            self._follow()
        if lack:
            self._say(lack)

    @property
    def habits(self) -> Habits:
        """How the reader prints now."""
        return self._habits if self._choices is None else self._choices.remembered()

    def _end(self) -> None:
        self._drop()
        self._before.drop()
        self.deleteLater()

    def _drop(self) -> None:
        """Give up on what was asked for."""
        self._gatherer.drop()
        self._asked.setter.drop()

    # -- what is chosen --------------------------------------------------------------------------------------------

    def _first(self) -> Order:
        """Return what is ordered at first: the kind of last time, but on the page of an actor their sheet."""
        stock, own = self._stock, self._habits.own_of(self._stock.dossier.id)
        actor = stock.actor or (own.actor if stock.dossier.actor(own.actor) else stock.likely_actor)
        kind = SheetKind.ACTOR if stock.actor else self._habits.kind
        kind = SheetKind.TOPIC if kind is SheetKind.ACTOR and not actor else kind
        topics = stock.ordered(stock.at_start(kind))
        return replace(self._habits.wished(kind), topics=topics, actor=actor, marking=own.marking)

    def _bring_choices(self) -> None:
        """Put all that can be chosen beside the pages, once these are there: the reader waits for them."""
        if self._choices is not None:
            return
        with sources_unread():
            from fmm_desktop.ui.sheets.choices import Choices  # noqa: PLC0415 - see above

        first = self._first()
        order = replace(first, notes=self._habits.order(first.kind).notes)
        self._choices = Choices(self._stock, order, self._habits, self._asked.language(), self.window)
        self.window.put_beside(self._choices, self._choices.last)
        self._choices.changed.connect(self._follow)
        self._choices.file_wanted.connect(self._ask_for_file)

    def _follow(self) -> None:
        if self._choices is None:
            return
        order, since = self._choices.order, self._choices.since
        if order.kind is SheetKind.TOPIC:
            self.window.notes_chosen.emit(order.notes.where is not Where.NONE)
        if order.kind is SheetKind.CHANGES and since is None and self._before.expected():
            self._drop()
            self.window.set_waiting()
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
        if order.kind is SheetKind.ACTOR and not order.actor:
            return self.tr("This dossier knows no such actor. Choose one from the list.")
        if order.kind is SheetKind.CHANGES and since is None:
            return self.tr("No other edition of this dossier was open here before. Choose one from a file.")
        order = order if order.kind is SheetKind.ACTOR else replace(order, actor="")
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
        told = (self._asked.say(printed.trouble) if printed.trouble else "", self._told_of(printed.without))
        words = "\n".join(filter(None, told))
        self.window.show_pages(pages_of(printed), self._with_doubt(words), at_top=kind is not self._kind)
        self._kind = kind

    def _told_of(self, without: tuple[str, ...]) -> str:
        """Say which topics have no table card, the first of very many."""
        if not without:
            return ""
        numbers = ", ".join(without[:_TOLD]) + (" …" if len(without) > _TOLD else "")
        return self.tr("No table card: %1. Nothing there may be on one.").replace("%1", numbers)

    def _show_trouble(self, error: Exception) -> None:
        if isinstance(error, UserError):
            self._say(self._with_doubt(self._asked.say(error)))
        else:
            self._say(self.tr("The sheets could not be set."))
            self.failed.emit(error)

    def _with_doubt(self, words: str) -> str:
        """Return words with what the reader should know of the edition that they compare with, if anything."""
        since = self._choices.since if self._choices is not None else None
        return "\n".join(filter(None, (words, self._before.doubt(since) if since else "")))

    def _offer(self, editions: list[Dossier]) -> None:
        if self._choices is not None:
            self._choices.offer_editions(editions)

    def _add(self, edition: Dossier) -> None:
        if self._choices is not None:
            self._choices.add_edition(edition)

    def _ask_for_file(self) -> None:
        if self._before.ask_for_file(self.window):
            self.window.set_waiting()


def _window(colours: Colours, parent: QWidget) -> "PrintWindow":
    """Return the window, and what draws pages loaded."""
    with sources_unread():
        import fmm_desktop.ui.sheets.pages  # noqa: F401, PLC0415 - while the first sheet is being set
        from fmm_desktop.ui.sheets.window import PrintWindow  # noqa: PLC0415 - see above

    return PrintWindow(colours, parent)
