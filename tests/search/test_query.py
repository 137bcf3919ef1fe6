"""What a reader types in the filter line: every word, in any order, inside words, however it is written."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fmm_desktop.search.folding import fold
from fmm_desktop.search.query import Query, parse

from .test_folding import texts

words = st.text(st.sampled_from("aéïbvlo-’'ﬁ\u00ad\u0301 "), min_size=1, max_size=6)


def matches(typed: str, text: str) -> bool:
    return parse(typed).matches(fold(text))


def marked(typed: str, text: str) -> list[str]:
    """Return the pieces of `text` that are marked for what was typed."""
    return [text[start:end] for start, end in parse(typed).spans(text)]


@pytest.mark.parametrize(
    "typed", ["oekraine", "OEKRAÏNE", "oekrai\u0308ne", "steun oekraine", "oekraine steun", "kraï st", "  steun\t"]
)
def test_words_are_found_in_any_order_and_any_spelling(typed: str) -> None:
    assert matches(typed, "Steun aan Oekraïne")


def test_a_word_is_found_inside_a_compound() -> None:
    assert matches("vloot", "De Russische schaduwvloot")


def test_every_word_must_occur() -> None:
    assert not matches("oekraine rusland", "Steun aan Oekraïne")


def test_the_words_need_not_stand_together() -> None:
    assert not matches("steun-oekraine", "Steun aan Oekraïne")
    assert matches("steun oekraine", "Steun aan Oekraïne")


@pytest.mark.parametrize("typed", ["", "   ", "\n\t\u00a0", "\u00ad", "\u0301"])
def test_nothing_typed_asks_for_nothing(typed: str) -> None:
    query = parse(typed)

    assert not query
    assert query.matches(fold("wat dan ook"))
    assert query.spans("wat dan ook") == ()


def test_a_word_typed_twice_counts_once() -> None:
    assert parse("Één een ÉÉN") == parse("een")


def test_what_is_marked_is_what_is_shown() -> None:
    assert marked("oekraine vloot", "Oekraïne en de schaduw-\nvloot; oekraïne") == ["Oekraïne", "vloot", "oekraïne"]
    assert marked("schaduwvloot", "de schaduw-\nvloot") == ["schaduw-\nvloot"]
    assert marked("financien", "ﬁnanciën") == ["ﬁnanciën"]


def test_half_a_ligature_marks_all_of_it() -> None:
    assert marked("inanc", "ﬁnancieel") == ["ﬁnanc"]


def test_the_longer_word_is_marked_whole() -> None:
    assert marked("vloot schaduwvloot", "schaduwvloot") == ["schaduwvloot"]


def test_signs_that_mean_something_elsewhere_mean_themselves() -> None:
    assert marked("(a.*b)", "de (a.*b) van") == ["(a.*b)"]
    assert marked("a.*b", "aXXb") == []


def test_a_pasted_page_is_cut_down_to_a_query() -> None:
    query = parse(" ".join(f"woord{number}" for number in range(5000)))

    assert 0 < len(query.words) <= 32


@pytest.mark.parametrize("sign", ["\ud800", "\x00", "ש\u202eم", "😀", "👩‍🚀", "\uffff", "%", "\\", "["])
def test_nothing_that_can_be_typed_raises(sign: str) -> None:
    typed, text = sign * 10_000, f"a{sign}b" * 10_000
    query = parse(typed)

    assert isinstance(query.matches(fold(text)), bool)
    assert isinstance(query.spans(text), tuple)


@given(texts, texts)
def test_any_text_can_be_typed_and_looked_through(typed: str, text: str) -> None:
    query = parse(typed)

    assert bool(query.spans(text)) >= (bool(query) and query.matches(fold(text)))


@given(words, texts, words)
def test_what_a_plain_comparison_finds_is_found(before: str, typed: str, after: str) -> None:
    text = f"{before}{typed}{after}"
    every_word_stands_there = all(word in fold(text) for word in fold(typed).split())

    assert matches(typed, text) == every_word_stands_there


@given(st.lists(words, max_size=4), words)
def test_order_does_not_count(typed: list[str], text: str) -> None:
    assert matches(" ".join(typed), text) == matches(" ".join(reversed(typed)), text)


@given(st.lists(words, min_size=1, max_size=3), st.lists(words, max_size=8).map("".join))
def test_each_piece_that_is_marked_holds_a_word(typed: list[str], text: str) -> None:
    query = parse(" ".join(typed))
    spans = query.spans(text)

    for start, end in spans:
        assert 0 <= start < end <= len(text)
        assert any(word in fold(text[start:end]) for word in query.words)
    assert list(spans) == sorted(spans)


def test_a_query_is_a_value() -> None:
    assert parse("vloot schaduw") == Query(("schaduw", "vloot"))
