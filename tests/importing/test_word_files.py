"""Word documents become blocks, with what Word knows of them."""

from docx.document import Document
from docx.enum.style import WD_STYLE_TYPE

from fmm_desktop.importing.plain import BlockKind, FootnoteMark, Weight

from .making import W, bare_word_file, read, texts, word_file


def test_headings_bold_paragraphs_lists_and_tables_keep_what_they_are() -> None:
    def fill(document: Document) -> None:
        document.add_heading("Noord-Atlantische Raad", 1)
        document.add_paragraph().add_run("Steun aan Oekraïne").bold = True
        document.add_paragraph("De ministers spreken over ").add_run("PURL").bold = True
        document.add_paragraph("Eerste punt", style="List Number")
        document.add_paragraph("Tweede punt", style="List Number")
        document.add_paragraph("Zonder nummer", style="List Bullet")
        table = document.add_table(1, 2)
        table.cell(0, 0).text, table.cell(0, 1).text = "Land", "Standpunt"

    blocks = read(word_file(fill)).blocks

    assert [(block.whole, block.kind, block.level, block.weight) for block in blocks] == [
        ("Noord-Atlantische Raad", BlockKind.PARAGRAPH, 1, Weight.BOLD),
        ("Steun aan Oekraïne", BlockKind.PARAGRAPH, 0, Weight.BOLD),
        ("De ministers spreken over PURL", BlockKind.PARAGRAPH, 0, Weight.PLAIN),
        ("1. Eerste punt", BlockKind.ITEM, 0, Weight.PLAIN),
        ("2. Tweede punt", BlockKind.ITEM, 0, Weight.PLAIN),
        ("• Zonder nummer", BlockKind.ITEM, 0, Weight.PLAIN),
        ("Land", BlockKind.CELL, 0, Weight.PLAIN),
        ("Standpunt", BlockKind.CELL, 0, Weight.PLAIN),
    ]


def test_a_document_with_all_its_text_in_one_table_loses_no_cell_of_it() -> None:
    def fill(document: Document) -> None:
        table = document.add_table(16, 3)
        for number, cell in enumerate(cell for row in table.rows for cell in row.cells):
            cell.text = f"Motie {number}"
        table.cell(0, 0).merge(table.cell(0, 2))

    found = texts(read(word_file(fill)).blocks)

    assert found == [f"Motie {number}" for number in range(48)]


def test_a_line_break_parts_a_bold_heading_from_the_text_below_it() -> None:
    def fill(document: Document) -> None:
        paragraph = document.add_paragraph()
        heading = paragraph.add_run("Westelijke Balkan")
        heading.bold = True
        heading.add_break()
        paragraph.add_run("De Raad bespreekt de toestand.").add_break()
        paragraph.add_run("die nog altijd zorgen baart")

    blocks = read(word_file(fill)).blocks

    assert [(block.text, block.weight) for block in blocks] == [
        ("Westelijke Balkan", Weight.BOLD),
        ("De Raad bespreekt de toestand.", Weight.PLAIN),
        ("die nog altijd zorgen baart", Weight.PLAIN),
    ]


def test_the_letterhead_of_a_ministry_and_what_repeats_on_pages_is_left_out_but_kept() -> None:
    def fill(document: Document) -> None:
        for name in ("Huisstijl-Retouradres", "broodtekst"):
            document.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
        document.add_paragraph("Postbus 20061", style="Huisstijl-Retouradres")
        document.add_paragraph("De Raad komt bijeen.", style="broodtekst")
        document.sections[0].header.paragraphs[0].text = "Departementaal vertrouwelijk"
        document.sections[0].footer.paragraphs[0].text = "Pagina 1"

    plain = read(word_file(fill))

    assert texts(plain.blocks) == ["De Raad komt bijeen."]
    assert texts(plain.left_out) == ["Departementaal vertrouwelijk", "Postbus 20061", "Pagina 1"]
    assert [block.order for block in (*plain.left_out, *plain.blocks)] == [0, 1, 3, 2]


def test_a_footnote_hangs_where_its_number_stood() -> None:
    data = bare_word_file(
        '<w:p><w:r><w:t>Het voorstel is aangeboden.</w:t></w:r><w:r><w:footnoteReference w:id="7"/></w:r>'
        "<w:r><w:t> De Raad beslist.</w:t></w:r></w:p>",
        footnotes=f'<w:footnotes xmlns:w="{W}"><w:footnote w:type="separator" w:id="0"><w:p/></w:footnote>'
        '<w:footnote w:id="7"><w:p><w:r><w:t>Kamerstuk 22 112, nr. 1.</w:t></w:r></w:p></w:footnote></w:footnotes>',
    )

    text, note = read(data).blocks

    assert (text.text, text.footnotes) == ("Het voorstel is aangeboden. De Raad beslist.", (FootnoteMark(27, "1"),))
    assert (note.kind, note.marker, note.text) == (BlockKind.FOOTNOTE, "1", "Kamerstuk 22 112, nr. 1.")
    assert note.place == "noot 1"


def test_numbers_that_word_counts_itself_are_markers_also_by_level() -> None:
    def numbered(level: int, text: str) -> str:
        properties = f'<w:pPr><w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="5"/></w:numPr></w:pPr>'
        return f"<w:p>{properties}<w:r><w:t>{text}</w:t></w:r></w:p>"

    levels = (
        '<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="upperRoman"/><w:lvlText w:val="%1."/></w:lvl>'
        '<w:lvl w:ilvl="1"><w:numFmt w:val="decimal"/><w:lvlText w:val="%1.%2"/></w:lvl>'
        '<w:lvl w:ilvl="2"><w:numFmt w:val="lowerLetter"/><w:lvlText w:val="%3)"/></w:lvl>'
    )
    data = bare_word_file(
        "".join(numbered(level, "Punt") for level in (0, 1, 1, 2, 2, 0, 1)),
        numbering=f'<w:numbering xmlns:w="{W}"><w:abstractNum w:abstractNumId="3">{levels}</w:abstractNum>'
        '<w:num w:numId="5"><w:abstractNumId w:val="3"/></w:num></w:numbering>',
    )

    assert [(block.marker, block.depth) for block in read(data).blocks] == [
        ("I.", 1), ("I.1", 2), ("I.2", 2), ("a)", 3), ("b)", 3), ("II.", 1), ("II.1", 2),
    ]  # fmt: skip


def test_a_list_that_begins_anew_is_counted_anew() -> None:
    def numbered(number: int, text: str, mark: str = "") -> str:
        properties = f'<w:numPr><w:ilvl w:val="0"/><w:numId w:val="{number}"/></w:numPr><w:rPr>{mark}</w:rPr>'
        return f"<w:p><w:pPr>{properties}</w:pPr>{text and f'<w:r><w:t>{text}</w:t></w:r>'}</w:p>"

    level = '<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl>'
    anew = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>'
    data = bare_word_file(
        "".join(
            [
                *(numbered(1, "Punt") for _ in range(2)),
                numbered(1, "", "<w:del/>"),  # an item that was deleted
                numbered(2, "Punt"),
                numbered(1, "Punt"),
                *(numbered(3, "Punt") for _ in range(2)),
            ]
        ),
        numbering=f'<w:numbering xmlns:w="{W}"><w:abstractNum w:abstractNumId="0"><w:styleLink w:val="L"/>{level}'
        '</w:abstractNum><w:abstractNum w:abstractNumId="9"><w:numStyleLink w:val="L"/></w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="9"/></w:num>'
        f'<w:num w:numId="3"><w:abstractNumId w:val="0"/>{anew}</w:num></w:numbering>',
    )

    assert [block.marker for block in read(data).blocks] == ["1.", "2.", "3.", "4.", "1.", "2."]


def test_what_was_deleted_is_gone_and_what_was_inserted_is_there() -> None:
    data = bare_word_file(
        "<w:p><w:r><w:t>Nederland </w:t></w:r><w:del><w:r><w:delText>steunt</w:delText></w:r></w:del>"
        "<w:ins><w:r><w:t>verwelkomt</w:t></w:r></w:ins><w:r><w:t> dit </w:t></w:r>"
        "<w:moveFrom><w:r><w:t>elders</w:t></w:r></w:moveFrom></w:p>"
    )

    assert texts(read(data).blocks) == ["Nederland verwelkomt dit"]


def test_paragraphs_of_which_the_end_was_deleted_are_one() -> None:
    data = bare_word_file(
        "<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr><w:r><w:t>Nederland </w:t></w:r></w:p>"
        "<w:p><w:r><w:t>verwelkomt dit.</w:t></w:r></w:p><w:p><w:r><w:t>De Raad.</w:t></w:r></w:p>"
    )

    assert texts(read(data).blocks) == ["Nederland verwelkomt dit.", "De Raad."]


def test_signs_of_picture_fonts_are_text() -> None:
    signs = "".join(
        f'<w:r><w:sym w:font="{font}" w:char="{code}"/></w:r>'
        for font, code in (("Symbol", "F0B3"), ("Symbol", "F061"), ("Wingdings", "F0E0"), ("Wingdings", "F04A"))
    )

    assert texts(read(bare_word_file(f"<w:p><w:r><w:t>a</w:t></w:r>{signs}</w:p>")).blocks) == ["a≥α→\ufffd"]


def test_hidden_words_do_not_come_into_the_text() -> None:
    data = bare_word_file(
        "<w:p><w:r><w:t>Zichtbaar.</w:t></w:r><w:r><w:rPr><w:vanish/></w:rPr><w:t>Intern.</w:t></w:r></w:p>"
        '<w:p><w:pPr><w:pStyle w:val="H"/></w:pPr><w:r><w:t>Verborgen.</w:t></w:r>'
        '<w:r><w:rPr><w:vanish w:val="0"/></w:rPr><w:t>Toch niet.</w:t></w:r></w:p>',
        styles=f'<w:styles xmlns:w="{W}"><w:style w:styleId="H"><w:rPr><w:vanish/></w:rPr></w:style></w:styles>',
    )

    plain = read(data)

    assert (texts(plain.blocks), texts(plain.left_out)) == (["Zichtbaar.", "Toch niet."], ["Intern.", "Verborgen."])


def test_a_text_box_is_read_once() -> None:
    box = "<w:txbxContent><w:p><w:r><w:t>Kader</w:t></w:r></w:p></w:txbxContent>"
    ways = f"<m:Choice>{box}</m:Choice><m:Fallback>{box}</m:Fallback>"
    alternatives = f'<m:AlternateContent xmlns:m="urn:m">{ways}</m:AlternateContent>'

    assert texts(read(bare_word_file(f"<w:p><w:r>{alternatives}<w:t>Tekst</w:t></w:r></w:p>")).blocks) == [
        "Kader",
        "Tekst",
    ]
