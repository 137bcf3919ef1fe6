"""The pieces that a page is made of, in the HTML that `QTextDocument` reads. Pure text in, pure text out.

Everything that comes from a dossier goes through `escape`: it cannot become markup. Sizes are worked out in points
and pixels here, because Qt's rich text knows no ems.
"""

from collections.abc import Callable, Iterable, Mapping

from msgspec import Struct

from fmm_desktop.dossier.text import Block, Break, Code, Emphasis, Inline, Link, Paragraph, Plain, Strong
from fmm_desktop.ui.colours import PAGE_FAMILIES, Style

_FAMILIES = ",".join(f"'{family}'" for family in PAGE_FAMILIES)
_SANS = "font-family:sans-serif;"  # a name that no system has: Qt takes the face of the interface for it
_LONG_TITLE = 70  # letters

LinkWords = Callable[[Link], tuple[str, str]]
"""Gives the words that stand for a link, and its explanation (empty when there is none)."""

Address = Callable[[Link], str]
"""Gives what a link leads to: `target:id`."""


class Row(Struct, frozen=True, kw_only=True):
    """A numbered row of a page: a number in the margin, text beside it.

    `tag` is a marking before the text, `lead` bold words before it, after the `actor` that it is about; `aside` are
    small muted words after it; `flag` puts a dot beside the number that says this when pointed at.
    """

    number: str
    blocks: tuple[Block, ...]
    tag: str = ""
    actor: Link | None = None
    lead: str = ""
    aside: str = ""
    flag: str = ""


def escape(text: str) -> str:
    """Return `text` so that HTML shows it as it is."""
    # What HTML cannot hold at all would end the document early: Qt stops reading at a NUL.
    return (
        text.replace("\x00", "\ufffd")
        .replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace('"', "&quot;")
    )


class Pieces:
    """Makes the pieces of a page in one style."""

    def __init__(self, style: Style, link_words: LinkWords, address: Address) -> None:
        self._style = style
        self._colours = style.colours
        self._link_words = link_words
        self._address = address

    @property
    def margin(self) -> int:
        """How many pixels the numbers beside a text take."""
        return round(4.2 * self._style.em)

    def page(self, pieces: Iterable[str]) -> str:
        """Return the whole document."""
        css = f"font-size:{self._style.size}pt;color:{self._colours.text}"
        return f'<html><body style="{css}">{"".join(pieces)}</body></html>'

    def line(self, text: str, *, size: float = 1.0, colour: str = "", above: float = 0.0, bold: bool = False) -> str:
        """Return a line in the face of the interface; `size` and `above` in ems."""
        weight = "font-weight:600;" if bold else ""
        return f'<p style="{self._margins(above, 0.2)}{self._label(size, colour)}{weight}">{escape(text)}</p>'

    def heading(self, text: str, level: int) -> str:
        """Return a heading: level 1 the title of the page, level 2 of a part."""
        title = 1.75 if len(text) <= _LONG_TITLE else 1.4
        size, colour, above, below = (title, "", 0.1, 0.25) if level == 1 else (0.92, self._colours.accent, 1.2, 0.0)
        label = f"{self._label(size, colour)}font-weight:600;"
        return f'<h{level} style="{self._margins(above, below)}"><span style="{label}">{escape(text)}</span></h{level}>'

    def badges(self, badges: Mapping[str, tuple[str, str]]) -> str:
        """Return short words on tinted grounds on one line: words → (colour, ground)."""
        return f'<p style="{self._margins(0.4, 0.2)}">{self._tinted(badges)}</p>' if badges else ""

    def summary(self, title: str, href: str, badges: Mapping[str, tuple[str, str]], more: Mapping[str, str]) -> str:
        """Return a title and, on the line below, badges and links (href → words): one paragraph, for a long list."""
        look = f"{self._label(0.95, self._colours.accent)}text-decoration:none"
        lead = f'<a href="{escape(href)}" style="{look}">{escape(title)}</a>' if href else escape(title)
        links = (f'<a href="{escape(to)}" style="{look}">{escape(words)}</a>' for to, words in more.items())
        below = "&nbsp; &nbsp;".join((*filter(None, [self._tinted(badges)]), *links))
        return f'<p style="{self._margins(0.7, 0.2)}line-height:140%;">{lead}<br>{below}</p>'

    def _tinted(self, badges: Mapping[str, tuple[str, str]]) -> str:
        return "&nbsp; &nbsp;".join(
            f'<span style="{self._label(0.8, colour)}font-weight:600;background-color:{ground}">'
            f"&nbsp;&nbsp;{escape(words)}&nbsp;&nbsp;</span>"
            for words, (colour, ground) in badges.items()
        )

    def text(self, blocks: tuple[Block, ...]) -> str:
        """Return running text."""
        return f'<div style="{self.book(1.0)}">{"".join(self._block(block, above=0.6) for block in blocks)}</div>'

    def links(self, lead: str, links: Mapping[str, str], *, above: float = 0.5, bold: bool = False) -> str:
        """Return links on one line after a lead in: href → words."""
        muted = self._label(0.9, self._colours.muted)
        look = self._label(0.95, self._colours.accent) + ("font-weight:600;" if bold else "")
        parted = f'<span style="{muted}">&nbsp; ·&nbsp; </span>'.join(
            f'<a href="{escape(href)}" style="{look}text-decoration:none">{escape(words)}</a>'
            for href, words in links.items()
        )
        led = f'<span style="{muted}">{escape(lead)}&nbsp; </span>' if lead else ""
        return f'<p style="{self._margins(above, 0.2)}line-height:128%;">{led}{parted}</p>'

    def contents(self, entries: Iterable[tuple[str, str, str, str]]) -> str:
        """Return a list of pages to go to: (number, href, title, aside) each."""
        em = self._style.em
        pad = f"padding-top:{0.14 * em:.0f}px;padding-bottom:{0.14 * em:.0f}px"
        look = f"{self._label(1.0, self._colours.accent)}text-decoration:none"
        body = "".join(
            f'<tr><td width="{3.2 * em:.0f}" style="{pad}"><span style="{self._label(0.85, self._colours.muted)}">'
            f'{escape(number)}</span></td><td style="{pad}"><a href="{escape(href)}" style="{look}">{escape(title)}</a>'
            f'<span style="{self._label(0.8, self._colours.muted)}">&nbsp; {escape(aside)}</span></td></tr>'
            for number, href, title, aside in entries
        )
        return f'<table width="100%" border="0" cellspacing="0" cellpadding="0">{body}</table>' if body else ""

    def rows(self, rows: tuple[Row, ...], *, ground: str = "", rule: str = "", size: float = 1.0) -> str:
        """Return numbered rows; `ground` tints their text, `rule` draws a line before it, `size` scales it."""
        if not rows:
            return ""
        em = self._style.em
        longest = max(len(row.number) + 2 * bool(row.flag) for row in rows)
        margin = round(max(longest * 0.52, 4.2) * em)
        css = f"padding-top:{0.38 * em:.0f}px;padding-bottom:{0.38 * em:.0f}px;"
        if ground:
            css += f"background-color:{ground};padding-left:{0.8 * em:.0f}px;padding-right:{0.7 * em:.0f}px;"
        if rule:
            css += f"border-left:{max(2, round(0.22 * em))}px solid {rule};"
        number = f"padding-top:{(0.38 + 0.16 * size) * em:.0f}px;{_SANS}{self._label(0.78, self._colours.muted)}"
        body = "".join(
            f'<tr><td width="{margin}" style="{number}">{self._number(row)}</td>'
            f'<td style="{css}">{self._row(row)}</td></tr>'
            for row in rows
        )
        # The face is named once for all rows: reading styles is most of what setting a page costs.
        look = f"margin-top:{0.2 * em:.0f}px;margin-bottom:{0.2 * em:.0f}px;border-collapse:collapse;{self.book(size)}"
        return f'<table width="100%" border="0" cellspacing="0" cellpadding="0" style="{look}">{body}</table>'

    # -- inside ----------------------------------------------------------------------------------------------------

    def _number(self, row: Row) -> str:
        flag = f'<span title="{escape(row.flag)}" style="color:{self._colours.note}"> ●</span>' if row.flag else ""
        return f"{escape(row.number)}{flag}"

    def _row(self, row: Row) -> str:
        first, *others = row.blocks or (Paragraph(()),)
        if not isinstance(first, Paragraph):
            first, others = Paragraph(()), [first, *others]
        alarm = f"{_SANS}{self._label(0.75, self._colours.alarm)}font-weight:600"
        tag = f'<span style="{alarm}">{escape(row.tag)}&nbsp; </span>'
        actor = self._link(row.actor) if row.actor else ""
        lead = f"<b>{actor}{escape(row.lead)}</b> "
        aside = f'<span style="{_SANS}{self._label(0.75, self._colours.muted)}">&nbsp; {escape(row.aside)}</span>'
        head = (tag if row.tag else "") + (lead if row.lead else "") + self._inlines(first.children)
        tail = aside if row.aside else ""
        if not others:
            return self._paragraph(head + tail)
        rest = "".join(self._block(block, above=0.35) for block in others)
        return self._paragraph(head) + rest + (self._paragraph(tail) if tail else "")

    def _paragraph(self, inside: str, *, above: float = 0.0) -> str:
        return f'<p style="{self._margins(above, 0)}line-height:128%">{inside}</p>'

    def _block(self, block: Block, *, above: float) -> str:
        if isinstance(block, Paragraph):
            return self._paragraph(self._inlines(block.children), above=above)
        tag = "ul" if block.start is None else "ol"
        start = f' start="{block.start}"' if block.start is not None else ""
        items = "".join(f"<li>{self._item(item)}</li>" for item in block.items)
        return f'<{tag}{start} style="{self._margins(0.2, 0.2)}">{items}</{tag}>'

    def _item(self, item: tuple[Block, ...]) -> str:
        return "".join(
            self._inlines(block.children) if place == 0 and isinstance(block, Paragraph)
            else self._block(block, above=0.15)
            for place, block in enumerate(item)
        )  # fmt: skip

    def _inlines(self, inlines: tuple[Inline, ...]) -> str:
        return "".join(map(self._inline, inlines))

    def _inline(self, inline: Inline) -> str:
        match inline:
            case Plain(text):
                return escape(text)
            case Code(text):
                return f"<code>{escape(text)}</code>"
            case Break():
                return "<br>"
            case Emphasis(children):
                return f"<i>{self._inlines(children)}</i>"
            case Strong(children):
                return f"<b>{self._inlines(children)}</b>"
            case Link():
                return self._link(inline)

    def _link(self, link: Link) -> str:
        words, explained = self._link_words(link)
        # A term is underlined in the colour of the text, since it explains itself on the spot; a link leads away.
        look = (
            f"color:{self._colours.text};text-decoration:underline"
            if explained
            else f"color:{self._colours.accent};text-decoration:none"
        )
        title = f' title="{escape(explained)}"' if explained else ""
        return f'<a href="{escape(self._address(link))}"{title} style="{look}">{escape(words)}</a>'

    def book(self, size: float) -> str:
        """Return the style of running text, in a book face."""
        return f"font-family:{_FAMILIES};font-size:{self._style.size * size:.1f}pt;"

    def _label(self, size: float, colour: str = "") -> str:
        """Return the style of what the page says itself, in the face of the interface."""
        return f"font-size:{self._style.size * size:.1f}pt;color:{colour or self._colours.text};"

    def _margins(self, above: float, below: float) -> str:
        em = self._style.em
        return f"margin:{above * em:.0f}px 0 {below * em:.0f}px 0;"
