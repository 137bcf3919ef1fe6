"""Brings the notes pane and the keeper together for the topic that is open."""

from collections.abc import Mapping
from textwrap import shorten
from typing import NamedTuple

from PySide6.QtCore import QObject, Signal

from fmm_desktop.dossier.model import Dossier, Topic
from fmm_desktop.dossier.vocabulary import headings_language, kind_name
from fmm_desktop.notes.anchoring import anchor_at
from fmm_desktop.notes.hanging import Editions
from fmm_desktop.notes.note import Anchor, Traits
from fmm_desktop.notes.spots import Spot
from fmm_desktop.sheets.notes import SheetNote
from fmm_desktop.ui.notes.hung import HungNotes
from fmm_desktop.ui.notes.keeper import NoteKeeper
from fmm_desktop.ui.notes.pane import NotesPane
from fmm_desktop.ui.notes.placements import Placements
from fmm_desktop.ui.notes.writing import Writing
from fmm_desktop.ui.page.noted import Noted, Selected

_LONGEST = 60  # letters of the words that a note hangs on, where they are said


class Counts(NamedTuple):
    """How many notes there are: topic path → notes of the dossier; and what hangs where on the page of the topic."""

    topics: Mapping[str, int]
    noted: Noted


class NotesDesk(QObject):
    """Shows the notes of a topic and passes on what the reader does with them."""

    counted = Signal(object)  # Counts
    noted = Signal(object)  # Noted: another note is in the editor
    place_wanted = Signal(object)  # Selected: what the chosen note hangs on
    deleted = Signal()

    def __init__(
        self,
        keeper: NoteKeeper,
        pane: NotesPane,
        editions: Editions,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._keeper = keeper
        self._pane = pane
        self._dossier: Dossier | None = None
        self._topic: Topic | None = None
        self._deleted: list[Writing] = []
        self._shown: tuple[Writing, ...] = ()  # the notes of the topic
        self._is_arriving = False
        self._on_topics: Mapping[str, int] = {}  # of all topics; counted when notes change, not at each page
        self.placements = Placements(keeper.known.of_dossier, editions, self)
        self.hung = HungNotes(keeper.known, self.placements)
        self._connect()

    def _connect(self) -> None:
        keeper, pane, placements = self._keeper, self._pane, self.placements
        for changed in (pane.typed, keeper.saved, keeper.failed, keeper.changed, placements.known):
            changed.connect(self._forget_texts)  # first: who hears of it asks for the texts
        pane.begun.connect(self._begin)
        pane.chosen.connect(self._show_place)
        pane.typed.connect(keeper.type)
        pane.marked.connect(self.mark)
        pane.amended.connect(keeper.amend)
        pane.offer_labels(self.hung.labels)
        pane.tell_wordings(keeper.known.worded_on)
        placements.known.connect(self.refresh)
        keeper.changed.connect(placements.look_again)
        keeper.saved.connect(self._show_saved)
        keeper.failed.connect(self._show_failed)
        keeper.changed.connect(self.refresh)

    # -- the topic that is open ------------------------------------------------------------------------------------

    def show(self, dossier: Dossier, topic: Topic | None, *, stays: bool = False) -> Counts:
        """Show the notes of a topic, None for a page that can hold none, and return how many there are.

        The reader begins on the topic; who `stays` is where he was on it before.
        """
        before = self._pane.writing if stays else None
        if dossier is not self._dossier:
            self._deleted.clear()
            self.hung.enter(dossier)
            self._on_topics = self.hung.counts()
        self._dossier, self._topic = dossier, topic
        self._read()
        self._is_arriving = True
        try:
            self._pane.show_topic(self._shown, self._anchor if topic else None, self._place)
            if before is not None:
                self._come_back(before)
        finally:
            self._is_arriving = False
        return self._counts()

    def refresh(self) -> None:
        """Show the notes anew after they changed; what is in the editor stays there."""
        self._read()
        self._pane.refresh(self._shown)
        self._recount()

    def for_sheet(self, topic_path: str) -> tuple[SheetNote, ...]:
        """Return the notes of a topic, of this edition or gone, as they are printed."""
        self._keeper.flush()
        return self.hung.for_sheet(topic_path)

    def counts(self) -> Mapping[str, int]:
        """Return how many notes each topic of the dossier has, what is typed now among them."""
        self._keeper.flush()
        return self.hung.counts()

    def topic_with_notes(self, step: int) -> str:
        """Return the path of the next topic, or of the one before, that has a note of those shown; else nothing."""
        if self._dossier is None:
            return ""
        there = {path for path, notes in self.hung.texts().items() if any(map(self._pane.may_show, notes))}
        paths = [topic.path for topic in self._dossier.topics()]
        here = paths.index(self._topic.path) if self._topic else -1
        further = paths[here + 1 :] if step > 0 else reversed(paths[: max(here, 0)])
        return next((path for path in further if path in there), "")

    # -- the note in the editor ------------------------------------------------------------------------------------

    @property
    def writing(self) -> Writing | None:
        """The note in the editor."""
        return self._pane.writing

    def choose_passage(self, passage_id: str) -> None:
        """The reader is on a passage: show its note, or make room for one."""
        self._pane.begin_on(Selected(passage_id))

    def choose_note(self, identity: str) -> None:
        """The reader is on words that this note hangs on: show it."""
        chosen = next((one for one in self._shown if one.identity == identity), None)
        if chosen is not None:
            self._pane.begin(chosen)
            self._show_place(chosen)

    def show_words(self) -> None:
        """Show on the page what the note in the editor hangs on."""
        if self._pane.writing is not None:
            self._show_place(self._pane.writing)

    def make_room(self, on: Selected) -> None:
        """The reader selected words: what they type next is a new note on these."""
        self._begin_new(on)

    def new_note(self, on: Selected) -> None:
        """Begin a new note on words, on a passage, or on the topic when there is no passage."""
        self._begin_new(on)
        self._pane.focus_editor()
        self._pane.lead_to_wording()

    def mark(self, traits: Traits) -> None:
        """Make the note in the editor another kind, or say what became of it."""
        writing = self._pane.writing
        if writing is None or writing.version:
            return
        self._keeper.mark(writing, traits)
        self._forget_texts()
        self._pane.show_marks()

    def leave_gone(self) -> None:
        """Leave the note in the editor when it is there no longer, as after an undo."""
        writing = self._pane.writing
        if writing is None or writing.note is None or any(one.stands_for(writing) for one in self._shown):
            return
        self._pane.begin_on(Selected(writing.passage), always_new=True)

    # -- taking away, and bringing back ----------------------------------------------------------------------------

    def delete(self) -> None:
        """Take away the note in the editor; `restore` brings it back. Who is in the list goes on to the next note."""
        writing = self._pane.writing
        if writing is None or writing.is_new_and_blank or writing.version:
            return  # one version of two cannot go alone yet
        self._keeper.flush()
        row = self._pane.row
        if not self._keeper.delete(writing):
            return
        self._deleted.append(writing)
        self._read()
        self._recount()
        if not self._pane.go_to_row(row):
            self._pane.begin_on(Selected(writing.passage), always_new=True)
        self.deleted.emit()

    def restore(self) -> None:
        """Bring back the note that was taken away last."""
        if not self.can_restore:
            return
        last = self._deleted.pop()
        if self._keeper.restore(last):
            self._read()
            self._recount()
            back = next((one for one in self._shown if one.stands_for(last)), None)
            if back is not None:
                self._pane.begin(back)
                self._show_place(back)
        else:
            self._deleted.append(last)

    @property
    def can_restore(self) -> bool:
        """Whether there is a note to bring back: one that an undo brought back is not."""
        has = self._keeper.known.has
        self._deleted = [one for one in self._deleted if one.note is None or not has(one.note.id)]
        return bool(self._deleted)

    # -- inside ----------------------------------------------------------------------------------------------------

    def _come_back(self, before: Writing) -> None:
        """Go to the note that was in the editor, or make room for one where there was room."""
        there = next((one for one in self._shown if one.stands_for(before)), None)
        if there is not None:
            self._pane.begin(there)
        elif before.is_new_and_blank:
            place = self.placements.of(before.anchor)
            self._pane.begin_on(Selected(place.passage, place.start, place.end), always_new=True)
            self.mark(before.traits)

    def _begin_new(self, on: Selected) -> None:
        """Begin a note on something; the kind that was chosen before there was one stays."""
        before = self._pane.writing
        self._pane.begin_on(on, always_new=True)
        if before is not None and before.is_new_and_blank:
            self.mark(before.traits)

    def _read(self) -> None:
        self._shown = self.hung.in_order(self._topic) if self._topic is not None else ()

    def _forget_texts(self, *_: object) -> None:
        self.hung.forget_texts()

    def _recount(self) -> None:
        if self._dossier is not None:
            self._on_topics = self.hung.counts()
            self.counted.emit(self._counts())

    def _counts(self) -> Counts:
        return Counts(self._on_topics, self.hung.noted(self._shown, self._pane.writing))

    def _begin(self, writing: Writing) -> None:
        """The reader went to a note: its words stand out."""
        self._keeper.begin(writing)
        if not self._is_arriving:
            self.noted.emit(self.hung.noted(self._shown, self._pane.writing))

    def _show_place(self, writing: Writing) -> None:
        found = self.hung.highlight(writing, is_open=True)
        on = Selected(found.passage, found.start, found.end) if found else Selected(writing.passage)
        self.place_wanted.emit(on)

    def _anchor(self, on: Selected) -> Anchor:
        if self._dossier is None or self._topic is None:
            raise LookupError(on)
        return anchor_at(self._dossier, Spot(self._topic.path, *on))

    def _place(self, writing: Writing) -> str:
        """Say what a note hangs on: `1.1.4 Inzet`, or the topic."""
        if self._dossier is None or self._topic is None:
            return ""
        place = self.placements.of(writing.anchor)
        passage = self._topic.passage(place.passage)
        if passage is not None:
            words = writing.anchor.words if place.start < place.end else None
            said = f"{passage.number} {kind_name(passage.kind, headings_language(self._dossier.language))}"
            return f"{said} “{shorten(words.exact, _LONGEST, placeholder='…')}”" if words else said
        if writing.anchor.passage and place.doubt is None:
            return self.tr("passage that is not in this edition (%1)").replace("%1", writing.anchor.passage)
        return f"{self._topic.number} {self._topic.title}"

    def _show_saved(self, writing: Writing) -> None:
        self.refresh()
        self._pane.show_saved(writing, durable=self._keeper.durable)

    def _show_failed(self, writing: Writing, reason: str) -> None:
        self.refresh()
        if writing is self._pane.writing:
            self._pane.show_failed(reason)
        else:
            self._keeper.alarms.alarm(writing.key, reason)
