"""Text that tries to be something else is printed as text."""

from collections.abc import Callable
from pathlib import Path

import msgspec
import pypdfium2 as pdfium
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from rivers import river_dossier, river_topic, sheet_of

from fmm_desktop.dossier.model import Kind
from fmm_desktop.notes.note import NoteKind
from fmm_desktop.sheets.kinds import SheetKind
from fmm_desktop.sheets.notes import SheetNote
from fmm_desktop.sheets.order import NoteChoice, Where
from fmm_desktop.sheets.printable import printable, stand_ins
from fmm_desktop.sheets.typesetting import House, typeset

Pages = Callable[[bytes], list[str]]
TypesetText = Callable[..., bytes]
ANY_TEXT = st.text(max_size=80) | st.text(st.characters(exclude_categories=()), max_size=40)


@pytest.mark.parametrize(
    "text",
    [
        '#read("/etc/passwd")',
        "#panic() #{ 1 + 1 } #let x = 2",
        "$x^2$ @label <label> = Heading",
        "C:\\folder\\name ] [ ) ( } { //comment /*more*/",
        "~ -- --- ... 'single' \"double\" #",
        "<script>alert(1)</script> <b>bold</b>",
        "مرحبا بالعالم",
        "šipka ő ğ ß Ж Ω €",
    ],
)
def test_markup_of_others_is_printed_as_it_stands(text: str, typeset_text: TypesetText, pages: Pages) -> None:
    printed = " ".join("".join(pages(typeset_text(text))).split())

    assert " ".join(text.replace("/*more*/", "/more/").split()) in printed


def test_a_long_address_breaks_at_its_signs_and_can_be_copied(typeset_text: TypesetText) -> None:
    address = "https://example.org/documenten/geannoteerde-agenda/2025/bijlage?deel=3"
    text = f"Zie voor de hele tekst van deze bijlage de volgende bladzijde, die lang is: {address}."

    page = pdfium.PdfDocument(typeset_text(text))[0].get_textpage()

    lines = page.get_text_range().splitlines()
    assert address in "".join(lines)
    assert next(line for line in lines if "https" in line)[-1] in "/.-?="


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        ("the allies' aim isn't 'new'", "the allies' aim isn’t 'new'"),
        ("the allies' aim, in '25", "the allies' aim, in '25"),
        ("all allies' aims", "all allies’ aims"),
        ("foto's van 's-Gravenhage", "foto’s van 's-Gravenhage"),
    ],
)
def test_apostrophes_are_those_of_books_where_it_is_sure_that_they_are(text: str, printed: str) -> None:
    assert printable(text, {}) == printed
    assert printable({"type": "code", "text": text}, {})["text"] == text


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        ("nul\0bel\x07esc\x1b", "nul\ufffdbel\ufffdesc\ufffd"),
        ("half\ud800", "half\ufffd"),
        ("\ufffe\U0010ffff", "\ufffd" * 2),
    ],
)
def test_what_is_no_text_is_printed_as_a_replacement_mark(
    text: str, printed: str, typeset_text: TypesetText, pages: Pages
) -> None:
    assert printed in "".join(pages(typeset_text(text)))


def test_a_sign_that_no_font_has_is_printed_by_its_name(typeset_text: TypesetText, pages: Pages) -> None:
    pdf = typeset_text("voor \U000f0000 na")

    assert "voor [U+F0000] na" in "".join(pages(pdf))
    assert b"<pdfuaid:part>1</pdfuaid:part>" in pdf


def test_names_of_missing_signs() -> None:
    assert printable("😀🇳🇱\u200d", stand_ins("😀🇳🇱\u200dA")) == "[grinning face][NL]"


def test_a_picture_of_several_signs_is_named_as_one_in_the_language_of_the_sheet() -> None:
    said = "👩‍👩‍👧‍👦 ziet 👍🏽 en 🇪🇺 en 🦖"

    missing = stand_ins(said, "nl")

    assert printable(said, missing) == "[vrouw, vrouw, meisje, jongen] ziet [duim omhoog] en [EU] en [t-rex]"


def right_edge(pdf: bytes) -> float:
    """Return how far right the text of any page reaches, as a share of the width of A4."""
    found = 0.0
    for page in pdfium.PdfDocument(pdf):
        text = page.get_textpage()
        edges = [text.get_charbox(place)[2] for place in range(text.count_chars())]
        found = max(found, *edges)
    return found / 595


@pytest.mark.parametrize("kind", list(Kind))
@pytest.mark.parametrize("word", ["x" * 10_000, "https://" + "a1/" * 3_000, "0123456789" * 1_000])
def test_a_word_of_10000_letters_stays_on_the_page(
    kind: Kind, word: str, typeset_text: TypesetText, pages: Pages
) -> None:
    pdf = typeset_text(word, kind, actor=word[:300], value=word[:300], marking=word[:100])

    assert right_edge(pdf) < 0.86
    assert "".join(pages(pdf)).count(word[-1]) >= word.count(word[-1])


def test_a_passage_of_100_kilobytes_is_printed_to_its_end(typeset_text: TypesetText, pages: Pages) -> None:
    printed = pages(typeset_text("woord " * 17_000 + "einde."))

    assert sum(page.count("woord") for page in printed) == 17_000
    assert "einde." in printed[-1]


@pytest.mark.parametrize(
    "text",
    ["- " * 500 + "diep", "*a **b " * 200 + "c** d*" * 200, "".join(f"{'  ' * deep}- n{deep}\n" for deep in range(40))],
)
def test_deep_nesting_loses_no_words(text: str, typeset_text: TypesetText, pages: Pages) -> None:
    printed = "".join(pages(typeset_text(text)))

    assert text.rsplit(maxsplit=1)[-1] in printed


KINDS = st.sampled_from([SheetKind.TOPIC, SheetKind.CARD, SheetKind.SPEAKING, SheetKind.BOOK])
LANGUAGES = st.sampled_from(["nl", "en-GB", "zh-Hant-TW", "fil"])


@settings(max_examples=80, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(texts=st.lists(ANY_TEXT, min_size=4, max_size=4), language=LANGUAGES, kind=KINDS, where=st.sampled_from(Where))
def test_no_text_makes_a_sheet_fail(
    texts: list[str], language: str, kind: SheetKind, where: Where, templates: Path
) -> None:
    text, title, value, note = texts
    passages = tuple(
        msgspec.structs.replace(passage, text=text, value=value if passage.value else "", marking=title)
        for passage in river_topic().passages
    )
    topic = river_topic(title=title or "t", passages=passages, related=(note,))
    dossier = river_dossier(topic, title=title or "t", marking=value, language=language)
    notes = (
        SheetNote("p1", note, note, wording=title, words=note),
        SheetNote("", text, kind=NoteKind.SAY),
        SheetNote("s1", note, kind=NoteKind.IF_RAISED),
    )

    pdf = typeset(sheet_of(dossier, topic, *notes, kind=kind, notes=NoteChoice(where=where)), House(templates))

    assert b"<pdfuaid:part>1</pdfuaid:part>" in pdf
