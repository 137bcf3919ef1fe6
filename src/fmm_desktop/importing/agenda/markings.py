"""The marking of a document, by the markings of every language: at the head or the foot, on its pages, or in between.

No marking may be lost. A line that looks like one where markings stand is taken for one, with a doubt; so are two
different markings, which are kept side by side. The words in a sentence are none.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from fmm_desktop.importing.agenda.draft import Doubt
from fmm_desktop.importing.agenda.marking_words import MarkingWords, bare
from fmm_desktop.importing.agenda.phrases import Book
from fmm_desktop.importing.plain import Block, BlockKind, Plain

_HEAD = 15  # blocks in which a marking stands at the head, when no sentence comes before
_SENTENCE = 9  # words, from which on a block with a full stop is one
_LONG = 12  # words: no line with a marking is longer
_MOST = 8  # words of a line that looks like a marking
_MOST_KNOWN = 6  # words of a marking that is known
_LONGEST_PART = 60  # words of a header or footer that are looked at one by one
_PAGE = r"(?:(?:page|pagina|pag\.|blz\.?|p\.) ?)?\d{1,4}(?: ?(?:/|of|van) ?\d{1,4})?"
_PAGE_NUMBER = re.compile(rf"^{_PAGE}(?:[\s|·•–—-]+)(?=\D)|[\s|·•–—-]+{_PAGE}$|[\s|·•–—-]+$", re.IGNORECASE)
_FRAME = " *=_~#<>[]|·•–—-"
_ENDS = (".", "!", "?", ";", ":", ")", "”", "*")
_PARTS = re.compile(r"[^\w\s]")


class Marked(NamedTuple):
    """The marking, empty for none; the blocks of the body that are nothing else; and what is unsure of it."""

    text: str = ""
    blocks: frozenset[int] = frozenset()
    doubts: tuple[Doubt, ...] = ()


class _Hit(NamedTuple):
    text: str
    sure: bool = True
    blocks: tuple[int, ...] = ()


class _Line(NamedTuple):
    """A block where it stands. `at_edge`: where markings stand; `again`: the same line stands elsewhere too."""

    place: int
    block: Block
    at_edge: bool
    again: bool
    after: str = ""

    @property
    def is_text(self) -> bool:
        """Whether it is neither a heading nor in a table."""
        return not self.block.level and self.block.kind is not BlockKind.CELL


def marking_in(plain: Plain, books: Iterable[Book]) -> Marked:
    """Return the marking of a document."""
    finder = _Finder([book.markings for book in books])
    hits = [hit for line in _lines(plain) if (hit := finder.hit(line))]
    texts = list[str]()
    for hit in hits:
        words = f" {bare(hit.text)} "
        if not any(words in f" {bare(text)} " for text in texts):
            texts = [*(text for text in texts if f" {bare(text)} " not in words), hit.text]
    unsure = len(texts) > 1 or not all(hit.sure for hit in hits)
    doubts = (Doubt.MARKING,) if unsure else ()
    return Marked(" · ".join(texts), frozenset(place for hit in hits for place in hit.blocks), doubts)


def _lines(plain: Plain) -> Iterator[_Line]:
    """Yield the blocks of the body, then what was left out of it; the place of those is -1."""
    body = [block for block in plain.blocks if block.kind is not BlockKind.FOOTNOTE]
    head = next((place for place, block in enumerate(body[:_HEAD]) if _is_sentence(block.text)), _HEAD)
    count = Counter(bare(block.text) for block in body if len(block.text.split()) <= _LONG)
    for place, block in enumerate(body):
        edge = place < head or place == len(body) - 1
        after = body[place + 1].text if place + 1 < len(body) else ""
        again = count[bare(block.text)] > 1
        yield _Line(place, block, edge, again, after)
    for place, block in enumerate(plain.left_out):
        after = plain.left_out[place + 1].text if place + 1 < len(plain.left_out) else ""
        yield _Line(-1, block, at_edge=True, again=True, after=after)


def _is_sentence(text: str) -> bool:
    return len(text.split()) >= _SENTENCE and text.endswith((".", "?", "!"))


def _behind(label: str, text: str) -> str:
    return " ".join(text.split()[len(label.split()) :]).strip(" :=–—-")


class _Finder:
    """Looks at one line after another, with the words of every language."""

    def __init__(self, words: Sequence[MarkingWords]) -> None:
        self._words = words

    def hit(self, line: _Line) -> _Hit | None:
        """Return the marking in a line: that it is, that stands behind its label, that it looks like or ends with."""
        text = _PAGE_NUMBER.sub("", _PAGE_NUMBER.sub("", line.block.whole)).strip(_FRAME)
        places = (line.place,) if line.place >= 0 else ()
        if not text:
            return None
        if len(text.split()) <= _LONG:
            if labelled := self._labelled(text, line, places):
                return labelled
            if self._is_known(text) and self._stands_alone(text, line):
                return _Hit(text, blocks=places)
            if self._is_weak(text) and line.is_text and (line.place <= 0 or line.again):
                return _Hit(text, sure=line.place < 0, blocks=places)
            if self._looks(text, line):
                return _Hit(text, sure=False, blocks=places)
        part = self._part(text, line)
        return _Hit(part, sure=False) if part else None

    def _is_known(self, text: str) -> bool:
        words = bare(text)
        if any(one.known.search(words) for one in self._words):
            return True
        owner, _, rest = words.partition(" ")
        return any(owner in one.owners for one in self._words) and any(one.known.search(rest) for one in self._words)

    def _is_weak(self, text: str) -> bool:
        return any(one.weak.search(bare(text)) for one in self._words)

    def _stands_alone(self, text: str, line: _Line) -> bool:
        """Whether a line of such words is a marking where it stands: in a table or as a heading it may be a topic."""
        if self._is_weak(text) or not (line.at_edge or line.is_text):
            return text.isupper() and (line.at_edge or line.is_text or " " in text)
        return not line.block.marker or text.isupper()

    def _labelled(self, text: str, line: _Line, places: tuple[int, ...]) -> _Hit | None:
        """Return what stands behind a word for markings, or in the block below or beside it."""
        label = self._label(text)
        if not label:
            return None
        rest = _behind(label, text)
        below = not rest
        value = line.after.strip() if below else rest
        if not value or len(value.split()) > _MOST or any(one.none.search(bare(value)) for one in self._words):
            return None
        blocks = (*places, *(place + 1 for place in places if below))
        if self._is_known(value):
            return _Hit(value, blocks=blocks)
        told = not below and re.match(r"\W*:", text[len(label) :]) is not None
        is_value = told and (line.at_edge or line.again) and not self._is_said(value)
        whole = _behind(label, line.block.whole.strip(_FRAME)) if self._label(line.block.whole.strip(_FRAME)) else value
        return _Hit(whole, sure=False, blocks=blocks) if is_value else None  # of what is not known a number may be part

    def _label(self, text: str) -> str:
        words = text.replace(":", " : ").split()
        for one in self._words:
            for label in one.labels:
                count = len(label.split())
                if bare(" ".join(words[:count])) == label:
                    return label
        return ""

    def _is_said(self, text: str) -> bool:
        """Whether words are a sentence, or about a meeting."""
        words = bare(text)
        verbs = any(one.verbs & set(words.split()) for one in self._words)
        return verbs or any(one.never.search(words) for one in self._words)

    def _looks(self, text: str, line: _Line) -> bool:
        """Whether a line is like a marking: a word of markings, in capitals, at its end or set apart from the rest."""
        if line.block.marker or len(text.split()) > _MOST or not (line.at_edge or (line.again and text.isupper())):
            return False
        words = bare(text)
        if not any(one.looks.search(words) for one in self._words) or self._is_said(text):
            return False
        first = _PARTS.split(text)[0].strip()
        ends = any(match.end() == len(words) for one in self._words for match in one.looks.finditer(words))
        apart = first != text and any(one.looks.search(bare(first)) for one in self._words)
        return (text.isupper() and not line.block.level) or ((ends or apart) and not self._is_weak(text))

    def _part(self, text: str, line: _Line) -> str:
        """Return the marking in capitals that a line ends with behind a sentence, or, at the edge, begins with.

        At the head or foot of a page it may stand anywhere in a line: `14567/26 LIMITE EN`.
        """
        words = text.split()[: _LONGEST_PART if line.place < 0 else None]
        if line.place < 0 and (amid := self._amid(words)):
            return amid
        for count in range(min(_MOST_KNOWN, len(words) - 1), 0, -1):
            before, last = words[-count - 1], " ".join(words[-count:])
            behind = before.endswith(_ENDS) or line.place <= 0  # also in the first line of all
            if behind and last.isupper() and self._is_known(last):
                return last
            first, after = " ".join(words[:count]), words[count]
            if line.at_edge and first.isupper() and self._is_known(first) and not self._is_said(after):
                return first
        return ""

    def _amid(self, words: Sequence[str]) -> str:
        """Return the longest marking in capitals among words, unless a word for a meeting comes next."""
        for count in range(min(_MOST_KNOWN, len(words)), 0, -1):
            for start in range(len(words) - count + 1):
                part, after = " ".join(words[start : start + count]).strip(_FRAME), words[start + count :]
                is_marking = part.isupper() and self._is_known(part) and not self._is_weak(part)
                if is_marking and not (after and self._is_said(after[0])):
                    return part
        return ""
