"""Printing the pages of a PDF, a band with each turn of the event loop: the window lives and the reader can stop.

To draw a page takes a moment, and Qt takes five times as long to pack its picture for the printer.
"""

from pathlib import Path

from PySide6.QtCore import QObject, QRectF, QSizeF, QTimer, Signal, SignalInstance
from PySide6.QtGui import QPageSize, QPainter
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QLineEdit, QWidget
from shiboken6 import isValid

from fmm_desktop.ui.sheets.pages import Pages

_DPI = 300
_BANDS = 24  # of a page: some ten milliseconds each


def ask_for_printer(pages: Pages, folder: Path, parent: QWidget) -> QPrinter | None:
    """Ask for a printer, a range of pages and all else, with the system's dialog; None when the reader says no.

    Who prints into a file is proposed one in `folder`.
    """
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setPageSize(QPageSize(pages.size(0), QPageSize.Unit.Point, "", QPageSize.SizeMatchPolicy.FuzzyMatch))
    if pages.two_sided:
        printer.setDuplex(QPrinter.DuplexMode.DuplexLongSide)
    dialog = QPrintDialog(printer, parent)
    dialog.setMinMax(1, len(pages))
    dialog.setOption(QPrintDialog.PrintDialogOption.PrintPageRange)
    if (file := dialog.findChild(QLineEdit, "filename")) is not None:  # in Qt's own dialog
        file.setText(str(folder / pages.name))  # a printer that is told of a file prints into no other thing
    accepted = dialog.exec() == QPrintDialog.DialogCode.Accepted
    if isValid(dialog):  # not when the window was closed meanwhile
        dialog.deleteLater()
    return printer if accepted else None


def file_of(printer: QPrinter) -> Path | None:
    """Return the PDF that the reader wants to print into; None when it goes to paper."""
    is_file = printer.outputFormat() is QPrinter.OutputFormat.PdfFormat and printer.outputFileName()
    return Path(printer.outputFileName()) if is_file else None


class PrintRun(QObject):
    """Prints the chosen range of pages, each filling the paper. It is deleted once it told its outcome."""

    progressed = Signal(float)
    succeeded = Signal()
    stopped = Signal()
    refused = Signal()  # the printer did not take a page

    def __init__(self, pages: Pages, printer: QPrinter, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pages = pages
        self._printer = printer
        self._painter = QPainter()
        self._waiting: list[int] = []  # pages, that which is being printed first
        self._band = 0  # of that page, the next one
        self._total = 0
        self._ended = False

    def start(self) -> None:
        """Begin; returns at once."""
        self._printer.setFullPage(True)
        self._waiting = numbers(self._printer, len(self._pages))
        self._total = len(self._waiting)
        if self._waiting and self._painter.begin(self._printer):
            QTimer.singleShot(0, self, self._go_on)
        else:
            QTimer.singleShot(0, self, lambda: self._end(self.refused))

    def stop(self) -> None:
        """Stop in the middle of a page, too; what the printer has not begun is not printed."""
        if not self._ended:
            self._printer.abort()
            self._end(self.stopped)

    def _go_on(self) -> None:
        if self._ended:
            return
        self._draw(self._waiting[0], self._band)
        self._band += 1
        self.progressed.emit(1 - (len(self._waiting) - self._band / _BANDS) / self._total)
        if self._band < _BANDS or self._has_next_page():
            QTimer.singleShot(0, self, self._go_on)

    def _draw(self, page: int, band: int) -> None:
        height = self._pages.height(page, _DPI)
        # One row more than its share: so no hair of white shows between two bands.
        rows = range(height * band // _BANDS, min(height, height * (band + 1) // _BANDS + 1))
        if (picture := self._pages.band(page, _DPI, rows)) is not None:
            self._painter.drawImage(_rows_of(_on_paper(self._printer, self._pages.size(page)), rows, height), picture)

    def _has_next_page(self) -> bool:
        """Go to the next page; end when there is none, or when the printer does not take it."""
        self._band = 0
        self._waiting.pop(0)
        if not self._waiting:
            self._end(self.succeeded)
        elif not self._printer.newPage():
            self._end(self.refused)
        return not self._ended

    def _end(self, outcome: SignalInstance) -> None:
        if self._ended:
            return
        self._ended = True
        if self._painter.isActive():
            self._painter.end()
        outcome.emit()
        self.deleteLater()


def numbers(printer: QPrinter, pages: int) -> list[int]:
    """Return the pages to print, counted from 0, in the order that the printer wants them."""
    ranges = printer.pageRanges()
    numbers = [page for page in range(pages) if ranges.isEmpty() or ranges.contains(page + 1)]
    if printer.pageOrder() is QPrinter.PageOrder.LastPageFirst:
        numbers.reverse()
    copies = 1 if printer.supportsMultipleCopies() else printer.copyCount()
    if printer.collateCopies():
        return numbers * copies
    return [page for page in numbers for _ in range(copies)]


def _on_paper(printer: QPrinter, size: QSizeF) -> QRectF:
    """Return where a page of `size` points goes on the paper, in dots: as large as fits, in the middle."""
    paper = printer.paperRect(QPrinter.Unit.DevicePixel)
    scale = min(paper.width() / size.width(), paper.height() / size.height())
    width, height = size.width() * scale, size.height() * scale
    return QRectF((paper.width() - width) / 2, (paper.height() - height) / 2, width, height)


def _rows_of(place: QRectF, rows: range, height: int) -> QRectF:
    """Return where some rows of a picture that is `height` rows high go, when the whole of it goes to `place`."""
    row = place.height() / height
    return QRectF(place.x(), place.y() + rows.start * row, place.width(), len(rows) * row)
