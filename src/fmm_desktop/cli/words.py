"""What can be asked of the command line, and how that is told: the help and the parser, in both languages."""

import argparse
import re
from pathlib import Path
from typing import NoReturn

from fmm_desktop import __version__
from fmm_desktop.cli.output import BAD, complain
from fmm_desktop.errors import Language, Sentence

_ABOUT = Sentence(
    "Leest de geannoteerde agenda van een ministeriële bijeenkomst, zonder netwerk.",
    "Reads the annotated agenda of a ministerial meeting, offline.",
)
USE = Sentence(
    "gebruik: fmm-desktop [--data-dir MAP] [BESTAND|MAP]\n"
    "         fmm-desktop check BESTAND… [--json]\n"
    "         fmm-desktop sheets BESTAND… -o MAP|BESTAND.pdf [--kind SOORT] [--topics NUMMERS|PADEN]\n"
    "                            [--notes [SOORTEN]] [--statuses STATUSSEN] [--where PLAATS] [--actor ACTOR]\n"
    "                            [--since OUD] [--marking TEKST] [--paper a4|a5] [--two-sided] [--size MAAT]\n"
    "                            [--copies AANTAL] [--words-a-minute AANTAL] [--factor GETAL] [--template BESTAND]\n"
    "                            [--overwrite] [--data-dir MAP]\n"
    "         fmm-desktop find WOORDEN [--in MAP|BESTAND] [--json] [--data-dir MAP]\n"
    "         fmm-desktop compare OUD NIEUW [--json]\n"
    "         fmm-desktop import DOCUMENT -o BESTAND.yaml [--date DATUM] [--edition-of DOSSIER [--insist]]\n"
    "                                     [--overwrite] [--json]\n"
    "         fmm-desktop notes export [-o BESTAND] [--format VORM] [--dossier ID|BESTAND] [--with SOORT]\n"
    "                                  [--without SOORT] [--overwrite]\n"
    "         fmm-desktop notes import BESTAND [--dry-run] [--json] [--dossier ID|BESTAND] [--bring-back]",
    "usage: fmm-desktop [--data-dir DIR] [FILE|DIR]\n"
    "       fmm-desktop check FILE… [--json]\n"
    "       fmm-desktop sheets FILE… -o DIR|FILE.pdf [--kind KIND] [--topics NUMBERS|PATHS] [--notes [KINDS]]\n"
    "                          [--statuses STATUSES] [--where PLACE] [--actor ACTOR] [--since OLD]\n"
    "                          [--marking TEXT] [--paper a4|a5] [--two-sided] [--size SIZE] [--copies N]\n"
    "                          [--words-a-minute N] [--factor F] [--template FILE] [--overwrite] [--data-dir DIR]\n"
    "       fmm-desktop find WORDS [--in DIR|FILE] [--json] [--data-dir DIR]\n"
    "       fmm-desktop compare OLD NEW [--json]\n"
    "       fmm-desktop import DOCUMENT -o FILE.yaml [--date DATE] [--edition-of DOSSIER [--insist]] [--overwrite]\n"
    "                          [--json]\n"
    "       fmm-desktop notes export [-o FILE] [--format FORMAT] [--dossier ID|FILE] [--with KIND]\n"
    "                                [--without KIND] [--overwrite]\n"
    "       fmm-desktop notes import FILE [--dry-run] [--json] [--dossier ID|FILE] [--bring-back]",
)
_HELP = Sentence(
    """
Zonder opdracht opent het venster, met BESTAND als dossier, of met de dossiers in MAP als bibliotheek.

  check     noemt alle fouten en waarschuwingen in databestanden, en wat een redacteur zou opmerken; de eerste fout
            van elk bestand ook op stderr
  sheets    zet dossiers op papier: in een map één pdf per onderwerp of per dossier, in een .pdf alles samen
  find      zoekt woorden in alle dossiers van een map, zoals de filterregel in één dossier; een treffer per regel
  compare   noemt wat in een andere editie nieuw, gewijzigd, verplaatst of vervallen is; wat weg is staat in [-…-],
            wat erbij kwam in {{+…+}}
  import    maakt van een document (.docx, .odt, .pdf, .html, .md, .txt of Kamerstuk-XML) een dossier om na te zien
  notes     export schrijft mijn notities in een bestand, import neemt ze over en zegt per auteur wat ermee gebeurt

  --data-dir MAP   bewaart notities en toestand van het venster in MAP, voor of achter de opdracht; het venster, find
                   en notes import maken MAP als die er niet is
  --json           schrijft de uitkomst als JSON. Van check een lijst van file, severity, line, column, path en
                   message, de laatste in de taal van de terminal; van find een lijst van file, dossier,
                   dossier_title, edition, number, topic, topic_title, passage, kind en snippet; van notes import
                   een lijst van author, new, newer, conflict, same, older, gone en unplaced; van compare een lijst
                   van what, change, waar het staat, fields (name, old, new) en bij een passage words (part, text);
                   van import file, seems, title, sessions, topics, positions en unsure (where, doubt, message)
  -o, --output     waar de bladen, de notities of het dossier komen; notities anders op stdout
  --kind           topic (onderwerpblad, als u niets kiest), card (tafelkaart), speaking (spreeklijst), actor
                   (actorblad), changes (wijzigingsblad), notes (notitielijst) of book (dossierboek)
  --topics         alleen deze onderwerpen: nummers (1.2, of 1 voor een sessie) of paden (nar/china), met komma's
  --notes          zet mijn notities op de bladen, alle of deze soorten (question,follow-up), met komma's; wat u niet
                   zelf noemt alleen als u do-not-volunteer kiest, en nooit op een tafelkaart of een wijzigingsblad
  --statuses       alleen notities met deze statussen: open, cleared, said, dropped; anders alle behalve dropped
  --where          waar notities staan: in-place (onder hun passage), beside (ernaast) of end (aan het eind)
  --actor          over wie het actorblad gaat: naam of id
  --since          de editie waar het wijzigingsblad mee vergelijkt; mag vaker, een voor elk dossier
  --marking        deze rubricering boven en onder elke bladzijde, tenzij het dossier een hogere heeft
  --paper, --size  a4 of a5; letters small, normal of large
  --two-sided      marges voor dubbelzijdig papier
  --copies         zoveel exemplaren achter elkaar, elk genummerd
  --words-a-minute, --factor   hoe snel wordt gesproken, en hoeveel keer zo lang het duurt met een tolk
  --template       een huisstijl (Typst) in plaats van sheets/style.typ in de map met toestand, of de meegeleverde
  --overwrite      vervangt wat er al is
  --date           de eerste dag van de bijeenkomst, als 2026-03-31: nodig als het document er geen geeft
  --edition-of     maakt van het document de volgende editie van DOSSIER; wat gelijk is houdt zijn id
  --insist         doet dat ook als het document over een andere bijeenkomst lijkt te gaan
  --format         jsonld (W3C Web Annotation, de enige vorm die terug kan), markdown of csv; anders naar de naam
  --dossier        welke notities; bij import op welk dossier notities horen die er geen noemen
  --with           neemt ook mee wat anders hier blijft: do-not-volunteer
  --without        laat een soort weg, zoals follow-up; mag vaker
  --dry-run        zegt wat import zou doen, en doet het niet
  --bring-back     haalt ook terug wat hier is verwijderd
  --in             waar wordt gezocht, met alles daaronder; anders in het dossier dat meekomt
  --version        noemt de versie
  -h, --help       toont deze tekst

De terminal kiest de taal (LANG=nl_NL.UTF-8).
Afloop: 0 gedaan, 1 er zijn waarschuwingen of opmerkingen, er is niets gevonden, er is verschil, er valt iets na te
zien, de huisstijl kon niet worden gebruikt of een document lijkt geen agenda, 2 verkeerd gebruik of slechte invoer.""",
    """
Without a command the window opens, with FILE as the dossier, or with the dossiers in DIR as the library.

  check     lists all errors and warnings in data files, and what an editor would remark on; the first error of each
            file on stderr as well
  sheets    puts dossiers on paper: in a folder one PDF for each topic or dossier, in a .pdf all of it together
  find      looks for words in all dossiers of a folder, as the filter line does in one; a line for each hit
  compare   tells what is new, changed, moved or gone in another edition; what was taken out stands in [-…-], what
            was put in in {{+…+}}
  import    makes a dossier to be reviewed of a document (.docx, .odt, .pdf, .html, .md, .txt or Kamerstuk XML)
  notes     export writes my notes into a file, import takes them in and tells for each author what becomes of them

  --data-dir DIR   keeps notes and the state of the window in DIR, before or behind the command; the window, find
                   and notes import make DIR when it is not there
  --json           writes the outcome as JSON. Of check a list of file, severity, line, column, path and message,
                   the last in the language of the terminal; of find a list of file, dossier, dossier_title,
                   edition, number, topic, topic_title, passage, kind and snippet; of notes import a list of author,
                   new, newer, conflict, same, older, gone and unplaced; of compare a list of what, change, where
                   it stands, fields (name, old, new) and for a passage words (part, text); of import
                   file, seems, title, sessions, topics, positions and unsure (where, doubt, message)
  -o, --output     where the sheets, the notes or the dossier go; notes to stdout without it
  --kind           topic (what you get without it), card (table card), speaking (speaking list), actor (actor
                   sheet), changes (change sheet), notes (note list) or book
  --topics         these topics only: numbers (1.2, or 1 for a session) or paths (nar/china), with commas
  --notes          puts my notes on the sheets, all or these kinds (question,follow-up), with commas; what you would
                   not volunteer only when you choose do-not-volunteer, and never on a table card or a change sheet
  --statuses       notes with these statuses only: open, cleared, said, dropped; else all but dropped
  --where          where notes stand: in-place (below their passage), beside (next to it) or end
  --actor          whom the actor sheet is about: name or id
  --since          the edition that the change sheet compares with; may be repeated, one for each dossier
  --marking        this marking at the head and foot of each page, unless the dossier has a higher one
  --paper, --size  a4 or a5; letters small, normal or large
  --two-sided      margins for paper that is printed on both sides
  --copies         so many copies after each other, each numbered
  --words-a-minute, --factor   how fast one speaks, and how many times as long it takes with an interpreter
  --template       a house style (Typst) instead of sheets/style.typ in the state folder, or the shipped one
  --overwrite      replaces what is there already
  --date           the first day of the meeting, as 2026-03-31: needed when the document gives none
  --edition-of     makes the document the next edition of DOSSIER; what is the same keeps its id
  --insist         does so also when the document seems to be of another meeting
  --format         jsonld (W3C Web Annotation, the only one that can come back), markdown or csv; else by the name
  --dossier        which notes; with import, on which dossier notes belong that name none
  --with           takes along what stays here otherwise: do-not-volunteer
  --without        leaves a kind out, such as follow-up; may be given more than once
  --dry-run        tells what import would do, and does not do it
  --bring-back     brings back what was deleted here as well
  --in             where to look, with all that is below it; else in the dossier that comes with the program
  --version        tells the version
  -h, --help       shows this text

The terminal chooses the language (LANG=en_GB.UTF-8).
Exit codes: 0 done, 1 there are warnings or remarks, nothing was found, something differs, there is something to see to,
the house style could not be used or a document seems no agenda, 2 wrong use or bad input.""",
)
_WRONG_USE = Sentence("{what}; zie fmm-desktop --help", "{what}; see fmm-desktop --help")
FILE = Sentence("BESTAND", "FILE")
DOCUMENT = Sentence("DOCUMENT", "DOCUMENT")
OLD, NEW = Sentence("OUD", "OLD"), Sentence("NIEUW", "NEW")
EXPORT_OR_IMPORT = Sentence("export|import", "export|import")
WORDS = Sentence("WOORDEN", "WORDS")
FOLDER_OR_FILE = Sentence("MAP|BESTAND", "DIR|FILE")
# what argparse says, which it says in English alone, by its beginning and end
_WRONG_IN_DUTCH = {
    r"the following arguments are required: (.*)": r"\1 ontbreekt",
    r"unrecognized arguments: (.*)": r"\1 is onbekend",
    r"argument (\S+): invalid choice: (.*) \(choose from (.*)\)": r"\2 kan niet bij \1; wel: \3",
    r"argument (\S+): invalid \S+ value: (.*)": r"\2 kan niet bij \1",
    r"argument (\S+): expected one argument": r"bij \1 hoort een waarde",
    r"argument (\S+): ignored explicit argument .*": r"bij \1 hoort geen waarde",
}


class Parser(argparse.ArgumentParser):
    """Says what is wrong in one line."""

    language: Language = "en"

    def error(self, message: str) -> NoReturn:
        """Say what is wrong and end."""
        complain(_WRONG_USE.say(self.language, what=_in_words(" ".join(message.split()), self.language)))
        raise SystemExit(BAD)

    def format_help(self) -> str:
        """Return the one help that all jobs share."""
        return f"{_ABOUT.say(self.language)}\n\n{USE.say(self.language)}\n{_HELP.say(self.language)}\n"


def _in_words(message: str, language: Language) -> str:
    """Return what argparse says is wrong in `language`, as far as it can be said in it."""
    if language == "nl":
        for english, dutch in _WRONG_IN_DUTCH.items():
            if match := re.fullmatch(english, message):
                return match.expand(dutch)
    return message


def parser_of(language: Language) -> Parser:
    """Return a parser that speaks `language` and knows `--version`, `--help` and `--data-dir`."""
    parser = Parser(prog="fmm-desktop", allow_abbrev=False)
    parser.language = language
    parser.add_argument("--version", action="version", version=f"fmm-desktop {__version__}")
    parser.add_argument("--data-dir", type=Path)
    return parser


def require(parser: Parser, what: Sentence) -> NoReturn:
    """Say that `what` is missing and end, as argparse does for what it knows to be required."""
    parser.error(f"the following arguments are required: {what.say(parser.language)}")
