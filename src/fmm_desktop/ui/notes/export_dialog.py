"""Which notes are to go out, and as what."""

from msgspec import Struct
from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QCheckBox,
    QDialog,
    QDialogButtonBox,
    QGroupBox,
    QLabel,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from fmm_desktop.dossier.model import Dossier
from fmm_desktop.errors import Language
from fmm_desktop.notes.exchange.formats import SUFFIXES, Format
from fmm_desktop.notes.note import NoteKind
from fmm_desktop.notes.vocabulary import note_kind_label


class Wanted(Struct, frozen=True):
    """What the reader chose; `filter` is what the dialog for files shows."""

    format: Format
    this_dossier: bool
    without: tuple[NoteKind, ...]
    filter: str

    @property
    def suffix(self) -> str:
        """How the name of the file ends."""
        return SUFFIXES[self.format]


class ExportDialog(QDialog):
    """Asks for the form, the notes, and the kinds that go along."""

    wanted = Signal(object)  # Wanted

    def __init__(self, dossier: Dossier | None, language: Language, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("exportDialog")
        self.setWindowTitle(self.tr("Export notes"))
        self._formats: dict[Format, QRadioButton] = {}
        self._kinds: dict[NoteKind, QCheckBox] = {}
        self._this = QRadioButton(self)
        self._all = QRadioButton(self.tr("&All dossiers"), self)
        layout = QVBoxLayout(self)
        layout.addWidget(self._form_box())
        layout.addWidget(self._dossier_box(dossier))
        layout.addWidget(self._kinds_box(language))
        layout.addWidget(self._buttons())
        self.accepted.connect(lambda: self.wanted.emit(self.choice()))
        self.finished.connect(self.deleteLater)

    def choice(self) -> Wanted:
        """Return what is chosen."""
        form = next(form for form, button in self._formats.items() if button.isChecked())
        filters = {
            Format.JSONLD: self.tr("Notes (*.jsonld *.json)"),
            Format.MARKDOWN: self.tr("Markdown (*.md)"),
            Format.CSV: self.tr("Tables (*.csv)"),
        }
        without = tuple(kind for kind, box in self._kinds.items() if not box.isChecked())
        return Wanted(form, self._this.isChecked(), without, filters[form])

    def _form_box(self) -> QGroupBox:
        words = {
            Format.JSONLD: self.tr("A&nnotations: complete, a colleague can import them"),
            Format.MARKDOWN: self.tr("&Markdown: a text by topic, to read and to send"),
            Format.CSV: self.tr("&Table (CSV): for a spreadsheet"),
        }
        box, layout = self._box(self.tr("As"))
        for form in Format:
            self._formats[form] = button = QRadioButton(words[form], self)
            button.setObjectName(f"export_{form}")
            layout.addWidget(button)
        self._formats[Format.JSONLD].setChecked(True)
        return box

    def _dossier_box(self, dossier: Dossier | None) -> QGroupBox:
        box, layout = self._box(self.tr("Of"))
        group = QButtonGroup(self)
        for button in (self._this, self._all):
            group.addButton(button)
            layout.addWidget(button)
        self._this.setObjectName("export_this")
        self._all.setObjectName("export_all")
        title = dossier.title.replace("&", "&&") if dossier else ""
        self._this.setText(self.tr("This &dossier: %1").replace("%1", title))
        self._this.setEnabled(dossier is not None)
        (self._this if dossier else self._all).setChecked(True)
        return box

    def _kinds_box(self, language: Language) -> QGroupBox:
        box, layout = self._box(self.tr("With these kinds of notes"))
        for kind in NoteKind:
            self._kinds[kind] = check = QCheckBox(note_kind_label(kind, language), self)
            check.setObjectName(f"export_{kind}")
            check.setChecked(kind is not NoteKind.DO_NOT_VOLUNTEER)  # goes out when asked for only
            layout.addWidget(check)
        warning = QLabel(
            self.tr("Clear what must not leave this computer, such as what you would not volunteer."), self
        )
        warning.setWordWrap(True)
        layout.addWidget(warning)
        return box

    def _box(self, title: str) -> tuple[QGroupBox, QVBoxLayout]:
        box = QGroupBox(title, self)
        return box, QVBoxLayout(box)

    def _buttons(self) -> QDialogButtonBox:
        buttons = QDialogButtonBox(self)
        export = buttons.addButton(self.tr("&Export…"), QDialogButtonBox.ButtonRole.AcceptRole)
        export.setDefault(True)
        buttons.addButton(self.tr("Cancel"), QDialogButtonBox.ButtonRole.RejectRole)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        return buttons
