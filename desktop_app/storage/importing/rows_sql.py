"""The statements by which a batch of a staged import is carried into the history, or taken out of it again.

``main`` is the history, ``arriving`` the staging file (``import_staging_sql`` tells its columns); ``:batch`` is the
number of the batch, ``:base`` the highest number of a message before it.
"""

from __future__ import annotations

NEW_FOLDERS = """
SELECT DISTINCT folder FROM arriving.conversations
WHERE first_batch = :batch AND folder <> '' AND folder NOT IN (SELECT name FROM main.folders)
"""
ADD_FOLDER = """
INSERT INTO main.folders (id, name, position)
VALUES (?, ?, (SELECT coalesce(max(position), 0) + 1 FROM main.folders))
"""

KEEP_WHAT_CAME = """
UPDATE arriving.conversations AS a SET kept = 1 WHERE a.first_batch = :batch AND a.known IS NULL
AND EXISTS (SELECT 1 FROM main.conversations c WHERE c.id = a.target OR c.origin = a.origin)
"""
"""It came by another way since the two were compared, as with a backup: it is not ours to be taken back."""

ADD_CONVERSATIONS = """
INSERT OR IGNORE INTO main.conversations (id, origin, title, titled_by, created, updated, pinned, archived, folder)
SELECT target, origin, title, titled_by, created, updated, pinned, archived,
       (SELECT f.n FROM main.folders f WHERE f.name = a.folder)
FROM arriving.conversations a WHERE first_batch = :batch AND known IS NULL ORDER BY a.n
"""

LEAVE_OUT = """
UPDATE arriving.messages AS a SET batch = NULL, fate = 'removed' WHERE a.batch = :batch AND (
    EXISTS (SELECT 1 FROM main.messages m WHERE m.id = a.id)
    OR NOT EXISTS (
        SELECT 1 FROM arriving.conversations t JOIN main.conversations c ON c.id = t.target WHERE t.n = a.conversation
    )
    OR a.parent IS NOT NULL AND NOT EXISTS (SELECT 1 FROM main.messages m WHERE m.id = a.parent)
    AND NOT EXISTS (SELECT 1 FROM arriving.messages p WHERE p.id = a.parent AND p.batch = :batch)
) RETURNING n
"""
"""Since it was compared it came by another way, or what it belongs to was deleted here."""

FIND_PARENTS_ANEW = """
UPDATE arriving.messages AS a SET parent_place = NULL WHERE a.batch = :batch AND a.parent_place IS NOT NULL
AND NOT EXISTS (SELECT 1 FROM arriving.messages p WHERE p.id = a.parent AND p.batch = :batch)
"""

ADD_MESSAGES = """
INSERT INTO main.messages (n, id, conversation, parent, role, state, created, model, heard)
SELECT :base + a.place, a.id, (SELECT c.n FROM main.conversations c WHERE c.id = t.target),
       CASE WHEN a.parent_place IS NOT NULL THEN :base + a.parent_place
            ELSE (SELECT p.n FROM main.messages p WHERE p.id = a.parent) END,
       a.role, a.state, a.created, a.model, a.heard
FROM arriving.messages a JOIN arriving.conversations t ON t.n = a.conversation
WHERE a.batch = :batch ORDER BY a.place
"""

ADD_BLOBS = """
INSERT OR IGNORE INTO main.blobs (id, bytes)
SELECT b.id, b.bytes FROM arriving.messages a JOIN arriving.parts p ON p.message = a.n
JOIN arriving.blobs b ON b.id = p.blob WHERE a.batch = :batch AND p.blob IS NOT NULL
"""

ADD_PARTS = """
INSERT INTO main.parts (message, position, kind, text, data, blob)
SELECT :base + a.place, p.position, p.kind, p.text, p.data, (SELECT b.n FROM main.blobs b WHERE b.id = p.blob)
FROM arriving.messages a JOIN arriving.parts p ON p.message = a.n
WHERE a.batch = :batch ORDER BY a.place, p.position
"""

_TURN = """
id, state, started, ended, error, first_token_s, first_sound_s, total_s,
input_tokens, output_tokens, reasoning_tokens, cached_tokens
"""

ADD_TURNS = f"""
INSERT INTO main.turns (message, {_TURN})
SELECT :base + a.place, {", ".join(f"t.{name.strip()}" for name in _TURN.split(","))}
FROM arriving.messages a JOIN arriving.turns t ON t.message = a.n WHERE a.batch = :batch
"""  # noqa: S608 - all of it is ours

SET_HEADS = """
UPDATE main.conversations SET
    head = coalesce(
        (SELECT m.n FROM main.messages m WHERE m.id = a.head), conversations.head,
        (SELECT max(m.n) FROM main.messages m WHERE m.conversation = conversations.n)
    ),
    updated = max(conversations.updated, a.updated)
FROM arriving.conversations AS a WHERE a.last_batch = :batch AND conversations.id = a.target
AND conversations.head IS (SELECT m.n FROM main.messages m WHERE m.id = a.head_before)
"""
"""Where somebody wrote meanwhile they stay on the page that they wrote on."""

_DRAFTED = """
FROM arriving.conversations a JOIN arriving.drafts d ON d.conversation = a.n
JOIN main.conversations c ON c.id = a.target
"""
ADD_DRAFTS = f"""
INSERT INTO main.drafts (conversation, text, changed)
SELECT c.n, d.text, c.updated {_DRAFTED} WHERE a.first_batch = :batch AND a.known IS NULL AND NOT a.kept
"""

ADD_DRAFT_PARTS = f"""
INSERT INTO main.draft_parts (draft, position, kind, text, data, blob)
SELECT h.n, p.position, p.kind, p.text, p.data, (SELECT b.n FROM main.blobs b WHERE b.id = p.blob)
{_DRAFTED} JOIN arriving.draft_parts p ON p.conversation = a.n JOIN main.drafts h ON h.conversation = c.n
WHERE a.first_batch = :batch AND a.known IS NULL AND NOT a.kept
"""  # noqa: S608 - all of it is ours

ADD_DRAFT_BLOBS = f"""
INSERT OR IGNORE INTO main.blobs (id, bytes)
SELECT b.id, b.bytes {_DRAFTED} JOIN arriving.draft_parts p ON p.conversation = a.n
JOIN arriving.blobs b ON b.id = p.blob WHERE a.first_batch = :batch AND a.known IS NULL AND NOT a.kept
"""

_OURS = "SELECT 1 FROM arriving.messages s WHERE s.batch IS NOT NULL AND s.id ="

KEEP_CONTINUED = f"""
UPDATE arriving.conversations SET kept = 1 WHERE last_batch = :batch AND EXISTS (
    SELECT 1 FROM main.conversations c JOIN main.messages m ON m.conversation = c.n
    LEFT JOIN main.messages p ON p.n = m.parent
    WHERE c.id = target AND NOT EXISTS ({_OURS} m.id) AND (known IS NULL OR EXISTS ({_OURS} p.id))
)
"""  # noqa: S608 - all of it is ours
"""Somebody wrote on in it meanwhile: it stays as it is."""

RESTORE_HEADS = """
UPDATE main.conversations SET
    head = (SELECT m.n FROM main.messages m WHERE m.id = a.head_before),
    updated = coalesce(a.updated_before, conversations.updated)
FROM arriving.conversations AS a WHERE a.last_batch = :batch AND NOT a.kept AND conversations.id = a.target AND (
    conversations.head IS (SELECT m.n FROM main.messages m WHERE m.id = a.head_before)
    OR EXISTS (
        SELECT 1 FROM main.messages m JOIN arriving.messages s ON s.id = m.id
        WHERE m.n = conversations.head AND s.batch IS NOT NULL
    )
)
"""

DELETE_MESSAGES = """
DELETE FROM main.messages WHERE id IN (
    SELECT a.id FROM arriving.messages a JOIN arriving.conversations t ON t.n = a.conversation
    WHERE a.batch = :batch AND NOT t.kept
)"""

DELETE_CONVERSATIONS = """
DELETE FROM main.conversations WHERE id IN (
    SELECT target FROM arriving.conversations WHERE first_batch = :batch AND known IS NULL AND NOT kept
)"""

CONVERSATION_OF = "SELECT c.id FROM messages m JOIN conversations c ON c.n = m.conversation WHERE m.id = ?"

# What is kept beside the conversations

ADD_BESIDE = (
    # It came by another way since the two were compared.
    """
UPDATE arriving.prompts AS a SET fate = 'there' WHERE a.fate = 'new' AND EXISTS (
    SELECT 1 FROM main.prompts h WHERE h.id = a.id OR h.name = a.name AND h.text = a.text
)""",
    """
INSERT INTO main.prompts (id, name, text, changed)
SELECT a.id, a.name, a.text, :moment FROM arriving.prompts a WHERE a.fate = 'new' ORDER BY a.n""",
    """
DELETE FROM arriving.drafts WHERE conversation = 0
AND EXISTS (SELECT 1 FROM main.drafts h WHERE h.conversation IS NULL)""",
    """
INSERT INTO main.drafts (conversation, text, changed)
SELECT NULL, d.text, :moment FROM arriving.drafts d WHERE d.conversation = 0""",
    """
INSERT OR IGNORE INTO main.blobs (id, bytes)
SELECT b.id, b.bytes FROM arriving.drafts d JOIN arriving.draft_parts p ON p.conversation = d.conversation
JOIN arriving.blobs b ON b.id = p.blob WHERE d.conversation = 0""",
    """
INSERT INTO main.draft_parts (draft, position, kind, text, data, blob)
SELECT h.n, p.position, p.kind, p.text, p.data, (SELECT b.n FROM main.blobs b WHERE b.id = p.blob)
FROM arriving.drafts d JOIN arriving.draft_parts p ON p.conversation = d.conversation
JOIN main.drafts h ON h.conversation IS NULL WHERE d.conversation = 0""",
)

HAS_BESIDE = "SELECT 1 FROM arriving.sqlite_master WHERE name = 'prompts'"

DELETE_BESIDE = (
    """
DELETE FROM main.prompts WHERE EXISTS (
    SELECT 1 FROM arriving.prompts a
    WHERE a.fate = 'new' AND a.id = prompts.id AND a.name = prompts.name AND a.text = prompts.text
)""",
    """
DELETE FROM main.drafts WHERE conversation IS NULL
AND text = (SELECT d.text FROM arriving.drafts d WHERE d.conversation = 0)""",
)
"""What somebody has changed meanwhile stays."""
