"""How much of a document was found so far; what is too much for an agenda is refused while it is counted."""

from collections.abc import Iterable, Iterator

from fmm_desktop.importing import trouble
from fmm_desktop.importing.limits import MAX_BLOCKS, MAX_CHARACTERS
from fmm_desktop.importing.plain import Piece
from fmm_desktop.importing.trouble import ImportingError


class Count:
    """Counts the blocks and characters of one document; `name` is that of its file, for what is said of too much."""

    def __init__(self, name: str) -> None:
        self._name = name
        self._blocks = self._characters = 0

    def add(self, *, blocks: int = 0, characters: int = 0) -> None:
        """Count more of them. Raises ImportingError when there are too many for an agenda."""
        self._blocks += blocks
        self._characters += characters
        if self._blocks > MAX_BLOCKS:
            raise ImportingError(trouble.TOO_MUCH, file=self._name, what=f"{self._blocks}")
        if self._characters > MAX_CHARACTERS:
            raise ImportingError(trouble.TOO_MUCH, file=self._name, what=f"{self._characters}")


def bounded(pieces: Iterable[Piece], name: str) -> Iterator[Piece]:
    """Yield the pieces of a document, until there are too many. Raises ImportingError then."""
    count = Count(name)
    for piece in pieces:
        count.add(blocks=1, characters=len(piece.block.text))
        yield piece
