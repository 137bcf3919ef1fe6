"""The notes of which it is not sure where they hang in this edition, one after the other, until the reader says so."""

from PySide6.QtCore import QObject, Signal

from fmm_desktop.dossier.model import Dossier
from fmm_desktop.notes.anchoring import anchor_at
from fmm_desktop.notes.note import Anchor, Note
from fmm_desktop.notes.spots import Placement, Spot
from fmm_desktop.ui.notes.keeper import NoteKeeper
from fmm_desktop.ui.notes.placements import Placements

TYPE_CHECKING = False
if TYPE_CHECKING:
    from fmm_desktop.ui.notes.review import ReviewPane


class ReviewItem:
    """A note in doubt, in one dossier: what it hung on, and where it could hang now."""

    def __init__(self, note: Note, placement: Placement, dossier: Dossier) -> None:
        self.note = note
        self.placement = placement
        self.dossier = dossier

    @property
    def spots(self) -> tuple[Spot, ...]:
        """Where it could hang, what is proposed first."""
        proposed = (self.placement.spot,) if self.placement.spot is not None else ()
        return (*proposed, *self.placement.candidates)

    def stays(self, note: Note | None) -> bool:
        """Take the note as it is now; return whether it still is what the reader is asked about."""
        if note is None or note.anchor != self.note.anchor:
            return False
        self.note = note
        return True

    def home(self, open_topic: str) -> str:
        """Return the topic on which it can be kept: its own, else the likeliest one, else the one that is open."""
        paths = (self.note.anchor.topic, *(spot.topic for spot in self.spots), open_topic)
        return next((path for path in paths if "/" in path and self.dossier.topic(path) is not None), "")


class ReviewDesk(QObject):
    """Walks through the notes in doubt. Nothing is written but by the reader's word, and every word can be undone."""

    spot_wanted = Signal(object)  # Spot to be shown on the page
    dropped = Signal()  # a note was deleted or hung elsewhere meanwhile: there is nothing to ask of it any more
    ended = Signal(int)  # how many notes are left for later

    def __init__(self, keeper: NoteKeeper, placements: Placements, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._keeper = keeper
        self._placements = placements
        self._dossier: Dossier | None = None
        self._open_topic = ""
        self._waiting: list[ReviewItem] = []
        self._later = 0
        self._done = 0
        self._pane: ReviewPane | None = None
        keeper.changed.connect(self._look_again)

    def show_in(self, pane: "ReviewPane") -> None:
        """Work with a pane from now on."""
        self._pane = pane
        pane.accepted.connect(self.accept)
        pane.kept.connect(self.keep_on_topic)
        pane.later_wanted.connect(self.later)
        pane.left.connect(self.end)
        pane.looked_at.connect(self.spot_wanted)

    @property
    def is_open(self) -> bool:
        """Whether the reader is at it."""
        return bool(self._waiting)

    @property
    def note(self) -> Note | None:
        """The note that the reader is asked about."""
        return self._waiting[0].note if self._waiting else None

    def begin(self, dossier: Dossier) -> None:
        """Go to the first note in doubt of a dossier; nothing happens when there is none."""
        self._dossier = dossier
        order = {topic.path: place for place, topic in enumerate(dossier.topics())}
        doubtful = set(self._placements.doubtful)
        notes = [note for note in self._keeper.known.of_dossier(dossier.id) if note.id in doubtful]
        notes.sort(key=lambda note: (order.get(note.anchor.topic, len(order)), note.created))
        self._waiting = [item for note in notes if (item := self._item(note, dossier))]
        self._later = self._done = 0
        self._show()

    def follow(self, open_topic: str) -> None:
        """Know the topic that is open: a note that is lost wholly can be kept there."""
        self._open_topic = open_topic
        if self._waiting and self._pane is not None:
            self._pane.show_home(self._waiting[0].home(open_topic))

    def accept(self, spot: Spot) -> None:
        """Hang the note on a spot."""
        if self._waiting:
            self._hang(anchor_at(self._waiting[0].dossier, spot))

    def keep_on_topic(self) -> None:
        """Keep the note on its topic; what it hung on stands below its text from then on."""
        if not self._waiting:
            return
        item = self._waiting[0]
        path = item.home(self._open_topic)
        if path:
            self._hang(anchor_at(item.dossier, Spot(path)), quoted(item.note.anchor))

    def later(self) -> None:
        """Leave the note in doubt, and go on to the next."""
        if self._waiting:
            self._waiting.pop(0)
            self._later += 1
            self._show()

    def end(self) -> None:
        """Leave all that are left for later."""
        self._later += len(self._waiting)
        self._waiting = []
        self._show()

    # -- inside ----------------------------------------------------------------------------------------------------

    def _item(self, note: Note, dossier: Dossier) -> ReviewItem | None:
        placement = self._placements.of(note.anchor).doubt
        return ReviewItem(note, placement, dossier) if placement is not None else None

    def _hang(self, anchor: Anchor, below: str = "") -> None:
        item, self._waiting = self._waiting[0], self._waiting[1:]  # first: `changed` comes before the answer
        done = self._keeper.hang(item.note, anchor, below)
        if done is None:  # it failed, as the reader was told
            self._waiting.insert(0, item)
            return
        self._done += done
        self._show()
        if not done:
            self.dropped.emit()

    def _look_again(self) -> None:
        """Drop notes that are gone or hang elsewhere by now, and show what the others say by now."""
        if not self._waiting:
            return
        notes = self._keeper.known.ask(lambda store: store.some([item.note.id for item in self._waiting]))
        if notes is None:  # they cannot be read now, as the reader was told
            return
        first, now = self._waiting[0], {note.id: note for note in notes}
        before = len(self._waiting)
        self._waiting = [item for item in self._waiting if item.stays(now.get(item.note.id))]
        if first not in self._waiting:
            self._show()
        elif self._pane is not None:
            self._pane.show_note(first.note)
        if len(self._waiting) < before:
            self.dropped.emit()

    def _show(self) -> None:
        if self._pane is None:
            return
        if not self._waiting:
            self.ended.emit(self._later)  # while the focus is still in the pane, if it is
            self._pane.show_item(None)
            return
        item, place = self._waiting[0], self._done + self._later + 1
        self._pane.show_item(item, place, place + len(self._waiting) - 1)
        self._pane.show_home(item.home(self._open_topic))
        if item.spots:
            self.spot_wanted.emit(item.spots[0])
        elif home := item.home(""):
            self.spot_wanted.emit(Spot(home))  # there is no place for it; the reader sees at least its topic


def quoted(anchor: Anchor) -> str:
    """Return what a note hung on as a quotation in Markdown; empty when that was a topic."""
    if not anchor.passage:
        return ""
    words = anchor.words.exact if anchor.words else anchor.quote
    return "\n".join(f"> {line}" for line in words.splitlines())
