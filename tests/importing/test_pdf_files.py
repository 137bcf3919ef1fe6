"""PDF files become blocks: paragraphs over lines and pages, and nothing in them that only repeats on each page."""

import pytest

from fmm_desktop.importing.plain import BlockKind, FootnoteMark, Weight

from .making import letters, pdf, read, texts

_TEXT = (
    "De ministers spreken over de uitvoering van de afspraken die in het voorjaar zijn gemaakt over de "
    "verantwoordelijkheden van de bondgenoten. Nederland zal het belang van een eerlijke verdeling benadrukken."
)


def test_lines_become_paragraphs_with_their_weight_and_headings_their_level() -> None:
    plain = read(
        pdf(
            f"#set page(width: 260pt, height: 800pt)\n#set par(justify: true)\n= Noord-Atlantische Raad\n{_TEXT}\n\n"
            f"*Oekraïne*\n\n{_TEXT}\n\n- eerste punt\n- tweede punt\n\n"
            "1. met een nummer dat over meer dan een enkele regel gaat"
        )
    )

    assert [(block.whole, block.kind, block.level, block.weight) for block in plain.blocks] == [
        ("Noord-Atlantische Raad", BlockKind.PARAGRAPH, 1, Weight.BOLD),
        (_TEXT, BlockKind.PARAGRAPH, 0, Weight.PLAIN),
        ("Oekraïne", BlockKind.PARAGRAPH, 0, Weight.BOLD),
        (_TEXT, BlockKind.PARAGRAPH, 0, Weight.PLAIN),
        ("• eerste punt", BlockKind.ITEM, 0, Weight.PLAIN),
        ("• tweede punt", BlockKind.ITEM, 0, Weight.PLAIN),
        ("1. met een nummer dat over meer dan een enkele regel gaat", BlockKind.PARAGRAPH, 0, Weight.PLAIN),
    ]


def test_headers_footers_and_page_numbers_are_left_out_and_a_paragraph_goes_on_overleaf() -> None:
    head = '#set page(width: 300pt, height: 200pt, margin: (y: 45pt), header: [Vertrouwelijk], numbering: "1")\n'

    plain = read(pdf(f"{head}#par[{_TEXT * 6}]"))

    assert texts(plain.blocks) == [_TEXT * 6]
    assert {block.text for block in plain.left_out} == {"Vertrouwelijk", "1", "2", "3"}
    assert [block.style for block in plain.left_out[:2]] == ["header", "page number"]


def test_footnotes_hang_on_the_text_and_come_after_it() -> None:
    plain = read(
        pdf(f"#set page(width: 300pt, height: 300pt)\nDe Raad#footnote[Kamerstuk 21 501-02, nr. 1.] beslist. {_TEXT}")
    )

    text, note = plain.blocks
    assert (text.text, text.footnotes) == (f"De Raad beslist. {_TEXT}", (FootnoteMark(7, "1"),))
    assert (note.kind, note.marker, note.text) == (BlockKind.FOOTNOTE, "1", "Kamerstuk 21 501-02, nr. 1.")
    assert (text.place, note.place) == ("p. 1, al. 1", "p. 1, noot 1")


def test_two_columns_are_read_one_after_the_other() -> None:
    plain = read(
        pdf(f"#set page(width: 420pt, height: 190pt, columns: 2)\n{_TEXT}\n\n{_TEXT.replace('ministers', 'leden')}")
    )

    assert letters("".join(texts(plain.blocks))) == letters(_TEXT + _TEXT.replace("ministers", "leden"))


def test_the_margin_of_a_kamerstuk_is_not_in_the_text() -> None:
    year = "Tweede Kamer, vergaderjaar 2024–2025, 21 501-02, nr. 3121"
    foot = f"[kst-21501-02-3121 \\ ISSN 0921 - 7371 \\ {year}]"
    plain = read(
        pdf(
            f'#set page(paper: "a4", margin: (left: 221pt), footer: {foot})\n#place(dx: -166pt)[Nr. 3121]\n'
            f"{_TEXT}\n\n{_TEXT}\n\n{_TEXT}"
        )
    )

    assert texts(plain.blocks) == [_TEXT] * 3
    assert [(block.style, block.text) for block in plain.left_out] == [
        ("margin", "Nr. 3121"),
        ("footer", "kst-21501-02-3121"),
        ("footer", "ISSN 0921 - 7371"),
        ("footer", year),
    ]


@pytest.mark.parametrize("angle", [90, 180, -90])
def test_a_page_of_which_the_text_is_turned_is_read_as_an_upright_one(angle: int) -> None:
    body = f"= Noord-Atlantische Raad\n{_TEXT}\n\n{_TEXT * 2}"

    plain = read(pdf(f"#rotate({angle}deg, reflow: true)[#block(width: 400pt)[{body}]]"))

    assert texts(plain.blocks) == ["Noord-Atlantische Raad", _TEXT, _TEXT * 2]
    assert plain.blocks[0].level == 1


def test_a_line_that_is_written_from_the_right_is_one_line() -> None:
    line = "שלום עולם זהו טקסט ארוך"

    assert texts(read(pdf(f'#set text(lang: "he", dir: rtl)\n{line}')).blocks) == [line]


def test_the_cells_of_a_table_stay_apart_also_where_they_are_full() -> None:
    full = "steunt het voorstel volledig en zonder enig voorbehoud van welke aard ook"

    cells = f"[Land], [Positie], [Deel], [Litouwen], [{full}], [20%], [Malta], [ook], [3%]"

    plain = read(pdf(f"#table(columns: 3, {cells})"))

    assert [(block.text, block.kind) for block in plain.blocks] == [
        (text, BlockKind.CELL) for text in ("Land", "Positie", "Deel", "Litouwen", full, "20%", "Malta", "ook", "3%")
    ]


_TOPICS = ("Sancties", "Migratie", "Moldavië", "Handel")
_ROWS = "".join(f"[{topic}], [{_TEXT}]," for topic in _TOPICS)
_NAMES = "table.header[*Onderwerp*][*Toelichting*],"
_CLOSING = "Het kabinet informeert u daarna."


@pytest.mark.parametrize("height", ["a4", "a6"])
@pytest.mark.parametrize("inset", ["5pt", "3pt", "(x: 0pt, y: 4pt)"])
def test_a_table_of_two_columns_is_read_row_by_row_also_overleaf(inset: str, height: str) -> None:
    table = f"#table(columns: (110pt, 1fr), inset: {inset}, {_NAMES}{_ROWS})"

    plain = read(pdf(f'#set page(paper: "{height}")\n= Raad\n{_TEXT}\n\n{table}\n\nHet kabinet dankt *u* zeer.'))

    cells = [(block.text, tuple(block.cell)) for block in plain.blocks if block.cell]
    topics = [cell for row, topic in enumerate(_TOPICS, 1) for cell in ((topic, (1, row, 0)), (_TEXT, (1, row, 1)))]
    assert cells == [("Onderwerp", (1, 0, 0)), ("Toelichting", (1, 0, 1)), *topics]
    assert {block.text for block in plain.left_out} <= {"Onderwerp", "Toelichting"}


@pytest.mark.parametrize("table", ["columns: (60pt, 1fr), align: horizon", "columns: (30pt, 50pt, 1fr)"])
def test_what_stands_to_the_right_of_the_edge_of_the_text_is_in_no_margin(table: str) -> None:
    rows = _ROWS if "50pt" not in table else "".join(f"[1.], [{topic}], [{_TEXT}]," for topic in _TOPICS)

    plain = read(pdf(f'#set page(paper: "a4")\n{_TEXT}\n\n#table({table}, {rows})\n\n{_CLOSING}'))

    assert not plain.left_out


def test_text_with_a_margin_beside_it_is_no_table() -> None:
    asides = "\n".join(f"#place(dx: -100pt, dy: {26 * n}pt)[{aside}]" for n, aside in enumerate(("Datum", "Ons", "Uw")))

    plain = read(pdf(f'#set page(paper: "a4", margin: (left: 180pt))\n{asides}\n' + f"{_TEXT}\n\n" * 5))

    assert texts(plain.blocks) == [_TEXT] * 5
    assert texts(plain.left_out) == ["Datum", "Ons", "Uw"]


def test_three_columns_that_begin_at_other_heights_are_not_mixed() -> None:
    cells = "".join(f"[{topic}], [{_TEXT}], pad(y: 6pt)[{_TEXT}]," for topic in _TOPICS)

    plain = read(pdf(f'#set page(paper: "a4")\n#table(columns: (90pt, 1fr, 1fr), {cells})'))

    assert letters("".join(texts(plain.blocks))) == letters("".join(topic + _TEXT * 2 for topic in _TOPICS))


class _StoppedError(Exception):
    pass


def test_reading_says_how_far_it_is_and_can_be_stopped() -> None:
    from fmm_desktop.importing import formats  # noqa: PLC0415

    told: list[float] = []

    def watch(fraction: float) -> None:
        told.append(fraction)
        if len(told) == 3:
            raise _StoppedError

    with pytest.raises(_StoppedError):
        formats.read_bytes(pdf("a #pagebreak() b #pagebreak() c #pagebreak() d"), "agenda.pdf", watch)
    assert told == sorted(told)
    assert told[-1] < 1
