"""What the styles and numberings of a .docx say: names, heading levels, weights, and the markers of lists."""

import re
from typing import NamedTuple

from fmm_desktop.importing.markers import BULLETS
from fmm_desktop.importing.markup import Element, child, children, local

_HEADING = re.compile(r"(?:heading|kop|überschrift|titre|rubrik|overskrift)\s*([1-9])", re.IGNORECASE)
_LETTERHEAD = re.compile(
    r"huisstijl.*|adres|kixcode|datumonderwerp|afzend\w*|referentie\w*|clausule|aanhef|groetregel|ondertekenaar|"
    r"(?:header|footer|koptekst|voettekst)|(?:toc|inhopg)\s*\d|page number|paginanummer",
    re.IGNORECASE,
)
_BODY_TEXT_LEVEL = 9
_ROMAN = ((10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))
_LETTERS = 26


class Style(NamedTuple):
    """A style with what it has from those it is based on. `level` is 0 for no heading; numbering as in `Numbers`."""

    name: str = ""
    level: int = 0
    bold: bool = False
    italic: bool = False
    hidden: bool = False
    number: str = ""
    depth: int = 0

    @property
    def letterhead(self) -> bool:
        """Whether a ministry's template gives this style to what stands around the text."""
        return _LETTERHEAD.fullmatch(self.name) is not None


class Weights(NamedTuple):
    """What the properties of a run say; None for nothing."""

    bold: bool | None
    italic: bool | None
    hidden: bool | None


def weights(properties: Element | None) -> Weights:
    """Return what `w:rPr` says."""
    return Weights(*(_on(child(properties, name)) for name in ("b", "i", "vanish")))


def _on(toggle: Element | None) -> bool | None:
    return None if toggle is None else local(toggle, "val") not in {"0", "false", "off", "none"}


def value(element: Element | None) -> str:
    """Return the `w:val` of an element, "" when there is none."""
    return "" if element is None else local(element, "val")


def styles(root: Element | None) -> dict[str, Style]:
    """Return the styles of `word/styles.xml` by their id."""
    elements = {local(element, "styleId"): element for element in children(root, "style")} if root is not None else {}
    made: dict[str, Style] = {}
    for key in elements:
        _make(key, elements, made)
    return made


def _make(key: str, elements: dict[str, Element], made: dict[str, Style]) -> None:
    """Styles are made from the one they are all based on upwards; a ring of them ends where it began."""
    chain: dict[str, None] = {}  # quick to look in, and in order
    while key in elements and key not in made and key not in chain:
        chain[key] = None
        key = value(child(elements[key], "basedOn"))
    base = made.get(key, Style())
    for own in reversed(chain):
        base = made[own] = _style(elements[own], base)


def _style(element: Element, base: Style) -> Style:
    name = value(child(element, "name"))
    paragraph, own = child(element, "pPr"), weights(child(element, "rPr"))
    numbering = child(paragraph, "numPr")
    return Style(
        name=name,
        level=level_of(name, value(child(paragraph, "outlineLvl"))) or base.level,
        bold=base.bold if own.bold is None else own.bold,
        italic=base.italic if own.italic is None else own.italic,
        hidden=base.hidden if own.hidden is None else own.hidden,
        number=value(child(numbering, "numId")) or base.number,
        depth=int_of(value(child(numbering, "ilvl")), base.depth),
    )


def level_of(name: str, outline: str) -> int:
    """Return the level of a heading by the name of its style or its place in the outline; 0 for none."""
    if found := _HEADING.fullmatch(name):
        return int(found[1])
    level = int_of(outline, _BODY_TEXT_LEVEL)
    return level + 1 if 0 <= level < _BODY_TEXT_LEVEL else 0


def int_of(text: str, default: int) -> int:
    """Return a small whole number that a file gives; `default` for anything else."""
    return int(text) if text.isascii() and text.isdigit() and len(text) < len("100000") else default


def bullet(sign: str) -> str:
    """Return the sign of a list as text; those of picture fonts mean nothing outside them."""
    return sign if sign and sign in BULLETS and sign.isprintable() else "•"


def counted(number: int, form: str) -> str:
    """Return a number in figures, letters or Roman letters, by the name that Word has for that."""
    if form in {"lowerLetter", "upperLetter"} and number:
        text = chr(ord("a") + (number - 1) % _LETTERS) * min(4, 1 + (number - 1) // _LETTERS)
    elif form in {"lowerRoman", "upperRoman"}:
        text = roman(number)
    else:
        text = f"{number:02d}" if form == "decimalZero" else str(number)
    return text.upper() if form.startswith("upper") else text


def roman(number: int) -> str:
    """Return a number in small Roman letters, in figures above what a list has."""
    if number > _LETTERS * 2:
        return str(number)
    text = ""
    for worth, letters in _ROMAN:
        text += letters * (number // worth)
        number %= worth
    return text
