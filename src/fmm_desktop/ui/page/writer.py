"""Writes text, headings and numbered rows into a `QTextDocument`, from top to bottom.

The document is built by calls, never from HTML: what stands in a dossier cannot become markup. Each row with a key
is remembered with the range of text that it takes, so that the view can scroll to it and mark it.
"""

from collections.abc import Callable, Mapping

from msgspec import Struct
from PySide6.QtGui import (
    QBrush,
    QColor,
    QFontMetricsF,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextList,
    QTextListFormat,
    QTextTable,
)

from fmm_desktop.dossier.text import Block, Break, Code, Emphasis, Inline, Link, ListBlock, Paragraph, Plain, Strong
from fmm_desktop.ui.page.style import Style
from fmm_desktop.ui.theme import page_font

LinkWords = Callable[[Link], tuple[str, str]]
"""Gives the words that stand for a link, and its explanation (empty when there is none)."""


class Row(Struct, frozen=True, kw_only=True):
    """A numbered row of a page: a number in the margin, text beside it.

    `key` names the row for the view; `tag` is a marking before the text, `lead` bold words before it, `aside` small
    muted words after it; `flag` puts a dot beside the number that says this when pointed at; `href` makes the number
    a link.
    """

    number: str
    blocks: tuple[Block, ...]
    key: str = ""
    tag: str = ""
    lead: str = ""
    aside: str = ""
    flag: str = ""
    href: str = ""


class PageWriter:
    """Writes a page. `ranges` maps the key of each row to its (start, end) in the document."""

    def __init__(self, document: QTextDocument, style: Style, link_words: LinkWords) -> None:
        document.clear()
        document.setDefaultFont(page_font(style.size))
        document.setDocumentMargin(0)
        self._cursor = QTextCursor(document)
        self._style = style
        self._link_words = link_words
        self._block_is_empty = True
        self.ranges: dict[str, tuple[int, int]] = {}

    def line(
        self, text: str, *, size: float = 1.0, colour: str = "", bold: bool = False, above: float = 0.0, level: int = 0
    ) -> None:
        """Write a line in the face of the interface; `size` and `above` in ems, `level` makes it a heading."""
        self._begin(self._style.block(above=above, below=0.2, leading=118, level=level))
        self._cursor.insertText(text, self._style.label(size, colour, bold=bold))

    def badges(self, badges: Mapping[str, tuple[str, str]]) -> None:
        """Write short words on tinted grounds on one line: words → (colour, ground)."""
        if not badges:
            return
        self._begin(self._style.block(above=0.4, below=0.2, leading=130))
        for words, (colour, ground) in badges.items():
            form = self._style.label(0.8, colour, bold=True)
            form.setBackground(QBrush(QColor(ground)))
            self._cursor.insertText(f"\u2002{words}\u2002", form)
            self._cursor.insertText("\u2002", self._style.label(0.8))

    def text(self, blocks: tuple[Block, ...], *, above: float = 0.6) -> None:
        """Write running text."""
        for block in blocks:
            self._write_block(block, self._style.words(), above)

    def links(self, lead: str, links: Mapping[str, str]) -> None:
        """Write links on one line after a lead in: href → words."""
        muted = self._style.label(0.9, self._style.colours.muted)
        self._begin(self._style.block(above=0.6, below=0.2))
        self._cursor.insertText(f"{lead}\u2002" if lead else "", muted)
        for place, (href, words) in enumerate(links.items()):
            self._cursor.insertText("\u2002·\u2002" if place else "", muted)
            self._cursor.insertText(words, self._style.link(self._style.label(0.95), href))

    def rows(self, rows: tuple[Row, ...], *, ground: str = "", rule: str = "", size: float = 1.0) -> None:
        """Write numbered rows; `ground` tints their text, `rule` draws a line before it, `size` scales it."""
        if not rows:
            return
        if self._block_is_empty:  # the block that Qt insists on before a table takes no room
            self._cursor.setBlockFormat(self._no_height())
        table = self._cursor.insertTable(len(rows), 2, self._style.table(self._margin(rows)))
        for place, row in enumerate(rows):
            self._write_number(table, place, row)
            table.cellAt(place, 1).setFormat(self._style.text_cell(ground, rule))
            self._cursor = table.cellAt(place, 1).firstCursorPosition()
            self._block_is_empty = True
            self._write_row(row, self._style.words(size))
            if row.key:
                self.ranges[row.key] = (table.cellAt(place, 1).firstPosition(), table.cellAt(place, 1).lastPosition())
        self._cursor.movePosition(QTextCursor.MoveOperation.End)
        self._block_is_empty = True

    def finish(self) -> None:
        """Take the room from an empty last block, which Qt insists on after a table."""
        if self._block_is_empty:
            self._cursor.setBlockFormat(self._no_height())

    def _margin(self, rows: tuple[Row, ...]) -> float:
        """Return the width in pixels that the widest number needs, with a dot and some air."""
        metrics = QFontMetricsF(self._style.label(0.78).font())
        widest = max((row.number for row in rows), key=len)
        return max(metrics.horizontalAdvance(f"{widest} ●"), 3.4 * self._style.em) + 0.6 * self._style.em

    def _write_number(self, table: QTextTable, place: int, row: Row) -> None:
        cell = table.cellAt(place, 0)
        cell.setFormat(self._style.number_cell())
        cursor = cell.firstCursorPosition()
        form = self._style.label(0.78, self._style.colours.muted)
        cursor.insertText(row.number, self._style.link(form, row.href) if row.href else form)
        if row.flag:
            flag = self._style.label(0.78, self._style.colours.note, bold=True)
            flag.setToolTip(row.flag)
            cursor.insertText(" ●", flag)

    def _write_row(self, row: Row, form: QTextCharFormat) -> None:
        first, *others = row.blocks or (Paragraph(()),)
        if row.tag or row.lead or isinstance(first, Paragraph):
            self._begin(self._style.block(above=0.0))
            self._cursor.insertText(
                f"{row.tag}\u2002" if row.tag else "", self._style.label(0.75, self._style.colours.alarm, bold=True)
            )
            bold = QTextCharFormat(form)
            bold.setFontWeight(600)
            self._cursor.insertText(f"{row.lead}\u2002" if row.lead else "", bold)
        if isinstance(first, Paragraph):
            self._write_inlines(first.children, form)
        else:
            others.insert(0, first)
        for block in others:
            self._write_block(block, form, above=0.35)
        if row.aside:
            self._cursor.insertText(f"\u2002{row.aside}", self._style.label(0.75, self._style.colours.muted))

    def _write_block(self, block: Block, form: QTextCharFormat, above: float) -> None:
        if isinstance(block, ListBlock):
            self._write_list(block, form, depth=1)
        else:
            self._begin(self._style.block(above=above))
            self._write_inlines(block.children, form)

    def _write_list(self, block: ListBlock, form: QTextCharFormat, depth: int) -> None:
        bullets = QTextListFormat()
        bullets.setIndent(depth)
        bullets.setStyle(QTextListFormat.Style.ListDisc)
        if block.start is not None:
            bullets.setStyle(QTextListFormat.Style.ListDecimal)
            bullets.setStart(block.start)
        made: QTextList | None = None
        for item in block.items:
            first, *others = item or (Paragraph(()),)
            self._begin(self._style.block(above=0.15))
            if made is None:
                made = self._cursor.createList(bullets)
            else:
                made.add(self._cursor.block())
            if isinstance(first, Paragraph):
                self._write_inlines(first.children, form)
            else:
                others.insert(0, first)
            for child in others:
                self._write_in_item(child, form, depth)

    def _write_in_item(self, block: Block, form: QTextCharFormat, depth: int) -> None:
        """Write a further block of a list item: a deeper list, or a paragraph under the words of the item."""
        if isinstance(block, ListBlock):
            self._write_list(block, form, depth + 1)
            return
        indented = self._style.block(above=0.15)
        indented.setIndent(depth)
        self._begin(indented)
        self._write_inlines(block.children, form)

    def _write_inlines(self, inlines: tuple[Inline, ...], form: QTextCharFormat) -> None:
        for inline in inlines:
            match inline:
                case Plain(text):
                    self._cursor.insertText(text, form)
                case Code(text):
                    code = QTextCharFormat(form)
                    code.setFontFamilies(["monospace"])
                    self._cursor.insertText(text, code)
                case Break():
                    self._cursor.insertText("\u2028", form)
                case Emphasis(children):
                    slanted = QTextCharFormat(form)
                    slanted.setFontItalic(True)
                    self._write_inlines(children, slanted)
                case Strong(children):
                    strong = QTextCharFormat(form)
                    strong.setFontWeight(700)
                    self._write_inlines(children, strong)
                case Link():
                    words, explained = self._link_words(inline)
                    self._cursor.insertText(words, self._style.link(form, f"{inline.target}:{inline.id}", explained))

    def _begin(self, form: QTextBlockFormat) -> None:
        """Begin a paragraph: in the block that stands empty, or else in a new one."""
        if self._block_is_empty:
            self._cursor.setBlockFormat(form)
            self._block_is_empty = False
        else:
            self._cursor.insertBlock(form)
            if (around := self._cursor.currentList()) is not None:  # a new block would go on with the list before it
                around.remove(self._cursor.block())

    @staticmethod
    def _no_height() -> QTextBlockFormat:
        form = QTextBlockFormat()
        form.setLineHeight(1, QTextBlockFormat.LineHeightTypes.FixedHeight.value)
        return form
