"""Prompts in the history's file: those that were saved under a name, and those that were asked."""

from __future__ import annotations

import time

from desktop_app.domain.messages import PartKind, Role
from desktop_app.domain.prompts import SavedPrompt
from desktop_app.storage.history import History
from desktop_app.storage.tables import Database, storable


class Prompts:
    def __init__(self, history: History) -> None:
        self._history = history

    async def saved(self) -> list[SavedPrompt]:
        """By their names."""
        return await self._history.read(_saved)

    async def keep(self, prompt: SavedPrompt) -> None:
        """A new one, or the new name and text of one that is there."""
        moment = time.time()
        await self._history.write(lambda db: _keep(db, prompt, moment))

    async def delete(self, prompt_id: str) -> None:
        await self._history.write(lambda db: db.execute("DELETE FROM prompts WHERE id = ?", [prompt_id]))

    async def asked(self, most: int) -> list[str]:
        """What was asked in any conversation, the newest first, each text once."""
        kept, *temporary = await self._history.read_everywhere(lambda db: _asked(db, most))
        newest_first = [*(text for some in temporary for text in some), *kept]
        return list(dict.fromkeys(newest_first))[:most]


def _saved(db: Database) -> list[SavedPrompt]:
    rows = db.execute("SELECT id, name, text FROM prompts")
    return sorted((SavedPrompt(*row) for row in rows), key=lambda prompt: (prompt.name.casefold(), prompt.id))


def _keep(db: Database, prompt: SavedPrompt, moment: float) -> None:
    db.execute(
        "INSERT INTO prompts (id, name, text, changed) VALUES (?, ?, ?, ?)"
        " ON CONFLICT (id) DO UPDATE SET name = excluded.name, text = excluded.text, changed = excluded.changed",
        [prompt.id, storable(prompt.name), storable(prompt.text), moment],
    )


def _asked(db: Database, most: int) -> list[str]:
    rows = db.execute(
        "SELECT p.text FROM messages m JOIN parts p ON p.message = m.n"
        " WHERE m.role = ? AND p.kind = ? AND p.text != '' ORDER BY m.n DESC LIMIT ?",
        [Role.USER, PartKind.TEXT, 2 * most],
    )
    return list(dict.fromkeys(str(text) for (text,) in rows))[:most]
