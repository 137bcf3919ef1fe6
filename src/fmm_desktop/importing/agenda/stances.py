"""Where others stand: a sentence that says what another country or a group of them supports or opposes."""

import re
from functools import lru_cache

from fmm_desktop.dossier.model import Kind, Stance
from fmm_desktop.importing.agenda.draft import Doubt
from fmm_desktop.importing.agenda.kinds import Said
from fmm_desktop.importing.agenda.phrases import Book
from fmm_desktop.importing.agenda.phrasing import compiled, heard

_STANCES: tuple[Stance, ...] = ("mixed", "opposes", "supports")
_JOINED = re.compile(r"(?:,|,? (?:en|and|ook|zowel))? ")
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
    named = _subjects(folded, book.others[stance], book) if stance in book.others else _named(folded, book)
    actor = named[0] if named and named[0] != book.own else ""
    is_one = len(named) == 1 and bool(actor) and ";" not in folded  # behind it others may stand elsewhere
    return Said(Kind.OTHER, () if is_one else (Doubt.ACTOR,), actor=actor, stance=stance)


def _subjects(folded: str, stance: re.Pattern[str], book: Book) -> list[str]:
    """Return the countries of which the stance is: next to its verb, else those that the sentence begins with."""
    match = stance.search(folded)
    if match is None:
        return _named(folded, book)
    before, after = folded[: match.start()].rpartition(";")[2].strip(), folded[match.end() :]
    clause = before.rpartition(",")[2].strip()
    behind = [] if book.side.other_first.search(clause) or not book.words.speaker.inverts else _enumerated(after, book)
    return behind or _named(before, book)


def _enumerated(text: str, book: Book) -> list[str]:
    """Return the countries that a text begins with: of `Polen, Duitsland en …` the first two."""
    found = list[str]()
    match: re.Match[str] | None = _JOINED.match(text)
    while match:
        rest = text[match.end() :]
        hits = ((name, hit) for name, words in country_names(book) if (hit := words.match(rest)))
        name, hit = next(hits, ("", None))
        if hit is None:
            break
        found.append(name)
        text = rest[hit.end() :]
        match = _JOINED.match(text)
    return found


def _named(folded: str, book: Book) -> list[str]:
    """Return the countries in the first words of a sentence, in order, but for those behind a preposition."""
    front = " ".join(folded.split()[:_FRONT])
    found = sorted((match.start(), name) for name, words in country_names(book) for match in words.finditer(front))
    return list(dict.fromkeys(name for start, name in found if not _is_place(front[:start], book)))


def _is_place(before: str, book: Book) -> bool:
    """Whether the words before the name of a country make it a place or an object: `in Oekraïne`."""
    speaker = book.words.speaker
    words = (word for word in reversed(before.split()) if word not in speaker.articles)
    return next(words, "") in speaker.never_after


def country_names(book: Book) -> tuple[tuple[str, re.Pattern[str]], ...]:
    """Return the names of each country, without the words that are made of them."""
    return _country_names(tuple(book.words.countries.items()))


@lru_cache(maxsize=8)
def _country_names(countries: tuple[tuple[str, tuple[str, ...]], ...]) -> tuple[tuple[str, re.Pattern[str]], ...]:
    return tuple(
        (country, compiled([words[0], *(word for word in words[1:] if word.isupper())], {}))
        for country, words in countries
    )
