"""The numbers and signs before the items of lists in a .docx, counted as Word does."""

import re
from typing import NamedTuple

from fmm_desktop.importing.docx_styles import bullet, counted, int_of, value
from fmm_desktop.importing.markup import Element, child, children, local

_DEEPEST = 8


class _Level(NamedTuple):
    format: str
    text: str
    start: int
    restarts: bool = True


class _List(NamedTuple):
    """A list of a document: one of a kind counts on where the last of that kind ended, but for what it overrides."""

    kind: str
    levels: dict[int, _Level]
    starts: dict[int, int]


class Numbers:
    """The markers of lists, counted as they come in the document."""

    def __init__(self, root: Element | None) -> None:
        kinds = list(children(root, "abstractNum")) if root is not None else []
        named = {name: local(kind, "abstractNumId") for kind in kinds if (name := value(child(kind, "styleLink")))}
        levels = {local(kind, "abstractNumId"): _levels(kind) for kind in kinds}
        linked = {local(kind, "abstractNumId"): named.get(value(child(kind, "numStyleLink")), "") for kind in kinds}
        self._lists = {
            local(element, "numId"): _list(element, levels, linked)
            for element in (children(root, "num") if root is not None else ())
        }
        self._counts: dict[str, dict[int, int]] = {}
        self._begun: set[tuple[str, int]] = set()

    def next(self, number: str, depth: int) -> str:
        """Return the marker of the next paragraph in the list `number` at `depth` (from 0); "" for none."""
        own = self._lists.get(number)
        level = own.levels.get(depth) if own else None
        if own is None or level is None or depth > _DEEPEST or level.format == "none":
            return ""
        counts = self._counts.setdefault(own.kind, {})
        if depth in own.starts and (number, depth) not in self._begun:
            self._begun.add((number, depth))
            counts[depth] = own.starts[depth] - 1
        counts[depth] = counts.get(depth, level.start - 1) + 1
        for deeper in [place for place in counts if place > depth and own.levels.get(place, level).restarts]:
            del counts[deeper]
        return bullet(level.text) if level.format == "bullet" else _numbered(own, level, counts)


def _numbered(own: _List, level: _Level, counts: dict[int, int]) -> str:
    def count(found: re.Match[str]) -> str:
        place = int(found[1]) - 1
        other = own.levels.get(place, level)
        return counted(counts.get(place, other.start), other.format)

    return re.sub(r"%([1-9])", count, level.text).strip()


def _list(element: Element, levels: dict[str, dict[int, _Level]], linked: dict[str, str]) -> _List:
    kind = value(child(element, "abstractNumId"))
    kind = linked.get(kind) or kind
    overrides = {int_of(local(override, "ilvl"), 0): override for override in children(element, "lvlOverride")}
    starts = {depth: value(child(override, "startOverride")) for depth, override in overrides.items()}
    own = {depth: lvl for depth, override in overrides.items() if (lvl := child(override, "lvl")) is not None}
    return _List(
        kind,
        levels.get(kind, {}) | {depth: _level(lvl) for depth, lvl in own.items()},
        {depth: int_of(start, 1) for depth, start in starts.items() if start},
    )


def _levels(element: Element) -> dict[int, _Level]:
    return {int_of(local(level, "ilvl"), 0): _level(level) for level in children(element, "lvl")}


def _level(element: Element) -> _Level:
    return _Level(
        value(child(element, "numFmt")) or "decimal",
        value(child(element, "lvlText")),
        int_of(value(child(element, "start")), 1),
        value(child(element, "lvlRestart")) != "0",
    )
