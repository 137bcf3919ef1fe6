"""What is said above the list of the library: how much there is, how much was found, and what is amiss."""

from collections.abc import Iterator
from typing import NamedTuple

from PySide6.QtCore import QObject

from fmm_desktop.errors import Language
from fmm_desktop.search.facets import meant
from fmm_desktop.search.query import Query


class Situation(NamedTuple):
    """How the library stands. `found` is how many topics are known to be found, None until there is an answer."""

    has_folder: bool = False
    query: Query = Query()
    found: int | None = None
    is_counted: bool = False
    dossiers: int = 0
    broken: int = 0
    is_searching: bool = False
    is_busy: bool = False
    """Whether files are being read or looked up."""
    was_stopped: bool = False
    was_read: bool = True
    """Whether all files in the folder were."""


class SituationWords(QObject):
    """Says how the library stands, in the language of the interface."""

    language: Language = "en"

    def say(self, now: Situation) -> str:
        """Return a line, with another for each thing that was not looked for."""
        if not now.has_folder:
            return self.tr("Choose a folder of dossiers, or drop one on this window.")
        first = self._of_found(now) if now.query else self._of_dossiers(now)
        return "\n".join((first, *self._left_aside(now.query), *self._of_stop(now)))

    def _of_found(self, now: Situation) -> str:
        if now.found is None and not now.is_searching and not now.is_busy:
            return self.tr("No answer came. Change the words to ask once more.")
        if now.found is None:
            return self.tr("Searching…")
        if now.found:
            exact = self.tr("%n topic(s) found", "", now.found)
            return exact if now.is_counted else self.tr("More than %1 topics found").replace("%1", str(now.found))
        if now.is_busy:
            return self.tr("Nothing found yet: the dossiers are still being read.")
        if not now.was_read:
            return self.tr("Nothing found in what was read so far.")
        return self.tr("Nothing found. Press Escape to see all dossiers again.")

    def _of_dossiers(self, now: Situation) -> str:
        dossiers = self.tr("%n dossier(s)", "", now.dossiers) if now.dossiers else ""
        broken = self.tr("%n file(s) that cannot be read, at the end", "", now.broken) if now.broken else ""
        if dossiers or broken:
            return ", ".join(filter(None, (dossiers, broken)))
        if now.is_busy:
            return self.tr("Reading the dossiers…")
        if not now.was_read:
            return self.tr("Nothing was read yet.")
        return self.tr("There are no dossiers in this folder, nor in those below it. Choose another folder.")

    def _left_aside(self, query: Query) -> Iterator[str]:
        for slip in query.slips:
            words = self.tr("“%1:” is no field; perhaps “%2:”.")
            yield words.replace("%1", slip.typed).replace("%2", meant(slip, self.language))
        if any(part.field == "note" for part in query.parts):
            yield self.tr("Notes are not looked for here: open a dossier to find your notes on it.")

    def _of_stop(self, now: Situation) -> Iterator[str]:
        if now.was_stopped:
            yield self.tr("Reading was stopped: what was not read is not in the list.")
