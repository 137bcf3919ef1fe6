"""The text of a paragraph, gathered run by run, becomes blocks: a line break can part a heading from its text."""

from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import NamedTuple

import msgspec

from fmm_desktop.importing.characters import tidy, tidy_parts
from fmm_desktop.importing.joining import Words, paragraphs
from fmm_desktop.importing.markers import marked
from fmm_desktop.importing.plain import Block, BlockKind, FootnoteMark, Weight

_NO_WORDS = Words(())


class _Run(NamedTuple):
    text: str
    bold: bool
    italic: bool


class _Line:
    """What stands between two line breaks."""

    def __init__(self) -> None:
        self.runs: list[_Run] = []
        self.numbers: list[tuple[int, str]] = []
        """Of footnotes: behind how many runs each hangs."""

    def text(self) -> str:
        return tidy("".join(run.text for run in self.runs))

    def marks(self) -> list[FootnoteMark]:
        """Return where the footnotes hang in the text; worked out once, not at each of them."""
        if not self.numbers:
            return []
        starts = [0, *(runs for runs, _ in self.numbers), len(self.runs)]
        parts = ("".join(run.text for run in self.runs[a:b]) for a, b in pairwise(starts))
        places = tidy_parts(parts)[1]
        return [FootnoteMark(place, number) for place, (_, number) in zip(places, self.numbers, strict=False)]

    def weight(self) -> Weight:
        """Bold when every letter is; blanks and signs have no weight."""
        set_ = [run for run in self.runs if any(map(str.isalnum, run.text))]
        bold, italic = all(run.bold for run in set_), all(run.italic for run in set_)
        if not set_ or not (bold or italic):
            return Weight.PLAIN
        return Weight.BOLD_ITALIC if bold and italic else Weight.BOLD if bold else Weight.ITALIC


class Runs:
    """Gathers one paragraph of a format that knows weights, line breaks and footnotes."""

    def __init__(self) -> None:
        self._lines = [_Line()]

    def add(self, text: str, *, bold: bool = False, italic: bool = False) -> None:
        """Put text at the end; blanks in it as the format has them."""
        if text:
            self._lines[-1].runs.append(_Run(text, bold, italic))

    def mark(self, number: str) -> None:
        """Hang a footnote on the text so far."""
        line = self._lines[-1]
        line.numbers.append((len(line.runs), number))

    def end_line(self) -> None:
        """Begin another line in the same paragraph."""
        self._lines.append(_Line())

    def blocks(self, like: Block) -> list[Block]:
        """Return what was gathered as blocks with the kind, level and style of `like`, the first one with its marker.

        Lines of one weight are joined when the sentence goes on; there are no blocks when there is no text.
        """
        made: list[Block] = []
        for lines in _alike(_set(line) for line in self._lines):
            made += (_block(group, like if not made else _following(like)) for group in _groups(lines))
        return made


class _Set(NamedTuple):
    """A line with its text and how it is set, worked out once."""

    text: str
    weight: Weight
    line: _Line


def _set(line: _Line) -> _Set:
    return _Set(line.text(), line.weight(), line)


def _following(like: Block) -> Block:
    """What comes after a line break has no marker again; all of a footnote goes by its number."""
    return like if like.kind is BlockKind.FOOTNOTE else msgspec.structs.replace(like, marker="")


def _alike(lines: Iterable[_Set]) -> list[list[_Set]]:
    groups: list[list[_Set]] = []
    for line in lines:
        if not line.text:
            continue
        if groups and groups[-1][-1].weight is line.weight:
            groups[-1].append(line)
        else:
            groups.append([line])
    return groups


def _groups(lines: Sequence[_Set]) -> Iterable[list[_Set]]:
    """Lines that go on in the middle of a sentence belong together."""
    start = 0
    for group in paragraphs([line.text for line in lines], wrapped=len(lines) > 1):
        yield list(lines[start : start + len(group)])
        start += len(group)


def _block(lines: Sequence[_Set], like: Block) -> Block:
    text, starts = _NO_WORDS.joined([line.text for line in lines])
    marks = tuple(
        FootnoteMark(start + mark.place, mark.number)
        for start, line in zip(starts, lines, strict=True)
        for mark in line.line.marks()
    )
    return unmarked(msgspec.structs.replace(like, text=text, weight=lines[0].weight, footnotes=marks))


def unmarked(block: Block) -> Block:
    """Return a block with the marker that its text begins with apart, unless the format gave it one."""
    if block.marker or block.kind is BlockKind.FOOTNOTE:
        return block
    apart = marked(block.text)
    away = len(block.text) - len(apart.text)
    item = apart.bullet and block.kind is BlockKind.PARAGRAPH
    return msgspec.structs.replace(
        block,
        text=apart.text,
        marker=apart.marker,
        kind=BlockKind.ITEM if item else block.kind,
        depth=max(block.depth, 1) if item else block.depth,
        footnotes=tuple(FootnoteMark(max(0, mark.place - away), mark.number) for mark in block.footnotes),
    )
