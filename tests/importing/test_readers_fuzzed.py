"""Whatever comes in, a reader loses no word of it; and a damaged file is read or refused, never an error of ours."""

import io
import zipfile
from collections.abc import Callable
from html import escape

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from fmm_desktop.importing.plain import Plain
from fmm_desktop.importing.trouble import ImportingError

from .making import W, as_it_stood, bare_word_file, letters, open_document, pdf, read, zip_file

_WORDS = st.text("abcdeëfgIVXilo1239.,:;-–()[]*_#\"'&<>= \t", min_size=1, max_size=40)
_TEXTS = st.lists(_WORDS, min_size=1, max_size=8)
_SHORT = settings(max_examples=40, deadline=None)


def _word(paragraphs: list[str]) -> bytes:
    forms = ["<w:p><w:r><w:t>{}</w:t></w:r></w:p>", "<w:p><w:r><w:rPr><w:b/></w:rPr><w:t>{}</w:t><w:br/></w:r></w:p>"]
    forms.append("<w:tbl><w:tr><w:tc><w:p><w:r><w:t>{}</w:t></w:r></w:p></w:tc></w:tr></w:tbl>")
    return bare_word_file(_filled(forms, paragraphs))


def _open(paragraphs: list[str]) -> bytes:
    forms = ["<text:p>{}</text:p>", "<text:h>{}</text:h>", "<text:list><text:list-item><text:p>{}</text:p>"]
    forms[2] += "</text:list-item></text:list>"
    return open_document(_filled(forms, paragraphs))


def _page(paragraphs: list[str]) -> bytes:
    forms = ["<p>{}</p>", "<h2>{}</h2>", "<ul><li>{}<li></ul>", "<td>{}", "<nav>{}</nav>", "<b>{}<p>", "</div>{}<br>"]
    return f"<html><body>{_filled(forms, paragraphs)}".encode()


def _kamerstuk(paragraphs: list[str]) -> bytes:
    forms = ["<al>{}</al>", "<tussenkop>{}</tussenkop>", "<lijst><li><al>{}</al></li></lijst>", "<titel>{}</titel>"]
    return f"<officiele-publicatie>{_filled(forms, paragraphs)}</officiele-publicatie>".encode()


def _filled(forms: list[str], paragraphs: list[str]) -> str:
    return "".join(forms[place % len(forms)].format(escape(text)) for place, text in enumerate(paragraphs))


def _all(plain: Plain) -> str:
    """Every word, in the order of the document."""
    return "".join(map(as_it_stood, sorted((*plain.blocks, *plain.left_out), key=lambda block: block.order)))


@pytest.mark.parametrize("made", [_word, _open, _page, _kamerstuk])
@_SHORT
@given(paragraphs=_TEXTS)
def test_every_word_is_there_in_order(made: Callable[[list[str]], bytes], paragraphs: list[str]) -> None:
    paragraphs = ["begin", *paragraphs]

    found = letters(_all(read(made(paragraphs))))

    assert found == letters("".join(paragraphs))


@_SHORT
@given(paragraphs=st.lists(st.text("abë1239.,:;-–)*_#\"'&= \t", min_size=1, max_size=40), max_size=8))
def test_every_word_of_a_markdown_text_is_there_in_order(paragraphs: list[str]) -> None:
    text = "# begin\n\n**vet**\n\n" + "\n\n".join(paragraphs)

    assert letters(_all(read(text, "a.md"))) == letters(text)


_TEXT = """<w:p><w:pPr><w:pStyle w:val="a"/><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr><w:r>
<w:rPr><w:b w:val="0"/></w:rPr><w:t>De Raad</w:t><w:footnoteReference w:id="2"/></w:r></w:p><w:tbl><w:tr><w:tc><w:p/>
</w:tc></w:tr></w:tbl>"""
_STYLES = f"""<w:styles xmlns:w="{W}"><w:style w:styleId="a"><w:name w:val="heading 1"/><w:basedOn w:val="b"/></w:style>
<w:style w:styleId="b"><w:basedOn w:val="a"/></w:style></w:styles>"""
_NUMBERS = f"""<w:numbering xmlns:w="{W}"><w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:numFmt
w:val="lowerLetter"/><w:lvlText w:val="%1)"/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/>
</w:num></w:numbering>"""
_STARTS = [b"", b"%PDF-1.7\n", b"PK\x03\x04", b"<html>", b"<officiele-publicatie>", b"# "]
_SOUND = {
    "docx": lambda: bare_word_file(_TEXT, styles=_STYLES, numbering=_NUMBERS),
    "odt": lambda: open_document(
        '<text:list text:style-name="L"><text:list-item><text:p text:style-name="P1">Een<text:note>'
        "<text:note-citation>1</text:note-citation><text:note-body><text:p>x</text:p></text:note-body></text:note></text:p></text:list-item>"
        "</text:list>",
        '<style:style style:name="P1" style:parent-style-name="P1"/>',
    ),
    "pdf": lambda: pdf("= Raad\nDe Raad#footnote[Bron] komt *bijeen*.\n- punt"),
}


@pytest.mark.parametrize("kind", ["docx", "odt"])
@_SHORT
@given(data=st.data())
def test_a_damaged_part_is_read_or_refused(kind: str, data: st.DataObject) -> None:
    parts = _parts(_SOUND[kind]())
    name = data.draw(st.sampled_from(sorted(parts)))

    _read_or_refused(zip_file(parts | {name: _damaged(parts[name], data)}))


@pytest.mark.parametrize("kind", ["docx", "odt", "pdf"])
@_SHORT
@given(data=st.data())
def test_a_damaged_file_is_read_or_refused(kind: str, data: st.DataObject) -> None:
    _read_or_refused(_damaged(_SOUND[kind](), data))


@_SHORT
@given(st.binary(max_size=300), st.sampled_from(_STARTS))
def test_any_bytes_are_read_or_refused(content: bytes, start: bytes) -> None:
    _read_or_refused(start + content)


def _parts(packed: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(packed)) as file:
        return {name: file.read(name) for name in file.namelist()}


def _damaged(content: bytes, data: st.DataObject) -> bytes:
    """Cut a piece out, or put other bytes in its place."""
    start = data.draw(st.integers(0, len(content)))
    end = data.draw(st.integers(start, min(len(content), start + 40)))
    return content[:start] + data.draw(st.binary(max_size=12)) + content[end:]


def _read_or_refused(content: bytes) -> None:
    try:
        plain = read(content)
    except ImportingError:
        return
    assert all(block.text == " ".join(block.text.split()) for block in (*plain.blocks, *plain.left_out))
