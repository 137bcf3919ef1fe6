"""The colours of the window and the page, light and dark, and the type they are set in.

Every pair of text and ground in here keeps to WCAG 2.2 AA (4.5 : 1); `tests/ui/test_theme.py` works it out.
"""

from typing import Literal

from msgspec import Struct
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QGuiApplication, QPalette

Scheme = Literal["system", "light", "dark"]

# Book faces first, as they come with macOS, Windows and Linux; the last one is on every Debian with a font at all.
PAGE_FAMILIES = (
    "Charter",
    "Iowan Old Style",
    "Source Serif 4",
    "Georgia",
    "Gelasio",
    "Noto Serif",
    "P052",
    "DejaVu Serif",
)


class Colours(Struct, frozen=True, kw_only=True):
    """What is painted in which colour, as `#rrggbb`."""

    window: str
    page: str
    text: str
    muted: str
    accent: str
    line: str
    selection: str
    selection_text: str
    position_ground: str
    hit: str
    hit_text: str
    note: str
    note_ground: str
    possible: str
    possible_ground: str
    alarm: str
    alarm_ground: str


LIGHT = Colours(
    window="#f1f3f6",
    page="#ffffff",
    text="#1a1e26",
    muted="#596272",
    accent="#0b4f8a",
    line="#d3d9e2",
    selection="#cfe3f6",
    selection_text="#10233a",
    position_ground="#edf4fb",
    hit="#ffe28a",
    hit_text="#1a1e26",
    note="#7a4f00",
    note_ground="#fff3d2",
    possible="#714600",
    possible_ground="#fbebcf",
    alarm="#931a2c",
    alarm_ground="#fbe6e8",
)
DARK = Colours(
    window="#1a1d23",
    page="#21252c",
    text="#e5e8ed",
    muted="#a4adba",
    accent="#85bdf3",
    line="#3b424d",
    selection="#2b4c6e",
    selection_text="#f2f6fb",
    position_ground="#263546",
    hit="#6a5400",
    hit_text="#fff6da",
    note="#f1c868",
    note_ground="#3b3321",
    possible="#f1c98b",
    possible_ground="#40331f",
    alarm="#ff9dab",
    alarm_ground="#47262c",
)


def apply(scheme: Scheme) -> None:
    """Ask the system for a colour scheme; "system" follows whatever the system has."""
    wanted = {
        "system": Qt.ColorScheme.Unknown,
        "light": Qt.ColorScheme.Light,
        "dark": Qt.ColorScheme.Dark,
    }[scheme]
    QGuiApplication.styleHints().setColorScheme(wanted)


def colours(scheme: Scheme) -> Colours:
    """Return the colours for `scheme`; for "system" those that suit what the system shows now."""
    if scheme == "system":
        dark = QGuiApplication.styleHints().colorScheme() is Qt.ColorScheme.Dark
        return DARK if dark else LIGHT
    return DARK if scheme == "dark" else LIGHT


def palette(chosen: Colours) -> QPalette:
    """Return the palette that gives Qt's own widgets the same colours."""
    roles = QPalette.ColorRole
    made = QPalette(QColor(chosen.window))
    for role, colour in {
        roles.Window: chosen.window,
        roles.WindowText: chosen.text,
        roles.Base: chosen.page,
        roles.AlternateBase: chosen.window,
        roles.Text: chosen.text,
        roles.Button: chosen.window,
        roles.ButtonText: chosen.text,
        roles.BrightText: chosen.alarm,
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


def page_font(points: float) -> QFont:
    """Return the font of running text on the page, in points."""
    font = QFont(list(PAGE_FAMILIES))
    font.setStyleHint(QFont.StyleHint.Serif)
    font.setPointSizeF(points)
    return font
