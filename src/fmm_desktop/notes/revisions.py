"""The revisions in the file, and which of them are the heads of their notes; `deriving` writes them.

Each function works within the caller's transaction. What can be asked of many notes is asked of many at once.

The heads of a note are its revisions that no other revision replaces. The note shows its newest head; a head that
still says something goes before one that deletes, so that a deletion never hides what was written at the same time.
"""

import datetime
import sqlite3
import uuid
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import Any

import msgspec

from fmm_desktop.notes.note import Content, Revision
from fmm_desktop.notes.progress import Report, silent
from fmm_desktop.notes.trouble import DamagedError

AT_ONCE = 400
"""How many ids stand in one statement: every SQLite takes twice as many."""

_HEADS = """
    SELECT id, time, author, device, deleted, fields, note FROM revision AS r
    WHERE note IN ({some}) AND NOT EXISTS (
        -- of the same note: what an import claims to replace must not hide another one
        SELECT 1 FROM parent JOIN revision AS child ON child.id = parent.revision
        WHERE parent.parent = r.id AND child.note = r.note
    )
    ORDER BY deleted, time DESC, seq DESC
"""
_THOSE = "SELECT id, time, author, device, deleted, fields, note FROM revision WHERE id IN ({some})"
_HISTORY = "SELECT id, time, author, device, deleted, fields, note FROM revision WHERE note IN ({some}) ORDER BY seq"
_PARENTS = "SELECT revision, parent FROM parent WHERE revision IN ({some}) ORDER BY parent"

Heads = Mapping[str, Sequence[Revision]]
"""By note its heads, the one that is shown first."""

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


def asked(connection: sqlite3.Connection, query: str, ids: Collection[str]) -> Iterator[tuple[Any, ...]]:
    """Yield the rows that a query gives of any number of ids, which stand at `{some}` in it, some at a time."""
    for some in in_turn(ids):
        yield from connection.execute(query.format(some=", ".join("?" * len(some))), some).fetchall()


def in_turn(ids: Iterable[str], report: Report = silent) -> Iterator[tuple[str, ...]]:
    """Yield ids, each once, as many at a time as one statement takes; between two of these the work can be stopped."""
    each = tuple(dict.fromkeys(ids))
    for done in range(0, len(each), AT_ONCE):
        report(done / len(each))
        yield each[done : done + AT_ONCE]


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
    return get_all(connection, [revision_id]).get(revision_id)


def get_all(connection: sqlite3.Connection, revision_ids: Collection[str]) -> dict[str, Revision]:
    """Return by id those of some revisions that are here."""
    return {one.id: one for one in _revisions(connection, _THOSE, revision_ids)}


def head_ids(connection: sqlite3.Connection, note_ids: Collection[str]) -> dict[str, tuple[str, ...]]:
    """Return the ids of the heads of some notes, the one that is shown first; a note that is not here has none."""
    found: dict[str, list[str]] = {note_id: [] for note_id in note_ids}
    for row in asked(connection, _HEADS, note_ids):
        found[row[6]].append(row[0])
    return {note_id: tuple(ids) for note_id, ids in found.items()}


def heads(connection: sqlite3.Connection, note_id: str) -> tuple[Revision, ...]:
    """Return the revisions of a note that none replaces, the one that is shown first."""
    return heads_of(connection, [note_id]).get(note_id, ())


def heads_of(connection: sqlite3.Connection, note_ids: Collection[str]) -> dict[str, tuple[Revision, ...]]:
    """Return what `heads` gives of each of some notes; one that is not here is not in it."""
    return _by_note(_revisions(connection, _HEADS, note_ids))


def history(connection: sqlite3.Connection, note_id: str) -> tuple[Revision, ...]:
    """Return all revisions of a note in the order in which they came here."""
    return histories(connection, [note_id]).get(note_id, ())


def histories(connection: sqlite3.Connection, note_ids: Collection[str]) -> dict[str, tuple[Revision, ...]]:
    """Return what `history` gives of each of some notes; one that is not here is not in it."""
    return _by_note(_revisions(connection, _HISTORY, note_ids))


def _revisions(connection: sqlite3.Connection, query: str, ids: Collection[str]) -> list[Revision]:
    rows = list(asked(connection, query, ids))
    parents: dict[str, list[str]] = {}
    for revision_id, parent in asked(connection, _PARENTS, [row[0] for row in rows]):
        parents.setdefault(revision_id, []).append(parent)
    return [_revision(row, row[6], tuple(parents.get(row[0], ()))) for row in rows]


def _by_note(revisions: Iterable[Revision]) -> dict[str, tuple[Revision, ...]]:
    found: dict[str, list[Revision]] = {}
    for one in revisions:
        found.setdefault(one.note, []).append(one)
    return {note_id: tuple(each) for note_id, each in found.items()}


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
