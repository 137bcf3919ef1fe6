"""A book of a thousand topics against what Typst needs for its words alone, and the first sheets of a warm window.

Each measurement that would find the work of another already done (Typst remembers what it has set) gets a process of
its own. WeasyPrint is compared with where it is installed (`pip install weasyprint`): the program itself needs it not.
"""

import json
import os
import resource
import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from html import escape
from pathlib import Path
from typing import Any

import msgspec
import pypdfium2 as pdfium
import pytest
import synthetic
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtTest import QTest
from rivers import TEMPLATES

from fmm_desktop import app
from fmm_desktop.dossier.model import Dossier
from fmm_desktop.dossier.reading import read
from fmm_desktop.sheets.documents import Document, document
from fmm_desktop.sheets.kinds import SheetKind
from fmm_desktop.sheets.notes import SheetNote
from fmm_desktop.sheets.order import Order
from fmm_desktop.sheets.typesetting import House, typeset

from .conftest import Table
from .samples import SHIPPED

TOPICS = 1000
PAGES_COMPARED = 40  # topics that WeasyPrint gets: a page takes it as long in a larger book
EMPTY = Path(__file__).parent / "programs" / "empty.typ"
FIRST, NEXT = 150, 50  # ms

pytestmark = pytest.mark.benchmark_ratio


def book(dossier: Dossier) -> Document:
    """Return the book of a dossier, every tenth topic with three notes."""
    written = [
        SheetNote("p1", "Wie betaalt, en vanaf wanneer? Nagaan of Oekraïne dit ook zo leest.", "reader"),
        SheetNote("aim-1", "Is dit het doel van alle bondgenoten?"),
        SheetNote("", "Vooraf afstemmen."),
    ]
    notes = {topic.path: written for topic in list(dossier.topics())[::10]}
    return document(dossier, Order(kind=SheetKind.BOOK), notes)


def apart(what: str, topics: int = TOPICS) -> dict[str, Any]:
    """Return what this file measures when it is run with `what`: seconds, pages and MB at most."""
    return run_apart(f"test_sheets.measure({what!r}, {str(topics)!r})")


def run_apart(call: str) -> dict[str, Any]:
    """Return what a function of this file prints in a process of its own."""
    done = subprocess.run(
        [sys.executable, "-c", f"from benchmarks import test_sheets; {call}"],
        env={**os.environ, "PYTHONPATH": ":".join([str(Path(__file__).parents[1]), *sys.path])},
        capture_output=True,
        text=True,
        check=True,
    )
    return json.loads(done.stdout)  # type: ignore[no-any-return]


def measure(what: str, topics: str) -> None:
    """Print how long a book takes: `ours` from dossier to PDF, `empty` only what Typst does for its words."""
    typeset(book(synthetic.dossier(1)), House(TEMPLATES))  # Typst and its fonts are there, as after a first sheet
    dossier = synthetic.dossier(int(topics))
    data = msgspec.json.encode(book(dossier))
    start = time.perf_counter()
    pdf = typeset(book(dossier), House(TEMPLATES)) if what == "ours" else set_empty(data)
    took = time.perf_counter() - start
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    print(json.dumps({"seconds": took, "pages": len(pdfium.PdfDocument(pdf)), "MB": most}))


def set_empty(data: bytes) -> bytes:
    """Return what Typst makes of the words of a book with an empty template, by the same standard."""
    import typst  # noqa: PLC0415 - as the program does

    from fmm_desktop.sheets.typesetting import _fonts  # noqa: PLC0415

    files: Any = {"main.typ": EMPTY.read_bytes(), "data.json": data}
    return typst.compile(files, format="pdf", font_paths=_fonts(False), pdf_standards="ua-1")  # type: ignore[no-any-return]


def test_a_book_of_a_thousand_topics(table: Table) -> None:
    runs = [(apart("ours"), apart("empty")) for _ in range(3)]
    ours, empty = (min(pair, key=lambda run: run["seconds"]) for pair in zip(*runs, strict=True))
    said = f"{ours['seconds']:.1f} s, {ours['pages']} pages, {ours['MB']} MB"
    compared = f"{empty['seconds']:.1f} s, {empty['pages']} pages, {empty['MB']} MB: empty template"

    assert table.judge("book: 1,000 topics", said, compared, ratio=ours["seconds"] / empty["seconds"], bar=1.5)


def html_of(dossier: Dossier) -> str:
    """Return the words of a dossier as a page, with a look that is as simple as can be."""
    topics = (
        f"<h1>{topic.number} {escape(topic.title)}</h1>"
        + "".join(
            f"<p>{passage.number} {escape(passage.value)} {escape(passage.text)}</p>" for passage in topic.passages
        )
        for topic in dossier.topics()
    )
    return f"<html lang='nl'><style>p {{text-align: justify; hyphens: auto}}</style>{''.join(topics)}</html>"


def test_a_page_against_weasyprint(table: Table) -> None:
    weasyprint = pytest.importorskip("weasyprint", reason="installed for this comparison only: pip install weasyprint")
    page = html_of(synthetic.dossier(PAGES_COMPARED))
    start = time.perf_counter()
    other = weasyprint.HTML(string=page).write_pdf()
    theirs = (time.perf_counter() - start) / len(pdfium.PdfDocument(other))
    run = apart("ours", PAGES_COMPARED)
    ours = run["seconds"] / run["pages"]

    said, compared = f"{ours * 1000:.1f} ms a page", f"{theirs * 1000:.1f} ms: WeasyPrint"
    assert table.judge("book: a page", said, compared, ratio=ours / theirs, bar=0.2)


def press(state: str) -> None:
    """Print how many ms it takes in a window at rest from the key to the first page, and from a tick to the next."""
    window = app.build(["--data-dir", state])
    window.show()
    window.activateWindow()
    QTest.qWait(1000)  # what comes after the first page of the window has come
    start = time.perf_counter()
    QTest.keyClick(window, Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    ordering: Any = window.controls._sheets._ordering
    seen: list[float] = []
    ordering.window.painted.connect(lambda: seen.append(1000 * (time.perf_counter() - start)))
    wait_until(lambda: bool(seen))
    first = seen[0]
    wait_until(lambda: ordering._choices is not None)
    model, taken = ordering._choices._ticks._model, []
    for topic in read(SHIPPED).topics():
        QTest.qWait(50)
        seen.clear()
        start = time.perf_counter()
        model.tick([topic.path])
        wait_until(lambda: bool(seen))
        taken.append(seen[0])
    print(json.dumps({"first": first, "next": taken}))
    ordering.window.close()
    window.close()


def wait_until(is_so: Callable[[], bool]) -> None:
    while not is_so():
        QCoreApplication.processEvents()


def test_from_the_key_to_the_first_page_in_the_window_and_from_ticks_to_the_next(table: Table, tmp_path: Path) -> None:
    runs = [run_apart(f"test_sheets.press({str(tmp_path)!r})") for _ in range(5)]
    taken = [run["first"] for run in runs]
    others = [one for run in runs for one in run["next"]]
    first = min(taken)  # what is left when nothing else gets in the way

    said = f"{first:.0f} ms, median {statistics.median(taken):.0f}, max {max(taken):.0f}"
    in_time = table.judge("print window: the first page", said, f"{FIRST} ms", ratio=first / FIRST, bar=1.0)
    said = f"p50 {statistics.median(others):.0f}, max {max(others):.0f} ms"
    table.tell("print window: the next", said)
    assert in_time


def test_the_first_sheet_and_the_next_ones(table: Table) -> None:
    taken: list[float] = []
    for dossier in (read(SHIPPED), synthetic.dossier(60)):
        for topic in dossier.topics():
            start = time.perf_counter()
            typeset(document(dossier, Order(topics=(topic.path,))), House(TEMPLATES))
            taken.append(1000 * (time.perf_counter() - start))
    first, others = taken[0], taken[1:]
    high = statistics.quantiles(others, n=20)[-1]

    said = f"p50 {statistics.median(others):.0f}, p95 {high:.0f}, max {max(others):.0f} ms"
    in_time = table.judge("sheet: the first", f"{first:.0f} ms", f"{FIRST} ms", ratio=first / FIRST, bar=1.0)
    assert table.judge("sheet: the next", said, f"{NEXT} ms, p95", ratio=high / NEXT, bar=1.0)
    assert in_time
