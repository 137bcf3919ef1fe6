"""The menu of what was opened last."""

import os
from pathlib import Path

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QMenu, QWidget

from fmm_desktop.ui.recent import MOST, Recent

_LONGEST = 420  # pixels of an entry


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
        for name in self._recent[:MOST]:
            action = self.addAction(entry(name, self))
            action.triggered.connect(lambda _checked=False, path=Path(name): self.chosen.emit(path))
        self.addSeparator()
        self.addAction(self.tr("&Clear this list")).triggered.connect(lambda _checked=False: self.cleared.emit())

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Follow the language of the interface."""
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)


def entry(remembered: str, menu: QMenu) -> str:
    """Return how a path of `Recent` stands in a menu: its name, and the folder that it is in."""
    path = Path(remembered)
    name = path.name + os.sep * remembered.endswith(os.sep) if path.name else str(path)
    words = " ".join(f"{name} – {path.parent}".split())
    shown = menu.fontMetrics().elidedText(words, Qt.TextElideMode.ElideMiddle, _LONGEST)
    return shown.replace("&", "&&")
