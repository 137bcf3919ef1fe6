"""The rows of the table of all notes: each note with the words for it, in the order of the dossier."""

from functools import cached_property
from textwrap import shorten

from fmm_desktop.dossier.model import Dossier
from fmm_desktop.dossier.vocabulary import headings_language, kind_name
from fmm_desktop.errors import Language
from fmm_desktop.notes.note import Anchor, Note
from fmm_desktop.notes.store import NoteStore
from fmm_desktop.notes.vocabulary import note_kind_label, status_name
from fmm_desktop.search.note_filter import NoteRow, note_row
from fmm_desktop.search.noting import NoteText

_LONGEST = 60  # letters of the words that a note hangs on
_FEW = 200  # notes that are read one by one
_Order = tuple[int, int, int]


class Listed:
    """A note in the table. What is looked for in it is worked out at the first question."""

    def __init__(self, note: Note, places: "Places", language: Language) -> None:
        self.note = note
        self.place, self.order = places.of(note.anchor)
        self.kind = note_kind_label(note.kind, language)
        self.status = status_name(note.status, language)
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

    def __init__(self, dossier: Dossier) -> None:
        language = headings_language(dossier.language)
        self._places: dict[tuple[str, str], tuple[str, int]] = {}
        for topic in dossier.topics():
            self._add(topic.path, "", f"{topic.number} {topic.title}")
            for passage in topic.passages:
                self._add(topic.path, passage.id, f"{passage.number} {kind_name(passage.kind, language)}")

    def _add(self, topic: str, passage: str, words: str) -> None:
        self._places.setdefault((topic, passage), (words, len(self._places)))

    def of(self, anchor: Anchor) -> tuple[str, _Order]:
        """Return what an anchor stands for, and where it comes in the dossier."""
        found = self._places.get((anchor.topic, anchor.passage))
        words, order = found or (f"{anchor.topic} {anchor.passage}".rstrip(), len(self._places))
        if anchor.words is None:
            return words, (order, -1, 0)
        said = shorten(anchor.words.exact, _LONGEST, placeholder="…")
        return f"{words} “{said}”", (order, anchor.words.start, anchor.words.end)


class Rows:
    """The rows of a dossier in a language. Those of notes that are as they were are kept."""

    def __init__(self, dossier: Dossier, language: Language) -> None:
        self.of = (dossier, language)
        self._places = Places(dossier)
        self._known: dict[str, tuple[str, Listed]] = {}

    def read(self, store: NoteStore) -> tuple[Listed, ...]:
        """Return the rows of all notes there are now, in the order of the dossier. Raises NotesError."""
        dossier, language = self.of
        versions = store.versions(dossier.id)
        known = {one: self._known[one] for one, version in versions.items() if self._version(one) == version}
        changed = versions.keys() - known.keys()
        notes = store.some(changed) if len(changed) < _FEW else store.of_dossier(dossier.id)
        known |= {
            note.id: (versions[note.id], Listed(note, self._places, language)) for note in notes if note.id in changed
        }
        self._known = known
        return tuple(sorted((row for _, row in known.values()), key=lambda one: (one.order, one.note.created)))

    def _version(self, note_id: str) -> str:
        return self._known[note_id][0] if note_id in self._known else ""
