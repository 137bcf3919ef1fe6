"""What an editor says: what it is, and what may be done."""

from fmm_desktop.dossier.model import Certainty
from fmm_desktop.errors import Sentence

NO_POSITION = Sentence(
    "dit onderwerp heeft geen inzet; voeg er een toe of zeg dat die er niet is",
    "this topic has no position; add one, or say that there is none",
)
NO_IF_RAISED: dict[Certainty, Sentence] = {
    "possible": Sentence(
        "dit onderwerp komt mogelijk op en er staat niet bij wat dan te zeggen; voeg een regel onder 'if-raised' toe",
        "this topic may come up, and what to say then is missing; add a line under 'if-raised'",
    ),
    "defensive": Sentence(
        "dit onderwerp is defensief en er staat niet bij wat te zeggen; voeg een regel onder 'if-raised' toe",
        "this topic is defensive, and what to say is missing; add a line under 'if-raised'",
    ),
}
UNEXPLAINED = Sentence(
    "{short} wordt nergens uitgelegd; voeg een begrip toe of schrijf het voluit",
    "{short} is explained nowhere; add a term or write it in full",
)
TWO_MEALS = Sentence(
    "hier staat '{here}' en in {where} '{there}'; welke van de twee is het?",
    "here it says '{here}' and in {where} '{there}'; which of the two is it?",
)
TWO_NAMES = Sentence(
    "hier staat '{here}' en in {where} '{there}'; kies een van de twee",
    "here it says '{here}' and in {where} '{there}'; choose one of the two",
)
TWO_TERMS = Sentence(
    "'{here}' en '{there}' staan allebei voor '{long}'; kies een van de twee",
    "'{here}' and '{there}' both stand for '{long}'; choose one of the two",
)
TWO_MEANINGS = Sentence(
    "'{short}' staat hier voor '{here}' en eerder voor '{there}'; kies een van de twee",
    "'{short}' stands for '{here}' here and for '{there}' before; choose one of the two",
)
NO_SUCH_DATE = Sentence("'{date}' bestaat niet; zoek de datum na", "there is no '{date}'; look the date up")
OTHER_WEEKDAY = Sentence(
    "{date} is een {right}, geen {written}; zoek na welke van de twee klopt",
    "{date} is a {right}, not a {written}; look up which of the two is right",
)
OTHER_THAN_MEETING = Sentence(
    "hier staat {date} en de bijeenkomst is volgens 'meeting' op {meeting}; zoek na welke van de twee klopt",
    "here it says {date}, and by 'meeting' the meeting is on {meeting}; look up which of the two is right",
)
OTHER_THAN_TIMELINE = Sentence(
    "hier staat {date} en volgens de tijdlijn is '{event}' op {when}; zoek na welke van de twee klopt",
    "here it says {date}, and by the timeline '{event}' is on {when}; look up which of the two is right",
)
ISSUED_AFTER = Sentence(
    "uitgegeven op {issued}, na de bijeenkomst van {meeting}; zoek na welke van de twee klopt",
    "issued on {issued}, after the meeting of {meeting}; look up which of the two is right",
)
SOURCE_AFTER = Sentence(
    "deze bron is van {date}, na de uitgave op {issued}; zoek na welke van de twee klopt",
    "this source is of {date}, after the issue on {issued}; look up which of the two is right",
)
OTHER_FIGURE = Sentence(
    "hier staat {here} en in {where}, in dezelfde woorden, {there}; zoek na welk van de twee klopt",
    "here it says {here} and in {where}, in the same words, {there}; look up which of the two is right",
)
NO_TARGET = Sentence(
    "'{target}' bestaat niet in dit dossier; verbeter de verwijzing of haal haar weg",
    "there is no '{target}' in this dossier; mend the reference or take it out",
)
