"""What is wrong with a data file, and how that is said: where it is, in words, and what was expected."""

from collections.abc import Collection
from typing import Any, Literal, NamedTuple

from msgspec import Struct

from fmm_desktop.dossier.structure_sentences import near
from fmm_desktop.errors import Language, Sentence

Severity = Literal["error", "warning", "remark"]

Steps = tuple[str | int, ...]
"""The way from the root of a file to a value: keys of mappings and places in lists, counted from 0."""


class Place(NamedTuple):
    """A place in a file. Both count from 1; `NOWHERE` is the file as a whole."""

    line: int
    column: int


NOWHERE = Place(0, 0)


class Trouble(NamedTuple):
    """Something wrong in a file, before its place is known.

    `steps` lead to the value; with `at_key` the place is that of the key before it. `place` is set when it was known
    from the start; `also` leads to another key, whose line the sentence names as `{first}`. A `Sentence` in `values` is
    said in the language of the reader, and of a `Mistyped` what may be meant.
    """

    severity: Severity
    steps: Steps
    sentence: Sentence
    values: dict[str, Any]
    at_key: bool = False
    place: Place = NOWHERE
    also: Steps | None = None


def error(steps: Steps, sentence: Sentence, **values: Any) -> Trouble:  # noqa: ANN401 - whatever the sentence shows
    """Return a trouble that keeps the file from being read."""
    return Trouble("error", steps, sentence, values)


def warning(steps: Steps, sentence: Sentence, **values: Any) -> Trouble:  # noqa: ANN401
    """Return a trouble that the file can be read with."""
    return Trouble("warning", steps, sentence, values)


class Mistyped(NamedTuple):
    """A name that is not among those that are known, and may be meant as one of them."""

    name: object
    known: Collection[str]


class Nearest:
    """Finds which name may be meant, for the first that are asked for: a file may be made to ask for millions."""

    def __init__(self) -> None:
        self._left = _MOST_COMPARED

    def told(self, mistyped: Mistyped) -> Sentence | str:
        """Return "; perhaps 'x' is meant" with the known name that is most like it, else nothing."""
        name, known = mistyped
        if not isinstance(name, str) or len(name) > _LONGEST_NAME or self._left <= 0:
            return ""
        self._left -= len(name) * sum(map(len, known))
        from difflib import get_close_matches  # noqa: PLC0415 - not needed by a dossier that has no trouble

        close = get_close_matches(name, known, 1) if self._left >= 0 else []
        return near(close[0]) if close else ""


_LONGEST_NAME = 100
_MOST_COMPARED = 1_000_000  # letters with letters: some tenths of a second


class Finding(Struct, frozen=True):
    """Something wrong in a file: where, as line and column (from 1; 0 is the whole file) and as path, and what.

    `path` is in words, `sessions › nar › topics › china`; empty for the whole file. `nl` and `en` are the sentence,
    ready to show.
    """

    severity: Severity
    line: int
    column: int
    path: str
    nl: str
    en: str

    def words(self, language: Language) -> str:
        """Return the sentence alone."""
        return self.nl if language == "nl" else self.en

    def text(self, language: Language) -> str:
        """Return place, path and sentence on one line, without the name of the file."""
        parts = (self._place(language), self.path, self.words(language))
        return " ".join(": ".join(part for part in parts if part).split())

    def _place(self, language: Language) -> str:
        if not self.line:
            return ""
        line, column = ("regel", "kolom") if language == "nl" else ("line", "column")
        return f"{line} {self.line}, {column} {self.column}"


def finding(trouble: Trouble, root: object, place: Place, nearest: Nearest) -> Finding:
    """Return `trouble` in words; `root` is the value of the whole file, `place` where the trouble is."""
    values = {
        name: nearest.told(value) if isinstance(value, Mistyped) else value for name, value in trouble.values.items()
    }
    return Finding(
        trouble.severity,
        place.line,
        place.column,
        path_in_words(root, trouble.steps),
        nl=_say(trouble.sentence, "nl", values),
        en=_say(trouble.sentence, "en", values),
    )


def _say(sentence: Sentence, language: Language, values: dict[str, Any]) -> str:
    said = {name: _say(value, language, {}) if isinstance(value, Sentence) else value for name, value in values.items()}
    return sentence.say(language, **said)


def path_in_words(root: object, steps: Steps) -> str:
    """Return `steps` as a reader knows them: an item of a list by its id where it has one, else by its number."""
    words = []
    here = root
    for step in steps:
        here = _inside(here, step)
        words.append(_name(here, step))
    return " › ".join(words)


def _inside(value: object, step: str | int) -> object:
    if isinstance(value, dict):
        return value.get(step)
    return value[step] if isinstance(value, list) and isinstance(step, int) and step < len(value) else None


def _name(value: object, step: str | int) -> str:
    if isinstance(step, str):
        return step
    identifier = value.get("id") if isinstance(value, dict) else None
    return identifier if isinstance(identifier, str) and identifier else str(step + 1)
