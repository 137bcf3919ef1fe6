"""What the checks of an editor are called by who reads their remarks."""

from fmm_desktop.dossier.editor import names
from fmm_desktop.errors import Language, Sentence

_CHECKS = {
    names.NO_POSITION: Sentence("Geen inzet", "No position"),
    names.NO_IF_RAISED: Sentence("Geen antwoord", "No answer"),
    names.UNEXPLAINED: Sentence("Afkorting", "Abbreviation"),
    names.TWO_NAMES: Sentence("Twee namen", "Two names"),
    names.DATES: Sentence("Datum", "Date"),
    names.FIGURES: Sentence("Cijfer", "Figure"),
    names.LINKS: Sentence("Verwijzing", "Link"),
}


def check_name(check: str, language: Language) -> str:
    """Return what a check is called."""
    return _CHECKS[check].say(language)
