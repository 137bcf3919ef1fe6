"""Sets of topics as bits, and the vocabulary that tells which topics hold a word."""

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from fmm_desktop.search import index
from fmm_desktop.search.folding import fold
from fmm_desktop.search.index import Vocabulary, WordsGathering
from fmm_desktop.search.topic_sets import Gathering, everything, ordinals_of, set_of

from .test_folding import texts

numbers = st.sets(st.integers(0, 9999))


def unwatched(_fraction: float) -> None:
    """Nobody waits."""


def gathered(pages: list[list[str]]) -> Vocabulary:
    """Return the vocabulary of pages, each a list of texts."""
    gathering = WordsGathering()
    for ordinal, page in enumerate(pages):
        gathering.add(ordinal, page)
    return gathering.vocabulary(len(pages), unwatched)


def holding(pages: list[list[str]], word: str) -> int:
    """Return the pages that hold a folded word, as looking through all of them finds it."""
    return set_of([place for place, page in enumerate(pages) if any(word in fold(text) for text in page)], len(pages))


@given(numbers)
@settings(max_examples=200)
def test_a_set_holds_what_was_put_in(ordinals: set[int]) -> None:
    bits = set_of(list(ordinals), 10_000)

    assert bits.bit_count() == len(ordinals)
    assert list(ordinals_of(bits)) == sorted(ordinals)


@given(numbers, st.integers(0, 12_000))
@settings(max_examples=200)
def test_a_set_is_read_from_any_place_on(ordinals: set[int], start: int) -> None:
    assert list(ordinals_of(set_of(list(ordinals), 10_000), start)) == sorted(n for n in ordinals if n >= start)


def test_the_first_of_many_are_read_without_the_others() -> None:
    first = ordinals_of(everything(1_000_000))

    assert [next(first) for _ in range(3)] == [0, 1, 2]


@given(st.dictionaries(st.text(max_size=2), st.sets(st.integers(0, 199)), max_size=6), st.sets(st.text(max_size=2)))
@settings(max_examples=200)
def test_keys_of_few_topics_and_of_many_are_asked_alike(topics: dict[str, set[int]], asked: set[str]) -> None:
    gathering = Gathering()
    for key, ordinals in topics.items():
        for ordinal in ordinals:
            gathering[key](ordinal)
    sets = gathering.sets(200, unwatched)

    assert sets.of(asked) == set_of(list(set().union(*(topics.get(key, set()) for key in asked))), 200)
    assert set(sets) == {key for key, ordinals in topics.items() if ordinals}


@given(st.lists(st.lists(texts, max_size=3), max_size=6), st.lists(texts, max_size=4))
@settings(max_examples=200)
def test_the_vocabulary_finds_what_looking_through_the_texts_finds(pages: list[list[str]], typed: list[str]) -> None:
    vocabulary = gathered(pages)
    known = [text for page in pages for text in page]

    for word in {word for text in [*typed, *known] for word in fold(text).split()}:
        for piece in (word, word[1:], word[:1], word[:2], word[1:4]):
            if piece:
                assert vocabulary.holding(piece) == holding(pages, piece), piece


@pytest.mark.parametrize("most_grams", [0, 40, 2048])
def test_letters_and_pairs_are_found_in_rare_words_as_in_common_ones(
    most_grams: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(index, "_MOST_GRAMS", most_grams)
    chance = random.Random(3)
    rare = ["".join(chance.choices("abcdefgé😀", k=chance.randint(1, 6))) for _ in range(400)]
    pages = [["de vloot van Oekraïne", " ".join(chance.choices(rare, k=5))] for _ in range(300)]
    vocabulary = gathered(pages)

    assert vocabulary.topics.few
    assert vocabulary.topics.many
    assert len(vocabulary.grams) <= most_grams
    for asked in ["a", "e", "ab", "fé", "gg", "😀", "b😀", "vl", "oek", "z", "zz", "abc", "vloot", "vloten"]:
        assert vocabulary.holding(fold(asked)) == holding(pages, fold(asked)), asked


def test_indexing_can_be_stopped_at_any_time() -> None:
    pages = [[f"woord{number} vloot"] for number in range(200)]
    gathering = WordsGathering()
    for ordinal, page in enumerate(pages):
        gathering.add(ordinal, page)
    told: list[float] = []
    gathering.vocabulary(len(pages), told.append)

    assert len(told) > 500
    assert all(0 <= fraction <= 1 for fraction in told)
