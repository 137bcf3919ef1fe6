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
        start = int_of(local(element, "start-value"), 1)
        return Level(form, "", local(element, "num-prefix"), local(element, "num-suffix"), start)
    return Level("bullet", local(element, "bullet-char"))


class _Open:
    """A list that we stand in."""

    def __init__(self, style: str, count: int) -> None:
        self.style = style
        self.count = count
        self.fresh = False
        """Whether the item has begun and its marker was not given yet."""


class Lists:
    """The lists that we stand in, the outermost first."""

    def __init__(self, styles: dict[str, ListStyle]) -> None:
        self._styles = styles
        self._open: list[_Open] = []
        self._last: dict[str, int] = {}

    def begin(self, style: str, *, go_on: bool) -> None:
        """Enter a list. One without a style has that of the list around it; `go_on` when it counts on."""
        style = style or (self._open[-1].style if self._open else "")
        self._open.append(_Open(style, self._last.get(style, 0) if go_on else 0))

    def item(self, *, counted: bool) -> None:
        """Enter an item; one that is not `counted` has no marker."""
        if self._open:
            self._open[-1].fresh = counted
            self._open[-1].count += counted

    def end(self) -> None:
        """Leave a list."""
        if self._open:
            closed = self._open.pop()
            self._last[closed.style] = closed.count

    def marker(self) -> tuple[str, int]:
        """Return the marker of a paragraph that begins here, "" for a second one, and the depth of its list."""
        depth = len(self._open)
        if not self._open or not self._open[-1].fresh:
            return "", depth
        here = self._open[-1]
        here.fresh = False
        level = self._styles.get(here.style, {}).get(depth, Level("bullet"))
        if level.form == "bullet":
            return bullet(level.sign), depth
        return (
            f"{level.before}{counted(level.start + here.count - 1, level.form)}{level.after}" if level.form else "",
            depth,
        )
