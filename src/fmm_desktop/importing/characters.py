"""Characters as they come in files, made into text: encodings told apart and mended, blanks and signs made plain."""

import codecs
import re
import unicodedata
from collections.abc import Iterable

from fmm_desktop.importing import trouble

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32"),  # begins as UTF-16 does, so it comes first
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_LOOK = 4096
_HALF_EMPTY = 0.3
_MOST_CONTROLS = 0.02

# UTF-8 that was once read as Windows-1252: "Ã«" for "ë", "â€™" for "’"
_TWICE = re.compile("[\u00c2-\u00c5\u00cb\u00ce\u00cf\u00e2][\u0080-\u00bf\u0152\u0153\u0160\u0161\u0178\u017d\u017e"
                    "\u0192\u02c6\u02dc\u2013-\u2022\u2026\u2030\u2039\u203a\u20ac\u2122]{1,2}")  # fmt: skip
_TELLTALE = re.compile("Ã[\u0080-\u00bf\u0152-\u2122]|â€")
_INVISIBLE = dict.fromkeys(
    [
        *range(0x20),
        *range(0x7F, 0xA0),
        0xAD,  # a soft hyphen
        *range(0x200B, 0x2010),
        *range(0x202A, 0x202F),
        *range(0x2060, 0x2070),
        0xFEFF,
        *range(0xFFF9, 0xFFFC),
        0xFFFE,
        0xFFFF,
        *range(0xD800, 0xE000),
    ]
)
_BREAKS = str.maketrans({"\r": "\n", "\v": "\n", "\f": "\n", "\x85": "\n", "\u2028": "\n", "\u2029": "\n"})
for _kept in (0x09, 0x0A, 0x0B, 0x0C, 0x0D, 0x85):
    del _INVISIBLE[_kept]


class NotTextError(ValueError):
    """Bytes that are no text in any encoding."""


def decoded(data: bytes) -> str:
    """Return the text in `data`: UTF-8, UTF-16 or UTF-32, else Windows-1252, also when lines differ.

    Raises NotTextError when it is no text.
    """
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            return data.decode(encoding, errors="replace").removeprefix("\ufeff")
    if wide := _without_mark(data[:_LOOK]):
        return data.decode(wide, errors="replace")
    _refuse_binary(data[:_LOOK])
    try:
        return _mended(data.decode("utf-8"))
    except UnicodeDecodeError:
        return _mended("".join(_line(line) for line in data.splitlines(keepends=True)))


def _without_mark(start: bytes) -> str:
    """UTF-16 of Western text has a zero in every other byte."""
    half = len(start) // 2
    if half and start[1::2].count(0) > _HALF_EMPTY * half > start[::2].count(0):
        return "utf-16-le"
    if half and start[::2].count(0) > _HALF_EMPTY * half > start[1::2].count(0):
        return "utf-16-be"
    return ""


def _refuse_binary(start: bytes) -> None:
    controls = sum(start.count(bytes([code])) for code in range(0x20) if code not in b"\t\n\r\f\v\x1a\x1b")
    if controls > _MOST_CONTROLS * len(start):
        raise NotTextError(trouble.WRONG_TYPE.en)


def _line(line: bytes) -> str:
    try:
        return line.decode("utf-8")
    except UnicodeDecodeError:
        return line.decode("cp1252", errors="replace")


def _mended(text: str) -> str:
    return _TWICE.sub(_once, text) if _TELLTALE.search(text) else text


def _once(found: re.Match[str]) -> str:
    try:
        return found[0].encode("cp1252").decode("utf-8")
    except UnicodeError:
        return found[0]


def tidy_parts(parts: Iterable[str]) -> tuple[str, list[int]]:
    """Return parts of a text as one tidy text, and how long it was after each part, blanks at its end left aside."""
    parts = list(parts)
    places, length, after_blank = [], 0, True
    for part in parts:
        framed = tidy(f".{part}.")[1:-1]  # so that the blanks at its ends stay
        if after_blank:
            framed = framed.removeprefix(" ")
        length += len(framed)
        after_blank = framed.endswith(" ") if framed else after_blank
        places.append(length - (after_blank and length > 0))
    text = tidy("".join(parts))
    return text, [min(place, len(text)) for place in places]


_ON_ONE_LINE = dict.fromkeys(_BREAKS, " ") | _INVISIBLE
_PLAIN = re.compile(r"[ -~\u00a1-\u00ac\u00ae-\u02ff\u2010-\u2027\u20ac]*")


def lines_of(text: str) -> list[str]:
    """Return the lines of a text, whatever ends them, without invisible characters; blanks in them as they are."""
    return text.replace("\r\n", "\n").translate(_BREAKS).translate(_INVISIBLE).split("\n")


def tidy(text: str) -> str:
    """Return a text on one line: composed characters, single blanks, no invisible ones."""
    if not _PLAIN.fullmatch(text):
        text = unicodedata.normalize("NFC", text).translate(_ON_ONE_LINE)
    return " ".join(text.split())
