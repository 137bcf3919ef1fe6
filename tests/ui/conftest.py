"""The real window, driven by keys and clicks: real files, a real store, no screen."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QPoint, Qt
from PySide6.QtGui import QAction, QKeyEvent, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QLabel,
    QLineEdit,
    QListView,
    QPlainTextEdit,
    QTextBrowser,
    QTreeView,
    QWidget,
)
from pytestqt.qtbot import QtBot

from fmm_desktop import app
from fmm_desktop.ui import theme
from fmm_desktop.ui.location import Location
from fmm_desktop.ui.main_window import MainWindow
from fmm_desktop.ui.message_bar import MessageBar

from . import agenda


class Reader:
    """A window and the hands of who reads in it: finds the panes by the names that an outside client may rely on."""

    def __init__(self, window: MainWindow, bot: QtBot) -> None:
        self.window = window
        self.bot = bot
        self.language = window.controls._given.language
        self.filter = self.find(QLineEdit, "filterEdit")
        self.tree = self.find(QTreeView, "dossierTree")
        self.page = self.find(QTextBrowser, "topicView")
        self.list = self.find(QListView, "notesList")
        self.editor = self.find(QPlainTextEdit, "noteEditor")
        self.bar = self.find(MessageBar, "messageBar")

    def find(self, kind, name):
        """Return the one widget with this name."""
        (found,) = self.window.findChildren(kind, name)
        return found

    # -- what is there ---------------------------------------------------------------------------------------------

    @property
    def topic(self) -> str:
        """The path of the topic on the page, empty on another page."""
        location = self.window.navigator.location
        return location.id if location.page == "topic" else ""

    @property
    def text(self) -> str:
        """What the page says."""
        return self.page.toPlainText()

    @property
    def rows(self) -> list[str]:
        """The rows of the tree as a reader sees them, from top to bottom."""
        found = []
        index = self.tree.model().index(0, 0)
        while index.isValid():
            found.append(index.data())
            index = self.tree.indexBelow(index)
        return found

    @property
    def selected(self) -> str:
        """The row that is selected in the tree."""
        chosen = self.tree.selectionModel().selectedIndexes()
        return chosen[0].data() if chosen else ""

    @property
    def notes(self) -> list[str]:
        """The notes in the list."""
        model = self.list.model()
        return [model.index(row, 0).data() for row in range(model.rowCount())]

    @property
    def message(self) -> str:
        """What the bar above the page says, empty when it says nothing."""
        return self.bar.words if self.bar.isVisible() else ""

    @property
    def state(self) -> str:
        """What stands under the editor."""
        return self.find(QLabel, "noteState").text()

    @property
    def target(self) -> str:
        """What the note in the editor hangs on."""
        return self.find(QLabel, "noteTarget").text()

    def marked(self) -> list[str]:
        """Return the words that are marked on the page, a moment after the last key."""
        self.bot.waitUntil(lambda: not self.page._marking.isActive())
        return [one.cursor.selectedText() for one in self.page.extraSelections()]

    def action(self, name: str) -> QAction:
        """Return an action by its name."""
        return self.find(QAction, name)

    # -- what is done ----------------------------------------------------------------------------------------------

    def focus(self, pane: QWidget) -> None:
        """Go to a pane as by Tab."""
        self.window.activateWindow()
        pane.setFocus(Qt.FocusReason.TabFocusReason)
        self.bot.waitUntil(pane.hasFocus)

    def press(self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        """Press a key where the focus is."""
        QTest.keyClick(QApplication.focusWidget() or self.window, key, modifier)

    def type_filter(self, words: str) -> None:
        """Go to the filter line by its key and type."""
        self.press(Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
        type_text(self.filter, words)

    def go(self, path: str) -> None:
        """Click a topic in the tree."""
        self.go_to(Location("topic", path))

    def go_to(self, location: Location) -> None:
        """Click a row of the tree."""
        index = self.tree.model().index_of(location)
        self.tree.scrollTo(index)
        click(self.tree.viewport(), self.tree.visualRect(index).center())
        assert self.window.navigator.location == location

    def point_of(self, words: str) -> QPoint:
        """Return where words on the page are, in its viewport, after bringing them into view."""
        cursor = self.page.document().find(words)
        assert not cursor.isNull(), words
        first = QTextCursor(self.page.document())
        first.setPosition((cursor.selectionStart() + cursor.selectionEnd() + 1) // 2)
        self.page.setTextCursor(first)
        self.page.ensureCursorVisible()
        return self.page.cursorRect(first).center() - QPoint(2, 0)

    def click(self, words: str) -> None:
        """Click on words on the page."""
        click(self.page.viewport(), self.point_of(words))

    def write(self, words: str) -> None:
        """Type words at the end of the note in the editor, and wait until they are safe."""
        self.window.controls._notes.focus_editor()
        with self.bot.waitSignal(self.window.controls._keeper.saved):
            type_text(self.editor, words)

    def do(self, name: str) -> None:
        """Choose an action, as from its menu."""
        self.action(name).trigger()

    def speak(self, language: str) -> None:
        """Choose a language; Qt tells the widgets when it comes to it."""
        self.do(f"language_{language}")
        QApplication.processEvents()

    def close(self) -> None:
        """Close the window as by its cross."""
        assert self.window.close()
        self.window.deleteLater()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def click(widget: QWidget, where: QPoint) -> None:
    """Click with the left button at a place in a widget."""
    QTest.mouseClick(widget, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, where)


def type_text(widget: QWidget, words: str) -> None:
    """Type letter by letter, also those that no keyboard has a key for."""
    for letter in words:
        key = Qt.Key.Key_Return if letter == "\n" else Qt.Key.Key_unknown
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            QApplication.sendEvent(widget, QKeyEvent(kind, key, Qt.KeyboardModifier.NoModifier, letter))


Open = Callable[..., Reader]


@pytest.fixture
def state(tmp_path: Path) -> Path:
    """Where notes and the state of the window go."""
    return tmp_path / "state"


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """Write the small agenda."""
    return write(tmp_path / "agenda.yaml", agenda.TEXT)


def write(path: Path, text: str) -> Path:
    """Write a text and return its path."""
    path.write_text(text, encoding="utf-8")
    return path


@pytest.fixture
def open_window(qtbot: QtBot, state: Path) -> Iterator[Open]:
    """Open windows on `state` that are closed when the test ends; the looks of the application are put back."""
    font, palette = QApplication.font(), QApplication.palette()
    opened: list[Reader] = []

    def open_one(*arguments: object, folder: Path = state) -> Reader:
        window = app.build(["--data-dir", str(folder), *map(str, arguments)])
        reader = Reader(window, qtbot)
        opened.append(reader)
        with qtbot.waitExposed(window):
            window.show()
        window.activateWindow()
        qtbot.waitUntil(window.isActiveWindow)
        return reader

    yield open_one
    for reader in opened:
        _end(reader)
    theme.ask_for("system")
    QApplication.setPalette(palette)
    QApplication.setFont(font)


def _end(reader: Reader) -> None:
    from shiboken6 import isValid  # noqa: PLC0415 - nothing else needs it

    if isValid(reader.window):
        store = reader.window.controls._keeper._store
        if store.is_open:
            store._database.execute("PRAGMA max_page_count = 1000000")  # a test that filled the disk is over
            reader.window.controls._keeper.unsaved = tuple  # and nobody is there to be asked
        reader.close()
    for translator in reader.language._installed:
        QCoreApplication.removeTranslator(translator)


@pytest.fixture
def reader(open_window: Open, file: Path) -> Reader:
    """Return a window with the small agenda."""
    return open_window(file)
