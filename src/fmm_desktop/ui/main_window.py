"""The one window: it puts the panes together and wires them. What it knows it asks of them and of the navigator."""

from collections.abc import Callable, Mapping
from pathlib import Path

import msgspec
from PySide6.QtCore import QByteArray, QEvent, Qt, QTimer
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QFileDialog, QMainWindow, QMessageBox, QSplitter, QVBoxLayout, QWidget

from fmm_desktop import __version__
from fmm_desktop.dossier.reading import Reading
from fmm_desktop.errors import UserError
from fmm_desktop.notes.store import NoteStore
from fmm_desktop.ui import state
from fmm_desktop.ui.actions import Actions
from fmm_desktop.ui.appearance import Appearance
from fmm_desktop.ui.focus import copy_from_focus, next_pane
from fmm_desktop.ui.help_window import HelpWindow
from fmm_desktop.ui.icons import Icons
from fmm_desktop.ui.jobs import Job
from fmm_desktop.ui.language import InterfaceLanguage
from fmm_desktop.ui.location import OVERVIEW, Location
from fmm_desktop.ui.message_bar import MessageBar
from fmm_desktop.ui.navigation import Navigator
from fmm_desktop.ui.notes.desk import NotesDesk
from fmm_desktop.ui.notes.keeper import NoteKeeper
from fmm_desktop.ui.notes.pane import NotesPane
from fmm_desktop.ui.opening import Destination, Opener
from fmm_desktop.ui.page.view import TopicView
from fmm_desktop.ui.sheets.desk import Choice, SheetDesk
from fmm_desktop.ui.tree.pane import TreePane

_PANES = (340, 660, 330)  # pixels, at the first start
_SIZE = (1330, 860)
_STATE_PAUSE = 1000  # ms


class Surroundings(msgspec.Struct, frozen=True):
    """What the window is given: the folders, the notes, the languages, a dossier to open when the first one fails."""

    resources: Path
    state: Path
    store: NoteStore
    language: InterfaceLanguage
    fallback: Path | None = None


class MainWindow(QMainWindow):
    """Tree, page and notes of one dossier."""

    def __init__(self, given: Surroundings, left: state.WindowState) -> None:
        super().__init__()
        self.setObjectName("mainWindow")
        self.setAcceptDrops(True)
        self._given = given
        self._path: Path | None = None
        self._with_notes = left.with_notes
        self._appearance = Appearance(given.language, self)
        self._appearance.restore(left.theme, left.zoom)
        self._appearance.language_choice = left.language
        self._navigator = Navigator(self)
        self._opener = Opener(self)
        self._keeper = NoteKeeper(given.store, self._say, self)
        self._sheets = SheetDesk(given.resources / "sheets", self)
        self._build_panes()
        self._notes_desk = NotesDesk(self._keeper, self._notes, self)
        self._actions = Actions(self, Icons(given.resources / "icons"))
        self._actions.set_colours(self._appearance.colours)
        self._state_timer = QTimer(self, singleShot=True, interval=_STATE_PAUSE)
        self._restore(left)
        self._connect_signals()
        self._connect_actions()
        self.statusBar().setSizeGripEnabled(False)

    def _build_panes(self) -> None:
        colours = self._appearance.colours
        self._messages = MessageBar(colours, self)
        self._tree = TreePane(colours, self)
        self._page = TopicView(self._appearance.style, self)
        self._notes = NotesPane(colours, self)
        self._splitter = QSplitter(Qt.Orientation.Horizontal, self)
        self._splitter.setHandleWidth(7)
        for place, pane in enumerate((self._tree, self._page, self._notes)):
            self._splitter.addWidget(pane)
            self._splitter.setCollapsible(place, False)
            self._splitter.setStretchFactor(place, int(pane is self._page))
        middle = QWidget(self)
        layout = QVBoxLayout(middle)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._messages)
        layout.addWidget(self._splitter, 1)
        self.setCentralWidget(middle)

    def _restore(self, left: state.WindowState) -> None:
        self.resize(*_SIZE)
        self._splitter.setSizes(list(left.panes) if len(left.panes) == len(_PANES) else list(_PANES))
        if left.geometry:
            self.restoreGeometry(QByteArray.fromBase64(left.geometry.encode()))
        self._tree.setVisible(left.tree_shown)
        self._notes.setVisible(left.notes_shown)
        self._page.set_show_sources(left.show_sources)
        self._tree.set_filter_text(left.filter)
        for name, on in {
            "show_tree": left.tree_shown,
            "show_notes": left.notes_shown,
            "show_sources": left.show_sources,
            "with_notes": left.with_notes,
            f"theme_{left.theme}": True,
            f"language_{left.language}": True,
        }.items():
            self._actions[name].setChecked(on)

    # -- the whole flow, on one screen -----------------------------------------------------------------------------

    def _connect_signals(self) -> None:
        self._tree.location_chosen.connect(self._navigator.go)
        self._tree.query_changed.connect(self._page.set_query)
        self._page.location_requested.connect(self._navigator.go)
        self._page.passage_chosen.connect(self._notes_desk.choose_passage)
        self._page.explained.connect(self.statusBar().showMessage)
        self._notes.passage_wanted.connect(self._page.choose_passage)
        self._keeper.unreadable.connect(self.warn)
        self._notes_desk.counted.connect(self._show_counts)
        self._notes_desk.deleted.connect(self._tell_deleted)
        self._navigator.leaving.connect(self._keeper.leave)
        self._navigator.arrived.connect(self._show_page)
        self._opener.opened.connect(self._show_dossier)
        self._opener.failed.connect(self._file_failed)
        self._opener.waiting.connect(self._wait_for_file)
        self._sheets.told.connect(self._messages.tell)
        self._sheets.failed.connect(self._warn)
        self._sheets.waiting.connect(self._wait)
        self._appearance.changed.connect(self._repaint)
        self._state_timer.timeout.connect(self._save_state)

    def _connect_actions(self) -> None:
        done: dict[str, Callable[[], object]] = {
            "open": self._ask_for_file,
            "preview": self._preview,
            "print": lambda: self._with_choice("topic", self._sheets.print),
            "save_pdf": lambda: self._with_choice("topic", self._sheets.save),
            "save_all": lambda: self._with_choice("all", self._sheets.save),
            "quit": self.close,
            "note_on_passage": lambda: self._begin_note(self._page.passage),
            "note_on_topic": lambda: self._begin_note(""),
            "delete_note": self._notes_desk.delete,
            "restore_note": self._notes_desk.restore,
            "copy": copy_from_focus,
            "filter": self._go_to_filter,
            "clear_filter": self._escape,
            "zoom_in": lambda: self._appearance.zoom_by(1),
            "zoom_out": lambda: self._appearance.zoom_by(-1),
            "zoom_reset": lambda: self._appearance.zoom_by(0),
            "theme_system": lambda: self._appearance.choose_scheme("system"),
            "theme_light": lambda: self._appearance.choose_scheme("light"),
            "theme_dark": lambda: self._appearance.choose_scheme("dark"),
            "language_system": lambda: self._appearance.choose_language("system"),
            "language_nl": lambda: self._appearance.choose_language("nl"),
            "language_en": lambda: self._appearance.choose_language("en"),
            "back": self._navigator.back,
            "forward": self._navigator.forward,
            "overview": lambda: self._navigator.go(OVERVIEW),
            "next_topic": lambda: self._go_to_neighbour(1),
            "previous_topic": lambda: self._go_to_neighbour(-1),
            "next_passage": lambda: self._page.step_passage(1),
            "previous_passage": lambda: self._page.step_passage(-1),
            "go_tree": self._tree.focus_tree,
            "go_page": lambda: self._page.setFocus(Qt.FocusReason.ShortcutFocusReason),
            "go_notes": self._notes.focus_list,
            "go_editor": self._notes.focus_editor,
            "next_pane": lambda: next_pane((self._tree, self._page, self._notes), 1),
            "previous_pane": lambda: next_pane((self._tree, self._page, self._notes), -1),
            "help": self._show_help,
            "about": self._show_about,
        }
        for name, do in done.items():
            self._actions[name].triggered.connect(lambda _checked=False, do=do: do())
        self._actions["show_sources"].toggled.connect(self._page.set_show_sources)
        self._actions["show_tree"].toggled.connect(self._tree.setVisible)
        self._actions["show_notes"].toggled.connect(self._notes.setVisible)

    @property
    def state_folder(self) -> Path:
        """The folder with the notes and the state of the window."""
        return self._given.state

    def back_up_notes(self) -> None:
        """Make the backup of the day, if there is none yet."""
        self._keeper.back_up()

    # -- dossier and page ------------------------------------------------------------------------------------------

    def open(self, destination: Destination) -> None:
        """Open the dossier in a data file; a bad one is told of and the open one stays."""
        self._opener.open(destination)

    def _show_dossier(self, reading: Reading, destination: Destination) -> None:
        dossier = reading.dossier
        self._path = destination.path
        self._messages.dismiss()
        self._tree.show_dossier(dossier, {})
        self._navigator.enter(dossier, destination.location)
        self._page.go_to_place(destination.place)
        self.setWindowTitle(f"{dossier.title} – FMM Desktop")
        if reading.warnings:
            first = reading.warnings[0].text(self._given.language.current)
            words = self.tr("%n thing(s) to mend in this file. The first: %1", "", len(reading.warnings))
            self._messages.tell(words.replace("%1", first))

    def _file_failed(self, error: Exception) -> None:
        if self._navigator.dossier is None and self._given.fallback is not None:
            fallback, self._given = self._given.fallback, msgspec.structs.replace(self._given, fallback=None)
            self.open(Destination(fallback))
        self._warn(error)

    def _show_page(self, location: Location) -> None:
        dossier = self._navigator.dossier
        if dossier is None:
            return
        self._page.show_page(dossier, location, {})
        self._tree.select(location)
        self._notes_desk.show(dossier, self._navigator.topic)
        on_topic = self._navigator.topic is not None
        for name in ("preview", "print", "save_pdf", "note_on_passage", "note_on_topic"):
            self._actions[name].setEnabled(on_topic)
        self._actions["back"].setEnabled(bool(self._navigator.history.back))
        self._actions["forward"].setEnabled(bool(self._navigator.history.forward))
        self._state_timer.start()

    def _show_counts(self, topics: Mapping[str, int], passages: Mapping[str, int]) -> None:
        self._tree.set_note_counts(topics)
        self._page.set_note_counts(passages)
        self._actions["restore_note"].setEnabled(self._notes_desk.can_restore)

    def _go_to_neighbour(self, step: int) -> None:
        there = self._tree.neighbour(step)
        if there is not None:
            self._navigator.go(there)

    # -- wishes ----------------------------------------------------------------------------------------------------

    def _ask_for_file(self) -> None:
        folder = str(self._path.parent) if self._path else ""
        chosen, _ = QFileDialog.getOpenFileName(
            self, self.tr("Open a dossier"), folder, self.tr("Dossiers (*.yaml *.yml);;All files (*)")
        )
        if chosen:
            self.open(Destination(Path(chosen)))

    def _begin_note(self, passage_id: str) -> None:
        if self._navigator.topic is not None:
            self._actions["show_notes"].setChecked(True)
            self._notes_desk.new_note(passage_id)

    def _go_to_filter(self) -> None:
        self._actions["show_tree"].setChecked(True)
        self._tree.focus_filter()

    def _escape(self) -> None:
        if self._tree.filter_text:
            self._tree.clear_filter()
        else:
            self._messages.dismiss()

    def _choice(self, what: str, with_notes: bool) -> Choice | None:
        dossier, topic = self._navigator.dossier, self._navigator.topic
        if dossier is None:
            return None
        topics = tuple(dossier.topics())
        if what != "all" and topic is not None:
            topics = dossier.session_of(topic).topics if what == "session" else (topic,)
        notes = {one.path: self._notes_desk.for_sheet(one) for one in topics} if with_notes else {}
        return Choice(dossier, topics, notes)

    def _with_choice(self, what: str, do: Callable[[Choice], None]) -> None:
        choice = self._choice(what, self._actions["with_notes"].isChecked())
        if choice is not None and choice.topics:
            do(choice)

    def _preview(self) -> None:
        if self._navigator.topic is not None:
            with_notes = self._actions["with_notes"].isChecked()
            self._sheets.preview(self._choice, self._appearance.colours, with_notes=with_notes)

    def _show_help(self) -> None:
        HelpWindow(self._given.resources / "help", self._given.language.current, self).show()

    def _show_about(self) -> None:
        QMessageBox.about(
            self,
            self.tr("About FMM Desktop"),
            self.tr(
                "FMM Desktop %1\n\nReads the annotated agenda of a ministerial meeting offline, keeps your notes and "
                "prints the sheets.\n\nLicence: EUPL-1.2. Made with Qt and PySide6, used under the LGPL-3.0.\n"
                "Your notes are in: %2"
            )
            .replace("%1", __version__)
            .replace("%2", str(self._given.state)),
        )

    # -- what is said ----------------------------------------------------------------------------------------------

    def _say(self, error: UserError) -> str:
        return error.text(self._given.language.current)

    def _warn(self, error: Exception) -> None:
        if not isinstance(error, UserError):
            raise error
        self.warn(self._say(error))

    def warn(self, words: str) -> None:
        """Say that something went wrong; what is open stays open."""
        self._messages.warn(words)

    def tell(self, words: str) -> None:
        """Say something worth knowing."""
        self._messages.tell(words)

    def _tell_deleted(self) -> None:
        self._messages.tell(self.tr("The note was deleted."), action=self.tr("Bring back"), do=self._notes_desk.restore)

    def _wait_for_file(self, destination: Destination, job: Job) -> None:
        self._wait(self.tr("Reading %1…").replace("%1", destination.path.name), job)

    def _wait(self, words: str, job: Job) -> None:
        self._messages.wait(words, job.stop)
        job.progressed.connect(self._messages.set_progress)
        for done in (job.succeeded, job.stopped):
            done.connect(lambda *_: self._messages.end_wait(words))

    # -- looks and state -------------------------------------------------------------------------------------------

    def _repaint(self) -> None:
        colours = self._appearance.colours
        for pane in (self._tree, self._notes, self._messages, self._actions):
            pane.set_colours(colours)
        self._page.set_style(self._appearance.style)
        self._state_timer.start()

    def _state(self) -> state.WindowState:
        return state.WindowState(
            dossier=str(self._path) if self._path else "",
            location=self._navigator.location,
            place=self._page.place(),
            filter=self._tree.filter_text,
            panes=tuple(self._splitter.sizes()),
            tree_shown=self._actions["show_tree"].isChecked(),
            notes_shown=self._actions["show_notes"].isChecked(),
            geometry=self.saveGeometry().toBase64().toStdString(),
            zoom=self._appearance.zoom,
            theme=self._appearance.scheme,
            language=self._appearance.language_choice,
            show_sources=self._actions["show_sources"].isChecked(),
            with_notes=self._actions["with_notes"].isChecked(),
        )

    def _save_state(self) -> None:
        try:
            state.save(self._state(), self._given.state)
        except OSError as error:
            words = self.tr("The window will not come back as it is now: %1.")
            self.statusBar().showMessage(words.replace("%1", error.strerror or str(error)))

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802 - Qt's name
        """Leave everything safe; ask before a text that could not be saved is lost."""
        unsaved = self._keeper.unsaved()
        if unsaved and not self._may_lose(unsaved):
            event.ignore()
            return
        self._state_timer.stop()
        self._save_state()
        self._keeper.close()
        super().closeEvent(event)

    def _may_lose(self, texts: tuple[str, ...]) -> bool:
        box = QMessageBox(self)
        box.setObjectName("unsavedBox")
        box.setIcon(QMessageBox.Icon.Warning)
        box.setText(self.tr("%n note(s) could not be saved.", "", len(texts)))
        box.setInformativeText(self.tr("Stay to try again, or copy the text elsewhere before you quit."))
        box.setDetailedText("\n\n".join(texts))
        stay = box.addButton(self.tr("Stay"), QMessageBox.ButtonRole.RejectRole)
        leave = box.addButton(self.tr("Quit and lose the text"), QMessageBox.ButtonRole.DestructiveRole)
        box.setDefaultButton(stay)
        box.setEscapeButton(stay)
        box.exec()
        return box.clickedButton() is leave

    # -- other events ----------------------------------------------------------------------------------------------

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Follow the language of the interface."""
        if event.type() is QEvent.Type.LanguageChange:
            self._actions.retranslate()
        super().changeEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:  # noqa: N802 - Qt's name
        """Take one file."""
        urls = event.mimeData().urls()
        if len(urls) == 1 and urls[0].isLocalFile():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:  # noqa: N802 - Qt's name
        """Open the file that was dropped."""
        event.acceptProposedAction()
        self.open(Destination(Path(event.mimeData().urls()[0].toLocalFile())))
