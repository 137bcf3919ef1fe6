"""The menu of notes: what the note in the editor is, what it can be made, and from note to note."""

from collections.abc import Callable
from functools import partial
from typing import Protocol

from msgspec.structs import replace
from PySide6.QtCore import QObject, QPoint, Qt
from PySide6.QtWidgets import QMenu

from fmm_desktop.notes.note import NoteKind, Status
from fmm_desktop.ui.actions import Actions, Menu
from fmm_desktop.ui.location import Location
from fmm_desktop.ui.navigation import Navigator
from fmm_desktop.ui.notes.desk import NotesDesk
from fmm_desktop.ui.notes.pane import NotesPane
from fmm_desktop.ui.notes.writing import Writing

_ON_NOTE = (
    *("go_words", "copy", None, Menu.NOTE_KIND, Menu.NOTE_STATUS, None),
    *("note_history", "note_versions", None, "delete_note"),
)
"""What the menu of a note in the list holds, in order; None parts."""


class Allow(Protocol):
    """Lets an action be chosen or not."""

    def __call__(self, name: str, *, able: bool) -> None:
        """Let the action with this name be chosen when it is `able` to do something."""


class NoteMenu(QObject):
    """Ticks the kind and the status of the note in the editor, and does what is chosen."""

    def __init__(  # noqa: PLR0913, PLR0917 - one hand for each that it works with
        self,
        actions: Actions,
        allow: Allow,
        navigator: Navigator,
        desk: NotesDesk,
        pane: NotesPane,
        selects: Callable[[], bool],
    ) -> None:
        """`selects` tells whether the reader is on the page, with words of it selected."""
        super().__init__(pane)
        self._actions, self._allow = actions, allow
        self._navigator, self._desk, self._pane, self._selects = navigator, desk, pane, selects
        for kind in NoteKind:
            self._connect(f"note_kind_{kind}", partial(self._mark, kind=kind))
        for status in Status:
            self._connect(f"note_status_{status}", partial(self._mark, status=status))
        self._connect("next_note", lambda: self._step(1))
        self._connect("previous_note", lambda: self._step(-1))
        self._connect("go_words", self._go_to_words)
        pane.menu_wanted.connect(self._show_menu)
        pane.shown.connect(self._follow)
        self._follow(pane.writing)

    def _connect(self, name: str, do: Callable[[], None]) -> None:
        self._actions[name].triggered.connect(lambda _checked=False: do())

    def _mark(self, **traits: NoteKind | Status) -> None:
        if self._selects():
            self._actions["note_on_passage"].trigger()  # it is of these words, and not of the note that is there
        writing = self._pane.writing
        if writing is not None:
            self._actions["show_notes"].setChecked(True)  # what is changed is seen
            self._desk.mark(replace(writing.traits, **traits))
            self._pane.lead_to_wording()

    def _step(self, step: int) -> None:
        """Go to the next note of those shown, and behind the last one of a topic to the next topic that has one."""
        self._actions["show_notes"].setChecked(True)
        if not self._pane.step(step) and (path := self._desk.topic_with_notes(step)):
            self._navigator.go(Location("topic", path))
            self._pane.step(step)

    def _go_to_words(self) -> None:
        self._desk.show_words()
        self._actions["go_page"].trigger()

    def _show_menu(self, at: QPoint) -> None:
        """Show what can be done with the note that is chosen in the list."""
        menu = QMenu(self._pane)
        menu.setObjectName("noteMenu")
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for one in _ON_NOTE:
            if one is None:
                menu.addSeparator()
            elif isinstance(one, Menu):
                menu.addAction(self._actions.menu(one).menuAction())  # the menu itself would be closed for good
            else:
                menu.addAction(self._actions[one])
        menu.popup(at)

    def _follow(self, writing: Writing | None) -> None:
        may_change = writing is not None and not writing.version
        self._allow("go_words", able=writing is not None)
        for kind in NoteKind:
            self._tick(f"note_kind_{kind}", ticked=writing is not None and writing.kind is kind, enabled=may_change)
        for status in Status:
            ticked = writing is not None and writing.status is status
            self._tick(f"note_status_{status}", ticked=ticked, enabled=may_change)

    def _tick(self, name: str, *, ticked: bool, enabled: bool) -> None:
        self._allow(name, able=enabled)
        if ticked:
            self._actions[name].setChecked(True)  # the others of its group are not, then
