"""The rows of the table of all notes: each note with the words for it, in the order of the dossier."""

from collections.abc import Callable
from functools import cached_property
from textwrap import shorten

from fmm_desktop.dossier.model import Dossier
from fmm_desktop.dossier.vocabulary import headings_language, kind_name
from fmm_desktop.errors import Language
from fmm_desktop.notes.hanging import Hung
from fmm_desktop.notes.note import Anchor, Note
from fmm_desktop.notes.store import NoteStore
from fmm_desktop.notes.vocabulary import CONFLICT, GONE, IN_DOUBT, note_kind_label, status_name
from fmm_desktop.search.note_filter import NoteRow, note_row
from fmm_desktop.search.noting import NoteText

_LONGEST = 60  # letters of the words that a note hangs on
_FEW = 200  # notes that are read one by one
_Order = tuple[int, int, int]


class Listed:
    """A note in the table. What is looked for in it is worked out at the first question.

    `seen` are the ids of the revisions that it shows, or says that there are to choose from.
    """

    def __init__(self, note: Note, hung: Hung, places: "Places", language: Language, seen: tuple[str, ...]) -> None:
        self.seen = seen
        self.note, self.hung = note, hung
        self.place, self.order = places.of(note.anchor, hung)
        self.kind = note_kind_label(note.kind, language)
        said = status_name(note.status, language)
        self.status = f"{said} · {CONFLICT.say(language)}" if note.conflict else said
        self.labels = ", ".join(note.traits.labels)

    @property
    def text(self) -> str:
        """What it says, and what it proposes."""
        wording = self.note.traits.wording
        return f"{self.note.text} → {wording}" if wording else self.note.text

    def fold(self) -> None:
        """Work out now what is looked for in it."""
        _ = self.row

    @cached_property
    def row(self) -> NoteRow:
        """What can be asked of it."""
        note = self.note
        said = (self.place, self.kind, self.status, note.author)
        return note_row(NoteText(self.text, note.kind, note.status), note.traits.labels, said)


class Places:
    """Where notes hang in a dossier, in words and in order; a place that this edition has not comes last."""

    def __init__(self, dossier: Dossier, language: Language) -> None:
        """`language` is that of the table; the kinds of passages are named in that of the dossier."""
        self._language, language = language, headings_language(dossier.language)
        self._places: dict[tuple[str, str], tuple[str, int]] = {}
        for topic in dossier.topics():
            self._add(topic.path, "", f"{topic.number} {topic.title}")
            for passage in topic.passages:
                self._add(topic.path, passage.id, f"{passage.number} {kind_name(passage.kind, language)}")

    def _add(self, topic: str, passage: str, words: str) -> None:
        self._places.setdefault((topic, passage), (words, len(self._places)))

    def of(self, anchor: Anchor, hung: Hung) -> tuple[str, _Order]:
        """Return where a note hangs, and where that comes in the dossier; with doubt, its topic and that it is so."""
        found = self._places.get((hung.topic, hung.passage))
        words, order = found or (f"{hung.topic} {hung.passage}".rstrip(), len(self._places))
        if hung.doubt is not None:
            said = IN_DOUBT if found else GONE
            return said.say(self._language, topic=words), (order, -1, 0)
        if anchor.words is None or hung.start == hung.end:
            return words, (order, -1, 0)
        quoted = shorten(anchor.words.exact, _LONGEST, placeholder="…")
        return f"{words} “{quoted}”", (order, hung.start, hung.end)


class Rows:
    """The rows of a dossier in a language. Those of notes that are as they were are kept."""

    def __init__(self, dossier: Dossier, language: Language) -> None:
        self.of = (dossier, language)
        self._places = Places(dossier, language)
        self._known: dict[str, tuple[str, Listed]] = {}

    def read(self, store: NoteStore, place: Callable[[Anchor], Hung]) -> tuple[Listed, ...]:
        """Return the rows of all notes there are now, in the order of the dossier. Raises NotesError.

        `place` tells where a note hangs.
        """
        dossier, language = self.of
        versions = store.versions(dossier.id)
        known = {one: self._known[one] for one, version in versions.items() if self._version(one) == version}
        changed = versions.keys() - known.keys()
        notes = store.some(changed) if len(changed) < _FEW else store.of_dossier(dossier.id)
        read = {note.id: note for note in notes if note.id in changed}
        moved = (row.note for _, row in known.values() if place(row.note.anchor) != row.hung)
        for note in (*read.values(), *moved):
            seen = tuple(head.id for head in store.heads(note.id)) if note.conflict else (note.revision,)
            row = Listed(note, place(note.anchor), self._places, language, seen)
            known[note.id] = versions[note.id], row
        self._known = known
        return tuple(sorted((row for _, row in known.values()), key=lambda one: (one.order, one.note.created)))

    def _version(self, note_id: str) -> str:
        return self._known[note_id][0] if note_id in self._known else ""
