"""What the filter line offers to go on with."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fmm_desktop.dossier.reading import read
from fmm_desktop.search.suggesting import Suggester

QUOTE = chr(34)
DUTCH = read(Path(__file__).parents[2] / "data" / "fmm-2025-12-03.nl.yaml")


def lines(typed: str, language: str = "nl") -> list[str]:
    return [one.line for one in Suggester(DUTCH, language).suggest(typed)]


def test_a_field_is_offered_by_its_name_in_the_language_of_the_interface() -> None:
    assert lines("so") == ["soort:"]
    assert "kind:" in lines("ki", "en")
    assert lines("vloot so") == ["vloot soort:"]


def test_behind_a_colon_the_values_of_the_field_are_offered() -> None:
    assert lines("soort:i") == ["soort:inzet ", 'soort:"indien opgebracht" '], "ready for the next word"
    assert lines("vloot soort:inz") == ["vloot soort:inzet "]
    assert lines("zekerheid:m") == ["zekerheid:mogelijk "]


def test_a_field_in_the_other_language_goes_on_in_that_language() -> None:
    assert lines("soort:inz", "en") == ["soort:inzet "]
    assert lines("kind:pos", "nl") == ["kind:position "]


def test_what_is_the_same_to_a_reader_is_offered_once() -> None:
    assert [line for line in lines("oekr") if line.casefold().startswith("oekraïne ")] == ["Oekraïne "]


def test_an_actor_is_offered_by_each_of_its_words() -> None:
    assert "Oekraïne " in lines("oekr")
    assert any("Sybiha" in line for line in lines("syb"))


def test_names_of_more_than_one_word_are_offered_as_a_phrase() -> None:
    actor = next(actor for actor in DUTCH.actors if " " in actor.name)

    assert f'"{actor.name}" ' in lines(actor.name.split()[0][:4])


def test_a_minus_stays() -> None:
    assert lines("-so") == ["-soort:"]


def test_a_phrase_that_is_being_typed_goes_on() -> None:
    actor = next(actor for actor in DUTCH.actors if " " in actor.name)

    assert f'actor:"{actor.name}" ' in lines(f'actor:"{actor.name[:-2]}')


@pytest.mark.parametrize(
    "typed", ["", " ", "vloot ", "e", "zzzz", "soort:inzet", "soort:zzz", QUOTE, QUOTE * 2, f"vloot {QUOTE}"]
)
def test_nothing_is_offered_where_nothing_fits(typed: str) -> None:
    assert lines(typed) == []


@given(st.text(max_size=40))
def test_nothing_that_is_typed_is_lost(typed: str) -> None:
    for one in Suggester(DUTCH, "nl").suggest(typed):
        kept = typed[: typed.rfind(" ") + 1] if typed.count('"') % 2 == 0 else ""
        assert one.line.startswith(kept)
