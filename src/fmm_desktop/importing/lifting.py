"""Footnotes and wrappings of formats that do not mark them: plain text, and pages that show one."""

import re
from collections.abc import Sequence
from itertools import islice, takewhile

import msgspec

from fmm_desktop.importing.plain import BlockKind, FootnoteMark, Found, Piece

_NOTE = re.compile(r"\[?(?P<number>\d{1,2})[\]).]?\s*(?P<text>[^\W\d_].*)")
_MARK = re.compile(
    r"""
    (?:
        (?P<word> (?<![^\W_]) [^\W\d_]{2,}[a-zß-ÿ] ) (?=[\[\d])
        | (?<=[.,;:!?)\]”’"»]) (?<!\b[Nn][ro]\.) (?<!\b[Aa]rt\.)
          (?<!\b\d[.,:]) (?<!\b\d\d[.,:]) (?<!\b\d\d\d[.,:])
    )
    (?P<mark> \[?(?P<number>\d{1,2})\]? ) (?![\d%]|[.,/-]\d) (?(word)(?!\w))
    """,
    re.VERBOSE,
)
"""A number that may be that of a footnote: behind a sign, or behind a word in small letters."""

_SITE_NOTE = re.compile(r"X Noot (?P<number>\d{1,3})\s*(?P<text>.*)")
_START = re.compile(r"Preview document\b.*", re.IGNORECASE)
_AFTER = frozenset({"naar boven", "terug naar boven", "back to top"})
_MOST = 99
"""How many footnotes are looked for: their numbers have two digits."""

_SKIP = re.compile(
    r"(?:skip|jump|go) to (?:the )?(?:main )?content|(?:direct|ga|spring|meteen)? ?naar (?:de )?(?:hoofd)?inhoud",
    re.IGNORECASE,
)
_FIRST = 80
"""How many pieces the navigation above a document can have."""


def lifted(found: Found) -> Found:
    """Return what was found with the navigation of known sites left out, and notes below the text as footnotes."""
    pieces = _with_site_notes(_unwrapped(found.pieces))
    return found._replace(pieces=_with_notes(pieces))


def _unwrapped(pieces: Sequence[Piece]) -> list[Piece]:
    begins = next((at for at, piece in enumerate(pieces[:_FIRST]) if _START.fullmatch(piece.block.text)), -1)
    return [
        piece._replace(left_out=piece.left_out or at <= begins or _leads_elsewhere(piece.block.text, at))
        for at, piece in enumerate(pieces)
    ]


def _leads_elsewhere(text: str, at: int) -> bool:
    """Whether this is a link within a page: past its navigation, or back to its top."""
    return text.lower() in _AFTER or (at < _FIRST and _SKIP.fullmatch(text) is not None)


def _with_site_notes(pieces: Sequence[Piece]) -> list[Piece]:
    return [_as_note(piece, note) if (note := _SITE_NOTE.fullmatch(piece.block.whole)) else piece for piece in pieces]


def _as_note(piece: Piece, note: re.Match[str]) -> Piece:
    block = msgspec.structs.replace(
        piece.block, kind=BlockKind.FOOTNOTE, marker=note["number"], text=note["text"], depth=0
    )
    return piece._replace(block=block)


def _with_notes(pieces: Sequence[Piece]) -> list[Piece]:
    """The last pieces are footnotes when they are numbered 1, 2, 3 and those numbers hang on words above, in order.

    Where the format told of a footnote itself, there is nothing to find: a digit is a digit there.
    """
    if any(piece.block.footnotes for piece in pieces):
        return list(pieces)
    last = (_NOTE.fullmatch(piece.block.whole) for piece in reversed(pieces))
    notes = [note for note in takewhile(bool, islice(last, _MOST)) if note][::-1]
    notes = notes[-int(notes[-1]["number"]) :] if notes else []
    if not notes or [int(note["number"]) for note in notes] != list(range(1, len(notes) + 1)):
        return list(pieces)
    body = pieces[: len(pieces) - len(notes)]
    places = _places([piece.block.text for piece in body], len(notes))
    marked = (_marked(piece, places.get(at, [])) for at, piece in enumerate(body))
    return [*marked, *map(_as_note, pieces[len(body) :], notes)] if places else list(pieces)


def _places(texts: Sequence[str], count: int) -> dict[int, list[re.Match[str]]]:
    """Return where the numbers 1 to `count` hang in each text; nothing when that of one cannot be told.

    A number behind the end of a sentence or an abbreviation is one of a footnote; one behind a word may be part of it
    ("covid19"), so it is taken only when it is the only place where that number fits.
    """
    found: dict[int, list[tuple[int, re.Match[str]]]] = {}
    for at, text in enumerate(texts):
        for match in _MARK.finditer(text):
            found.setdefault(int(match["number"]), []).append((at, match))
    places: dict[int, list[re.Match[str]]] = {}
    last = (-1, 0)
    for number in range(1, count + 1):
        fitting = [(at, match) for at, match in found.get(number, []) if (at, match.start()) > last]
        surely = [(at, match) for at, match in fitting if not match["word"]]
        if not surely and len(fitting) != 1:
            return {}
        at, match = (surely or fitting)[0]
        places.setdefault(at, []).append(match)
        last = (at, match.start())
    return places


def _marked(piece: Piece, places: Sequence[re.Match[str]]) -> Piece:
    """Return the piece with those numbers as marks."""
    text, marks, at = "", [], 0  # type: str, list[FootnoteMark], int
    for found in places:
        text += piece.block.text[at : found.start("mark")]
        marks.append(FootnoteMark(len(text), found["number"]))
        at = found.end()
    text += piece.block.text[at:]
    return piece._replace(block=msgspec.structs.replace(piece.block, text=text, footnotes=tuple(marks)))
