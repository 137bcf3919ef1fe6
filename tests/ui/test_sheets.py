"""The preview shows the very pages that are printed and saved."""

import pypdfium2 as pdfium
import pytest
import synthetic
from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtGui import QImage
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QComboBox,
    QDialog,
    QFileDialog,
    QLabel,
    QMessageBox,
    QProgressBar,
    QPushButton,
)

from fmm_desktop.ui.jobs import Job
from fmm_desktop.ui.sheets import desk
from fmm_desktop.ui.sheets.preview import PreviewDialog
from fmm_desktop.ui.sheets.printing import PrintRun

from .conftest import Open, Reader, click, write


def text_of(pdf) -> list[str]:
    """Return the text of each page of a PDF."""
    document = pdfium.PdfDocument(pdf)
    return [page.get_textpage().get_text_range() for page in document]


@pytest.fixture
def preview(reader: Reader):
    """Return the preview of the first topic, with a note, once its pages are there."""
    reader.click("schaduwvloot")
    reader.write("Vraag welke vlag")
    reader.press(Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    (dialog,) = reader.window.findChildren(PreviewDialog)
    reader.bot.waitUntil(lambda: dialog.pages is not None, timeout=30_000)
    return dialog


def said(dialog: PreviewDialog) -> str:
    """Return what stands in the bar of the preview."""
    return " ".join(label.text() for label in dialog.findChildren(QLabel)).strip()


def button(dialog: PreviewDialog, words: str) -> QPushButton:
    """Return the button of the preview with these words."""
    (found,) = [one for one in dialog.findChildren(QPushButton) if one.text() == words]
    return found


def break_templates(reader: Reader, tmp_path) -> None:
    """Let the sheets be set with a template that is broken."""
    folder = tmp_path / "templates"
    folder.mkdir()
    write(folder / "topic.typ", "#unknown")
    reader.window.controls._sheets._templates = folder


def words_in(dialog: PreviewDialog) -> str:
    """Return the words on all pages that are shown."""
    return " ".join(page.get_textpage().get_text_range() for page in dialog.pages._document)


def test_the_preview_shows_the_sheet_of_the_topic_with_its_notes(preview):
    assert len(preview.pages) == 1
    assert said(preview) == "Bladzijde 1 van 1"
    for words in ("Steun aan Oekraïne", "1.1.3", "Vraag welke vlag"):
        assert words in words_in(preview)
    picture = preview.grab().toImage()
    colours = {picture.pixelColor(x, y).name() for x in range(0, picture.width(), 3) for y in range(60, 600, 3)}
    assert "#ffffff" in colours, "the paper"
    assert len(colours) > 10, "and the letters on it"


def test_another_choice_shows_other_pages(preview, qtbot):
    (what,) = preview.findChildren(QComboBox)
    assert [what.itemData(row) for row in range(3)] == ["topic", "session", "all"]
    for row, topics in ((1, ("Steun aan", "Veiligheid op zee")), (2, ("Steun aan", "Handel en tarieven"))):
        before = preview.pages
        what.setCurrentIndex(row)
        qtbot.waitUntil(lambda before=before: preview.pages is not before, timeout=30_000)
        assert len(preview.pages) == row + 1
        assert said(preview) == f"Bladzijde 1 van {row + 1}"
        assert all(words in words_in(preview) for words in topics)


def test_notes_are_left_out_when_they_are_not_wanted(preview, qtbot):
    (notes,) = preview.findChildren(QCheckBox)
    assert notes.isChecked()
    before = preview.pages
    notes.click()
    qtbot.waitUntil(lambda: preview.pages is not before, timeout=30_000)
    assert "Vraag welke vlag" not in words_in(preview)
    assert "Steun aan Oekraïne" in words_in(preview)


def test_a_preview_that_is_closed_at_once_harms_nothing(reader: Reader):
    reader.do("preview")
    (job,) = reader.window.controls._sheets.findChildren(Job)
    reader.window.findChildren(PreviewDialog)[0].close()
    job.join(30)
    reader.bot.waitUntil(lambda: not (reader.window.findChildren(Job) or reader.window.findChildren(PreviewDialog)))
    assert reader.message == ""


def test_the_pages_that_are_shown_are_those_of_the_last_choice(open_window: Open, tmp_path, monkeypatch):
    reader = open_window(write(tmp_path / "many.yaml", synthetic.yaml_text(150)))
    reader.bot.waitUntil(lambda: reader.topic != "", timeout=10_000)
    reader.do("preview")
    (dialog,) = reader.window.findChildren(PreviewDialog)
    reader.bot.waitUntil(lambda: dialog.pages is not None, timeout=30_000)
    first, (what,) = dialog.pages, dialog.findChildren(QComboBox)
    save, paper = button(dialog, "&Opslaan als pdf…"), button(dialog, "Af&drukken…")
    assert save.isEnabled()
    assert paper.isEnabled()
    what.setCurrentIndex(2)
    older = reader.window.controls._sheets._previewed
    what.setCurrentIndex(0)
    assert not save.isEnabled()
    assert not paper.isEnabled()
    assert "gezet" in said(dialog)
    assert dialog.findChild(QProgressBar).isVisible()
    reader.bot.waitUntil(lambda: dialog.pages is not first, timeout=30_000)
    newest = dialog.pages
    older.join(30)
    reader.bot.waitUntil(lambda: not reader.window.controls._sheets.findChildren(Job))
    assert dialog.pages is newest
    assert len(newest) < 5
    assert not dialog.findChild(QProgressBar).isVisible()
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "blad.pdf"), ""))
    click(save, QPoint(6, 6))
    reader.bot.waitUntil(lambda: "blad.pdf" in reader.message, timeout=30_000)
    assert (tmp_path / "blad.pdf").read_bytes() == newest.pdf


def test_a_broken_template_is_told_of_in_the_preview(reader: Reader, tmp_path):
    break_templates(reader, tmp_path)
    reader.do("preview")
    (dialog,) = reader.window.findChildren(PreviewDialog)
    reader.bot.waitUntil(lambda: "topic.typ:1" in said(dialog), timeout=30_000)
    assert said(dialog).startswith("Het sjabloon")
    assert "gezet…" not in said(dialog)
    assert dialog.pages is None
    assert not button(dialog, "Af&drukken…").isEnabled()
    assert not button(dialog, "&Opslaan als pdf…").isEnabled()
    assert not dialog.findChild(QProgressBar).isVisible()


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
    reader = open_window(write(tmp_path / "many.yaml", synthetic.yaml_text(400)))
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
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / name), ""))
    reader.press(Qt.Key.Key_E, Qt.KeyboardModifier.ControlModifier)
    file = tmp_path / "blad.pdf"
    reader.bot.waitUntil(lambda: str(file) in reader.message, timeout=30_000)
    (page,) = text_of(file)
    assert "Steun aan Oekraïne" in page
    assert "Vraag welke vlag" in page


def test_all_sheets_are_saved_without_notes_when_they_are_not_wanted(reader: Reader, monkeypatch, tmp_path):
    reader.write("Vraag welke vlag")
    file = tmp_path / "alles.pdf"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(file), ""))
    reader.do("with_notes")
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


def printed(preview: PreviewDialog, qtbot, tmp_path, **pages: int):
    """Print the pages of a preview into a file, and return it."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setPageSize(printer.pageLayout().pageSize().PageSizeId.A4)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "paper.pdf"))
    if pages:
        printer.setFromTo(pages["first"], pages["last"])
    run = PrintRun(preview.pages, printer, preview)
    with qtbot.waitSignal(run.succeeded, timeout=30_000):
        run.start()
    return pdfium.PdfDocument(tmp_path / "paper.pdf")


def test_what_is_printed_is_what_is_shown(preview, qtbot, tmp_path):
    before = preview.pages
    preview.findChildren(QComboBox)[0].setCurrentIndex(2)
    qtbot.waitUntil(lambda: preview.pages is not before, timeout=30_000)
    paper = printed(preview, qtbot, tmp_path)
    assert len(paper) == 3
    for number in range(3):
        assert paper[number].get_size() == pytest.approx((595, 842), abs=1)
        shown = preview.pages.image(number, 40).convertToFormat(QImage.Format.Format_Grayscale8)
        on_paper = bytes(paper[number].render(scale=40 / 72, grayscale=True).buffer)
        assert min(on_paper) < 120, "there are letters"
        mean = sum(bytes(shown.constBits())) / shown.sizeInBytes()
        assert sum(on_paper) / len(on_paper) == pytest.approx(mean, abs=3)


def test_only_the_pages_that_were_chosen_are_printed(preview, qtbot, tmp_path):
    before = preview.pages
    preview.findChildren(QComboBox)[0].setCurrentIndex(2)
    qtbot.waitUntil(lambda: preview.pages is not before, timeout=30_000)
    assert len(printed(preview, qtbot, tmp_path, first=2, last=3)) == 2


def test_the_button_prints_after_the_dialog_of_the_system(preview, reader, monkeypatch, tmp_path):
    file = tmp_path / "printed.pdf"

    def accept(dialog: QPrintDialog) -> QDialog.DialogCode:
        dialog.printer().setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        dialog.printer().setOutputFileName(str(file))
        return QDialog.DialogCode.Accepted

    monkeypatch.setattr(QPrintDialog, "exec", accept)
    click(button(preview, "Af&drukken…"), QPoint(6, 6))
    reader.bot.waitUntil(lambda: file.exists() and b"%%EOF" in file.read_bytes(), timeout=30_000)
    assert len(pdfium.PdfDocument(file)) == 1
    reader.bot.waitUntil(lambda: not reader.window.findChildren(PrintRun))
    assert not reader.window.findChildren(QPrintDialog)
