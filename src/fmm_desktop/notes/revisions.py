"""How revisions become notes: pure functions from rows to rows, each within the caller's transaction.

The heads of a note are its revisions that no other revision replaces. The note shows its newest head; a head that
still says something goes before one that deletes, so that a deletion never hides what was written at the same time.
"""

import datetime
import sqlite3
import uuid
from collections.abc import Iterable, Sequence
from typing import Any

import msgspec

from fmm_desktop.notes.note import Content, Revision
from fmm_desktop.notes.trouble import DamagedError

_HEADS = """
    SELECT id, time, author, device, deleted, fields FROM revision AS r
    WHERE note = ? AND NOT EXISTS (
        -- of the same note: what an import claims to replace must not hide another one
        SELECT 1 FROM parent JOIN revision AS child ON child.id = parent.revision
        WHERE parent.parent = r.id AND child.note = r.note
    )
    ORDER BY deleted, time DESC, seq DESC
"""
_ONE = "SELECT id, time, author, device, deleted, fields FROM revision WHERE note = ? AND id = ?"
_HISTORY = "SELECT id, time, author, device, deleted, fields FROM revision WHERE note = ? ORDER BY seq"

_decoder = msgspec.json.Decoder(Content)


def new_id() -> str:
    """Return an id that nobody has."""
    return str(uuid.uuid4())


def encode(content: Content) -> str:
    """Return `content` as JSON; half characters (lone surrogates), which no file can hold, become U+FFFD."""
    try:
        return msgspec.json.encode(content).decode()
    except UnicodeEncodeError:
        return msgspec.json.encode(_whole(content)).decode()


def decode(fields: object) -> Content:
    """Return what `encode` was given. Raises msgspec.MsgspecError or DamagedError when the row is damaged."""
    if not isinstance(fields, str):
        raise DamagedError(fields)
    return _decoder.decode(fields)


def whole(text: str) -> str:
    """Return `text` with pairs of surrogates joined and lone ones replaced by U+FFFD."""
    try:
        text.encode()
    except UnicodeEncodeError:
        return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
    return text


def moment(stamped: object) -> datetime.datetime:
    """Return the time that `stamp` was given, in UTC. Raises DamagedError when the row is damaged."""
    try:
        time = datetime.datetime.fromisoformat(str(stamped))
    except ValueError as error:
        raise DamagedError(stamped) from error
    if time.tzinfo is None:
        raise DamagedError(stamped)
    return time


def stamp(time: datetime.datetime) -> str:
    """Return an aware `time` as UTC text of fixed width."""
    return time.astimezone(datetime.UTC).isoformat(timespec="microseconds")


def add(connection: sqlite3.Connection, revision: Revision) -> None:
    """Write a revision that was made here, and bring its note up to date; the note is thrown away no longer."""
    connection.execute("DELETE FROM thrown_away WHERE note = ?", (revision.note,))
    _write(connection, revision)
    derive(connection, revision.note)


def _write(connection: sqlite3.Connection, revision: Revision) -> bool:
    """Write a revision; return False, and change nothing, when it is here already."""
    if connection.execute("SELECT 1 FROM revision WHERE id = ?", (revision.id,)).fetchone():
        return False
    connection.execute(
        "INSERT INTO revision (id, note, time, author, device, deleted, fields) VALUES (?, ?, ?, ?, ?, ?, ?)",
        (
            revision.id,
            revision.note,
            stamp(revision.time),
            revision.author,
            revision.device,
            revision.deleted,
            encode(revision.content),
        ),
    )
    connection.executemany("INSERT INTO parent VALUES (?, ?)", [(revision.id, each) for each in revision.parents])
    return True


def add_all(connection: sqlite3.Connection, revisions: Iterable[Revision]) -> int:
    """Write those of some revisions that are new here, bring their notes up to date, and return how many these are."""
    touched: dict[str, None] = {}
    count = 0
    for revision in revisions:
        if _write(connection, revision):
            touched[revision.note] = None
            count += 1
    for note_id in touched:
        derive(connection, note_id)
    return count


def find(connection: sqlite3.Connection, revision_id: str) -> Content | None:
    """Return what a revision says, or None when it is not here."""
    row = connection.execute("SELECT fields FROM revision WHERE id = ?", (revision_id,)).fetchone()
    return decode(row[0]) if row else None


def deletes(connection: sqlite3.Connection, revision_id: str) -> bool:
    """Tell whether a revision deletes its note."""
    row = connection.execute("SELECT deleted FROM revision WHERE id = ?", (revision_id,)).fetchone()
    return bool(row and row[0])


def get(connection: sqlite3.Connection, revision_id: str) -> Revision | None:
    """Return a revision, or None when it is not here."""
    row = connection.execute("SELECT note FROM revision WHERE id = ?", (revision_id,)).fetchone()
    return _revisions(connection, row[0], _ONE, revision_id)[0] if row else None


def head_ids(connection: sqlite3.Connection, note_id: str) -> tuple[str, ...]:
    """Return the ids of the heads of a note, the one that is shown first."""
    return tuple(row[0] for row in connection.execute(_HEADS, (note_id,)).fetchall())


def heads(connection: sqlite3.Connection, note_id: str) -> tuple[Revision, ...]:
    """Return the revisions of a note that none replaces, the one that is shown first."""
    return _revisions(connection, note_id, _HEADS)


def history(connection: sqlite3.Connection, note_id: str) -> tuple[Revision, ...]:
    """Return all revisions of a note in the order in which they came here."""
    return _revisions(connection, note_id, _HISTORY)


def histories(connection: sqlite3.Connection, note_ids: Sequence[str]) -> dict[str, tuple[Revision, ...]]:
    """Return what `history` gives of each of some notes, a few hundred at most; one that is not here is not in it."""
    some = ", ".join("?" * len(note_ids))
    parents: dict[str, list[str]] = {}
    query = f"SELECT revision, parent FROM parent JOIN revision ON id = revision WHERE note IN ({some}) ORDER BY parent"
    for revision_id, parent in connection.execute(query, note_ids).fetchall():
        parents.setdefault(revision_id, []).append(parent)
    found: dict[str, list[Revision]] = {}
    query = f"SELECT id, time, author, device, deleted, fields, note FROM revision WHERE note IN ({some}) ORDER BY seq"
    for row in connection.execute(query, note_ids).fetchall():
        found.setdefault(row[6], []).append(_revision(row, row[6], tuple(parents.get(row[0], ()))))
    return {note_id: tuple(each) for note_id, each in found.items()}


def derive(connection: sqlite3.Connection, note_id: str) -> None:
    """Write the row of `note` that the revisions of `note_id` lead to."""
    rows = connection.execute(_HEADS, (note_id,)).fetchall()
    revision_id, time, _author, _device, deleted, fields = rows[0]
    said = [(row[4], decode(row[5])) for row in rows]  # what an older program wrote may say the same in other letters
    conflict = any(one != said[0] for one in said)
    anchor = said[0][1].anchor
    connection.execute(
        "INSERT OR REPLACE INTO note (note, revision, dossier, topic, changed, conflict, deleted, fields)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        (note_id, revision_id, anchor.dossier, anchor.topic, time, conflict, deleted, fields),
    )


def rebuild(connection: sqlite3.Connection) -> None:
    """Make the table `note` anew from the revisions alone."""
    connection.execute("DELETE FROM note")
    for (note_id,) in connection.execute("SELECT DISTINCT note FROM revision").fetchall():
        derive(connection, note_id)


def _revisions(connection: sqlite3.Connection, note_id: str, query: str, *more: str) -> tuple[Revision, ...]:
    rows = connection.execute(query, (note_id, *more)).fetchall()
    return tuple(_revision(row, note_id, _parents(connection, row[0])) for row in rows)


def _revision(row: Sequence[Any], note_id: str, parents: tuple[str, ...]) -> Revision:
    return Revision(
        id=row[0],
        note=note_id,
        parents=parents,
        time=moment(row[1]),
        author=row[2],
        device=row[3],
        deleted=bool(row[4]),
        content=decode(row[5]),
    )


def _parents(connection: sqlite3.Connection, revision_id: str) -> tuple[str, ...]:
    rows = connection.execute("SELECT parent FROM parent WHERE revision = ? ORDER BY parent", (revision_id,))
    return tuple(row[0] for row in rows.fetchall())


def _whole(content: Content) -> Content:
    """Return `content` with each text in it made whole."""
    return msgspec.convert(_whole_values(msgspec.to_builtins(content, str_keys=True)), Content)


def _whole_values(value: Any) -> Any:  # noqa: ANN401 - whatever JSON holds
    match value:
        case str():
            return whole(value)
        case dict():
            return {whole(key): _whole_values(each) for key, each in value.items()}
        case list() | tuple():
            return [_whole_values(each) for each in value]
        case _:
            return value
