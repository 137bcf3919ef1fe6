"""What the reader can ask for that takes more than one pane. What waits for a wish is imported here, when it comes."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject

from fmm_desktop.errors import Language
from fmm_desktop.ui.actions import Actions
from fmm_desktop.ui.colours import Colours
from fmm_desktop.ui.files import READABLE
from fmm_desktop.ui.main_window import MainWindow
from fmm_desktop.ui.notes.desk import NotesDesk
from fmm_desktop.ui.notes.pane import NotesPane
from fmm_desktop.ui.page.noted import Selected
from fmm_desktop.ui.sheets.choice import What
from fmm_desktop.ui.sheets.desk import SheetDesk
from fmm_desktop.ui.telling import Teller


class Wishes(QObject):
    """Shows what is hidden, asks what must be asked, and hands the rest to who does it."""

    def __init__(
        self, window: MainWindow, actions: Actions, notes_desk: NotesDesk, notes: NotesPane, teller: Teller
    ) -> None:
        super().__init__(window)
        self._window = window
        self._navigator, self._tree, self._page = window.navigator, window.tree, window.page
        self._actions = actions
        self._notes_desk = notes_desk
        self._notes = notes
        self._teller = teller

    def ask_for_file(self, do: Callable[[Path], None]) -> None:
        """Ask which dossier to open, or which document to import."""
        from PySide6.QtWidgets import QFileDialog  # noqa: PLC0415 - see above

        folder = str(self._window.path.parent) if self._window.path else ""
        documents = " ".join(f"*{suffix}" for suffix in READABLE)
        kinds = self.tr("Dossiers and documents (*.yaml *.yml %1);;Dossiers (*.yaml *.yml);;All files (*)")
        chosen, _ = QFileDialog.getOpenFileName(
            self._window, self.tr("Open a dossier"), folder, kinds.replace("%1", documents)
        )
        if chosen:
            do(Path(chosen))

    def begin_note_here(self) -> None:
        """Begin a note on the words that are selected, else on the current passage."""
        self.begin_note(self._page.selected or Selected(self._page.passage))

    def begin_note(self, on: Selected) -> None:
        """Begin a note on words of the page, or on a passage of it; on the topic when that is ""."""
        if self._navigator.topic is not None:
            self._actions["show_notes"].setChecked(True)
            self._page.show_passage(on.passage)
            self._actions["select_words"].setChecked(False)
            self._page.let_go()  # the words are highlighted from now on
            self._notes_desk.new_note(on)

    def let_select(self, by_keyboard: bool) -> None:
        """Let words be selected by keyboard, and say how; or end that."""
        self._page.let_select(by_keyboard)
        how = self.tr("Shift with the arrow keys selects words, Ctrl+N begins a note on them, Escape ends this.")
        self._window.statusBar().showMessage(how if by_keyboard else "")

    def type_note(self, words: str) -> None:
        """Go on with a note whose first letter was typed on the page, on the words that are selected there."""
        if self._navigator.topic is not None and not self._notes.isHidden():  # else, in a review, nobody would see it
            if self._page.selected is not None:
                self.begin_note_here()
            self._actions["show_notes"].setChecked(True)
            self._notes.type(words)

    def restore_note(self) -> None:
        """Bring back the note that was deleted last."""
        self._teller.end_deleted()
        self._notes_desk.restore()

    def go_to(self, shown: str, focus: Callable[[], None]) -> None:
        """Go to a place in a pane, which the action `shown` shows when it is hidden."""
        self._actions[shown].setChecked(True)
        focus()

    def escape(self) -> None:
        """Select no more by keyboard; else clear the filter; without one, what the message bar says."""
        if self._actions["select_words"].isChecked():
            self._actions["select_words"].setChecked(False)
        elif self._tree.filter_text:
            self._tree.clear_filter()
        else:
            self._teller.dismiss()

    def sheet(self, what: What, do: Callable[..., object]) -> None:
        """Do something with sheets, with or without notes as the reader chose."""
        do(what, with_notes=self._actions["with_notes"].isChecked())

    def preview(self, sheets: SheetDesk, colours: Colours) -> None:
        """Show the print window."""
        with_notes = self._actions["with_notes"]
        window = sheets.preview(colours, with_notes=with_notes.isChecked())
        if window is not None:
            window.notes_chosen.connect(with_notes.setChecked)  # one switch in two places

    def show_help(self, folder: Path, language: Language) -> None:
        """Show the help."""
        from fmm_desktop.ui.dialogs import show_help  # noqa: PLC0415 - see above

        show_help(folder, language, self._window)

    def show_about(self, state: Path) -> None:
        """Show what this program is, and where it keeps things."""
        from fmm_desktop.ui.dialogs import show_about  # noqa: PLC0415 - see above

        show_about(state, self._window)

    def may_lose(self, texts: tuple[str, ...]) -> bool:
        """Ask whether texts that could not be saved may be lost."""
        from fmm_desktop.ui.dialogs import may_lose  # noqa: PLC0415 - see above

        return may_lose(texts, self._window)
