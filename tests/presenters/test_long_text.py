"""Texts of many pages: cut in portions, only as far ahead of the ear as is useful."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator

import pytest

from desktop_app.domain.speech_state import SpeechState
from desktop_app.presenters import portions
from tests.presenters.conftest import Desk
from tests.presenters.test_outside import outside

SENTENCE = "This is sentence number {} of a book that has many pages of the kind. "
BOOK = "".join(SENTENCE.format(number) + "\n\n" * (number % 7 == 0) for number in range(2000))
CHUNK = 4096


def note(_moment: float) -> None:
    """The first sound of a turn that nobody measures."""


class Pipe:
    """Standard input: ``asked`` is how much of the book went through it."""

    def __init__(self, text: str = BOOK) -> None:
        self.text = text
        self.asked = 0

    async def read(self) -> AsyncIterator[str]:
        while self.asked < len(self.text):
            self.asked += CHUNK
            yield self.text[self.asked - CHUNK : self.asked]


async def rest(desk: Desk) -> None:
    """Everything that can be done without the listener is done."""
    for _ in range(50):
        await asyncio.sleep(0.001)


async def hear_all(desk: Desk) -> list[str]:
    heard: list[str] = []
    while desk.speech.active:
        if desk.speaker.queue:
            heard.append(desk.speaker.queue[0].text)
            desk.speaker.hear(desk.speech)
        else:
            await asyncio.sleep(0.001)
    return heard


async def test_a_book_waits_in_its_pipe_until_the_listener_comes_near(desk: Desk) -> None:
    pipe = Pipe()
    saying = asyncio.create_task(outside(desk).say(pipe.read()))
    await desk.until(lambda: desk.speaker.queue)
    await rest(desk)
    assert pipe.asked == CHUNK
    given = sum(map(len, desk.speaker.texts))
    assert given < 3000
    for _ in range(10):
        desk.speaker.hear(desk.speech)
    await rest(desk)
    assert len(desk.speaker.queue) > 20, "as much as was heard came after it"
    assert pipe.asked <= 2 * CHUNK
    desk.speech.silence()
    await asyncio.wait([saying])


async def test_all_of_a_book_is_said_in_order_and_its_sender_is_held_to_near_its_end(desk: Desk) -> None:
    saying = asyncio.create_task(outside(desk).say(Pipe().read()))
    await desk.until(lambda: desk.speech.active)
    for _ in range(100):
        await desk.until(lambda: desk.speaker.queue)
        desk.speaker.hear(desk.speech)
    assert not saying.done()
    heard = await hear_all(desk)
    await saying
    assert heard[-1].endswith(SENTENCE.format(1999).strip())
    assert len(heard) > 1800
    assert not desk.speech.turn_ids


async def test_a_short_text_does_not_keep_its_sender(desk: Desk) -> None:
    await outside(desk).say(Pipe("A short text. It has two sentences.").read())
    assert desk.speech.active


async def test_silence_ends_the_sending_and_the_sender_is_told(desk: Desk) -> None:
    pipe = Pipe()
    saying = asyncio.create_task(outside(desk).say(pipe.read()))
    await desk.until(lambda: desk.speech.active)
    desk.speech.silence()
    async with asyncio.timeout(5):
        await saying
    assert desk.speaker.queue == []
    assert pipe.asked == CHUNK


async def test_silence_ends_a_sending_that_waits_for_more_text(desk: Desk) -> None:
    async def trickle() -> AsyncIterator[str]:
        yield "A sentence that is whole stands here. And then"
        await asyncio.Event().wait()

    saying = asyncio.create_task(outside(desk).say(trickle()))
    await desk.until(lambda: desk.speech.active)
    desk.speech.silence()
    async with asyncio.timeout(5):
        await saying


async def test_next_again_and_again_goes_on_into_what_was_not_cut(desk: Desk) -> None:
    saying = asyncio.create_task(outside(desk).say(Pipe().read()))
    await desk.until(lambda: desk.speech.active)
    await rest(desk)
    before = len(desk.speaker.queue)
    for _ in range(100):
        desk.speech.next_sentence()
        await asyncio.sleep(0.005)
    await rest(desk)
    assert len(desk.speaker.queue) >= before + 90
    desk.speech.silence()
    await asyncio.wait([saying])


async def test_nothing_more_is_cut_during_a_pause(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(portions, "_NOTHING_HEARD", 0.01)
    saying = asyncio.create_task(outside(desk).say(Pipe().read()))
    await desk.until(lambda: desk.speaker.queue)
    desk.speaker.begin(desk.speech)
    desk.speech.toggle_pause()
    await rest(desk)
    given = len(desk.speaker.queue)
    await asyncio.sleep(0.1)
    assert len(desk.speaker.queue) == given
    desk.speech.silence()
    await asyncio.wait([saying])


async def test_the_pause_between_two_sentences_is_no_reason_to_cut_more(desk: Desk) -> None:
    saying = asyncio.create_task(outside(desk).say(Pipe().read()))
    await desk.until(lambda: desk.speaker.queue)
    await rest(desk)
    desk.speaker.hear(desk.speech)
    given = len(desk.speaker.queue)
    utterance = desk.speech.voicing.said[desk.speech.turn_ids[0]]
    assert utterance.portions is not None
    utterance.portions._give_up_waiting()
    assert len(desk.speaker.queue) <= given + 1
    desk.speech.silence()
    await asyncio.wait([saying])


async def test_where_nothing_can_be_heard_the_text_goes_on(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(portions, "_NOTHING_HEARD", 0.0)
    async with asyncio.timeout(20):
        await outside(desk).say(Pipe().read())
    assert len(desk.speaker.queue) > 1800


async def test_how_many_sentences_there_are_is_said_once_it_is_known(desk: Desk) -> None:
    saying = asyncio.create_task(outside(desk).say(Pipe().read()))
    await desk.until(lambda: desk.speaker.queue)
    desk.speaker.begin(desk.speech)
    assert desk.bar.sentence == (1, 0)
    assert desk.bar.words.startswith("This is sentence number 0")
    desk.speech.silence()
    await asyncio.wait([saying])
    assert desk.bar.words == ""
    await outside(desk).say(Pipe("A short text. It has two sentences.").read())
    desk.speaker.begin(desk.speech)
    assert desk.bar.sentence == (1, 2)


async def test_a_long_message_is_read_without_holding_the_window(desk: Desk) -> None:
    beats = 0

    async def beat() -> None:
        nonlocal beats
        while True:
            await asyncio.sleep(0.001)
            beats += 1

    beating = asyncio.create_task(beat())
    desk.readings.read("m", BOOK, 0)
    await desk.until(lambda: sum(map(len, desk.speaker.texts)) > 19_000)
    beating.cancel()
    assert beats > 3
    desk.speaker.begin(desk.speech)
    assert desk.bar.sentence == (1, 0)
    assert desk.bar.words == "", "it is lit on the page"
    desk.speech.silence()


async def test_a_message_of_a_few_pages_is_counted_soon(desk: Desk) -> None:
    desk.readings.read("m", BOOK[:10_000], 0)
    await desk.until(lambda: desk.speaker.finished)
    desk.speaker.begin(desk.speech)
    assert desk.bar.sentence == (1, len(desk.speaker.queue))


async def test_reading_from_a_place_far_into_a_message_begins_there(desk: Desk) -> None:
    place = BOOK.index("number 1500 ")
    desk.readings.read_from("m", BOOK, place)
    await desk.until(lambda: desk.speaker.queue)
    first = desk.speaker.begin(desk.speech)
    assert "number 1500 " in first.text
    assert BOOK[first.start : first.end].startswith("This is sentence number 1500")
    assert desk.transcript.spoken == ("m", first.start, first.end)
    desk.speech.silence()


async def test_reading_from_a_far_place_that_is_silenced_meanwhile_stays_silent(desk: Desk) -> None:
    desk.readings.read_from("m", BOOK, len(BOOK) - 100)
    desk.speech.silence()
    await asyncio.sleep(0.2)
    assert desk.speaker.queue == []
    assert desk.bar.states[-1:] in ([], [SpeechState.IDLE])


async def test_a_long_answer_in_one_delta_is_said_to_its_end_in_portions(desk: Desk) -> None:
    desk.speech.begin("turn", "m", 0, note, "conversation")
    desk.speech.feed("turn", BOOK)
    desk.speech.feed("turn", "The end has come. ")
    desk.speech.end("turn")
    await desk.until(lambda: desk.speaker.finished == ["turn"])
    assert desk.speaker.texts[-1] == "The end has come."
    assert [phrase.index for phrase in desk.speaker.queue] == list(range(len(desk.speaker.queue)))
    desk.speech.silence()


async def test_an_answer_put_aside_while_it_is_cut_waits_with_all_of_it(desk: Desk) -> None:
    desk.speech.begin("turn", "m", 0, note, "conversation")
    desk.speech.feed("turn", BOOK)
    desk.speech.put_aside()
    desk.speech.end("turn")
    await asyncio.sleep(0.5)
    desk.speech.bring_forward("conversation")
    await desk.until(lambda: desk.speaker.finished == ["turn"])
    assert desk.speaker.texts[-1].endswith(SENTENCE.format(1999).strip())
    desk.speech.silence()
