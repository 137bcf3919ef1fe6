"""The numbers and signs before the items of lists in an OpenDocument text."""

from collections.abc import Iterable
from typing import NamedTuple

from fmm_desktop.importing.docx_styles import bullet, counted, int_of
from fmm_desktop.importing.markup import Element, local

_FORMS = {"1": "decimal", "a": "lowerLetter", "A": "upperLetter", "i": "lowerRoman", "I": "upperRoman"}


class Level(NamedTuple):
    """One level of a list: `form` is "" for no marker, "bullet" for a sign, else as Word names it."""

    form: str
    sign: str = ""
    before: str = ""
    after: str = ""
    start: int = 1
    shown: int = 1
    """How many levels its number shows, this one the last."""


ListStyle = dict[int, Level]


def list_styles(roots: Iterable[Element]) -> dict[str, ListStyle]:
    """Return the levels of each list style, by name and by depth from 1."""
    return {
        local(element, "name"): {int_of(local(level, "level"), 1): _level(level) for level in element}
        for root in roots
        for element in root.iter("{*}list-style")
    }


def _level(element: Element) -> Level:
    if str(element.tag).endswith("list-level-style-number"):
        form = _FORMS.get(local(element, "num-format"), "")
        start, shown = int_of(local(element, "start-value"), 1), int_of(local(element, "display-levels"), 1)
        return Level(form, "", local(element, "num-prefix"), local(element, "num-suffix"), start, shown)
    return Level("bullet", local(element, "bullet-char"))


class _Open:
    """A list that we stand in."""

    def __init__(self, style: str, count: int, key: str) -> None:
        self.style = style
        self.count = count
        self.key = key
        self.fresh = False
        """Whether the item has begun and its marker was not given yet."""


class Lists:
    """The lists that we stand in, the outermost first."""

    def __init__(self, styles: dict[str, ListStyle]) -> None:
        self._styles = styles
        self._open: list[_Open] = []
        self._last: dict[str, int] = {}
        self._ended: dict[str, int] = {}

    def begin(self, style: str, *, go_on: bool, key: str = "", after: str = "") -> None:
        """Enter a list. One without a style has that of the list around it.

        It counts on after the last of its style when it should `go_on`, or after the list of the key `after`.
        """
        style = style or (self._open[-1].style if self._open else "")
        count = self._ended.get(after, 0) if after else self._last.get(style, 0) if go_on else 0
        self._open.append(_Open(style, count, key))

    def item(self, *, counted: bool, start: str = "") -> None:
        """Enter an item; one that is not `counted` has no marker. Its number is `start` when the document says so."""
        if self._open:
            here = self._open[-1]
            here.fresh = counted
            first = self._level(len(self._open)).start
            here.count = int_of(start, here.count + first) - first + 1 if counted else here.count

    def end(self) -> None:
        """Leave a list."""
        if self._open:
            closed = self._open.pop()
            self._last[closed.style] = self._ended[closed.key] = closed.count

    def marker(self) -> tuple[str, int]:
        """Return the marker of a paragraph that begins here, "" for a second one, and the depth of its list."""
        depth = len(self._open)
        if not self._open or not self._open[-1].fresh:
            return "", depth
        here = self._open[-1]
        here.fresh = False
        level = self._level(depth)
        if level.form == "bullet":
            return bullet(level.sign), depth
        numbers = filter(None, map(self._number, range(max(1, depth - level.shown + 1), depth + 1)))
        return f"{level.before}{'.'.join(numbers)}{level.after}" if level.form else "", depth

    def _level(self, depth: int) -> Level:
        return self._styles.get(self._open[-1].style, {}).get(depth, Level("bullet"))

    def _number(self, depth: int) -> str:
        """The number that stands at a depth now; "" where there is none."""
        level = self._level(depth)
        if level.form in {"", "bullet"}:
            return ""
        return counted(level.start + max(self._open[depth - 1].count, 1) - 1, level.form)
