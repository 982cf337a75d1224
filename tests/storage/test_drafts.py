"""What is sent along and what was not sent yet: drafts, pictures and saved prompts in the history's file."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from desktop_app.domain.attachments import file_part, image_part
from desktop_app.domain.drafts import Draft
from desktop_app.domain.messages import Conversation, Message, Part, PartKind
from desktop_app.domain.prompts import SavedPrompt
from desktop_app.storage.drafts import Drafts
from desktop_app.storage.history import History
from desktop_app.storage.pictures import Pictures
from desktop_app.storage.prompts import Prompts
from tests.storage.conftest import OpenHistory
from tests.storage.test_migrations import RELEASED, build

Make = Callable[..., Message]
SKY = image_part("b1", "sky.png", "image/png", 4, 1, 1)
NOTES = file_part("It is dark.\n", "night.txt", "text/plain", 12)


def blobs(file: Path) -> list[str]:
    with sqlite3.connect(file) as db:
        names = [name for (name,) in db.execute("SELECT id FROM blobs ORDER BY id")]
    db.close()
    return names


@pytest.fixture
async def talk(history: History, conversation: Conversation) -> Conversation:
    await history.add_conversation(conversation)
    return conversation


async def test_each_conversation_has_its_draft_and_the_empty_page_one(history: History, talk: Conversation) -> None:
    drafts = Drafts(history)
    await drafts.keep("c", Draft("And at night?", (NOTES,)))
    await drafts.keep(None, Draft("Something else"))
    assert await drafts.get("c") == Draft("And at night?", (NOTES,))
    assert await drafts.get(None) == Draft("Something else")


async def test_a_draft_is_there_again_after_a_restart(open_history: OpenHistory, conversation: Conversation) -> None:
    history = await open_history()
    await history.add_conversation(conversation)
    await Pictures(history).keep("b1", b"sky!")
    await Drafts(history).keep("c", Draft("What is ", (SKY, NOTES)))
    await history.close()
    history = await open_history()
    assert await Drafts(history).get("c") == Draft("What is ", (SKY, NOTES))
    assert await Pictures(history).contents(["b1", "b2"]) == {"b1": b"sky!"}


async def test_a_draft_follows_what_is_typed_and_goes_when_it_is_empty(history: History, talk: Conversation) -> None:
    drafts = Drafts(history)
    for text in ("W", "Wh", "Why", " \n"):
        await drafts.keep("c", Draft(text))
        await drafts.keep(None, Draft(text))
    assert await drafts.get("c") == await drafts.get(None) == Draft()


async def test_what_comes_late_for_a_conversation_that_is_gone_is_dropped(history: History, talk: Conversation) -> None:
    drafts = Drafts(history)
    await drafts.keep("c", Draft("lost"))
    await history.delete_conversation("c")
    await drafts.keep("c", Draft("late"))
    assert await drafts.get("c") == Draft()


async def test_a_picture_stays_while_a_draft_or_a_message_shows_it(
    history: History, talk: Conversation, make_message: Make, file: Path
) -> None:
    drafts = Drafts(history)
    await Pictures(history).keep("b1", b"sky!")
    await drafts.keep("c", Draft("W", (SKY,)))
    await drafts.keep("c", Draft("Why", (SKY,)))
    assert blobs(file) == ["b1"]
    await history.add_message(replace(make_message("q", text="Why?"), parts=(Part(PartKind.TEXT, "Why?"), SKY)))
    await drafts.keep("c", Draft())
    assert blobs(file) == ["b1"]
    assert (await history.path("c"))[0].parts == (Part(PartKind.TEXT, "Why?"), SKY)
    await history.delete_conversation("c")
    assert blobs(file) == []


async def test_a_picture_taken_out_of_its_draft_is_gone(history: History, talk: Conversation, file: Path) -> None:
    await Pictures(history).keep("b1", b"sky!")
    await Drafts(history).keep("c", Draft("Why", (SKY,)))
    await Drafts(history).keep("c", Draft("Why"))
    assert blobs(file) == []


async def test_a_draft_of_a_deleted_conversation_takes_its_picture_along(
    history: History, talk: Conversation, file: Path
) -> None:
    await Pictures(history).keep("b1", b"sky!")
    await Drafts(history).keep("c", Draft("Why", (SKY,)))
    await history.delete_conversation("c")
    assert blobs(file) == []


async def test_a_picture_that_nothing_shows_is_gone_at_the_next_start(open_history: OpenHistory, file: Path) -> None:
    history = await open_history()
    await Pictures(history).keep("b1", b"sky!")
    assert blobs(file) == ["b1"]
    await history.close()
    await open_history()
    assert blobs(file) == []


async def test_half_a_character_in_a_draft_breaks_nothing(history: History, talk: Conversation) -> None:
    await Drafts(history).keep("c", Draft("a\ud83d"))
    assert (await Drafts(history).get("c")).text == "a\ufffd"


async def test_saved_prompts_are_listed_by_name_changed_and_deleted(history: History) -> None:
    prompts = Prompts(history)
    await prompts.keep(SavedPrompt("2", "summary", "Sum up: {{text}}"))
    await prompts.keep(SavedPrompt("1", "Translate", "Into {{language}}"))
    await prompts.keep(SavedPrompt("2", "A summary", "In brief: {{text}}"))
    assert await prompts.saved() == [
        SavedPrompt("2", "A summary", "In brief: {{text}}"),
        SavedPrompt("1", "Translate", "Into {{language}}"),
    ]
    await prompts.delete("1")
    assert [prompt.id for prompt in await prompts.saved()] == ["2"]


async def test_what_was_asked_comes_newest_first_and_each_text_once(
    history: History, talk: Conversation, make_message: Make
) -> None:
    before = None
    for number, text in enumerate(["one", "two", "one", "three"]):
        await history.add_message(make_message(f"m{number}", before, text))
        before = f"m{number}"
    prompts = Prompts(history)
    assert await prompts.asked(10) == ["three", "one", "two"]
    assert await prompts.asked(2) == ["three", "one"]


async def test_what_version_three_kept_of_drafts_and_prompts_is_there(open_history: OpenHistory, file: Path) -> None:
    build(file, next(sample for sample in RELEASED if sample.stem == "history-v3"))
    history = await open_history()
    assert await Drafts(history).get("c1") == Draft(
        "And at ni", (file_part("It is dark.", "night.txt", "text/plain", 11),)
    )
    assert await Drafts(history).get(None) == Draft("Something else")
    assert await Prompts(history).saved() == [SavedPrompt("p1", "Translate", "Translate into {{language}}:")]
    assert await Pictures(history).contents(["b1"]) == {"b1": b"\x89PNG"}
