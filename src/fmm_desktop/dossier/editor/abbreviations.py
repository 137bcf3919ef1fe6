"""Abbreviations that are used and explained nowhere: not among terms and actors, nor in brackets beside their words."""

import re
from collections.abc import Iterable, Iterator, Sequence

from fmm_desktop.dossier.editor import sentences as say
from fmm_desktop.dossier.editor.names import UNEXPLAINED
from fmm_desktop.dossier.editor.remark import Remark, remark
from fmm_desktop.dossier.editor.spots import Spot, spots_with
from fmm_desktop.dossier.model import Dossier

_CAPITALS = "A-ZÀ-ÖØ-Þ"
_SHORT = re.compile(rf"(?<![\w.@&])([{_CAPITALS}]{{2,8}})(?:s|(?<=\w{{3}})\d{{1,3}})?(?![\w&@]|\.\w)")
_ANY = re.compile(rf"[{_CAPITALS}]{{2,}}")
_AFTER_ITS_WORDS = re.compile(rf"(?<=[\w’'.]) \(([{_CAPITALS}]{{2,8}})s?[),;]")
_BEFORE_ITS_WORDS = re.compile(rf"\b([{_CAPITALS}]{{2,8}})s? \(([^\W\d_])[^()\s]{{0,40}}[ -][^()]{{2,200}}\)")
_SHOUTED = re.compile(rf"(?<![{_CAPITALS}])[{_CAPITALS}]{{2,}}(?: +[{_CAPITALS}]{{2,}}){{2,}}")
_WORD = re.compile(r"\w+")
_ROMAN = re.compile(r"[IVXLC]+")
_INITIALS = 3  # letters of an abbreviation that the capitals of a title explain
_EMPHASISED = 4  # letters of a word that may have been written in capitals for emphasis
_KNOWN = frozenset(
    """
    EU VN UN NAVO NATO VS US USA VK UK EUR USD GBP CHF AI IT ICT TV CO BTW VAT BV NV PDF OK NB PS ID AM PM
    UTC CET CEST GMT BBP GDP BNP GNP NGO ST ADD REV COR INIT COM JOIN SWD PE CM WK EN NL FR DE IJ
    NIET GEEN WEL ALS MET VAN DE HET EEN NOT NO AND OR THE ALL OF IN TO BE IS
    """.split()  # noqa: SIM905 - a list of words reads better as words
)
"""What every reader of a dossier knows, marks of documents, and small words that are written in capitals."""


def check_abbreviations(dossier: Dossier, spots: Sequence[Spot]) -> Iterator[Remark]:
    """Yield a remark for each abbreviation that is never explained, where it first stands."""
    first: dict[str, Spot] = {}
    explained = set(_KNOWN)
    for spot in spots_with(_ANY, spots):
        explained.update(_explained_in(spot.text))
        for short in _used_in(spot.text):
            first.setdefault(short, spot)
    explained.update(_explained_by(dossier))
    left = {short: spot for short, spot in first.items() if short not in explained and not _ROMAN.fullmatch(short)}
    capitals = " ".join(map(_initials, _titles(dossier, spots))) if left else ""
    emphasised = _emphasised(left, spots)
    for short, spot in left.items():
        if short in emphasised or (len(short) >= _INITIALS and short in capitals):
            continue
        yield remark(UNEXPLAINED, spot, say.UNEXPLAINED, about=short, short=short)


def _used_in(text: str) -> Iterator[str]:
    """Yield the abbreviations in a text; a heading in capitals has none that can be told from its words."""
    if text.isupper() and " " in text.strip():
        return
    for match in _SHORT.finditer(_SHOUTED.sub(" ", text)):
        yield match[1]


def _explained_in(text: str) -> Iterator[str]:
    if "(" not in text:
        return
    for match in _AFTER_ITS_WORDS.finditer(text):
        yield match[1]
    for match in _BEFORE_ITS_WORDS.finditer(text):
        if match[2].casefold() == match[1][0].casefold():
            yield match[1]


def _explained_by(dossier: Dossier) -> Iterator[str]:
    for term in dossier.terms:
        for words in (term.short, term.long, *term.translation.values()):
            yield from _ANY.findall(words)
    for actor in dossier.actors:
        yield actor.id.upper()
        yield from _ANY.findall(actor.name)


def _titles(dossier: Dossier, spots: Sequence[Spot]) -> Iterable[str]:
    yield from (spot.text for spot in spots if spot.is_title)
    yield from (source.title for source in dossier.sources)
    yield from (actor.role for actor in dossier.actors)


def _initials(title: str) -> str:
    return "".join(word[0] for word in _WORD.findall(title) if word[0].isupper())


def _emphasised(shorts: Iterable[str], spots: Sequence[Spot]) -> set[str]:
    """Return what also stands in small letters: it is a word, and its capitals are a heading's, or for emphasis."""
    longer = {short.lower(): short for short in shorts if len(short) >= _EMPHASISED}
    longer |= {short.capitalize(): short for short in longer.values()}
    if not longer:
        return set()
    return {longer[word] for spot in spots for word in _WORD.findall(spot.text) if word in longer}
