"""What the reader had of a dossier before: the last editions that were open, and what they last read of each topic.

    seen = Seen(folder)
    had = seen.meet(dossier)          # when a dossier is opened: what the reader had, and this edition is kept
    had.edition, had.topic(path)      # the edition before, the topic as it was last read
    seen.mark_read(dossier, topic)    # the reader read the topic as it is now

It belongs to the reader, and yet it is no source of truth: without it nothing is told to be new. What is damaged, or of
another version of the program, counts as not there. A dossier in another language is another one.
"""

import hashlib
from collections.abc import Mapping
from pathlib import Path

import msgspec

from fmm_desktop.dossier import private
from fmm_desktop.dossier.model import Dossier, Topic

_MOST = 5  # editions kept of a dossier
_EDITIONS = "*.edition"
_READ = "read.msgpack"


class Had(msgspec.Struct, frozen=True, dict=True):
    """What the reader had: the edition before, None when there was none, and the topics that they read since, by path.

    A topic that was read is what it said then.
    """

    edition: Dossier | None = None
    topics: Mapping[str, Topic] = {}
    read: frozenset[str] = frozenset()
    """The paths of the topics that were read as they are now."""
    is_new: bool = False
    """Whether this edition was opened for the first time, and another one before it."""

    def topic(self, path: str) -> Topic | None:
        """Return a topic as it was last read, else as it stood in the edition before."""
        return self.topics.get(path) or (self.edition.topic(path) if self.edition and "/" in path else None)


class Seen:
    """Keeps editions in a folder. From any thread, but from one at a time."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._read: dict[str, dict[str, str]] = {}

    def meet(self, dossier: Dossier) -> Had:
        """Keep an edition that was opened, and return what the reader had before. OSError when it cannot be kept."""
        folder, kept = self._folder_of(dossier), self.editions(dossier)
        others = [one for one in kept if not _says_as(one, dossier)]
        had = self._had(dossier, others)
        self._keep(dossier, folder)
        return msgspec.structs.replace(had, is_new=bool(others) and len(others) == len(kept))

    def editions(self, dossier: Dossier) -> tuple[Dossier, ...]:
        """Return the editions of a dossier that are kept, the one that was opened last first."""
        files = _newest_first(self._folder_of(dossier))
        return tuple(found for file in files if (found := _edition(file)) is not None)

    def mark_read(self, dossier: Dossier, topic: Topic) -> None:
        """Remember that the reader read a topic as it is now. OSError when it cannot be kept."""
        read = self._read_of(self._folder_of(dossier))
        digest = _digest(topic)
        if read.get(topic.path) != digest:
            read[topic.path] = digest
            private.write(self._folder_of(dossier) / _READ, msgspec.msgpack.encode(read))

    # -- inside ----------------------------------------------------------------------------------------------------

    def _had(self, dossier: Dossier, others: list[Dossier]) -> Had:
        read = self._read_of(self._folder_of(dossier))
        now = {topic.path: topic for topic in dossier.topics()}
        digests = {path: digest for path, digest in read.items() if path in now}
        current = frozenset(path for path, digest in digests.items() if digest == _digest(now[path]))
        wanted = {path: digest for path, digest in digests.items() if path not in current}
        topics = {path: found for path, digest in wanted.items() if (found := _as_read(path, digest, others))}
        return Had(others[0] if others else None, topics, current)

    def _read_of(self, folder: Path) -> dict[str, str]:
        if folder.name not in self._read:
            try:
                content = private.read(folder / _READ)
                self._read[folder.name] = msgspec.msgpack.decode(content or b"", type=dict[str, str])
            except (OSError, msgspec.MsgspecError):
                self._read[folder.name] = {}
        return self._read[folder.name]

    def _keep(self, dossier: Dossier, folder: Path) -> None:
        data = msgspec.msgpack.encode(dossier)
        file = folder / f"{hashlib.sha256(data).hexdigest()[:24]}.edition"
        if file.exists():
            file.touch()  # the newest one now
        else:
            private.write(file, data)
        for old in _newest_first(folder)[_MOST:]:
            old.unlink(missing_ok=True)

    def _folder_of(self, dossier: Dossier) -> Path:
        name = hashlib.sha256(f"{dossier.id}\0{dossier.language}".encode("utf-8", "replace")).hexdigest()[:24]
        return self._folder / name


def _newest_first(folder: Path) -> list[Path]:
    def time(file: Path) -> int:
        try:
            return file.stat().st_mtime_ns
        except OSError:
            return 0  # gone meanwhile

    return sorted(folder.glob(_EDITIONS), key=time, reverse=True)


def _edition(file: Path) -> Dossier | None:
    try:
        content = private.read(file)
        return msgspec.msgpack.decode(content, type=Dossier) if content is not None else None
    except (OSError, msgspec.MsgspecError, UnicodeDecodeError):
        return None


def _says_as(one: Dossier, other: Dossier) -> bool:
    """Return whether two editions say the same; what makes each another one does not count."""
    one, other = (msgspec.structs.replace(each, edition=0, issued=None) for each in (one, other))
    return one == other


def _as_read(path: str, digest: str, editions: list[Dossier]) -> Topic | None:
    for edition in editions:
        topic = edition.topic(path)
        if topic is not None and _digest(topic) == digest:
            return topic
    return None


def _digest(topic: Topic) -> str:
    """Return what tells one text of a topic from another; numbers do not count."""
    passages = tuple(msgspec.structs.replace(passage, number="") for passage in topic.passages)
    said = msgspec.structs.replace(topic, number="", passages=passages)
    return hashlib.sha256(msgspec.msgpack.encode(said)).hexdigest()[:24]
