"""Documents to import, made anew for each test."""

import io
import zipfile
from collections.abc import Callable, Mapping

import docx
import typst
from docx.document import Document

from fmm_desktop.importing import formats
from fmm_desktop.importing.plain import Block, Plain

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
ODF = "urn:oasis:names:tc:opendocument:xmlns:"
ODT_TYPE = "application/vnd.oasis.opendocument.text"


def read(data: bytes | str, name: str = "agenda") -> Plain:
    """Return the plain form of a document in memory."""
    return formats.read_bytes(data.encode() if isinstance(data, str) else data, name)


def texts(blocks: tuple[Block, ...]) -> list[str]:
    """Return the blocks as they stood."""
    return [block.whole for block in blocks]


def as_it_stood(block: Block) -> str:
    """Return the marker and the text of a block, with the numbers of footnotes back in their places."""
    text = block.text
    for mark in reversed(block.footnotes):
        text = f"{text[: mark.place]}{mark.number}{text[mark.place :]}"
    return block.marker + text


def letters(text: str) -> str:
    """Return a text without blanks and signs, to compare what is said and in what order."""
    return "".join(letter for letter in text if letter.isalnum())


def word_file(fill: Callable[[Document], object]) -> bytes:
    """Return a .docx that `fill` puts the text into."""
    document = docx.Document()
    fill(document)
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()


def zip_file(parts: Mapping[str, str | bytes]) -> bytes:
    """Return a zip file."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, content in parts.items():
            packed.writestr(name, content)
    return file.getvalue()


def bare_word_file(body: str, **parts: str | bytes) -> bytes:
    """Return a .docx of parts written by hand: the inside of `w:body`, and others by name (footnotes, numbering)."""
    main = f'<w:document xmlns:w="{W}"><w:body>{body}</w:body></w:document>'
    return zip_file({"word/document.xml": main} | {f"word/{name}.xml": content for name, content in parts.items()})


def open_document(body: str, styles: str = "", meta: str = "") -> bytes:
    """Return an .odt with that inside of `office:text` and of the automatic styles."""
    spaces = " ".join(f'xmlns:{name}="{ODF}{name}:1.0"' for name in ("office", "text", "table", "style"))
    spaces += f' xmlns:fo="{ODF}xsl-fo-compatible:1.0"'
    content = (
        f"<office:document-content {spaces}><office:automatic-styles>{styles}</office:automatic-styles>"
        f"<office:body><office:text>{body}</office:text></office:body></office:document-content>"
    )
    return zip_file({"mimetype": ODT_TYPE, "content.xml": content} | ({"meta.xml": meta} if meta else {}))


def pdf(source: str) -> bytes:
    """Return a PDF set by Typst, on narrow lines, in Dutch."""
    made = typst.compile(f'#set text(lang: "nl", size: 10pt, hyphenate: true)\n{source}'.encode())
    assert isinstance(made, bytes)
    return made
