"""How a person keeps conversations: in folders, pinned, archived, under titles of their own; and out of the history."""

from __future__ import annotations

import json
from collections.abc import Collection, Sequence

from desktop_app.domain.messages import Folder, Message, MessageState, PartKind, Role, TitledBy
from desktop_app.storage import tables
from desktop_app.storage.history import History
from desktop_app.storage.tables import Database, storable

_FOLDED = "folded_in_the_list"
"""The name in ``app_state`` of what is folded."""


class Folders:
    """The verbs for conversations take any number of ids at once, and pass over those that are gone."""

    def __init__(self, history: History) -> None:
        self._history = history

    async def all(self) -> list[Folder]:
        """In their order."""
        return await self._history.read(_folders)

    async def add(self, folder: Folder) -> None:
        await self._history.write(lambda db: _add(db, folder))

    async def rename(self, folder_id: str, name: str) -> None:
        await self._history.write(
            lambda db: db.execute("UPDATE folders SET name = ? WHERE id = ?", [storable(name), folder_id])
        )

    async def order(self, folder_ids: Sequence[str]) -> None:
        """From now on they stand in this order."""
        places = [(float(place), folder_id) for place, folder_id in enumerate(folder_ids)]
        await self._history.write(lambda db: _for_each(db, "UPDATE folders SET position = ? WHERE id = ?", places))

    async def delete(self, folder_id: str) -> None:
        """Its conversations stay, in no folder."""
        await self._history.write(lambda db: db.execute("DELETE FROM folders WHERE id = ?", [folder_id]))

    async def move(self, conversation_ids: Sequence[str], folder_id: str | None) -> None:
        """Into a folder, None: out of whatever folder they are in. A folder that is gone takes nothing."""
        await self._history.write(lambda db: _move(db, conversation_ids, folder_id))

    async def pin(self, conversation_ids: Sequence[str], *, pinned: bool) -> None:
        sql = "UPDATE conversations SET pinned = ? WHERE id = ?"
        await self._history.write(lambda db: _for_each(db, sql, [(int(pinned), one) for one in conversation_ids]))

    async def archive(self, conversation_ids: Sequence[str], *, archived: bool) -> None:
        sql = "UPDATE conversations SET archived = ? WHERE id = ?"
        await self._history.write(lambda db: _for_each(db, sql, [(int(archived), one) for one in conversation_ids]))

    async def entitle(self, conversation_id: str, title: str, by: TitledBy) -> None:
        """A title of the model's takes the place of the first words only, a person's that of any."""
        lesser = "" if by is TitledBy.PERSON else f" AND titled_by = '{TitledBy.FIRST_WORDS.value}'"
        sql = f"UPDATE conversations SET title = ?, titled_by = ? WHERE id = ?{lesser}"  # noqa: S608 - the words are ours
        await self._history.write(
            lambda db: db.execute(sql, [storable(title), by.value, conversation_id]), conversation_id
        )

    async def untitled(self, answer: Message) -> str | None:
        """The question's words, where nobody has given its conversation a title, and this is its first whole answer."""
        return await self._history.read(lambda db: _untitled(db, answer))

    async def delete_conversations(self, conversation_ids: Sequence[str]) -> None:
        """For good, with all that hangs on them: gone from the file too."""
        await self._history.write(lambda db: _delete(db, conversation_ids))
        await self._history.forget_log()

    async def folded(self) -> frozenset[str] | None:
        """What ``keep_folded`` said last, in this run or an earlier one; None where it never said anything."""
        return _names(await self._history.read(lambda db: tables.state_value(db, _FOLDED)))

    async def keep_folded(self, names: Collection[str]) -> None:
        value = json.dumps(sorted(names))
        await self._history.write(lambda db: tables.set_state_value(db, _FOLDED, value))


def _folders(db: Database) -> list[Folder]:
    return [Folder(*row) for row in db.execute("SELECT id, name, position FROM folders ORDER BY position, n")]


def _add(db: Database, folder: Folder) -> None:
    db.execute(
        "INSERT INTO folders (id, name, position) VALUES (?, ?, ?)",
        [folder.id, storable(folder.name), folder.position],
    )


def _move(db: Database, conversation_ids: Sequence[str], folder_id: str | None) -> None:
    found = db.execute("SELECT n FROM folders WHERE id = ?", [folder_id]).fetchone()
    if folder_id is not None and found is None:
        return
    folder_n = found[0] if found else None
    moved = [(folder_n, one) for one in conversation_ids]
    _for_each(db, "UPDATE conversations SET folder = ? WHERE id = ?", moved)


def _untitled(db: Database, answer: Message) -> str | None:
    row = db.execute("SELECT n, titled_by FROM conversations WHERE id = ?", [answer.conversation_id]).fetchone()
    if row is None or row[1] != TitledBy.FIRST_WORDS:
        return None
    if db.execute(_OTHER_ANSWER, [row[0], answer.id, Role.ASSISTANT, MessageState.COMPLETE]).fetchone():
        return None
    return "\n\n".join(str(text) for (text,) in db.execute(_WORDS, [answer.parent_id, PartKind.TEXT]))


_OTHER_ANSWER = "SELECT 1 FROM messages WHERE conversation = ? AND id != ? AND role = ? AND state = ? LIMIT 1"

_WORDS = """
SELECT p.text FROM parts p JOIN messages m ON m.n = p.message WHERE m.id = ? AND p.kind = ? ORDER BY p.position
"""


def _delete(db: Database, conversation_ids: Sequence[str]) -> None:
    for conversation_id in conversation_ids:
        tables.delete_conversation(db, conversation_id)


def _for_each(db: Database, sql: str, rows: Sequence[Sequence[object]]) -> None:
    for row in rows:
        db.execute(sql, row)


def _names(value: str) -> frozenset[str] | None:
    try:
        names = json.loads(value) if value else None
    except ValueError:
        return None
    return frozenset(map(str, names)) if isinstance(names, list) else None
