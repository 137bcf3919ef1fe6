-- A file of notes as the program with schema number 1 left it: a note with two versions, one that was deleted,
-- one more, and a draft.
PRAGMA application_id = 1179471182;
PRAGMA user_version = 1;
BEGIN TRANSACTION;
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
INSERT INTO "draft" VALUES('b540f410-2bb0-41d5-8f01-95f43cf51fcc','52cc9a3d-c88f-45de-a0a1-b52fccd9024d','','fmm','nar/china','2025-12-01T09:00:09.000000+00:00','reader','laptop','{"anchor":{"dossier":"fmm","topic":"nar/china","passage":"","edition":1,"quote":""},"text":"half een woo","created":"2025-12-01T09:00:09Z","creator":"reader"}');
CREATE TABLE meta (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
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
INSERT INTO "note" VALUES('9fea54af-0f3d-4ed2-a5d5-b31729e5ad65','0ed4bd56-f8db-4c08-80cc-68955ab9bba6','fmm','nar/oekraine','2025-12-01T09:00:05.000000+00:00',1,0,'{"anchor":{"dossier":"fmm","topic":"nar/oekraine","passage":"p1","edition":1,"quote":"Nederland blijft Oekraïne steunen."},"text":"verwelkomt","created":"2025-12-01T09:00:02Z","creator":"reader"}');
INSERT INTO "note" VALUES('fc96794b-b737-46c6-bbe5-23ad647d7171','fa6b399a-ee59-419c-9441-1b8391aa0a58','fmm','nar/china','2025-12-01T09:00:07.000000+00:00',0,1,'{"anchor":{"dossier":"fmm","topic":"nar/china","passage":"","edition":1,"quote":""},"text":"weg","created":"2025-12-01T09:00:06Z","creator":"reader"}');
INSERT INTO "note" VALUES('c7707e03-4c35-4d23-9a07-3517118dbaf3','506c2477-7344-41b0-900c-b78ab751cad6','fmm','nar/china','2025-12-01T09:00:08.000000+00:00',0,0,'{"anchor":{"dossier":"fmm","topic":"nar/china","passage":"","edition":1,"quote":""},"text":"wie *spreekt* er?","created":"2025-12-01T09:00:08Z","creator":"reader"}');
CREATE TABLE parent (
    revision TEXT NOT NULL REFERENCES revision (id),
    parent TEXT NOT NULL,
    PRIMARY KEY (revision, parent)
) WITHOUT ROWID;
INSERT INTO "parent" VALUES('fa6b399a-ee59-419c-9441-1b8391aa0a58','99dcdc1a-412a-44a3-a270-4edc14b12b2e');
INSERT INTO "parent" VALUES('0ed4bd56-f8db-4c08-80cc-68955ab9bba6','ffd82d86-f7fe-4ca8-a449-70a1aa76e70c');
INSERT INTO "parent" VALUES('97cc79ff-1815-4934-944e-028f55be5d8d','ffd82d86-f7fe-4ca8-a449-70a1aa76e70c');
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
INSERT INTO "revision" VALUES(1,'ffd82d86-f7fe-4ca8-a449-70a1aa76e70c','9fea54af-0f3d-4ed2-a5d5-b31729e5ad65','2025-12-01T09:00:02.000000+00:00','reader','laptop',0,'{"anchor":{"dossier":"fmm","topic":"nar/oekraine","passage":"p1","edition":1,"quote":"Nederland blijft Oekraïne steunen."},"text":"steunt","created":"2025-12-01T09:00:02Z","creator":"reader"}');
INSERT INTO "revision" VALUES(2,'97cc79ff-1815-4934-944e-028f55be5d8d','9fea54af-0f3d-4ed2-a5d5-b31729e5ad65','2025-12-01T09:00:04.000000+00:00','reader','laptop',0,'{"anchor":{"dossier":"fmm","topic":"nar/oekraine","passage":"p1","edition":1,"quote":"Nederland blijft Oekraïne steunen."},"text":"steunt niet","created":"2025-12-01T09:00:02Z","creator":"reader"}');
INSERT INTO "revision" VALUES(3,'0ed4bd56-f8db-4c08-80cc-68955ab9bba6','9fea54af-0f3d-4ed2-a5d5-b31729e5ad65','2025-12-01T09:00:05.000000+00:00','reader','desktop',0,'{"anchor":{"dossier":"fmm","topic":"nar/oekraine","passage":"p1","edition":1,"quote":"Nederland blijft Oekraïne steunen."},"text":"verwelkomt","created":"2025-12-01T09:00:02Z","creator":"reader"}');
INSERT INTO "revision" VALUES(4,'99dcdc1a-412a-44a3-a270-4edc14b12b2e','fc96794b-b737-46c6-bbe5-23ad647d7171','2025-12-01T09:00:06.000000+00:00','reader','laptop',0,'{"anchor":{"dossier":"fmm","topic":"nar/china","passage":"","edition":1,"quote":""},"text":"weg","created":"2025-12-01T09:00:06Z","creator":"reader"}');
INSERT INTO "revision" VALUES(5,'fa6b399a-ee59-419c-9441-1b8391aa0a58','fc96794b-b737-46c6-bbe5-23ad647d7171','2025-12-01T09:00:07.000000+00:00','reader','laptop',1,'{"anchor":{"dossier":"fmm","topic":"nar/china","passage":"","edition":1,"quote":""},"text":"weg","created":"2025-12-01T09:00:06Z","creator":"reader"}');
INSERT INTO "revision" VALUES(6,'506c2477-7344-41b0-900c-b78ab751cad6','c7707e03-4c35-4d23-9a07-3517118dbaf3','2025-12-01T09:00:08.000000+00:00','reader','laptop',0,'{"anchor":{"dossier":"fmm","topic":"nar/china","passage":"","edition":1,"quote":""},"text":"wie *spreekt* er?","created":"2025-12-01T09:00:08Z","creator":"reader"}');
CREATE INDEX revision_of_note ON revision (note);
CREATE INDEX child_of_parent ON parent (parent);
CREATE TRIGGER revision_is_never_changed BEFORE UPDATE ON revision
BEGIN SELECT RAISE(ABORT, 'a revision is never changed'); END;
CREATE TRIGGER revision_is_never_removed BEFORE DELETE ON revision
BEGIN SELECT RAISE(ABORT, 'a revision is never removed'); END;
CREATE TRIGGER parent_is_never_changed BEFORE UPDATE ON parent
BEGIN SELECT RAISE(ABORT, 'a parent is never changed'); END;
CREATE TRIGGER parent_is_never_removed BEFORE DELETE ON parent
BEGIN SELECT RAISE(ABORT, 'a parent is never removed'); END;
CREATE INDEX note_on_topic ON note (dossier, topic);
COMMIT;
