"""Asking what a path leads to: never an error, whatever the path, and a path under one name however it was typed."""

import os
from pathlib import Path

READABLE = (".docx", ".odt", ".pdf", ".html", ".htm", ".xml", ".md", ".txt")
"""How the names of documents end that can be imported."""

# .doc and .rtf as well: who tries to import one is told what to do, better than one who tries to open it.
_DOCUMENTS = frozenset({*READABLE, ".markdown", ".doc", ".rtf"})


def is_folder(path: Path) -> bool:
    """Return whether there is a folder; `Path.is_dir` raises for a name that is too long, and for a closed folder."""
    return os.path.isdir(path)  # noqa: PTH112 - see above


def is_document(path: Path) -> bool:
    """Return whether a path looks like that of a document to import, and not of a dossier; its content decides then."""
    return path.suffix.lower() in _DOCUMENTS


def is_there(path: Path) -> bool:
    """Return whether there is anything that can be reached."""
    return os.path.exists(path)  # noqa: PTH110 - as above


def absolute(path: Path) -> Path:
    """Return a path as the library knows it: from the root, without `..`; a link keeps its own name."""
    return Path(os.path.abspath(path))  # noqa: PTH100 - `Path.absolute` leaves `..` in, `Path.resolve` follows links
