"""Folding: what a reader would call the same word becomes the same letters, and each knows where it came from."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from fmm_desktop.search.folding import fold, fold_with_places

# Any code point, lone surrogates and NUL among them, with those that are hard drawn often.
HARD = (
    "iIİıßẞﬁœŒæÆøØéÉe\u0301\u0308ŉ№™½ﷺ\u00ad-\u2010\u2011–’'`´"
    "\u200b\u200d\ufeff\n\r\t \u2028\x00\ud800\udfffאב\u202eم😀👩\u200d🚀🇳🇱"
)
texts = st.text(st.one_of(st.sampled_from(HARD), st.characters(exclude_categories=())), max_size=60)


@pytest.mark.parametrize(
    ("written", "typed"),
    [
        ("Oekraïne", "oekraine"),
        ("OEKRAÏNE", "oekraine"),
        ("Oekrai\u0308ne", "oekraine"),
        ("ﬁnanciering", "financiering"),
        ("œuvre", "oeuvre"),
        ("Œuvre", "oeuvre"),
        ("Ærø", "aero"),
        ("Łódź", "lodz"),
        ("Straße", "strasse"),
        ("STRASSE", "straße"),
        ("auto’s", "auto's"),
        ("auto‘s", "auto's"),
        ("schaduw\u00advloot", "schaduwvloot"),
        ("schaduw\u200bvloot", "schaduwvloot"),
        ("schaduw-\nvloot", "schaduwvloot"),
        ("schaduw-\r\n    vloot", "schaduwvloot"),
        ("schaduw\u00ad\nvloot", "schaduwvloot"),
        ("schaduw- \u200bvloot", "schaduwvloot"),
        ("cafe\u0301-\nhouder", "caféhouder"),
        ("West‑Balkan", "west-balkan"),
        ("2024–2025", "2024-2025"),
        ("İstanbul", "istanbul"),
        ("ISTANBUL", "ıstanbul"),
        ("Türkiye", "turkiye"),
        ("№ 5™", "no 5tm"),
        ("één\u00a0keer", "een keer"),
    ],
)
def test_what_a_reader_would_call_the_same_folds_to_the_same(written: str, typed: str) -> None:
    assert fold(written) == fold(typed)


@pytest.mark.parametrize(
    ("one", "other"),
    [("Oekraïne", "Oekraine-top"), ("steunt", "steunt niet"), ("a b", "ab"), ("Balkan", "Balkans")],
)
def test_what_a_reader_would_tell_apart_stays_apart(one: str, other: str) -> None:
    assert fold(one) != fold(other)


@pytest.mark.parametrize("text", ["punt -\nstreep", "a --\nb", "-\nb", "a-\n\nb", "a-\n(b)", "in- en uitvoer"])
def test_a_dash_at_the_end_of_a_line_that_is_no_hyphen_stays(text: str) -> None:
    assert "-" in fold(text)


def test_white_space_becomes_blanks_one_for_one() -> None:
    assert fold("a\u00a0\tb\u2028\nc") == "a  b  c"


def test_places_lead_back_to_the_text_that_is_shown() -> None:
    text = "De ﬁjne Oekrai\u0308-\nners"
    folded, places = fold_with_places(text)

    assert folded == "de fijne oekrainers"
    assert [text[place] for place in places] == list("De ﬁﬁjne Oekrainers")


@given(texts)
@example("a-\nb")
@example("a- \u200bb")
def test_folding_with_places_is_folding(text: str) -> None:
    folded, places = fold_with_places(text)

    assert folded == fold(text)
    assert len(places) == len(folded)


@given(texts)
def test_places_go_forward_and_stay_within_the_text(text: str) -> None:
    _, places = fold_with_places(text)

    assert places == sorted(places)
    assert all(0 <= place < len(text) for place in places)


@given(texts)
@example("№™ℂ")
def test_folding_twice_is_folding_once(text: str) -> None:
    assert fold(fold(text)) == fold(text)


def test_every_letter_of_unicode_folds_once_and_for_all() -> None:
    letters = "".join(map(chr, range(0x110000)))

    assert fold(fold(letters)) == fold(letters)


def test_capitals_fold_as_small_letters_do_in_all_of_unicode() -> None:
    different = [letter for letter in map(chr, range(0x110000)) if fold(letter) != fold(letter.upper())]

    assert different == []


def test_a_long_text_folds_whole() -> None:
    text = "Oekraïne😀\ud800" * 1200

    assert fold(text) == "oekraine😀\ud800" * 1200
    assert len(fold_with_places(text)[1]) == len(fold(text))
