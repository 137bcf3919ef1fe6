"""What a reader types in the filter line: words, phrases, fields, what is left out; nothing that is typed is wrong."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from fmm_desktop.search.folding import fold
from fmm_desktop.search.marking import Marker
from fmm_desktop.search.query import FIELDS, Part, Query, Slip, parse

from .test_folding import texts

# What means something in the filter line, among letters that do not.
lines = st.text(st.sampled_from('aeéïo\u00ad\u0301 \n"“-–:\ud800😀א'), max_size=40) | st.lists(
    st.sampled_from(["soort:", "Actor:", "-", '"', "”", "vloot", " ", "sesie:", "x:", "inzet", ":"]), max_size=12
).map("".join)
words = st.text(st.sampled_from("aéïbvlo’'ﬁ\u00ad\u0301 "), min_size=1, max_size=6)


def asked(typed: str) -> list[str]:
    """Return the words and phrases that are asked for."""
    return [part.words for part in parse(typed).parts if not part.field and not part.left_out]


def marked(typed: str, text: str) -> list[str]:
    """Return the pieces of `text` that are marked for what was typed."""
    return [text[start:end] for start, end in Marker(parse(typed)).spans(text)]


@pytest.mark.parametrize(
    "typed", ["oekraine", "OEKRAÏNE", "oekrai\u0308ne", " oekraïne\t", '"Oekraïne"', "oekraine oekraïne"]
)
def test_however_a_word_is_written_it_is_the_same_word_once(typed: str) -> None:
    assert parse(typed) == Query((Part("oekraine"),))


@pytest.mark.parametrize(
    "typed", ["", "   ", "\n\t\u00a0", "\u00ad", "\u0301", "-", "- -- –", '"', '""', '"" “” -""', '" "', "-\u00ad"]
)
def test_nothing_typed_asks_for_nothing(typed: str) -> None:
    query = parse(typed)

    assert not query
    assert query == Query()
    assert Marker(query).spans('wat - "dan" ook') == ()


@pytest.mark.parametrize(
    ("typed", "phrases"),
    [
        ('"steun aan" oekraine', ["steun aan", "oekraine"]),
        ("“Steun  aan”", ["steun aan"]),
        ("„steun\u00a0aan“", ["steun aan"]),
        ("«steun aan»", ["steun aan"]),
        ('"steun aan', ["steun aan"]),
        ('" steun aan "', ["steun aan"]),
        ('"steun aan"vloot', ["steun aan", "vloot"]),
        ('foto"s van 5"', ['foto"s', "van", '5"']),
        ('"-vloot"', ["-vloot"]),
        ('"soort:inzet"', ["soort:inzet"]),
    ],
)
def test_what_stands_between_quotation_marks_is_one_thing(typed: str, phrases: list[str]) -> None:
    assert asked(typed) == phrases


@pytest.mark.parametrize(
    ("typed", "part"),
    [
        ("-vloot", Part("vloot", left_out=True)),
        ("–vloot", Part("vloot", left_out=True)),
        ('-"steun aan"', Part("steun aan", left_out=True)),
        ("-soort:inzet", Part("inzet", "kind", left_out=True)),
        ("West-Balkan", Part("west-balkan")),
        ("vloot-", Part("vloot-")),
    ],
)
def test_a_minus_sign_leaves_out_what_stands_behind_it(typed: str, part: Part) -> None:
    assert parse(typed) == Query((part,))


@pytest.mark.parametrize(
    ("typed", "part"),
    [
        ("soort:Inzet", Part("inzet", "kind")),
        ("KIND:position", Part("position", "kind")),
        ("actor:Oekraïne", Part("oekraine", "actor")),
        ('actor:"Verenigde  Staten"', Part("verenigde staten", "actor")),
        ("tag:hybride", Part("hybride", "tag")),
        ("label:hybride", Part("hybride", "tag")),
        ("sessie:nar", Part("nar", "session")),
        ("session:1", Part("1", "session")),
        ("notitie:", Part("", "note")),
        ('note:"nog vragen', Part("nog vragen", "note")),
        ("zekerheid:gepland", Part("gepland", "certainty")),
        ("certainty:planned", Part("planned", "certainty")),
        ("rubricering:", Part("", "marking")),
        ("marking:a:b", Part("a:b", "marking")),
    ],
)
def test_fields_go_by_their_names_in_both_languages(typed: str, part: Part) -> None:
    assert parse(typed) == Query((part,))


@pytest.mark.parametrize(
    ("typed", "slip"),
    [
        ("Sesie:nar", Slip("Sesie", "sessie")),
        ("sessies:nar", Slip("sessies", "sessie")),
        ("-sort:inzet", Slip("sort", "soort")),
        ('áctors:"a b"', Slip("áctors", "actor")),
        ("zekerhied:", Slip("zekerhied", "zekerheid")),
        ("markering:x", Slip("markering", "marking")),
    ],
)
def test_a_mistyped_field_is_told_and_all_else_is_asked(typed: str, slip: Slip) -> None:
    assert parse(f"vloot {typed} steun") == Query((Part("vloot"), Part("steun")), (slip,))


@pytest.mark.parametrize(
    "typed", ["13:30", "http://x.nl/a", "navo:top", "nato:x", "rubriek:", "1.2:", ":", "a:b", "א:ב"]
)
def test_a_colon_does_not_make_a_field(typed: str) -> None:
    assert parse(typed) == Query((Part(typed),))


def test_parts_stand_in_the_order_in_which_they_were_typed() -> None:
    assert parse('vloot -china soort:inzet "steun aan"') == Query(
        (Part("vloot"), Part("china", left_out=True), Part("inzet", "kind"), Part("steun aan"))
    )


def test_only_words_that_are_looked_for_are_marked_the_longest_first() -> None:
    assert parse('vloot -china soort:inzet notitie:vraag "steun aan"').words == ("steun aan", "vloot")


def test_what_is_marked_is_what_is_shown() -> None:
    assert marked("oekraine vloot", "Oekraïne en de schaduw-\nvloot; oekraïne") == ["Oekraïne", "vloot", "oekraïne"]
    assert marked("schaduwvloot", "de schaduw-\nvloot") == ["schaduw-\nvloot"]
    assert marked("financien", "ﬁnanciën") == ["ﬁnanciën"]
    assert marked('"steun aan"', "Steun  aan, steunt aan, steun\u00a0aan") == ["Steun  aan", "steun\u00a0aan"]
    assert marked("-vloot soort:vloot", "de vloot") == []


def test_half_a_ligature_marks_all_of_it() -> None:
    assert marked("inanc", "ﬁnancieel") == ["ﬁnanc"]


def test_the_longer_word_is_marked_whole() -> None:
    assert marked("vloot schaduwvloot", "schaduwvloot") == ["schaduwvloot"]


def test_signs_that_mean_something_elsewhere_mean_themselves() -> None:
    assert marked("(a.*b)", "de (a.*b) van") == ["(a.*b)"]
    assert marked("a.*b", "aXXb") == []


@pytest.mark.parametrize("piece", ["woord{} ", '"woord {}" ', "-woord{} ", "soort:{} ", "sesie:{} ", "navo:{} "])
def test_a_pasted_page_is_cut_down_to_a_query(piece: str) -> None:
    query = parse("".join(piece.format(number) for number in range(5000)))

    assert 0 < len(query.parts) + len(query.slips) <= 32


@pytest.mark.parametrize(
    "sign",
    [
        "\ud800", "\x00", "ש\u202eם", "😀", "👩‍🚀", "\uffff", "%", "\\", "[", '"', "-", ":", "“", '-"', 'a:"', "soort:",
        "sesie: ", "a: ", " ", "\u00ad", "\u0301", "\u200b",
    ],
)  # fmt: skip
def test_nothing_that_can_be_typed_raises_or_takes_long(sign: str) -> None:
    start = time.perf_counter()
    query = parse(sign * 10_000)

    assert isinstance(Marker(query).spans(f"a{sign}b" * 1000), tuple)
    assert len(query.parts) <= 32
    assert time.perf_counter() - start < 1


@given(texts | lines, texts)
@settings(max_examples=200)
def test_any_text_can_be_typed_and_looked_through(typed: str, text: str) -> None:
    query = parse(typed)

    assert all(part.field in {"", *FIELDS.values()} for part in query.parts)
    assert all(part.field or part.words.strip() for part in query.parts)
    assert bool(Marker(query).spans(text)) >= any(word in fold(text) for word in query.words)


@given(lines)
@settings(max_examples=200)
def test_what_is_asked_for_is_folded_and_in_one_line(typed: str) -> None:
    for part in parse(typed).parts:
        assert part.words == " ".join(fold(part.words).split())


@given(st.lists(words, min_size=1, max_size=3), st.lists(words, max_size=8).map("".join))
@settings(max_examples=200)
def test_each_piece_that_is_marked_holds_a_word(typed: list[str], text: str) -> None:
    query = parse(" ".join(typed))
    spans = Marker(query).spans(text)

    for start, end in spans:
        assert 0 <= start < end <= len(text)
        assert any(word in fold(text[start:end]) for word in query.words)
    assert list(spans) == sorted(spans)


@given(words)
@settings(max_examples=200)
def test_words_are_asked_for_as_a_plain_comparison_has_them(typed: str) -> None:
    assert set(asked(typed)) == set(fold(typed).split())
