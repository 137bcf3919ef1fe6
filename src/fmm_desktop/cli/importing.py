"""`fmm-desktop import`: a document becomes a dossier."""

import datetime
import re
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from fmm_desktop import paths
from fmm_desktop.cli.output import DONE, FINDINGS, complain, print_json, print_lines
from fmm_desktop.cli.words import DOCUMENT, parser_of
from fmm_desktop.dossier.model import Dossier, Kind
from fmm_desktop.dossier.outgoing import write_whole
from fmm_desktop.dossier.reading import read as read_dossier
from fmm_desktop.dossier.seen import Seen
from fmm_desktop.dossier.vocabulary import headings_language
from fmm_desktop.errors import Language, Sentence, UserError
from fmm_desktop.importing import formats
from fmm_desktop.importing.agenda.draft import Draft, Seems
from fmm_desktop.importing.agenda.meeting import dated
from fmm_desktop.importing.agenda.phrases import load_books
from fmm_desktop.importing.agenda.reading import read_agenda
from fmm_desktop.importing.doubts import DOUBTS, SEEMS, doubts_of
from fmm_desktop.importing.editions import as_edition_of
from fmm_desktop.importing.limits import Watch, unwatched
from fmm_desktop.importing.meetings import differences
from fmm_desktop.importing.shaping import shaped
from fmm_desktop.importing.writing import yaml_text

_SEEMS = Sentence(
    "{file}: dit lijkt {what}; het is toch ingelezen, zie het na voor u het gebruikt",
    "{file}: this seems {what}; it was imported all the same, look through it before you use it",
)
_FOUND = Sentence(
    "{path}: {sessions} sessie(s), {topics} onderwerp(en), {positions} keer inzet, {unsure} keer onzeker",
    "{path}: {sessions} session(s), {topics} topic(s), {positions} position(s), {unsure} unsure",
)
_NO_DOSSIER = Sentence(
    "{path}: de naam van een dossier eindigt op .yaml of .yml; kies zo'n naam achter -o",
    "{path}: the name of a dossier ends in .yaml or .yml; choose such a name behind -o",
)
_OTHER_MEETING = Sentence(
    "{file}: dit lijkt over een andere bijeenkomst te gaan dan {old}; anders is {what}; "
    "geef --insist mee als het toch de volgende editie is",
    "{file}: this seems to be of another meeting than {old}; what differs is {what}; "
    "add --insist if it is the next edition all the same",
)
_NO_DAY = Sentence(
    "--date {found}: dit is geen datum; geef jaar, maand en dag, zoals 2026-03-31",
    "--date {found}: this is no date; give year, month and day, such as 2026-03-31",
)
_DAY = re.compile(r"\d{4}-\d\d-\d\d", re.ASCII)
_SUFFIXES = {".yaml", ".yml"}


def run(argv: list[str], language: Language) -> int:
    """Write a document as a dossier and return the exit code: 1 when it seems to be no agenda."""
    parser = parser_of(language)
    parser.add_argument("document", type=Path, metavar=DOCUMENT.say(language))
    parser.add_argument("-o", "--output", type=Path, required=True)
    parser.add_argument("--edition-of", type=Path)
    parser.add_argument("--date")
    parser.add_argument("--insist", action="store_true")
    parser.add_argument("--overwrite", action="store_true")
    parser.add_argument("--json", action="store_true")
    asked = parser.parse_args(argv)
    if asked.output.suffix.lower() not in _SUFFIXES:
        raise UserError(_NO_DOSSIER, path=asked.output)
    day = _day(asked.date) if asked.date is not None else None
    older = read_dossier(asked.edition_of) if asked.edition_of else None
    progress = _progress()
    plain = formats.read(asked.document, progress)
    draft = read_agenda(plain, load_books(paths.bundled("resources") / "phrases"), progress)
    progress(1.0)
    if day:
        draft = dated(draft, day)
    shape = shaped(draft)
    if older:
        if not asked.insist and (what := differences(draft, older, language)):
            raise UserError(_OTHER_MEETING, file=asked.document, old=asked.edition_of, what=what)
        shape = as_edition_of(shape, older, _known(older, asked.data_dir))
    text = yaml_text(shape, draft.plain.name, draft.seems, headings_language(draft.language))
    write_whole(text.encode(), asked.output, asked.overwrite)
    _tell(draft, asked.output, language, as_json=asked.json)
    if draft.seems is not Seems.AGENDA:
        complain(_SEEMS.say(language, file=asked.document, what=SEEMS[draft.seems].say(language)))
        return FINDINGS
    return DONE


def _known(older: Dossier, data_dir: Path | None) -> tuple[Dossier, ...]:
    """Return the editions of a dossier that the reader had: none of their numbers and ids is used again."""
    return Seen(paths.folders(data_dir).state / "editions").editions(older)


def _day(text: str) -> datetime.date:
    try:
        return datetime.date.fromisoformat(text if _DAY.fullmatch(text) else "")
    except ValueError as error:
        raise UserError(_NO_DAY, found=text) from error


def _progress() -> Watch:
    """Return what shows how far reading is, on a terminal."""
    if not sys.stderr.isatty():
        return unwatched

    def show(fraction: float) -> None:
        sys.stderr.write(f"\r{fraction:4.0%}" if fraction < 1 else "\r    \r")

    return show


def _tell(draft: Draft, path: Path, language: Language, *, as_json: bool) -> None:
    unsure = list(_unsure(draft, language))
    counts: dict[str, Any] = {
        "sessions": len(draft.sessions),
        "topics": len(list(draft.topics())),
        "positions": sum(passage.kind is Kind.POSITION for passage in draft.passages()),
    }
    if as_json:
        print_json(
            [{"file": str(path), "seems": draft.seems.value, "title": draft.heading.title, **counts, "unsure": unsure}]
        )
    else:
        print_lines(_FOUND.say(language, path=path, **counts, unsure=len(unsure)))


def _unsure(draft: Draft, language: Language) -> Iterator[dict[str, str]]:
    for where, doubt in doubts_of(draft):
        yield {"where": where, "doubt": doubt.value, "message": DOUBTS[doubt].say(language)}
