"""Whether a document is of the meeting of a dossier: one day, one language, one side, and who meets."""

import datetime
from pathlib import Path

import pytest
from msgspec.structs import replace

from fmm_desktop.dossier.building import build
from fmm_desktop.dossier.model import Actor, Dossier
from fmm_desktop.importing.limits import unwatched
from fmm_desktop.importing.meetings import differences, dossier_id, is_of_same_meeting, may_be_of_same_meeting
from fmm_desktop.importing.shaping import shaped
from fmm_desktop.importing.writing import yaml_text
from fmm_desktop.ui.importing.earlier import earlier_of

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


LONG = "Geannoteerde agenda Raad Buitenlandse Zaken Ontwikkeling 4 maart 2026\n\nStaal\n\nDe Raad spreekt over staal."


def test_two_meetings_of_one_month_have_ids_of_their_own_however_long_their_name_is() -> None:
    first, second = agenda(LONG), agenda(LONG.replace("4 maart", "18 maart"))

    assert dossier_id(second) == "raad-buitenlandse-zaken-ontwikkeling-2026-03-18"
    assert dossier_id(first) == "raad-buitenlandse-zaken-ontwikkeling-2026-03-04"


def test_an_equal_id_is_the_same_meeting_only_on_the_same_day(tmp_path: Path) -> None:
    # given a dossier in the library, and a document that would get its id
    draft = agenda(LONG)
    library = tmp_path / "library"
    library.mkdir()
    file = library / "a.yaml"
    file.write_text(yaml_text(shaped(draft), "a.txt", draft.seems, "nl"), "utf-8")
    same = earlier_of(draft, None, library, tmp_path / "cache", unwatched)
    assert same is not None
    assert same.is_sure

    # when the dossier is of another day
    file.write_text(file.read_text("utf-8").replace("start: 2026-03-04", "start: 2026-03-03"), "utf-8")
    other = earlier_of(draft, None, library, tmp_path / "cache", unwatched)

    # then it is offered, and not taken for the same meeting
    assert other is not None
    assert not other.is_sure


def actor(identifier: str, name: str) -> Actor:
    return Actor(id=identifier, kind="country", name=name)
