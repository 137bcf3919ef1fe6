"""Turning the dossier by wish: by the menu, and from an actor or a term in the text to all there is on it."""

from collections.abc import Iterator

from PySide6.QtCore import QObject, QPoint, Qt
from PySide6.QtWidgets import QMenu, QToolTip

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
        self._left: tuple[Location, View] | None = None  # where everything was asked for, and how the tree was
        window.navigator.arrived.connect(self._come_back)
        window.tree.offer_views(actions[f"by_{view}"] for view in _VIEWS)
        for view in _VIEWS:
            actions[f"by_{view}"].triggered.connect(lambda _checked=False, view=view: self._choose(view))

    def _choose(self, view: View) -> None:
        self._left = None  # the reader wants this one, wherever they go
        self._window.tree.arrange(view)

    def follow_link(self) -> None:
        """Show all there is on the actor or the term whose link the mouse or the keyboard is on.

        Elsewhere there is a menu of those that the current passage names, or the whole topic.
        """
        there = self._window.page.linked
        if there is not None:
            self.show_everything(there)
        elif named := sorted(self._named(), key=lambda one: one[0].casefold()):
            self._offer(named)
        else:
            self._window.statusBar().showMessage(self.tr("No actor or term is named here."))

    def _named(self) -> Iterator[tuple[str, Location]]:
        from fmm_desktop.search.naming import Naming  # noqa: PLC0415 - what waits for a wish costs nothing before it
        from fmm_desktop.search.turning import title_of  # noqa: PLC0415

        dossier, topic = self._window.navigator.dossier, self._window.navigator.topic
        if dossier is None or topic is None:
            return
        naming = Naming(dossier)
        passage = next((one for one in topic.passages if one.id == self._window.page.passage), None)
        actors = naming.actors_in(passage) if passage else naming.actors_of(topic)
        terms = naming.terms_in(passage) if passage else naming.terms_of(topic)
        yield from ((title_of("actor", one, dossier), Location("actor", one)) for one in actors)
        yield from ((title_of("term", one, dossier), Location("term", one)) for one in terms)

    def _offer(self, named: list[tuple[str, Location]]) -> None:
        menu = QMenu(self._window)
        menu.setObjectName("everythingMenu")
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addSection(self.tr("Everything on"))
        for title, there in named:
            action = menu.addAction(title.replace("&", "&&"))
            action.triggered.connect(lambda _checked=False, there=there: self.show_everything(there))
        menu.setActiveAction(menu.actions()[1])
        page = self._window.page.viewport()
        menu.popup(page.mapToGlobal(QPoint(page.width() // 3, page.height() // 4)))

    def show_everything(self, there: Location) -> None:
        """Turn the dossier by actor or by term, and open the page of one."""
        if there.turned_by is not None:
            self._left = self._window.navigator.location, self._window.tree.view
            self._arrange(there.turned_by)
            self._window.navigator.go(there)
            self._window.statusBar().clearMessage()  # what the link was
            QToolTip.hideText()  # the same

    def _come_back(self, location: Location) -> None:
        """Arrange the tree as it was when the reader goes back to where they asked for everything."""
        if self._left is not None and self._window.navigator.returning and location == self._left[0]:
            self._arrange(self._left[1])
            self._left = None

    def _arrange(self, view: View) -> None:
        self._actions[f"by_{view}"].setChecked(True)
        self._window.tree.arrange(view)
