"""The dossier that a document may be the next edition of: the open one, or one of the library. Without Qt."""

import re
from collections.abc import Iterable
from pathlib import Path

from msgspec import Struct

from fmm_desktop.dossier.model import Dossier
from fmm_desktop.dossier.reading import read
from fmm_desktop.errors import UserError
from fmm_desktop.importing.agenda.draft import Draft
from fmm_desktop.importing.limits import Watch
from fmm_desktop.importing.meetings import dossier_id, is_of_same_meeting, may_be_of_same_meeting
from fmm_desktop.search.folding import even
from fmm_desktop.search.library_index import LibraryIndex
from fmm_desktop.search.library_listing import DossierRow
from fmm_desktop.search.library_tables import UnusableError

_NAME = re.compile(r"[^\W\d_]{4,}")
_HALF = 0.5


class Earlier(Struct, frozen=True):
    """A dossier that may be of the same meeting; `is_sure` when its day and its name or its id say so."""

    dossier: Dossier
    is_sure: bool = True


def earlier_of(draft: Draft, opened: Dossier | None, library: Path | None, cache: Path, watch: Watch) -> Earlier | None:
    """Return the newest dossier that a draft may be the next edition of, None when there is none.

    `library` is the folder that was the library last; what cannot be read in it is passed over. Raises what `watch`
    raises to stop.
    """
    here = opened if opened is not None and may_be_of_same_meeting(draft, opened) else None
    sure = here if here is not None and is_of_same_meeting(draft, here) else None
    for row in _likeliest_first(_rows(library, cache, watch), draft):
        if sure is not None and (row.id, row.language) != (sure.id, sure.language):
            continue  # the open one is the nearest, unless the library has a newer edition of it
        if sure is not None and row.edition <= sure.edition:
            break
        try:
            dossier = read(row.file)
        except UserError:
            continue  # it changed since the library was looked at, and the library tells of it
        is_its = row.id == dossier_id(draft) and is_of_same_meeting(draft, dossier)
        return Earlier(dossier, sure is not None or is_its)
    return Earlier(here, sure is not None) if here is not None else None


def _rows(library: Path | None, cache: Path, watch: Watch) -> tuple[DossierRow, ...]:
    if library is None:
        return ()
    index = LibraryIndex(cache)
    try:
        index.update([library], watch)
        return index.dossiers([library], watch)
    except (UserError, UnusableError):
        return ()  # the library itself tells what is wrong with it
    finally:
        index.close()


def _likeliest_first(rows: Iterable[DossierRow], draft: Draft) -> list[DossierRow]:
    """Return the dossiers that may be of the meeting of a draft: with its id first, then the newest editions."""
    own, names = dossier_id(draft), _names(draft)
    same = [row for row in rows if not row.error and row.language.partition("-")[0] == draft.language]
    found = [row for row in same if row.id == own or (_is_on_its_day(row, draft) and _is_alike(names, row.title))]
    return sorted(found, key=lambda row: (row.id != own, -row.edition, str(row.file)))


def _is_on_its_day(row: DossierRow, draft: Draft) -> bool:
    return draft.meeting.start is not None and row.start == draft.meeting.start


def _names(draft: Draft) -> set[str]:
    return set(_NAME.findall(even(f"{draft.meeting.council} {draft.heading.title}")))


def _is_alike(names: set[str], title: str) -> bool:
    """Whether half of the words of a title are among the names: on one day there may be several meetings."""
    words = set(_NAME.findall(even(title)))
    return bool(words) and len(words & names) >= _HALF * len(words)
