"""Which topics one part of a query finds: from the index, from the texts, from the notes."""

from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

from fmm_desktop.dossier.links import texts_of_topic
from fmm_desktop.dossier.model import Dossier
from fmm_desktop.search.fields import Fields, FieldsGathering, Scope
from fmm_desktop.search.index import Vocabulary, WordsGathering
from fmm_desktop.search.looking import Looking
from fmm_desktop.search.naming import Wording
from fmm_desktop.search.noting import NoteScope, NoteText
from fmm_desktop.search.query import Part
from fmm_desktop.search.topic_sets import Watch, everything, set_of

_REMEMBERED = 64  # answers; each is a bit for each topic

Notes = Mapping[str, Sequence[NoteText]]
"""The notes on each topic, by its path. Never changed: when a note changes, another mapping takes its place."""


class Noted(NamedTuple):
    """A topic and the notes on it, each with its text folded to one line."""

    ordinal: int
    notes: tuple[tuple[NoteText, str], ...]


class Answers:
    """An indexed dossier. To make it is to index it: `watch` is told how far that is and may raise to stop it."""

    def __init__(self, dossier: Dossier, watch: Watch) -> None:
        self._dossier = dossier
        self._size = sum(len(session.topics) for session in dossier.sessions)
        self._looking = Looking(dossier)
        self._ordinals: dict[str, int] = {}
        self._noted_before: tuple[Notes, tuple[Noted, ...]] = ({}, ())
        fields, self.vocabulary = _indexed(dossier, self._size, watch)
        self._with_word = lru_cache(_REMEMBERED)(self.vocabulary.holding)
        self._in_field = lru_cache(_REMEMBERED)(fields.holding)
        self._scope = fields.scope
        self.under = fields.under
        self.tags = fields.tags

    @property
    def all(self) -> int:
        """All topics."""
        return everything(self._size)

    def scope(self, parts: Iterable[Part]) -> Scope:
        """Return the passages in which the words of a query have to stand."""
        return self._scope(parts)

    def in_index(self, part: Part) -> int:
        """Return the topics that have a word, or what is asked of a field; for a phrase, those with all its words."""
        if part.field:
            return self._in_field(part.field, part.words)
        found = self.all
        for word in part.words.split():
            found &= self._with_word(word)
        return found

    def left_to_look_through(self, part: Part, scope: Scope, among: int) -> int:
        """Return the topics that `in_texts` would have to look through."""
        return self._looking.left(part.words, scope, among & self.in_index(part))

    def in_texts(self, part: Part, scope: Scope, among: int, watch: Watch) -> int:
        """Return those topics `among` others that hold words as they stand in `part`, in passages within `scope`."""
        return self._looking.holding(part.words, scope, among & self.in_index(part), watch)

    def noted(self, notes: Notes) -> tuple[Noted, ...]:
        """Return notes as `in_notes` wants them; those on topics of other dossiers are left out.

        They are remembered with the mapping, which nobody may change therefore: other notes are another mapping.
        """
        before, noted = self._noted_before
        if before is not notes:
            noted = self._folded(notes)
            self._noted_before = notes, noted
        return noted

    def _folded(self, notes: Notes) -> tuple[Noted, ...]:
        if notes and not self._ordinals:
            self._ordinals = {topic.path: ordinal for ordinal, topic in enumerate(self._dossier.topics())}
        return tuple(
            Noted(self._ordinals[path], tuple((note, self._looking.lines.of(note.text)) for note in on_topic))
            for path, on_topic in notes.items()
            if path in self._ordinals and on_topic
        )

    def in_notes(self, part: Part, noted: Iterable[Noted], scope: NoteScope) -> int:
        """Return the topics that have a note as `part` asks for, within `scope`; any note, when it asks for nothing."""
        having = [one.ordinal for one in noted if any(scope.meets(part, note, line) for note, line in one.notes)]
        return set_of(having, self._size)


def _indexed(dossier: Dossier, size: int, watch: Watch) -> tuple[Fields, Vocabulary]:
    words, fields = WordsGathering(), FieldsGathering(dossier)
    ordinal = 0
    for session in dossier.sessions:
        heading = Wording.of(session.title).pieces
        for topic in session.topics:
            watch(0.8 * ordinal / size)
            wording = Wording.of(*texts_of_topic(topic, dossier))
            words.add(ordinal, wording.pieces | heading)
            fields.add(ordinal, topic, wording)
            ordinal += 1
    return (
        fields.fields(dossier, size, lambda done: watch(0.8 + 0.05 * done)),
        words.vocabulary(size, lambda done: watch(0.85 + 0.15 * done)),
    )
