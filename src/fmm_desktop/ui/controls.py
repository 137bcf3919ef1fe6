"""Everything around the page: notes, menus, messages, sheets, looks. Brought into a window, and wired, in one place."""

from collections.abc import Callable
from pathlib import Path

from msgspec import Struct
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from fmm_desktop.dossier.model import Dossier
from fmm_desktop.dossier.outcome import Reading
from fmm_desktop.notes.store import NoteStore
from fmm_desktop.search.query import Query
from fmm_desktop.ui import state
from fmm_desktop.ui.actions import Actions
from fmm_desktop.ui.appearance import Appearance
from fmm_desktop.ui.arrivals import Arrivals
from fmm_desktop.ui.colours import Colours
from fmm_desktop.ui.flat import flatten
from fmm_desktop.ui.focus import FocusLine, copy_from_focus, next_pane
from fmm_desktop.ui.icons import Icons
from fmm_desktop.ui.importing.door import Around, ImportDoor
from fmm_desktop.ui.jobs import end_jobs
from fmm_desktop.ui.language import InterfaceLanguage
from fmm_desktop.ui.library.door import LibraryDoor
from fmm_desktop.ui.line_keys import LineKeys
from fmm_desktop.ui.location import OVERVIEW, Destination
from fmm_desktop.ui.main_window import MainWindow
from fmm_desktop.ui.memory import Memory
from fmm_desktop.ui.message_bar import MessageBar
from fmm_desktop.ui.news import News
from fmm_desktop.ui.notes.desk import Counts, NotesDesk
from fmm_desktop.ui.notes.hands import NoteHands
from fmm_desktop.ui.notes.keeper import NoteKeeper
from fmm_desktop.ui.notes.pane import NotesPane
from fmm_desktop.ui.opening import Opener
from fmm_desktop.ui.page.noted import NOTHING_NOTED, Noted, Selected
from fmm_desktop.ui.remarks.door import RemarksDoor
from fmm_desktop.ui.sheets.choice import Chooser, Workshop
from fmm_desktop.ui.sheets.desk import SheetDesk, Voice
from fmm_desktop.ui.telling import Teller
from fmm_desktop.ui.turning import Turner
from fmm_desktop.ui.unread import sources_unread
from fmm_desktop.ui.walking import Walker
from fmm_desktop.ui.wishes import Wishes

TYPE_CHECKING = False
if TYPE_CHECKING:
    from fmm_desktop.ui.library.room import LibraryRoom
    from fmm_desktop.ui.remarks.silences import Silences

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
        self._navigator, self._tree, self._page = window.navigator, window.tree, window.page
        self._appearance = Appearance(given.language, given.colours, self)
        self._appearance.restore(left.theme, left.zoom, left.language)
        self._opener = Opener(given.cache, self)
        self._bring_in_panes()
        self._teller = Teller(self._messages, window.statusBar(), given.language, self)
        self._keeper = NoteKeeper(given.store, self._teller.say, self)
        self._notes_desk = NotesDesk(self._keeper, self._notes, self._kept_editions, self)
        self._notes.arrange(left.notes)
        chooser = Chooser(self._navigator, self._tree, self._notes_desk.for_sheet, self._notes_desk.counts)
        workshop = Workshop(given.resources / "sheets", given.state)
        voice = Voice(self._teller.say, lambda: given.language.current)
        self._sheets = SheetDesk(chooser, workshop, voice, self._kept_editions, window)
        self._actions = Actions(window, Icons(given.resources / "icons"))
        self._walker = Walker(window)
        self._wishes = Wishes(window, self._actions, self._notes_desk, self._notes, self._teller)
        self._actions.set_colours(self._appearance.colours)
        self._memory = Memory(window, self._actions, self._appearance, given.state, left)
        self._turner = Turner(window, self._actions)
        self._door = LibraryDoor(window, self._actions, self._memory, self._make_library)
        self._arrivals = Arrivals(window, self._actions, self._memory, self._teller)
        shipped = given.fallback.parent
        self._imports = ImportDoor(
            window,
            Around(
                given.resources / "phrases",
                given.cache,
                lambda: window.navigator.dossier,
                lambda: self._memory.library,
                self._kept_editions,
                given.resources / "help",
                lambda: window.path is not None and window.path.parent == shipped,
            ),
            lambda: (self._appearance.colours, given.language.current),
            self._teller.say,
        )
        self._remarks = RemarksDoor(
            window, self._actions, self._memory, self._teller, shipped, lambda: given.language.current
        )
        self._again: Destination | None = None  # the file that is being read again
        self._hands = NoteHands(
            window,
            self._actions,
            self._door.allow,
            self._keeper,
            self._notes_desk,
            self._notes,
            self._teller,
            given.store,
            lambda: (self._appearance.colours, given.language.current),
        )
        on_passages, editions = self._notes_desk.hung.on_passages, given.state / "editions"
        self._news = News(window, self._actions, self._teller, editions, on_passages)
        self._notes_desk.placements.looked.connect(self._news.follow_notes)
        LineKeys(window)
        window.controls = self
        window.installEventFilter(self)
        self._connect_signals()
        self._connect_actions()
        self._retranslate()
        self._repaint()
        self._page.set_noted(self.arrive())
        self._tree.set_notes(self._notes_desk.hung.texts)
        self._may_walk(self._tree.query)
        if window.path is not None and window.navigator.dossier is not None:
            self._memory.remember(window.path)
        self._remarks.begin()

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
        self._notes.shown.connect(lambda _writing: self._focus_line.watch(self._notes.focus_places))
        self._tree.finish(colours)
        self._page.finish()
        flatten(self._tree)
        flatten(self._notes)
        self._window.statusBar().setSizeGripEnabled(False)

    def _mind_silences(self, silences: "Silences") -> None:
        """Undo what was silenced, and no note, while the reader is in the pane of remarks."""
        self._hands.mind(silences)
        silences.changed.connect(self._hands.refresh_undo)

    # -- the whole flow, on one screen -----------------------------------------------------------------------------

    def _connect_signals(self) -> None:
        notes, page, teller = self._notes_desk, self._page, self._teller
        self._window.dropped.connect(self._arrivals.take)
        self._arrivals.wanted.connect(self.open)
        self._arrivals.folder_wanted.connect(self._door.show)
        self._arrivals.document_wanted.connect(self._imports.read)
        self._imports.saved.connect(self._remarks.tell_of)
        self._imports.saved.connect(lambda path: self.open(Destination(path)))
        self._remarks.wanted.connect(self.open)
        self._remarks.silencing.connect(self._mind_silences)
        self._remarks.made.connect(lambda pane: self._focus_line.watch((pane,)))
        self._imports.failed.connect(teller.warn_of)
        self._imports.waiting.connect(self._messages.wait_for)
        self._imports.ready.connect(teller.tell_ready)
        self._door.choosing.connect(self._arrivals.ask_for_folder)
        self._door.wanted.connect(self.open)
        self._door.unwanted.connect(self._opener.stop)
        self._door.entering.connect(self._settle)
        page.passage_chosen.connect(notes.choose_passage)
        page.zoom_wanted.connect(self._appearance.zoom_by)
        page.typed.connect(self._wishes.type_note)
        page.note_wanted.connect(self._wishes.begin_note_here)
        page.everything_requested.connect(self._turner.show_everything)
        page.explained.connect(self._window.statusBar().showMessage)
        self._notes.arranged.connect(self._memory.remember_notes)
        self._notes.delete_wanted.connect(notes.delete)
        notes.place_wanted.connect(page.show_words)
        notes.noted.connect(page.set_noted)
        page.words_chosen.connect(notes.choose_note)
        page.words_selected.connect(notes.make_room)
        self._keeper.alarms.raised.connect(teller.warn)
        self._keeper.alarms.cleared.connect(teller.end)
        notes.counted.connect(self._show_counts)
        notes.deleted.connect(lambda: teller.tell_deleted(notes.restore))
        self._navigator.leaving.connect(self._keeper.leave)
        self._opener.opened.connect(self._show_dossier)
        self._opener.failed.connect(self._file_failed)
        self._opener.waiting.connect(teller.wait_for_file)
        self._opener.waiting.connect(self._door.wait_for)
        self._sheets.told.connect(teller.tell)
        self._sheets.failed.connect(teller.warn_of)
        self._sheets.waiting.connect(self._messages.wait_for)
        self._hands.waiting.connect(self._messages.wait_for)
        self._hands.exchange.beginning.connect(self._settle)
        self._appearance.changed.connect(self._repaint)
        self._memory.failed.connect(teller.tell_forgotten)
        self._tree.query_changed.connect(self._may_walk)
        self._keeper.changed.connect(self._tree.follow_notes)

    def _connect_actions(self) -> None:
        looks, notes, go, wishes, walker = (
            self._appearance,
            self._notes_desk,
            self._navigator,
            self._wishes,
            self._walker,
        )
        done: dict[str, Callable[[], object]] = {
            "open": lambda: wishes.ask_for_file(self._arrivals.open_path),
            "open_folder": self._arrivals.ask_for_folder,
            "library": self._door.toggle,
            "import_document": self._imports.ask,
            "preview": lambda: wishes.preview(self._sheets, looks.colours),
            "print": lambda: wishes.sheet("topic", self._sheets.print),
            "save_pdf": lambda: wishes.sheet("topic", self._sheets.save),
            "save_all": lambda: wishes.sheet("all", self._sheets.save),
            "reload": self._reload,
            "quit": self._window.close,
            "note_on_passage": wishes.begin_note_here,
            "note_on_topic": lambda: wishes.begin_note(Selected("")),
            "delete_note": notes.delete,
            "restore_note": wishes.restore_note,
            "copy": copy_from_focus,
            "filter": self._find,
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
            "everything": self._turner.follow_link,
            "next_topic": lambda: walker.go_to_topic(1),
            "previous_topic": lambda: walker.go_to_topic(-1),
            "next_passage": lambda: self._page.step_passage(1),
            "previous_passage": lambda: self._page.step_passage(-1),
            "next_hit": lambda: walker.go_to_hit(1),
            "previous_hit": lambda: walker.go_to_hit(-1),
            "go_tree": lambda: wishes.go_to("show_tree", self._tree.focus_tree),
            "go_page": lambda: self._page.setFocus(Qt.FocusReason.ShortcutFocusReason),
            "go_notes": lambda: wishes.go_to("show_notes", self._notes.focus_list),
            "go_editor": lambda: wishes.go_to("show_notes", self._notes.focus_editor),
            "next_pane": lambda: next_pane(self._panes(), 1),
            "previous_pane": lambda: next_pane(self._panes(), -1),
            "help": lambda: wishes.show_help(self._given.resources / "help", self._given.language.current),
            "about": lambda: wishes.show_about(self._given.state),
        }
        for name, do in done.items():
            self._actions[name].triggered.connect(lambda _checked=False, do=do: do())
        self._actions["show_sources"].toggled.connect(self._page.set_show_sources)
        self._actions["select_words"].toggled.connect(wishes.let_select)
        self._actions["show_tree"].toggled.connect(self._tree.setVisible)
        self._actions["show_notes"].toggled.connect(self._window.side.setVisible)

    # -- dossier and page ------------------------------------------------------------------------------------------

    def open(self, destination: Destination) -> None:
        """Open the dossier in a data file; a bad one is told of and the open one stays."""
        self._opener.open(destination)

    def _reload(self) -> None:
        """Read the file of the dossier again; the reader stays where they are in it."""
        window = self._window
        if window.path is not None:
            self._again = Destination(window.path, window.navigator.location, window.page.place())
            self.open(self._again)

    def _panes(self) -> tuple[QWidget, ...]:
        return (self._tree, self._page, self._window.side, *self._remarks.panes)

    def import_document(self, path: Path) -> None:
        """Read a document and open it for review."""
        self._imports.read(path)

    def show_library(self, folder: Path) -> None:
        """Show a folder of dossiers as the library."""
        self._door.show(folder)

    def _make_library(self) -> "LibraryRoom":
        with sources_unread():
            from fmm_desktop.ui.library.room import LibraryRoom  # noqa: PLC0415 - waits for a wish

        room = LibraryRoom(self._given.cache, self._keeper.known.dossier_counts, self._appearance.colours, self._window)
        room.retranslate(self._given.language.current)
        return room

    def _kept_editions(self, dossier: Dossier) -> tuple[Dossier, ...]:
        from fmm_desktop.dossier.seen import Seen  # noqa: PLC0415 - needed by notes of another edition only

        return Seen(self._given.state / "editions").editions(dossier)

    def _settle(self) -> None:
        """Settle what is being written, as when the page is left; the same page is there afterwards."""
        self._keeper.leave()
        self._page.set_noted(self.arrive(stays=True))

    def _find(self) -> None:
        if self._door.is_open:
            self._door.find()
        else:
            self._wishes.go_to("show_tree", self._tree.focus_filter)

    def _escape(self) -> None:
        if self._door.is_open:
            self._door.escape()
        elif not self._hands.leave_review():
            self._wishes.escape()

    def _show_dossier(self, reading: Reading, destination: Destination) -> None:
        self._teller.dismiss()
        filter_by = self._door.make_way(destination)
        self._hands.enter()
        self._window.enter(reading.dossier, destination)
        self._news.enter(reading.dossier)
        if filter_by is not None:
            self._tree.set_filter_text(filter_by)
            self._page.go_to_hit(1)
        self._door.stay()
        self._arrivals.tell_of(destination)
        self._teller.tell_to_mend(reading)
        self._remarks.enter()
        if destination is self._again:
            self._teller.tell_passing(self.tr("The file was read again."))

    def _file_failed(self, error: Exception) -> None:
        if self._navigator.dossier is None and self._window.path is None:
            self._window.path = self._given.fallback  # once: a fallback that fails as well leaves an empty window
            self.open(Destination(self._given.fallback))
        self._teller.warn_of(error)

    def arrive(self, *, stays: bool = False) -> Noted:
        """Go along to the page that is open now; return which notes hang on its passages and their words.

        Who `stays` was on that page before.
        """
        self._teller.end_deleted()
        self._teller.end_passing()
        self._actions["select_words"].setChecked(False)
        dossier, topic = self._navigator.dossier, self._navigator.topic
        noted = NOTHING_NOTED
        if dossier is not None:
            topics, noted = self._notes_desk.show(dossier, topic, stays=stays)
            self._tree.set_note_counts(topics)
        for name in ("print", "save_pdf", "note_on_passage", "note_on_topic"):
            self._door.allow(name, able=topic is not None)
        for name in (
            "preview",
            "save_all",
            "overview",
            "news",
            "review_notes",
            "next_topic",
            "previous_topic",
            "reload",
        ):
            self._door.allow(name, able=dossier is not None)
        self._door.allow("back", able=bool(self._navigator.history.back))
        self._door.allow("forward", able=bool(self._navigator.history.forward))
        self._door.allow("restore_note", able=self._notes_desk.can_restore)
        self._memory.save_soon()
        return noted

    def _show_counts(self, counts: Counts) -> None:
        self._tree.set_note_counts(counts.topics)
        self._page.set_noted(counts.noted)
        self._door.allow("restore_note", able=self._notes_desk.can_restore)

    def _may_walk(self, query: Query) -> None:
        for name in ("next_hit", "previous_hit"):
            self._door.allow(name, able=bool(query))

    # -- what the program says and does by itself ------------------------------------------------------------------

    def warn(self, words: str) -> None:
        """Say that something went wrong; what is open stays open."""
        self._teller.warn(words)

    def tell(self, words: str) -> None:
        """Say something worth knowing."""
        self._teller.tell(words)

    def back_up_notes(self) -> None:
        """Make the backup of the day, if there is none yet."""
        self._keeper.backup.make()

    # -- looks and state -------------------------------------------------------------------------------------------

    def _repaint(self) -> None:
        colours = self._appearance.colours
        for pane in (self._tree, self._notes, self._messages, self._actions):
            pane.set_colours(colours)
        self._hands.set_colours(colours)
        self._imports.set_colours()
        self._focus_line.set_colour(colours.accent)
        self._page.set_style(self._appearance.style)
        if self._door.room is not None:
            self._door.room.set_colours(colours)
        self._memory.save_soon()

    def _retranslate(self) -> None:
        self._actions.retranslate()
        self._tree.retranslate(self._given.language.current)
        self._notes.speak(self._given.language.current)
        self._hands.speak(self._given.language.current)
        self._remarks.speak()
        self._page.retranslate()
        if self._door.room is not None:
            self._door.room.retranslate(self._given.language.current)

    def leave(self) -> bool:
        """Save everything before the window closes; return whether it may close."""
        self._hands.stop(_PATIENCE)  # it keeps the file from what is typed
        if (unsaved := self._keeper.unsaved()) and not self._wishes.may_lose(unsaved):
            return False
        if not self._sheets.may_leave() or not self._imports.may_leave():
            return False
        end_jobs(self._window, _PATIENCE)
        self._door.close()
        self._memory.save()
        self._hands.close()
        self._keeper.close()
        self._notes_desk.placements.close()
        self._news.close()
        self._remarks.close()
        self._given.language.fall_silent()
        return True

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Follow the language of the interface."""
        if event.type() is QEvent.Type.LanguageChange and watched is self._window:
            self._retranslate()
        return super().eventFilter(watched, event)
