"""Stands between what is typed and the store: saves shortly after a key, tries again after a failure, loses nothing.

A text that could not be saved stays here, is shown with the notes of its topic and is tried again until it is safe or
the reader has been asked.
"""

import sys
from collections.abc import Callable
from dataclasses import dataclass, field
from itertools import count

from PySide6.QtCore import QObject, QTimer, Signal

from fmm_desktop.errors import UserError
from fmm_desktop.notes.note import Anchor, Note
from fmm_desktop.notes.store import NoteStore
from fmm_desktop.ui.jobs import Job

_PAUSE = 150  # ms after a key; short enough to call it saved as it is typed
_RETRY = 3000  # ms
_LOOK_ELSEWHERE = 2000  # ms

_keys = count(1)


@dataclass
class Writing:
    """A note in the editor: the stored note, if there is one yet, and the text as the reader typed it."""

    anchor: Anchor
    note: Note | None
    text: str
    safe: bool = True
    key: int = field(default_factory=lambda: next(_keys))


class NoteKeeper(QObject):
    """Keeps the notes of the reader. One note is being written at a time."""

    saved = Signal(object)  # Writing, safe on disk
    failed = Signal(object, str)  # Writing, why in words
    unreadable = Signal(str)  # the notes cannot be read, why in words
    changed = Signal()  # the notes of some topic are not what they were

    def __init__(self, store: NoteStore, say: Callable[[UserError], str], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._store = store
        self._say = say
        self._writing: Writing | None = None
        self._unsaved: dict[int, Writing] = {}
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE)
        self._pause.timeout.connect(self.flush)
        self._retry = QTimer(self, singleShot=True, interval=_RETRY)
        self._retry.timeout.connect(self._try_again)
        self._elsewhere = QTimer(self, interval=_LOOK_ELSEWHERE)
        self._elsewhere.timeout.connect(self._look_elsewhere)
        self._elsewhere.start()

    # -- reading ---------------------------------------------------------------------------------------------------

    def on_topic(self, dossier_id: str, topic_path: str) -> tuple[Writing, ...]:
        """Return the notes of a topic, those that could not be saved yet among them.

        The note in the editor comes back as the same object, with what the store knows of it now.
        """
        try:
            stored = tuple(self._known(note) for note in self._store.on_topic(dossier_id, topic_path))
        except UserError as error:
            self.unreadable.emit(self._say(error))
            stored = ()
        here = (dossier_id, topic_path)
        return stored + tuple(
            one for one in self._unsaved.values() if one.note is None and (one.anchor.dossier, one.anchor.topic) == here
        )

    def _known(self, note: Note) -> Writing:
        for one in (self._writing, *self._unsaved.values()):
            if one is not None and one.note is not None and one.note.id == note.id:
                one.note = note
                if one.safe:
                    one.text = note.text
                return one
        return Writing(note.anchor, note, note.text)

    def counts(self, dossier_id: str) -> dict[str, int]:
        """Return how many notes each topic has: path → number."""
        try:
            counts = dict(self._store.counts(dossier_id))
        except UserError as error:
            self.unreadable.emit(self._say(error))
            counts = {}
        for one in self._unsaved.values():
            if one.note is None and one.anchor.dossier == dossier_id:
                counts[one.anchor.topic] = counts.get(one.anchor.topic, 0) + 1
        return counts

    # -- writing ---------------------------------------------------------------------------------------------------

    def begin(self, writing: Writing) -> None:
        """The reader goes to a note, or to an empty place where one can begin."""
        if self._writing is not writing:
            self.leave()
            self._writing = writing

    def type(self, text: str) -> None:
        """The reader typed: `text` is all that the note says now. It is saved after a short pause."""
        if self._writing is None or text == self._writing.text:
            return
        self._writing.text = text
        if self._writing.note is None and not text.strip():
            self._pause.stop()
            self._unsaved.pop(self._writing.key, None)
            return
        self._writing.safe = False
        self._pause.start()

    def flush(self) -> bool:
        """Save what is being typed now; return whether it is safe."""
        self._pause.stop()
        return self._writing is None or self._save(self._writing)

    def leave(self) -> None:
        """The reader leaves the note: what was typed becomes a revision of it."""
        self.flush()
        writing, self._writing = self._writing, None
        if writing is not None and writing.safe and writing.note is not None:
            self._settle(writing)

    def delete(self, writing: Writing) -> bool:
        """Take a note away; `restore` brings it back. False when that failed: the note is still in the editor then."""
        self._pause.stop()
        try:
            if writing.note is not None:
                self._store.settle(writing.note.id)
                self._store.delete(writing.note.id)
        except UserError as error:
            self.failed.emit(writing, self._say(error))
            return False
        if self._writing is not None and self._writing.key == writing.key:
            self._writing = None
        self._unsaved.pop(writing.key, None)
        self.changed.emit()
        return True

    def restore(self, writing: Writing) -> bool:
        """Bring back a note that was taken away; False when that failed."""
        try:
            if writing.note is not None:
                self._store.restore(writing.note.id)
        except UserError as error:
            self.failed.emit(writing, self._say(error))
            return False
        self.changed.emit()
        return True

    def unsaved(self) -> tuple[str, ...]:
        """Return the texts that are not safe, after trying once more."""
        self.leave()
        self._try_again()
        return tuple(one.text for one in self._unsaved.values())

    def back_up(self) -> None:
        """Make the backup of the day, if there is none yet; beside the window, since it may take a second or two."""
        job = Job(lambda _report: self._store.back_up_if_due())
        job.failed.connect(self._backup_failed)
        job.start()

    def _backup_failed(self, error: Exception) -> None:
        if not isinstance(error, UserError):
            raise error
        self.unreadable.emit(self._say(error))

    def close(self) -> None:
        """Leave the note and close the store."""
        self.leave()
        self._elsewhere.stop()
        self._retry.stop()
        try:
            self._store.close()
        except UserError as error:  # what was typed is safe as a draft, and becomes a revision at the next start
            sys.stderr.write(f"{error}\n")

    # -- inside ----------------------------------------------------------------------------------------------------

    def _save(self, writing: Writing) -> bool:
        if writing.safe:
            return True
        try:
            note_id = writing.note.id if writing.note else None
            writing.note = self._store.write(note_id, writing.anchor, writing.text)
        except UserError as error:
            self._unsaved[writing.key] = writing
            self._retry.start()
            self.failed.emit(writing, self._say(error))
            return False
        writing.safe = True
        self._unsaved.pop(writing.key, None)
        self.saved.emit(writing)
        return True

    def _settle(self, writing: Writing) -> None:
        if writing.note is None:
            return
        try:
            self._store.settle(writing.note.id)
        except UserError as error:  # the draft is durable: it becomes a revision at the next start
            self.failed.emit(writing, self._say(error))
        else:
            self.changed.emit()

    def _try_again(self) -> None:
        for writing in tuple(self._unsaved.values()):
            if self._save(writing) and writing is not self._writing:
                self._settle(writing)

    def _look_elsewhere(self) -> None:
        """Show what another window wrote, unless the reader is in the middle of a word here."""
        if self._pause.isActive() or self._unsaved:
            return
        try:
            if self._store.changed_elsewhere():
                self.changed.emit()
        except UserError as error:
            self.unreadable.emit(self._say(error))
