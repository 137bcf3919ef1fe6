"""Word documents (.docx): paragraphs and tables in order, with styles, weights, numbers and footnotes.

The parts are read with lxml one by one, so that a picture in the document is never unzipped.
"""

from collections.abc import Iterable, Iterator
from itertools import chain

from fmm_desktop.importing import trouble
from fmm_desktop.importing.cells import Tables
from fmm_desktop.importing.characters import tidy
from fmm_desktop.importing.counting import bounded
from fmm_desktop.importing.docx_numbers import Numbers
from fmm_desktop.importing.docx_styles import Style, int_of, level_of, styles, value, weights
from fmm_desktop.importing.limits import Watch, unwatched, watched
from fmm_desktop.importing.markup import Element, Event, child, children, local, parsed_xml, walked
from fmm_desktop.importing.picture_fonts import sign
from fmm_desktop.importing.plain import Block, BlockKind, Cell, Found, Piece
from fmm_desktop.importing.runs import Runs
from fmm_desktop.importing.trouble import ImportingError
from fmm_desktop.importing.zipped import Parts

_WHAT = "Word"
_NOT_OF_THE_TEXT = frozenset({"del", "moveFrom", "Fallback", "instrText", "delText", "pPr", "rPr", "tblPr", "sectPr"})
_SEPARATORS = frozenset({"separator", "continuationSeparator", "continuationNotice"})
_NOTES = {"footnoteReference": "", "endnoteReference": "e"}


def read(parts: Parts, name: str, watch: Watch = unwatched) -> Found:
    """Return what stands in a .docx: headers, text, notes and footers. Raises ImportingError when it is damaged."""
    main = _main_part(parts, name)
    folder = main.rpartition("/")[0]
    watch(0.0)
    roots = {
        part: _root(parts, f"{folder}/{part}.xml", name) for part in ("styles", "numbering", "footnotes", "endnotes")
    }
    root = _root(parts, main, name)
    if root is None:
        raise ImportingError(trouble.DAMAGED, file=name, what=_WHAT)
    watch(0.4)
    reader = _Reader(styles(roots["styles"]), Numbers(roots["numbering"]), name, watch)
    found = chain(
        _around(parts, reader, f"{folder}/header", name),
        reader.pieces(root),
        _notes(roots["footnotes"], reader, "footnote"),
        _notes(roots["endnotes"], reader, "endnote"),
        _around(parts, reader, f"{folder}/footer", name),
    )
    pieces = list(bounded(found, name))
    watch(1.0)
    return Found(pieces, *_said(parts, name))


def _main_part(parts: Parts, name: str) -> str:
    root = _root(parts, "_rels/.rels", name)
    for element in children(root, "Relationship") if root is not None else ():
        if element.get("Type").endswith("/officeDocument"):
            return element.get("Target").lstrip("/")
    return "word/document.xml"


def _root(parts: Parts, part: str, name: str) -> Element | None:
    data = parts.part(part)
    return parsed_xml(data, name, _WHAT) if data else None


def _said(parts: Parts, name: str) -> tuple[str, str]:
    root = _root(parts, "docProps/core.xml", name)
    title, language = child(root, "title"), child(root, "language")
    return tidy(title.text or "" if title is not None else ""), tidy(
        language.text or "" if language is not None else ""
    )


def _around(parts: Parts, reader: "_Reader", start: str, name: str) -> Iterator[Piece]:
    """Headers or footers: the same words on first, even and other pages once."""
    seen: set[str] = set()
    for part in sorted(part for part in parts.names if part.startswith(start) and part.endswith(".xml")):
        root = _root(parts, part, name)
        for piece in reader.pieces(root) if root is not None else ():
            if piece.block.whole not in seen:
                seen.add(piece.block.whole)
                yield Piece(piece.block, left_out=True)


def _notes(root: Element | None, reader: "_Reader", tag: str) -> Iterator[Piece]:
    for element in children(root, tag) if root is not None else ():
        if local(element, "type") not in _SEPARATORS:
            number = reader.numbers.get(_NOTES[f"{tag}Reference"] + local(element, "id"), "")
            yield from _as_notes(reader.pieces(element), number)


def _as_notes(pieces: Iterable[Piece], number: str) -> Iterator[Piece]:
    for piece in pieces:
        block = piece.block
        yield Piece(
            Block(text=block.whole, kind=BlockKind.FOOTNOTE, marker=number, weight=block.weight, style=block.style)
        )


class _Paragraph:
    """A paragraph that is being read: its text, its hidden text, and what its properties say."""

    def __init__(self, block: Block, style: Style) -> None:
        self.block = block
        self.style = style
        self.runs = Runs()
        self.hidden = Runs()
        self.into = self.runs
        self.ends = True
        """Whether its end still stands, and was not deleted."""
        self.bold, self.italic = style.bold, style.italic

    def go_on(self, before: "_Paragraph") -> None:
        """Take the text of a paragraph whose end was deleted: what stood there is in this one."""
        self.runs = self.into = before.runs
        self.hidden = before.hidden

    def pieces(self) -> Iterator[Piece]:
        for block in self.runs.blocks(self.block):
            yield Piece(block, left_out=self.style.letterhead)
        for block in self.hidden.blocks(Block(text="", style="hidden")):
            yield Piece(block, left_out=True)


class _Reader:
    """Reads parts of one document. `numbers` says which number each note has, by its id, once the text is read."""

    def __init__(self, known: dict[str, Style], lists: Numbers, name: str, watch: Watch) -> None:
        self.numbers: dict[str, str] = {}
        self._styles = known
        self._lists = lists
        self._name = name
        self._watch = watch

    def pieces(self, root: Element) -> Iterator[Piece]:
        """Yield the paragraphs below an element; a text box stands before the paragraph that it hangs on."""
        open_: list[_Paragraph] = []
        tables = Tables()
        before: _Paragraph | None = None
        skipped = 0
        for event in watched(walked(root, self._name), self._watch, 0.4):
            what, tag = event.what, event.name
            step = {"start": 1, "end": -1}.get(what, 0)
            if tag in _NOT_OF_THE_TEXT:
                skipped += step
            elif skipped:
                continue
            elif tag in {"tbl", "tr", "tc"} and what == "start":
                tables.begin(tag, int_of(value(child(child(event.element, "tcPr"), "gridSpan")), 1))
            elif tag == "tbl" and what == "end":
                tables.end(tag)
            elif tag == "p" and what == "start":
                open_.append(self._paragraph(event.element, tables.here))
                if before:
                    open_[-1].go_on(before)
                    before = None
            elif tag == "p" and what == "end":
                ended = open_.pop()
                before = None if ended.ends else ended
                yield from ended.pieces() if ended.ends else ()
            elif open_:
                self._step(event, open_[-1])
        yield from before.pieces() if before else ()

    def _paragraph(self, element: Element, cell: Cell | None) -> _Paragraph:
        properties = child(element, "pPr")
        style = self._styles.get(value(child(properties, "pStyle")), Style())
        numbering, mark = child(properties, "numPr"), child(properties, "rPr")
        number = value(child(numbering, "numId")) or style.number
        depth = int_of(value(child(numbering, "ilvl")), style.depth)
        ends = not any(True for _ in children(mark, "del", "moveFrom")) if mark is not None else True
        marker = self._lists.next(number, depth) if number and ends else ""
        level = level_of("", value(child(properties, "outlineLvl"))) or style.level
        kind = BlockKind.CELL if cell else BlockKind.ITEM if marker and not level else BlockKind.PARAGRAPH
        depth = depth + 1 if marker else 0
        block = Block(text="", kind=kind, level=level, marker=marker, depth=depth, style=style.name, cell=cell)
        made = _Paragraph(block, style)
        made.ends = ends
        return made

    def _step(self, event: Event, here: _Paragraph) -> None:
        if event.what == "start":
            self._inside(event.name, event.element, here)
        elif event.what == "text" and event.name == "t":
            here.into.add(event.text, bold=here.bold, italic=here.italic)

    def _inside(self, tag: str, element: Element, here: _Paragraph) -> None:
        """A run begins, or something in one that is no text but stands for some."""
        if tag == "r":
            self._begin_run(element, here)
        elif tag in {"br", "cr"}:
            here.into.end_line()
        elif tag in {"tab", "ptab"}:
            here.into.add(" ")
        elif tag == "sym":
            here.into.add(sign(local(element, "font"), local(element, "char")), bold=here.bold, italic=here.italic)
        elif tag == "noBreakHyphen":
            here.into.add("-", bold=here.bold, italic=here.italic)
        elif tag in _NOTES:
            key = _NOTES[tag] + local(element, "id")
            here.into.mark(self.numbers.setdefault(key, str(len(self.numbers) + 1)))

    def _begin_run(self, element: Element, here: _Paragraph) -> None:
        properties = child(element, "rPr")
        own = weights(properties)
        named = self._styles.get(value(child(properties, "rStyle")), Style())
        here.bold = own.bold if own.bold is not None else named.bold or here.style.bold
        here.italic = own.italic if own.italic is not None else named.italic or here.style.italic
        hidden = own.hidden if own.hidden is not None else named.hidden or here.style.hidden
        here.into = here.hidden if hidden else here.runs
