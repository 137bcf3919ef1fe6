"""The command line: the window by default, or one of its jobs without it.

Exit codes: 0 done, 1 findings, 2 wrong use or bad input. An error is one line on stderr, never a traceback. Each job
imports what it needs, so that nothing else is paid for.
"""

import argparse
import os
import sys
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

from fmm_desktop import __version__
from fmm_desktop.errors import Language, Sentence, UserError, language_of

if TYPE_CHECKING:
    from fmm_desktop.sheets.content import SheetNote

DONE, FINDINGS, BAD = 0, 1, 2
_INTERRUPTED = 130

_ABOUT = Sentence(
    "Leest de geannoteerde agenda van een ministeriële bijeenkomst, zonder netwerk.",
    "Reads the annotated agenda of a ministerial meeting, offline.",
)
_USE = Sentence(
    "gebruik: fmm-desktop [--data-dir MAP] [BESTAND]\n"
    "         fmm-desktop check BESTAND… [--json]\n"
    "         fmm-desktop sheets BESTAND -o MAP|BESTAND.pdf [--notes] [--overwrite] [--data-dir MAP]",
    "usage: fmm-desktop [--data-dir DIR] [FILE]\n"
    "       fmm-desktop check FILE… [--json]\n"
    "       fmm-desktop sheets FILE -o DIR|FILE.pdf [--notes] [--overwrite] [--data-dir DIR]",
)
_HELP = Sentence(
    """
Zonder opdracht opent het venster, met BESTAND als dossier.

  check     noemt alle fouten en waarschuwingen in databestanden
  sheets    maakt van de onderwerpen onderwerpbladen: in een map één pdf per onderwerp, in een .pdf alle samen

  --data-dir MAP   bewaart notities en toestand van het venster in MAP
  --json           schrijft de uitkomst als JSON
  -o, --output     waar de bladen komen
  --notes          zet mijn notities op de bladen
  --overwrite      vervangt bladen die er al zijn
  --version        noemt de versie
  -h, --help       toont deze tekst

Afloop: 0 gedaan, 1 er is iets gevonden, 2 verkeerd gebruik of slechte invoer.""",
    """
Without a command the window opens, with FILE as the dossier.

  check     lists all errors and warnings in data files
  sheets    makes sheets of the topics: in a folder one PDF for each topic, in a .pdf all of them together

  --data-dir DIR   keeps notes and the state of the window in DIR
  --json           writes the outcome as JSON
  -o, --output     where the sheets go
  --notes          puts my notes on the sheets
  --overwrite      replaces sheets that are there already
  --version        tells the version
  -h, --help       shows this text

Exit codes: 0 done, 1 something was found, 2 wrong use or bad input.""",
)
_WRONG_USE = Sentence("fmm-desktop: {what}; zie fmm-desktop --help", "fmm-desktop: {what}; see fmm-desktop --help")


def main(argv: Sequence[str]) -> int:
    """Do what the arguments ask for and return the exit code."""
    language = language_of(os.environ) or "en"
    try:
        return _run(list(argv), language)
    except UserError as error:
        sys.stderr.write(f"fmm-desktop: {error.text(language)}\n")
        return BAD
    except KeyboardInterrupt:
        return _INTERRUPTED
    except BrokenPipeError:  # the reader of the output has seen enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return DONE


def _run(argv: list[str], language: Language) -> int:
    jobs: dict[str, Callable[[list[str], Language], int]] = {"check": _check, "sheets": _sheets}
    if argv and argv[0] in jobs:
        return jobs[argv[0]](argv[1:], language)
    parser = _parser(language)
    parser.add_argument("file", nargs="?", type=Path)
    _add_data_dir(parser)
    parser.parse_args(argv)
    from fmm_desktop import app  # noqa: PLC0415 - the jobs do without a window

    return app.main(argv)


class _Parser(argparse.ArgumentParser):
    """Says what is wrong in one line."""

    language: Language = "en"

    def error(self, message: str) -> NoReturn:
        sys.stderr.write(f"{_WRONG_USE.say(self.language, what=' '.join(message.split()))}\n")
        raise SystemExit(BAD)

    def format_help(self) -> str:
        return f"{_ABOUT.say(self.language)}\n\n{_USE.say(self.language)}\n{_HELP.say(self.language)}\n"


def _parser(language: Language) -> _Parser:
    parser = _Parser(prog="fmm-desktop", allow_abbrev=False)
    parser.language = language
    parser.add_argument("--version", action="version", version=f"fmm-desktop {__version__}")
    return parser


def _add_data_dir(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--data-dir", type=Path)


def _check(argv: list[str], language: Language) -> int:
    from fmm_desktop.dossier.reading import DossierError, check  # noqa: PLC0415

    parser = _parser(language)
    parser.add_argument("files", nargs="+", type=Path)
    parser.add_argument("--json", action="store_true")
    asked = parser.parse_args(argv)
    outcome = DONE
    found: list[dict[str, object]] = []
    for file in asked.files:
        try:
            report = check(file)
        except DossierError as error:
            sys.stderr.write(f"fmm-desktop: {error.text(language)}\n")
            found.append({"file": str(file), "severity": "error", "line": 0, "column": 0, "path": "",
                          "message": error.text(language)})  # fmt: skip
            outcome = BAD
            continue
        for finding in report.findings:
            found.append({"file": str(file), "severity": finding.severity, "line": finding.line,
                          "column": finding.column, "path": finding.path,
                          "message": finding.sentence.say(language)})  # fmt: skip
            if not asked.json:
                _print(f"{file}: {finding.text(language)}")
        if report.dossier is None:
            outcome = BAD
        elif report.findings:
            outcome = max(outcome, FINDINGS)
    if asked.json:
        _print_json(found)
    return outcome


def _sheets(argv: list[str], language: Language) -> int:
    from fmm_desktop import paths  # noqa: PLC0415
    from fmm_desktop.dossier.reading import read  # noqa: PLC0415
    from fmm_desktop.sheets.job import write_sheets  # noqa: PLC0415

    parser = _parser(language)
    parser.add_argument("file", type=Path)
    parser.add_argument("-o", "--output", type=Path, required=True)
    parser.add_argument("--notes", action="store_true")
    parser.add_argument("--overwrite", action="store_true")
    _add_data_dir(parser)
    asked = parser.parse_args(argv)
    dossier = read(asked.file)
    notes = _notes_for_sheets(paths.folders(asked.data_dir).state, dossier.id) if asked.notes else None
    templates = paths.bundled("resources") / "sheets"
    progress = sys.stderr.isatty()
    for written in write_sheets(dossier, asked.output, templates, notes=notes, overwrite=asked.overwrite):
        if progress:
            sys.stderr.write(f"\r{written.done}/{written.total}")
        _print(str(written.path))
    if progress:
        sys.stderr.write("\n")
    return DONE


def _notes_for_sheets(folder: Path, dossier_id: str) -> "dict[str, list[SheetNote]]":
    from fmm_desktop.notes.store import NoteStore  # noqa: PLC0415
    from fmm_desktop.sheets.content import SheetNote  # noqa: PLC0415

    notes: dict[str, list[SheetNote]] = {}
    with NoteStore.open(folder, author="", device="") as store:
        for note in store.of_dossier(dossier_id):
            printed = SheetNote(passage=note.anchor.passage, text=note.text, author=note.author, changed=note.changed)
            notes.setdefault(note.anchor.topic, []).append(printed)
    return notes


def _print(line: str) -> None:
    sys.stdout.write(f"{line}\n")


def _print_json(found: Iterable[dict[str, object]]) -> None:
    import json  # noqa: PLC0415

    _print(json.dumps(list(found), ensure_ascii=False, indent=2))
