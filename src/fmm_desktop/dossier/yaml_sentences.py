"""What is said about broken YAML, in both languages."""

from fmm_desktop.errors import Sentence

TOO_MANY = Sentence(
    "het bestand heeft meer dan {limit} onderdelen, te veel voor een dossier; splits het in meer dossiers in één map",
    "the file has more than {limit} parts, too many for a dossier; split it into more dossiers in one folder",
)
TOO_MANY_TAGS = Sentence(
    "het bestand staat vol met '%TAG'; een dossier heeft dat niet nodig, haal het weg",
    "the file is full of '%TAG'; a dossier does not need it, remove it",
)
TOO_DEEP = Sentence(
    "meer dan {limit} niveaus in elkaar; zo diep gaat een dossier niet",
    "more than {limit} levels inside each other; a dossier is not that deep",
)
KEY_NOT_TEXT = Sentence(
    "een sleutel moet tekst zijn; zet hem tussen aanhalingstekens",
    "a key must be text; put it in quotes",
)
KEY_TWICE = Sentence(
    "'{key}' staat hier voor de tweede keer; de eerste staat op regel {first}",
    "'{key}' stands here for the second time; the first is on line {first}",
)
MERGE_KEY = Sentence(
    "'<<' (samenvoegen) bestaat niet in YAML 1.2; schrijf de gegevens uit",
    "'<<' (merging) is not part of YAML 1.2; write the data out",
)
NO_SUCH_DATE = Sentence(
    "de datum {date} bestaat niet; is het geen datum, zet de tekst dan tussen aanhalingstekens",
    "the date {date} does not exist; if no date is meant, put the text in quotes",
)
TAG = Sentence(
    "YAML-tag '{tag}' wordt niet toegestaan; een dossier bevat alleen tekst, getallen en datums",
    "the YAML tag '{tag}' is not allowed; a dossier holds only text, numbers and dates",
)
CONTROL = Sentence(
    "hier staat een teken dat niet in een tekst hoort ({code}); haal het weg",
    "there is a character here that does not belong in a text ({code}); remove it",
)
NO_ANCHOR = Sentence(
    "'*{name}' verwijst naar '&{name}', maar die staat er niet; zet een tekst die met * begint tussen aanhalingstekens",
    "'*{name}' refers to '&{name}', which is not there; put a text that starts with * in quotes",
)
CYCLE = Sentence("'*{name}' verwijst naar zichzelf", "'*{name}' refers to itself")
BOMB = Sentence(
    "verwijzingen met '*' herhalen hier zoveel dat het bestand niet te lezen is; schrijf de gegevens uit",
    "references with '*' repeat so much here that the file cannot be read; write the data out",
)
SECOND_DOCUMENT = Sentence(
    "na '---' begint een tweede document; een bestand bevat één dossier",
    "a second document begins after '---'; a file holds one dossier",
)

_SYNTAX = {
    "mapping values are not allowed": Sentence(
        "een dubbele punt met een spatie op een plaats waar dat niet kan; zet de tekst tussen aanhalingstekens "
        "of kijk of het inspringen klopt",
        "a colon with a space where none can be; put the text in quotes, or see whether the indentation is right",
    ),
    "found character '\\t'": Sentence(
        "hier staat een tab; spring in met spaties", "there is a tab here; indent with spaces"
    ),
    "found a tab character": Sentence(
        "hier staat een tab; spring in met spaties", "there is a tab here; indent with spaces"
    ),
    "found character that cannot start": Sentence(
        "een tekst kan niet met dit teken beginnen; zet hem tussen aanhalingstekens (of, is het een tab: spring in met "
        "spaties)",
        "a text cannot start with this character; put it in quotes (or, if it is a tab: indent with spaces)",
    ),
    "found unexpected end of stream": Sentence(
        "de tekst die hier begint wordt nergens met een aanhalingsteken gesloten",
        "the text that begins here is nowhere closed with a quotation mark",
    ),
    "did not find expected key": Sentence(
        "hier werd een sleutel verwacht; kijk of het inspringen klopt en of elke aanhaling is gesloten",
        "a key was expected here; see whether the indentation is right and every quotation is closed",
    ),
    "could not find expected ':'": Sentence(
        "hier ontbreekt een dubbele punt; springt de tekst van een vorige regel te weinig in?",
        "a colon is missing here; or is a text from the line before not indented enough?",
    ),
    "did not find expected '-'": Sentence(
        "hier werd een '-' verwacht; kijk of het inspringen klopt",
        "a '-' was expected here; see whether the indentation is right",
    ),
    "block sequence entries are not allowed": Sentence(
        "een '-' op een plaats waar geen lijst kan beginnen; zet hem op een eigen regel",
        "a '-' where no list can start; put it on a line of its own",
    ),
    "did not find expected ',' or ']'": Sentence(
        "de lijst tussen '[' en ']' is hier niet goed; een komma of ']' ontbreekt",
        "the list between '[' and ']' is not right here; a comma or ']' is missing",
    ),
    "did not find expected ',' or '}'": Sentence(
        "de gegevens tussen '{{' en '}}' zijn hier niet goed; een komma of '}}' ontbreekt",
        "the data between '{{' and '}}' are not right here; a comma or '}}' is missing",
    ),
    "did not find expected <document start>": Sentence(
        "hier begint iets dat niet bij het voorgaande hoort; kijk of het inspringen klopt",
        "something begins here that does not belong to what is before it; see whether the indentation is right",
    ),
    "found undefined tag handle": Sentence(
        "een '!' aan het begin van een tekst; zet de tekst tussen aanhalingstekens",
        "a '!' at the start of a text; put the text in quotes",
    ),
    "found unknown escape character": Sentence(
        "achter '\\' staat een teken dat daar niets betekent; schrijf '\\\\' of gebruik enkele aanhalingstekens",
        "the character after '\\' means nothing there; write '\\\\' or use single quotes",
    ),
}


def syntax(problem: str) -> Sentence:
    """Return what to say about a problem that libyaml names in English."""
    for beginning, sentence in _SYNTAX.items():
        if problem.startswith(beginning):
            return sentence
    shown = problem.replace("{", "{{").replace("}", "}}")
    return Sentence(
        f"dit is geen geldige YAML ({shown}); kijk of inspringen en aanhalingstekens kloppen",
        f"this is not valid YAML ({shown}); see whether indentation and quotes are right",
    )
