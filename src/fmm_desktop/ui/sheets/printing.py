"""Printing the pages of a PDF, one with each turn of the event loop: the window stays alive and the reader can stop."""

from PySide6.QtCore import QObject, QRectF, QSizeF, QTimer, Signal, SignalInstance
from PySide6.QtGui import QPageSize, QPainter
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QWidget

from fmm_desktop.ui.sheets.pages import Pages

_DPI = 300


def ask_for_printer(pages: Pages, parent: QWidget) -> QPrinter | None:
    """Ask for a printer, a range of pages and all else, with the system's dialog; None when the reader says no."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setPageSize(QPageSize(pages.size(0), QPageSize.Unit.Point, "", QPageSize.SizeMatchPolicy.FuzzyMatch))
    if pages.two_sided:
        printer.setDuplex(QPrinter.DuplexMode.DuplexLongSide)
    dialog = QPrintDialog(printer, parent)
    dialog.setMinMax(1, len(pages))
    dialog.setOption(QPrintDialog.PrintDialogOption.PrintPageRange)
    accepted = dialog.exec() == QPrintDialog.DialogCode.Accepted
    dialog.deleteLater()
    return printer if accepted else None


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
        self._waiting: list[int] = []
        self._total = 0
        self._ended = False

    def start(self) -> None:
        """Begin; returns at once."""
        self._printer.setFullPage(True)
        self._waiting = _numbers(self._printer, len(self._pages))
        self._total = len(self._waiting)
        if self._waiting and self._painter.begin(self._printer):
            QTimer.singleShot(0, self, self._print_one)
        else:
            QTimer.singleShot(0, self, lambda: self._end(self.refused))

    def stop(self) -> None:
        """Stop after the page that was printed last; what the printer has not begun is not printed."""
        if not self._ended:
            self._printer.abort()
            self._end(self.stopped)

    def _print_one(self) -> None:
        if self._ended:
            return
        number = self._waiting.pop(0)
        self._painter.drawImage(_on_paper(self._printer, self._pages.size(number)), self._pages.image(number, _DPI))
        self.progressed.emit(1 - len(self._waiting) / self._total)
        if not self._waiting:
            self._end(self.succeeded)
        elif self._printer.newPage():
            QTimer.singleShot(0, self, self._print_one)
        else:
            self._end(self.refused)

    def _end(self, outcome: SignalInstance) -> None:
        if self._ended:
            return
        self._ended = True
        if self._painter.isActive():
            self._painter.end()
        outcome.emit()
        self.deleteLater()


def _numbers(printer: QPrinter, pages: int) -> list[int]:
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
