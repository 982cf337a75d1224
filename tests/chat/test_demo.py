"""The built-in demo: it says what it is, and goes through the engine like any other answer."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop_app.chat.demo import _PIECE, DemoProvider, prepared_answer
from desktop_app.chat.engine import ChatEngine
from desktop_app.chat.provider import ChatRequest, Done, Text
from desktop_app.domain.messages import Role
from desktop_app.domain.turn import Finished, FinishReason, TextDelta
from tests.support.scripted_provider import VirtualSleep, asked, said


def later(question: str) -> ChatRequest:
    path = (said(Role.USER, "Hi"), said(Role.ASSISTANT, "Hello"), said(Role.USER, question))
    return ChatRequest("demo", path)


async def test_the_first_answer_says_what_it_is_and_shows_what_can_be_shown() -> None:
    sleep = VirtualSleep()
    events = [event async for event in DemoProvider(sleep=sleep).stream(asked("Hello"))]
    answer = "".join(event.text for event in events if isinstance(event, Text))
    assert answer == prepared_answer(asked("Hello"))
    assert "I am a prepared demo answer, not a model" in answer.split("\n")[0]
    assert all(sign in answer for sign in ("```python", "|---|", "## ", "**Esc**"))
    assert events[-1] == Done(FinishReason.STOP)


async def test_it_writes_at_the_pace_of_a_person_reading() -> None:
    sleep = VirtualSleep()
    events = [event async for event in DemoProvider(sleep=sleep).stream(asked())]
    pieces = [event.text for event in events if isinstance(event, Text)]
    rate = len(pieces) / sum(sleep.waits[1:])
    assert 25 <= rate <= 40
    assert max(len(piece.strip()) for piece in pieces) <= 10
    assert len(set(sleep.waits)) > 10


@pytest.mark.parametrize(
    ("question", "beginning"),
    [
        ("Can you write some Python code?", "This is a prepared answer about code"),
        ("Which languages do you speak?", "This is a prepared answer about languages"),
        ("How do I stop you?", "This is a prepared answer about stopping"),
        ("Do I need a key?", "This is a prepared answer about keys"),
        ("Why is the sky blue?", "You asked: “Why is the sky blue?” I am sorry, but I cannot know the answer."),
    ],
)
def test_later_questions_get_an_answer_that_admits_to_be_prepared(question: str, beginning: str) -> None:
    answer = prepared_answer(later(question))
    assert answer.startswith(beginning)
    assert "prepared" in answer


def test_a_question_is_quoted_short_and_without_signs() -> None:
    answer = prepared_answer(later("```\n# **Boo** " + "word " * 100 + "{question} {}"))
    quoted = answer.split("“")[1].split("”")[0]
    assert quoted.startswith("Boo word")
    assert quoted.endswith("word…")
    assert len(quoted) <= 121


async def test_without_streaming_it_comes_in_one_piece() -> None:
    events = [event async for event in DemoProvider(sleep=VirtualSleep()).stream(asked(streaming=False))]
    assert [type(event) for event in events] == [Text, Done]


async def test_it_goes_through_the_engine_like_any_other_answer() -> None:
    turn = ChatEngine(DemoProvider(sleep=VirtualSleep())).start(asked(), "t")
    events = [event async for event in turn.events()]
    assert "".join(event.text for event in events if isinstance(event, TextDelta)) == prepared_answer(asked())
    assert events[-1] == Finished("t")


async def test_it_lists_itself() -> None:
    assert await DemoProvider().models() == ["demo"]


@settings(deadline=None)
@given(st.text())
def test_cutting_into_pieces_loses_nothing(text: str) -> None:
    assert "".join(_PIECE.findall(text)) == text
