"""What the program says when something is wrong that a person can mend.

Two kinds of failure exist. An *expected* one (a file that is not there, a full disk, a mistyped key) is a
`UserError`: one plain sentence, in the language of the reader. Anything else is a bug and reaches the one hook
in `ui.bug_report`, which shows it with a report that can be copied.

This module stands below every room and knows none of them.
"""

from collections.abc import Mapping
from typing import Literal, NamedTuple

Language = Literal["nl", "en"]


class Sentence(NamedTuple):
    """A sentence in both languages of the program, with `{named}` places to fill."""

    nl: str
    en: str

    def say(self, language: Language, **values: object) -> str:
        """Return the sentence in `language` with its places filled from `values`."""
        template = self.nl if language == "nl" else self.en
        return template.format(**values)


class UserError(Exception):
    """Something that the reader can mend, told in one sentence that says what, where and what to do.

    `str(error)` is the English sentence; `text(language)` is what the window and the command line show.
    """

    def __init__(self, sentence: Sentence, **values: object) -> None:
        super().__init__(sentence.say("en", **values))
        self.sentence = sentence
        self.values = values

    def text(self, language: Language) -> str:
        """Return the sentence in the language of the reader, on one line."""
        return " ".join(self.sentence.say(language, **self.values).split())


def language_of(environment: Mapping[str, str]) -> Language | None:
    """Return the language that a terminal asks for, by the variables that POSIX names for messages; None for none."""
    for name in ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG"):
        if said := environment.get(name):
            return "nl" if said.lower().startswith("nl") else "en"
    return None
