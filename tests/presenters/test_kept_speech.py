"""Kept sound between speech and the disk, and reading a message again as it was heard."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from dataclasses import replace
from pathlib import Path

import pytest

from desktop_app.domain.ids import new_id
from desktop_app.domain.messages import Conversation, Message, Part, PartKind, Role
from desktop_app.domain.phrase import Phrase
from desktop_app.domain.settings import SpeechSource
from desktop_app.presenters.kept_speech import KeptSpeech
from desktop_app.presenters.voice import speech_options
from desktop_app.speech.options import SpeechOptions
from desktop_app.speech.synthesizer import Pcm, WordTime
from tests.presenters.conftest import Desk

TALK, MESSAGE = "talk", "message"
TEXT = "One short sentence. Another one, which is longer. And the third of them all."


def sound(number: int = 1, seconds: float = 0.1) -> Pcm:
    return Pcm(8000, (1000 + number).to_bytes(2, "little") * round(8000 * seconds), (WordTime(0, 0.0),))


@pytest.fixture
async def kept(desk: Desk, tmp_path: Path) -> AsyncIterator[KeptSpeech]:
    kept = KeptSpeech(tmp_path / "audio", desk.preferences, lambda message_id: TALK if message_id == MESSAGE else "")
    yield kept
    await kept.close()


@pytest.fixture
def voice(desk: Desk) -> SpeechOptions:
    return speech_options(desk.preferences.current, None)


async def settled(kept: KeptSpeech) -> None:
    """Everything that was left for the disk is there."""
    await kept.used()


def sound_files(folder: Path) -> list[Path]:
    return list(folder.rglob("*.flac"))


def phrase(turn_id: str, text: str = "One short sentence.", start: int = 0) -> Phrase:
    return Phrase(turn_id, 0, text, start, start + len(text))


async def test_what_one_turn_said_of_a_message_the_next_one_finds(kept: KeptSpeech, voice: SpeechOptions) -> None:
    kept.belongs("first", MESSAGE)
    kept.keep(phrase("first"), voice, [sound()])
    kept.belongs("second", MESSAGE)
    await settled(kept)
    assert kept.has(phrase("second"), voice)
    assert await kept.find(phrase("second"), voice) == sound()
    assert await kept.find(phrase("second"), replace(voice, voice="sage")) is None


async def test_sound_from_elsewhere_is_found_as_if_it_had_been_heard_here(
    kept: KeptSpeech, voice: SpeechOptions, tmp_path: Path
) -> None:
    kept.belongs("first", MESSAGE)
    kept.keep(phrase("first"), voice, [sound()])
    await settled(kept)
    [(one, file)] = await kept.phrases_of(TALK, MESSAGE)
    content = file.read_bytes()
    assert not await kept.take_in(TALK, MESSAGE, one, content)
    await kept.forget_all()
    assert await kept.take_in(TALK, MESSAGE, one, content)
    kept.belongs("second", MESSAGE)
    assert await kept.find(phrase("second"), voice) == sound()
    assert not await kept.take_in(TALK, "other", one, b"no sound at all")
    kept.is_temporary = lambda conversation_id: conversation_id == "secret"
    assert not await kept.take_in("secret", "m", one, content)
    assert not (tmp_path / "audio" / "secret").exists()


async def test_the_next_run_finds_it_too(desk: Desk, kept: KeptSpeech, voice: SpeechOptions, tmp_path: Path) -> None:
    kept.belongs("first", MESSAGE)
    kept.keep(phrase("first"), voice, [sound()])
    await kept.close()
    again = KeptSpeech(tmp_path / "audio", desk.preferences, lambda _message_id: TALK)
    again.belongs("t", MESSAGE)
    assert await again.find(phrase("t"), voice) == sound()
    await again.close()


@pytest.mark.parametrize("message_id", ["", "nobody knows it"])
async def test_what_belongs_to_no_message_is_not_kept(kept: KeptSpeech, voice: SpeechOptions, message_id: str) -> None:
    kept.belongs("t", message_id)
    kept.keep(phrase("t"), voice, [sound()])
    kept.keep(phrase("a turn nobody announced"), voice, [sound()])
    assert await kept.used() == 0


async def test_a_piece_that_was_picked_out_is_found_but_not_kept(kept: KeptSpeech, voice: SpeechOptions) -> None:
    kept.belongs("whole", MESSAGE)
    kept.keep(phrase("whole"), voice, [sound()])
    kept.belongs("piece", MESSAGE, keeps=False)
    kept.keep(phrase("piece", "short", 4), voice, [sound()])
    await settled(kept)
    assert await kept.find(phrase("piece"), voice) is not None
    assert not kept.has(phrase("piece", "short", 4), voice)


async def test_damaged_sound_is_not_played_and_let_go(kept: KeptSpeech, voice: SpeechOptions, tmp_path: Path) -> None:
    kept.belongs("t", MESSAGE)
    kept.keep(phrase("t"), voice, [sound()])
    await settled(kept)
    for file in sound_files(tmp_path):
        file.write_bytes(b"x" * file.stat().st_size)
    assert await kept.find(phrase("t"), voice) is None
    assert not kept.has(phrase("t"), voice)


async def test_with_a_limit_of_nothing_nothing_is_kept(desk: Desk, kept: KeptSpeech, voice: SpeechOptions) -> None:
    kept.belongs("t", MESSAGE)
    kept.keep(phrase("t"), voice, [sound()])
    assert await kept.used() > 0
    desk.preferences.change(kept_sound=0.0)
    kept.keep(phrase("t", start=50), voice, [sound()])
    assert await kept.used() == 0


async def test_a_disk_that_refuses_ends_nothing(
    kept: KeptSpeech, voice: SpeechOptions, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    (tmp_path / "audio").write_text("a file in the folder's place")
    kept.belongs("t", MESSAGE)
    kept.keep(phrase("t"), voice, [sound()])
    kept.keep(phrase("t", start=50), voice, [sound()])
    await settled(kept)
    assert [record.levelname for record in caplog.records if "could not be kept" in record.message] == ["WARNING"]
    caplog.clear()


async def test_recalled_phrases_are_those_of_the_voice_in_force_and_others_where_it_has_none(
    desk: Desk, kept: KeptSpeech, voice: SpeechOptions
) -> None:
    kept.belongs("t", MESSAGE)
    other = replace(voice, source=SpeechSource.PICO)
    kept.keep(phrase("t", "One short sentence. Another one,"), other, [sound()])
    kept.keep(phrase("t"), voice, [sound()])
    kept.keep(phrase("t", "And the third", 50), other, [sound()])
    recalled: asyncio.Future[tuple[list[Phrase], bool]] = asyncio.get_running_loop().create_future()
    kept.recall("t", lambda phrases, fits: recalled.set_result((phrases, fits)))
    phrases, fits = await recalled
    assert [one.text for one in phrases] == ["One short sentence.", "And the third"]
    assert fits


async def test_of_a_deleted_conversation_nothing_is_left(
    kept: KeptSpeech, voice: SpeechOptions, tmp_path: Path
) -> None:
    kept.belongs("t", MESSAGE)
    kept.keep(phrase("t"), voice, [sound()])
    kept.forget_conversation(TALK)
    kept.keep(phrase("t", start=50), voice, [sound()])
    await settled(kept)
    assert sound_files(tmp_path) == []


async def test_after_its_end_it_takes_and_gives_nothing(kept: KeptSpeech, voice: SpeechOptions) -> None:
    kept.belongs("t", MESSAGE)
    await kept.close()
    kept.keep(phrase("t"), voice, [sound()])
    kept.forget_conversation(TALK)
    kept.belongs("u", MESSAGE)
    assert await kept.find(phrase("t"), voice) is None


# With the presenter of speech


async def an_answer(desk: Desk) -> Message:
    """An old answer on the page."""
    talk = Conversation(new_id(), "", 1.0, 1.0)
    await desk.history.add_conversation(talk)
    answer = Message(new_id(), talk.id, None, Role.ASSISTANT, (Part(PartKind.TEXT, TEXT),), 2.0)
    await desk.history.add_message(answer)
    await desk.conversation.open(talk)
    return answer


@pytest.fixture
async def shelf(desk: Desk, tmp_path: Path) -> AsyncIterator[KeptSpeech]:
    def conversation_of(message_id: str) -> str:
        message = desk.conversation.message(message_id)
        return message.conversation_id if message else ""

    shelf = desk.speech.kept = KeptSpeech(tmp_path / "audio", desk.preferences, conversation_of)
    yield shelf
    await shelf.close()


async def read(desk: Desk, message: Message, place: int = 0) -> list[Phrase]:
    desk.speaker.queue.clear()
    desk.conversation.reading.read_from(message.id, place)
    await desk.until(lambda: desk.speaker.finished)
    desk.speaker.finished.clear()
    return list(desk.speaker.queue)


async def test_a_message_is_read_as_it_was_cut_when_it_was_heard(
    desk: Desk, shelf: KeptSpeech, voice: SpeechOptions
) -> None:
    answer = await an_answer(desk)
    usual = [one.text for one in await read(desk, answer)]
    shelf.belongs("then", answer.id)
    cut = ["One short sentence.", "Another one,", "which is longer.", "And the third of them all."]
    assert usual != cut
    for text in cut:
        shelf.keep(phrase("then", text, TEXT.index(text)), voice, [sound()])
    again = await read(desk, answer)
    assert [one.text for one in again] == cut
    assert all(shelf.has(one, voice) for one in again)
    assert [one.text for one in await read(desk, answer, TEXT.index("which"))] == cut[2:]


async def test_no_voice_is_woken_for_what_is_kept(desk: Desk, shelf: KeptSpeech, voice: SpeechOptions) -> None:
    answer = await an_answer(desk)
    for one in await read(desk, answer):
        shelf.keep(one, voice, [sound()])
    warmed = desk.speaker.warmed
    await read(desk, answer)
    assert desk.speaker.warmed == warmed
    desk.preferences.change(voice="sage")
    await read(desk, answer)
    assert desk.speaker.warmed == warmed + 1


async def test_a_reading_that_is_silenced_before_it_began_says_nothing(desk: Desk, shelf: KeptSpeech) -> None:
    answer = await an_answer(desk)
    desk.conversation.reading.read_from(answer.id, 0)
    desk.speech.silence()
    await settled(shelf)
    await asyncio.sleep(0)
    assert desk.speaker.queue == []
    assert not desk.speech.active


async def test_what_a_voice_is_just_saying_is_waited_for_and_not_asked_for_again(
    kept: KeptSpeech, voice: SpeechOptions
) -> None:
    kept.belongs("said", MESSAGE)
    kept.belongs("for a file", MESSAGE)
    with kept.making(phrase("said"), voice):
        finding = asyncio.create_task(kept.find(phrase("for a file"), voice))
        await settled(kept)
        assert not finding.done()
        assert not kept.has(phrase("for a file"), voice), "who is heard does not wait for another"
        kept.keep(phrase("said"), voice, [sound()])
    assert await finding == sound()


async def test_what_was_given_up_while_it_was_waited_for_has_to_be_asked_for(
    kept: KeptSpeech, voice: SpeechOptions
) -> None:
    kept.belongs("said", MESSAGE)
    with kept.making(phrase("said"), voice):
        finding = asyncio.create_task(kept.find(phrase("said"), voice))
        await settled(kept)
    assert await finding is None


async def test_a_file_is_cut_as_what_is_just_being_said(kept: KeptSpeech, voice: SpeechOptions) -> None:
    kept.belongs("said", MESSAGE)
    kept.belongs("for a file", MESSAGE)
    with kept.making(phrase("said", "One short sentence. Another one,"), voice):
        told: asyncio.Future[tuple[list[Phrase], bool]] = asyncio.get_running_loop().create_future()
        kept.recall("for a file", lambda phrases, fits: told.set_result((phrases, fits)))
        phrases, fits = await told
    assert [one.text for one in phrases] == ["One short sentence. Another one,"]
    assert not fits, "there is no sound of it yet, so a voice has to wake"


async def test_a_piece_that_somebody_cut_out_is_not_waited_for(kept: KeptSpeech, voice: SpeechOptions) -> None:
    kept.belongs("selection", MESSAGE, keeps=False)
    kept.belongs("for a file", MESSAGE)
    with kept.making(phrase("selection"), voice):
        assert await kept.find(phrase("for a file"), voice) is None
