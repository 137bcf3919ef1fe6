"""What stands in an annotation, looked at piece by piece: bearable texts, numbers, times; else in words why not.

Nothing here follows a link, and no text is ever anything but text.
"""

import datetime
import re
from collections.abc import Collection, Iterator, Set
from typing import Any, NoReturn

from fmm_desktop.errors import Sentence
from fmm_desktop.notes.exchange.trouble import (
    A_NUMBER,
    A_TIME,
    AN_OBJECT,
    ONE_OF,
    SHORT_TEXT,
    SHORT_WORDS,
    TEXT,
    TEXTS,
    TOO_DEEP,
    WRONG,
    ExchangeError,
)

MAX_TEXT = 1_000_000
"""Characters of the text of a note, and of each text that it quotes."""

MAX_WORD = 20_000
"""Characters without a blank between them: to lay out 100,000 takes an editor seconds, a million minutes."""

MAX_NAME = 1_000
"""Characters of a name, an id or a label."""

MAX_LIST = 10_000
"""Labels of a note, or revisions before it."""

MAX_DEPTH = 32
"""Layers of lists and objects within each other in one annotation."""


MAX_NUMBER = 2**31 - 1
"""The highest edition, and the last place in a text."""

_LARGEST = 2**63
_SHOWN = 40  # digits

_LONG_WORD = re.compile(rf"\S{{{MAX_WORD + 1}}}")

Object = dict[str, Any]


class Part:
    """An object in an annotation, of which parts are asked for by name; `number` is the place of the annotation."""

    def __init__(self, values: Object, number: int, name: str = "") -> None:
        self.values = values
        self.number = number
        self.name = name

    def __contains__(self, name: str) -> bool:
        """Tell whether anything is said under `name`; null says nothing."""
        return self.values.get(name) is not None

    def refuse(self, name: str, expected: Sentence, **values: object) -> NoReturn:
        """Raise what says that something else was expected under `name`."""
        sentence = Sentence(WRONG.nl.replace("{expected}", expected.nl), WRONG.en.replace("{expected}", expected.en))
        path = f"{self.name} › {name}" if self.name else name
        raise ExchangeError(sentence, number=self.number, name=path, **values)

    def text(self, name: str, default: str = "", limit: int = MAX_TEXT) -> str:
        """Return the text under `name`."""
        value = self.values.get(name)
        if value is None:
            return default
        if not isinstance(value, str):
            self.refuse(name, TEXT)
        if len(value) > limit:
            self.refuse(name, SHORT_TEXT, limit=limit)
        if len(value) > MAX_WORD and _LONG_WORD.search(value):
            self.refuse(name, SHORT_WORDS, limit=MAX_WORD)
        return value

    def name_of(self, name: str, default: str = "") -> str:
        """Return the short text under `name`."""
        return self.text(name, default, MAX_NAME)

    def count(self, name: str, default: int = 0) -> int:
        """Return the number under `name`, not below 0."""
        value = self.values.get(name)
        if value is None:
            return default
        if not isinstance(value, int) or isinstance(value, bool) or not 0 <= value <= MAX_NUMBER:
            self.refuse(name, A_NUMBER, limit=MAX_NUMBER)
        return value

    def time(self, name: str) -> datetime.datetime | None:
        """Return the time under `name` in UTC; one without a zone is taken to be in UTC."""
        if name not in self:
            return None
        try:
            time = datetime.datetime.fromisoformat(self.name_of(name))
            return (time if time.tzinfo else time.replace(tzinfo=datetime.UTC)).astimezone(datetime.UTC)
        except (ValueError, OverflowError):
            self.refuse(name, A_TIME)

    def names(self, name: str) -> tuple[str, ...]:
        """Return the list of short texts under `name`, each once."""
        found = self.list(name)
        if len(found) > MAX_LIST or any(not isinstance(one, str) or len(one) > MAX_NAME for one in found):
            self.refuse(name, TEXTS, limit=MAX_LIST)
        return tuple(dict.fromkeys(found))

    def one_of(self, name: str, known: Collection[str], default: str) -> str:
        """Return the word under `name`, which is one of a few."""
        value = self.name_of(name, default)
        if value not in known:
            self.refuse(name, ONE_OF, known=", ".join(known))
        return value

    def list(self, name: str) -> list[Any]:
        """Return what stands under `name` as a list: JSON-LD writes a list of one without brackets."""
        value = self.values.get(name)
        if value is None:
            return []
        return value if isinstance(value, list) else [value]

    def parts(self, name: str) -> Iterator["Part | str"]:
        """Yield what stands under `name`: objects, or texts that name one."""
        for value in self.list(name):
            if isinstance(value, dict):
                yield Part(value, self.number, name)
            elif isinstance(value, str):
                yield Part({name: value}, self.number).text(name, limit=MAX_TEXT)
            else:
                self.refuse(name, AN_OBJECT)

    def unknown(self, known: Set[str]) -> Object:
        """Return what is said under any other name, to be handed on."""
        if self.values.keys() <= known:
            return {}
        return {name: value for name, value in self.values.items() if name not in known}


def check_shape(value: Any, number: int, depth: int = MAX_DEPTH) -> None:  # noqa: ANN401 - whatever JSON holds
    """Refuse what is too deep, or a number that no other program reads. Goes no deeper than `depth`."""
    if isinstance(value, (dict, list)):
        if depth == 0:
            raise ExchangeError(TOO_DEEP, limit=MAX_DEPTH)
        for each in value.values() if isinstance(value, dict) else value:
            if not isinstance(each, str):
                check_shape(each, number, depth - 1)
    elif isinstance(value, int) and abs(value) >= _LARGEST:
        Part({}, number).refuse(str(value)[:_SHOWN], A_NUMBER, limit=_LARGEST)
