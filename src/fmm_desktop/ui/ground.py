"""The ground that something scrolls on, made by us.

Of a widget that Qt made by itself PySide6 knows only that it is one: when asked for it, it builds every class of widget
there is to find out which, 20 ms and almost a megabyte. One that we made it knows.
"""

from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QAbstractScrollArea, QWidget


def lay_ground(area: QAbstractScrollArea) -> QWidget:
    """Give `area` a viewport that is like the one it has, and return it."""
    ground = QWidget()
    ground.setObjectName("qt_scrollarea_viewport")  # as Qt calls it
    ground.setBackgroundRole(QPalette.ColorRole.Base)
    ground.setAutoFillBackground(True)
    ground.setMouseTracking(True)  # links and rows tell what they are
    area.setViewport(ground)
    return ground
