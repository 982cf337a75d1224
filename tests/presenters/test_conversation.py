"""A prompt becomes a turn, and a turn an answer that is shown, said, stopped and kept."""

from __future__ import annotations

import asyncio
import json

import pytest
from keyring.errors import KeyringLocked as LockedByItsOwner

from desktop_app.chat.provider import Done, Text, Tokens, Unreadable
from desktop_app.domain.errors import ConnectionCut, KeyRefused, KeyringLocked, QuotaExhausted
from desktop_app.domain.messages import MessageState, Role
from desktop_app.domain.settings import OPENAI_URL
from desktop_app.domain.speech_state import SpeechState
from desktop_app.domain.turn import FinishReason
from desktop_app.domain.usage import Usage
from desktop_app.presenters import utterance
from desktop_app.presenters.answers import GO_ON
from desktop_app.presenters.troubles import TURN_NOTICE
from desktop_app.presenters.views import Step
from desktop_app.storage.keys import SERVICE
from tests.presenters.conftest import Desk
from tests.support.scripted_provider import FINISH, Hang, words

ANSWER = "The first sentence is here. The second one follows it. And the third ends it."


async def test_an_answer_is_shown_said_and_kept(desk: Desk) -> None:
    desk.script(words(*[ANSWER[i : i + 5] for i in range(0, len(ANSWER), 5)]))
    desk.conversation.send(" Why? ")
    await desk.answered()
    assert desk.transcript.lines == ["Why?", ANSWER]
    assert " ".join(desk.speaker.texts) == ANSWER
    kept = await desk.history.path(desk.conversation.open_id or "")
    assert [(message.role, message.text, message.state) for message in kept] == [
        (Role.USER, "Why?", MessageState.COMPLETE),
        (Role.ASSISTANT, ANSWER, MessageState.COMPLETE),
    ]


async def test_phrases_stand_where_the_transcript_has_them(desk: Desk) -> None:
    desk.script(words(ANSWER))
    desk.ask()
    await desk.answered()
    for phrase in desk.speaker.queue:
        assert ANSWER[phrase.start : phrase.end].strip() == phrase.text


async def test_a_question_too_short_to_tell_is_in_the_language_of_those_before_it(desk: Desk) -> None:
    desk.script(words("Eins, zwei, drei."))
    desk.conversation.send("Kannst du bitte auf Deutsch bis drei zählen?")
    await desk.answered()
    desk.speaker.queue.clear()
    desk.script(words("OK."))
    desk.conversation.send("Weiter!")
    await desk.answered()
    assert [phrase.language for phrase in desk.speaker.queue] == ["de"]


@pytest.mark.parametrize(
    ("asked", "language"),
    [("Kannst du bitte auf mich warten?", "de"), ("Could you please wait for me?", "en"), ("???", "")],
)
async def test_a_short_answer_is_in_the_language_of_its_question(desk: Desk, asked: str, language: str) -> None:
    desk.script(words("OK."))
    desk.conversation.send(asked)
    await desk.answered()
    assert [phrase.language for phrase in desk.speaker.queue] == [language]


async def test_stop_before_the_first_word_ends_the_turn_as_stopped(desk: Desk) -> None:
    desk.script([Hang()])
    desk.ask()
    assert desk.composer.busy
    desk.conversation.stop()
    await desk.answered()
    assert list(desk.transcript.states.values())[-1] is MessageState.STOPPED
    assert not desk.composer.busy


async def test_what_came_before_a_stop_stays_and_the_connection_is_dropped(desk: Desk) -> None:
    desk.script([Text("Half an "), Hang()])
    desk.ask()
    await desk.until(lambda: desk.transcript.lines[-1:] == ["Half an "])
    desk.conversation.stop()
    await desk.answered()
    assert desk.transcript.lines[-1] == "Half an "
    assert desk.provider.closed == 1
    kept = await desk.history.path(desk.conversation.open_id or "")
    assert (kept[-1].text, kept[-1].state) == ("Half an ", MessageState.STOPPED)


async def test_escape_silences_first_and_stops_the_reply_only_when_nothing_is_said(desk: Desk) -> None:
    desk.script([Text(ANSWER + " More is to come."), Hang()])
    desk.ask()
    await desk.until(lambda: desk.speaker.queue)
    desk.conversation.escape()
    assert desk.speaker.queue == []
    assert desk.conversation.turns, "the reply goes on"
    desk.conversation.escape()
    await desk.answered()
    assert list(desk.transcript.states.values())[-1] is MessageState.STOPPED


async def test_a_silenced_answer_stays_silent_to_its_end_and_the_next_one_speaks(desk: Desk) -> None:
    more = Text(" A fourth sentence comes much later. And a fifth.")
    desk.script([Text(ANSWER), desk.conversation.escape, more, FINISH], words("All is new here."))
    desk.ask()
    await desk.answered()
    assert desk.transcript.lines[-1].endswith("And a fifth.")
    assert desk.speaker.queue == []
    desk.ask("And?")
    await desk.answered()
    assert desk.speaker.texts == ["All is new here."]


async def test_a_new_prompt_silences_the_old_answer(desk: Desk) -> None:
    desk.script(words(ANSWER), words("Fresh words only."))
    desk.ask()
    await desk.answered()
    assert desk.composer.busy, "Stop is there while the answer is only still being said"
    desk.conversation.send("Next?")
    await desk.answered()
    assert desk.speaker.texts == ["Fresh words only."]


async def test_without_spoken_replies_the_voice_is_not_even_warmed(desk: Desk) -> None:
    desk.preferences.change(spoken_replies=False)
    desk.script(words(ANSWER))
    desk.ask()
    await desk.answered()
    assert (desk.speaker.queue, desk.speaker.warmed) == ([], 0)
    assert not desk.composer.busy


async def test_while_an_answer_comes_a_second_prompt_goes_back_into_the_box(desk: Desk) -> None:
    desk.script([Hang()])
    desk.conversation.send("One?")
    desk.conversation.send("Two?")
    assert desk.composer.draft == "Two?"
    assert desk.transcript.lines == ["One?", ""]


async def test_the_whole_conversation_goes_along_with_the_system_prompt(desk: Desk) -> None:
    desk.preferences.change(system_prompt="Be brief.")
    desk.script(words("One."), words("Two."))
    desk.ask("First?")
    await desk.answered()
    desk.ask("Second?")
    await desk.answered()
    request = desk.provider.requests[-1]
    assert [message.text for message in request.messages] == ["First?", "One.", "Second?"]
    assert request.system_prompt == "Be brief."


async def test_a_refused_key_is_told_with_the_way_to_settings(desk: Desk) -> None:
    desk.script([KeyRefused("The key was refused.")])
    desk.ask()
    await desk.answered()
    notice = desk.notices.shown[TURN_NOTICE]
    assert isinstance(notice.error, KeyRefused)
    assert Step.OPEN_SETTINGS in notice.steps


async def test_a_keyring_that_was_locked_is_asked_anew_by_a_retry_and_the_voice_learns_of_the_key(desk: Desk) -> None:
    desk.preferences.change(server_url=OPENAI_URL)
    desk.keyring.trouble = LockedByItsOwner()
    found: list[None] = []
    desk.connection.on_key_found = lambda: found.append(None)
    desk.ask()
    await desk.answered()
    notice = desk.notices.shown[TURN_NOTICE]
    assert isinstance(notice.error, KeyringLocked)
    assert notice.steps == (Step.OPEN_SETTINGS, Step.RETRY)
    desk.keyring.trouble = None
    desk.keyring.passwords[SERVICE, OPENAI_URL] = "sk-good"
    desk.script([Text("Unlocked."), FINISH])
    desk.conversation.take_notice_step(TURN_NOTICE, Step.RETRY)
    await desk.answered()
    assert desk.conversation.messages[-1].text == "Unlocked."
    assert len(found) == 1


async def test_a_cut_answer_can_be_continued_in_its_place(desk: Desk) -> None:
    desk.script([Text("It begins well and"), ConnectionCut("The connection broke.")], words(" ends well too."))
    desk.ask()
    await desk.answered()
    message_id = list(desk.transcript.texts)[-1]
    assert desk.transcript.states[message_id] is MessageState.FAILED
    assert desk.notices.shown[TURN_NOTICE].steps == (Step.CONTINUE, Step.RETRY)
    desk.speaker.queue.clear()
    desk.conversation.take_step(message_id, "continue")
    await desk.answered()
    assert desk.transcript.lines[-1] == "It begins well and ends well too."
    assert desk.transcript.states[message_id] is MessageState.COMPLETE
    assert [message.text for message in desk.provider.requests[-1].messages] == ["Why?", "It begins well and", GO_ON]
    assert [(phrase.text, phrase.start) for phrase in desk.speaker.queue] == [("ends well too.", 19)]
    kept = await desk.history.path(desk.conversation.open_id or "")
    assert [message.text for message in kept] == ["Why?", "It begins well and ends well too."]


async def test_a_failed_answer_can_be_asked_for_again_and_the_old_one_is_kept_beside_it(desk: Desk) -> None:
    desk.script([Text("Bad"), ConnectionCut("The connection broke.")], words("Good."))
    desk.ask()
    await desk.answered()
    desk.conversation.take_notice_step(TURN_NOTICE, "retry")
    await desk.answered()
    assert desk.transcript.lines == ["Why?", "Good."]
    kept = await desk.history.path(desk.conversation.open_id or "")
    assert [message.text for message in kept] == ["Why?", "Good."]
    assert TURN_NOTICE not in desk.notices.shown


async def test_a_waiting_retry_is_shown_with_its_seconds_and_can_be_cancelled(desk: Desk) -> None:
    desk.script([ConnectionCut("The connection broke.")])
    desk.ask()
    await desk.until(lambda: TURN_NOTICE in desk.notices.shown)
    notice = desk.notices.shown[TURN_NOTICE]
    assert (notice.seconds or 0) > 0
    desk.conversation.take_notice_step(TURN_NOTICE, Step.CANCEL)
    await desk.answered()
    assert TURN_NOTICE not in desk.notices.shown
    assert list(desk.transcript.states.values())[-1] is MessageState.STOPPED


async def test_an_exhausted_quota_is_not_tried_again(desk: Desk) -> None:
    desk.script([QuotaExhausted("The quota is used up.")])
    desk.ask()
    await desk.answered()
    assert len(desk.provider.requests) == 1


async def test_facts_are_shown_and_written_down_without_any_text(desk: Desk) -> None:
    usage = Usage(input=11, output=7, reasoning=2, cached=3)
    desk.script([Text("Secret words."), Unreadable(), Tokens(usage), FINISH])
    desk.ask("Private question")
    await desk.answered()
    timings, shown, skipped = list(desk.transcript.facts.values())[-1]
    assert timings.first_token is not None
    assert (shown, skipped) == (usage, 1)
    desk.events.close()
    lines = [json.loads(line) for line in desk.events_path.read_text("utf-8").splitlines()]
    assert [line["event"] for line in lines] == ["turn_started", "first_token", "usage", "turn_finished"]
    assert "Secret" not in desk.events_path.read_text("utf-8")
    assert "Private" not in desk.events_path.read_text("utf-8")


async def test_a_first_sound_after_the_ending_reaches_the_page_and_the_history(desk: Desk) -> None:
    desk.script(words("It is short."))
    turn = desk.ask()
    await desk.answered()
    desk.speaker.begin(desk.speech, moment=turn.clock._start + 0.5)
    assert desk.transcript.facts[turn.message_id][0].first_sound == 0.5
    await desk.history.flush()
    kept = await desk.history.path(desk.conversation.open_id or "")
    assert kept[-1].timings is not None
    assert kept[-1].timings.first_sound == 0.5


async def test_an_answer_cut_by_the_token_limit_says_so(desk: Desk) -> None:
    desk.script([Text("And then"), Done(FinishReason.LENGTH)])
    desk.ask()
    await desk.answered()
    assert list(desk.transcript.states.values())[-1] is MessageState.TRUNCATED


async def test_an_answer_ended_by_a_content_filter_says_so_and_keeps_its_text(desk: Desk) -> None:
    desk.script([Text("I was about to"), Done(FinishReason.CONTENT_FILTER)], [Text("Otherwise."), FINISH])
    turn = desk.ask()
    await desk.answered()
    assert desk.transcript.states[turn.message_id] is MessageState.FILTERED
    assert desk.transcript.lines == ["Why?", "I was about to"]
    kept = await desk.history.path(desk.conversation.open_id or "")
    assert (kept[-1].text, kept[-1].state) == ("I was about to", MessageState.FILTERED)
    desk.conversation.take_step(turn.message_id, "retry")
    await desk.answered()
    assert desk.transcript.lines == ["Why?", "Otherwise."]


async def test_an_answer_goes_on_in_the_background_and_is_whole_when_one_comes_back(desk: Desk) -> None:
    desk.script([Text("Some text"), Hang()], words("Other."))
    desk.ask("First?")
    first = desk.conversation.open_id or ""
    await desk.until(lambda: desk.transcript.lines[-1] == "Some text")
    desk.conversation.new()
    assert desk.transcript.lines == []
    assert not desk.composer.busy
    desk.ask("Second?")
    await desk.until(lambda: desk.transcript.lines[-1:] == ["Other."])
    conversation = await desk.sidebar.find(first)
    assert conversation is not None
    await desk.conversation.open(conversation)
    assert desk.transcript.lines == ["First?", "Some text"]
    assert desk.transcript.states[list(desk.transcript.texts)[-1]] is MessageState.STREAMING
    assert desk.composer.busy


async def test_a_bug_in_a_provider_ends_the_turn_and_is_heard(desk: Desk, caplog: pytest.LogCaptureFixture) -> None:
    desk.script([Text("So far"), RuntimeError("a bug")])
    desk.ask()
    await desk.answered()
    await desk.until(lambda: "a bug" in caplog.text)
    assert desk.transcript.lines[-1] == "So far"
    assert list(desk.transcript.states.values())[-1] is MessageState.FAILED


async def test_a_bug_behind_the_page_ends_the_turn_and_keeps_what_came(
    desk: Desk, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(_turn_id: str, _delta: str) -> None:
        raise RuntimeError("a bug in speech")

    monkeypatch.setattr(desk.speech, "feed", fail)
    desk.script(words("One.", "Two."))
    desk.ask()
    await desk.answered()
    await desk.until(lambda: "a bug in speech" in caplog.text)
    kept = await desk.history.path(desk.conversation.open_id or "")
    assert (kept[-1].text, kept[-1].state) == ("One.", MessageState.FAILED)
    assert desk.provider.closed == 1


async def test_the_end_of_the_program_keeps_the_half_answer_as_stopped(desk: Desk) -> None:
    desk.script([Text("Half"), Hang()])
    desk.ask()
    await desk.until(lambda: desk.transcript.lines[-1] == "Half")
    await desk.conversation.close()
    kept = await desk.history.path(desk.conversation.open_id or "")
    assert (kept[-1].text, kept[-1].state) == ("Half", MessageState.STOPPED)


async def test_the_bar_counts_sentences_while_they_are_said(desk: Desk) -> None:
    desk.script(words("The first sentence is here and it is long enough. ", "Then comes another one that is long too."))
    turn = desk.ask()
    await desk.answered()
    assert desk.bar.states == [SpeechState.PREPARING]
    of = len(desk.speaker.queue)
    desk.speaker.begin(desk.speech)
    assert (desk.bar.states[-1], desk.bar.sentence) == (SpeechState.SPEAKING, (1, of))
    assert desk.transcript.spoken is not None
    assert desk.transcript.spoken[0] == turn.message_id
    while desk.speaker.queue:
        desk.speaker.hear(desk.speech)
    assert desk.bar.states[-1] is SpeechState.IDLE
    assert desk.transcript.spoken is None


async def test_a_stop_while_the_keyring_is_asked_ends_the_turn_there_and_then(desk: Desk) -> None:
    desk.keyring.gate.clear()
    desk.script(words("Answered."))
    desk.ask()
    await asyncio.sleep(0)
    desk.conversation.stop()
    assert not desk.conversation.turns
    assert list(desk.transcript.states.values())[-1] is MessageState.STOPPED
    assert not desk.composer.busy
    await desk.answered()
    assert desk.provider.requests == []
    kept = await desk.history.path(desk.conversation.open_id or "")
    assert kept[-1].state is MessageState.STOPPED
    desk.keyring.gate.set()


async def test_a_prompt_sent_in_the_same_breath_as_a_stop_is_asked_with_what_came_before_it(desk: Desk) -> None:
    desk.script([Text("Half an"), Hang()], words("Whole. And it is said."))
    desk.ask("One?")
    await desk.until(lambda: desk.transcript.lines[-1] == "Half an")
    desk.conversation.stop()
    desk.conversation.send("Two?")
    assert desk.composer.draft == ""
    await desk.answered()
    assert desk.transcript.lines == ["One?", "Half an", "Two?", "Whole. And it is said."]
    assert [message.text for message in desk.provider.requests[-1].messages] == ["One?", "Half an", "Two?"]
    kept = await desk.history.path(desk.conversation.open_id or "")
    assert [(message.text, message.state) for message in kept[1:]] == [
        ("Half an", MessageState.STOPPED),
        ("Two?", MessageState.COMPLETE),
        ("Whole. And it is said.", MessageState.COMPLETE),
    ]
    assert " ".join(desk.speaker.texts) == "Whole. And it is said."


async def test_escape_before_the_first_phrase_leaves_nothing_that_is_said_later(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(utterance, "STALL", 0.1)
    desk.script([Text("It is done."), Hang()])
    desk.ask()
    await desk.until(lambda: desk.transcript.lines[-1])
    assert not desk.speech.active, "the phrase still waits for company"
    desk.conversation.escape()
    await desk.answered()
    await asyncio.sleep(0.2)
    assert desk.speaker.queue == []
    assert desk.speech.turn_ids == ()


async def test_a_turn_that_is_stopped_before_it_has_begun_leaves_nothing_behind(desk: Desk) -> None:
    desk.script(words(ANSWER))
    desk.ask()
    desk.conversation.stop()
    await desk.answered()
    assert desk.provider.requests == []
    assert desk.speech.turn_ids == ()
    kept = await desk.history.path(desk.conversation.open_id or "")
    assert [message.state for message in kept] == [MessageState.COMPLETE, MessageState.STOPPED]


async def test_a_new_conversation_in_the_same_breath_as_a_prompt_is_not_spoken_into(desk: Desk) -> None:
    desk.script(words(ANSWER))
    desk.ask()
    desk.conversation.new()
    await desk.answered()
    assert desk.speaker.queue == []
    assert desk.transcript.lines == []


async def test_an_answer_that_ends_while_its_conversation_is_opened_is_shown_ended(desk: Desk) -> None:
    desk.script([Text("Some text"), Hang()])
    desk.ask("First?")
    await desk.until(lambda: desk.transcript.lines[-1] == "Some text")
    first = await desk.sidebar.find(desk.conversation.open_id or "")
    assert first is not None
    desk.conversation.new()
    opening = asyncio.create_task(desk.conversation.open(first))
    await asyncio.sleep(0)
    desk.conversation.stop_all()
    await opening
    assert desk.transcript.lines == ["First?", "Some text"]
    assert list(desk.transcript.states.values())[-1] is MessageState.STOPPED
    await desk.answered()


async def test_of_two_conversations_chosen_in_a_row_the_last_one_is_opened(desk: Desk) -> None:
    desk.script(words("One."), words("Two."))
    desk.ask("First?")
    await desk.answered()
    first = await desk.sidebar.find(desk.conversation.open_id or "")
    desk.conversation.new()
    desk.ask("Second?")
    await desk.answered()
    assert first is not None
    opening = asyncio.create_task(desk.conversation.open(first))
    await asyncio.sleep(0)
    desk.conversation.new()
    assert not await opening
    assert desk.conversation.open_id is None
    assert desk.transcript.lines == []


async def test_a_deleted_conversation_that_was_about_to_be_opened_stays_gone(desk: Desk) -> None:
    desk.script(words("One."))
    desk.ask("First?")
    await desk.answered()
    first = desk.conversation.open_id or ""
    desk.conversation.new()
    await desk.until(lambda: [one.id for one in desk.sidebar_view.conversations] == [first])
    desk.sidebar.choose(first)
    desk.arranging.delete([first])
    desk.sidebar.choose(first)
    await desk.until(lambda: not desk.sidebar_view.conversations)
    await desk.history.flush()
    assert desk.conversation.open_id is None
    assert desk.transcript.lines == []


async def test_a_countdown_is_there_again_when_one_comes_back_to_its_conversation(desk: Desk) -> None:
    desk.script([ConnectionCut("The connection broke.")])
    desk.ask()
    await desk.until(lambda: TURN_NOTICE in desk.notices.shown)
    conversation = await desk.sidebar.find(desk.conversation.open_id or "")
    assert conversation is not None
    desk.conversation.new()
    assert TURN_NOTICE not in desk.notices.shown
    await desk.conversation.open(conversation)
    notice = desk.notices.shown[TURN_NOTICE]
    assert notice.steps == (Step.CANCEL,)
    assert notice.seconds is not None
    desk.conversation.take_notice_step(TURN_NOTICE, Step.CANCEL)
    await desk.answered()


async def test_why_an_answer_failed_in_the_background_is_told_when_one_comes_back(desk: Desk) -> None:
    desk.script([KeyRefused("The key was refused.")], words("Other."))
    desk.ask("First?")
    first_id = desk.conversation.open_id or ""
    desk.conversation.new()
    await desk.answered()
    first = await desk.sidebar.find(first_id)
    assert first is not None
    desk.ask("Second?")
    await desk.answered()
    assert TURN_NOTICE not in desk.notices.shown
    await desk.conversation.open(first)
    assert isinstance(desk.notices.shown[TURN_NOTICE].error, KeyRefused)


async def test_the_steps_of_a_notice_are_those_of_the_answer_it_speaks_of(desk: Desk) -> None:
    cut = ConnectionCut("The connection broke.")
    desk.script([Text("Part"), Done(FinishReason.LENGTH)], words("Next."), [Text(" more"), cut], words(" and end."))
    desk.ask("One?")
    await desk.answered()
    first = list(desk.transcript.texts)[-1]
    desk.ask("Two?")
    await desk.answered()
    desk.conversation.take_step(first, "continue")
    await desk.answered()
    desk.conversation.take_notice_step(TURN_NOTICE, "continue")
    await desk.answered()
    assert desk.transcript.lines == ["One?", "Part more and end.", "Two?", "Next."]


async def test_continue_asks_the_model_that_is_in_force_and_only_once(desk: Desk) -> None:
    desk.script([Text("Part"), Done(FinishReason.LENGTH)], words(" and end."))
    desk.ask()
    await desk.answered()
    desk.preferences.change(model="large")
    answer = list(desk.transcript.texts)[-1]
    desk.conversation.take_step(answer, "continue")
    desk.conversation.take_step(answer, "continue")
    await desk.answered()
    assert [request.model for request in desk.provider.requests] == ["small", "large"]
    assert desk.transcript.lines[-1] == "Part and end."


async def test_an_answer_waits_while_another_conversation_is_in_front_and_the_side_says_so(desk: Desk) -> None:
    desk.script([Text(ANSWER + " More is to come."), Hang()])
    desk.ask()
    await desk.until(lambda: desk.speaker.queue)
    first = desk.conversation.open_id or ""
    desk.conversation.new()
    assert desk.speaker.queue == []
    await desk.until(lambda: desk.sidebar_view.waiting == {first})
    conversation = await desk.sidebar.find(first)
    assert conversation is not None
    await desk.conversation.open(conversation)
    assert desk.speaker.queue
    await desk.until(lambda: desk.sidebar_view.waiting == frozenset())
    desk.conversation.new()
    assert desk.conversation.stop_all()
    assert desk.conversation.waiting_conversations == frozenset()


async def test_an_answer_that_waits_to_be_said_can_be_stopped_by_its_id(desk: Desk) -> None:
    desk.script(words(ANSWER))
    turn = desk.ask()
    await desk.answered()
    conversation = await desk.sidebar.find(turn.conversation_id)
    assert conversation is not None
    desk.conversation.new()
    assert desk.speech.waiting_conversations == {turn.conversation_id}
    assert desk.conversation.stop_turn(turn.id)
    assert not desk.conversation.stop_turn(turn.id)
    await desk.conversation.open(conversation)
    assert desk.speaker.queue == []
