"""What came of reading a data file: the dossier, and what is wrong with it."""

from msgspec import Struct

from fmm_desktop.dossier.model import Dossier
from fmm_desktop.dossier.trouble import Finding, Severity
from fmm_desktop.errors import Language, Sentence

_SEVERITY: dict[Severity, Sentence] = {
    "error": Sentence("fout", "error"),
    "warning": Sentence("waarschuwing", "warning"),
    "remark": Sentence("opmerking", "remark"),
}


class Reading(Struct, frozen=True):
    """A dossier that was read, and what its writer may want to mend."""

    dossier: Dossier
    warnings: tuple[Finding, ...] = ()


class Report(Struct, frozen=True):
    """All that is wrong with a file, in the order of the file; the dossier is None when there are errors."""

    dossier: Dossier | None
    findings: tuple[Finding, ...] = ()

    def text(self, language: Language) -> str:
        """Return the findings, each on a line of its own; empty when nothing is wrong."""
        return "\n".join(
            f"{_SEVERITY[found.severity].say(language)}: {found.text(language)}" for found in self.findings
        )
