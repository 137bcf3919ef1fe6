"""The words of set formulas, which tell nothing about the subject of a passage: those that the phrases are made of."""

from collections.abc import Iterator
from functools import lru_cache

from fmm_desktop.dossier.closeness import words_of_text
from fmm_desktop.importing.agenda.phrase_file import PhraseFile, Words
from fmm_desktop.search.folding import fold


def formula_words(words: PhraseFile, own: str) -> frozenset[str]:
    """Return the words of formulas, folded, with the names of `own`, the country whose positions they tell."""
    return _all_words(tuple(_phrases(words, own)))


@lru_cache(maxsize=8)
def _all_words(phrases: Words) -> frozenset[str]:
    return frozenset(word for phrase in phrases for word in words_of_text(fold(phrase)))


def _phrases(words: PhraseFile, own: str) -> Iterator[str]:
    title, speaker = words.title, words.speaker
    yield from (phrase for group in words.groups.values() for phrase in group)
    yield from (*words.own.get(own, ()), *words.own_any, *words.own_line)
    yield from (*words.position, *words.position_perhaps, *words.position_unsure, *words.not_position)
    yield from (*words.if_raised, *words.discussion, *words.aim, *words.subject, *words.opener, *words.borderline)
    yield from (*words.beginning, *words.announcing, *words.possible, *words.not_possible, *words.procedures)
    yield from (*title.articles, *title.small, *title.stop, *title.clause, *title.speakers, *title.comes, *title.up)
    yield from (*speaker.keeps, *speaker.never_after, *speaker.before, *speaker.joins, *speaker.adverbs)
    yield from (*words.verbs, *words.months, *words.weekdays)
