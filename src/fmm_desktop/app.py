"""Puts the window together from its parts: `build` makes it, `main` shows it and runs the event loop.

This is the one place that knows all the rooms and all the folders. The window comes in two steps, so that the reader
sees the page before anything else is paid for: `begin` gives tree and page, `finish` brings in the rest.
"""

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from fmm_desktop import __version__, paths
from fmm_desktop.dossier import kept
from fmm_desktop.errors import UserError
from fmm_desktop.ui import state
from fmm_desktop.ui.colours import Colours
from fmm_desktop.ui.files import absolute, is_document, is_folder
from fmm_desktop.ui.location import Destination
from fmm_desktop.ui.unread import sources_unread

with sources_unread():
    from PySide6.QtCore import QTimer
    from PySide6.QtWidgets import QApplication

    from fmm_desktop.ui import theme
    from fmm_desktop.ui.main_window import MainWindow

TYPE_CHECKING = False
if TYPE_CHECKING:
    from fmm_desktop.notes.store import NoteStore
    from fmm_desktop.ui.language import InterfaceLanguage

_SHIPPED = "fmm-2025-12-03"
_UNPAINTED = 1000  # ms after which a window is finished that nobody has seen yet
_TURN = 0.0005  # s after which a job beside the window lets it have its turn; ten times as much by itself
_TIDY_AFTER = 300  # ms after the window is there
_BACKUP_AFTER = 5000  # ms after the window is there


class Begun(NamedTuple):
    """A window with its first page, and what is needed to finish it.

    `asked` is what could not be shown at once, `library` the folder to show as the library, `document` what to import.
    """

    window: MainWindow
    folders: paths.Folders
    left: state.WindowState
    colours: Colours
    asked: Destination | None
    library: Path | None = None
    document: Path | None = None


def build(argv: Sequence[str]) -> MainWindow:
    """Return the window that the arguments ask for, whole, neither shown nor run: `[--data-dir DIR] [FILE|FOLDER]`.

    `argv` may begin with the name of the program, as `sys.argv` does. An application is made when there is none.
    Without FILE the dossier opens that was open last, at the first start the one that comes with the program. FOLDER is
    shown as the library, and a document, by its name, is opened for review.
    """
    begun = begin(argv)
    finish(begun)
    return begun.window


def main(argv: Sequence[str]) -> int:
    """Open the window and run until it is closed; return the exit code."""
    begun = begin(argv)
    if begun.asked is None:
        _finish_once_painted(begun)
    else:
        finish(begun, report=True)
    begun.window.show()
    return QApplication.exec()


def _finish_once_painted(begun: Begun) -> None:
    """Finish a window when its first page is there, or when that takes long: one shown as an icon is not painted."""

    def finish_once() -> None:
        if begun.window.controls is None:
            finish(begun, report=True)

    begun.window.page.first_painted.connect(finish_once)
    QTimer.singleShot(_UNPAINTED, begun.window, finish_once)


def begin(argv: Sequence[str]) -> Begun:
    """Return the window with its tree and its first page."""
    file, data_dir = _arguments(argv)
    library, file = (file, None) if file is not None and is_folder(file) else (None, file)
    document, file = (file, None) if file is not None and is_document(file) else (None, file)
    app = QApplication.instance() or QApplication([paths.APP_NAME])
    app.setApplicationName(paths.APP_NAME)
    app.setApplicationVersion(__version__)
    folders = paths.folders(data_dir)
    left = state.load(folders.state)
    colours = theme.colours_at_start(left.theme)
    QApplication.setPalette(theme.palette(colours))
    window = MainWindow(theme.page_style(colours, left.zoom), left)
    asked = _show_at_once(window, _destination(file, left), folders.cache)
    return Begun(window, folders, left, colours, asked, library, document)


def finish(begun: Begun, *, report: bool = False) -> None:
    """Bring in the notes, the menus and all else; `report` shows what nobody caught, from now on."""
    from fmm_desktop.ui.tidying import tidy_here  # noqa: PLC0415 - the first page makes no garbage

    tidier = tidy_here(begun.window)
    sys.setswitchinterval(_TURN)
    with sources_unread():
        _finish(begun, report=report)
    QTimer.singleShot(_TIDY_AFTER, tidier.tidy_all)


def _finish(begun: Begun, *, report: bool) -> None:
    from PySide6.QtGui import QIcon  # noqa: PLC0415 - this and what follows is what the first page did not need

    from fmm_desktop.sheets.network import shut_the_network  # noqa: PLC0415
    from fmm_desktop.ui.bug_report import report_bugs  # noqa: PLC0415
    from fmm_desktop.ui.controls import Controls, Surroundings  # noqa: PLC0415
    from fmm_desktop.ui.language import InterfaceLanguage  # noqa: PLC0415

    shut_the_network()
    if report:
        report_bugs(begun.window, begun.folders.state)
    resources = paths.bundled("resources")
    language = InterfaceLanguage(resources / "translations")
    language.choose(begun.left.language)
    store, trouble = _open_notes(begun.folders.state, language)
    given = Surroundings(
        resources=resources,
        state=begun.folders.state,
        cache=begun.folders.cache,
        store=store,
        language=language,
        colours=begun.colours,
        fallback=_shipped(begun.left),
    )
    controls = Controls(begun.window, given, begun.left)
    begun.window.setWindowIcon(QIcon(str(resources / "icons" / "app.svg")))
    if begun.asked is not None:
        controls.open(begun.asked)
    if begun.library is not None:
        controls.show_library(begun.library)
    if begun.document is not None:
        controls.import_document(begun.document)
    for happened in store.events:
        controls.tell(happened.text(language.current))
    if trouble:
        controls.warn(trouble)
    QTimer.singleShot(_BACKUP_AFTER, controls, controls.back_up_notes)


def _show_at_once(window: MainWindow, destination: Destination, cache: Path) -> Destination | None:
    """Show a dossier that takes no time; return `destination` when it must be opened beside the window, or told of."""
    try:
        reading = kept.read(destination.path, cache, shipped=paths.bundled("data"), at_most=kept.AT_ONCE)
    except UserError:
        return destination  # read again when there is a place to say what is wrong with it
    if reading is None or reading.warnings:
        return destination
    window.enter(reading.dossier, destination)
    return None


def _arguments(argv: Sequence[str]) -> tuple[Path | None, Path | None]:
    """Return FILE, from the root, and DIR of the arguments; `sys.argv` begins with the name of the program."""
    names = {sys.argv[0], paths.APP_NAME}
    given = list(argv[1:] if argv and argv[0] in names else argv)
    if not given:
        return None, None
    from argparse import ArgumentParser  # noqa: PLC0415 - most starts are without arguments

    parser = ArgumentParser(prog=paths.APP_NAME, add_help=False)
    parser.add_argument("file", nargs="?", type=Path)
    parser.add_argument("--data-dir", type=Path)
    asked = parser.parse_args(given)
    return absolute(asked.file) if asked.file is not None else None, asked.data_dir


def _destination(file: Path | None, left: state.WindowState) -> Destination:
    """Return where to begin: in the file asked for, where the reader was, or in the dossier that is shipped."""
    there = Path(left.dossier) if left.dossier else _shipped(left)
    if file is None or file == there:
        return Destination(there, left.location, left.place)
    return Destination(file)


def _shipped(left: state.WindowState) -> Path:
    from fmm_desktop.ui.language import of_the_system  # noqa: PLC0415 - asked for at the first start alone

    language = of_the_system() if left.language == "system" else left.language
    return paths.bundled("data") / f"{_SHIPPED}.{language}.yaml"


def _open_notes(folder: Path, language: "InterfaceLanguage") -> "tuple[NoteStore, str]":
    """Return the store of the notes; without a usable folder one in memory, and why in words."""
    import platform  # noqa: PLC0415 - the first page needs no notes

    from fmm_desktop.notes.store import NoteStore  # noqa: PLC0415

    author = paths.user()
    device = platform.node() or "?"
    try:
        store = NoteStore.open(folder, author=author, device=device)
    except UserError as error:
        in_memory = NoteStore.in_memory(author=author, device=device, folder=folder)
        return in_memory, error.text(language.current)
    return store, ""
