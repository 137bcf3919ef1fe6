"""How the window looks: light or dark, larger or smaller, and the language that it speaks."""

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from fmm_desktop.ui import theme
from fmm_desktop.ui.language import Choice, InterfaceLanguage
from fmm_desktop.ui.page.style import Style
from fmm_desktop.ui.theme import Scheme

_PAGE_POINTS = 12.0
_SMALLEST, _LARGEST = -4, 16  # points added to the page


class Appearance(QObject):
    """Keeps the reader's choices and tells when something must be painted anew."""

    changed = Signal()

    def __init__(self, language: InterfaceLanguage, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._language = language
        self._interface_points = QApplication.font().pointSizeF()
        self.language_choice: Choice = "system"
        self.scheme: Scheme = "system"
        self.zoom = 0
        QGuiApplication.styleHints().colorSchemeChanged.connect(self._follow_system)

    def restore(self, scheme: Scheme, zoom: int) -> None:
        """Take over the choices that were made before."""
        self.scheme, self.zoom = scheme, max(_SMALLEST, min(_LARGEST, zoom))
        if scheme != "system":
            theme.apply(scheme)
        self._paint()

    @property
    def colours(self) -> theme.Colours:
        """The colours to paint in now."""
        return theme.colours(self.scheme)

    @property
    def style(self) -> Style:
        """How pages are set now."""
        return Style(self.colours, _PAGE_POINTS + self.zoom)

    def choose_scheme(self, scheme: Scheme) -> None:
        """Turn light or dark, or follow the system."""
        self.scheme = scheme
        theme.apply(scheme)
        self._paint()
        self.changed.emit()

    def choose_language(self, choice: Choice) -> None:
        """Speak another language; Qt tells every widget."""
        self.language_choice = choice
        self._language.choose(choice)

    def zoom_by(self, step: int) -> None:
        """Make all text larger or smaller by `step` points; 0 makes it normal."""
        self.zoom = max(_SMALLEST, min(_LARGEST, self.zoom + step)) if step else 0
        self._paint()
        self.changed.emit()

    def _follow_system(self) -> None:
        if self.scheme == "system":
            self._paint()
            self.changed.emit()

    def _paint(self) -> None:
        QApplication.setPalette(theme.palette(self.colours))
        font = QApplication.font()
        points = self._interface_points + self.zoom * 0.6
        if font.pointSizeF() != points:
            font.setPointSizeF(points)
            QApplication.setFont(font)
