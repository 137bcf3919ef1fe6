"""Where others stand: a sentence that says what another country or a group of them supports or opposes."""

import re
from functools import lru_cache

from fmm_desktop.dossier.model import Kind, Stance
from fmm_desktop.importing.agenda.draft import Doubt
from fmm_desktop.importing.agenda.kinds import Said
from fmm_desktop.importing.agenda.phrases import Book
from fmm_desktop.importing.agenda.phrasing import compiled, heard

_STANCES: tuple[Stance, ...] = ("mixed", "opposes", "supports")
_FRONT = 8  # words of a sentence in which its subject stands


def stance_of(sentence: str, found: Said, book: Book) -> Said:
    """Return `found`, or the stance of another country when the sentence begins with one and says where it stands."""
    folded = heard(sentence)
    if found.kind is not Kind.BACKGROUND or not any(words.search(folded) for words in book.others.values()):
        return found
    stands = who_stands(sentence, book)
    return stands if stands.actor and stands.stance != "unknown" else found


def who_stands(sentence: str, book: Book) -> Said:
    """Return who stands where in a sentence about others: the first country in it; unsure for none, and for more."""
    folded = heard(sentence)
    stance: Stance = next(
        (name for name in _STANCES if name in book.others and book.others[name].search(folded)), "unknown"
    )
    front = " ".join(folded.split()[:_FRONT])
    named = sorted((match.start(), name) for name, words in country_names(book) if (match := words.search(front)))
    actor = named[0][1] if named and named[0][1] != book.own else ""
    return Said(Kind.OTHER, () if len(named) == 1 and actor else (Doubt.ACTOR,), actor=actor, stance=stance)


def country_names(book: Book) -> tuple[tuple[str, re.Pattern[str]], ...]:
    """Return the names of each country, without the words that are made of them."""
    return _country_names(tuple(book.words.countries.items()))


@lru_cache(maxsize=8)
def _country_names(countries: tuple[tuple[str, tuple[str, ...]], ...]) -> tuple[tuple[str, re.Pattern[str]], ...]:
    return tuple(
        (country, compiled([words[0], *(word for word in words[1:] if word.isupper())], {}))
        for country, words in countries
    )
