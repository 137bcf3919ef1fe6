"""The wording that an amendment proposes, and what it changes in the passage."""

from msgspec.structs import replace
from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QLabel, QPlainTextEdit, QSizePolicy, QVBoxLayout, QWidget

from fmm_desktop.notes.note import Anchor, NoteKind, Traits
from fmm_desktop.ui.changes import as_html
from fmm_desktop.ui.colours import Colours
from fmm_desktop.ui.notes.writing import Writing
from fmm_desktop.ui.typed import typed_in


def wording_before(anchor: Anchor) -> str:
    """Return the words that an amendment with this anchor changes."""
    return anchor.words.exact if anchor.words else anchor.quote


class Proposal(QWidget):
    """Is there for amendments only: shows the change against the passage, and takes the new wording."""

    typed = Signal()

    def __init__(self, colours: Colours, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._colours = colours
        self._before = ""
        self._filling = False
        self._change = QLabel(self)
        self._change.setObjectName("noteChange")
        self._change.setWordWrap(True)
        self._change.setTextFormat(Qt.TextFormat.RichText)
        self._change.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._change.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
        self.editor = QPlainTextEdit(self)
        self.editor.setObjectName("noteWording")
        self.editor.setTabChangesFocus(True)
        self.editor.textChanged.connect(self._type)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addWidget(self._change)
        layout.addWidget(self.editor, 1)
        self.retranslate()
        self.hide()

    def show_writing(self, writing: Writing | None) -> None:
        """Show what a note proposes; an amendment that proposes nothing yet starts from the words of the passage."""
        is_one = writing is not None and writing.kind is NoteKind.AMENDMENT
        self.setVisible(is_one)
        if writing is None or not is_one:
            return
        self._before = wording_before(writing.anchor)
        wording = writing.traits.wording or self._before
        self.editor.setReadOnly(bool(writing.version))
        if wording != self._wording:
            self._filling = True
            try:
                self.editor.setPlainText(wording)
            finally:
                self._filling = False
        self._show_change()

    def put_into(self, traits: Traits) -> Traits:
        """Return traits with the wording that is typed; what is as it was proposes nothing."""
        return replace(traits, wording="" if self._wording == self._before else self._wording)

    def set_colours(self, colours: Colours) -> None:
        """Paint in other colours."""
        self._colours = colours
        self._show_change()

    def retranslate(self) -> None:
        """Say everything in the language of the interface."""
        self.editor.setAccessibleName(self.tr("Proposed wording"))
        self.editor.setPlaceholderText(self.tr("Type how it should read."))
        self._show_change()

    @property
    def _wording(self) -> str:
        return typed_in(self.editor.document())

    def _type(self) -> None:
        self._show_change()
        if not self._filling:
            self.typed.emit()

    def _show_change(self) -> None:
        if self._wording == self._before:
            self._change.setText(self.tr("Change the words below into those that you propose."))
        else:
            self._change.setText(as_html(self._before, self._wording, self._colours))

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Follow the language of the interface."""
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)
