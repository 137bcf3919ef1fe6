"""The reader's own house style: used when it can be, told about when it cannot."""

from pathlib import Path
from typing import NamedTuple

from fmm_desktop.sheets.documents import Document
from fmm_desktop.sheets.errors import OWN_PACKAGE, OWN_STYLE, PACKAGE, SheetError
from fmm_desktop.sheets.typesetting import House, typeset

_NAME = "style.typ"


class Typeset(NamedTuple):
    """A PDF, and what was wrong with the house style when the shipped one was used instead."""

    pdf: bytes
    trouble: SheetError | None = None


def own_style(state: Path) -> Path | None:
    """Return the house style that the reader keeps in the folder `state`, if there is one that may be read."""
    style = state / "sheets" / _NAME
    try:
        return style if style.is_file() else None
    except PermissionError:
        return None


def typeset_in_style(document: Document, house: House) -> Typeset:
    """Return the PDF of `document` in the house style, or in the shipped one with what Typst said of the other.

    SheetError as in `typeset`, when the shipped one cannot be used either.
    """
    try:
        return Typeset(typeset(document, house))
    except SheetError as error:
        if house.style is None:
            raise
        return Typeset(typeset(document, House(house.templates)), _told(error, house.style))


def _told(error: SheetError, style: Path) -> SheetError:
    where = str(error.values.get("where", style))
    name, _, line = where.rpartition(":")
    place = f"{style}:{line}" if name in {_NAME, style.name} else f"{style} ({where})"
    if error.sentence is PACKAGE:
        return SheetError(OWN_PACKAGE, where=place)
    return SheetError(OWN_STYLE, where=place, message=error.values.get("message", ""))
