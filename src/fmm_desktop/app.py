"""Puts the window together from its parts. `build` makes it, `main` shows it and runs the event loop.

This is the one place that knows all the rooms and all the folders.
"""

import argparse
import os
import sys
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QSysInfo, QTimer
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication

from fmm_desktop import __version__, paths
from fmm_desktop.errors import Language, UserError
from fmm_desktop.notes.store import NoteStore
from fmm_desktop.ui import state
from fmm_desktop.ui.language import InterfaceLanguage
from fmm_desktop.ui.main_window import MainWindow, Surroundings
from fmm_desktop.ui.opening import Destination

_SHIPPED = "fmm-2025-12-03"
_BACKUP_AFTER = 5000  # ms after the window is there


def build(argv: Sequence[str]) -> MainWindow:
    """Return the window that the arguments ask for, neither shown nor run: `[--data-dir DIR] [FILE]`.

    `argv` may begin with the name of the program, as `sys.argv` does. An application is made when there is none.
    Without FILE the dossier opens that was open last, at the first start the one that comes with the program.
    """
    asked = window_arguments().parse_args(_without_program(argv))
    app = _application()
    folders = paths.folders(asked.data_dir)
    resources = paths.bundled("resources")
    left = state.load(folders.state)
    language = InterfaceLanguage(resources / "translations")
    language.choose(left.language)
    shipped = paths.bundled("data") / f"{_SHIPPED}.{language.current}.yaml"
    store, troubles = _open_notes(folders.state, language.current)
    window = MainWindow(Surroundings(resources, folders.state, store, language, shipped), left)
    app.setWindowIcon(QIcon(str(resources / "icons" / "app.svg")))
    window.open(_destination(asked.file, left, shipped))
    for words in troubles:
        window.warn(words)
    QTimer.singleShot(_BACKUP_AFTER, window, window.back_up_notes)
    return window


def main(argv: Sequence[str]) -> int:
    """Open the window and run until it is closed; return the exit code."""
    from fmm_desktop.ui.bug_report import report_bugs  # noqa: PLC0415 - needs an application

    window = build(argv)
    report_bugs(window, window.state_folder)
    window.show()
    return QApplication.exec()


def window_arguments() -> argparse.ArgumentParser:
    """Return the parser of the arguments that concern the window."""
    parser = argparse.ArgumentParser(prog=paths.APP_NAME, add_help=False)
    parser.add_argument("file", metavar="FILE", nargs="?", type=Path)
    parser.add_argument("--data-dir", metavar="DIR", type=Path)
    return parser


def _without_program(argv: Sequence[str]) -> list[str]:
    """Return the arguments alone: what `sys.argv` begins with is the name of the program."""
    names = {sys.argv[0], paths.APP_NAME}
    return list(argv[1:] if argv and argv[0] in names else argv)


def _application() -> QCoreApplication:
    app = QApplication.instance() or QApplication([paths.APP_NAME])
    app.setApplicationName("FMM Desktop")
    app.setApplicationVersion(__version__)
    app.setDesktopFileName(paths.APP_NAME)  # type: ignore[attr-defined]
    return app


def _destination(file: Path | None, left: state.WindowState, shipped: Path) -> Destination:
    """Return where to begin: in the file asked for, where the reader was, or in the dossier that is shipped."""
    there = Path(left.dossier) if left.dossier else shipped
    if file is None or file.absolute() == there:
        return Destination(there, left.location, left.place)
    return Destination(file.absolute())


def _open_notes(folder: Path, language: Language) -> tuple[NoteStore, tuple[str, ...]]:
    """Return the store of the notes and what the reader must know of it; without a usable folder one in memory."""
    author, device = _reader(), QSysInfo.machineHostName() or "?"
    try:
        store = NoteStore.open(folder, author=author, device=device)
    except UserError as error:
        return NoteStore.in_memory(author=author, device=device, folder=folder), (error.text(language),)
    return store, tuple(event.text(language) for event in store.events)


def _reader() -> str:
    """Return the name under which the reader is known to the system."""
    return os.environ.get("LOGNAME") or os.environ.get("USER") or os.environ.get("USERNAME") or "?"
