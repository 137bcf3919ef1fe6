"""How the window was left, so that it comes back like that: one small file, replaced whole."""

import os
from pathlib import Path
from typing import Annotated, Literal

import msgspec
from msgspec import Meta

from fmm_desktop.ui.colours import Scheme
from fmm_desktop.ui.location import Location, View

FILE_NAME = "window.json"

# Bounds: what is beyond them was not left by us, and Qt would choke on some of it.
_Pixels = Annotated[int, Meta(ge=0, le=100_000)]
_Part = Annotated[float, Meta(ge=0, le=1)]
_Id = Annotated[str, Meta(max_length=40)]
SMALLEST, LARGEST = -4, 16  # points added to the page
_Points = Annotated[int, Meta(ge=SMALLEST, le=LARGEST)]


class NotesShown(msgspec.Struct, frozen=True):
    """Which notes the list shows, by the ids of a kind and a status, empty for all, and what they are grouped by."""

    kind: _Id = ""
    status: _Id = ""
    group: Literal["passage", "kind", "status"] = "passage"


class WindowState(msgspec.Struct, frozen=True, kw_only=True):
    """What is remembered. `place` is how far down the page, 0 to 1; sizes are in pixels; `zoom` in points added."""

    dossier: str = ""
    location: Location | None = None
    place: _Part = 0.0
    filter: str = ""
    view: View = "session"
    panes: tuple[_Pixels, _Pixels, _Pixels] | None = None
    tree_shown: bool = True
    notes_shown: bool = True
    remarks_shown: bool = False
    remarks_height: _Pixels = 0
    """0 for as high as it is by itself."""
    geometry: bytes = b""
    zoom: _Points = 0
    theme: Scheme = "system"
    language: Literal["system", "nl", "en"] = "system"
    show_sources: bool = False
    with_notes: bool = False
    notes: NotesShown = NotesShown()
    recent: tuple[str, ...] = ()
    """What was opened last, dossiers and folders, newest first."""
    library: str = ""
    """The folder that was the library last."""


def load(folder: Path) -> WindowState:
    """Return the state that was left in `folder`; a missing or damaged file counts as none."""
    try:
        return msgspec.json.decode((folder / FILE_NAME).read_bytes(), type=WindowState)
    except (OSError, msgspec.MsgspecError, UnicodeDecodeError):
        return WindowState()  # nothing of worth is lost: where the panes stood


def save(state: WindowState, folder: Path) -> None:
    """Leave the state in `folder`, readable by the reader alone. OSError when it cannot be written."""
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    partial = folder / f"{FILE_NAME}.{os.getpid()}.part"
    try:
        with open(os.open(partial, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "wb") as file:  # noqa: PTH123 - a mode
            file.write(msgspec.json.encode(state))
        partial.replace(folder / FILE_NAME)
    finally:
        partial.unlink(missing_ok=True)
