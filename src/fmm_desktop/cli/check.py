"""`fmm-desktop check`: everything that is wrong with data files."""

from pathlib import Path
from typing import NamedTuple

from fmm_desktop.cli.output import BAD, DONE, FINDINGS, complain, print_json, print_lines
from fmm_desktop.cli.words import FILE, parser_of
from fmm_desktop.dossier.reading import DossierError, check, first_error
from fmm_desktop.errors import Language


def run(argv: list[str], language: Language) -> int:
    """Check files and return the exit code of the worst."""
    parser = parser_of(language)
    parser.add_argument("files", nargs="+", type=Path, metavar=FILE.say(language))
    parser.add_argument("--json", action="store_true")
    asked = parser.parse_args(argv)
    checked = [_checked(file, language) for file in asked.files]
    if asked.json:
        print_json([row._asdict() for one in checked for row in one.rows])
    else:
        print_lines(*(f"{one.file}: {line}" for one in checked for line in one.lines))
    for one in checked:
        if one.complaint:
            complain(one.complaint)
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
    try:
        report = check(file, as_editor=True)
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
