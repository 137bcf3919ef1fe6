"""What is said about a file that is good YAML but not a good dossier, in both languages."""

import datetime

from fmm_desktop.errors import Sentence

MISSING = Sentence("'{key}' ontbreekt", "'{key}' is missing")
MAPPING_EXPECTED = Sentence(
    "hier horen gegevens met de sleutels {keys}, maar er staat {found}",
    "data with the keys {keys} belong here, but there is {found}",
)
LIST_EXPECTED = Sentence(
    "hier hoort een lijst, maar er staat {found}; begin elk onderdeel op een nieuwe regel met '- '",
    "a list belongs here, but there is {found}; start each item on a new line with '- '",
)
DICTIONARY_EXPECTED = Sentence(
    "hier horen taalcodes met tekst, zoals {{en: …}}, maar er staat {found}",
    "language codes with a text belong here, such as {{en: …}}, but there is {found}",
)
CHOICE_EXPECTED = Sentence(
    "'{found}' is geen keuze; kies uit {choices}{near}", "'{found}' is not a choice; choose from {choices}{near}"
)
EMPTY = Sentence(
    "hier staat niets; vul een tekst in of laat de sleutel weg",
    "there is nothing here; give a text or leave the key out",
)
TOO_LONG = Sentence(
    "{length} tekens is te lang; de grens is {limit}", "{length} characters is too long; the limit is {limit}"
)
BAD_ID = Sentence(
    "'{found}' is geen goed id; gebruik kleine letters zonder accent, cijfers, punt, streepje en laag streepje",
    "'{found}' is not a good id; use lower-case letters without accents, digits, dot, hyphen and underscore",
)
BAD_LANGUAGE = Sentence(
    "'{found}' is geen taalcode; schrijf bijvoorbeeld nl of en", "'{found}' is not a language code; write nl or en, say"
)
QUOTES_NEEDED = Sentence(
    "hier hoort tekst, maar er staat {found}; zet het tussen aanhalingstekens",
    "a text belongs here, but there is {found}; put it in quotes",
)
TEXT_EXPECTED = Sentence(
    "hier hoort tekst, maar er staat {found}; gebruik aanhalingstekens als hij met een haak begint of ': ' bevat",
    "a text belongs here, but there is {found}; if it starts with a bracket or has ': ' in it, put it in quotes",
)
COLON_IN_TEXT = Sentence(
    "hier hoort een tekst of 'text: …'; een tekst met ': ' erin moet tussen aanhalingstekens",
    "a text or 'text: …' belongs here; a text with ': ' in it must be in quotes",
)
NUMBER_EXPECTED = Sentence(
    "hier hoort een geheel getal vanaf {least}, maar er staat {found}",
    "a whole number from {least} belongs here, but there is {found}",
)
NUMBER_OUT_OF_RANGE = Sentence(
    "hier hoort een geheel getal vanaf {least}, niet {found}", "a whole number from {least} belongs here, not {found}"
)
DATE_EXPECTED = Sentence(
    "hier hoort een datum die bestaat, zoals 2025-12-03, maar er staat {found}",
    "a date that exists belongs here, such as 2025-12-03, but there is {found}",
)
UNKNOWN_KEY = Sentence(
    "de sleutel '{key}' is onbekend en wordt overgeslagen{near}", "the key '{key}' is not known and is left out{near}"
)
OTHERWISE_WRONG = Sentence("dit klopt niet met het formaat ({reason})", "this does not fit the format ({reason})")

A_BOOLEAN = Sentence("{value} (waar of onwaar)", "{value} (true or false)")
KINDS: tuple[tuple[type, Sentence], ...] = (
    (str, Sentence("de tekst '{value}'", "the text '{value}'")),
    (int, Sentence("het getal {value}", "the number {value}")),
    (float, Sentence("het getal {value}", "the number {value}")),
    (datetime.date, Sentence("de datum {value}", "the date {value}")),
    (list, Sentence("een lijst", "a list")),
    (dict, Sentence("een groep sleutels", "a group of keys")),
    (type(None), Sentence("niets", "nothing")),
)


def named(sentence: Sentence, value: str) -> Sentence:
    """Return `sentence` about `value`, safe to stand in another sentence."""
    shown = value.replace("{", "{{").replace("}", "}}")
    return Sentence(sentence.nl.replace("{value}", shown), sentence.en.replace("{value}", shown))


def near(name: str) -> Sentence:
    """Return the question whether `name` was meant."""
    return named(Sentence("; bedoeld is misschien '{value}'", "; perhaps '{value}' is meant"), name)
