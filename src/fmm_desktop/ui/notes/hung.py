"""The notes of the dossier that is open, each where it hangs in this edition."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence

from fmm_desktop.dossier.model import Dossier, Topic
from fmm_desktop.search.noting import NoteText
from fmm_desktop.sheets.notes import SheetNote, sheet_note
from fmm_desktop.ui.notes.known import KnownNotes
from fmm_desktop.ui.notes.placements import Placements
from fmm_desktop.ui.notes.writing import Writing
from fmm_desktop.ui.page.noted import Highlight, Noted, OnPassages


class HungNotes:
    """Brings together what the notes say and where they hang."""

    def __init__(self, known: KnownNotes, placements: Placements) -> None:
        self._known = known
        self._placements = placements
        self._dossier: Dossier | None = None
        self._texts: Mapping[str, Sequence[NoteText]] | None = None  # of the whole dossier, until they change

    def enter(self, dossier: Dossier) -> None:
        """Another dossier is open."""
        self._dossier = dossier
        self.forget_texts()
        self._placements.enter(dossier)

    def forget_texts(self) -> None:
        """The notes say something else, or hang elsewhere."""
        self._texts = None

    # -- of one topic ----------------------------------------------------------------------------------------------

    def on(self, topic_path: str) -> Iterator[Writing]:
        """Yield the notes that hang on a topic, of this edition or gone."""
        if self._dossier is None:
            return
        elsewhere = self._placements.moved_to(topic_path)
        for one in self._known.on_topic(self._dossier.id, topic_path, elsewhere):
            one.hung = self._placements.of(one.anchor)
            if one.hung.topic == topic_path:
                yield one

    def for_sheet(self, topic_path: str) -> tuple[SheetNote, ...]:
        """Return the notes of a topic as they are printed; those that say nothing are not."""
        if self._dossier is None:
            return ()
        return tuple(
            sheet_note(one, one.note, one.hung, self._dossier, self._known.reader)
            for one in self.on(topic_path)
            if one.hung is not None and (one.text + one.traits.wording).strip()
        )

    def in_order(self, topic: Topic) -> tuple[Writing, ...]:
        """Return the notes of a topic: those on the topic first, then in the order of the passages."""
        order = {passage.id: place for place, passage in enumerate(topic.passages, 1)}
        notes = self.on(topic.path)
        return tuple(sorted(notes, key=lambda one: (order.get(one.passage, 0), one.hung.start if one.hung else 0)))

    def noted(self, notes: Iterable[Writing], open_one: Writing | None) -> Noted:
        """Return what hangs where on a page with these notes; `open_one` is in the editor."""
        notes = tuple(notes)
        new = (open_one,) if open_one is not None and open_one.is_new_and_blank else ()
        shown = (
            self.highlight(one, is_open=open_one is not None and one.stands_for(open_one)) for one in (*notes, *new)
        )
        return Noted(dict(Counter(one.passage for one in notes if not one.version)), tuple(filter(None, shown)))

    def highlight(self, one: Writing, *, is_open: bool) -> Highlight | None:
        """Return the words that a note hangs on; None when it hangs on none."""
        place = self._placements.of(one.anchor)
        if one.version or place.start == place.end:
            return None
        return Highlight(one.identity, place.passage, place.start, place.end, one.kind, is_open)

    # -- of the whole dossier --------------------------------------------------------------------------------------

    def counts(self) -> Mapping[str, int]:
        """Return how many notes each topic has: path → number."""
        return self._placements.counted(self._known.counts(self._dossier.id)) if self._dossier is not None else {}

    def labels(self) -> set[str]:
        """Return the labels that the notes have."""
        return self._known.labels(self._dossier.id) if self._dossier is not None else set()

    def texts(self) -> Mapping[str, Sequence[NoteText]]:
        """Return what is looked for in the notes, by topic path; read anew only when they changed."""
        if self._texts is None and self._dossier is not None:
            self._texts = self._known.texts(self._dossier.id, self._placements.topic_of)
        return self._texts or {}

    def on_passages(self) -> OnPassages:
        """Return how many notes hang on each passage, as far as they are placed by now."""
        placed = tuple(self._placements.placed())
        return OnPassages(
            Counter((place.topic, place.passage) for _, place in placed if place.doubt is None),
            Counter((anchor.topic, anchor.passage) for anchor, place in placed if place.doubt is not None),
        )
