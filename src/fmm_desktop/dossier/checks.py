"""What is wrong with the value of a file as a dossier: its format, its structure, ids that stand twice, its dates."""

from collections.abc import Iterable, Iterator
from typing import Any

from msgspec import ValidationError, convert

from fmm_desktop.dossier import check_sentences as say
from fmm_desktop.dossier import structure_sentences
from fmm_desktop.dossier.format import FORMAT, DossierShape
from fmm_desktop.dossier.references import dangling
from fmm_desktop.dossier.structure import as_date, differences, dossier_type, unknown_keys
from fmm_desktop.dossier.trouble import Steps, Trouble, error

PASSAGE_KEYS = ("aim", "discussion", "position", "points", "if-raised", "others", "figures", "background")

Examined = tuple[DossierShape | None, list[Trouble]]

_FAMILY, _, _NUMBER = FORMAT.partition("/")


def examine(value: object, broken: Iterable[Trouble] = ()) -> Examined:
    """Return the shape of the dossier in `value`, and what is wrong with it; no shape when there are errors.

    `broken` is what was wrong with the YAML. A file in another format is not looked into further.
    """
    troubles = list(broken)
    if not isinstance(value, dict):
        return None, troubles or [error((), say.NOT_A_DOSSIER, format=FORMAT)]
    if other := _other_format(value):
        return None, [other]
    shape, wrong = _convert(value, with_reason=not troubles)
    troubles += [*wrong, *unknown_keys(value), *_twice(value), *_backwards(value)]
    if any(trouble.severity == "error" for trouble in troubles) or shape is None:
        return None, troubles
    return shape, [*troubles, *dangling(shape)]


def _other_format(value: dict[str, Any]) -> Trouble | None:
    if "format" not in value:
        return error((), say.NOT_A_DOSSIER, format=FORMAT)
    found = value["format"]
    family, _, number = found.partition("/") if isinstance(found, str) else ("", "", "")
    if family != _FAMILY or not (number.isascii() and number.isdecimal()):
        return error(("format",), say.OTHER_FORMAT, format=FORMAT)
    if number.lstrip("0") != _NUMBER:
        return error(("format",), say.NEWER, found=found[:_LONGEST_FORMAT], format=FORMAT)
    return None


_LONGEST_FORMAT = 40


def _convert(value: object, *, with_reason: bool) -> Examined:
    try:
        return convert(value, DossierShape), []
    except ValidationError as problem:
        wrong = list(differences(value, dossier_type()))
        if not wrong and with_reason:
            wrong = [error((), structure_sentences.OTHERWISE_WRONG, reason=str(problem))]
        return None, wrong


def _twice(value: dict[str, Any]) -> Iterator[Trouble]:
    """Yield an error for each id that stands twice in its group."""
    for key in ("actors", "terms", "sources", "sessions"):
        yield from _twice_among(_items(value, key, ()))
    for session, steps in _items(value, "sessions", ()):
        topics = list(_items(session, "topics", steps))
        yield from _twice_among(topics)
        for topic, topic_steps in topics:
            yield from _twice_among(_passages(topic, topic_steps))


def _passages(topic: dict[str, Any], steps: Steps) -> Iterator[tuple[dict[str, Any], Steps]]:
    for key in PASSAGE_KEYS:
        yield from _items(topic, key, steps)


def _items(value: dict[str, Any], key: str, steps: Steps) -> Iterator[tuple[dict[str, Any], Steps]]:
    """Yield the mappings in the list under `key` with the steps to each; whatever else is there is skipped."""
    below = value.get(key)
    if isinstance(below, list):
        for place, item in enumerate(below):
            if isinstance(item, dict):
                yield item, (*steps, key, place)


def _twice_among(items: Iterable[tuple[dict[str, Any], Steps]]) -> Iterator[Trouble]:
    first: dict[str, Steps] = {}
    for item, steps in items:
        identifier = item.get("id")
        if not isinstance(identifier, str) or not identifier:
            continue
        if identifier in first:
            found = error((*steps, "id"), say.ID_TWICE, id=identifier)
            yield found._replace(also=(*first[identifier], "id"))
        first.setdefault(identifier, steps)


def _backwards(value: dict[str, Any]) -> Iterator[Trouble]:
    """Yield an error for each period that ends before it starts."""
    meeting = value.get("meeting")
    periods = list(_items(value, "timeline", ()))
    if isinstance(meeting, dict):
        periods.append((meeting, ("meeting",)))
    for period, steps in periods:
        start, end = as_date(period.get("start")), as_date(period.get("end"))
        if start and end and end < start:
            yield error((*steps, "end"), say.ENDS_BEFORE, start=start, end=end)
