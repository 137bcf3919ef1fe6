"""What one window writes: drafts as its reader types, revisions when a note is left, deleted or brought back.

Each function works within the caller's transaction.
"""

import datetime
import sqlite3
from collections.abc import Callable, Set
from typing import NamedTuple

from msgspec import Struct
from msgspec.structs import replace

from fmm_desktop.notes import deriving, drafts, revisions, steps
from fmm_desktop.notes.drafts import Draft
from fmm_desktop.notes.note import Anchor, Content, Revision, Traits
from fmm_desktop.notes.steps import Hand

Clock = Callable[[], datetime.datetime]


class Typed(NamedTuple):
    """What the reader makes of a note; traits that are None stay what they are."""

    anchor: Anchor
    text: str
    traits: Traits | None = None

    def over(self, content: Content) -> Content:
        """Return `content` as it is with this."""
        said = replace(content, anchor=self.anchor, text=self.text)
        return said if self.traits is None else said.with_traits(self.traits)


class Writer(Struct, frozen=True, kw_only=True):
    """Who writes, on which device, in which session, and by which clock (aware times)."""

    session: str
    author: str
    device: str
    now: Clock

    def hand(self) -> Hand:
        """Return who writes now."""
        return Hand(self.author, self.device, self.now().astimezone(datetime.UTC))

    def type(self, database: sqlite3.Connection, note_id: str, seen: tuple[str, ...], typed: Typed) -> None:
        """Put `typed` down as the draft of this session, over the first of the revisions that its reader has `seen`.

        A reader who has seen nothing of an existing note types over the revision that the note shows now.
        """
        time = self.now().astimezone(datetime.UTC)
        draft = drafts.find(database, note_id, self.session) or self._new_draft(database, note_id, seen, time)
        drafts.put(database, replace(draft, content=typed.over(draft.content), time=time))

    def settle(self, database: sqlite3.Connection, note_id: str) -> Revision | None:
        """Make a revision of this session's draft; None when there is no draft or nothing in it to keep."""
        draft = drafts.find(database, note_id, self.session)
        return drafts.settle(database, draft) if draft else None

    def settle_all(self, database: sqlite3.Connection, among: Set[str] | None = None) -> tuple[Revision, ...]:
        """Settle every draft of this session, or those of some notes, and return the revisions that came of them."""
        typed = drafts.of_sessions(database, [self.session])
        wanted = [draft for draft in typed if among is None or draft.note in among]
        return tuple(revision for draft in wanted if (revision := drafts.settle(database, draft)))

    def unsettled(self, database: sqlite3.Connection) -> tuple[Draft, ...]:
        """Return the drafts of this session that `settle_all` would make revisions of, in that order."""
        typed = drafts.of_sessions(database, [self.session])
        return tuple(draft for draft in typed if drafts.has_news(database, draft))

    def other_versions(self, database: sqlite3.Connection, note_id: str) -> tuple[Revision, ...]:
        """Return the heads of a note beside the one that it shows this session, or that is typed over."""
        heads = revisions.heads(database, note_id)
        draft = drafts.find(database, note_id, self.session) or drafts.beside(database, note_id)
        shown = draft.base if draft else next((head.id for head in heads), "")
        said = revisions.find(database, shown)
        return tuple(head for head in heads if not head.deleted and head.id != shown and not head.says_as(said))

    def revise(
        self, database: sqlite3.Connection, note_id: str, seen: tuple[str, ...], *, deleted: bool
    ) -> Revision | None:
        """Say anew what the note says, deleted or not, in place of the revisions `seen` (empty: of all its heads).

        None when there is no such note or it is so already.
        """
        heads = revisions.heads(database, note_id)
        if not heads or heads[0].deleted == deleted:
            return None
        parents = seen or tuple(head.id for head in heads)
        content = revisions.find(database, parents[0]) or heads[0].content
        hand = self.hand()
        revision = hand.revision(note_id, parents, content, deleted=deleted)
        with steps.step(database, hand.time, [note_id]):
            deriving.add(database, revision)
        return revision

    def restore(self, database: sqlite3.Connection, note_id: str) -> Revision | None:
        """Bring a deleted note back: as what this session types in it now, else as it last was. None as in `revise`."""
        heads = revisions.heads(database, note_id)
        if not heads or not heads[0].deleted:
            return None
        return self.settle(database, note_id) or self.revise(database, note_id, (), deleted=False)

    def _new_draft(
        self, database: sqlite3.Connection, note_id: str, seen: tuple[str, ...], time: datetime.datetime
    ) -> Draft:
        base = next(iter(seen or (head.id for head in revisions.heads(database, note_id))), "")
        return Draft(
            note=note_id,
            session=self.session,
            base=base,
            time=time,
            author=self.author,
            device=self.device,
            content=self._origin(database, note_id, base, time),
        )

    def _origin(self, database: sqlite3.Connection, note_id: str, base: str, time: datetime.datetime) -> Content:
        """Return what the draft starts from: its base, what another window types in the same new note, or nothing."""
        beside = None if base else drafts.beside(database, note_id)
        known = beside.content if beside else revisions.find(database, base)
        return known or Content(anchor=Anchor("", ""), text="", created=time, creator=self.author)
