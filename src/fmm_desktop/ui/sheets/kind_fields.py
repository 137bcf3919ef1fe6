"""The lines of the form that one kind of sheet has alone: whom, how fast, since when."""

from collections.abc import Iterable

from msgspec.structs import replace
from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QComboBox, QDoubleSpinBox, QFormLayout, QSpinBox, QWidget

from fmm_desktop.dossier.model import Dossier
from fmm_desktop.dossier.vocabulary import date_in_words
from fmm_desktop.errors import Language
from fmm_desktop.sheets.kinds import SheetKind
from fmm_desktop.sheets.order import Order
from fmm_desktop.ui.sheets.actor_box import ActorBox
from fmm_desktop.ui.sheets.remembered import INTERPRETATION, WORDS_A_MINUTE

_FILE = "file"


class KindFields(QObject):
    """Holds the part of an order that only one kind of sheet has, and the edition before."""

    changed = Signal()
    file_wanted = Signal()

    def __init__(self, form: QFormLayout, dossier: Dossier, language: Language, parent: QWidget) -> None:
        super().__init__(parent)
        self._form = form
        self._language = language
        self._editions: list[Dossier] = []
        self._shown = -1  # which edition is chosen
        self._actor = ActorBox(dossier, parent)
        self._since = QComboBox(parent)
        self._since.setObjectName("sinceBox")
        self._speed, self._factor = QSpinBox(parent), QDoubleSpinBox(parent)
        self._speed.setObjectName("speedBox")
        self._speed.setRange(*WORDS_A_MINUTE)
        self._speed.setSingleStep(5)
        self._factor.setRange(*INTERPRETATION)
        self._factor.setSingleStep(0.1)
        self._factor.setDecimals(1)
        self._factor.setToolTip(self.tr("How many times as long it takes with an interpreter; 1 without"))
        form.addRow(self.tr("Acto&r"), self._actor)
        form.addRow(self.tr("Sinc&e"), self._since)
        form.addRow(self.tr("&Words a minute"), self._speed)
        form.addRow(self.tr("&Interpreter, times"), self._factor)
        self._fill()
        self._actor.actor_changed.connect(self.changed)
        self._since.activated.connect(self._choose_edition)
        self._speed.valueChanged.connect(self.changed)
        self._factor.valueChanged.connect(self.changed)

    def show(self, order: Order) -> None:
        """Show what an order says."""
        self._actor.choose(order.actor)
        self._speed.setValue(order.words_a_minute)
        self._factor.setValue(order.interpretation)
        self._form.setRowVisible(self._actor, order.kind is SheetKind.ACTOR)
        self._form.setRowVisible(self._since, order.kind is SheetKind.CHANGES)
        for field in (self._speed, self._factor):
            self._form.setRowVisible(field, order.kind is SheetKind.SPEAKING)

    def put_in(self, order: Order) -> Order:
        """Return an order with what is chosen here."""
        return replace(
            order,
            actor=self._actor.actor,
            words_a_minute=self._speed.value(),
            interpretation=round(self._factor.value(), 1),
        )

    @property
    def since(self) -> Dossier | None:
        """The edition before, None while there is none."""
        return self._editions[self._shown] if self._shown >= 0 else None

    def offer(self, editions: Iterable[Dossier]) -> None:
        """Offer more editions before this one, the first of which is chosen if none is."""
        self._editions += [one for one in editions if one not in self._editions]
        self._shown = max(self._shown, 0) if self._editions else -1
        self._fill()

    def add(self, edition: Dossier) -> None:
        """Offer one more edition, and choose it."""
        self._editions = [edition, *(one for one in self._editions if one != edition)]
        self._shown = 0
        self._fill()
        self.changed.emit()

    def _fill(self) -> None:
        self._since.clear()
        for edition in self._editions:
            self._since.addItem(self._name(edition))
        self._since.addItem(self.tr("From a file…"), _FILE)
        self._since.setCurrentIndex(self._shown)
        self._since.setPlaceholderText(self.tr("Choose an edition"))

    def _choose_edition(self, row: int) -> None:
        if self._since.itemData(row) == _FILE:
            self._since.setCurrentIndex(self._shown)
            self.file_wanted.emit()
        elif row != self._shown:
            self._shown = row
            self.changed.emit()

    def _name(self, edition: Dossier) -> str:
        words = self.tr("Edition %1").replace("%1", str(edition.edition))
        return f"{words}, {date_in_words(edition.issued, self._language)}" if edition.issued else words
