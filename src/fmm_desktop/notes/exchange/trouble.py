"""What can be wrong with a file of notes, told to the reader in words."""

from fmm_desktop.errors import Sentence, UserError


class ExchangeError(UserError):
    """Notes could not be read from a file; nothing was taken in."""


MISSING = Sentence(
    "{file}: dit bestand is er niet; controleer de naam en de map",
    "{file}: there is no such file; check name and folder",
)
UNREADABLE = Sentence(
    "{file}: niet te lezen ({reason}); kopieer het bestand opnieuw en probeer het nog eens",
    "{file}: cannot be read ({reason}); copy the file again and try once more",
)
NOT_A_FILE = Sentence(
    "{file}: dit is geen gewoon bestand; kies een bestand met notities (.jsonld)",
    "{file}: this is not an ordinary file; choose a file of notes (.jsonld)",
)
TOO_LARGE = Sentence(
    "{file}: {size} MB is te groot; de grens is {limit} MB; exporteer de notities per dossier",
    "{file}: {size} MB is too large; the limit is {limit} MB; export the notes dossier by dossier",
)
NO_JSON = Sentence(
    "Dit is geen export als JSON-LD, en alleen die kan worden overgenomen: Markdown en CSV zijn om te lezen; "
    "er is niets overgenomen; kies het bestand dat op .jsonld eindigt.",
    "This is no export as JSON-LD, and only that can be taken in: Markdown and CSV are for reading; "
    "nothing was taken in; choose the file that ends in .jsonld.",
)
NOT_JSON = Sentence(
    "Dit is geen goede JSON (het gaat mis bij byte {byte} van {size}), er is niets overgenomen; "
    "vraag een nieuwe export van de notities.",
    "This is not sound JSON (it goes wrong at byte {byte} of {size}), nothing was taken in; "
    "ask for a new export of the notes.",
)
TOO_DEEP = Sentence(
    "Hierin staat meer dan {limit} lagen in elkaar, er is niets overgenomen; vraag een nieuwe export van de notities.",
    "There are more than {limit} layers within each other, nothing was taken in; ask for a new export of the notes.",
)
NO_ANNOTATIONS = Sentence(
    "Hierin staan geen annotaties, er is niets overgenomen; kies een export van notities als JSON-LD.",
    "There are no annotations in it, nothing was taken in; choose an export of notes as JSON-LD.",
)
ELSEWHERE = Sentence(
    "De annotaties staan niet in het bestand zelf maar in {iri}, en er wordt niets opgehaald; "
    "kies een bestand met de annotaties erin.",
    "The annotations are not in the file itself but in {iri}, and nothing is fetched; "
    "choose a file with the annotations in it.",
)
TOO_MANY = Sentence(
    "Hierin staan {count} annotaties en de grens is {limit}, er is niets overgenomen; "
    "exporteer de notities per dossier.",
    "There are {count} annotations in it and the limit is {limit}, nothing was taken in; "
    "export the notes dossier by dossier.",
)
NEWER = Sentence(
    "Dit bestand is van een nieuwere versie van het programma ({found}, deze versie kent {known}), "
    "er is niets overgenomen; installeer die versie.",
    "This file was made by a newer version of the program ({found}, this version knows {known}), "
    "nothing was taken in; install that version.",
)
WRONG = Sentence(
    "Annotatie {number}: '{name}' is niet wat het moet zijn ({expected}), er is niets overgenomen; "
    "vraag een nieuwe export van de notities.",
    "Annotation {number}: '{name}' is not what it must be ({expected}), nothing was taken in; "
    "ask for a new export of the notes.",
)
TWICE = Sentence(
    "Annotatie {number} heeft dezelfde id als een eerdere maar zegt iets anders, er is niets overgenomen; "
    "vraag een nieuwe export van de notities.",
    "Annotation {number} has the same id as an earlier one but says something else, nothing was taken in; "
    "ask for a new export of the notes.",
)
NO_FORMAT = Sentence(
    "{file}: zo komen notities er niet uit; laat de naam eindigen op .jsonld, .md of .csv, of zeg --format",
    "{file}: notes do not go out like that; let the name end in .jsonld, .md or .csv, or say --format",
)
TEXT = Sentence("een tekst", "a text")
SHORT_TEXT = Sentence("een tekst van ten hoogste {limit} tekens", "a text of at most {limit} characters")
SHORT_WORDS = Sentence(
    "een tekst zonder woorden van meer dan {limit} tekens", "a text without words of more than {limit} characters"
)
A_NUMBER = Sentence("een getal van 0 tot {limit}", "a number from 0 to {limit}")
A_TIME = Sentence("een tijd als 2025-12-03T09:00:00Z", "a time such as 2025-12-03T09:00:00Z")
TEXTS = Sentence("een lijst van ten hoogste {limit} teksten", "a list of at most {limit} texts")
AN_OBJECT = Sentence("een object", "an object")
ONE_OF = Sentence("een van {known}", "one of {known}")
SMALL = Sentence("ten hoogste {limit} tekens samen", "at most {limit} characters in all")
