"""A temporary conversation: everything a conversation can do, and not a byte of it on the disk."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable
from pathlib import Path

import pytest

from desktop_app.domain.attachments import image_part
from desktop_app.domain.drafts import Draft
from desktop_app.domain.messages import Conversation, Message, MessageState, Part, PartKind, Role
from desktop_app.storage.backups import copying
from desktop_app.storage.branches import Branches
from desktop_app.storage.drafts import Drafts
from desktop_app.storage.history import History
from desktop_app.storage.pictures import Pictures
from desktop_app.storage.prompts import Prompts
from tests.storage.conftest import OpenHistory

Make = Callable[..., Message]

WORD = "Marzipankartoffel"


def on_disk(folder: Path, word: str = WORD) -> list[str]:
    """The files below it that hold the word."""
    files = [path for path in folder.rglob("*") if path.is_file()]
    assert files
    return [path.name for path in files if word.encode() in path.read_bytes()]


@pytest.fixture
async def temporary(history: History) -> Conversation:
    new = Conversation("t", f"title {WORD}", 1.0, 1.0)
    await history.begin_temporary(new)
    return new


async def talk(history: History, make_message: Make) -> None:
    await history.add_message(make_message("tq", text=f"question {WORD}", conversation_id="t"))
    answer = make_message("ta", "tq", role=Role.ASSISTANT, state=MessageState.STREAMING, conversation_id="t")
    await history.add_message(answer, "turn")
    history.append_text("ta", f"answer {WORD}")
    await history.finish_message(dataclasses.replace(answer, state=MessageState.COMPLETE), turn_id="turn")


async def test_it_does_all_that_a_conversation_does_and_leaves_no_byte(
    history: History, temporary: Conversation, make_message: Make, tmp_path: Path
) -> None:
    branches, drafts, pictures = Branches(history), Drafts(history), Pictures(history)
    await talk(history, make_message)
    await drafts.keep("t", Draft(f"draft {WORD}"))
    await pictures.keep("blob", WORD.encode(), "t")
    picture = image_part("blob", "p.png", "image/png", 9, 1, 1)
    await history.add_message(dataclasses.replace(make_message("tq2", "tq", conversation_id="t"), parts=(picture,)), "")
    await history.set_head("t", "ta")
    await history.set_heard("ta", 3)
    await history.set_title("t", f"other {WORD}")
    await history.set_open("t")

    assert [message.text for message in await history.path("t")] == [f"question {WORD}", f"answer {WORD}"]
    messages, tree = await branches.shown("t")
    assert messages[-1].heard == 3
    assert tree.siblings("tq2").count == 2
    assert [turn.id for turn in await branches.turns("ta")] == ["turn"]
    assert (await drafts.get("t")).text == f"draft {WORD}"
    assert await pictures.contents(["blob"]) == {"blob": WORD.encode()}
    assert await Prompts(history).asked(5) == [f"question {WORD}"]
    found = await history.conversation("t")
    assert found is not None
    assert found.title == f"other {WORD}"

    assert await history.conversations() == []
    assert await history.last_open() is None
    assert on_disk(tmp_path) == []
    await history.close()
    assert on_disk(tmp_path) == []


async def test_a_copy_of_it_is_temporary_too(
    history: History, temporary: Conversation, make_message: Make, tmp_path: Path
) -> None:
    await talk(history, make_message)
    new = Conversation("copy", WORD, 2.0, 2.0)
    await Branches(history).copy(new, [("tq", "cq"), ("ta", "ca")])
    assert history.is_temporary("copy")
    assert [message.text for message in await history.path("copy")] == [f"question {WORD}", f"answer {WORD}"]
    assert await history.conversations() == []
    await history.flush()
    assert on_disk(tmp_path) == []


async def test_what_comes_after_it_was_forgotten_goes_nowhere(
    history: History, temporary: Conversation, make_message: Make, tmp_path: Path
) -> None:
    await talk(history, make_message)
    await history.forget_temporary("t")
    answer = make_message("ta", "tq", f"late {WORD}", role=Role.ASSISTANT, conversation_id="t")
    history.append_text("ta", f"late {WORD}")
    await history.finish_message(answer, turn_id="turn")
    await history.set_heard("ta", 1)
    await Drafts(history).keep("t", Draft(f"late {WORD}"))
    await Pictures(history).keep("late", WORD.encode(), "t")
    await history.set_open("t")
    assert await history.path("t") == []
    assert await history.conversation("t") is None
    assert await history.conversations() == []
    await history.flush()
    assert on_disk(tmp_path) == []
    assert history.is_temporary("t"), "who asks later still hears that nothing of it is to be kept"


async def test_one_that_is_kept_is_an_ordinary_one_from_then_on(open_history: OpenHistory, make_message: Make) -> None:
    history = await open_history()
    await history.begin_temporary(Conversation("t", "kept", 1.0, 1.0))
    await history.add_message(make_message("tq", text="question", conversation_id="t"))
    answer = make_message("ta", "tq", role=Role.ASSISTANT, state=MessageState.STREAMING, conversation_id="t")
    await history.add_message(answer, "turn")
    history.append_text("ta", "first half, ")
    await Drafts(history).keep("t", Draft("begun"))
    await Pictures(history).keep("blob", b"bytes", "t")
    part = image_part("blob", "p.png", "image/png", 5, 1, 1)
    await history.add_message(dataclasses.replace(make_message("tq2", "tq", conversation_id="t"), parts=(part,)))
    await history.set_head("t", "ta")

    assert await history.keep_temporary("t")
    assert not history.is_temporary("t")
    history.append_text("ta", "second half")
    await history.finish_message(dataclasses.replace(answer, state=MessageState.COMPLETE, parts=()), turn_id="turn")
    assert not await history.keep_temporary("t"), "there is nothing left to keep"
    await history.close()

    history = await open_history()
    messages, tree = await Branches(history).shown("t")
    assert [message.text for message in messages] == ["question", "first half, second half"]
    assert messages[-1].state is MessageState.COMPLETE
    assert "tq2" in tree
    assert await Pictures(history).contents(["blob"]) == {"blob": b"bytes"}
    assert (await Drafts(history).get("t")).text == "begun"
    assert [turn.id for turn in await Branches(history).turns("ta")] == ["turn"]


async def test_one_that_could_not_be_kept_is_still_there(
    history: History, temporary: Conversation, make_message: Make, monkeypatch: pytest.MonkeyPatch
) -> None:
    await talk(history, make_message)

    def stumble(*_arguments: object, **_others: object) -> int:
        raise ZeroDivisionError

    told: list[int] = []
    history.on_written = lambda: told.append(1)
    with monkeypatch.context() as patch:
        patch.setattr(copying, "put_rows", stumble)
        with pytest.raises(ZeroDivisionError):
            await history.keep_temporary(temporary.id)
    assert history.is_temporary(temporary.id)
    assert len(await history.path(temporary.id)) == 2
    assert not told
    assert await history.keep_temporary(temporary.id)
    assert len(await history.path(temporary.id)) == 2
    assert told, "so that it is found by the search"


async def test_ordinary_conversations_go_on_beside_it(
    history: History, temporary: Conversation, conversation: Conversation, make_message: Make
) -> None:
    await history.add_conversation(conversation)
    await history.add_message(make_message("q", text="ordinary"))
    history.append_text("q", " words")
    await talk(history, make_message)
    await history.delete_conversation("t")
    assert [message.text for message in await history.path("c")] == ["ordinary words"]
    assert await history.path("t") == []


async def test_a_conversation_is_copied_with_every_part_and_only_once(
    open_history: OpenHistory, make_message: Make, tmp_path: Path
) -> None:
    history, other = await open_history(), await open_history(tmp_path / "other" / "history.db")
    await history.add_conversation(Conversation("c", "title", 1.0, 1.0))
    for number in range(5):
        await history.add_message(make_message(f"m{number}", f"m{number - 1}" if number else None, text=f"{number}"))
    await history.add_message(dataclasses.replace(make_message("b", "m1"), parts=(Part(PartKind.TOOL_CALL, "x"),)))
    pieces = await history.read(lambda db: list(copying.pieces_of(db, "c", 4)))
    assert [len(piece.messages) for piece in pieces] == [4, 2]
    added: list[int] = []
    for _ in range(2):
        await other.write(lambda db: added.extend([copying.put_rows(db, piece) for piece in pieces]))
    assert added == [4, 2, 0, 0]
    assert await other.path("c") == await history.path("c")
    assert await other.conversation("c") == await history.conversation("c")
