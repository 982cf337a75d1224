from __future__ import annotations

from dataclasses import replace

from desktop_app.chat.context import api_messages
from desktop_app.chat.provider import ChatRequest
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
