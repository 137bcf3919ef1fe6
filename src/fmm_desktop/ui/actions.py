"""Every action of the window, in one table: its words, keys, icon and menu. The window says what each one does."""

from collections.abc import Iterator
from enum import StrEnum

from msgspec import Struct
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMainWindow, QMenu

from fmm_desktop.ui.colours import Colours
from fmm_desktop.ui.flat import FlatToolBar
from fmm_desktop.ui.icons import Icons

_CONTEXT = "Actions"


def QT_TRANSLATE_NOOP(_context: str, words: str) -> str:  # noqa: N802 - the name that lupdate looks for; Qt's is untyped
    """Return `words`, which are thereby known to the translator."""
    return words


class Menu(StrEnum):
    """The menus, in order; the value is the English title."""

    FILE = QT_TRANSLATE_NOOP("Actions", "&File")
    EDIT = QT_TRANSLATE_NOOP("Actions", "&Edit")
    VIEW = QT_TRANSLATE_NOOP("Actions", "&View")
    NOTE = QT_TRANSLATE_NOOP("Actions", "&Note")
    GO = QT_TRANSLATE_NOOP("Actions", "&Go")
    HELP = QT_TRANSLATE_NOOP("Actions", "&Help")
    LANGUAGE = QT_TRANSLATE_NOOP("Actions", "Lan&guage")
    THEME = QT_TRANSLATE_NOOP("Actions", "&Theme")
    ARRANGE = QT_TRANSLATE_NOOP("Actions", "&Arrange by")
    NOTE_KIND = QT_TRANSLATE_NOOP("Actions", "&Kind of note")
    NOTE_STATUS = QT_TRANSLATE_NOOP("Actions", "&Status")


class Spec(Struct, frozen=True):
    """One action. `keys` are portable key sequences; `tools` puts it on the toolbar; a `group` is a choice of one."""

    name: str
    menu: Menu
    words: str
    keys: tuple[str, ...] = ()
    icon: str = ""
    tools: bool = False
    checkable: bool = False
    group: str = ""
    separated: bool = False


SPECS = (
    Spec("open", Menu.FILE, QT_TRANSLATE_NOOP("Actions", "&Open…"), ("Ctrl+O",), "open", tools=True),
    Spec("open_folder", Menu.FILE, QT_TRANSLATE_NOOP("Actions", "Open &folder as library…"), ("Ctrl+Shift+O",)),
    Spec("library", Menu.FILE, QT_TRANSLATE_NOOP("Actions", "&Library"), ("Ctrl+L",), "library", tools=True,
         checkable=True),
    Spec("import_document", Menu.FILE, QT_TRANSLATE_NOOP("Actions", "Import a do&cument…"), ("Ctrl+I",)),
    Spec("reload", Menu.FILE, QT_TRANSLATE_NOOP("Actions", "Read the file a&gain"), ("F5",)),
    Spec("preview", Menu.FILE, QT_TRANSLATE_NOOP("Actions", "Print windo&w…"), ("Ctrl+Shift+P",), "preview",
         tools=True, separated=True),
    Spec("print", Menu.FILE, QT_TRANSLATE_NOOP("Actions", "&Print…"), ("Ctrl+P",), "print", tools=True),
    Spec("save_pdf", Menu.FILE, QT_TRANSLATE_NOOP("Actions", "Save sheet as P&DF…"), ("Ctrl+E",), "pdf", tools=True),
    Spec("save_all", Menu.FILE, QT_TRANSLATE_NOOP("Actions", "Save &all sheets as PDF…"), ("Ctrl+Shift+E",)),
    Spec("with_notes", Menu.FILE, QT_TRANSLATE_NOOP("Actions", "Sheets with my &notes"), ("Ctrl+Shift+M",),
         checkable=True),
    Spec("export_notes", Menu.FILE, QT_TRANSLATE_NOOP("Actions", "E&xport notes…"), separated=True),
    Spec("import_notes", Menu.FILE, QT_TRANSLATE_NOOP("Actions", "&Import notes…")),
    Spec("quit", Menu.FILE, QT_TRANSLATE_NOOP("Actions", "&Quit"), ("Ctrl+Q",), separated=True),
    Spec("undo", Menu.EDIT, QT_TRANSLATE_NOOP("Actions", "&Undo"), ("Ctrl+Z",)),
    Spec("redo", Menu.EDIT, QT_TRANSLATE_NOOP("Actions", "&Redo"), ("Ctrl+Shift+Z", "Ctrl+Y")),
    Spec("copy", Menu.EDIT, QT_TRANSLATE_NOOP("Actions", "&Copy"), ("Ctrl+C",), separated=True),
    Spec("select_words", Menu.EDIT, QT_TRANSLATE_NOOP("Actions", "&Select words with the keyboard"), ("F7",),
         checkable=True),
    Spec("filter", Menu.EDIT, QT_TRANSLATE_NOOP("Actions", "&Filter"), ("Ctrl+F",), "find"),
    Spec("clear_filter", Menu.EDIT, QT_TRANSLATE_NOOP("Actions", "Clear fi&lter"), ("Esc",)),
    Spec("zoom_in", Menu.VIEW, QT_TRANSLATE_NOOP("Actions", "&Larger text"), ("Ctrl++", "Ctrl+="), "larger",
         tools=True),
    Spec("zoom_out", Menu.VIEW, QT_TRANSLATE_NOOP("Actions", "&Smaller text"), ("Ctrl+-",), "smaller", tools=True),
    Spec("zoom_reset", Menu.VIEW, QT_TRANSLATE_NOOP("Actions", "&Normal text"), ("Ctrl+0",)),
    Spec("show_sources", Menu.VIEW, QT_TRANSLATE_NOOP("Actions", "Show so&urces"), ("Ctrl+Shift+B",), checkable=True,
         separated=True),
    Spec("show_tree", Menu.VIEW, QT_TRANSLATE_NOOP("Actions", "Show the t&ree"), ("Ctrl+Shift+1",), checkable=True),
    Spec("show_notes", Menu.VIEW, QT_TRANSLATE_NOOP("Actions", "Show the n&otes"), ("Ctrl+Shift+3",), checkable=True),
    Spec("show_remarks", Menu.VIEW, QT_TRANSLATE_NOOP("Actions", "Show remarks of an &editor"), ("F8",),
         checkable=True),
    Spec("by_session", Menu.ARRANGE, QT_TRANSLATE_NOOP("Actions", "&Session"), ("Alt+1",), checkable=True,
         group="view"),
    Spec("by_actor", Menu.ARRANGE, QT_TRANSLATE_NOOP("Actions", "&Actor"), ("Alt+2",), checkable=True, group="view"),
    Spec("by_tag", Menu.ARRANGE, QT_TRANSLATE_NOOP("Actions", "&Tag"), ("Alt+3",), checkable=True, group="view"),
    Spec("by_kind", Menu.ARRANGE, QT_TRANSLATE_NOOP("Actions", "&Kind"), ("Alt+4",), checkable=True, group="view"),
    Spec("by_term", Menu.ARRANGE, QT_TRANSLATE_NOOP("Actions", "T&erm"), ("Alt+5",), checkable=True, group="view"),
    Spec("theme_system", Menu.THEME, QT_TRANSLATE_NOOP("Actions", "As the &system"), checkable=True, group="theme"),
    Spec("theme_light", Menu.THEME, QT_TRANSLATE_NOOP("Actions", "&Light"), checkable=True, group="theme"),
    Spec("theme_dark", Menu.THEME, QT_TRANSLATE_NOOP("Actions", "&Dark"), checkable=True, group="theme"),
    Spec("language_system", Menu.LANGUAGE, QT_TRANSLATE_NOOP("Actions", "As the &system"), checkable=True,
         group="language"),
    Spec("language_nl", Menu.LANGUAGE, "&Nederlands", checkable=True, group="language"),
    Spec("language_en", Menu.LANGUAGE, "&English", checkable=True, group="language"),
    Spec("note_on_passage", Menu.NOTE, QT_TRANSLATE_NOOP("Actions", "&New note on the passage"), ("Ctrl+N",), "note",
         tools=True),
    Spec("note_on_topic", Menu.NOTE, QT_TRANSLATE_NOOP("Actions", "New note on the &topic"), ("Ctrl+Shift+N",),
         "note-topic"),
    Spec("delete_note", Menu.NOTE, QT_TRANSLATE_NOOP("Actions", "&Delete note"), ("Ctrl+Shift+Del",)),
    Spec("restore_note", Menu.NOTE, QT_TRANSLATE_NOOP("Actions", "&Bring back the deleted note"), ("Ctrl+Shift+T",)),
    Spec("note_history", Menu.NOTE, QT_TRANSLATE_NOOP("Actions", "&History of the note…"), ("Ctrl+H",),
         separated=True),
    Spec("note_versions", Menu.NOTE, QT_TRANSLATE_NOOP("Actions", "&Versions side by side…"), ("Ctrl+Shift+V",)),
    Spec("all_notes", Menu.NOTE, QT_TRANSLATE_NOOP("Actions", "&All notes of the dossier…"), ("Ctrl+Shift+L",)),
    Spec("note_bin", Menu.NOTE, QT_TRANSLATE_NOOP("Actions", "B&in…"), ("Ctrl+Shift+W",)),
    Spec("note_kind_remark", Menu.NOTE_KIND, QT_TRANSLATE_NOOP("Actions", "&Remark"), ("Alt+Shift+1",),
         checkable=True, group="note_kind"),
    Spec("note_kind_question", Menu.NOTE_KIND, QT_TRANSLATE_NOOP("Actions", "&Question"), ("Alt+Shift+2",),
         checkable=True, group="note_kind"),
    Spec("note_kind_amendment", Menu.NOTE_KIND, QT_TRANSLATE_NOOP("Actions", "&Amendment"), ("Alt+Shift+3",),
         checkable=True, group="note_kind"),
    Spec("note_kind_say", Menu.NOTE_KIND, QT_TRANSLATE_NOOP("Actions", "&Say"), ("Alt+Shift+4",),
         checkable=True, group="note_kind"),
    Spec("note_kind_if-raised", Menu.NOTE_KIND, QT_TRANSLATE_NOOP("Actions", "&If raised"), ("Alt+Shift+5",),
         checkable=True, group="note_kind"),
    Spec("note_kind_do-not-volunteer", Menu.NOTE_KIND, QT_TRANSLATE_NOOP("Actions", "&Do not volunteer"),
         ("Alt+Shift+6",), checkable=True, group="note_kind"),
    Spec("note_kind_follow-up", Menu.NOTE_KIND, QT_TRANSLATE_NOOP("Actions", "&Follow-up"), ("Alt+Shift+7",),
         checkable=True, group="note_kind"),
    Spec("note_status_open", Menu.NOTE_STATUS, QT_TRANSLATE_NOOP("Actions", "&Open"), ("Alt+6",),
         checkable=True, group="note_status"),
    Spec("note_status_cleared", Menu.NOTE_STATUS, QT_TRANSLATE_NOOP("Actions", "&Cleared"), ("Alt+7",),
         checkable=True, group="note_status"),
    Spec("note_status_said", Menu.NOTE_STATUS, QT_TRANSLATE_NOOP("Actions", "&Said"), ("Alt+8",),
         checkable=True, group="note_status"),
    Spec("note_status_dropped", Menu.NOTE_STATUS, QT_TRANSLATE_NOOP("Actions", "&Dropped"), ("Alt+9",),
         checkable=True, group="note_status"),
    Spec("review_notes", Menu.NOTE, QT_TRANSLATE_NOOP("Actions", "&Review notes in doubt"), ("Ctrl+Shift+R",)),
    Spec("next_note", Menu.NOTE, QT_TRANSLATE_NOOP("Actions", "Ne&xt note"), ("Alt+Shift+Down",), separated=True),
    Spec("previous_note", Menu.NOTE, QT_TRANSLATE_NOOP("Actions", "&Previous note"), ("Alt+Shift+Up",)),
    Spec("back", Menu.GO, QT_TRANSLATE_NOOP("Actions", "&Back"), ("Alt+Left",), "back", tools=True),
    Spec("forward", Menu.GO, QT_TRANSLATE_NOOP("Actions", "&Forward"), ("Alt+Right",), "forward", tools=True),
    Spec("overview", Menu.GO, QT_TRANSLATE_NOOP("Actions", "&Overview of the dossier"), ("Alt+Home",), "overview",
         tools=True),
    Spec("news", Menu.GO, QT_TRANSLATE_NOOP("Actions", "&What is new"), ("Ctrl+Shift+D",)),
    Spec("everything", Menu.GO, QT_TRANSLATE_NOOP("Actions", "Ever&ything on this actor or term"), ("F4",)),
    Spec("next_topic", Menu.GO, QT_TRANSLATE_NOOP("Actions", "&Next topic"), ("Ctrl+PgDown",), separated=True),
    Spec("previous_topic", Menu.GO, QT_TRANSLATE_NOOP("Actions", "&Previous topic"), ("Ctrl+PgUp",)),
    Spec("next_passage", Menu.GO, QT_TRANSLATE_NOOP("Actions", "Next p&assage"), ("Alt+Down",)),
    Spec("previous_passage", Menu.GO, QT_TRANSLATE_NOOP("Actions", "Previous pa&ssage"), ("Alt+Up",)),
    Spec("next_hit", Menu.GO, QT_TRANSLATE_NOOP("Actions", "Next &hit"), ("F3",)),
    Spec("previous_hit", Menu.GO, QT_TRANSLATE_NOOP("Actions", "Previous h&it"), ("Shift+F3",)),
    Spec("go_tree", Menu.GO, QT_TRANSLATE_NOOP("Actions", "To the &tree"), ("Ctrl+1",), separated=True),
    Spec("go_page", Menu.GO, QT_TRANSLATE_NOOP("Actions", "To the pa&ge"), ("Ctrl+2",)),
    Spec("go_notes", Menu.GO, QT_TRANSLATE_NOOP("Actions", "To the &list of notes"), ("Ctrl+3",)),
    Spec("go_editor", Menu.GO, QT_TRANSLATE_NOOP("Actions", "To the t&ext of the note"), ("Ctrl+4",)),
    Spec("go_words", Menu.GO, QT_TRANSLATE_NOOP("Actions", "To the wor&ds of the note"), ("Ctrl+5",)),
    Spec("next_pane", Menu.GO, QT_TRANSLATE_NOOP("Actions", "Next pane"), ("F6",)),
    Spec("previous_pane", Menu.GO, QT_TRANSLATE_NOOP("Actions", "Previous pane"), ("Shift+F6",)),
    Spec("help", Menu.HELP, QT_TRANSLATE_NOOP("Actions", "&Help"), ("F1",)),
    Spec("about", Menu.HELP, QT_TRANSLATE_NOOP("Actions", "&About FMM Desktop")),
)  # fmt: skip

_MENU_BAR = (Menu.FILE, Menu.EDIT, Menu.VIEW, Menu.NOTE, Menu.GO, Menu.HELP)
_SUBMENUS = {Menu.LANGUAGE: Menu.VIEW, Menu.THEME: Menu.VIEW, Menu.ARRANGE: Menu.VIEW, Menu.NOTE_KIND: Menu.NOTE,
             Menu.NOTE_STATUS: Menu.NOTE}  # fmt: skip
_TOOLBAR = ("back", "forward", "overview", "", "open", "library", "preview", "print", "save_pdf", "", "note_on_passage",
            "", "zoom_out", "zoom_in")  # fmt: skip


class Actions:
    """The actions of a window, in its menus and on its toolbar."""

    def __init__(self, window: QMainWindow, icons: Icons) -> None:
        self._icons = icons
        self._actions: dict[str, QAction] = {}
        self._menus: dict[Menu, QMenu] = {}
        self._toolbar = FlatToolBar(window)
        self._toolbar.setObjectName("toolBar")
        self._toolbar.setMovable(False)
        self._toolbar.setContextMenuPolicy(Qt.ContextMenuPolicy.PreventContextMenu)
        groups: dict[str, QActionGroup] = {}
        for spec in SPECS:
            action = QAction(window)
            action.setObjectName(spec.name)
            action.setShortcuts([QKeySequence(keys) for keys in spec.keys])
            action.setCheckable(spec.checkable)
            if spec.group:
                groups.setdefault(spec.group, QActionGroup(window)).addAction(action)
            self._actions[spec.name] = action
        self._fill_menus(window)
        self._fill_toolbar(window)
        self.retranslate()

    def __getitem__(self, name: str) -> QAction:
        """Return the action with this name."""
        return self._actions[name]

    def __iter__(self) -> Iterator[QAction]:
        """Yield all actions."""
        return iter(self._actions.values())

    def menu(self, menu: Menu) -> QMenu:
        """Return a menu of the menu bar."""
        return self._menus[menu]

    def insert_menu(self, menu: QMenu, before: str) -> None:
        """Put a menu in the one that an action is in, before it."""
        spec = next(spec for spec in SPECS if spec.name == before)
        self._menus[spec.menu].insertMenu(self._actions[before], menu)

    def set_colours(self, colours: Colours) -> None:
        """Draw the icons in other colours."""
        for spec in SPECS:
            if spec.icon and spec.tools:
                self._actions[spec.name].setIcon(self._icons.icon(spec.icon, colours))

    def retranslate(self) -> None:
        """Say everything in the language of the interface."""
        for menu, shown in self._menus.items():
            shown.setTitle(QCoreApplication.translate(_CONTEXT, menu.value))
        for spec in SPECS:
            action = self._actions[spec.name]
            words = QCoreApplication.translate(_CONTEXT, spec.words)
            action.setText(words)
            keys = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
            plain = words.replace("&", "").rstrip("…")
            action.setToolTip(f"{plain} ({keys})" if keys else plain)
        self._toolbar.setWindowTitle(QCoreApplication.translate(_CONTEXT, "Toolbar"))
        self._toolbar.setAccessibleName(self._toolbar.windowTitle())

    def _fill_menus(self, window: QMainWindow) -> None:
        bar = window.menuBar()
        for menu in _MENU_BAR:
            self._menus[menu] = bar.addMenu("")
        for spec in SPECS:
            if spec.menu not in self._menus:
                self._menus[spec.menu] = self._menus[_SUBMENUS[spec.menu]].addMenu("")
            shown = self._menus[spec.menu]
            if spec.separated:
                shown.addSeparator()
            shown.addAction(self._actions[spec.name])

    def _fill_toolbar(self, window: QMainWindow) -> None:
        for name in _TOOLBAR:
            if name:
                self._toolbar.addAction(self._actions[name])
            else:
                self._toolbar.addSeparator()
        window.addToolBar(self._toolbar)
