"""The whole job: the sheets of a dossier as files, one for each topic or one for all."""

from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

from msgspec import structs

from fmm_desktop.dossier.model import Topic
from fmm_desktop.dossier.outgoing import make_folder, refuse_existing, write_whole
from fmm_desktop.sheets.documents import Document, Wish, document, left_out, ordered
from fmm_desktop.sheets.errors import NOT_A_FOLDER, NOTHING, NOTHING_FOR_CARD, SheetError
from fmm_desktop.sheets.file_names import file_name, file_name_of
from fmm_desktop.sheets.house_style import Typeset, typeset_in_style
from fmm_desktop.sheets.kinds import SheetKind
from fmm_desktop.sheets.order import Order
from fmm_desktop.sheets.typesetting import House

_APART = {SheetKind.TOPIC, SheetKind.CARD}
"""The kinds of which each topic has a sheet of its own; of the others, there is one for the whole order."""


class Written(NamedTuple):
    """A file that is there now: the `done`-th of `total`; `trouble` tells that the house style could not be used."""

    path: Path
    done: int
    total: int
    trouble: SheetError | None = None


Setter = Callable[[Document, House], Typeset]


def write_sheets(
    wish: Wish, target: Path, house: House, *, overwrite: bool = False, setter: Setter = typeset_in_style
) -> Iterator[Written]:
    """Write what is wished for, yielding each file when it is there; stop by not asking for more.

    A `target` that ends in `.pdf` gets one file; any other is a folder, made where it is missing, that gets a file for
    each topic, or one for a kind that is not of a single topic. Unless `overwrite` is set, nothing is written when one
    of the files exists. `setter` makes the PDFs. SheetError as in `document` and `typeset`, OutgoingError as in
    `write_whole`.
    """
    dossier, _, notes, since = wish
    files = _files(wish, target)
    if not overwrite:
        refuse_existing(files)
    for done, (path, part) in enumerate(files.items(), 1):
        pdf, trouble = setter(document(dossier, part, notes, since), house)
        write_whole(pdf, path, overwrite)
        yield Written(path, done, len(files), trouble)


def _files(wish: Wish, target: Path) -> Mapping[Path, Order]:
    """Return the files that are wished for, and the part of the order that each gets."""
    dossier, order = wish.dossier, wish.order
    topics = _with_a_sheet(wish)
    if target.suffix.lower() == ".pdf":
        return {target: order}
    if target.exists() and not target.is_dir():
        raise SheetError(NOT_A_FOLDER, path=target)
    make_folder(target)
    if order.kind not in _APART:
        return {target / file_name_of(dossier, order): order}
    return {
        target / file_name(dossier, topic, order.kind): structs.replace(order, topics=(topic.path,)) for topic in topics
    }


def _with_a_sheet(wish: Wish) -> tuple[Topic, ...]:
    """Return the topics of which there is a sheet: a card needs something to say. SheetError when there are none."""
    dossier, order, notes, _ = wish
    topics = ordered(dossier, order)
    if not topics and order.kind in _APART:
        raise SheetError(NOTHING)
    without = left_out(dossier, order, notes)
    if without and len(without) == len(topics):
        raise SheetError(NOTHING_FOR_CARD)
    return tuple(topic for topic in topics if topic not in without)
