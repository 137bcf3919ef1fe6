"""A remark silenced in the file of a dossier, and that taken back: on the thread of a job, and without Qt."""

from pathlib import Path
from typing import NamedTuple

from fmm_desktop.dossier.datafile import read_bytes
from fmm_desktop.dossier.editor.remark import Remark
from fmm_desktop.dossier.editor.silencing import silenced
from fmm_desktop.dossier.model import Dossier
from fmm_desktop.dossier.outgoing import write_whole

_BOM = b"\xef\xbb\xbf"


class Written(NamedTuple):
    """A file in which a remark was silenced: what stood in it, what stands in it now, and in which line of it."""

    path: Path
    before: bytes
    now: bytes
    line: int


def write_silenced(path: Path, remark: Remark, dossier: Dossier) -> Written | None:
    """Silence a remark in the file of a dossier, whole or not at all; None when that cannot be done safely.

    The file is looked at again just before it is replaced: somebody else may have written it meanwhile.
    """
    data = read_bytes(path)
    done = silenced(data, remark, dossier)
    if done is None:
        return None
    mark = _BOM if _begins_with_mark(path) else b""
    if read_bytes(path) != data:
        return None
    write_whole(mark + done.data, path, overwrite=True)
    return Written(path, mark + data, mark + done.data, done.line)


def put_back(written: Written) -> bool:
    """Write what stood in a file before; return False when somebody else changed it since."""
    if read_bytes(written.path) != written.now.removeprefix(_BOM):
        return False
    write_whole(written.before, written.path, overwrite=True)
    return True


def _begins_with_mark(path: Path) -> bool:
    with path.open("rb") as file:
        return file.read(len(_BOM)) == _BOM
