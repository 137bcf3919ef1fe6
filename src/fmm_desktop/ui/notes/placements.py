"""Where the notes hang in the edition that is open. Asked of each note once; of all notes beside the window."""

from collections.abc import Callable, Iterable, Iterator, Mapping

from PySide6.QtCore import QObject, QTimer, Signal

from fmm_desktop.dossier.model import Dossier
from fmm_desktop.notes.hanging import Editions, Hung, all_hung, at_home, hung_at_once, is_certain
from fmm_desktop.notes.note import Anchor, Note
from fmm_desktop.ui.jobs import Job

TYPE_CHECKING = False
if TYPE_CHECKING:
    from fmm_desktop.notes.placing import Placer

_PAUSE = 300  # ms after the first page, and after a change


class Placements(QObject):
    """Knows where the notes of one dossier hang. `known` tells that more is known, or something else, than before.

    `looked` tells each time that all have been placed, though all may hang where they hung.
    """

    known = Signal()
    looked = Signal()

    def __init__(
        self, notes: Callable[[str], Iterable[Note]], editions: Editions, parent: QObject | None = None
    ) -> None:
        """`notes` returns all notes of a dossier, by its id."""
        super().__init__(parent)
        self._notes = notes
        self.editions = editions
        """Those that notes may be written on."""
        self._dossier: Dossier | None = None
        self.is_known = False
        """Whether all notes of the dossier were placed."""
        self._placer: Placer | None = None
        self._hung: dict[Anchor, Hung] = {}
        self._likely: dict[Anchor, Hung] = {}  # as its own topic tells, until the edition before is asked as well
        self._anchors: tuple[Anchor, ...] = ()  # of all notes, when they were placed last
        self._moved: dict[str, tuple[str, str]] = {}  # by note, the topic that it was written on, and where it hangs
        self.doubtful: tuple[str, ...] = ()
        """The notes, by id, of which it is not sure where they hang."""
        self._job: Job | None = None
        self._asked: Mapping[str, Anchor] = {}  # by note, what the job places
        self._soon = QTimer(self, interval=_PAUSE, singleShot=True)
        self._soon.timeout.connect(self._look)

    def enter(self, dossier: Dossier) -> None:
        """Place the notes of a dossier: those that anybody asks for at once, all of them a moment later."""
        self._let_go()
        self._dossier, self._placer, self._hung, self._likely = dossier, None, {}, {}
        self._moved, self.doubtful, self._anchors = {}, (), ()
        self.is_known = False
        self._soon.start()

    def close(self) -> None:
        """Place nothing any more."""
        self._let_go()
        self._soon.stop()
        self._dossier = None

    def look_again(self) -> None:
        """Place, a moment later, what notes there are now."""
        if self._dossier is not None:
            self._soon.start()

    def of(self, anchor: Anchor) -> Hung:
        """Return where a note with this anchor hangs; on its topic as long as that is not known."""
        if anchor not in self._hung and anchor not in self._likely:
            self._place(anchor)
        return self.known_of(anchor)

    def known_of(self, anchor: Anchor) -> Hung:
        """Return the same, as far as it is known by now: nothing is placed for it."""
        if (known := self._hung.get(anchor) or self._likely.get(anchor)) is not None:
            return known
        home = at_home(self._dossier, anchor) if self._dossier is not None else None
        return home or Hung(anchor.topic)

    def topic_of(self, anchor: Anchor) -> str:
        """Return the topic that a note hangs on, as far as that is known by now."""
        return self.known_of(anchor).topic

    def placed(self) -> Iterator[tuple[Anchor, Hung]]:
        """Yield the anchor of each note that is placed by now, and where it hangs; nothing is placed for that."""
        yield from ((anchor, self.known_of(anchor)) for anchor in self._anchors)

    def moved_to(self, topic_path: str) -> tuple[str, ...]:
        """Return the notes, by id, that hang on a topic now and were written on another one."""
        return tuple(note for note, (_, there) in self._moved.items() if there == topic_path)

    def counted(self, counts: Mapping[str, int]) -> dict[str, int]:
        """Return numbers of notes by topic as they are with the notes that moved."""
        counted = dict(counts)
        for left, there in self._moved.values():
            counted[left] = counted.get(left, 0) - 1
            counted[there] = counted.get(there, 0) + 1
        return {topic: count for topic, count in counted.items() if count > 0}

    # -- inside ----------------------------------------------------------------------------------------------------

    def _place(self, anchor: Anchor) -> None:
        """Find where a note hangs, as far as its own topic tells: to look further may take seconds."""
        if self._dossier is None:
            return
        if (home := at_home(self._dossier, anchor)) is not None:
            (self._hung if is_certain(self._dossier, anchor) else self._likely)[anchor] = home
            return
        if self._placer is None:
            from fmm_desktop.notes.placing import Placer  # noqa: PLC0415 - needed by notes only

            self._placer = Placer(self._dossier)
        if (likely := hung_at_once(self._dossier, anchor, self._placer)) is not None:
            self._likely[anchor] = likely

    def _look(self) -> None:
        """Place all notes that were not placed yet, beside the window."""
        self._let_go()
        dossier = self._dossier
        if dossier is None:
            return
        notes = {note.id: note.anchor for note in self._notes(dossier.id)}
        unknown = {anchor for anchor in notes.values() if anchor not in self._hung}
        if not unknown:
            self._follow(notes)
            return
        editions = self.editions
        self._job = Job(lambda report: all_hung(dossier, unknown, editions, report), self)
        self._asked = notes
        self._job.succeeded.connect(self._take)  # no lambda: it would hold who owns the job until the job goes
        self._job.failed.connect(_raise)
        self._job.start()

    def _let_go(self) -> None:
        if self._job is not None:
            self._job.let_go()
            self._job = None

    def _take(self, placed: dict[Anchor, Hung]) -> None:
        self._job = None
        self._hung |= placed
        mistaken = any(placed.get(anchor, likely) != likely for anchor, likely in self._likely.items())
        self._likely = {anchor: likely for anchor, likely in self._likely.items() if anchor not in placed}
        self._follow(self._asked, is_news=mistaken)

    def _follow(self, notes: Mapping[str, Anchor], *, is_news: bool = False) -> None:
        """Work out which notes are on another topic, and which are in doubt; tell when that is news."""
        before = self._moved, self.doubtful
        self.is_known = True
        self._anchors = tuple(notes.values())
        where = {note: (anchor.topic, self._hung[anchor].topic) for note, anchor in notes.items()}
        self._moved = {note: (left, there) for note, (left, there) in where.items() if left != there}
        self.doubtful = tuple(note for note, anchor in notes.items() if self._hung[anchor].doubt is not None)
        if is_news or (self._moved, self.doubtful) != before:
            self.known.emit()
        self.looked.emit()


def _raise(error: Exception) -> None:
    raise error
