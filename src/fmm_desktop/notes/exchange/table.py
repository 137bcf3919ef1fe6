"""Notes as a table for a spreadsheet: a row for each, and no cell that would be run. It does not come back."""

import csv
import io
from collections.abc import Iterable, Iterator

from fmm_desktop.errors import Language, Sentence
from fmm_desktop.notes.exchange.picking import Picked
from fmm_desktop.notes.exchange.placing import Dossiers, Group, groups, no_editions
from fmm_desktop.notes.hanging import Editions
from fmm_desktop.notes.note import Note
from fmm_desktop.notes.vocabulary import note_kind_label, status_label

_HEADS = (
    Sentence("Dossier", "Dossier"),
    Sentence("Editie", "Edition"),
    Sentence("Onderwerp", "Topic"),
    Sentence("Passage", "Passage"),
    Sentence("Citaat", "Quote"),
    Sentence("Soort", "Kind"),
    Sentence("Status", "Status"),
    Sentence("Labels", "Labels"),
    Sentence("Notitie", "Note"),
    Sentence("Voorgestelde tekst", "Proposed wording"),
    Sentence("Auteur", "Author"),
    Sentence("Gemaakt", "Created"),
    Sentence("Gewijzigd", "Changed"),
)
_RUN = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
_LARGEST = 32_767  # characters that a spreadsheet takes in a cell


def write(picked: Iterable[Picked], dossiers: Dossiers, language: Language, editions: Editions = no_editions) -> bytes:
    """Return a table with a heading, UTF-8 with a mark; times are in UTC. A formula gets an apostrophe."""
    text = io.StringIO(newline="")
    rows = csv.writer(text, quoting=csv.QUOTE_ALL)
    rows.writerow(head.say(language) for head in _HEADS)
    for group in groups(picked, dossiers, editions):
        rows.writerows(_row(note, group, language) for note in group.notes)
    return b"\xef\xbb\xbf" + text.getvalue().encode()


def _row(note: Note, group: Group, language: Language) -> Iterator[str]:
    cells = (
        group.dossier_id,
        str(note.anchor.edition),
        group.title,
        group.place(note, language),
        note.anchor.words.exact if note.anchor.words else note.anchor.quote,
        note_kind_label(note.kind, language),
        status_label(note.status, language),
        ", ".join(note.traits.labels),
        note.text,
        note.traits.wording,
        note.author,
        f"{note.created:%Y-%m-%d %H:%M:%S}",
        f"{note.changed:%Y-%m-%d %H:%M:%S}",
    )
    return map(_harmless, cells)


def _harmless(cell: str) -> str:
    """Return a cell that no spreadsheet takes for a formula, and that fits in one."""
    cell = cell.replace("\x00", "\ufffd")
    if cell.lstrip(" \xa0\ufeff").startswith(_RUN):
        cell = f"'{cell}"
    return cell if len(cell) <= _LARGEST else f"{cell[: _LARGEST - 1]}…"
