"""What a plain scalar in a YAML file stands for: the core rules of YAML 1.2, with dates."""

import datetime
import re
from collections.abc import Callable

LONGEST_SPECIAL = 40
"""A plain scalar of more characters than this is text: a longer row of digits is no number of a dossier."""

_WORDS: dict[str, object] = {
    **dict.fromkeys(("", "~", "null", "Null", "NULL")),
    **dict.fromkeys(("true", "True", "TRUE"), True),
    **dict.fromkeys(("false", "False", "FALSE"), False),
    **{sign + word: float(sign + "inf") for sign in ("", "+", "-") for word in (".inf", ".Inf", ".INF")},
    **dict.fromkeys((".nan", ".NaN", ".NAN"), float("nan")),
}
_NUMBER_STARTS = frozenset("0123456789+-.")
_NUMBER = re.compile(
    r"(?P<date>[0-9]{4}-[0-9]{2}-[0-9]{2})|(?P<int>[-+]?[0-9]+)|0o(?P<oct>[0-7]+)|0x(?P<hex>[0-9a-fA-F]+)"
    r"|(?P<float>[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?)"
)
_NUMBER_TYPES: dict[str, Callable[[str], object]] = {
    "date": datetime.date.fromisoformat,
    "int": int,
    "oct": lambda digits: int(digits, 8),
    "hex": lambda digits: int(digits, 16),
    "float": float,
}
CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ufffe\uffff]")


def plain_scalar(text: str) -> object:
    """Return None, the boolean, the number or the date that `text` stands for, else `text`.

    Raises ValueError for a date that does not exist.
    """
    if text in _WORDS:
        return _WORDS[text]
    if text[0] not in _NUMBER_STARTS:
        return text
    match = _NUMBER.fullmatch(text)
    if match is None or match.lastgroup is None:
        return text
    return _NUMBER_TYPES[match.lastgroup](match[match.lastgroup])
