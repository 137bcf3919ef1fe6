"""What a page is told of the notes on it: plain values."""

from collections.abc import Mapping
from typing import NamedTuple


class Highlight(NamedTuple):
    """Words of a passage that a note hangs on: code points `start` to `end` of what can be read of it.

    `key` is that of the note, `kind` what it is for; `is_open` tells that it is in the editor.
    """

    key: str
    passage: str
    start: int
    end: int
    kind: str
    is_open: bool = False


class Selected(NamedTuple):
    """Words of a passage: code points `start` to `end` of what can be read of it; without any, the whole passage."""

    passage: str
    start: int = 0
    end: int = 0


class Noted(NamedTuple):
    """How many notes each passage has, by id, "" for the topic itself; and the words that notes hang on."""

    counts: Mapping[str, int] = {}
    highlights: tuple[Highlight, ...] = ()


class OnPassages(NamedTuple):
    """How many notes hang on the passages of a dossier: by the path of the topic and the id, "" for the topic itself.

    `doubtful` are those in doubt, by what they were written on.
    """

    sure: Mapping[tuple[str, str], int] = {}
    doubtful: Mapping[tuple[str, str], int] = {}


NOTHING_NOTED = Noted()
