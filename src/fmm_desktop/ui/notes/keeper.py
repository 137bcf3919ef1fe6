"""Stands between what is typed and the store: saves shortly after a key, tries again after a failure, loses nothing.

A text that could not be saved stays here, is shown with the notes of its topic and is tried again until it is safe or
the reader has been asked.
"""

import sys
from collections.abc import Callable, Collection, Iterable, Iterator
from typing import TypeVar

from PySide6.QtCore import QObject, QTimer, Signal

from fmm_desktop.errors import UserError
from fmm_desktop.notes.note import Anchor, Note, Traits
from fmm_desktop.notes.steps import Step
from fmm_desktop.notes.store import NoteStore
from fmm_desktop.search.noting import NoteText
from fmm_desktop.ui.jobs import Job
from fmm_desktop.ui.notes.alarms import Alarms
from fmm_desktop.ui.notes.writing import Writing, other_versions

_PAUSE = 150  # ms after a key; short enough to call it saved as it is typed
_RETRY = 1000  # ms
_LOOK_ELSEWHERE = 2000  # ms
_HOUR = 3_600_000  # ms

_Done = TypeVar("_Done")


class NoteKeeper(QObject):
    """Keeps the notes of the reader. One note is being written at a time."""

    saved = Signal(object)  # Writing, kept by the store
    failed = Signal(object, str)  # Writing, why in words
    changed = Signal()  # the notes of some topic are not what they were

    def __init__(self, store: NoteStore, say: Callable[[UserError], str], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._store = store
        self._say = say
        self.alarms = Alarms(self)
        self._writing: Writing | None = None
        self._unsaved: dict[int, Writing] = {}
        self._unsettled: set[str] = set()  # notes whose text is safe as a draft, but not a revision yet
        self._fleeting: dict[str, str] = {}  # by note, what was written here while nothing is kept on disk
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE)
        self._pause.timeout.connect(self.flush)
        self._retry = QTimer(self, singleShot=True, interval=_RETRY)
        self._retry.timeout.connect(self._try_again)
        self._hour = QTimer(self, interval=_HOUR)
        self._hour.timeout.connect(self.back_up)
        self._elsewhere = QTimer(self, interval=_LOOK_ELSEWHERE)
        self._elsewhere.timeout.connect(self._look_elsewhere)
        self._elsewhere.start()

    @property
    def durable(self) -> bool:
        """Whether what is saved outlives the window."""
        return self._store.durable

    # -- reading ---------------------------------------------------------------------------------------------------

    def on_topic(self, dossier_id: str, topic_path: str, also: Iterable[str] = ()) -> tuple[Writing, ...]:
        """Return the notes of a topic, those that could not be saved yet among them, each before its other versions.

        `also` are the ids of further notes. The note in the editor comes back as the same object, with what the store
        knows of it now.
        """
        stored: tuple[Writing, ...] = ()
        try:
            notes = [*self._store.on_topic(dossier_id, topic_path), *filter(None, map(self._store.get, also))]
            self._follow_elsewhere({note.id for note in notes})
            stored = tuple(version for note in notes for version in self._versions(note))
        except UserError as error:
            self.alarms.alarm("read", self._say(error))
        else:
            self.alarms.clear("read")
        here = (dossier_id, topic_path)
        return stored + tuple(
            one for one in self._unsaved.values() if one.note is None and (one.anchor.dossier, one.anchor.topic) == here
        )

    def _follow_elsewhere(self, here: Collection[str]) -> None:
        """Know where the note in the editor was hung meanwhile: what is typed would hang it back."""
        own = self._writing.note if self._writing is not None else None
        if own is not None and own.id not in here and (now := self._store.get(own.id)) is not None:
            self._known(now)

    def _versions(self, note: Note) -> Iterator[Writing]:
        others = other_versions(note, self._store.other_versions(note.id)) if note.conflict else ()
        shown = self._known(note)
        shown.versions = 1 + len(others)
        yield shown
        yield from others

    def _known(self, note: Note) -> Writing:
        found = Writing.of(note)
        for one in (self._writing, *self._unsaved.values()):
            if one is not None and one.stands_for(found):
                one.note = note
                if one.safe:
                    one.anchor, one.text, one.traits = note.anchor, note.text, note.traits
                return one
        return found

    def counts(self, dossier_id: str) -> dict[str, int]:
        """Return how many notes each topic has: path → number."""
        try:
            counts = dict(self._store.counts(dossier_id))
        except UserError as error:
            self.alarms.alarm("read", self._say(error))
            counts = {}
        for one in self._unsaved.values():
            if one.note is None and one.anchor.dossier == dossier_id:
                counts[one.anchor.topic] = counts.get(one.anchor.topic, 0) + 1
        return counts

    def dossier_counts(self) -> dict[str, int]:
        """Return how many notes each dossier has: id → number."""
        try:
            return self._store.dossier_counts()
        except UserError as error:
            self.alarms.alarm("read", self._say(error))
            return {}

    def texts(self, dossier_id: str, topic_of: Callable[[Anchor], str]) -> dict[str, list[NoteText]]:
        """Return what is looked for in the notes of a dossier, as far as they are typed: topic path → notes.

        `topic_of` tells which topic a note hangs on.
        """
        texts: dict[str, list[NoteText]] = {}
        try:
            for note in self._store.of_dossier(dossier_id):
                texts.setdefault(topic_of(note.anchor), []).append(self._typed(note))
        except UserError as error:
            self.alarms.alarm("read", self._say(error))
        for one in self._unsaved.values():
            if one.note is None and one.anchor.dossier == dossier_id:
                texts.setdefault(topic_of(one.anchor), []).append(NoteText.of(one.text, one.traits))
        return texts

    def of_dossier(self, dossier_id: str) -> tuple[Note, ...]:
        """Return the notes of a dossier that the store has."""
        try:
            return self._store.of_dossier(dossier_id)
        except UserError as error:
            self.alarms.alarm("read", self._say(error))
            return ()

    def labels(self, dossier_id: str) -> set[str]:
        """Return the labels that the notes of a dossier have."""
        return {label for note in self.of_dossier(dossier_id) for label in note.traits.labels}

    def _typed(self, note: Note) -> NoteText:
        """Return what a note says, with what is not saved of it yet."""
        stored = Writing.of(note)
        unsaved = (one for one in (self._writing, *self._unsaved.values()) if one is not None and not one.safe)
        said = next((one for one in unsaved if one.stands_for(stored)), stored)
        return NoteText.of(said.text, said.traits)

    # -- writing ---------------------------------------------------------------------------------------------------

    def begin(self, writing: Writing) -> None:
        """The reader goes to a note, or to an empty place where one can begin."""
        if self._writing is not writing:
            self.leave()
            self._writing = writing

    def type(self, text: str) -> None:
        """The reader typed: `text` is all that the note says now. It is saved a moment later, however they type on.

        Raises LookupError when no note was begun that can be typed in: the text would be lost.
        """
        writing = self._writing
        if writing is None or writing.version:
            raise LookupError(text)
        if text == writing.text:
            return
        writing.text = text
        writing.safe = writing.is_new_and_blank
        if not writing.safe:
            if not self._pause.isActive():  # who types on without a pause is saved all the same
                self._pause.start()
            return
        self._pause.stop()
        if self._forget(writing):
            self.changed.emit()

    def amend(self, traits: Traits) -> None:
        """The reader is typing labels or a wording: saved a moment later, as the text is."""
        writing = self._writing
        if writing is None or traits == writing.traits:
            return
        writing.traits = traits
        if writing.note is None and not writing.text.strip() and not traits.wording:
            return  # there is no note yet
        writing.safe = False
        if not self._pause.isActive():
            self._pause.start()

    def mark(self, writing: Writing, traits: Traits) -> None:
        """The reader makes a note another kind, or says what became of it: a revision, once there is a text."""
        if traits == writing.traits:
            return
        if not writing.is_new_and_blank and self._save(writing):
            self._settle(writing)  # what was typed is a step of its own
        writing.traits = traits
        if writing.is_new_and_blank:
            return
        writing.safe = False
        if self._save(writing):
            self._settle(writing)

    def flush(self) -> bool:
        """Save what is being typed now; return whether it is safe."""
        self._pause.stop()
        return self._writing is None or self._save(self._writing)

    def leave(self) -> None:
        """The reader leaves the note: what was typed becomes a revision of it."""
        self.flush()
        writing, self._writing = self._writing, None
        if writing is not None and writing.safe:
            self._settle(writing)

    def delete(self, writing: Writing) -> bool:
        """Take a note away; `restore` brings it back. False when that failed: the note is still in the editor then."""
        self._pause.stop()
        try:
            if writing.note is not None:
                self._store.delete(writing.note.id)
                self._fleeting.pop(writing.note.id, None)
        except UserError as error:
            self.failed.emit(writing, self._say(error))
            return False
        if self._writing is writing:
            self._writing = None
        self._forget(writing)
        self.changed.emit()
        return True

    def restore(self, writing: Writing) -> bool:
        """Bring back a note that was taken away, with what was not saved of it then; False when that failed."""
        try:
            if writing.note is not None:
                self._store.restore(writing.note.id)
                self._note_fleeting(writing)
        except UserError as error:
            self.failed.emit(writing, self._say(error))
            return False
        if not writing.safe:
            self._unsaved[writing.key] = writing
            self._try_again()
        self.changed.emit()
        return True

    def change(self, do: Callable[[NoteStore], _Done]) -> _Done | None:
        """Settle what is being typed and do something else to the notes; None when that failed, which is told."""
        if not self.flush():
            return None
        if self._writing is not None:
            self._settle(self._writing)
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

    def ask(self, question: Callable[[NoteStore], _Done]) -> _Done | None:
        """Return what the store answers; None when it cannot be read, which is told."""
        try:
            return question(self._store)
        except UserError as error:
            self.alarms.alarm("read", self._say(error))
            return None

    def has(self, note_id: str) -> bool:
        """Return whether a note is there, not deleted."""
        return bool(self.ask(lambda store: store.some([note_id])))

    def steps(self) -> tuple[Step | None, Step | None]:
        """Return what would be undone now, and what would be done again."""
        if not self._store.is_open:  # the window is on its way out
            return None, None
        return self.ask(lambda store: (store.changes.next_undo(), store.changes.next_redo())) or (None, None)

    def unsaved(self) -> tuple[str, ...]:
        """Return the texts that closing would lose, after trying once more; the reader may stay and type on."""
        self._pause.stop()
        if self._writing is not None and not self._writing.safe:
            self._unsaved[self._writing.key] = self._writing
        with self._store.patient():
            self._try_again()
        return (*(one.text for one in self._unsaved.values()), *filter(str.strip, self._fleeting.values()))

    def back_up(self) -> None:
        """Make the backup of the day if there is none yet, beside the window, and see to it again every hour."""
        self._hour.start()
        job = Job(lambda _report: self._store.back_up_if_due())
        job.failed.connect(self._backup_failed)
        job.succeeded.connect(self._backup_succeeded)
        job.start()

    def _backup_failed(self, error: Exception) -> None:
        if not isinstance(error, UserError):
            raise error
        self.alarms.alarm("back up", self._say(error))

    def _backup_succeeded(self, _file: object) -> None:
        self.alarms.clear("back up")

    def close(self) -> None:
        """Leave the note and close the store."""
        self.leave()
        for timer in (self._elsewhere, self._retry, self._hour):
            timer.stop()
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
            writing.note = self._store.write(note_id, writing.anchor, writing.text, writing.traits)
        except UserError as error:
            self._unsaved[writing.key] = writing
            self._retry.start()
            self.failed.emit(writing, self._say(error))
            return False
        writing.safe = True
        self._forget(writing)
        self._note_fleeting(writing)
        self.saved.emit(writing)
        return True

    def _forget(self, writing: Writing) -> bool:
        """There is nothing to try again for this note; return whether there was."""
        self.alarms.clear(writing.key)
        return self._unsaved.pop(writing.key, None) is not None

    def _note_fleeting(self, writing: Writing) -> None:
        if writing.note is not None and not self._store.durable:
            self._fleeting[writing.note.id] = writing.text

    def _settle(self, writing: Writing) -> None:
        if writing.note is not None and not writing.version:
            self._unsettled.add(writing.note.id)
            self._settle_left()

    def _settle_left(self) -> None:
        """Make revisions of the notes that were left; one that fails is safe as a draft, and is tried again."""
        for note_id in tuple(self._unsettled):
            try:
                self._store.settle(note_id)
            except UserError:
                self._retry.start()
            else:
                self._unsettled.discard(note_id)
                self.changed.emit()

    def _try_again(self) -> None:
        for writing in tuple(self._unsaved.values()):
            if self._save(writing) and writing is not self._writing:
                self._settle(writing)
        self._settle_left()

    def _look_elsewhere(self) -> None:
        """Show what another window wrote, unless the reader is in the middle of a word here."""
        if self._pause.isActive() or self._unsaved:
            return
        try:
            if self._store.changed_elsewhere():
                self.changed.emit()
        except UserError as error:
            self.alarms.alarm("read", self._say(error))
