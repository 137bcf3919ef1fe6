"""The one plain form that a document of any format is read into: blocks of text, in order, with what the format knows.

Every word of the document stands in exactly one block, either in `Plain.blocks` or in `Plain.left_out`; `Block.order`
puts the two together again in the order of the document.
"""

from collections.abc import Sequence
from enum import StrEnum
from typing import NamedTuple

import msgspec


class BlockKind(StrEnum):
    """What the format says that a block is. A heading is a paragraph with a level."""

    PARAGRAPH = "paragraph"
    ITEM = "item"
    CELL = "cell"
    FOOTNOTE = "footnote"


class Weight(StrEnum):
    """How the whole of a block is set; a block with some bold words in it is plain."""

    PLAIN = "plain"
    ITALIC = "italic"
    BOLD = "bold"
    BOLD_ITALIC = "bold_italic"


class Format(StrEnum):
    """The formats that can be read."""

    TEXT = "text"
    MARKDOWN = "markdown"
    DOCX = "docx"
    ODT = "odt"
    PDF = "pdf"
    HTML = "html"
    KAMERSTUK = "kamerstuk"


class FootnoteMark(NamedTuple):
    """Where a footnote hangs: after so many code points of the text. `number` is the marker of its block."""

    place: int
    number: str


class Cell(NamedTuple):
    """Where a cell stands: tables are counted from 1 in the document, rows and columns from 0."""

    table: int
    row: int
    column: int


class Block(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """One paragraph, item of a list, cell of a table or footnote.

    `text` has neither line breaks, nor two spaces together, nor spaces at its ends, nor control characters; it is never
    empty unless `marker` is not. The marker ("1.", "a)", "-", "=") stood before it and is not in it. `level` is that of
    a heading when the format says so, 1 the highest, 0 for none; `depth` that of a list, 1 the outermost, 0 for none.
    `cell` is None for a cell that the format does not tell the place of, as for what stands in no table.
    `page` counts from 1, 0 when the format has none. `place` says to a reader where it stands ("p. 3, al. 2").
    """

    text: str
    kind: BlockKind = BlockKind.PARAGRAPH
    level: int = 0
    weight: Weight = Weight.PLAIN
    marker: str = ""
    depth: int = 0
    page: int = 0
    style: str = ""
    footnotes: tuple[FootnoteMark, ...] = ()
    cell: Cell | None = None
    place: str = ""
    order: int = 0

    @property
    def whole(self) -> str:
        """The block as it stood: the marker, a space, and the text."""
        return f"{self.marker} {self.text}".strip()


class Plain(msgspec.Struct, frozen=True, kw_only=True):
    """A document in plain form. Footnotes stand after all other blocks, in their own order.

    `name` is the name of the file, `title` what the format says it is called ("" for nothing), `language` a code of two
    letters ("" when it cannot be told). `left_out` are letterhead, headers, footers, page numbers and navigation, as
    far as the format tells them from the body.
    """

    blocks: tuple[Block, ...]
    name: str = ""
    format: Format = Format.TEXT
    title: str = ""
    language: str = ""
    left_out: tuple[Block, ...] = ()


class Piece(NamedTuple):
    """A block as a reader of a format found it; `left_out` when it is not of the body."""

    block: Block
    left_out: bool = False


class Found(NamedTuple):
    """What a reader of a format found: every piece in the order of the document, and what it says of itself."""

    pieces: Sequence[Piece]
    title: str = ""
    language: str = ""
