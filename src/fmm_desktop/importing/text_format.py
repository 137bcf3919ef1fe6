"""Plain text, also hard-wrapped."""

from collections.abc import Iterator

from fmm_desktop.importing.characters import lines_of, tidy
from fmm_desktop.importing.joining import Words, paragraphs
from fmm_desktop.importing.limits import Watch, unwatched
from fmm_desktop.importing.markers import marked
from fmm_desktop.importing.plain import Block, BlockKind, Found, Piece


def read(text: str, watch: Watch = unwatched) -> Found:
    """Return the paragraphs of a plain text. A number before one is its marker, a bullet makes it an item."""
    watch(0.0)
    return Found(tuple(Piece(block) for block in blocks(text)))


def blocks(text: str) -> Iterator[Block]:
    """Yield the paragraphs of a plain text as blocks."""
    lines = [tidy(line) for line in lines_of(text)]
    words = Words(lines)
    for group in paragraphs(lines):
        yield block_of(words.joined(group))


def block_of(text: str) -> Block:
    """Return a tidy text as a block, its marker apart."""
    apart = marked(text)
    if apart.bullet:
        return Block(text=apart.text, kind=BlockKind.ITEM, marker=apart.marker, depth=1)
    return Block(text=apart.text, marker=apart.marker)
