"""What the tests of sheets are given: the river dossier, the templates, and a reader of PDFs."""

from collections.abc import Callable
from pathlib import Path

import pypdfium2 as pdfium
import pytest
from rivers import TEMPLATES, river_dossier, river_topic, sheet_of

from fmm_desktop.dossier.model import Dossier, Kind, Passage, Topic
from fmm_desktop.sheets.documents import Document
from fmm_desktop.sheets.typesetting import House, typeset


@pytest.fixture
def make_topic() -> Callable[..., Topic]:
    """Return a maker of the river topic, with other fields where they are given."""
    return river_topic


@pytest.fixture
def make_dossier() -> Callable[..., Dossier]:
    """Return a maker of the river dossier, with other topics and fields where they are given."""
    return river_dossier


@pytest.fixture
def dossier() -> Dossier:
    """Return the river dossier, unmarked."""
    return river_dossier()


@pytest.fixture
def topic(dossier: Dossier) -> Topic:
    """Return the first topic of the river dossier."""
    return next(dossier.topics())


@pytest.fixture
def sheet(dossier: Dossier, topic: Topic) -> Document:
    """Return the sheet of that topic, without notes."""
    return sheet_of(dossier, topic)


@pytest.fixture(scope="session")
def templates() -> Path:
    """Return the folder with the templates that are shipped."""
    return TEMPLATES


@pytest.fixture
def typeset_text(templates: Path) -> Callable[..., bytes]:
    """Return a maker of the PDF of a topic with one passage that holds a given text."""

    def make(text: str, kind: Kind = Kind.AIM, language: str = "nl", **more: str) -> bytes:
        passage = Passage(id="a", kind=kind, number="1.1.1", text=text, **more)  # type: ignore[arg-type]
        topic = river_topic(passages=(passage,), related=())
        return typeset(sheet_of(river_dossier(topic, language=language), topic), House(templates))

    return make


@pytest.fixture(scope="session")
def pages() -> Callable[[bytes], list[str]]:
    """Return a reader of the text on each page of a PDF, without the places where a long word may break."""

    def read(pdf: bytes) -> list[str]:
        document = pdfium.PdfDocument(pdf)
        try:
            return [
                page.get_textpage().get_text_range().replace("\u200b", "").replace("\u2060", "") for page in document
            ]
        finally:
            document.close()

    return read
