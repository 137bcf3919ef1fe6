"""OpenDocument texts become blocks, as Word documents do."""

from fmm_desktop.importing.plain import BlockKind, FootnoteMark, Weight

from .making import ODF, open_document, read, texts

_STYLES = (
    '<style:style style:name="P1" style:family="paragraph" style:parent-style-name="Standaard">'
    '<style:text-properties fo:font-weight="bold"/></style:style>'
    '<text:list-style style:name="L1"><text:list-level-style-number text:level="1" style:num-format="1" '
    'style:num-suffix="."/><text:list-level-style-bullet text:level="2" text:bullet-char="–"/></text:list-style>'
)


def test_headings_weights_lists_and_tables_keep_what_they_are() -> None:
    data = open_document(
        '<text:h text:outline-level="2">Sessie 1</text:h><text:p text:style-name="P1">Oekraïne</text:p>'
        '<text:list text:style-name="L1"><text:list-item><text:p>Een</text:p><text:list><text:list-item>'
        "<text:p>Dieper</text:p></text:list-item></text:list></text:list-item><text:list-item><text:p>Twee</text:p>"
        "</text:list-item></text:list><table:table><table:table-row><table:table-cell><text:p>Cel</text:p>"
        "</table:table-cell></table:table-row></table:table>",
        _STYLES,
    )

    assert [(block.whole, block.kind, block.level, block.depth, block.weight) for block in read(data).blocks] == [
        ("Sessie 1", BlockKind.PARAGRAPH, 2, 0, Weight.PLAIN),
        ("Oekraïne", BlockKind.PARAGRAPH, 0, 0, Weight.BOLD),
        ("1. Een", BlockKind.ITEM, 0, 1, Weight.PLAIN),
        ("– Dieper", BlockKind.ITEM, 0, 2, Weight.PLAIN),
        ("2. Twee", BlockKind.ITEM, 0, 1, Weight.PLAIN),
        ("Cel", BlockKind.CELL, 0, 0, Weight.PLAIN),
    ]


def test_a_footnote_in_the_middle_of_a_sentence_comes_after_the_text() -> None:
    body = "<text:note-body><text:p>Bron.</text:p></text:note-body>"
    note = f"<text:note><text:note-citation>1</text:note-citation>{body}</text:note>"
    data = open_document(f"<text:p>De Raad{note} komt<text:s/>bijeen.</text:p><text:p>Einde.</text:p>")

    blocks = read(data).blocks

    assert texts(blocks) == ["De Raad komt bijeen.", "Einde.", "1 Bron."]
    assert blocks[0].footnotes == (FootnoteMark(7, "1"),)


def test_deleted_text_comments_and_contents_are_not_the_body() -> None:
    data = open_document(
        "<text:tracked-changes><text:p>Weg</text:p></text:tracked-changes>"
        "<text:table-of-content><text:p>Oekraïne 2</text:p></text:table-of-content>"
        "<text:p>De Raad.<office:annotation><text:p>Klopt dit?</text:p></office:annotation></text:p>",
        meta=f'<office:document-meta xmlns:office="{ODF}office:1.0" xmlns:dc="http://purl.org/dc/elements/1.1/">'
        "<dc:title>Agenda</dc:title></office:document-meta>",
    )

    plain = read(data)

    assert (texts(plain.blocks), texts(plain.left_out), plain.title) == (["De Raad."], ["Oekraïne 2"], "Agenda")


def test_the_numbers_of_a_list_are_those_that_are_shown() -> None:
    levels = "".join(
        f'<text:list-level-style-number text:level="{level}" style:num-format="1" style:num-suffix="." '
        f'text:display-levels="{level}"/>'
        for level in (1, 2)
    )
    inner = "<text:list><text:list-item><text:p>Dieper</text:p></text:list-item></text:list>"
    data = open_document(
        '<text:list text:style-name="L" xml:id="a"><text:list-item><text:p>Een</text:p></text:list-item>'
        f'<text:list-item text:start-value="7"><text:p>Zeven</text:p>{inner}</text:list-item></text:list>'
        '<text:list text:style-name="L"><text:list-item><text:p>Anders</text:p></text:list-item></text:list>'
        '<text:list text:style-name="L" text:continue-list="a"><text:list-item><text:p>Acht</text:p></text:list-item>'
        "</text:list>",
        f'<text:list-style style:name="L">{levels}</text:list-style>',
    )

    assert texts(read(data).blocks) == ["1. Een", "7. Zeven", "7.1. Dieper", "1. Anders", "8. Acht"]


def test_hidden_words_and_those_of_pictures_are_not_the_body() -> None:
    data = open_document(
        "<text:p>De <text:hidden-text>geheime</text:hidden-text>Raad<x:desc xmlns:x='urn:svg'>Een vlag</x:desc> "
        '<text:span text:style-name="H">niet</text:span>komt.</text:p><text:p text:style-name="H">Verborgen.</text:p>',
        '<style:style style:name="H"><style:text-properties text:display="none"/></style:style>',
    )

    plain = read(data)

    assert texts(plain.blocks) == ["De Raad komt."]
    assert texts(plain.left_out) == ["geheime", "niet", "Verborgen."]
