"""The words for what became of a dossier, and for the fields of its file in which something differs."""

from typing import get_args

from fmm_desktop.dossier.links import words_in
from fmm_desktop.dossier.model import Certainty, Dossier, Kind, Stance
from fmm_desktop.dossier.vocabulary import certainty_name, kind_name, stance_name
from fmm_desktop.errors import Language, Sentence

_CHANGES = {
    "new": Sentence("nieuw", "new"),
    "changed": Sentence("gewijzigd", "changed"),
    "moved": Sentence("verplaatst", "moved"),
    "gone": Sentence("vervallen", "gone"),
}
_FIELDS = {
    "actor": Sentence("actor", "actor"),
    "certainty": Sentence("zekerheid", "certainty"),
    "date": Sentence("datum", "date"),
    "end": Sentence("einde", "end"),
    "file": Sentence("bestand", "file"),
    "form": Sentence("vorm", "form"),
    "id": Sentence("id", "id"),
    "introduction": Sentence("inleiding", "introduction"),
    "kind": Sentence("soort", "kind"),
    "language": Sentence("taal", "language"),
    "long": Sentence("voluit", "in full"),
    "marking": Sentence("rubricering", "marking"),
    "meeting": Sentence("bijeenkomst", "meeting"),
    "name": Sentence("naam", "name"),
    "of": Sentence("hoort bij", "belongs to"),
    "own": Sentence("eigen kant", "own side"),
    "participants": Sentence("deelnemers", "participants"),
    "place": Sentence("plaats", "place"),
    "related": Sentence("zie ook", "see also"),
    "role": Sentence("functie", "role"),
    "short": Sentence("afkorting", "abbreviation"),
    "source": Sentence("bron", "source"),
    "stance": Sentence("standpunt", "stance"),
    "start": Sentence("begin", "start"),
    "tags": Sentence("labels", "tags"),
    "text": Sentence("tekst", "text"),
    "time": Sentence("tijd", "time"),
    "title": Sentence("titel", "title"),
    "translation": Sentence("vertaling", "translation"),
    "value": Sentence("waarde", "value"),
}
_WAS = Sentence("was {number}", "was {number}")
_GROUPS = {
    "timeline": Sentence("Tijdlijn", "Timeline"),
    "actors": Sentence("Actoren", "Actors"),
    "terms": Sentence("Begrippen", "Terms"),
    "sources": Sentence("Bronnen", "Sources"),
}


def change_name(change: str, language: Language) -> str:
    """Return what became of a part of a dossier, in a word: of a value of `editions.Change`."""
    return _CHANGES[change].say(language)


def was_number(number: str, language: Language) -> str:
    """Return that a part of a dossier had a number in the edition before: `was 1.1.8`."""
    return _WAS.say(language, number=number)


def field_name(name: str, language: Language) -> str:
    """Return what a field of the data file is called."""
    return _FIELDS[name].say(language)


def group_name(group: str, language: Language) -> str:
    """Return the heading over the actors, the terms, the sources or the timeline of a dossier."""
    return _GROUPS[group].say(language)


def value_in_words(name: str, value: str, dossier: Dossier, language: Language) -> str:
    """Return what a field says as a reader calls it: `gepland` for `planned`, the name of an actor for its id.

    `dossier` is the edition that says so.
    """
    if name == "certainty" and value in get_args(Certainty):
        certainty: Certainty = value  # type: ignore[assignment]
        return certainty_name(certainty, language)
    if name == "stance" and value in get_args(Stance):
        stance: Stance = value  # type: ignore[assignment]
        return stance_name(stance, language)
    if name == "kind" and value in set(Kind):
        return kind_name(Kind(value), language)
    if name in {"actor", "own", "of", "participants"}:
        return ", ".join(_actor(identifier, dossier) for identifier in value.split(", ")) if value else ""
    if name == "related":
        return ", ".join(_topic(path, dossier) for path in value.split(", ")) if value else ""
    return words_in(value, dossier) if name in {"text", "introduction"} else value


def _actor(identifier: str, dossier: Dossier) -> str:
    actor = dossier.actor(identifier)
    return actor.name if actor else identifier


def _topic(path: str, dossier: Dossier) -> str:
    topic = dossier.topic(path)
    return topic.title if topic else path
