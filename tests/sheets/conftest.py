"""A small dossier about an invented meeting on rivers and dykes, with one passage of each kind."""

import datetime
from collections.abc import Callable
from pathlib import Path

import pypdfium2 as pdfium
import pytest

from fmm_desktop.dossier.model import (
    Actor,
    Dossier,
    Kind,
    Meeting,
    Passage,
    Session,
    Source,
    SourceRef,
    Term,
    Topic,
)
from fmm_desktop.sheets.content import TopicSheet, topic_sheet
from fmm_desktop.sheets.typesetting import typeset

TEMPLATES = Path(__file__).parents[2] / "resources" / "sheets"


def river_passages() -> tuple[Passage, ...]:
    """Return a passage or two of each kind."""
    report = SourceRef("verslag", "al. 2")
    rows: tuple[tuple[Kind, str, str, dict[str, object]], ...] = (
        (Kind.AIM, "aim-1", "Instemming met een *gezamenlijk* peil.", {"source": report}),
        (
            Kind.DISCUSSION,
            "discussion-1",
            "De oeverstaten bespreken de hoogwaterbeschermingsmaatregelen langs de middenloop, waaronder "
            "dijkversterkingswerkzaamheden, rivierverruimingsprojecten en de waarschuwingsdienst van [[actor:rc]].",
            {},
        ),
        (
            Kind.POSITION,
            "p1",
            "Nederland steunt een **bindend** peil, mits de kosten naar rato van het belang worden gedeeld.",
            {"source": report},
        ),
        (Kind.POSITION, "p2", "Nederland wil de [[term:hws]] behouden.", {}),
        (Kind.POINT, "s1", "Wij delen één rivier; laten wij ook de zorg delen.", {}),
        (Kind.IF_RAISED, "i1", "Over scheepvaart: zie [[scheepvaart]].", {}),
        (Kind.OTHER, "o1", "Eerst een meting.", {"actor": "be", "stance": "mixed", "marking": "INTERN"}),
        (Kind.OTHER, "o2", "Nog niet uitgesproken.", {"actor": "rc"}),
        (Kind.FIGURE, "f1", "dijk die versterkt wordt", {"value": "1.250 km", "source": report}),
        (Kind.FIGURE, "f2", "bijdrage van Nederland", {"value": "EUR 40 mln."}),
        (Kind.BACKGROUND, "b1", "Eerder afgesproken:\n\n1. meten\n2. delen\n   - jaarlijks", {}),
    )
    return tuple(
        Passage(id=id_, kind=kind, number=f"1.1.{place}", text=text, **more)  # type: ignore[arg-type]
        for place, (kind, id_, text, more) in enumerate(rows, 1)
    )


def river_topic(**changes: object) -> Topic:
    """Return a topic with passages of every kind."""
    fields: dict[str, object] = {
        "id": "peil",
        "path": "ochtend/peil",
        "number": "1.1",
        "title": "Een gezamenlijk peil",
        "related": ("scheepvaart", "middag/ijs"),
        "passages": river_passages(),
    }
    return Topic(**{**fields, **changes})  # type: ignore[arg-type]


def shipping_topic() -> Topic:
    """Return a topic that is only possible, with a single passage."""
    return Topic(
        id="scheepvaart",
        path="ochtend/scheepvaart",
        number="1.2",
        title="Scheepvaart bij laagwater",
        certainty="possible",
        passages=(Passage(id="aim-1", kind=Kind.AIM, number="1.2.1", text="Geen nieuwe beperkingen."),),
    )


def river_dossier(*topics: Topic, **changes: object) -> Dossier:
    """Return a dossier with `topics` in its only session; without any, with the two topics above."""
    session = Session(
        id="ochtend",
        number="1",
        title="Ochtendzitting",
        form="werksessie",
        time="09:30",
        topics=topics or (river_topic(), shipping_topic()),
    )
    fields: dict[str, object] = {
        "id": "rivieren-2026",
        "edition": 2,
        "title": "Rivierenoverleg",
        "language": "nl",
        "meeting": Meeting(start=datetime.date(2026, 3, 4), place="Nijmegen"),
        "issued": datetime.date(2026, 2, 27),
        "own": "nl",
        "actors": (
            Actor(id="nl", kind="country", name="Nederland"),
            Actor(id="be", kind="country", name="België"),
            Actor(id="rc", kind="organisation", name="Rivierencommissie"),
        ),
        "terms": (Term(id="hws", short="HWS", long="Hoogwaterwaarschuwing"),),
        "sources": (Source(id="verslag", title="Verslag van de voorbereiding", date=datetime.date(2026, 2, 20)),),
        "sessions": (session,),
    }
    return Dossier(**{**fields, **changes})  # type: ignore[arg-type]


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
def sheet(dossier: Dossier, topic: Topic) -> TopicSheet:
    """Return the sheet of that topic, without notes."""
    return topic_sheet(dossier, topic)


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
        return typeset([topic_sheet(river_dossier(topic, language=language), topic)], templates=templates)

    return make


@pytest.fixture(scope="session")
def pages() -> Callable[[bytes], list[str]]:
    """Return a reader of the text on each page of a PDF, without the places where a long word may break."""

    def read(pdf: bytes) -> list[str]:
        document = pdfium.PdfDocument(pdf)
        try:
            return [page.get_textpage().get_text_range().replace("\u200b", "") for page in document]
        finally:
            document.close()

    return read
