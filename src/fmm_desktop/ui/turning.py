"""Turning the dossier by wish: by the menu, and from an actor or a term in the text to all there is on it."""

from PySide6.QtCore import QObject

from fmm_desktop.ui.actions import Actions
from fmm_desktop.ui.location import Location, View
from fmm_desktop.ui.main_window import MainWindow

_VIEWS: tuple[View, ...] = ("session", "actor", "tag", "kind", "term")


class Turner(QObject):
    """Arranges the topics of a window in another way."""

    def __init__(self, window: MainWindow, actions: Actions) -> None:
        super().__init__(window)
        self._window = window
        self._actions = actions
        window.tree.offer_views(actions[f"by_{view}"] for view in _VIEWS)
        for view in _VIEWS:
            actions[f"by_{view}"].triggered.connect(lambda _checked=False, view=view: window.tree.arrange(view))

    def follow_link(self) -> None:
        """Show all there is on the actor or the term whose link the mouse or the keyboard is on."""
        there = self._window.page.linked
        if there is not None:
            self.show_everything(there)
        else:
            words = self.tr("First go to an actor or a term in the text, with Tab or with the mouse.")
            self._window.statusBar().showMessage(words)

    def show_everything(self, there: Location) -> None:
        """Turn the dossier by actor or by term, and open the page of one."""
        if there.turned_by is not None:
            self._actions[f"by_{there.turned_by}"].setChecked(True)
            self._window.tree.arrange(there.turned_by)
            self._window.navigator.go(there)
            self._window.statusBar().clearMessage()  # what the link was
