"""Footnotes and wrappings of formats that do not mark them: plain text, and pages that show one."""

import re
from collections.abc import Sequence
from itertools import takewhile

import msgspec

from fmm_desktop.importing.plain import BlockKind, FootnoteMark, Found, Piece

_NOTE = re.compile(r"\[?(?P<number>\d{1,2})[\]).]?\s*(?P<text>[^\W\d_].*)")
_MARK = re.compile(r"(?<=[^\W\d_]|[.,;:!?)\]”’\"»])\[?(?P<number>\d{1,2})\]?(?![\d%]|[.,/-]\d)")
_SITE_NOTE = re.compile(r"X Noot (?P<number>\d{1,3})\s*(?P<text>.*)")
_START = re.compile(r"Preview document\b.*", re.IGNORECASE)
_AFTER = frozenset({"naar boven", "terug naar boven", "back to top"})
_FIRST = 80
"""How many pieces the navigation above a document can have."""


def lifted(found: Found) -> Found:
    """Return what was found with the navigation of known sites left out, and notes below the text as footnotes."""
    pieces = _with_site_notes(_unwrapped(found.pieces))
    return found._replace(pieces=_with_notes(pieces))


def _unwrapped(pieces: Sequence[Piece]) -> list[Piece]:
    begins = next((at for at, piece in enumerate(pieces[:_FIRST]) if _START.fullmatch(piece.block.text)), -1)
    return [
        piece._replace(left_out=piece.left_out or at <= begins or piece.block.text.lower() in _AFTER)
        for at, piece in enumerate(pieces)
    ]


def _with_site_notes(pieces: Sequence[Piece]) -> list[Piece]:
    return [_as_note(piece, note) if (note := _SITE_NOTE.fullmatch(piece.block.whole)) else piece for piece in pieces]


def _as_note(piece: Piece, note: re.Match[str]) -> Piece:
    block = msgspec.structs.replace(
        piece.block, kind=BlockKind.FOOTNOTE, marker=note["number"], text=note["text"], depth=0
    )
    return piece._replace(block=block)


def _with_notes(pieces: Sequence[Piece]) -> list[Piece]:
    """The last pieces are footnotes when they are numbered 1, 2, 3 and those numbers hang on words above, in order."""
    last = [_NOTE.fullmatch(piece.block.whole) for piece in reversed(pieces)]
    notes = [note for note in takewhile(bool, last) if note][::-1]
    for skipped in range(len(notes)):
        chosen = notes[skipped:]
        body = pieces[: len(pieces) - len(chosen)]
        if [int(note["number"]) for note in chosen] == list(range(1, len(chosen) + 1)):
            marked = _marked(body, len(chosen))
            return [*marked, *map(_as_note, pieces[len(body) :], chosen)] if marked else list(pieces)
    return list(pieces)


def _marked(body: Sequence[Piece], count: int) -> list[Piece]:
    """The text with its numbers as marks; nothing when not every number is found, each after the one before."""
    pieces, number = [], 1  # type: list[Piece], int
    for piece in body:
        text, marks, at = "", [], 0  # type: str, list[FootnoteMark], int
        for found in _MARK.finditer(piece.block.text):
            if int(found["number"]) == number <= count:
                text += piece.block.text[at : found.start()]
                marks.append(FootnoteMark(len(text), found["number"]))
                at, number = found.end(), number + 1
        text += piece.block.text[at:]
        pieces.append(piece._replace(block=msgspec.structs.replace(piece.block, text=text, footnotes=tuple(marks))))
    return pieces if number > count else []
