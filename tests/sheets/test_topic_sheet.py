"""What the sheet of a topic holds."""

import datetime
from collections.abc import Callable
from pathlib import Path

import msgspec
import pytest
from rivers import sheet_of

from fmm_desktop.dossier.model import Dossier, Kind, Topic
from fmm_desktop.dossier.text import Link, Paragraph
from fmm_desktop.notes.note import NoteKind, Status
from fmm_desktop.sheets.documents import document
from fmm_desktop.sheets.notes import SheetNote
from fmm_desktop.sheets.order import Order
from fmm_desktop.sheets.topic_sheet import TopicSheet

GOLDEN = Path(__file__).parents[1] / "golden" / "topic-sheet.json"

NOON = datetime.datetime(2026, 3, 1, 12, tzinfo=datetime.UTC)
NOTES = (
    SheetNote("", "Op het onderwerp."),
    SheetNote("p1", "Eerste regel\nTweede regel", "Afdeling Water", NOON),
    SheetNote("f1", "Nagekeken."),
    SheetNote("weg", "Blijft bewaard."),
)


def topic_sheet(dossier: Dossier, topic: Topic, *notes: SheetNote, **order: object) -> TopicSheet:
    (sheet,) = sheet_of(dossier, topic, *notes, **order).parts
    assert isinstance(sheet, TopicSheet)
    return sheet


def numbers(sheet: TopicSheet) -> list[str]:
    return [entry.number for group in sheet.groups for entry in group.entries]


def test_a_sheet_holds_what_the_golden_file_says(dossier: Dossier, topic: Topic) -> None:
    held = msgspec.json.format(msgspec.json.encode(sheet_of(dossier, topic, *NOTES)), indent=1).decode() + "\n"
    assert held == GOLDEN.read_text("utf-8")


def test_every_passage_stands_once_under_the_heading_of_its_kind(dossier: Dossier, topic: Topic) -> None:
    sheet = topic_sheet(dossier, topic)

    assert numbers(sheet) == [passage.number for passage in topic.passages]
    assert [group.heading for group in sheet.groups] == [
        "Doel",
        "Bespreking",
        "Inzet",
        "Spreekpunten",
        "Indien opgebracht",
        "Krachtenveld",
        "Cijfers",
        "Achtergrond",
    ]


def test_headings_follow_the_language_of_the_dossier(make_dossier: Callable[..., Dossier], topic: Topic) -> None:
    printed = sheet_of(make_dossier(language="en-GB"), topic, *NOTES)
    (sheet,) = printed.parts
    assert isinstance(sheet, TopicSheet)

    assert sheet.groups[2].heading == "Position"
    assert printed.head == ("Rivierenoverleg", "4 March 2026, Nijmegen")
    assert printed.foot == "rivieren-2026 · edition 2 · issued 27 February 2026"
    assert sheet.notes[0].label == "Remark"


def test_notes_stand_with_their_passage_and_the_others_at_the_end(dossier: Dossier, topic: Topic) -> None:
    sheet = topic_sheet(dossier, topic, *NOTES)
    beside = {entry.number: len(entry.notes) for group in sheet.groups for entry in group.entries if entry.notes}

    assert beside == {"1.1.3": 1, "1.1.9": 1}
    assert [note.about for note in sheet.notes] == ["", "bij een passage die er niet meer is (weg)"]


def test_a_sheet_without_notes_has_no_heading_for_them(dossier: Dossier, topic: Topic) -> None:
    assert topic_sheet(dossier, topic).notes_heading == ""


def test_a_link_reads_as_the_words_of_its_target(
    make_topic: Callable[..., Topic], make_dossier: Callable[..., Dossier]
) -> None:
    texts = (
        "[[scheepvaart]]",
        "[[scheepvaart|varen]]",
        "[[term:hws]]",
        "[[actor:rc]]",
        "[[weg]]",
        "*[[term:hws|dit]]*",
    )
    given = make_topic()
    passages = tuple(
        msgspec.structs.replace(passage, text=text) for passage, text in zip(given.passages, texts, strict=False)
    )
    topic = make_topic(passages=passages)

    sheet = topic_sheet(make_dossier(topic, *list(make_dossier().topics())[1:]), topic)

    labels = [entry.body[0] for group in sheet.groups for entry in group.entries]
    assert labels[0] == Paragraph((Link("topic", "ochtend/scheepvaart", "Scheepvaart bij laagwater (1.2)"),))
    assert labels[1] == Paragraph((Link("topic", "ochtend/scheepvaart", "varen (1.2)"),))
    assert labels[2] == Paragraph((Link("term", "hws", "HWS"),))
    assert labels[3] == Paragraph((Link("actor", "rc", "Rivierencommissie"),))
    assert labels[4] == Paragraph((Link("topic", "weg", "weg"),))
    assert "dit" in str(labels[5])


def test_a_topic_that_is_planned_does_not_say_so(dossier: Dossier) -> None:
    planned, possible = document(dossier, Order()).parts

    assert isinstance(planned, TopicSheet)
    assert isinstance(possible, TopicSheet)
    assert (planned.certainty, possible.certainty) == ("", "mogelijk")


def test_the_higher_marking_stands_on_the_pages_of_a_topic_with_its_own(
    make_topic: Callable[..., Topic], make_dossier: Callable[..., Dossier]
) -> None:
    topic = make_topic(marking="TLP:RED")

    assert topic_sheet(make_dossier(topic, marking="TLP:GREEN"), topic).marking == "TLP:RED · INTERN"
    assert topic_sheet(make_dossier(topic, marking="TLP:RED"), topic).marking == "TLP:RED · INTERN"
    assert topic_sheet(make_dossier(make_topic()), make_topic()).marking == "INTERN"


def test_an_actor_or_a_source_that_is_unknown_is_shown_by_its_id(
    make_topic: Callable[..., Topic], make_dossier: Callable[..., Dossier]
) -> None:
    topic = make_topic()
    sheet = topic_sheet(make_dossier(topic, actors=(), sources=()), topic)
    others = next(group for group in sheet.groups if group.kind is Kind.OTHER)

    assert [entry.actor for entry in others.entries] == ["be", "rc"]
    assert sheet.asides[-1].lines == (("", "verslag"),)


def test_a_note_begins_with_the_word_for_its_kind_and_one_that_was_dropped_is_not_printed(
    dossier: Dossier, topic: Topic
) -> None:
    notes = (
        SheetNote("", "Wie?", kind=NoteKind.QUESTION),
        SheetNote("", "Nee.", kind=NoteKind.FOLLOW_UP, status=Status.CLEARED),
        SheetNote("", "Weg.", status=Status.DROPPED),
    )
    assert [note.label for note in topic_sheet(dossier, topic, *notes).notes] == ["Vraag", "Actiepunt"]
    assert topic_sheet(dossier, topic, *notes[2:]).notes_heading == ""


@pytest.mark.parametrize("status", Status)
@pytest.mark.parametrize("passage", ["", "p1", "weg"])
def test_do_not_volunteer_never_comes_on_a_sheet(dossier: Dossier, topic: Topic, passage: str, status: Status) -> None:
    """A sheet is what lies on the table."""
    secret = SheetNote(passage, "Geheim.", kind=NoteKind.DO_NOT_VOLUNTEER, status=status)
    assert topic_sheet(dossier, topic, secret) == topic_sheet(dossier, topic)
