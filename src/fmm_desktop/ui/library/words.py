"""What the lines of the library say, in the language of the interface."""

from PySide6.QtCore import QObject

from fmm_desktop.dossier.vocabulary import kind_name, period_in_words
from fmm_desktop.errors import Language
from fmm_desktop.ui.library.lines import DossierLine, Line

TYPE_CHECKING = False
if TYPE_CHECKING:
    from fmm_desktop.search.library import DossierRow


class LineWords(QObject):
    """Says what a line is about: its title, what is said under it, and both at once for who cannot see it."""

    language: Language = "en"

    def title(self, line: Line) -> str:
        """Return the title, on one line; the name of a file that is broken."""
        if not isinstance(line, DossierLine):
            return _even(line.hit.title)
        return line.file.name if line.dossier.error else _even(line.dossier.title)

    def about(self, line: Line) -> str:
        """Return what stands under the title."""
        return self._of_dossier(line.dossier) if isinstance(line, DossierLine) else self.kind(line) + line.hit.snippet

    def kind(self, line: Line) -> str:
        """Return what goes before the words that were found: the kind of the passage that they stand in."""
        if isinstance(line, DossierLine) or line.hit.kind is None:
            return ""
        return f"{kind_name(line.hit.kind, self.language)}: "

    def notes(self, line: Line) -> str:
        """Return how many notes there are; empty for none."""
        return self.tr("%n note(s)", "", line.notes) if isinstance(line, DossierLine) and line.notes else ""

    def is_open(self, line: Line) -> str:
        """Return a word for the dossier that is open; empty for others."""
        return self.tr("open") if isinstance(line, DossierLine) and line.is_open else ""

    def whole(self, line: Line) -> str:
        """Return everything, as a screen reader says it."""
        number = "" if isinstance(line, DossierLine) else f"{line.hit.number} "
        said = (f"{number}{self.title(line)}", self.about(line), self.notes(line), self.is_open(line))
        return ", ".join(filter(None, said))

    def tip(self, line: Line) -> str:
        """Return what there may be no room for: the title or the error, and where the file is."""
        if isinstance(line, DossierLine) and line.dossier.error:
            return line.dossier.error.text(self.language)
        return f"{self.title(line)}\n{line.file}"

    def _of_dossier(self, row: "DossierRow") -> str:
        if row.error:
            return row.error.text(self.language)
        when = period_in_words(row.start, row.end, self.language) if row.start else ""
        edition = self.tr("edition %1").replace("%1", str(row.edition))
        topics = self.tr("%n topic(s)", "", row.topics) if row.start else ""  # else it is known by a hit alone
        return " · ".join(filter(None, (when, _even(row.place), edition, topics, row.language)))


def _even(text: str) -> str:
    return " ".join(text.split())
