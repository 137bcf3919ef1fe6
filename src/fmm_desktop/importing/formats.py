"""Which format a document has, by its content and never by its name alone; and its plain form."""

from pathlib import Path

from fmm_desktop.importing import opening, text_format, trouble
from fmm_desktop.importing.assembling import assembled
from fmm_desktop.importing.characters import NotTextError, decoded
from fmm_desktop.importing.limits import MAX_TEXT_BYTES, Watch, unwatched
from fmm_desktop.importing.plain import Format, Plain
from fmm_desktop.importing.trouble import ImportingError


def read(path: Path, watch: Watch = unwatched) -> Plain:
    """Return the plain form of the document at `path`. Raises ImportingError, or what `watch` raises to stop."""
    return read_bytes(opening.content(path), path.name, watch)


def read_bytes(data: bytes, name: str, watch: Watch = unwatched) -> Plain:
    """Return the plain form of a document of that name. Raises as `read` does."""
    opening.refuse_size(name, len(data), MAX_TEXT_BYTES)
    try:
        text = decoded(data)
    except NotTextError as problem:
        raise ImportingError(trouble.WRONG_TYPE, file=name) from problem
    return assembled(text_format.read(text, watch), name, Format.TEXT)
