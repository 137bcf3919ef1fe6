"""The tree as the reader meets it: headings unfolded or as they were left, the page that is open selected.

Of a large dossier the model holds the rows around those in view; this view asks it for others as the reader scrolls.
"""

from collections.abc import Mapping

from PySide6.QtCore import QModelIndex, QPoint, QTimer, Signal
from PySide6.QtWidgets import QTreeView, QWidget

from fmm_desktop.ui.ground import lay_ground
from fmm_desktop.ui.location import Location
from fmm_desktop.ui.tree.model import DossierModel, RowText, location_of
from fmm_desktop.ui.tree.outline import BEFORE_ALL, Outline, Row, Shown

TYPE_CHECKING = False
if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent, QResizeEvent

    from fmm_desktop.search.finder import Hits


class TreeView(QTreeView):
    """Shows the rows of an outline. `chosen` tells the page that the reader goes to."""

    chosen = Signal(object)  # Location
    moved = Signal()  # other rows are in view than before

    def __init__(self, row_text: RowText, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows = DossierModel(row_text, self)
        self._location = Location()
        self._at: Row | None = None  # the row of that page, shown or not; a topic may have others
        self._ahead: Row | None = None  # the row that the reader is about to go to
        self._left_folded: dict[str, set[int]] = {}  # without a filter, for each way to arrange the topics
        self._arranging = False
        self._sliding = False
        self._lacks_rows = False  # a heading was unfolded and the next one stands below the first of its topics
        self.setObjectName("dossierTree")
        lay_ground(self)
        self.setModel(self.rows)
        self.setHeaderHidden(True)
        self.setFrameStyle(0)
        self.setUniformRowHeights(True)
        self.setIndentation(14)
        self.rows.modelReset.connect(self._unfold)
        self.rows.rowsInserted.connect(lambda parent: None if parent.isValid() else self._unfold())
        self.selectionModel().currentChanged.connect(self._choose)
        self.expanded.connect(lambda index: self._remember_folded(index, folded=False))
        self.collapsed.connect(lambda index: self._remember_folded(index, folded=True))

    def enter(self, outline: Outline, note_counts: Mapping[str, int]) -> None:
        """Show another dossier, with no page selected."""
        self._left_folded = {}
        self._location, self._at, self._ahead = Location(), None, None
        self.rows.show(Shown(outline, None, self._folded(outline, None)), note_counts)
        self.moved.emit()

    def turn(self, outline: Outline, hits: "Hits | None", note_counts: Mapping[str, int]) -> None:
        """Show the same dossier arranged in another way, with the same page selected."""
        self._at = self._ahead = None
        self._show(outline, hits, note_counts)

    def narrow(self, hits: "Hits | None", note_counts: Mapping[str, int]) -> None:
        """Show what was found, all of it unfolded; None shows everything, folded as it was left."""
        self._show(self.rows.shown.outline, hits, note_counts)

    def _show(self, outline: Outline, hits: "Hits | None", note_counts: Mapping[str, int]) -> None:
        at = self._row_in(outline)
        self._measure_page()
        self.rows.show(Shown(outline, hits, self._folded(outline, hits)), note_counts, at)
        self.select(self._location)
        self.moved.emit()

    def _folded(self, outline: Outline, hits: "Hits | None") -> set[int]:
        return set[int]() if hits is not None else self._left_folded.setdefault(outline.view, set())

    def select(self, location: Location) -> None:
        """Select the row of a page, without choosing it anew; the top of the tree when it has no such row.

        A topic is selected under the heading that the reader is at, if it stands there.
        """
        self._location = location
        self._at = self._row_in(self.rows.shown.outline)
        self._ahead = None
        index = self.rows.index_at(self._at)
        self.setCurrentIndex(index)
        if index.isValid():
            self._show_with_heading(index)
        else:
            self.clearSelection()

    def _show_with_heading(self, index: QModelIndex) -> None:
        """Bring a row into view, the first topic under a heading together with that."""
        above = index.parent()
        if above.isValid() and index.row() == 0:
            self.scrollTo(above)
        self.scrollTo(index)

    def _row_in(self, outline: Outline) -> Row | None:
        """Return the row of the page that is open."""
        if self._ahead is not None and location_of(outline.item(self._ahead)) == self._location:
            return self._ahead
        return outline.row_of(self._location, self._at[0] if self._at else -1)

    @property
    def shows_current(self) -> bool:
        """Whether the page that is open has a row, held or not."""
        return self._at in self.rows.shown

    @property
    def place(self) -> tuple[int, int]:
        """Which row of a topic the page that is open has, from 1, 0 for none; and how many there are."""
        shown = self.rows.shown
        is_topic = self._at is not None and self._at[1] >= 0 and self._at in shown
        return shown.rank(self._at) + 1 if self._at is not None and is_topic else 0, shown.length

    def beside(self, step: int) -> Location | None:
        """Return the topic `step` on from the page that is open, see `Shown.topic_beside`."""
        return self._towards(self.rows.shown.topic_beside(self._at, step))

    def round(self, step: int) -> Location | None:
        """Return the topic `step` on (1 or -1), after the last one the first; None when none is shown."""
        shown = self.rows.shown
        beside = shown.topic_beside(self._at, step) if self._at in shown else None
        return self._towards(beside or shown.end(step))

    def _towards(self, row: Row | None) -> Location | None:
        """Return the page of a row, which will be selected if the reader goes there next.

        It is selected now when that page is open: the same topic under another heading, where nobody has to go.
        """
        self._ahead = row
        there = location_of(self.rows.shown.outline.item(row)) if row else None
        if there == self._location:
            self.select(there)
        return there

    def show_from(self, row: Row) -> None:
        """Bring a row to the top, as near as there are rows below it; what is selected stays so."""
        self.rows.show_around(row)
        index = self.rows.index_at(row)
        if self.rows.holds(self._at):
            self.setAutoScroll(False)  # to what becomes the current row
            self.setCurrentIndex(self.rows.index_at(self._at))
            self.setAutoScroll(True)
        self.scrollTo(index, self.ScrollHint.PositionAtTop)
        self.moved.emit()

    @property
    def top(self) -> Row:
        """The first row in view."""
        node = self.rows.node(self.indexAt(QPoint(0, 0)))
        return node.at if node else BEFORE_ALL

    # -- folding ---------------------------------------------------------------------------------------------------

    def _unfold(self) -> None:
        """Unfold the headings that are held, but for those that the reader folded."""
        self._arranging = True
        for place, index in self.rows.headings():
            if place not in self.rows.shown.folded:
                self.expand(index)
        self._arranging = False

    def _remember_folded(self, index: QModelIndex, *, folded: bool) -> None:
        node = self.rows.node(index)
        if node is not None and not self._arranging:
            self.rows.shown.fold(node.at[0], folded=folded)
            self._lacks_rows = self._lacks_rows or not (folded or self.rows.holds_all_below(index))
            self._slide_soon()

    def _choose(self, current: QModelIndex, _previous: QModelIndex) -> None:
        node = self.rows.node(current)
        if node is not None:
            self._at = node.at
            if node.location != self._location:
                self._location = node.location
                self.chosen.emit(node.location)

    # -- rows that are not held ------------------------------------------------------------------------------------

    def doItemsLayout(self) -> None:  # noqa: N802 - Qt's name
        """Lay out the rows that are held; Qt would fetch more at each turn."""
        self.rows.is_laid_out = True
        super().doItemsLayout()
        self.rows.is_laid_out = False

    def scrollContentsBy(self, dx: int, dy: int) -> None:  # noqa: N802 - Qt's name
        """Go on to the rows beyond."""
        super().scrollContentsBy(dx, dy)
        self._slide_soon()
        self.moved.emit()

    def resizeEvent(self, event: "QResizeEvent") -> None:  # noqa: N802 - Qt's name
        """Have rows for all the room there is."""
        super().resizeEvent(event)
        self._slide_soon()

    def _slide_soon(self) -> None:
        """Hold other rows if need be, once Qt is done with what moved them."""
        if not self._sliding and (self._lacks_rows or not self.rows.is_whole):
            self._sliding = True
            QTimer.singleShot(0, self, self._slide)

    def _measure_page(self) -> None:
        """Tell the model how many rows there is room for; as long as there is none, it takes many."""
        first = self.rows.index(0, 0)
        if first.isValid():
            self.rows.page = self.viewport().height() // max(1, self.sizeHintForIndex(first).height()) + 2

    def keyPressEvent(self, event: "QKeyEvent") -> None:  # noqa: N802 - Qt's name
        """Go from the page that is open, in or out of view, and over all rows, held or not."""
        if not self.rows.is_whole:
            from fmm_desktop.ui.tree.keys import leads_to_end  # noqa: PLC0415 - not needed by the first page

            if end := leads_to_end(event):
                self._go_to_end(end)
                return
            if not self.currentIndex().isValid():
                self.select(self._location)
            self._slide()
        super().keyPressEvent(event)

    def _go_to_end(self, step: int) -> None:
        row = self.rows.shown.first() if step < 0 else self.rows.shown.last()
        if row is not None:
            index = self.rows.index_at(row)
            self.setCurrentIndex(index)
            self.scrollTo(index)

    def _slide(self) -> None:
        """Hold other rows when less than a page of them is left above or below those in view."""
        self._sliding = False
        self._measure_page()
        bar = self.verticalScrollBar()
        page = bar.pageStep() + 1
        near_top = bar.value() < page and self.rows.lacks_above
        near_end = bar.maximum() - bar.value() < page and self.rows.lacks_below
        if near_top or near_end or self._lacks_rows:
            self._lacks_rows = False
            top = self.top
            if top in self.rows.shown:
                self.show_from(top)
