"""The bytes of a data file, or in words why there are none."""

import os
import stat
from pathlib import Path

from fmm_desktop.dossier.trouble import Place
from fmm_desktop.errors import Sentence, UserError

MAX_BYTES = 64 * 1024 * 1024

_MISSING = Sentence(
    "{file}: dit bestand is er niet; controleer de naam en de map",
    "{file}: there is no such file; check name and folder",
)
_FOLDER = Sentence(
    "{file}: dit is een map; kies het dossier daarin", "{file}: this is a folder; choose the dossier in it"
)
_FORBIDDEN = Sentence(
    "{file}: geen toestemming om dit bestand te lezen; vraag de eigenaar om leesrechten",
    "{file}: no permission to read this file; ask its owner for the right to read it",
)
_NOT_A_FILE = Sentence(
    "{file}: dit is geen gewoon bestand; kies een dossier (.yaml)",
    "{file}: this is not an ordinary file; choose a dossier (.yaml)",
)
_UNREADABLE = Sentence(
    "{file}: niet te lezen ({reason}); kopieer het bestand opnieuw en probeer het nog eens",
    "{file}: cannot be read ({reason}); copy the file again and try once more",
)
_TOO_LARGE = Sentence(
    "{file}: {size} MB is te groot voor een dossier; de grens is {limit} MB; splits het in meer dossiers in één map",
    "{file}: {size} MB is too large for a dossier; the limit is {limit} MB; split it into more dossiers in one folder",
)
_EMPTY = Sentence(
    "{file}: dit bestand is leeg; kies een ander dossier", "{file}: this file is empty; choose another dossier"
)
_UTF_16 = Sentence(
    "{file}: dit is UTF-16; bewaar het bestand als UTF-8", "{file}: this is UTF-16; save the file as UTF-8"
)
_BINARY = Sentence(
    "{file}: dit is geen tekstbestand; kies een dossier (.yaml)",
    "{file}: this is not a text file; choose a dossier (.yaml)",
)
_NOT_UTF_8 = Sentence(
    "{file}, regel {line}, kolom {column}: dit teken is geen UTF-8; bewaar het bestand als UTF-8",
    "{file}, line {line}, column {column}: this character is not UTF-8; save the file as UTF-8",
)


class DossierError(UserError):
    """A data file that cannot be read as a dossier. `path` is the file; `place` is known when it is about a place."""

    def __init__(self, path: Path, sentence: Sentence, place: Place | None = None, **values: object) -> None:
        super().__init__(sentence, file=path, **values)
        self.path = path
        self.place = place


def read_bytes(path: Path) -> bytes:
    """Return the content of a data file without its byte-order mark: not empty, UTF-8, no larger than `MAX_BYTES`.

    Raises `DossierError` for anything else, without waiting and without reading what is too large.
    """
    data = _content(path).removeprefix(b"\xef\xbb\xbf")
    if not data or data.isspace():
        raise DossierError(path, _EMPTY)
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise DossierError(path, _UTF_16)
    if b"\x00" in data:
        raise DossierError(path, _BINARY)
    try:
        data.decode("utf-8")
    except UnicodeDecodeError as problem:
        place = _place(data, problem.start)
        raise DossierError(path, _NOT_UTF_8, place, line=place.line, column=place.column) from problem
    return data


def _content(path: Path) -> bytes:
    try:
        return _read(path)
    except FileNotFoundError as problem:
        raise DossierError(path, _MISSING) from problem
    except PermissionError as problem:  # what Windows says of a folder, too
        is_folder = os.path.isdir(path)  # noqa: PTH112 - `Path.is_dir` raises in a folder without rights
        raise DossierError(path, _FOLDER if is_folder else _FORBIDDEN) from problem
    except (OSError, ValueError) as problem:
        raise DossierError(path, _UNREADABLE, reason=problem) from problem


def _read(path: Path) -> bytes:
    """Open first and look what it is then, so that nothing can change in between; a pipe is not waited for."""
    descriptor = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
    try:
        _refuse_by_status(path, os.fstat(descriptor))
        with open(descriptor, "rb", closefd=False) as file:
            return file.read(MAX_BYTES + 1)
    finally:
        os.close(descriptor)


def _refuse_by_status(path: Path, status: os.stat_result) -> None:
    if stat.S_ISDIR(status.st_mode):
        raise DossierError(path, _FOLDER)
    if not stat.S_ISREG(status.st_mode):
        raise DossierError(path, _NOT_A_FILE)
    if status.st_size > MAX_BYTES:
        raise DossierError(path, _TOO_LARGE, size=status.st_size // 1_000_000, limit=MAX_BYTES // 1_000_000)


def _place(data: bytes, offset: int) -> Place:
    start = data.rfind(b"\n", 0, offset) + 1
    return Place(data.count(b"\n", 0, offset) + 1, len(data[start:offset].decode("utf-8")) + 1)
