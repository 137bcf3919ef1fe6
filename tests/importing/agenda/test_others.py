"""Where others stand, who is named, and what is proposed for a title, sentence by sentence."""

import pytest

from fmm_desktop.dossier.model import Kind
from fmm_desktop.importing.agenda.draft import Doubt, Part
from fmm_desktop.importing.agenda.kinds import said
from fmm_desktop.importing.agenda.possible import is_possible
from fmm_desktop.importing.agenda.stances import stance_of

from .documents import agenda, books, titles


@pytest.mark.parametrize(
    ("language", "sentence", "actor", "stance"),
    [
        ("nl", "Zwitserland is verdeeld over de kosten.", "ch", "mixed"),
        ("nl", "In deze discussie steunt Duitsland de lijn van de Commissie.", "de", "supports"),
        ("nl", "Hongarije heeft grote bezwaren tegen de tekst.", "hu", "opposes"),
        ("nl", "Italië vraagt mogelijk om meer tijd.", "it", "supports"),
        ("nl", "Letland wil sneller gaan.", "lv", "supports"),
        ("nl", "Polen zal zich verzetten tegen het voorstel.", "pl", "opposes"),
        ("en", "Hungary opposes new measures.", "hu", "opposes"),
        ("en", "Latvia is blocking the decision.", "lv", "opposes"),
        ("en", "Italy may ask for more time.", "it", "supports"),
        ("en", "Austria wants to move faster.", "at", "supports"),
        ("en", "On this point, Germany supports the Commission.", "de", "supports"),
        ("en", "In relation to Ukraine, Poland calls for more.", "pl", "supports"),
    ],
)
def test_a_stance_is_of_the_country_that_is_the_subject(language: str, sentence: str, actor: str, stance: str) -> None:
    found = stance_of(sentence, said(sentence, books()[language]), books()[language])

    assert (found.kind, found.actor, found.stance, found.doubts) == (Kind.OTHER, actor, stance, ())


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("nl", "De Commissie steunt Duitsland."),
        ("nl", "In Oekraïne steunt de bevolking het plan."),
        ("en", "Support for Ukraine has grown."),
    ],
)
def test_a_country_that_is_only_named_takes_no_stance(language: str, sentence: str) -> None:
    assert stance_of(sentence, said(sentence, books()[language]), books()[language]).kind is Kind.BACKGROUND


def test_of_two_countries_with_one_stance_it_is_marked_that_there_are_more() -> None:
    sentence = "France and Hungary have expressed reservations."

    found = stance_of(sentence, said(sentence, books()["en"]), books()["en"])

    assert (found.kind, found.stance, Doubt.ACTOR in found.doubts) == (Kind.OTHER, "mixed", True)


def test_of_two_stances_in_one_sentence_the_last_that_is_named_counts_and_is_marked() -> None:
    sentence = "Een groep van elf lidstaten vraagt om een fonds; Duitsland is tegen."

    found = stance_of(sentence, said(sentence, books()["nl"]), books()["nl"])

    assert (found.actor, found.stance, found.doubts) == ("de", "opposes", (Doubt.ACTOR,))


@pytest.mark.parametrize(
    ("sentence", "possible"),
    [
        ("Tijdens de lunch wordt mogelijk gesproken over vis.", True),
        ("Op maandag wordt mogelijk ook over vis gesproken.", True),
        ("De Raad spreekt mogelijk over vis.", True),
        ("Het wordt mogelijk om vis te spreken.", False),
        ("Visvangst wordt mogelijk gemaakt door de vloot.", False),
        ("Het is mogelijk vis in te voeren.", False),
    ],
)
def test_what_may_be_talked_about_is_possible_and_what_can_be_done_is_not(sentence: str, *, possible: bool) -> None:
    assert is_possible(sentence, books()["nl"]) is possible


def test_a_letter_about_the_meeting_its_person_and_its_subject() -> None:
    draft = agenda(
        "Geachte voorzitter,\n\n"
        "Hierbij informeer ik u over de inzet van Nederland tijdens de bijeenkomst van de Rijnraad op 12 mei 2026.\n\n"
        "Ook het thema laagwater komt aan de orde. De voorzitter, mevrouw Voorbeeld, zal dit toelichten.\n"
    )

    assert [left.part for left in draft.left_out] == [Part.SALUTATION, Part.OFFER]
    assert [title for _, topics in titles(draft) for title in topics] == ["Laagwater"]
    assert [(actor.name, actor.role) for actor in draft.actors if actor.kind == "person"] == [
        ("Voorbeeld", "voorzitter")
    ]
