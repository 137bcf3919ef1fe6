"""The lines of the form for what every kind of sheet has: paper, size of text, copies, marking."""

from typing import cast

from msgspec.structs import replace
from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QFormLayout, QLineEdit, QSpinBox, QWidget

from fmm_desktop.sheets.order import Order, Paper, TextSize
from fmm_desktop.ui.sheets.remembered import COPIES


class PaperFields(QObject):
    """Holds the part of an order that says what it is printed on."""

    changed = Signal()

    def __init__(self, form: QFormLayout, marking: str, parent: QWidget) -> None:
        """`marking` is that of the dossier."""
        super().__init__(parent)
        self._paper = QComboBox(parent)  # this and the others in the order in which Tab goes through them
        self._paper.addItem("A4", "a4")
        self._paper.addItem("A5", "a5")
        self._two_sided = QCheckBox(self.tr("Two-si&ded"), parent)
        self._two_sided.setToolTip(self.tr("Wider margins at the spine"))
        self._size = QComboBox(parent)
        for size, words in (
            ("small", self.tr("Small")),
            ("normal", self.tr("Normal")),
            ("large", self.tr("Large")),
        ):
            self._size.addItem(words, size)
        self._copies = QSpinBox(parent)
        self._copies.setRange(*COPIES)
        self._copies.setSpecialValueText(self.tr("Not numbered"))
        self._copies.setToolTip(self.tr("Each copy says on each page which one it is"))
        self._paper.setObjectName("paperBox")
        self._two_sided.setObjectName("twoSided")
        self._copies.setObjectName("copiesBox")
        self._marking = QLineEdit(parent)
        self._marking.setObjectName("markingEdit")
        self._marking.setPlaceholderText(marking or self.tr("As in the dossier"))
        form.addRow(self.tr("P&aper"), self._paper)
        form.addRow(self._two_sided)
        form.addRow(self.tr("Te&xt"), self._size)
        form.addRow(self.tr("Num&bered copies"), self._copies)
        form.addRow(self.tr("&Marking"), self._marking)
        self._paper.currentIndexChanged.connect(self.changed)
        self._size.currentIndexChanged.connect(self.changed)
        self._two_sided.toggled.connect(self.changed)
        self._copies.valueChanged.connect(self.changed)
        self._marking.textChanged.connect(self.changed)

    def show(self, order: Order) -> None:
        """Show what an order says of it; the marking stays, as it is about what is printed."""
        self._paper.setCurrentIndex(self._paper.findData(order.paper))
        self._size.setCurrentIndex(self._size.findData(order.size))
        self._two_sided.setChecked(order.two_sided)
        self._copies.setValue(order.copies)

    @property
    def last(self) -> QWidget:
        """The last of the lines."""
        return self._marking

    def mark(self, marking: str) -> None:
        """Show a marking."""
        self._marking.setText(marking)

    def put_in(self, order: Order) -> Order:
        """Return an order with what is chosen here."""
        return replace(
            order,
            paper=cast("Paper", self._paper.currentData()),
            size=cast("TextSize", self._size.currentData()),
            two_sided=self._two_sided.isChecked(),
            copies=self._copies.value(),
            marking=self._marking.text().strip(),
        )
