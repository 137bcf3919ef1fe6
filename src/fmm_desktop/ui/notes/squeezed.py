"""Labels that give way: where there is little room they scroll, and what is typed in keeps its place."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLabel, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from fmm_desktop.ui.flat import flatten

_LEAST = 2  # lines


class Squeezed(QScrollArea):
    """Shows labels below each other, as high as they are if there is room, else at least two lines of them."""

    def __init__(self, labels: tuple[QLabel, ...], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        inside = QWidget()
        self._rows = QVBoxLayout(inside)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(4)
        for label in labels:
            label.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
            label.setAlignment(Qt.AlignmentFlag.AlignTop)
            self._rows.addWidget(label)
        self.setFrameShape(QScrollArea.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Maximum)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidgetResizable(True)
        self.setWidget(inside)
        flatten(self)

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Return as high as the labels are in this width."""
        return QSize(0, max(0, self._rows.totalHeightForWidth(self.viewport().width())))

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Return two lines, or as many as there are."""
        return QSize(0, min(self.sizeHint().height(), _LEAST * self.fontMetrics().lineSpacing()))

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Be as high as the labels are in another width."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.updateGeometry()
