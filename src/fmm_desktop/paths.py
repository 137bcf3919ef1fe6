"""Where things are: the files that come with the program, and the reader's own folders.

Only `cli` and `app` ask; every other room is handed the folder that it needs.
"""

from pathlib import Path
from typing import Literal, NamedTuple

from platformdirs import PlatformDirs

APP_NAME = "fmm-desktop"


class Folders(NamedTuple):
    """The reader's folders. `state` holds notes and the window's state; `cache` may be thrown away at any time."""

    state: Path
    cache: Path


def bundled(name: Literal["resources", "data"]) -> Path:
    """Return a folder that comes with the program: inside the installed package, or else in the checkout."""
    inside = Path(__file__).parent / name
    return inside if inside.is_dir() else Path(__file__).parents[2] / name


def folders(data_dir: Path | None = None) -> Folders:
    """Return the reader's folders; `data_dir` moves all of them. Nothing is created."""
    if data_dir is not None:
        chosen = data_dir.expanduser().absolute()
        return Folders(state=chosen, cache=chosen / "cache")
    standard = PlatformDirs(APP_NAME, appauthor=False)
    return Folders(state=standard.user_data_path, cache=standard.user_cache_path)


def user() -> str:
    """Return the name that the reader has on this machine, which notes are signed with."""
    import getpass  # noqa: PLC0415 - the first page needs no notes

    try:
        return getpass.getuser()
    except (OSError, KeyError):  # a user without a name, as in some containers
        return "?"
