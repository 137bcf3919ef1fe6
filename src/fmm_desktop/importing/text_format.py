"""Plain text, also hard-wrapped."""

from collections.abc import Iterator

from fmm_desktop.importing.characters import lines_of, tidy
from fmm_desktop.importing.joining import Words, paragraphs
from fmm_desktop.importing.lifting import lifted
from fmm_desktop.importing.limits import Watch, unwatched
from fmm_desktop.importing.plain import Block, Found, Piece
from fmm_desktop.importing.runs import unmarked


def read(text: str, _name: str = "", watch: Watch = unwatched) -> Found:
    """Return the paragraphs of a plain text. A number before one is its marker, a bullet makes it an item."""
    watch(0.0)
    return lifted(Found(tuple(Piece(block) for block in blocks(text))))


def blocks(text: str) -> Iterator[Block]:
    """Yield the paragraphs of a plain text as blocks."""
    lines = [tidy(line) for line in lines_of(text)]
    words = Words(lines)
    for group in paragraphs(lines):
        yield block_of(words.joined(group))


def block_of(text: str) -> Block:
    """Return a tidy text as a block, its marker apart."""
    return unmarked(Block(text=text))
