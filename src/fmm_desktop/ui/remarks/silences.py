"""What the reader silenced in files, the last at the end; undoing takes it back while the reader is in the pane."""

from collections import deque
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication, QMenuBar, QWidget

TYPE_CHECKING = False
if TYPE_CHECKING:
    from fmm_desktop.ui.remarks.writing import Written

_KEPT = 50  # each has its file twice


class Silences(QObject):
    """Knows whether the reader is in the pane, and what there is to take back in the file that is open."""

    changed = Signal()  # what would be undone
    wanted = Signal(object)  # Written, to be taken back

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._done: deque[Written] = deque(maxlen=_KEPT)
        self._path: Path | None = None
        self._pane: QWidget | None = None
        self.is_here = False
        self.is_busy = False  # a file is being written: what would be undone is not known yet

    def watch(self, pane: QWidget) -> None:
        """Follow whether the reader is in this pane."""
        self._pane = pane
        QApplication.instance().focusChanged.connect(self._follow)  # type: ignore[union-attr]

    def _follow(self, _before: QWidget | None, now: QWidget | None) -> None:
        if now is None or isinstance(now, QMenuBar) or self._pane is None:
            return  # the menu is about where the reader came from, and so is a window that is back
        around: QWidget | None = now
        while around is not None and around is not self._pane:  # the pane is not asked: it may be gone by now
            around = around.parentWidget()
        is_here = around is not None
        if is_here is not self.is_here:
            self.is_here = is_here
            self.changed.emit()

    def enter(self, path: Path | None) -> None:
        """Another file is open, or the same one was read again."""
        self._path = path
        self.changed.emit()

    def note(self, written: "Written") -> None:
        """A remark was silenced."""
        self._done.append(written)
        self.changed.emit()

    def forget(self, written: "Written") -> None:
        """A remark is silenced no more, or somebody else changed its file."""
        if written in self._done:
            self._done.remove(written)
        self.changed.emit()

    @property
    def _last(self) -> "Written | None":
        return next((one for one in reversed(self._done) if one.path == self._path), None)

    @property
    def step_back(self) -> str:
        """What would be undone, "" for nothing."""
        return self.tr("remark silenced") if self._last is not None else ""

    def undo(self) -> None:
        """Take back what was silenced last in the file that is open."""
        if not self.is_busy and (last := self._last) is not None:
            self.wanted.emit(last)
