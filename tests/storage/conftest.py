"""What the tests of storage build again and again."""

from __future__ import annotations

from collections.abc import AsyncIterator, Awaitable, Callable
from pathlib import Path

import pytest

from desktop_app.domain.messages import Conversation, Message, MessageState, Part, PartKind, Role
from desktop_app.storage.history import History

OpenHistory = Callable[..., Awaitable[History]]


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "history.db"


@pytest.fixture
async def open_history(file: Path) -> AsyncIterator[OpenHistory]:
    """Opens the history of this test, as often as wanted; what is open at the end is closed."""
    opened: list[History] = []

    async def open_one(path: Path = file, **options: object) -> History:
        history = await History.open(path, **options)  # type: ignore[arg-type]  # handed through
        opened.append(history)
        return history

    yield open_one
    for history in opened:
        await history.close()


@pytest.fixture
async def history(open_history: OpenHistory) -> History:
    return await open_history()


@pytest.fixture
def conversation() -> Conversation:
    return Conversation("c", "", created=1.0, updated=1.0)


@pytest.fixture
def make_message() -> Callable[..., Message]:
    def make(
        name: str,
        parent: str | None = None,
        text: str = "",
        *,
        role: Role = Role.USER,
        state: MessageState = MessageState.COMPLETE,
        conversation_id: str = "c",
        created: float = 2.0,
    ) -> Message:
        parts = (Part(PartKind.TEXT, text),) if text else ()
        return Message(name, conversation_id, parent, role, parts, created, state)

    return make
