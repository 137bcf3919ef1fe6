"""What becomes of a note that comes in, in words."""

from fmm_desktop.errors import Language, Sentence
from fmm_desktop.notes.exchange.planning import Fate

_NAMES = {
    Fate.NEW: Sentence("nieuw", "new"),
    Fate.NEWER: Sentence("nieuwer", "newer"),
    Fate.CONFLICT: Sentence("conflict", "conflict"),
    Fate.SAME: Sentence("gelijk", "the same"),
    Fate.OLDER: Sentence("ouder", "older"),
    Fate.GONE: Sentence("hier verwijderd", "deleted here"),
    Fate.UNPLACED: Sentence("zonder dossier", "without a dossier"),
}
_MEANINGS = {
    Fate.NEW: Sentence("staat hier nog niet", "is not here yet"),
    Fate.NEWER: Sentence("volgt op wat hier staat", "follows on what is here"),
    Fate.CONFLICT: Sentence(
        "hier en daar gewijzigd: beide versies blijven", "changed here and there: both versions stay"
    ),
    Fate.SAME: Sentence("staat hier al", "is here already"),
    Fate.OLDER: Sentence("hier staat een latere versie", "a later version is here"),
    Fate.GONE: Sentence("blijft weg, tenzij u het terughaalt", "stays away, unless you bring it back"),
    Fate.UNPLACED: Sentence("noemt geen dossier: wordt overgeslagen", "names no dossier: is passed over"),
}


def fate_name(fate: Fate, language: Language) -> str:
    """Return what a fate is called within a sentence."""
    return _NAMES[fate].say(language)


def fate_meaning(fate: Fate, language: Language) -> str:
    """Return what a fate means."""
    return _MEANINGS[fate].say(language)
