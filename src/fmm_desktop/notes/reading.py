"""The notes as a reader sees them: what the newest revision says, or what is being typed over it.

A reader sees his own draft first, else the newest draft of another window, else the note itself.
"""

import sqlite3
from typing import NamedTuple

from fmm_desktop.notes import revisions
from fmm_desktop.notes.note import Note


class Scope(NamedTuple):
    """Which notes: those of a dossier, on a topic of it, or one; each a condition on `note` and `draft` alike."""

    condition: str
    values: dict[str, str]


def dossier(dossier_id: str) -> Scope:
    """All notes of a dossier."""
    return Scope("{table}.dossier = :dossier", {"dossier": dossier_id})


def everywhere() -> Scope:
    """All notes of all dossiers."""
    return Scope("TRUE", {})


def topic(dossier_id: str, topic_path: str) -> Scope:
    """The notes on a topic, those on its passages included."""
    return Scope("{table}.dossier = :dossier AND {table}.topic = :topic", {"dossier": dossier_id, "topic": topic_path})


def one(note_id: str) -> Scope:
    """One note."""
    return Scope("{table}.note = :note", {"note": note_id})


# A draft of another window on a note that was deleted meanwhile comes back when it is settled, not before.
_CURRENT = """
    SELECT {settled} FROM note
    WHERE {note} AND deleted = 0 AND NOT EXISTS (SELECT 1 FROM draft WHERE draft.note = note.note)
    UNION ALL
    SELECT {drafted} FROM draft LEFT JOIN note ON note.note = draft.note
    WHERE {draft} AND (draft.session = :session OR coalesce(note.deleted, 0) = 0)
    AND NOT EXISTS (
        SELECT 1 FROM draft AS better WHERE better.note = draft.note
        AND (better.session = :session, better.time, better.session)
            > (draft.session = :session, draft.time, draft.session)
    )
"""
_NOTE = "note.note, note.fields, note.changed, note.revision, note.conflict, 0"
_DRAFT = "draft.note, draft.fields, draft.time, coalesce(note.revision, ''), coalesce(note.conflict, 0), 1"


def notes(connection: sqlite3.Connection, scope: Scope, session: str) -> tuple[Note, ...]:
    """Return the notes within `scope`, the first made first, as `session` sees them."""
    rows = connection.execute(_query(scope, _NOTE, _DRAFT), scope.values | {"session": session}).fetchall()
    return tuple(sorted((_note(row) for row in rows), key=lambda note: (note.created, note.id)))


def versions(connection: sqlite3.Connection, dossier_id: str, session: str) -> dict[str, str]:
    """Return by note of a dossier what is another when the note is another: far quicker than the notes themselves."""
    scope = dossier(dossier_id)
    settled = "note.note, note.changed || note.conflict || note.revision"
    query = _query(scope, settled, "draft.note, draft.time || draft.session")
    return dict(connection.execute(query, scope.values | {"session": session}).fetchall())


def disputed(connection: sqlite3.Connection, dossier_id: str) -> tuple[str, ...]:
    """Return the notes of a dossier, by id, of which two newest revisions say different things."""
    query = "SELECT note FROM note WHERE dossier = ? AND conflict AND NOT deleted"
    return tuple(note for (note,) in connection.execute(query, (dossier_id,)))


def counts(connection: sqlite3.Connection, dossier_id: str, session: str) -> dict[str, int]:
    """Return how many notes each topic of a dossier has, by path; a topic without notes is not in it."""
    scope = dossier(dossier_id)
    query = f"SELECT topic, count(*) FROM ({_query(scope, 'note.topic', 'draft.topic')}) GROUP BY topic"
    return dict(connection.execute(query, scope.values | {"session": session}).fetchall())


def dossier_counts(connection: sqlite3.Connection, session: str) -> dict[str, int]:
    """Return how many notes each dossier has, by id; a dossier without notes is not in it."""
    query = f"SELECT dossier, count(*) FROM ({_query(everywhere(), 'note.dossier', 'draft.dossier')}) GROUP BY dossier"
    return dict(connection.execute(query, {"session": session}).fetchall())


def _query(scope: Scope, settled: str, drafted: str) -> str:
    return _CURRENT.format(
        settled=settled,
        drafted=drafted,
        note=scope.condition.format(table="note"),
        draft=scope.condition.format(table="draft"),
    )


def _note(row: tuple[str, str, str, str, int, int]) -> Note:
    note_id, fields, changed, revision, conflict, draft = row
    content = revisions.decode(fields)
    return Note(
        id=note_id,
        anchor=content.anchor,
        text=content.text,
        author=content.creator,
        created=content.created,
        changed=revisions.moment(changed),
        traits=content.traits,
        extra=content.extra,
        revision=revision,
        draft=bool(draft),
        conflict=bool(conflict),
    )
