-- A database as version 2 of the schema wrote it. Never edited: the next version adds a file beside this one.
BEGIN TRANSACTION;
CREATE TABLE app_state (
    name TEXT PRIMARY KEY,
    value TEXT NOT NULL
);
INSERT INTO "app_state" VALUES('open_conversation','c1');
CREATE TABLE conversations (
    n INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    title TEXT NOT NULL,
    created REAL NOT NULL,
    updated REAL NOT NULL,
    head INTEGER REFERENCES messages (n) DEFERRABLE INITIALLY DEFERRED,
    pinned INTEGER NOT NULL DEFAULT 0,
    archived INTEGER NOT NULL DEFAULT 0
);
INSERT INTO "conversations" VALUES(1,'c1','Why is the sky blue?',1000.0,1002.0,2,0,0);
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
    data TEXT,
    UNIQUE (message, position)
);
INSERT INTO "parts" VALUES(1,1,0,'text','Why is the sky blue?',NULL);
INSERT INTO "parts" VALUES(2,2,0,'reasoning','Rayleigh','{"summary": true}');
INSERT INTO "parts" VALUES(3,2,1,'text','Because of scattering. 🙂',NULL);
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
COMMIT;
PRAGMA user_version = 2;
