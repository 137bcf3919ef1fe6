"""The whole job: the sheets of a dossier as files, one for each topic or one for all."""

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from msgspec import structs

from fmm_desktop.dossier.model import Dossier, Topic
from fmm_desktop.sheets.documents import Wish, document, ordered
from fmm_desktop.sheets.errors import EXISTS, NOT_A_FOLDER, NOTHING, SheetError
from fmm_desktop.sheets.typesetting import House, typeset
from fmm_desktop.sheets.writing import file_name, make_folder, write_pdf


class Written(NamedTuple):
    """A file that is there now: the `done`-th of `total`."""

    path: Path
    done: int
    total: int


def write_sheets(wish: Wish, target: Path, house: House, *, overwrite: bool = False) -> Iterator[Written]:
    """Write what is wished for, yielding each file when it is there; stop by not asking for more.

    A `target` that ends in `.pdf` gets one file; any other is a folder, made where it is missing, that gets a file for
    each topic. Unless `overwrite` is set, nothing is written when one of the files exists. SheetError as in
    `document`, `typeset` and `write_pdf`.
    """
    dossier, order, notes, since = wish
    topics = ordered(dossier, order)
    if not topics:
        raise SheetError(NOTHING)
    files = _files(dossier, topics, target)
    if not overwrite:
        _refuse_existing(files)
    for done, (path, bundle) in enumerate(files.items(), 1):
        part = structs.replace(order, topics=tuple(topic.path for topic in bundle))
        pdf = typeset(document(dossier, part, notes, since), house)
        write_pdf(pdf, path, overwrite)
        yield Written(path, done, len(files))


def _files(dossier: Dossier, topics: tuple[Topic, ...], target: Path) -> dict[Path, tuple[Topic, ...]]:
    if target.suffix.lower() == ".pdf":
        return {target: topics}
    if target.exists() and not target.is_dir():
        raise SheetError(NOT_A_FOLDER, path=target)
    make_folder(target)
    return {target / file_name(dossier, topic): (topic,) for topic in topics}


def _refuse_existing(files: Iterable[Path]) -> None:
    for path in files:
        if path.exists():
            raise SheetError(EXISTS, path=path)
