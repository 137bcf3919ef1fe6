"""Why a document cannot be imported, told to the reader: what is wrong, and what to do."""

from fmm_desktop.errors import Sentence, UserError


class ImportingError(UserError):
    """A document that cannot be imported; nothing was written. The sentence begins with the name of the file."""


MISSING = Sentence(
    "{file}: dit bestand is er niet; controleer de naam en de map",
    "{file}: there is no such file; check name and folder",
)
FOLDER = Sentence(
    "{file}: dit is een map; kies een document daarin", "{file}: this is a folder; choose a document in it"
)
FORBIDDEN = Sentence(
    "{file}: geen toestemming om dit bestand te lezen; vraag de eigenaar om leesrechten",
    "{file}: no permission to read this file; ask its owner for the right to read it",
)
NOT_A_FILE = Sentence(
    "{file}: dit is geen gewoon bestand; kies een document", "{file}: this is not an ordinary file; choose a document"
)
UNREADABLE = Sentence(
    "{file}: niet te lezen ({reason}); kopieer het bestand opnieuw en probeer het nog eens",
    "{file}: cannot be read ({reason}); copy the file again and try once more",
)
TOO_LARGE = Sentence(
    "{file}: {size} MB is te groot voor een agenda; de grens is {limit} MB; bewaar de agenda alleen",
    "{file}: {size} MB is too large for an agenda; the limit is {limit} MB; save the agenda alone",
)
TOO_MUCH = Sentence(
    "{file}: dit document bevat te veel ({what}) voor een agenda; bewaar alleen de agenda in een eigen bestand",
    "{file}: this document holds too much ({what}) for an agenda; save the agenda alone in a file of its own",
)
EMPTY = Sentence(
    "{file}: er staat geen tekst in dit document; kies een ander document",
    "{file}: there is no text in this document; choose another document",
)
LEGACY_DOC = Sentence(
    "{file}: dit is een Word-bestand van het oude soort (.doc); open het en bewaar het als .docx",
    "{file}: this is a Word file of the old kind (.doc); open it and save it as .docx",
)
OTHER_OFFICE = Sentence(
    "{file}: dit is geen tekstdocument maar {what}; bewaar de tekst ervan als .docx",
    "{file}: this is not a text document but {what}; save its text as .docx",
)
RTF = Sentence(
    "{file}: dit is een RTF-bestand; open het en bewaar het als .docx",
    "{file}: this is an RTF file; open it and save it as .docx",
)
ENCRYPTED = Sentence(
    "{file}: dit document is met een wachtwoord beveiligd; open het, bewaar het zonder wachtwoord en importeer dat",
    "{file}: this document is protected by a password; open it, save it without a password and import that",
)
DAMAGED = Sentence(
    "{file}: dit {what}-bestand is beschadigd of niet volledig; haal het opnieuw op en probeer het nog eens",
    "{file}: this {what} file is damaged or incomplete; fetch it again and try once more",
)
SCAN = Sentence(
    "{file}: deze pagina's zijn plaatjes zonder tekst; maak er eerst tekst van met tekstherkenning (OCR), of vraag het "
    "document zelf op",
    "{file}: these pages are pictures without text; make text of them by text recognition (OCR) first, or ask for the "
    "document itself",
)
PICTURE = Sentence(
    "{file}: dit is een plaatje; maak er eerst tekst van met tekstherkenning (OCR), of vraag het document zelf op",
    "{file}: this is a picture; make text of it by text recognition (OCR) first, or ask for the document itself",
)
ZIP = Sentence(
    "{file}: dit is een zip-bestand zonder document erin; pak het uit en kies het document zelf",
    "{file}: this is a zip file that is no document; unpack it and choose the document itself",
)
BOMB = Sentence(
    "{file}: dit bestand wordt uitgepakt onredelijk groot en is niet geopend; vraag de afzender om een gewoon document",
    "{file}: unpacked, this file grows beyond reason, and it was not opened; ask its sender for an ordinary document",
)
ENTITIES = Sentence(
    "{file}: dit bestand definieert eigen XML-entiteiten en is niet geopend; vraag de afzender om een gewoon document",
    "{file}: this file defines XML entities of its own and was not opened; ask its sender for an ordinary document",
)
TOO_DEEP = Sentence(
    "{file}: de opmaak is dieper genest dan een document nodig heeft; bewaar het opnieuw, of als gewone tekst",
    "{file}: its markup is nested deeper than a document needs; save it once more, or as plain text",
)
OTHER_XML = Sentence(
    "{file}: deze XML is geen Kamerstuk en geen webpagina; kies een document (.docx, .odt, .pdf, .html, .md of .txt)",
    "{file}: this XML is neither a Kamerstuk nor a web page; choose a document (.docx, .odt, .pdf, .html, .md or .txt)",
)
DOSSIER = Sentence(
    "{file}: dit is al een dossier; open het met Bestand › Openen",
    "{file}: this is a dossier already; open it by File › Open",
)
WRONG_TYPE = Sentence(
    "{file}: dit is geen document dat gelezen kan worden; kies .docx, .odt, .pdf, .html, .md of .txt",
    "{file}: this is no document that can be read; choose .docx, .odt, .pdf, .html, .md or .txt",
)
NO_DATE = Sentence(
    "{file}: hierin staat niet wanneer de bijeenkomst is; geef de eerste dag erbij (--date 2026-03-31)",
    "{file}: this does not tell when the meeting is; give its first day as well (--date 2026-03-31)",
)
OTHER_LANGUAGE = Sentence(
    "{file}: dit document is in het {spoken}; alleen Nederlandse en Engelse agenda's worden herkend",
    "{file}: this document is in {spoken}; only Dutch and English agendas are recognised",
)
_LANGUAGES = {
    "nl": ("Nederlands", "Dutch"),
    "en": ("Engels", "English"),
    "de": ("Duits", "German"),
    "fr": ("Frans", "French"),
    "sv": ("Zweeds", "Swedish"),
    "da": ("Deens", "Danish"),
    "es": ("Spaans", "Spanish"),
    "it": ("Italiaans", "Italian"),
    "pl": ("Pools", "Polish"),
}


def other_language(file: str, code: str) -> ImportingError:
    """Return what is said of a document in a language without phrases, given by its code of two letters."""
    names = _LANGUAGES.get(code, (f"“{code}”", f"“{code}”"))
    sentence = (template.replace("{spoken}", name) for template, name in zip(OTHER_LANGUAGE, names, strict=True))
    return ImportingError(Sentence(*sentence), file=file)
