"""How the PDFs of the sheets that go through a whole dossier are built."""

import datetime
from pathlib import Path

import pypdfium2 as pdfium
import pytest
from rivers import river_dossier, river_topic, shipping_topic

from fmm_desktop.sheets.documents import Document, document
from fmm_desktop.sheets.kinds import SheetKind
from fmm_desktop.sheets.notes import SheetNote
from fmm_desktop.sheets.order import Order
from fmm_desktop.sheets.typesetting import House, typeset


def printed(kind: SheetKind) -> Document:
    """Return a sheet of a kind in two numbered copies, with a note."""
    old = river_dossier(shipping_topic(), edition=1, issued=datetime.date(2026, 2, 20))
    notes = {"ochtend/peil": [SheetNote("o1", "Navragen.")]}
    return document(river_dossier(river_topic()), Order(kind=kind, actor="be", copies=2), notes, old)


@pytest.mark.parametrize(
    ("kind", "title", "topics"),
    [
        (
            SheetKind.ACTOR,
            "1.1 Een gezamenlijk peil – Actorblad België – Rivierenoverleg",
            ["1.1 Een gezamenlijk peil"],
        ),
        (
            SheetKind.CHANGES,
            "1.1 Een gezamenlijk peil – Wijzigingsblad – Rivierenoverleg",
            ["1.1 Een gezamenlijk peil", "Scheepvaart bij laagwater"],
        ),
        (SheetKind.NOTES, "1.1 Een gezamenlijk peil – Notitielijst – Rivierenoverleg", ["1.1 Een gezamenlijk peil"]),
    ],
)
def test_a_pdf_has_title_language_tags_outline_and_numbered_copies(
    kind: SheetKind, title: str, topics: list[str], templates: Path
) -> None:
    pdf = typeset(printed(kind), House(templates))
    read = pdfium.PdfDocument(pdf)

    outline = [(mark.level, mark.get_title()) for mark in read.get_toc()]
    assert read.get_metadata_dict()["Title"] == title
    assert [words for level, words in outline if level == 2] == topics
    assert [words for level, words in outline if level == 1] == ["1  Ochtendzitting · werksessie · 09:30"]
    assert b"<pdfuaid:part>1</pdfuaid:part>" in pdf
    assert read.is_tagged()
    copies = [page.get_textpage().get_text_range() for page in read]
    assert "exemplaar 1 van 2 · 1 / " in copies[0]
    assert "exemplaar 2 van 2 · 1 / " in copies[len(copies) // 2]
    read.close()
