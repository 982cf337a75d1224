"""The history: what was said is there again, in the order and the branch in which it was said."""

from __future__ import annotations

import asyncio
import dataclasses
import os
import sqlite3
import threading
from collections.abc import Callable
from pathlib import Path

import pytest

from desktop_app.domain.messages import Conversation, Message, MessageState, Part, PartKind, Role
from desktop_app.domain.usage import Timings, Usage
from desktop_app.storage import history as history_module
from desktop_app.storage.history import History
from tests.storage.conftest import OpenHistory

Make = Callable[..., Message]


async def streaming(history: History, conversation: Conversation, make_message: Make) -> Message:
    """A question, and an answer that has just begun in turn t1."""
    await history.add_conversation(conversation)
    await history.add_message(make_message("q", text="why?"))
    answer = make_message("a", "q", role=Role.ASSISTANT, state=MessageState.STREAMING, created=3.0)
    await history.add_message(answer, turn_id="t1")
    return answer


async def test_a_conversation_is_there_again_after_a_restart(
    open_history: OpenHistory, conversation: Conversation, make_message: Make
) -> None:
    history = await open_history()
    answer = await streaming(history, conversation, make_message)
    done = dataclasses.replace(
        answer,
        parts=(Part(PartKind.REASONING, "hm"), Part(PartKind.TEXT, "because"), Part(PartKind.FILE, "", {"name": "x"})),
        state=MessageState.COMPLETE,
        model="gpt",
        usage=Usage(input=1, output=2, cached=0),
        timings=Timings(first_token=0.1, first_sound=0.2, total=0.3),
    )
    await history.finish_message(done)
    assert await history.close()

    again = await open_history()
    assert again.problem is None
    assert await again.path("c") == [make_message("q", text="why?"), done]
    assert await again.conversations() == [dataclasses.replace(conversation, updated=3.0, head_id="a")]
    assert await again.conversation("c") == dataclasses.replace(conversation, updated=3.0, head_id="a")
    assert await again.conversation("unknown") is None


async def test_text_that_was_appended_is_read_at_once(
    history: History, conversation: Conversation, make_message: Make
) -> None:
    await streaming(history, conversation, make_message)
    for word in ("Be", "cause ", "🙂", "\x00", "\n"):
        history.append_text("a", word)
    assert (await history.path("c"))[-1].text == "Because 🙂\x00\n"


async def test_half_a_surrogate_finds_its_other_half_or_is_replaced(
    history: History, conversation: Conversation, make_message: Make
) -> None:
    await streaming(history, conversation, make_message)
    history.append_text("a", "\ud83d")
    history.append_text("a", "\ude42 and \ud83d alone")
    assert (await history.path("c"))[-1].text == "🙂 and \ufffd alone"


async def test_text_of_many_answers_at_once_is_not_mixed_up(history: History, make_message: Make) -> None:
    names = [f"{number}" for number in range(20)]
    for name in names:
        await history.add_conversation(Conversation(name, "", 1.0, 1.0))
        await history.add_message(
            make_message(f"a{name}", state=MessageState.STREAMING, conversation_id=name), turn_id=name
        )
    for round_ in range(50):
        for name in names:
            history.append_text(f"a{name}", f"{name}.{round_} ")
    for name in names:
        (message,) = await history.path(name)
        assert message.text == "".join(f"{name}.{round_} " for round_ in range(50))


async def test_appended_text_reaches_the_disk_without_being_asked(
    history: History, file: Path, conversation: Conversation, make_message: Make, monkeypatch: pytest.MonkeyPatch
) -> None:
    await streaming(history, conversation, make_message)
    posted: list[float] = []
    post = history._thread.post

    def note(job: Callable[[], object], *, after: float = 0.0) -> None:
        posted.append(after)
        post(job)  # at once: the test does not wait

    monkeypatch.setattr(history._thread, "post", note)
    history.append_text("a", "on ")
    history.append_text("a", "disk")
    await history._thread.run(lambda: None)
    with sqlite3.connect(f"file:{file}?mode=ro", uri=True) as other:
        assert "".join(text for (text,) in other.execute("SELECT text FROM parts WHERE message = 2")) == "on disk"
    other.close()
    assert posted[0] == history_module._GATHER_SECONDS <= 0.25


async def test_a_flood_of_text_is_written_before_its_time(
    history: History, conversation: Conversation, make_message: Make, monkeypatch: pytest.MonkeyPatch
) -> None:
    await streaming(history, conversation, make_message)
    posted: list[float] = []
    monkeypatch.setattr(history._thread, "post", lambda _job, *, after=0.0: posted.append(after))
    for _ in range(3):
        history.append_text("a", "x" * 30_000)
    history.append_text("a", "x")
    assert posted == [history_module._GATHER_SECONDS, 0.0]
    monkeypatch.undo()


async def test_finishing_keeps_what_streamed_where_nothing_better_is_given(
    history: History, conversation: Conversation, make_message: Make
) -> None:
    answer = await streaming(history, conversation, make_message)
    history.append_text("a", "half an answ")
    await history.finish_message(dataclasses.replace(answer, state=MessageState.STOPPED))
    assert (await history.path("c"))[-1] == dataclasses.replace(
        answer, state=MessageState.STOPPED, parts=(Part(PartKind.TEXT, "half an answ"),)
    )


async def test_the_place_where_the_voice_was_stopped_is_kept_until_the_rest_is_heard(
    open_history: OpenHistory, conversation: Conversation, make_message: Make
) -> None:
    history = await open_history()
    answer = await streaming(history, conversation, make_message)
    history.append_text("a", "one two three")
    await history.set_heard("a", 7)
    await history.finish_message(dataclasses.replace(answer, state=MessageState.COMPLETE))
    await history.close()
    history = await open_history()
    assert [message.heard for message in await history.path("c")] == [None, 7]
    await history.set_heard("a", None)
    assert [message.heard for message in await history.path("c")] == [None, None]


async def test_text_after_a_tool_call_is_a_part_of_its_own(
    history: History, conversation: Conversation, make_message: Make
) -> None:
    await history.add_conversation(conversation)
    call = Part(PartKind.TOOL_CALL, "", {"name": "clock", "arguments": {"zone": "Łódź"}})
    await history.add_message(dataclasses.replace(make_message("a"), parts=(Part(PartKind.TEXT, "wait"), call)))
    history.append_text("a", "it is ")
    history.append_text("a", "noon")
    assert (await history.path("c"))[0].parts == (Part(PartKind.TEXT, "wait"), call, Part(PartKind.TEXT, "it is noon"))


async def test_an_answer_goes_on_in_a_new_turn_with_figures_of_its_own(
    history: History, file: Path, conversation: Conversation, make_message: Make
) -> None:
    answer = await streaming(history, conversation, make_message)
    history.append_text("a", "one ")
    await history.finish_message(
        dataclasses.replace(answer, state=MessageState.FAILED, usage=Usage(output=1)), "ConnectionCut"
    )
    await history.resume_message("a", "t2")
    assert (await history.path("c"))[-1].state is MessageState.STREAMING
    history.append_text("a", "two")
    await history.finish_message(
        dataclasses.replace(answer, state=MessageState.COMPLETE, usage=Usage(output=2), timings=Timings(total=9.0))
    )
    last = (await history.path("c"))[-1]
    assert (last.text, last.usage, last.timings) == ("one two", Usage(output=2), Timings(total=9.0))
    await history.close()
    with sqlite3.connect(file) as db:
        rows = db.execute("SELECT id, state, error, output_tokens FROM turns ORDER BY n").fetchall()
    db.close()
    assert rows == [("t1", "failed", "ConnectionCut", 1), ("t2", "complete", "", 2)]


async def test_figures_that_become_known_later_are_added(
    history: History, conversation: Conversation, make_message: Make
) -> None:
    answer = await streaming(history, conversation, make_message)
    done = dataclasses.replace(answer, state=MessageState.COMPLETE, timings=Timings(first_token=1.0))
    await history.finish_message(done)
    await history.finish_message(dataclasses.replace(done, timings=Timings(first_token=1.0, first_sound=2.0)))
    assert (await history.path("c"))[-1].timings == Timings(first_token=1.0, first_sound=2.0)


async def test_a_turn_that_speaks_up_after_the_next_began_changes_only_its_own_figures(
    history: History, file: Path, conversation: Conversation, make_message: Make
) -> None:
    answer = await streaming(history, conversation, make_message)
    history.append_text("a", "one ")
    first = dataclasses.replace(answer, parts=(Part(PartKind.TEXT, "one "),), state=MessageState.STOPPED)
    await history.finish_message(first, "", turn_id="t1")
    await history.resume_message("a", "t2")
    history.append_text("a", "two")
    await history.finish_message(dataclasses.replace(first, timings=Timings(first_sound=7.0)), turn_id="t1")
    last = (await history.path("c"))[-1]
    assert (last.text, last.state, last.timings) == ("one two", MessageState.STREAMING, None)
    with sqlite3.connect(file) as db:
        assert db.execute("SELECT id, first_sound_s FROM turns").fetchall() == [("t1", 7.0), ("t2", None)]
    db.close()


async def test_an_ending_with_less_text_than_streamed_in_shortens_nothing(
    history: History, conversation: Conversation, make_message: Make
) -> None:
    answer = await streaming(history, conversation, make_message)
    history.append_text("a", "the whole answer")
    await history.finish_message(dataclasses.replace(answer, parts=(Part(PartKind.TEXT, "the whole"),)))
    assert (await history.path("c"))[-1].text == "the whole answer"
    await history.finish_message(dataclasses.replace(answer, parts=(Part(PartKind.TEXT, "another one"),)))
    assert (await history.path("c"))[-1].text == "another one"


async def test_how_a_turn_failed_is_remembered_when_its_first_sound_is_told_later(
    history: History, file: Path, conversation: Conversation, make_message: Make
) -> None:
    answer = await streaming(history, conversation, make_message)
    await history.finish_message(dataclasses.replace(answer, state=MessageState.FAILED), "ConnectionCut")
    await history.finish_message(
        dataclasses.replace(answer, state=MessageState.FAILED, timings=Timings(first_sound=1.0))
    )
    with sqlite3.connect(file) as db:
        assert db.execute("SELECT error, first_sound_s FROM turns").fetchall() == [("ConnectionCut", 1.0)]
    db.close()


async def test_asking_again_makes_a_branch_and_loses_nothing(
    history: History, conversation: Conversation, make_message: Make
) -> None:
    await history.add_conversation(conversation)
    await history.add_message(make_message("q", text="why?"))
    await history.add_message(make_message("a1", "q", "one"))
    await history.add_message(make_message("a2", "q", "two"))
    assert [message.id for message in await history.path("c")] == ["q", "a2"]
    await history.set_head("c", "a1")
    assert [message.text for message in await history.path("c")] == ["why?", "one"]


async def test_what_streamed_when_the_program_died_is_interrupted_at_the_next_start(
    open_history: OpenHistory, conversation: Conversation, make_message: Make
) -> None:
    history = await open_history()
    await streaming(history, conversation, make_message)
    history.append_text("a", "half")
    await history.close()
    last = (await (await open_history()).path("c"))[-1]
    assert (last.state, last.text) == (MessageState.INTERRUPTED, "half")


async def test_a_deleted_conversation_is_gone_from_the_file(
    history: History, file: Path, conversation: Conversation, make_message: Make
) -> None:
    await history.add_conversation(conversation)
    await history.add_message(make_message("q", text="a very private matter"))
    assert b"private" in b"".join(path.read_bytes() for path in file.parent.iterdir())
    await history.delete_conversation("c")
    assert b"private" not in b"".join(path.read_bytes() for path in file.parent.iterdir())
    assert await history.conversations() == []
    assert await history.path("c") == []


async def test_a_conversation_of_thousands_of_messages_can_be_read_and_deleted(
    history: History, conversation: Conversation, make_message: Make
) -> None:
    await history.add_conversation(conversation)
    names = [f"m{number}" for number in range(1500)]  # deeper than SQLite's own cascades can go
    for parent, name in zip([None, *names], names, strict=False):
        await history.add_message(make_message(name, parent, name))
    assert [message.id for message in await history.path("c")] == names
    await history.delete_conversation("c")
    assert await history.path("c") == []


async def test_what_comes_late_for_a_deleted_conversation_is_dropped(
    history: History, conversation: Conversation, make_message: Make
) -> None:
    answer = await streaming(history, conversation, make_message)
    await history.delete_conversation("c")
    history.append_text("a", "late")
    await history.finish_message(answer)
    assert await history.flush()
    assert await history.conversations() == []


async def test_conversations_come_newest_first_and_no_more_than_asked(history: History, make_message: Make) -> None:
    for number in range(5):
        await history.add_conversation(Conversation(f"{number}", f"T{number}", float(number), float(number)))
    await history.add_message(make_message("m", text="up!", conversation_id="1", created=100.0))
    assert [found.id for found in await history.conversations(3)] == ["1", "4", "3"]


async def test_a_title_and_the_open_conversation_are_remembered(
    open_history: OpenHistory, conversation: Conversation
) -> None:
    history = await open_history()
    assert await history.last_open() is None
    await history.add_conversation(conversation)
    await history.set_title("c", "Über alles")
    await history.set_open("c")
    await history.close()
    again = await open_history()
    assert await again.last_open() == "c"
    assert (await again.conversations())[0].title == "Über alles"
    await again.set_open(None)
    assert await again.last_open() is None


async def test_a_state_can_be_set_alone(history: History, conversation: Conversation, make_message: Make) -> None:
    await streaming(history, conversation, make_message)
    await history.set_message_state("a", MessageState.FAILED)
    assert (await history.path("c"))[-1].state is MessageState.FAILED


async def test_a_message_without_its_conversation_or_parent_is_a_bug_and_not_kept(
    history: History, conversation: Conversation, make_message: Make
) -> None:
    with pytest.raises(LookupError):
        await history.add_message(make_message("m"))
    await history.add_conversation(conversation)
    with pytest.raises(LookupError):
        await history.add_message(make_message("m", "nobody"))
    with pytest.raises(sqlite3.IntegrityError):
        await history.add_conversation(conversation)
    await history.add_message(make_message("m"))
    assert [message.id for message in await history.path("c")] == ["m"]


async def test_closing_twice_and_appending_afterwards_is_harmless(history: History) -> None:
    assert await history.close()
    assert await history.close()
    history.append_text("a", "too late")


@pytest.mark.skipif(os.name != "posix", reason="rights as POSIX knows them")
async def test_the_file_is_for_this_user_only(history: History, file: Path, conversation: Conversation) -> None:
    await history.add_conversation(conversation)
    assert {path.stat().st_mode & 0o077 for path in file.parent.iterdir()} == {0}


async def test_text_that_comes_before_its_message_is_written_is_not_lost(
    history: History, conversation: Conversation, make_message: Make
) -> None:
    await history.add_conversation(conversation)
    go_on = threading.Event()
    busy = asyncio.ensure_future(history.read(lambda _db: go_on.wait(10)))
    await asyncio.sleep(0)
    adding = asyncio.ensure_future(history.add_message(make_message("m", state=MessageState.STREAMING)))
    await asyncio.sleep(0)
    history.append_text("m", "before")
    go_on.set()
    await asyncio.gather(busy, adding)
    history.append_text("m", " and after")
    [kept] = await history.path("c")
    assert kept.text == "before and after"
