"""The colours of the window and the page, light and dark, and the faces of the page. Plain values.

Every pair of text and ground in here keeps to WCAG 2.2 AA (4.5 : 1, and 3 : 1 for a handle); `tests/ui/test_colours.py`
works it out.
"""

from typing import Literal

from msgspec import Struct

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
    handle: str
    selection: str
    selection_text: str
    position_ground: str
    hit: str
    hit_text: str
    current_hit: str
    current_hit_text: str
    note: str
    note_ground: str
    notes_ground: str
    question: str
    amendment: str
    say: str
    if_raised: str
    do_not_volunteer: str
    follow_up: str
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
    handle="#8b93a1",
    selection="#cfe3f6",
    selection_text="#10233a",
    position_ground="#edf4fb",
    hit="#ffe28a",
    hit_text="#1a1e26",
    current_hit="#a84300",
    current_hit_text="#ffffff",
    note="#7a4f00",
    note_ground="#fff3d2",
    notes_ground="#ffe3a0",
    question="#5b2a9d",
    amendment="#0b5c63",
    say="#1c6b2a",
    if_raised="#0b4f8a",
    do_not_volunteer="#931a2c",
    follow_up="#8a1f6d",
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
    handle="#727b89",
    selection="#2b4c6e",
    selection_text="#f2f6fb",
    position_ground="#263546",
    hit="#4a3b00",
    hit_text="#fff6da",
    current_hit="#ffb454",
    current_hit_text="#221500",
    note="#f1c868",
    note_ground="#3b3321",
    notes_ground="#54461f",
    question="#c9a7ff",
    amendment="#6fd0d6",
    say="#8fd694",
    if_raised="#85bdf3",
    do_not_volunteer="#ff9dab",
    follow_up="#f3a0dc",
    possible="#f1c98b",
    possible_ground="#40331f",
    alarm="#ff9dab",
    alarm_ground="#47262c",
)


class Style(Struct, frozen=True):
    """How a page is set: its colours, and the size of running text in points."""

    colours: Colours = LIGHT
    size: float = 12.0

    @property
    def em(self) -> float:
        """The size of running text in pixels."""
        return self.size * 96 / 72
