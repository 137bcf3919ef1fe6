"""What is offered instead of a filter line that finds nothing: words and values like it, or less of it."""

from pathlib import Path

import pytest
import synthetic
from hypothesis import given, settings
from hypothesis import strategies as st

from fmm_desktop.dossier.model import Dossier
from fmm_desktop.dossier.reading import read
from fmm_desktop.notes.note import NoteKind
from fmm_desktop.search.answers import Notes
from fmm_desktop.search.finder import Finder
from fmm_desktop.search.likeness import names_like, words_like
from fmm_desktop.search.nearest import nearest
from fmm_desktop.search.noting import NoteText
from fmm_desktop.search.query import parse

from .test_finder import made

DUTCH = read(Path(__file__).parents[2] / "data" / "fmm-2025-12-03.nl.yaml")
FINDER = Finder(DUTCH)
NOTES = {next(DUTCH.topics()).path: [NoteText("Bellen met de ambassade", NoteKind.QUESTION)]}
SMALL = made(
    synthetic.dossier(1),
    (
        "Werksessie",
        [
            ["Steun", "De schaduwvloot vaart langs de Oekraïense kust.", "Wapens voor Oekraïne, luchtverdediging."],
            ["Handel", "Sancties tegen de vloot. Zie NAVO, en Oekraïne."],
            ["Overig", "Begroting van 2025, de vijf-procentsnorm en de luchtmacht."],
        ],
    ),
)


def lines(typed: str, dossier: Dossier = SMALL) -> list[str]:
    return [offer.line for offer in nearest(typed, dossier, Finder(dossier))]


def found(typed: str, notes: Notes) -> int:
    return len(FINDER.find(parse(typed), notes) or ())


@pytest.mark.parametrize(
    ("typed", "line"),
    [
        ("schadwvloot", "schaduwvloot"),  # letters are missing
        ("schaduwwvloot", "schaduwvloot"),  # one is too much
        ("shcaduwvloot", "schaduwvloot"),  # two are swapped
        ("schaduwvloten", "schaduwvloot"),  # another ending
        ("naov", "NAVO"),
        ("oekrane", "Oekraïne"),
        ("vloot snacties", "vloot Sancties"),
        ("snacties vloto", "Sancties vloot"),
    ],
)
def test_a_word_that_is_nowhere_is_exchanged_for_one_like_it_as_the_dossier_writes_it(typed: str, line: str) -> None:
    assert lines(typed)[0] == line


@pytest.mark.parametrize(
    ("typed", "line"),
    [
        ('"schaduw vloot"', "schaduwvloot"),
        ('"vijf procentsnorm"', "vijf-procentsnorm"),
        ("vlootsancties", "vloot Sancties"),
        ('"sancties vloot"', "sancties vloot"),
        ('"snacties tegen"', '"Sancties tegen"'),
    ],
)
def test_words_are_joined_and_taken_apart(typed: str, line: str) -> None:
    assert line in lines(typed)


@pytest.mark.parametrize(
    ("typed", "line"),
    [
        ("soort:inzett", "soort:inzet"),
        ("kind:positon schaduwvloot", "kind:position schaduwvloot"),
        ("actor:oekrane", "actor:Oekraïne"),
        ("zekerheid:moglijk", "zekerheid:mogelijk"),
        ("actor:chian", "actor:China"),
    ],
)
def test_a_value_that_is_nowhere_is_exchanged_for_the_nearest(typed: str, line: str) -> None:
    assert lines(typed, DUTCH)[0] == line


def test_what_never_stands_together_is_tried_without_one_part_the_narrowest_first() -> None:
    dossier = made(SMALL, ("Werksessie", [["Aap, noot"], ["Noot, aap"], ["Aap, mies"]]))

    assert nearest("aap noot mies", dossier, Finder(dossier)) == (("aap mies", 1), ("aap noot", 2))


def test_as_little_as_can_be_is_left_out() -> None:
    assert lines("schaduwvloot wapens sancties navo") == ["schaduwvloot wapens", "sancties navo"]


def test_what_leaves_out_everything_is_left_out_itself() -> None:
    assert lines("vloot -e") == ["vloot"]
    assert lines("-e") == []


def test_what_is_nowhere_and_like_nothing_is_left_out() -> None:
    assert lines("vloot xyzzyq") == ["vloot"]
    assert lines("xyzzyq") == []


def test_a_mistyped_field_asks_for_nothing_and_is_not_offered() -> None:
    assert lines("sort:x schadwvloot") == ["schaduwvloot"]


def test_short_words_and_numbers_must_be_nearly_the_same() -> None:
    assert lines("2026") == lines("qqq") == lines("nxyo") == []


def test_a_line_that_finds_something_or_asks_for_nothing_needs_no_offer() -> None:
    for typed in ("vloot", "", "  ", "-", '"', "sort:x"):
        assert lines(typed) == []


def test_notes_count() -> None:
    assert nearest("notitie:iets", DUTCH, FINDER, {}) == ()
    assert nearest("notitie:iets", DUTCH, FINDER, NOTES) == (("notitie:", 1),)
    assert nearest("ambassade", DUTCH, FINDER, NOTES) == ()
    assert nearest("notitie:vrag", DUTCH, FINDER, NOTES)[0] == ("notitie:vraag", 1)
    assert nearest("note:qestion", DUTCH, FINDER, NOTES)[0] == ("note:question", 1)


def test_it_can_be_stopped() -> None:
    def stop(_fraction: float) -> None:
        raise InterruptedError

    with pytest.raises(InterruptedError):
        nearest("schadwvloot", DUTCH, FINDER, watch=stop)


@given(
    st.lists(
        st.sampled_from(
            ["schaduwvlot", "vloot", "-e", "-vloot", '"steun ana', '"de raad"', "soort:inzt", "actor:", "tag:hybride"]
        )
        | st.text(st.sampled_from('aeinorst-": ïé😀\ud800'), max_size=9),
        max_size=5,
    ),
    st.booleans(),
)
@settings(max_examples=200, deadline=None)
def test_whatever_is_typed_each_offer_finds_what_it_says(typed: list[str], has_notes: bool) -> None:
    notes = NOTES if has_notes else {}
    line = " ".join(typed)
    offers = nearest(line, DUTCH, FINDER, notes)

    assert len(offers) <= 4
    assert len({offer.line for offer in offers}) == len(offers)
    assert not (offers and found(line, notes))
    for offer in offers:
        assert offer.found == found(offer.line, notes) > 0


@given(st.sampled_from(sorted(FINDER.vocabulary.topics)), st.data())
@settings(max_examples=200, deadline=None)
def test_a_long_word_with_one_slip_leads_back(word: str, data: st.DataObject) -> None:
    place = data.draw(st.integers(0, len(word) - 1))
    slip = word[:place] + word[place + 1 :]

    if len(word) > 8 and word.isalpha() and slip not in FINDER.vocabulary:
        assert word in words_like(slip, FINDER.vocabulary.__contains__, FINDER.vocabulary.with_letters)


def test_names_are_like_in_one_of_their_words() -> None:
    assert names_like("statne", ["verenigde staten", "turkije"]) == ["verenigde staten"]
    assert names_like("x", ["xy"]) == []
