"""The command line: the window by default, or one of its jobs without it.

Exit codes: 0 done, 1 findings, 2 wrong use or bad input. An error is one line on stderr, never a traceback. Each job
imports what it needs, so that nothing else is paid for.
"""

import argparse
import gc
import io
import os
import re
import sys
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple, NoReturn

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

  check     noemt alle fouten en waarschuwingen in databestanden; de eerste fout van elk bestand ook op stderr
  sheets    maakt van de onderwerpen onderwerpbladen: in een map één pdf per onderwerp, in een .pdf alle samen

  --data-dir MAP   bewaart notities en toestand van het venster in MAP
  --json           schrijft de uitkomst als JSON: een lijst van file, severity, line, column, path en message, de
                   laatste in de taal van de terminal
  -o, --output     waar de bladen komen
  --notes          zet mijn notities op de bladen
  --overwrite      vervangt bladen die er al zijn
  --version        noemt de versie
  -h, --help       toont deze tekst

De terminal kiest de taal (LANG=nl_NL.UTF-8).
Afloop: 0 gedaan, 1 er zijn waarschuwingen, 2 verkeerd gebruik of slechte invoer.""",
    """
Without a command the window opens, with FILE as the dossier.

  check     lists all errors and warnings in data files; the first error of each file on stderr as well
  sheets    makes sheets of the topics: in a folder one PDF for each topic, in a .pdf all of them together

  --data-dir DIR   keeps notes and the state of the window in DIR
  --json           writes the outcome as JSON: a list of file, severity, line, column, path and message, the last
                   in the language of the terminal
  -o, --output     where the sheets go
  --notes          puts my notes on the sheets
  --overwrite      replaces sheets that are there already
  --version        tells the version
  -h, --help       shows this text

The terminal chooses the language (LANG=en_GB.UTF-8).
Exit codes: 0 done, 1 there are warnings, 2 wrong use or bad input.""",
)
_WRONG_USE = Sentence("{what}; zie fmm-desktop --help", "{what}; see fmm-desktop --help")
_NOT_PRINTED = Sentence(
    "de uitvoer kan niet worden geschreven ({reason}); maak ruimte of kies een andere plek",
    "the output cannot be written ({reason}); make room or choose another place",
)
_FILE = Sentence("BESTAND", "FILE")
_NO_SCREEN = Sentence(
    "hier is geen scherm (DISPLAY en WAYLAND_DISPLAY zijn leeg); "
    "'fmm-desktop sheets' maakt onderwerpbladen zonder scherm",
    "there is no screen here (DISPLAY and WAYLAND_DISPLAY are empty); "
    "'fmm-desktop sheets' makes topic sheets without one",
)
_NO_QT = Sentence(
    "het venster kan niet worden getoond ({reason}); geef 'make setup' of zie de README",
    "the window cannot be shown ({reason}); run 'make setup' or see the README",
)
# what argparse says, which it says in English alone, by its beginning and end
_WRONG_IN_DUTCH = {
    r"the following arguments are required: (.*)": r"\1 ontbreekt",
    r"unrecognized arguments: (.*)": r"\1 is onbekend",
    r"argument (\S+): expected one argument": r"bij \1 hoort een waarde",
    r"argument (\S+): ignored explicit argument .*": r"bij \1 hoort geen waarde",
}
_CONTROLS = re.compile(r"[\x00-\x1f\x7f-\x9f]")


def main(argv: Sequence[str]) -> int:
    """Do what the arguments ask for and return the exit code."""
    language = language_of(os.environ) or "en"
    try:
        _let_any_sign_be_printed()
        code = _run(list(argv), language)
        _write("")
    except UserError as error:
        _complain(error.text(language))
        return BAD
    except KeyboardInterrupt:
        return _INTERRUPTED
    return code


def _run(argv: list[str], language: Language) -> int:
    jobs: dict[str, Callable[[list[str], Language], int]] = {"check": _check, "sheets": _sheets}
    job = jobs.get(argv[0] if argv else "")
    try:
        return job(argv[1:], language) if job else _window(argv, language)
    except SystemExit as end:  # argparse, after --help, --version or wrong use
        return DONE if end.code is None else int(end.code)


# -- what is asked for -------------------------------------------------------------------------------------------------


class _Parser(argparse.ArgumentParser):
    """Says what is wrong in one line."""

    language: Language = "en"

    def error(self, message: str) -> NoReturn:
        _complain(_WRONG_USE.say(self.language, what=_in_words(" ".join(message.split()), self.language)))
        raise SystemExit(BAD)

    def format_help(self) -> str:
        return f"{_ABOUT.say(self.language)}\n\n{_USE.say(self.language)}\n{_HELP.say(self.language)}\n"


def _in_words(message: str, language: Language) -> str:
    """Return what argparse says is wrong in `language`, as far as it can be said in it."""
    if language == "nl":
        for english, dutch in _WRONG_IN_DUTCH.items():
            if match := re.fullmatch(english, message):
                return match.expand(dutch)
    return message


def _parser(language: Language) -> _Parser:
    parser = _Parser(prog="fmm-desktop", allow_abbrev=False)
    parser.language = language
    parser.add_argument("--version", action="version", version=f"fmm-desktop {__version__}")
    return parser


def _add_data_dir(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--data-dir", type=Path)


# -- the jobs ----------------------------------------------------------------------------------------------------------


def _window(argv: list[str], language: Language) -> int:
    if argv:  # most starts have none, and building a parser takes as long as reading the dossier
        parser = _parser(language)
        parser.add_argument("file", nargs="?", type=Path, metavar=_FILE.say(language))
        _add_data_dir(parser)
        parser.parse_args(argv)
    if not _has_screen(os.environ):
        raise UserError(_NO_SCREEN)
    gc.disable()  # until the first page is there: what is made on the way stays, so that nothing would be collected
    try:
        return _app_main()(argv)
    finally:
        gc.enable()  # when it did not come that far


def _has_screen(environment: Mapping[str, str]) -> bool:
    """Return whether Qt has where to show a window: without, it would end the process on Linux."""
    names = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    return not sys.platform.startswith("linux") or any(environment.get(name) for name in names)


def _app_main() -> Callable[[Sequence[str]], int]:
    """Return what opens the window. UserError when Qt, or a library of the system that it needs, is not there."""
    try:
        from fmm_desktop import app  # noqa: PLC0415 - the jobs do without a window
    except ImportError as error:
        if (error.name or "").partition(".")[0] not in {"PySide6", "shiboken6"}:
            raise
        raise UserError(_NO_QT, reason=error) from error
    return app.main


def _check(argv: list[str], language: Language) -> int:
    parser = _parser(language)
    parser.add_argument("files", nargs="+", type=Path, metavar=_FILE.say(language))
    parser.add_argument("--json", action="store_true")
    asked = parser.parse_args(argv)
    checked = [_checked(file, language) for file in asked.files]
    if asked.json:
        _print_json([row._asdict() for one in checked for row in one.rows])
    else:
        _print(*(f"{one.file}: {line}" for one in checked for line in one.lines))
    for one in checked:
        if one.complaint:
            _complain(one.complaint)
    return max(one.code for one in checked)


class _Row(NamedTuple):
    """A finding for a program; line and column count from 1, and 0 is the whole file."""

    file: str
    severity: str
    line: int
    column: int
    path: str
    message: str


class _Checked(NamedTuple):
    """What came of checking a file: an exit code, the findings for a reader and for a program, the line for stderr."""

    file: Path
    code: int
    lines: list[str]
    rows: list[_Row]
    complaint: str = ""


def _checked(file: Path, language: Language) -> _Checked:
    from fmm_desktop.dossier.reading import DossierError, check, first_error  # noqa: PLC0415

    try:
        report = check(file)
    except DossierError as error:
        line, column = error.place or (0, 0)
        words = error.text(language)
        return _Checked(file, BAD, [], [_Row(str(file), "error", line, column, "", words)], words)
    lines = report.text(language).splitlines()
    rows = [
        _Row(str(file), found.severity, found.line, found.column, found.path, found.words(language))
        for found in report.findings
    ]
    if report.dossier is None:
        return _Checked(file, BAD, lines, rows, first_error(file, report.findings).text(language))
    return _Checked(file, FINDINGS if rows else DONE, lines, rows)


def _sheets(argv: list[str], language: Language) -> int:
    from fmm_desktop import paths  # noqa: PLC0415
    from fmm_desktop.dossier.reading import read  # noqa: PLC0415
    from fmm_desktop.sheets.job import write_sheets  # noqa: PLC0415

    asked = _asked_of_sheets(argv, language)
    dossier = read(asked.file)
    notes = _notes(paths.folders(asked.data_dir).state, dossier.id, language) if asked.notes else None
    templates = paths.bundled("resources") / "sheets"
    progress = sys.stderr.isatty()
    for written in write_sheets(dossier, asked.output, templates, notes=notes, overwrite=asked.overwrite):
        if progress:
            sys.stderr.write(f"\r{written.done}/{written.total}")
        _print(str(written.path))
    if progress:
        sys.stderr.write("\n")
    return DONE


def _asked_of_sheets(argv: list[str], language: Language) -> argparse.Namespace:
    parser = _parser(language)
    parser.add_argument("file", type=Path, metavar=_FILE.say(language))
    parser.add_argument("-o", "--output", type=Path, required=True)
    parser.add_argument("--notes", action="store_true")
    parser.add_argument("--overwrite", action="store_true")
    _add_data_dir(parser)
    return parser.parse_args(argv)


def _notes(folder: Path, dossier_id: str, language: Language) -> "dict[str, list[SheetNote]]":
    """Return the notes on a dossier by topic, and tell on stderr what happened to them while they were opened."""
    from fmm_desktop.notes.store import NoteStore  # noqa: PLC0415
    from fmm_desktop.sheets.content import SheetNote  # noqa: PLC0415

    notes: dict[str, list[SheetNote]] = {}
    with NoteStore.open(folder, author="", device="") as store:
        for event in store.events:
            _complain(event.text(language))
        for note in store.of_dossier(dossier_id):
            printed = SheetNote(passage=note.anchor.passage, text=note.text, author=note.author, changed=note.changed)
            notes.setdefault(note.anchor.topic, []).append(printed)
    return notes


# -- what is said ------------------------------------------------------------------------------------------------------


def _let_any_sign_be_printed() -> None:
    """A sign that the terminal lacks, or half of one in the name of a file, is printed as its code."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")


def _complain(line: str) -> None:
    sys.stderr.write(f"fmm-desktop: {_tame(line)}\n")


def _print(*lines: str) -> None:
    _write("".join(f"{_tame(line)}\n" for line in lines))


def _print_json(rows: list[dict[str, Any]]) -> None:
    import json  # noqa: PLC0415

    _write(f"{json.dumps(rows, ensure_ascii=False, indent=2)}\n")


def _write(text: str) -> None:
    """Write to stdout. When its reader has seen enough, the job goes on unheard; UserError for a full disk."""
    try:
        sys.stdout.write(text)
        sys.stdout.flush()
    except BrokenPipeError:
        _write_nowhere()
    except OSError as error:
        _write_nowhere()
        raise UserError(_NOT_PRINTED, reason=error.strerror) from error


def _write_nowhere() -> None:
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _tame(line: str) -> str:
    """Return `line` without signs that would steer the terminal: a name in a dossier may hold any."""
    return _CONTROLS.sub("\ufffd", line)
