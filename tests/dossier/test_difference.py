"""What differs between two texts, word by word, as it reads well; and both texts come out of it to the letter."""

import sys
import time
from types import FrameType

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from fmm_desktop.dossier.closeness import CLOSE, Nearest, closeness, even, even_with_places
from fmm_desktop.dossier.difference import Part, Piece, counterpart, differences

WORDS = st.sampled_from(["de", "lasten", "steun", "niet", "NAVO-top", "500,5", ",", ".", " ", "  ", "\n", "(", "één"])
TEXTS = st.lists(WORDS, max_size=25).map("".join)


def old_text(pieces: tuple[Piece, ...]) -> str:
    """Return the text before."""
    return "".join(piece.text for piece in pieces if piece.part is not Part.IN)


def new_text(pieces: tuple[Piece, ...]) -> str:
    """Return the text after."""
    return "".join(piece.text for piece in pieces if piece.part is not Part.OUT)


def marked(old: str, new: str) -> str:
    """Return the differences with [what was taken out] and {what was put in}."""
    signs = {Part.KEPT: "{}", Part.OUT: "[{}]", Part.IN: "{{{}}}"}
    return "".join(signs[piece.part].format(piece.text) for piece in differences(old, new))


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("Wij steunen het plan.", "Wij steunen het plan.", "Wij steunen het plan."),
        ("Wij steunen het plan.", "Wij steunen het nieuwe plan niet.", "Wij steunen het {nieuwe }plan{ niet}."),
        ("de lasten gelijk verdelen", "de kosten eerlijk verdelen", "de [lasten gelijk]{kosten eerlijk} verdelen"),
        ("EUR 500 mln.", "EUR 500,5 mln.", "EUR [500]{500,5} mln."),
        ("Ja, mits op tijd", "Ja mits op tijd", "Ja[,] mits op tijd"),
        (
            "kabels en leidingen op de bodem van de Noordzee en vraagt de bondgenoten om hetzelfde",
            "kabels en andere infrastructuur in de Noordzee en de Oostzee en vraagt de bondgenoten om hetzelfde",
            "kabels en [leidingen op de bodem van]{andere infrastructuur in} de Noordzee {en de Oostzee }"
            "en vraagt de bondgenoten om hetzelfde",
        ),
        ("Eén. Twee.", "Eén. Anderhalf. Twee.", "Eén. {Anderhalf. }Twee."),
        ("", "Iets", "{Iets}"),
        ("Iets", "", "[Iets]"),
        ("", "", ""),
    ],
)
def test_a_reader_sees_which_words_changed(old: str, new: str, expected: str) -> None:
    assert marked(old, new) == expected


@settings(max_examples=200, deadline=None)
@given(TEXTS, TEXTS)
def test_both_texts_come_out_of_the_pieces(old: str, new: str) -> None:
    pieces = differences(old, new)

    assert old_text(pieces) == old
    assert new_text(pieces) == new
    assert all(piece.text for piece in pieces)
    assert (old == new) == all(piece.part is Part.KEPT for piece in pieces)


def test_long_texts_are_compared_by_sentence_first() -> None:
    sentences = [f"Zin {number} gaat over de lasten en de steun van dag {number}." for number in range(2_000)]
    old = " ".join(sentences)
    new = " ".join([*sentences[:900], "Dit is er bij gekomen.", *sentences[900:]]).replace("dag 7.", "dag acht.")

    start = time.perf_counter()
    assert marked(old, new).count("[") == 1
    assert old_text(differences(old, new)) == old
    assert time.perf_counter() - start < 10


@pytest.mark.parametrize(
    ("old", "new", "words", "expected"),
    [
        ("Wij steunen het plan.", "Wij steunen het nieuwe plan.", "het plan", "het nieuwe plan"),
        ("Wij steunen het plan.", "Ook wij steunen het plan.", "steunen", "steunen"),
        ("Wij steunen het plan.", "Wij bezien het plan.", "steunen", "bezien"),
        ("Wij steunen het plan.", "Wij steunen.", "het plan", ""),
    ],
)
def test_what_stands_now_where_words_stood(old: str, new: str, words: str, expected: str) -> None:
    start, end = counterpart(old, new, old.index(words), old.index(words) + len(words))

    assert new[start:end] == expected


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("a " * 370, "a b " * 185),
        ("- ja\n" * 180, "* ja\n" * 180),
        ("0 0 0 0\n" * 85, "0 0 0 1\n" * 85),
        ("a. " * 2_000, "b. a. " * 1_000),
        ("a. " * 9_000, "b. a. " * 9_000),
    ],
    ids=["words", "list", "table", "sentences", "very many"],
)
def test_no_text_takes_long_to_compare_however_often_it_repeats_itself(old: str, new: str) -> None:
    calls = 0

    def count(_frame: FrameType, _event: str, _what: object) -> None:
        nonlocal calls
        calls += 1
        if calls > 1_000_000:
            sys.setprofile(None)
            pytest.fail("this goes on for seconds")

    sys.setprofile(count)
    try:
        pieces = differences(old, new)
    finally:
        sys.setprofile(None)

    assert (old_text(pieces), new_text(pieces)) == (old, new)


@settings(max_examples=200, deadline=None)
@given(TEXTS, TEXTS, st.data())
def test_a_counterpart_lies_within_the_text(old: str, new: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(old)))
    end = data.draw(st.integers(start, len(old)))

    first, last = counterpart(old, new, start, end)

    assert 0 <= first <= last <= len(new)
    if old == new and old[start:end].strip():
        assert new[first:last] == old[start:end].strip()


@settings(max_examples=200, deadline=None)
@given(st.text(alphabet="ab \n\u200b\u00a0é.", max_size=30))
def test_blanks_are_evened_letter_by_letter(text: str) -> None:
    evened, places = even_with_places(text)

    assert evened == even(text)
    assert len(places) == len(evened) + 1
    assert all(text[place] == letter or letter == " " for letter, place in zip(evened, places, strict=False))


def test_texts_are_close_by_their_words_and_not_by_their_letters() -> None:
    steun = "Nederland blijft Oekraïne steunen, ook met munitie."

    assert closeness(steun, steun.upper()) == 1
    assert closeness(steun, "Nederland zal Oekraïne blijven steunen met munitie.") > CLOSE
    assert closeness(steun, "Bondgenoten moeten de lasten eerlijk verdelen, ook in Azië.") < CLOSE


def test_the_closest_of_many_texts_is_found() -> None:
    texts = [f"Het land nummer {number} draagt deel {number} van de lasten." for number in range(3_000)]

    (score, place), *_ = Nearest(texts).near("Het land nummer 1234 draagt dus deel 1234 van de lasten.")

    assert place == 1234
    assert score > 0.9
