"""The palette that gives Qt's own widgets the colours of the window, and the system's wish for light or dark."""

from PySide6.QtGui import QColor, QGuiApplication, QPalette

from fmm_desktop.ui.colours import DARK, LIGHT, Colours, Scheme, Style

_PAGE_POINTS = 12.0
_DARKER = 128  # lightness of a window, 0 to 255


def ask_for(scheme: Scheme) -> None:
    """Ask the system for a colour scheme; "system" follows whatever the system has."""
    from PySide6.QtCore import Qt  # noqa: PLC0415 - a hundred enums that the first page does not need

    wanted = {"system": Qt.ColorScheme.Unknown, "light": Qt.ColorScheme.Light, "dark": Qt.ColorScheme.Dark}
    QGuiApplication.styleHints().setColorScheme(wanted[scheme])


def colours_at_start(scheme: Scheme) -> Colours:
    """Return the colours for `scheme` before any palette of ours is set: for "system" what the system's palette is."""
    if scheme == "system":
        return DARK if QGuiApplication.palette().window().color().lightness() < _DARKER else LIGHT
    return DARK if scheme == "dark" else LIGHT


def colours(scheme: Scheme, at_start: Colours) -> Colours:
    """Return the colours for `scheme`; for "system" those that suit it now, or those at the start if it is silent."""
    if scheme == "system":
        says = QGuiApplication.styleHints().colorScheme().name
        return {"Dark": DARK, "Light": LIGHT}.get(says, at_start)
    return DARK if scheme == "dark" else LIGHT


def page_style(chosen: Colours, zoom: int) -> Style:
    """Return how pages are set in some colours, `zoom` points larger than normal."""
    return Style(chosen, _PAGE_POINTS + zoom)


def palette(chosen: Colours) -> QPalette:
    """Return the palette that gives Qt's own widgets the same colours."""
    roles = QPalette.ColorRole
    made = QGuiApplication.palette()  # QPalette(QColor) would look at Qt.GlobalColor and build all of Qt for it
    for role, colour in {
        roles.Window: chosen.window,
        roles.WindowText: chosen.text,
        roles.Base: chosen.page,
        roles.AlternateBase: chosen.window,
        roles.Text: chosen.text,
        roles.Button: chosen.window,
        roles.ButtonText: chosen.text,
        roles.BrightText: chosen.alarm,
        roles.Mid: chosen.handle,
        roles.PlaceholderText: chosen.muted,
        roles.Link: chosen.accent,
        roles.LinkVisited: chosen.accent,
        roles.Highlight: chosen.selection,
        roles.HighlightedText: chosen.selection_text,
        roles.Accent: chosen.accent,
        roles.ToolTipBase: chosen.page,
        roles.ToolTipText: chosen.text,
    }.items():
        made.setColor(role, QColor(colour))
    for role in (roles.WindowText, roles.Text, roles.ButtonText):
        made.setColor(QPalette.ColorGroup.Disabled, role, QColor(chosen.muted))
    return made
