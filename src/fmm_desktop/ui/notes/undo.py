"""Undo and redo of everything that changes notes: what the menu says, what the keys do, and where the reader goes then.

In the editor they undo typing first, as everywhere; when there is nothing left of that, or the focus is elsewhere, the
last step of the reader, also one of yesterday.
"""

from collections.abc import Callable, Iterable
from typing import Protocol

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QPlainTextEdit

from fmm_desktop.notes.progress import Report
from fmm_desktop.notes.steps import Step, What
from fmm_desktop.notes.store import NoteStore
from fmm_desktop.notes.undoing import Outcome
from fmm_desktop.ui.actions import Actions
from fmm_desktop.ui.location import Location
from fmm_desktop.ui.navigation import Navigator
from fmm_desktop.ui.notes.desk import NotesDesk
from fmm_desktop.ui.notes.keeper import NoteKeeper
from fmm_desktop.ui.notes.many import ManyChanges
from fmm_desktop.ui.notes.menu import Allow
from fmm_desktop.ui.telling import Teller


class Elsewhere(Protocol):
    """A place where undoing is about something else than notes, which it never touches while the reader is there."""

    @property
    def is_here(self) -> bool:
        """Whether the reader is there."""

    @property
    def step_back(self) -> str:
        """What would be undone there, "" for nothing."""

    def undo(self) -> None:
        """Undo that."""


class Undo(QObject):
    """Undoes and redoes; `refresh` says anew what there is to undo."""

    def __init__(  # noqa: PLR0913, PLR0917 - one hand for each that it works with
        self,
        actions: Actions,
        allow: Allow,
        navigator: Navigator,
        keeper: NoteKeeper,
        many: ManyChanges,
        desk: NotesDesk,
        editors: Iterable[QPlainTextEdit],
        teller: Teller,
    ) -> None:
        super().__init__(desk)
        self._actions, self._allow, self._navigator = actions, allow, navigator
        self._keeper, self._many, self._desk, self._teller = keeper, many, desk, teller
        self._elsewhere: Elsewhere | None = None
        self._editors: tuple[QPlainTextEdit, ...] = ()
        self._offered: dict[str, Step | None] = {}  # what the menu names
        actions["undo"].triggered.connect(lambda _checked=False: self._undo())
        actions["redo"].triggered.connect(lambda _checked=False: self._redo())
        self.watch(editors)
        keeper.changed.connect(self.refresh)
        keeper.saved.connect(self.refresh)
        many.busy_changed.connect(self.refresh)
        self.refresh()

    def watch(self, editors: Iterable[QPlainTextEdit]) -> None:
        """Undo typing in these editors as well; those that are known stay as they are."""
        for editor in editors:
            if editor not in self._editors:
                self._editors += (editor,)
                editor.installEventFilter(self)
                editor.undoAvailable.connect(self.refresh)
                editor.redoAvailable.connect(self.refresh)

    def mind(self, elsewhere: Elsewhere) -> None:
        """Leave the notes as they are while the reader is elsewhere."""
        self._elsewhere = elsewhere
        self.refresh()

    @property
    def _away(self) -> Elsewhere | None:
        return self._elsewhere if self._elsewhere is not None and self._elsewhere.is_here else None

    def refresh(self, *_: object) -> None:
        """Say in the menu what would be undone and redone now."""
        if away := self._away:
            self._name("undo", self.tr("&Undo"), away.step_back)
            self._name("redo", self.tr("&Redo"), "")
            return
        back, again = self._keeper.known.steps()
        self._offer("undo", self.tr("&Undo"), back, typing=self._untyped() is not None)
        self._offer("redo", self.tr("&Redo"), again, typing=self._retyped() is not None)

    def _offer(self, name: str, plain: str, step: Step | None, *, typing: bool) -> None:
        self._offered[name] = step
        does = self.tr("typing") if typing else self._named(step) if step else ""
        self._name(name, plain, does, able=typing or not self._many.is_busy)

    def _name(self, name: str, plain: str, does: str, *, able: bool = True) -> None:
        self._actions[name].setText(f"{plain}: {does}" if does else plain)
        self._allow(name, able=bool(does) and able)

    def _undo(self) -> None:
        if away := self._away:
            away.undo()
        elif editor := self._untyped():
            editor.undo()
        else:
            self._go("undo", self.tr("Undoing…"), lambda store, step, report: store.changes.undo(step, report))

    def _redo(self) -> None:
        if editor := self._retyped():
            editor.redo()
        elif self._away is None:
            self._go("redo", self.tr("Doing again…"), lambda store, step, report: store.changes.redo(step, report))

    def _go(self, which: str, words: str, go: Callable[[NoteStore, Step, Report], Outcome | None]) -> None:
        """Undo what the menu names, or do it again."""
        self._teller.end_deleted()
        self._keeper.flush()  # the menu names what was typed a moment ago as well
        step = self._offered[which]
        if step is not None:
            self._many.change(
                step.count, words, lambda store, report: go(store, step, report), lambda done: self._end(which, done)
            )
        self.refresh()

    def _end(self, which: str, outcome: Outcome | None) -> None:
        """Show what came of it; when something else came between, say so: everything was left."""
        if outcome is not None:
            self._show(outcome)
            self._tell(outcome, which)
        else:
            words = self.tr("Nothing was done: notes were changed elsewhere meanwhile. See what the menu names now.")
            self._teller.tell_passing(words)
        self.refresh()

    def _show(self, outcome: Outcome) -> None:
        """Go to the note that it was about, when the dossier is the one that is open."""
        self._desk.leave_gone()
        dossier, anchor = self._navigator.dossier, outcome.anchor
        if dossier is None or anchor is None or anchor.dossier != dossier.id or len(outcome.notes) != 1:
            return
        topic = self._desk.placements.of(anchor).topic
        if "/" not in topic or dossier.topic(topic) is None:
            return  # it is in the review
        self._navigator.go(Location("topic", topic))
        self._desk.choose_note(outcome.notes[0])

    def _tell(self, outcome: Outcome, which: str) -> None:
        words = self.tr("Undone: %1") if which == "undo" else self.tr("Done again: %1")
        words = words.replace("%1", self._named(outcome.step))
        dossier, anchor = self._navigator.dossier, outcome.anchor
        if outcome.left and not outcome.notes:
            words = self.tr("Left as it is, because it was changed meanwhile: %1")
            words = words.replace("%1", self._named(outcome.step))
        elif outcome.left:
            words += ". " + self.tr("%n note(s) were changed meanwhile and stay as they are.", "", outcome.left)
        elif anchor is not None and (dossier is None or anchor.dossier != dossier.id):
            words += ". " + self.tr("It is in another dossier: %1").replace("%1", anchor.dossier)
        if outcome.left:
            self._teller.tell(words)
        else:
            self._teller.tell_passing(words)

    # -- typing ----------------------------------------------------------------------------------------------------

    def _untyped(self) -> QPlainTextEdit | None:
        """Return the editor that the reader is in, when there is typing to undo in it."""
        may = (one for one in self._editors if one.hasFocus() and not one.isReadOnly())
        return next((one for one in may if one.document().isUndoAvailable()), None)

    def _retyped(self) -> QPlainTextEdit | None:
        may = (one for one in self._editors if one.hasFocus() and not one.isReadOnly())
        return next((one for one in may if one.document().isRedoAvailable()), None)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Keep the keys from an editor that has nothing to undo: it would swallow them."""
        if event.type() in {QEvent.Type.FocusIn, QEvent.Type.FocusOut}:
            QTimer.singleShot(0, self, self.refresh)
        if event.type() is not QEvent.Type.ShortcutOverride or not isinstance(event, QKeyEvent):
            return False
        undoes = event.matches(QKeySequence.StandardKey.Undo) and self._untyped() is None
        redoes = event.matches(QKeySequence.StandardKey.Redo) and self._retyped() is None
        if undoes or redoes:
            event.ignore()
        return undoes or redoes

    # -- words -----------------------------------------------------------------------------------------------------

    def _named(self, step: Step) -> str:
        """Return what a step did, and to how many notes when that is more than one."""
        named = self._names()[step.what]
        return named if step.count == 1 else self.tr("%1 (%n note(s))", "", step.count).replace("%1", named)

    def _names(self) -> dict[What, str]:
        return {
            What.MADE: self.tr("new note"),
            What.TYPED: self.tr("text of a note"),
            What.KIND: self.tr("kind of note"),
            What.STATUS: self.tr("status of a note"),
            What.LABELS: self.tr("labels of a note"),
            What.WORDING: self.tr("proposed wording"),
            What.PLACED: self.tr("place of a note"),
            What.DELETED: self.tr("note deleted"),
            What.RESTORED: self.tr("note brought back"),
            What.CHOSEN: self.tr("version chosen"),
            What.TAKEN_IN: self.tr("notes imported"),
            What.SEVERAL: self.tr("several changes"),
        }
