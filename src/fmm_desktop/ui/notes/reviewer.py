"""Leads from an edition in which notes are in doubt to their review, and back to the notes."""

from collections.abc import Callable

from PySide6.QtCore import QObject

from fmm_desktop.errors import Language
from fmm_desktop.notes.note import NoteKind, Status
from fmm_desktop.notes.spots import Spot
from fmm_desktop.ui.actions import Actions
from fmm_desktop.ui.colours import Colours
from fmm_desktop.ui.location import Location
from fmm_desktop.ui.main_window import MainWindow
from fmm_desktop.ui.notes.desk import NotesDesk
from fmm_desktop.ui.notes.keeper import NoteKeeper
from fmm_desktop.ui.notes.pane import NotesPane
from fmm_desktop.ui.page.noted import Selected
from fmm_desktop.ui.telling import Teller

TYPE_CHECKING = False
if TYPE_CHECKING:
    from fmm_desktop.ui.notes.review import ReviewPane
    from fmm_desktop.ui.notes.reviewing import ReviewDesk


_NEEDS_NOTES = ("note_on_passage", "note_on_topic", "restore_note", "go_notes", "go_editor", "undo", "redo")
"""The actions that do something in the place where the review stands."""
_NEEDS_NOTE = (
    *("delete_note", "note_history", "note_versions", "next_note", "previous_note", "go_words"),
    *(f"note_kind_{kind}" for kind in NoteKind),
    *(f"note_status_{status}" for status in Status),
)
"""The actions that do something with the note that the reader looks at."""


class Reviewer(QObject):
    """Tells of notes in doubt, and shows the review in the place of the notes. What that takes is made when wanted."""

    def __init__(  # noqa: PLR0913, PLR0917 - one hand for each that it works with
        self,
        window: MainWindow,
        actions: Actions,
        keeper: NoteKeeper,
        desk: NotesDesk,
        notes: NotesPane,
        teller: Teller,
        colours: Callable[[], Colours],
    ) -> None:
        super().__init__(window)
        self._window, self._navigator, self._page = window, window.navigator, window.page
        self._actions = actions
        self._keeper, self._desk, self._notes, self._teller = keeper, desk, notes, teller
        self._colours = colours
        self._language: Language = "en"
        self._told_of: tuple[str, ...] = ()
        self._pane: ReviewPane | None = None
        self._review: ReviewDesk | None = None
        actions["review_notes"].triggered.connect(lambda _checked=False: self.begin())
        desk.placements.known.connect(self._follow)
        window.navigator.arrived.connect(self._follow_page)
        desk.noted.connect(self._leave_for_another)
        for name in _NEEDS_NOTES:
            actions[name].triggered.connect(lambda _checked=False: self.leave())
        for name in _NEEDS_NOTE:
            actions[name].triggered.connect(lambda _checked=False: self._leave_for_note())

    def begin(self) -> None:
        """Go to the first note in doubt."""
        dossier = self._navigator.dossier
        if dossier is None:
            return
        if not self._desk.placements.doubtful:
            self._teller.tell_reviewed(0 if self._desk.placements.is_known else None)
            return
        self._keeper.flush()  # what was typed just now belongs to what is asked about
        self._teller.end_doubt()
        self._actions["show_notes"].setChecked(True)
        review = self._made()
        self._follow_page()
        self._notes.hide()
        review.begin(dossier)

    def enter(self) -> None:
        """Another dossier is open: its notes are another matter."""
        self._told_of = ()
        if self._review is not None and self._review.is_open:
            self._review.end()

    def leave(self) -> bool:
        """Leave what is in doubt for later; return whether the reader was at it."""
        if self._review is None or not self._review.is_open:
            return False
        self._review.end()
        return True

    def set_colours(self, colours: Colours) -> None:
        """Paint in other colours."""
        if self._pane is not None:
            self._pane.set_colours(colours)

    def speak(self, language: Language) -> None:
        """Say kinds in a language."""
        self._language = language
        if self._pane is not None:
            self._pane.speak(language)

    # -- inside ----------------------------------------------------------------------------------------------------

    def _made(self) -> "ReviewDesk":
        from fmm_desktop.ui.notes.review import ReviewPane  # noqa: PLC0415 - waits for a note in doubt
        from fmm_desktop.ui.notes.reviewing import ReviewDesk  # noqa: PLC0415

        if self._review is None:
            self._pane = ReviewPane(self._colours(), self._window.side)
            self._pane.speak(self._language)
            self._pane.told.connect(self._teller.tell_passing)
            if layout := self._window.side.layout():
                layout.addWidget(self._pane)
            self._review = ReviewDesk(self._keeper, self._desk.placements, self)
            self._review.show_in(self._pane)
            self._review.spot_wanted.connect(self._show_spot)
            self._review.ended.connect(self._end)
            self._review.dropped.connect(self._tell_dropped)
        return self._review

    def _follow(self) -> None:
        """Tell of notes in doubt that were not told of yet."""
        doubtful = self._desk.placements.doubtful
        is_open = self._review is not None and self._review.is_open
        if not is_open and not set(doubtful) <= set(self._told_of):
            self._teller.tell_doubt(len(doubtful), self.begin)
        elif len(doubtful) != len(self._told_of):
            self._teller.end_doubt()  # the number that it said is not the number now
        self._told_of = doubtful

    def _follow_page(self) -> None:
        if self._review is not None:
            topic = self._navigator.topic
            self._review.follow(topic.path if topic is not None else "")

    def _leave_for_another(self) -> None:
        """The reader went to a note, not to an empty place: that is shown in the place of the review."""
        if self._desk.writing is not None and self._desk.writing.note is not None:
            self.leave()

    def _leave_for_note(self) -> None:
        """The reader wants to do something with a note: let it be the one that he looks at, and none unseen."""
        note = self._review.note if self._review is not None else None
        if note is None:
            return
        self.leave()
        self._navigator.go(Location("topic", note.anchor.topic))
        self._notes.begin_on(Selected(""), always_new=True)  # for when its topic is gone
        self._desk.choose_note(note.id)

    def _tell_dropped(self) -> None:
        self._teller.tell_passing(self.tr("A note was changed elsewhere meanwhile; there is nothing to ask of it now."))

    def _show_spot(self, spot: Spot) -> None:
        self._navigator.go(Location("topic", spot.topic))
        self._page.show_words(Selected(spot.passage, spot.start, spot.end))

    def _end(self, left: int) -> None:
        focus = self._window.focusWidget()
        self._notes.show()
        if self._pane is not None and focus is not None and self._pane.isAncestorOf(focus):
            self._notes.focus_list()
        self._teller.tell_reviewed(left)
