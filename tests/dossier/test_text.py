"""The little Markdown: what is understood, what stays text, and that no word is ever lost."""

import time

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from markdown_it.tree import SyntaxTreeNode

from fmm_desktop.dossier import text as texts
from fmm_desktop.dossier.text import (
    LINE_END,
    Block,
    Break,
    Code,
    Emphasis,
    Inline,
    Link,
    ListBlock,
    Paragraph,
    Plain,
    Strong,
    links,
    parse,
    plain,
)

# characters that mean something, among letters that do not
_marked = st.text(st.sampled_from("ab1é *_`\\[]|:.)-+\n\r\t<>&#!~\0  "), max_size=60)
_unmarked = st.text(max_size=60).filter(lambda text: not texts._is_marked_up(texts.LINK.sub("x", text)))
_with_links = st.lists(
    _marked | st.sampled_from(["[[china]]", "[[term:purl]]", "[[actor:x|Een naam]]", "[[a/b|c]]"]), max_size=8
).map("".join)


def paragraph(*children: Inline) -> tuple[Block, ...]:
    """Return the one paragraph that most texts are."""
    return (Paragraph(children),)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", ()),
        (" \n ", ()),
        ("Nederland steunt dit.", paragraph(Plain("Nederland steunt dit."))),
        ("*een* en **twee**", paragraph(Emphasis((Plain("een"),)), Plain(" en "), Strong((Plain("twee"),)))),
        ("`code`", paragraph(Code("code"))),
        ("een\ntwee", paragraph(Plain("een"), Plain(" "), Plain("twee"))),
        ("een-\ntwee", paragraph(Plain("een-"), Plain(" \u200b"), Plain("twee"))),
        ("een\\\ntwee", paragraph(Plain("een"), Break(), Plain("twee"))),
        ("een\n\ntwee", (*paragraph(Plain("een")), *paragraph(Plain("twee")))),
        ("Zie [[china]].", paragraph(Plain("Zie "), Link("topic", "china"), Plain("."))),
        ("[[nuc/situatie]]", paragraph(Link("topic", "nuc/situatie"))),
        ("[[term:purl|de lijst]]", paragraph(Link("term", "purl", "de lijst"))),
        ("*[[actor:sybiha]]*", paragraph(Emphasis((Link("actor", "sybiha"),)))),
        ("- a\n- b", (ListBlock((paragraph(Plain("a")), paragraph(Plain("b")))),)),
        ("3. a\n4. b", (ListBlock((paragraph(Plain("a")), paragraph(Plain("b"))), start=3),)),
    ],
)  # fmt: skip
def test_what_is_understood(text: str, expected: tuple[Block, ...]) -> None:
    assert parse(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "<script>alert(1)</script>", "<b>vet</b>", "&amp; &#65;", "![x](http://a.nl/b.png)", "[x](http://a.nl)",
        "<http://a.nl>", "http://a.nl", "# geen kop", "> geen citaat", "| a | b |", "[[a]", "[[]]", "[[a\nb]]", "$x$",
        "#text(red)[x]", "[x]: http://a.nl",
    ],
)  # fmt: skip
def test_what_stays_text(text: str) -> None:
    assert plain(text) == text.replace("\n", " ")
    assert links(text) == ()


def test_links_are_found_in_lists_and_emphasis_but_not_in_code() -> None:
    assert links("- **[[a]]**\n- `[[b]]` [[term:c|d]]") == (Link("topic", "a"), Link("term", "c", "d"))
    assert links("\\[[a]] [[b]]") == (Link("topic", "b"),)


@settings(max_examples=200)
@given(st.text() | _marked | _with_links)
def test_no_text_raises_and_no_letter_is_lost(text: str) -> None:
    seen = plain(text, lambda link: f"{link.target}{link.id}{link.label}".removeprefix("topic"))

    letters = sorted(letter for letter in text if letter.isalpha())

    assert sorted(letter for letter in seen if letter.isalpha()) == letters


@settings(max_examples=200)
@given(st.text(st.sampled_from("ab12 *_`\\\n"), max_size=60).map(lambda text: f"x{text}"))
def test_no_digit_is_lost_where_no_list_can_begin(text: str) -> None:
    text = text.replace("\n", " ")

    assert [sign for sign in plain(text) if sign.isalnum()] == [sign for sign in text if sign.isalnum()]


@settings(max_examples=200)
@given(_unmarked)
@example("a\x0bb")
@example("a\u2028b")
@example("a \u00a0 b")
@example("12) a")
def test_a_text_without_markup_is_the_same_with_and_without_the_parser(text: str) -> None:
    slow = texts._blocks(SyntaxTreeNode(texts._parser().parse(text))) if text.strip() else ()

    assert parse(text) == slow


@settings(max_examples=200)
@given(_with_links | _unmarked)
def test_the_words_of_a_text_are_those_of_its_blocks(text: str) -> None:
    assert plain(text) == "\n".join(texts._plain_block(block, texts._own_words) for block in parse(text))


def test_a_hyphen_at_the_end_of_a_line_is_shown_as_it_was_typed() -> None:
    assert plain("in-\nen *uit-*\nvoer").replace(LINE_END, "") == "in- en uit- voer"


@settings(max_examples=200)
@given(_with_links)
def test_links_are_those_that_are_shown(text: str) -> None:
    shown: list[Link] = []
    plain(text, lambda link: shown.append(link) or "")  # type: ignore[func-returns-value]

    assert list(links(text)) == shown


@pytest.mark.parametrize(
    "text",
    [
        "- " * 30 + "diep",
        "*a **b " * 40 + "diep" + "** *" * 40,
        "\n".join(f"{'  ' * level}- niveau{level}" for level in range(40)),
        "*" * 100 + "diep" + "*" * 100,
        "- " * 5000 + "diep",
    ],
)
def test_what_is_nested_too_deep_is_shown_as_it_was_typed(text: str) -> None:
    assert [sign for sign in plain(text) if sign.isalnum()] == [sign for sign in text if sign.isalnum()]


@pytest.mark.parametrize(
    "piece", ["*", "**a ", "[[", "[[a|", "`", "``a`", "\\", "_a", "a*_", "- a\n", "1. a\n", "\n", "[[a]]", "* a\n  "]
)
def test_no_text_takes_long(piece: str) -> None:
    text = piece * (20_000 // len(piece))

    start = time.process_time()
    parse(text)
    links(text)

    assert time.process_time() - start < 4
