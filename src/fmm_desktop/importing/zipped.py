"""The parts of a .docx or .odt, each unzipped on its own when it is asked for, and never further than the limits."""

import io
import struct
import zipfile
import zlib

from fmm_desktop.importing import trouble
from fmm_desktop.importing.limits import MAX_DIRECTORY, MAX_RATIO, MAX_TAGS, MAX_UNZIPPED, RATIO_FREE
from fmm_desktop.importing.trouble import ImportingError

_END = b"PK\x05\x06"
_ENCRYPTED = 1
_BROKEN = (zipfile.BadZipFile, zlib.error, EOFError, OSError, NotImplementedError, ValueError, RuntimeError, KeyError)


class Parts:
    """A zip file in memory. `name` is that of the document, for what is said when it is no good."""

    def __init__(self, data: bytes, name: str) -> None:
        self._name = name
        self._unzipped = self._tags = 0
        self._refuse_long_directory(data)
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
        except _BROKEN as problem:
            raise ImportingError(trouble.DAMAGED, file=name, what="zip") from problem
        self.names = frozenset(self._zip.namelist())
        self._refuse_many_small_bombs()

    def _refuse_long_directory(self, data: bytes) -> None:
        """Millions of names take minutes to read; the end of the file says how long their table is."""
        at = data.rfind(_END)
        if at >= 0 and len(data) >= at + 22 and struct.unpack_from("<I", data, at + 12)[0] > MAX_DIRECTORY:
            raise ImportingError(trouble.BOMB, file=self._name)

    def _refuse_many_small_bombs(self) -> None:
        """Parts that are small enough one by one take as long as one large part; their sizes are known beforehand."""
        texts = [info for info in self._zip.infolist() if info.filename.endswith(".xml")]
        size, packed = sum(info.file_size for info in texts), sum(info.compress_size for info in texts)
        if size > RATIO_FREE and size > MAX_RATIO * packed:
            raise ImportingError(trouble.BOMB, file=self._name)

    def part(self, part: str) -> bytes:
        """Return one part, b"" when there is none. Raises ImportingError: a bomb, a password, or damage.

        All parts that are asked for count together, so that many of them are no way around the limits.
        """
        if part not in self.names:
            return b""
        info = self._zip.getinfo(part)
        if info.flag_bits & _ENCRYPTED:
            raise ImportingError(trouble.ENCRYPTED, file=self._name)
        size = info.file_size
        self._unzipped += size
        if self._unzipped > MAX_UNZIPPED or (size > RATIO_FREE and size > MAX_RATIO * info.compress_size):
            raise ImportingError(trouble.BOMB, file=self._name)
        return self._counted(self._read(info))

    def _read(self, info: zipfile.ZipInfo) -> bytes:
        try:
            with self._zip.open(info) as file:
                return file.read(info.file_size + 1)  # a number, so that a lying header unzips no more than it says
        except _BROKEN as problem:
            raise ImportingError(trouble.DAMAGED, file=self._name, what="zip") from problem

    def _counted(self, content: bytes) -> bytes:
        """It is elements that take time, not letters; counted before they are made."""
        self._tags += content.count(b"<")
        if self._tags > MAX_TAGS:
            raise ImportingError(trouble.BOMB, file=self._name)
        return content
