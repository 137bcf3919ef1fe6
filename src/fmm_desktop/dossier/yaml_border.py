"""From the bytes of a YAML file to dicts, lists and scalars, whatever those bytes are.

libyaml delivers a stream of events; the values are built from it here, with a stack of our own, because the builder
of PyYAML calls itself for each level and takes the process down on 100,000 brackets. It is also several times faster.
Plain scalars follow the core rules of YAML 1.2, with dates: `true` and `false` are booleans, `no` is Norway, `13:30`
a time. Quoted scalars are text. Tags other than `!!str` are refused, so that no file can build an object.
"""

from collections.abc import Callable
from typing import Any, NamedTuple

from yaml import YAMLError
from yaml._yaml import CParser
from yaml.events import (
    AliasEvent,
    DocumentStartEvent,
    Event,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
)

from fmm_desktop.dossier import yaml_sentences as say
from fmm_desktop.dossier.trouble import Trouble, error
from fmm_desktop.dossier.yaml_places import MAX_DEPTH, syntax_trouble
from fmm_desktop.dossier.yaml_places import place_of as _place
from fmm_desktop.dossier.yaml_scalars import CONTROL, LONGEST_SPECIAL, plain_scalar
from fmm_desktop.errors import Sentence

MAX_EVENTS = 3_000_000
MAX_TAG_DIRECTIVES = 100  # libyaml compares each with every one before it
MAX_COPIED = 1_000_000

_WATCH_EVERY = 2000  # events: some 10 ms

Watch = Callable[[float], None]
Container = dict[str, Any] | list[Any]


class Unreadable:
    """Stands in for a value that was refused, so that it is not reported a second time."""


class Loaded(NamedTuple):
    """The value of a file and what was wrong in it; with troubles the value is not to be used as it is."""

    value: Any
    troubles: tuple[Trouble, ...] = ()


def load(data: bytes, max_events: int = MAX_EVENTS, watch: Watch | None = None) -> Loaded:
    """Return the value of the YAML document `data` (UTF-8). Raises nothing: what is wrong is in the troubles.

    Each value counts as one event, a list or mapping as two; a document with more than `max_events` is refused.
    `watch` is told now and then how far we are, 0 to 1, and may raise to stop.
    """
    if data.count(b"%TAG") > MAX_TAG_DIRECTIVES:
        return Loaded(None, (error((), say.TOO_MANY_TAGS),))
    builder = _Builder(data)
    value, troubles = None, builder.troubles
    try:
        value = builder.document(max_events, watch)
    except _StopError as stop:
        troubles.append(stop.trouble)
    except YAMLError as problem:
        troubles.append(syntax_trouble(problem, data))
    finally:
        builder.parser.dispose()
    return Loaded(value, tuple(troubles))


class _StopError(Exception):
    """Nothing after this can be read."""

    def __init__(self, trouble: Trouble) -> None:
        super().__init__(trouble.sentence.en)
        self.trouble = trouble


class _Size(NamedTuple):
    """How much an anchored value holds: characters and values together, and levels of nesting."""

    weight: int
    depth: int


class _Anchored(NamedTuple):
    value: Any
    size: _Size | None  # None while the value is still being built


_NO_KEY = object()
_LOST_KEY = object()  # the value that follows belongs to a key that was refused


class _Builder:
    """Builds the value of one document. `_here` is the container being filled, `_key` the key that waits."""

    def __init__(self, data: bytes) -> None:
        self.parser = CParser(data)
        self._length = len(data)
        self.troubles: list[Trouble] = []
        self._root: list[Any] = []
        self._here: Any = self._root
        self._key: Any = _NO_KEY
        self._outer: list[tuple[Any, Any, Any, str | None]] = []  # container, key that waits, step to here, anchor
        self._anchors: dict[str, _Anchored] = {}
        self._measured: dict[int, _Anchored] = {}  # by id(); holding the value keeps that id from being used again
        self._copied = 0
        self._documents = 0

    def document(self, max_events: int, watch: Watch | None) -> Any:  # noqa: ANN401 - whatever the file holds
        """Return the value; None for a file without one."""
        next_event = self.parser.get_event
        handlers: dict[type, Callable[[Any], None]] = {
            SequenceStartEvent: self._sequence,
            MappingStartEvent: self._mapping,
            SequenceEndEvent: self._end,
            MappingEndEvent: self._end,
            AliasEvent: self._alias,
            DocumentStartEvent: self._document,
        }
        for count in range(max_events):
            event: Any = next_event()
            if event is None:
                return self._root[0] if self._root else None
            kind = type(event)
            if kind is ScalarEvent:
                self._scalar(event)
            elif kind in handlers:
                handlers[kind](event)
            if watch is not None and not count % _WATCH_EVERY:
                watch(event.start_mark.index / self._length)
        raise _StopError(error((), say.TOO_MANY, limit=max_events))

    def _scalar(self, event: ScalarEvent) -> None:
        text = event.value
        value: Any = text
        if event.implicit[0]:
            if len(text) <= LONGEST_SPECIAL:
                value = self._plain(text, event)
        elif not text.isprintable() or event.tag is not None:
            self._check_text(text, event)
        if event.anchor is not None:
            self._anchors[event.anchor] = _Anchored(value, _Size(len(text) + 1, 1))
        self._put(value, event)

    def _put(self, value: object, event: Event) -> None:
        here = self._here
        if type(here) is list:
            here.append(value)
        elif self._key is _NO_KEY:
            self._key = self._new_key(value, event)
        else:
            if self._key is not _LOST_KEY:
                here[self._key] = value
            self._key = _NO_KEY

    def _new_key(self, value: object, event: Event) -> object:
        if type(value) is not str:
            self._note(event, say.KEY_NOT_TEXT)
        elif value in self._here:
            self._note(event, say.KEY_TWICE, key=value)
            twice = self.troubles.pop()
            self.troubles.append(twice._replace(also=(*twice.steps, value)))
        elif value == "<<" and isinstance(event, ScalarEvent) and event.implicit[0]:
            self._note(event, say.MERGE_KEY)
        else:
            return value
        return _LOST_KEY

    def _plain(self, text: str, event: Event) -> object:
        try:
            return plain_scalar(text)
        except ValueError:
            self._note(event, say.NO_SUCH_DATE, date=text)
            return Unreadable()

    def _check_text(self, text: str, event: ScalarEvent) -> None:
        if event.tag is not None and event.tag != "tag:yaml.org,2002:str":
            self._note(event, say.TAG, tag=event.tag)
        if found := CONTROL.search(text):
            self._note(event, say.CONTROL, code=f"U+{ord(found[0]):04X}")

    def _sequence(self, event: SequenceStartEvent) -> None:
        self._start([], event)

    def _mapping(self, event: MappingStartEvent) -> None:
        self._start({}, event)

    def _start(self, container: Container, event: Any) -> None:  # noqa: ANN401 - PyYAML's events are untyped
        if len(self._outer) >= MAX_DEPTH:
            raise _StopError(self._trouble(event, say.TOO_DEEP, limit=MAX_DEPTH))
        if event.tag is not None:
            self._note(event, say.TAG, tag=event.tag)
        if event.anchor is not None:
            self._anchors[event.anchor] = _Anchored(container, None)
        step = self._step()
        self._put(container, event)
        self._outer.append((self._here, self._key, step, event.anchor))
        self._here, self._key = container, _NO_KEY

    def _end(self, _event: Event) -> None:
        done = self._here
        self._here, self._key, _, anchor = self._outer.pop()
        if anchor is not None:
            measured = self._measured[id(done)] = _Anchored(done, self._measure(done))
            if self._anchors[anchor].value is done:
                self._anchors[anchor] = measured

    def _measure(self, container: Container) -> _Size:
        """Anchored values inside were measured when they ended, so nothing is looked through twice."""
        weight = depth = 0
        waiting: list[tuple[Any, int]] = [(container, 1)]
        while waiting:
            value, level = waiting.pop()
            known = self._measured.get(id(value))
            size = known.size if known and known.size else _Size(1, 1)
            weight += size.weight + (len(value) if isinstance(value, str) else 0)
            depth = max(depth, level - 1 + size.depth)
            if known is None and isinstance(value, dict | list):
                inside = value.values() if isinstance(value, dict) else value
                waiting.extend((child, level + 1) for child in inside)
        return _Size(weight, depth)

    def _alias(self, event: AliasEvent) -> None:
        known = self._anchors.get(event.anchor or "")
        if known is None:
            self._note(event, say.NO_ANCHOR, name=event.anchor)
            return self._put(Unreadable(), event)
        if known.size is None:
            raise _StopError(self._trouble(event, say.CYCLE, name=event.anchor))
        self._copied += known.size.weight
        if self._copied > MAX_COPIED:
            raise _StopError(self._trouble(event, say.BOMB))
        if len(self._outer) + known.size.depth > MAX_DEPTH:
            raise _StopError(self._trouble(event, say.TOO_DEEP, limit=MAX_DEPTH))
        return self._put(known.value, event)

    def _document(self, event: DocumentStartEvent) -> None:
        self._documents += 1
        if self._documents > 1:
            raise _StopError(self._trouble(event, say.SECOND_DOCUMENT))

    def _step(self) -> str | int | None:
        """Return what leads from the container that is being filled to its next value; None at the root or a key."""
        if self._here is self._root:
            return None
        if type(self._here) is list:
            return len(self._here)
        return self._key if isinstance(self._key, str) else None

    def _trouble(self, event: Any, sentence: Sentence, **values: object) -> Trouble:  # noqa: ANN401
        steps = (*(frame[2] for frame in self._outer), self._step())
        known = tuple(step for step in steps if step is not None)
        return Trouble("error", known, sentence, values, place=_place(event.start_mark))

    def _note(self, event: Event, sentence: Sentence, **values: object) -> None:
        self.troubles.append(self._trouble(event, sentence, **values))
