"""The scroll bar of a tree that holds a part of its rows: it stands for all topics, the tree's own for that part."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QApplication

from fmm_desktop.ui.flat import FlatScrollBar
from fmm_desktop.ui.tree.view import TreeView


class WholeBar(FlatScrollBar):
    """Lies on the bar of a tree, as long as the tree holds a part of its rows."""

    def __init__(self, tree: TreeView) -> None:
        super().__init__(Qt.Orientation.Vertical, tree)
        self._tree = tree
        self._following = False
        self.setObjectName("wholeBar")
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.hide()
        self.valueChanged.connect(self._go)
        tree.moved.connect(self.follow)
        tree.installEventFilter(self)

    def follow(self) -> None:
        """Be there and show where the tree is; or not be there, when the tree holds all."""
        shown = self._tree.rows.shown
        whole = self._tree.rows.is_whole
        if self.isHidden() != whole:
            self.setVisible(not whole)
            # Its own bar stays below this one: a bar that lies on the rows would have all of them painted at each step.
            policy = Qt.ScrollBarPolicy.ScrollBarAsNeeded if whole else Qt.ScrollBarPolicy.ScrollBarAlwaysOn
            self._tree.setVerticalScrollBarPolicy(policy)
        if not whole and not self.isSliderDown():
            page = max(1, self._tree.verticalScrollBar().pageStep())
            self._following = True
            self.setPageStep(page)
            self.setRange(0, max(1, shown.length - page))
            self.setValue(shown.rank(self._tree.top))
            self._following = False

    def _go(self, rank: int) -> None:
        """Go where the reader moved the bar."""
        if self._following:
            return
        shown = self._tree.rows.shown
        row = shown.last() if rank >= self.maximum() else shown.at_rank(rank) if rank else shown.first()
        if row is not None:
            self._tree.show_from(row)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Keep to the edge of the tree."""
        if event.type() is QEvent.Type.Resize:
            width = self.sizeHint().width()
            right_to_left = QApplication.isRightToLeft()
            left = 0 if right_to_left else self._tree.width() - width
            self.setGeometry(left, 0, width, self._tree.height())
        return False
