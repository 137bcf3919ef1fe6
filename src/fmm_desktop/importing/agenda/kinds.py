"""What kind of passage a sentence is, by the phrases of its language."""

import re
from typing import NamedTuple

from fmm_desktop.dossier.model import Kind, Stance
from fmm_desktop.importing.agenda.draft import Doubt
from fmm_desktop.importing.agenda.phrases import Book
from fmm_desktop.importing.agenda.phrasing import heard

_NUMBER = r"(?<![\d.,])\d{1,15}(?:[.,]\d{1,6}){0,5}"
_MONEY_BEFORE = r"(?:EUR|USD|GBP|SEK|DKK|NOK|€|\$|£)"
_MANY = r"(?:mln|mld|miljoen|miljard|duizend|million|billion|thousand|bn|m)\b\.?"
_MONEY_BEHIND = r"(?:euro|dollar|pond|pounds?|EUR|USD|GBP)\b(?! ?\d)"
_MONEY = re.compile(
    rf"{_MONEY_BEFORE} ?{_NUMBER}(?: ?{_MANY})?|{_NUMBER} ?(?:{_MANY} )?{_MONEY_BEHIND}"
    rf"|{_NUMBER} (?:mln|mld|miljoen|miljard|million|billion)\b\.?",
    re.IGNORECASE,
)
_SHARE = re.compile(rf"{_NUMBER} ?(?:%|procent\b|per ?cent\b|percent\b)")


class Said(NamedTuple):
    """The kind of a sentence, with what else is known of it and what is unsure."""

    kind: Kind
    doubts: tuple[Doubt, ...] = ()
    value: str = ""
    actor: str = ""
    stance: Stance = "unknown"


def said(sentence: str, book: Book) -> Said:
    """Return what kind of passage a sentence is."""
    folded = heard(sentence)
    if not folded:
        return Said(Kind.BACKGROUND, (Doubt.KIND,))
    is_own = bool(book.own_named.search(folded)) or bool(book.own_line.search(folded))
    if book.not_position.search(folded):
        return _fact(sentence, is_own=True)
    if is_own and book.position.search(folded):
        return Said(Kind.POSITION, (Doubt.KIND,) if book.position_unsure.search(folded) else ())
    if book.discussion.search(folded):
        return Said(Kind.DISCUSSION, (Doubt.MAYBE_FIGURE,) if _MONEY.search(sentence) else ())
    if book.aim.search(folded):
        return Said(Kind.AIM)
    doubts = (Doubt.MAYBE_POSITION,) if book.borderline.search(folded) else ()
    found = _fact(sentence, is_own=is_own)
    return found._replace(doubts=(*doubts, *found.doubts)) if found.kind is Kind.BACKGROUND else found


def _fact(sentence: str, *, is_own: bool) -> Said:
    """A sentence with an amount that the own side gives is a figure; with another number, it may be one."""
    money = _MONEY.search(sentence)
    if money and is_own:
        return Said(Kind.FIGURE, value=money[0].strip())
    if money or _SHARE.search(sentence):
        return Said(Kind.BACKGROUND, (Doubt.MAYBE_FIGURE,))
    return Said(Kind.BACKGROUND)


def value_in(sentence: str) -> str:
    """Return the amount or the share in a sentence; the first words that are a number, or nothing."""
    match = _MONEY.search(sentence) or _SHARE.search(sentence) or re.search(rf"{_NUMBER}(?: \w+)?", sentence)
    return match[0].strip() if match else ""
