"""What is known of the notes: what the store has, and over it what is typed and not saved yet."""

from collections.abc import Callable, Collection, Iterable, Iterator
from typing import TypeVar

from fmm_desktop.errors import UserError
from fmm_desktop.notes.note import Anchor, Note
from fmm_desktop.notes.steps import Step
from fmm_desktop.notes.store import NoteStore
from fmm_desktop.notes.wording import worded_on
from fmm_desktop.search.noting import NoteText
from fmm_desktop.ui.notes.alarms import Alarms
from fmm_desktop.ui.notes.at_hand import AtHand
from fmm_desktop.ui.notes.writing import Writing, other_versions

_Answer = TypeVar("_Answer")


class KnownNotes:
    """Answers what is asked of the notes. When the store cannot be read, that is told and what is at hand is left."""

    def __init__(self, store: NoteStore, at_hand: AtHand, alarms: Alarms, say: Callable[[UserError], str]) -> None:
        self._store = store
        self.reader = store.author
        self._at_hand = at_hand
        self._alarms = alarms
        self._say = say

    def ask(self, question: Callable[[NoteStore], _Answer]) -> _Answer | None:
        """Return what the store answers; None when it cannot be read, which is told."""
        try:
            return question(self._store)
        except UserError as error:
            self._alarms.alarm("read", self._say(error))
            return None

    # -- many notes ------------------------------------------------------------------------------------------------

    def on_topic(self, dossier_id: str, topic_path: str, also: Iterable[str] = ()) -> tuple[Writing, ...]:
        """Return the notes of a topic, those that could not be saved yet among them, each before its other versions.

        `also` are the ids of further notes. The note in the editor comes back as the same object, with what the store
        knows of it now.
        """
        stored = self.ask(lambda store: self._read(store, dossier_id, topic_path, also))
        if stored is not None:
            self._alarms.clear("read")
        new = (one for one in self._at_hand.new_of(dossier_id) if one.anchor.topic == topic_path)
        return (*(stored or ()), *new)

    def _read(self, store: NoteStore, dossier_id: str, topic_path: str, also: Iterable[str]) -> tuple[Writing, ...]:
        notes = [*store.on_topic(dossier_id, topic_path), *filter(None, map(store.get, also))]
        self._follow_elsewhere({note.id for note in notes})
        return tuple(version for note in notes for version in self._versions(note))

    def _follow_elsewhere(self, here: Collection[str]) -> None:
        """Know where the note in the editor was hung meanwhile: what is typed would hang it back."""
        own = self._at_hand.writing.note if self._at_hand.writing is not None else None
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
        for one in self._at_hand:
            if one.stands_for(found):
                one.note = note
                if one.safe:
                    one.anchor, one.text, one.traits = note.anchor, note.text, note.traits
                return one
        return found

    def of_dossier(self, dossier_id: str) -> tuple[Note, ...]:
        """Return the notes of a dossier that the store has."""
        return self.ask(lambda store: store.of_dossier(dossier_id)) or ()

    def texts(self, dossier_id: str, topic_of: Callable[[Anchor], str]) -> dict[str, list[NoteText]]:
        """Return what is looked for in the notes of a dossier, as far as they are typed: topic path → notes.

        `topic_of` tells which topic a note hangs on.
        """
        texts: dict[str, list[NoteText]] = {}
        for note in self.of_dossier(dossier_id):
            texts.setdefault(topic_of(note.anchor), []).append(self._typed(note))
        for one in self._at_hand.new_of(dossier_id):
            texts.setdefault(topic_of(one.anchor), []).append(NoteText.of(one.text, one.traits))
        return texts

    def _typed(self, note: Note) -> NoteText:
        """Return what a note says, with what is not saved of it yet."""
        stored = Writing.of(note)
        said = next((one for one in self._at_hand if not one.safe and one.stands_for(stored)), stored)
        return NoteText.of(said.text, said.traits)

    def labels(self, dossier_id: str) -> set[str]:
        """Return the labels that the notes of a dossier have."""
        return {label for note in self.of_dossier(dossier_id) for label in note.traits.labels}

    def worded_on(self, writing: Writing) -> Anchor | None:
        """Return where a note hung when its wording was written, if that said other words than where it hangs now."""
        note, wording = writing.note, writing.traits.wording
        if note is None or not wording:
            return None
        return worded_on(self.ask(lambda store: store.history(note.id)) or (), wording, writing.anchor)

    # -- how many, and whether -------------------------------------------------------------------------------------

    def counts(self, dossier_id: str) -> dict[str, int]:
        """Return how many notes each topic has: path → number."""
        counts = dict(self.ask(lambda store: store.counts(dossier_id)) or {})
        for one in self._at_hand.new_of(dossier_id):
            counts[one.anchor.topic] = counts.get(one.anchor.topic, 0) + 1
        return counts

    def dossier_counts(self) -> dict[str, int]:
        """Return how many notes each dossier has: id → number."""
        return self.ask(lambda store: store.dossier_counts()) or {}

    def has(self, note_id: str) -> bool:
        """Return whether a note is there, not deleted."""
        return bool(self.ask(lambda store: store.some([note_id])))

    def steps(self) -> tuple[Step | None, Step | None]:
        """Return what would be undone now, and what would be done again."""
        if not self._store.is_open:  # the window is on its way out
            return None, None
        return self.ask(lambda store: (store.changes.next_undo(), store.changes.next_redo())) or (None, None)
