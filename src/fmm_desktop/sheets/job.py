"""The whole job: the sheets of a dossier as files, one for each topic or one for all."""

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

from fmm_desktop.dossier.model import Dossier, Topic
from fmm_desktop.sheets.content import SheetNote, topic_sheet
from fmm_desktop.sheets.errors import EXISTS, NOT_A_FOLDER, NOTHING, SheetError
from fmm_desktop.sheets.typesetting import typeset
from fmm_desktop.sheets.writing import file_name, make_folder, write_pdf

Notes = Mapping[str, Iterable[SheetNote]]


class Written(NamedTuple):
    """A file that is there now: the `done`-th of `total`."""

    path: Path
    done: int
    total: int


def write_sheets(
    dossier: Dossier, target: Path, templates: Path, *, notes: Notes | None = None, overwrite: bool = False
) -> Iterator[Written]:
    """Write the sheets of `dossier`, yielding each file when it is there; stop by not asking for more.

    A `target` that ends in `.pdf` gets one file with all topics; any other is a folder, made where it is missing, that
    gets a file for each topic. `notes` maps the path of a topic to its notes. Unless `overwrite` is set, nothing is
    written when one of the files exists. SheetError as in `typeset` and `write_pdf`.
    """
    topics = tuple(dossier.topics())
    if not topics:
        raise SheetError(NOTHING)
    files = _files(dossier, topics, target)
    if not overwrite:
        _refuse_existing(files)
    for done, (path, bundle) in enumerate(files.items(), 1):
        sheets = [topic_sheet(dossier, topic, (notes or {}).get(topic.path, ())) for topic in bundle]
        write_pdf(typeset(sheets, templates=templates), path, overwrite)
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
