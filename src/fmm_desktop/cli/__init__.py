"""The command line: the window by default, or one of its jobs without it.

Exit codes: 0 done, 1 findings, 2 wrong use or bad input. An error is one line on stderr, never a traceback. Each job
is imported when it is asked for, so that nothing else is paid for.
"""

import gc
import os
import sys
from collections.abc import Callable, Container, Mapping, Sequence

from fmm_desktop.cli.output import BAD, DONE, complain, in_words, let_any_sign_be_printed, write
from fmm_desktop.errors import Language, Sentence, UserError, language_of

_JOBS = {
    "check": "check", "sheets": "sheets", "find": "find", "notes": "notes", "compare": "compare", "import": "importing"
}  # fmt: skip
"""The jobs, with the module that does each: no module can be called `import`."""

_INTERRUPTED = 130

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


def main(argv: Sequence[str]) -> int:
    """Do what the arguments ask for and return the exit code."""
    language = language_of(os.environ) or "en"
    try:
        let_any_sign_be_printed()
        code = _run(list(argv), language)
        write("")
    except UserError as error:
        complain(in_words(error, language))
        return BAD
    except KeyboardInterrupt:
        return _INTERRUPTED
    return code


def _run(argv: list[str], language: Language) -> int:
    argv = behind(argv, _JOBS)
    try:
        if argv and argv[0] in _JOBS:
            return _job(argv[0])(argv[1:], language)
        return _window(argv, language)
    except SystemExit as end:  # argparse, after --help, --version or wrong use
        return DONE if end.code is None else int(end.code)


def behind(argv: list[str], jobs: Container[str]) -> list[str]:
    """Return the arguments with `--data-dir DIR` that stands before a job behind it, where the job looks for it."""
    at = 0
    while at < len(argv) and argv[at].partition("=")[0] == "--data-dir":
        at += 1 if "=" in argv[at] else 2
    return [argv[at], *argv[:at], *argv[at + 1 :]] if at < len(argv) and argv[at] in jobs else argv


def _job(name: str) -> Callable[[list[str], Language], int]:
    """Return what does a job of the command line."""
    from importlib import import_module  # noqa: PLC0415 - the window is no job

    run: Callable[[list[str], Language], int] = import_module(f"fmm_desktop.cli.{_JOBS[name]}").run
    return run


def _window(argv: list[str], language: Language) -> int:
    if argv:  # most starts have none, and building a parser takes as long as reading the dossier
        from pathlib import Path  # noqa: PLC0415

        from fmm_desktop.cli.words import FILE, parser_of  # noqa: PLC0415

        parser = parser_of(language)
        parser.add_argument("file", nargs="?", type=Path, metavar=FILE.say(language))
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
