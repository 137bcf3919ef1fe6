"""What a note is: frozen values, without a trace of the database.

A note is a set of revisions; a revision is written once and never changed. A `Note` is what the newest revision says,
or what is being typed over it.
"""

import datetime
from enum import StrEnum

from msgspec import Struct


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


class Anchor(Struct, frozen=True):
    """Where a note hangs: on a topic, or on one passage of it.

    `dossier` is the id of the dossier, `topic` the path of the topic (`nar/oekraine`), `passage` the id of a passage
    or empty for the topic itself. `edition` and `quote` say which edition the reader had before him and what the
    passage said then, so that the note can be placed again when another edition comes.
    """

    dossier: str
    topic: str
    passage: str = ""
    edition: int = 1
    quote: str = ""


class Content(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """What one revision says, as it stands in the database: new fields here need no change of old rows.

    A field that has its default is not written, so that an old row and a new one that say the same are the same.
    `created` (UTC) and `creator` are those of the note and go with it from revision to revision.
    """

    anchor: Anchor
    text: str
    created: datetime.datetime
    creator: str
    kind: NoteKind = NoteKind.REMARK
    status: Status = Status.OPEN


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
    kind: NoteKind = NoteKind.REMARK
    status: Status = Status.OPEN
    revision: str = ""
    draft: bool = False
    conflict: bool = False


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

    def says_as(self, content: Content | None) -> bool:
        """Tell whether a reader sees the same in both: the text, its kind and its status."""
        return content is not None and (self.text, self.kind, self.status) == (
            content.text,
            content.kind,
            content.status,
        )
