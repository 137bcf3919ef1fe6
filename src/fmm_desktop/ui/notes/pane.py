"""The right pane as one thing: the notes of the topic, the editor under them, and whether the text is safe."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QItemSelectionModel, QModelIndex, Qt, Signal
from PySide6.QtWidgets import QLabel, QPlainTextEdit, QSizePolicy, QSplitter, QVBoxLayout, QWidget

from fmm_desktop.notes.note import Anchor
from fmm_desktop.ui.colours import Colours
from fmm_desktop.ui.notes.delegate import NoteDelegate
from fmm_desktop.ui.notes.listing import NotesList
from fmm_desktop.ui.notes.model import NoteRow, NotesModel
from fmm_desktop.ui.notes.state_line import StateLine
from fmm_desktop.ui.notes.writing import Writing
from fmm_desktop.ui.roles import ITEM

_LINE_ENDS = {0x2028: "\n", 0x2029: "\n"}  # what Qt puts between lines


class NotesPane(QWidget):
    """Shows notes and takes what is typed. The window hands it values and hears of wishes."""

    begun = Signal(object)  # Writing: the reader went to this note, or to an empty place
    typed = Signal(str)
    delete_wanted = Signal()
    passage_wanted = Signal(str)  # the passage that the chosen note hangs on

    def __init__(self, colours: Colours, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._place_of: Callable[[str], str] = lambda _passage: ""
        self._anchor_of: Callable[[str], Anchor] | None = None
        self._writing: Writing | None = None
        self._filling = False
        self._shown = ""  # what the note in the editor said when it was last filled or typed in
        self._model = NotesModel(self)
        self._delegate = NoteDelegate(colours)
        self._heading = QLabel(self)
        self._heading.setContentsMargins(4, 2, 4, 2)
        self._list = self._make_list()
        self._target = QLabel(self)
        self._target.setWordWrap(True)
        # A long title takes a second line, not the room of the page.
        self._target.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
        self._editor = self._make_editor()
        self._state = StateLine(colours, self)
        self._lay_out()
        self.retranslate()

    def _make_list(self) -> NotesList:
        notes = NotesList(self)
        notes.setModel(self._model)
        notes.setItemDelegate(self._delegate)
        notes.selectionModel().currentChanged.connect(self._choose)
        notes.delete_wanted.connect(self.delete_wanted)
        notes.activated.connect(lambda _index: self.focus_editor())
        return notes

    def _make_editor(self) -> QPlainTextEdit:
        editor = QPlainTextEdit(self)
        editor.setObjectName("noteEditor")
        editor.setTabChangesFocus(True)
        editor.textChanged.connect(self._type)
        return editor

    def _lay_out(self) -> None:
        lower = QWidget(self)
        below = QVBoxLayout(lower)
        below.setContentsMargins(0, 6, 0, 0)
        below.setSpacing(4)
        below.addWidget(self._target)
        below.addWidget(self._editor, 1)
        below.addWidget(self._state)
        splitter = QSplitter(Qt.Orientation.Vertical, self)
        splitter.setChildrenCollapsible(False)
        splitter.addWidget(self._list)
        splitter.addWidget(lower)
        splitter.setStretchFactor(0, 3)
        splitter.setStretchFactor(1, 2)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 8, 8, 8)
        layout.setSpacing(4)
        layout.addWidget(self._heading)
        layout.addWidget(splitter, 1)

    # -- what it shows ---------------------------------------------------------------------------------------------

    def show_topic(
        self,
        notes: tuple[Writing, ...],
        anchor_of: Callable[[str], Anchor] | None,
        place_of: Callable[[str], str],
    ) -> None:
        """Show the notes of another topic, in the order given, and an empty place for a new one on the topic.

        `anchor_of` makes the anchor of a new note on a passage id; None when the page can hold no notes.
        `place_of` says in words what a passage id stands for.
        """
        self._anchor_of, self._place_of = anchor_of, place_of
        self._show_rows(notes)
        self._editor.setEnabled(anchor_of is not None)
        self._tell_placeholder()
        self.begin_on("")

    def refresh(self, notes: tuple[Writing, ...]) -> None:
        """Show the notes of the same topic after they changed; the one in the editor stays there."""
        self._show_rows(notes)
        if self._writing is not None:
            self._select(self._writing)
            if self._writing.safe and self._shown != self._writing.text:
                self._fill_anew(self._writing)

    def _show_rows(self, notes: tuple[Writing, ...]) -> None:
        self._filling = True
        try:
            self._model.show(
                tuple(NoteRow(one, self._place_of(one.anchor.passage), self._version_of(one)) for one in notes)
            )
        finally:
            self._filling = False
        self._tell_heading()

    def begin_on(self, passage_id: str, *, always_new: bool = False) -> None:
        """Go to the first note on a passage ("" for the topic), or to an empty place for a new one."""
        if self._anchor_of is None:
            self._fill(None)
            return
        there = None if always_new or not passage_id else self._model.first_on(passage_id)
        self._fill(there or Writing(self._anchor_of(passage_id), None, ""))

    @property
    def writing(self) -> Writing | None:
        """The note in the editor."""
        return self._writing

    def show_saved(self, writing: Writing, *, durable: bool = True) -> None:
        """Say that the note in the editor is safe; not `durable`, that it goes when the window does."""
        if writing is not self._writing:
            return
        self._tell_target()
        if durable:
            self._state.tell(self.tr("Saved"))
        else:
            self._state.alarm(self.tr("Kept only while this window is open"))
        self._model.refresh(writing)
        self._select(writing)

    def show_failed(self, reason: str) -> None:
        """Say why the note in the editor is not safe; its text stays there."""
        self._state.alarm(reason)

    def set_colours(self, colours: Colours) -> None:
        """Paint in other colours."""
        self._delegate.colours = colours
        self._state.set_colours(colours)
        self._list.viewport().update()

    def focus_editor(self) -> None:
        """Go to the editor, behind the last word."""
        self._editor.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._editor.moveCursor(self._editor.textCursor().MoveOperation.End)

    def type(self, words: str) -> None:
        """Go to the editor and write `words` behind what is there."""
        self.focus_editor()
        self._editor.insertPlainText(words)

    @property
    def focus_places(self) -> tuple[QWidget, ...]:
        """What takes the focus in here and does not show it clearly itself."""
        return (self._list, self._editor)

    def focus_list(self) -> None:
        """Go to the list of notes."""
        self._list.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def retranslate(self) -> None:
        """Say everything in the language of the interface."""
        self._list.setAccessibleName(self.tr("Notes"))
        self._editor.setAccessibleName(self.tr("Text of the note"))
        self._tell_placeholder()
        self._delegate.set_unsaved_words(self.tr("not saved"))
        self._tell_heading()
        self._tell_target()

    # -- inside ----------------------------------------------------------------------------------------------------

    def _fill(self, writing: Writing | None) -> None:
        self._writing = writing
        self._shown = writing.text if writing else ""
        self._filling = True
        try:
            self._editor.setPlainText(self._shown)
            self._editor.setReadOnly(writing is not None and bool(writing.version))
        finally:
            self._filling = False
        self._tell_target()
        self._state.tell("")
        if writing is not None:
            self._select(writing)
            self.begun.emit(writing)

    def _fill_anew(self, writing: Writing) -> None:
        """Show what another window wrote in this note; the cursor stays as far from the start."""
        place = self._editor.textCursor().position()
        self._fill(writing)
        cursor = self._editor.textCursor()
        cursor.setPosition(min(place, self._editor.document().characterCount() - 1))
        self._editor.setTextCursor(cursor)

    def _select(self, writing: Writing) -> None:
        self._filling = True
        try:
            self._list.selectionModel().setCurrentIndex(
                self._model.index_of(writing), QItemSelectionModel.SelectionFlag.ClearAndSelect
            )
        finally:
            self._filling = False

    def _choose(self, current: QModelIndex, _previous: QModelIndex) -> None:
        row = current.data(ITEM)
        if isinstance(row, NoteRow) and not self._filling:
            self._fill(row.writing)
            self.passage_wanted.emit(row.writing.anchor.passage)

    def _type(self) -> None:
        if not self._filling:
            self._state.tell("")
            # Not `toPlainText`, which makes an ordinary blank of a hard one.
            self._shown = self._editor.document().toRawText().translate(_LINE_ENDS)
            self.typed.emit(self._shown)

    def _tell_heading(self) -> None:
        notes = self._model.rowCount()
        self._heading.setText(self.tr("%n note(s)", "", notes) if notes else self.tr("Notes"))
        hint = self.tr("No notes here yet. Click on a passage, or go to it with Alt+Down, and type below.")
        self._list.set_hint("" if notes or self._anchor_of is None else hint)

    def _tell_placeholder(self) -> None:
        words = self.tr("Type a note here. It is saved as you type.")
        self._editor.setPlaceholderText(words if self._anchor_of else self.tr("Open a topic to write a note on it."))

    def _tell_target(self) -> None:
        if self._writing is None:
            self._target.setText("")
            return
        if self._writing.version:
            words = self.tr("Other version, to read only: %1")
        elif self._writing.note is None:
            words = self.tr("New note: %1")
        else:
            words = self.tr("Note: %1")
        self._target.setText(words.replace("%1", self._place_of(self._writing.anchor.passage)))

    def _version_of(self, writing: Writing) -> str:
        if writing.version:
            return self.tr("other version")
        return self.tr("%n version(s)", "", writing.versions) if writing.versions > 1 else ""

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Follow the language of the interface."""
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)
