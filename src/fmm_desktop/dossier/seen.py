"""What the reader had of a dossier before: the last editions that were open, and what they last read of each topic.

    seen = Seen(folder)
    had = seen.meet(dossier)          # when a dossier is opened: what the reader had, and this edition is kept
    had.edition, had.topics[path]     # the edition before, the topic as it was last read
    seen.mark_read(dossier, topic)    # the reader read the topic as it is now

It belongs to the reader, and yet it is no source of truth: without it nothing is told to be new. What is damaged, or of
another version of the program, counts as not there. A dossier in another language is another one.
"""

import itertools
import zlib
from collections.abc import Mapping
from pathlib import Path

import msgspec

from fmm_desktop.dossier import private
from fmm_desktop.dossier.model import Dossier, Topic

_MOST = 5  # editions kept of a dossier
_EDITIONS = "*.edition"
_LONGEST = 100  # bytes that a name of a folder spells out
_READ = "read.msgpack"


class Had(msgspec.Struct, frozen=True):
    """What the reader had: the edition before, None when there was none, and the topics that they read since, by path.

    A topic that was read is what it said then.
    """

    edition: Dossier | None = None
    topics: Mapping[str, Topic] = {}
    read: frozenset[str] = frozenset()
    """The paths of the topics that were read as they are now."""
    read_here: frozenset[str] = frozenset()
    """The paths of the topics that were read in this very edition."""
    is_new: bool = False
    """Whether this edition was opened for the first time, and another one before it."""


class Seen:
    """Keeps editions in a folder, which other windows may use as well. From any thread."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._met: dict[str, str] = {}  # by folder, the edition that is open

    def meet(self, dossier: Dossier) -> Had:
        """Keep an edition that was opened, and return what the reader had before. OSError when it cannot be kept."""
        with private.alone(self._folder_of(dossier)):
            kept = self._kept(dossier)
            others = {name: one for name, one in kept.items() if not _says_as(one, dossier)}
            had = self._had(dossier, kept, others)
            name = self._keep(dossier)
            here = frozenset(path for path, edition in _read_of(self._folder_of(dossier)).items() if edition == name)
        return msgspec.structs.replace(had, read_here=here, is_new=bool(others) and len(others) == len(kept))

    def editions(self, dossier: Dossier) -> tuple[Dossier, ...]:
        """Return the editions of a dossier that are kept, the one that was opened last first."""
        return tuple(self._kept(dossier).values())

    def ids(self) -> frozenset[str]:
        """Return the ids of the dossiers of which an edition is kept."""
        newest = (next(iter(_newest_first(folder)), None) for folder in self._folder.glob("*"))
        found = (_edition(file) for file in newest if file is not None)
        return frozenset(one.id for one in found if one is not None)

    def mark_read(self, dossier: Dossier, topic: Topic) -> None:
        """Remember that the reader read a topic of the edition that was met last. OSError when it cannot be kept."""
        folder = self._folder_of(dossier)
        edition = self._met.get(folder.name, "")
        if not edition:
            return
        with private.alone(folder):
            read = _read_of(folder)  # each time anew: another window may have marked some
            if read.get(topic.path) != edition:
                private.write(folder / _READ, msgspec.msgpack.encode(read | {topic.path: edition}))

    # -- inside ----------------------------------------------------------------------------------------------------

    def _had(self, dossier: Dossier, kept: Mapping[str, Dossier], others: Mapping[str, Dossier]) -> Had:
        then: dict[str, tuple[Topic, Topic]] = {}  # as it was last read, as it is now
        for path, name in _read_of(self._folder_of(dossier)).items():
            edition, now = kept.get(name), dossier.topic(path)
            before = edition.topic(path) if edition else None
            if before is not None and now is not None:
                then[path] = before, now
        read = frozenset(path for path, (before, now) in then.items() if _unnumbered(before) == _unnumbered(now))
        topics = {path: before for path, (before, _) in then.items() if path not in read}
        return Had(next(iter(others.values()), None), topics, read)

    def _kept(self, dossier: Dossier) -> dict[str, Dossier]:
        """Return the editions that are kept by the names of their files, the one that was opened last first."""
        found = ((file.name, _edition(file)) for file in _newest_first(self._folder_of(dossier)))
        own = (dossier.id, dossier.language)
        return {name: one for name, one in found if one is not None and (one.id, one.language) == own}

    def _keep(self, dossier: Dossier) -> str:
        """Keep an edition as the one that was opened last, and return the name of its file."""
        folder, data = self._folder_of(dossier), msgspec.msgpack.encode(dossier)
        file = _file_for(folder, data)
        if _content(file) == data:
            file.touch()  # the newest one now
        else:
            private.write(file, data)
        self._met[folder.name] = file.name
        for old in _newest_first(folder)[_MOST:]:
            old.unlink(missing_ok=True)
        return file.name

    def _folder_of(self, dossier: Dossier) -> Path:
        return self._folder / _named(f"{dossier.id}\0{dossier.language}".encode("utf-8", "replace"))


def _named(words: bytes) -> str:
    """Return a name for a folder: no two have the same, also where the letters of a file name have no case."""
    if len(words) <= _LONGEST:
        return words.hex()
    import hashlib  # noqa: PLC0415 - takes megabytes, and hardly any id is so long

    return f"long-{hashlib.sha256(words).hexdigest()}"


def _file_for(folder: Path, data: bytes) -> Path:
    """Return the file that holds `data`, or the one for it: by a check sum, and numbered as a sum can be forged."""
    for number in itertools.count(1):
        file = folder / f"{zlib.crc32(data):08x}-{len(data)}-{number}.edition"
        if _content(file) in {None, data}:
            break
    return file


def _read_of(folder: Path) -> dict[str, str]:
    """Return by path of a topic the edition in which it was read."""
    try:
        return msgspec.msgpack.decode(private.read(folder / _READ) or b"", type=dict[str, str])
    except (OSError, msgspec.MsgspecError):
        return {}


def _newest_first(folder: Path) -> list[Path]:
    def time(file: Path) -> int:
        try:
            return file.stat().st_mtime_ns
        except OSError:
            return 0  # gone meanwhile

    return sorted(folder.glob(_EDITIONS), key=time, reverse=True)


def _content(file: Path) -> bytes | None:
    try:
        return private.read(file)
    except OSError:
        return None


def _edition(file: Path) -> Dossier | None:
    try:
        content = _content(file)
        return msgspec.msgpack.decode(content, type=Dossier) if content is not None else None
    except (msgspec.MsgspecError, UnicodeDecodeError):
        return None


def _says_as(one: Dossier, other: Dossier) -> bool:
    """Return whether two editions say the same; what makes each another one does not count."""
    one, other = (msgspec.structs.replace(each, edition=0, issued=None) for each in (one, other))
    return one == other


def _unnumbered(topic: Topic) -> Topic:
    """Return a topic without numbers, which change with what stands before."""
    passages = tuple(msgspec.structs.replace(passage, number="") for passage in topic.passages)
    return msgspec.structs.replace(topic, number="", passages=passages)
