"""Plain text becomes blocks: paragraphs put together again, hyphens mended with care, markers apart."""

import textwrap
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from fmm_desktop.importing import formats
from fmm_desktop.importing.characters import tidy
from fmm_desktop.importing.plain import BlockKind, FootnoteMark, Plain

from .making import as_it_stood

_LONG = (
    "De ministers spreken over de uitvoering van de afspraken die in het voorjaar zijn gemaakt. Nederland zal het "
    "belang van een eerlijke verdeling benadrukken en vraagt aandacht voor de positie van de kleinere lidstaten."
)


def _read(text: str) -> Plain:
    return formats.read_bytes(text.encode(), "agenda.txt")


def _texts(text: str) -> list[str]:
    return [block.text for block in _read(text).blocks]


def test_each_line_of_a_text_that_is_not_wrapped_is_a_paragraph() -> None:
    assert _texts(f"Noord-Atlantische Raad\n{_LONG}\n\nChina\n{_LONG}\n") == [
        "Noord-Atlantische Raad",
        _LONG,
        "China",
        _LONG,
    ]


@pytest.mark.parametrize("width", [60, 72, 84, 90])
def test_wrapped_text_without_empty_lines_becomes_paragraphs(width: int) -> None:
    # given a heading, a wrapped paragraph and another heading, all on lines that follow each other
    paragraphs = ["Meerjarig kader (MFK)", _LONG, "Handel", _LONG.replace("Nederland", "Het kabinet")]
    text = "\n".join(line for paragraph in paragraphs for line in textwrap.wrap(paragraph, width))

    assert _texts(text) == paragraphs


def test_a_heading_stands_apart_from_a_last_line_that_is_full_by_chance() -> None:
    # given a last line of 60 letters, on which the first word of the heading had no place
    first = (
        "De bijeenkomst bestaat dit keer uit twee delen: een zitting van de Noord-Atlantische Raad en een werkdiner "
        "van de NAVO-Oekraïne Raad."
    )
    lines = [textwrap.fill(first, 72), "Noord-Atlantische Raad", textwrap.fill(_LONG, 72)]

    assert _texts("\n".join(lines)) == [first, "Noord-Atlantische Raad", _LONG]


def test_a_title_that_is_wrapped_is_one_title() -> None:
    title = "Geannoteerde agenda van de informele bijeenkomst van de ministers van Handel van 15 oktober 2024"

    assert _texts("\n\n".join(textwrap.fill(text, 72) for text in (title, _LONG, _LONG))) == [title, _LONG, _LONG]


def test_one_line_that_could_not_be_wrapped_does_not_hide_the_width() -> None:
    address = "https://voorbeeld.example/" + "stukken/" * 15
    text = "\n".join([textwrap.fill(_LONG, 72), "", address, "", textwrap.fill(_LONG, 72)])

    assert _texts(text) == [_LONG, address, _LONG]


@pytest.mark.parametrize(
    ("broken", "whole"),
    [
        ("de onderhande-\nlingen", "de onderhandelingen"),
        ("de Noord-\nAtlantische Raad", "de Noord-Atlantische Raad"),
        ("de land-\nen tuinbouw", "de land- en tuinbouw"),
        ("in 2024-\n2025", "in 2024-2025"),
        ("de EU-\nlidstaten", "de EU-lidstaten"),
    ],
)
def test_a_hyphen_at_the_end_of_a_line_goes_only_when_it_was_put_there(broken: str, whole: str) -> None:
    before = "In deze bijeenkomst van de Raad gaat het dit keer vooral over"  # 62 letters, so that 72 is full
    filler = textwrap.fill(_LONG, 72)

    assert f"{before} {whole} en meer." in _texts(f"{filler}\n\n{before} {broken} en meer.\n\n{filler}")


def test_a_word_that_stands_elsewhere_with_its_hyphen_keeps_it() -> None:
    filler = textwrap.fill(f"{_LONG} Het niet-militaire deel volgt.", 72)

    texts = _texts(f"{filler}\nNederland levert een niet-\nmilitaire bijdrage")

    assert "een niet-militaire bijdrage" in " ".join(texts)


@pytest.mark.parametrize(
    ("line", "marker", "text", "kind"),
    [
        ("1. EU-actie tegen corruptie", "1.", "EU-actie tegen corruptie", BlockKind.PARAGRAPH),
        ("II. Binnenlandse Zaken", "II.", "Binnenlandse Zaken", BlockKind.PARAGRAPH),
        ("a) steun aan partners", "a)", "steun aan partners", BlockKind.PARAGRAPH),
        ("2.1 Stand van zaken", "2.1", "Stand van zaken", BlockKind.PARAGRAPH),
        ("= Gedachtewisseling", "=", "Gedachtewisseling", BlockKind.PARAGRAPH),
        ("•\tmeer munitie", "•", "meer munitie", BlockKind.ITEM),
        ("- meer munitie", "-", "meer munitie", BlockKind.ITEM),
        ("21 501-02 Raad Algemene Zaken", "", "21 501-02 Raad Algemene Zaken", BlockKind.PARAGRAPH),
        ("3.5 miljard euro", "", "3.5 miljard euro", BlockKind.PARAGRAPH),
    ],
)
def test_what_stands_before_a_text_is_its_marker(line: str, marker: str, text: str, kind: BlockKind) -> None:
    block = _read(line).blocks[0]

    assert (block.marker, block.text, block.kind) == (marker, text, kind)


def test_each_paragraph_says_where_it_stands_in_the_words_of_the_language() -> None:
    assert [block.place for block in _read(f"{_LONG}\n\n{_LONG}").blocks] == ["al. 1", "al. 2"]
    assert _read("The ministers will discuss the state of the talks.\n" * 3).blocks[2].place == "para. 3"


_LETTERS = st.characters(codec="utf-8", exclude_categories=["Cc", "Cf", "Cs", "Co", "Cn"], exclude_characters="ÂÃâ")


@settings(max_examples=60, deadline=None)
@given(st.lists(st.text(_LETTERS, max_size=90)))
@example(["A1", "1A"])  # a number that hangs on a word, and a note that begins with it
def test_no_word_is_lost_and_all_stand_in_order(lines: list[str]) -> None:
    text = "inhoud\n" + "\n".join(lines)

    read = "".join(map(as_it_stood, _read(text).blocks))

    assert _letters(read) == _letters(tidy(text))


def _letters(text: str) -> str:
    return "".join(letter for letter in text if letter.isalnum())


def test_a_file_reads_as_its_bytes_do(tmp_path: Path) -> None:
    path = tmp_path / "agenda.txt"
    path.write_text(_LONG, encoding="utf-16")

    assert [block.text for block in formats.read(path).blocks] == [_LONG]


def test_numbers_glued_to_words_are_footnotes_when_their_notes_stand_below() -> None:
    text = (
        "De Commissie licht toe.1 Het voorstel is aangeboden.2De Raad beslist.\n\n1 Kamerstuk 22 112.\n2 COM(2025) 1."
    )

    body, first, second = _read(text).blocks

    assert (body.text, body.footnotes) == (
        "De Commissie licht toe. Het voorstel is aangeboden.De Raad beslist.",
        (FootnoteMark(23, "1"), FootnoteMark(51, "2")),
    )
    assert [(note.kind, note.marker, note.text) for note in (first, second)] == [
        (BlockKind.FOOTNOTE, "1", "Kamerstuk 22 112."),
        (BlockKind.FOOTNOTE, "2", "COM(2025) 1."),
    ]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "In Q1 komt het voorstel. Dit is op 3 juni a.s.1 besproken.",
            "In Q1 komt het voorstel. Dit is op 3 juni a.s.|",
        ),
        ("Over covid19, artikel 2.1 en de nota1.", "Over covid19, artikel 2.1 en de nota|"),
        ("Over het beleid1 en de nota1 spreekt de Raad.", None),
        ("De G1 komt bijeen; zie nr.1 van de stukken.", None),
    ],
)
def test_a_digit_that_belongs_to_a_word_is_no_footnote(text: str, found: str | None) -> None:
    block, note = _read(f"{text}\n\n1 Kamerstuk 22 112.").blocks

    assert note.kind is (BlockKind.FOOTNOTE if found else BlockKind.PARAGRAPH)
    assert block.text.startswith(found.rstrip("|") if found else text)
    assert block.footnotes == ((FootnoteMark(found.index("|"), "1"),) if found else ())


def test_numbers_glued_to_words_stay_when_there_is_no_note() -> None:
    assert _texts("Deze is nog niet bekend.1\n\nDe G7 komt bijeen.") == [
        "Deze is nog niet bekend.1",
        "De G7 komt bijeen.",
    ]


def test_what_a_site_puts_around_a_document_is_left_out() -> None:
    plain = _read(
        "[overzicht] [activiteiten]\nNummer: 1\nPreview document (🔗 origineel)\nDe Raad.\nX Noot 1 Bron.\nNaar boven"
    )

    assert [block.whole for block in plain.blocks] == ["De Raad.", "1 Bron."]
    assert [block.text for block in plain.left_out] == [
        "[overzicht] [activiteiten]", "Nummer: 1", "Preview document (🔗 origineel)", "Naar boven",
    ]  # fmt: skip
