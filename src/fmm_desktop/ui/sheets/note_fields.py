"""The lines of the form that choose notes: whether, where, of which kinds, in which state."""

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QFormLayout, QWidget

from fmm_desktop.errors import Language
from fmm_desktop.notes.note import NoteKind, Status
from fmm_desktop.notes.vocabulary import note_kind_label, status_label
from fmm_desktop.sheets.kinds import SheetKind
from fmm_desktop.sheets.order import NoteChoice, Where
from fmm_desktop.ui.sheets.set_button import SetButton

_WITHOUT = {SheetKind.SPEAKING}  # holds points alone
_ALWAYS = {SheetKind.NOTES}
_PLACED = {SheetKind.TOPIC, SheetKind.BOOK}  # elsewhere their place is given
_OF_ALL_KINDS = {SheetKind.TOPIC, SheetKind.BOOK, SheetKind.ACTOR, SheetKind.CHANGES, SheetKind.NOTES}


class NoteFields(QObject):
    """Holds a choice of notes."""

    changed = Signal()

    def __init__(self, form: QFormLayout, language: Language, parent: QWidget) -> None:
        super().__init__(parent)
        self._form = form
        self._kind = SheetKind.TOPIC
        self._wanted = QCheckBox(self.tr("With my &notes"), parent)
        self._where = QComboBox(parent)
        for where, words in (
            (Where.IN_PLACE, self.tr("Below the passage")),
            (Where.BESIDE, self.tr("Beside the passage")),
            (Where.END, self.tr("Together at the end")),
        ):
            self._where.addItem(words, where)
        self._kinds = SetButton({kind: note_kind_label(kind, language) for kind in NoteKind}, parent)
        self._statuses = SetButton({status: status_label(status, language) for status in Status}, parent)
        self._kinds.setObjectName("noteKinds")
        self._statuses.setObjectName("noteStatuses")
        form.addRow(self._wanted)
        form.addRow(self.tr("W&here"), self._where)
        form.addRow(self.tr("K&inds"), self._kinds)
        form.addRow(self.tr("Stat&us"), self._statuses)
        self._kinds.setAccessibleName(self.tr("Kinds of notes"))
        self._statuses.setAccessibleName(self.tr("Status of notes"))
        self._wanted.toggled.connect(self._follow)
        self._where.currentIndexChanged.connect(self.changed)
        self._kinds.changed.connect(self.changed)
        self._statuses.changed.connect(self.changed)

    def show(self, kind: SheetKind, choice: NoteChoice, *, wanted: bool) -> None:
        """Show a choice for a kind of sheet."""
        self._kind = kind
        self._wanted.setChecked(wanted)
        self._where.setCurrentIndex(max(0, self._where.findData(choice.where)))
        self._kinds.choose(choice.kinds)
        self._statuses.choose(choice.statuses)
        self._show_rows()

    @property
    def wanted(self) -> bool:
        """Whether notes are to be printed at all."""
        return self._kind in _ALWAYS or (self._kind not in _WITHOUT and self._wanted.isChecked())

    @property
    def ticked(self) -> bool:
        """Whether the reader wants notes on sheets that may be with or without."""
        return self._wanted.isChecked()

    @property
    def choice(self) -> NoteChoice:
        """What is chosen, were notes wanted."""
        return NoteChoice(self._kinds.chosen, self._statuses.chosen, Where(self._where.currentData()))

    def _follow(self) -> None:
        self._show_rows()
        self.changed.emit()

    def _show_rows(self) -> None:
        kind, wanted = self._kind, self.wanted
        self._form.setRowVisible(self._wanted, kind not in _WITHOUT | _ALWAYS)
        self._form.setRowVisible(self._where, wanted and kind in _PLACED)
        self._form.setRowVisible(self._kinds, wanted and kind in _OF_ALL_KINDS)
        self._form.setRowVisible(self._statuses, wanted)
