"""What the filter line could go on with: fields, their values, and the actors, terms and tags of the dossier."""

from collections.abc import Iterator
from functools import cached_property
from itertools import islice
from typing import NamedTuple

from fmm_desktop.dossier.model import Dossier
from fmm_desktop.errors import Language
from fmm_desktop.search.facets import ALL_FIELDS, part, quoted, values
from fmm_desktop.search.field_names import Field, field_name
from fmm_desktop.search.folding import fold

_MOST = 8
_LANGUAGES: tuple[Language, ...] = ("nl", "en")
_SHORTEST = 2  # letters before which words of the dossier are not suggested


class Suggestion(NamedTuple):
    """What could be written instead of the last word that was typed, and the whole line with it."""

    words: str
    line: str


class _Offer(NamedTuple):
    folded: str
    written: str


class Suggester:
    """Knows the words of a dossier. The first question takes as long as going through its topics once."""

    def __init__(self, dossier: Dossier, language: Language) -> None:
        self._dossier = dossier
        self._language = language
        self._values: dict[tuple[Field, Language], tuple[_Offer, ...]] = {}

    def suggest(self, typed: str) -> tuple[Suggestion, ...]:
        """Return what `typed` could go on with, the likeliest first; nothing behind a blank.

        The line is ready for the next word, or for the value of a field.
        """
        before, word = _last_word(typed)
        minus, word = ("-", word[1:]) if word.startswith("-") else ("", word)
        folded = fold(word)
        offers: dict[str, str] = {}
        for offer in self._offers(folded):
            if fold(offer) != folded:
                offers.setdefault(fold(offer), offer)
        return tuple(
            Suggestion(offer, f"{before}{minus}{offer}{'' if offer.endswith(':') else ' '}")
            for offer in islice(offers.values(), _MOST)
        )

    def _offers(self, word: str) -> Iterator[str]:
        """Yield what begins with a folded word: fields, values behind a colon, names of the dossier."""
        name, colon, value = word.partition(":")
        if colon:
            for language in sorted(_LANGUAGES, key=lambda one: one != self._language):
                for field in ALL_FIELDS:
                    if field_name(field, language) == name:
                        yield from _fitting(value.strip('"'), self._of(field, language))
            return
        if name:
            yield from (f"{one}:" for one in self._field_names if one.startswith(name))
        if len(beginning := name.strip('"')) >= _SHORTEST:
            yield from _fitting(beginning, self._names)

    @cached_property
    def _field_names(self) -> tuple[str, ...]:
        return tuple(field_name(field, self._language) for field in ALL_FIELDS)

    def _of(self, field: Field, language: Language) -> tuple[_Offer, ...]:
        if (field, language) not in self._values:
            known = values(field, self._dossier, language)
            self._values[field, language] = tuple(_Offer(fold(one), part(field, one, language)) for one in known)
        return self._values[field, language]

    @cached_property
    def _names(self) -> tuple[_Offer, ...]:
        terms = [words for term in self._dossier.terms for words in (term.short, term.long) if words]
        names = [*(actor.name for actor in self._dossier.actors), *terms, *values("tag", self._dossier, self._language)]
        return tuple(_Offer(fold(one), quoted(one)) for one in dict.fromkeys(names))


def _last_word(typed: str) -> tuple[str, str]:
    """Return what stands before the word that is being typed, and that word, with an open quote in it."""
    quote = typed.rfind('"') if typed.count('"') % 2 else len(typed)
    start = typed.rfind(" ", 0, quote) + 1
    return typed[:start], typed[start:]


def _fitting(beginning: str, offers: tuple[_Offer, ...]) -> Iterator[str]:
    """Yield what begins like that itself, or in one of its further words."""
    return (one.written for one in offers if one.folded.startswith(beginning) or f" {beginning}" in one.folded)
