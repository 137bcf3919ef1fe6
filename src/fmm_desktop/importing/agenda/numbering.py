"""The number before a heading: what sort it is, for that tells headings of different levels apart."""

import re
from enum import StrEnum

from fmm_desktop.importing.agenda.phrases import Book
from fmm_desktop.importing.agenda.phrasing import heard
from fmm_desktop.importing.plain import Block


class Sort(StrEnum):
    """Sorts of numbers."""

    NONE = "none"
    SESSION = "session"
    ITEM = "item"
    ROMAN = "roman"
    UPPER = "upper"
    ARABIC = "arabic"
    DOTTED = "dotted"
    LOWER = "lower"
    SIGN = "sign"


_ROMAN = re.compile(r"[IVX]{1,6}$")
_STRIP = "().: "
_ORDINALS = r"(?:\d{1,2}|[ivx]{1,5}|[a-d])"


def sort_of(block: Block, book: Book) -> Sort:
    """Return what sort of number stands before a block."""
    number = block.marker.strip(_STRIP)
    if not number:
        return _by_word(block.text, book)
    if not number.isalnum() and not number.replace(".", "").isdigit():
        return Sort.SIGN
    if number.isdigit():
        return Sort.ARABIC
    if number[0].isdigit():
        return Sort.DOTTED
    if _ROMAN.match(number):
        return Sort.ROMAN
    return Sort.UPPER if number.isupper() else Sort.LOWER


def _by_word(text: str, book: Book) -> Sort:
    """`Sessie 1: …` and `Agendapunt: …` are numbered by a word."""
    folded = heard(text)
    sessions, items = (
        "|".join(map(heard, words)) for words in (book.words.sessions.numbered, book.words.sessions.items)
    )
    if re.match(rf"(?:{sessions})\s+{_ORDINALS}\b", folded):
        return Sort.SESSION
    if re.match(rf"(?:{items})(?:\s+{_ORDINALS})?\s*[:.]\s*\S", folded):
        return Sort.ITEM
    return Sort.NONE


def settled(sorts: list[Sort], markers: list[str]) -> list[Sort]:
    """Return the sorts with C, D, I, V and X told apart: letters of an alphabet unless I or II stands among them."""
    numbers = [marker.strip(_STRIP) for marker, sort in zip(markers, sorts, strict=True) if sort is Sort.ROMAN]
    letters = any(sort is Sort.UPPER for sort in sorts) and not {"II", "III"} & set(numbers)
    return [Sort.UPPER if sort is Sort.ROMAN and letters else sort for sort in sorts]
