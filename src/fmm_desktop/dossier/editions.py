"""What another edition of a dossier has that is new, changed, moved or gone: by session, topic and passage.

Numbers do not count, as all after a new topic have others; nor do the number of the edition and its date, which are
what makes it another one. Differences word by word are worked out when they are asked for.
"""

from collections.abc import Iterator
from enum import StrEnum
from functools import cached_property

from msgspec import Struct
from msgspec.structs import replace

from fmm_desktop.dossier.difference import Piece, differences
from fmm_desktop.dossier.links import words_in, words_of
from fmm_desktop.dossier.model import Dossier, Passage, Session, Topic
from fmm_desktop.dossier.text import Link, links, plain


class Change(StrEnum):
    """What became of a part of a dossier; what was changed may have been moved as well."""

    NEW = "new"
    CHANGED = "changed"
    MOVED = "moved"
    GONE = "gone"


class Field(Struct, frozen=True):
    """What a field said and what it says; the name is that of the data file."""

    name: str
    old: str
    new: str


class PassageChange(Struct, frozen=True, kw_only=True):
    """What became of a passage; `old` is None for a new one and `new` for one that is gone.

    `old_topic` and `new_topic` are the paths of the topics that it stood and stands in. `fields` names what differs
    (`text`, `kind`, `actor`, `stance`, `value`, `marking`, `source`), the text in Markdown; another place in the same
    source is no difference.
    """

    change: Change
    old: Passage | None = None
    new: Passage | None = None
    old_topic: str = ""
    new_topic: str = ""
    fields: tuple[Field, ...] = ()
    moved: bool = False


class TopicChange(Struct, frozen=True, kw_only=True):
    """What became of a topic, and the changes in it: none for one that is new or gone, as that is all of it.

    A passage that was moved to another topic is told of where it stands now. `session` is the new session's id, of a
    topic that is gone the old one's.
    """

    change: Change
    session: str
    old: Topic | None = None
    new: Topic | None = None
    fields: tuple[Field, ...] = ()
    passages: tuple[PassageChange, ...] = ()
    moved: bool = False

    @property
    def topic(self) -> Topic:
        """Return the topic as it is now, or as it was when it is gone."""
        topic = self.new or self.old
        if topic is None:
            raise ValueError(self)
        return topic


class SessionChange(Struct, frozen=True, kw_only=True):
    """What became of a session, None when it is but the topics in it that differ, and what became of those."""

    change: Change | None
    old: Session | None = None
    new: Session | None = None
    fields: tuple[Field, ...] = ()
    topics: tuple[TopicChange, ...] = ()

    @property
    def session(self) -> Session:
        """Return the session as it is now, or as it was when it is gone."""
        session = self.new or self.old
        if session is None:
            raise ValueError(self)
        return session


class EntryChange(Struct, frozen=True, kw_only=True):
    """What became of an actor, a term, a source or a date of the timeline; `group` is the name in the data file."""

    change: Change
    group: str
    id: str
    fields: tuple[Field, ...] = ()


class EditionChanges(Struct, frozen=True, kw_only=True, dict=True):
    """All that differs between two editions; only what differs is named."""

    old: Dossier
    new: Dossier
    fields: tuple[Field, ...] = ()
    entries: tuple[EntryChange, ...] = ()
    sessions: tuple[SessionChange, ...] = ()

    def __bool__(self) -> bool:
        """Tell whether anything differs."""
        return bool(self.fields or self.entries or self.sessions)

    def topics(self) -> Iterator[TopicChange]:
        """Yield what became of each topic that differs, in the order of the new edition, session by session."""
        for session in self.sessions:
            yield from session.topics

    @cached_property
    def _by_path(self) -> dict[str, TopicChange]:
        return {change.new.path: change for change in self.topics() if change.new}

    def topic(self, path: str) -> TopicChange | None:
        """Return what became of the topic that now has this path, None when it is as it was."""
        return self._by_path.get(path)

    def words(self, change: PassageChange) -> tuple[Piece, ...]:
        """Return the differences in the words of a passage; in what its links lead to when the words are the same."""
        return differences(*words_of_both(change, self.old, self.new))


def words_of_both(change: PassageChange, old: Dossier, new: Dossier) -> tuple[str, str]:
    """Return what a passage said and what it says, in words, empty where it was not.

    When the words are the same, behind a link that differs stands what it leads to.
    """
    before = words_in(change.old.text, old, change.old_topic) if change.old else ""
    after = words_in(change.new.text, new, change.new_topic) if change.new else ""
    if before == after and change.old and change.new:
        told = set(links(change.old.text)) ^ set(links(change.new.text))
        before = _with_links(change.old.text, told, old, change.old_topic)
        after = _with_links(change.new.text, told, new, change.new_topic)
    return before, after


def _with_links(text: str, told: set[Link], dossier: Dossier, near: str) -> str:
    """Return the words of a text, behind some links the name of what they lead to."""

    def said(link: Link) -> str:
        words = words_of(link, dossier, near)
        return f"{words} (→ {words_of(replace(link, label=''), dossier, near)})" if link in told else words

    return plain(text, said)
