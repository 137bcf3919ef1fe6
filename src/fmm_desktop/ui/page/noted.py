"""What a page is told of the notes on it: plain values."""

from collections.abc import Mapping
from typing import NamedTuple


class Highlight(NamedTuple):
    """Words of a passage that a note hangs on: code points `start` to `end` of what can be read of it.

    `key` is that of the note; `colour` (`#rrggbb`) that of its kind; `is_open` tells that it is in the editor.
    """

    key: int
    passage: str
    start: int
    end: int
    colour: str
    is_open: bool = False


class Noted(NamedTuple):
    """How many notes each passage has, by id, "" for the topic itself; and the words that notes hang on."""

    counts: Mapping[str, int] = {}
    highlights: tuple[Highlight, ...] = ()
