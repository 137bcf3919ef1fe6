"""Markdown: headings, paragraphs, lists, tables, emphasis over whole paragraphs, and footnotes."""

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from markdown_it import MarkdownIt

from fmm_desktop.importing import opening, trouble
from fmm_desktop.importing.cells import Tables
from fmm_desktop.importing.characters import lines_of
from fmm_desktop.importing.gathering import PLAIN, Gathering
from fmm_desktop.importing.limits import MAX_MARKDOWN_BYTES, MAX_MARKDOWN_PARAGRAPH, Watch, unwatched, watched
from fmm_desktop.importing.plain import Block, BlockKind, Found, Piece
from fmm_desktop.importing.trouble import ImportingError

if TYPE_CHECKING:
    from markdown_it.rules_block import StateBlock
    from markdown_it.rules_core import StateCore
    from markdown_it.token import Token

_FRONT_MATTER = re.compile(r"\A---\n(?P<inside>(?:.*\n)*?)(?:---|\.\.\.)\n")
_TITLE = re.compile(r"^title:\s*(?P<title>.+?)\s*$", re.MULTILINE)
_MARK = re.compile(r"\[\^(?P<number>[^\]\s]+)\]")
_NOTE = re.compile(r"^\[\^(?P<number>[^\]\s]+)\]:[ \t]*", re.MULTILINE)
_BREAK = re.compile(r"<br\s*/?>", re.IGNORECASE)
_MAX_NESTING = 100
_STEP = 100
_DEEPEST = _MAX_NESTING - 2
_WEIGHTS = {"strong_open": (1, 0), "strong_close": (-1, 0), "em_open": (0, 1), "em_close": (0, -1)}


def read(text: str, name: str, watch: Watch = unwatched) -> Found:
    """Return what stands in a Markdown text. Front matter is left out, but for the title in it.

    Raises ImportingError when it is too long, or nested too deep.
    """
    opening.refuse_size(name, len(text), MAX_MARKDOWN_BYTES)
    body = "\n".join(lines_of(text))
    front = _FRONT_MATTER.match(body)
    inside = front["inside"] if front else ""
    title = _TITLE.search(inside)
    body = body[front.end() :] if front else body
    pieces = [
        Piece(Block(text=line, style="front matter"), left_out=True)
        for line in map(str.strip, inside.split("\n"))
        if line
    ]
    reader = _Reader(name)
    for token in watched(_parser(name, watch).parse(_NOTE.sub(_apart, body)), watch, 0.9):
        if token.level >= _DEEPEST:  # what is deeper the parser drops
            raise ImportingError(trouble.TOO_DEEP, file=name)
        reader.take(token)
    return Found([*pieces, *reader.end()], title["title"].strip("\"'") if title else "")


def _apart(found: re.Match[str]) -> str:
    """A note is a paragraph of its own, whatever stands before it."""
    return f"\n[^{found['number']}]: "


def _parser(name: str, watch: Watch) -> MarkdownIt:
    """Definitions of links are not taken out of the text, so that no word is lost; HTML is text.

    The parser has no watch of its own: it is given rules that change nothing, and ask whether to go on.
    """

    def at_block(_state: "StateBlock", line: int, _end: int, _silent: bool) -> bool:
        if line % _STEP == 0:
            watch(0.0)
        return False

    def at_text(state: "StateCore") -> None:
        for token in watched(state.tokens, watch, 0.5, step=_STEP):
            if token.type == "inline":
                if len(token.content) > MAX_MARKDOWN_PARAGRAPH:
                    raise ImportingError(trouble.TOO_MUCH, file=name, what=f"{len(token.content)}")
                token.children = []
                state.md.inline.parse(token.content, state.md, state.env, token.children)

    parser = MarkdownIt("commonmark", {"html": False, "maxNesting": _MAX_NESTING}).enable("table")
    parser.block.ruler.before("table", "watch", at_block)
    parser.core.ruler.at("inline", at_text)
    return parser.disable(["reference", "entity"])


class _Reader:
    """Takes the tokens of the parser one by one."""

    def __init__(self, name: str) -> None:
        self._gathered = Gathering(name)
        self._marker = ""
        self._level = self._lists = 0
        self._tables = Tables()

    def end(self) -> Sequence[Piece]:
        """Return all pieces."""
        return [_as_note(piece) for piece in self._gathered.end()]

    def take(self, token: "Token") -> None:
        """Take one token: the beginning or end of a block, or the text in one."""
        match token.type:
            case "inline":
                self._inline(token.children or [])
            case "fence" | "code_block":
                self._verbatim(token)
            case "heading_open" | "heading_close":
                self._level = int(token.tag[1:]) if token.nesting > 0 else 0
            case "bullet_list_open" | "ordered_list_open":
                self._lists += 1
            case "bullet_list_close" | "ordered_list_close":
                self._lists -= 1
            case "list_item_open":
                self._marker = f"{token.info}{token.markup}"
            case "list_item_close":
                self._end_item()
        self._table(token)
        if token.type != "inline":
            self._new_block()

    def _table(self, token: "Token") -> None:
        if token.nesting > 0:
            self._tables.begin(token.tag)
        elif token.nesting < 0:
            self._tables.end(token.tag)

    def _new_block(self) -> None:
        if self._gathered.begin():
            self._marker = ""
        self._gathered.begin(self._sort())

    def _end_item(self) -> None:
        """An item without text is its number, which must not be lost."""
        self._new_block()
        if self._marker:
            self._gathered.begin()
            self._gathered.add(self._marker)
            self._gathered.begin()
        self._marker = ""

    def _sort(self) -> Block:
        if self._level:
            return Block(text="", level=self._level)
        if cell := self._tables.here:
            return Block(text="", kind=BlockKind.CELL, cell=cell)
        if self._lists:
            return Block(text="", kind=BlockKind.ITEM, marker=self._marker, depth=self._lists)
        return PLAIN

    def _verbatim(self, token: "Token") -> None:
        for line in [token.info, *token.content.split("\n")]:
            self._gathered.add(line)
            self._gathered.end_line()

    def _inline(self, tokens: Sequence["Token"]) -> None:
        for token in tokens:
            bold, italic = _WEIGHTS.get(token.type, (0, 0))
            self._gathered.bold += bold
            self._gathered.italic += italic
            if token.type in {"softbreak", "hardbreak"}:
                self._break(token.type)
            elif token.type == "image":
                self._inline(token.children or [])
            else:
                self._text(token.content)

    def _break(self, kind: str) -> None:
        if kind == "hardbreak":
            self._gathered.end_line()
        else:
            self._gathered.add(" ")

    def _text(self, text: str) -> None:
        """The number of a note in the text is a mark; the one that a note begins with stays, for `_as_note`."""
        for place, part in enumerate(_BREAK.split(text)):
            if place:
                self._gathered.end_line()
            self._marks(part)

    def _marks(self, text: str) -> None:
        at = 0
        for found in _MARK.finditer(text):
            if text[found.end() : found.end() + 1] != ":":
                self._gathered.add(text[at : found.start()])
                self._gathered.mark(found["number"])
                at = found.end()
        self._gathered.add(text[at:])


def _as_note(piece: Piece) -> Piece:
    block = piece.block
    found = _NOTE.match(block.text)
    if not found:
        return piece
    return Piece(Block(text=block.text[found.end() :], kind=BlockKind.FOOTNOTE, marker=found["number"]))
