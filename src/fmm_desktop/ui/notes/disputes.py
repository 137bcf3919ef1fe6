"""Notes that were changed in two places at the same time: the way from one to the next, until the reader chose."""

from collections.abc import Callable

from PySide6.QtCore import QObject

from fmm_desktop.notes.note import Note
from fmm_desktop.ui.actions import Actions
from fmm_desktop.ui.location import Location
from fmm_desktop.ui.navigation import Navigator
from fmm_desktop.ui.notes.desk import NotesDesk
from fmm_desktop.ui.notes.keeper import NoteKeeper
from fmm_desktop.ui.notes.menu import Allow
from fmm_desktop.ui.telling import Teller


class Disputes(QObject):
    """Knows which notes of the dossier wait for a choice, and leads to them."""

    def __init__(  # noqa: PLR0913, PLR0917 - one hand for each that it works with
        self,
        actions: Actions,
        allow: Allow,
        navigator: Navigator,
        keeper: NoteKeeper,
        desk: NotesDesk,
        teller: Teller,
        show_versions: Callable[[str], None],
    ) -> None:
        """`show_versions` shows those of a note, by id, side by side."""
        super().__init__(desk)
        self._allow, self._navigator, self._keeper, self._desk = allow, navigator, keeper, desk
        self._teller, self._show_versions = teller, show_versions
        self._waiting: tuple[str, ...] = ()
        self._dossier = ""  # its id
        actions["note_versions"].triggered.connect(lambda _checked=False: self.show())
        keeper.changed.connect(self._count)
        navigator.arrived.connect(self._arrive)
        allow("note_versions", able=False)
        self._arrive()

    def show(self) -> None:
        """Show the versions of the note in the editor, or of the first note that waits for a choice."""
        writing = self._desk.writing
        if writing is not None and writing.note is not None and writing.note.id in self._waiting:
            self._show_versions(writing.note.id)
            return
        dossier = self._navigator.dossier
        notes = self._keeper.known.ask(lambda store: store.some(self._waiting))
        if dossier is None or not notes:
            return
        order = {topic.path: place for place, topic in enumerate(dossier.topics())}
        note = min(notes, key=lambda one: order.get(self._topic_of(one), len(order)))
        if (topic := self._topic_of(note)) in order:  # else this edition has not its topic, and still there is a choice
            self._navigator.go(Location("topic", topic))
            self._desk.choose_note(note.id)
        self._show_versions(note.id)

    def _topic_of(self, note: Note) -> str:
        return self._desk.placements.of(note.anchor).topic

    def _arrive(self, *_: object) -> None:
        """Know the notes of another dossier."""
        dossier = self._navigator.dossier
        if dossier is not None and dossier.id != self._dossier:
            self._dossier = dossier.id
            self._read()

    def _read(self) -> None:
        self._waiting = self._keeper.known.ask(lambda store: store.disputed(self._dossier)) or ()
        self._allow("note_versions", able=bool(self._waiting))

    def _count(self) -> None:
        """Notes changed: say how many still wait, when the reader chose."""
        before = len(self._waiting)
        self._read()
        if 0 < len(self._waiting) < before:
            self._teller.tell_passing(self.tr("%n note(s) still wait(s) for a choice", "", len(self._waiting)))
