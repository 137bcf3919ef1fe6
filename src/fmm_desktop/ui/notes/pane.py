"""The right pane as one thing: the notes of the topic, the editor under them, and whether the text is safe."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QItemSelectionModel, QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QLabel,
    QListView,
    QPlainTextEdit,
    QSizePolicy,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from fmm_desktop.notes.note import Anchor
from fmm_desktop.ui.colours import Colours
from fmm_desktop.ui.notes.delegate import NoteDelegate
from fmm_desktop.ui.notes.keeper import Writing
from fmm_desktop.ui.notes.model import NoteRow, NotesModel
from fmm_desktop.ui.roles import ITEM


class _NotesList(QListView):
    """A list that says what to do while it is empty."""

    delete_wanted = Signal()
    _hint = ""

    def set_hint(self, hint: str) -> None:
        """Say `hint` where the notes would be."""
        self._hint = hint
        self.viewport().update()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Delete takes the chosen note away."""
        if event.key() == Qt.Key.Key_Delete and self.currentIndex().isValid():
            self.delete_wanted.emit()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Paint the notes, or the hint."""
        super().paintEvent(event)
        if self._hint:
            painter = QPainter(self.viewport())
            painter.setPen(self.palette().color(QPalette.ColorRole.PlaceholderText))
            room = self.viewport().rect().adjusted(12, 12, -12, -12)
            painter.drawText(room, Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap, self._hint)
            painter.end()


class NotesPane(QWidget):
    """Shows notes and takes what is typed. The window hands it values and hears of wishes."""

    begun = Signal(object)  # Writing: the reader went to this note, or to an empty place
    typed = Signal(str)
    delete_wanted = Signal()
    passage_wanted = Signal(str)  # the passage that the chosen note hangs on

    def __init__(self, colours: Colours, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._colours = colours
        self._place_of: Callable[[str], str] = lambda _passage: ""
        self._anchor_of: Callable[[str], Anchor] | None = None
        self._writing: Writing | None = None
        self._filling = False
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
        self._state = QLabel(self)
        self._state.setWordWrap(True)
        self._state.setTextFormat(Qt.TextFormat.PlainText)
        self._lay_out()
        self.set_colours(colours)
        self.retranslate()

    def _make_list(self) -> "_NotesList":
        notes = _NotesList(self)
        notes.setObjectName("notesList")
        notes.setModel(self._model)
        notes.setItemDelegate(self._delegate)
        notes.setFrameShape(QFrame.Shape.NoFrame)
        notes.setResizeMode(QListView.ResizeMode.Adjust)
        notes.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        notes.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
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
            if self._writing.safe and self._editor.toPlainText() != self._writing.text:
                self._fill(self._writing)

    def _show_rows(self, notes: tuple[Writing, ...]) -> None:
        self._filling = True
        try:
            self._model.show(tuple(NoteRow(one, self._place_of(one.anchor.passage)) for one in notes))
        finally:
            self._filling = False
        self._tell_heading()

    def begin_on(self, passage_id: str, *, always_new: bool = False) -> None:
        """Go to the first note on a passage ("" for the topic), or to an empty place for a new one."""
        if self._anchor_of is None:
            self._fill(None)
            return
        there = None if always_new or not passage_id else self._model.first_on(passage_id)
        if there is None and self._is_empty_place(passage_id):
            return
        self._fill(there or Writing(self._anchor_of(passage_id), None, ""))

    def _is_empty_place(self, passage_id: str) -> bool:
        writing = self._writing
        return (
            writing is not None
            and self._anchor_of is not None
            and writing.note is None
            and not writing.text
            and writing.anchor == self._anchor_of(passage_id)
        )

    @property
    def writing(self) -> Writing | None:
        """The note in the editor."""
        return self._writing

    def show_saved(self, writing: Writing) -> None:
        """Say that the note in the editor is safe."""
        if writing is self._writing:
            self._tell_target()
            self._tell_state(self.tr("Saved"), self._colours.muted)
            self._model.refresh(writing)
            self._select(writing)

    def show_failed(self, reason: str) -> None:
        """Say why the note in the editor is not safe; its text stays there."""
        self._tell_state(reason, self._colours.alarm)

    def set_colours(self, colours: Colours) -> None:
        """Paint in other colours."""
        self._colours = self._delegate.colours = colours
        self._list.viewport().update()

    def focus_editor(self) -> None:
        """Go to the editor, behind the last word."""
        self._editor.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._editor.moveCursor(self._editor.textCursor().MoveOperation.End)

    def focus_list(self) -> None:
        """Go to the list of notes."""
        self._list.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def retranslate(self) -> None:
        """Say everything in the language of the interface."""
        self._list.setAccessibleName(self.tr("Notes"))
        self._editor.setAccessibleName(self.tr("Text of the note"))
        self._tell_placeholder()
        self._delegate.unsaved_words = self.tr("not saved")
        self._tell_heading()
        self._tell_target()

    # -- inside ----------------------------------------------------------------------------------------------------

    def _fill(self, writing: Writing | None) -> None:
        self._writing = writing
        self._filling = True
        try:
            self._editor.setPlainText(writing.text if writing else "")
        finally:
            self._filling = False
        self._tell_target()
        self._tell_state("", self._colours.muted)
        if writing is not None:
            self._select(writing)
            self.begun.emit(writing)

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
            self._tell_state("", self._colours.muted)
            self.typed.emit(self._editor.toPlainText())

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
        elif self._writing.note is None:
            self._target.setText(self.tr("New note: %1").replace("%1", self._place_of(self._writing.anchor.passage)))
        else:
            self._target.setText(self.tr("Note: %1").replace("%1", self._place_of(self._writing.anchor.passage)))

    def _tell_state(self, words: str, colour: str) -> None:
        palette = self._state.palette()
        palette.setColor(palette.ColorRole.WindowText, colour)
        self._state.setPalette(palette)
        self._state.setText(words)
        self._state.setAccessibleName(words)

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Follow the language of the interface."""
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)
