"""Plain text, also hard-wrapped."""

from collections.abc import Iterator

from fmm_desktop.importing import trouble
from fmm_desktop.importing.characters import lines_of, tidy
from fmm_desktop.importing.counting import bounded
from fmm_desktop.importing.joining import Words, paragraphs
from fmm_desktop.importing.lifting import lifted
from fmm_desktop.importing.limits import MAX_LINES, Watch, unwatched, watched
from fmm_desktop.importing.plain import Block, Found, Piece
from fmm_desktop.importing.runs import unmarked
from fmm_desktop.importing.trouble import ImportingError


def read(text: str, name: str = "", watch: Watch = unwatched) -> Found:
    """Return the paragraphs of a plain text. A number before one is its marker, a bullet makes it an item.

    Raises ImportingError when there are too many of them.
    """
    return lifted(Found(tuple(bounded((Piece(block) for block in blocks(text, name, watch)), name))))


def blocks(text: str, name: str, watch: Watch = unwatched) -> Iterator[Block]:
    """Yield the paragraphs of a plain text as blocks. Raises ImportingError when it has too many lines."""
    lines = lines_of(text)
    if len(lines) > MAX_LINES:
        raise ImportingError(trouble.TOO_MUCH, file=name, what=f"{len(lines)}")
    lines = [tidy(line) for line in watched(lines, watch, 0.0)]
    words = Words(lines)
    for group in watched(paragraphs(lines), watch, 0.5):
        yield block_of(words.joined(group)[0])


def block_of(text: str) -> Block:
    """Return a tidy text as a block, its marker apart."""
    return unmarked(Block(text=text))
