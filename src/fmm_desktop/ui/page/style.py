"""How a page is set: faces, sizes, colours, measured in ems of the running text."""

from msgspec import Struct
from PySide6.QtGui import (
    QBrush,
    QColor,
    QFont,
    QTextBlockFormat,
    QTextCharFormat,
    QTextFrameFormat,
    QTextLength,
    QTextTableCellFormat,
    QTextTableFormat,
)

from fmm_desktop.ui.theme import Colours, page_font

_POINTS_TO_PIXELS = 96 / 72


class Style(Struct, frozen=True):
    """The formats of a page in its colours, with running text of `size` points."""

    colours: Colours
    size: float = 12.0

    @property
    def em(self) -> float:
        """The size of running text in pixels."""
        return self.size * _POINTS_TO_PIXELS

    def words(self, size: float = 1.0, *, bold: bool = False) -> QTextCharFormat:
        """Return the format of running text, `size` times the size of the page."""
        return self._letters(page_font(self.size * size), self.colours.text, bold=bold)

    def label(self, size: float, colour: str = "", *, bold: bool = False) -> QTextCharFormat:
        """Return the format of what the page says itself, in the face of the interface."""
        font = QFont(QFont().family())
        font.setPointSizeF(self.size * size)
        return self._letters(font, colour or self.colours.text, bold=bold)

    def link(self, form: QTextCharFormat, href: str, explained: str = "") -> QTextCharFormat:
        """Return `form` as a link; one that explains itself on the spot keeps its colour and is dotted."""
        linked = QTextCharFormat(form)
        linked.setAnchor(True)
        linked.setAnchorHref(href)
        if explained:
            linked.setToolTip(explained)
            linked.setUnderlineStyle(QTextCharFormat.UnderlineStyle.DotLine)
            linked.setUnderlineColor(QColor(self.colours.accent))
        else:
            linked.setForeground(QBrush(QColor(self.colours.accent)))
        return linked

    def block(self, *, above: float, below: float = 0.0, leading: float = 128, level: int = 0) -> QTextBlockFormat:
        """Return the format of a paragraph: space in ems, leading in per cent, level 1 to 6 for a heading."""
        form = QTextBlockFormat()
        form.setTopMargin(above * self.em)
        form.setBottomMargin(below * self.em)
        form.setLineHeight(leading, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
        form.setHeadingLevel(level)
        return form

    def table(self, margin: float) -> QTextTableFormat:
        """Return the format of a table of numbered rows, its first column `margin` pixels wide."""
        form = QTextTableFormat()
        form.setBorder(0)
        form.setCellSpacing(0)
        form.setCellPadding(0)
        form.setBorderStyle(QTextFrameFormat.BorderStyle.BorderStyle_None)
        form.setBorderCollapse(True)
        form.setTopMargin(0.2 * self.em)
        form.setBottomMargin(1.0 * self.em)
        form.setWidth(QTextLength(QTextLength.Type.PercentageLength, 100))
        form.setColumnWidthConstraints(
            [QTextLength(QTextLength.Type.FixedLength, margin), QTextLength(QTextLength.Type.VariableLength, 0)]
        )
        return form

    def number_cell(self) -> QTextTableCellFormat:
        """Return the format of the cell in the margin; its number stands on the first line of the text beside it."""
        form = QTextTableCellFormat()
        form.setTopPadding(0.6 * self.em)
        return form

    def text_cell(self, ground: str = "", rule: str = "") -> QTextTableCellFormat:
        """Return the format of the cell with the text, on a tinted ground and behind a rule when they are given."""
        form = QTextTableCellFormat()
        form.setTopPadding(0.38 * self.em)
        form.setBottomPadding(0.38 * self.em)
        if ground:
            form.setBackground(QBrush(QColor(ground)))
            form.setLeftPadding(0.8 * self.em)
            form.setRightPadding(0.7 * self.em)
        if rule:
            form.setLeftBorder(0.22 * self.em)
            form.setLeftBorderStyle(QTextFrameFormat.BorderStyle.BorderStyle_Solid)
            form.setLeftBorderBrush(QBrush(QColor(rule)))
        return form

    @staticmethod
    def _letters(font: QFont, colour: str, *, bold: bool) -> QTextCharFormat:
        if bold:
            font.setWeight(QFont.Weight.DemiBold)
        form = QTextCharFormat()
        form.setFont(font)
        form.setForeground(QBrush(QColor(colour)))
        return form
