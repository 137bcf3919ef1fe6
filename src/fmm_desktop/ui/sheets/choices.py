"""All that the reader can choose, beside the pages: the kind of sheet, the topics, and what that kind has to choose."""

from collections.abc import Iterable

from msgspec.structs import replace
from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QFormLayout,
    QFrame,
    QLabel,
    QScrollArea,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from fmm_desktop.dossier.model import Dossier
from fmm_desktop.errors import Language
from fmm_desktop.sheets.kinds import SheetKind
from fmm_desktop.sheets.order import NoteChoice, Order, Where
from fmm_desktop.sheets.vocabulary import sheet_kind_label
from fmm_desktop.ui.sheets.boxes import outline
from fmm_desktop.ui.sheets.choice import Stock
from fmm_desktop.ui.sheets.kind_fields import KindFields
from fmm_desktop.ui.sheets.note_fields import NoteFields
from fmm_desktop.ui.sheets.paper_fields import PaperFields
from fmm_desktop.ui.sheets.remembered import Habits
from fmm_desktop.ui.sheets.tick_list import TickList


class Choices(QWidget):
    """Holds an order. Each kind of sheet comes back as it was ordered last; the ticks are the same for all."""

    changed = Signal()
    file_wanted = Signal()  # the edition before is in a file

    def __init__(self, stock: Stock, order: Order, habits: Habits, language: Language, parent: QWidget) -> None:
        super().__init__(parent)
        self.habits = habits
        self._stock = stock
        self._is_showing = True
        self._is_shared = False  # by the reader, between the topics and the fields
        self._kind = QComboBox(self)
        self._kind.setObjectName("kindBox")
        for kind in SheetKind:
            self._kind.addItem(sheet_kind_label(kind, language), kind)
        self.setFocusProxy(self._kind)
        fields = QWidget()
        self._form = _form(fields)
        self._ticks = TickList(stock, order.kind, language, self)
        self._own = KindFields(self._form, stock.dossier, language, fields)
        self._notes = NoteFields(self._form, language, fields)
        self._paper = PaperFields(self._form, stock.dossier.marking, fields)
        for box in fields.findChildren(QComboBox):
            box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        for check in fields.findChildren(QCheckBox):
            outline(check)
        self._lay_out(fields)
        _name_by_labels(self)
        self._own.show(replace(order, actor=order.actor or stock.likely_actor))
        self._paper.mark(order.marking)
        self._show(order)
        self._own.file_wanted.connect(self.file_wanted)
        self._kind.currentIndexChanged.connect(self._change_kind)
        for part in (self._ticks, self._own, self._notes, self._paper):
            part.changed.connect(self._tell)

    @property
    def kind(self) -> SheetKind:
        """The kind of sheet that is chosen."""
        return SheetKind(self._kind.currentData())

    @property
    def order(self) -> Order:
        """What is ordered."""
        order = self._asked()
        if order.kind is not SheetKind.ACTOR:
            order = replace(order, actor="")
        return order if self._notes.wanted else replace(order, notes=replace(order.notes, where=Where.NONE))

    @property
    def since(self) -> Dossier | None:
        """The edition before, for the change sheet."""
        return self._own.since if self.kind is SheetKind.CHANGES else None

    def offer_editions(self, editions: Iterable[Dossier]) -> None:
        """Offer editions before this one; tell when the change sheet waits for one."""
        awaited = self.kind is SheetKind.CHANGES and self.since is None
        self._own.offer(editions)
        if awaited:
            self.changed.emit()

    def add_edition(self, edition: Dossier) -> None:
        """Offer an edition that the reader found, and choose it."""
        self._own.add(edition)

    def remembered(self) -> Habits:
        """Return the habits of the reader, with what is ordered now."""
        asked, dossier = self._asked(), self._stock.dossier
        before = self.habits.own_of(dossier.id)
        own = replace(before, actor=asked.actor or before.actor, marking=asked.marking).with_ticks(self._ticks.chosen)
        return self.habits.with_order(asked, with_notes=self._notes.ticked).with_own(dossier.id, own)

    @property
    def last(self) -> QWidget:
        """The last field, behind which Tab leads on."""
        return self._paper.last

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Share the room anew."""
        super().resizeEvent(event)
        self._share()

    # -- inside ----------------------------------------------------------------------------------------------------

    def _lay_out(self, fields: QWidget) -> None:
        head = QWidget(self)
        line = _form(head)
        line.addRow(self.tr("&Kind"), self._kind)
        scroll = QScrollArea(self)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # it follows the lines in it
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setWidgetResizable(True)
        scroll.setWidget(fields)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._fields, self._parts = fields, QSplitter(Qt.Orientation.Vertical, self)
        self._parts.splitterMoved.connect(self._let_share)
        parts = self._parts
        parts.setChildrenCollapsible(False)
        parts.addWidget(self._ticks)
        parts.addWidget(scroll)
        parts.setStretchFactor(0, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(10, 8, 6, 8)
        layout.addWidget(head)
        layout.addWidget(parts, 1)

    def _share(self) -> None:
        """Give the fields the room that they need, no more than half, and the topics the rest."""
        if not self._is_shared:
            room = self._parts.height()
            needed = min(self._fields.sizeHint().height(), room // 2)
            self._parts.setSizes([room - needed, needed])

    def _let_share(self) -> None:
        self._is_shared = True

    def _asked(self) -> Order:
        notes: NoteChoice = self._notes.choice
        order = Order(kind=self.kind, topics=self._stock.ordered(self._ticks.ticked), notes=notes)
        return self._own.put_in(self._paper.put_in(order))

    def _change_kind(self) -> None:
        before = self.habits.with_order(replace(self._asked(), kind=self._shown), with_notes=self._notes.ticked)
        self.habits = before
        self._show(before.order(self.kind))
        self.changed.emit()

    def _show(self, order: Order) -> None:
        """Show an order of a kind without telling of each line."""
        self._is_showing, self._shown = True, order.kind
        self._kind.setCurrentIndex(self._kind.findData(order.kind))
        self._ticks.follow(order.kind)
        self._own.show(order)
        self._notes.show(order.kind, order.notes, wanted=self.habits.has_notes(order.kind))
        self._paper.show(order)
        self._is_showing = False
        self._share()

    def _tell(self) -> None:
        if not self._is_showing:
            self._share()  # notes have lines of their own
            self.changed.emit()


def _name_by_labels(parent: QWidget) -> None:
    """Name each field for a screen reader as its label does: not every one looks for that."""
    for label in parent.findChildren(QLabel):
        field = label.buddy()
        if field is not None and not field.accessibleName():
            field.setAccessibleName(label.text().replace("&", ""))


def _form(parent: QWidget) -> QFormLayout:
    form = QFormLayout(parent)
    form.setContentsMargins(0, 0, 0, 0)
    form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
    form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
    return form
