"""The tree of a conversation in the history's file: walked, copied, cut."""

from __future__ import annotations

import time
from collections.abc import Sequence

from desktop_app.domain.message_tree import MessageTree
from desktop_app.domain.messages import Conversation, Message, MessageState
from desktop_app.domain.usage import TurnRecord
from desktop_app.storage import message_rows, tables
from desktop_app.storage.history import History
from desktop_app.storage.tables import Database, number


class Branches:
    """Ids of messages are unique, so most verbs need no conversation."""

    def __init__(self, history: History) -> None:
        self._history = history

    async def shown(self, conversation_id: str) -> tuple[list[Message], MessageTree]:
        """The path from the root to the conversation's head, and the tree of all its messages, at one moment."""
        return await self._history.read(
            lambda db: (message_rows.path(db, conversation_id), _tree(db, conversation_id)), conversation_id
        )

    async def branch(self, leaf_id: str, above_id: str | None) -> list[Message]:
        """The messages from below ``above_id``, None: from the root, down to ``leaf_id``."""
        return await self._history.read(lambda db: message_rows.branch(db, leaf_id, above_id), leaf_id)

    async def copy(self, new: Conversation, copies: Sequence[tuple[str, str]]) -> None:
        """Makes a conversation of copies: ids of messages, each below the one before, and the ids of their copies.

        What is still streaming is copied as far as it has come. The copy of a temporary one is temporary.
        """
        moment = time.time()
        source_id = copies[0][0] if copies else ""
        await self._history.belong_with(new.id, source_id)
        await self._history.write(lambda db: _copy(db, new, copies, moment), source_id)

    async def delete(self, message_id: str) -> None:
        """The message and all below it, gone from the file too; where the head was among them it is above them now."""
        await self._history.write(lambda db: _delete(db, message_id), message_id)
        await self._history.forget_log()

    async def turns(self, message_id: str) -> list[TurnRecord]:
        """Each time it was worked on, the oldest first."""
        return await self._history.read(lambda db: message_rows.turns(db, message_id), message_id)


def _tree(db: Database, conversation_id: str) -> MessageTree:
    rows = db.execute(
        "SELECT m.id, p.id FROM messages m LEFT JOIN messages p ON p.n = m.parent"
        " WHERE m.conversation = (SELECT n FROM conversations WHERE id = ?) ORDER BY m.n",
        [conversation_id],
    )
    return MessageTree((str(message_id), parent_id) for message_id, parent_id in rows)


def _copy(db: Database, new: Conversation, copies: Sequence[tuple[str, str]], moment: float) -> None:
    tables.add_conversation(db, new)
    conversation_n = number(db, "conversations", new.id)
    parent_n = None
    for old_id, new_id in copies:
        old_n = number(db, "messages", old_id)
        parent_n = int(db.execute(_COPY_MESSAGE, [new_id, conversation_n, parent_n, *_AS_ENDED, old_n]).fetchone()[0])
        db.execute(_COPY_PARTS, [parent_n, old_n])
        db.execute(_COPY_TURNS, [parent_n, *_AS_ENDED, moment, old_n])
    db.execute("UPDATE conversations SET head = ? WHERE n = ?", [parent_n, conversation_n])


def _delete(db: Database, message_id: str) -> None:
    row = db.execute("SELECT n, parent, conversation FROM messages WHERE id = ?", [message_id]).fetchone()
    if row is None:  # its whole conversation was deleted meanwhile
        return
    top_n, parent_n, conversation_n = row
    db.execute(_MOVE_HEAD, [top_n, parent_n, conversation_n])
    db.execute(_DELETE, [top_n])


_AS_ENDED = (MessageState.STREAMING, MessageState.STOPPED)

_COPY_MESSAGE = """
INSERT INTO messages (id, conversation, parent, role, state, created, model, heard)
SELECT ?, ?, ?, role, CASE state WHEN ? THEN ? ELSE state END, created, model, heard FROM messages WHERE n = ?
RETURNING n
"""

_COPY_PARTS = """
INSERT INTO parts (message, position, kind, text, data, blob)
SELECT ?, position, kind, text, data, blob FROM parts WHERE message = ?
"""

_COPY_TURNS = """
INSERT INTO turns (id, message, state, started, ended, first_token_s, first_sound_s, total_s,
                   input_tokens, output_tokens, reasoning_tokens, cached_tokens, error)
SELECT id, ?, CASE state WHEN ? THEN ? ELSE state END, started, coalesce(ended, ?), first_token_s, first_sound_s,
       total_s, input_tokens, output_tokens, reasoning_tokens, cached_tokens, error
FROM turns WHERE message = ? ORDER BY n
"""

_BELOW = """
WITH RECURSIVE below (n) AS (
    SELECT ? UNION ALL SELECT m.n FROM below JOIN messages m ON m.parent = below.n
)
"""

_MOVE_HEAD = f"{_BELOW} UPDATE conversations SET head = ? WHERE n = ? AND head IN below"  # noqa: S608 - both halves are ours

_DELETE = f"{_BELOW} DELETE FROM messages WHERE n IN below"  # noqa: S608 - both halves are ours
