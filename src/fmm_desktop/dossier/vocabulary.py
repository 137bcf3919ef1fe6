"""The words of a dossier in the language of the dossier: what headings, certainties, stances and dates are called.

A page and a sheet speak the language of the dossier, whatever the language of the interface, because their headings
belong to the text under them. A dossier in a third language gets English headings.
"""

import datetime
from typing import NamedTuple

from fmm_desktop.dossier.model import Certainty, Event, Kind, Meeting, Stance
from fmm_desktop.errors import Language, Sentence

_KINDS = {
    Kind.AIM: Sentence("Doel", "Aim"),
    Kind.DISCUSSION: Sentence("Bespreking", "Discussion"),
    Kind.POSITION: Sentence("Inzet", "Position"),
    Kind.POINT: Sentence("Spreekpunten", "Points"),
    Kind.IF_RAISED: Sentence("Indien opgebracht", "If raised"),
    Kind.OTHER: Sentence("Krachtenveld", "Others"),
    Kind.FIGURE: Sentence("Cijfers", "Figures"),
    Kind.BACKGROUND: Sentence("Achtergrond", "Background"),
}
_CERTAINTIES: dict[Certainty, Sentence] = {
    "planned": Sentence("gepland", "planned"),
    "possible": Sentence("mogelijk", "possible"),
    "defensive": Sentence("defensief", "defensive"),
}
_STANCES: dict[Stance, Sentence] = {
    "supports": Sentence("steunt", "supports"),
    "opposes": Sentence("is tegen", "opposes"),
    "mixed": Sentence("verdeeld", "mixed"),
    "unknown": Sentence("onbekend", "unknown"),
}
MONTHS = (
    Sentence("januari", "January"),
    Sentence("februari", "February"),
    Sentence("maart", "March"),
    Sentence("april", "April"),
    Sentence("mei", "May"),
    Sentence("juni", "June"),
    Sentence("juli", "July"),
    Sentence("augustus", "August"),
    Sentence("september", "September"),
    Sentence("oktober", "October"),
    Sentence("november", "November"),
    Sentence("december", "December"),
)


class _Words(NamedTuple):
    """Other words that a page and a sheet use."""

    edition: Sentence = Sentence("editie", "edition")
    issued: Sentence = Sentence("uitgegeven", "issued")
    topic: Sentence = Sentence("Onderwerp", "Topic")
    topics: Sentence = Sentence("Onderwerpen", "Topics")
    timeline: Sentence = Sentence("Tijdlijn", "Timeline")
    actors: Sentence = Sentence("Actoren", "Actors")
    terms: Sentence = Sentence("Begrippen", "Terms")
    related: Sentence = Sentence("Zie ook", "See also")
    source: Sentence = Sentence("Bron", "Source")
    notes: Sentence = Sentence("Notities", "Notes")


WORDS = _Words()


def headings_language(dossier_language: str) -> Language:
    """Return the language of the program that suits a dossier in `dossier_language` (BCP 47)."""
    return "nl" if dossier_language.partition("-")[0] == "nl" else "en"


def kind_name(kind: Kind, language: Language) -> str:
    """Return the heading over the passages of one kind."""
    return _KINDS[kind].say(language)


def certainty_name(certainty: Certainty, language: Language) -> str:
    """Return how sure it is that a topic comes up, in one word."""
    return _CERTAINTIES[certainty].say(language)


def stance_name(stance: Stance, language: Language) -> str:
    """Return where another actor stands, in a word or two."""
    return _STANCES[stance].say(language)


def date_in_words(date: datetime.date, language: Language) -> str:
    """Return `3 december 2025` or `3 December 2025`."""
    return f"{date.day} {MONTHS[date.month - 1].say(language)} {date.year}"


def period_in_words(start: datetime.date, end: datetime.date | None, language: Language) -> str:
    """Return one date, or two joined by an en dash with what they share said once (`24–25 juni 2025`)."""
    if end is None or end == start:
        return date_in_words(start, language)
    if (start.year, start.month) == (end.year, end.month):
        return f"{start.day}–{date_in_words(end, language)}"
    if start.year == end.year:
        return f"{start.day} {MONTHS[start.month - 1].say(language)} – {date_in_words(end, language)}"
    return f"{date_in_words(start, language)} – {date_in_words(end, language)}"


def when_and_where(event: Meeting | Event, language: Language) -> str:
    """Return the date and the place of a meeting or an event, such as `3 december 2025, Brussel`."""
    when = period_in_words(event.start, event.end, language)
    return f"{when}, {event.place}" if event.place else when
