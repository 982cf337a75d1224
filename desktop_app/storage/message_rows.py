"""Messages as the history's tables hold them: read along a path, in two statements however long it is."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from operator import itemgetter
from typing import Any

from desktop_app.domain.messages import Message, MessageState, Part, Role
from desktop_app.domain.usage import Timings, TurnRecord, Usage
from desktop_app.storage.tables import Database, number, part_of

_ALL = 2**31
"""More than any path is long."""
_ROLES = {role.value: role for role in Role}
_STATES = {state.value: state for state in MessageState}
_NO_TOKENS, _NO_SECONDS = [None] * 4, [None] * 3
# Thousands of rows at a time: what is looked up here rather than called takes a quarter off the time.


def path(db: Database, conversation_id: str) -> list[Message]:
    """From the root to the conversation's head; empty where there is none."""
    row = db.execute("SELECT head FROM conversations WHERE id = ?", [conversation_id]).fetchone()
    return [] if row is None or row[0] is None else _walk(db, int(row[0]), None, None)


def end_of_path(db: Database, conversation_id: str, most: int) -> list[Message]:
    """At most so many messages up to the conversation's head; the first of them does not name its parent."""
    row = db.execute("SELECT head FROM conversations WHERE id = ?", [conversation_id]).fetchone()
    return [] if row is None or row[0] is None else _walk(db, int(row[0]), None, None, most)


def branch(db: Database, leaf_id: str, above_id: str | None) -> list[Message]:
    """From below ``above_id``, None: from the root, to ``leaf_id``. Raises ``LookupError`` where one is not there."""
    if leaf_id == above_id:
        return []
    above_n = None if above_id is None else number(db, "messages", above_id)
    return _walk(db, number(db, "messages", leaf_id), above_n, above_id)


def turns(db: Database, message_id: str) -> list[TurnRecord]:
    """Those that worked on a message, the oldest first."""
    rows = db.execute(_TURNS, [message_id])
    return [
        TurnRecord(turn_id, started, _usage(figures[:4]), _timings(figures[4:]), error)
        for turn_id, started, error, *figures in rows
    ]


def _walk(db: Database, leaf_n: int, above_n: int | None, above_id: str | None, most: int = _ALL) -> list[Message]:
    ends = {"leaf": leaf_n, "above": above_n, "most": most}
    parts: defaultdict[int, list[tuple[int, Part]]] = defaultdict(list)
    for message_n, position, *columns in db.execute(_PARTS, ends):
        parts[message_n].append((position, part_of(*columns)))
    messages: list[Message] = []
    parent_id = above_id
    for row in reversed(db.execute(_MESSAGES, ends).fetchall()):
        messages.append(_message(row, parent_id, _in_order(parts[row[0]])))
        parent_id = messages[-1].id
    return messages


def _in_order(parts: list[tuple[int, Part]]) -> tuple[Part, ...]:
    if len(parts) > 1:
        parts.sort(key=itemgetter(0))
    return tuple([part for _, part in parts])


def _message(row: Sequence[Any], parent_id: str | None, parts: tuple[Part, ...]) -> Message:
    _, message_id, conversation_id, role, state, created, model, heard, *figures = row
    return Message(
        id=message_id,
        conversation_id=conversation_id,
        parent_id=parent_id,
        role=_ROLES.get(role) or Role(role),
        parts=parts,
        created=created,
        state=_STATES.get(state) or MessageState(state),
        model=model,
        usage=_usage(figures[:4]),
        timings=_timings(figures[4:]),
        heard=heard,
    )


def _usage(tokens: Sequence[Any]) -> Usage | None:
    return Usage(*tokens) if tokens != _NO_TOKENS else None


def _timings(seconds: Sequence[Any]) -> Timings | None:
    return Timings(*seconds) if seconds != _NO_SECONDS else None


_WALK = """
WITH RECURSIVE walk (n, depth) AS (
    SELECT :leaf, 0
    UNION ALL
    SELECT m.parent, walk.depth + 1 FROM walk JOIN messages m ON m.n = walk.n
    WHERE m.parent IS NOT NULL AND m.parent IS NOT :above AND walk.depth + 1 < :most
)
"""

_FIGURES = """
t.input_tokens, t.output_tokens, t.reasoning_tokens, t.cached_tokens, t.first_token_s, t.first_sound_s, t.total_s
"""

_MESSAGES = f"""{_WALK}
SELECT m.n, m.id, c.id, m.role, m.state, m.created, m.model, m.heard, {_FIGURES}
FROM walk
JOIN messages m ON m.n = walk.n
JOIN conversations c ON c.n = m.conversation
LEFT JOIN turns t ON t.n = (SELECT max(n) FROM turns WHERE message = m.n)
ORDER BY walk.depth
"""  # noqa: S608 - all of it is ours

_PARTS = f"""{_WALK}
SELECT p.message, p.position, p.kind, p.text, p.data FROM walk JOIN parts p ON p.message = walk.n
"""  # noqa: S608 - all of it is ours

_TURNS = f"""
SELECT t.id, t.started, t.error, {_FIGURES}
FROM turns t JOIN messages m ON m.n = t.message WHERE m.id = ? ORDER BY t.n
"""  # noqa: S608 - all of it is ours
