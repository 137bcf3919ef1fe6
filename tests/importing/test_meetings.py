"""Whether a document is of the meeting of a dossier: one day, one language, one side, and who meets."""

import datetime

import pytest
from msgspec.structs import replace

from fmm_desktop.dossier.building import build
from fmm_desktop.dossier.model import Actor, Dossier
from fmm_desktop.importing.meetings import differences, is_of_same_meeting, may_be_of_same_meeting
from fmm_desktop.importing.shaping import shaped

from .agenda.documents import agenda

ENERGY = """\
Geannoteerde agenda Energieraad (ER) 3 maart 2026

Op dinsdag 3 maart 2026 vindt de Energieraad (ER) plaats in Brussel.

Warmtenetten

De Raad zal spreken over warmtenetten. Nederland steunt de dienst.
"""
DAY = datetime.date(2026, 3, 3)


@pytest.fixture
def old() -> Dossier:
    return build(shaped(agenda(ENERGY), DAY).shape)


@pytest.mark.parametrize(
    ("before", "after", "said"),
    [
        ("Warmtenetten", "Kernenergie", ""),
        ("Geannoteerde agenda Energieraad (ER) 3 maart 2026", "Energieraad", ""),
        ("3 maart", "24 maart", "de datum (24 maart 2026 in plaats van 3 maart 2026)"),
        (
            "Energieraad (ER)",
            "Waterraad (WR)",
            "wie er vergadert ('Waterraad (WR)' in plaats van 'Geannoteerde agenda Energieraad (ER) 3 maart 2026')",
        ),
        ("Nederland", "België", "wiens inzet het is (België in plaats van Nederland)"),
    ],
)
def test_what_tells_that_it_is_another_meeting(old: Dossier, before: str, after: str, said: str) -> None:
    draft = agenda(ENERGY.replace(before, after))

    assert differences(draft, old, "nl") == said
    assert is_of_same_meeting(draft, old) == (not said)
    assert may_be_of_same_meeting(draft, old) == ("datum" not in said)


def test_a_dossier_that_was_written_by_hand_goes_by_its_title(old: Dossier) -> None:
    by_hand = replace(old, id="overleg-maart", title="Energieraad", own="a", actors=(actor("a", "Nederland"),))

    assert is_of_same_meeting(agenda(ENERGY), by_hand)
    assert not is_of_same_meeting(agenda(ENERGY), replace(by_hand, title="Overleg"))
    assert "Dutch instead of English" in differences(agenda(ENERGY), replace(by_hand, language="en-GB"), "en")


def actor(identifier: str, name: str) -> Actor:
    return Actor(id=identifier, kind="country", name=name)
