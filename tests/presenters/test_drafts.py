"""What stands in the box stays with its conversation."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from desktop_app.domain.attachments import file_part, image_part
from desktop_app.domain.drafts import Draft
from desktop_app.domain.messages import Conversation
from desktop_app.presenters.drafts import DraftsPresenter
from desktop_app.presenters.tasks import Tasks
from desktop_app.storage.drafts import Drafts
from desktop_app.storage.history import History
from desktop_app.storage.pictures import Pictures
from tests.presenters.conftest import Desk
from tests.support.fake_writing import FakeWriting

SKY = image_part("b1", "sky.png", "image/png", 4, 1, 1)
NOTES = file_part("It is dark.", "night.txt", "text/plain", 11)


class Place:
    """A profile with two conversations, and the box before it."""

    def __init__(self, history: History) -> None:
        self.history = history
        self.tasks = Tasks()
        self.kept = Drafts(history)
        self.box = FakeWriting()
        self.drafts = DraftsPresenter(self.box, self.kept, self.tasks)
        self.box.on_change = self.drafts.changed

    async def settled(self) -> None:
        self.box.settle_draft()
        while self.tasks._running:  # noqa: ASYNC110 - to await a task that has just ended would give way to nobody
            await asyncio.sleep(0.001)


@pytest.fixture
async def place(tmp_path: Path) -> AsyncIterator[Place]:
    history = await History.open(tmp_path / "history.db")
    for name in ("a", "b"):
        await history.add_conversation(Conversation(name, name, 1.0, 1.0))
    made = Place(history)
    yield made
    await made.tasks.close()
    await history.close()


async def test_each_conversation_finds_its_own_words_in_the_box(place: Place) -> None:
    await place.drafts.begin()
    place.box.type("of none yet")
    place.drafts.turn_to("a")
    await place.settled()
    assert place.box.text == ""
    place.box.type("of a", NOTES)
    place.drafts.turn_to("b")
    place.drafts.turn_to(None)
    assert (place.box.text, place.box.parts) == ("of none yet", [])
    place.drafts.turn_to("a")
    assert (place.box.text, place.box.parts) == ("of a", [NOTES])


async def test_what_was_begun_is_there_after_a_restart(place: Place) -> None:
    await place.drafts.begin()
    place.box.type("begun", NOTES)
    await place.drafts.close()
    again = Place(place.history)
    await again.drafts.begin()
    await again.settled()
    assert (again.box.text, again.box.parts) == ("begun", [NOTES])


async def test_what_is_typed_while_the_program_starts_stands_behind_what_was_kept(place: Place) -> None:
    await place.kept.keep("a", Draft("kept "))
    place.box.type("typed")
    place.box.settle_draft()
    place.drafts.turn_to("a")
    await place.drafts.begin()
    await place.settled()
    assert place.box.text == "kept typed"
    assert await place.kept.get("a") == Draft("kept typed")


async def test_nothing_is_written_over_before_it_was_read(place: Place) -> None:
    await place.kept.keep("a", Draft("kept"))
    await place.drafts.begin()
    place.drafts.turn_to("a")
    place.drafts.changed("", ())
    await place.settled()
    assert await place.kept.get("a") == Draft("kept")


async def test_an_emptied_box_has_no_draft(place: Place) -> None:
    await place.drafts.begin()
    place.box.type("gone soon")
    await place.settled()
    place.box.type("")
    await place.settled()
    assert await place.kept.get(None) == Draft()


async def test_what_becomes_a_conversation_takes_along_what_still_stands_in_the_box(place: Place) -> None:
    await place.drafts.begin()
    place.box.type("not asked")
    place.drafts.begun("a")
    await place.settled()
    assert place.box.text == "not asked"
    assert await place.kept.get("a") == Draft("not asked")
    assert await place.kept.get(None) == Draft()


async def test_a_program_that_ends_before_it_began_keeps_what_was_there(place: Place) -> None:
    await place.kept.keep(None, Draft("kept"))
    place.box.type("typed")
    await place.drafts.close()
    assert await place.kept.get(None) == Draft("kept")


async def test_the_page_tells_where_the_box_belongs(desk: Desk) -> None:
    turned: list[object] = []
    desk.conversation.on_turn = turned.append
    desk.conversation.on_begun = lambda conversation_id: turned.append(("begun", conversation_id))
    desk.conversation.send("", [NOTES])
    first = desk.conversation.open_id
    assert desk.header.title == "night.txt"
    desk.conversation.new()
    assert turned == [("begun", first), None]
    await desk.answered()
    assert [part.kind for part in (await desk.history.path(str(first)))[0].parts] == [NOTES.kind]


async def test_a_picture_of_the_first_question_of_a_conversation_outlives_the_draft(desk: Desk) -> None:
    box, pictures = FakeWriting(), Pictures(desk.history)
    drafts = DraftsPresenter(box, Drafts(desk.history), desk.tasks)
    box.on_change, desk.conversation.on_begun = drafts.changed, drafts.begun
    await pictures.keep("b1", b"sky!")
    await drafts.begin()
    box.type("What is it?", SKY)
    box.settle_draft()
    await desk.tasks_done()
    box.type("")  # as the box does before it tells what was submitted
    desk.conversation.send("What is it?", [SKY])
    await desk.answered()
    await desk.tasks_done()
    assert await pictures.contents(["b1"]) == {"b1": b"sky!"}
    await desk.history.delete_conversation(str(desk.conversation.open_id))
    assert await pictures.contents(["b1"]) == {}


async def test_what_is_sent_too_early_is_in_the_box_again_with_all_that_goes_along(desk: Desk) -> None:
    desk.ask()
    desk.conversation.send("And?", [NOTES])
    assert (desk.composer.draft, desk.composer.parts) == ("And?", [NOTES])


async def test_what_an_import_brought_for_the_empty_page_comes_into_the_box_before_what_is_typed(place: Place) -> None:
    await place.drafts.begin()
    await place.kept.keep(None, Draft("From elsewhere.", (SKY,)))
    place.drafts.look_again()
    await place.settled()
    assert (place.box.text, place.box.parts) == ("From elsewhere.", [SKY])
    await place.drafts.close()
    assert (await place.kept.get(None)).text == "From elsewhere."


async def test_what_an_import_brought_waits_for_the_empty_page(place: Place) -> None:
    await place.drafts.begin()
    place.drafts.turn_to("a")
    await place.settled()
    await place.kept.keep(None, Draft("From elsewhere."))
    place.drafts.look_again()
    await place.settled()
    assert place.box.text == ""
    place.drafts.turn_to(None)
    await place.settled()
    assert place.box.text == "From elsewhere."


async def test_behind_an_import_what_was_begun_on_the_empty_page_stays_as_it_is(place: Place) -> None:
    await place.drafts.begin()
    place.box.type("mine")
    await place.settled()
    place.drafts.look_again()
    await place.settled()
    assert place.box.text == "mine"
