"""Stands between what is typed and the store: saves shortly after a key, tries again after a failure, loses nothing.

A text that could not be saved stays at hand, is shown with the notes of its topic and is tried again until it is safe
or the reader has been asked.
"""

import sys
from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import QObject, QTimer, Signal

from fmm_desktop.errors import UserError
from fmm_desktop.notes.note import Anchor, Note, Traits
from fmm_desktop.notes.store import NoteStore
from fmm_desktop.ui.notes.alarms import Alarms
from fmm_desktop.ui.notes.at_hand import AtHand
from fmm_desktop.ui.notes.hourly import HourlyBackUp
from fmm_desktop.ui.notes.known import KnownNotes
from fmm_desktop.ui.notes.saving import Saver
from fmm_desktop.ui.notes.writing import Writing

_PAUSE = 150  # ms after a key; short enough to call it saved as it is typed
_LOOK_ELSEWHERE = 2000  # ms

_Done = TypeVar("_Done")


class NoteKeeper(QObject):
    """Keeps the notes of the reader. One note is being written at a time; `known` answers what is asked of them all."""

    saved = Signal(object)  # Writing, kept by the store
    failed = Signal(object, str)  # Writing, why in words
    changed = Signal()  # the notes of some topic are not what they were

    def __init__(self, store: NoteStore, say: Callable[[UserError], str], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._store = store
        self._say = say
        self._at_hand = AtHand()
        self.alarms = Alarms(self)
        self.known = KnownNotes(store, self._at_hand, self.alarms, say)
        self.backup = HourlyBackUp(store, self.alarms, say, self)
        self._saver = Saver(store, self._at_hand, self.alarms, say, self)
        self._saver.saved.connect(self.saved)
        self._saver.failed.connect(self.failed)
        self._saver.changed.connect(self.changed)
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE)
        self._pause.timeout.connect(self.flush)
        self._elsewhere = QTimer(self, interval=_LOOK_ELSEWHERE)
        self._elsewhere.timeout.connect(self._look_elsewhere)
        self._elsewhere.start()

    @property
    def durable(self) -> bool:
        """Whether what is saved outlives the window."""
        return self._store.durable

    # -- the note in the editor ------------------------------------------------------------------------------------

    def begin(self, writing: Writing) -> None:
        """The reader goes to a note, or to an empty place where one can begin."""
        if self._at_hand.writing is not writing:
            self.leave()
            self._at_hand.writing = writing

    def type(self, text: str) -> None:
        """The reader typed: `text` is all that the note says now. It is saved a moment later, however they type on.

        Raises LookupError when no note was begun that can be typed in: the text would be lost.
        """
        writing = self._at_hand.writing
        if writing is None or writing.version:
            raise LookupError(text)
        if text == writing.text:
            return
        writing.text = text
        if not writing.is_new_and_blank:
            self._unsave(writing)
            self._save_soon()
            return
        writing.safe = True
        self._pause.stop()
        if self._saver.forget(writing):
            self.changed.emit()

    def amend(self, traits: Traits) -> None:
        """The reader is typing labels or a wording: saved a moment later, as the text is."""
        writing = self._at_hand.writing
        if writing is None or traits == writing.traits:
            return
        writing.traits = traits
        if writing.note is None and not writing.text.strip() and not traits.wording:
            return  # there is no note yet
        self._unsave(writing)
        self._save_soon()

    def _unsave(self, writing: Writing) -> None:
        """What a note says is not saved any more; know over what it was typed, for another may come before it is."""
        if writing.safe and writing.note is not None:
            writing.over = self._store.seen(writing.note.id)
        writing.safe = False

    def _save_soon(self) -> None:
        if not self._pause.isActive():  # who types on without a pause is saved all the same
            self._pause.start()

    def mark(self, writing: Writing, traits: Traits) -> None:
        """The reader makes a note another kind, or says what became of it: a revision, once there is a text."""
        if traits == writing.traits:
            return
        if not writing.is_new_and_blank and self._saver.save(writing):
            self._saver.settle(writing)  # what was typed is a step of its own
        writing.traits = traits
        if writing.is_new_and_blank:
            return
        self._unsave(writing)
        if self._saver.save(writing):
            self._saver.settle(writing)

    def flush(self) -> bool:
        """Save what is being typed now; return whether it is safe."""
        self._pause.stop()
        return self._at_hand.writing is None or self._saver.save(self._at_hand.writing)

    def leave(self) -> None:
        """The reader leaves the note: what was typed becomes a revision of it."""
        self.flush()
        writing, self._at_hand.writing = self._at_hand.writing, None
        if writing is not None and writing.safe:
            self._saver.settle(writing)

    # -- any note --------------------------------------------------------------------------------------------------

    def delete(self, writing: Writing) -> bool:
        """Take a note away; `restore` brings it back. False when that failed: the note is still in the editor then."""
        self._pause.stop()
        try:
            if writing.note is not None:
                self._store.delete(writing.note.id)
                self._saver.forget_fleeting(writing.note.id)
        except UserError as error:
            self.failed.emit(writing, self._say(error))
            return False
        if self._at_hand.writing is writing:
            self._at_hand.writing = None
        self._saver.forget(writing)
        self.changed.emit()
        return True

    def restore(self, writing: Writing) -> bool:
        """Bring back a note that was taken away, with what was not saved of it then; False when that failed."""
        try:
            if writing.note is not None:
                self._store.restore(writing.note.id)
                self._saver.note_fleeting(writing)
        except UserError as error:
            self.failed.emit(writing, self._say(error))
            return False
        if not writing.safe:
            self._at_hand.unsaved[writing.key] = writing
            self._saver.try_again()
        self.changed.emit()
        return True

    def change(self, do: Callable[[NoteStore], _Done]) -> _Done | None:
        """Settle what is being typed and do something else to the notes; None when that failed, which is told."""
        if not self.flush():
            return None
        if self._at_hand.writing is not None:
            self._saver.settle(self._at_hand.writing)
        try:
            done = do(self._store)
        except UserError as error:
            self.alarms.alarm("change", self._say(error))
            return None
        self.alarms.clear("change")
        self.changed.emit()
        return done

    def hang(self, note: Note, anchor: Anchor, below: str = "") -> bool | None:
        """Hang a note somewhere else, with `below` under what it says now: a revision; None when that failed, as told.

        False when it is gone, or hangs on something else than `note` does: it is left as it is then.
        """

        def do(store: NoteStore) -> bool:
            now = store.get(note.id)
            if now is None or now.anchor != note.anchor:
                return False
            text = f"{now.text}\n\n{below}".strip() if below else now.text
            store.write(note.id, anchor, text, now.traits)
            return store.settle(note.id) is not None

        return self.change(do)

    # -- the end, and other windows --------------------------------------------------------------------------------

    def unsaved(self) -> tuple[str, ...]:
        """Return the texts that closing would lose, after trying once more; the reader may stay and type on."""
        self._pause.stop()
        writing = self._at_hand.writing
        if writing is not None and not writing.safe:
            self._at_hand.unsaved[writing.key] = writing
        with self._store.patient():
            self._saver.try_again()
        return self._saver.unsaved()

    def close(self) -> None:
        """Leave the note and close the store."""
        self.leave()
        self._elsewhere.stop()
        self._saver.stop()
        self.backup.stop()
        try:
            self._store.close()
        except UserError as error:  # what was typed is safe as a draft, and becomes a revision at the next start
            sys.stderr.write(f"{error}\n")

    def _look_elsewhere(self) -> None:
        """Show what another window wrote, unless the reader is in the middle of a word here."""
        if self._pause.isActive() or self._at_hand.unsaved:
            return
        try:
            if self._store.changed_elsewhere():
                self.changed.emit()
        except UserError as error:
            self.alarms.alarm("read", self._say(error))
