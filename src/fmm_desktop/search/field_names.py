"""The fields of a query, those by which a dossier can be turned, and what they are called in both languages."""

from typing import Literal

from fmm_desktop.errors import Language, Sentence

TurnedBy = Literal["actor", "tag", "kind", "term"]
"""By what a dossier is turned. The terms are no field of a query: who types one finds its topics."""

Field = Literal["kind", "actor", "tag", "session", "certainty", "note", "marking"]
"""What can be asked for by name in a query."""

_NAMES: dict[Field | TurnedBy, Sentence] = {
    "kind": Sentence("soort", "kind"),
    "actor": Sentence("actor", "actor"),
    "tag": Sentence("label", "tag"),
    "session": Sentence("sessie", "session"),
    "certainty": Sentence("zekerheid", "certainty"),
    "note": Sentence("notitie", "note"),
    "marking": Sentence("rubricering", "marking"),
    "term": Sentence("begrip", "term"),
}


def field_name(field: Field | TurnedBy, language: Language) -> str:
    """Return what a field is called, as it is typed in the filter line."""
    return _NAMES[field].say(language)
