"""What the filter line could go on with: shown beside the number of hits, taken by Tab or by a click."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QLabel, QWidget

from fmm_desktop.search.suggesting import Suggestion


class SuggestionLabel(QLabel):
    """Shows the likeliest suggestion; the others stand in its tooltip."""

    taken = Signal(str)  # the whole line

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("suggestion")
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self._suggestions: tuple[Suggestion, ...] = ()

    def offer(self, suggestions: tuple[Suggestion, ...]) -> None:
        """Show other suggestions; none shows nothing."""
        self._suggestions = suggestions
        self.setToolTip("\n".join(one.words for one in suggestions))
        self.setVisible(bool(suggestions))
        self._show_first()

    def take(self) -> bool:
        """Take what is shown; return whether there was anything."""
        if not self._suggestions:
            return False
        self.taken.emit(self._suggestions[0].line)
        return True

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """Take it by a click."""
        event.accept()
        self.take()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Cut what does not fit."""
        super().resizeEvent(event)
        self._show_first()

    def _show_first(self) -> None:
        words = f"⇥ {self._suggestions[0].words}" if self._suggestions else ""
        self.setText(self.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, max(self.width(), 80)))
        self.setAccessibleName(self.tr("Tab completes: %1").replace("%1", words.removeprefix("⇥ ")))
