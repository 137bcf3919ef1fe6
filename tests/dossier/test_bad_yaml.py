"""YAML that is broken, hostile or merely surprising."""

import datetime
import math

import pytest

from fmm_desktop.dossier.reading import DossierError, check, read
from fmm_desktop.dossier.yaml_border import MAX_COPIED, MAX_DEPTH, load

from .conftest import Written


def value(text: str) -> object:
    """Return the value of a piece of YAML that is right."""
    loaded = load(text.encode())
    assert loaded.troubles == ()
    return loaded.value


def refusals(text: str) -> list[tuple[int, int, str]]:
    """Return line, column and English sentence template of what is wrong with a piece of YAML."""
    return [(*trouble.place, trouble.sentence.en) for trouble in load(text.encode()).troubles]


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("true", True), ("False", False), ("TRUE", True), ("null", None), ("~", None), ("", None), ("Null", None),
        ("0", 0), ("-12", -12), ("+7", 7), ("007", 7), ("0o17", 15), ("0xfF", 255),
        ("1.5", 1.5), ("-.5", -0.5), ("1e3", 1000.0), ("1.", 1.0), (".inf", math.inf), ("-.INF", -math.inf),
        ("2025-12-03", datetime.date(2025, 12, 3)), ("2024-02-29", datetime.date(2024, 2, 29)),
    ],
)  # fmt: skip
def test_plain_scalars_that_stand_for_something_else(written: str, expected: object) -> None:
    found = value(f"a: {written}")

    assert found == {"a": expected}
    assert type(found["a"]) is type(expected)  # type: ignore[index]


@pytest.mark.parametrize(
    "written",
    [
        "no", "yes", "on", "off", "y", "n", "NO", "tRUE", "13:30", "190:20:30", "1_000", "0b11", "0x", "0o8", "1e", ".",
        "+.", ".e3", "1.2.3", "2025-12-3", "2025-12-03T10:00:00", "2025-12-03 10:00", "nUll", "inf", "nan", "=",
        "१२", "9" * 50,
    ],
)  # fmt: skip
def test_plain_scalars_that_are_text(written: str) -> None:
    assert value(f"a: {written}") == {"a": written}


@pytest.mark.parametrize("written", ['"true"', "'12'", "!!str 12", "!!str 2025-12-03", "|-\n 12", ">-\n 12"])
def test_what_is_quoted_is_text(written: str) -> None:
    assert type(value(f"- {written}")[0]) is str  # type: ignore[index]


def test_not_a_number_is_a_float() -> None:
    assert math.isnan(value("a: .nan")["a"])  # type: ignore[index]


def test_impossible_dates_are_all_named() -> None:
    assert [place[:2] for place in refusals("a: 2025-02-30\nb: 0000-01-01\nc: 2025-13-01\n")] == [
        (1, 4),
        (2, 4),
        (3, 4),
    ]


@pytest.mark.parametrize(
    "written",
    [
        "!!python/object/apply:os.system ['true']", "!!python/name:os.system", "!local x", "!!int '3'", "!!binary aGk=",
        "!!set {a}", "!!map {}",
    ],
)  # fmt: skip
def test_tags_are_refused(written: str) -> None:
    assert "is not allowed" in refusals(f"a: {written}\n")[0][2]


def test_a_key_that_stands_twice_says_where_it_stood_first(written: Written) -> None:
    path = written("        title: China\n", "        title: China\n        title: Kina\n")

    with pytest.raises(DossierError) as error:
        read(path)

    assert error.value.text("nl") == (
        "agenda.yaml, regel 40, kolom 9: sessions › nar › topics › china: "
        "'title' staat hier voor de tweede keer; de eerste staat op regel 39"
    )


@pytest.mark.parametrize("key", ["1", "true", "null", "~", "2025-12-03", "[a]", "{a: b}", "? [a]\n"])
def test_a_key_must_be_text(key: str) -> None:
    assert "a key must be text" in refusals(f"{key}: x\n")[0][2]


def test_what_follows_a_refused_key_is_read_over() -> None:
    loaded = load(b"[a, b]: {c: [d]}\ne: f\n1: {g: h}\ni: j\n")

    assert loaded.value == {"e": "f", "i": "j"}
    assert len(loaded.troubles) == 2


def test_a_merge_key_is_refused_unless_quoted() -> None:
    assert "merging" in refusals("a: &a {x: 1}\nb: {<<: *a}\n")[0][2]
    assert value("'<<': 1") == {"<<": 1}


def test_a_cycle() -> None:
    assert "refers to itself" in refusals("a: &a [*a]\n")[0][2]
    assert "refers to itself" in refusals("&a {b: {c: *a}}\n")[0][2]


def test_an_alias_to_nothing() -> None:
    assert "which is not there" in refusals("a: *b\n")[0][2]
    assert "which is not there" in refusals("a: *b\nb: &b x\n")[0][2]


def test_an_alias_repeats_its_value_and_the_last_anchor_of_a_name_counts() -> None:
    assert value("[&a x, *a, &a y, *a]") == ["x", "x", "y", "y"]
    assert value("a: &a {b: [c]}\nd: *a") == {"a": {"b": ["c"]}, "d": {"b": ["c"]}}
    assert value("[&a k, {*a : v}]") == ["k", {"k": "v"}]


def test_an_alias_bomb_of_lists() -> None:
    lines = ["- &a0 [lol, lol, lol]", *(f"- &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]" for n in range(1, 10))]

    assert "repeat so much" in refusals("\n".join(lines))[0][2]


def test_an_alias_bomb_of_one_long_text() -> None:
    long = "x" * (MAX_COPIED // 10)

    assert value(f"[&a {long}, *a]")
    assert "repeat so much" in refusals(f"[&a {long}{', *a' * 10}]")[0][2]


def test_aliases_cannot_hide_depth() -> None:
    lines = ["- &a0 [x]", *(f"- &a{n} [*a{n - 1}]" for n in range(1, 200))]

    assert "inside each other" in refusals("\n".join(lines))[0][2]


@pytest.mark.parametrize("bracket", ["[", "{a: ", "- ", "? ", "[{a: "])
def test_a_hundred_thousand_levels_do_not_take_us_down(bracket: str) -> None:
    assert "inside each other" in refusals(bracket * 100_000)[-1][2]


def test_a_hundred_thousand_levels_by_indentation() -> None:
    assert "inside each other" in refusals("\n".join(f"{' ' * level}a:" for level in range(1000)))[0][2]


def test_the_deepest_that_is_read() -> None:
    assert value("[" * MAX_DEPTH + "]" * MAX_DEPTH)
    assert refusals("[" * (MAX_DEPTH + 1) + "]" * (MAX_DEPTH + 1))


def test_thousands_of_tag_directives_are_not_looked_through() -> None:
    assert "full of '%TAG'" in refusals("".join(f"%TAG !a{n}! tag:x\n" for n in range(200)) + "--- a")[0][2]


def test_a_second_document() -> None:
    assert refusals("a: b\n---\nc: d\n") == [(2, 1, "a second document begins after '---'; a file holds one dossier")]
    assert value("---\na: b\n...\n") == {"a": "b"}


@pytest.mark.parametrize("text", ['a: "x\\0y"', 'a: "x\\x07"', "a: x\x07y", "a: x\x9dy"])
def test_characters_that_are_no_text(text: str) -> None:
    assert "does not belong in a text" in refusals(text)[0][2]


@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        ("a: b: c", 1, "a colon with a space"),
        ("a:\n\t- b", 2, "indent with spaces"),
        ('a: "b\nc: d', 1, "nowhere closed"),
        ("a: [b, c\nd: e\n", 2, "comma or ']'"),
        ("a: {b: c\n", 2, "comma or '}}'"),
        ("a: b\n  c: d", 2, "a colon with a space"),
        ("a: b\n- c", 2, "key was expected"),
        ("a: b\nc\nd: e", 2, "a colon is missing"),
        ("a: - b", 1, "where no list can start"),
        ("a: @b", 1, "cannot start with this character"),
        ("a: !x!y z", 1, "'!' at the start"),
        ('a: "\\q"', 1, "means nothing there"),
        ("- a\nb: c", 2, "'-' was expected"),
        ("a: %b", 1, "cannot start with this character"),
        ("a: |x\n  b", 1, "not valid YAML"),
    ],
)
def test_broken_yaml_is_explained(text: str, line: int, words: str) -> None:
    found = refusals(text)

    assert found[0][0] == line
    assert words in found[0][2]


def test_broken_yaml_in_a_dossier_says_file_line_and_column(written: Written) -> None:
    path = written("title: Steun\n", "title: Steun: veel\n")

    with pytest.raises(DossierError, match=r"agenda\.yaml, line 26, column 21: a colon with a space"):
        read(path)
    assert check(path).dossier is None
    assert [(found.severity, found.line, found.column) for found in check(path).findings] == [("error", 26, 21)]


def test_a_file_of_only_commas_is_not_read_to_the_end() -> None:
    text = b"[" + b"a," * 1000 + b"]"

    assert load(text, max_events=1100).troubles == ()
    assert load(text, max_events=900).troubles[0].values == {"limit": 900}
