"""What is wrong with the value of a file as a dossier: its format, its structure, ids that stand twice, its dates."""

from collections.abc import Iterable, Iterator
from itertools import chain, islice
from typing import Any

from msgspec import ValidationError, convert

from fmm_desktop.dossier import check_sentences as say
from fmm_desktop.dossier import structure_sentences
from fmm_desktop.dossier.format import FORMAT, DossierShape
from fmm_desktop.dossier.references import dangling
from fmm_desktop.dossier.structure import as_date, differences, dossier_type, unknown_keys
from fmm_desktop.dossier.trouble import Steps, Trouble, error

MAX_FOUND = 1000
"""More errors or warnings of one sort than this are not looked for: a file may be made to have millions."""

PASSAGE_KEYS = ("aim", "discussion", "position", "points", "if-raised", "others", "figures", "background")

Examined = tuple[DossierShape | None, list[Trouble]]

_FAMILY, _, _NUMBER = FORMAT.partition("/")


def examine(value: object, broken: Iterable[Trouble] = ()) -> Examined:
    """Return the shape of the dossier in `value`, and what is wrong with it; no shape when there are errors.

    `broken` is what was wrong with the YAML. A file in another format is not looked into further.
    """
    troubles = list(islice(broken, MAX_FOUND))
    if not isinstance(value, dict):
        return None, troubles or [error((), say.NOT_A_DOSSIER, format=FORMAT)]
    if other := _other_format(value):
        return None, [other]
    shape, wrong = _convert(value, with_reason=not troubles)
    errors = list(islice(chain(troubles, wrong, _twice(value), _backwards(value)), MAX_FOUND))
    warnings = list(islice(_unknown(value, wrong), MAX_FOUND))
    if errors or shape is None:
        return None, errors + warnings
    return shape, warnings + list(islice(dangling(shape), MAX_FOUND))


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
        wrong = list(islice(differences(value, dossier_type()), MAX_FOUND))
        if not wrong and with_reason:
            wrong = [error((), structure_sentences.OTHERWISE_WRONG, reason=str(problem))]
        return None, wrong


def _unknown(value: object, wrong: list[Trouble]) -> Iterator[Trouble]:
    """Yield the warnings about keys, but for "keys" that are the first words of a text with a colon in it."""
    texts = {trouble.steps for trouble in wrong if trouble.sentence is structure_sentences.COLON_IN_TEXT}
    return (trouble for trouble in unknown_keys(value) if trouble.steps[:-1] not in texts)


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
