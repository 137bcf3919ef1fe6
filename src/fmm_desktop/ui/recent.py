"""What was opened last, dossiers and folders, as it is remembered."""

import os
from collections.abc import Iterator
from pathlib import Path

MOST = 10

Recent = tuple[str, ...]
"""Paths, newest first. That of a folder ends as folders do: to ask the disk may take long when it is far away."""


def name_of(path: Path | None) -> str:
    """Return a path as it is remembered; empty for none, and for one whose name is no text."""
    name = str(path or "")
    return "" if any("\ud800" <= letter <= "\udfff" for letter in name) else name


def with_first(recent: Recent, path: Path, *, is_folder: bool = False) -> Recent:
    """Return what was opened last after `path` was."""
    name = name_of(path)
    if not name:
        return recent
    marked = os.path.join(name, "") if is_folder else name  # noqa: PTH118 - a path would lose its end
    return (marked, *without(recent, path))[:MOST]


def without(recent: Recent, path: Path) -> Recent:
    """Return what was opened last but for `path`."""
    return tuple(one for one in recent if Path(one) != path)


def folders(recent: Recent) -> Iterator[str]:
    """Yield the folders in what was opened last."""
    return (one for one in recent if one.endswith(os.sep))
