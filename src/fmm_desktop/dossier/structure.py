"""Where the value of a file differs from the types in `format`: every place, in words of ours.

`msgspec.convert` stops at the first difference and says so in English, so it judges and this module explains.
"""

import datetime
import re
import sys
from collections.abc import Callable, Iterator
from functools import lru_cache
from typing import Any, cast

from msgspec import inspect

from fmm_desktop.dossier import structure_sentences as say
from fmm_desktop.dossier.format import DossierShape
from fmm_desktop.dossier.trouble import Mistyped, Steps, Trouble, error, warning
from fmm_desktop.dossier.yaml_border import Unreadable
from fmm_desktop.errors import Sentence


@lru_cache(maxsize=1)
def dossier_type() -> inspect.StructType:
    """Return what msgspec knows about the shape of a data file."""
    return cast(inspect.StructType, inspect.type_info(DossierShape))


def differences(value: object, expected: inspect.Type, steps: Steps = ()) -> Iterator[Trouble]:
    """Yield an error for each place where `value` is not what `expected` says. Values refused earlier are skipped."""
    if isinstance(value, Unreadable):
        return iter(())
    return _EXPLAIN[type(expected)](value, expected, steps)


def _in_described(value: object, expected: inspect.Metadata, steps: Steps) -> Iterator[Trouble]:
    return differences(value, expected.type, steps)


def _in_union(value: object, expected: inspect.UnionType, steps: Steps) -> Iterator[Trouble]:
    """The unions of the format are: something or nothing, and a text or a mapping."""
    kinds = [kind for kind in expected.types if not isinstance(kind, inspect.NoneType)]
    if value is None and len(kinds) < len(expected.types):
        return
    mappings = [kind for kind in kinds if isinstance(kind, inspect.StructType)]
    if not mappings or not isinstance(value, dict):
        yield from differences(value, kinds[0], steps)
    elif len(kinds) > 1 and not any(field.encode_name in value for field in mappings[0].fields):
        yield error(steps, say.COLON_IN_TEXT)
    else:
        yield from differences(value, mappings[0], steps)


def _in_mapping(value: object, expected: inspect.StructType, steps: Steps) -> Iterator[Trouble]:
    if not isinstance(value, dict):
        keys = ", ".join(field.encode_name for field in expected.fields if field.required)
        yield error(steps, say.MAPPING_EXPECTED, keys=keys, found=_found(value))
        return
    for field in expected.fields:
        if field.encode_name in value:
            yield from differences(value[field.encode_name], field.type, (*steps, field.encode_name))
        elif field.required:
            yield error(steps, say.MISSING, key=field.encode_name)


def _in_list(value: object, expected: inspect.VarTupleType, steps: Steps) -> Iterator[Trouble]:
    if not isinstance(value, list):
        yield error(steps, say.LIST_EXPECTED, found=_found(value))
        return
    for place, item in enumerate(value):
        yield from differences(item, expected.item_type, (*steps, place))


def _in_dictionary(value: object, expected: inspect.DictType, steps: Steps) -> Iterator[Trouble]:
    if not isinstance(value, dict):
        yield error(steps, say.DICTIONARY_EXPECTED, found=_found(value))
        return
    for key, item in value.items():
        yield from differences(item, expected.value_type, (*steps, key))


def _in_choice(value: object, expected: inspect.LiteralType, steps: Steps) -> Iterator[Trouble]:
    if value in expected.values:
        return
    choices = [str(choice) for choice in expected.values]
    yield error(
        steps, say.CHOICE_EXPECTED, choices=", ".join(choices), found=_shown(value), near=Mistyped(value, choices)
    )


def _in_text(value: object, expected: inspect.StrType, steps: Steps) -> Iterator[Trouble]:
    if not isinstance(value, str):
        yield error(steps, _text_expected(value), found=_found(value))
    elif not value.strip() and (expected.min_length or expected.pattern):
        yield error(steps, say.EMPTY)
    elif expected.max_length is not None and len(value) > expected.max_length:
        yield error(steps, say.TOO_LONG, limit=expected.max_length, length=len(value))
    elif expected.pattern is not None and not re.search(expected.pattern, value):
        language = steps[-1:] == ("language",)
        yield error(steps, say.BAD_LANGUAGE if language else say.BAD_ID, found=_shown(value))


def _text_expected(value: object) -> Sentence:
    if value is None:
        return say.EMPTY
    return say.TEXT_EXPECTED if isinstance(value, dict | list) else say.QUOTES_NEEDED


def _in_number(value: object, expected: inspect.IntType, steps: Steps) -> Iterator[Trouble]:
    least, most = expected.ge or 0, expected.le or sys.maxsize
    if not isinstance(value, int) or isinstance(value, bool):
        yield error(steps, say.NUMBER_EXPECTED, least=least, found=_found(value))
    elif not least <= value <= most:
        yield error(steps, say.NUMBER_OUT_OF_RANGE, least=least, found=_shown(value))


def _in_date(value: object, _expected: inspect.DateType, steps: Steps) -> Iterator[Trouble]:
    if as_date(value) is None:
        yield error(steps, say.DATE_EXPECTED, found=_found(value))


# every kind of type that `format` is made of; one that is new there must be explained here
_EXPLAIN: dict[type[inspect.Type], Callable[[Any, Any, Steps], Iterator[Trouble]]] = {
    inspect.Metadata: _in_described,
    inspect.UnionType: _in_union,
    inspect.StructType: _in_mapping,
    inspect.VarTupleType: _in_list,
    inspect.DictType: _in_dictionary,
    inspect.LiteralType: _in_choice,
    inspect.StrType: _in_text,
    inspect.IntType: _in_number,
    inspect.DateType: _in_date,
}


def as_date(value: object) -> datetime.date | None:
    """Return the date that `value` is, or that it spells as `2025-12-03`; None for anything else."""
    if isinstance(value, datetime.date):
        return value
    if not isinstance(value, str) or not re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", value):
        return None
    try:
        return datetime.date.fromisoformat(value)
    except ValueError:
        return None


def unknown_keys(value: object) -> Iterator[Trouble]:
    """Yield a warning for each key that the format does not know; what stands under it is not read."""
    return _unknown(value, _keys(), ())


class _Keys:
    """The keys that a mapping may have, and under which of them other mappings stand."""

    def __init__(self, expected: inspect.StructType) -> None:
        self.known = frozenset(field.encode_name for field in expected.fields)
        inside = ((field.encode_name, _mapping_within(field.type)) for field in expected.fields)
        self.inside = [(name, _Keys(kind)) for name, kind in inside if kind is not None]


@lru_cache(maxsize=1)
def _keys() -> _Keys:
    return _Keys(dossier_type())


def _mapping_within(expected: inspect.Type) -> inspect.StructType | None:
    match expected:
        case inspect.StructType():
            return expected
        case inspect.VarTupleType():
            return _mapping_within(expected.item_type)
        case inspect.UnionType():
            found = (_mapping_within(kind) for kind in expected.types)
            return next((kind for kind in found if kind is not None), None)
    return None


def _unknown(value: Any, keys: _Keys, steps: Steps) -> Iterator[Trouble]:  # noqa: ANN401 - whatever the file holds
    if type(value) is not dict:
        return
    if not value.keys() <= keys.known:
        for key in value.keys() - keys.known:
            found = warning((*steps, key), say.UNKNOWN_KEY, key=_shown(key), near=Mistyped(key, keys.known))
            yield found._replace(at_key=True)
    for name, inner in keys.inside:
        below = value.get(name)
        if type(below) is list:
            for place, item in enumerate(below):
                if type(item) is dict:
                    yield from _unknown(item, inner, (*steps, name, place))
        elif below is not None:
            yield from _unknown(below, inner, (*steps, name))


_LONGEST_SHOWN = 40


def _shown(value: object) -> str:
    text = str(value)
    return text if len(text) <= _LONGEST_SHOWN else f"{text[: _LONGEST_SHOWN - 1]}…"


def _found(value: object) -> Sentence:
    """Return what `value` is, in words."""
    if isinstance(value, bool):
        return say.named(say.A_BOOLEAN, str(value).lower())
    for kind, name in say.KINDS:
        if isinstance(value, kind):
            return say.named(name, _shown(value))
    raise AssertionError(type(value))
