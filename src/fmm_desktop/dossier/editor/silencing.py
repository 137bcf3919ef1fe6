"""A remark silenced in the file itself: one line or one item comes in, and everything else stays as it was typed.

What comes of it is read again before it counts. Where it cannot be done on one line, `silenced` gives None and whoever
has the file writes `line_of` there by hand.
"""

import json
import re
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from msgspec.structs import fields, replace

from fmm_desktop.dossier import format as shapes
from fmm_desktop.dossier.building import build
from fmm_desktop.dossier.checks import examine
from fmm_desktop.dossier.editor.remark import Remark
from fmm_desktop.dossier.model import Dossier
from fmm_desktop.dossier.trouble import Place, Steps
from fmm_desktop.dossier.yaml_border import load
from fmm_desktop.dossier.yaml_places import KeyAndValue, locate

_KEY = "checked"
_SHAPES = (
    shapes.DossierShape,
    shapes.SessionShape,
    shapes.TopicShape,
    shapes.PassageShape,
    shapes.OtherShape,
    shapes.FigureShape,
)
_KEYS = tuple(dict.fromkeys(field.encode_name for shape in _SHAPES for field in fields(shape)))
_LINE = re.compile(r"[^\n\r\x85\u2028\u2029]*(?:\r\n|[\n\r\x85\u2028\u2029]|\Z)")  # as libyaml counts them
_BARE = re.compile(r"[A-Za-z][\w/.+-]*")
_TOPIC = 4  # steps to a topic
_PASSAGE = 6  # steps to a passage


class Silenced(NamedTuple):
    """A file in which a remark is silenced: its bytes, and the number of the line that changed or came in."""

    data: bytes
    line: int


def line_of(remark: Remark) -> str:
    """Return what to write in the file to silence a remark, under the topic, the session or the dossier it is about."""
    return f"{_KEY}: [{_item(remark)}]"


def silenced(data: bytes, remark: Remark, dossier: Dossier) -> Silenced | None:
    """Return the file `data` of `dossier` with a remark silenced, as near to its place as the file lets it.

    None when no line could be found for it, and when the file is not that of the dossier any more.
    """
    for steps in _holders(remark):
        written = _written(data, steps, _item(remark))
        if written is not None and _is_same_but_for_that(written.data, remark, dossier):
            return written
    return None


def _item(remark: Remark) -> str:
    name = remark.silenced_by[1:-1]
    return name if _BARE.fullmatch(name) else json.dumps(name, ensure_ascii=False)


def _holders(remark: Remark) -> Iterator[Steps]:
    """Yield where `checked` may stand: at the passage when it would silence others of the topic as well, then above."""
    if len(remark.steps) >= _PASSAGE and not remark.about:
        yield remark.steps[:_PASSAGE]
    if not remark.path:
        yield ()
    elif "/" in remark.path:
        yield remark.steps[:_TOPIC]
    else:
        yield remark.steps[:2]


# -- writing -----------------------------------------------------------------------------------------------------------


def _written(data: bytes, steps: Steps, item: str) -> Silenced | None:
    places = locate(data, [steps, *((*steps, key) for key in _KEYS)])
    here = places[steps]
    keys = {key: at for key in _KEYS if (at := places[*steps, key]) != here}
    lines = _LINE.findall(data.decode())
    changed = _with_item(lines, keys[_KEY].value, item) if _KEY in keys else _with_key(lines, here.value, keys, item)
    return Silenced("".join(lines).encode(), changed) if changed else None


def _with_item(lines: list[str], place: Place, item: str) -> int:
    """Put an item into the list that begins at a place; return the number of its line, 0 when that cannot be done."""
    number, column = place.line - 1, place.column - 1
    before, value = lines[number][:column], lines[number][column:]
    if value.startswith("- "):
        lines.insert(number, f"{before}- {item}{_line_end(value)}")
        return place.line
    end = value.find("]")
    if not value.startswith("[") or end < 0:
        return 0
    inner = value[1:end].rstrip()
    comma = "" if not inner else " " if inner.endswith(",") else ", "
    lines[number] = f"{before}[{inner}{comma}{item}{value[end:]}"
    return place.line


def _with_key(lines: list[str], place: Place, keys: dict[str, KeyAndValue], item: str) -> int:
    """Put the key with one item into the mapping that begins at a place; return as `_with_item` does."""
    number, column = place.line - 1, place.column - 1
    if lines[number][column : column + 1] == "{":
        comma = "" if lines[number][column + 1 :].lstrip().startswith("}") else ", "
        lines[number] = f"{lines[number][: column + 1]}{_KEY}: [{item}]{comma}{lines[number][column + 1 :]}"
        return place.line
    below = _line_below_a_key(keys)
    if below is None:
        return 0
    end = _line_end(lines[below.line - 2])
    lines.insert(below.line - 1, f"{' ' * (below.column - 1)}{_KEY}: [{item}]{end}")
    return below.line


def _line_below_a_key(keys: dict[str, KeyAndValue]) -> Place | None:
    """Return the place of a key whose line follows that of another one: nothing stands between the two."""
    ordered = sorted(keys.items(), key=lambda one: one[1].key)
    found = {
        name: below.key
        for (name, at), (_, below) in pairwise(ordered)
        if below.key == Place(at.key.line + 1, at.key.column)
    }
    return next((found[name] for name in ("title", "id", *found) if name in found), None)


def _line_end(line: str) -> str:
    return line[len(line.rstrip("\n\r\x85\u2028\u2029")) :] or "\n"


# -- looking whether it is right ---------------------------------------------------------------------------------------


def _is_same_but_for_that(data: bytes, remark: Remark, dossier: Dossier) -> bool:
    shape, _troubles = examine(*load(data))
    if shape is None:
        return False
    read = build(shape)
    if replace(read, checked={}) != replace(dossier, checked={}):
        return False
    new, old = _names(read), _names(dossier)
    more = new - old
    return not old - new and more.total() == 1 and all(name == remark.silenced_by[1:-1] for _, name in more)


def _names(dossier: Dossier) -> Counter[tuple[str, str]]:
    return Counter((path, name) for path, names in dossier.checked.items() for name in names)
