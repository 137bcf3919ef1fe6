"""OpenDocument texts (.odt): headings, paragraphs, lists, tables and notes in order."""

import re
from typing import NamedTuple

from fmm_desktop.importing import trouble
from fmm_desktop.importing.cells import Tables
from fmm_desktop.importing.characters import tidy
from fmm_desktop.importing.docx_styles import int_of, level_of
from fmm_desktop.importing.gathering import PLAIN, Gathering
from fmm_desktop.importing.limits import Watch, unwatched, watched
from fmm_desktop.importing.markup import Element, local, parsed_xml, walked
from fmm_desktop.importing.odt_lists import Lists, list_styles
from fmm_desktop.importing.plain import Block, BlockKind, Found, Piece
from fmm_desktop.importing.trouble import ImportingError
from fmm_desktop.importing.zipped import Parts

_WHAT = "OpenDocument"
_NOT_OF_THE_TEXT = frozenset(
    {"tracked-changes", "annotation", "binary-data", "script", "forms", "note-citation", "title", "desc"}
)
_AROUND = frozenset({"table-of-content", "alphabetical-index", "header", "footer"})
_HEADERS = re.compile(r"(?:header|footer)(?:-left|-first)?")


class _Style(NamedTuple):
    """A style with what it has from its parent."""

    name: str = ""
    level: int = 0
    bold: bool = False
    italic: bool = False
    hidden: bool = False


def read(parts: Parts, name: str, watch: Watch = unwatched) -> Found:
    """Return what stands in an .odt. Raises ImportingError when it is damaged or has a password."""
    if b"encryption-data" in parts.part("META-INF/manifest.xml"):
        raise ImportingError(trouble.ENCRYPTED, file=name)
    content = parts.part("content.xml")
    if not content:
        raise ImportingError(trouble.DAMAGED, file=name, what=_WHAT)
    watch(0.0)
    roots = [parsed_xml(data, name, _WHAT) for data in (parts.part("styles.xml"), content) if data]
    watch(0.4)
    found = _Reader(roots, name)
    pieces = [piece for root in roots for piece in found.pieces(root, watch)]
    watch(1.0)
    return Found(pieces, *_said(parts, name))


def _said(parts: Parts, name: str) -> tuple[str, str]:
    data = parts.part("meta.xml")
    root = parsed_xml(data, name, _WHAT) if data else None
    return _first(root, "title"), _first(root, "language")


def _first(root: Element | None, tag: str) -> str:
    return next((tidy(element.text or "") for element in root.iter(f"{{*}}{tag}")), "") if root is not None else ""


def _styles(roots: list[Element]) -> dict[str, _Style]:
    elements = {local(element, "name"): element for root in roots for element in root.iter("{*}style")}
    made: dict[str, _Style] = {}
    for key in elements:
        _make(key, elements, made)
    return made


def _make(key: str, elements: dict[str, Element], made: dict[str, _Style]) -> None:
    chain: dict[str, None] = {}  # quick to look in, and in order
    while key in elements and key not in made and key not in chain:
        chain[key] = None
        key = local(elements[key], "parent-style-name")
    base = made.get(key, _Style())
    for own in reversed(chain):
        base = made[own] = _style(own, elements[own], base)


def _style(key: str, element: Element, base: _Style) -> _Style:
    properties = next(element.iter("{*}text-properties"), element)
    weight, slant = local(properties, "font-weight"), local(properties, "font-style")
    automatic = re.fullmatch(r"[PT]\d+", key) is not None  # made by the program for one paragraph: no name of its own
    name = base.name if automatic else local(element, "display-name") or key.replace("_20_", " ")
    return _Style(
        name=name,
        level=level_of(name, ""),
        bold=_is_bold(weight) if weight else base.bold,
        italic=slant in {"italic", "oblique"} if slant else base.italic,
        hidden=local(properties, "display") == "none" or base.hidden,
    )


def _is_bold(weight: str) -> bool:
    return weight == "bold" or weight in {"600", "700", "800", "900"}


class _Reader:
    """Reads the parts of one document."""

    def __init__(self, roots: list[Element], name: str) -> None:
        self._styles = _styles(roots)
        self._lists = Lists(list_styles(roots))
        self._name = name
        self._tables = Tables()

    def pieces(self, root: Element, watch: Watch) -> list[Piece]:
        """Return the text of a part; of `styles.xml` the headers and footers."""
        gathered = Gathering(self._name)
        skipped = inside = 0
        for what, tag, element, text in watched(walked(root, self._name), watch, 0.4):
            if tag in _NOT_OF_THE_TEXT:
                skipped += {"start": 1, "end": -1}.get(what, 0)
            elif skipped:
                continue
            elif what == "text":
                if inside:
                    gathered.add(text)
            elif tag in {"p", "h"}:
                inside += 1 if what == "start" else -1
                self._new_block(element if what == "start" else None, gathered)
                self._weigh(element, gathered, 1 if what == "start" else -1)
                gathered.left_out += (1 if what == "start" else -1) * self._style_of(element).hidden
            elif tag in {"span", "hidden-text"}:
                self._set(tag, element, gathered, 1 if what == "start" else -1)
            elif what == "start":
                self._begin(tag, element, gathered)
            else:
                self._end(tag, gathered)
        return gathered.end()

    def _set(self, tag: str, element: Element, gathered: Gathering, step: int) -> None:
        """Words that are set in their own way, or hidden, begin or end."""
        self._weigh(element, gathered, step)
        if tag != "hidden-text" and not self._style_of(element).hidden:
            return
        if step > 0:
            gathered.begin_aside("hidden")
        else:
            gathered.end_note()
        gathered.left_out += step

    def _weigh(self, element: Element, gathered: Gathering, step: int) -> None:
        style = self._style_of(element)
        gathered.bold += step * style.bold
        gathered.italic += step * style.italic

    def _style_of(self, element: Element) -> _Style:
        return self._styles.get(local(element, "style-name"), _Style())

    def _new_block(self, element: Element | None, gathered: Gathering) -> None:
        """A paragraph begins, or ends when there is no `element`; those of a note are lines in it."""
        if gathered.in_note:
            gathered.end_line()
        else:
            gathered.begin(PLAIN if element is None else self._block(element))

    def _block(self, element: Element) -> Block:
        style = self._style_of(element)
        heading = element.tag.endswith("}h")
        level = int_of(local(element, "outline-level"), 1) if heading else style.level
        marker, depth = self._lists.marker()
        cell = self._tables.here
        kind = BlockKind.CELL if cell else BlockKind.ITEM if depth and not level else BlockKind.PARAGRAPH
        return Block(text="", kind=kind, level=level, marker=marker, depth=depth, style=style.name, cell=cell)

    def _begin(self, tag: str, element: Element, gathered: Gathering) -> None:
        self._tables.begin(tag)
        if tag == "line-break":
            gathered.end_line()
        elif tag in {"s", "tab"}:
            gathered.add(" ")
        elif tag == "note":
            gathered.begin_note(_citation(element))
        elif tag == "list":
            self._lists.begin(
                local(element, "style-name"),
                go_on=local(element, "continue-numbering") == "true",
                key=local(element, "id"),
                after=local(element, "continue-list"),
            )
        elif tag in {"list-item", "list-header"}:
            self._lists.item(counted=tag == "list-item", start=local(element, "start-value"))
        elif tag in _AROUND or _HEADERS.fullmatch(tag):
            gathered.begin()
            gathered.left_out += 1

    def _end(self, tag: str, gathered: Gathering) -> None:
        self._tables.end(tag)
        if tag == "note":
            gathered.end_note()
        elif tag == "list":
            self._lists.end()
        elif tag in _AROUND or _HEADERS.fullmatch(tag):
            gathered.begin()
            gathered.left_out -= 1


def _citation(note: Element) -> str:
    return next((tidy(element.text or "") for element in note.iter("{*}note-citation")), "")
