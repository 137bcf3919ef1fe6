"""A small dossier about an invented meeting on rivers and dykes, with one passage of each kind; and what is printed."""

import datetime
from pathlib import Path

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
from fmm_desktop.sheets.documents import Document, document
from fmm_desktop.sheets.notes import SheetNote
from fmm_desktop.sheets.order import Order

TEMPLATES = Path(__file__).parents[1] / "resources" / "sheets"


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


def sheet_of(dossier: Dossier, topic: Topic, *notes: SheetNote, **order: object) -> Document:
    """Return what is printed of one topic with these notes on it; `order` are fields of an `Order`."""
    wish = Order(topics=(topic.path,), **order)  # type: ignore[arg-type]
    return document(dossier, wish, {topic.path: notes})
