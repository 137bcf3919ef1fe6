"""Every action of the review of an import, in one table: its words, keys and menu; and what Qt makes of it."""

from enum import StrEnum

from msgspec import Struct
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMainWindow, QMenu, QWidget

from fmm_desktop.dossier.model import Kind
from fmm_desktop.dossier.vocabulary import kind_name
from fmm_desktop.errors import Language
from fmm_desktop.ui.actions import QT_TRANSLATE_NOOP

_CONTEXT = "Review"


class Menu(StrEnum):
    """The menus, in order; the value is the English title."""

    FILE = QT_TRANSLATE_NOOP("Review", "&File")
    EDIT = QT_TRANSLATE_NOOP("Review", "&Edit")
    KIND = QT_TRANSLATE_NOOP("Review", "&Kind")
    LEVEL = QT_TRANSLATE_NOOP("Review", "&Level")
    GO = QT_TRANSLATE_NOOP("Review", "&Go")
    HELP = QT_TRANSLATE_NOOP("Review", "&Help")


class Spec(Struct, frozen=True):
    """One action. `pane` is the pane in which its keys count, "" for all of the window."""

    name: str
    menu: Menu
    words: str
    keys: tuple[str, ...] = ()
    pane: str = ""
    separated: bool = False


KINDS = {f"kind_{kind}": kind for kind in Kind}
SPECS = (
    Spec("save", Menu.FILE, QT_TRANSLATE_NOOP("Review", "&Save as dossier…"), ("Ctrl+S",)),
    Spec("close", Menu.FILE, QT_TRANSLATE_NOOP("Review", "&Close"), ("Ctrl+W",), separated=True),
    Spec("quit", Menu.FILE, QT_TRANSLATE_NOOP("Review", "&Quit"), ("Ctrl+Q",)),
    Spec("undo", Menu.EDIT, QT_TRANSLATE_NOOP("Review", "&Undo"), ("Ctrl+Z",)),
    Spec("redo", Menu.EDIT, QT_TRANSLATE_NOOP("Review", "&Redo"), ("Ctrl+Shift+Z", "Ctrl+Y")),
    Spec("rename", Menu.EDIT, QT_TRANSLATE_NOOP("Review", "Change the &title"), ("F2",), separated=True),
    Spec("date", Menu.EDIT, QT_TRANSLATE_NOOP("Review", "D&ate and place of the meeting…"), ("Ctrl+D",)),
    Spec("join", Menu.EDIT, QT_TRANSLATE_NOOP("Review", "&Join to the one before"), ("Backspace",)),
    Spec("split", Menu.EDIT, QT_TRANSLATE_NOOP("Review", "&Split at the cursor in the document"),
         ("Return", "Enter"), "document"),
    Spec("take_in", Menu.EDIT, QT_TRANSLATE_NOOP("Review", "Take &in what was left out"), ("Ctrl+T",)),
    Spec("move_up", Menu.EDIT, QT_TRANSLATE_NOOP("Review", "Move u&p"), ("Alt+Up",), separated=True),
    Spec("move_down", Menu.EDIT, QT_TRANSLATE_NOOP("Review", "Move &down"), ("Alt+Down",)),
    *(Spec(name, Menu.KIND, "", (str(number),)) for number, name in enumerate(KINDS, 1)),
    Spec("certainty", Menu.KIND, QT_TRANSLATE_NOOP("Review", "Next &certainty of the topic"), ("9",), separated=True),
    Spec("higher", Menu.LEVEL, QT_TRANSLATE_NOOP("Review", "&Higher: passage, topic, session"), ("Alt+Left",)),
    Spec("lower", Menu.LEVEL, QT_TRANSLATE_NOOP("Review", "&Lower: session, topic, passage"), ("Alt+Right",)),
    Spec("begin", Menu.LEVEL, QT_TRANSLATE_NOOP("Review", "&Begin a topic at this passage"), ("Ctrl+Return",)),
    Spec("next_unsure", Menu.GO, QT_TRANSLATE_NOOP("Review", "&Next unsure place"), ("F8",)),
    Spec("previous_unsure", Menu.GO, QT_TRANSLATE_NOOP("Review", "&Previous unsure place"), ("Shift+F8",)),
    Spec("settle", Menu.GO, QT_TRANSLATE_NOOP("Review", "&Right as it is, and on"), ("Return", "Enter"), "outline"),
    Spec("other_pane", Menu.GO, QT_TRANSLATE_NOOP("Review", "&To document or dossier"), ("F6",), separated=True),
    Spec("help", Menu.HELP, QT_TRANSLATE_NOOP("Review", "&Help and keys"), ("F1",)),
)  # fmt: skip


class Commands:
    """The actions of a review, in the menus of its window."""

    def __init__(self, window: QMainWindow, panes: dict[str, QWidget]) -> None:
        """`panes` are those that keys of their own are for, by the name in the table."""
        self._actions: dict[str, QAction] = {}
        self._menus: dict[Menu, QMenu] = {menu: window.menuBar().addMenu("") for menu in Menu}
        for spec in SPECS:
            action = QAction(window)
            action.setObjectName(f"import_{spec.name}")
            action.setShortcuts([QKeySequence(keys) for keys in spec.keys])
            if spec.separated:
                self._menus[spec.menu].addSeparator()
            self._menus[spec.menu].addAction(action)
            if spec.pane:
                action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
                panes[spec.pane].addAction(action)
            self._actions[spec.name] = action

    def __getitem__(self, name: str) -> QAction:
        """Return the action with this name."""
        return self._actions[name]

    def speak(self, language: Language) -> None:
        """Say everything in the language of the interface."""
        for menu, shown in self._menus.items():
            shown.setTitle(QCoreApplication.translate(_CONTEXT, menu.value))
        for spec in SPECS:
            kind = KINDS.get(spec.name)
            words = kind_name(kind, language) if kind else QCoreApplication.translate(_CONTEXT, spec.words)
            self._actions[spec.name].setText(words)
