"""Where in a YAML file something stands. Paid for only when there is something to say about a file."""

from collections.abc import Collection
from typing import Any, NamedTuple

from yaml import MarkedYAMLError, YAMLError
from yaml._yaml import CParser
from yaml.events import CollectionEndEvent, CollectionStartEvent, MappingStartEvent, NodeEvent, ScalarEvent
from yaml.reader import ReaderError

from fmm_desktop.dossier import yaml_sentences as say
from fmm_desktop.dossier.trouble import NOWHERE, Place, Steps, Trouble, error

MAX_DEPTH = 32
"""Levels of lists and mappings. What is deeper is not read, nor looked through: libyaml slows down with each level."""


class KeyAndValue(NamedTuple):
    """Where a value stands, and the key before it; for an item of a list these are the same."""

    key: Place
    value: Place


def place_of(mark: Any) -> Place:  # noqa: ANN401 - PyYAML has a mark in C and one in Python
    """Return the place that a mark of PyYAML points at."""
    return Place(mark.line + 1, mark.column + 1)


def syntax_trouble(problem: YAMLError, data: bytes) -> Trouble:
    """Return in words of ours what libyaml could not make sense of in `data`."""
    if isinstance(problem, ReaderError):
        return error((), say.CONTROL, code=f"U+{int(problem.character):04X}")._replace(
            place=_place_at(data, problem.position)
        )
    if not isinstance(problem, MarkedYAMLError):
        return error((), say.syntax(str(problem)))
    words = problem.problem or ""
    begun = problem.context_mark if words.startswith(_SEEN_TOO_LATE) else None
    mark = begun or problem.problem_mark or problem.context_mark
    return error((), say.syntax(words))._replace(place=place_of(mark) if mark else NOWHERE)


# libyaml says these at the end of what it was looking through; the reader must be at its beginning
_SEEN_TOO_LATE = ("could not find expected ':'", "found unexpected end of stream")


def _place_at(data: bytes, offset: int) -> Place:
    before = data[:offset]
    last_line = before[before.rfind(b"\n") + 1 :]
    return Place(before.count(b"\n") + 1, len(last_line.decode("utf-8", "replace")) + 1)


def locate(data: bytes, wanted: Collection[Steps]) -> dict[Steps, KeyAndValue]:
    """Return where the values that `wanted` leads to stand, with the place of the key before each.

    What cannot be found (behind an alias, after broken YAML) gets the place of the nearest value around it.
    """
    walk = _Walk({steps[:length] for steps in wanted for length in range(len(steps) + 1)})
    parser = CParser(data)
    try:
        while walk.depth <= MAX_DEPTH and (event := parser.get_event()) is not None:
            walk.step(event)
    except YAMLError:
        pass  # what is broken is said elsewhere; the places before it are good
    finally:
        parser.dispose()
    return {steps: walk.nearest(steps) for steps in wanted}


class _Walk:
    """Follows the events of a parser and notes the places of `interesting` values; the first one counts."""

    def __init__(self, interesting: set[Steps]) -> None:
        self._interesting = interesting
        self._found: dict[Steps, KeyAndValue] = {}
        self._open: list[_Open] = []

    @property
    def depth(self) -> int:
        """How many containers are open."""
        return len(self._open)

    def step(self, event: Any) -> None:  # noqa: ANN401 - PyYAML's events are untyped
        if isinstance(event, CollectionEndEvent):
            self._open.pop()
        elif isinstance(event, NodeEvent):
            place = place_of(event.start_mark)
            key_place, steps = self._open[-1].next(event, place) if self._open else (place, ())
            if steps in self._interesting and steps is not None:
                self._found.setdefault(steps, KeyAndValue(key_place, place))
            else:
                steps = None
            if isinstance(event, CollectionStartEvent):
                self._open.append(_Open(steps, is_mapping=isinstance(event, MappingStartEvent)))

    def nearest(self, steps: Steps) -> KeyAndValue:
        while steps and steps not in self._found:
            steps = steps[:-1]
        return self._found.get(steps, KeyAndValue(NOWHERE, NOWHERE))


class _Open:
    """A container that is being read; `steps` is None when nothing in it is looked for."""

    def __init__(self, steps: Steps | None, *, is_mapping: bool) -> None:
        self._steps = steps
        self._is_mapping = is_mapping
        self._count = 0
        self._key: tuple[object, Place] | None = None

    def next(self, event: Any, place: Place) -> tuple[Place, Steps | None]:  # noqa: ANN401
        """Return the place of the key and the steps of the value that starts; no steps for a key itself."""
        if not self._is_mapping:
            self._count += 1
            return place, None if self._steps is None else (*self._steps, self._count - 1)
        if self._key is None:
            self._key = (event.value if isinstance(event, ScalarEvent) else None, place)
            return place, None
        (key, key_place), self._key = self._key, None
        return key_place, (*self._steps, key) if self._steps is not None and isinstance(key, str) else None
