"""The tree of a conversation on disk: walked to any leaf, copied along a path, cut below any message."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from desktop_app.domain.attachments import image_part
from desktop_app.domain.message_tree import Siblings
from desktop_app.domain.messages import Conversation, Message, MessageState, Part, PartKind, Role
from desktop_app.domain.usage import Timings, Usage
from desktop_app.storage.branches import Branches
from desktop_app.storage.history import History
from desktop_app.storage.pictures import Pictures

MakeMessage = Callable[..., Message]


@pytest.fixture
async def branches(history: History, conversation: Conversation, make_message: MakeMessage) -> Branches:
    """The question q has the answers a and b; below a the question r was answered by s, which is the head."""
    await history.add_conversation(conversation)
    for name, parent in (("q", None), ("a", "q"), ("b", "q"), ("r", "a"), ("s", "r")):
        await history.add_message(make_message(name, parent, f"text of {name}"))
    return Branches(history)


async def ids(history: History, conversation_id: str = "c") -> list[str]:
    return [message.id for message in await history.path(conversation_id)]


async def test_a_conversation_is_shown_with_its_whole_tree(branches: Branches) -> None:
    messages, tree = await branches.shown("c")
    assert [message.id for message in messages] == ["q", "a", "r", "s"]
    assert tree.siblings("b") == Siblings(2, 2)
    assert tree.path("b") == ["q", "b"]
    nothing, empty = await branches.shown("unknown")
    assert (nothing, len(empty)) == ([], 0)


async def test_a_branch_is_read_from_below_any_message_of_it(branches: Branches) -> None:
    assert [one.id for one in await branches.branch("s", None)] == ["q", "a", "r", "s"]
    below = await branches.branch("s", "a")
    assert [(one.id, one.parent_id, one.text) for one in below] == [
        ("r", "a", "text of r"),
        ("s", "r", "text of s"),
    ]
    assert await branches.branch("b", "b") == []
    with pytest.raises(LookupError):
        await branches.branch("unknown", None)


async def test_a_message_goes_with_all_below_it_and_the_head_moves_above_it(
    branches: Branches, history: History, file: Path
) -> None:
    await branches.delete("a")
    assert await ids(history) == ["q"]
    _, tree = await branches.shown("c")
    assert (len(tree), tree.path("b")) == (2, ["q", "b"])
    assert b"text of r" not in b"".join(path.read_bytes() for path in file.parent.glob("history.db*"))


async def test_a_head_on_another_branch_stays_and_the_root_may_go_too(branches: Branches, history: History) -> None:
    await history.set_head("c", "b")
    await branches.delete("r")
    assert await ids(history) == ["q", "b"]
    await branches.delete("q")
    assert await ids(history) == []
    await branches.delete("q")
    [kept] = await history.conversations()
    assert kept.head_id is None


async def test_a_branch_of_any_depth_is_deleted(
    branches: Branches, history: History, make_message: MakeMessage
) -> None:
    parent = "s"
    for number in range(2_500):  # more than the 1,000 at which SQLite's own cascades end
        name = f"deep {number}"
        await history.add_message(make_message(name, parent))
        parent = name
    await branches.delete("r")
    assert await ids(history) == ["q", "a"]


async def test_a_path_is_copied_with_parts_figures_and_pictures_and_lives_by_itself(
    branches: Branches, history: History
) -> None:
    pictures = Pictures(history)
    await pictures.keep("blob", b"bytes")
    parts = (Part(PartKind.TEXT, "look"), image_part("blob", "p.png", "image/png", 5, 1, 1))
    await history.add_message(Message("x", "c", "s", Role.USER, parts, 5.0))
    answer = Message("y", "c", "x", Role.ASSISTANT, (Part(PartKind.TEXT, "seen"),), 6.0, model="m", heard=2)
    await history.add_message(replace(answer, state=MessageState.STREAMING), "turn")
    figures = replace(answer, usage=Usage(1, 2, 3, 4), timings=Timings(0.1, 0.2, 0.3))
    await history.finish_message(figures, turn_id="turn")
    path = ["q", "a", "r", "s", "x", "y"]
    new = Conversation("d", "copy", created=9.0, updated=9.0)
    await branches.copy(new, [(one, f"copy of {one}") for one in path])
    originals = {message.id: message for message in await history.path("c")}
    copies = await history.path("d")
    assert [message.id for message in copies] == [f"copy of {one}" for one in path]
    for old, copy in zip(path, copies, strict=True):
        expected = replace(originals[old], id=copy.id, conversation_id="d", parent_id=copy.parent_id)
        assert copy == expected
    assert [turn.id for turn in await branches.turns("copy of y")] == ["turn"]
    await history.delete_conversation("c")
    assert await pictures.contents(["blob"]) == {"blob": b"bytes"}
    [kept] = await history.conversations()
    assert (kept.title, kept.updated, kept.head_id) == ("copy", 9.0, "copy of y")


async def test_what_still_streams_is_copied_as_far_as_it_came(branches: Branches, history: History) -> None:
    await history.add_message(Message("x", "c", "s", Role.ASSISTANT, (), 5.0, MessageState.STREAMING), "turn")
    history.append_text("x", "Half an")
    await branches.copy(Conversation("d", "", 9.0, 9.0), [("x", "y")])
    history.append_text("x", " answer")
    [copy] = await history.path("d")
    assert (copy.text, copy.state, copy.parent_id) == ("Half an", MessageState.STOPPED, None)
    assert (await history.path("c"))[-1].state is MessageState.STREAMING


async def test_each_time_a_message_was_worked_on_is_told(branches: Branches, history: History) -> None:
    answer = Message("x", "c", "s", Role.ASSISTANT, (), 5.0, MessageState.STREAMING)
    await history.add_message(answer, "first")
    stopped = replace(answer, state=MessageState.STOPPED, usage=Usage(1, 2), timings=Timings(total=1.0))
    await history.finish_message(stopped, "NetworkError", turn_id="first")
    await history.resume_message("x", "second")
    first, second = await branches.turns("x")
    assert (first.id, first.started, first.usage, first.timings, first.error) == (
        "first",
        5.0,
        Usage(1, 2),
        Timings(total=1.0),
        "NetworkError",
    )
    assert (second.id, second.usage, second.timings, second.error) == ("second", None, None, "")
    assert await branches.turns("q") == []


async def test_what_a_full_disk_refuses_is_read_as_if_it_had_been_done(branches: Branches, history: History) -> None:
    def refuse(_db: object) -> None:
        if refused:
            error = sqlite3.OperationalError("database or disk is full")
            error.sqlite_errorcode = sqlite3.SQLITE_FULL
            raise error

    refused = [True]
    await history.write(refuse)
    await branches.copy(Conversation("d", "", 9.0, 9.0), [("q", "q2"), ("a", "a2")])
    await branches.delete("r")
    refused.clear()
    assert await ids(history, "d") == ["q2", "a2"]
    assert await ids(history) == ["q", "a"]
    assert await history.flush()
    assert await ids(history) == ["q", "a"]
