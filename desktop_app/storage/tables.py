"""The verbs of the history in SQL: each takes a database, and says nothing about threads, files or trouble.

What a verb cannot find it answers with ``LookupError``; a conversation that was deleted while its answer streamed is no
error: what comes late for it is dropped.
"""

from __future__ import annotations

import functools
import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, Protocol

from desktop_app.domain.attachments import blob_of
from desktop_app.domain.ids import new_turn_id
from desktop_app.domain.messages import Conversation, Message, MessageState, Part, PartKind, TitledBy
from desktop_app.domain.usage import Timings, Usage


class Rows(Protocol):
    """What a statement answers."""

    def fetchone(self) -> Any: ...

    def fetchall(self) -> list[Any]: ...

    def __iter__(self) -> Iterator[Any]: ...


class Database(Protocol):
    """As much of ``sqlite3.Connection`` as the verbs use; the door to sqlite3 itself is elsewhere."""

    def execute(self, sql: str, parameters: Any = ..., /) -> Rows: ...


OPEN_CONVERSATION = "open_conversation"
"""The name in ``app_state`` of the conversation that is, or was last, in front."""

_UNFINISHED = MessageState.STREAMING.value


# What is read


def conversations(db: Database, limit: int) -> list[Conversation]:
    """The newest first; archived ones are left out."""
    return [
        _conversation(row)
        for row in db.execute(
            f"{_CONVERSATION} WHERE NOT c.archived ORDER BY c.updated DESC, c.n DESC LIMIT ?", [limit]
        )
    ]


def conversation(db: Database, conversation_id: str) -> Conversation | None:
    row = db.execute(f"{_CONVERSATION} WHERE c.id = ?", [conversation_id]).fetchone()
    return _conversation(row) if row else None


def state_value(db: Database, name: str) -> str:
    row = db.execute("SELECT value FROM app_state WHERE name = ?", [name]).fetchone()
    return str(row[0]) if row else ""


# What is written


def add_conversation(db: Database, new: Conversation) -> None:
    db.execute(
        "INSERT INTO conversations (id, title, created, updated, titled_by, pinned, archived, folder)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, (SELECT n FROM folders WHERE id = ?))",
        [
            *(new.id, storable(new.title), new.created, new.updated),
            *(new.titled_by, int(new.pinned), int(new.archived), new.folder_id),
        ],
    )


def add_message(db: Database, message: Message, turn_id: str) -> None:
    """Also makes it the head; with a turn's id, that turn begins."""
    conversation_n = number(db, "conversations", message.conversation_id)
    parent_n = None if message.parent_id is None else number(db, "messages", message.parent_id)
    db.execute(
        "INSERT INTO messages (id, conversation, parent, role, state, created, model, heard)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        [
            *(message.id, conversation_n, parent_n, message.role, message.state, message.created, message.model),
            message.heard,
        ],
    )
    message_n = number(db, "messages", message.id)
    _insert_parts(db, message_n, message.parts)
    db.execute(
        "UPDATE conversations SET head = ?, updated = max(updated, ?) WHERE n = ?",
        [message_n, message.created, conversation_n],
    )
    if turn_id:
        _begin_turn(db, message_n, turn_id, message.created)


def resume_message(db: Database, message_id: str, turn_id: str, moment: float) -> None:
    """The message streams again, in a turn of its own."""
    message_n = number(db, "messages", message_id)
    set_message_state(db, message_id, MessageState.STREAMING)
    _begin_turn(db, message_n, turn_id, moment)


def append_text(db: Database, texts: Mapping[str, str]) -> None:
    """Adds to each message's last part where that is text, otherwise as a new part."""
    for message_id, text in texts.items():
        row = db.execute(_LAST_PART, [message_id]).fetchone()
        if row is None:  # deleted while it streamed
            continue
        message_n, part_n, position, kind = row
        if kind == PartKind.TEXT:
            db.execute("UPDATE parts SET text = text || ? WHERE n = ?", [storable(text), part_n])
        else:
            _insert_parts(db, message_n, [Part(PartKind.TEXT, text)], first=0 if position is None else position + 1)


def finish_message(db: Database, message: Message, turn_id: str, error: str, moment: float) -> None:
    """Final state, parts, usage and timings. What streamed in is never replaced by less of it.

    A turn that is no longer the message's newest comes too late to say anything but its own figures.
    """
    row = db.execute("SELECT n FROM messages WHERE id = ?", [message.id]).fetchone()
    if row is None:  # deleted while it streamed
        return
    message_n = row[0]
    turns = db.execute("SELECT n, id FROM turns WHERE message = ? ORDER BY n DESC", [message_n]).fetchall()
    turn_n = next((n for n, known_id in turns if turn_id in {"", known_id}), None)
    if not turns or turn_n == turns[0][0]:
        _replace_parts(db, message_n, message)
        db.execute("UPDATE messages SET state = ?, model = ? WHERE n = ?", [message.state, message.model, message_n])
    if turn_n is None and (message.usage or message.timings or error):  # figures without a turn: an import has them
        turn_n = _begin_turn(db, message_n, turn_id or new_turn_id(), message.created)
    _end_turn(db, turn_n, message, error, moment)


def set_message_state(db: Database, message_id: str, state: MessageState) -> None:
    db.execute("UPDATE messages SET state = ? WHERE id = ?", [state, message_id])


def set_heard(db: Database, message_id: str, heard: int | None) -> None:
    db.execute("UPDATE messages SET heard = ? WHERE id = ?", [heard, message_id])


def set_title(db: Database, conversation_id: str, title: str) -> None:
    db.execute("UPDATE conversations SET title = ? WHERE id = ?", [storable(title), conversation_id])


def set_head(db: Database, conversation_id: str, message_id: str) -> None:
    message_n = number(db, "messages", message_id)
    db.execute("UPDATE conversations SET head = ? WHERE id = ?", [message_n, conversation_id])


def delete_conversation(db: Database, conversation_id: str) -> None:
    db.execute("DELETE FROM conversations WHERE id = ?", [conversation_id])


def set_state_value(db: Database, name: str, value: str) -> None:
    db.execute("INSERT OR REPLACE INTO app_state (name, value) VALUES (?, ?)", [name, value])


def mark_interrupted(db: Database) -> None:
    """What still streams when the program starts was cut off when it ended."""
    for table in ("messages", "turns"):
        db.execute(
            f"UPDATE {table} SET state = ? WHERE state = '{_UNFINISHED}'",  # noqa: S608 - both words are ours
            [MessageState.INTERRUPTED],
        )


def forget_unused_blobs(db: Database) -> None:
    """What was attached and neither sent nor kept in a draft when the program ended."""
    db.execute(
        "DELETE FROM blobs WHERE n NOT IN (SELECT blob FROM parts WHERE blob IS NOT NULL)"
        " AND n NOT IN (SELECT blob FROM draft_parts WHERE blob IS NOT NULL)"
    )


# The parts of the verbs

_CONVERSATION = """
SELECT c.id, c.title, c.created, c.updated, m.id, c.titled_by, c.pinned, c.archived, f.id
FROM conversations c LEFT JOIN messages m ON m.n = c.head LEFT JOIN folders f ON f.n = c.folder
"""


def _conversation(row: Sequence[Any]) -> Conversation:
    conversation_id, title, created, updated, head_id, by, pinned, archived, folder_id = row
    order = titled_by(by), bool(pinned), bool(archived), folder_id
    return Conversation(conversation_id, title, created, updated, head_id, *order)


def titled_by(word: str) -> TitledBy:
    """A word that is none, as damage may leave it, is a person's: such a title is left alone."""
    return _TITLED_BY.get(word, TitledBy.PERSON)


_TITLED_BY = {by.value: by for by in TitledBy}

_LAST_PART = """
SELECT m.n, p.n, p.position, p.kind FROM messages m LEFT JOIN parts p ON p.message = m.n
WHERE m.id = ? ORDER BY p.position DESC LIMIT 1
"""


def number(db: Database, table: str, row_id: str) -> int:
    """The row's own number. Raises ``LookupError`` where no row has that id."""
    row = db.execute(f"SELECT n FROM {table} WHERE id = ?", [row_id]).fetchone()  # noqa: S608 - the table is ours
    if row is None:
        raise LookupError(f"no row {row_id!r} in {table}")
    return int(row[0])


def part_row(part: Part) -> list[object]:
    """Its kind, text and data as they are kept, and the id of the bytes that it points at."""
    data = json.dumps(dict(part.data)) if part.data else None
    return [part.kind, storable(part.text), data, blob_of(part)]


def part_of(kind: str, text: str, data: str | None) -> Part:
    """What ``part_row`` was made of."""
    return Part(_KINDS.get(kind) or PartKind(kind), text, _data(data) if data else _NO_DATA)


@functools.lru_cache(maxsize=256)
def _data(data: str) -> Mapping[str, object]:
    """Read once where it is the same of thousands of parts, as the server of answers is; nobody changes it."""
    found: dict[str, object] = json.loads(data)
    return found


_KINDS = {kind.value: kind for kind in PartKind}
_NO_DATA: Mapping[str, object] = {}


def _parts(db: Database, message_n: int) -> list[Part]:
    rows = db.execute("SELECT kind, text, data FROM parts WHERE message = ? ORDER BY position", [message_n])
    return [part_of(*row) for row in rows]


def _insert_parts(db: Database, message_n: int, parts: Iterable[Part], *, first: int = 0) -> None:
    for position, part in enumerate(parts, first):
        db.execute(
            "INSERT INTO parts (message, position, kind, text, data, blob)"
            " VALUES (?, ?, ?, ?, ?, (SELECT n FROM blobs WHERE id = ?))",
            [message_n, position, *part_row(part)],
        )


def storable(text: str) -> str:
    """The text with half surrogates made whole where they meet, and replaced where they do not: UTF-8 has none."""
    try:
        text.encode()
    except UnicodeEncodeError:
        return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
    return text


def _replace_parts(db: Database, message_n: int, message: Message) -> None:
    stored = tuple(_parts(db, message_n))
    text = "\n\n".join(part.text for part in stored if part.kind is PartKind.TEXT)
    is_less = len(message.text) < len(text) and text.startswith(message.text)
    if message.parts != stored and not is_less:  # an answer's, which have no blobs: those go with their last part
        db.execute("DELETE FROM parts WHERE message = ?", [message_n])
        _insert_parts(db, message_n, message.parts)


def _begin_turn(db: Database, message_n: int, turn_id: str, moment: float) -> int:
    row = db.execute(
        "INSERT INTO turns (id, message, state, started) VALUES (?, ?, ?, ?) RETURNING n",
        [turn_id, message_n, MessageState.STREAMING, moment],
    ).fetchone()
    return int(row[0])


def _end_turn(db: Database, turn_n: int | None, message: Message, error: str, moment: float) -> None:
    """May come twice, the second time with the first sound: the moment and the error stay as they were first told."""
    usage, timings = message.usage or Usage(), message.timings or Timings()
    db.execute(
        "UPDATE turns SET state = ?, ended = coalesce(ended, ?), error = max(error, ?),"
        " first_token_s = ?, first_sound_s = ?, total_s = ?,"
        " input_tokens = ?, output_tokens = ?, reasoning_tokens = ?, cached_tokens = ? WHERE n = ?",
        [
            *(message.state, moment, error, timings.first_token, timings.first_sound, timings.total),
            *(usage.input, usage.output, usage.reasoning, usage.cached, turn_n),
        ],
    )
