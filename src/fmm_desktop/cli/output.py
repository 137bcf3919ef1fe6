"""What the command line prints: the outcome on stdout, what is wrong in one line on stderr."""

import io
import os
import re
import sys
from typing import Any

from fmm_desktop.errors import Language, Sentence, UserError

DONE, FINDINGS, BAD = 0, 1, 2
"""How a job ends."""

_NOT_PRINTED = Sentence(
    "de uitvoer kan niet worden geschreven ({reason}); maak ruimte of kies een andere plek",
    "the output cannot be written ({reason}); make room or choose another place",
)
_EXISTS = Sentence(
    "{path} bestaat al en is niet overschreven; kies een andere naam of geef --overwrite mee",
    "{path} exists already and was not overwritten; choose another name or add --overwrite",
)
_CONTROLS = re.compile(r"[\x00-\x1f\x7f-\x9f]")


def let_any_sign_be_printed() -> None:
    """A sign that the terminal lacks, or half of one in the name of a file, is printed as its code."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")


def complain(line: str) -> None:
    """Say what is wrong, in a line on stderr."""
    sys.stderr.write(f"fmm-desktop: {tame(line)}\n")


def in_words(error: UserError, language: Language) -> str:
    """Return what is wrong in words that fit a command line, which can be told to overwrite."""
    from fmm_desktop.dossier.outgoing import EXISTS  # noqa: PLC0415 - most jobs write no file

    return UserError(_EXISTS, **error.values).text(language) if error.sentence is EXISTS else error.text(language)


def print_lines(*lines: str) -> None:
    """Print lines for a reader."""
    write("".join(f"{tame(line)}\n" for line in lines))


def print_json(rows: list[dict[str, Any]]) -> None:
    """Print rows for a program."""
    import json  # noqa: PLC0415 - most jobs are for a reader

    write(f"{json.dumps(rows, ensure_ascii=False, indent=2)}\n")


def write(text: str) -> None:
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


def tame(line: str) -> str:
    """Return `line` without signs that would steer the terminal: a name in a dossier may hold any."""
    return _CONTROLS.sub("\ufffd", line)
