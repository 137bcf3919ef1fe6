"""`fmm-desktop sheets`: the sheets of a dossier as PDF, without a window."""

import argparse
import sys
from pathlib import Path

from fmm_desktop import paths
from fmm_desktop.cli.output import DONE, complain, print_lines
from fmm_desktop.cli.words import FILE, add_data_dir, parser_of
from fmm_desktop.dossier.model import Dossier
from fmm_desktop.dossier.reading import read
from fmm_desktop.errors import Language, Sentence
from fmm_desktop.sheets.documents import Wish
from fmm_desktop.sheets.job import write_sheets
from fmm_desktop.sheets.notes import SheetNote
from fmm_desktop.sheets.order import Order
from fmm_desktop.sheets.typesetting import House

_HOMELESS = Sentence(
    "{count} notitie(s) hangen aan een onderwerp dat niet in deze editie staat en worden niet afgedrukt; "
    "open het dossier in het venster om ze te beoordelen",
    "{count} note(s) hang on a topic that is not in this edition and are not printed; "
    "open the dossier in the window to review them",
)


def run(argv: list[str], language: Language) -> int:
    """Write the sheets of a dossier and return the exit code."""
    asked = _asked_of_sheets(argv, language)
    dossier = read(asked.file)
    notes = _notes(paths.folders(asked.data_dir).state, dossier, language) if asked.notes else None
    templates = paths.bundled("resources") / "sheets"
    wish = Wish(dossier, Order(), notes or {})
    progress = sys.stderr.isatty()
    for written in write_sheets(wish, asked.output, House(templates), overwrite=asked.overwrite):
        if progress:
            sys.stderr.write(f"\r{written.done}/{written.total}")
        print_lines(str(written.path))
    if progress:
        sys.stderr.write("\n")
    return DONE


def _asked_of_sheets(argv: list[str], language: Language) -> argparse.Namespace:
    parser = parser_of(language)
    parser.add_argument("file", type=Path, metavar=FILE.say(language))
    parser.add_argument("-o", "--output", type=Path, required=True)
    parser.add_argument("--notes", action="store_true")
    parser.add_argument("--overwrite", action="store_true")
    add_data_dir(parser)
    return parser.parse_args(argv)


def _notes(folder: Path, dossier: Dossier, language: Language) -> dict[str, list[SheetNote]]:
    """Return the notes on a dossier by topic, and tell on stderr what happened to them while they were opened."""
    from fmm_desktop.dossier.seen import Seen  # noqa: PLC0415 - most sheets have no notes
    from fmm_desktop.notes.hanging import all_hung  # noqa: PLC0415
    from fmm_desktop.notes.store import NoteStore  # noqa: PLC0415

    notes = dict[str, list[SheetNote]]()
    with NoteStore.open(folder, author="", device="") as store:
        for event in store.events:
            complain(event.text(language))
        written = store.of_dossier(dossier.id)
        places = all_hung(dossier, {note.anchor for note in written}, Seen(folder / "editions").editions)
        for note in written:
            place = places[note.anchor]
            printed = SheetNote(
                passage=place.passage,
                text=note.text,
                author=note.author,
                changed=note.changed,
                kind=note.kind,
                status=note.status,
                wording=note.traits.wording,
            )
            notes.setdefault(place.topic, []).append(printed)
    homeless = sum(len(on_topic) for path, on_topic in notes.items() if "/" not in path or not dossier.topic(path))
    if homeless:
        complain(_HOMELESS.say(language, count=homeless))
    return notes
