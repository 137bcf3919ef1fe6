"""What is being typed: one durable row for each note and session, until it becomes a revision.

A session is one open store. Each session types over the revision that its reader saw (`base`), so that two windows
that type in one note end as two heads, and nothing is overwritten.
"""

import datetime
import sqlite3
from collections.abc import Iterable

from msgspec import Struct

from fmm_desktop.notes import deriving, revisions, steps
from fmm_desktop.notes.note import Content, Revision


class Draft(Struct, frozen=True, kw_only=True):
    """What is being typed in a note; `base` is the id of the revision under it, empty for a new note."""

    note: str
    session: str
    base: str
    time: datetime.datetime
    author: str
    device: str
    content: Content


_COLUMNS = "note, session, base, time, author, device, fields"


def put(connection: sqlite3.Connection, draft: Draft) -> None:
    """Write the draft, over an earlier one of the same note and session."""
    fields = revisions.encode(draft.content)
    anchor = revisions.decode(fields).anchor
    connection.execute(
        f"INSERT OR REPLACE INTO draft ({_COLUMNS}, dossier, topic) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (
            draft.note,
            draft.session,
            draft.base,
            revisions.stamp(draft.time),
            draft.author,
            draft.device,
            fields,
            anchor.dossier,
            anchor.topic,
        ),
    )


def find(connection: sqlite3.Connection, note_id: str, session: str) -> Draft | None:
    """Return the draft of a session on a note, or None."""
    query = f"SELECT {_COLUMNS} FROM draft WHERE note = ? AND session = ?"
    row = connection.execute(query, (note_id, session)).fetchone()
    return _draft(row) if row else None


def beside(connection: sqlite3.Connection, note_id: str) -> Draft | None:
    """Return the draft of a note that was written last, in whatever session, or None."""
    query = f"SELECT {_COLUMNS} FROM draft WHERE note = ? ORDER BY time DESC, rowid DESC LIMIT 1"
    row = connection.execute(query, (note_id,)).fetchone()
    return _draft(row) if row else None


def of_sessions(connection: sqlite3.Connection, sessions: Iterable[str]) -> tuple[Draft, ...]:
    """Return the drafts of these sessions, the oldest first."""
    found: list[Draft] = []
    for session in sessions:
        query = f"SELECT {_COLUMNS} FROM draft WHERE session = ? ORDER BY time, rowid"
        found += map(_draft, connection.execute(query, (session,)).fetchall())
    return tuple(found)


def sessions(connection: sqlite3.Connection) -> frozenset[str]:
    """Return the sessions that have a draft."""
    return frozenset(row[0] for row in connection.execute("SELECT DISTINCT session FROM draft").fetchall())


def settle(connection: sqlite3.Connection, draft: Draft) -> Revision | None:
    """Make a revision of the draft and drop it; return the revision, or None when there was nothing to keep.

    A draft that says what its base says already, and a new note with nothing but blanks, leave no revision. One over a
    deletion always does: to type in a deleted note brings it back.
    """
    connection.execute("DELETE FROM draft WHERE note = ? AND session = ?", (draft.note, draft.session))
    if not has_news(connection, draft):
        return None
    revision = Revision(
        id=revisions.new_id(),
        note=draft.note,
        parents=(draft.base,) if draft.base else (),
        time=draft.time,
        author=draft.author,
        device=draft.device,
        content=draft.content,
    )
    with steps.step(connection, draft.time, [draft.note]):
        deriving.add(connection, revision)
    return revision


def has_news(connection: sqlite3.Connection, draft: Draft) -> bool:
    """Tell whether a draft says anything to keep."""
    if not draft.base:
        return bool((draft.content.text + draft.content.wording).strip())
    said = revisions.find(connection, draft.base)
    return draft.content != said or revisions.deletes(connection, draft.base)


def _draft(row: tuple[str, ...]) -> Draft:
    return Draft(
        note=row[0],
        session=row[1],
        base=row[2],
        time=revisions.moment(row[3]),
        author=row[4],
        device=row[5],
        content=revisions.decode(row[6]),
    )
