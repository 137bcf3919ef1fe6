"""The phrases of a language, ready to look with: read from its file once, and handed on."""

import re
from collections.abc import Mapping
from functools import cached_property
from pathlib import Path

import msgspec

from fmm_desktop.dossier.datafile import read_bytes
from fmm_desktop.dossier.model import Kind
from fmm_desktop.dossier.yaml_border import load
from fmm_desktop.errors import Sentence, UserError
from fmm_desktop.importing.agenda.marking_words import MarkingWords
from fmm_desktop.importing.agenda.phrase_file import PhraseFile
from fmm_desktop.importing.agenda.phrasing import NOTHING, compiled, whole
from fmm_desktop.importing.agenda.sentences import Abbreviations
from fmm_desktop.importing.agenda.side import Side, lists_of
from fmm_desktop.search.folding import fold

_WRONG = Sentence(
    "{file}: dit bestand met zinsneden is niet te gebruiken ({reason}); herstel het of zet het meegeleverde terug",
    "{file}: this file of phrases cannot be used ({reason}); mend it or put back the one that is shipped",
)


class Book(msgspec.Struct, frozen=True, dict=True):
    """The phrases of one language as patterns over folded text. `own` is the country whose position is looked for."""

    words: PhraseFile
    own: str = ""

    @property
    def language(self) -> str:
        """The code of the language."""
        return self.words.language

    @cached_property
    def by_own(self) -> "dict[str, Book]":
        """The phrases with each country as the one whose position is looked for: made once, for patterns take time."""
        return {country: Book(self.words, country) for country in self.words.own}

    @cached_property
    def side(self) -> Side:
        """The phrases about the own side."""
        return Side(self.words, self.own)

    @cached_property
    def _lists(self) -> dict[str, tuple[str, ...]]:
        return lists_of(self.words, self.own)

    @cached_property
    def discussion(self) -> re.Pattern[str]:
        """What will be talked about."""
        return compiled(self.words.discussion, self._lists)

    @cached_property
    def aim(self) -> re.Pattern[str]:
        """What it is for."""
        return compiled(self.words.aim, self._lists)

    @cached_property
    def possible(self) -> re.Pattern[str]:
        """What may come up."""
        return compiled(self.words.possible, self._lists)

    @cached_property
    def possible_surely(self) -> re.Pattern[str]:
        """What may come up, whatever `not_possible` says."""
        return compiled(self.words.possible_surely, self._lists)

    @cached_property
    def not_possible(self) -> re.Pattern[str]:
        """Where the words of `possible` say nothing about it."""
        return compiled(self.words.not_possible, self._lists)

    @cached_property
    def subject(self) -> re.Pattern[str]:
        """What stands before what is talked about."""
        return compiled(self.words.subject, self._lists)

    @cached_property
    def coming_up(self) -> re.Pattern[str]:
        """What comes up, between its verb and the words for that; group `what`."""
        verbs, ends = (
            "|".join(map(re.escape, map(fold, words))) for words in (self.words.title.comes, self.words.title.up)
        )
        return (
            re.compile(rf"\b(?:{verbs}) (?P<what>\S.{{0,120}}?) (?:{ends})\b")
            if verbs and ends
            else re.compile(r"(?!)")
        )

    @cached_property
    def comes_up(self) -> re.Pattern[str]:
        """That what stands before it comes up."""
        words = self.words.title
        return (
            compiled(
                ["{comes} {up}", *(f"{{comes}} {'[a-z]* ' * count}{{up}}" for count in (1, 2))],
                {"comes": words.comes, "up": words.up},
            )
            if words.comes
            else NOTHING
        )

    @cached_property
    def opener(self) -> re.Pattern[str]:
        """What begins a topic where there are no headings."""
        return compiled(self.words.opener, self._lists)

    @cached_property
    def beginning(self) -> re.Pattern[str]:
        """What a paragraph begins with that is of the next part of a meeting."""
        return compiled(self.words.beginning, self._lists)

    @cached_property
    def announcing(self) -> re.Pattern[str]:
        """What an introduction says."""
        return compiled(self.words.announcing, self._lists)

    @cached_property
    def held(self) -> re.Pattern[str]:
        """That a meeting takes place."""
        return compiled(self.words.held, self._lists)

    @cached_property
    def coming(self) -> re.Pattern[str]:
        """That what a sentence names is still to come."""
        return compiled(self.words.coming, self._lists)

    @cached_property
    def labels(self) -> dict[str, Kind | None]:
        """The kind that a label is the heading of, by its folded words; None for any kind."""
        kinds = {**{kind.value: kind for kind in Kind}, "any": None}
        return {fold(label): kinds[kind] for kind, labels in self.words.labels.items() for label in labels}

    @cached_property
    def procedures(self) -> frozenset[str]:
        """What is done with an item of an agenda, folded."""
        return frozenset(map(fold, self.words.procedures))

    @cached_property
    def verbs(self) -> frozenset[str]:
        """Verbs that no heading has, folded."""
        return frozenset(map(fold, self.words.verbs))

    @cached_property
    def session_surely(self) -> re.Pattern[str]:
        """The name of a part of a meeting."""
        return compiled([f"^{phrase}" for phrase in self.words.sessions.strong], self._lists)

    @cached_property
    def session_perhaps(self) -> re.Pattern[str]:
        """What may be the name of a part of a meeting."""
        return whole(self.words.sessions.council, self._lists)

    @cached_property
    def places_and_days(self) -> frozenset[str]:
        """Words that no council is named after, folded: countries, cities, weekdays and months."""
        countries = (name for names in self.words.countries.values() for name in names)
        words = (*countries, *self.words.cities, *self.words.weekdays, *self.words.months)
        return frozenset(fold(word) for word in words)

    @cached_property
    def columns(self) -> frozenset[str]:
        """What the column of a table is called that says what each row is about, folded."""
        return frozenset(map(fold, self.words.sessions.columns))

    @cached_property
    def letterhead(self) -> re.Pattern[str]:
        """A line of a letterhead."""
        return compiled(self.words.letter.letterhead, self._lists)

    @cached_property
    def salutation(self) -> re.Pattern[str]:
        """How a letter begins."""
        return compiled(self.words.letter.salutation, self._lists)

    @cached_property
    def offer(self) -> re.Pattern[str]:
        """The sentence that offers the agenda."""
        return compiled(self.words.letter.offer, self._lists)

    @cached_property
    def closing(self) -> re.Pattern[str]:
        """How a letter ends."""
        return compiled(self.words.letter.closing, self._lists)

    @cached_property
    def letter_subject(self) -> re.Pattern[str]:
        """What stands before the subject of a letter."""
        return compiled(self.words.letter.subject, self._lists)

    @cached_property
    def titles(self) -> re.Pattern[str]:
        """Words in the title of an agenda."""
        return compiled(self.words.letter.titles, self._lists)

    @cached_property
    def start_after(self) -> re.Pattern[str]:
        """The last line of the navigation of a web page."""
        return compiled(self.words.letter.start_after, self._lists)

    @cached_property
    def markings(self) -> MarkingWords:
        """What a marking is known by."""
        return MarkingWords(self.words)

    @cached_property
    def meeting_names(self) -> frozenset[str]:
        """Words for any meeting, which name none, folded."""
        return frozenset(map(fold, self.words.meeting_words))

    @cached_property
    def title_articles(self) -> frozenset[str]:
        """Words that a title does not begin with, folded."""
        return frozenset(map(fold, self.words.title.articles))

    @cached_property
    def title_speakers(self) -> frozenset[str]:
        """Who speaks, and so is not what is spoken about, folded."""
        return frozenset(map(fold, self.words.title.speakers))

    @cached_property
    def title_clause(self) -> frozenset[str]:
        """Words that begin a clause, folded."""
        return frozenset(map(fold, self.words.title.clause))

    @cached_property
    def title_small(self) -> frozenset[str]:
        """Words that a title may hold and does not end with, folded."""
        return frozenset(map(fold, self.words.title.small))

    @cached_property
    def title_possible(self) -> frozenset[str]:
        """What stands in brackets behind the title of what may come up, folded."""
        return frozenset(map(fold, self.words.title.possible))

    @cached_property
    def title_stop(self) -> frozenset[str]:
        """Words that a title stops before, folded."""
        return frozenset(map(fold, self.words.title.stop))

    @cached_property
    def abbreviations(self) -> Abbreviations:
        """Words with a full stop that ends no sentence, folded."""
        words, last = (frozenset(map(fold, some)) for some in (self.words.abbreviations, self.words.abbreviations_last))
        return Abbreviations(words | last, last)

    @cached_property
    def others(self) -> dict[str, re.Pattern[str]]:
        """What others are said to do, by stance."""
        return {stance: compiled(words, self._lists) for stance, words in self.words.others.stances.items()}

    @cached_property
    def meeting_word(self) -> re.Pattern[str]:
        """What a meeting is called in general."""
        return compiled(self.words.meeting_words, self._lists)

    def pattern(self, phrases: tuple[str, ...]) -> re.Pattern[str]:
        """Return a pattern for other phrases of the file."""
        return compiled(phrases, self._lists)


Books = Mapping[str, Book]
"""The phrases by language."""


def load_books(folder: Path) -> Books:
    """Return the phrases in `folder`, a file for each language. Raises UserError when a file cannot be used."""
    books = (_book(file) for file in sorted(folder.glob("*.yaml")))
    return {book.language: book for book in books}


def _book(file: Path) -> Book:
    value, troubles = load(read_bytes(file))
    if troubles:
        raise UserError(_WRONG, file=file, reason=troubles[0].sentence.en)
    try:
        words = msgspec.convert(value, PhraseFile)
        book = Book(words, next(iter(words.own), ""))
        book.side.position.search("")
    except (msgspec.ValidationError, KeyError, re.error) as problem:
        raise UserError(_WRONG, file=file, reason=problem) from problem
    return book
