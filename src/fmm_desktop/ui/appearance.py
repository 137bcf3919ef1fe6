"""How the window looks: light or dark, larger or smaller, and the language that it speaks."""

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QFontDatabase, QGuiApplication
from PySide6.QtWidgets import QApplication

from fmm_desktop.ui import theme
from fmm_desktop.ui.colours import Colours, Scheme, Style
from fmm_desktop.ui.language import Choice, InterfaceLanguage
from fmm_desktop.ui.state import LARGEST, SMALLEST


class Appearance(QObject):
    """Keeps the reader's choices and tells when something must be painted anew."""

    changed = Signal()

    def __init__(self, language: InterfaceLanguage, at_start: Colours, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._at_start = at_start
        self._language = language
        self._interface_points = QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont).pointSizeF()
        self.language_choice: Choice = "system"
        self.scheme: Scheme = "system"
        self.zoom = 0
        QGuiApplication.styleHints().colorSchemeChanged.connect(self._follow_system)

    def restore(self, scheme: Scheme, zoom: int, language: Choice) -> None:
        """Take over the choices that were made before."""
        self.scheme, self.zoom, self.language_choice = scheme, max(SMALLEST, min(LARGEST, zoom)), language
        if scheme != "system":
            theme.ask_for(scheme)
        self._paint()

    @property
    def colours(self) -> Colours:
        """The colours to paint in now."""
        return theme.colours(self.scheme, self._at_start)

    @property
    def style(self) -> Style:
        """How pages are set now."""
        return theme.page_style(self.colours, self.zoom)

    def choose_scheme(self, scheme: Scheme) -> None:
        """Turn light or dark, or follow the system."""
        self.scheme = scheme
        theme.ask_for(scheme)
        self._paint()
        self.changed.emit()

    def choose_language(self, choice: Choice) -> None:
        """Speak another language; Qt tells every widget."""
        self.language_choice = choice
        self._language.choose(choice)

    def zoom_by(self, step: int) -> None:
        """Make all text larger or smaller by `step` points; 0 makes it normal."""
        self.zoom = max(SMALLEST, min(LARGEST, self.zoom + step)) if step else 0
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
