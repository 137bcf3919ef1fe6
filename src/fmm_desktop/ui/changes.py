"""What is different between two texts, in colours, struck through and underlined: as a reader knows it from drafts."""

import html

from fmm_desktop.dossier.difference import Part, differences
from fmm_desktop.ui.colours import Colours


def as_html(old: str, new: str, colours: Colours) -> str:
    """Return both texts in one, what was taken out struck through and what was put in underlined."""
    looks = {
        Part.KEPT: "",
        Part.OUT: f"color:{colours.alarm};text-decoration:line-through",
        Part.IN: f"color:{colours.say};text-decoration:underline",
    }
    return "".join(
        f'<span style="white-space:pre-wrap;{looks[piece.part]}">{_escape(piece.text)}</span>'
        for piece in differences(old, new)
    )


def _escape(text: str) -> str:
    return html.escape(text.replace("\0", "\ufffd")).replace("\n", "<br>")
