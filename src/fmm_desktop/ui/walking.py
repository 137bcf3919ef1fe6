"""Going on from where the reader is: to the next topic of those shown, to the next hit of all of them."""

from PySide6.QtCore import QObject

from fmm_desktop.ui.main_window import MainWindow


class Walker(QObject):
    """Goes from topic to topic, and from hit to hit across topics, and says where that led. A step is 1 or -1."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._navigator, self._tree, self._page = window.navigator, window.tree, window.page
        self._status = window.statusBar()
        self._page.hit_shown.connect(self._tell_hit)

    def go_to_topic(self, step: int) -> None:
        """Go to the next topic shown in the tree; stay at the ends."""
        there = self._tree.neighbour(step)
        if there is not None:
            self._navigator.go(there)

    def go_to_hit(self, step: int) -> None:
        """Go to the next hit on the page, and after the last one to the first of the next topic that was found."""
        if self._tree.shows_current and self._page.step_hit(step):
            return
        there = self._tree.round(step)
        if there is not None:
            self._navigator.go(there)
            self._page.go_to_hit(step)

    def _tell_hit(self, hit: int, hits: int) -> None:
        """Say which hit of the page is shown, and how far in the tree that page is."""
        if not hit:
            self._status.clearMessage()
            return
        words = self.tr("Hit %1 of %2 on this page").replace("%1", str(hit)).replace("%2", str(hits))
        place, rows = self._tree.place
        if place and rows > 1:
            there = self.tr("topic %1 of %2 in the tree").replace("%1", f"{place}").replace("%2", f"{rows}")
            words = f"{words} · {there}"
        self._status.showMessage(words)
