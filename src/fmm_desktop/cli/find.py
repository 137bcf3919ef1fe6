"""`fmm-desktop find`: words in all dossiers of a folder."""

import argparse
import sys
from pathlib import Path
from typing import get_args

from fmm_desktop import paths
from fmm_desktop.cli.output import DONE, FINDINGS, complain, print_json, print_lines
from fmm_desktop.cli.words import FOLDER_OR_FILE, WORDS, Parser, parser_of, require
from fmm_desktop.dossier.model import Certainty, Kind
from fmm_desktop.dossier.vocabulary import WORDS as TERMS
from fmm_desktop.dossier.vocabulary import certainty_name, kind_name
from fmm_desktop.errors import Language, Sentence
from fmm_desktop.search.facets import meant
from fmm_desktop.search.field_names import field_name
from fmm_desktop.search.fields import certainties_called, kinds_called
from fmm_desktop.search.library import Found, Library
from fmm_desktop.search.query import Part, Query, parse

_MISTYPED = Sentence(
    "het veld '{typed}:' bestaat niet; bedoeld is wellicht '{nearest}:'; de rest is wel gezocht",
    "there is no field '{typed}:'; perhaps '{nearest}:' is meant; the rest was looked for",
)
_NO_NOTES = Sentence(
    "'notitie:' geldt hier niet: notities staan niet in de dossiers; zoek ze in het venster; de rest is wel gezocht",
    "'note:' does not apply here: notes are not in the dossiers; look for them in the window; the rest was looked for",
)
_NO_VALUE = Sentence(
    "'{value}' is geen {field}; wel: {known}",
    "'{value}' is no {field}; there are: {known}",
)
_NOTHING = Sentence("er is niets gevonden", "nothing was found")
_NOT_KEPT = Sentence(
    "{folder}: hier kan niets worden bewaard, zodat elke keer alles opnieuw wordt gelezen; "
    "maak ruimte of kies een andere map met --data-dir",
    "{folder}: nothing can be kept here, so that all is read anew each time; "
    "make room or choose another folder with --data-dir",
)


def run(argv: list[str], language: Language) -> int:
    """Print what is found and return the exit code: 1 for nothing."""
    asked = _asked(argv, language)
    query = parse(" ".join(asked.words))
    for complaint in _complaints(query, language):
        complain(complaint)
    places = asked.places or [paths.bundled("data")]
    cache = paths.folders(asked.data_dir).cache
    with Library.open(cache) as library:
        report = library.update(places, _show if sys.stderr.isatty() else _show_nothing)
        for broken in report.broken:
            complain(broken.text(language))
        if not library.is_kept:
            complain(_NOT_KEPT.say(language, folder=cache))
        code = _print(library, query, places, language, as_json=asked.json)
    if code == FINDINGS and sys.stderr.isatty():
        complain(_NOTHING.say(language))
    return code


def _asked(argv: list[str], language: Language) -> argparse.Namespace:
    """Return what is asked for; a word behind a minus sign is no option, but left out. Behind `--` all are words."""
    options_end = argv.index("--") if "--" in argv else len(argv)
    argv, words = argv[:options_end], argv[options_end + 1 :]
    left_out = [word for word in argv if word.startswith("-") and not word.startswith("--") and word not in {"-", "-h"}]
    parser: Parser = parser_of(language)
    parser.add_argument("words", nargs="*", metavar=WORDS.say(language))
    parser.add_argument("--in", dest="places", action="append", type=Path, metavar=FOLDER_OR_FILE.say(language))
    parser.add_argument("--json", action="store_true")
    asked = parser.parse_intermixed_args([word for word in argv if word not in left_out])
    asked.words += left_out + words
    if not asked.words:
        require(parser, WORDS)
    return asked


def _complaints(query: Query, language: Language) -> list[str]:
    """Return what of a query is not looked for, and why."""
    mistyped = [_MISTYPED.say(language, typed=slip.typed, nearest=meant(slip, language)) for slip in query.slips]
    mistyped += filter(None, (_unknown_value(part, language) for part in query.parts))
    has_notes = any(part.field == "note" for part in query.parts)
    return [*mistyped, _NO_NOTES.say(language)] if has_notes else mistyped


def _unknown_value(part: Part, language: Language) -> str:
    """Return which values a field has, when it has a few only and a part asks for none of them; else nothing."""
    match part.field:
        case "kind" if not kinds_called(part.words):
            field, known = field_name("kind", language), [kind_name(kind, language).lower() for kind in Kind]
        case "certainty" if not certainties_called(part.words):
            field = field_name("certainty", language)
            known = [certainty_name(certainty, language) for certainty in get_args(Certainty)]
        case _:
            return ""
    return _NO_VALUE.say(language, value=part.words, field=field, known=", ".join(known))


def _print(library: Library, query: Query, places: list[Path], language: Language, *, as_json: bool) -> int:
    count = 0
    rows = []
    for found in library.search(query, places):
        count += 1
        if as_json:
            rows.append(_row(found))
        else:
            print_lines(_line(found, language))
    if as_json:
        print_json(rows)
    return DONE if count else FINDINGS


def _line(found: Found, language: Language) -> str:
    dossier = f"{found.dossier}, {TERMS.edition.say(language)} {found.edition}"
    kind = f"{kind_name(found.kind, language)}: " if found.kind else ""
    return " · ".join(filter(None, (dossier, found.number, found.title, f"{kind}{found.snippet}")))


def _row(found: Found) -> dict[str, object]:
    return {
        "file": str(found.file),
        "dossier": found.dossier_id,
        "dossier_title": found.dossier,
        "edition": found.edition,
        "number": found.number,
        "topic": found.path,
        "topic_title": found.title,
        "passage": found.passage,
        "kind": found.kind.value if found.kind else "",
        "snippet": found.snippet,
    }


def _show(fraction: float) -> None:
    """Tell how far reading is, on a line that goes away."""
    sys.stderr.write(f"\r{fraction:4.0%}" if fraction < 1 else "\r    \r")
    sys.stderr.flush()


def _show_nothing(_fraction: float) -> None:
    pass
