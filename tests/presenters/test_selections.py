"""A selection over several messages is heard from its beginning to its end."""

from __future__ import annotations

import pytest

from desktop_app.presenters.selections import SelectionReader
from tests.presenters.conftest import Desk
from tests.support.scripted_provider import words

QUESTION = "Why is the sky blue at noon?"
ANSWER = "Short waves are scattered most of all. Long ones go straight on."


@pytest.fixture
async def reader(desk: Desk) -> SelectionReader:
    desk.script(words(ANSWER))
    desk.ask(QUESTION)
    await desk.answered()
    desk.conversation.escape()
    return SelectionReader(desk.conversation, desk.speech)


def pieces(desk: Desk) -> tuple[tuple[str, int, int], ...]:
    question, answer = desk.conversation.messages
    return (question.id, 7, len(QUESTION)), (answer.id, 0, ANSWER.index(" Long"))


def hear(desk: Desk, reader: SelectionReader) -> str:
    """The next phrase, to its end; gives its words."""
    phrase = desk.speaker.queue[0]
    desk.speaker.hear(desk.speech)
    if not desk.speech.turn_ids:
        reader.speech_finished(phrase.turn_id)
    return phrase.text


async def test_it_goes_on_in_the_next_message(desk: Desk, reader: SelectionReader) -> None:
    reader.read(pieces(desk))
    assert hear(desk, reader) == "the sky blue at noon?"
    await desk.until(lambda: desk.speaker.queue)
    assert hear(desk, reader) == "Short waves are scattered most of all."
    assert not desk.speech.active


async def test_after_a_stop_nothing_follows(desk: Desk, reader: SelectionReader) -> None:
    reader.read(pieces(desk))
    desk.speaker.begin(desk.speech)
    desk.conversation.escape()
    desk.readings.read("m", "Something else.", 0)
    assert hear(desk, reader) == "Something else."
    assert not desk.speech.active


async def test_a_message_that_is_gone_is_passed_over(desk: Desk, reader: SelectionReader) -> None:
    reader.read((("gone", 0, 5), *pieces(desk)))
    assert hear(desk, reader) == "the sky blue at noon?"


async def test_a_piece_with_nothing_to_say_is_passed_over(desk: Desk, reader: SelectionReader) -> None:
    question, answer = desk.conversation.messages
    mark = len(QUESTION) - 1
    reader.read(((question.id, mark, mark + 1), (answer.id, 0, ANSWER.index(" Long"))))
    await desk.until(lambda: desk.speaker.queue)
    assert hear(desk, reader) == "Short waves are scattered most of all."
    assert not desk.speech.active


async def test_where_no_piece_has_anything_to_say_it_ends(desk: Desk, reader: SelectionReader) -> None:
    question, _answer = desk.conversation.messages
    mark = len(QUESTION) - 1
    reader.read(((question.id, mark, mark + 1), (question.id, mark, mark + 1)))
    await desk.until(lambda: not desk.speech.active)
    assert not desk.speaker.queue


async def test_a_long_piece_with_nothing_to_say_is_passed_over_too(desk: Desk) -> None:
    """It is looked through in portions, so that it shows only later that there is nothing in it."""
    code = "```\n" + "x = 1\n" * 4000 + "```\n"
    desk.script(words(code), words(ANSWER))
    for question in (QUESTION, "And now?"):
        desk.ask(question)
        await desk.answered()
        desk.conversation.escape()
    reader = SelectionReader(desk.conversation, desk.speech)
    _question, silent, _other, answer = desk.conversation.messages
    reader.read(((silent.id, 0, len(code)), (answer.id, 0, ANSWER.index(" Long"))))
    await desk.until(lambda: desk.speaker.queue)
    assert hear(desk, reader) == "Short waves are scattered most of all."
