"""The signature of a letter: an office, then a name, on one line or up to three."""

import re
from collections.abc import Sequence

from fmm_desktop.importing.agenda.phrases import Book
from fmm_desktop.importing.agenda.phrasing import heard

_LONG = 16  # words: no line of a signature is longer
_TITLES = r"(?:(?:drs?|mr|ir|ing|prof|dhr|mw|mevr|mevrouw|de heer|sir|dame)\.? ?)*"
_NAME = re.compile(
    rf"{_TITLES}(?:[A-Z][a-z]{{0,2}}\. ?)+(?:(?:van|de|der|den|ten|ter|von|'t|’t) ){{0,3}}"
    r"[A-ZÀ-Þ][\w'’-]+(?:[ -][A-ZÀ-Þ][\w'’-]+)*,?\.?"
)
_FULL_NAME = re.compile(r"[A-ZÀ-Þ][\w'’.-]+(?: [\w'’.-]+){0,4}")


def signature(texts: Sequence[str], book: Book, *, near: bool) -> int:
    """Return how many of three lines are a signature; an office in capitals is one by itself `near` the letter."""
    text, after, last = [*texts, "", ""][:3]
    office = _office(text, book)
    if office is None:
        return 0
    rest = text[office:].strip(" ,")
    if _NAME.fullmatch(rest):
        return 1
    if (not rest or text.endswith(",")) and _NAME.fullmatch(after):
        return 2
    if _goes_on(text, after, last, book):
        return 3
    if text.endswith(","):
        return 2 if _FULL_NAME.fullmatch(after) else 1
    return int(not rest and text.isupper() and near)


def _goes_on(text: str, after: str, last: str, book: Book) -> bool:
    """Whether an office goes on in the line after it: `de minister van Volksgezondheid, | Welzijn en Sport,`."""
    if not 0 < len(after.split()) <= _LONG or _has_verb(after, book):
        return False
    if text.endswith(",") and after.endswith(","):
        return bool(_NAME.fullmatch(last) or _FULL_NAME.fullmatch(last))
    is_broken = text.endswith(",") or (after.endswith(",") and after[:1].islower())
    return is_broken and _NAME.fullmatch(last) is not None


def _has_verb(text: str, book: Book) -> bool:
    return bool(set(heard(text).replace(",", "").split()) & book.verbs)


def _office(text: str, book: Book) -> int | None:
    """Return where the office that a line begins with ends: at a comma, or at its end; None for no office."""
    offices = "|".join(map(heard, book.words.letter.offices))
    if not re.match(rf"(?:(?:de|the|mede namens de) )?(?:{offices})\b", heard(text)) or len(text.split()) > _LONG:
        return None
    if text.rstrip().endswith((".", ":")) and not _NAME.fullmatch(text.rpartition(",")[2].strip()):
        return None
    if _has_verb(text, book):
        return None
    comma = text.rfind(",")
    return comma if comma > 0 else len(text)
