"""From sheets to PDF, by Typst and the templates in `resources/sheets/`.

`typeset(sheets, templates=folder)` returns one tagged PDF (PDF/UA-1). What a sheet holds reaches Typst as data only,
as JSON that the template walks through: nothing in a dossier or a note is ever read as Typst. Typst sees the template
folder and nothing else, and the same sheets give the same bytes.

The letters are those that come with Typst, so that a sheet looks the same on every machine and no time goes into
looking for fonts. Only when a text holds a sign that these lack (Chinese, emoji) do the fonts of the machine help out,
and a sign that none of them has is printed by its name, `[grinning face]`: PDF/UA forbids the empty box that other
programs print, and a reader is better served.
"""

import re
from collections.abc import Mapping, Sequence
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

import msgspec

from fmm_desktop.sheets.content import TopicSheet
from fmm_desktop.sheets.errors import NOTHING, PACKAGE, TEMPLATE, SheetError
from fmm_desktop.sheets.printable import printable, stand_ins

if TYPE_CHECKING:
    from typst import Fonts

Standard = Literal["ua-1", "1.7"]

_MAIN = "topic.typ"
_ROUNDS = 5
_NO_GLYPH = re.compile(r'the text `"(.*?)"` could not be displayed')
_ESCAPED = re.compile(r"\\u\{([0-9a-f]+)\}")
_PLACE = re.compile(r"┌─ (.+?):(\d+):\d+")


class _MissingSigns(Exception):  # noqa: N818 - not an error: the next attempt mends it
    """The fonts lack these signs."""

    def __init__(self, signs: frozenset[str]) -> None:
        super().__init__(signs)
        self.signs = signs


def typeset(sheets: Sequence[TopicSheet], *, templates: Path) -> bytes:
    """Return the PDF of `sheets`, each on a page of its own, with the page count over all of them.

    `templates` is the folder that holds `topic.typ` and `style.typ`. No text makes this fail; SheetError when there
    is no sheet, or when a template is missing or broken (with Typst's message, the file and the line).
    """
    if not sheets:
        raise SheetError(NOTHING)
    _refuse_packages(templates)
    document = _document(sheets)
    missing: dict[int, str] = {}
    for attempt in range(_ROUNDS):
        try:
            return _compile(_data(document, missing), templates, attempt > 0, "ua-1")
        except _MissingSigns as lack:
            if attempt > 0:
                missing |= stand_ins(lack.signs)
    return _compile(_data(document, missing), templates, True, "1.7")


def _document(sheets: Sequence[TopicSheet]) -> dict[str, Any]:
    first = sheets[0]
    title = first.dossier if len(sheets) > 1 else f"{first.number} {first.title} – {first.dossier}"
    issued = [first.issued.year, first.issued.month, first.issued.day] if first.issued else None
    return {"title": title, "issued": issued, "sheets": msgspec.to_builtins(list(sheets))}


def _data(document: dict[str, Any], missing: Mapping[int, str]) -> str:
    return msgspec.json.encode(printable(document, missing)).decode()


def _compile(data: str, templates: Path, system_fonts: bool, standard: Standard) -> bytes:
    import typst  # noqa: PLC0415 - opening the window does not pay for it

    nowhere = templates / "packages"
    try:
        return typst.compile(
            templates / _MAIN,
            root=templates,
            font_paths=_fonts(system_fonts),
            format="pdf",
            sys_inputs={"data": data},
            pdf_standards=standard,
            package_path=nowhere,
            package_cache_path=nowhere,
        )
    except typst.TypstError as error:
        if standard == "ua-1" and (texts := _NO_GLYPH.findall(error.diagnostic)):
            raise _MissingSigns(frozenset("".join(map(_unescaped, texts)))) from error
        raise SheetError(TEMPLATE, where=_where(error.diagnostic, templates), message=error.message) from error
    except (RuntimeError, OSError) as error:  # a folder or a file that is not there or may not be read
        raise SheetError(TEMPLATE, where=templates / _MAIN, message=error) from error


@lru_cache(maxsize=2)
def _fonts(system_fonts: bool) -> "Fonts":
    from typst import Fonts  # noqa: PLC0415 - see _compile()

    return Fonts(include_system_fonts=system_fonts, include_embedded_fonts=True)


def _unescaped(text: str) -> str:
    return _ESCAPED.sub(lambda match: chr(int(match[1], 16)), text)


def _where(diagnostic: str, templates: Path) -> str:
    place = _PLACE.search(diagnostic)
    return f"{Path(place[1]).name}:{place[2]}" if place else str(templates / _MAIN)


def _refuse_packages(templates: Path) -> None:
    """Raise SheetError for a template that names a package: Typst would fetch it from the network."""
    for template in sorted(path for path in templates.glob("*.typ") if path.is_file()):
        for number, line in enumerate(template.read_bytes().splitlines(), 1):
            if b"@preview" in line:
                raise SheetError(PACKAGE, where=f"{template.name}:{number}")
