"""What a note list holds, and its pages."""

from collections.abc import Callable
from pathlib import Path

import msgspec
import pytest
from rivers import river_dossier

from fmm_desktop.dossier.model import Dossier
from fmm_desktop.notes.note import NoteKind, Status
from fmm_desktop.sheets.documents import Document, document
from fmm_desktop.sheets.errors import SheetError
from fmm_desktop.sheets.kinds import SheetKind
from fmm_desktop.sheets.note_list import NoteList
from fmm_desktop.sheets.notes import SheetNote
from fmm_desktop.sheets.order import NoteChoice, Order, Where
from fmm_desktop.sheets.typesetting import House, typeset

GOLDEN = Path(__file__).parents[1] / "golden" / "notes.json"
Pages = Callable[[bytes], list[str]]

NOTES = {
    "ochtend/scheepvaart": [SheetNote("aim-1", "Voor hoelang?", kind=NoteKind.QUESTION, words="beperkingen")],
    "ochtend/peil": [
        SheetNote("p2", "Zo laten."),
        SheetNote("p1", "Scherper.", kind=NoteKind.AMENDMENT, words="steunt", wording="eist"),
        SheetNote("", "Dit eerst.", kind=NoteKind.FOLLOW_UP, status=Status.CLEARED),
        SheetNote("", "Waar hoort dit?", words="wat er stond", written_on="ochtend/peil#s1"),
        SheetNote("", "Verlopen.", status=Status.DROPPED),
        SheetNote("o1", "Zeggen wij niet.", kind=NoteKind.DO_NOT_VOLUNTEER),
    ],
    "middag/ijs": [SheetNote("", "Van toen.", words="Nederland breekt het ijs.", written_on="middag/ijs#p1")],
}


def printed(choice: NoteChoice | None = None, *topics: str) -> Document:
    order = Order(kind=SheetKind.NOTES, notes=choice or NoteChoice(), topics=topics or None)
    return document(river_dossier(), order, NOTES)


def listed(choice: NoteChoice | None = None, *topics: str) -> NoteList:
    (part,) = printed(choice, *topics).parts
    assert isinstance(part, NoteList)
    return part


def test_a_note_list_holds_what_the_golden_file_says() -> None:
    held = msgspec.json.format(msgspec.json.encode(printed()), indent=1).decode() + "\n"
    assert held == GOLDEN.read_text("utf-8")


def test_notes_stand_in_the_order_of_topics_and_passages_and_those_without_a_topic_last() -> None:
    topics = [topic for session in listed().sessions for topic in session.topics]

    assert [[one.number for one in topic.noted] for topic in topics] == [["", "1.1.3", "1.1.4"], ["1.2.1"], [""]]
    assert topics[-1].title == "middag/ijs"


def test_only_the_kinds_and_statuses_that_are_chosen_are_listed_wherever_notes_stand_on_other_sheets() -> None:
    chosen = NoteChoice(kinds=frozenset({NoteKind.QUESTION, NoteKind.DO_NOT_VOLUNTEER}), where=Where.NONE)

    assert listed(chosen).summary == "2 notities · vraag, niet zelf noemen"
    assert listed(NoteChoice(statuses=frozenset({Status.DROPPED}))).summary == "1 notitie · vervallen"
    assert listed(None, "ochtend/scheepvaart").summary == "1 notitie"


def test_what_is_quoted_counts_for_the_marking() -> None:
    assert listed().marking == ""
    assert listed(NoteChoice(kinds=frozenset(NoteKind))).marking == "INTERN"


def test_no_notes_are_told(dossier: Dossier) -> None:
    with pytest.raises(SheetError, match="no notes to print"):
        document(dossier, Order(kind=SheetKind.NOTES))


def test_the_pages_say_what_each_note_hangs_on_what_it_changes_and_what_is_in_doubt(
    templates: Path, pages: Pages
) -> None:
    text = " ".join("\n".join(pages(typeset(printed(), House(templates)))).split())

    assert "1.1.3 Inzet Nederland steunt een bindend peil" in text
    assert "Tekstvoorstel: steunt eist Scherper." in text
    assert "Actiepunt (afgedaan): Dit eerst." in text
    assert "(te beoordelen) “wat er stond”: Waar hoort dit?" in text
    assert "“beperkingen”: Voor hoelang?" in text
    assert "Niet meer in deze editie" in text
