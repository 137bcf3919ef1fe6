"""Everything around the page: notes, menus, messages, sheets, looks. Brought into a window, and wired, in one place."""

from collections.abc import Callable, Mapping
from pathlib import Path

from msgspec import Struct
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QVBoxLayout

from fmm_desktop.dossier.outcome import Reading
from fmm_desktop.errors import UserError
from fmm_desktop.notes.store import NoteStore
from fmm_desktop.search.query import Query
from fmm_desktop.ui import state
from fmm_desktop.ui.actions import Actions
from fmm_desktop.ui.appearance import Appearance
from fmm_desktop.ui.colours import Colours
from fmm_desktop.ui.flat import flatten
from fmm_desktop.ui.focus import FocusLine, copy_from_focus, next_pane
from fmm_desktop.ui.icons import Icons
from fmm_desktop.ui.jobs import Job, end_jobs
from fmm_desktop.ui.language import InterfaceLanguage
from fmm_desktop.ui.location import OVERVIEW, Destination
from fmm_desktop.ui.main_window import MainWindow
from fmm_desktop.ui.memory import Memory
from fmm_desktop.ui.message_bar import MessageBar
from fmm_desktop.ui.notes.desk import Counts, NotesDesk
from fmm_desktop.ui.notes.keeper import NoteKeeper
from fmm_desktop.ui.notes.pane import NotesPane
from fmm_desktop.ui.opening import Opener
from fmm_desktop.ui.sheets.choice import Chooser, What
from fmm_desktop.ui.sheets.desk import SheetDesk

_PATIENCE = 2.0  # seconds that closing waits for jobs; typesetting cannot be interrupted, and does no harm


class Surroundings(Struct, frozen=True):
    """What a window is given: folders, notes, languages, colours at the start, a dossier for when the first fails."""

    resources: Path
    state: Path
    store: NoteStore
    language: InterfaceLanguage
    colours: Colours
    cache: Path
    fallback: Path


class Controls(QObject):
    """The controls of a window."""

    def __init__(self, window: MainWindow, given: Surroundings, left: state.WindowState) -> None:
        super().__init__(window)
        self._window = window
        self._given = given
        self._deleted = ""  # what was said of the note that was deleted last
        self._navigator, self._tree, self._page = window.navigator, window.tree, window.page
        self._appearance = Appearance(given.language, given.colours, self)
        self._appearance.restore(left.theme, left.zoom, left.language)
        self._opener = Opener(given.cache, self)
        self._keeper = NoteKeeper(given.store, self._say, self)
        self._bring_in_panes()
        self._notes_desk = NotesDesk(self._keeper, self._notes, self)
        chooser = Chooser(self._navigator, self._notes_desk.for_sheet)
        self._sheets = SheetDesk(chooser, given.resources / "sheets", self._say, window)
        self._actions = Actions(window, Icons(given.resources / "icons"))
        self._actions.set_colours(self._appearance.colours)
        self._memory = Memory(window, self._actions, self._appearance, given.state, left)
        window.controls = self
        window.installEventFilter(self)
        self._connect_signals()
        self._connect_actions()
        self._retranslate()
        self._repaint()
        self._page.set_note_counts(self.arrive())
        self._tree.set_notes(self._notes_desk.texts)
        self._may_walk(self._tree.query)

    def _bring_in_panes(self) -> None:
        colours = self._appearance.colours
        self._messages = MessageBar(colours, self._window)
        self._window.middle.insertWidget(0, self._messages)
        self._notes = NotesPane(colours, self._window)
        side = QVBoxLayout(self._window.side)
        side.setContentsMargins(0, 0, 0, 0)
        side.addWidget(self._notes)
        places = (*self._tree.focus_places, self._page, *self._notes.focus_places)
        self._focus_line = FocusLine(places, colours.accent)
        self._tree.finish(colours)
        self._page.finish()
        flatten(self._tree)
        flatten(self._notes)
        self._window.statusBar().setSizeGripEnabled(False)

    # -- the whole flow, on one screen -----------------------------------------------------------------------------

    def _connect_signals(self) -> None:
        self._window.dropped.connect(lambda path: self.open(Destination(path)))
        self._page.passage_chosen.connect(self._notes_desk.choose_passage)
        self._page.zoom_wanted.connect(self._appearance.zoom_by)
        self._page.typed.connect(self._type_note)
        self._page.explained.connect(self._window.statusBar().showMessage)
        self._notes.delete_wanted.connect(self._notes_desk.delete)
        self._notes.passage_wanted.connect(self._page.show_passage)
        self._keeper.alarms.raised.connect(self.warn)
        self._keeper.alarms.cleared.connect(self._end_alarm)
        self._notes_desk.counted.connect(self._show_counts)
        self._notes_desk.deleted.connect(self._tell_deleted)
        self._navigator.leaving.connect(self._keeper.leave)
        self._opener.opened.connect(self._show_dossier)
        self._opener.failed.connect(self._file_failed)
        self._opener.waiting.connect(self._wait_for_file)
        self._sheets.told.connect(self._messages.tell)
        self._sheets.failed.connect(self._warn_of)
        self._sheets.waiting.connect(self._messages.wait_for)
        self._appearance.changed.connect(self._repaint)
        self._memory.failed.connect(self._tell_forgotten)
        self._tree.query_changed.connect(self._may_walk)
        self._keeper.changed.connect(self._tree.follow_notes)

    def _connect_actions(self) -> None:
        looks, notes, go = self._appearance, self._notes_desk, self._navigator
        done: dict[str, Callable[[], object]] = {
            "open": self._ask_for_file,
            "preview": self._preview,
            "print": lambda: self._sheet("topic", self._sheets.print),
            "save_pdf": lambda: self._sheet("topic", self._sheets.save),
            "save_all": lambda: self._sheet("all", self._sheets.save),
            "quit": self._window.close,
            "note_on_passage": lambda: self._begin_note(self._page.passage),
            "note_on_topic": lambda: self._begin_note(""),
            "delete_note": notes.delete,
            "restore_note": self._restore_note,
            "copy": copy_from_focus,
            "filter": self._go_to_filter,
            "clear_filter": self._escape,
            "zoom_in": lambda: looks.zoom_by(1),
            "zoom_out": lambda: looks.zoom_by(-1),
            "zoom_reset": lambda: looks.zoom_by(0),
            "theme_system": lambda: looks.choose_scheme("system"),
            "theme_light": lambda: looks.choose_scheme("light"),
            "theme_dark": lambda: looks.choose_scheme("dark"),
            "language_system": lambda: looks.choose_language("system"),
            "language_nl": lambda: looks.choose_language("nl"),
            "language_en": lambda: looks.choose_language("en"),
            "back": go.back,
            "forward": go.forward,
            "overview": lambda: go.go(OVERVIEW),
            "next_topic": lambda: self._go_to_neighbour(1),
            "previous_topic": lambda: self._go_to_neighbour(-1),
            "next_passage": lambda: self._page.step_passage(1),
            "previous_passage": lambda: self._page.step_passage(-1),
            "next_hit": lambda: self._go_to_hit(1),
            "previous_hit": lambda: self._go_to_hit(-1),
            "go_tree": lambda: self._go_to("show_tree", self._tree.focus_tree),
            "go_page": lambda: self._page.setFocus(Qt.FocusReason.ShortcutFocusReason),
            "go_notes": lambda: self._go_to("show_notes", self._notes.focus_list),
            "go_editor": lambda: self._go_to("show_notes", self._notes.focus_editor),
            "next_pane": lambda: next_pane((self._tree, self._page, self._notes), 1),
            "previous_pane": lambda: next_pane((self._tree, self._page, self._notes), -1),
            "help": self._show_help,
            "about": self._show_about,
        }
        for name, do in done.items():
            self._actions[name].triggered.connect(lambda _checked=False, do=do: do())
        self._actions["show_sources"].toggled.connect(self._page.set_show_sources)
        self._actions["show_tree"].toggled.connect(self._tree.setVisible)
        self._actions["show_notes"].toggled.connect(self._window.side.setVisible)

    # -- dossier and page ------------------------------------------------------------------------------------------

    def open(self, destination: Destination) -> None:
        """Open the dossier in a data file; a bad one is told of and the open one stays."""
        self._opener.open(destination)

    def _show_dossier(self, reading: Reading, destination: Destination) -> None:
        self._messages.dismiss()
        self._window.enter(reading.dossier, destination)
        if reading.warnings:
            first = reading.warnings[0].text(self._given.language.current)
            words = self.tr("%n thing(s) to mend in this file. The first: %1", "", len(reading.warnings))
            self._messages.tell(words.replace("%1", first))

    def _file_failed(self, error: Exception) -> None:
        if self._navigator.dossier is None and self._window.path is None:
            self._window.path = self._given.fallback  # once: a fallback that fails as well leaves an empty window
            self.open(Destination(self._given.fallback))
        self._warn_of(error)

    def arrive(self) -> Mapping[str, int]:
        """Go along to the page that is open now; return how many notes hang on each of its passages."""
        self._end_alarm(self._deleted)
        dossier, topic = self._navigator.dossier, self._navigator.topic
        passages: Mapping[str, int] = {}
        if dossier is not None:
            topics, passages = self._notes_desk.show(dossier, topic)
            self._tree.set_note_counts(topics)
        for name in ("preview", "print", "save_pdf", "note_on_passage", "note_on_topic"):
            self._actions[name].setEnabled(topic is not None)
        for name in ("save_all", "overview", "next_topic", "previous_topic"):
            self._actions[name].setEnabled(dossier is not None)
        self._actions["back"].setEnabled(bool(self._navigator.history.back))
        self._actions["forward"].setEnabled(bool(self._navigator.history.forward))
        self._actions["restore_note"].setEnabled(self._notes_desk.can_restore)
        self._memory.save_soon()
        return passages

    def _show_counts(self, counts: Counts) -> None:
        self._tree.set_note_counts(counts.topics)
        self._page.set_note_counts(counts.passages)
        self._actions["restore_note"].setEnabled(self._notes_desk.can_restore)

    def _go_to_neighbour(self, step: int) -> None:
        there = self._tree.neighbour(step)
        if there is not None:
            self._navigator.go(there)

    def _go_to_hit(self, step: int) -> None:
        """Go to the next hit on the page, and after the last one to the first of the next topic that was found."""
        if self._tree.shows_current and self._page.step_hit(step):
            return
        there = self._tree.round(step)
        if there is not None:
            self._navigator.go(there)
            self._page.go_to_hit(step)

    def _may_walk(self, query: Query) -> None:
        for name in ("next_hit", "previous_hit"):
            self._actions[name].setEnabled(bool(query))

    # -- wishes ----------------------------------------------------------------------------------------------------

    def _ask_for_file(self) -> None:
        from PySide6.QtWidgets import QFileDialog  # noqa: PLC0415 - what waits for a wish costs nothing before it

        folder = str(self._window.path.parent) if self._window.path else ""
        chosen, _ = QFileDialog.getOpenFileName(
            self._window, self.tr("Open a dossier"), folder, self.tr("Dossiers (*.yaml *.yml);;All files (*)")
        )
        if chosen:
            self.open(Destination(Path(chosen)))

    def _begin_note(self, passage_id: str) -> None:
        if self._navigator.topic is not None:
            self._actions["show_notes"].setChecked(True)
            self._page.show_passage(passage_id)
            self._notes_desk.new_note(passage_id)

    def _type_note(self, words: str) -> None:
        if self._navigator.topic is not None:
            self._actions["show_notes"].setChecked(True)
            self._notes.type(words)

    def _go_to_filter(self) -> None:
        self._actions["show_tree"].setChecked(True)
        self._tree.focus_filter()

    def _go_to(self, shown: str, focus: Callable[[], None]) -> None:
        """Go to a pane, which the action `shown` shows when it is hidden."""
        self._actions[shown].setChecked(True)
        focus()

    def _escape(self) -> None:
        if self._tree.filter_text:
            self._tree.clear_filter()
        else:
            self._messages.dismiss()

    def _sheet(self, what: What, do: Callable[..., object]) -> None:
        do(what, with_notes=self._actions["with_notes"].isChecked())

    def _preview(self) -> None:
        with_notes = self._actions["with_notes"]
        dialog = self._sheets.preview(self._appearance.colours, with_notes=with_notes.isChecked())
        dialog.choice_changed.connect(lambda _what, notes: with_notes.setChecked(notes))  # one switch in two places

    def _show_help(self) -> None:
        from fmm_desktop.ui.dialogs import show_help  # noqa: PLC0415 - see above

        show_help(self._given.resources / "help", self._given.language.current, self._window)

    def _show_about(self) -> None:
        from fmm_desktop.ui.dialogs import show_about  # noqa: PLC0415 - see above

        show_about(self._given.state, self._window)

    # -- what is said ----------------------------------------------------------------------------------------------

    def warn(self, words: str) -> None:
        """Say that something went wrong; what is open stays open."""
        self._messages.warn(words)

    def _end_alarm(self, words: str) -> None:
        if self._messages.words == words:
            self._messages.dismiss()

    def tell(self, words: str) -> None:
        """Say something worth knowing."""
        self._messages.tell(words)

    def back_up_notes(self) -> None:
        """Make the backup of the day, if there is none yet."""
        self._keeper.back_up()

    def _say(self, error: UserError) -> str:
        return error.text(self._given.language.current)

    def _warn_of(self, error: Exception) -> None:
        if not isinstance(error, UserError):
            raise error
        self.warn(self._say(error))

    def _tell_deleted(self) -> None:
        self._deleted = self.tr("The note was deleted.")
        self._messages.tell(self._deleted, action=self.tr("Bring back"), do=self._notes_desk.restore)

    def _restore_note(self) -> None:
        self._end_alarm(self._deleted)
        self._notes_desk.restore()

    def _wait_for_file(self, destination: Destination, job: Job) -> None:
        self._messages.wait_for(self.tr("Reading %1…").replace("%1", destination.path.name), job)

    def _tell_forgotten(self, reason: str) -> None:
        words = self.tr("The window will not come back as it is now: %1.")
        self._window.statusBar().showMessage(words.replace("%1", reason))

    # -- looks and state -------------------------------------------------------------------------------------------

    def _repaint(self) -> None:
        colours = self._appearance.colours
        for pane in (self._tree, self._notes, self._messages, self._actions):
            pane.set_colours(colours)
        self._focus_line.set_colour(colours.accent)
        self._page.set_style(self._appearance.style)
        self._memory.save_soon()

    def _retranslate(self) -> None:
        self._actions.retranslate()
        self._tree.retranslate(self._given.language.current)
        self._page.retranslate()

    def leave(self) -> bool:
        """Save everything before the window closes; return whether it may close."""
        if (unsaved := self._keeper.unsaved()) and not self._may_lose(unsaved):
            return False
        if not self._sheets.may_leave():
            return False
        end_jobs(self._window, _PATIENCE)
        self._memory.save()
        self._keeper.close()
        self._given.language.fall_silent()
        return True

    def _may_lose(self, texts: tuple[str, ...]) -> bool:
        from fmm_desktop.ui.dialogs import may_lose  # noqa: PLC0415 - see above

        return may_lose(texts, self._window)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Follow the language of the interface."""
        if event.type() is QEvent.Type.LanguageChange and watched is self._window:
            self._retranslate()
        return super().eventFilter(watched, event)
