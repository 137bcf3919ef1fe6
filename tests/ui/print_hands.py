"""The hands of a reader in the print window."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QComboBox, QLabel, QPushButton, QTreeView

from fmm_desktop.ui.sheets.window import PrintWindow

from .conftest import Reader


def begin(reader: Reader) -> PrintWindow:
    """Open the print window, and return it as it is at once."""
    reader.do("preview")
    (window,) = reader.window.findChildren(PrintWindow)
    return window


def opened(reader: Reader) -> PrintWindow:
    """Open the print window, and return it with its pages and all that can be chosen."""
    return opened_later(reader, begin(reader))


def opened_later(reader: Reader, window: PrintWindow) -> PrintWindow:
    """Return the print window when all that can be chosen is there."""
    reader.bot.waitUntil(lambda: any(one.isVisible() for one in window.findChildren(QTreeView)), timeout=30_000)
    return window


def closed(reader: Reader, window: PrintWindow) -> None:
    """Close the print window."""
    window.close()
    reader.bot.waitUntil(lambda: not reader.window.findChildren(PrintWindow))


def settled(reader: Reader, window: PrintWindow) -> str:
    """Wait for the pages of the newest choice, or for why there are none; return the words on all pages."""
    reader.bot.waitUntil(lambda: not window._waiting, timeout=30_000)
    return words_in(window) if window.pages else ""


def words_in(window: PrintWindow) -> str:
    """Return the words on all pages that are shown."""
    assert window.pages is not None
    return " ".join(page.get_textpage().get_text_range() for page in window.pages._document)


def said(window: PrintWindow) -> str:
    """Return what is said above the pages."""
    return " ".join(label.text() for label in (window._count, window._trouble)).strip()


def button(window: PrintWindow, words: str) -> QPushButton:
    """Return the button with these words."""
    (found,) = [one for one in window.findChildren(QPushButton) if one.text() == words]
    return found


def pick(window: PrintWindow, what: str) -> None:
    """Choose from the menu that ticks many topics at once."""
    (action,) = window.findChildren(QAction, f"tick_{what}")
    assert action.isEnabled(), what
    action.trigger()


def ticks(window: PrintWindow) -> str:
    """Return the rows of the tree: `+ 1.1`, `- 1.2`, and `~ 1` for a session that is ticked in part."""
    tree = window.findChild(QTreeView, "tickTree")
    rows, index = [], tree.model().index(0, 0)
    while index.isValid():
        state = Qt.CheckState(index.data(Qt.ItemDataRole.CheckStateRole))
        sign = {Qt.CheckState.Checked: "+", Qt.CheckState.Unchecked: "-"}.get(state, "~")
        rows.append(sign + index.data().split("\u2002")[0])
        index = tree.indexBelow(index)
    return " ".join(rows)


def choose(window: PrintWindow, value: str) -> None:
    """Choose a value in the box that offers it."""
    boxes = [box for box in window.findChildren(QComboBox) if box.findData(value) >= 0 and box.isVisible()]
    (box,) = boxes
    box.setCurrentIndex(box.findData(value))


def labels(window: PrintWindow) -> set[str]:
    """Return the words of the lines that are there to be filled in."""
    return {
        label.text().replace("&", "") for label in window.findChildren(QLabel) if label.isVisible() and label.buddy()
    }
