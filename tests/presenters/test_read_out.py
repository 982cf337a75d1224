"""What a screen reader is told of an answer: each sentence once, and nothing where the voice says it."""

from __future__ import annotations

import pytest

from desktop_app.chat.provider import Text
from desktop_app.domain.said import WhatIsSaid
from desktop_app.presenters import utterance
from desktop_app.presenters.read_out import ReadOut
from tests.presenters.conftest import Desk
from tests.support.scripted_provider import Hang, words

ANSWER = "The first sentence is here. The second one, which is longer than the first one, follows it. And a third."


class FakeAnnouncer:
    def __init__(self) -> None:
        self.listening = True
        self.told: list[str] = []
        self.notifications = False
        self.wants_notifications = False

    def use_notifications(self, *, wanted: bool) -> None:
        self.notifications = wanted

    def announce(self, words: str) -> None:
        self.told.append(words)


@pytest.fixture
def screen_reader(desk: Desk) -> FakeAnnouncer:
    told = FakeAnnouncer()
    read_out = ReadOut(
        told,
        what_is_said=WhatIsSaid,
        shown=lambda: desk.conversation.open_id,
        wants_notifications=lambda: told.wants_notifications,
        tasks=desk.tasks,
    )
    desk.turns.everywhere.append(read_out)
    return told


async def test_what_the_screen_reader_listens_for_is_asked_before_the_first_word(
    desk: Desk, screen_reader: FakeAnnouncer
) -> None:
    desk.preferences.change(spoken_replies=False)
    for wanted in (True, False):
        screen_reader.wants_notifications = wanted
        screen_reader.told.clear()
        desk.script(words(ANSWER))
        desk.ask()
        await desk.answered()
        await desk.tasks_done()
        assert screen_reader.notifications is wanted
        assert len(screen_reader.told) == 3


async def test_an_answer_that_is_not_spoken_is_told_sentence_by_sentence(
    desk: Desk, screen_reader: FakeAnnouncer
) -> None:
    desk.preferences.change(spoken_replies=False)
    desk.script(words(*[ANSWER[at : at + 5] for at in range(0, len(ANSWER), 5)]))
    desk.ask()
    await desk.answered()
    assert screen_reader.told == [
        "The first sentence is here.",
        "The second one, which is longer than the first one, follows it.",
        "And a third.",
    ]
    assert desk.speaker.queue == []


async def test_what_the_voice_says_is_not_told(desk: Desk, screen_reader: FakeAnnouncer) -> None:
    desk.script(words(ANSWER))
    desk.ask()
    await desk.answered()
    assert desk.speaker.queue
    assert screen_reader.told == []


async def test_without_a_screen_reader_nothing_is_done(desk: Desk, screen_reader: FakeAnnouncer) -> None:
    screen_reader.listening = False
    desk.preferences.change(spoken_replies=False)
    desk.script(words(ANSWER))
    desk.ask()
    await desk.answered()
    assert screen_reader.told == []


async def test_one_who_comes_in_the_middle_is_told_nothing_of_that_answer(
    desk: Desk, screen_reader: FakeAnnouncer
) -> None:
    desk.preferences.change(spoken_replies=False)
    screen_reader.listening = False
    desk.script([Text("One is told. "), lambda: setattr(screen_reader, "listening", True), *words("Two is not.")])
    desk.ask()
    await desk.answered()
    assert screen_reader.told == []


async def test_code_is_told_of_since_nobody_would_know_of_it(desk: Desk, screen_reader: FakeAnnouncer) -> None:
    desk.preferences.change(spoken_replies=False)
    desk.script(words("Do this.\n\n```python\nprint(1)\n```\n\nThat is all."))
    desk.ask()
    await desk.answered()
    told = " ".join(screen_reader.told)
    assert "Do this." in told
    assert "ython" in told
    assert "print" not in told


async def test_an_answer_behind_another_conversation_is_not_told(desk: Desk, screen_reader: FakeAnnouncer) -> None:
    desk.preferences.change(spoken_replies=False)
    desk.script([Text("One is told. Two "), desk.conversation.new, *words("is not told. And it ends.")])
    desk.ask()
    await desk.answered()
    assert screen_reader.told == ["One is told."]


async def test_a_stopped_answer_is_told_no_further(
    desk: Desk, screen_reader: FakeAnnouncer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(utterance, "STALL", 0.01)
    desk.preferences.change(spoken_replies=False)
    desk.script([Text("One sentence is told. The other is cut he"), Hang()])
    turn = desk.ask()
    await desk.until(lambda: screen_reader.told)
    turn.stop()
    await desk.answered()
    assert screen_reader.told == ["One sentence is told."]
