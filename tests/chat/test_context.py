"""What of a conversation is sent with the next question."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from desktop_app.chat.context import api_messages, fenced
from desktop_app.chat.provider import ChatRequest
from desktop_app.domain.attachments import file_part, image_part
from desktop_app.domain.messages import Message, MessageState, Part, PartKind, Role
from tests.support.scripted_provider import said


def sent(*messages: Message, system_prompt: str = "") -> list[tuple[object, object]]:
    rows = api_messages(ChatRequest("m", messages, system_prompt))
    return [(row["role"], row["content"]) for row in rows]


def test_the_system_prompt_comes_first_and_the_whole_path_behind_it() -> None:
    path = (said(Role.USER, "Hi"), said(Role.ASSISTANT, "Hello"), said(Role.USER, "And?"))
    assert sent(*path, system_prompt="Be brief.") == [
        ("system", "Be brief."),
        ("user", "Hi"),
        ("assistant", "Hello"),
        ("user", "And?"),
    ]


def test_a_blank_system_prompt_is_none() -> None:
    assert sent(said(Role.USER, "Hi"), system_prompt=" \n") == [("user", "Hi")]


def test_an_answer_that_brought_nothing_is_left_out_and_a_stopped_one_is_kept() -> None:
    failed = replace(said(Role.ASSISTANT, ""), state=MessageState.FAILED)
    stopped = replace(said(Role.ASSISTANT, "I was say"), state=MessageState.STOPPED)
    assert sent(failed, stopped) == [("assistant", "I was say")]


def test_reasoning_is_not_sent_back() -> None:
    parts = (Part(PartKind.REASONING, "hm"), Part(PartKind.TEXT, "Hello"), Part(PartKind.TEXT, "there"))
    answer = replace(said(Role.ASSISTANT, "x"), parts=parts)
    assert sent(answer) == [("assistant", "Hello\n\nthere")]


def test_the_result_of_a_tool_is_not_sent_without_its_call() -> None:
    assert sent(said(Role.TOOL, "42")) == []


def heard(*messages: Message) -> list[tuple[object, object]]:
    rows = api_messages(ChatRequest("m", messages, tell_heard=True))
    return [(row["role"], row["content"]) for row in rows]


ANSWER = replace(said(Role.ASSISTANT, "One is this. Two is that. Three is more."), heard=20)


def test_where_the_voice_was_stopped_the_answer_ends_and_the_question_behind_it_says_so() -> None:
    assert heard(said(Role.USER, "Count."), ANSWER, said(Role.USER, "go on")) == [
        ("user", "Count."),
        ("assistant", "One is this. Two is"),
        (
            "user",
            "[I stopped your voice after “One is this. Two is”. What you wrote behind it, I have not heard.]\n\ngo on",
        ),
    ]


def test_the_note_quotes_the_last_words_and_comes_once() -> None:
    long = replace(said(Role.ASSISTANT, "word " * 50 + "and the very last words. Not heard."), heard=274)
    rows = heard(
        said(Role.USER, "?"), long, said(Role.USER, "go on"), said(Role.ASSISTANT, "Well."), said(Role.USER, "x")
    )
    notes = [str(content) for role, content in rows if role == "user" and "stopped your voice" in str(content)]
    assert len(notes) == 1
    assert "“word word word and the very last words.”" in notes[0]
    assert rows[-1] == ("user", "x")


def test_what_was_heard_to_its_end_or_shall_not_be_told_goes_whole() -> None:
    whole = [("assistant", ANSWER.text), ("user", "go on")]
    assert sent(ANSWER, said(Role.USER, "go on")) == whole
    assert heard(replace(ANSWER, heard=None), said(Role.USER, "go on")) == whole


def test_an_answer_of_which_nothing_was_heard_leaves_no_empty_message() -> None:
    assert heard(replace(ANSWER, heard=0), said(Role.USER, "go on")) == [("user", "go on")]


SKY = image_part("b1", "sky.png", "image/png", 4, 1, 1)


def test_a_picture_goes_as_image_input_beside_the_text() -> None:
    question = replace(said(Role.USER, "What is it?"), parts=(SKY, Part(PartKind.TEXT, "What is it?")))
    [row] = api_messages(ChatRequest("m", (question,)), {"b1": b"sky!"})
    assert row["content"] == [
        {"type": "image_url", "image_url": {"url": "data:image/png;base64,c2t5IQ=="}},
        {"type": "text", "text": "What is it?"},
    ]


def test_of_a_picture_that_does_not_go_along_the_model_is_told_in_words() -> None:
    question = replace(said(Role.USER, "?"), parts=(SKY, Part(PartKind.TEXT, "What is it?")))
    assert sent(question) == [("user", "[I attached a picture “sky.png” here. You cannot see it.]\n\nWhat is it?")]


def test_a_text_file_goes_as_fenced_text_under_its_name() -> None:
    parts = (file_part("print(1)\n", "one.py", "text/plain", 9), Part(PartKind.TEXT, "Why?"))
    question = replace(said(Role.USER, "Why?"), parts=parts)
    assert sent(question) == [("user", "one.py:\n\n```py\nprint(1)\n```\n\nWhy?")]


@given(st.text(alphabet="`a\n ", max_size=60))
def test_the_fence_around_a_file_is_longer_than_any_in_it(text: str) -> None:
    lines = fenced(text, "notes.md").split("\n")
    fence = lines[-1]
    assert lines[2] == f"{fence}md"
    assert set(fence) == {"`"}
    assert fence not in text
