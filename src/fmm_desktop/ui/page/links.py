"""What the links of a page say when the mouse or the keyboard is on them, and the menu of the page."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QPoint, Qt
from PySide6.QtGui import QAction, QContextMenuEvent, QKeySequence
from PySide6.QtWidgets import QMenu, QTextBrowser

from fmm_desktop.dossier.text import Link
from fmm_desktop.ui.location import Location
from fmm_desktop.ui.page.tips import show_tip

Explain = Callable[[Link], str]
"""Says in a line or two what a term or an actor is; empty for what the dossier does not explain."""


class Links(QObject):
    """Knows the link that the mouse or the keyboard is on, and explains it."""

    def __init__(
        self,
        page: QTextBrowser,
        explain: Explain,
        everything: Callable[[Location], None],
        begin_note: Callable[[], None],
    ) -> None:
        super().__init__(page)
        self._begin_note = begin_note
        self._page = page
        self._explain = explain
        self._everything = everything
        self._under_mouse = ""
        page.highlighted.connect(lambda url: self._rest_on(url.toString()))
        page.viewport().installEventFilter(self)

    @property
    def location(self) -> Location | None:
        """The page of all on the actor or the term whose link is under the mouse, or else has the focus."""
        return _location(self._under_mouse) or _location(self.focused)

    @property
    def focused(self) -> str:
        """The address of the link that the keyboard is on; empty when it is on none."""
        return self._page.textCursor().charFormat().anchorHref()

    def words(self, address: str) -> str:
        """Return what there is to say of a link."""
        there = _location(address)
        if there is None:
            return ""
        explained = self._explain(Link("term" if there.page == "term" else "actor", there.id))
        return "\n".join(filter(None, (explained, self.tr("F4 shows everything on this"))))

    def tell_focused(self) -> str:
        """Explain the link that the keyboard is on, beside it; return its address."""
        below = self._page.cursorRect().bottomLeft()
        show_tip(self._page.viewport().mapToGlobal(below), self.words(self.focused), self._page)
        return self.focused

    def show_tip(self, at: QPoint) -> None:
        """Explain what the mouse rests on at a point of the screen."""
        where = self._page.viewport().mapFromGlobal(at)
        address = self._page.anchorAt(where)
        mark = "" if address else self._page.cursorForPosition(where).charFormat().toolTip()
        show_tip(at, self.words(address) or mark, self._page)

    def show_menu(self, event: QContextMenuEvent) -> None:
        """Show what can be done at a place of the page."""
        by_keyboard = event.reason() is QContextMenuEvent.Reason.Keyboard
        there = _location(self.focused if by_keyboard else self._page.anchorAt(event.pos()))
        menu = QMenu(self._page)
        menu.setObjectName("pageMenu")
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        if there is not None:
            words = self.tr("Everything on %1").replace("%1", self._title(there).replace("&", "&&"))
            action = _add(menu, words, "F4", lambda: self._everything(there))
            action.setObjectName("everythingHere")
            menu.addSeparator()
        if self._page.textCursor().hasSelection():
            _add(menu, self.tr("New note on these words"), "Ctrl+N", self._begin_note).setObjectName("noteOnWords")
            menu.addSeparator()
        copy = _add(menu, self.tr("Copy"), "Ctrl+C", self._page.copy)
        copy.setEnabled(self._page.textCursor().hasSelection())
        _add(menu, self.tr("Select all"), "Ctrl+A", self._page.selectAll)
        cursor = self._page.viewport().mapToGlobal(self._page.cursorRect().bottomLeft())
        menu.popup(cursor if by_keyboard else event.globalPos())

    def _title(self, there: Location) -> str:
        explained = self._explain(Link("term" if there.page == "term" else "actor", there.id))
        return explained.partition("\n")[0].partition(" – ")[0] or there.id

    def _rest_on(self, address: str) -> None:
        self._under_mouse = address

    def forget(self) -> None:
        """Be on no link: the page is another one."""
        self._under_mouse = ""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Be on no link once the mouse has left the page."""
        if event.type() is QEvent.Type.Leave:
            self.forget()
        return super().eventFilter(watched, event)


def _location(address: str) -> Location | None:
    target, _, identifier = address.partition(":")
    match target:
        case "actor" | "term":
            return Location(target, identifier)
        case _:
            return None


def _add(menu: QMenu, words: str, keys: str, do: Callable[[], None]) -> QAction:
    action = menu.addAction(words)
    action.setShortcut(QKeySequence(keys))  # to be read beside the words; the window's own action answers the keys
    action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
    action.triggered.connect(lambda _checked=False: do())
    return action
