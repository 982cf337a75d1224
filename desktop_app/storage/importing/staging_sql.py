"""The tables of an import's staging file, and the statements that compare it with the history and cut it into batches.

The columns of ``conversations`` behind ``head`` are found out by the comparison. ``target``: the id it has in the
history. ``known``: its number there, where it is there. ``newest_known``: when its youngest message that is there was
made. ``continued``: something was written in it here. ``head_before``, ``updated_before``: to be restored where all is
taken back. ``kept``: not to be taken back, since somebody wrote in it meanwhile. A message's ``fate`` is "new", "there"
or "removed" (it was there and was deleted), a prompt's "new" or "there"; ``place`` is counted within its batch, from 1.
"""

from __future__ import annotations

from typing import Final

NO_CONVERSATION: Final = 0
"""The number under which the draft of the page stands that is no conversation yet; conversations count from 1."""

TABLES = (
    """
CREATE TABLE conversations (
    n INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, origin TEXT, title TEXT NOT NULL, titled_by TEXT NOT NULL,
    created REAL NOT NULL, updated REAL NOT NULL, pinned INTEGER NOT NULL, archived INTEGER NOT NULL,
    folder TEXT NOT NULL, head TEXT,
    target TEXT,
    known INTEGER,
    newest_known REAL,
    continued INTEGER NOT NULL DEFAULT 0,
    head_before TEXT,
    updated_before REAL,
    first_batch INTEGER,
    last_batch INTEGER,
    kept INTEGER NOT NULL DEFAULT 0
)""",
    """
CREATE TABLE messages (
    n INTEGER PRIMARY KEY, conversation INTEGER NOT NULL, id TEXT NOT NULL UNIQUE, parent TEXT,
    role TEXT NOT NULL, state TEXT NOT NULL, created REAL NOT NULL, model TEXT NOT NULL, heard INTEGER,
    size INTEGER NOT NULL,
    fate TEXT NOT NULL DEFAULT 'new',
    batch INTEGER,
    place INTEGER,
    parent_place INTEGER
)""",
    """
CREATE TABLE parts (
    message INTEGER NOT NULL, position INTEGER NOT NULL, kind TEXT NOT NULL, text TEXT NOT NULL, data TEXT, blob TEXT,
    PRIMARY KEY (message, position)
) WITHOUT ROWID""",
    """
CREATE TABLE turns (
    message INTEGER NOT NULL, id TEXT NOT NULL, state TEXT NOT NULL, started REAL NOT NULL, ended REAL,
    error TEXT NOT NULL, first_token_s REAL, first_sound_s REAL, total_s REAL,
    input_tokens INTEGER, output_tokens INTEGER, reasoning_tokens INTEGER, cached_tokens INTEGER
)""",
    "CREATE TABLE drafts (conversation INTEGER PRIMARY KEY, text TEXT NOT NULL)",
    """
CREATE TABLE draft_parts (
    conversation INTEGER NOT NULL, position INTEGER NOT NULL, kind TEXT NOT NULL, text TEXT NOT NULL, data TEXT,
    blob TEXT, PRIMARY KEY (conversation, position)
) WITHOUT ROWID""",
    """
CREATE TABLE prompts (
    n INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, name TEXT NOT NULL, text TEXT NOT NULL,
    fate TEXT NOT NULL DEFAULT 'new'
)""",
    "CREATE TABLE blobs (n INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, bytes BLOB NOT NULL)",
)

ADD_CONVERSATION = """
INSERT INTO conversations (id, origin, title, titled_by, created, updated, pinned, archived, folder, head)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
ON CONFLICT (id) DO UPDATE SET updated = max(updated, excluded.updated), head = excluded.head RETURNING n
"""

ADD_MESSAGE = """
INSERT INTO messages (conversation, id, parent, role, state, created, model, heard, size)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (id) DO NOTHING RETURNING n
"""

ADD_TURN = f"INSERT INTO turns VALUES ({', '.join('?' * 13)})"  # noqa: S608 - question marks

COMPARE = (
    "CREATE INDEX messages_by_conversation ON messages (conversation)",
    """
UPDATE conversations SET known = (
    SELECT h.n FROM history.conversations h WHERE h.id = conversations.id OR h.origin = conversations.origin
)""",
    """
UPDATE conversations SET target = coalesce((SELECT h.id FROM history.conversations h WHERE h.n = known), id)
""",
    "UPDATE messages SET fate = 'there' WHERE EXISTS (SELECT 1 FROM history.messages h WHERE h.id = messages.id)",
    """
UPDATE conversations SET newest_known = (
    SELECT max(s.created) FROM messages s WHERE s.conversation = conversations.n AND s.fate = 'there'
) WHERE known IS NOT NULL""",
    # What is not here though younger messages of its conversation are, was here and was deleted.
    """
UPDATE messages SET fate = 'removed' WHERE fate = 'new' AND EXISTS (
    SELECT 1 FROM conversations c WHERE c.n = messages.conversation AND messages.created <= c.newest_known
)""",
    """
UPDATE conversations SET
    continued = EXISTS (
        SELECT 1 FROM history.messages h WHERE h.conversation = known
        AND NOT EXISTS (SELECT 1 FROM messages s WHERE s.id = h.id)
    ),
    head_before = (SELECT h.id FROM history.conversations c JOIN history.messages h ON h.n = c.head WHERE c.n = known),
    updated_before = (SELECT c.updated FROM history.conversations c WHERE c.n = known)
WHERE known IS NOT NULL""",
    """
UPDATE prompts SET fate = 'there' WHERE EXISTS (
    SELECT 1 FROM history.prompts h WHERE h.id = prompts.id OR h.name = prompts.name AND h.text = prompts.text
) OR EXISTS (SELECT 1 FROM prompts p WHERE p.n < prompts.n AND p.name = prompts.name AND p.text = prompts.text)""",
    f"""
DELETE FROM drafts WHERE conversation = {NO_CONVERSATION}
AND EXISTS (SELECT 1 FROM history.drafts h WHERE h.conversation IS NULL)""",  # noqa: S608 - a number of ours
)

CLIMB = """
UPDATE messages SET parent = (SELECT p.parent FROM messages p WHERE p.id = messages.parent)
WHERE fate = 'new' AND parent IN (SELECT id FROM messages WHERE fate = 'removed')
"""
"""What hangs below a removed message hangs below what is above that."""

BATCHES = (
    # A parent that is nowhere, as a damaged file may have it: its child is a first message.
    """
UPDATE messages SET parent = NULL WHERE fate = 'new' AND parent IS NOT NULL
AND NOT EXISTS (SELECT 1 FROM messages p WHERE p.id = messages.parent AND p.fate IN ('new', 'there'))
""",
    """
UPDATE messages SET batch = w.batch, place = w.place FROM (
    SELECT n, batch, row_number() OVER (PARTITION BY batch ORDER BY n) AS place FROM (
        SELECT n, (sum(size) OVER (ORDER BY n)) / :batch AS batch FROM messages WHERE fate = 'new'
    )
) AS w WHERE w.n = messages.n""",
    """
UPDATE messages SET parent_place = p.place FROM messages AS p
WHERE p.id = messages.parent AND p.batch = messages.batch""",
    """
UPDATE conversations SET first_batch = w.first, last_batch = w.last FROM (
    SELECT conversation, min(batch) AS first, max(batch) AS last FROM messages WHERE fate = 'new' GROUP BY conversation
) AS w WHERE w.conversation = conversations.n""",
    # Where somebody wrote on here, what is shown stays; else it is what the file shows, if that is here.
    """
UPDATE conversations SET head = NULL WHERE continued
OR NOT EXISTS (SELECT 1 FROM messages s WHERE s.id = conversations.head AND s.fate IN ('new', 'there'))
""",
    "CREATE INDEX messages_by_batch ON messages (batch) WHERE batch IS NOT NULL",
    "CREATE INDEX conversations_by_first ON conversations (first_batch)",
    "CREATE INDEX conversations_by_last ON conversations (last_batch)",
)

COUNT = """
SELECT
    (SELECT count(*) FROM conversations),
    (SELECT count(*) FROM messages),
    (SELECT count(*) FROM conversations WHERE known IS NULL AND first_batch IS NOT NULL),
    (SELECT count(*) FROM conversations WHERE known IS NOT NULL AND first_batch IS NOT NULL),
    (SELECT count(*) FROM messages WHERE fate = 'new'),
    (SELECT count(*) FROM messages WHERE fate = 'removed'),
    (SELECT count(*) FROM conversations WHERE continued AND first_batch IS NOT NULL),
    (SELECT count(*) FROM blobs),
    (SELECT min(updated) FROM conversations),
    (SELECT max(updated) FROM conversations),
    (SELECT count(*) FROM prompts WHERE fate = 'new'),
    (SELECT count(*) FROM drafts WHERE conversation = 0)
"""
