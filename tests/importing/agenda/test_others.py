"""Where others stand, who is named, and what is proposed for a title, sentence by sentence."""

import pytest

from fmm_desktop.dossier.model import Kind
from fmm_desktop.importing.agenda.draft import Doubt, Part
from fmm_desktop.importing.agenda.kinds import said
from fmm_desktop.importing.agenda.stances import stance_of

from .documents import agenda, books, titles


@pytest.mark.parametrize(
    ("language", "sentence", "actor", "stance"),
    [
        ("nl", "Zwitserland is verdeeld over de kosten.", "ch", "mixed"),
        ("nl", "In deze discussie steunt Duitsland de lijn van de Commissie.", "de", "supports"),
        ("nl", "Hongarije heeft grote bezwaren tegen de tekst.", "hu", "opposes"),
        ("en", "Hungary opposes new measures.", "hu", "opposes"),
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
