"""The kinds of file that notes go out as, and which one a name asks for."""

from collections.abc import Sequence
from enum import StrEnum
from pathlib import Path

from fmm_desktop.errors import Language
from fmm_desktop.notes.exchange import annotations, markdown, table
from fmm_desktop.notes.exchange.picking import Picked
from fmm_desktop.notes.exchange.placing import Dossiers, no_editions
from fmm_desktop.notes.exchange.trouble import NO_FORMAT, ExchangeError
from fmm_desktop.notes.hanging import Editions


class Format(StrEnum):
    """A kind of file. Only annotations come back; the others are to read."""

    JSONLD = "jsonld"
    MARKDOWN = "markdown"
    CSV = "csv"


SUFFIXES = {Format.JSONLD: ".jsonld", Format.MARKDOWN: ".md", Format.CSV: ".csv"}
_OTHERS = {".markdown": Format.MARKDOWN, ".json": Format.JSONLD}


def format_of(path: Path | None) -> Format:
    """Return the kind of file that a name asks for; annotations when it asks for none.

    Raises ExchangeError for a name that asks for something else, such as a PDF.
    """
    suffix = path.suffix.lower() if path else ""
    known = {own: kind for kind, own in SUFFIXES.items()} | _OTHERS
    if suffix and suffix not in known:
        raise ExchangeError(NO_FORMAT, file=path)
    return known.get(suffix, Format.JSONLD)


def made(
    kind: Format,
    picked: Sequence[Picked],
    dossiers: Dossiers,
    language: Language,
    editions: Editions = no_editions,
) -> bytes:
    """Return a file with notes. `editions` gives those that they may be written on, to say where they hang now."""
    match kind:
        case Format.JSONLD:
            return annotations.write(picked)
        case Format.MARKDOWN:
            return markdown.write(picked, dossiers, language, editions)
        case Format.CSV:
            return table.write(picked, dossiers, language, editions)
