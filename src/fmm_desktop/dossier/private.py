"""Files of the program itself: for the reader alone, written whole or not at all, with a checksum before the rest.

A letter that a bad disk changed would decode as well as the right one; the checksum tells.
"""

import os
import zlib
from pathlib import Path

_SUM = 4  # bytes


def write(file: Path, data: bytes) -> None:
    """Put `data` into a file, over what is there. OSError when that fails; the file is as it was then."""
    make_folder(file.parent)
    partial = file.with_suffix(f".{os.getpid()}.part")
    try:
        with open(os.open(partial, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "wb") as opened:  # noqa: PTH123 - a mode
            opened.write(_checksum(data) + data)
        partial.replace(file)
    finally:
        partial.unlink(missing_ok=True)


def read(file: Path) -> bytes | None:
    """Return what `write` put into a file; None when it is damaged. OSError when it cannot be read."""
    content = file.read_bytes()
    return content[_SUM:] if content[:_SUM] == _checksum(content[_SUM:]) else None


def make_folder(wanted: Path) -> None:
    """Make a folder, and those above it that are missing: for the reader alone, as the notes may come beside it."""
    for missing in reversed([one for one in (wanted, *wanted.parents) if not one.exists()]):
        missing.mkdir(mode=0o700, exist_ok=True)


def _checksum(data: bytes) -> bytes:
    return zlib.crc32(data).to_bytes(_SUM, "big")
