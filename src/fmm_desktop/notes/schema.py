"""The tables of the notes, their number, and the steps from one number to the next.

`revision` and `parent` are only ever added to; triggers see to it, and let go only what is `thrown_away`. `draft` holds
what is being typed, one row for each note and session (a session is one open store). `note` is derived from the
revisions and can be rebuilt. `step` and `stepped` tell what the reader did, for who wants to undo it.
What a revision says stands in `fields` as JSON, so that a new kind of content needs no new column, but a new number: a
program that does not know it would leave it out of the next revision, and must refuse the file.
"""

import sqlite3
from collections.abc import Callable, Sequence
from contextlib import closing

APPLICATION_ID = 0x464D4D4E  # "FMMN"

_FIRST = """
CREATE TABLE meta (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;

CREATE TABLE revision (
    seq INTEGER PRIMARY KEY AUTOINCREMENT,  -- the order of arrival here; never goes back, unlike a clock
    id TEXT NOT NULL UNIQUE,
    note TEXT NOT NULL,
    time TEXT NOT NULL,                     -- UTC, fixed width, so that it sorts as text
    author TEXT NOT NULL,
    device TEXT NOT NULL,
    deleted INTEGER NOT NULL CHECK (deleted IN (0, 1)),
    fields TEXT NOT NULL
);
CREATE INDEX revision_of_note ON revision (note);

-- A parent need not be here: a colleague may send a later revision without the earlier ones.
CREATE TABLE parent (
    revision TEXT NOT NULL REFERENCES revision (id),
    parent TEXT NOT NULL,
    PRIMARY KEY (revision, parent)
) WITHOUT ROWID;
CREATE INDEX child_of_parent ON parent (parent);

CREATE TRIGGER revision_is_never_changed BEFORE UPDATE ON revision
BEGIN SELECT RAISE(ABORT, 'a revision is never changed'); END;
CREATE TRIGGER revision_is_never_removed BEFORE DELETE ON revision
BEGIN SELECT RAISE(ABORT, 'a revision is never removed'); END;
CREATE TRIGGER parent_is_never_changed BEFORE UPDATE ON parent
BEGIN SELECT RAISE(ABORT, 'a parent is never changed'); END;
CREATE TRIGGER parent_is_never_removed BEFORE DELETE ON parent
BEGIN SELECT RAISE(ABORT, 'a parent is never removed'); END;

CREATE TABLE draft (
    note TEXT NOT NULL,
    session TEXT NOT NULL,
    base TEXT NOT NULL,                     -- the revision that it was typed over; empty for a new note
    dossier TEXT NOT NULL,
    topic TEXT NOT NULL,
    time TEXT NOT NULL,
    author TEXT NOT NULL,
    device TEXT NOT NULL,
    fields TEXT NOT NULL,
    PRIMARY KEY (note, session)
);

CREATE TABLE note (
    note TEXT PRIMARY KEY,
    revision TEXT NOT NULL,                 -- the revision that is shown
    dossier TEXT NOT NULL,
    topic TEXT NOT NULL,
    changed TEXT NOT NULL,
    conflict INTEGER NOT NULL,
    deleted INTEGER NOT NULL,
    fields TEXT NOT NULL
);
CREATE INDEX note_on_topic ON note (dossier, topic);
"""

# From here on notes have a kind and a status, which stand in `fields` of a revision, a draft and a note unless they are
# the first of each. The rows of before mean those, and stay as they are.
_KIND_AND_STATUS = "-- no table changes"

# From here on a note may hang on words, and has labels, a proposed wording and what an import said of it: all of it in
# `fields`, which a program of before would lose.
_WORDS_AND_LABELS = "-- no table changes"

# From here on each step of the reader can be undone, and what is in the bin thrown away: the one way in which revisions
# go, of notes that are remembered as thrown away.
_STEPS_AND_BIN = """
CREATE TABLE step (
    number INTEGER PRIMARY KEY AUTOINCREMENT,
    what TEXT NOT NULL,
    time TEXT NOT NULL,
    notes INTEGER NOT NULL,                 -- how many it has in "stepped"
    undone INTEGER NOT NULL DEFAULT 0
);
CREATE TABLE stepped (
    step INTEGER NOT NULL REFERENCES step (number) ON DELETE CASCADE,
    place INTEGER NOT NULL,
    note TEXT NOT NULL,
    before TEXT NOT NULL,                   -- the ids of the heads as JSON, the one that is shown first
    after TEXT NOT NULL,
    PRIMARY KEY (step, place)
) WITHOUT ROWID;
CREATE INDEX step_of_note ON stepped (note);

CREATE TABLE thrown_away (note TEXT PRIMARY KEY, time TEXT NOT NULL) WITHOUT ROWID;
CREATE INDEX note_in_bin ON note (changed) WHERE deleted = 1;

DROP TRIGGER revision_is_never_removed;
CREATE TRIGGER revision_is_never_removed BEFORE DELETE ON revision
WHEN NOT EXISTS (SELECT 1 FROM thrown_away WHERE note = OLD.note)
BEGIN SELECT RAISE(ABORT, 'a revision is never removed'); END;
DROP TRIGGER parent_is_never_removed;
CREATE TRIGGER parent_is_never_removed BEFORE DELETE ON parent
WHEN NOT EXISTS (
    SELECT 1 FROM revision JOIN thrown_away ON thrown_away.note = revision.note WHERE revision.id = OLD.revision
)
BEGIN SELECT RAISE(ABORT, 'a parent is never removed'); END;
"""

MIGRATIONS: tuple[str, ...] = (_FIRST, _KIND_AND_STATUS, _WORDS_AND_LABELS, _STEPS_AND_BIN)
"""The step at place n leads from schema number n to n + 1; a new file takes them all."""


def number(connection: sqlite3.Connection) -> int:
    """Return the schema number of the file, 0 for a new one."""
    return int(connection.execute("PRAGMA user_version").fetchone()[0])


def is_ours(connection: sqlite3.Connection) -> bool:
    """Tell whether the file is one of ours, or an empty one that can become so."""
    application = int(connection.execute("PRAGMA application_id").fetchone()[0])
    tables = int(connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()[0])
    return application == APPLICATION_ID if tables else number(connection) == 0


def is_whole(connection: sqlite3.Connection) -> bool:
    """Tell whether the tables, indexes and triggers are those of the schema number of the file, to the letter."""
    with closing(sqlite3.connect(":memory:")) as model:
        for statements in MIGRATIONS[: number(connection)]:
            model.executescript(statements)
        return _definitions(model) == _definitions(connection)


def upgrade(
    connection: sqlite3.Connection,
    migrations: Sequence[str] | None = None,
    before: Callable[[int], object] = lambda _number: None,
) -> None:
    """Bring the file to the newest schema number, in one transaction for each step.

    `before` is called with the present number before an existing file is changed: the moment for a backup.
    """
    present = number(connection)
    migrations = MIGRATIONS if migrations is None else migrations
    if 0 < present < len(migrations):
        before(present)
    for step, statements in enumerate(migrations[present:], start=present + 1):
        connection.executescript(
            f"BEGIN IMMEDIATE; {statements}\n;"
            f"PRAGMA application_id = {APPLICATION_ID}; PRAGMA user_version = {step}; COMMIT;"
        )


def _definitions(connection: sqlite3.Connection) -> set[tuple[str, ...]]:
    return set(connection.execute("SELECT type, name, tbl_name, sql FROM sqlite_schema").fetchall())
