"""What the filter line could go on with: shown beside the number of hits, taken by Tab or by a click."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QLabel, QWidget

from fmm_desktop.search.suggesting import Suggestion

_TAB = "⇥"
_SHARE = 60  # percent of the width of the pane at the most


class SuggestionLabel(QLabel):
    """Shows the likeliest suggestion; the others stand in its tooltip."""

    taken = Signal(str)  # the whole line

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("suggestion")
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setMinimumWidth(1)  # the pane may be narrower than the words
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

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Return the room for all the words, but not so much that none is left for what was found."""
        wanted = self.fontMetrics().horizontalAdvance(f"{self._words} ")
        parent = self.parentWidget()
        most = parent.width() * _SHARE // 100 if parent else wanted
        return QSize(min(wanted, most), super().sizeHint().height())

    @property
    def _words(self) -> str:
        return f"{_TAB} {self._suggestions[0].words}" if self._suggestions else ""

    def _show_first(self) -> None:
        width = max(self.width(), self.sizeHint().width())
        self.setText(self.fontMetrics().elidedText(self._words, Qt.TextElideMode.ElideRight, width))
        self.setAccessibleName(self.tr("Tab completes: %1").replace("%1", self._words.removeprefix(f"{_TAB} ")))
