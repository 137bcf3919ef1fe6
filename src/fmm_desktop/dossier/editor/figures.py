"""Figures that differ for the same thing: amounts and shares whose sentences say the same but for the number."""

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from fmm_desktop.dossier.editor import sentences as say
from fmm_desktop.dossier.editor.names import FIGURES
from fmm_desktop.dossier.editor.remark import Remark, remark
from fmm_desktop.dossier.editor.spots import Spot
from fmm_desktop.dossier.model import Dossier, Kind

_NUMBER = r"\d+(?:[.,]\d+)*"
_SCALES = {
    **dict.fromkeys(("mln", "miljoen", "million", "m"), 1_000_000),
    **dict.fromkeys(("mld", "mrd", "miljard", "billion", "bn"), 1_000_000_000),
}
_SCALE = r"(?:mln|miljoen|million|mld|mrd|miljard|billion|bn|m)\b\.?"
_AMOUNT = re.compile(
    rf"(?P<sign>\bEUR|€|\bUSD|\$|\bGBP|£)\s?(?P<after>{_NUMBER})(?:\s?(?P<scale>{_SCALE}))?"
    rf"|(?<![\w.,])(?P<before>{_NUMBER})\s?(?P<share>%|procent\b|percent\b|per cent\b)"
    rf"|(?<![\w.,])(?P<counted>{_NUMBER})\s?(?P<times>{_SCALE})?\s?(?P<coin>euro|dollar|pond|pounds?)\b",
    re.IGNORECASE,
)
_UNITS = {
    **dict.fromkeys(("eur", "€", "euro"), "EUR"),
    **dict.fromkeys(("usd", "$", "dollar"), "USD"),
    **dict.fromkeys(("gbp", "£", "pond", "pound", "pounds"), "GBP"),
}
_SENTENCE_END = re.compile(r"(?<=[.!?;])\s+(?=[A-ZÀ-Þ])|\n")
_WORD = re.compile(r"[^\W\d_]+")
_MARKS = re.compile(r"[\u0300-\u036f]+")
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_TOGETHER = re.compile(r"^(bij|toe|vrij|uit|aan|af|op|in|over|mee|voor)ge")
_DIGIT = re.compile(r"[0-9]")
_STEM = 5
_SHORTEST = 2
_FEWEST_IN_TOPIC = 2
_FEWEST = 3  # words that two topics must share: "Dutch contribution" is another thing in each
_HALF = 0.5
_MOST_COMPARED = 100  # mentions about the same names; what is more is a list, and no sentence
_SMALL = frozenset(
    """
    aan als bij dat de den der deze die dit door een en er had heeft hebben het hier hij hun in is kan meer met naar
    nog nu of om ook op over reeds al te ten ter tot uit van veel voor was wat werd wordt worden zal zich zij zijn
    geeft gaf geven draagt droeg levert leverde stelt totaal nogtoe toe
    a all already an and are as at be been by far for from gave gives given has have in into is it its more of on or
    our so that the their this to until was were which will with
    """.split()  # noqa: SIM905 - a list of words reads better as words
)
_QUALIFIERS = frozenset(
    """
    extra nieuw nieuwe aanvullend aanvullende eerder eerdere jaarlijks jaarlijkse totaal totale ten minste minstens
    hoogstens maximaal minimaal ruim bijna eerste tweede derde nog meer minder
    new additional further earlier annual annually yearly total least most over almost first second third another
    """.split()  # noqa: SIM905
)


class _Mention(NamedTuple):
    """An amount, and the words that it is said with: their stems, those that are names, and what sets it apart."""

    spot: Spot
    written: str
    value: float
    unit: str
    words: frozenset[str]
    names: frozenset[str]
    apart: frozenset[str]


def check_figures(dossier: Dossier, spots: Sequence[Spot]) -> Iterator[Remark]:
    """Yield a remark for each amount that is another elsewhere, in words that are otherwise the same."""
    owners = {stem for actor in dossier.actors for stem in _stems(actor.name)}
    alike: dict[tuple[str, frozenset[str], frozenset[str]], list[_Mention]] = defaultdict(list)
    for spot in spots:
        if spot.passage and (spot.passage.kind is Kind.FIGURE or _DIGIT.search(spot.text)):
            for mention in _mentions(spot, owners):
                alike[mention.unit, mention.names, mention.apart].append(mention)
    for mentions in alike.values():
        yield from _differing(mentions[:_MOST_COMPARED])


def _differing(mentions: list[_Mention]) -> Iterator[Remark]:
    for place, mention in enumerate(mentions):
        for earlier in mentions[:place]:
            if earlier.value != mention.value and _is_same_thing(earlier, mention):
                yield remark(
                    FIGURES,
                    mention.spot,
                    say.OTHER_FIGURE,
                    other=earlier.spot,
                    here=mention.written,
                    there=earlier.written,
                )
                break


def _is_same_thing(one: _Mention, other: _Mention) -> bool:
    fewer, more = sorted((one.words, other.words), key=len)
    between_names = one.words == other.words and len(one.names) > 1
    fewest = _FEWEST_IN_TOPIC if one.spot.topic is other.spot.topic or between_names else _FEWEST
    return len(fewer) >= fewest and fewer <= more and len(fewer) >= _HALF * len(more)


def _mentions(spot: Spot, owners: set[str]) -> Iterator[_Mention]:
    """Yield the amounts of a passage, but for those in a sentence with two: what is said of which is not clear."""
    value = spot.passage.value if spot.passage else ""
    if spot.passage and spot.passage.kind is Kind.FIGURE:
        found = list(_AMOUNT.finditer(value))
        if len(found) == 1 and not _AMOUNT.search(spot.text):
            yield _mention(spot, found[0], f"{value[: found[0].start()]} {spot.text}", owners)
        return
    for sentence in _SENTENCE_END.split(spot.text):
        found = list(_AMOUNT.finditer(sentence))
        if len(found) == 1:
            rest = f"{sentence[: found[0].start()]} {sentence[found[0].end() :]}"
            yield _mention(spot, found[0], rest, owners)


def _mention(spot: Spot, amount: re.Match[str], rest: str, owners: set[str]) -> _Mention:
    parts = amount.groupdict()
    scale = _SCALES.get((parts["scale"] or parts["times"] or "").rstrip(".").casefold(), 1)
    sign = parts["sign"] or parts["coin"]
    written = _WORD.findall(rest)
    words = frozenset(stem for word in written if (stem := _stem(word)))
    named = {_stem(word) for at, word in enumerate(written) if (at and word[0].isupper()) or word.isupper()}
    return _Mention(
        spot,
        amount[0].strip(),
        _number(parts["after"] or parts["before"] or parts["counted"]) * scale,
        _UNITS[sign.casefold()] if sign else "%",
        words,
        words & (named | owners),
        frozenset(_YEAR.findall(rest)) | (_QUALIFIERS & frozenset(rest.casefold().split())),
    )


def _number(written: str) -> float:
    """Return a number in which a point or comma before three digits parts thousands, and before others decimals."""
    *groups, last = re.split(r"[.,]", written)
    if not groups:
        return float(last)
    return float("".join((*groups, last)) if len(last) == 3 else f"{''.join(groups)}.{last}")  # noqa: PLR2004


def _stems(text: str) -> Iterator[str]:
    """Yield the beginnings of the words in a text that say something."""
    return filter(None, map(_stem, _WORD.findall(text)))


@lru_cache(maxsize=4096)
def _stem(word: str) -> str:
    """Return the beginning of a word without accents, "" when it says nothing."""
    plain = _MARKS.sub("", unicodedata.normalize("NFKD", word.casefold()))
    if plain in _SMALL or plain in _QUALIFIERS or len(plain) < _SHORTEST:
        return ""
    return _TOGETHER.sub(r"\1", plain)[:_STEM]
