"""Whole conversations out of the history: every branch, every turn, and what the disk does not have yet."""

from __future__ import annotations

from collections.abc import AsyncIterator
from dataclasses import replace
from pathlib import Path

import pytest

from desktop_app.domain.attachments import image_part
from desktop_app.domain.drafts import Draft
from desktop_app.domain.messages import Conversation, Message, MessageState, Part, PartKind, Role
from desktop_app.domain.usage import Timings, Usage
from desktop_app.storage import export_rows
from desktop_app.storage.drafts import Drafts
from desktop_app.storage.export_rows import ExportRows
from desktop_app.storage.history import History
from desktop_app.storage.pictures import Pictures
from desktop_app.storage.tables import Database


@pytest.fixture
async def history(tmp_path: Path) -> AsyncIterator[History]:
    history = await History.open(tmp_path / "history.db")
    await history.add_conversation(Conversation("c", "A garden", 1.0, 1.0))
    yield history
    await history.close()


def message(message_id: str, parent: str | None, text: str = "words", role: Role = Role.USER) -> Message:
    return Message(message_id, "c", parent, role, (Part(PartKind.TEXT, text),), 2.0, model="")


async def test_all_branches_come_with_their_turns(history: History) -> None:
    await history.add_message(message("q", None))
    for number in range(2):
        answer = message(f"a{number}", "q", role=Role.ASSISTANT)
        await history.add_message(replace(answer, state=MessageState.STREAMING), f"turn{number}")
        await history.finish_message(replace(answer, usage=Usage(1, number), timings=Timings(0.5)))
    await history.resume_message("a0", "again")
    whole = await ExportRows(history).whole("c")
    assert whole is not None
    assert [(one.message.id, one.message.parent_id) for one in whole.messages] == [
        ("q", None),
        ("a0", "q"),
        ("a1", "q"),
    ]
    assert [turn.id for turn in whole.messages[1].turns] == ["turn0", "again"]
    assert whole.messages[2].turns[0].usage == Usage(1, 1)
    assert whole.messages[2].message.timings == Timings(0.5)
    assert [one.id for one in whole.shown()] == ["q", "a1"]


async def test_what_streamed_in_this_moment_is_in_it(history: History) -> None:
    await history.add_message(message("q", None))
    answer = Message("a", "c", "q", Role.ASSISTANT, (), 2.0, MessageState.STREAMING)
    await history.add_message(answer, "turn")
    history.append_text("a", "half a ")
    history.append_text("a", "word")
    whole = await ExportRows(history).whole("c")
    assert whole is not None
    assert whole.messages[1].message.text == "half a word"
    assert whole.messages[1].message.state is MessageState.STREAMING


async def test_more_messages_than_are_read_at_once_come_in_order(
    history: History, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(export_rows, "_AT_ONCE", 3)
    for number in range(10):
        await history.add_message(message(f"m{number}", f"m{number - 1}" if number else None, str(number)))
    whole = await ExportRows(history).whole("c")
    assert whole is not None
    assert [one.message.text for one in whole.messages] == [str(number) for number in range(10)]


async def test_children_that_were_written_before_their_parents_come_behind_them(history: History) -> None:
    for name in ("x", "y", "z"):
        await history.add_message(message(name, None))

    def turn_round(db: Database) -> None:
        for child, parent in (("x", "y"), ("y", "z")):
            db.execute(
                "UPDATE messages SET parent = (SELECT n FROM messages WHERE id = ?) WHERE id = ?", [parent, child]
            )

    await history.write(turn_round)
    whole = await ExportRows(history).whole("c")
    assert whole is not None
    assert [one.message.id for one in whole.messages] == ["z", "y", "x"]


async def test_drafts_and_pictures_come_too(history: History) -> None:
    rows = ExportRows(history)
    await Pictures(history).keep("b", b"bytes")
    part = image_part("b", "p.png", "image/png", 5, 1, 1)
    await Drafts(history).keep("c", Draft("begun", (part,)))
    whole = await rows.whole("c")
    assert whole is not None
    assert whole.draft == Draft("begun", (part,))
    assert list(whole.blobs()) == ["b"]
    assert await rows.picture("b") == b"bytes"
    assert await rows.picture("gone") is None


async def test_a_temporary_conversation_is_exported_while_it_is_open_and_is_not_among_the_others(
    history: History,
) -> None:
    rows = ExportRows(history)
    await history.begin_temporary(Conversation("t", "Passing", 1.0, 1.0))
    await history.add_message(replace(message("m", None), conversation_id="t"))
    assert [one.id for one in await rows.conversations()] == ["c"]
    assert [one.id for one in await rows.conversations("t")] == ["t", "c"]
    whole = await rows.whole("t")
    assert whole is not None
    assert [one.message.text for one in whole.messages] == ["words"]


async def test_archived_conversations_are_listed_and_gone_ones_are_none(history: History) -> None:
    rows = ExportRows(history)
    await history.write(lambda db: db.execute("UPDATE conversations SET archived = 1"))
    assert [one.id for one in await rows.conversations()] == ["c"]
    await history.delete_conversation("c")
    assert await rows.whole("c") is None
    assert await rows.conversations() == []
