"""The lines of the library as plain values: dossiers with their editions, or what was found, under its dossier.

The index comes with much that the window needs for nothing else; so what lists and shows its answers knows it for their
types alone, and it is imported beside the window, by who asks it.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from msgspec import Struct

TYPE_CHECKING = False
if TYPE_CHECKING:
    from fmm_desktop.search.library import DossierRow, Found


class DossierLine(Struct, frozen=True):
    """A dossier, or a file that is broken. `older` stands under a newer edition of the same dossier."""

    dossier: "DossierRow"
    notes: int = 0
    older: bool = False
    is_open: bool = False

    @property
    def file(self) -> Path:
        """Where it is."""
        return self.dossier.file


class HitLine(Struct, frozen=True):
    """A topic that was found, under the line of its dossier."""

    hit: "Found"

    @property
    def file(self) -> Path:
        """Where its dossier is."""
        return self.hit.file


Line = DossierLine | HitLine


class Shelf(Struct, frozen=True):
    """What is known of the dossiers of a folder: `Library.dossiers`, notes by dossier id, and which file is open."""

    dossiers: "Sequence[DossierRow]" = ()
    notes: Mapping[str, int] = {}
    open_file: Path | None = None

    def lines(self) -> tuple[Line, ...]:
        """Return a line for each dossier."""
        return tuple(self._lines())

    def found(self, hits: "Iterable[Found]", after: Path | None = None) -> tuple[Line, ...]:
        """Return hits as lines, each file under a line of its own; `after` is the file whose hits came before these."""
        known = {row.file: row for row in self.dossiers}
        lines: list[Line] = []
        for hit in hits:
            if hit.file != after:
                lines.append(self._line(known.get(hit.file) or _row_of(hit)))
                after = hit.file
            lines.append(HitLine(hit))
        return tuple(lines)

    def _lines(self) -> Iterator[DossierLine]:
        newest: DossierRow | None = None
        for row in self.dossiers:
            older = newest is not None and bool(row.id) and _same(row, newest) and row.edition < newest.edition
            if not older:
                newest = row
            yield self._line(row, older=older)

    def _line(self, row: "DossierRow", *, older: bool = False) -> DossierLine:
        notes = 0 if older else self.notes.get(row.id, 0)  # all editions have the same notes
        return DossierLine(row, notes, older, is_open=row.file == self.open_file)


def _same(row: "DossierRow", other: "DossierRow") -> bool:
    """Return whether two are editions of one dossier; in another language it is another one to a reader."""
    return (row.id, row.language) == (other.id, other.language)


def _row_of(hit: "Found") -> "DossierRow":
    from fmm_desktop.search.library import DossierRow  # noqa: PLC0415 - there is an index by now

    return DossierRow(hit.file, hit.dossier_id, hit.dossier, hit.edition)
