"""What was opened last: dossiers and folders, newest first, and the menu of them."""

import os
from pathlib import Path

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QMenu, QWidget

MOST = 10
_LONGEST = 420  # pixels of an entry

Recent = tuple[str, ...]
"""Paths, newest first."""


def name_of(path: Path | None) -> str:
    """Return a path as it is remembered; empty for none, and for one whose name is no text."""
    name = str(path or "")
    return "" if any("\ud800" <= letter <= "\udfff" for letter in name) else name


def with_first(recent: Recent, path: Path) -> Recent:
    """Return what was opened last after `path` was."""
    name = name_of(path)
    return (name, *without(recent, path))[:MOST] if name else recent


def without(recent: Recent, path: Path) -> Recent:
    """Return what was opened last but for `path`."""
    return tuple(one for one in recent if one != str(path))


class RecentMenu(QMenu):
    """Offers what was opened last; filled when it is opened."""

    chosen = Signal(object)  # Path
    cleared = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("recentMenu")
        self._recent: Recent = ()
        self.aboutToShow.connect(self._fill)
        self.retranslate()
        self.show_recent(())

    def show_recent(self, recent: Recent) -> None:
        """Offer other paths."""
        self._recent = recent
        self.menuAction().setEnabled(bool(recent))

    def retranslate(self) -> None:
        """Say everything in the language of the interface."""
        self.setTitle(self.tr("Open &recent"))

    def _fill(self) -> None:
        self.clear()
        for path in map(Path, self._recent[:MOST]):
            action = self.addAction(entry(path, self))
            action.triggered.connect(lambda _checked=False, path=path: self.chosen.emit(path))
        self.addSeparator()
        self.addAction(self.tr("&Clear this list")).triggered.connect(lambda _checked=False: self.cleared.emit())

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Follow the language of the interface."""
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)


def entry(path: Path, menu: QMenu) -> str:
    """Return how a path stands in a menu: its name, and the folder that it is in."""
    name = path.name + os.sep * path.is_dir() if path.name else str(path)
    words = " ".join(f"{name} – {path.parent}".split())
    shown = menu.fontMetrics().elidedText(words, Qt.TextElideMode.ElideMiddle, _LONGEST)
    return shown.replace("&", "&&")
