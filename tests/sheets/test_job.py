"""The sheets of a dossier as files."""

from collections.abc import Callable
from pathlib import Path

import pytest

from fmm_desktop.dossier.model import Dossier
from fmm_desktop.dossier.outgoing import OutgoingError
from fmm_desktop.sheets.documents import Wish
from fmm_desktop.sheets.errors import SheetError
from fmm_desktop.sheets.job import write_sheets
from fmm_desktop.sheets.notes import SheetNote
from fmm_desktop.sheets.order import Order
from fmm_desktop.sheets.typesetting import House

Pages = Callable[[bytes], list[str]]
NAMES = ["rivieren-2026-ed2-1.1-peil.pdf", "rivieren-2026-ed2-1.2-scheepvaart.pdf"]


def test_a_folder_gets_a_file_for_each_topic(dossier: Dossier, templates: Path, tmp_path: Path) -> None:
    folder = tmp_path / "new" / "sheets"

    written = list(write_sheets(Wish(dossier, Order()), folder, House(templates)))

    assert [(item.path.name, item.done, item.total) for item in written] == [(NAMES[0], 1, 2), (NAMES[1], 2, 2)]
    assert sorted(path.name for path in folder.iterdir()) == NAMES


def test_a_name_that_ends_in_pdf_gets_all_topics_with_their_notes(
    dossier: Dossier, templates: Path, tmp_path: Path, pages: Pages
) -> None:
    notes = {"ochtend/scheepvaart": [SheetNote("aim-1", "Navragen.")]}

    (written,) = write_sheets(Wish(dossier, Order(), notes), tmp_path / "all.PDF", House(templates))

    text = "\n".join(pages(written.path.read_bytes()))
    assert text.index("Een gezamenlijk peil") < text.index("Scheepvaart bij laagwater") < text.index("Navragen.")
    assert (written.done, written.total) == (1, 1)


def test_the_work_can_be_stopped_between_files(dossier: Dossier, templates: Path, tmp_path: Path) -> None:
    work = write_sheets(Wish(dossier, Order()), tmp_path, House(templates))

    next(work)
    work.close()  # type: ignore[attr-defined]

    assert [path.name for path in tmp_path.iterdir()] == NAMES[:1]


def test_nothing_is_written_when_one_of_the_files_exists(dossier: Dossier, templates: Path, tmp_path: Path) -> None:
    (tmp_path / NAMES[1]).write_bytes(b"old")

    with pytest.raises(OutgoingError, match="exists already"):
        list(write_sheets(Wish(dossier, Order()), tmp_path, House(templates)))
    assert [path.name for path in tmp_path.iterdir()] == NAMES[1:]

    assert len(list(write_sheets(Wish(dossier, Order()), tmp_path, House(templates), overwrite=True))) == 2
    assert (tmp_path / NAMES[1]).read_bytes().startswith(b"%PDF")


def test_a_file_in_place_of_the_folder_and_an_empty_dossier_are_told(
    dossier: Dossier, make_dossier: Callable[..., Dossier], templates: Path, tmp_path: Path
) -> None:
    (tmp_path / "file").touch()

    with pytest.raises(SheetError, match="is not a folder"):
        list(write_sheets(Wish(dossier, Order()), tmp_path / "file", House(templates)))
    with pytest.raises(SheetError, match="no topic to print"):
        list(write_sheets(Wish(make_dossier(sessions=()), Order()), tmp_path, House(templates)))
