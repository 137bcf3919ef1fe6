"""Dossiers that were read before, kept in the cache: a file that has not changed need not be read again.

The cache is never a source of truth. An entry holds the whole content of the file that it was made from, so it cannot
be out of date; a damaged or foreign entry counts as none; all of it may be thrown away at any time.
"""

import sys
import zlib
from collections.abc import Callable
from pathlib import Path

import msgspec

from fmm_desktop import __version__
from fmm_desktop.dossier import private
from fmm_desktop.dossier.datafile import read_bytes
from fmm_desktop.dossier.model import Dossier
from fmm_desktop.dossier.outcome import Reading

AT_ONCE = 100_000
"""Bytes of a file that the window need not read beside it: some 15 ms on a fast computer, 50 ms on a slow one."""

_FOLDER = "dossiers"
_BY = f"{__version__}/2"  # the number is raised with every change of `model` or of what `reading` makes of a file
_MOST = 20


class _Entry(msgspec.Struct, frozen=True, array_like=True):
    by: str
    content: bytes
    dossier: Dossier


def read(
    path: Path,
    cache: Path,
    *,
    shipped: Path | None = None,
    at_most: int = sys.maxsize,
    watch: Callable[[float], None] | None = None,
) -> Reading | None:
    """Return the dossier in a file: as it was kept when the file has not changed since, else read and kept.

    `shipped` is another folder in which dossiers may be kept, those that come with the program. None when the file
    would have to be read and has more than `at_most` bytes. `watch` is told how far reading is, 0 to 1, and may raise
    to stop it. Raises `DossierError` as reading does.
    """
    content = read_bytes(path)
    dossier = recall(content, cache) or (recall(content, shipped) if shipped else None)
    if dossier is not None:
        return Reading(dossier)
    if len(content) > at_most:
        return None
    from fmm_desktop.dossier import reading  # noqa: PLC0415 - YAML and all checks: paid for by a file that is new

    fresh = reading.read_with_warnings(path, watch, data=content)
    if not fresh.warnings:  # a file with warnings is read anew, so that they are told anew
        try:
            keep(content, fresh.dossier, cache)
        except OSError as error:  # only slower next time
            sys.stderr.write(f"{cache}: {error.strerror}\n")
    return fresh


def recall(content: bytes, cache: Path) -> Dossier | None:
    """Return the dossier that was read from a file with this content, or None when it is not kept."""
    try:
        kept = private.read(_path(content, cache))
        if kept is None:
            return None  # damaged
        entry = msgspec.msgpack.decode(kept, type=_Entry)
    except (OSError, msgspec.MsgspecError, UnicodeDecodeError):
        return None  # not kept, or not to be trusted: the file is read anew
    return entry.dossier if entry.content == content and entry.by == _BY else None


def folder(cache: Path) -> Path:
    """Return the folder in `cache` that holds what is kept."""
    return cache / _FOLDER


def keep(content: bytes, dossier: Dossier, cache: Path) -> None:
    """Keep what was read from a file with this content, and let go of what was kept longest ago.

    OSError when the folder cannot be written.
    """
    entry = _path(content, cache)
    private.write(entry, msgspec.msgpack.encode(_Entry(_BY, content, dossier)))
    for old in sorted(entry.parent.glob("*.msgpack"), key=lambda one: one.stat().st_mtime)[:-_MOST]:
        old.unlink(missing_ok=True)


def _path(content: bytes, cache: Path) -> Path:
    return folder(cache) / f"{zlib.crc32(content):08x}-{len(content)}.msgpack"
