"""Tables in an agenda: names of columns, rows that are topics, and what is unsure of the rest."""

import pytest
from docx.document import Document

from fmm_desktop.dossier.model import Kind
from fmm_desktop.importing.agenda.draft import Doubt, Draft, Part
from fmm_desktop.importing.agenda.reading import read_agenda
from fmm_desktop.importing.plain import Block, BlockKind, Cell, Plain

from ..making import bare_word_file, open_document, read, word_file
from .documents import blocks, books, titles

NAMES = ["Onderwerp", "Stand van zaken", "Nederlandse positie"]
ROWS = [
    ["3. Sluizen", "Gedachtewisseling over een plan van Duitsland.", "Nederland steunt het plan."],
    ["4. Diversen", "", "Nederland neemt kennis van de informatie."],
]
BEFORE = "Het kabinet hecht aan dijken."
BEHIND = "De Raad zal mogelijk stilstaan bij de kabels. In dat geval zal Nederland wijzen op de storm."


def agenda_in_word(document: Document) -> None:
    document.add_paragraph("Geannoteerde agenda Waterraad 5 december 2025").runs[0].bold = True
    for heading, text in (("1. Dijken", BEFORE), ("2. Peil", BEFORE), ("Inzet Nederland", BEFORE)):
        document.add_paragraph().add_run(heading).bold = True
        document.add_paragraph(text)
    table = document.add_table(rows=3, cols=3)
    for row, cells in zip(table.rows, [NAMES, *ROWS], strict=True):
        for cell, text in zip(row.cells, cells, strict=True):
            cell.text = text
    document.add_paragraph(BEHIND)


@pytest.fixture
def draft() -> Draft:
    return read_agenda(read(word_file(agenda_in_word), "agenda.docx"), books())


def test_rows_are_topics_and_columns_name_what_stands_in_them(draft: Draft) -> None:
    _, _, locks, other, behind = draft.sessions[0].topics

    assert [topic.heading.title for topic in (locks, other)] == ["3. Sluizen", "4. Diversen"]
    assert [(one.label, one.kind, one.text, one.doubts) for one in (*locks.passages, *other.passages)] == [
        ("Stand van zaken", Kind.BACKGROUND, ROWS[0][1], ()),
        ("Nederlandse positie", Kind.POSITION, ROWS[0][2], ()),
        ("Nederlandse positie", Kind.POSITION, ROWS[1][2], ()),
    ]
    assert [draft.plain.blocks[out.span.block].text for out in draft.left_out if out.part is Part.COLUMNS] == NAMES
    assert (other.certainty, behind.certainty) == ("planned", "possible")
    assert [(one.label, one.kind) for one in behind.passages] == [("", Kind.DISCUSSION), ("", Kind.POSITION)]
    assert behind.doubts == (Doubt.SAME_TOPIC, Doubt.TITLE)


def table(*rows: list[str]) -> list[Block]:
    return [
        Block(text=text, kind=BlockKind.CELL, cell=Cell(1, row, column))
        for row, cells in enumerate(rows)
        for column, text in enumerate(cells)
    ]


def test_a_label_in_a_table_holds_for_its_row_and_ends_with_the_table() -> None:
    draft = blocks(
        Block(text="Dijken", level=1),
        Block(text="Het water staat hoog. Dat is zo in het hele land."),
        *table(["Inzet Nederland", "Hogere dijken."], ["Overig", "Het regent."]),
        Block(text="Het waait hard in het hele land. Dat is al weken zo."),
    )

    assert [(one.label, one.text.split(".")[0]) for one in draft.passages()] == [
        ("", "Het water staat hoog"),
        ("Inzet Nederland", "Hogere dijken"),
        ("", "Overig"),
        ("", "Het regent"),
        ("", "Het waait hard in het hele land"),
    ]


def test_a_label_that_is_a_row_of_its_own_holds_for_the_rows_below_it() -> None:
    draft = blocks(*table(["Inzet Nederland"], ["Hogere dijken.", "Snel."]), Block(text="Het waait. Het regent."))

    assert [one.label for one in draft.passages()] == ["Inzet Nederland", "Inzet Nederland", ""]


def test_rows_that_begin_with_labels_are_no_columns_whatever_the_first_row_says() -> None:
    draft = blocks(*table(["Achtergrond", "Stand van zaken"], ["Inzet Nederland", "Hogere dijken."]))

    assert [(one.label, one.kind) for one in draft.passages()][-1] == ("Inzet Nederland", Kind.POSITION)


def test_what_stands_in_a_column_of_another_name_is_unsure() -> None:
    draft = blocks(
        Block(text="Vergaderjaar 2025-2026"),
        Block(text="Geannoteerde agenda Waterraad 5 december 2025"),
        *table(["Onderwerp", "Inzet Nederland", "Dossier 7"], ["Dijken", "Hogere dijken.", "Klein."]),
    )

    assert [(one.label, one.kind, one.doubts) for one in draft.passages()] == [
        ("Inzet Nederland", Kind.POSITION, ()),
        ("Dossier 7", Kind.BACKGROUND, (Doubt.KIND,)),
    ]


def test_a_table_that_is_but_a_frame_is_read_as_text() -> None:
    talk = "De Raad zal spreken over de dijken. Nederland steunt hogere dijken."

    draft = blocks(*table(["Geannoteerde agenda Waterraad 5 december 2025"], ["Dijken"], [talk], ["Sluizen"], [talk]))

    assert titles(draft) == [("Waterraad", ["Dijken", "Sluizen"])]


def test_what_is_for_when_it_is_raised_is_so_in_a_column_of_positions() -> None:
    rows = [["Dijken", "Nederland steunt het plan."], ["Sluizen", "Als het ter sprake komt, zal Nederland zwijgen."]]
    draft = blocks(Block(text="Agenda Waterraad", level=1), *table(["Onderwerp", "Nederlandse positie"], *rows))

    assert [one.kind for one in draft.passages()] == [Kind.POSITION, Kind.IF_RAISED]


def test_where_a_label_may_name_a_column_or_not_all_of_the_table_is_unsure() -> None:
    draft = blocks(
        Block(text="Dijken", level=1),
        *table(["Land", "Standpunt"], ["Duitsland", "Steunt het voorstel."], ["Polen", "Is tegen."]),
        Block(text="Sluizen", level=1),
        Block(text="Het waait hard."),
    )

    assert titles(draft) == [("Agenda", ["Dijken", "Sluizen"])]
    *of_table, wind = draft.passages()
    assert all(Doubt.KIND in one.doubts and one.kind is not Kind.POSITION for one in of_table)
    assert (wind.label, wind.doubts) == ("", ())


def test_where_cells_have_no_places_what_stands_below_names_of_columns_is_unsure() -> None:
    cells = [Block(text=text, kind=BlockKind.CELL) for text in (*NAMES, *ROWS[0])]

    *of_table, behind = blocks(Block(text="Dijken. Het regent."), *cells, Block(text=BEFORE)).passages()

    assert [one.text for one in of_table if one.kind is Kind.POSITION and Doubt.KIND not in one.doubts] == []
    assert (behind.label, behind.doubts) == ("", ())


MARKDOWN = "# e\n\n| a | b |\n|---|---|\n| c | d |\n"
HTML = "<html><body><table><tr><th rowspan=2>a</th><th>b</th></tr><tr><td>c</td></tr></table><p>e</p></body></html>"
CELLS = "".join(
    f"<w:tr>{''.join(f'<w:tc><w:p><w:r><w:t>{x}</w:t></w:r></w:p></w:tc>' for x in row)}</w:tr>" for row in ("ab", "cd")
)
ODT = (
    "<table:table>"
    + "".join(
        f"<table:table-row>{''.join(f'<table:table-cell><text:p>{x}</text:p></table:table-cell>' for x in row)}"
        "</table:table-row>"
        for row in ("ab", "cd")
    )
    + "</table:table>"
)
XML = (
    "<officiele-publicatie><kamerstuk><stuk><algemeen><vrije-tekst><tekst><table><tgroup><tbody>"
    "<row><entry><al>a</al></entry><entry><al>b</al></entry></row><row><entry><al>c</al></entry><entry><al>d</al>"
    "</entry></row></tbody></tgroup></table></tekst></vrije-tekst></algemeen></stuk></kamerstuk></officiele-publicatie>"
)
SQUARE = {"a": (1, 0, 0), "b": (1, 0, 1), "c": (1, 1, 0), "d": (1, 1, 1)}


@pytest.mark.parametrize(
    ("data", "name", "cells"),
    [
        (MARKDOWN, "a.md", {"e": None, **SQUARE}),
        (HTML, "a.html", {"a": (1, 0, 0), "b": (1, 0, 1), "c": (1, 1, 1), "e": None}),
        (bare_word_file(f"<w:tbl>{CELLS}</w:tbl>"), "a.docx", SQUARE),
        (open_document(ODT), "a.odt", SQUARE),
        (XML, "a.xml", SQUARE),
    ],
    ids=["markdown", "html", "docx", "odt", "kamerstuk"],
)
def test_each_format_tells_where_a_cell_stands(data: bytes | str, name: str, cells: dict[str, object]) -> None:
    plain: Plain = read(data, name)

    assert {block.text: block.cell for block in plain.blocks} == cells
