"""Web pages: the text of the page, with navigation, header and footer left out."""

from fmm_desktop.importing import text_format
from fmm_desktop.importing.cells import Tables
from fmm_desktop.importing.characters import tidy
from fmm_desktop.importing.docx_styles import counted, int_of
from fmm_desktop.importing.gathering import PLAIN, Gathering
from fmm_desktop.importing.html_around import BLOCKS, NEVER_READ, around, main_of
from fmm_desktop.importing.html_notes import Notes, leads_back
from fmm_desktop.importing.lifting import lifted
from fmm_desktop.importing.limits import Watch, unwatched, watched
from fmm_desktop.importing.markup import Element, Event, parsed_html, walked
from fmm_desktop.importing.plain import Block, BlockKind, Found, Piece

_HEADINGS = {f"h{level}": level for level in range(1, 7)}
_BOLD, _ITALIC = frozenset({"b", "strong"}), frozenset({"i", "em", "cite"})
_FORMS = {"a": "lowerLetter", "A": "upperLetter", "i": "lowerRoman", "I": "upperRoman"}


def read(text: str, name: str, watch: Watch = unwatched) -> Found:
    """Return the text of a web page. Raises ImportingError when it is nested too deep."""
    watch(0.0)
    root = parsed_html(text, name)
    watch(0.5)
    main = main_of(root)
    pieces = _Reader(name, Notes(root), around(root, name, watch)).pieces(root, main, watch)
    if not any(not piece.left_out for piece in pieces):
        pieces = [Piece(piece.block) for piece in pieces]
    title = next((tidy(element.text or "") for element in root.iter("title")), "")
    return lifted(Found(pieces, title, root.get("lang") or ""))


class _Reader:
    """Reads one page."""

    def __init__(self, name: str, notes: Notes, outside: set[Element]) -> None:
        self._name = name
        self._notes = notes
        self._outside = outside
        self._gathered = Gathering(name)
        self._lists: list[_List] = []
        self._marker = ""
        self._level = 0
        self._tables = Tables()
        self._note = ""
        self._verbatim: list[str] | None = None
        self._silent: Element | None = None
        """The element whose words are not read: it is the number of a note."""

    def pieces(self, root: Element, main: Element | None, watch: Watch) -> list[Piece]:
        """Return all pieces; what stands outside `main` is left out when there is one."""
        self._gathered.left_out += main is not None
        skipped = 0
        for event in watched(walked(root, self._name), watch, 0.5):
            if event.name in NEVER_READ and event.what != "text":
                skipped += 1 if event.what == "start" else -1
            elif skipped or self._is_silent(event):
                continue
            elif event.what == "text":
                self._text(event.text)
            elif event.what == "start":
                self._begin(event.name, event.element, main)
            else:
                self._end(event.name, event.element, main)
        return self._gathered.end()

    def _is_silent(self, event: Event) -> bool:
        if self._silent is not None:
            if event.what == "end" and event.element is self._silent:
                self._silent = None
            return True
        if event.what != "start":
            return False
        if event.element in self._notes.marks:
            self._gathered.mark(self._notes.marks[event.element])
            self._silent = event.element
        elif self._note and leads_back(event.element):
            self._silent = event.element
        return self._silent is not None

    def _text(self, text: str) -> None:
        if self._verbatim is None:
            self._gathered.add(text)
        else:
            self._verbatim.append(text)

    def _begin(self, tag: str, element: Element, main: Element | None) -> None:
        if tag == "br":
            self._text("\n") if self._verbatim is not None else self._gathered.end_line()
        self._gathered.bold += tag in _BOLD
        self._gathered.italic += tag in _ITALIC
        parts = tag in BLOCKS or tag in _HEADINGS
        if parts:
            self._new_block()
        elif element in self._outside:
            self._gathered.begin_aside("hidden")
        self._gathered.left_out += (element in self._outside) - (element is main)
        self._tables.begin(tag, int_of(element.get("colspan") or "", 1), int_of(element.get("rowspan") or "", 1))
        self._level = _HEADINGS.get(tag, self._level)
        self._note = self._notes.notes.get(element, self._note)
        if tag in {"ul", "ol"}:
            self._lists.append(_List(element))
        elif tag == "li":
            self._marker = self._lists[-1].next(element) if self._lists else "•"
        elif tag == "pre" and self._verbatim is None:
            self._verbatim = []
        if parts:
            self._new_block()

    def _end(self, tag: str, element: Element, main: Element | None) -> None:
        self._gathered.bold -= tag in _BOLD
        self._gathered.italic -= tag in _ITALIC
        if tag == "pre" and self._verbatim is not None:
            self._gathered.take(text_format.blocks("".join(self._verbatim), self._name))
            self._verbatim = None
        parts = tag in BLOCKS or tag in _HEADINGS
        if parts:
            self._new_block()
        elif element in self._outside:
            self._gathered.end_note()
        self._gathered.left_out -= (element in self._outside) - (element is main)
        self._tables.end(tag)
        self._level = 0 if tag in _HEADINGS else self._level
        self._note = "" if element in self._notes.notes else self._note
        if tag in {"ul", "ol"} and self._lists:
            self._lists.pop()
        if tag == "li":
            self._marker = ""
        if parts:
            self._new_block()

    def _new_block(self) -> None:
        """End the block, and begin another of the sort that belongs where we stand."""
        if self._gathered.begin():
            self._marker = ""
        self._gathered.begin(self._sort())

    def _sort(self) -> Block:
        if self._note:
            return Block(text="", kind=BlockKind.FOOTNOTE, marker=self._note)
        if self._level:
            return Block(text="", level=self._level, marker=self._marker)
        if cell := self._tables.here:
            return Block(text="", kind=BlockKind.CELL, marker=self._marker, cell=cell)
        if self._lists:
            return Block(text="", kind=BlockKind.ITEM, marker=self._marker, depth=len(self._lists))
        return PLAIN


class _List:
    """A list that we stand in."""

    def __init__(self, element: Element) -> None:
        self._form = _FORMS.get(element.get("type") or "", "decimal") if element.tag == "ol" else ""
        self._count = int_of(element.get("start") or "", 1) - 1

    def next(self, item: Element) -> str:
        """Return the marker of the next item."""
        self._count = int_of(item.get("value") or "", self._count + 1)
        return f"{counted(self._count, self._form)}." if self._form else "•"
