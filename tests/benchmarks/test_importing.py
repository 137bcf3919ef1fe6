"""Reading documents of twenty pages against what the libraries need for the same files, and one of five hundred pages.

The library reads what it can give: python-docx the text of all paragraphs, PDFium that of all pages, line by line.
"""

import io
import statistics
import subprocess
import sys
from pathlib import Path

import docx
import pypdfium2
import pytest
import typst

from fmm_desktop.importing.formats import read_bytes

from .conftest import Table
from .measuring import seconds

PAGES = 20
LONG = 500
ROUNDS = 15
BAR = 2.0
BEYOND = 0.3
"""Seconds that we may need beyond the library."""

MEMORY = 100_000_000
"""Bytes that reading the long document may add to the process."""

_TEXT = (
    "De ministers spreken over de uitvoering van de afspraken die in het voorjaar zijn gemaakt. Nederland zal het "
    "belang van een eerlijke verdeling benadrukken en vraagt aandacht voor de positie van de kleinere landen hierin. "
)


@pytest.mark.benchmark_ratio
@pytest.mark.parametrize("kind", ["docx", "pdf"])
def test_twenty_pages_are_read_soon(kind: str, table: Table) -> None:
    made, alone = {"docx": (_word_file, _read_by_python_docx), "pdf": (_pdf, _read_by_pdfium)}[kind]
    data = made(PAGES)
    read_bytes(data, "agenda")
    ours, library = [], []
    for _ in range(ROUNDS):
        ours.append(seconds(lambda: read_bytes(data, "agenda")))
        library.append(seconds(lambda: alone(data)))

    here, there = statistics.median(ours), statistics.median(library)

    words = f"{1000 * here:.0f} ms", f"{1000 * there:.0f} ms, the library alone"
    beyond = table.judge(f"import {kind}, {PAGES} pages: beyond", *words, ratio=(here - there) / BEYOND, bar=1.0)
    ratio = table.judge(f"import {kind}, {PAGES} pages", *words, ratio=here / there, bar=BAR)
    assert beyond
    assert ratio


@pytest.mark.benchmark_ratio
def test_five_hundred_pages_tell_how_far_they_are_and_can_be_stopped(table: Table) -> None:
    data = _pdf(LONG)
    told: list[float] = []

    whole = seconds(lambda: read_bytes(data, "agenda.pdf", told.append))
    stopped = seconds(lambda: _stopped(data, 0.1))

    assert len(told) > LONG
    assert table.judge(
        f"import pdf, {LONG} pages: stopped at a tenth",
        f"{stopped:.2f} s",
        f"{whole:.2f} s, whole",
        ratio=stopped / whole,
        bar=0.25,
    )


class _StoppedError(Exception):
    pass


def _stopped(data: bytes, at: float) -> None:
    def watch(fraction: float) -> None:
        if fraction > at:
            raise _StoppedError

    with pytest.raises(_StoppedError):
        read_bytes(data, "agenda.pdf", watch)


@pytest.mark.skipif(sys.platform != "linux", reason="the most memory that a process had is read in /proc")
def test_five_hundred_pages_take_little_memory(table: Table, tmp_path: Path) -> None:
    for name, pages in (("short.pdf", 1), ("long.pdf", LONG)):
        (tmp_path / name).write_bytes(_pdf(pages))

    told = subprocess.run([sys.executable, "-c", _READS, tmp_path], capture_output=True, check=True, text=True)

    most = int(told.stdout)
    assert table.judge(
        f"import pdf, {LONG} pages: memory",
        f"{most / 1e6:.0f} MB",
        f"{MEMORY / 1e6:.0f} MB",
        ratio=most / MEMORY,
        bar=1.0,
    )


_READS = """
import re, sys
from pathlib import Path
from fmm_desktop.importing.formats import read

def told(what):
    return int(re.findall(what + r":\\s*(\\d+)", Path("/proc/self/status").read_text())[0]) * 1024

read(Path(sys.argv[1], "short.pdf"))
before = told("VmRSS")
read(Path(sys.argv[1], "long.pdf"))
print(told("VmHWM") - before)
"""


def _word_file(pages: int) -> bytes:
    """A document of so many pages: a heading, six paragraphs with a bold word, a list and a table on each."""
    document = docx.Document()
    for number in range(pages):
        document.add_paragraph().add_run(f"Onderwerp {number}").bold = True
        for _ in range(6):
            document.add_paragraph(_TEXT * 2).add_run("Nederland").bold = True
        document.add_paragraph("een punt", style="List Number")
        table = document.add_table(2, 3)
        for cell in (cell for row in table.rows for cell in row.cells):
            cell.text = "cel"
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()


def _pdf(pages: int) -> bytes:
    head = (
        '#set page(paper: "a4", header: [Tweede Kamer #h(1fr) #context counter(page).display()], footer: [kst-21501])\n'
        '#set text(lang: "nl", size: 10pt, hyphenate: true)\n#set par(justify: true)\n'
    )
    topic = f"= Onderwerp\n{_TEXT * 4}\n\n{_TEXT}#footnote[Bron.]\n\n*Inzet*\n\n- een punt\n\n{_TEXT * 4}\n\n"
    made = typst.compile((head + f"{topic}#pagebreak()\n" * pages).encode())
    assert isinstance(made, bytes)
    return made


def _read_by_python_docx(data: bytes) -> list[str]:
    document = docx.Document(io.BytesIO(data))
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    return [paragraph.text for paragraph in document.paragraphs] + cells


def _read_by_pdfium(data: bytes) -> list[str]:
    texts: list[str] = []
    document = pypdfium2.PdfDocument(data)
    for page in document:
        text_page = page.get_textpage()
        texts.append(text_page.get_text_range())
        text_page.close()
        page.close()
    document.close()
    return texts
