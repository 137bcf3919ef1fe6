"""What belongs together stands on one page, whatever stands before it: read back from the PDF."""

import re
from collections.abc import Callable

import pytest
from rivers import TEMPLATES, river_dossier, river_topic, sheet_of, shipping_topic

from fmm_desktop.dossier.model import Kind, Passage
from fmm_desktop.notes.note import NoteKind
from fmm_desktop.sheets.documents import document
from fmm_desktop.sheets.kinds import SheetKind
from fmm_desktop.sheets.notes import SheetNote
from fmm_desktop.sheets.order import NoteChoice, Order, Where
from fmm_desktop.sheets.typesetting import House, typeset

Pages = Callable[[bytes], list[str]]
NOTES = [
    SheetNote("p1", "Want dan.", kind=NoteKind.AMENDMENT, wording="Nederland steunt het peil niet."),
    SheetNote("p1", "Navragen bij de Rivierencommissie."),
    SheetNote("", "Bij het geheel."),
]
HEADING = re.compile(
    r"(?i)doel|bespreking|inzet|spreekpunten|indien opgebracht|krachtenveld|cijfers|achtergrond|notities|mogelijk"
    r"|1\.\d .*|nr\..*|zie ook.*"
)
END = re.compile(r"Zie ook.*|.*Scheepvaart bij.*|laagwater.*|.*middag/ijs")


def book(where: Where, height: int) -> bytes:
    """Return a book on small paper in which a topic begins below so many lines."""
    filler = Passage(id="vul", kind=Kind.AIM, number="1.1.1", text="- regel\n" * height)
    before = river_topic(id="vul", path="ochtend/vul", title="Vooraf", passages=(filler,), related=())
    possible = river_topic(number="1.2", certainty="possible")
    dossier = river_dossier(before, possible, shipping_topic())
    order = Order(kind=SheetKind.BOOK, paper="a5", size="large", notes=NoteChoice(where=where))
    return typeset(document(dossier, order, {"ochtend/peil": NOTES}), House(TEMPLATES))


def body(page: str) -> list[str]:
    """Return the lines of a page between its head and its foot."""
    lines = page.replace("\ufffe", "-\n").splitlines()  # PDFium joins what a hyphen parts
    return [line.strip() for line in lines if line.strip()][2:-2]


@pytest.mark.parametrize("where", [Where.IN_PLACE, Where.BESIDE])
def test_no_heading_stands_at_the_foot_of_a_page_and_no_note_or_end_of_a_topic_alone_at_its_head(
    where: Where, pages: Pages
) -> None:
    for height in range(2, 26, 3):
        printed = [body(page) for page in pages(book(where, height))][2:]

        for lines in filter(None, printed):
            assert not HEADING.fullmatch(lines[-1]) or END.fullmatch(lines[-1])
            assert not lines[0].startswith(("Zie ook", "Opmerking", "Tekstvoorstel"))


def test_a_note_on_a_passage_that_fills_a_page_has_its_number(pages: Pages) -> None:
    long = Passage(id="p1", kind=Kind.POSITION, number="1.1.1", text="Nederland steunt een gezamenlijk peil. " * 60)
    topic = river_topic(passages=(long,), related=())

    printed = " ".join(pages(typeset(sheet_of(river_dossier(topic), topic, *NOTES), House(TEMPLATES)))).split()

    assert [printed[at + 1] for at, word in enumerate(printed) if word == "1.1.1"] == [
        "Nederland",
        "Tekstvoorstel:",
        "Opmerking:",
    ]


def test_the_parts_at_the_end_of_a_book_follow_each_other(pages: Pages) -> None:
    *_, last = pages(book(Where.END, 2))

    assert last.index("Begrippen") < last.index("Actoren") < last.index("Bron")
