"""What opens beside the window for notes: the table of all, the bin, the history of one and its versions.

Each is made when it is first wanted, filled anew when notes change, and hands its wishes to the keeper.
"""

from collections.abc import Callable, Collection
from typing import TypeVar

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QDialog, QWidget

from fmm_desktop.errors import Language
from fmm_desktop.notes.note import Anchor, Revision
from fmm_desktop.notes.progress import Report
from fmm_desktop.notes.store import NoteStore
from fmm_desktop.ui.actions import Actions
from fmm_desktop.ui.colours import Colours
from fmm_desktop.ui.location import Location
from fmm_desktop.ui.navigation import Navigator
from fmm_desktop.ui.notes.desk import NotesDesk
from fmm_desktop.ui.notes.keeper import NoteKeeper
from fmm_desktop.ui.notes.many import ManyChanges
from fmm_desktop.ui.notes.menu import Allow
from fmm_desktop.ui.notes.writing import Writing

TYPE_CHECKING = False
if TYPE_CHECKING:
    from fmm_desktop.ui.notes.bin import BinDialog
    from fmm_desktop.ui.notes.history import HistoryDialog
    from fmm_desktop.ui.notes.table import NotesTable
    from fmm_desktop.ui.notes.table_rows import Listed, Rows
    from fmm_desktop.ui.notes.versions import VersionsDialog

_PAUSE = 200  # ms after a change, in which the next one comes

_TWO = 2  # versions, from which on there is something to choose

_Dialog = TypeVar("_Dialog", bound=QDialog)


class NoteDoors(QObject):
    """Opens them, one of each, and keeps them up to date."""

    def __init__(  # noqa: PLR0913, PLR0917 - one hand for each that it works with
        self,
        window: QWidget,
        actions: Actions,
        allow: Allow,
        navigator: Navigator,
        keeper: NoteKeeper,
        many: ManyChanges,
        desk: NotesDesk,
        looks: Callable[[], tuple[Colours, Language]],
    ) -> None:
        """`looks` tells the colours and the language of the window."""
        super().__init__(desk)
        self._window, self._actions, self._allow, self._navigator = window, actions, allow, navigator
        self._keeper, self._many, self._desk, self._looks = keeper, many, desk, looks
        self._rows: Rows | None = None  # those of the table, for when it is opened again
        self._fill: dict[QDialog, Callable[[], None]] = {}
        self._soon = QTimer(self, singleShot=True, interval=_PAUSE)
        self._soon.timeout.connect(self._fill_all)
        keeper.changed.connect(self._fill_soon)
        keeper.saved.connect(self._fill_soon)
        navigator.arrived.connect(self._fill_soon)
        desk.placements.known.connect(self._fill_soon)
        for name, do in (
            ("all_notes", self.show_table),
            ("note_bin", self.show_bin),
            ("note_history", self.show_history),
        ):
            actions[name].triggered.connect(lambda _checked=False, do=do: do())

    def close(self) -> None:
        """Close what is open: the window is on its way out, and the notes go with it."""
        self._soon.stop()
        self._close(QDialog)

    def follow(self, writing: Writing | None) -> None:
        """Allow what can be done with the note in the editor."""
        self._allow("note_history", able=writing is not None and writing.note is not None)

    # -- the table and the bin -------------------------------------------------------------------------------------

    def show_table(self) -> None:
        """Show all notes of the dossier, with what is being typed."""
        self._keeper.change(lambda _store: True)
        from fmm_desktop.ui.notes.table import NotesTable  # noqa: PLC0415 - waits for a wish

        table = self._find(NotesTable) or NotesTable(self._looks()[1], self._window)
        if table not in self._fill:
            table.gone_to.connect(self._go_to)
            table.mark_wanted.connect(
                lambda traits: self._change_many(traits, lambda store, report: store.changes.mark(traits, report))
            )
            table.delete_wanted.connect(
                lambda seen: self._change_many(seen, lambda store, report: store.changes.delete(seen, report))
            )
        self._open(table, lambda: self._fill_table(table))
        table.line.setFocus()

    def _fill_table(self, table: "NotesTable") -> None:
        from fmm_desktop.ui.notes.table_rows import Rows  # noqa: PLC0415 - waits for a wish

        dossier, language = self._navigator.dossier, self._looks()[1]
        if dossier is not None:
            if self._rows is None or self._rows.of != (dossier, language):
                self._rows = Rows(dossier, language)
            rows, place = self._rows, self._desk.placements.known_of
            table.show_notes(self._keeper.known.ask(lambda store: rows.read(store, place)) or ())

    def _go_to(self, row: "Listed") -> None:
        """Go to a note where it hangs now; to the review with one whose topic is gone."""
        dossier, topic = self._navigator.dossier, self._desk.placements.of(row.note.anchor).topic
        self._window.activateWindow()
        if dossier is None or "/" not in topic or dossier.topic(topic) is None:
            self._actions["review_notes"].trigger()
            return
        self._navigator.go(Location("topic", topic))
        self._desk.choose_note(row.note.id)

    def show_bin(self) -> None:
        """Show what was deleted, in all dossiers."""
        from fmm_desktop.ui.notes.bin import BinDialog  # noqa: PLC0415 - waits for a wish

        shown = self._find(BinDialog) or BinDialog(self._place, self._window)
        if shown not in self._fill:
            shown.restore_wanted.connect(
                lambda ids: self._change_many(ids, lambda store, report: store.changes.restore(ids, report))
            )
            shown.throw_wanted.connect(
                lambda ids: self._change_many(ids, lambda store, report: store.bin.throw_away(ids, report))
            )
        self._open(shown, lambda: self._fill_bin(shown))
        shown.view.go_to_first()

    def _fill_bin(self, shown: "BinDialog") -> None:
        shown.show_notes(self._keeper.known.ask(lambda store: store.bin.contents()) or ())

    def _place(self, anchor: Anchor) -> str:
        """Say what a note hung on; of another dossier its id, for its title is not known here."""
        dossier = self._navigator.dossier
        if dossier is None or dossier.id != anchor.dossier:
            return f"{anchor.dossier}: {anchor.topic}"
        hung = self._desk.placements.of(anchor)
        topic = dossier.topic(hung.topic) if "/" in hung.topic else None
        if topic is None:
            return anchor.topic
        passage = topic.passage(hung.passage)
        return f"{passage.number if passage else topic.number} {topic.title}"

    # -- one note --------------------------------------------------------------------------------------------------

    def show_history(self) -> None:
        """Show what the note in the editor said, and when."""
        from fmm_desktop.ui.notes.history import HistoryDialog  # noqa: PLC0415 - waits for a wish

        writing = self._settled()
        if writing is None or writing.note is None:
            return
        note_id = writing.note.id
        self._close(HistoryDialog)
        shown = HistoryDialog(*self._looks(), self._window)
        shown.again_wanted.connect(
            lambda revision, seen: self._change(lambda store: store.changes.say_again(note_id, revision, seen))
        )
        self._open(shown, lambda: self._fill_history(shown, note_id))
        shown.list.setFocus()

    def _fill_history(self, shown: "HistoryDialog", note_id: str) -> None:
        history = self._keeper.known.ask(lambda store: store.history(note_id)) or ()
        if history:
            shown.show_history(history)
        else:
            shown.close()  # it was thrown away

    def show_versions(self, note_id: str) -> None:
        """Show the versions of a note side by side."""
        from fmm_desktop.ui.notes.versions import VersionsDialog  # noqa: PLC0415 - waits for a wish

        self._settled()
        if len(self._versions_of(note_id)[0]) < _TWO:
            return
        self._close(VersionsDialog)
        shown = VersionsDialog(*self._looks(), self._window)
        shown.keep_wanted.connect(
            lambda kept, seen: self._choose(shown, lambda store: store.changes.say_again(note_id, kept, seen))
        )
        shown.both_wanted.connect(lambda: self._choose(shown, lambda store: store.changes.part(note_id)))
        self._open(shown, lambda: self._fill_versions(shown, note_id))

    def _fill_versions(self, shown: "VersionsDialog", note_id: str) -> None:
        versions, seen = self._versions_of(note_id)
        if len(versions) < _TWO:
            shown.close()  # somebody chose elsewhere
        else:
            shown.show_versions(versions, seen)

    def _versions_of(self, note_id: str) -> tuple[tuple[Revision, ...], tuple[str, ...]]:
        """Return the versions of a note that say something else each, and the ids of all."""
        heads = self._keeper.known.ask(lambda store: store.heads(note_id)) or ()
        others = self._keeper.known.ask(lambda store: store.other_versions(note_id)) or ()
        versions = tuple({one.id: one for one in (*heads[:1], *others)}.values())
        return versions, tuple(one.id for one in heads)

    def _choose(self, shown: QDialog, do: Callable[[NoteStore], object]) -> None:
        shown.close()
        self._change(do)

    def _settled(self) -> Writing | None:
        """Settle what is being typed, so that it is in the history, and return the note in the editor."""
        self._keeper.change(lambda _store: None)
        return self._desk.writing

    # -- inside ----------------------------------------------------------------------------------------------------

    def _change(self, do: Callable[[NoteStore], object]) -> None:
        self._keeper.change(do)
        self._show_changed()

    def _change_many(self, notes: Collection[str], do: Callable[[NoteStore, Report], object]) -> None:
        self._many.change(len(notes), self.tr("Changing notes…"), do, lambda _done: self._show_changed())

    def _show_changed(self) -> None:
        self._desk.leave_gone()
        self._fill_all()

    def _find(self, kind: type[_Dialog]) -> _Dialog | None:
        return next((one for one in self._fill if isinstance(one, kind)), None)

    def _open(self, shown: QDialog, fill: Callable[[], None]) -> None:
        if shown not in self._fill:
            self._fill[shown] = fill
            shown.finished.connect(lambda _result: self._fill.pop(shown, None))
        fill()
        shown.show()
        shown.activateWindow()

    def _close(self, kind: type[QDialog]) -> None:
        for one in tuple(self._fill):
            if isinstance(one, kind):
                one.close()

    def _fill_soon(self, *_: object) -> None:
        if self._fill:
            self._soon.start()

    def _fill_all(self) -> None:
        self._soon.stop()
        for fill in tuple(self._fill.values()):
            fill()
