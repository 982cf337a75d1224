"""The tree put right again among what was found: each message in a conversation, each parent there, each head.

A page of the small rows that say what a message is holds dozens of them, and losing it would lose dozens of texts,
though those lie elsewhere. So a message of which only its text was found is made again from what stands around it.
"""

from __future__ import annotations

import hashlib
import sqlite3

from desktop_app.domain.messages import MessageState, PartKind, Role, title_from


def mend(db: sqlite3.Connection, name: str) -> None:
    """``db`` is a ``Staging``'s. ``name``: of the damaged file, from which the ids are made that are not known."""
    db.create_function("made_id", 1, lambda key: hashlib.sha256(f"{name}:{key}".encode()).hexdigest()[:32])
    db.execute("DELETE FROM messages WHERE id IS NULL OR NOT whole")
    db.execute("DELETE FROM conversations WHERE id IS NULL")
    _forget_broken_blobs(db)
    _make_messages_of_texts(db)
    _make_conversations(db)
    _find_parents(db)
    _say_what_is_missing(db)
    _find_heads(db)


def _forget_broken_blobs(db: sqlite3.Connection) -> None:
    """Half a picture is none; its part still says what it was called."""
    db.execute("DELETE FROM blobs WHERE NOT whole OR id IS NULL OR bytes IS NULL")


def _make_messages_of_texts(db: sqlite3.Connection) -> None:
    """Messages that are known by their parts alone: turns and neighbours tell where they belong."""
    lost = "SELECT DISTINCT message FROM parts WHERE message NOT IN (SELECT n FROM messages) ORDER BY message"
    for (n,) in db.execute(lost).fetchall():
        child = db.execute("SELECT conversation, role FROM messages WHERE parent = ? LIMIT 1", [n]).fetchone()
        before = db.execute(_NEIGHBOUR.format(sign="<", order="DESC"), [n]).fetchone()
        after = db.execute(_NEIGHBOUR.format(sign=">", order="ASC"), [n]).fetchone()
        ended = db.execute(_ENDED_AT_OR_BEHIND, [n]).fetchone()
        turn = db.execute("SELECT state, started FROM turns WHERE message = ? ORDER BY n DESC", [n]).fetchone()
        between = before if before and after and before[0] == after[0] else None
        neighbours = (after, before) if before and before[3] else (before, after)
        conversation = next((one[0] for one in (child, between, ended, *neighbours) if one is not None), None)
        above = before if before and before[0] == conversation else None
        role = Role.ASSISTANT if turn else _other(child[1]) if child else _other(above[1]) if above else Role.USER
        state, created = turn or (MessageState.COMPLETE, None)
        created = created or next((one[2] for one in (before, after) if one is not None), 0.0)
        db.execute(
            "INSERT INTO messages (n, id, conversation, role, state, created, model, whole)"
            " VALUES (?, made_id('message ' || ?), ?, ?, ?, ?, '', 1)",
            [n, n, conversation, role, state, created],
        )


_NEIGHBOUR = """
SELECT conversation, role, created, EXISTS (SELECT 1 FROM conversations c WHERE c.head = messages.n) FROM messages
WHERE n {sign} ? AND conversation IS NOT NULL ORDER BY n {order} LIMIT 1
"""

_ENDED_AT_OR_BEHIND = """
SELECT n FROM conversations
WHERE head >= ? AND NOT EXISTS (SELECT 1 FROM messages m WHERE m.n = conversations.head) ORDER BY head LIMIT 1
"""


def _other(role: str) -> Role:
    return Role.USER if role == Role.ASSISTANT else Role.ASSISTANT


def _make_conversations(db: sqlite3.Connection) -> None:
    """Those of which only messages were found get a title from their first question, as a new one does."""
    db.execute("UPDATE messages SET conversation = -1 WHERE conversation IS NULL")
    db.execute("""
        INSERT INTO conversations (n, id, title, created, updated, pinned, archived, whole)
        SELECT conversation, made_id('conversation ' || conversation), '', min(created), max(created), 0, 0, 1
        FROM messages WHERE conversation NOT IN (SELECT n FROM conversations) GROUP BY conversation
    """)
    for (n,) in db.execute("SELECT n FROM conversations WHERE title IS NULL OR title = ''").fetchall():
        row = db.execute(_FIRST_WORDS, [n, Role.USER, PartKind.TEXT]).fetchone()
        db.execute("UPDATE conversations SET title = ? WHERE n = ?", [title_from(row[0]) if row else "", n])
    db.execute("UPDATE conversations SET created = 0.0 WHERE created IS NULL")
    db.execute("UPDATE conversations SET updated = created WHERE updated IS NULL")


_FIRST_WORDS = """
SELECT substr(p.text, 1, 400) FROM messages m JOIN parts p ON p.message = m.n
WHERE m.conversation = ? AND m.role = ? AND p.kind = ? AND p.text <> '' ORDER BY m.n LIMIT 1
"""


def _find_parents(db: sqlite3.Connection) -> None:
    """A parent is older than its child. One that is lost is stood in for by the message of the other side before it."""
    db.execute("""
        UPDATE messages SET parent = (
            SELECT max(other.n) FROM messages other WHERE other.conversation = messages.conversation
            AND other.n < messages.n AND other.role <> messages.role
        )
        WHERE whole AND (parent IS NOT NULL OR id = made_id('message ' || n)) AND NOT EXISTS (
            SELECT 1 FROM messages p
            WHERE p.n = messages.parent AND p.n < messages.n AND p.conversation = messages.conversation
        )
    """)
    db.execute("UPDATE messages SET parent = NULL WHERE parent >= n")


def _say_what_is_missing(db: sqlite3.Connection) -> None:
    """An answer that is not all there can be continued and asked for again, as one that the program's end cut off."""
    db.execute(
        "UPDATE messages SET state = ? WHERE state = ? OR role = ? AND state = ?"
        " AND NOT EXISTS (SELECT 1 FROM parts p WHERE p.message = messages.n AND p.whole)",
        [MessageState.INTERRUPTED, MessageState.STREAMING, Role.ASSISTANT, MessageState.COMPLETE],
    )
    db.execute("UPDATE turns SET state = ? WHERE state = ?", [MessageState.INTERRUPTED, MessageState.STREAMING])
    db.execute("UPDATE parts SET text = '' WHERE text IS NULL")


def _find_heads(db: sqlite3.Connection) -> None:
    """A head that is lost is the newest message."""
    db.execute("""
        UPDATE conversations SET head = (SELECT max(n) FROM messages WHERE conversation = conversations.n)
        WHERE head IS NULL
        OR NOT EXISTS (SELECT 1 FROM messages m WHERE m.n = conversations.head AND m.conversation = conversations.n)
    """)
