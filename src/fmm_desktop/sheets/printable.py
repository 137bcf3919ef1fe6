"""Text made fit for paper: no control signs, no word longer than a line, no sign that no font can draw."""

import re
import unicodedata
from collections.abc import Iterable, Mapping
from itertools import pairwise
from typing import Any

from fmm_desktop.errors import Language
from fmm_desktop.sheets.signs import sign_name

_SPACE = re.compile(r"[\t\n\v\f\r\x1c-\x1f\x85\u2028\u2029]+")
_UNPRINTABLE = re.compile(
    r"[\x00-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff"
    + "".join(chr(plane * 0x10000 + last) for plane in range(1, 17) for last in (0xFFFE, 0xFFFF))
    + "]"
)

# A line holds no more than this of one word. Typst hyphenates a word of letters; any other may break anywhere.
_LONGEST = 28
_LONG_WORD = re.compile(rf"\S{{{_LONGEST},}}")
_HYPHENATED = re.compile(r"\W*[^\W\d_]{1,39}(?:[-‐’'/][^\W\d_]{1,39})*\W*")
_PART = re.compile(r".[^/.\-_?&=,;:|+@#%]*[/.\-_?&=,;:|+@#%]*")  # of an address, say, with the signs that end it
_OPENING = re.compile(r"(?<!\w)'(?=\w)")
_WITHIN, _BEHIND = re.compile(r"(?<=[^\W\d_])'(?=[^\W\d_])"), re.compile(r"(?<=[^\W\d_])'")
_CHUNK = 8
_AMOUNT = re.compile(  # the blank between a figure and its unit or currency
    r" (?:(?=(?:(?:mln|mld|bn|tn|[bm]iljoen|[bm]iljard|[bmt]illion|duizend|thousand|procent|per ?cent|euro|dollar|"
    r"[kcm]?m[²³2]?|k?g|k?ton|ha|[kMGT]Wh?)\b|[%‰€$£]|°C))(?<=\d )"
    r"|(?<=EUR |USD |GBP |CHF |NOK |SEK |DKK |PLN |UAH )(?=[-−]?\d)|(?<=[€$£] )(?=[-−]?\d))"
)
ZERO_WIDTH_SPACE = "\u200b"
_ZERO_WIDTH_JOINER = "\u200d"
_FLAG_A, _FLAG_Z = "\U0001f1e6", "\U0001f1ff"  # a flag is spelled with two of these: NL
_TONE = "\U0001f3fb-\U0001f3ff"  # of a skin, behind the sign that has it
_SEQUENCE = re.compile(rf"[{_FLAG_A}-{_FLAG_Z}]{{2}}|\S[\ufe0f{_TONE}]*(?:\u200d\S[\ufe0f{_TONE}]*)+")


def printable(value: Any, missing: Mapping[int, str]) -> Any:  # noqa: ANN401 - whatever JSON can hold
    """Return `value` with every text in it fit for paper; `missing` is a table as `stand_ins` makes it."""
    if isinstance(value, str):
        if value.isalnum() and len(value) < _LONGEST:  # the name of a shape, an id: most of what there is
            return value.translate(missing) if missing else value
        value = _with_apostrophes(value) if "'" in value else value
        return _AMOUNT.sub("\u00a0", _fit(value, missing) if missing or not _plain(value) else value)
    if isinstance(value, dict):
        if value.get("type") == "code":
            return value | {"text": _fit(value["text"], missing)}
        return {key: printable(item, missing) for key, item in value.items()}
    return [printable(item, missing) for item in value] if isinstance(value, list | tuple) else value


def _plain(text: str) -> bool:
    """Tell of most texts, and soon, that they can stay as they are."""
    return text.isprintable() and (len(text) < _LONGEST or max(map(len, text.split(" "))) < _LONGEST)


def _with_apostrophes(text: str) -> str:
    """Return a text with apostrophes as books have them; where one may close a quotation, within words only."""
    return (_WITHIN if _OPENING.search(text) else _BEHIND).sub("’", text)


def _fit(text: str, missing: Mapping[int, str]) -> str:
    text = _UNPRINTABLE.sub("\ufffd", _SPACE.sub(" ", text))
    if missing:
        text = _SEQUENCE.sub(lambda signs: _said(signs[0], missing), text).translate(missing)
    return _LONG_WORD.sub(_breakable, text)


def stand_ins(signs: Iterable[str], language: Language = "en") -> dict[int, str]:
    """Return what to print for signs that no font has: `[grinning face]`, or nothing for one that has no shape.

    Common signs are named in the language of the sheet, any other as Unicode does.
    """
    return {ord(sign): _name(sign, language) for sign in signs if not sign.isascii()}


def _name(sign: str, language: Language) -> str:
    if unicodedata.category(sign) in {"Cf", "Mn", "Me"} or re.match(f"[{_TONE}]", sign):
        return ""
    if _FLAG_A <= sign <= _FLAG_Z:
        return chr(ord("A") + ord(sign) - ord(_FLAG_A))
    return f"[{sign_name(sign, language) or unicodedata.name(sign, '').lower() or f'U+{ord(sign):04X}'}]"


def _said(signs: str, missing: Mapping[int, str]) -> str:
    """Return a flag or signs that make one, such as a family, in one pair of brackets when each has to be named."""
    names = [missing.get(ord(sign)) for sign in signs if not _is_joint(sign)]
    if None in names:
        return signs
    between = "" if _FLAG_A <= signs[0] <= _FLAG_Z else ", "
    return f"[{between.join(name.strip('[]') for name in names if name)}]"


def _is_joint(sign: str) -> bool:
    return sign in {_ZERO_WIDTH_JOINER, "\ufe0f"} or re.match(f"[{_TONE}]", sign) is not None


def _breakable(match: re.Match[str]) -> str:
    word = match.group()
    if _HYPHENATED.fullmatch(word):
        return word
    parts = _PART.findall(word)
    between = (
        "" if not before or _joined(before[-1], part[0]) else ZERO_WIDTH_SPACE
        for before, part in pairwise(("", *parts))
    )
    return "".join(
        gap + (part if len(part) < _LONGEST or _HYPHENATED.fullmatch(part) else _in_chunks(part))
        for gap, part in zip(between, parts, strict=True)
    )


def _in_chunks(word: str) -> str:
    signs = [""]
    for place, sign in enumerate(word):
        if place % _CHUNK == 0 and place and not _joined(word[place - 1], sign):
            signs.append(ZERO_WIDTH_SPACE)
        signs.append(sign)
    return "".join(signs)


def _joined(before: str, sign: str) -> bool:
    return _ZERO_WIDTH_JOINER in (before, sign) or unicodedata.category(sign).startswith("M")
