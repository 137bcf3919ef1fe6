"""What stands before the text of a block: the number or sign of an item."""

import re
from typing import NamedTuple

BULLETS = "-–—•●○◦▪■□‣·*+➢✓\uf0b7\uf0a7\uf02d\uf0d8\uf0fc"
_BULLET = re.compile(rf"(?P<marker>[{re.escape(BULLETS)}=]|o(?= [A-Z\u00c0-\u017f]))\s+(?P<text>\S.*)")
_NUMBER = re.compile(
    r"(?P<marker>\(?(?:\d{1,2}(?:\.\d{1,2}){0,3}|[a-zA-Z]|[ivx]{1,5}|[IVX]{1,5})(?:\.|\.?\)|(?<=\d\.\d)(?=\s+(?:[A-Z]|\d+[a-z]{1,3}\s))))"
    r"\s+(?P<text>\S.*)"
)


class Marked(NamedTuple):
    """A text with what stood before it; `bullet` when that is a sign of a list and not a number."""

    marker: str
    text: str
    bullet: bool


def marked(text: str) -> Marked:
    """Return `text` (tidy, on one line) apart from its marker; both as they stood."""
    if text[:1].islower() and text[1:3].isalpha() and text[0] not in "ivxo":  # most lines: no need to look closer
        return Marked("", text, bullet=False)
    if found := _BULLET.fullmatch(text):
        return Marked(found["marker"], found["text"], found["marker"] != "=")
    if found := _NUMBER.fullmatch(text):
        return Marked(found["marker"], found["text"], bullet=False)
    return Marked("", text, bullet=False)
