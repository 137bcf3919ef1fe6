"""The words of markings in one language: which text is a marking, which only looks like one, and what names it.

Signs do not count in a marking: `OFFICIAL - SENSITIVE` is `official-sensitive`, and `Dep.V.` is `dep v`.
"""

import re
from collections.abc import Iterable
from functools import cached_property

import msgspec

from fmm_desktop.importing.agenda.phrase_file import PhraseFile
from fmm_desktop.importing.agenda.phrasing import compiled, heard, whole

_SIGNS = re.compile(r"[\W_]+")
_SPACED = re.compile(r"(?:\b\w ){4,}\w\b")
_SIGNS_OF_A_PHRASE = re.compile(r"[.:/+-]")


def bare(text: str) -> str:
    """Return the folded words of a text without any signs, and `S E C R E T` as one word."""
    words = _SIGNS.sub(" ", heard(text)).strip()
    return _SPACED.sub(lambda spaced: spaced[0].replace(" ", ""), words)


def _bare(phrases: Iterable[str]) -> list[str]:
    """Return phrases without the signs that do not count; those of the notation stay."""
    even = (" ".join(_SIGNS_OF_A_PHRASE.sub(" ", phrase).split()) for phrase in phrases)
    return [phrase.replace(" )", ")").replace(" |", "|") for phrase in even]


class MarkingWords(msgspec.Struct, frozen=True, dict=True):
    """The patterns over the bare words of a text."""

    words: PhraseFile

    @cached_property
    def known(self) -> re.Pattern[str]:
        """A whole marking."""
        return whole(_bare(self.words.marking), {})

    @cached_property
    def weak(self) -> re.Pattern[str]:
        """A whole marking that is an everyday word as well."""
        return whole(_bare(self.words.marking_weak), {})

    @cached_property
    def none(self) -> re.Pattern[str]:
        """What stands behind a label when there is no marking."""
        return whole(_bare(self.words.marking_none), {})

    @cached_property
    def looks(self) -> re.Pattern[str]:
        """A word that markings have."""
        return compiled(_bare(self.words.marking_words), {})

    @cached_property
    def never(self) -> re.Pattern[str]:
        """A word that no marking has."""
        return compiled((*self.words.marking_never, *self.words.meeting_words), {})

    @cached_property
    def verbs(self) -> frozenset[str]:
        """Verbs of sentences."""
        return frozenset(map(bare, self.words.verbs))

    @cached_property
    def labels(self) -> tuple[str, ...]:
        """What stands before a marking and says that it is one; the longest first."""
        return tuple(sorted(map(bare, self.words.marking_labels), key=len, reverse=True))

    @cached_property
    def owners(self) -> frozenset[str]:
        """Whose marking it may be, by the word before it."""
        names = (
            name for names in (*self.words.countries.values(), *self.words.organisations.values()) for name in names
        )
        return frozenset(bare(name) for name in (*names, *self.words.countries))
