"""The book: everything of a meeting, between a cover and the terms."""

import re
from collections.abc import Callable
from pathlib import Path

import msgspec
import pypdfium2 as pdfium
import pytest
from rivers import river_dossier, river_topic

from fmm_desktop.dossier.model import Actor, Dossier
from fmm_desktop.sheets.documents import document
from fmm_desktop.sheets.kinds import SheetKind
from fmm_desktop.sheets.notes import SheetNote
from fmm_desktop.sheets.order import NoteChoice, Order, Where
from fmm_desktop.sheets.typesetting import House, typeset

GOLDEN = Path(__file__).parents[1] / "golden" / "book.json"
NOTES = {"ochtend/scheepvaart": [SheetNote("aim-1", "Navragen.")]}
BOOK = Order(kind=SheetKind.BOOK)


@pytest.fixture(scope="module")
def pdf(templates: Path) -> bytes:
    return typeset(document(river_dossier(marking="TLP:AMBER"), BOOK, NOTES), House(templates))


def test_a_book_holds_what_the_golden_file_says(dossier: Dossier) -> None:
    held = msgspec.json.format(msgspec.json.encode(document(dossier, BOOK, NOTES)), indent=1).decode() + "\n"
    assert held == GOLDEN.read_text("utf-8")


def test_every_number_stands_once_and_in_order_between_cover_and_terms(
    pdf: bytes, pages: Callable[[bytes], list[str]]
) -> None:
    text = "\n".join(pages(pdf))
    expected = [f"1.1.{place}" for place in range(1, 12)] + ["1.2.1"]

    assert re.findall(r"(?<![\d.])1\.[12]\.\d+", text) == expected
    assert text.index("Inhoud") < text.index("Gezamenlijk".lower()) < text.index("Navragen.") < text.index("HWS –")


def test_the_contents_give_the_page_on_which_each_topic_begins(pdf: bytes, pages: Callable[[bytes], list[str]]) -> None:
    printed = pages(pdf)
    contents = next(page for page in printed if "Inhoud" in page)
    found = dict(re.findall(r"^(1(?:\.\d)?|Begrippen|Actoren)\b.*?(\d+)\s*$", contents, re.MULTILINE))

    assert set(found) == {"1", "1.1", "1.2", "Begrippen", "Actoren"}
    for heading, words in {"1.1": "1.1 Een gezamenlijk peil", "1.2": "1.2 Scheepvaart", "Actoren": "Actoren"}.items():
        assert words in printed[int(found[heading]) - 1]


def test_the_marking_stands_on_every_page_and_the_cover_has_that_of_all(
    pdf: bytes, pages: Callable[[bytes], list[str]]
) -> None:
    edges = [[line for line in page.splitlines() if line.strip()] for page in pages(pdf)]

    assert all(lines[0].startswith("TLP:AMBER") and lines[-1].startswith("TLP:AMBER") for lines in edges)
    assert edges[0][0].strip() == "TLP:AMBER · INTERN"


def test_the_outline_has_sessions_topics_and_what_is_at_the_end(pdf: bytes) -> None:
    outline = [(item.level, item.get_title()) for item in pdfium.PdfDocument(pdf).get_toc() if item.level < 2]

    assert [entry for entry in outline if entry[1] != "Inhoud"] == [
        (0, "1 Ochtendzitting"),
        (1, "1.1 Een gezamenlijk peil"),
        (1, "1.2 Scheepvaart bij laagwater"),
        (0, "Begrippen"),
        (0, "Actoren"),
        (0, "Bron"),
    ]


def test_a_link_leads_to_its_topic_when_that_is_printed(dossier: Dossier, templates: Path) -> None:
    whole = typeset(document(dossier, Order()), House(templates))
    alone = typeset(document(dossier, Order(topics=("ochtend/peil",))), House(templates))

    assert b"/Subtype/Link" in whole.replace(b" ", b"")
    assert b"/Subtype/Link" not in alone.replace(b" ", b"")


def test_what_one_topic_is_marked_with_stands_on_every_page_and_with_the_topic(
    templates: Path, pages: Callable[[bytes], list[str]]
) -> None:
    secret = river_topic(id="stil", path="ochtend/stil", number="1.2", marking="TLP:RED")
    dossier = river_dossier(river_topic(passages=()), secret, marking="TLP:GREEN")

    printed = pages(typeset(document(dossier, BOOK), House(templates)))

    assert all(page.count("TLP:RED") >= 2 for page in printed)
    assert [page.count("TLP:RED") - 2 for page in printed if "1.2 " in page and "Inhoud" not in page] == [1]


def test_persons_stand_behind_countries_by_their_last_name(dossier: Dossier) -> None:
    persons = (Actor(id="a", kind="person", name="Zoë Aalders"), Actor(id="b", kind="person", name="Ada Bos"))
    given = msgspec.structs.replace(dossier, actors=(*reversed(persons), *dossier.actors))

    (actors,) = (part for part in document(given, BOOK).parts if getattr(part, "heading", "") == "Actoren")

    assert [one.name for one in actors.explained] == [
        "België", "Nederland", "Rivierencommissie", "Zoë Aalders", "Ada Bos",
    ]  # fmt: skip


def test_a_session_with_notes_beside_it_does_not_stand_on_a_page_of_its_own(
    templates: Path, pages: Callable[[bytes], list[str]]
) -> None:
    order = Order(kind=SheetKind.BOOK, notes=NoteChoice(where=Where.BESIDE))

    printed = pages(typeset(document(river_dossier(), order, NOTES), House(templates)))

    (page,) = (page for page in printed if "werksessie" in page)
    assert "1.1.1" in page
