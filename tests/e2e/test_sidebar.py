"""The list of conversations in the real window: titled by the model, kept in order by key and by hand, deleted."""

from __future__ import annotations

import asyncio
import subprocess
import time
from pathlib import Path

from desktop_app.domain.messages import Conversation, Message, Part, PartKind, Role
from desktop_app.storage.history import History
from tests.e2e.conftest import Start
from tests.support.api_server import ChatReply, ThreadedApiServer
from tests.support.program import Program, pause
from tests.support.screen import Node


def _rows(program: Program) -> list[str]:
    return [node.name for node in program.get("Conversations").children]


def _row(program: Program, name: str) -> Node:
    return next(node for node in program.get("Conversations").children if node.name == name)


def _until(program: Program, *rows: str) -> None:
    try:
        program.wait_for(lambda: _rows(program) == list(rows), f"the rows {rows}")
    except AssertionError as error:
        raise AssertionError(f"{error}; there are {_rows(program)}") from None


def _fill(profile: Path, *names: str) -> None:
    """Conversations of today, the first named the newest, each with a question of its name."""

    async def fill() -> None:
        history = await History.open(profile / "history.db")
        for place, name in enumerate(reversed(names)):
            moment = time.time() - 100 + place
            await history.add_conversation(Conversation(name, name, moment, moment))
            question = (Part(PartKind.TEXT, f"What of {name}?"),)
            await history.add_message(Message(f"m-{name}", name, None, Role.USER, question, moment))
        await history.close()

    profile.mkdir(parents=True, exist_ok=True)
    asyncio.run(fill())


def _drag(program: Program, source: str, target: str) -> None:
    """By the mouse, as slowly as a hand."""

    def mouse(*arguments: object) -> None:
        subprocess.run(["xdotool", *map(str, arguments)], check=True, timeout=20, capture_output=True)

    def middle(name: str) -> tuple[int, int]:
        x, y, width, height = _row(program, name).extents
        return x + width // 3, y + height // 2

    mouse("mousemove", *middle(source), "mousedown", 1)
    for step in range(1, 9):
        (x, y), (to_x, to_y) = middle(source), middle(target)
        mouse("mousemove", x + (to_x - x) * step // 8, y + (to_y - y) * step // 8)
        pause(0.04)
    mouse("mouseup", 1)


def test_a_title_is_made_by_the_model_behind_the_first_answer_and_a_person_s_stays(
    start: Start, server: ThreadedApiServer
) -> None:
    server.chat(ChatReply("Because water boils in it."), ChatReply('**"Singing kettles."**'), ChatReply("And cools."))
    program = start(spoken_replies=False, titles_by_model=True)
    program.ask("Why does a kettle sing?")
    program.see("Because water boils in it.")
    _until(program, "Today", "Singing kettles")
    asked = server.chat_requests[-1].json
    assert (len(server.chat_requests), asked["model"]) == (2, "test-model")
    assert "Because water boils in it." in asked["messages"][0]["content"]
    assert "Singing kettles" not in program.transcript

    program.keys("F2")
    program.wait_for(lambda: program.get("Title").has_state("focused"), "the title to be a field")
    program.write("My kettle")
    program.keys("Return")
    _until(program, "Today", "My kettle")
    program.ask("And then?")
    program.see("And cools.")
    program.wait_for_event("turn_finished", 2)
    assert [message["content"] for message in server.chat_requests[-1].json["messages"]] == [
        *("Why does a kettle sing?", "Because water boils in it.", "And then?"),
    ]
    assert len(server.chat_requests) == 3
    program.keys("ctrl+q")
    assert program.wait(30) == 0
    program.start()
    _until(program, "Today", "My kettle")


def test_conversations_are_kept_in_order_by_key_and_by_hand(start: Start, profile: Path) -> None:
    _fill(profile, "Ants", "Bees", "Cats", "Dogs", "Eels")
    program = start(spoken_replies=False)
    _until(program, "Today", "Ants", "Bees", "Cats", "Dogs", "Eels")

    program.keys("F6", "Home", "shift+Down", "ctrl+shift+m", "Up", "Return")  # the last entry: a new folder
    _until(program, "New folder", "Ants", "Bees", "Today", "Cats", "Dogs", "Eels")
    pause(0.3)  # a field in a row is no part of the list's accessibility tree
    program.write("Work")
    program.keys("Return")
    _until(program, "Work", "Ants", "Bees", "Today", "Cats", "Dogs", "Eels")
    assert _row(program, "Bees").description == "in the folder Work"
    assert _row(program, "Work").description == "folder, 2 conversations, unfolded"

    program.keys("F6", "End", "ctrl+shift+d")
    _until(program, "Pinned", "Eels", "Work", "Ants", "Bees", "Today", "Cats", "Dogs")
    assert _row(program, "Eels").description == "pinned"
    program.keys("F6", "End", "ctrl+shift+a")
    _until(program, "Pinned", "Eels", "Work", "Ants", "Bees", "Today", "Cats", "Archived")
    program.keys("End", "Right")
    _until(program, "Pinned", "Eels", "Work", "Ants", "Bees", "Today", "Cats", "Archived", "Dogs")
    _drag(program, "Cats", "Work")
    _until(program, "Pinned", "Eels", "Work", "Ants", "Bees", "Cats", "Archived", "Dogs")
    _drag(program, "Dogs", "Work")
    _until(program, "Pinned", "Eels", "Work", "Ants", "Bees", "Cats", "Dogs")
    _drag(program, "Ants", "Eels")
    _until(program, "Pinned", "Ants", "Eels", "Work", "Bees", "Cats", "Dogs")
    program.keys("F6", "End", "Left", "Left")
    _until(program, "Pinned", "Ants", "Eels", "Work")
    program.keys("ctrl+q")
    assert program.wait(30) == 0

    program.start()
    _until(program, "Pinned", "Ants", "Eels", "Work")
    assert _row(program, "Work").description == "folder, 3 conversations, folded"
    program.keys("F6", "End", "Right", "F2")
    pause(0.3)
    program.write("Zoo")
    program.keys("Return")
    _until(program, "Pinned", "Ants", "Eels", "Zoo", "Bees", "Cats", "Dogs")
    program.keys("Delete")
    _until(program, "Pinned", "Ants", "Eels", "Today", "Bees", "Cats", "Dogs")
    program.keys("ctrl+z")
    _until(program, "Pinned", "Ants", "Eels", "Zoo", "Bees", "Cats", "Dogs")

    program.keys("F6", "End", "shift+Up", "Delete")
    _until(program, "Pinned", "Ants", "Eels", "Zoo", "Bees")
    program.kill()
    program.start()
    _until(program, "Pinned", "Ants", "Eels", "Zoo", "Bees", "Cats", "Dogs")
    program.keys("F6", "End", "shift+Up", "Delete")
    _until(program, "Pinned", "Ants", "Eels", "Zoo", "Bees")
    program.keys("ctrl+q")
    assert program.wait(30) == 0
    program.start()
    _until(program, "Pinned", "Ants", "Eels", "Zoo", "Bees")
    assert not program.files_holding("What of Dogs?")
