"""Which files of a library could be dossiers: what is there, without reading more than must be."""

import os
import re
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from fmm_desktop.errors import Language, Sentence, UserError
from fmm_desktop.search.topic_sets import Watch

_SUFFIXES = (".yaml", ".yml")
# Where the format stands in a data file: other YAML has no such line.
_FORMAT = re.compile(rb"^[ \t{]*[\"']?format[\"']?[ \t]*:[ \t]*[\"']?fmm-dossier", re.MULTILINE)

_GONE = Sentence(
    "{place}: deze map of dit bestand is er niet; controleer de naam, of sluit de schijf aan",
    "{place}: there is no such folder or file; check the name, or connect the disk",
)
_CLOSED = Sentence(
    "{place}: deze map is niet te lezen ({reason}); vraag de eigenaar om leesrechten",
    "{place}: this folder cannot be read ({reason}); ask its owner for the right to read it",
)
_NO_TEXT = Sentence(
    "{place}: de naam van dit bestand is geen tekst, zodat het niet in een bibliotheek past; geef het een andere naam",
    "{place}: the name of this file is no text, so that it fits in no library; give it another name",
)


class Seen(NamedTuple):
    """A file as it was when it was looked at: size in bytes, last change in nanoseconds since 1970."""

    path: str
    size: int
    changed: int


class Broken(NamedTuple):
    """A file or a folder that is left out, and why, in both languages."""

    path: Path
    nl: str
    en: str

    def text(self, language: Language) -> str:
        """Return why it is left out, on one line."""
        return self.nl if language == "nl" else self.en


class Listing(NamedTuple):
    """What could be dossiers, in the order of their names, and what is left out without a look inside."""

    files: tuple[Seen, ...]
    closed: tuple[Broken, ...]
    """Folders that cannot be read, and files with a name that cannot be kept."""


def absolute(places: Iterable[Path]) -> tuple[str, ...]:
    """Return places as they are known in the index."""
    return tuple(os.path.abspath(place) for place in places)  # noqa: PTH100 - a link keeps its own name


def list_files(places: Sequence[Path], watch: Watch = lambda _fraction: None) -> Listing:
    """Return the YAML files in folders and in all that is below them; a place may also be a file itself.

    Links are followed, and each folder is entered once, so that a circle of them ends. `watch` is asked before each
    folder and may raise to stop it. UserError when a place is gone.
    """
    files: dict[str, Seen] = {}
    closed: list[Broken] = []
    entered: set[tuple[int, int]] = set()
    for place in absolute(places):
        for found in _below(place, entered, closed, watch):
            files[found.path] = found
    return Listing(tuple(files[path] for path in sorted(files)), tuple(closed))


def could_be_dossier(content: bytes) -> bool:
    """Tell whether a file says that it is a dossier, rightly or not."""
    return _FORMAT.search(content) is not None


def broken(path: str, error: UserError) -> Broken:
    """Return a file that is left out because of `error`."""
    return Broken(Path(path), error.text("nl"), error.text("en"))


def _below(place: str, entered: set[tuple[int, int]], closed: list[Broken], watch: Watch) -> Iterator[Seen]:
    try:
        status = os.stat(place)  # noqa: PTH116 - thousands of files: no path is built for each
    except (OSError, ValueError) as error:
        raise UserError(_GONE, place=place) from error
    if not os.path.isdir(place):  # noqa: PTH112 - as above
        if not _is_text(place):
            raise UserError(_NO_TEXT, place=_readable(place))
        yield Seen(place, status.st_size, status.st_mtime_ns)
        return
    folders = [place]
    while folders:
        watch(0.0)  # how many folders there are is not known
        yield from _inside(folders.pop(), folders, entered, closed)


def _inside(folder: str, folders: list[str], entered: set[tuple[int, int]], closed: list[Broken]) -> Iterator[Seen]:
    """Yield the files right inside a folder; the folders inside it are put in `folders`."""
    try:
        status = os.stat(folder)  # noqa: PTH116 - as above
        if (status.st_dev, status.st_ino) in entered:
            return
        entered.add((status.st_dev, status.st_ino))
        with os.scandir(folder) as entries:
            for entry in sorted(entries, key=lambda one: one.name, reverse=True):  # the last folder is entered first
                yield from _entry(entry, folders, closed)
    except OSError as error:
        closed.append(broken(folder, UserError(_CLOSED, place=folder, reason=error.strerror)))


def _entry(entry: "os.DirEntry[str]", folders: list[str], closed: list[Broken]) -> Iterator[Seen]:
    try:
        if entry.is_dir():
            folders.append(entry.path)
        elif entry.name.lower().endswith(_SUFFIXES) and entry.is_file():
            if not _is_text(entry.path):
                name = _readable(entry.path)
                closed.append(broken(name, UserError(_NO_TEXT, place=name)))
                return
            status = entry.stat()
            yield Seen(entry.path, status.st_size, status.st_mtime_ns)
    except OSError:
        return  # gone since the folder was read, or a link that leads nowhere


def _is_text(path: str) -> bool:
    """Return whether a path can stand in a database: on Linux a name is bytes, which need not be UTF-8."""
    return path.isascii() or not any("\ud800" <= letter <= "\udfff" for letter in path)


def _readable(path: str) -> str:
    return path.encode("utf-8", "replace").decode("utf-8")
