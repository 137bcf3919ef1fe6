"""The shape of a file of phrases, `resources/phrases/LANGUAGE.yaml`, as it stands on disk."""

from msgspec import Struct

Words = tuple[str, ...]


class _Shape(Struct, frozen=True, kw_only=True, rename="kebab", forbid_unknown_fields=True):
    """What every mapping of the file has in common: a key that is not known is a mistake."""


class TitleWords(_Shape, frozen=True):
    """How a title is taken from a sentence: what goes in front, what may stand in it, where it stops."""

    articles: Words
    small: Words
    stop: Words
    clause: Words
    speakers: Words
    comes: Words
    up: Words
    possible: Words
    introduction: str
    unnamed: str


class SessionWords(_Shape, frozen=True):
    """What a part of a meeting is called: surely, perhaps, with a number; what a topic, and a column of them."""

    strong: Words
    council: Words
    numbered: Words
    items: Words
    columns: Words
    counts: Words


class LetterWords(_Shape, frozen=True):
    """What stands in a letter around an agenda."""

    letterhead: Words
    salutation: Words
    offer: Words
    closing: Words
    offices: Words
    subject: Words
    titles: Words
    start_after: Words


class SeemsWords(_Shape, frozen=True):
    """By what a text is known that only looks like an agenda."""

    questions: Words
    debate: Words
    report_title: Words
    agenda_title: Words
    report: Words
    agenda: Words


class Others(_Shape, frozen=True):
    """Where others stand: the name for who is not named, words for groups, and words for each stance."""

    group: str
    words: Words
    stances: dict[str, Words]


class SpeakerWords(_Shape, frozen=True):
    """How it is seen whether the own side is the subject: what stands before and behind its name."""

    inverts: bool = False
    """Whether the verb stands before its subject when something else is in front."""
    first: Words = ()
    offices: Words = ()
    of: Words = ()
    keeps: Words = ()
    never_after: Words = ()
    before: Words = ()
    opens: Words = ()
    articles: Words = ()
    joins: Words = ()
    present: Words = ()
    past: Words = ()
    adverbs: Words = ()
    facts: Words = ()


class PhraseFile(_Shape, frozen=True, kw_only=True):
    """A whole file of phrases."""

    language: str
    own: dict[str, Words]
    own_any: Words
    own_line: Words
    groups: dict[str, Words]
    speaker: SpeakerWords = SpeakerWords()
    if_raised: Words = ()
    position: Words
    position_perhaps: Words = ()
    position_unsure: Words
    not_position: Words
    discussion: Words
    aim: Words
    borderline: Words
    possible: Words
    not_possible: Words
    possible_surely: Words = ()
    subject: Words
    opener: Words
    beginning: Words
    announcing: Words
    title: TitleWords
    labels: dict[str, Words]
    procedures: Words
    sessions: SessionWords
    verbs: Words
    letter: LetterWords
    seems: SeemsWords
    marking: Words
    marking_weak: Words = ()
    marking_labels: Words = ()
    marking_none: Words = ()
    marking_words: Words = ()
    marking_never: Words = ()
    abbreviations: Words
    abbreviations_last: Words = ()
    months: Words
    weekdays: Words
    date_joiners: Words
    held: Words
    coming: Words
    place_words: Words
    held_in: Words
    meeting_words: Words
    countries: dict[str, Words]
    organisations: dict[str, Words]
    others: Others
    cities: dict[str, str]
    offices: Words
    examples: dict[str, Words]
