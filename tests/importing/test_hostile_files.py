"""What is no document, or means harm, gives one clear sentence: soon, in little memory, and nothing is fetched."""

import io
import os
import struct
import time
import tracemalloc
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from fmm_desktop.errors import Sentence
from fmm_desktop.importing import formats, limits, trouble
from fmm_desktop.importing.trouble import ImportingError

from .making import ODT_TYPE, W, bare_word_file, open_document, pdf, read, texts, zip_file

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)
_LOCKED_PDF = (
    b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[]/Count 0>>endobj\n"
    b"3 0 obj<</Filter/Standard/V 1/R 2/P -4/O<" + b"41" * 32 + b">/U<" + b"42" * 32 + b">>>endobj\n"
    b"trailer<</Root 1 0 R/Encrypt 3 0 R/ID[<00><00>]>>\n%%EOF"
)
_BOMB = "<!ENTITY a 'ha'>" + "".join(
    f"<!ENTITY {b} '{f'&{a};' * 20}'>" for a, b in zip("abcdefgh", "bcdefghi", strict=True)
)
_PARAGRAPH = "<w:p><w:r><w:t>Raad</w:t></w:r></w:p>"
_KAMERSTUK = "<officiele-publicatie><al>&{};</al></officiele-publicatie>"


def _lying(data: bytes) -> bytes:
    """Say in every header of a zip file that its parts are a hundred bytes long."""
    for mark, place in ((b"PK\x01\x02", 24), (b"PK\x03\x04", 22)):
        at = data.find(mark)
        while at >= 0:
            data = data[: at + place] + struct.pack("<I", 100) + data[at + place + 4 :]
            at = data.find(mark, at + 4)
    return data


def _with_headers(content: str, count: int) -> bytes:
    """Return a .docx with that in each of so many headers."""
    header = f'<w:hdr xmlns:w="{W}">{content}</w:hdr>'
    return bare_word_file(_PARAGRAPH, **{f"header{number}": header for number in range(count)})


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (b"", trouble.EMPTY),
        (b"\xef\xbb\xbf \r\n\t ", trouble.EMPTY),
        ("… — …".encode(), trouble.EMPTY),
        (bare_word_file("<w:p/>"), trouble.EMPTY),
        (_OLE, trouble.LEGACY_DOC),
        (_OLE + "EncryptedPackage".encode("utf-16-le"), trouble.ENCRYPTED),
        (rb"{\rtf1\ansi De Raad}", trouble.RTF),
        (b"\x89PNG\r\n\x1a\n" + bytes(50), trouble.PICTURE),
        (b"\x7fELF\x02\x01\x01" + bytes(range(256)) * 20, trouble.WRONG_TYPE),
        (zip_file({"agenda.txt": "De Raad"}), trouble.ZIP),
        (zip_file({"word/document.xml": "<w:document"}), trouble.DAMAGED),
        (bare_word_file("<w:p><w:r><w:t>De Raad</w:t></w:r></w:p>")[:-30], trouble.DAMAGED),
        (zip_file({"mimetype": ODT_TYPE}), trouble.DAMAGED),
        (
            zip_file({"mimetype": ODT_TYPE, "content.xml": "?", "META-INF/manifest.xml": "<m:encryption-data/>"}),
            trouble.ENCRYPTED,
        ),
        (b"%PDF-1.7\nniets", trouble.DAMAGED),
        (pdf("De Raad")[:400], trouble.DAMAGED),
        (_LOCKED_PDF, trouble.ENCRYPTED),
        (pdf("#rect(width: 50pt, height: 50pt)"), trouble.SCAN),
        (b"<?xml version='1.0'?><factuur/>", trouble.OTHER_XML),
        (b"format: fmm-dossier/1\nid: x\n", trouble.DOSSIER),
        (f"<!DOCTYPE x [{_BOMB}]>{_KAMERSTUK.format('i')}".encode(), trouble.ENTITIES),
        (f"<!DOCTYPE x [<!ENTITY x SYSTEM 'file:///etc/hosts'>]>{_KAMERSTUK.format('x')}".encode(), trouble.ENTITIES),
        (b"<officiele-publicatie>" + b"<al>" * 5_000, trouble.TOO_DEEP),
        (bare_word_file("<w:sdt>" * 240 + "</w:sdt>" * 240), trouble.TOO_DEEP),
        (b"# a\n\n# b\n\n" + b">" * 5_000 + b" De Raad", trouble.TOO_DEEP),
        (b"<html><body>" + b"<div>" * 1_000 + b"De Raad", trouble.TOO_DEEP),
        (lambda: b"<html><p>De Raad</p>" * 2_500_000, trouble.TOO_LARGE),  # 50 MB
        (lambda: b"De Raad komt bijeen.\n" * 1_000_000, trouble.TOO_LARGE),
        (lambda: b"a\n" * (limits.MAX_BLOCKS + 1), trouble.TOO_MUCH),
        (lambda: zip_file({"word/document.xml": b" " * 50_000_000}), trouble.BOMB),
        (lambda: zip_file({"mimetype": ODT_TYPE, "content.xml": b" " * 10_000_000}), trouble.BOMB),
        (lambda: _lying(zip_file({"word/document.xml": b" " * 50_000_000})), trouble.DAMAGED),
        (lambda: _with_headers("<!--" + "<" * 600_000 + "-->", 2), trouble.BOMB),
        (lambda: _with_headers("".join(f"{number:<300}" for number in range(13_000)), 9), trouble.BOMB),
        (lambda: b"a" + b"\n" * 15_000_000, trouble.TOO_MUCH),
        (lambda: b"# a\n\n# b\n\n" + b"*a **b " * 200_000, trouble.TOO_MUCH),
        (zip_file({"x": ""})[:-10] + struct.pack("<I", 2**31) + bytes(6), trouble.BOMB),
    ],
    ids=lambda value: value.en[8:50] if isinstance(value, Sentence) else "",
)
def test_what_cannot_be_imported_gives_its_sentence_soon(data: bytes | Callable[[], bytes], sentence: Sentence) -> None:
    content = data if isinstance(data, bytes) else data()
    start = time.perf_counter()

    with pytest.raises(ImportingError) as caught:
        read(content, "agenda.docx")

    assert caught.value.sentence == sentence
    assert caught.value.text("nl").startswith("agenda.docx: ")
    assert time.perf_counter() - start < 20


def test_many_small_bombs_are_refused_before_one_of_them_is_read() -> None:
    told: list[float] = []
    data = _with_headers("<w:p><w:r><w:t>x</w:t></w:r></w:p>" * 30_000, 20)

    with pytest.raises(ImportingError) as caught:
        formats.read_bytes(data, "agenda.docx", told.append)

    assert caught.value.sentence == trouble.BOMB
    assert not told  # it took ten seconds: each was below the limits


def test_a_header_that_lies_about_its_size_takes_no_memory() -> None:
    data = _lying(zip_file({"word/document.xml": b" " * 50_000_000}))
    tracemalloc.start()

    with pytest.raises(ImportingError):
        read(data)

    most = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert most < 5_000_000


def test_a_workbook_is_named_for_what_it_is() -> None:
    with pytest.raises(ImportingError) as caught:
        read(zip_file({"xl/workbook.xml": ""}), "agenda.docx")

    assert "een Excel-bestand" in caught.value.text("nl")
    assert "an Excel file" in caught.value.text("en")


@pytest.mark.parametrize("kind", ["kamerstuk", "docx", "html"])
def test_no_other_file_is_read(kind: str, tmp_path: Path) -> None:
    # given a secret, and documents that refer to it in every way that their format has
    secret = tmp_path / "geheim.txt"
    secret.write_text("Zeer geheim")
    address = secret.as_uri()
    inside = f"<!DOCTYPE x SYSTEM '{address}'><officiele-publicatie xmlns:xi='http://www.w3.org/2001/XInclude'>"
    include = f"<xi:include href='{address}' parse='text'/>"
    frames = f"<iframe src='{address}'></iframe><object data='{address}'></object>"
    data = {
        "kamerstuk": f"{inside}<al>Raad &x;{include}</al></officiele-publicatie>".encode(),
        "docx": zip_file(
            {
                "word/document.xml": f"<!DOCTYPE x SYSTEM '{address}'><w:document xmlns:w='{W}'><w:body><w:p><w:r>"
                "<w:t>Raad</w:t></w:r></w:p></w:body></w:document>"
            }
        ),
        "html": f"<html><body>Raad{frames}</body></html>".encode(),
    }[kind]

    assert "geheim" not in " ".join(texts(read(data).blocks)).lower()


def test_a_password_on_a_part_is_told() -> None:
    data = bytearray(bare_word_file("<w:p/>"))
    data[data.index(b"PK\x01\x02") + 8] |= 1

    with pytest.raises(ImportingError) as caught:
        read(bytes(data))

    assert caught.value.sentence == trouble.ENCRYPTED


def test_the_pictures_in_a_document_are_never_unpacked() -> None:
    # given a picture that could not be unpacked
    packed = bare_word_file("<w:p><w:r><w:t>De Raad</w:t></w:r></w:p>")
    with zipfile.ZipFile(file := io.BytesIO(packed), "a", zipfile.ZIP_DEFLATED) as document:
        document.writestr("word/media/image1.png", b" " * 40_000_000)

    assert texts(read(file.getvalue()).blocks) == ["De Raad"]


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1252", "mixed", "twice"]
)
def test_a_text_is_the_same_in_every_encoding(encoding: str) -> None:
    text = "De Raad – ‘Oekraïne’ – vraagt € 500 mln.\r\nCoördinatie is één zaak."
    first, second = text.split("\r\n")
    data = {
        "mixed": first.encode() + b"\r\n" + second.encode("cp1252"),
        "twice": text.encode().decode("cp1252").encode(),
    }.get(encoding) or text.encode(encoding)

    assert texts(read(data).blocks) == [first, second]


def test_files_that_are_none_are_told(tmp_path: Path) -> None:
    def sentence(path: Path) -> object:
        with pytest.raises(ImportingError) as caught:
            formats.read(path)
        return caught.value.sentence

    large = tmp_path / "groot.pdf"
    with large.open("wb") as file:
        file.truncate(limits.MAX_BYTES + 1)

    assert sentence(tmp_path / "weg.docx") == trouble.MISSING
    assert sentence(tmp_path) == trouble.FOLDER
    assert sentence(large) == trouble.TOO_LARGE
    if hasattr(os, "mkfifo"):
        os.mkfifo(tmp_path / "pijp")
        assert sentence(tmp_path / "pijp") == trouble.NOT_A_FILE


@pytest.mark.parametrize("kind", ["docx", "header", "notes", "html", "odt", "xml", "markdown", "text"])
def test_long_work_can_be_stopped_in_the_middle_of_it(kind: str) -> None:
    data = {
        "docx": bare_word_file(_PARAGRAPH * 6_000),
        "header": _with_headers("<w:p/>" * 12_000, 1),
        "notes": bare_word_file(
            _PARAGRAPH,
            footnotes=f'<w:footnotes xmlns:w="{W}"><w:footnote>{"<w:p/>" * 12_000}</w:footnote></w:footnotes>',
        ),
        "html": b"<html><body>" + b"<p>Raad</p>" * 6_000,
        "odt": open_document("<text:p>Raad</text:p>" * 6_000),
        "xml": b"<officiele-publicatie>" + b"<al>Raad</al>" * 6_000 + b"</officiele-publicatie>",
        "markdown": b"# Agenda\n\n# Raad\n\n" + b"Raad\n\n" * 1_000,
        "text": b"Raad\n\n" * 12_000,
    }[kind]
    told: list[float] = []

    formats.read_bytes(data, "agenda", told.append)

    assert told == sorted(told)
    assert len(told) > 4


@pytest.mark.parametrize("kind", ["hyphens", "numbers", "notes", "styles", "lines"])
def test_a_long_document_takes_no_more_time_for_each_of_its_parts(kind: str) -> None:
    """Each of these takes minutes when all that came before is looked at again for each part."""
    note = '<w:r><w:t>Raad </w:t><w:footnoteReference w:id="{}"/></w:r>'
    style = '<w:style w:styleId="s{}"><w:name w:val="n"/><w:basedOn w:val="s{}"/></w:style>'
    styles_ = "".join(style.format(number, number + 1) for number in range(40_000))
    data = {
        "hyphens": ("De Raad bespreekt dit onderwerp en zegt dat de vergadering van onderhande-\n" * 8_000).encode(),
        "numbers": b"Tekst over de Raad.1\n" + b"2 abc\n" * 20_000,
        "notes": bare_word_file(f"<w:p>{''.join(map(note.format, range(20_000)))}</w:p>"),
        "styles": bare_word_file(_PARAGRAPH, styles=f'<w:styles xmlns:w="{W}">{styles_}</w:styles>'),
        "lines": b"<html><body><p>" + b"De Raad komt<br>" * 20_000,
    }[kind]
    start = time.perf_counter()

    assert read(data).blocks

    assert time.perf_counter() - start < 10
