"""The review of one import: what is chosen on one side shows on the other, keys change the draft, undo goes back."""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QApplication, QWidget

from fmm_desktop.dossier.model import Kind
from fmm_desktop.importing.agenda.draft import Draft, Seems
from fmm_desktop.importing.doubts import SEEMS
from fmm_desktop.importing.editing import PASSAGE_DEPTH, NoSuchChangeError, Place, passage_at
from fmm_desktop.importing.shaping import first_day
from fmm_desktop.ui.importing import steps
from fmm_desktop.ui.importing.asking import Answer, ask_for_actor, ask_for_meeting, ask_what_to_lose
from fmm_desktop.ui.importing.commands import KINDS
from fmm_desktop.ui.importing.document import DocumentText, offset_in
from fmm_desktop.ui.importing.history import History, Step
from fmm_desktop.ui.importing.prepared import Prepared
from fmm_desktop.ui.importing.refusing import why_not
from fmm_desktop.ui.importing.rows import Row, WhereRows, counts_of, next_unsure
from fmm_desktop.ui.importing.saving import Saver
from fmm_desktop.ui.importing.showing import show_chosen, tell_of
from fmm_desktop.ui.importing.window import Looks, ReviewWindow


class ReviewDesk(QObject):
    """Leads a review in a window of its own."""

    saved = Signal(object)  # Path of the dossier; the window closes
    help_wanted = Signal()
    quit_wanted = Signal()

    def __init__(self, prepared: Prepared, saver: Saver, window: ReviewWindow, looks: Looks) -> None:
        super().__init__(window)
        draft = prepared.draft
        self._history, self._older, self._saver = History(draft), prepared.older, saver
        self._window, self._looks = window, looks
        saver.setParent(window)
        self._rows: tuple[Row, ...] = ()
        self._counts = (0, 0, 0, 0)
        self._maker = prepared.maker
        self._where: WhereRows | None = None  # made when it is asked
        self._from_document = False
        self._out = (draft.left_out, draft.plain)  # what the document shows as left out
        window.may_close = self._may_close
        window.on_speaking = self._say_all
        self._connect()
        self._show(Step(draft, ()))
        self._say_all()

    @classmethod
    def open(cls, prepared: Prepared, saver: Saver, looks: Looks, parent: QWidget | None) -> "ReviewDesk":
        """Open a window for a draft."""
        window = ReviewWindow(prepared.text, prepared.draft.plain.name, looks, parent)
        desk = cls(prepared, saver, window, looks)
        window.show()
        return desk

    @property
    def window(self) -> ReviewWindow:
        """The window of the review."""
        return self._window

    @property
    def draft(self) -> Draft:
        """The draft as it is now."""
        return self._history.draft

    def _connect(self) -> None:
        window = self._window
        window.outline.row_entered.connect(self._show_row)
        window.outline.choice_changed.connect(self._show_chosen)
        window.document.place_chosen.connect(self._find_row)
        window.model.title_changed.connect(self._rename, Qt.ConnectionType.QueuedConnection)  # the editor closes first
        self._saver.saved.connect(self._finish)
        self._saver.failed.connect(window.messages.warn)
        self._saver.waiting.connect(window.messages.wait_for)
        done: dict[str, Callable[[], object]] = {
            "save": self._save,
            "close": window.close,
            "quit": self.quit_wanted.emit,
            "help": self.help_wanted.emit,
            "undo": lambda: self._show(self._history.undo()),
            "redo": lambda: self._show(self._history.redo()),
            "rename": self._edit_title,
            "date": self._change_date,
            "join": lambda: self._change("join", steps.joined),
            "split": self._split,
            "take_in": self._take_in,
            "move_up": lambda: self._change("move", lambda step: steps.moved(step, -1)),
            "move_down": lambda: self._change("move", lambda step: steps.moved(step, 1)),
            "certainty": lambda: self._change("certainty", steps.with_next_certainty),
            "higher": lambda: self._change("higher", steps.higher),
            "lower": lambda: self._change("lower", steps.lower),
            "begin": lambda: self._change("begin", steps.begun),
            "next_unsure": lambda: self._walk(1),
            "previous_unsure": lambda: self._walk(-1),
            "settle": self._settle,
            "other_pane": self._go_to_other_pane,
            **{name: lambda kind=kind: self._set_kind(kind) for name, kind in KINDS.items()},  # type: ignore[misc]
        }
        for name, do in done.items():
            window.commands[name].triggered.connect(lambda _checked=False, do=do: do())

    # -- what is shown ---------------------------------------------------------------------------------------------

    def _show(self, step: Step) -> None:
        if step.draft.left_out is not self._out[0] or step.draft.plain is not self._out[1]:
            self._out = (step.draft.left_out, step.draft.plain)
            self._window.document.show_text(DocumentText(step.draft))
        self._rows = self._maker.rows(step.draft)
        self._where = None
        self._counts = counts_of(self._rows)
        self._window.outline.show_rows(self._rows, step.chosen)
        self._allow()

    def _allow(self) -> None:
        commands = self._window.commands
        commands["undo"].setEnabled(self._history.can_undo)
        commands["redo"].setEnabled(self._history.can_redo)
        self._window.setWindowModified(self._history.is_changed)
        unsure = self._counts[-1]
        for name in ("next_unsure", "previous_unsure", "settle"):
            commands[name].setEnabled(bool(unsure))
        words = self.tr("Sessions: %1 · Topics: %2 · Passages: %3 · Unsure: %4")
        for number, count in enumerate(self._counts, 1):
            words = words.replace(f"%{number}", str(count))
        self._window.found.setText(words)

    def _say_all(self) -> None:
        self._allow()
        if self._older is not None:
            words = self.tr("Make it the next edition of “%1”, so that notes find their place")
            words = words.replace("%1", self._older.dossier.title)
            self._window.offer_edition(words, checked=self._older.is_sure)
        if self.draft.seems is not Seems.AGENDA:
            seems = SEEMS[self.draft.seems].say(self._looks()[1])
            self._window.messages.tell(self.tr("This seems %1. Look through it well.").replace("%1", seems))

    def _show_row(self, number: int) -> None:
        row = self._rows[number]
        self._window.statusBar().clearMessage()
        self._window.document.show_spans(row.spans, lead=not self._from_document)
        self._show_chosen()
        tell_of(self._window, self.draft, row)

    def _show_chosen(self) -> None:
        show_chosen(self._window, self._rows)

    def _find_row(self, block: int, offset: int) -> None:
        """Choose the row of a place in the document that the reader went to."""
        number = self._row_at(block, offset)
        if number < 0:
            self._window.tell_passing(self.tr("This is a footnote or was left out. Ctrl+T takes in what was left out."))
            return
        if number != self._window.outline.row:
            self._from_document = True
            self._window.outline.choose([number])
            self._from_document = False

    def _row_at(self, block: int, offset: int) -> int:
        self._where = self._where or WhereRows(self._rows)
        return self._where.row(block, offset)

    # -- what is changed -------------------------------------------------------------------------------------------

    def _change(self, name: str, change: steps.Change) -> bool:
        """Change what is chosen, by the action with that name; say why not when that cannot be done there."""
        chosen = self._window.outline.chosen
        try:
            step = change(Step(self.draft, chosen))
        except NoSuchChangeError:
            self._tell_impossible(name)
            return False
        self._history.do(step, chosen)
        self._show(step)
        return True

    def _tell_impossible(self, name: str) -> None:
        self._window.tell_passing(why_not(name, self._window.outline.chosen))

    def _set_kind(self, kind: Kind) -> None:
        places, actor = steps.passages_in(self._window.outline.chosen), ""
        if kind is Kind.OTHER and places:
            actor = ask_for_actor(self.draft, self._actor_of(places), self._window)
            if not actor:
                return
        self._change("kind", lambda step: steps.with_kind(step, kind, actor))

    def _actor_of(self, places: Sequence[Place]) -> str:
        return next(filter(None, (passage_at(self.draft, place).actor for place in places)), "")

    def _split(self) -> None:
        block, offset = self._window.document.place
        number = self._row_at(block, offset)
        row = self._rows[number] if number >= 0 else None
        if row is None or len(row.place) != PASSAGE_DEPTH:
            self._tell_impossible("split")
            return
        at = offset_in(self.draft, passage_at(self.draft, row.place).spans, block, offset)
        self._from_document = True
        self._change("split", lambda step: steps.split(step, row.place, at))
        self._from_document = False

    def _take_in(self) -> None:
        blocks, outside = self._window.document.chosen_out
        if not blocks and not outside:
            self._window.tell_passing(self.tr("Nothing was left out here: go to what is grey in the document."))
            return
        self._from_document = True
        self._change("take_in", lambda step: steps.taken_in(step, blocks, outside))
        self._from_document = False

    def _edit_title(self) -> None:
        if not self._window.outline.edit_title():
            self._tell_impossible("rename")

    def _rename(self, place: Place, title: str) -> None:
        self._change("rename", lambda step: steps.renamed(step, place, title))

    def _change_date(self) -> None:
        if (meeting := ask_for_meeting(self.draft.meeting, self._window)) is not None:
            self._change("date", lambda step: steps.with_meeting(step, meeting))

    # -- what is unsure --------------------------------------------------------------------------------------------

    def _walk(self, by: int) -> None:
        number = next_unsure(self._rows, self._window.outline.row, by)
        if number < 0:
            self._window.tell_passing(self.tr("Nothing is unsure any more."))
            return
        self._window.outline.choose([number])
        row = self._rows[number]
        self._window.tell_passing(self._window.model.unsure_of(row))

    def _settle(self) -> None:
        """Take what is chosen as right, and go to what is unsure next."""
        chosen = set(self._window.outline.chosen)
        if any(row.doubts for row in self._rows if row.place in chosen):
            self._change("settle", steps.settled)
        self._walk(1)

    def _go_to_other_pane(self) -> None:
        window = self._window
        other = window.document if QApplication.focusWidget() is not window.document else window.outline
        other.setFocus(Qt.FocusReason.ShortcutFocusReason)

    # -- the end ---------------------------------------------------------------------------------------------------

    def _save(self) -> None:
        if first_day(self.draft) is None:
            self._change_date()  # a dossier has a day, and none is made up
            if first_day(self.draft) is None:
                return
        as_edition = self._window.edition.isChecked()
        older = self._older.dossier if self._older is not None and as_edition else None
        self._saver.save(self.draft, older, self._window)

    def _finish(self, path: Path, draft: Draft) -> None:
        self._history.note_saved(draft)
        if self._history.is_changed:  # the reader went on while it was saved
            self._allow()
            words = self.tr("%1 was saved, without what you changed meanwhile. Save again to have that in it too.")
            self._window.messages.tell(words.replace("%1", path.name))
            return
        self._window.close()
        self.saved.emit(path)

    def _may_close(self) -> bool:
        if not self._saver.wait():
            return False  # the window says what went wrong
        if not self._history.is_changed:
            return True
        answer = ask_what_to_lose(self._window)
        if answer is Answer.SAVE:
            self._save()
            return self._saver.wait() and not self._history.is_changed
        return answer is Answer.LEAVE
