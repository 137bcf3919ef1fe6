"""The notes of the reader, kept in one SQLite file.

    with NoteStore.open(folder, author="reader", device="laptop") as store:
        for notice in store.events: ...              # what the reader should know, `notice.text(language)`
        note = store.write(None, anchor, "ask why")  # on disk when it returns; the same for each pause in typing
        store.settle(note.id)                        # the reader left the note: a revision
        store.on_topic("fmm-2025-12-03", "nar/oekraine")

Reading: on_topic, of_dossier, counts, dossier_counts, get, heads, other_versions, history, histories,
changed_elsewhere.
Writing: write, settle, settle_all, delete, restore, take_in; `changes` and `bin` (see `changing`).
Keeping: back_up_if_due, rebuild, patient, close.
Everything may raise `NotesError`; after one, nothing of the call was done, and the store can be used again.

A store belongs to the thread that opened it, `back_up_if_due` apart. Several stores, in one process or in many, may
have the same folder open: each types in drafts of its own, and two that change one note make two heads of it.
"""

import datetime
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType
from typing import Self

from fmm_desktop.notes import backups, connection, deriving, locks, reading, revisions, safekeeping, schema, steps
from fmm_desktop.notes import bin as rubbish
from fmm_desktop.notes.changing import Access, Bin, Changes
from fmm_desktop.notes.note import Anchor, Note, Revision, Traits
from fmm_desktop.notes.notice import Notice
from fmm_desktop.notes.trouble import Doing, NotesError, Reason, guard
from fmm_desktop.notes.writing import Clock, Typed, Writer

FILE = "notes.sqlite3"
"""The name of the file in the folder of the notes."""


def _utc_now() -> datetime.datetime:
    return datetime.datetime.now(datetime.UTC)


class NoteStore:
    """The notes in one folder, as one window sees and changes them.

    `events` tells what happened while the notes were opened; `durable` is False when they are kept in memory only;
    `is_open` until the store is closed. `changes` is for what is done otherwise than by typing, to undo it as well, and
    `bin` for the notes that were deleted.
    """

    def __init__(
        self,
        database: sqlite3.Connection,
        file: Path,
        writer: Writer,
        lock: locks.SessionLock | None = None,
        events: tuple[Notice, ...] = (),
    ) -> None:
        """Take over an open database; `open` and `in_memory` are the ways to a store."""
        self._database = database
        self._file = file
        self._writer = writer
        self._lock = lock
        self._unsound = False
        self._seen: dict[str, tuple[str, ...]] = {}  # by note, the revisions that the reader was shown
        self._data_version = self._read_data_version()
        self.events = events
        self.durable = lock is not None
        self.is_open = True
        access = Access(database, writer, self._guard, self._forget)
        self.changes = Changes(access)
        self.bin = Bin(access)

    @classmethod
    def open(  # noqa: PLR0913 - two are for tests alone, and all are named
        cls,
        folder: Path,
        *,
        author: str,
        device: str,
        now: Clock = _utc_now,
        opening_ms: int = connection.OPENING_MS,
        busy_ms: int = connection.BUSY_MS,
    ) -> "NoteStore":
        """Open the notes in `folder`, which is made when it is not there.

        A damaged file is set aside and the newest good backup opened; drafts that a killed program left become
        revisions; `events` tells of both. `now` gives aware times; `opening_ms` is how long this call waits for
        another window, `busy_ms` how long later ones do, see `patient`. Raises NotesError when the folder cannot be
        used, or its notes are those of a newer program; the files are left as they were then.
        """
        writer = _writer(author, device, now)
        file = folder / FILE
        with guard("open", file):
            folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            with locks.opening(folder, opening_ms):
                database, events = safekeeping.open_safely(file, now(), opening_ms)
                lock = locks.SessionLock(folder, writer.session)
            connection.set_patience(database, busy_ms)
        return cls(database, file, writer, lock, events)

    @classmethod
    def in_memory(cls, *, author: str, device: str, now: Clock = _utc_now, folder: Path | None = None) -> "NoteStore":
        """Return a store that keeps nothing, for when no folder can be used; `durable` is False.

        It starts with the notes in `folder` when they can be read there, else empty.
        """
        database = connection.connect_in_memory()
        if folder:
            safekeeping.copy_what_can_be_read(folder / FILE, database)
        schema.upgrade(database)
        return cls(database, Path(":memory:"), _writer(author, device, now))

    @property
    def author(self) -> str:
        """Who writes in this store."""
        return self._writer.author

    def beside(self) -> "NoteStore":
        """Open the same notes once more, for work on another thread; not for notes that are in memory only.

        Raises NotesError as `open` does.
        """
        writer = self._writer
        return NoteStore.open(self._file.parent, author=writer.author, device=writer.device, now=writer.now)

    def on_topic(self, dossier_id: str, topic_path: str) -> tuple[Note, ...]:
        """Return the notes on a topic and its passages, the first made first; what is being typed is in them."""
        return self._look(reading.topic(dossier_id, topic_path))

    def of_dossier(self, dossier_id: str) -> tuple[Note, ...]:
        """Return all notes of a dossier, the first made first."""
        with self._guard("read"):
            return reading.notes(self._database, reading.dossier(dossier_id), self._writer.session)

    def versions(self, dossier_id: str) -> dict[str, str]:
        """Return by note of a dossier what is another when the note is another, to read those alone by `some`."""
        with self._guard("read"):
            return reading.versions(self._database, dossier_id, self._writer.session)

    def some(self, note_ids: Iterable[str]) -> tuple[Note, ...]:
        """Return those of these notes that are there, in the order given."""
        with self._guard("read"):
            found = (reading.notes(self._database, reading.one(each), self._writer.session) for each in note_ids)
            return tuple(note for notes in found for note in notes)

    def disputed(self, dossier_id: str) -> tuple[str, ...]:
        """Return the notes of a dossier, by id, that were changed in two places: the reader has to choose."""
        with self._guard("read"):
            return reading.disputed(self._database, dossier_id)

    def counts(self, dossier_id: str) -> dict[str, int]:
        """Return how many notes each topic has, by topic path; a topic without notes is not in it."""
        with self._guard("read"):
            return reading.counts(self._database, dossier_id, self._writer.session)

    def dossier_counts(self) -> dict[str, int]:
        """Return how many notes each dossier has, by id, whatever their edition; one without notes is not in it."""
        with self._guard("read"):
            return reading.dossier_counts(self._database, self._writer.session)

    def get(self, note_id: str) -> Note | None:
        """Return a note, or None when there is none with this id or it was deleted."""
        return next(iter(self._look(reading.one(note_id))), None)

    def heads(self, note_id: str) -> tuple[Revision, ...]:
        """Return the revisions that no other replaces, the one that is shown first; more than one is a conflict."""
        with self._guard("read"):
            return revisions.heads(self._database, note_id)

    def other_versions(self, note_id: str) -> tuple[Revision, ...]:
        """Return the heads beside the one that is shown or typed over, deletions and the same words left out."""
        with self._guard("read"):
            return self._writer.other_versions(self._database, note_id)

    def history(self, note_id: str) -> tuple[Revision, ...]:
        """Return every revision of a note in the order in which they came here, deletions included."""
        with self._guard("read"):
            return revisions.history(self._database, note_id)

    def histories(self, note_ids: Sequence[str]) -> dict[str, tuple[Revision, ...]]:
        """Return every revision of some notes, a few hundred at a time; a note that is not here is not in it."""
        with self._guard("read"):
            return revisions.histories(self._database, note_ids)

    def changed_elsewhere(self) -> bool:
        """Tell whether another store has written since this was last asked."""
        with self._guard("read"):
            before, self._data_version = self._data_version, self._read_data_version()
        return before != self._data_version

    def seen(self, note_id: str) -> tuple[str, ...]:
        """Return the ids of the revisions that `on_topic` or `get` last gave of a note: typing goes over these."""
        return self._seen.get(note_id, ())

    def write(
        self,
        note_id: str | None,
        anchor: Anchor,
        text: str,
        traits: Traits | None = None,
        *,
        over: tuple[str, ...] = (),
    ) -> Note:
        """Put what is being typed on disk, as a draft; None makes a new note, a remark that is open.

        Traits that are None stay what they are. To change one is a revision like any other.

        The draft lies over the revision that `on_topic` or `get` last gave of the note, or `over` those that they gave
        when it was typed. NUL and every other character is kept as it is; half characters (lone surrogates) become
        U+FFFD.
        """
        identifier = note_id or revisions.new_id()
        typed = Typed(anchor, text, traits)
        with self._guard("save"), connection.transaction(self._database):
            self._writer.type(self._database, identifier, over or self._seen.get(identifier, ()), typed)
            (note,) = reading.notes(self._database, reading.one(identifier), self._writer.session)
        return note

    def settle(self, note_id: str) -> Note | None:
        """Make a revision of the draft, because the reader left the note; return the note as it now stands.

        Nothing is written when the text is as it was; None when there is no such note, a new one with nothing but
        blanks included, which vanishes.
        """
        with self._guard("save"), connection.transaction(self._database):
            settled = self._writer.settle(self._database, note_id)
        note = self.get(note_id)
        if settled is not None:  # who types on does so over his own text
            others = (each for each in self._seen.get(note_id, ()) if each != settled.id)
            self._seen[note_id] = (settled.id, *others)
        return note

    def settle_all(self) -> None:
        """Settle every draft of this store."""
        with self._guard("save"), connection.transaction(self._database):
            settled = self._writer.settle_all(self._database)
        self._saw(*settled)

    def delete(self, note_id: str) -> Revision | None:
        """Delete a note by a revision that says so; `restore` takes it back. None when there was nothing to delete.

        What another window wrote in the note, and this one was not given yet, is not deleted with it.
        """
        with self._guard("save"), connection.transaction(self._database):
            settled = self._writer.settle(self._database, note_id)
            seen = self._seen.get(note_id, ()) if settled is None else (settled.id,)
            deletion = self._writer.revise(self._database, note_id, seen, deleted=True)
        self._saw(settled, deletion)
        return deletion

    def restore(self, note_id: str) -> Note | None:
        """Bring back a deleted note as it last was; None when there is no note with this id."""
        with self._guard("save"), connection.transaction(self._database):
            restored = self._writer.restore(self._database, note_id)
        self._saw(restored)
        return self.get(note_id)

    def take_in(self, revisions_to_add: Iterable[Revision], *, thrown_away: bool = False) -> int:
        """Add revisions that were made elsewhere, all or none, and return how many of them were not here yet.

        A revision keeps its id, its author and its time; one that is here already changes nothing. Drafts stay as they
        are: who types in a note that comes anew makes another version of it. All of it is one step, to be undone as
        one. Notes that the reader has `thrown_away` are passed over unless they are asked for.
        """
        taken = tuple(revisions_to_add)
        notes = dict.fromkeys(one.note for one in taken)
        with self._guard("save"), connection.transaction(self._database):
            unwanted = frozenset[str]() if thrown_away else rubbish.thrown_away(self._database)
            rubbish.let_back(self._database, [each for each in notes if each not in unwanted])
            with steps.step(self._database, self._writer.hand().time, notes, steps.What.TAKEN_IN):
                return deriving.add_all(self._database, (one for one in taken if one.note not in unwanted))

    def back_up_if_due(self) -> Path | None:
        """Write the backup of today (local date) if there is none yet, and return it; may be called from any thread.

        Takes as long as a check and a copy of the file, so call it when the window stands.
        """
        if not self.durable:
            return None
        with self._guard("back up"):
            return backups.back_up_if_due(self._file, self._writer.now().astimezone().date())

    def rebuild(self) -> None:
        """Make the table of current notes anew from the revisions."""
        with self._guard("save"), connection.transaction(self._database):
            deriving.rebuild(self._database)

    @contextmanager
    def patient(self, wait_ms: int = connection.OPENING_MS) -> Iterator[None]:
        """Let the calls in this block wait `wait_ms` for another window, as when the reader is about to leave."""
        (before,) = self._database.execute("PRAGMA busy_timeout").fetchone()
        connection.set_patience(self._database, wait_ms)
        try:
            yield
        finally:
            connection.set_patience(self._database, before)

    def close(self) -> None:
        """Settle what is being typed and close the file, which is closed even when NotesError is raised.

        Drafts that could not be settled become revisions at the next start.
        """
        if not self.is_open:
            return
        try:
            with self.patient():
                self.settle_all()
        finally:
            self.is_open = False
            self._database.close()
            if self._lock:
                self._lock.leave(clean=not self._unsound)

    def __enter__(self) -> Self:
        """Return the store itself."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Close the store."""
        self.close()

    @contextmanager
    def _guard(self, doing: Doing) -> Iterator[None]:
        try:
            with guard(doing, self._file):
                yield
        except NotesError as error:
            self._unsound |= error.reason is Reason.DAMAGED
            raise

    def _read_data_version(self) -> int:
        return int(self._database.execute("PRAGMA data_version").fetchone()[0])

    def _look(self, scope: reading.Scope) -> tuple[Note, ...]:
        with self._guard("read"):
            notes = reading.notes(self._database, scope, self._writer.session)
            self._seen |= {note.id: self._shown(note) for note in notes}
        return notes

    def _shown(self, note: Note) -> tuple[str, ...]:
        if note.conflict:
            return tuple(head.id for head in revisions.heads(self._database, note.id))
        return (note.revision,) if note.revision else ()

    def _forget(self, note_ids: Iterable[str]) -> None:
        """The reader is shown these notes anew."""
        for note_id in note_ids:
            self._seen.pop(note_id, None)

    def _saw(self, *written: Revision | None) -> None:
        self._seen |= {revision.note: (revision.id,) for revision in written if revision}


def _writer(author: str, device: str, now: Clock) -> Writer:
    return Writer(session=revisions.new_id(), author=revisions.whole(author), device=revisions.whole(device), now=now)
