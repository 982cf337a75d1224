-- A database as version 6 of the schema wrote it. Never edited: the next version adds a file beside this one.
BEGIN TRANSACTION;
CREATE TABLE app_state (
    name TEXT PRIMARY KEY,
    value TEXT NOT NULL
);
INSERT INTO "app_state" VALUES('open_conversation','c1');
INSERT INTO "app_state" VALUES('search_key','0123456789abcdef0123456789abcdef');
CREATE TABLE blobs (n INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, bytes BLOB NOT NULL);
INSERT INTO "blobs" VALUES(1,'b1',X'89504E47');
CREATE TABLE conversations (
    n INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    title TEXT NOT NULL,
    created REAL NOT NULL,
    updated REAL NOT NULL,
    head INTEGER REFERENCES messages (n) DEFERRABLE INITIALLY DEFERRED,
    pinned INTEGER NOT NULL DEFAULT 0,
    archived INTEGER NOT NULL DEFAULT 0
, folder INTEGER REFERENCES folders (n) ON DELETE SET NULL, titled_by TEXT NOT NULL DEFAULT '', origin TEXT);
INSERT INTO "conversations" VALUES(1,'c1','Why is the sky blue?',1000.0,1002.0,2,1,0,1,'model',NULL);
CREATE TABLE draft_parts (
    n INTEGER PRIMARY KEY,
    draft INTEGER NOT NULL REFERENCES drafts (n) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    kind TEXT NOT NULL,
    text TEXT NOT NULL,
    data TEXT,
    blob INTEGER REFERENCES blobs (n),
    UNIQUE (draft, position)
);
INSERT INTO "draft_parts" VALUES(1,1,0,'file','It is dark.','{"name": "night.txt", "media_type": "text/plain", "size": 11}',NULL);
CREATE TABLE drafts (
    n INTEGER PRIMARY KEY,
    conversation INTEGER UNIQUE REFERENCES conversations (n) ON DELETE CASCADE,
    text TEXT NOT NULL,
    changed REAL NOT NULL
);
INSERT INTO "drafts" VALUES(1,1,'And at ni',1003.0);
INSERT INTO "drafts" VALUES(2,NULL,'Something else',1004.0);
CREATE TABLE folders (n INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, name TEXT NOT NULL, position REAL NOT NULL);
INSERT INTO "folders" VALUES(1,'f1','Physics',1.0);
CREATE TABLE kept_sounds (
    n INTEGER PRIMARY KEY,
    message INTEGER NOT NULL REFERENCES messages (n) ON DELETE CASCADE,
    file TEXT NOT NULL,
    start INTEGER NOT NULL,
    stop INTEGER NOT NULL,
    text TEXT NOT NULL,
    pause TEXT NOT NULL,
    voice TEXT NOT NULL,
    language TEXT NOT NULL,
    seconds REAL NOT NULL,
    words TEXT NOT NULL,
    bytes INTEGER NOT NULL,
    heard REAL NOT NULL,
    UNIQUE (message, file)
);
INSERT INTO "kept_sounds" VALUES(1,2,'0f1e2d3c4b5a69788796.flac',0,22,'Because of scattering.','sentence','hibari','en',1.5,'[[0, 0.0], [1, 0.5]]',41000,1006.0);
CREATE TABLE messages (
    n INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    conversation INTEGER NOT NULL REFERENCES conversations (n) ON DELETE CASCADE,
    parent INTEGER REFERENCES messages (n) DEFERRABLE INITIALLY DEFERRED,
    role TEXT NOT NULL,
    state TEXT NOT NULL,
    created REAL NOT NULL,
    model TEXT NOT NULL DEFAULT ''
, heard INTEGER);
INSERT INTO "messages" VALUES(1,'m1',1,NULL,'user','complete',1001.0,'',NULL);
INSERT INTO "messages" VALUES(2,'m2',1,1,'assistant','complete',1002.0,'gpt-5-mini',7);
CREATE TABLE parts (
    n INTEGER PRIMARY KEY,
    message INTEGER NOT NULL REFERENCES messages (n) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    kind TEXT NOT NULL,
    text TEXT NOT NULL,
    data TEXT, blob INTEGER REFERENCES blobs (n),
    UNIQUE (message, position)
);
INSERT INTO "parts" VALUES(1,1,0,'text','Why is the sky blue?',NULL,NULL);
INSERT INTO "parts" VALUES(2,2,0,'reasoning','Rayleigh','{"summary": true}',NULL);
INSERT INTO "parts" VALUES(3,2,1,'text','Because of scattering. 🙂',NULL,NULL);
INSERT INTO "parts" VALUES(4,1,1,'image','','{"name": "sky.png", "media_type": "image/png", "size": 4, "width": 1, "height": 1, "blob": "b1"}',1);
CREATE TABLE prompts (
    n INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    name TEXT NOT NULL,
    text TEXT NOT NULL,
    changed REAL NOT NULL
);
INSERT INTO "prompts" VALUES(1,'p1','Translate','Translate into {{language}}:',1005.0);
CREATE TABLE search_changes (seq INTEGER PRIMARY KEY AUTOINCREMENT, number INTEGER NOT NULL UNIQUE);
INSERT INTO "search_changes" VALUES(1,-1);
INSERT INTO "search_changes" VALUES(2,1);
INSERT INTO "search_changes" VALUES(3,2);
CREATE TABLE stray_sounds (message TEXT PRIMARY KEY, since REAL NOT NULL);
INSERT INTO "stray_sounds" VALUES('m9',1007.0);
CREATE TABLE turns (
    n INTEGER PRIMARY KEY,
    id TEXT NOT NULL,
    message INTEGER NOT NULL REFERENCES messages (n) ON DELETE CASCADE,
    state TEXT NOT NULL,
    started REAL NOT NULL,
    ended REAL,
    first_token_s REAL,
    first_sound_s REAL,
    total_s REAL,
    input_tokens INTEGER,
    output_tokens INTEGER,
    reasoning_tokens INTEGER,
    cached_tokens INTEGER,
    error TEXT NOT NULL DEFAULT ''
);
INSERT INTO "turns" VALUES(1,'0a1b2c3d',2,'complete',1002.0,1006.25,0.5,0.75,4.25,12,34,5,0,'');
CREATE INDEX conversations_by_time ON conversations (updated);
CREATE INDEX conversations_by_head ON conversations (head);
CREATE INDEX messages_by_conversation ON messages (conversation);
CREATE INDEX messages_by_parent ON messages (parent);
CREATE INDEX messages_unfinished ON messages (state) WHERE state = 'streaming';
CREATE INDEX turns_by_message ON turns (message);
CREATE INDEX turns_unfinished ON turns (state) WHERE state = 'streaming'
;
CREATE INDEX parts_by_blob ON parts (blob) WHERE blob IS NOT NULL;
CREATE INDEX draft_parts_by_blob ON draft_parts (blob) WHERE blob IS NOT NULL;
CREATE TRIGGER parts_let_go AFTER DELETE ON parts WHEN old.blob IS NOT NULL BEGIN 
    DELETE FROM blobs WHERE n = old.blob
        AND NOT EXISTS (SELECT 1 FROM parts WHERE blob = old.blob)
        AND NOT EXISTS (SELECT 1 FROM draft_parts WHERE blob = old.blob);
 END;
CREATE TRIGGER draft_parts_let_go AFTER DELETE ON draft_parts WHEN old.blob IS NOT NULL BEGIN 
    DELETE FROM blobs WHERE n = old.blob
        AND NOT EXISTS (SELECT 1 FROM parts WHERE blob = old.blob)
        AND NOT EXISTS (SELECT 1 FROM draft_parts WHERE blob = old.blob);
 END;
CREATE INDEX conversations_by_folder ON conversations (folder) WHERE folder IS NOT NULL;
CREATE UNIQUE INDEX conversations_by_origin ON conversations (origin) WHERE origin IS NOT NULL;
CREATE TRIGGER search_parts_insert AFTER INSERT ON parts WHEN (SELECT state FROM messages WHERE n = new.message) <> 'streaming' BEGIN INSERT OR REPLACE INTO search_changes (number) VALUES (new.message); END;
CREATE TRIGGER search_parts_update AFTER UPDATE OF text ON parts WHEN (SELECT state FROM messages WHERE n = new.message) <> 'streaming' BEGIN INSERT OR REPLACE INTO search_changes (number) VALUES (new.message); END;
CREATE TRIGGER search_messages_update AFTER UPDATE OF state, model ON messages WHEN new.state <> 'streaming' BEGIN INSERT OR REPLACE INTO search_changes (number) VALUES (new.n); END;
CREATE TRIGGER search_messages_delete AFTER DELETE ON messages  BEGIN INSERT OR REPLACE INTO search_changes (number) VALUES (old.n); END;
CREATE TRIGGER search_conversations_insert AFTER INSERT ON conversations  BEGIN INSERT OR REPLACE INTO search_changes (number) VALUES (-new.n); END;
CREATE TRIGGER search_conversations_update AFTER UPDATE OF title ON conversations  BEGIN INSERT OR REPLACE INTO search_changes (number) VALUES (-new.n); END;
CREATE TRIGGER search_conversations_delete AFTER DELETE ON conversations  BEGIN INSERT OR REPLACE INTO search_changes (number) VALUES (-old.n); END;
CREATE TRIGGER messages_leave_sound BEFORE DELETE ON messages
WHEN EXISTS (SELECT 1 FROM kept_sounds WHERE message = old.n)
BEGIN INSERT OR REPLACE INTO stray_sounds (message, since) VALUES (old.id, 0); END;
DELETE FROM "sqlite_sequence";
INSERT INTO "sqlite_sequence" VALUES('search_changes',3);
COMMIT;
PRAGMA user_version = 6;
