"""The text of a document as it is shown: every block a paragraph, and where each stands. Plain values, without Qt.

Qt counts in units of UTF-16, in which a letter beyond the first 65,536 is two; a span counts in code points.
"""

from bisect import bisect_right
from collections.abc import Iterator

from msgspec import Struct

from fmm_desktop.importing.agenda.draft import Draft, Span
from fmm_desktop.importing.plain import Block, BlockKind, Weight

_BETWEEN = 2  # the ends of a paragraph and of the empty line below it


class Piece(Struct, frozen=True):
    """One paragraph: its words, with the marker before them; its number in the body, -1 for what was left out."""

    words: str
    block: int
    is_bold: bool = False
    is_out: bool = False
    """Whether it is of the letter, or was left out."""
    outside: int = -1
    """Its number in what was left out of the body, -1 when it is in the body."""


class DocumentText:
    """The paragraphs of a document in order, and the way from a span to a place in their text, and back."""

    def __init__(self, draft: Draft) -> None:
        self.pieces = tuple(_pieces(draft))
        self._blocks = draft.plain.blocks
        self._starts: list[int] = []
        self._of_block: dict[int, int] = {}
        start = 0
        for number, piece in enumerate(self.pieces):
            self._starts.append(start)
            if piece.block >= 0:
                self._of_block[piece.block] = number
            start += units(piece.words) + _BETWEEN

    def piece_of(self, span: Span) -> int:
        """Return the number of the paragraph that a span is in."""
        return self._of_block[span.block]

    def range(self, span: Span) -> tuple[int, int]:
        """Return where a span begins and ends; at the start of a block the marker is of it."""
        number = self._of_block[span.block]
        text, start = self._blocks[span.block].text, self._starts[number]
        lead = self._lead(number)
        first = start if span.start == 0 else start + lead + units(text[: span.start])
        return first, start + lead + units(text[: span.end])

    def place(self, position: int) -> tuple[int, int]:
        """Return the block at a position of the text and how many code points of it are before; -1 for no block."""
        number = bisect_right(self._starts, position) - 1
        piece = self.pieces[number] if number >= 0 else None
        if piece is None or piece.block < 0:
            return -1, 0
        within = position - self._starts[number] - self._lead(number)
        return piece.block, code_points(self._blocks[piece.block].text, max(0, within))

    def out_between(self, start: int, end: int) -> tuple[tuple[int, ...], tuple[int, ...]]:
        """Return what was left out in a part of the text: blocks of the body, and numbers of what is outside it."""
        first, last = (max(0, bisect_right(self._starts, position) - 1) for position in (start, end))
        out = [piece for piece in self.pieces[first : last + 1] if piece.is_out]
        blocks = tuple(piece.block for piece in out if piece.block >= 0)
        return blocks, tuple(piece.outside for piece in out if piece.outside >= 0)

    def start_of(self, number: int) -> int:
        """Return where a paragraph begins."""
        return self._starts[number]

    def _lead(self, number: int) -> int:
        piece = self.pieces[number]
        return units(piece.words) - units(self._blocks[piece.block].text)


def _pieces(draft: Draft) -> Iterator[Piece]:
    plain = draft.plain
    letter = {left.span.block for left in draft.left_out}
    both = [(block, number, -1) for number, block in enumerate(plain.blocks)]
    both += [(block, -1, number) for number, block in enumerate(plain.left_out)]
    for block, number, outside in sorted(both, key=lambda one: (one[0].kind is BlockKind.FOOTNOTE, one[0].order)):
        is_out = number < 0 or number in letter
        yield Piece(block.whole, number, is_bold=_is_bold(block), is_out=is_out, outside=outside)


def _is_bold(block: Block) -> bool:
    return bool(block.level) or block.weight in {Weight.BOLD, Weight.BOLD_ITALIC}


def units(text: str) -> int:
    """Return the length of a text as Qt counts it."""
    return len(text) if text.isascii() else len(text.encode("utf-16-le")) // 2


def code_points(text: str, count: int) -> int:
    """Return how many code points the first `count` units of a text are; at most all of it."""
    if text.isascii():
        return min(count, len(text))
    return len(text.encode("utf-16-le")[: count * 2].decode("utf-16-le", "ignore"))


def offset_in(draft: Draft, spans: tuple[Span, ...], block: int, offset: int) -> int:
    """Return after how many code points of the text that spans make a place of the document is; -1 when not in them.

    The text is that of `words_at`: what stands in each span without blanks around it, one blank between.
    """
    done = 0
    for span in spans:
        held = draft.plain.blocks[span.block]
        text = held.text[span.start : span.end]
        bare = text.strip()
        words = f"{held.marker} {bare}".strip() if span.start == 0 and any(map(str.isalnum, held.marker)) else bare
        if span.block == block and span.start <= offset <= span.end:
            within = offset - span.start - (len(text) - len(text.lstrip()))
            return done + max(0, min(within, len(bare))) + len(words) - len(bare)
        done += len(words) + 1 if words else 0
    return -1
