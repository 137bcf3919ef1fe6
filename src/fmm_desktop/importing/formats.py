"""Which format a document has, by its content and never by its name alone; and its plain form."""

import re
from collections.abc import Callable
from importlib import import_module
from pathlib import Path

from fmm_desktop.errors import Sentence
from fmm_desktop.importing import opening, trouble
from fmm_desktop.importing.assembling import assembled
from fmm_desktop.importing.characters import NotTextError, decoded
from fmm_desktop.importing.limits import MAX_TEXT_BYTES, Watch, unwatched
from fmm_desktop.importing.plain import Format, Found, Plain
from fmm_desktop.importing.trouble import ImportingError
from fmm_desktop.importing.zipped import Parts

_LOOK = 4096
_ZIP = b"PK\x03\x04"
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_PASSWORD = "EncryptedPackage".encode("utf-16-le")
_PICTURES = (b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"II*\x00", b"MM\x00*", b"BM")
_OTHER_PARTS = {
    "xl/workbook.xml": ("een Excel-bestand", "an Excel file"),
    "ppt/presentation.xml": ("een PowerPoint-bestand", "a PowerPoint file"),
}
_OTHER_TYPES = {
    b"spreadsheet": ("een rekenblad", "a spreadsheet"),
    b"presentation": ("een presentatie", "a presentation"),
    b"graphics": ("een tekening", "a drawing"),
    b"epub": ("een e-boek", "an e-book"),
}
_PAGE = re.compile(
    r"<!doctype\s+html|<html[\s>]|<(?:body|article|main|div|p|h[1-6])[\s>].*</", re.IGNORECASE | re.DOTALL
)
_KAMERSTUK = re.compile(r"<officiele-publicatie[\s>]")
_DOSSIER = re.compile(r"^format:\s*[\"']?fmm-dossier/", re.MULTILINE)
_MARKDOWN = re.compile(r"^ {0,3}#{1,6} +\S|^\*\*\S.*\*\*$|^\[\^[^\]]+\]:", re.MULTILINE)
_MARKDOWN_NAMES = (".md", ".markdown")


def read(path: Path, watch: Watch = unwatched) -> Plain:
    """Return the plain form of the document at `path`. Raises ImportingError, or what `watch` raises to stop."""
    return read_bytes(opening.content(path), path.name, watch)


def read_bytes(data: bytes, name: str, watch: Watch = unwatched) -> Plain:
    """Return the plain form of a document of that name. Raises as `read` does."""
    start = data[:_LOOK]
    if data.startswith(_ZIP):
        format_, source = _zipped(Parts(data, name), name)
    elif b"%PDF-" in start[:1024]:
        format_, source = Format.PDF, data
    else:
        _refuse_by_start(data, start, name)
        opening.refuse_size(name, len(data), MAX_TEXT_BYTES)
        format_, source = _text(data, name)
    read_: Callable[[object, str, Watch], Found] = import_module(f"fmm_desktop.importing.{format_}_format").read
    return assembled(read_(source, name, watch), name, format_)


def _zipped(parts: Parts, name: str) -> tuple[Format, object]:
    if "word/document.xml" in parts.names or b"wordprocessingml.document.main" in parts.part("[Content_Types].xml"):
        return Format.DOCX, parts
    kind = parts.part("mimetype").strip()
    if kind.startswith(b"application/vnd.oasis.opendocument.text"):
        return Format.ODT, parts
    for part, what in _OTHER_PARTS.items():
        if part in parts.names:
            raise _other(name, what)
    for word, what in _OTHER_TYPES.items():
        if word in kind:
            raise _other(name, what)
    raise ImportingError(trouble.ZIP, file=name)


def _other(name: str, what: tuple[str, str]) -> ImportingError:
    sentence = Sentence(
        *(template.replace("{what}", word) for template, word in zip(trouble.OTHER_OFFICE, what, strict=True))
    )
    return ImportingError(sentence, file=name)


def _refuse_by_start(data: bytes, start: bytes, name: str) -> None:
    if not data.strip(b" \t\r\n\0\xef\xbb\xbf\xff\xfe"):
        raise ImportingError(trouble.EMPTY, file=name)
    if data.startswith(_OLE):
        raise ImportingError(trouble.ENCRYPTED if _PASSWORD in data else trouble.LEGACY_DOC, file=name)
    if start.lstrip().startswith(b"{\\rtf"):
        raise ImportingError(trouble.RTF, file=name)
    if data.startswith(_PICTURES) or start[4:12] in {b"ftypheic", b"ftypavif"}:
        raise ImportingError(trouble.PICTURE, file=name)


def _text(data: bytes, name: str) -> tuple[Format, object]:
    try:
        text = decoded(data)
    except NotTextError as problem:
        raise ImportingError(trouble.WRONG_TYPE, file=name) from problem
    start = text[:_LOOK].lstrip()
    if _KAMERSTUK.search(start):
        return Format.KAMERSTUK, data
    if start.startswith("<") and _PAGE.search(text[: _LOOK * 16]):
        return Format.HTML, text
    if start.startswith("<?xml"):
        raise ImportingError(trouble.OTHER_XML, file=name)
    if _DOSSIER.search(start):
        raise ImportingError(trouble.DOSSIER, file=name)
    signs = len(_MARKDOWN.findall(text[: _LOOK * 16]))
    needed = 1 if name.lower().endswith(_MARKDOWN_NAMES) else 2
    return Format.MARKDOWN if signs >= needed else Format.TEXT, text
