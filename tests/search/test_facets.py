"""What can be chosen with the mouse is what can be typed."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fmm_desktop.dossier.model import Dossier, Kind
from fmm_desktop.dossier.reading import read
from fmm_desktop.search.facets import ALL_FIELDS, FACETS, choices, meant, part, toggled, values
from fmm_desktop.search.field_names import field_name
from fmm_desktop.search.query import FIELDS, parse

DATA = Path(__file__).parents[2] / "data"


@pytest.fixture(scope="module")
def dutch() -> Dossier:
    return read(DATA / "fmm-2025-12-03.nl.yaml")


def any_number(_typed: str) -> int:
    return 1


def test_kinds_are_called_as_on_the_page(dutch: Dossier) -> None:
    offered = choices("kind", dutch, "", "nl", any_number)

    assert [choice.words for choice in offered][:3] == ["doel", "bespreking", "inzet"]
    assert len(offered) == len(Kind)
    assert offered[4].part == 'soort:"indien opgebracht"'


def test_notes_are_chosen_by_kind_and_by_status(dutch: Dossier) -> None:
    offered = choices("note", dutch, "notitie:VRAAG", "nl", any_number)

    assert [choice.words for choice in offered] == [
        "een notitie",
        "opmerking", "vraag", "tekstvoorstel", "zeggen", "indien opgebracht", "niet zelf noemen", "actiepunt",
        "open", "afgedaan", "gezegd", "vervallen",
    ]  # fmt: skip
    assert offered[0].part == "notitie:"
    assert offered[5].part == 'notitie:"indien opgebracht"'
    assert [choice.words for choice in offered if choice.chosen] == ["vraag"]
    assert choices("note", dutch, "", "nl", lambda _typed: 0) == ()


def test_actors_and_tags_are_in_the_order_of_the_alphabet(dutch: Dossier) -> None:
    for field in ("actor", "tag"):
        words = [choice.words for choice in choices(field, dutch, "", "nl", any_number)]
        assert words == sorted(set(words), key=str.casefold)
        assert words


def test_what_was_typed_is_chosen_however_it_was_written(dutch: Dossier) -> None:
    typed = 'vloot SOORT:Inzet zekerheid:"mogelijk"'

    assert [choice.words for choice in choices("kind", dutch, typed, "nl", any_number) if choice.chosen] == ["inzet"]
    assert [one.words for one in choices("certainty", dutch, typed, "nl", any_number) if one.chosen] == ["mogelijk"]


def test_each_choice_tells_what_the_line_would_find_with_it(dutch: Dossier) -> None:
    asked: list[str] = []

    def count(typed: str) -> int:
        asked.append(typed)
        return 0 if "defensief" in typed else len(typed)

    offered = choices("certainty", dutch, "vloot", "nl", count)

    assert asked == ["vloot zekerheid:gepland", "vloot zekerheid:mogelijk", "vloot zekerheid:defensief"]
    assert [choice.words for choice in offered] == ["gepland", "mogelijk"], "what would find nothing is left out"
    assert offered[0].found == len(asked[0])


@pytest.mark.parametrize(
    ("typed", "written", "becomes"),
    [
        ("", "soort:inzet", "soort:inzet"),
        ("vloot", "soort:inzet", "vloot soort:inzet"),
        ("vloot soort:inzet", "soort:inzet", "vloot"),
        ("soort:INZET vloot", "soort:inzet", "vloot"),
        ('actor:"verenigde staten" vloot', 'actor:"Verenigde Staten"', "vloot"),
        ('"steun aan"', "notitie:", '"steun aan" notitie:'),
        ("-soort:inzet", "soort:inzet", "-soort:inzet soort:inzet"),
        ('"steun aan', "soort:inzet", '"steun aan" soort:inzet'),
        ('actor:"verenigde', "soort:inzet", 'actor:"verenigde" soort:inzet'),
        ('a"b', "soort:inzet", 'a"b soort:inzet'),
    ],
)
def test_a_choice_is_written_into_the_line_and_taken_out_again(typed: str, written: str, becomes: str) -> None:
    assert toggled(typed, written) == becomes


@given(st.text(st.characters(codec="utf-8") | st.sampled_from('"- :'), max_size=60))
def test_choosing_twice_asks_for_what_was_asked(typed: str) -> None:
    written = 'actor:"Verenigde Staten"'
    once = toggled(typed, written)

    assert parse(written).parts[0] in parse(once).parts
    assert parse(toggled(once, written)).parts == parse(typed).parts


@pytest.mark.parametrize("language", ["nl", "en"])
def test_every_value_can_be_typed(dutch: Dossier, language: str) -> None:
    for field in ALL_FIELDS:
        assert FIELDS[field_name(field, language)] == field
        for value in values(field, dutch, language):
            (asked,) = parse(part(field, value, language)).parts
            assert asked.field == field
            assert bool(asked.words) == bool(value)


def test_there_is_a_menu_for_what_a_reader_chooses_by() -> None:
    assert set(FACETS) < set(ALL_FIELDS) == set(FIELDS.values())


@pytest.mark.parametrize(
    ("typed", "dutch", "english"),
    [
        ("sort:", "soort", "kind"),
        ("knd:", "soort", "kind"),
        ("labl:", "label", "tag"),
        ("sesion:", "sessie", "session"),
    ],
)
def test_a_mistyped_field_is_named_in_the_language_of_the_interface(typed: str, dutch: str, english: str) -> None:
    (slip,) = parse(typed).slips

    assert (meant(slip, "nl"), meant(slip, "en")) == (dutch, english)
