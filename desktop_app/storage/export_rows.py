"""Whole conversations out of the history, one by one: all branches, every turn, what was being written.

Read through the history itself and not by a second connection: so an export has the text that came this moment and
what a full disk refuses, and works where the history is only in memory. The writer is not held up: at most
``_AT_ONCE`` messages, or one picture, are read at a time, and what is to be written comes between.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from typing import Any

from desktop_app.domain.drafts import Draft
from desktop_app.domain.messages import Conversation, Folder, Message, MessageState, Part, Role
from desktop_app.domain.usage import Timings, Usage
from desktop_app.domain.whole import Beside, WholeConversation, WholeMessage, WholeTurn
from desktop_app.storage import tables
from desktop_app.storage.drafts import Drafts, draft_at
from desktop_app.storage.folders import Folders
from desktop_app.storage.history import History
from desktop_app.storage.listing import Listing
from desktop_app.storage.prompts import Prompts
from desktop_app.storage.tables import Database, number, part_of

_AT_ONCE = 200
_LISTED_AT_ONCE = 1000


class ExportRows:
    def __init__(self, history: History) -> None:
        self._history = history
        self._listing = Listing(history)

    async def conversations(self, open_id: str | None = None) -> list[Conversation]:
        """All of them, archived ones too, the newest first; a temporary one only where it is the open one.

        ``head_id`` is not among what is read.
        """
        kept, place = await self._listing.page(_LISTED_AT_ONCE)
        while place is not None:
            more, place = await self._listing.page(_LISTED_AT_ONCE, place)
            kept += more
        if not self._history.is_temporary(open_id):
            return kept
        shown = await self._history.conversation(open_id or "")
        return [shown, *kept] if shown is not None else kept

    async def folders(self) -> list[Folder]:
        """In their order."""
        return await Folders(self._history).all()

    async def beside(self) -> Beside:
        """What is kept beside the conversations."""
        return Beside(tuple(await Prompts(self._history).saved()), await Drafts(self._history).get(None))

    async def whole(self, conversation_id: str) -> WholeConversation | None:
        """None where it is gone meanwhile."""
        head = await self._history.read(lambda db: _head(db, conversation_id), conversation_id)
        if head is None:
            return None
        conversation, origin, draft = head
        messages: list[WholeMessage] = []
        after: int | None = 0
        while after is not None:
            some, after = await self._history.read(
                lambda db, start=after: _messages(db, conversation_id, start),  # type: ignore[misc]
                conversation_id,
            )
            messages += some
        return WholeConversation(conversation, tuple(_rooted(messages)), draft, origin)

    async def sound_sizes(self) -> dict[str, int]:
        """The bytes of kept sound by conversation, of those that have any."""
        return await self._history.read(lambda db: dict(db.execute(_SOUND_SIZES).fetchall()))

    async def picture(self, blob: str) -> bytes | None:
        """Its bytes; None where it is not kept."""
        found = await self._history.read_everywhere(lambda db: _picture(db, blob))
        return next((content for content in found if content is not None), None)


def _head(db: Database, conversation_id: str) -> tuple[Conversation, str | None, Draft] | None:
    conversation = tables.conversation(db, conversation_id)
    if conversation is None:
        return None
    conversation_n, origin = db.execute(
        "SELECT n, origin FROM conversations WHERE id = ?", [conversation_id]
    ).fetchone()
    return conversation, origin, draft_at(db, conversation_n)


def _messages(db: Database, conversation_id: str, after: int) -> tuple[list[WholeMessage], int | None]:
    """The next ones behind the row ``after``, and the row behind which there are more; None: there are none."""
    try:
        conversation_n = number(db, "conversations", conversation_id)
    except LookupError:
        return [], None
    rows = db.execute(_MESSAGES, [conversation_n, after, _AT_ONCE]).fetchall()
    if not rows:
        return [], None
    between = [conversation_n, after, rows[-1][0]]
    parts: defaultdict[int, list[Part]] = defaultdict(list)
    for message_n, *columns in db.execute(_PARTS, between):
        parts[message_n].append(part_of(*columns))
    turns: defaultdict[int, list[WholeTurn]] = defaultdict(list)
    for message_n, *columns in db.execute(_TURNS, between):
        turns[message_n].append(_turn(columns))
    found = [_message(conversation_id, row, tuple(parts[row[0]]), tuple(turns[row[0]])) for row in rows]
    return found, rows[-1][0] if len(rows) == _AT_ONCE else None


def _message(
    conversation_id: str, row: Sequence[Any], parts: tuple[Part, ...], turns: tuple[WholeTurn, ...]
) -> WholeMessage:
    _, message_id, parent_id, role, state, created, model, heard = row
    newest = turns[-1] if turns else None
    message = Message(
        id=message_id,
        conversation_id=conversation_id,
        parent_id=parent_id,
        role=Role(role),
        parts=parts,
        created=created,
        state=MessageState(state),
        model=model,
        usage=newest.usage if newest else None,
        timings=newest.timings if newest else None,
        heard=heard,
    )
    return WholeMessage(message, turns)


def _turn(columns: Sequence[Any]) -> WholeTurn:
    turn_id, state, started, ended, error, *figures = columns
    usage, timings = Usage(*figures[:4]), Timings(*figures[4:])
    return WholeTurn(
        turn_id,
        MessageState(state),
        started,
        ended,
        error,
        usage if usage != Usage() else None,
        timings if timings != Timings() else None,
    )


def _rooted(messages: list[WholeMessage]) -> list[WholeMessage]:
    """Parents before their children, whatever the order of the rows; what hangs below nothing is left out."""
    if _in_order(messages):
        return messages
    children: defaultdict[str | None, list[WholeMessage]] = defaultdict(list)
    for one in messages:
        children[one.message.parent_id].append(one)
    found = list(children[None])
    for one in found:  # grows while it is walked
        found += children[one.message.id]
    return found


def _in_order(messages: list[WholeMessage]) -> bool:
    known: set[str | None] = {None}
    for one in messages:
        if one.message.parent_id not in known:
            return False
        known.add(one.message.id)
    return True


def _picture(db: Database, blob: str) -> bytes | None:
    row = db.execute("SELECT bytes FROM blobs WHERE id = ?", [blob]).fetchone()
    return None if row is None else bytes(row[0])


_MESSAGES = """
SELECT m.n, m.id, p.id, m.role, m.state, m.created, m.model, m.heard
FROM messages m LEFT JOIN messages p ON p.n = m.parent
WHERE m.conversation = ? AND m.n > ? ORDER BY m.n LIMIT ?
"""

_SOUND_SIZES = """
SELECT c.id, sum(k.bytes) FROM kept_sounds k
JOIN messages m ON m.n = k.message JOIN conversations c ON c.n = m.conversation GROUP BY c.n
"""

_PARTS = """
SELECT m.n, p.kind, p.text, p.data FROM messages m JOIN parts p ON p.message = m.n
WHERE m.conversation = ? AND m.n > ? AND m.n <= ? ORDER BY m.n, p.position
"""

_TURNS = """
SELECT m.n, t.id, t.state, t.started, t.ended, t.error, t.input_tokens, t.output_tokens, t.reasoning_tokens,
    t.cached_tokens, t.first_token_s, t.first_sound_s, t.total_s
FROM messages m JOIN turns t ON t.message = m.n
WHERE m.conversation = ? AND m.n > ? AND m.n <= ? ORDER BY m.n, t.n
"""
