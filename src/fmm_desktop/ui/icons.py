"""Icons in the colour of the text beside them, drawn from the SVG files in `resources/icons/`."""

from pathlib import Path

from PySide6.QtCore import QByteArray, QSize, Qt
from PySide6.QtGui import QGuiApplication, QIcon, QPixmap

from fmm_desktop.ui.colours import Colours

_SIZE = 20


class Icons:
    """Makes icons from the files in a folder."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def icon(self, name: str, colours: Colours) -> QIcon:
        """Return the icon `name` in the colours of the window, muted where it is disabled."""
        drawing = (self._folder / f"{name}.svg").read_text(encoding="utf-8")
        icon = QIcon()
        icon.addPixmap(_draw(drawing, colours.text), QIcon.Mode.Normal)
        icon.addPixmap(_draw(drawing, colours.line), QIcon.Mode.Disabled)
        return icon


def _draw(drawing: str, colour: str) -> QPixmap:
    screen = QGuiApplication.primaryScreen()
    scale = screen.devicePixelRatio() if screen else 1.0
    size = QSize(_SIZE, _SIZE) * scale
    sized = drawing.replace("currentColor", colour).replace(
        "<svg ", f'<svg width="{size.width()}" height="{size.height()}" ', 1
    )
    pixmap = QPixmap()
    pixmap.loadFromData(QByteArray(sized.encode()), "SVG")
    pixmap.setDevicePixelRatio(scale)
    return pixmap if not pixmap.isNull() else _nothing(size)


def _nothing(size: QSize) -> QPixmap:
    """Return an empty picture of the right size, for a Qt without its SVG plugin."""
    pixmap = QPixmap(size)
    pixmap.fill(Qt.GlobalColor.transparent)
    return pixmap
