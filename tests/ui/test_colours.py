"""Every text can be read on its ground: 4.5 to 1 at least, as WCAG 2.2 AA asks."""

import pytest

from fmm_desktop.ui.colours import DARK, LIGHT

PAIRS = [
    *((text, ground) for text in ("text", "muted", "accent") for ground in ("window", "page", "position_ground")),
    ("selection_text", "selection"),
    *((text, "hit") for text in ("hit_text", "text", "muted", "selection_text")),
    ("current_hit_text", "current_hit"),
    *(("note", ground) for ground in ("page", "note_ground", "window")),
    *((text, ground) for text in ("text", "accent") for ground in ("note_ground", "notes_ground")),
    *((kind, "page") for kind in ("question", "amendment", "say", "if_raised", "do_not_volunteer", "follow_up")),
    ("possible", "possible_ground"),
    ("alarm", "alarm_ground"),
    ("alarm", "page"),
    ("alarm", "window"),
]


def luminance(colour: str) -> float:
    """Return the relative luminance of `#rrggbb`, 0 to 1."""
    parts = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """Return the contrast of two colours, 1 to 21."""
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("colours", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize(("text", "ground"), PAIRS)
def test_text_can_be_read_on_its_ground(colours, text, ground):
    assert contrast(getattr(colours, text), getattr(colours, ground)) >= 4.5


@pytest.mark.parametrize("colours", [LIGHT, DARK], ids=["light", "dark"])
def test_a_handle_can_be_seen_on_its_ground(colours):
    assert contrast(colours.handle, colours.page) >= 3


def test_contrast_is_worked_out_as_the_standard_says():
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)
