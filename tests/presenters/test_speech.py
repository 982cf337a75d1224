"""What is said, and how it shows while it is said."""

from __future__ import annotations

import asyncio

import pytest

from desktop_app.domain.errors import RateLimited
from desktop_app.domain.speech_state import SpeechState
from desktop_app.presenters import speech, utterance
from desktop_app.presenters.views import Step
from tests.presenters.conftest import Desk

TEXT = "Here is a first sentence that says something. Here is a second one that adds a little to it."


def note(_moment: float) -> None:
    """The first sound of a turn that nobody measures."""


async def test_a_text_read_on_request_is_lit_where_it_stands_in_its_message(desk: Desk) -> None:
    desk.readings.read("m", TEXT, 100)
    assert desk.transcript.asked_to_follow == 1
    first = desk.speaker.begin(desk.speech)
    assert first.start == 100
    assert desk.transcript.spoken == ("m", first.start, first.end)


async def test_code_is_read_when_it_is_asked_for(desk: Desk) -> None:
    desk.readings.read("m", "```python\nprint(1)\n```", 0, code=True)
    assert "print" in " ".join(desk.speaker.texts)


async def test_reading_something_that_cannot_be_said_leaves_the_bar_away(desk: Desk) -> None:
    desk.readings.read("m", "---\n\n***", 0)
    assert not desk.speech.active
    assert desk.speaker.queue == []


async def test_the_speech_ends_when_the_last_phrase_was_heard(desk: Desk) -> None:
    desk.readings.say(TEXT)
    while desk.speaker.queue:
        assert desk.speech.active
        desk.speaker.hear(desk.speech)
    assert not desk.speech.active
    assert desk.bar.states == [SpeechState.PREPARING, SpeechState.SPEAKING, SpeechState.IDLE]


async def test_pause_and_going_on(desk: Desk) -> None:
    desk.readings.say(TEXT)
    desk.speaker.begin(desk.speech)
    desk.speech.toggle_pause()
    assert desk.speaker.pauses == [True]
    desk.speech.toggle_pause()
    assert desk.speaker.pauses == [True, False]
    assert desk.bar.states[-2:] == [SpeechState.PAUSED, SpeechState.SPEAKING]


async def test_sentences_are_gone_to_only_while_there_is_speech_and_end_a_pause(desk: Desk) -> None:
    desk.speech.repeat_sentence()
    assert desk.speaker.moves == []
    desk.readings.say(TEXT)
    desk.speaker.begin(desk.speech)
    desk.speech.toggle_pause()
    desk.speech.previous_sentence()
    desk.speech.next_sentence()
    desk.speech.repeat_sentence()
    assert desk.speaker.moves == ["previous", "next", "repeat"]
    assert desk.speaker.pauses == [True, False]


LONG = "A first sentence stands here. " + TEXT + " And this one is the last."


async def test_reading_from_a_place_begins_with_its_sentence_and_counts_from_there(desk: Desk) -> None:
    desk.readings.read_from("m", LONG, LONG.index("second one"))
    assert desk.transcript.asked_to_follow == 1
    first = desk.speaker.begin(desk.speech)
    assert first.text.startswith("Here is a second one")
    assert (first.start, desk.transcript.spoken) == (LONG.index("Here is a second"), ("m", first.start, first.end))
    assert desk.bar.sentence[0] == 1
    assert desk.speaker.queue[-1].text.endswith("the last.")


async def test_an_answer_that_is_being_written_is_read_from_a_place_to_its_end(desk: Desk) -> None:
    desk.speech.begin("t", "m", 0, note)
    desk.speech.feed("t", LONG)
    desk.readings.read_from("m", LONG, LONG.index("second one"), "t")
    desk.speech.feed("t", " It went on after that.")
    desk.speech.end("t")
    said = " ".join(desk.speaker.texts)
    assert said.startswith("Here is a second one")
    assert said.endswith("It went on after that.")
    assert [phrase.index for phrase in desk.speaker.queue] == list(range(len(desk.speaker.queue)))
    assert desk.speaker.finished == ["t"]


async def test_an_answer_in_the_background_waits_and_goes_on_with_the_sentence_that_was_cut(desk: Desk) -> None:
    desk.speech.begin("t", "m", 0, note, "first")
    desk.speech.feed("t", LONG)
    desk.speaker.hear(desk.speech)
    cut = desk.speaker.begin(desk.speech)
    desk.speech.put_aside()
    assert not desk.speech.active
    assert desk.speaker.queue == []
    assert desk.speech.waiting_conversations == {"first"}
    desk.speech.feed("t", " It went on behind the other.")
    desk.speech.end("t")
    assert desk.speaker.queue == []
    desk.speech.bring_forward("second")
    assert not desk.speech.active
    desk.speech.bring_forward("first")
    assert desk.speaker.queue[0] == cut
    assert desk.speaker.texts[-1] == "It went on behind the other."
    assert desk.speaker.finished == ["t"]
    assert desk.speech.waiting_conversations == frozenset()
    while desk.speaker.queue:
        desk.speaker.hear(desk.speech)
    assert not desk.speech.active


async def test_of_what_waits_no_more_is_cut_than_tells_that_there_is_something_and_all_of_it_is_said(
    desk: Desk,
) -> None:
    more = [f" Sentence number {number} of the long answer was held back." for number in range(200)]
    desk.speech.begin("t", "m", 0, note, "first")
    desk.speech.put_aside()
    assert not desk.speech.waiting_conversations
    desk.speech.feed("t", LONG)
    (waiting,) = desk.speech.waiting
    known = waiting.given
    for one in more:
        desk.speech.feed("t", one)
    desk.speech.end("t")
    assert waiting.given == known
    desk.speech.bring_forward("first")
    await desk.until(lambda: desk.speaker.finished == ["t"])
    assert " ".join(desk.speaker.texts) == LONG + "".join(more)
    phrases = list(desk.speaker.queue)
    assert [phrase.index for phrase in phrases] == list(range(len(phrases)))
    assert [phrase.start for phrase in phrases] == sorted(phrase.start for phrase in phrases)


async def test_what_goes_back_to_the_background_while_it_is_cut_keeps_its_order(desk: Desk) -> None:
    more = [f" Sentence number {number} of the long answer was held back." for number in range(200)]
    desk.speech.begin("t", "m", 0, note, "first")
    desk.speech.put_aside()
    desk.speech.feed("t", LONG)
    for one in more[:150]:
        desk.speech.feed("t", one)
    desk.speech.bring_forward("first")
    desk.speech.put_aside()
    for one in more[150:]:
        desk.speech.feed("t", one)
    desk.speech.end("t")
    await asyncio.sleep(0.05)
    desk.speech.bring_forward("first")
    await desk.until(lambda: desk.speaker.finished == ["t"])
    assert " ".join(desk.speaker.texts) == LONG + "".join(more)


async def test_those_that_wait_stand_in_the_order_of_attention(desk: Desk) -> None:
    for name in ("first", "second", "third"):
        desk.speech.begin(name, f"m {name}", 0, note, name)
        desk.speech.feed(name, LONG)
        desk.speech.put_aside()
    assert [one.id for one in desk.speech.waiting] == ["third", "second", "first"]
    desk.speech.bring_forward("first")
    desk.speech.put_aside()
    assert [one.id for one in desk.speech.waiting] == ["first", "third", "second"]


async def test_when_the_one_in_front_has_been_heard_none_that_waits_begins_by_itself(desk: Desk) -> None:
    for name in ("first", "second", "third", "fourth", "fifth"):
        desk.speech.put_aside()
        desk.speech.begin(name, f"m {name}", 0, note, name)
        desk.speech.feed(name, LONG)
    desk.speech.end("fifth")
    said = [phrase.turn_id for phrase in desk.speaker.queue]
    while desk.speaker.queue:
        desk.speaker.hear(desk.speech)
    assert set(said) == {"fifth"}
    assert not desk.speech.active
    assert [one.id for one in desk.speech.waiting] == ["fourth", "third", "second", "first"]


async def test_one_in_the_background_has_something_to_say_from_its_first_phrase_on_and_says_so_once(desk: Desk) -> None:
    told: list[frozenset[str]] = []
    desk.speech.on_waiting = lambda: told.append(desk.speech.waiting_conversations)
    desk.speech.begin("t", "m", 0, note, "first")
    desk.speech.put_aside()
    assert desk.speech.waiting_conversations == frozenset()
    desk.speech.feed("t", "Not yet")
    assert told == []
    desk.speech.feed("t", LONG)
    desk.speech.feed("t", LONG)
    assert told == [frozenset({"first"})]


async def test_another_answer_speaks_while_one_waits_and_what_waits_can_be_forgotten(desk: Desk) -> None:
    desk.speech.begin("t", "m", 0, note, "first")
    desk.speech.feed("t", LONG)
    desk.speech.put_aside()
    desk.speech.begin("u", "n", 0, note, "second")
    desk.speech.feed("u", TEXT)
    assert {phrase.turn_id for phrase in desk.speaker.queue} == {"u"}
    assert desk.speech.waiting_conversations == {"first"}
    desk.speech.forget_waiting("first")
    desk.speech.bring_forward("first")
    assert {phrase.turn_id for phrase in desk.speaker.queue} == {"u"}


async def test_what_was_silenced_or_stopped_does_not_wait(desk: Desk) -> None:
    desk.speech.begin("t", "m", 0, note, "first")
    desk.speech.feed("t", LONG)
    desk.speech.silence()
    desk.speech.put_aside()
    assert desk.speech.waiting_conversations == frozenset()
    desk.speech.begin("u", "n", 0, note, "second")
    desk.speech.feed("u", LONG)
    desk.speech.put_aside()
    desk.speech.drop("u")
    assert desk.speech.waiting_conversations == frozenset()


async def test_late_news_of_silenced_speech_change_nothing(desk: Desk) -> None:
    desk.readings.say(TEXT)
    phrase = desk.speaker.begin(desk.speech)
    desk.speech.silence()
    desk.speech.phrase_started(phrase, 0.0)
    desk.speech.phrase_finished(phrase)
    desk.speech.speech_finished(phrase.turn_id)
    assert desk.transcript.spoken is None
    assert desk.bar.states[-1] is SpeechState.IDLE


async def test_silence_without_speech_asks_nothing_of_the_speaker(desk: Desk) -> None:
    desk.speech.silence()
    assert desk.speaker.stops == 0


async def test_a_stalled_stream_gives_up_its_finished_phrase(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(utterance, "STALL", 0.01)
    desk.speech.begin("t", "m", 0, note)
    desk.speech.feed("t", "One whole sentence stands here, and it is finished.")
    await desk.until(lambda: desk.speaker.texts)
    desk.speech.feed("t", " And more.")
    desk.speech.end("t")
    await asyncio.sleep(0.03)
    assert " ".join(desk.speaker.texts) == "One whole sentence stands here, and it is finished. And more."


async def test_a_refused_phrase_is_told_with_who_said_it_instead(desk: Desk) -> None:
    desk.speech.speech_trouble(RateLimited("Too many requests."), True)
    notice = desk.notices.shown[speech.SPEECH_NOTICE]
    assert (notice.fallback, notice.steps) == (True, (Step.OPEN_SETTINGS,))


async def test_the_notice_of_an_old_answer_goes_with_the_next_one(desk: Desk) -> None:
    desk.speech.speech_trouble(RateLimited("Too many requests."), True)
    desk.speech.begin("t", "m", 0, note)
    assert desk.notices.shown == {}


async def test_a_bug_in_the_voice_is_no_notice(desk: Desk) -> None:
    with pytest.raises(ZeroDivisionError):
        desk.speech.speech_trouble(ZeroDivisionError(), False)
