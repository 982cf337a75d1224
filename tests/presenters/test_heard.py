"""Up to where an answer was heard when its voice was stopped: shown, kept, gone on from, and told to the model."""

from __future__ import annotations

import pytest

from desktop_app.chat.context import api_messages
from desktop_app.chat.provider import Done, Text
from desktop_app.domain.turn import FinishReason
from desktop_app.presenters.heard_marks import HeardMarks
from tests.presenters.conftest import Desk

ANSWER = "Here is the first sentence of it. Here is the second one that is longer. And this is the third."
TWO_WORDS = ANSWER.index("the second")


@pytest.fixture
def marks(desk: Desk) -> HeardMarks:
    return HeardMarks(
        desk.transcript, conversation=desk.conversation, speech=desk.speech, history=desk.history, tasks=desk.tasks
    )


async def answered(desk: Desk, text: str = ANSWER) -> str:
    """An answer that is there as a whole and waits to be heard; gives its id."""
    desk.script([Text(text), Done(FinishReason.STOP)], [Text("More of it comes here."), Done(FinishReason.STOP)])
    message_id = desk.ask().message_id
    await desk.answered()
    return message_id


async def hear_two_words_of_the_second(desk: Desk) -> None:
    desk.speaker.hear(desk.speech)
    phrase = desk.speaker.begin(desk.speech)
    desk.speech.word_reached(phrase, 2, exact=False)


async def kept(desk: Desk) -> int | None:
    await desk.tasks_done()
    assert desk.conversation.open_id is not None
    return (await desk.history.path(desk.conversation.open_id))[1].heard


async def test_a_stop_marks_the_last_whole_word_and_keeps_it_with_the_message(desk: Desk, marks: HeardMarks) -> None:
    message_id = await answered(desk)
    await hear_two_words_of_the_second(desk)
    desk.conversation.escape()
    place = desk.transcript.heard[message_id]
    assert place is not None
    assert ANSWER[:place].endswith("sentence of it. Here is")
    assert await kept(desk) == place
    assert desk.conversation.page.heard(message_id) == place


async def test_stopped_before_its_first_word_was_over_nothing_is_marked(desk: Desk, marks: HeardMarks) -> None:
    message_id = await answered(desk)
    desk.speech.word_reached(desk.speaker.begin(desk.speech), 0, exact=False)
    desk.conversation.escape()
    assert message_id not in desk.transcript.heard
    assert await kept(desk) is None


async def test_going_back_takes_the_place_back(desk: Desk, marks: HeardMarks) -> None:
    message_id = await answered(desk)
    first = desk.speaker.queue[0]
    desk.speaker.hear(desk.speech)
    second = desk.speaker.begin(desk.speech)
    desk.speech.word_reached(second, 3, exact=False)
    desk.speech.phrase_started(first, 0.0)
    desk.speech.word_reached(first, 4, exact=False)
    desk.conversation.escape()
    assert ANSWER[: desk.transcript.heard[message_id]] == "Here is the first"


async def test_reading_goes_on_with_the_sentence_that_was_cut_and_its_end_takes_the_mark_away(
    desk: Desk, marks: HeardMarks
) -> None:
    message_id = await answered(desk)
    await hear_two_words_of_the_second(desk)
    desk.conversation.escape()
    marks.repeat_sentence()
    assert desk.speaker.begin(desk.speech).text.startswith("Here is the second")
    assert desk.transcript.heard[message_id] is None, "the light shows where the voice is"
    assert await kept(desk) is not None
    while desk.speaker.queue:
        desk.speaker.hear(desk.speech)
    assert desk.transcript.heard[message_id] is None
    assert await kept(desk) is None


async def test_a_stop_before_the_first_word_of_going_on_leaves_the_mark_where_it_was(
    desk: Desk, marks: HeardMarks
) -> None:
    message_id = await answered(desk)
    await hear_two_words_of_the_second(desk)
    desk.conversation.escape()
    place = desk.transcript.heard[message_id]
    marks.toggle_pause()
    desk.speaker.begin(desk.speech)
    desk.conversation.escape()
    assert desk.transcript.heard[message_id] == place


async def test_the_keys_of_speech_do_what_they_say_while_something_is_said(desk: Desk, marks: HeardMarks) -> None:
    marks.toggle_pause()
    assert not desk.speech.active, "nothing was stopped, there is nothing to go on with"
    await answered(desk)
    desk.speaker.begin(desk.speech)
    marks.repeat_sentence()
    marks.toggle_pause()
    assert (desk.speaker.moves, desk.speaker.pauses) == (["repeat"], [True])


async def test_a_selection_or_a_block_of_code_says_nothing_of_how_far_the_message_was_heard(
    desk: Desk, marks: HeardMarks
) -> None:
    message_id = await answered(desk)
    desk.conversation.reading.read(message_id, 0, 40)
    phrase = desk.speaker.begin(desk.speech)
    desk.speech.word_reached(phrase, 3, exact=False)
    desk.transcript.heard.clear()
    desk.conversation.escape()
    assert desk.transcript.heard == {}


async def test_an_answer_that_waits_in_the_background_is_not_stopped_until_it_is_forgotten(
    desk: Desk, marks: HeardMarks
) -> None:
    message_id = await answered(desk)
    await hear_two_words_of_the_second(desk)
    conversation_id = desk.conversation.open_id
    assert conversation_id is not None
    desk.conversation.new()
    assert message_id not in desk.transcript.heard
    desk.speech.silence_all()
    await desk.tasks_done()
    assert (await desk.history.path(conversation_id))[1].heard == TWO_WORDS - 1


@pytest.mark.parametrize("tell", [True, False])
async def test_the_next_question_tells_the_model_what_was_heard_if_that_is_wished(
    desk: Desk, marks: HeardMarks, *, tell: bool
) -> None:
    desk.preferences.change(tell_heard=tell)
    await answered(desk)
    await hear_two_words_of_the_second(desk)
    desk.ask("go on")  # which stops the voice
    await desk.answered()
    _, answer, question = api_messages(desk.provider.requests[-1])
    heard = ANSWER[: TWO_WORDS - 1]
    assert answer["content"] == (heard if tell else ANSWER)
    assert str(question["content"]).endswith("go on")
    assert ("after “is the first sentence of it. Here is”" in str(question["content"])) is tell


async def test_an_answer_that_is_continued_goes_whole_and_what_was_not_heard_of_it_stays_marked(
    desk: Desk, marks: HeardMarks
) -> None:
    desk.preferences.change(tell_heard=True)
    desk.script([Text(ANSWER), Done(FinishReason.LENGTH)], [Text("And more of it."), Done(FinishReason.STOP)])
    message_id = desk.ask().message_id
    await desk.answered()
    await hear_two_words_of_the_second(desk)
    desk.conversation.escape()
    desk.conversation.take_step(message_id, "continue")
    await desk.answered()
    assert api_messages(desk.provider.requests[-1])[1]["content"] == ANSWER
    while desk.speaker.queue:
        desk.speaker.hear(desk.speech)
    assert await kept(desk) == TWO_WORDS - 1


async def test_only_words_of_voices_that_tell_their_times_are_lit(desk: Desk, marks: HeardMarks) -> None:
    message_id = await answered(desk)
    phrase = desk.speaker.begin(desk.speech)
    desk.speech.word_reached(phrase, 1, exact=False)
    words = [desk.transcript.word]
    desk.speech.word_reached(phrase, 2, exact=True)
    assert [*words, desk.transcript.word] == [None, (message_id, 8, 11)]
    assert desk.transcript.voice_active
    desk.conversation.escape()
    assert not desk.transcript.voice_active
