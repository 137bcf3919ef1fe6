"""The note that is being written: what it hangs on, what it is for, its labels, the wording it proposes, its text."""

from collections.abc import Callable, Iterable

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QLabel, QPlainTextEdit, QSizePolicy, QVBoxLayout, QWidget

from fmm_desktop.errors import Language
from fmm_desktop.notes.note import Anchor, NoteKind
from fmm_desktop.ui.colours import Colours
from fmm_desktop.ui.notes.choosers import Choosers
from fmm_desktop.ui.notes.field import NoteField
from fmm_desktop.ui.notes.labels import LabelsLine
from fmm_desktop.ui.notes.state_line import StateLine
from fmm_desktop.ui.notes.writing import Writing
from fmm_desktop.ui.typed import typed_in

TYPE_CHECKING = False
if TYPE_CHECKING:
    from fmm_desktop.ui.notes.proposal import Proposal


class NoteForm(QWidget):
    """Shows one note and takes what is typed and chosen. Keeps nothing: who hears of it fills it again."""

    typed = Signal(str)
    marked = Signal(object)  # Traits: the reader chose a kind or a status
    amended = Signal(object)  # Traits: the reader is typing labels or a wording
    filled = Signal(object)  # Writing | None

    def __init__(self, colours: Colours, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._colours = colours
        self._writing: Writing | None = None
        self._place = ""
        self._filling = False
        self._said = ""  # what the note said when it was last filled or typed in
        self._target = QLabel(self)
        self._target.setObjectName("noteTarget")
        self._target.setWordWrap(True)
        self._target.setTextFormat(Qt.TextFormat.PlainText)
        # A long title takes a second line, not the room of the page.
        self._target.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
        self._choosers = Choosers(self)
        self._choosers.chosen.connect(self.marked)
        self._labels = LabelsLine(self)
        self._labels.typed.connect(self._amend)
        self._proposal: Proposal | None = None  # until there is an amendment
        self._worded_on: Callable[[Writing], Anchor | None] = lambda _writing: None
        self._editor = NoteField("noteEditor", self)
        self._editor.textChanged.connect(self._type)
        self._state = StateLine(colours, self)
        self._state.setObjectName("noteState")
        self._rows = below = QVBoxLayout(self)
        below.setContentsMargins(0, 6, 0, 0)
        below.setSpacing(4)
        for widget, stretch in (
            (self._target, 0),
            (self._choosers, 0),
            (self._labels, 0),
            (self._editor, 2),
            (self._state, 0),
        ):
            below.addWidget(widget, stretch)
        self.retranslate()

    # -- what it shows ---------------------------------------------------------------------------------------------

    @property
    def writing(self) -> Writing | None:
        """The note that is shown."""
        return self._writing

    @property
    def editor(self) -> QPlainTextEdit:
        """Where the text is typed."""
        return self._editor

    @property
    def fields(self) -> tuple[QWidget, ...]:
        """What takes the focus, in the order of Tab."""
        return (self._choosers.kind, self._choosers.status, *self.lines)

    @property
    def lines(self) -> tuple[QWidget, ...]:
        """Where something is typed, from top to bottom."""
        wording = (self._proposal.editor,) if self._proposal is not None else ()
        return (self._labels, *wording, self._editor)

    def fill(self, writing: Writing | None, place: str) -> None:
        """Show a note, None for none; `place` says what it hangs on."""
        self._labels.close_popup()
        self._writing, self._place = writing, place
        self._said = writing.text if writing else ""
        self._filling = True
        try:
            self._editor.write(self._said)
            self._editor.setReadOnly(writing is not None and bool(writing.version))
        finally:
            self._filling = False
        self.tell_target()
        self._state.tell("")
        self.show_traits()

    def refill(self, place: str) -> None:
        """Show what another window wrote in this note; the cursor stays as far from the start."""
        if self._writing is None or not self._writing.safe or self._said == self._writing.text:
            self._place = place
            self.tell_target()
            self.show_traits()
            return
        at = self._editor.textCursor().position()
        self.fill(self._writing, place)
        cursor = self._editor.textCursor()
        cursor.setPosition(min(at, self._editor.document().characterCount() - 1))
        self._editor.setTextCursor(cursor)

    def show_traits(self) -> None:
        """Show the kind, the status, the labels and the wording of the note."""
        self._choosers.show_writing(self._writing)
        self._labels.show_writing(self._writing)
        self._show_proposal()
        self.filled.emit(self._writing)

    def tell_target(self) -> None:
        """Say what the note hangs on."""
        if self._writing is None:
            self._target.setText("")
            return
        if self._writing.version:
            words = self.tr("Other version, to read only: %1")
        elif self._writing.note is None:
            words = self.tr("New note: %1")
        else:
            words = self.tr("Note: %1")
        self._target.setText(words.replace("%1", self._place))

    def tell_saved(self, *, durable: bool) -> None:
        """Say that the note is safe; not `durable`, that it goes when the window does."""
        self.tell_target()
        if durable:
            self._state.tell(self.tr("Saved"))
        else:
            self._state.alarm(self.tr("Kept only while this window is open"))

    def tell_failed(self, reason: str) -> None:
        """Say why the note is not safe; its text stays there."""
        self._state.alarm(reason)

    def let_write(self, *, able: bool) -> None:
        """Let a note be written, or say that a topic must be open for that."""
        self._editor.setEnabled(able)
        words = self.tr("Type a note here. It is saved as you type.")
        self._editor.setPlaceholderText(words if able else self.tr("Open a topic to write a note on it."))

    def focus_editor(self) -> None:
        """Go to the text, behind the last word."""
        self._labels.close_popup()
        self._editor.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._editor.moveCursor(self._editor.textCursor().MoveOperation.End)

    def lead_to_wording(self) -> None:
        """Go from the text to the wording, when the note proposes one."""
        if self._proposal is not None and self._proposal.isVisibleTo(self) and self._editor.hasFocus():
            self._proposal.editor.setFocus(Qt.FocusReason.ShortcutFocusReason)
            self._proposal.editor.moveCursor(self._proposal.editor.textCursor().MoveOperation.End)

    def type(self, words: str) -> None:
        """Go to the text and write `words` behind what is there."""
        self.focus_editor()
        self._editor.insertPlainText(words)

    def set_colours(self, colours: Colours) -> None:
        """Paint in other colours."""
        self._state.set_colours(colours)
        self._colours = colours
        if self._proposal is not None:
            self._proposal.set_colours(colours)

    def offer_labels(self, known: Callable[[], Iterable[str]]) -> None:
        """Let the labels that `known` returns be completed."""
        self._labels.offer(known)

    def tell_wordings(self, worded_on: Callable[[Writing], Anchor | None]) -> None:
        """Say of proposals that they were made for other words, of which `worded_on` returns where they stood."""
        self._worded_on = worded_on

    def speak(self, language: Language) -> None:
        """Say the kinds and the statuses in a language."""
        self._choosers.speak(language)

    def retranslate(self) -> None:
        """Say everything in the language of the interface."""
        self._editor.setAccessibleName(self.tr("Text of the note"))
        self.let_write(able=self._editor.isEnabled())
        self.tell_target()

    # -- inside ----------------------------------------------------------------------------------------------------

    def _show_proposal(self) -> None:
        """Show what the note proposes, if it is an amendment."""
        if self._proposal is None:
            if self._writing is None or self._writing.kind is not NoteKind.AMENDMENT:
                return
            from fmm_desktop.ui.notes.proposal import Proposal  # noqa: PLC0415 - most notes are none

            self._proposal = Proposal(self._colours, self)
            self._proposal.typed.connect(self._amend)
            at = self._rows.indexOf(self._editor)
            self._rows.insertWidget(at, self._proposal, 2)
            self._rows.insertWidget(at, self._proposal.said)
            self.setTabOrder(self._labels, self._proposal.editor)
            self.setTabOrder(self._proposal.editor, self._editor)
        is_one = self._writing is not None and self._writing.kind is NoteKind.AMENDMENT
        worded_on = self._worded_on(self._writing) if self._writing is not None and is_one else None
        self._proposal.show_writing(self._writing, worded_on)

    def _type(self) -> None:
        if not self._filling:
            self._state.tell("")
            self._said = typed_in(self._editor.document())
            self.typed.emit(self._said)

    def _amend(self) -> None:
        if self._writing is None:
            return
        self._state.tell("")
        traits = self._labels.put_into(self._writing.traits)
        if traits.kind is NoteKind.AMENDMENT and self._proposal is not None:
            traits = self._proposal.put_into(traits)
        self.amended.emit(traits)

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Follow the language of the interface."""
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)
