"""Going on from where the reader is: to the next topic of those shown, to the next hit of all of them."""

from fmm_desktop.ui.main_window import MainWindow


class Walker:
    """Goes from topic to topic, and from hit to hit across topics. A step is 1 or -1."""

    def __init__(self, window: MainWindow) -> None:
        self._navigator, self._tree, self._page = window.navigator, window.tree, window.page

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
