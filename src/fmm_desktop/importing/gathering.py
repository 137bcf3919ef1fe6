"""What the readers of markup share: text is gathered until a block ends, notes are set aside with their number."""

from collections.abc import Iterable

from fmm_desktop.importing.counting import Count
from fmm_desktop.importing.plain import Block, BlockKind, Piece
from fmm_desktop.importing.runs import Runs

PLAIN = Block(text="")


class Gathering:
    """The pieces found so far, and the block that is being read."""

    def __init__(self, name: str) -> None:
        """`name` is that of the document."""
        self.pieces: list[Piece] = []
        self.left_out = 0
        """How many elements we stand in whose words are not of the body."""
        self.bold = 0
        self.italic = 0
        self._like = PLAIN
        self._runs = Runs()
        self._outer: list[tuple[Block, Runs]] = []
        self._notes: list[Piece] = []
        self._count = Count(name)

    def add(self, text: str) -> None:
        """Put text into the block, in the weight of the elements we stand in.

        Raises ImportingError, as all that takes text or blocks does, when it is too much for an agenda.
        """
        self._count.add(characters=len(text))
        self._runs.add(text, bold=self.bold > 0, italic=self.italic > 0)

    def mark(self, number: str) -> None:
        """Hang a footnote on the text so far."""
        self._runs.mark(number)

    def end_line(self) -> None:
        """Begin another line in the block."""
        self._runs.end_line()

    def begin(self, like: Block = PLAIN) -> bool:
        """End the block; what follows has the kind, level, style and marker of `like`. Return whether there was one."""
        blocks = self._runs.blocks(self._like)
        self.take(blocks)
        self._runs = Runs()
        self._like = like
        return bool(blocks)

    def take(self, blocks: Iterable[Block]) -> None:
        """Put in blocks that are made already."""
        for block in blocks:
            self._keep(block)

    def begin_note(self, number: str) -> None:
        """Hang a note on the text so far; what is gathered until `end_note` is that note, after the block."""
        self.mark(number)
        self._outer.append((self._like, self._runs))
        self._like, self._runs = Block(text="", kind=BlockKind.FOOTNOTE, marker=number), Runs()

    def begin_aside(self, style: str) -> None:
        """What is gathered until `end_note` is no part of the text around it; it comes after that, in that style."""
        self._outer.append((self._like, self._runs))
        self._like, self._runs = Block(text="", style=style), Runs()

    @property
    def in_note(self) -> bool:
        """Whether it is a note that is gathered."""
        return bool(self._outer)

    def end_note(self) -> None:
        """Go back to the text that the note hangs on."""
        if self._outer:
            self.begin()
            self._like, self._runs = self._outer.pop()

    def _keep(self, block: Block) -> None:
        self._count.add(blocks=1)
        piece = Piece(block, left_out=self.left_out > 0)
        if self._outer:
            self._notes.append(piece)
        else:
            self.pieces.append(piece)
            self.pieces += self._notes
            self._notes = []

    def end(self) -> list[Piece]:
        """Return all pieces, with what was not ended yet."""
        while self._outer:
            self.end_note()
        self.begin()
        return [*self.pieces, *self._notes]
