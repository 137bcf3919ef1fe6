"""The wording that an amendment proposes, and what it changes in the passage."""

from textwrap import shorten

from msgspec.structs import replace
from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from fmm_desktop.notes.note import Anchor, NoteKind, Traits
from fmm_desktop.notes.wording import wording_before
from fmm_desktop.ui.changes import as_html
from fmm_desktop.ui.colours import Colours
from fmm_desktop.ui.notes.field import NoteField
from fmm_desktop.ui.notes.squeezed import Squeezed
from fmm_desktop.ui.notes.writing import Writing
from fmm_desktop.ui.typed import typed_in

_LONGEST = 80  # letters of the words that it was made for


class Proposal(QWidget):
    """Is there for amendments only: shows the change against the passage, and takes the new wording."""

    typed = Signal()

    def __init__(self, colours: Colours, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._colours = colours
        self._before = ""
        self._filling = False
        self._worded_on: Anchor | None = None
        self._worded = self._make_label("noteWordedFor", Qt.TextFormat.PlainText)
        self._change = self._make_label("noteChange", Qt.TextFormat.RichText)
        self.editor = NoteField("noteWording", self)
        self.editor.textChanged.connect(self._type)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        self.said = Squeezed((self._worded, self._change), self)
        """What is said of the wording; the form puts it above, in the room that there is."""
        layout.addWidget(self.editor, 1)
        self.retranslate()
        self.hide()
        self.said.hide()

    def _make_label(self, name: str, form: Qt.TextFormat) -> QLabel:
        label = QLabel(self)
        label.setObjectName(name)
        label.setWordWrap(True)
        label.setTextFormat(form)
        label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        return label

    def show_writing(self, writing: Writing | None, worded_on: Anchor | None = None) -> None:
        """Show what a note proposes; an amendment that proposes nothing yet starts from the words of the passage.

        `worded_on` is where it hung when the wording was written, if there were other words there.
        """
        is_one = writing is not None and writing.kind is NoteKind.AMENDMENT
        self.setVisible(is_one)
        self.said.setVisible(is_one)
        if writing is None or not is_one:
            return
        is_off = worded_on is not None and not writing.anchor.passage  # kept on the topic
        self._before = wording_before(worded_on if worded_on is not None and is_off else writing.anchor)
        self._worded_on = worded_on
        self._tell_words()
        wording = writing.traits.wording or self._before
        self.editor.setReadOnly(bool(writing.version))
        if wording != self._wording:
            self._filling = True
            try:
                self.editor.write(wording)
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
        self._tell_words()

    @property
    def _wording(self) -> str:
        return typed_in(self.editor.document())

    def _type(self) -> None:
        self._show_change()
        if not self._filling:
            self.typed.emit()

    def _tell_words(self) -> None:
        """Say which words it was made for, when the passage says others by now."""
        on = self._worded_on
        self._worded.setVisible(on is not None)
        if on is not None:
            words = self.tr("Proposed for the words of edition %1, which have changed since: “%2”")
            short = shorten(wording_before(on), _LONGEST, placeholder="…")
            self._worded.setText(words.replace("%1", str(on.edition)).replace("%2", short))

    def _show_change(self) -> None:
        if self._wording == self._before:
            self._change.setText(self.tr("Change the words below into those that you propose."))
        else:
            self._change.setText(as_html(self._before, self._wording, self._colours))
        self.said.updateGeometry()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Follow the language of the interface."""
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)
