"""What kind of passage a sentence is, by the phrases of its language."""

import re
from typing import NamedTuple

from fmm_desktop.dossier.model import Kind, Stance
from fmm_desktop.importing.agenda.draft import Doubt
from fmm_desktop.importing.agenda.phrases import Book
from fmm_desktop.importing.agenda.phrasing import heard
from fmm_desktop.importing.agenda.speaker import NAMELESS, Heard, own_side

_NUMBER = r"(?<![\d.,])\d{1,15}(?:[.,]\d{1,6}){0,5}"
_MONEY_BEFORE = r"(?:EUR|USD|GBP|SEK|DKK|NOK|€|\$|£)"
_MANY = r"(?:mln|mld|miljoen|miljard|duizend|million|billion|thousand|bn|m)\b\.?"
_MONEY_BEHIND = r"(?:euro|dollar|pond|pounds?|EUR|USD|GBP)\b(?! ?\d)"
_MONEY = re.compile(
    rf"{_MONEY_BEFORE} ?{_NUMBER}(?: ?{_MANY})?|{_NUMBER} ?(?:{_MANY} )?{_MONEY_BEHIND}"
    rf"|{_NUMBER} (?:mln|mld|miljoen|miljard|million|billion)\b\.?",
    re.IGNORECASE,
)
_SHORT = re.compile(r"(?:mln|mld|bn|m)\.$", re.IGNORECASE)
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
    own = own_side(folded, book)
    is_own = bool(book.side.speaking.search(own.text)) or bool(book.side.own_line.search(own.text))
    if told := _of_own(sentence, own, book, is_own=is_own):
        return told
    if book.aim.search(own.text):
        return Said(Kind.AIM)
    doubts = (Doubt.MAYBE_POSITION,) if own.may_want else ()
    if book.discussion.search(own.text):
        return Said(Kind.DISCUSSION, (*doubts, *((Doubt.MAYBE_FIGURE,) if _MONEY.search(sentence) else ())))
    doubts = doubts or ((Doubt.MAYBE_POSITION,) if book.side.borderline.search(folded) else ())
    found = _fact(sentence, is_own=is_own)
    return found._replace(doubts=(*doubts, *found.doubts)) if found.kind is Kind.BACKGROUND else found


def _of_own(sentence: str, own: Heard, book: Book, *, is_own: bool) -> Said | None:
    """Return what the own side wants, or did; None when the sentence is about neither. It may do both in one."""
    is_fact = bool(book.side.not_position.search(own.text))
    doubts = _of_position(own, book) if is_own else None
    if is_fact and (doubts is None or not book.side.insists.search(own.text)):
        return _fact(sentence, is_own=True)
    if doubts is None:
        return None
    kind = Kind.IF_RAISED if book.side.if_raised.search(own.text) else Kind.POSITION
    return Said(kind, (Doubt.KIND,) if is_fact else doubts)


def _of_position(own: Heard, book: Book) -> tuple[Doubt, ...] | None:
    """Return what is unsure of a position; None when it is none."""
    if book.side.position.search(own.text):
        unsure = own.is_unsure or not book.side.position.search(book.side.position_unsure.sub(NAMELESS, own.text))
        return (Doubt.KIND,) if unsure else ()
    return (Doubt.KIND,) if book.side.position_perhaps.search(own.text) else None


def _fact(sentence: str, *, is_own: bool) -> Said:
    """A sentence with an amount that the own side gives is a figure; with another number, it may be one."""
    money = _MONEY.search(sentence)
    if money and is_own:
        return Said(Kind.FIGURE, value=_amount(money))
    if money or _SHARE.search(sentence):
        return Said(Kind.BACKGROUND, (Doubt.MAYBE_FIGURE,))
    return Said(Kind.BACKGROUND)


def value_in(sentence: str) -> str:
    """Return the amount or the share in a sentence; the first words that are a number, or nothing."""
    match = _MONEY.search(sentence) or _SHARE.search(sentence) or re.search(rf"{_NUMBER}(?: \w+)?", sentence)
    return _amount(match) if match else ""


def _amount(match: re.Match[str]) -> str:
    """Return an amount without the full stop that ends its sentence; that of `mln.` is its own."""
    amount = match[0].strip()
    return amount if _SHORT.search(amount) else amount.rstrip(".")
