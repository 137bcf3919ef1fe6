"""PDF files with text: lines become paragraphs, over columns and pages."""

from collections.abc import Iterator, Sequence

from fmm_desktop.importing.characters import tidy, tidy_parts
from fmm_desktop.importing.counting import bounded
from fmm_desktop.importing.joining import Words
from fmm_desktop.importing.limits import Watch, unwatched, watched
from fmm_desktop.importing.markers import marked
from fmm_desktop.importing.pdf_layout import Measures, Role, laid_out, without_number
from fmm_desktop.importing.pdf_lines import Line, pages
from fmm_desktop.importing.plain import Block, BlockKind, FootnoteMark, Found, Piece, Weight
from fmm_desktop.importing.runs import unmarked

_LARGER = 1.12
_LONGEST_HEADING = 200
_SAME_HEIGHT = 0.08
_LOOSE = 1.35
"""How much further apart than usual two lines of one paragraph can stand."""

_INDENT = 0.8
_RAGGED = 0.6
_ENDS = (".", ":", ";", "!", "?")


def read(data: bytes, name: str, watch: Watch = unwatched) -> Found:
    """Return what stands in a PDF. Raises ImportingError as `pdf_lines.pages` does, and what `watch` raises."""
    found = pages(data, name, lambda fraction: watch(0.9 * fraction))
    roles, measures = laid_out(found)
    watch(0.95)
    writer = _Writer(roles, measures)
    found_ = (piece for group in watched(_groups(roles, measures), watch, 0.95) for piece in writer.pieces(group))
    pieces = list(bounded(found_, name))
    watch(1.0)
    return Found(pieces, found.title)


def _groups(roles: Sequence[Role], measures: Measures) -> Iterator[list[Role]]:
    """Yield the lines of each paragraph; what is left out between two halves of one comes after it."""
    open_: list[Role] = []
    waiting: list[Role] = []
    for role in roles:
        if role.out:
            waiting.append(role)
        elif open_ and _is_one(open_, role, measures):
            open_.append(role)
        elif role.note and not (open_ and open_[-1].note):  # a footnote below a paragraph that may go on overleaf
            waiting.append(role)
        else:
            yield from _ended(open_, waiting, measures)
            open_, waiting = [role], []
    yield from _ended(open_, waiting, measures)


def _ended(open_: list[Role], waiting: list[Role], measures: Measures) -> Iterator[list[Role]]:
    if open_:
        yield open_
    groups: list[list[Role]] = []
    for role in waiting:
        if groups and role.note and groups[-1][-1].note and _is_one(groups[-1], role, measures):
            groups[-1].append(role)
        else:
            groups.append([role])
    yield from groups


def _is_one(group: Sequence[Role], role: Role, measures: Measures) -> bool:
    """Whether a line goes on with the paragraph."""
    before, after = group[-1], role
    if before.note or after.note:
        return before.note == after.note and not before.out
    a, b = before.line, after.line
    if before.place and after.place and before.place.cell == after.place.cell:
        measures = measures._replace(left=min(a.left, b.left), right=before.place.right)
    elif before.place or after.place or a.cell or b.cell:
        return False
    if a.bold != b.bold or abs(a.height - b.height) > _SAME_HEIGHT * a.height:
        return False
    if a.page != b.page or b.bottom > a.bottom + a.height:
        return _is_full(a, b, measures) and (not a.text.endswith(_ENDS) or b.text[0].islower())
    if a.bottom - b.bottom > _LOOSE * measures.leading * max(1.0, a.height / measures.height):
        return False
    return _goes_on(group, a, b, measures)


def _goes_on(group: Sequence[Role], a: Line, b: Line, measures: Measures) -> bool:
    """Whether the next line below belongs to the paragraph: by its edges, and by what it begins with."""
    full = _is_full(a, b, measures)
    begins = marked(b.text)
    if begins.bullet or (begins.marker and (not full or a.text.endswith(_ENDS))):
        return False
    indent = (b.left - a.left) / a.height
    hanging = len(group) == 1 and bool(marked(a.text).marker)
    if indent > _INDENT and not hanging:
        return False
    if indent < -_INDENT and (len(group) > 1 or hanging):
        return False
    if not full and a.italic != b.italic:
        return False
    middle = b.text[0].islower() and not a.text.endswith(_ENDS)
    return full or (middle and a.right - a.left > _RAGGED * (measures.right - measures.left))


def _is_full(a: Line, b: Line, measures: Measures) -> bool:
    """Whether the first word of the next line had no place on this one."""
    word = b.text.split(maxsplit=1)[0]
    letter = (a.right - a.left) / max(len(a.text), 1)
    edge = measures.right if a.left < measures.right else a.left + (measures.right - measures.left)
    return a.text.endswith("-") or a.right + letter * (len(word) + 1) > edge - letter


class _Writer:
    """Makes blocks of the lines of a document."""

    def __init__(self, roles: Sequence[Role], measures: Measures) -> None:
        self._words = Words([role.line.text for role in roles])
        self._notes = {role.note for role in roles if role.note}
        larger = {
            round(role.line.height) for role in roles if role.line.height > _LARGER * measures.height and not role.out
        }
        self._levels = {height: level for level, height in enumerate(sorted(larger, reverse=True), 1)}

    def pieces(self, group: Sequence[Role]) -> Iterator[Piece]:
        """Yield the block of a paragraph, if there is a word in it."""
        first = group[0]
        text, marks = self._text(group)
        if not text:
            return
        if first.note:
            yield Piece(Block(text=text, kind=BlockKind.FOOTNOTE, marker=first.note, page=first.line.page))
            return
        block = Block(
            text=text,
            kind=BlockKind.CELL if first.line.cell or first.place else BlockKind.PARAGRAPH,
            cell=first.place.cell if first.place else None,
            level=self._levels.get(round(first.line.height), 0)
            if len(text) <= _LONGEST_HEADING and not first.out
            else 0,
            weight=_weight([role.line for role in group]),
            page=first.line.page,
            style=first.out,
            footnotes=tuple(marks),
        )
        yield Piece(block if first.out else unmarked(block), left_out=bool(first.out))

    def _text(self, group: Sequence[Role]) -> tuple[str, list[FootnoteMark]]:
        own = [self._own(role) for role in group]
        text, starts = self._words.joined([text for text, _ in own])
        marks = (
            FootnoteMark(start + at, number)
            for start, (_, places) in zip(starts, own, strict=True)
            for at, number in places
        )
        return text, list(marks)

    def _own(self, role: Role) -> tuple[str, list[tuple[int, str]]]:
        """The text of a line without the numbers of footnotes, and where those stood."""
        line = role.line
        if role.note:
            return tidy(without_number(line.text, role.note)), []
        raised = [span for span in line.raised if line.text[slice(*span)] in self._notes]
        if not raised:
            return tidy(line.text), []
        starts, ends = [0, *(end for _, end in raised)], [*(start for start, _ in raised), len(line.text)]
        text, places = tidy_parts(line.text[start:end] for start, end in zip(starts, ends, strict=True))
        return text, [(place, line.text[slice(*span)]) for place, span in zip(places, raised, strict=False)]


def _weight(lines: Sequence[Line]) -> Weight:
    bold, italic = all(line.bold for line in lines), all(line.italic for line in lines)
    if bold:
        return Weight.BOLD_ITALIC if italic else Weight.BOLD
    return Weight.ITALIC if italic else Weight.PLAIN
