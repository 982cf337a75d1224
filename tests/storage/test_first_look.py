"""The end of the last conversation, read before the history is opened: what is there, and never any trouble."""

from __future__ import annotations

import asyncio
import sqlite3
from pathlib import Path

import pytest

from desktop_app.domain.messages import Conversation, Message, MessageState, Part, PartKind, Role
from desktop_app.storage.first_look import newest_messages
from desktop_app.storage.history import History


def _message(number: int, state: MessageState = MessageState.COMPLETE) -> Message:
    role = Role.ASSISTANT if number % 2 else Role.USER
    parent = f"m{number - 1}" if number else None
    return Message(f"m{number}", "c", parent, role, (Part(PartKind.TEXT, f"text {number}"),), float(number), state)


async def _fill(path: Path, messages: int, *, opened: bool = True) -> History:
    history = await History.open(path)
    await history.add_conversation(Conversation("c", "Talk", 1.0, 2.0))
    for number in range(messages):
        await history.add_message(_message(number))
    if opened:
        await history.set_open("c")
    return history


@pytest.mark.parametrize(
    ("messages", "most", "seen"), [(5, 3, [2, 3, 4]), (5, 5, [0, 1, 2, 3, 4]), (2, 9, [0, 1]), (0, 9, [])]
)
async def test_the_newest_are_seen_in_their_order(tmp_path: Path, messages: int, most: int, seen: list[int]) -> None:
    history = await _fill(tmp_path / "history.db", messages)
    await history.close()
    found = newest_messages(tmp_path / "history.db", most)
    assert [message.text for message in found] == [f"text {number}" for number in seen]


async def test_they_are_what_the_history_itself_gives(tmp_path: Path) -> None:
    history = await _fill(tmp_path / "history.db", 4)
    whole = await history.path("c")
    await history.close()
    assert newest_messages(tmp_path / "history.db", 10) == whole
    assert newest_messages(tmp_path / "history.db", 2)[1:] == whole[3:]


async def test_a_program_that_runs_or_died_does_not_hide_them_and_nothing_offers_to_go_on_yet(tmp_path: Path) -> None:
    history = await _fill(tmp_path / "history.db", 1)
    await history.add_message(_message(1, MessageState.STREAMING), "turn")
    await history.set_heard("m1", 3)
    history.append_text("m1", " and more")
    await history.flush()
    found = newest_messages(tmp_path / "history.db", 10)
    assert [message.heard for message in found] == [None, None]
    assert [(message.text, message.state) for message in found] == [
        ("text 0", MessageState.COMPLETE),
        ("text 1 and more", MessageState.COMPLETE),
    ]
    await history.close()


async def test_without_an_open_conversation_there_is_nothing(tmp_path: Path) -> None:
    history = await _fill(tmp_path / "history.db", 2, opened=False)
    await history.close()
    assert newest_messages(tmp_path / "history.db", 10) == []


def test_a_history_that_is_not_there_is_not_made(tmp_path: Path) -> None:
    assert newest_messages(tmp_path / "history.db", 10) == []
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("content", [b"", b"no database at all", b"SQLite format 3\0" + b"\xff" * 5000])
def test_a_damaged_file_says_nothing_and_stays_as_it_is(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "history.db"
    path.write_bytes(content)
    assert newest_messages(path, 10) == []
    assert path.read_bytes() == content


async def test_another_version_is_left_to_the_history(tmp_path: Path) -> None:
    path = tmp_path / "history.db"
    await (await _fill(path, 2)).close()
    for version in (1, 999):
        with sqlite3.connect(path) as db:
            db.execute(f"PRAGMA user_version = {version}")
        assert newest_messages(path, 10) == []


async def test_nobody_waits_for_one_who_writes(tmp_path: Path) -> None:
    path = tmp_path / "history.db"
    await (await _fill(path, 2)).close()
    writer = sqlite3.connect(path, isolation_level=None)
    writer.execute("BEGIN EXCLUSIVE")
    found = await asyncio.wait_for(asyncio.to_thread(newest_messages, path, 10), 5)
    assert len(found) in {0, 2}
    writer.close()
