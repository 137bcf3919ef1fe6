"""What a note is: frozen values, without a trace of the database.

A note is a set of revisions; a revision is written once and never changed. A `Note` is what the newest revision says,
or what is being typed over it.
"""

import datetime
from enum import StrEnum
from typing import Any, Self

from msgspec import Struct
from msgspec.structs import replace

CONTEXT = 32
"""Letters kept before and after the words of a note."""


class NoteKind(StrEnum):
    """What a note is for. The values stand in the file; `vocabulary` has the words for the reader."""

    REMARK = "remark"
    QUESTION = "question"
    AMENDMENT = "amendment"
    SAY = "say"
    IF_RAISED = "if-raised"
    DO_NOT_VOLUNTEER = "do-not-volunteer"
    FOLLOW_UP = "follow-up"


class Status(StrEnum):
    """What became of a note. The values stand in the file."""

    OPEN = "open"
    CLEARED = "cleared"
    SAID = "said"
    DROPPED = "dropped"


class Words(Struct, frozen=True, omit_defaults=True):
    """Words of a passage that a note hangs on, as two selectors of the W3C Web Annotation Data Model.

    `exact` with what stands before and after it is a TextQuoteSelector (4.2.4), `start` and `end` a
    TextPositionSelector (4.2.5): code points of the passage's words (`dossier.links.words_in`), `end` not included.
    """

    exact: str
    prefix: str = ""
    suffix: str = ""
    start: int = 0
    end: int = 0

    @classmethod
    def of(cls, text: str, start: int, end: int) -> Self:
        """Return the words from `start` to `end` of the words of a passage."""
        before, after = text[max(0, start - CONTEXT) : start], text[end : end + CONTEXT]
        return cls(text[start:end], before, after, start, end)


class Anchor(Struct, frozen=True, omit_defaults=True):
    """Where a note hangs: on a topic, on one passage of it, or on words in that.

    `dossier` is the id of the dossier, `topic` the path of the topic (`nar/oekraine`), `passage` the id of a passage
    or empty for the topic itself. `edition`, `language` and `quote` say which edition the reader had before him, in
    which language (empty when that is not known) and what the passage said then (of a topic: its title), so that the
    note can be placed again when another edition comes.
    """

    dossier: str
    topic: str
    passage: str = ""
    edition: int = 1
    quote: str = ""
    words: Words | None = None
    language: str = ""


class Traits(Struct, frozen=True):
    """What a note is beside its text. `wording` is the one that an amendment proposes."""

    kind: NoteKind = NoteKind.REMARK
    status: Status = Status.OPEN
    labels: tuple[str, ...] = ()
    wording: str = ""


class Content(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """What one revision says, as it stands in the database: new fields here need no change of old rows.

    A field that has its default is not written, so that an old row and a new one that say the same are the same.
    `created` (UTC) and `creator` are those of the note and go with it from revision to revision. `extra` holds what an
    import said of it that nobody here knows, to be handed on as it is.
    """

    anchor: Anchor
    text: str
    created: datetime.datetime
    creator: str
    kind: NoteKind = NoteKind.REMARK
    status: Status = Status.OPEN
    labels: tuple[str, ...] = ()
    wording: str = ""
    extra: dict[str, Any] = {}

    @property
    def traits(self) -> Traits:
        """What the note is beside its text."""
        return Traits(self.kind, self.status, self.labels, self.wording)

    def with_traits(self, traits: Traits) -> Self:
        """Return what is said with other traits."""
        return replace(self, kind=traits.kind, status=traits.status, labels=traits.labels, wording=traits.wording)


class Note(Struct, frozen=True, kw_only=True):
    """A note as it stands now; times are aware and in UTC.

    `revision` is the id of the revision that is shown, empty while the note is only a draft. `draft` tells that the
    text is being typed (durable, but not yet a revision), `conflict` that two newest revisions say different things.
    """

    id: str
    anchor: Anchor
    text: str
    author: str
    created: datetime.datetime
    changed: datetime.datetime
    traits: Traits = Traits()
    extra: dict[str, Any] = {}
    revision: str = ""
    draft: bool = False
    conflict: bool = False

    @property
    def kind(self) -> NoteKind:
        """What it is for."""
        return self.traits.kind

    @property
    def status(self) -> Status:
        """What became of it."""
        return self.traits.status


class Revision(Struct, frozen=True, kw_only=True):
    """What a note said from `time` (UTC) on, by whom and on which device; `parents` are the ids of what it replaces."""

    id: str
    note: str
    parents: tuple[str, ...]
    time: datetime.datetime
    author: str
    device: str
    content: Content
    deleted: bool = False

    @property
    def anchor(self) -> Anchor:
        """Where the note hung in this revision."""
        return self.content.anchor

    @property
    def text(self) -> str:
        """What the note said in this revision."""
        return self.content.text

    @property
    def kind(self) -> NoteKind:
        """What the note was for in this revision."""
        return self.content.kind

    @property
    def status(self) -> Status:
        """What had become of the note in this revision."""
        return self.content.status

    @property
    def traits(self) -> Traits:
        """What the note was beside its text in this revision."""
        return self.content.traits

    def says_as(self, content: Content | None) -> bool:
        """Tell whether a reader sees the same in both: the text, and what the note is beside it."""
        return content is not None and (self.text, self.traits) == (content.text, content.traits)
