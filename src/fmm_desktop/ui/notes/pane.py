"""The right pane as one thing: the notes of the topic, the editor under them, and whether the text is safe."""

from collections.abc import Callable, Iterable

from PySide6.QtCore import QEvent, QPoint, Qt, Signal
from PySide6.QtWidgets import QLabel, QSplitter, QVBoxLayout, QWidget

from fmm_desktop.errors import Language
from fmm_desktop.notes.note import Anchor, Status
from fmm_desktop.notes.vocabulary import note_kind_label, status_name
from fmm_desktop.search.noting import NoteText
from fmm_desktop.ui.colours import Colours
from fmm_desktop.ui.notes.arranging import Placed, arranged, known, shows
from fmm_desktop.ui.notes.bar import NotesBar
from fmm_desktop.ui.notes.form import NoteForm
from fmm_desktop.ui.notes.listing import NotesList
from fmm_desktop.ui.notes.model import NoteRow
from fmm_desktop.ui.notes.writing import Writing
from fmm_desktop.ui.page.noted import Selected
from fmm_desktop.ui.state import NotesShown


class NotesPane(QWidget):
    """Shows notes and takes what is typed. The window hands it values and hears of wishes."""

    begun = Signal(object)  # Writing: the reader went to this note, or to an empty place
    typed = Signal(str)
    marked = Signal(object)  # Traits: the reader chose another kind or status for the note in the editor
    amended = Signal(object)  # Traits: the reader is typing its labels or the wording that it proposes
    shown = Signal(object)  # Writing | None: what is in the editor now, its kind and its status
    arranged = Signal(object)  # NotesShown: which notes the reader wants in the list
    delete_wanted = Signal()
    chosen = Signal(object)  # Writing: the reader chose it in the list
    menu_wanted = Signal(QPoint)  # on the screen, for the note in the list

    def __init__(self, colours: Colours, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._place_of: Callable[[Writing], str] = lambda _writing: ""
        self._anchor_of: Callable[[Selected], Anchor] | None = None
        self._all: tuple[Writing, ...] = ()
        self._wanted = NotesShown()
        self._language: Language = "en"
        self._reader = ""
        self._heading = QLabel(self)
        self._heading.setContentsMargins(4, 2, 4, 2)
        self._list = self._make_list(colours)
        self._bar = NotesBar(self)
        self._bar.chosen.connect(self.arrange)
        self._form = NoteForm(colours, self)
        self._form.typed.connect(self.typed)
        self._form.marked.connect(self.marked)
        self._form.amended.connect(self.amended)
        self._form.filled.connect(self.shown)
        self._lay_out()
        self.retranslate()

    def _make_list(self, colours: Colours) -> NotesList:
        notes = NotesList(colours, self)
        notes.chosen.connect(self._choose)
        notes.delete_wanted.connect(self.delete_wanted)
        notes.menu_wanted.connect(self.menu_wanted)
        notes.activated.connect(lambda _index: self.focus_editor())
        return notes

    def _lay_out(self) -> None:
        splitter = QSplitter(Qt.Orientation.Vertical, self)
        splitter.setChildrenCollapsible(False)
        splitter.addWidget(self._list)
        splitter.addWidget(self._form)
        splitter.setStretchFactor(0, 3)
        splitter.setStretchFactor(1, 2)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 8, 8, 8)
        layout.setSpacing(4)
        layout.addWidget(self._heading)
        layout.addWidget(self._bar)
        layout.addWidget(splitter, 1)
        before: QWidget = self._list
        for widget in (*self._bar.buttons, *self._form.fields):
            self.setTabOrder(before, widget)
            before = widget

    # -- what it shows ---------------------------------------------------------------------------------------------

    def show_topic(
        self,
        notes: tuple[Writing, ...],
        anchor_of: Callable[[Selected], Anchor] | None,
        place_of: Callable[[Writing], str],
    ) -> None:
        """Show the notes of another topic, in the order given, and an empty place for a new one on the topic.

        `anchor_of` makes the anchor of a new note on words or on a passage; None when the page can hold no notes.
        `place_of` says in words what a note hangs on.
        """
        self._anchor_of, self._place_of = anchor_of, place_of
        self._show_rows(notes)
        self._form.let_write(able=anchor_of is not None)
        self.begin_on(Selected(""))

    def refresh(self, notes: tuple[Writing, ...]) -> None:
        """Show the notes of the same topic after they changed; the one in the editor stays there."""
        self._show_rows(notes)
        if self.writing is not None:
            self._list.select(self.writing)
            self._form.refill(self._place_of(self.writing))

    def show_marks(self) -> None:
        """Show what the note in the editor is beside its text."""
        self._form.show_traits()

    def lead_to_wording(self) -> None:
        """Lead who is about to write an amendment to the field for its wording."""
        if self.writing is not None and self.writing.is_new_and_blank:
            self._form.lead_to_wording()

    def arrange(self, wanted: NotesShown) -> None:
        """Show other notes in the list, or in another order."""
        self._wanted = known(wanted)
        self._bar.show_choice(self._wanted)
        self.refresh(self._all)
        self.arranged.emit(self._wanted)

    def may_show(self, note: NoteText) -> bool:
        """Tell whether the list shows a note like this."""
        return shows(self._wanted, note.kind, note.status)

    def step(self, step: int) -> bool:
        """Go to the next note in the list, 1, or the one before, -1; False when there is none."""
        return self._list.step(step)

    def _show_rows(self, notes: tuple[Writing, ...]) -> None:
        self._all = notes
        self._list.show_rows(map(self._row, arranged(notes, self._wanted, self.writing, self._language)))
        self._tell_heading()

    def _row(self, placed: Placed) -> NoteRow:
        one = placed.writing
        return NoteRow(
            one,
            " · ".join(filter(None, (self._place_of(one), ", ".join(one.traits.labels)))),
            self._version_of(one),
            note_kind_label(one.kind, self._language),
            "" if one.status is Status.OPEN else status_name(one.status, self._language),
            placed.heading,
            "" if one.note is None or one.note.author == self._reader else " ".join(one.note.author.split()),
        )

    def begin_on(self, on: Selected, *, always_new: bool = False) -> None:
        """Go to the first note on a passage ("" for the topic), or to an empty place for a new one, on its words."""
        if self._anchor_of is None:
            self._fill(None)
            return
        there = None if always_new or not on.passage else self._first_on(on.passage)
        self._fill(there or Writing(self._anchor_of(on), None, ""))

    def begin(self, writing: Writing) -> None:
        """Go to a note."""
        self._fill(writing)

    @property
    def row(self) -> int:
        """The row of the note that the reader is at in the list; -1 when he is elsewhere."""
        return self._list.row if self._list.hasFocus() else -1

    def go_to_row(self, row: int) -> bool:
        """Go to the note in a row of the list, or to the last one; False when there is none, or no such row."""
        return row >= 0 and self._list.choose_row(row)

    def _first_on(self, passage_id: str) -> Writing | None:
        return next((one for one in self._all if one.passage == passage_id), None)

    @property
    def writing(self) -> Writing | None:
        """The note in the editor."""
        return self._form.writing

    def show_saved(self, writing: Writing, *, durable: bool = True) -> None:
        """Say that the note in the editor is safe; not `durable`, that it goes when the window does."""
        if writing is not self.writing:
            return
        self._form.tell_saved(durable=durable)
        self._list.paint_anew(writing)
        self._list.select(writing)

    def show_failed(self, reason: str) -> None:
        """Say why the note in the editor is not safe; its text stays there."""
        self._form.tell_failed(reason)

    def set_colours(self, colours: Colours) -> None:
        """Paint in other colours."""
        self._list.set_colours(colours)
        self._form.set_colours(colours)

    def focus_editor(self) -> None:
        """Go to the editor, behind the last word."""
        self._form.focus_editor()

    def type(self, words: str) -> None:
        """Go to the editor and write `words` behind what is there."""
        self._form.type(words)

    @property
    def focus_places(self) -> tuple[QWidget, ...]:
        """What takes the focus in here and does not show it clearly itself."""
        return (self._list, *self._form.lines)

    def offer_labels(self, known: Callable[[], Iterable[str]]) -> None:
        """Let the labels that `known` returns be completed."""
        self._form.offer_labels(known)

    def tell_wordings(self, worded_on: Callable[[Writing], Anchor | None]) -> None:
        """Say of proposals that they were made for other words, of which `worded_on` returns where they stood."""
        self._form.tell_wordings(worded_on)

    def focus_list(self) -> None:
        """Go to the list of notes."""
        self._list.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def set_reader(self, name: str) -> None:
        """Tell whose notes are the reader's own; those of others show their author."""
        self._reader = name

    def speak(self, language: Language) -> None:
        """Say the kinds and the statuses in a language."""
        self._language = language
        self._bar.speak(language)
        self._form.speak(language)
        self.refresh(self._all)

    def retranslate(self) -> None:
        """Say everything in the language of the interface."""
        self._list.setAccessibleName(self.tr("Notes"))
        self._list.set_unsaved_words(self.tr("not saved"))
        self._tell_heading()

    # -- inside ----------------------------------------------------------------------------------------------------

    def _fill(self, writing: Writing | None) -> None:
        self._form.fill(writing, self._place_of(writing) if writing is not None else "")
        if writing is not None:
            if writing.note is not None and not self._list.shows(writing):
                self._show_rows(self._all)
            self._list.select(writing)
            self.begun.emit(writing)

    def _choose(self, writing: Writing) -> None:
        self._fill(writing)
        self.chosen.emit(writing)

    def _tell_heading(self) -> None:
        notes = sum(not one.version for one in self._all)  # a note of two versions is one, as everywhere else
        shown = self._list.count
        words = self.tr("%1 of %n note(s)", "", notes).replace("%1", str(shown))
        if shown == notes:
            words = self.tr("%n note(s)", "", notes) if notes else self.tr("Notes")
        self._heading.setText(words)
        hint = self.tr("No notes here yet. Click on a passage, or go to it with Alt+Down, and type below.")
        if notes:
            hint = self.tr("None of the notes here is of this kind with this status.")
        self._list.set_hint("" if shown or self._anchor_of is None else hint)

    def _version_of(self, writing: Writing) -> str:
        if writing.version:
            return self.tr("other version")
        if writing.hung is not None and writing.hung.doubt is not None:
            return self.tr("to review")
        return self.tr("%n version(s)", "", writing.versions) if writing.versions > 1 else ""

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Follow the language of the interface."""
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)
