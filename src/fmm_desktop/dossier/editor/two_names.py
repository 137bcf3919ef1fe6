"""Two names for one thing: a dinner that is a lunch elsewhere, an abbreviation and its translation, two spellings."""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby, islice

from fmm_desktop.dossier.editor import sentences as say
from fmm_desktop.dossier.editor.names import TWO_NAMES
from fmm_desktop.dossier.editor.remark import Remark, remark
from fmm_desktop.dossier.editor.spots import Spot
from fmm_desktop.dossier.model import Dossier

_MEALS = {
    **dict.fromkeys(("diner", "dinner"), "dinner"),
    **dict.fromkeys(("lunch", "luncheon"), "lunch"),
    **dict.fromkeys(("ontbijt", "breakfast"), "breakfast"),
}
_MEAL = re.compile(rf"\b(?P<whole>(?:(?:werk|working\s)-?)?(?P<meal>{'|'.join(_MEALS)}))\b", re.IGNORECASE)
_PAIRS = (
    ("Kiev", "Kyiv"),
    ("Charkov", "Charkiv"),
    ("Odessa", "Odesa"),
    ("Wit-Rusland", "Belarus"),
    ("Bosnië-Herzegovina", "Bosnië en Herzegovina"),
    ("Bosnia-Herzegovina", "Bosnia and Herzegovina"),
    ("Turkey", "Türkiye"),
    ("Czech Republic", "Czechia"),
    ("Birma", "Myanmar"),
    ("Burma", "Myanmar"),
)
_PAIR = re.compile(rf"(?:{'|'.join(name for pair in _PAIRS for name in pair)})(?!\w)")
_HYPHENED = re.compile(r"(?<![\w-])[a-zà-öø-ÿ]{3,}-[a-zà-öø-ÿ]{3,}(?![\w-])")
_ABBREVIATION = re.compile(r"\b[A-Z]{2,8}\b")
_FEW = 200  # words that are looked for one by one
_LONG_WORD = re.compile(r"[a-zà-öø-ÿ]{8,}")


def check_names(dossier: Dossier, spots: Sequence[Spot]) -> Iterator[Remark]:
    """Yield a remark for each thing that goes by two names, where the second one first stands."""
    yield from _meals(spots)
    yield from _terms(dossier)
    yield from _translated(dossier, spots)
    yield from _pairs(spots)
    yield from _hyphens(spots)


# -- lunch or dinner ---------------------------------------------------------------------------------------------------


def _meals(spots: Sequence[Spot]) -> Iterator[Remark]:
    """Yield a remark for each session that is two meals, and for each meal that is announced and is another one."""
    own: dict[str, dict[str, tuple[Spot, str]]] = {}  # session → meal → where it is first named, and how
    for session, within in groupby(spots, key=lambda spot: spot.session.id if spot.session else ""):
        named = own[session] = _meals_in(list(within))
        if len(named) > 1 and _is_one_meal(named):
            (first, there), (spot, here) = list(named.values())[:2]
            yield remark(TWO_NAMES, spot, say.TWO_MEALS, other=first, here=here, there=there)
    held = {session: _held(named) for session, named in own.items()}
    for session, named in own.items():
        for meal, (spot, here) in named.items():
            others = {_held_at(own[other], what) for other, what in held.items() if what and other != session}
            if held[session] or meal in held.values() or len(named) > 1 or len(others) != 1:
                continue
            other = others.pop()
            yield remark(TWO_NAMES, spot, say.TWO_MEALS, other=other[0], here=here, there=other[1])


def _meals_in(spots: list[Spot]) -> dict[str, tuple[Spot, str]]:
    found: dict[str, tuple[Spot, str]] = {}
    lowered = "\n".join([spot.text for spot in spots]).lower()
    if not any(meal in lowered for meal in _MEALS):  # the pattern takes longer
        return found
    for spot in spots:
        for match in _MEAL.finditer(spot.text):
            meal = _MEALS[match["meal"].casefold()]
            if meal not in found or (_works(match["whole"]) and not _works(found[meal][1])):
                found[meal] = (spot, match["whole"])
    return found


def _held(named: dict[str, tuple[Spot, str]]) -> str:
    """Return the meal that a session is by its title or form; empty when it is none."""
    return next((meal for meal, (spot, _) in named.items() if spot.session and not spot.topic and _is_name(spot)), "")


def _is_one_meal(named: dict[str, tuple[Spot, str]]) -> bool:
    """Whether a session is a meal itself, or works at one: else there may be lunch and dinner in it."""
    return bool(_held(named)) or sum(_works(how) for _, how in named.values()) > 1


def _works(how: str) -> bool:
    """Whether a meal is one at which the session works: `werklunch`, `working lunch`."""
    return how[:4].casefold() in {"werk", "work"}


def _is_name(spot: Spot) -> bool:
    return spot.is_title or spot.steps[-1:] == ("form",)


def _held_at(named: dict[str, tuple[Spot, str]], meal: str) -> tuple[Spot, str]:
    return named[meal]


# -- terms and names ---------------------------------------------------------------------------------------------------


def _terms(dossier: Dossier) -> Iterator[Remark]:
    """Yield a remark for each term with the long form of another, and for each that is explained as two things."""
    longs: dict[str, str] = {}
    shorts: dict[str, str] = {}
    for place, term in enumerate(dossier.terms):
        spot = Spot(("terms", place), "", "")
        short, long = term.short.casefold(), term.long.casefold()
        if long and longs.setdefault(long, term.short).casefold() != short:
            yield remark(
                TWO_NAMES, spot, say.TWO_TERMS, about=term.short, here=term.short, there=longs[long], long=term.long
            )
        if long and shorts.setdefault(short, term.long).casefold() != long:
            yield remark(
                TWO_NAMES,
                spot,
                say.TWO_MEANINGS,
                about=term.short,
                short=term.short,
                here=term.long,
                there=shorts[short],
            )


def _translated(dossier: Dossier, spots: Sequence[Spot]) -> Iterator[Remark]:
    """Yield a remark for each term whose abbreviation in another language is used beside its own."""
    own = {term.short for term in dossier.terms}
    foreign = {
        short: term.short
        for term in dossier.terms
        for words in term.translation.values()
        for short in _ABBREVIATION.findall(words)
        if _ABBREVIATION.fullmatch(term.short) and short not in own
    }
    if foreign:
        yield from _both(spots, _ABBREVIATION, foreign)


def _pairs(spots: Sequence[Spot]) -> Iterator[Remark]:
    whole = "\n".join([spot.text for spot in spots])
    pairs = {one: other for one, other in _PAIRS if one in whole and other in whole}
    return _both(spots, _PAIR, pairs) if pairs else iter(())


def _both(spots: Sequence[Spot], pattern: re.Pattern[str], names: dict[str, str]) -> Iterator[Remark]:
    """Yield a remark for each key of `names` that stands somewhere, when its value stands somewhere else."""
    first: dict[str, Spot] = {}
    for spot in spots:
        for found in pattern.findall(spot.text):
            first.setdefault(found, spot)
    for one, other in names.items():
        if one in first and other in first:
            yield remark(TWO_NAMES, first[one], say.TWO_NAMES, other=first[other], about=one, here=one, there=other)


def _hyphens(spots: Sequence[Spot]) -> Iterator[Remark]:
    """Yield a remark for each word that is written with a hyphen here and without one there."""
    hyphened: dict[str, tuple[Spot, str]] = {}
    for spot in spots:
        if "-" in spot.text:
            for word in _HYPHENED.findall(spot.text):
                hyphened.setdefault(word.replace("-", ""), (spot, word))
    for spot in spots if _has_any(hyphened, spots) else ():
        for joined in _LONG_WORD.findall(spot.text):
            if joined in hyphened:
                other, word = hyphened.pop(joined)
                yield remark(TWO_NAMES, spot, say.TWO_NAMES, other=other, about=joined, here=joined, there=word)


def _has_any(words: Iterable[str], spots: Sequence[Spot]) -> bool:
    """Whether one of some words may stand somewhere: to look through all texts at once takes the least."""
    whole = "\n".join([spot.text for spot in spots])
    few = list(islice(words, _FEW + 1))
    return len(few) > _FEW or any(word in whole for word in few)
