"""The letter around an agenda: which blocks are letterhead, offer, signature and title, and where the agenda begins.

The signature usually stands before the agenda, for the agenda is the annex of the letter; so nothing ends at it. Only
what is known to be of the letter is left out; any other sentence in it stays, marked.
"""

import re
from collections.abc import Iterator, Sequence

from msgspec import Struct

from fmm_desktop.importing.agenda.dates import written_dates
from fmm_desktop.importing.agenda.draft import LeftOut, Part, Span
from fmm_desktop.importing.agenda.phrases import Book
from fmm_desktop.importing.agenda.phrasing import heard
from fmm_desktop.importing.agenda.sentences import sentences
from fmm_desktop.importing.agenda.signatures import signature
from fmm_desktop.importing.plain import Block, BlockKind

_LOOK = 60  # blocks in which a letter begins
_LONG = 16  # words: no line of a letterhead is longer
_MANY_LONG = 3
_MOST_ABOVE = 3  # lines that may be a title
_FEWEST_BELOW = 2  # lines of letterhead that make the line above them a title
_FEW_ABOVE = 3  # lines of letterhead above a title with a level
_MARKING = 2  # words in capitals that may be a marking nobody knows: they stay in the title, where they are seen
_DATE_WORDS = ("datum", "date")
_PLACE_AND_DATE = re.compile(r"(?P<place>['‘’]?[A-Z][\w'’ -]{2,30}?)(?P<comma>,?) \d{1,2} [A-Za-z]+ (?:19|20)\d\d\.?")


class Letter(Struct, frozen=True, kw_only=True):
    """What of a document is letter. `rest` are the stretches of blocks that are left of it, marked when `in_letter`."""

    left_out: tuple[LeftOut, ...]
    body: tuple[Span, ...]
    in_letter: frozenset[int]
    begin: int
    subject: str = ""
    offer: str = ""
    dated: str = ""


def read_letter(blocks: Sequence[Block], book: Book) -> Letter:
    """Tell the letter in a document apart from its body. Footnotes are neither."""
    return _Reader(blocks, book).letter()


class _Reader:
    """Goes through the blocks once; what it found is in its lists."""

    def __init__(self, blocks: Sequence[Block], book: Book) -> None:
        self._blocks = [block for block in blocks if block.kind is not BlockKind.FOOTNOTE]
        self._folded = [heard(block.whole) for block in self._blocks]
        self._book = book
        self._left: list[LeftOut] = []
        self._body: list[Span] = []
        self._offer = self._dated = ""

    def letter(self) -> Letter:
        title, head = self._head()
        for place in range(head):
            self._head_line(place) if place >= title else self._keep(place)
        place, begin = head, 0 if title else head
        while place < len(self._blocks):
            taken = signature(
                [block.whole for block in self._blocks[place : place + 3]], self._book, near=place - begin <= _NEAR
            )
            if taken:
                self._leave(range(place, place + taken), Part.SIGNATURE)
            else:
                taken = 1
                self._line(place)
            place += taken
            if self._left and self._left[-1].span.block == place - 1 and place <= _LOOK and self._near(begin, place):
                begin = self._begin(begin, place)
        return Letter(
            left_out=tuple(self._left),
            body=tuple(self._joined()),
            in_letter=frozenset(span.block for span in self._body if span.block < begin)
            if self._offer
            else frozenset(),
            begin=begin,
            subject=self._subject(begin),
            offer=self._offer,
            dated=self._dated,
        )

    def _begin(self, begin: int, place: int) -> int:
        """Return where the agenda begins when the letter goes on to `place`: not behind a signature at the end."""
        return place if place < len(self._blocks) else begin

    def _joined(self) -> Iterator[Span]:
        """Yield the body with the sentences of a block together again, unless something between them was left out."""
        left = {(left.span.block, left.span.start) for left in self._left}
        open_ = None
        for span in self._body:
            apart = open_ is None or open_.block != span.block
            if (
                open_ is not None
                and not apart
                and not any(block == span.block and open_.end <= start < span.start for block, start in left)
            ):
                open_ = open_._replace(end=span.end)
                continue
            if open_ is not None:
                yield open_
            open_ = span
        if open_ is not None:
            yield open_

    def _near(self, begin: int, place: int) -> bool:
        """Whether a line of a letter still belongs to the letter that went on to `begin`, or ends the document."""
        return place - begin <= _NEAR

    def _head(self) -> tuple[int, int]:
        """Return where the letterhead begins and ends: at the top, or below a title that stands above all of it."""
        if end := self._head_end() or self._above_title():
            return 0, end
        run = self._run(1) if self._blocks and len(self._blocks[0].text.split()) <= _LONG else 0
        is_title = run >= _FEWEST_BELOW and not self._blocks[0].text.endswith((".", ":", ";"))
        return (1, 1 + run) if is_title else (0, 0)

    def _head_end(self) -> int:
        """Return how many blocks come before the salutation or the offer, or else how many are letterhead by sight."""
        long = 0
        for place, block in enumerate(self._blocks[:_LOOK]):
            if self._book.start_after.search(self._folded[place]):
                return place + 1 + self._run(place + 1)
            if self._book.salutation.search(self._folded[place]) or self._has_offer(block):
                return place
            long += len(block.text.split()) > _LONG
            if long >= _MANY_LONG:
                break
        return self._run(0)

    def _above_title(self) -> int:
        """Return how many short lines stand above a title that the format gives a level: who the agenda is from."""
        title = next((place for place, block in enumerate(self._blocks[: _FEW_ABOVE + 1]) if block.level), 0)
        if not title or not self._book.titles.search(self._folded[title]):
            return 0
        return title if all(self._is_above_title(place) for place in range(title)) else 0

    def _is_above_title(self, place: int) -> bool:
        text, folded = self._blocks[place].whole, self._folded[place]
        is_line = len(text.split()) <= _LONG and not text.endswith((".", ":", ";"))
        tells = self._book.titles.search(folded) or _is_dated(folded, self._book)
        if text.isupper() and len(text.split()) <= _MARKING:
            return False
        return is_line and not tells and not self._book.verbs & set(re.findall(r"\w+", folded))

    def _run(self, start: int) -> int:
        count = 0
        for place in range(start, min(len(self._blocks), start + _LOOK)):
            if not self._is_letterhead(place):
                break
            count += 1
        return count

    def _is_letterhead(self, place: int) -> bool:
        text, folded = self._blocks[place].whole, self._folded[place]
        if self._is_place_and_date(text):
            return True
        is_sentence = text.endswith(".") and bool(self._book.verbs & set(re.findall(r"\w+", folded)))
        return not is_sentence and bool(self._book.letterhead.search(folded))

    def _is_place_and_date(self, text: str) -> bool:
        """`Den Haag, 5 november 2025`; without a comma only for a place that is known."""
        match = _PLACE_AND_DATE.fullmatch(text)
        return match is not None and (bool(match["comma"]) or match["place"] in self._book.words.cities)

    def _has_offer(self, block: Block) -> bool:
        return any(self._book.offer.search(heard(block.text[start:end])) for start, end in self._sentences(block))

    def _sentences(self, block: Block) -> list[tuple[int, int]]:
        return sentences(block.text, self._book.abbreviations)

    def _head_line(self, place: int) -> None:
        block = self._blocks[place]
        if self._is_letterhead(place) or len(block.text.split()) <= _LONG:
            self._leave([place], Part.LETTERHEAD)
        else:
            self._keep(place)

    def _line(self, place: int) -> None:
        """Leave out the sentences of a block that offer the agenda, greet or end; keep the others."""
        block, folded = self._blocks[place], self._folded[place]
        if self._book.salutation.search(folded) and len(block.text.split()) <= _LONG:
            self._leave([place], Part.SALUTATION)
            return
        if place < _LOOK and self._is_letterhead(place) and (not self._body or self._is_below_title(place)):
            self._leave([place], Part.LETTERHEAD)
            return
        if self._is_place_and_date(block.whole) and self._is_below_titles(place):
            self._leave([place], Part.LETTERHEAD)
            return
        for start, end in self._sentences(block) or [(0, len(block.text))]:
            part = self._part(heard(block.text[start:end]), place)
            if part is None:
                self._body.append(Span(place, start, end))
                continue
            self._left.append(LeftOut(part, Span(place, start, end)))
            if part is Part.OFFER:
                self._offer = self._offer or block.text[start:end]

    def _is_below_title(self, place: int) -> bool:
        """Whether all of the body so far is one short line, with letterhead above it: `Vastgesteld …` goes with that.

        The date of the meeting may stand there as well, so that a line with nothing but a date stays.
        """
        above = {span.block for span in self._body} == {place - 1} and bool(self._left)
        above = above and self._blocks[place].kind is not BlockKind.CELL  # which may be the name of a column
        is_title = len(self._blocks[place - 1].text.split()) <= _LONG
        return above and is_title and not self._folded[place].startswith(_DATE_WORDS)

    def _is_below_titles(self, place: int) -> bool:
        """Whether all above a line is title: a place and a date below that are those of the document."""
        above = self._blocks[:place]
        lines = all(len(block.text.split()) <= _LONG and not block.text.endswith(".") for block in above)
        return place <= _MOST_ABOVE and lines and self._blocks[place].kind is not BlockKind.CELL

    def _part(self, sentence: str, place: int) -> Part | None:
        if place < _LOOK and self._book.offer.search(sentence):
            return Part.OFFER
        return Part.CLOSING if self._book.closing.search(sentence) else None

    def _keep(self, place: int) -> None:
        self._body.append(Span(place, 0, len(self._blocks[place].text)))

    def _leave(self, places: Sequence[int], part: Part) -> None:
        for place in places:
            self._left.append(LeftOut(part, Span(place, 0, len(self._blocks[place].text))))
            if _is_dated(self._folded[place], self._book) and (not self._dated or self._is_date_line(place)):
                self._dated = self._folded[place]

    def _is_date_line(self, place: int) -> bool:
        """Whether a line has the date of the letter, and not that of the meeting it is about."""
        text = self._blocks[place].whole
        return self._is_place_and_date(text) or heard(text).startswith(_DATE_WORDS)

    def _subject(self, begin: int) -> str:
        return next(self._subjects(begin), "")

    def _subjects(self, begin: int) -> Iterator[str]:
        for place in range(begin):
            if match := self._book.letter_subject.search(self._folded[place]):
                text = self._blocks[place].whole
                if rest := text[match.end() :].strip(" :"):
                    yield rest


_NEAR = 6


def _is_dated(folded: str, book: Book) -> bool:
    return any(date.year for date in written_dates(folded, book.words))
