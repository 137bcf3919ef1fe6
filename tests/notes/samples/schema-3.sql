-- A file of notes as the program with schema number 3 left it: a note on words with two versions, one that was
-- deleted, an amendment, and a draft.
PRAGMA application_id = 1179471182;
PRAGMA user_version = 3;
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
INSERT INTO "draft" VALUES('3b0586f5-3e63-4ae2-a22f-a768ef43ce92','ccf25aa8-f714-47d7-94c8-a3b429f97ced','','fmm','nar/china','2025-12-01T09:00:09.000000+00:00','reader','laptop','{"anchor":{"dossier":"fmm","topic":"nar/china"},"text":"half een woo","created":"2025-12-01T09:00:09Z","creator":"reader"}');
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
INSERT INTO "note" VALUES('db063c90-21d9-4fb4-b439-fb24edc4026c','148d45d3-9265-4bdb-a795-bbd218d1f050','fmm','nar/oekraine','2025-12-01T09:00:05.000000+00:00',1,0,'{"anchor":{"dossier":"fmm","topic":"nar/oekraine","passage":"p1","quote":"Nederland blijft Oekraïne steunen.","words":{"exact":"blijft Oekraïne ","prefix":"Nederland ","suffix":"steunen.","start":10,"end":26}},"text":"verwelkomt","created":"2025-12-01T09:00:03Z","creator":"reader","labels":["inzet"]}');
INSERT INTO "note" VALUES('78275f58-da70-402a-90e8-f0788a398d03','64d818b5-c844-4273-b543-60bcbe8b2d16','fmm','nar/china','2025-12-01T09:00:07.000000+00:00',0,1,'{"anchor":{"dossier":"fmm","topic":"nar/china"},"text":"weg","created":"2025-12-01T09:00:06Z","creator":"reader"}');
INSERT INTO "note" VALUES('8c273fac-a78c-4d09-ad46-f9defbb5d8a1','0cd2aa43-73e1-4d39-a8a4-42c99189811a','fmm','nar/china','2025-12-01T09:00:08.000000+00:00',0,0,'{"anchor":{"dossier":"fmm","topic":"nar/china"},"text":"beter: *spreekt*","created":"2025-12-01T09:00:08Z","creator":"reader","kind":"amendment","status":"cleared","wording":"zegt toe"}');
CREATE TABLE parent (
    revision TEXT NOT NULL REFERENCES revision (id),
    parent TEXT NOT NULL,
    PRIMARY KEY (revision, parent)
) WITHOUT ROWID;
INSERT INTO "parent" VALUES('64d818b5-c844-4273-b543-60bcbe8b2d16','692d7118-2326-4b2a-b78c-a9d8e9f3a8df');
INSERT INTO "parent" VALUES('148d45d3-9265-4bdb-a795-bbd218d1f050','86146fff-9143-4ea9-87fe-5be36bb64327');
INSERT INTO "parent" VALUES('68e7e044-98d0-49b7-83f5-5e45a7ebb2fc','86146fff-9143-4ea9-87fe-5be36bb64327');
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
INSERT INTO "revision" VALUES(1,'86146fff-9143-4ea9-87fe-5be36bb64327','db063c90-21d9-4fb4-b439-fb24edc4026c','2025-12-01T09:00:03.000000+00:00','reader','laptop',0,'{"anchor":{"dossier":"fmm","topic":"nar/oekraine","passage":"p1","quote":"Nederland blijft Oekraïne steunen.","words":{"exact":"blijft Oekraïne ","prefix":"Nederland ","suffix":"steunen.","start":10,"end":26}},"text":"steunt","created":"2025-12-01T09:00:03Z","creator":"reader","labels":["inzet"]}');
INSERT INTO "revision" VALUES(2,'68e7e044-98d0-49b7-83f5-5e45a7ebb2fc','db063c90-21d9-4fb4-b439-fb24edc4026c','2025-12-01T09:00:04.000000+00:00','reader','laptop',0,'{"anchor":{"dossier":"fmm","topic":"nar/oekraine","passage":"p1","quote":"Nederland blijft Oekraïne steunen.","words":{"exact":"blijft Oekraïne ","prefix":"Nederland ","suffix":"steunen.","start":10,"end":26}},"text":"steunt niet","created":"2025-12-01T09:00:03Z","creator":"reader","labels":["inzet"]}');
INSERT INTO "revision" VALUES(3,'148d45d3-9265-4bdb-a795-bbd218d1f050','db063c90-21d9-4fb4-b439-fb24edc4026c','2025-12-01T09:00:05.000000+00:00','reader','desktop',0,'{"anchor":{"dossier":"fmm","topic":"nar/oekraine","passage":"p1","quote":"Nederland blijft Oekraïne steunen.","words":{"exact":"blijft Oekraïne ","prefix":"Nederland ","suffix":"steunen.","start":10,"end":26}},"text":"verwelkomt","created":"2025-12-01T09:00:03Z","creator":"reader","labels":["inzet"]}');
INSERT INTO "revision" VALUES(4,'692d7118-2326-4b2a-b78c-a9d8e9f3a8df','78275f58-da70-402a-90e8-f0788a398d03','2025-12-01T09:00:06.000000+00:00','reader','laptop',0,'{"anchor":{"dossier":"fmm","topic":"nar/china"},"text":"weg","created":"2025-12-01T09:00:06Z","creator":"reader"}');
INSERT INTO "revision" VALUES(5,'64d818b5-c844-4273-b543-60bcbe8b2d16','78275f58-da70-402a-90e8-f0788a398d03','2025-12-01T09:00:07.000000+00:00','reader','laptop',1,'{"anchor":{"dossier":"fmm","topic":"nar/china"},"text":"weg","created":"2025-12-01T09:00:06Z","creator":"reader"}');
INSERT INTO "revision" VALUES(6,'0cd2aa43-73e1-4d39-a8a4-42c99189811a','8c273fac-a78c-4d09-ad46-f9defbb5d8a1','2025-12-01T09:00:08.000000+00:00','reader','laptop',0,'{"anchor":{"dossier":"fmm","topic":"nar/china"},"text":"beter: *spreekt*","created":"2025-12-01T09:00:08Z","creator":"reader","kind":"amendment","status":"cleared","wording":"zegt toe"}');
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
