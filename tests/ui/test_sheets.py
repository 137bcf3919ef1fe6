"""The preview shows the very pages that are printed and saved."""

import itertools

import pypdfium2 as pdfium
import pytest
import synthetic
from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtGui import QImage
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QDialog,
    QFileDialog,
    QMessageBox,
    QProgressBar,
    QPushButton,
    QSpinBox,
    QTreeView,
    QWidget,
)

from fmm_desktop.ui.jobs import Job
from fmm_desktop.ui.sheets import desk, printing
from fmm_desktop.ui.sheets.printing import PrintRun
from fmm_desktop.ui.sheets.window import PrintWindow

from .conftest import Open, Reader, click, write
from .print_hands import begin, button, choose, pick, said, settled, words_in


def text_of(pdf) -> list[str]:
    """Return the text of each page of a PDF."""
    document = pdfium.PdfDocument(pdf)
    return [page.get_textpage().get_text_range() for page in document]


@pytest.fixture
def preview(reader: Reader):
    """Return the print window on the first topic, with a note, once its pages are there."""
    reader.click("schaduwvloot")
    reader.write("Vraag welke vlag")
    reader.do("with_notes")
    reader.press(Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    (window,) = reader.window.findChildren(PrintWindow)
    reader.bot.waitUntil(lambda: any(one.isVisible() for one in window.findChildren(QTreeView)), timeout=30_000)
    reader.bot.waitUntil(lambda: window.pages is not None and "1" in said(window), timeout=30_000)
    return window


def break_templates(reader: Reader, tmp_path) -> None:
    """Let the sheets be set with a template that is broken."""
    folder = tmp_path / "templates"
    folder.mkdir()
    write(folder / "topic.typ", "#unknown")
    setter = reader.window.controls._sheets._setter
    setter._workshop = setter._workshop._replace(templates=folder)


def test_the_preview_shows_the_sheet_of_the_topic_with_its_notes(preview):
    assert len(preview.pages) == 1
    assert said(preview) == "Bladzijde 1 van 1"
    for words in ("Steun aan Oekraïne", "1.1.3", "Vraag welke vlag"):
        assert words in words_in(preview)
    picture = preview.grab().toImage()
    colours = {picture.pixelColor(x, y).name() for x in range(400, picture.width(), 3) for y in range(60, 600, 3)}
    assert "#ffffff" in colours, "the paper"
    assert len(colours) > 10, "and the letters on it"


def test_what_is_shown_is_what_is_saved_and_only_when_it_is_the_newest(preview, reader, tmp_path, monkeypatch):
    save, paper = button(preview, "&Opslaan als pdf…"), button(preview, "Af&drukken…")
    assert save.isEnabled()
    assert paper.isEnabled()
    pick(preview, "all")
    assert not save.isEnabled()
    assert not paper.isEnabled()
    assert "gezet" in said(preview)
    assert preview.findChild(QProgressBar).isVisible()
    settled(reader, preview)
    assert len(preview.pages) == 3
    assert said(preview) == "Bladzijde 1 van 3"
    assert not preview.findChild(QProgressBar).isVisible()
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "blad.pdf"), ""))
    click(save, QPoint(6, 6))
    reader.bot.waitUntil(lambda: "blad.pdf" in reader.message, timeout=30_000)
    assert (tmp_path / "blad.pdf").read_bytes() == preview.pages.pdf


def test_a_broken_template_is_told_of_in_the_preview(reader: Reader, tmp_path):
    break_templates(reader, tmp_path)
    window = begin(reader)
    reader.bot.waitUntil(lambda: "topic.typ:1" in said(window), timeout=30_000)
    assert said(window).startswith("Het sjabloon")
    assert "gezet…" not in said(window)
    assert window.pages is None
    assert not button(window, "Af&drukken…").isEnabled()
    assert not button(window, "&Opslaan als pdf…").isEnabled()
    assert not window.findChild(QProgressBar).isVisible()


def test_a_window_that_is_closed_while_it_saves_finishes_the_file(reader: Reader, monkeypatch, tmp_path):
    file = tmp_path / "alles.pdf"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(file), ""))
    reader.do("save_all")
    assert not file.exists()
    reader.close()
    assert len(text_of(file)) == 3


def test_a_window_stays_when_what_it_saves_cannot_be_written(reader: Reader, monkeypatch, tmp_path):
    (tmp_path / "map.pdf").mkdir()
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "map.pdf"), ""))
    reader.do("save_all")
    assert not reader.window.close()
    assert "map.pdf" in reader.message
    assert reader.window.close(), "it was told of"


@pytest.mark.parametrize("answer", ["Blijven", "Afsluiten zonder de bladen"])
def test_the_reader_is_asked_when_saving_takes_long(open_window: Open, monkeypatch, tmp_path, answer):
    reader = open_window(write(tmp_path / "many.yaml", synthetic.yaml_text(200)))
    reader.bot.waitUntil(lambda: reader.topic != "", timeout=10_000)
    file = tmp_path / "alles.pdf"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(file), ""))
    monkeypatch.setattr(desk, "_PATIENCE", 20)
    reader.do("save_all")
    (job,) = reader.window.controls._sheets.findChildren(Job)

    def reply() -> None:
        box = QApplication.activeModalWidget()
        if not isinstance(box, QMessageBox):
            return
        asking.stop()
        (chosen,) = [one for one in box.buttons() if one.text().replace("&", "") == answer]
        chosen.click()

    asking = QTimer(interval=50)
    asking.timeout.connect(reply)
    asking.start()
    assert reader.window.close() is (answer != "Blijven")
    if answer == "Blijven":
        reader.bot.waitUntil(lambda: "alles.pdf" in reader.message, timeout=60_000)
    job.join(60)
    assert file.exists() is (answer == "Blijven")


def test_printing_can_be_stopped(preview, qtbot, tmp_path):
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "paper.pdf"))
    run = PrintRun(preview.pages, printer, preview)
    run.start()
    with qtbot.waitSignal(run.stopped):
        run.stop()
    qtbot.waitUntil(lambda: not preview.findChildren(PrintRun))


@pytest.mark.parametrize("name", ["blad.pdf", "blad"])
def test_the_sheet_is_saved_as_pdf(reader: Reader, monkeypatch, tmp_path, name):
    reader.write("Vraag welke vlag")
    reader.do("with_notes")
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / name), ""))
    reader.press(Qt.Key.Key_E, Qt.KeyboardModifier.ControlModifier)
    file = tmp_path / "blad.pdf"
    reader.bot.waitUntil(lambda: str(file) in reader.message, timeout=30_000)
    (page,) = text_of(file)
    assert "Steun aan Oekraïne" in page
    assert "Vraag welke vlag" in page


def test_all_sheets_are_saved_without_notes_until_they_are_wanted(reader: Reader, monkeypatch, tmp_path):
    reader.write("Vraag welke vlag")
    file = tmp_path / "alles.pdf"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(file), ""))
    reader.do("save_all")
    reader.bot.waitUntil(lambda: str(file) in reader.message, timeout=30_000)
    pages = text_of(file)
    assert len(pages) == 3
    assert "Vraag welke vlag" not in "".join(pages)


def test_a_place_that_cannot_be_written_is_told_of(reader: Reader, monkeypatch, tmp_path):
    (tmp_path / "map.pdf").mkdir()
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "map.pdf"), ""))
    reader.do("save_pdf")
    reader.bot.waitUntil(lambda: "map.pdf" in reader.message, timeout=30_000)
    assert not list((tmp_path / "map.pdf").iterdir())


def printed(preview: PrintWindow, qtbot, tmp_path, **pages: int):
    """Print the pages of a preview into a file, and return it."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setPageSize(printer.pageLayout().pageSize().PageSizeId.A4)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "paper.pdf"))
    if "first" in pages:
        printer.setFromTo(pages["first"], pages["last"])
    printer.setCopyCount(pages.get("copies", 1))
    run = PrintRun(preview.pages, printer, preview)
    with qtbot.waitSignal(run.succeeded, timeout=30_000):
        run.start()
    return pdfium.PdfDocument(tmp_path / "paper.pdf")


def test_what_is_printed_is_what_is_shown(preview, reader, qtbot, tmp_path):
    pick(preview, "all")
    settled(reader, preview)
    paper = printed(preview, qtbot, tmp_path)
    assert len(paper) == 3
    for number in range(3):
        assert paper[number].get_size() == pytest.approx((595, 842), abs=1)
        shown = preview.pages.image(number, 40).convertToFormat(QImage.Format.Format_Grayscale8)
        on_paper = bytes(paper[number].render(scale=40 / 72, grayscale=True).buffer)
        assert min(on_paper) < 120, "there are letters"
        mean = sum(bytes(shown.constBits())) / shown.sizeInBytes()
        assert sum(on_paper) / len(on_paper) == pytest.approx(mean, abs=3)


def test_the_bands_of_a_page_are_the_page_and_none_where_it_is_white(preview):
    whole, height = preview.pages.image(0, 50), preview.pages.height(0, 50)
    assert whole.height() == height
    edges = [height * part // 7 for part in range(8)]
    bands = [preview.pages.band(0, 50, range(top, end)) for top, end in itertools.pairwise(edges)]
    for (top, end), band in zip(itertools.pairwise(edges), bands, strict=True):
        there = whole.copy(0, top, whole.width(), end - top)
        dots = bytes(band.constBits()) if band else b"\xff" * there.sizeInBytes()
        assert max(abs(one - other) for one, other in zip(bytes(there.constBits()), dots, strict=True)) <= 2
    assert None in bands
    assert bands[0] is not None


def test_printing_never_holds_the_window_up_for_a_whole_page(preview, qtbot, tmp_path, monkeypatch):
    at_once = []
    draw = PrintRun._draw
    monkeypatch.setattr(
        PrintRun, "_draw", lambda run, page, band: at_once.append((page, band)) or draw(run, page, band)
    )
    turns = QTimer(interval=0)
    turns.timeout.connect(lambda: at_once.append("turn"))
    turns.start()
    printed(preview, qtbot, tmp_path)
    drawn = [one for one in at_once if one != "turn"]
    assert len(drawn) > 10 * len(preview.pages)
    assert at_once.count("turn") >= len(drawn) - 1, "the window had a turn between any two"


def test_only_the_pages_that_were_chosen_are_printed(preview, reader, qtbot, tmp_path):
    pick(preview, "all")
    settled(reader, preview)
    assert len(printed(preview, qtbot, tmp_path, first=2, last=3)) == 2


def test_a_printer_is_asked_for_the_paper_that_was_chosen(preview, reader, monkeypatch):
    asked = []
    choose(preview, "a5")
    preview.findChild(QCheckBox, "twoSided").click()
    settled(reader, preview)
    monkeypatch.setattr(QPrintDialog, "exec", lambda dialog: asked.append(dialog.printer().pageLayout().pageSize()))
    click(button(preview, "Af&drukken…"), QPoint(6, 6))
    assert [size.name() for size in asked] == ["A5"]
    assert preview.pages.two_sided


def test_a_printer_that_makes_no_copies_is_handed_each_page_again(preview, qtbot, tmp_path):
    assert len(printed(preview, qtbot, tmp_path, copies=2)) == 2 * len(preview.pages)


def test_two_sides_and_copies_reach_the_printer_and_the_pages(preview, reader, monkeypatch, tmp_path):
    preview.findChild(QCheckBox, "twoSided").click()
    preview.findChild(QSpinBox, "copiesBox").setValue(2)
    settled(reader, preview)
    sides = []
    monkeypatch.setattr(QPrinter, "setDuplex", lambda _printer, mode: sides.append(mode))  # a file has no two sides

    def accept(dialog: QPrintDialog) -> QDialog.DialogCode:
        printer = dialog.printer()
        printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        printer.setOutputFileName(str(tmp_path / "paper.pdf"))
        printer.setCopyCount(2)
        printer.setCollateCopies(True)
        return QDialog.DialogCode.Accepted

    monkeypatch.setattr(QPrintDialog, "exec", accept)
    monkeypatch.setattr(printing, "file_of", lambda _printer: None)  # as a printer that takes pictures
    click(button(preview, "Af&drukken…"), QPoint(6, 6))
    (run,) = reader.window.findChildren(PrintRun)
    assert sides == [QPrinter.DuplexMode.DuplexLongSide]
    with reader.bot.waitSignal(run.succeeded, timeout=30_000):
        pass
    paper = pdfium.PdfDocument(tmp_path / "paper.pdf")
    pages = [bytes(page.render(scale=0.5, grayscale=True).buffer) for page in paper]
    once = len(preview.pages)
    assert pages == pages[:once] * 2, "two of what is numbered as two, one after the other"
    assert len(pages) == 2 * once
    assert pages[0] != pages[once - 1], "each copy says which one it is"


def test_what_is_being_printed_is_stopped_in_the_print_window(preview, reader, monkeypatch, tmp_path):
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFileName(str(tmp_path / "paper.pdf"))
    monkeypatch.setattr(printing, "ask_for_printer", lambda *_: printer)
    monkeypatch.setattr(printing, "file_of", lambda _printer: None)  # as a printer that takes pictures
    under_way = preview.findChild(QWidget, "underWay")
    assert not under_way.isVisible()
    click(button(preview, "Af&drukken…"), QPoint(6, 6))
    (run,) = reader.window.findChildren(PrintRun)
    reader.bot.waitUntil(lambda: under_way.findChild(QProgressBar).value() > 0)
    (stop,) = under_way.findChildren(QPushButton)
    with reader.bot.waitSignal(run.stopped):
        click(stop, QPoint(6, 6))
    reader.bot.waitUntil(lambda: not under_way.isVisible())
    assert button(preview, "Af&drukken…").isEnabled(), "it may be printed again"


def print_into(file, monkeypatch, **pages: int) -> None:
    """Let the reader choose a file in the print dialog, and perhaps a range of pages."""

    def accept(dialog: QPrintDialog) -> QDialog.DialogCode:
        dialog.printer().setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        dialog.printer().setOutputFileName(str(file))
        if pages:
            dialog.printer().setFromTo(pages["first"], pages["last"])
        return QDialog.DialogCode.Accepted

    monkeypatch.setattr(QPrintDialog, "exec", accept)


def test_what_is_printed_into_a_file_is_the_pdf_itself(preview, reader, monkeypatch, tmp_path):
    file = tmp_path / "printed.pdf"
    print_into(file, monkeypatch)
    click(button(preview, "Af&drukken…"), QPoint(6, 6))
    reader.bot.waitUntil(lambda: "printed.pdf" in reader.message, timeout=30_000)
    assert file.read_bytes() == preview.pages.pdf
    assert not reader.window.findChildren(QPrintDialog)
    pick(preview, "all")
    words = settled(reader, preview)
    print_into(file, monkeypatch, first=2, last=3)
    click(button(preview, "Af&drukken…"), QPoint(6, 6))
    reader.bot.waitUntil(lambda: len(text_of(file)) == 2, timeout=30_000)
    assert words.endswith(" ".join(text_of(file))), "letters, not a picture of them"


def test_printing_into_a_file_that_is_stopped_leaves_what_was_there(preview, reader, monkeypatch, tmp_path):
    file = write(tmp_path / "printed.pdf", "what was there")
    print_into(file, monkeypatch)
    reader.window.controls._sheets.waiting.connect(lambda _words, job: job.stop())
    with reader.bot.waitSignal(reader.window.controls._sheets._finished, timeout=30_000):
        click(button(preview, "Af&drukken…"), QPoint(6, 6))
    assert [one.name for one in tmp_path.glob("*print*")] == ["printed.pdf"]
    assert file.read_text() == "what was there"
