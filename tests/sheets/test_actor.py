"""What the sheet of an actor holds, and its pages."""

import re
from collections.abc import Callable
from pathlib import Path

import msgspec
import pytest
from rivers import river_dossier, river_topic, shipping_topic

from fmm_desktop.dossier.model import Actor, Dossier, Kind, Passage
from fmm_desktop.notes.note import NoteKind
from fmm_desktop.sheets.actor import ActorSheet
from fmm_desktop.sheets.documents import Document, document
from fmm_desktop.sheets.errors import SheetError
from fmm_desktop.sheets.kinds import SheetKind
from fmm_desktop.sheets.notes import Notes, SheetNote
from fmm_desktop.sheets.order import NoteChoice, Order, Where
from fmm_desktop.sheets.typesetting import House, typeset

GOLDEN = Path(__file__).parents[1] / "golden" / "actor.json"
Pages = Callable[[bytes], list[str]]

NOTES = {
    "ochtend/peil": [
        SheetNote("o1", "Dit is nieuw."),
        SheetNote("b1", "Vraag het België.", kind=NoteKind.QUESTION),
        SheetNote("b1", "Uit de kast."),
        SheetNote("", "Bel Brussel, zegt België."),
        SheetNote("o1", "Dit zeggen wij niet.", kind=NoteKind.DO_NOT_VOLUNTEER),
    ]
}


@pytest.fixture(scope="module")
def dossier() -> Dossier:
    """Return the river dossier with a minister of Belgium, whom a passage names."""
    rivers = river_dossier()
    minister = Actor(id="smet", kind="person", name="Jo Smet", role="minister van Water", of="be")
    passage = Passage(id="b2", kind=Kind.BACKGROUND, number="1.2.2", text="Jo Smet zit voor.", marking="TLP:AMBER")
    shipping = msgspec.structs.replace(shipping_topic(), passages=(*shipping_topic().passages, passage))
    session = msgspec.structs.replace(
        rivers.sessions[0], participants=("be", "rc"), topics=(rivers.sessions[0].topics[0], shipping)
    )
    return msgspec.structs.replace(rivers, actors=(*rivers.actors, minister), sessions=(session,))


def printed(dossier: Dossier, notes: Notes | None = None, where: Where = Where.IN_PLACE, actor: str = "be") -> Document:
    return document(dossier, Order(kind=SheetKind.ACTOR, actor=actor, notes=NoteChoice(where=where)), notes)


def sheet(dossier: Dossier, notes: Notes | None = None, **more: object) -> ActorSheet:
    (part,) = printed(dossier, notes, **more).parts  # type: ignore[arg-type]
    assert isinstance(part, ActorSheet)
    return part


def numbers(sheet: ActorSheet) -> list[str]:
    topics = (topic for session in sheet.sessions for topic in session.topics)
    return [entry.number for topic in topics for group in topic.groups for entry in group.entries]


def test_an_actor_sheet_holds_what_the_golden_file_says(dossier: Dossier) -> None:
    held = msgspec.json.format(msgspec.json.encode(printed(dossier, NOTES)), indent=1).decode() + "\n"
    assert held == GOLDEN.read_text("utf-8")


def test_it_holds_the_stance_what_names_the_actor_or_its_people_and_what_a_note_says_of_it(dossier: Dossier) -> None:
    assert numbers(sheet(dossier)) == ["1.1.7", "1.2.2"]
    assert numbers(sheet(dossier, NOTES)) == ["1.1.7", "1.1.11", "1.2.2"]


def test_a_topic_with_the_name_in_its_title_stands_on_it_whole() -> None:
    topic = river_topic(title="België en het peil")
    whole = sheet(river_dossier(topic), {topic.path: [SheetNote("b1", "Ook dit.")]})

    assert numbers(whole) == [passage.number for passage in topic.passages]


def test_the_marking_is_that_of_what_is_printed(dossier: Dossier) -> None:
    assert sheet(dossier).marking == "INTERN · TLP:AMBER"
    assert sheet(dossier, actor="smet").marking == "TLP:AMBER"


def test_notes_at_the_end_say_the_number_of_their_passage(dossier: Dossier) -> None:
    at_end = sheet(dossier, NOTES, where=Where.END)

    assert [(note.number, note.label) for note in at_end.notes] == [
        ("1.1.7", "Opmerking"),
        ("1.1.11", "Vraag"),
        ("1.1.11", "Opmerking"),
        ("", "Opmerking"),
    ]
    assert not any(topic.notes for session in at_end.sessions for topic in session.topics)


def test_an_actor_that_is_unknown_or_not_spoken_of_is_told(dossier: Dossier) -> None:
    with pytest.raises(SheetError, match="no actor 'xx'; choose one of: Nederland, België"):
        sheet(dossier, actor="xx")
    silent = river_dossier(shipping_topic())
    with pytest.raises(SheetError, match="nothing on België"):
        sheet(silent)


def test_an_actor_that_only_a_stance_names_goes_by_its_id(dossier: Dossier) -> None:
    assert sheet(msgspec.structs.replace(dossier, actors=())).title == "be"


def test_the_pages_have_every_number_once_and_the_marking(dossier: Dossier, templates: Path, pages: Pages) -> None:
    read = pages(typeset(printed(dossier, NOTES), House(templates)))
    text = "\n".join(read)

    assert re.findall(r"(?<![\d.])1\.\d\.\d+", text) == ["1.1.7", "1.1.11", "1.2.2"]
    for words in ("België", "Jo Smet, minister van Water", "Ochtendzitting", "Eerst een meting.", "Bel Brussel"):
        assert words in text
    assert all(page.count("INTERN · TLP:AMBER") == 2 for page in read)
    assert "niet" not in text
