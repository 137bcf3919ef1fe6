"""Brings what was written to the store, and tries again what failed, until it is safe."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Signal

from fmm_desktop.errors import UserError
from fmm_desktop.notes.store import NoteStore
from fmm_desktop.ui.notes.alarms import Alarms
from fmm_desktop.ui.notes.at_hand import AtHand
from fmm_desktop.ui.notes.writing import Writing

_RETRY = 1000  # ms


class Saver(QObject):
    """Saves the texts of notes as drafts, and makes revisions of those that the reader left."""

    saved = Signal(object)  # Writing, kept by the store
    failed = Signal(object, str)  # Writing, why in words
    changed = Signal()  # a note has a revision more

    def __init__(
        self, store: NoteStore, at_hand: AtHand, alarms: Alarms, say: Callable[[UserError], str], parent: QObject
    ) -> None:
        super().__init__(parent)
        self._store = store
        self._at_hand = at_hand
        self._alarms = alarms
        self._say = say
        self._unsettled: set[str] = set()  # notes whose text is safe as a draft, but not a revision yet
        self._fleeting: dict[str, str] = {}  # by note, what was written here while nothing is kept on disk
        self._retry = QTimer(self, singleShot=True, interval=_RETRY)
        self._retry.timeout.connect(self.try_again)

    def save(self, writing: Writing) -> bool:
        """Save what a note says; return whether it is safe, else it is tried again."""
        if writing.safe:
            return True
        try:
            note_id = writing.note.id if writing.note else None
            writing.note = self._store.write(note_id, writing.anchor, writing.text, writing.traits, over=writing.over)
        except UserError as error:
            self._at_hand.unsaved[writing.key] = writing
            self._retry.start()
            self.failed.emit(writing, self._say(error))
            return False
        writing.safe, writing.over = True, ()
        self.forget(writing)
        self.note_fleeting(writing)
        self.saved.emit(writing)
        return True

    def settle(self, writing: Writing) -> None:
        """Make a revision of what was saved of a note."""
        if writing.note is not None and not writing.version:
            self._unsettled.add(writing.note.id)
            self._settle_left()

    def try_again(self) -> None:
        """Save what could not be saved before."""
        for writing in tuple(self._at_hand.unsaved.values()):
            if self.save(writing) and writing is not self._at_hand.writing:
                self.settle(writing)
        self._settle_left()

    def forget(self, writing: Writing) -> bool:
        """There is nothing to try again for this note; return whether there was."""
        self._alarms.clear(writing.key)
        return self._at_hand.unsaved.pop(writing.key, None) is not None

    def note_fleeting(self, writing: Writing) -> None:
        """Know that a note goes when the window does, if nothing is kept on disk."""
        if writing.note is not None and not self._store.durable:
            self._fleeting[writing.note.id] = writing.text

    def forget_fleeting(self, note_id: str) -> None:
        """There is nothing to lose in this note."""
        self._fleeting.pop(note_id, None)

    def unsaved(self) -> tuple[str, ...]:
        """Return the texts that closing would lose."""
        unsaved = (one.text for one in self._at_hand.unsaved.values())
        return (*unsaved, *filter(str.strip, self._fleeting.values()))

    def stop(self) -> None:
        """Try nothing again any more."""
        self._retry.stop()

    def _settle_left(self) -> None:
        """Make revisions of the notes that were left; one that fails is safe as a draft, and is tried again."""
        for note_id in tuple(self._unsettled):
            try:
                self._store.settle(note_id)
            except UserError:
                self._retry.start()
            else:
                self._unsettled.discard(note_id)
                self._go_on_from(note_id)
                self.changed.emit()

    def _go_on_from(self, note_id: str) -> None:
        """What was typed in a note after it was left goes over the revision that came of that."""
        for one in self._at_hand:
            if not one.safe and one.note is not None and one.note.id == note_id:
                one.over = self._store.seen(note_id)
