"""What a terminal may ask of the running copy."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator

import pytest

from desktop_app.chat.provider import Done, Text
from desktop_app.domain.errors import ModelUnknown
from desktop_app.domain.speech_state import SpeechState
from desktop_app.domain.turn import FinishReason
from desktop_app.presenters.outside import (
    AnswerNotWhole,
    ConversationBusy,
    ConversationUnknown,
    NothingAsked,
    Outside,
)
from tests.presenters.conftest import Desk
from tests.support.scripted_provider import Hang, words


def outside(desk: Desk) -> Outside:
    return Outside(desk.conversation, desk.sidebar, desk.speech, lambda: None, desk.tasks)


async def test_ask_streams_what_the_page_shows(desk: Desk) -> None:
    desk.script(words("Forty-", "two."))
    pieces = [p async for p in outside(desk).ask("What?", conversation_id=None, new=False, speak=False)]
    assert pieces == ["Forty-", "two."]
    assert desk.transcript.lines == ["What?", "Forty-two."]
    assert desk.speaker.queue == []


async def test_a_failed_answer_raises_its_reason(desk: Desk) -> None:
    desk.script([ModelUnknown("No such model.")])
    with pytest.raises(ModelUnknown):
        _ = [p async for p in outside(desk).ask("What?", conversation_id=None, new=False, speak=True)]


@pytest.mark.parametrize(
    ("reason", "told"), [(FinishReason.LENGTH, "token limit"), (FinishReason.CONTENT_FILTER, "content filter")]
)
async def test_an_answer_that_is_not_whole_is_printed_and_its_reason_raised(
    desk: Desk, reason: FinishReason, told: str
) -> None:
    desk.script([Text("Half"), Done(reason)])
    answer = outside(desk).ask("What?", conversation_id=None, new=False, speak=True)
    assert await anext(answer) == "Half"
    with pytest.raises(AnswerNotWhole, match=told):
        await anext(answer)


async def test_an_answer_that_somebody_stops_is_told_as_stopped(desk: Desk) -> None:
    desk.script([Text("Half"), Hang()])
    answer = outside(desk).ask("What?", conversation_id=None, new=False, speak=True)
    assert await anext(answer) == "Half"
    desk.conversation.stop_all()
    with pytest.raises(AnswerNotWhole, match="stopped"):
        await anext(answer)


async def test_an_asker_who_leaves_stops_the_turn(desk: Desk) -> None:
    desk.script([Text("Half"), Hang()])
    answer = outside(desk).ask("What?", conversation_id=None, new=False, speak=True)
    assert await anext(answer) == "Half"
    await answer.aclose()  # type: ignore[attr-defined]
    await desk.answered()


async def test_a_busy_or_unknown_conversation_is_refused(desk: Desk) -> None:
    desk.script([Hang()])
    desk.ask()
    with pytest.raises(ConversationBusy):
        await anext(outside(desk).ask("Too?", conversation_id=None, new=False, speak=True))
    with pytest.raises(ConversationUnknown):
        await anext(outside(desk).ask("Too?", conversation_id="nowhere", new=False, speak=True))


async def test_new_asks_in_a_conversation_of_its_own(desk: Desk) -> None:
    desk.script(words("One."))
    desk.ask()
    await desk.answered()
    before = desk.conversation.open_id
    _ = [p async for p in outside(desk).ask("Two?", conversation_id=None, new=True, speak=True)]
    assert desk.conversation.open_id != before
    assert desk.transcript.lines == ["Two?", "One."]


async def test_a_text_that_comes_in_pieces_is_said(desk: Desk) -> None:
    async def pieces() -> AsyncIterator[str]:
        yield "A sentence cut "
        yield "in the middle."

    await outside(desk).say(pieces())
    assert desk.speaker.texts == ["A sentence cut in the middle."]
    status = await outside(desk).status()
    assert status["speech"] == {"active": True, "turns": list(desk.speech.turn_ids), "phrase": None}


async def test_stop_tells_whether_there_was_anything(desk: Desk) -> None:
    terminal = outside(desk)
    assert not await terminal.stop(None, speech_only=False)
    desk.script([Text("A long answer begins with this sentence. And"), Hang()])
    turn = desk.ask()
    await desk.until(lambda: desk.speaker.queue)
    assert not await terminal.stop("other", speech_only=False)
    assert await terminal.stop(None, speech_only=True)
    assert desk.conversation.turns, "only the speech"
    assert not await terminal.stop(None, speech_only=True)
    assert await terminal.stop(turn.id, speech_only=False)
    await desk.answered()


async def test_the_speech_of_one_turn_can_be_stopped_alone(desk: Desk) -> None:
    desk.script([Text("A long answer begins with this sentence. And"), Hang()])
    turn = desk.ask()
    await desk.until(lambda: desk.speaker.queue)
    assert not await outside(desk).stop("other", speech_only=True)
    assert await outside(desk).stop(turn.id, speech_only=True)
    assert not desk.speech.active
    assert [running.id for running in desk.conversation.turns] == [turn.id]
    desk.conversation.stop_all()
    await desk.answered()


async def test_a_terminal_that_leaves_in_mid_sentence_leaves_silence(desk: Desk) -> None:
    desk.script([Text("A long answer begins with this sentence. And"), Hang()])
    answer = outside(desk).ask("What?", conversation_id=None, new=False, speak=True)
    await anext(answer)
    assert desk.speech.turn_ids
    await answer.aclose()  # type: ignore[attr-defined]
    assert desk.bar.states[-1] is SpeechState.IDLE
    assert desk.speaker.queue == []
    await desk.answered()


async def test_a_text_whose_speaker_goes_away_before_its_end_falls_silent(desk: Desk) -> None:
    async def pieces() -> AsyncIterator[str]:
        yield "A sentence that is whole stands here. And then"
        await asyncio.Event().wait()

    saying = asyncio.create_task(outside(desk).say(pieces()))
    await desk.until(lambda: desk.speech.active)
    saying.cancel()
    await asyncio.wait([saying])
    assert not desk.speech.active
    assert desk.speech.turn_ids == ()


async def test_nothing_is_not_asked(desk: Desk) -> None:
    with pytest.raises(NothingAsked):
        await anext(outside(desk).ask(" \n", conversation_id=None, new=False, speak=True))
    assert desk.transcript.lines == []


async def test_stop_silences_a_voice_that_is_being_tried(desk: Desk) -> None:
    desk.speech.state_changed("speaking")
    assert await outside(desk).stop(None, speech_only=True)
    assert desk.speaker.stops == 1
    desk.speech.state_changed("idle")
    assert not await outside(desk).stop(None, speech_only=False)
    assert desk.speaker.stops == 1


async def test_stop_takes_the_word_from_what_waits_in_the_background_too(desk: Desk) -> None:
    desk.script(words("A whole sentence stands here. And another one."))
    desk.ask()
    await desk.answered()
    desk.conversation.new()
    assert desk.speech.waiting_conversations
    assert await outside(desk).stop(None, speech_only=True)
    assert not desk.speech.waiting_conversations
    assert not await outside(desk).stop(None, speech_only=True)


async def test_status_tells_of_each_turn_how_it_stands_and_stop_ends_that_one_alone(desk: Desk) -> None:
    await desk.connection.engine(desk.preferences.current)  # the keyring has been asked: the order is that of asking
    desk.connection.limit_requests(1)
    desk.script([Text("Some words."), Hang()])
    turns = [desk.ask("one")]
    for text in ("two", "three"):
        desk.conversation.new()
        turns.append(desk.ask(text))
    await desk.until(lambda: turns[0].message.text and turns[2].ahead == 1)
    terminal = outside(desk)
    told = (await terminal.status())["turns"]
    assert isinstance(told, list)
    assert [(one["id"], one["state"], one.get("ahead"), one["tokens"]) for one in told] == [
        (turns[0].id, "running", None, 3),
        (turns[1].id, "waiting", 0, 0),
        (turns[2].id, "waiting", 1, 0),
    ]
    assert await terminal.stop(turns[1].id, speech_only=False)
    assert [turn.id for turn in desk.conversation.turns] == [turns[0].id, turns[2].id]
    await desk.until(lambda: turns[2].ahead == 0)
    await terminal.stop(None, speech_only=False)
