"""From a document to PDF, by Typst and the templates in `resources/sheets/`.

`typeset(document, house)` returns one tagged PDF (PDF/UA-1). What a sheet holds reaches Typst as data only,
as JSON that the template walks through: nothing in a dossier or a note is ever read as Typst. Typst sees the template
folder and nothing else, and the same document gives the same bytes.

The letters are those that come with Typst, so that a sheet looks the same on every machine and no time goes into
looking for fonts. Only when a text holds a sign that these lack (Chinese, emoji) do the fonts of the machine help out,
and a sign that none of them has is printed by its name, `[grinning face]`: PDF/UA forbids the empty box that other
programs print, and a reader is better served.
"""

import re
from collections.abc import Iterable, Mapping
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal, NamedTuple, cast

import msgspec

from fmm_desktop.dossier.vocabulary import headings_language
from fmm_desktop.sheets.documents import Document
from fmm_desktop.sheets.errors import PACKAGE, PANIC, TEMPLATE, SheetError
from fmm_desktop.sheets.network import shut_the_network
from fmm_desktop.sheets.printable import ZERO_WIDTH_SPACE, printable, stand_ins

if TYPE_CHECKING:
    from typst import Fonts

Standard = Literal["ua-1", "1.7"]

_ROUNDS = 5
_PANIC = "PanicException"  # what Rust gives up with: no `Exception`, and not to be imported from anywhere
_NO_GLYPH = re.compile(r'the text `"(.*?)"` could not be displayed')
_ESCAPED = re.compile(r"\\u\{([0-9a-f]+)\}")
_RIGHT_TO_LEFT = re.compile(rb"[\xd6-\xdf]|\xef[\xac-\xb7\xb9-\xbb]")  # in UTF-8: Hebrew, Arabic and their like
_BEGIN_SO = tuple(bytes([byte]) for byte in (*range(0xD6, 0xE0), 0xEF))  # looked for one by one, that is far quicker
_PLACE = re.compile(r"┌─ (.+?):(\d+):\d+")


class _MissingSigns(Exception):  # noqa: N818 - not an error: the next attempt mends it
    """The fonts lack these signs."""

    def __init__(self, signs: frozenset[str]) -> None:
        super().__init__(signs)
        self.signs = signs


class House(NamedTuple):
    """Where the templates are: the folder with one for each kind, `words.typ` and `style.typ`.

    The file `style`, if there is one, takes the place of the last: the house style of the reader.
    """

    templates: Path
    style: Path | None = None


def typeset(document: Document, house: House) -> bytes:
    """Return the PDF of `document`.

    No text makes this fail; SheetError when a template is missing or broken (with Typst's message, the file and the
    line).
    """
    templates = house.templates
    files = _files(document, house)
    data = _values(document)
    missing: dict[int, str] = {}
    for attempt in range(_ROUNDS):
        try:
            return _compile(files | _data(data, missing), templates, attempt > 0, "ua-1")
        except _MissingSigns as lack:
            if attempt > 0:
                missing |= stand_ins(lack.signs, headings_language(document.language))
    return _compile(files | _data(data, missing), templates, True, "1.7")


def _values(document: Document) -> dict[str, Any]:
    """Return what JSON can hold of a document, part by part: in one step a book would hold up the window."""
    frame = msgspec.to_builtins(msgspec.structs.replace(document, parts=()))
    return {**frame, "parts": [msgspec.to_builtins(part) for part in document.parts]}


def _files(document: Document, house: House) -> dict[str, bytes]:
    """Return the files that stand before those of the template folder; the look apart, so that it is read alone."""
    templates, style = house
    kind = templates / f"{document.kind}.typ"
    if not kind.is_file():
        raise SheetError(TEMPLATE, where=kind, message="file not found")
    _refuse_packages(templates.glob("*.typ"))
    files = {"main.typ": f'#include "{kind.name}"'.encode(), "look.json": msgspec.json.encode(document.look)}
    if style is not None:
        _refuse_packages([style])
        files["style.typ"] = _read(style)
    return files


def _data(document: Any, missing: Mapping[int, str]) -> dict[str, bytes]:  # noqa: ANN401 - what JSON can hold
    """Return what the template reads; it is told whether it holds places where a long word may break, or letters that
    are read from right to left."""
    values = printable(document, missing)
    data = msgspec.json.encode(values)
    could_be = any(byte in data for byte in _BEGIN_SO)
    flags = {
        "breaks": ZERO_WIDTH_SPACE.encode() in data,
        "right_to_left": could_be and _RIGHT_TO_LEFT.search(data) is not None,
    }
    return {"data.json": msgspec.json.encode(flags)[:-1] + b"," + data[1:]}  # one object of the two


def _compile(files: dict[str, bytes], templates: Path, system_fonts: bool, standard: Standard) -> bytes:
    import typst  # noqa: PLC0415 - opening the window does not pay for it

    shut_the_network()
    nowhere = templates / "packages"
    try:
        return typst.compile(
            cast("Any", files),  # several files: the stub knows of one only
            root=templates,
            font_paths=_fonts(system_fonts),
            format="pdf",
            pdf_standards=standard,
            package_path=nowhere,
            package_cache_path=nowhere,
        )
    except typst.TypstError as error:
        if standard == "ua-1" and (texts := _NO_GLYPH.findall(error.diagnostic)):
            raise _MissingSigns(frozenset("".join(map(_unescaped, texts)))) from error
        if "failed to download package" in error.message:
            raise SheetError(PACKAGE, where=_where(error.diagnostic, templates)) from error
        raise SheetError(TEMPLATE, where=_where(error.diagnostic, templates), message=error.message) from error
    except (RuntimeError, OSError) as error:  # a folder or a file that is not there or may not be read
        raise SheetError(TEMPLATE, where=templates, message=error) from error
    except BaseException as error:
        if type(error).__name__ != _PANIC:
            raise
        raise SheetError(PANIC, message=error) from error


@lru_cache(maxsize=2)
def _fonts(system_fonts: bool) -> "Fonts":
    from typst import Fonts  # noqa: PLC0415 - see _compile()

    return Fonts(include_system_fonts=system_fonts, include_embedded_fonts=True)


def _unescaped(text: str) -> str:
    return _ESCAPED.sub(lambda match: chr(int(match[1], 16)), text)


def _where(diagnostic: str, templates: Path) -> str:
    place = _PLACE.search(diagnostic)
    return f"{Path(place[1]).name}:{place[2]}" if place else str(templates)


def _refuse_packages(files: Iterable[Path]) -> None:
    """Raise SheetError for a template that names a package: Typst would fetch it from the network."""
    for template in sorted(path for path in files if path.is_file()):
        for number, line in enumerate(_read(template).splitlines(), 1):
            if b"@preview" in line:
                raise SheetError(PACKAGE, where=f"{template.name}:{number}")


def _read(template: Path) -> bytes:
    try:
        return template.read_bytes()
    except OSError as error:
        raise SheetError(TEMPLATE, where=template, message=error.strerror or error) from error
