"""What a reader can do with notes beside writing them: mark, undo, look back, review, hand on; wired in one place."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QPlainTextEdit

from fmm_desktop.errors import Language
from fmm_desktop.notes.store import NoteStore
from fmm_desktop.ui.actions import Actions
from fmm_desktop.ui.colours import Colours
from fmm_desktop.ui.main_window import MainWindow
from fmm_desktop.ui.notes.desk import NotesDesk
from fmm_desktop.ui.notes.disputes import Disputes
from fmm_desktop.ui.notes.doors import NoteDoors
from fmm_desktop.ui.notes.exchange import NoteExchange
from fmm_desktop.ui.notes.keeper import NoteKeeper
from fmm_desktop.ui.notes.many import ManyChanges
from fmm_desktop.ui.notes.menu import Allow, NoteMenu
from fmm_desktop.ui.notes.pane import NotesPane
from fmm_desktop.ui.notes.reviewer import Reviewer
from fmm_desktop.ui.notes.undo import Undo
from fmm_desktop.ui.telling import Teller


class NoteHands(QObject):
    """Brings these together with what keeps the notes and what shows them."""

    waiting = Signal(str, object)  # words, Work: something takes its time

    def __init__(  # noqa: PLR0913, PLR0917 - one hand for each that it works with
        self,
        window: MainWindow,
        actions: Actions,
        allow: Allow,
        keeper: NoteKeeper,
        desk: NotesDesk,
        pane: NotesPane,
        teller: Teller,
        store: NoteStore,
        looks: Callable[[], tuple[Colours, Language]],
    ) -> None:
        """`looks` gives the colours and the language of the interface as they are now."""
        super().__init__(window)
        navigator = window.navigator
        # First, for what is done with notes leaves the review before it is done.
        self._reviewer = Reviewer(window, actions, keeper, desk, pane, teller, lambda: looks()[0])
        page = window.page
        NoteMenu(actions, allow, navigator, desk, pane, lambda: page.hasFocus() and page.selected is not None)
        self._many = many = ManyChanges(store, keeper)
        editors = window.side.findChildren(QPlainTextEdit)
        self._undo = Undo(actions, allow, navigator, keeper, many, desk, editors, teller)
        self.mind, self.refresh_undo = self._undo.mind, self._undo.refresh
        self.doors = NoteDoors(window, actions, allow, navigator, keeper, many, desk, looks)
        disputes = Disputes(actions, allow, navigator, keeper, desk, teller, self.doors.show_versions)
        self.exchange = NoteExchange(
            store, lambda: navigator.dossier, lambda: looks()[1], window, desk.placements.editions
        )
        actions["export_notes"].triggered.connect(lambda _checked=False: self.exchange.export())
        actions["import_notes"].triggered.connect(lambda _checked=False: self.exchange.ask_for_import())
        pane.set_reader(store.author)
        pane.shown.connect(self.doors.follow)
        pane.shown.connect(lambda _writing: self._undo.watch(window.side.findChildren(QPlainTextEdit)))
        self.doors.follow(pane.writing)
        self.exchange.told.connect(teller.tell)
        self.exchange.choice_wanted.connect(lambda words: teller.tell_to_choose(words, disputes.show))
        self.exchange.failed.connect(teller.warn_of)
        self.exchange.waiting.connect(self.waiting)
        many.told.connect(teller.tell)
        many.failed.connect(teller.warn_of)
        many.waiting.connect(self.waiting)
        self.exchange.taken_in.connect(keeper.changed)

    def enter(self) -> None:
        """Another dossier is about to be open."""
        self._reviewer.enter()

    def leave_review(self) -> bool:
        """Leave the notes in doubt for later; return whether the reader was at them."""
        return self._reviewer.leave()

    def stop(self, seconds: float) -> None:
        """Stop what is done to many notes, and wait for it no longer than `seconds`."""
        self._many.stop(seconds)

    def close(self) -> None:
        """Close what is open beside the window, before the notes are."""
        self.doors.close()

    def set_colours(self, colours: Colours) -> None:
        """Paint in other colours."""
        self._reviewer.set_colours(colours)

    def speak(self, language: Language) -> None:
        """Say everything in a language."""
        self._undo.refresh()
        self._reviewer.speak(language)
